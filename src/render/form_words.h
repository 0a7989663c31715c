/* How points come about, in words: the score form of a criterion on one line. */
#ifndef SHORTLIST_RENDER_FORM_WORDS_H
#define SHORTLIST_RENDER_FORM_WORDS_H

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/evaluation.h"

/*
 * "10 -> 100, 30 -> 50, straight lines between", "yes 100, no 0", "100 at the lowest bid 9.8, 0 at
 * 40". Of linked criteria; `cohort` may be NULL, and the lowest and highest bids have no values
 * then. As the files have the labels: not made visible yet. Empty for a text. Lives in `arena`.
 */
struct text form_words(struct arena *arena, const struct criteria *criteria, uint32_t criterion,
                       const struct cohort *cohort);

/* A number for people: with at most two decimals, or two digits where it is smaller than that. */
struct text brief_number(struct arena *arena, double value);

#endif
