/* How many problems a source has: what problem.c and problem_print.c share. */
#ifndef SHORTLIST_DIAG_TALLY_H
#define SHORTLIST_DIAG_TALLY_H

#include <stddef.h>

#include "shortlist/problem.h"

struct problem_tally {
    struct text name;                /* of the source; empty for problems without one */
    size_t kept[PROBLEM_SEVERITIES]; /* by severity: warnings must not push errors out */
    size_t dropped[PROBLEM_SEVERITIES];
};

struct text tally_name(const struct source *source);

/* The tally of a source, or NULL when it has no problems. */
const struct problem_tally *tally_find(const struct problems *problems,
                                       const struct source *source);

#endif
