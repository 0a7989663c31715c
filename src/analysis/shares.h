/* What a criterion weighs in the total. */
#ifndef SHORTLIST_ANALYSIS_SHARES_H
#define SHORTLIST_ANALYSIS_SHARES_H

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

/* [criterion]: its share of the total by weights alone, 0..1; above 0 where it can count for
 * something. In `arena`. */
double *criterion_shares(const struct evaluation *evaluation, struct arena *arena);

#endif
