/* The checks of criteria, a row each. */
#include "criteria_review.h"

#include "shortlist/expr.h"

static const struct {
    enum problem_code code;
    void (*check)(struct criteria_review *review);
} checks[] = {
    {PROBLEM_TINY_WEIGHT, check_tiny_weights},
    {PROBLEM_DOMINANT_CRITERION, check_dominant_criterion},
    {PROBLEM_SHIFTED_SHARES, check_shifted_shares},
    {PROBLEM_EQUAL_POINTS, check_equal_points},
    {PROBLEM_UNREACHABLE_KNOT, check_knots},
    {PROBLEM_OPTION_WITHOUT_POINTS, check_options_without_points},
    {PROBLEM_DEPENDS_ON_BIDS, check_forms_on_bids},
    {PROBLEM_REWARDS_SILENCE, check_rewards_silence},
    {PROBLEM_NEVER_HOLDS, check_never_holds},
    {PROBLEM_ALWAYS_HOLDS, check_always_holds},
    {PROBLEM_SAME_CONDITION, check_same_conditions},
    {PROBLEM_COUNTS_TWICE, check_counts_twice},
    {PROBLEM_UNPROVEN_KNOCKOUT, check_unproven_knockouts},
    {PROBLEM_MUTE_MESSAGE, check_mute_messages},
    {PROBLEM_UNUSED_NEED, check_unused_needs},
    {PROBLEM_NO_WHY, check_whys},
    {PROBLEM_NO_SOURCE, check_sources},
};

struct place part_place(struct criteria_review *review, const struct phrase *phrase, size_t from,
                        size_t to)
{
    if (review->parts_placed >= PROBLEMS_KEPT)
        return phrase->place;
    review->parts_placed++;
    return problem_place(review->problems, phrase, from, to);
}

void check_criteria(const struct check_subject *subject, struct problems *problems)
{
    const struct criteria *criteria = subject->criteria;
    struct criteria_review review = {
        .subject = subject,
        .criteria = criteria,
        .this_buyer = domains_new(criteria, subject->as_of, THIS_BUYER),
        .any_buyer = domains_new(criteria, subject->as_of, ANY_BUYER),
        .problems = problems,
    };
    review.shares = shares_of(criteria, &review.arena);
    for (size_t c = 0; c < sizeof checks / sizeof *checks; c++) {
        review.code = checks[c].code;
        review.parts_placed = 0;
        checks[c].check(&review);
    }
    domains_free(review.any_buyer);
    domains_free(review.this_buyer);
    arena_release(&review.arena);
}

bool check_is_of_criteria(enum problem_code code)
{
    for (size_t c = 0; c < sizeof checks / sizeof *checks; c++) {
        if (checks[c].code == code)
            return true;
    }
    return false;
}
