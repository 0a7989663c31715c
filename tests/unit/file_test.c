/* Files: read whole or refused with a reason, folders listed in one order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "shortlist/file.h"
#include "shortlist/memory.h"

enum { NO_LIMIT = 1 << 30 };

/* Every test runs in an empty folder of its own. */
static int enter_folder(void **state)
{
    static char folder[64];
    (void)snprintf(folder, sizeof(folder), "/tmp/shortlist-file-XXXXXX");
    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    char command[128];
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", (const char *)*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void write_file(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void assert_reads(const char *path, size_t limit, const char *expected, size_t len)
{
    struct text bytes;
    const char *reason;
    assert_true(file_read(path, limit, &bytes, &reason));
    assert_null(reason);
    assert_int_equal(bytes.len, len);
    assert_memory_equal(bytes.ptr, expected, len);
    file_free(bytes);
}

static void assert_refused(const char *path, size_t limit, const char *expected)
{
    struct text bytes;
    const char *reason;
    assert_false(file_read(path, limit, &bytes, &reason));
    assert_string_equal(reason, expected);
    assert_null(bytes.ptr);
}

static void files_are_read_whole(void **state)
{
    (void)state;
    write_file("a", "one\0two", 7);
    assert_reads("a", NO_LIMIT, "one\0two", 7);
    assert_reads("a", 7, "one\0two", 7);
    write_file("empty", "", 0);
    assert_reads("empty", 0, "", 0);
}

static void what_cannot_be_read_has_its_reason(void **state)
{
    (void)state;
    write_file("a", "1234567", 7);
    assert_refused("a", 6, "is too large");
    assert_refused("missing", NO_LIMIT, "No such file or directory");
    assert_refused("a/b", NO_LIMIT, "Not a directory");
    assert_refused(".", NO_LIMIT, "is a folder");
    assert_refused("/dev/zero", SIZE_MAX, "is too large");
    assert_refused("/dev/zero", 1000, "is too large");
    assert_refused("/proc/self/mem", NO_LIMIT,
                   "Input/output error"); /* opens, but cannot be read */
    assert_reads("/dev/null", NO_LIMIT, "", 0);
}

static void files_without_a_size_are_read_too(void **state)
{
    (void)state;
    struct text bytes;
    const char *reason;
    assert_true(file_read("/proc/self/status", NO_LIMIT, &bytes, &reason)); /* its size is 0 */
    assert_true(text_starts(bytes, TEXT("Name:")));
    file_free(bytes);
    assert_refused("/proc/self/status", 10, "is too large");
}

/* Reads what another process writes bit by bit into a pipe, a socket or standard input. */
static void read_from_process(int read_end, int write_end, const char *path, size_t len,
                              size_t limit, const char *expected_reason)
{
    char *expected = memory_new(len, 1);
    for (size_t i = 0; i < len; i++)
        expected[i] = (char)('a' + i % 26);
    pid_t child = fork();
    if (child == 0) {
        ssize_t written = close(read_end); /* else a full pipe would wait for us */
        for (size_t at = 0; at < len && written >= 0; at += (size_t)written)
            written = write(write_end, expected + at, len - at < 1000 ? len - at : 1000);
        _exit(0);
    }
    assert_int_equal(close(write_end), 0);
    if (expected_reason)
        assert_refused(path, limit, expected_reason);
    else
        assert_reads(path, limit, expected, len);
    assert_int_equal(close(read_end), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    memory_free(expected);
}

static void pipes_are_read_to_their_end(void **state)
{
    (void)state;
    static const struct {
        size_t len;
        size_t limit;
        const char *reason;
    } cases[] = {{0, NO_LIMIT, NULL},      {10, 10, NULL},
                 {65536, NO_LIMIT, NULL},  {300000, NO_LIMIT, NULL},
                 {11, 10, "is too large"}, {300000, 100000, "is too large"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        int ends[2];
        char path[32];
        assert_int_equal(pipe(ends), 0);
        (void)snprintf(path, sizeof(path), "/dev/fd/%d", ends[0]);
        read_from_process(ends[0], ends[1], path, cases[i].len, cases[i].limit, cases[i].reason);
    }
}

static void a_dash_is_standard_input(void **state)
{
    (void)state;
    int standard_input = dup(STDIN_FILENO);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    assert_int_equal(close(ends[0]), 0);
    read_from_process(STDIN_FILENO, ends[1], "-", 5000, NO_LIMIT, NULL);
    assert_refused("-", NO_LIMIT, "Bad file descriptor"); /* closed by then */

    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    read_from_process(ends[0] == STDIN_FILENO ? dup(ends[0]) : ends[0], ends[1], "-", 5000,
                      NO_LIMIT, NULL);
    if (standard_input >= 0) {
        (void)dup2(standard_input, STDIN_FILENO);
        (void)close(standard_input);
    }
}

static const char *const yaml[] = {".yaml", ".yml", NULL};

static void assert_lists(const char *folder, const char *const *expected)
{
    struct arena arena = {0};
    struct file_list list;
    const char *reason;
    size_t count = 0;
    while (expected[count])
        count++;
    assert_true(file_list_folder(&arena, folder, yaml, &list, &reason));
    assert_null(reason);
    assert_int_equal(list.count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(list.paths[i], expected[i]);
    arena_release(&arena);
}

static void assert_not_listed(const char *folder, const char *expected)
{
    struct arena arena = {0};
    struct file_list list;
    const char *reason;
    assert_false(file_list_folder(&arena, folder, yaml, &list, &reason));
    assert_string_equal(reason, expected);
    assert_int_equal(list.count, 0);
    arena_release(&arena);
}

static void folders_are_listed_in_byte_order_of_path(void **state)
{
    (void)state;
    assert_int_equal(mkdir("v", 0777) | mkdir("v/a", 0777) | mkdir("v/a.yaml", 0777), 0);
    assert_int_equal(mkdir("v/.git", 0777) | mkdir("v/empty", 0777), 0);
    static const char *const files[] = {
        "v/b.yaml",  "v/a-1.yml",     "v/a/z.yaml",       "v/B.yaml", "v/notes.md",
        "v/.x.yaml", "v/.git/c.yaml", "v/a.yaml/in.yaml", "v/yaml",   "v/a/y.YAML"};
    for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
        write_file(files[i], "x", 1);
    assert_int_equal(symlink("b.yaml", "v/link.yaml"), 0);
    assert_int_equal(symlink("nowhere", "v/lost.yaml"), 0); /* listed: reading it says why */
    assert_int_equal(symlink("nowhere", "v/lost"), 0);
    assert_int_equal(mkfifo("v/pipe.yaml", 0666), 0); /* not listed: it could block */

    static const char *const expected[] = {"v/B.yaml",    "v/a-1.yml", "v/a.yaml/in.yaml",
                                           "v/a/z.yaml",  "v/b.yaml",  "v/link.yaml",
                                           "v/lost.yaml", NULL};
    assert_lists("v", expected);
    static const char *const slashed[] = {"./v/a/z.yaml", NULL};
    assert_lists("./v/a//", slashed);
    static const char *const nothing[] = {NULL};
    assert_lists("v/empty", nothing);
}

static void linked_folders_are_followed_but_not_in_circles(void **state)
{
    (void)state;
    assert_int_equal(mkdir("v", 0777) | mkdir("other", 0777), 0);
    write_file("other/x.yaml", "x", 1);
    assert_int_equal(symlink("../other", "v/one") | symlink("../other", "v/two"), 0);
    static const char *const expected[] = {"v/one/x.yaml", "v/two/x.yaml", NULL};
    assert_lists("v", expected);
    assert_int_equal(symlink("../v", "other/back"), 0);
    assert_not_listed("v", "contains itself");
}

static void folders_that_cannot_be_listed_have_their_reason(void **state)
{
    (void)state;
    write_file("file", "x", 1);
    assert_not_listed("missing", "No such file or directory");
    assert_not_listed("file", "Not a directory");
    char deep[3 * 70 + 2] = ".";
    for (int i = 0; i < 70; i++) {
        (void)strcat(deep, "/d");
        assert_int_equal(mkdir(deep, 0777), 0);
    }
    assert_not_listed(".", "holds folders too deep");
    if (geteuid() != 0) {
        assert_int_equal(mkdir("shut", 0), 0);
        assert_not_listed("shut", "Permission denied");
    }
}

static void folders_are_told_from_files(void **state)
{
    (void)state;
    write_file("file", "x", 1);
    assert_true(file_is_folder("."));
    assert_false(file_is_folder("file"));
    assert_false(file_is_folder("missing"));
}

static void paths_are_taken_apart_and_joined(void **state)
{
    (void)state;
    static const char *const stems[][2] = {
        {"vendors/Acme.yaml", "Acme"},
        {"Acme.yaml", "Acme"},
        {"Acme", "Acme"},
        {"a.b/acme", "acme"},
        {"v/a.b.yaml", "a.b"},
        {"v/.hidden", ".hidden"},
        {"v/.hidden.yaml", ".hidden"},
        {"v/", ""},
        {"", ""},
        {"v/acme.", "acme"},
        {"-", "-"},
    };
    for (size_t i = 0; i < sizeof(stems) / sizeof(*stems); i++) {
        if (!text_equal(file_stem(text_from(stems[i][0])), text_from(stems[i][1])))
            fail_msg("%s", stems[i][0]);
    }
    static const char *const joins[][3] = {
        {"a", "b", "a/b"},         {"a/", "b", "a/b"}, {"", "b", "b"},
        {"a", "/b", "/b"},         {"/", "b", "/b"},   {"a//", "b", "a/b"},
        {"a/b", "c/d", "a/b/c/d"}, {"", "", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof(joins) / sizeof(*joins); i++) {
        struct text joined = file_join(&arena, text_from(joins[i][0]), text_from(joins[i][1]));
        assert_string_equal(joined.ptr, joins[i][2]);
        assert_int_equal(joined.len, strlen(joins[i][2]));
    }
    arena_release(&arena);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(files_are_read_whole),
        IN_FOLDER(what_cannot_be_read_has_its_reason),
        IN_FOLDER(files_without_a_size_are_read_too),
        IN_FOLDER(pipes_are_read_to_their_end),
        IN_FOLDER(a_dash_is_standard_input),
        IN_FOLDER(folders_are_listed_in_byte_order_of_path),
        IN_FOLDER(linked_folders_are_followed_but_not_in_circles),
        IN_FOLDER(folders_that_cannot_be_listed_have_their_reason),
        IN_FOLDER(folders_are_told_from_files),
        cmocka_unit_test(paths_are_taken_apart_and_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
