/*
 * The panel at a glance: what each rater said of each item, how far apart they are, how lenient
 * each is, how well they agree, who would win without each of them, and what to talk about first.
 *
 * An item is a rating criterion of a vendor to which at least one rater gave a value, whether it
 * weighs anything or not; dropped criteria and excluded vendors are left out. Distances are shares
 * of the criterion's scale (0..1), so that criteria of different scales can be taken together.
 */
#ifndef SHORTLIST_PANEL_H
#define SHORTLIST_PANEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/agreement.h"
#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/evaluation.h"
#include "shortlist/settle.h"

struct panel_item {
    uint32_t vendor;
    uint32_t criterion;
    const double *values; /* [rater], on the scale; NaN where the rater gave none */
    struct rated rated;
    double spread;       /* highest - lowest, on the scale */
    double spread_share; /* of the scale, 0..1 */
    double share;        /* of the criterion in the total by weights alone, 0..1 */
    double stakes;       /* points of the total between the highest and lowest rater, were its
                            points the straight line over the scale: 100 * spread_share * share */
    uint32_t outlier;    /* of three values or more the rater farthest from the mean of the others;
                            NOWHERE of fewer, or where two are equally far */
    bool disagree;       /* raters_disagree: more than 40 % of the scale apart */
    const struct decision *decision; /* that settled it, or NULL */
};

struct panel_rater {
    size_t judged;     /* items with a value of this rater */
    size_t abstained;  /* n/a, also where nobody gave a value */
    size_t compared;   /* of those judged, items that another rater judged too */
    double leniency;   /* mean of (own value - mean of the others) / scale over them, -1..1; above
                          0 lenient, below 0 severe; NaN: never compared */
    size_t outlier;    /* items of which this rater is the outlier */
    size_t outlier_of; /* items judged by this rater and two others or more */
};

/* The best ranked vendors: several where they share rank 1, none where nobody is ranked. */
struct winners {
    uint32_t *vendors; /* by id */
    size_t count;
    double total; /* NaN when there is none */
    double lead;  /* over the next rank; NaN when there is none */
};

/* The award with one rater left out. */
struct panel_without {
    uint32_t rater;
    struct winners winners;
    bool changes; /* other winners than with all raters */
};

struct panel {
    const struct evaluation *evaluation;
    struct panel_item *items; /* by criterion in order of the file, then vendor by id */
    size_t item_count;
    uint32_t *moderation; /* items to talk about: spread above 0 and not decided; most stakes first,
                             then the larger spread_share, then order of items */
    size_t moderation_count;
    struct panel_rater *raters; /* [rater]: all who said anything, be it facts alone */
    size_t rater_count;
    /* Units are items, raters those who gave a value to any. */
    double alpha_interval; /* of values as shares of their scales; NaN: undefined */
    double alpha_ordinal;
    double w; /* NaN: undefined */
    size_t w_units;
    struct winners winners;        /* with all raters */
    struct panel_without *without; /* [rater] */
};

/* How far the value of a rater lies from the mean of the others, as a share of the scale, -1..1:
 * their mean over all items is the leniency. NaN where the rater gave none, or nobody else did. */
double panel_distance(const struct panel *panel, const struct panel_item *item, size_t rater);

/*
 * `answers`, `decisions` and `settlement` are those of the evaluation: they are unsettled and
 * settled again without each rater, and left as they were; but pointers to cells of the settlement
 * that were taken before, in cards, are void. `decisions` and `settlement` may be NULL where the
 * evaluation has no ratings. Lives in `arena`; cannot fail.
 */
void panel_make(struct panel *panel, const struct evaluation *evaluation, struct answers *answers,
                struct decisions *decisions, struct settlement *settlement, struct arena *arena);

#endif
