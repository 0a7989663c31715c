/*
 * Why a value is unknown. The tree is evaluated once, noting of every node whether it is unknown;
 * then only unknown operands are followed, down to the answers. What is known decides nothing:
 * where `and` is unknown no side is false, where `or` is unknown no side is true.
 */
#include "batch.h"

struct waiting {
    const struct expr_context *context;
    size_t first;
    size_t index;
    struct expr_wait *wait;
    uint8_t *reached; /* [criterion]: REACHED_… */
};

enum {
    REACHED_COMPUTED = 1, /* its expression is still to be followed, or was */
    REACHED_POINTS = 2,   /* its points were followed */
};

static void follow_expr(struct waiting *waiting, const struct expr *expr);

static struct waiting begin(const struct expr_context *context, size_t first, size_t index,
                            struct expr_wait *wait)
{
    return (struct waiting){
        .context = context,
        .first = first,
        .index = index,
        .wait = wait,
        .reached = arena_array(context->scratch, uint8_t, context->criteria->criterion_count),
    };
}

/* A computed criterion reads only those above it: one pass upwards follows each of them once. */
static void finish(struct waiting *waiting)
{
    const struct criteria *criteria = waiting->context->criteria;
    for (size_t above = criteria->criterion_count; above > 0; above--) {
        if (waiting->reached[above - 1] & REACHED_COMPUTED)
            follow_expr(waiting, criteria->criteria[above - 1].computed_expr);
    }
}

/* An answer that is not there. */
static void follow_answer(struct waiting *waiting, uint32_t position)
{
    const struct criterion *criterion = &waiting->context->criteria->criteria[position];
    const struct column *column = &waiting->context->answers->columns[position];
    enum answer_state state = mark_state(column->marks[waiting->first + waiting->index]);
    if (criterion->dropped || mark_accepted(column->marks[waiting->first + waiting->index])) {
        waiting->wait->any_dropped = true;
    } else if (criterion->computed_expr != NULL) {
        waiting->reached[position] |= REACHED_COMPUTED;
    } else if (state == STATE_NA && criterion->na_excluded) {
        waiting->wait->any_excluded = true;
    } else {
        waiting->wait->open[position] = 1;
        waiting->wait->any_open = true;
        waiting->wait->any_open_buyer |= criterion->by == BY_BUYER;
    }
}

/* Points of an answer that is there: unknown only through its formula, or an end of best and worst
 * over nobody. */
static void follow_form(struct waiting *waiting, uint32_t position)
{
    const struct expr_context *context = waiting->context;
    const struct criterion *criterion = &context->criteria->criteria[position];
    const struct score *score = &criterion->score;
    if (criterion->uses_cohort && context->cohort == NULL)
        waiting->wait->any_other = true;
    else if (score->form == FORM_FORMULA)
        follow_expr(waiting, score->expr);
    else if (score_asks_cohort(score))
        waiting->wait->any_other |= context->cohort->columns[position].bids == 0;
}

static void follow_points(struct waiting *waiting, uint32_t position)
{
    const struct criterion *criterion = &waiting->context->criteria->criteria[position];
    const struct column *column = &waiting->context->answers->columns[position];
    uint8_t mark = column->marks[waiting->first + waiting->index];
    if (waiting->reached[position] & REACHED_POINTS)
        return;
    waiting->reached[position] |= REACHED_POINTS;
    if (criterion->dropped || !mark_answered(mark))
        follow_answer(waiting, position);
    else
        follow_form(waiting, position);
}

/* A category without a score waits for all its criteria: none of them counts. False when it can
 * never have one. */
static bool follow_category(struct waiting *waiting, const struct category *category)
{
    bool any = false;
    for (size_t i = 0; i < category->count; i++) {
        uint32_t position = (uint32_t)(category->first + i);
        if (waiting->context->criteria->criteria[position].weight.value > 0) {
            follow_points(waiting, position);
            any = true;
        }
    }
    return any;
}

static void follow_score(struct waiting *waiting, const struct category *category)
{
    waiting->wait->any_other |= !follow_category(waiting, category);
}

static void follow_total(struct waiting *waiting)
{
    const struct criteria *criteria = waiting->context->criteria;
    bool any = false;
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (criteria->categories[c].weight.value > 0)
            any |= follow_category(waiting, &criteria->categories[c]);
    }
    waiting->wait->any_other |= !any;
}

static void follow_node(struct waiting *waiting, const struct node *node, const uint8_t *unknown);

static void follow_call(struct waiting *waiting, const struct node *node, const uint8_t *unknown)
{
    const struct criteria *criteria = waiting->context->criteria;
    bool any = false;
    switch (node->function->operands) {
    case OPERANDS_POINTS:
        follow_points(waiting, node->position);
        break;
    case OPERANDS_CATEGORY:
        follow_score(waiting, &criteria->categories[node->position]);
        break;
    case OPERANDS_ANSWER:
    case OPERANDS_COHORT:
        if (criteria->criteria[node->position].dropped)
            waiting->wait->any_dropped = true;
        else
            waiting->wait->any_other = true;
        break;
    default:
        for (size_t i = 0; i < node->operand_count; i++) {
            any |= unknown[node->operands[i]->number];
            follow_node(waiting, node->operands[i], unknown);
        }
        waiting->wait->any_other |= !any;
        break;
    }
}

static void follow_node(struct waiting *waiting, const struct node *node, const uint8_t *unknown)
{
    if (!unknown[node->number])
        return;
    if (node->kind == NODE_ANSWER)
        follow_answer(waiting, node->position);
    else if (node->kind == NODE_TOTAL)
        follow_total(waiting);
    else
        follow_call(waiting, node, unknown);
}

static void follow_expr(struct waiting *waiting, const struct expr *expr)
{
    struct batch batch = batch_of(waiting->context, waiting->first, waiting->index, 1);
    uint8_t *unknown = arena_array(waiting->context->scratch, uint8_t, expr->node_count);
    batch.unknown = unknown;
    node_values(&batch, expr->root);
    follow_node(waiting, expr->root, unknown);
}

void expr_wait(const struct expr *expr, const struct expr_context *context, size_t first,
               size_t index, struct expr_wait *wait)
{
    struct waiting waiting = begin(context, first, index, wait);
    follow_expr(&waiting, expr);
    finish(&waiting);
}
