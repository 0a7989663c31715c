/* Sinks: what is written arrives, and a file appears whole or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "shortlist/file.h"
#include "shortlist/sink.h"

/* Every test runs in an empty folder of its own. */
static int enter_folder(void **state)
{
    static char folder[64];
    (void)snprintf(folder, sizeof(folder), "/tmp/shortlist-sink-XXXXXX");
    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    char command[128];
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", (const char *)*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static int count_entries(const char *folder)
{
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    int count = 0;
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2; /* "." and ".." */
}

static void assert_holds(const char *path, const char *expected)
{
    struct text bytes;
    const char *reason;
    assert_true(file_read(path, 1 << 20, &bytes, &reason));
    if (!text_equal(bytes, text_from(expected)))
        fail_msg("%s holds %.*s", path, TEXT_ARG(bytes));
    file_free(bytes);
}

static void write_file(const char *path, const char *content, mode_t mode)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static mode_t mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return status.st_mode & 07777;
}

static struct sink open_sink(const char *path)
{
    struct sink sink;
    const char *reason;
    assert_true(sink_open_file(&sink, path, &reason));
    assert_null(reason);
    return sink;
}

static void finish(struct sink *sink)
{
    const char *reason = "none";
    assert_true(sink_finish(sink, &reason));
    assert_null(reason);
}

/* Everything a sink can be given, as one text. */
static void write_some_of_all(struct sink *sink)
{
    sink_string(sink, "score");
    sink_char(sink, ':');
    sink_format(sink, " %d.%02d", 81, 42);
    sink_format(sink, "%s", "");
    sink_text(sink, TEXT(" \n"));
    sink_repeat(sink, "-=", 3);
    sink_repeat(sink, "x", 0);
}

static void text_grows_in_memory(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct sink sink;
    sink_open_memory(&sink, &arena);
    write_some_of_all(&sink);
    finish(&sink);
    assert_string_equal(buffer_text(&sink.text).ptr, "score: 81.42 \n-=-=-=");
    sink_open_memory(&sink, &arena);
    sink_char(&sink, 'x');
    sink_discard(&sink);
    arena_release(&arena);
}

static void a_descriptor_gets_every_byte(void **state)
{
    (void)state;
    struct sink sink;
    int fd = open("out", O_WRONLY | O_CREAT, 0666);
    sink_open_fd(&sink, fd);
    write_some_of_all(&sink);
    finish(&sink);
    assert_int_equal(close(fd), 0); /* still ours to close */
    assert_holds("out", "score: 81.42 \n-=-=-=");
}

/* Writes around the border of the buffer, in every way. */
static void long_output_keeps_its_order(void **state)
{
    (void)state;
    enum { LONG = 3 * SINK_BUFFER + 17 };
    static char expected[LONG + 1];
    static char got[LONG + 2];
    struct sink sink = open_sink("out");
    size_t len = 0;
    for (unsigned i = 0; len < LONG; i++) {
        char digits[8];
        size_t room = LONG - len < 7 ? LONG - len : 7;
        (void)snprintf(digits, sizeof(digits), "%07u", i);
        digits[room] = '\0';
        memcpy(expected + len, digits, room);
        if (i % 3 == 0)
            sink_format(&sink, "%s", digits);
        else if (i % 3 == 1)
            sink_string(&sink, digits);
        else
            for (size_t k = 0; k < room; k++)
                sink_char(&sink, digits[k]);
        len += room;
    }
    finish(&sink);
    FILE *file = fopen("out", "r");
    assert_non_null(file);
    assert_int_equal(fread(got, 1, sizeof(got), file), LONG);
    assert_int_equal(fclose(file), 0);
    assert_memory_equal(got, expected, LONG);
}

