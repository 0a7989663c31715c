/* The line that tells how far a long run has come. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../src/cli/progress_line.h"

/* What is written to standard error between these two. */
static int standard_error;
static char written_path[] = "/tmp/progress-line-XXXXXX";
static char written[512];

static int begin_writing(void **state)
{
    (void)state;
    strcpy(written_path, "/tmp/progress-line-XXXXXX");
    int file = mkstemp(written_path);
    standard_error = dup(STDERR_FILENO);
    return file < 0 || dup2(file, STDERR_FILENO) < 0 || close(file) != 0;
}

static const char *end_writing(void)
{
    int file = open(written_path, O_RDONLY);
    ssize_t got = read(file, written, sizeof written - 1);
    written[got > 0 ? got : 0] = '\0';
    (void)close(file);
    (void)unlink(written_path);
    (void)dup2(standard_error, STDERR_FILENO);
    (void)close(standard_error);
    return written;
}

static void test_short_work_shows_nothing(void **state)
{
    (void)state;
    struct progress_line line;
    progress_line_begin(&line);
    progress_tell(&line.progress, "reading", 1, 2);
    progress_line_clear(&line);
    assert_string_equal(end_writing(), "");
}

static void test_long_work_shows_a_line_and_takes_it_away(void **state)
{
    (void)state;
    struct progress_line line;
    progress_line_begin(&line);
    line.began -= 501; /* half a second is over */
    progress_tell(&line.progress, "reading", 1, 4);
    progress_tell(&line.progress, "reading", 2, 4); /* too soon after the first */
    line.told -= 101;
    progress_tell(&line.progress, "judging", 3, 4);
    progress_line_clear(&line);
    progress_line_clear(&line); /* there is nothing any more */
    assert_string_equal(end_writing(), "\rreading                           25 %"
                                       "\rjudging                           75 %"
                                       "\r                                      \r");
}

static void test_nobody_watches(void **state)
{
    (void)state;
    progress_tell(NULL, "reading", 1, 2);
    assert_string_equal(end_writing(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_short_work_shows_nothing, begin_writing),
        cmocka_unit_test_setup(test_long_work_shows_a_line_and_takes_it_away, begin_writing),
        cmocka_unit_test_setup(test_nobody_watches, begin_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
