/* What a condition can come out as, and which of its parts are certain. */
#include "outcomes.h"

static bool may_be(struct domains *domains, const struct node *node, bool wanted)
{
    bool possible = assume(domains, node, wanted);
    rewind_to(domains, 0);
    return possible;
}

struct outcomes expr_outcomes(const struct expr *condition, struct domains *domains)
{
    return (struct outcomes){
        .may_hold = may_be(domains, condition->root, true),
        .may_fail = may_be(domains, condition->root, false),
    };
}

/* --- Certain parts ---------------------------------------------------------------------------- */

struct certain_visit {
    struct domains *domains;
    void (*found)(void *context, const struct certainty *certainty);
    void *context;
};

static uint32_t first_criterion(const struct node *node)
{
    uint32_t first = NOWHERE;
    if (node->kind == NODE_ANSWER)
        return node->position;
    if (node->kind == NODE_CALL && node->operand_count == 0 &&
        node->function->operands != OPERANDS_CATEGORY)
        return node->position;
    for (size_t i = 0; first == NOWHERE && i < node->operand_count; i++)
        first = first_criterion(node->operands[i]);
    return first;
}

static void tell_certain(const struct certain_visit *visit, const struct node *node, bool holds)
{
    struct certainty certainty = {
        .holds = holds,
        .from = node->from,
        .to = node->to,
        .criterion = first_criterion(node),
    };
    visit->found(visit->context, &certainty);
}

static struct outcomes visit_certain(const struct certain_visit *visit, const struct node *node,
                                     struct outcomes known);

static struct outcomes reversed(struct outcomes outcomes)
{
    return (struct outcomes){outcomes.may_fail, outcomes.may_hold};
}

/*
 * What joins two conditions by `and`; `or` is the same of what they are not. Where both hold, each
 * of them may: then the parts need not be tried again, and the whole is tried once.
 */
static struct outcomes visit_joined(const struct certain_visit *visit, const struct node *node,
                                    struct outcomes known)
{
    bool is_and = node->function->assume == assume_and;
    struct outcomes whole = is_and ? known : reversed(known);
    whole.may_hold = whole.may_hold || may_be(visit->domains, node, is_and);
    struct outcomes told = {.may_hold = whole.may_hold};
    struct outcomes parts[2];
    for (size_t i = 0; i < 2; i++) {
        parts[i] = visit_certain(visit, node->operands[i], is_and ? told : reversed(told));
        parts[i] = is_and ? parts[i] : reversed(parts[i]);
    }
    whole.may_fail = parts[0].may_fail || parts[1].may_fail;
    if (!whole.may_hold && whole.may_fail && parts[0].may_hold && parts[1].may_hold)
        tell_certain(visit, node, !is_and);
    return is_and ? whole : reversed(whole);
}

static struct outcomes visit_compared(const struct certain_visit *visit, const struct node *node,
                                      struct outcomes known)
{
    const struct node *constant = constant_side(node);
    bool same = (node->function->assume == assume_equal) == (constant->byte == TRUTH_TRUE);
    if (is_free(visit->domains, constant)) {
        struct outcomes part = visit_certain(visit, other_side(node), (struct outcomes){0});
        bool any = part.may_hold || part.may_fail;
        return (struct outcomes){any, any};
    }
    known = same ? known : reversed(known);
    struct outcomes part = visit_certain(visit, other_side(node), known);
    return same ? part : reversed(part);
}

static struct outcomes visit_test(const struct certain_visit *visit, const struct node *node,
                                  struct outcomes known)
{
    struct outcomes outcomes = {
        .may_hold = known.may_hold || may_be(visit->domains, node, true),
        .may_fail = known.may_fail || may_be(visit->domains, node, false),
    };
    if (!outcomes.may_hold || !outcomes.may_fail)
        tell_certain(visit, node, outcomes.may_hold);
    return outcomes;
}

/* `known` is what the node may be by what its surroundings may be. */
static struct outcomes visit_certain(const struct certain_visit *visit, const struct node *node,
                                     struct outcomes known)
{
    if (!is_connective(node))
        return visit_test(visit, node, known);
    if (compares_truths(node))
        return visit_compared(visit, node, known);
    if (node->function->assume == assume_not)
        return reversed(visit_certain(visit, node->operands[0], reversed(known)));
    return visit_joined(visit, node, known);
}

void expr_visit_certain(const struct expr *condition, struct domains *domains,
                        void (*found)(void *context, const struct certainty *certainty),
                        void *context)
{
    struct certain_visit visit = {domains, found, context};
    visit_certain(&visit, condition->root, (struct outcomes){0});
}