static void one_text_may_be_larger_than_the_buffer(void **state)
{
    (void)state;
    enum { LONG = 2 * SINK_BUFFER + 5 };
    struct arena arena = {0};
    char *text = arena_array(&arena, char, LONG + 1);
    memset(text, 'x', LONG);
    struct sink sink = open_sink("out");
    sink_char(&sink, 'a');
    sink_text(&sink, (struct text){text, LONG});
    sink_format(&sink, "%s", text);
    sink_format(&sink, "%.*s", SINK_BUFFER - 1, text);
    finish(&sink);
    struct stat status;
    assert_int_equal(stat("out", &status), 0);
    assert_int_equal(status.st_size, 1 + 2 * LONG + SINK_BUFFER - 1);
    arena_release(&arena);
}

static void a_file_appears_only_at_finish(void **state)
{
    (void)state;
    mode_t mask = umask(027);
    struct sink sink = open_sink("out");
    sink_string(&sink, "new");
    assert_int_equal(access("out", F_OK), -1);
    finish(&sink);
    (void)umask(mask);
    assert_holds("out", "new");
    assert_int_equal(mode_of("out"), 0640);
    assert_int_equal(count_entries("."), 1);
}

static void an_old_file_is_replaced_and_keeps_its_mode(void **state)
{
    (void)state;
    write_file("out", "old", 0604);
    struct sink sink = open_sink("./out");
    sink_string(&sink, "new");
    assert_holds("out", "old");
    finish(&sink);
    assert_holds("out", "new");
    assert_int_equal(mode_of("out"), 0604);
    assert_int_equal(count_entries("."), 1);
}

static void a_discarded_file_leaves_the_old_one(void **state)
{
    (void)state;
    write_file("out", "old", 0644);
    struct sink sink = open_sink("out");
    sink_string(&sink, "new");
    sink_discard(&sink);
    sink_discard_open(); /* nothing is open any more */
    assert_holds("out", "old");
    assert_int_equal(count_entries("."), 1);

    sink = open_sink("out");
    sink_repeat(&sink, "x", SINK_BUFFER + 1);
    sink_discard_open(); /* as when memory runs out: nothing is freed */
    sink_discard_open();
    assert_int_equal(count_entries("."), 1);
    const char *reason;
    assert_false(sink_finish(&sink, &reason)); /* the temporary file is gone */
    assert_string_equal(reason, "No such file or directory");
    assert_holds("out", "old");
}

static void links_are_followed_to_the_file(void **state)
{
    (void)state;
    assert_int_equal(mkdir("there", 0777), 0);
    write_file("there/out", "old", 0644);
    assert_int_equal(symlink("there/out", "link") | symlink("link", "link2"), 0);
    assert_int_equal(symlink("there/new", "dangling"), 0);
    char absolute[256];
    assert_non_null(getcwd(absolute, sizeof(absolute) - 16));
    assert_int_equal(symlink(strcat(absolute, "/there/abs"), "absolute"), 0);

    static const char *const cases[][2] = {
        {"link2", "there/out"}, {"dangling", "there/new"}, {"absolute", "there/abs"}};
    for (size_t i = 0; i < 3; i++) {
        struct sink sink = open_sink(cases[i][0]);
        sink_string(&sink, "new");
        finish(&sink);
        assert_holds(cases[i][1], "new");
        struct stat status;
        assert_int_equal(lstat(cases[i][0], &status), 0);
        assert_true(S_ISLNK(status.st_mode));
    }
    assert_int_equal(count_entries("there"), 3);
}

