/*
 * The formats in which a run's problems are reported: for people, for programs, for what shows them
 * beside the lines of a change. One file a format, a table row each. Each escapes for its own
 * target everything that came from a file.
 */
#ifndef SHORTLIST_PROBLEM_FORMATS_H
#define SHORTLIST_PROBLEM_FORMATS_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/problem.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

/* All that is pointed to is borrowed. */
struct problem_report {
    const struct problems *problems; /* sorted */
    const struct text *files; /* that were checked, also those without problems; each once, as
                                 sources name them, in byte order */
    size_t file_count;
    const char *version; /* of the program */
    /*
     * github and sarif show problems in a checkout, so they give paths from its root where a file
     * lies below it. Both folders are absolute.
     */
    struct text folder; /* where relative paths begin: the current one; empty when unknown */
    struct text root;   /* of the checkout; empty for `folder` itself */
    bool strict;        /* warnings fail */
    struct problem_style style; /* of text */
};

struct problem_format {
    const char *name;    /* of --format */
    const char *summary; /* one line, for help */
    void (*write)(const struct problem_report *report, struct sink *sink);
};

/* All formats; the first is the default. */
extern const struct problem_format problem_formats[];
extern const size_t problem_format_count;

#endif
