/* What part of the total each category and criterion carries, by weights alone. */
#ifndef SHORTLIST_CHECK_SHARES_H
#define SHORTLIST_CHECK_SHARES_H

#include "shortlist/criteria.h"

/* Of the total, 0..1; 0 where nothing can count, dropped criteria for one. */
struct shares {
    double *categories; /* [category] */
    double *criteria;   /* [criterion] */
};

/* Lives in the arena. */
struct shares shares_of(const struct criteria *criteria, struct arena *arena);

enum { SHARE_SIZE = 64 };

/* "0.95 %", rounded down, so that what lies under a limit is not shown as the limit. */
const char *share_print(double share, char out[static SHARE_SIZE]);

#endif
