/* A line on the terminal that tells how far a long piece of work has come. */
#ifndef SHORTLIST_CLI_PROGRESS_LINE_H
#define SHORTLIST_CLI_PROGRESS_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "shortlist/progress.h"

struct progress_line {
    struct progress progress; /* for those who work; the line itself is ours */
    int64_t began;            /* in ms, of a clock that never goes back; 0: nobody has told yet */
    int64_t told;             /* when the line was written last */
    bool shown;
};

/* The line shows itself once the work has taken half a second, on standard error. */
void progress_line_begin(struct progress_line *line);

/* Takes the line away, so that something else can be written. */
void progress_line_clear(struct progress_line *line);

#endif
