/* What the panel has still to judge, as every format of its report counts it. */
#ifndef SHORTLIST_RENDER_PANEL_OPEN_H
#define SHORTLIST_RENDER_PANEL_OPEN_H

#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

/* Judgements still to come. */
struct panel_open {
    size_t *by_rater; /* [rater] */
    size_t others;    /* that nobody has begun, or that raters contradict each other in */
};

/* Over all vendors. Lives in `arena`. */
struct panel_open panel_open_count(const struct evaluation *evaluation, size_t raters,
                                   struct arena *arena);

#endif
