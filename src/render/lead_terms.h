/* What compare says of a difference besides its categories, as every report for people lists it. */
#ifndef SHORTLIST_RENDER_LEAD_TERMS_H
#define SHORTLIST_RENDER_LEAD_TERMS_H

#include <stddef.h>

#include "shortlist/compare.h"

enum { LEAD_TERMS = 4 };

/* In points of the total. */
struct lead_term {
    double a, b, difference;
    const char *what;
};

extern const char lead_categories_heading[];
extern const char lead_criteria_heading[];

/*
 * What leads from the categories to the scores, and the scores: each term that is not shown as 0
 * with so many decimals. Returns how many there are, at least the scores.
 */
size_t lead_terms(const struct comparison *comparison, int decimals,
                  struct lead_term terms[LEAD_TERMS]);

#endif
