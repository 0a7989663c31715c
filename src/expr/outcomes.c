/* Assuming conditions, one after the other, and undoing it. */
#include "outcomes.h"

#include "batch.h"
#include "shortlist/memory.h"

/* --- Changes ---------------------------------------------------------------------------------- */

static bool points_remain(const struct domains *domains, uint32_t criterion)
{
    const struct possible *now = &domains->now[criterion];
    bool narrowed = now->points.low > span_all.low || now->points.high < span_all.high;
    return !narrowed || !span_is_none(points_span(domains, criterion, now));
}

bool narrow(struct domains *domains, uint32_t criterion, const struct possible *possible)
{
    if (domains->change_count == domains->change_capacity) {
        domains->change_capacity =
            memory_grown(domains->change_capacity, domains->change_count + 1);
        domains->changes =
            memory_resize(domains->changes, domains->change_capacity, sizeof *domains->changes);
    }
    domains->changes[domains->change_count++] = (struct change){criterion, domains->now[criterion]};
    domains->now[criterion] = *possible;
    return points_remain(domains, criterion);
}

/* Takes a change back, or makes it again. */
static void swap_change(struct domains *domains, struct change *change)
{
    struct possible now = domains->now[change->criterion];
    domains->now[change->criterion] = change->before;
    change->before = now;
}

static void take_back(struct domains *domains, size_t from, size_t to)
{
    for (size_t i = to; i > from; i--)
        swap_change(domains, &domains->changes[i - 1]);
}

void rewind_to(struct domains *domains, size_t count)
{
    take_back(domains, count, domains->change_count);
    domains->change_count = count;
}

/* --- Branches --------------------------------------------------------------------------------- */

static struct possible possible_hull(const struct possible *a, const struct possible *b)
{
    bool same_text = a->text.ptr != NULL && b->text.ptr != NULL && text_equal(a->text, b->text);
    return (struct possible){
        .answer =
            {
                .numbers = span_hull(a->answer.numbers, b->answer.numbers),
                .options = a->answer.options | b->answer.options,
                .must = a->answer.must & b->answer.must,
                .may = a->answer.may | b->answer.may,
                .count = span_hull(a->answer.count, b->answer.count),
            },
        .text = same_text ? a->text : (struct text){0},
        .formula = span_hull(a->formula, b->formula),
        .points = span_hull(a->points, b->points),
        .proofs = a->proofs | b->proofs,
    };
}

struct branches branches_begin(const struct domains *domains)
{
    return (struct branches){.from = domains->change_count, .to = domains->change_count};
}

/* The changes of the first thing are taken back, but kept below those of the second. */
void branches_turn(struct domains *domains, struct branches *branches, bool first)
{
    branches->first = first;
    if (first) {
        branches->to = domains->change_count;
        take_back(domains, branches->from, branches->to);
    } else {
        rewind_to(domains, branches->from);
    }
}

/* Only what both have narrowed stays narrowed. */
bool branches_join(struct domains *domains, const struct branches *branches, bool second)
{
    if (!branches->first)
        return second;
    for (size_t i = branches->from; second && i < branches->to; i++) {
        struct change *change = &domains->changes[i];
        change->before = possible_hull(&change->before, &domains->now[change->criterion]);
    }
    rewind_to(domains, branches->to);
    for (size_t i = branches->from; i < branches->to; i++)
        swap_change(domains, &domains->changes[i]);
    return true;
}

/* --- Connectives ------------------------------------------------------------------------------ */

bool is_connective(const struct node *node)
{
    return node->kind == NODE_CALL &&
           (node->function->operands == OPERANDS_TRUTHS || compares_truths(node));
}

static bool assume_both(struct domains *domains, const struct node *node, bool wanted)
{
    return assume(domains, node->operands[0], wanted) && assume(domains, node->operands[1], wanted);
}

static bool assume_either(struct domains *domains, const struct node *node, bool wanted)
{
    struct branches branches = branches_begin(domains);
    branches_turn(domains, &branches, assume(domains, node->operands[0], wanted));
    return branches_join(domains, &branches, assume(domains, node->operands[1], wanted));
}

bool assume_and(struct domains *domains, const struct node *node, bool wanted)
{
    return wanted ? assume_both(domains, node, true) : assume_either(domains, node, false);
}

bool assume_or(struct domains *domains, const struct node *node, bool wanted)
{
    return wanted ? assume_either(domains, node, true) : assume_both(domains, node, false);
}

bool assume_not(struct domains *domains, const struct node *node, bool wanted)
{
    return assume(domains, node->operands[0], !wanted);
}

/* --- Any condition ---------------------------------------------------------------------------- */

/* Whether it reads nothing that can differ, so that the evaluator can tell its value. */
static bool is_fixed(const struct domains *domains, const struct node *node)
{
    if (node->kind == NODE_CONSTANT || node->kind == NODE_AS_OF)
        return !is_free(domains, node);
    if (node->kind == NODE_LIST)
        return true;
    for (size_t i = 0; i < node->operand_count; i++) {
        if (!is_fixed(domains, node->operands[i]))
            return false;
    }
    return node->operand_count > 0;
}

static bool is_folded_to(struct domains *domains, const struct node *node, bool wanted)
{
    struct expr_context context = {
        .criteria = domains->criteria, .as_of = domains->as_of, .scratch = &domains->scratch};
    struct batch batch = batch_of(&context, 0, 0, 1);
    uint8_t truth = node_values(&batch, node).bytes[0];
    arena_clear(&domains->scratch);
    return truth == (wanted ? TRUTH_TRUE : TRUTH_FALSE);
}

/* What is known rests on answers that are there. */
static bool assume_known(struct domains *domains, const struct node *node)
{
    bool good = true;
    bool reads = node->kind == NODE_ANSWER ||
                 (node->kind == NODE_CALL && node->function->operands == OPERANDS_POINTS);
    if (reads && (domains->now[node->position].proofs & PROOF_NONE)) {
        struct possible possible = domains->now[node->position];
        possible.proofs &= PROOFS_ANSWERED;
        good = narrow(domains, node->position, &possible) && possible.proofs != 0;
    }
    for (size_t i = 0; good && i < node->operand_count; i++)
        good = assume_known(domains, node->operands[i]);
    return good;
}

static bool assume_answer(struct domains *domains, const struct node *node, bool wanted)
{
    struct possible possible = domains->now[node->position];
    possible.answer.options &= (uint64_t)1 << wanted;
    return narrow(domains, node->position, &possible) && possible.answer.options != 0;
}

bool assume(struct domains *domains, const struct node *node, bool wanted)
{
    if (node->kind == NODE_CONSTANT)
        return is_free(domains, node) || (node->byte == TRUTH_TRUE) == wanted;
    if (is_connective(node))
        return node->function->assume(domains, node, wanted);
    if (is_fixed(domains, node))
        return is_folded_to(domains, node, wanted);
    if (!assume_known(domains, node))
        return false;
    return node->kind == NODE_ANSWER ? assume_answer(domains, node, wanted)
                                     : node->function->assume(domains, node, wanted);
}
