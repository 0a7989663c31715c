/* Messages that show nothing of what made their rule fire. */
#include "criteria_review.h"
#include "shortlist/expr.h"

struct showing {
    const struct criteria *criteria;
    uint32_t *of_criteria;         /* [criterion]: 1 + the last rule whose condition uses it */
    uint32_t *of_needs;            /* [need]: the same */
    uint32_t rule;                 /* 1 + the rule at hand */
    const struct criterion *worth; /* the first criterion whose answer is worth showing, or NULL */
    bool shown;
};

/* The condition says which answer it is where there are only few. */
static bool has_few_answers(const struct criterion *criterion)
{
    return criterion->type == TYPE_YES_NO || criterion->type == TYPE_CHOICE;
}

static void use_criterion(void *context, uint32_t criterion)
{
    struct showing *showing = context;
    showing->of_criteria[criterion] = showing->rule;
}

static void use_value(void *context, uint32_t position)
{
    struct showing *showing = context;
    const struct criterion *criterion = &showing->criteria->criteria[position];
    if (showing->worth == NULL && !has_few_answers(criterion))
        showing->worth = criterion;
}

static void use_need(void *context, const struct need *need)
{
    struct showing *showing = context;
    showing->of_needs[need - showing->criteria->needs] = showing->rule;
}

static void show_criterion(void *context, uint32_t criterion)
{
    struct showing *showing = context;
    showing->shown = showing->shown || showing->of_criteria[criterion] == showing->rule;
}

static void show_need(void *context, const struct need *need)
{
    struct showing *showing = context;
    showing->shown =
        showing->shown || showing->of_needs[need - showing->criteria->needs] == showing->rule;
}

/* Whether the condition turns on a value that the message does not show. */
static bool is_mute(struct showing *showing, const struct rule *rule)
{
    showing->worth = NULL;
    showing->shown = false;
    expr_visit_values(rule->condition, showing->criteria, use_value, showing);
    if (showing->worth == NULL)
        return false;
    expr_visit_criteria(rule->condition, showing->criteria, use_criterion, showing);
    expr_visit_needs(rule->condition, use_need, showing);
    message_visit_criteria(rule->text, showing->criteria, show_criterion, showing);
    message_visit_needs(rule->text, show_need, showing);
    return !showing->shown;
}

void check_mute_messages(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    struct showing showing = {
        .criteria = criteria,
        .of_criteria = arena_array(&review->arena, uint32_t, criteria->criterion_count),
        .of_needs = arena_array(&review->arena, uint32_t, criteria->need_count),
    };
    for (uint32_t r = 0; r < criteria->rule_count; r++) {
        const struct rule *rule = &criteria->rules[r];
        showing.rule = r + 1;
        if (rule->condition == NULL || rule->text == NULL || !is_mute(&showing, rule))
            continue;
        problem_add(review->problems, review->code, rule->message.place,
                    "the message of `%.*s` shows nothing that its condition uses, so nobody sees "
                    "why it fired",
                    TEXT_ARG(rule->id.text));
        if (expr_stage(rule->condition) == STAGE_SCORES)
            problem_hint(review->problems,
                         "show what it compares: `{total}`, `{score(id)}` or `{points(id)}`");
        else
            problem_hint(review->problems, "show the answer: `{%.*s}`",
                         TEXT_ARG(showing.worth->id.text));
    }
}