static void devices_and_pipes_are_written_in_place(void **state)
{
    (void)state;
    struct sink sink = open_sink("/dev/null");
    sink_string(&sink, "gone");
    finish(&sink);
    assert_int_equal(access("/dev/null", W_OK), 0);

    assert_int_equal(mkfifo("pipe", 0666), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    sink = open_sink("pipe");
    sink_string(&sink, "through");
    finish(&sink);
    char got[16] = "";
    assert_int_equal(read(reader, got, sizeof(got)), 7);
    assert_string_equal(got, "through");
    assert_int_equal(close(reader), 0);

    sink = open_sink("/dev/null");
    sink_discard(&sink);
}

/* `-o /dev/stdout >>log` must add to the log, not replace it. */
static void standard_output_by_name_is_standard_output(void **state)
{
    (void)state;
    for (int which = STDOUT_FILENO; which <= STDERR_FILENO; which++) {
        write_file("log", "before ", 0644);
        (void)fflush(stdout);
        int saved = dup(which);
        int log = open("log", O_WRONLY | O_APPEND);
        assert_int_equal(dup2(log, which), which);
        struct sink sink;
        const char *reason;
        bool opened =
            sink_open_file(&sink, which == STDOUT_FILENO ? "/dev/stdout" : "/dev/stderr", &reason);
        if (opened) {
            sink_string(&sink, "after");
            opened = sink_finish(&sink, &reason);
        }
        assert_int_equal(dup2(saved, which), which);
        assert_int_equal(close(saved) | close(log), 0);
        assert_true(opened);
        assert_holds("log", "before after");
    }
    assert_int_equal(count_entries("."), 1);
}

static void what_cannot_be_opened_has_its_reason(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"missing/out", "No such file or directory"},
        {"", "No such file or directory"},
        {".", "is a folder"},
        {"file/out", "Not a directory"},
        {"new/", "No such file or directory"},
        {"circle", "Too many levels of symbolic links"},
    };
    write_file("file", "old", 0644);
    assert_int_equal(symlink("circle", "circle"), 0);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct sink sink;
        const char *reason;
        assert_false(sink_open_file(&sink, cases[i][0], &reason));
        assert_string_equal(reason, cases[i][1]);
    }
    assert_int_equal(count_entries("."), 2);
}

