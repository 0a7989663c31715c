/* What rules do to a vendor: penalties and knock-outs. */
#include "criteria_review.h"
#include "ids.h"
#include "shortlist/expr.h"
#include "shortlist/number.h"

/* --- Penalties -------------------------------------------------------------------------------- */

/* A criterion that keeps no more than this part of its points has lost them. */
static const double lost_share = 0.5;

enum {
    READ = 1,  /* the condition reads it */
    TAKEN = 2, /* it has lost its points when the condition holds, or another one that reads it */
};

struct lost_visit {
    struct criteria_review *review;
    uint8_t *marks; /* [criterion]: of the above */
    struct lost_points *lost;
    size_t count;
};

static void mark_read(void *context, uint32_t criterion)
{
    const struct lost_visit *visit = context;
    visit->marks[criterion] |= READ;
}

static void mark_taken(void *context, uint32_t criterion)
{
    const struct lost_visit *visit = context;
    visit->marks[criterion] |= TAKEN;
}

static void take_lost(void *context, const struct lost_points *lost)
{
    struct lost_visit *visit = context;
    const struct criteria *criteria = visit->review->criteria;
    const struct criterion *criterion = &criteria->criteria[lost->criterion];
    if (lost->most > lost_share * lost->whole || !criterion_can_count(criteria, criterion))
        return;
    visit->lost[visit->count++] = *lost;
    mark_taken(visit, lost->criterion);
    if (criterion->computed_expr != NULL)
        expr_visit_criteria(criterion->computed_expr, criteria, mark_taken, visit);
    if (criterion->score.expr != NULL)
        expr_visit_criteria(criterion->score.expr, criteria, mark_taken, visit);
}

static void tell_twice(const struct lost_visit *visit, const struct rule *rule)
{
    struct criteria_review *review = visit->review;
    struct ids ids = {.list = {.arena = &review->arena}};
    for (size_t i = 0; i < visit->count; i++)
        ids_add(&ids, review->criteria->criteria[visit->lost[i].criterion].id.text);
    problem_add(review->problems, review->code, rule->penalty.place,
                "this counts twice: where `%.*s` fires, %.*s %s lost %s points already",
                TEXT_ARG(rule->id.text), TEXT_ARG(ids_text(&ids)),
                visit->count > 1 ? "have" : "has", visit->count > 1 ? "their" : "its");
    for (size_t i = 0; i < visit->count; i++) {
        const struct lost_points *lost = &visit->lost[i];
        const struct criterion *criterion = &review->criteria->criteria[lost->criterion];
        char most[NUMBER_SIZE];
        char whole[NUMBER_SIZE];
        number_plain(number_round(lost->most, 2), most);
        number_plain(number_round(lost->whole, 2), whole);
        problem_note(
            review->problems,
            criterion->score.place.line != 0 ? criterion->score.place : criterion->id.place,
            "`%.*s` earns at most %s of %s points then", TEXT_ARG(criterion->id.text), most, whole);
    }
    problem_hint(review->problems, "raise the weight of the criterion instead of the penalty, or "
                                   "keep the flag without it");
}

/* A condition that reads more than has lost its points is about something else: two answers that do
 * not go together, say. */
static void check_penalty(struct lost_visit *visit, const struct rule *rule)
{
    const struct criteria *criteria = visit->review->criteria;
    bool all = true;
    for (size_t c = 0; c < criteria->criterion_count; c++)
        visit->marks[c] = 0;
    visit->count = 0;
    expr_visit_lost_points(rule->condition, visit->review->this_buyer, take_lost, visit);
    if (visit->count == 0)
        return;
    expr_visit_criteria(rule->condition, criteria, mark_read, visit);
    for (size_t c = 0; c < criteria->criterion_count; c++)
        all = all && visit->marks[c] != READ;
    if (all)
        tell_twice(visit, rule);
}

void check_counts_twice(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    struct lost_visit visit = {
        .review = review,
        .marks = arena_array(&review->arena, uint8_t, criteria->criterion_count),
        .lost = arena_array(&review->arena, struct lost_points, criteria->criterion_count),
    };
    for (size_t r = 0; r < criteria->rule_count; r++) {
        const struct rule *rule = &criteria->rules[r];
        if (rule->penalty.value > 0 && rule->condition != NULL)
            check_penalty(&visit, rule);
    }
}

/* --- Knock-outs ------------------------------------------------------------------------------- */

struct knockout {
    struct criteria_review *review;
    const struct rule *rule;
};

static void tell_unproven(void *context, const struct unproven *unproven)
{
    const struct knockout *knockout = context;
    struct criteria_review *review = knockout->review;
    const struct criterion *criterion = &review->criteria->criteria[unproven->criterion];
    if (criterion->dropped)
        return;
    problem_add(review->problems, review->code,
                part_place(review, &knockout->rule->when, unproven->from, unproven->to),
                "this knock-out hangs on the bare word of the vendor about `%.*s`",
                TEXT_ARG(criterion->id.text));
    problem_note(review->problems, criterion->id.place, "it is asked without `proof`");
    problem_hint(review->problems,
                 "ask for evidence with `proof: yes`, or in the condition with documented(%.*s)",
                 TEXT_ARG(criterion->id.text));
}

void check_unproven_knockouts(struct criteria_review *review)
{
    for (size_t r = 0; r < review->criteria->rule_count; r++) {
        const struct rule *rule = &review->criteria->rules[r];
        struct knockout knockout = {review, rule};
        if (rule->severity == SEVERITY_KNOCKOUT && rule->condition != NULL)
            expr_visit_unproven(rule->condition, review->criteria, tell_unproven, &knockout);
    }
}
