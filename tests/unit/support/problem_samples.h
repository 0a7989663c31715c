/*
 * Reports of problems, filled by hand: every kind of place, texts that mean harm, more problems
 * than are kept, and nothing at all. Checked against what readers of each format ask for, and the
 * input of tests/formats/validate.
 */
#ifndef SUPPORT_PROBLEM_SAMPLES_H
#define SUPPORT_PROBLEM_SAMPLES_H

#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/problem_formats.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

enum { SAMPLE_SOURCES = 8 };

struct problem_sample {
    struct arena arena;
    struct problems problems;
    struct source sources[SAMPLE_SOURCES];
    size_t source_count;
    struct text files[SAMPLE_SOURCES];
    struct problem_report report;
};

struct sample_row {
    const char *name; /* letters and dashes */
    void (*fill)(struct problem_sample *sample);
};

extern const struct sample_row sample_rows[];
extern const size_t sample_row_count;

/* The sample of that name, its problems sorted; fails the test when there is none. */
void sample_fill(struct problem_sample *sample, const char *name);
void sample_release(struct problem_sample *sample);

/* Its report in a format; the text lives in the sample and ends in a NUL. */
struct text sample_report(struct problem_sample *sample, const char *format);

/* A further source, which is among the files that were checked. */
struct source *sample_file(struct problem_sample *sample, const char *path, struct text bytes);

/* A place within one line. */
struct place place_in(const struct source *source, uint32_t line, uint32_t column,
                      uint32_t end_column);

#endif