/* Root may write anywhere: the child gives that up. */
static void read_only_files_and_folders_are_refused(void **state)
{
    (void)state;
    write_file("out", "old", 0444);
    assert_int_equal(mkdir("shut", 0555), 0);
    assert_int_equal(chmod(".", 0777), 0);
    pid_t child = fork();
    if (child == 0) {
        struct sink sink;
        const char *reason;
        int good = (geteuid() != 0 || setuid(65534) == 0);
        good = good && !sink_open_file(&sink, "out", &reason) &&
               strcmp(reason, "Permission denied") == 0;
        good = good && !sink_open_file(&sink, "shut/out", &reason) &&
               strcmp(reason, "Permission denied") == 0;
        _exit(good ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_holds("out", "old");
}

static void a_full_disk_is_reported_once_at_finish(void **state)
{
    (void)state;
    struct sink sink = open_sink("/dev/full");
    sink_repeat(&sink, "0123456789", SINK_BUFFER);
    const char *reason;
    assert_false(sink_finish(&sink, &reason));
    assert_string_equal(reason, "No space left on device");

    int fd = open("/dev/full", O_WRONLY);
    sink_open_fd(&sink, fd);
    sink_char(&sink, 'x'); /* an error that only the last flush meets */
    assert_false(sink_finish(&sink, &reason));
    assert_string_equal(reason, "No space left on device");
    assert_int_equal(close(fd), 0);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
    (void)state;
    write_file("out", "old", 0644);
    struct sink sink = open_sink("out");
    int full = open("/dev/full", O_WRONLY);
    assert_int_equal(dup2(full, sink.fd), sink.fd);
    assert_int_equal(close(full), 0);
    sink_string(&sink, "new");
    const char *reason;
    assert_false(sink_finish(&sink, &reason));
    assert_string_equal(reason, "No space left on device");
    assert_holds("out", "old");
    assert_int_equal(count_entries("."), 1);
}

static void a_file_that_cannot_be_put_in_place_is_removed(void **state)
{
    (void)state;
    struct sink sink = open_sink("out");
    sink_string(&sink, "new");
    assert_int_equal(mkdir("out", 0777), 0); /* in the meantime */
    const char *reason;
    assert_false(sink_finish(&sink, &reason));
    assert_string_equal(reason, "Is a directory");
    assert_int_equal(count_entries("."), 1);

    sink = open_sink("other");
    assert_int_equal(close(sink.fd), 0);
    assert_false(sink_finish(&sink, &reason));
    assert_string_equal(reason, "Bad file descriptor");
    assert_int_equal(count_entries("."), 1);
}

static void a_closed_pipe_is_met_in_silence(void **state)
{
    (void)state;
    (void)signal(SIGPIPE, SIG_IGN);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(close(ends[0]), 0);
    struct sink sink;
    sink_open_fd(&sink, ends[1]);
    sink_repeat(&sink, "x", 2 * SINK_BUFFER);
    const char *reason = "none";
    assert_false(sink_finish(&sink, &reason));
    assert_null(reason);
    assert_int_equal(close(ends[1]), 0);
}

static void do_nothing(int signal_number)
{
    (void)signal_number;
}

/* The pipe is slow, does not block, and a timer interrupts: still every byte arrives. */
static void a_slow_pipe_gets_every_byte(void **state)
{
    (void)state;
    enum { MUCH = 1024 * 1024 };
    for (int blocks = 0; blocks < 2; blocks++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            size_t total = 0;
            char bytes[5000];
            close(ends[1]);
            for (ssize_t got; (got = read(ends[0], bytes, sizeof(bytes))) > 0;) {
                total += (size_t)got;
                if (total % 7 == 0)
                    (void)poll(NULL, 0, 1);
            }
            _exit(total == MUCH ? 0 : 1);
        }
        assert_int_equal(close(ends[0]), 0);
        if (!blocks)
            assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
        struct sigaction action = {.sa_handler = do_nothing}; /* without SA_RESTART */
        assert_int_equal(sigaction(SIGUSR1, &action, NULL), 0);
        pid_t parent = getpid();
        pid_t annoying = fork();
        if (annoying == 0) {
            (void)close(ends[1]);
            while (kill(parent, SIGUSR1) == 0)
                (void)poll(NULL, 0, 1);
            _exit(0);
        }
        struct sink sink;
        sink_open_fd(&sink, ends[1]);
        sink_repeat(&sink, "x", MUCH);
        finish(&sink);
        assert_int_equal(close(ends[1]), 0);
        int status;
        while (waitpid(child, &status, 0) < 0)
            assert_int_equal(errno, EINTR);
        assert_int_equal(status, 0);
        assert_int_equal(kill(annoying, SIGKILL), 0);
        while (waitpid(annoying, &status, 0) < 0)
            assert_int_equal(errno, EINTR);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_in_memory),
        IN_FOLDER(a_descriptor_gets_every_byte),
        IN_FOLDER(long_output_keeps_its_order),
        IN_FOLDER(one_text_may_be_larger_than_the_buffer),
        IN_FOLDER(a_file_appears_only_at_finish),
        IN_FOLDER(an_old_file_is_replaced_and_keeps_its_mode),
        IN_FOLDER(a_discarded_file_leaves_the_old_one),
        IN_FOLDER(links_are_followed_to_the_file),
        IN_FOLDER(devices_and_pipes_are_written_in_place),
        IN_FOLDER(standard_output_by_name_is_standard_output),
        IN_FOLDER(what_cannot_be_opened_has_its_reason),
        IN_FOLDER(read_only_files_and_folders_are_refused),
        IN_FOLDER(a_full_disk_is_reported_once_at_finish),
        IN_FOLDER(a_failed_write_leaves_the_old_file),
        IN_FOLDER(a_file_that_cannot_be_put_in_place_is_removed),
        cmocka_unit_test(a_closed_pipe_is_met_in_silence),
        cmocka_unit_test(a_slow_pipe_gets_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
