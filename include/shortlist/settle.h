/*
 * Settling: what raters and decisions make of the vendors' words. Ratings enter the columns first,
 * then decisions, which outrank them; all of it can be taken back, to see what a vendor said and
 * what another panel would have made of it.
 *
 *   a rating criterion       the mean of its raters, summed in order of name; contested where the
 *                            highest and lowest lie more than 40 % of the scale apart
 *   a buyer's other          the value that all raters found; contested and open where they differ;
 *                            texts of several raters are joined by line ends
 *   a vendor's answer        its value stays; contested where a rater found another one. The
 *                            highest evidence that a rater states replaces the vendor's, but does
 *                            not end an expiry
 *   a decision               its value counts, contests end; its evidence counts, and ends an
 *                            expiry
 */
#ifndef SHORTLIST_SETTLE_H
#define SHORTLIST_SETTLE_H

#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/decisions.h"
#include "shortlist/ratings.h"

/* The part of its scale that raters may lie apart before it is called a disagreement. */
#define DISAGREEMENT_SHARE 0.4

/* A cell that was changed, as it was before. */
struct settled_cell {
    uint32_t vendor;
    uint32_t criterion;
    struct cell own; /* the vendor's own word, or silence */
};

struct settlement {
    struct settled_cell *cells; /* by vendor, criterion */
    size_t count;
    size_t capacity;
    struct arena texts; /* of several raters, joined */
};

/*
 * Changes the columns, which may then hold texts of the settlement, and sets
 * decisions->items[].before. `ratings` and `decisions` are sorted; `without` is a rater whose word
 * is left out, or NOWHERE. `settlement` is empty; settlement_release frees it. Criteria that are
 * dropped are passed over.
 */
void settle(struct settlement *settlement, struct answers *answers, const struct criteria *criteria,
            const struct ratings *ratings, struct decisions *decisions, uint32_t without);

/* Puts every changed cell back and empties the settlement; the texts that it joined are gone. */
void unsettle(struct settlement *settlement, struct answers *answers);

void settlement_release(struct settlement *settlement);

/* What stood in a cell before, or NULL where nothing changed it. */
const struct cell *settlement_own(const struct settlement *settlement, uint32_t vendor,
                                  uint32_t criterion);

/* The values that `count` ratings of one cell state: how many do, the extremes and the mean, summed
 * in their order; NaN when none does. Of rating criteria. */
struct rated {
    size_t count;
    double lowest;
    double highest;
    double mean;
};

struct rated ratings_rated(const struct rating *ratings, size_t count, uint32_t without);

/* Whether the extremes lie more than DISAGREEMENT_SHARE of the scale apart. */
bool rated_disagree(const struct rated *rated, const struct criterion *criterion);

#endif
