/* What part of the total each category and criterion carries, by weights alone. */
#ifndef SHORTLIST_SHARES_H
#define SHORTLIST_SHARES_H

#include "shortlist/arena.h"
#include "shortlist/criteria.h"

/* Of the total, 0..1; 0 where nothing can count, dropped criteria for one. */
struct shares {
    double *categories; /* [category] */
    double *criteria;   /* [criterion] */
};

/* Lives in the arena. */
struct shares shares_of(const struct criteria *criteria, struct arena *arena);

#endif
