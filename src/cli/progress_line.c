/* A line on the terminal that tells how far a long piece of work has come. */
#include "progress_line.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { SHOWN_AFTER = 500, TOLD_EVERY = 100 }; /* ms */

static int64_t now(void)
{
    struct timespec time;
    if (clock_gettime(CLOCK_MONOTONIC, &time) != 0)
        return 0;
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Nobody is told when the terminal cannot be written to: it is only company. */
static void write_line(const char *line, int length)
{
    if (length > 0)
        (void)!write(STDERR_FILENO, line, (size_t)length);
}

static void tell(struct progress *progress, const char *work, size_t done, size_t all)
{
    struct progress_line *line = (struct progress_line *)progress;
    const int64_t time = now();
    if (line->began == 0)
        line->began = time;
    if (time - line->began < SHOWN_AFTER || time - line->told < TOLD_EVERY)
        return;
    char text[80];
    const double share = all == 0 ? 0 : (double)done / (double)all;
    write_line(text, snprintf(text, sizeof text, "\r%-32.32s %3.0f %%", work, 100 * share));
    line->told = time;
    line->shown = true;
}

void progress_line_begin(struct progress_line *line)
{
    *line = (struct progress_line){.progress = {.tell = tell}, .began = now()};
}

void progress_line_clear(struct progress_line *line)
{
    char blanks[48];
    if (line->shown)
        write_line(blanks, snprintf(blanks, sizeof blanks, "\r%38s\r", ""));
    line->shown = false;
}
