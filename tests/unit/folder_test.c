/* Folders: they appear whole or not at all, and nothing is overwritten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "shortlist/file.h"
#include "shortlist/folder.h"

/* Every test runs in an empty folder of its own. */
static int enter_folder(void **state)
{
    static char folder[64];
    (void)snprintf(folder, sizeof(folder), "/tmp/shortlist-folder-XXXXXX");
    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    char command[128];
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", (const char *)*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void run(const char *command)
{
    assert_int_equal(system(command), 0);
}

/* All that is below the folder of the test, hidden files too, as one line. */
static void assert_there(const char *expected)
{
    char listed[512] = "";
    FILE *list = popen("find . -mindepth 1 | LC_ALL=C sort | tr '\\n' ' '", "r");
    assert_non_null(list);
    assert_true(fgets(listed, sizeof listed, list) != NULL || feof(list));
    assert_int_equal(pclose(list), 0);
    assert_string_equal(listed, expected);
}

static void assert_holds(const char *path, const char *expected)
{
    struct text bytes;
    const char *reason;
    assert_true(file_read(path, 1 << 20, &bytes, &reason));
    assert_true(text_equal(bytes, text_from(expected)));
    file_free(bytes);
}

/* A folder `in` and a file `a` that holds "one". */
static void build(struct folder *folder, const char *path)
{
    const char *reason;
    assert_true(folder_open(folder, path, &reason));
    folder_add_folder(folder, "in");
    folder_add_file(folder, "a", TEXT("one"));
}

static void a_new_folder_appears_at_the_end(void **state)
{
    struct folder folder;
    const char *reason;
    struct stat status;
    (void)state;
    (void)umask(022);
    build(&folder, "new///");
    assert_int_not_equal(access("new", F_OK), 0);
    assert_true(folder_finish(&folder, &reason));
    assert_there("./new ./new/a ./new/in ");
    assert_holds("new/a", "one");
    assert_int_equal(stat("new", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0755);
}

static void an_empty_folder_is_filled_and_stays_the_same(void **state)
{
    struct folder folder;
    const char *reason;
    struct stat before;
    struct stat after;
    (void)state;
    run("mkdir -m 700 there && ln -s there link");
    assert_int_equal(stat("there", &before), 0);
    build(&folder, "link");
    assert_true(folder_finish(&folder, &reason));
    assert_there("./link ./there ./there/a ./there/in ");
    assert_int_equal(stat("there", &after), 0);
    assert_true(before.st_ino == after.st_ino && before.st_mode == after.st_mode);
}

static void the_current_folder_can_be_filled(void **state)
{
    struct folder folder;
    const char *reason;
    (void)state;
    build(&folder, ".");
    assert_true(folder_finish(&folder, &reason));
    assert_there("./a ./in ");
}

static void room_is_told(void **state)
{
    static const struct {
        const char *path;
        enum folder_room room;
    } cases[] = {
        {"nothing", FOLDER_FREE},   {"empty", FOLDER_EMPTY},    {"full", FOLDER_FILLED},
        {"hidden", FOLDER_FILLED},  {"file", FOLDER_TAKEN},     {"file/", FOLDER_TAKEN},
        {"dangling", FOLDER_TAKEN}, {"to-empty", FOLDER_EMPTY}, {"file/x", FOLDER_UNKNOWN},
        {"round", FOLDER_UNKNOWN},
    };
    (void)state;
    run("mkdir empty full hidden && touch file full/a hidden/.a && ln -s gone dangling && "
        "ln -s empty to-empty && ln -s round round");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *reason = NULL;
        print_message("%s\n", cases[i].path);
        assert_int_equal(folder_room(cases[i].path, &reason), cases[i].room);
        assert_true(cases[i].room != FOLDER_UNKNOWN || reason != NULL);
    }
}

static void what_is_there_is_not_touched(void **state)
{
    static const char *const paths[] = {"full", "file", "missing/new"};
    (void)state;
    run("mkdir full && touch full/a && printf kept >file");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct folder folder;
        const char *reason = NULL;
        assert_false(folder_open(&folder, paths[i], &reason));
        assert_non_null(reason);
    }
    assert_there("./file ./full ./full/a ");
    assert_holds("file", "kept");
}

/* Somebody else makes the same folder while ours is built. */
static void who_was_faster_keeps_the_place(void **state)
{
    struct folder folder;
    const char *reason = NULL;
    (void)state;
    build(&folder, "new");
    run("mkdir new && printf theirs >new/a");
    assert_false(folder_finish(&folder, &reason));
    assert_non_null(reason);
    run("mkdir empty");
    build(&folder, "empty");
    run("printf theirs >empty/a");
    assert_false(folder_finish(&folder, &reason));
    assert_there("./empty ./empty/a ./new ./new/a ");
    assert_holds("empty/a", "theirs");
}

static void a_failure_leaves_nothing_behind(void **state)
{
    struct folder folder;
    const char *reason = NULL;
    (void)state;
    build(&folder, "new");
    folder_add_file(&folder, "missing/b", TEXT("two"));
    folder_add_folder(&folder, "c");
    assert_false(folder_finish(&folder, &reason));
    assert_string_equal(reason, "No such file or directory");
    assert_there("");
}

static void an_unfinished_folder_is_taken_back(void **state)
{
    struct folder folder;
    const char *reason;
    (void)state;
    folder_discard_open(); /* none is open */
    build(&folder, "new");
    folder_discard_open();
    assert_there("");
    assert_false(folder_finish(&folder, &reason));
    assert_there("");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_new_folder_appears_at_the_end),
        IN_FOLDER(an_empty_folder_is_filled_and_stays_the_same),
        IN_FOLDER(the_current_folder_can_be_filled),
        IN_FOLDER(room_is_told),
        IN_FOLDER(what_is_there_is_not_touched),
        IN_FOLDER(who_was_faster_keeps_the_place),
        IN_FOLDER(a_failure_leaves_nothing_behind),
        IN_FOLDER(an_unfinished_folder_is_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
