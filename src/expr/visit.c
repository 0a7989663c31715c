/* What an expression reads, without evaluating it. */
#include "node.h"

#include "shortlist/memory.h"

struct visit {
    const struct criteria *criteria;
    void (*found)(void *context, uint32_t criterion);
    void *context;
    bool values_only;
    uint8_t *reached; /* [criterion]: REACHED_… */
};

enum {
    REACHED_VALUE = 1,   /* a computed criterion whose expression is still to be walked, or was */
    REACHED_FORMULA = 2, /* its formula was walked */
};

static void visit_node(struct visit *visit, const struct node *node);

static void visit_answer(struct visit *visit, uint32_t criterion)
{
    visit->found(visit->context, criterion);
    visit->reached[criterion] |= REACHED_VALUE;
}

/* A formula reads no points, so this nests only once. */
static void visit_points(struct visit *visit, uint32_t criterion)
{
    const struct expr *formula = visit->criteria->criteria[criterion].score.expr;
    visit_answer(visit, criterion);
    if (formula == NULL || (visit->reached[criterion] & REACHED_FORMULA))
        return;
    visit->reached[criterion] |= REACHED_FORMULA;
    visit_node(visit, formula->root);
}

static void visit_score(struct visit *visit, uint32_t position)
{
    const struct category *category = &visit->criteria->categories[position];
    for (size_t i = 0; i < category->count; i++) {
        uint32_t criterion = (uint32_t)(category->first + i);
        if (visit->criteria->criteria[criterion].weight.value > 0)
            visit_points(visit, criterion);
    }
}

static void visit_total(struct visit *visit)
{
    for (uint32_t c = 0; c < visit->criteria->category_count; c++) {
        if (visit->criteria->categories[c].weight.value > 0)
            visit_score(visit, c);
    }
}

static void visit_node(struct visit *visit, const struct node *node)
{
    if (node->kind == NODE_ANSWER)
        visit_answer(visit, node->position);
    if (node->kind == NODE_TOTAL)
        visit_total(visit);
    if (node->kind != NODE_CALL)
        return;
    switch (node->function->operands) {
    case OPERANDS_ANSWER:
        if (!visit->values_only)
            visit_answer(visit, node->position);
        break;
    case OPERANDS_COHORT:
        visit_answer(visit, node->position);
        break;
    case OPERANDS_POINTS:
        visit_points(visit, node->position);
        break;
    case OPERANDS_CATEGORY:
        visit_score(visit, node->position);
        break;
    default:
        for (size_t i = 0; i < node->operand_count; i++)
            visit_node(visit, node->operands[i]);
        break;
    }
}

static void visit_expr(const struct expr *expr, struct visit visit)
{
    size_t count = visit.criteria->criterion_count;
    visit.reached = memory_new(count, 1);
    visit_node(&visit, expr->root);
    /* A computed criterion reads only those above it: one pass upwards meets them all. */
    for (size_t above = count; above > 0; above--) {
        const struct expr *computed = visit.criteria->criteria[above - 1].computed_expr;
        if ((visit.reached[above - 1] & REACHED_VALUE) && computed != NULL)
            visit_node(&visit, computed->root);
    }
    memory_free(visit.reached);
}

void expr_visit_criteria(const struct expr *expr, const struct criteria *criteria,
                         void (*found)(void *context, uint32_t criterion), void *context)
{
    visit_expr(expr, (struct visit){.criteria = criteria, .found = found, .context = context});
}

void expr_visit_values(const struct expr *expr, const struct criteria *criteria,
                       void (*found)(void *context, uint32_t criterion), void *context)
{
    visit_expr(expr,
               (struct visit){
                   .criteria = criteria, .found = found, .context = context, .values_only = true});
}

static void visit_needs(const struct node *node,
                        void (*found)(void *context, const struct need *need), void *context)
{
    if (node->need != NULL)
        found(context, node->need);
    for (size_t i = 0; i < node->operand_count; i++)
        visit_needs(node->operands[i], found, context);
}

void expr_visit_needs(const struct expr *expr,
                      void (*found)(void *context, const struct need *need), void *context)
{
    visit_needs(expr->root, found, context);
}

void visit_cohort(const struct node *node, void (*found)(void *context, uint32_t criterion),
                  void *context)
{
    if (node->kind == NODE_CALL && node->function->operands == OPERANDS_COHORT)
        found(context, node->position);
    for (size_t i = 0; i < node->operand_count; i++)
        visit_cohort(node->operands[i], found, context);
}

void expr_visit_cohort(const struct expr *expr, void (*found)(void *context, uint32_t criterion),
                       void *context)
{
    visit_cohort(expr->root, found, context);
}

static bool uses_cohort(const struct node *node, const struct criteria *criteria)
{
    if (node->kind == NODE_TOTAL)
        return true;
    if (node->kind == NODE_CALL && node->function->operands == OPERANDS_COHORT)
        return true;
    if (node->kind == NODE_CALL && node->function->operands == OPERANDS_POINTS)
        return criteria->criteria[node->position].uses_cohort;
    if (node->kind == NODE_CALL && node->function->operands == OPERANDS_CATEGORY)
        return criteria->categories[node->position].uses_cohort;
    for (size_t i = 0; i < node->operand_count; i++) {
        if (uses_cohort(node->operands[i], criteria))
            return true;
    }
    return false;
}

bool expr_uses_cohort(const struct expr *expr, const struct criteria *criteria)
{
    return uses_cohort(expr->root, criteria);
}

struct silence {
    const struct criteria *criteria;
    bool possible;
};

static void note_silent(void *context, uint32_t position)
{
    struct silence *silence = context;
    const struct criterion *criterion = &silence->criteria->criteria[position];
    silence->possible |= criterion->dropped || criterion->na_excluded;
}

bool expr_may_be_silent(const struct expr *expr, const struct criteria *criteria)
{
    struct silence silence = {.criteria = criteria};
    expr_visit_criteria(expr, criteria, note_silent, &silence);
    return silence.possible;
}
