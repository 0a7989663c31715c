/* Needs that nothing uses. */
#include "criteria_review.h"
#include "shortlist/expr.h"

struct use {
    const struct criteria *criteria;
    bool *used; /* [need] */
};

static void use_need(void *context, const struct need *need)
{
    struct use *use = context;
    use->used[need - use->criteria->needs] = true;
}

static void use_name(struct use *use, struct text name)
{
    const struct need *need = name.len == 0 ? NULL : criteria_need(use->criteria, name);
    if (need != NULL)
        use_need(use, need);
}

static void use_end(struct use *use, const struct score_end *end)
{
    if (end->kind == END_NEED)
        use_name(use, end->need);
}

static void use_expr(struct use *use, const struct expr *expr)
{
    if (expr != NULL)
        expr_visit_needs(expr, use_need, use);
}

static void use_criterion(struct use *use, const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    use_expr(use, criterion->when_expr);
    use_expr(use, criterion->computed_expr);
    use_expr(use, score->expr);
    if (score->form == FORM_SHARE_OF)
        use_name(use, score->share_of.need);
    if (score->form == FORM_BEST_WORST) {
        use_end(use, &score->best);
        use_end(use, &score->worst);
    }
}

void check_unused_needs(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    struct use use = {criteria, arena_array(&review->arena, bool, criteria->need_count)};
    for (size_t c = 0; c < criteria->criterion_count; c++)
        use_criterion(&use, &criteria->criteria[c]);
    for (size_t r = 0; r < criteria->rule_count; r++) {
        use_expr(&use, criteria->rules[r].condition);
        if (criteria->rules[r].text != NULL)
            message_visit_needs(criteria->rules[r].text, use_need, &use);
    }
    for (size_t n = 0; n < criteria->need_count; n++) {
        const struct word *id = &criteria->needs[n].id;
        if (use.used[n])
            continue;
        problem_add(review->problems, review->code, id->place,
                    "no criterion and no rule uses "
                    "needs.%.*s",
                    TEXT_ARG(id->text));
        problem_hint(review->problems,
                     "whoever changes it expects that something changes: use it, or remove it");
    }
}
