/* Reads and links one criteria file, for the programs that make or judge vendors by it. */
#ifndef BENCH_CRITERIA_FILE_H
#define BENCH_CRITERIA_FILE_H

#include <stdbool.h>
#include <unistd.h>

#include "program.h"
#include "shortlist/date.h"
#include "shortlist/link.h"
#include "shortlist/load.h"
#include "shortlist/sink.h"

/* False, with the problems on standard error, when the file has errors. Either way the caller
 * releases `inputs`, which it zeroed. Today is 2026-11-21. */
static inline bool criteria_file_read(struct inputs *inputs, const char *path)
{
    struct problems problems = {0};
    struct input_options options = {.criteria = path};
    date_parse(TEXT("2026-11-21"), &options.today);
    inputs_open(inputs, &options, &problems);
    bool fine = inputs->has_criteria && problems.totals[PROBLEM_ERROR] == 0 &&
                link_criteria(&inputs->criteria, inputs->as_of, &inputs->arena, &problems);
    struct sink sink;
    const char *reason;
    sink_open_fd(&sink, STDERR_FILENO);
    problems_print(&problems, &sink, (struct problem_style){.excerpts = true});
    sink_finish(&sink, &reason);
    problems_release(&problems);
    return fine;
}

/* Reads the file, does what the program is for, and returns its exit status. `counts` are the
 * numbers of its options. */
static inline int with_criteria_file(const char *path, const uint32_t *counts,
                                     bool (*run)(struct inputs *inputs, const uint32_t *counts))
{
    struct inputs inputs = {0};
    bool done = criteria_file_read(&inputs, path) && run(&inputs, counts);
    inputs_release(&inputs);
    return exit_status(done);
}

#endif
