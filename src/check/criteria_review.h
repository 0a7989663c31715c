/* What the checks of criteria work with, and the checks: rows of the table in criteria.c. */
#ifndef SHORTLIST_CHECK_CRITERIA_REVIEW_H
#define SHORTLIST_CHECK_CRITERIA_REVIEW_H

#include "shares.h"
#include "shortlist/check.h"

struct criteria_review {
    const struct check_subject *subject;
    const struct criteria *criteria;
    struct shares shares;
    struct domains *this_buyer;
    struct domains *any_buyer;
    struct problems *problems;
    enum problem_code code; /* of the check at hand */
    size_t parts_placed;    /* by part_place, for that check */
    struct arena arena;
};

/* The place of bytes [from, to) of a phrase; of the whole phrase once so many problems of this kind
 * were placed that further ones are only counted. */
struct place part_place(struct criteria_review *review, const struct phrase *phrase, size_t from,
                        size_t to);

/* weights.c */
void check_tiny_weights(struct criteria_review *review);
void check_dominant_criterion(struct criteria_review *review);

/* profiles.c */
void check_shifted_shares(struct criteria_review *review);

/* forms.c */
void check_equal_points(struct criteria_review *review);
void check_knots(struct criteria_review *review);
void check_options_without_points(struct criteria_review *review);
void check_forms_on_bids(struct criteria_review *review);
void check_rewards_silence(struct criteria_review *review);

/* conditions.c */
void check_never_holds(struct criteria_review *review);
void check_always_holds(struct criteria_review *review);
void check_same_conditions(struct criteria_review *review);

/* rules.c */
void check_counts_twice(struct criteria_review *review);
void check_unproven_knockouts(struct criteria_review *review);

/* messages.c */
void check_mute_messages(struct criteria_review *review);

/* needs.c */
void check_unused_needs(struct criteria_review *review);

/* texts.c */
void check_whys(struct criteria_review *review);
void check_sources(struct criteria_review *review);

#endif
