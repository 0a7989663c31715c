/*
 * What stands out on a vendor's card: its best and worst answers, and where points were lost. And
 * how settled the results of several vendors are.
 */
#ifndef SHORTLIST_SCORECARD_H
#define SHORTLIST_SCORECARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/evaluation.h"

enum { SCORECARD_PICKS = 3 };

struct scorecard_picks {
    uint32_t criteria[SCORECARD_PICKS]; /* positions, the most telling first */
    size_t count;
};

/*
 * Only criteria that have a share of the total are picked. Of equals the larger share comes first,
 * then the order of the file. Of few answers the better half can be strongest, the other weakest;
 * none is both.
 */
struct scorecard {
    double sum;                       /* of the contributions, before penalties; NaN: no score */
    struct scorecard_picks strongest; /* answered, the most points first, more than 0 */
    struct scorecard_picks weakest;   /* answered, the fewest points first, less than 100 */
    struct scorecard_picks most_lost; /* the most points of the total lost first; open ones too */
};

/* From a whole card (card_make). Cannot fail. */
void scorecard_make(struct scorecard *scorecard, const struct evaluation *evaluation,
                    const struct card *card);

/* What is still to come of the results of some vendors. Judgements are counted as evaluators.h has
 * them: one of each rater that is expected to make it. */
struct standing {
    size_t vendors;
    size_t judged_vendors; /* those that are not excluded: the ones judgements are about */
    size_t conditional;    /* vendors ranked that may still be knocked out */
    size_t judgements;     /* of the buyer, over these vendors: those that count for something */
    size_t open_judgements;
    size_t judgements_each; /* of each vendor judged; 0: they differ */
};

/* Of `count` vendors, by their positions. In time of all ratings and of the cells of these vendors.
 * Cannot fail. */
void standing_make(struct standing *standing, const struct evaluation *evaluation,
                   const uint32_t *vendors, size_t count);

/* Whether what is still open could turn round two of the best `best` ranked vendors: the range of
 * one reaches into that of the one placed before it. */
bool standing_may_change(const struct evaluation *evaluation, size_t best);

#endif
