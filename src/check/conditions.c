/* Conditions of rules that are certain, and those that stand twice. */
#include <stdlib.h>

#include "criteria_review.h"
#include "shortlist/expr.h"
#include "shortlist/memory.h"

/* --- Certain parts ---------------------------------------------------------------------------- */

struct certain_visit {
    struct criteria_review *review;
    const struct rule *rule;
    bool holds; /* which certainty is told */
};

/* Where it is declared what answers there may be; line 0 where nothing is declared. */
static struct place answers_place(const struct criterion *criterion)
{
    if (criterion->by == BY_NOBODY)
        return criterion->computed.place;
    if (criterion->type == TYPE_NUMBER || criterion->type == TYPE_RATING)
        return criterion->range.place;
    return criterion->options.place;
}

static void note_answers(struct criteria_review *review, uint32_t position)
{
    if (position == NOWHERE)
        return;
    const struct criterion *criterion = &review->criteria->criteria[position];
    struct place place = answers_place(criterion);
    if (place.line != 0)
        problem_note(review->problems, place, "what `%.*s` can be is stated here",
                     TEXT_ARG(criterion->id.text));
}

/* What follows for the whole rule. */
static const char *consequence(struct criteria_review *review, const struct rule *rule)
{
    struct outcomes outcomes = expr_outcomes(rule->condition, review->any_buyer);
    if (!outcomes.may_hold)
        return ", so the rule never fires";
    return outcomes.may_fail ? "" : ", so the rule fires for every vendor that answers";
}

static void tell_certain(void *context, const struct certainty *certainty)
{
    const struct certain_visit *visit = context;
    struct criteria_review *review = visit->review;
    const struct phrase *when = &visit->rule->when;
    if (certainty->holds != visit->holds)
        return;
    problem_add(review->problems, review->code,
                part_place(review, when, certainty->from, certainty->to), "`%.*s` %s%s",
                TEXT_ARG(text_slice(when->text, certainty->from, certainty->to)),
                certainty->holds ? "holds for every answer" : "can never hold",
                consequence(review, visit->rule));
    note_answers(review, certainty->criterion);
    problem_hint(review->problems,
                 certainty->holds ? "compare with what tells vendors apart; `answered(id)` asks "
                                    "whether there is an answer"
                                  : "compare with what can be answered, or take it out");
}

static void check_certain(struct criteria_review *review, bool holds)
{
    for (size_t r = 0; r < review->criteria->rule_count; r++) {
        const struct rule *rule = &review->criteria->rules[r];
        struct certain_visit visit = {review, rule, holds};
        if (rule->condition != NULL)
            expr_visit_certain(rule->condition, review->any_buyer, tell_certain, &visit);
    }
}

void check_never_holds(struct criteria_review *review)
{
    check_certain(review, false);
}

void check_always_holds(struct criteria_review *review)
{
    check_certain(review, true);
}

/* --- The same condition twice ----------------------------------------------------------------- */

struct said {
    const struct meaning *meaning;
    const struct rule *rule;
};

static int compare_said(const void *left, const void *right)
{
    const struct said *a = left;
    const struct said *b = right;
    int order = meaning_compare(a->meaning, b->meaning);
    return order != 0 ? order : (a->rule > b->rule) - (a->rule < b->rule);
}

static void tell_same(struct criteria_review *review, const struct rule *first,
                      const struct rule *rule)
{
    problem_add(review->problems, review->code, rule->when.place,
                "`%.*s` fires whenever `%.*s` does: their conditions say the same",
                TEXT_ARG(rule->id.text), TEXT_ARG(first->id.text));
    problem_note(review->problems, first->when.place, "the other condition");
    problem_hint(review->problems, "make them one rule, of the worse severity");
}

void check_same_conditions(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    struct said *said = memory_new(criteria->rule_count, sizeof *said);
    size_t count = 0;
    for (size_t r = 0; r < criteria->rule_count; r++) {
        const struct rule *rule = &criteria->rules[r];
        if (rule->condition != NULL)
            said[count++] = (struct said){expr_meaning(rule->condition, &review->arena), rule};
    }
    if (count > 1)
        qsort(said, count, sizeof *said, compare_said);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (meaning_compare(said[first].meaning, said[i].meaning) == 0)
            tell_same(review, said[first].rule, said[i].rule);
        else
            first = i;
    }
    memory_free(said);
}
