/* What comparisons, `in` of numbers and texts, and functions of evidence leave possible. */
#include <math.h>

#include "batch.h"
#include "shortlist/number.h"
#include "outcomes.h"

/* --- Order ------------------------------------------------------------------------------------ */

/* How two values stand: dates exactly, numbers as every comparison takes them. */
struct ordering {
    bool exact;
    bool strict; /* the smaller one is not equal to the larger one */
};

static bool stands_below(struct ordering ordering, double smaller, double larger)
{
    double slack = ordering.exact ? 0 : number_slack(smaller, larger);
    double difference = smaller - larger;
    return ordering.strict ? difference < -slack : difference <= slack;
}

/*
 * The values of a span that stand below a limit. The greatest of them is searched among the doubles
 * about the limit, so that `x < 5` leaves nothing to `x >= 5`: whether a value stands below changes
 * but once as it grows.
 */
static struct span span_below(struct ordering ordering, struct span span, double limit)
{
    double reach = 2 * number_slack(limit, limit);
    if (span_is_none(span) || !stands_below(ordering, span.low, limit))
        return span_none;
    if (stands_below(ordering, span.high, limit))
        return span;
    double below = fmax(span.low, limit - reach);
    double above = fmin(span.high, limit + reach);
    for (;;) {
        double middle = below + (above - below) / 2;
        if (!(middle > below && middle < above))
            return (struct span){span.low, below};
        if (stands_below(ordering, middle, limit))
            below = middle;
        else
            above = middle;
    }
}

static struct span mirrored(struct span span)
{
    return (struct span){-span.high, -span.low};
}

static struct span span_above(struct ordering ordering, struct span span, double limit)
{
    return mirrored(span_below(ordering, mirrored(span), -limit));
}

/* Two reads of one value, which are equal whatever it is. */
static bool is_same_value(const struct node *a, const struct node *b)
{
    bool leaves = a->kind == b->kind && a->operand_count == 0 && b->operand_count == 0;
    if (!leaves || a->kind == NODE_CONSTANT)
        return false;
    return a->function == b->function && a->position == b->position;
}

static bool assume_order(struct domains *domains, const struct node *smaller,
                         const struct node *larger, bool strict)
{
    struct ordering ordering = {.exact = smaller->type == VALUE_DATE, .strict = strict};
    struct span low = span_of(domains, smaller);
    struct span high = span_of(domains, larger);
    if (span_is_none(low) || span_is_none(high))
        return false;
    if (is_same_value(smaller, larger))
        return !strict;
    return narrow_span(domains, smaller, span_below(ordering, low, high.high)) &&
           narrow_span(domains, larger, span_above(ordering, high, low.low));
}

bool assume_less(struct domains *domains, const struct node *node, bool wanted)
{
    struct node *const *sides = node->operands;
    return wanted ? assume_order(domains, sides[0], sides[1], true)
                  : assume_order(domains, sides[1], sides[0], false);
}

bool assume_at_most(struct domains *domains, const struct node *node, bool wanted)
{
    struct node *const *sides = node->operands;
    return wanted ? assume_order(domains, sides[0], sides[1], false)
                  : assume_order(domains, sides[1], sides[0], true);
}

bool assume_greater(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_at_most(domains, node, !wanted);
}

bool assume_at_least(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_less(domains, node, !wanted);
}

/* --- Equality --------------------------------------------------------------------------------- */

static bool assume_numbers(struct domains *domains, const struct node *node, bool equal)
{
    const struct node *left = node->operands[0];
    const struct node *right = node->operands[1];
    if (equal)
        return assume_order(domains, left, right, false) &&
               assume_order(domains, right, left, false);
    struct branches branches = branches_begin(domains);
    branches_turn(domains, &branches, assume_order(domains, left, right, true));
    return branches_join(domains, &branches, assume_order(domains, right, left, true));
}

/* A condition and what it is to be, which may be the need's to say. */
static bool assume_truth(struct domains *domains, const struct node *node, bool equal)
{
    const struct node *condition = other_side(node);
    const struct node *constant = constant_side(node);
    if (!is_free(domains, constant))
        return assume(domains, condition, (constant->byte == TRUTH_TRUE) == equal);
    struct branches branches = branches_begin(domains);
    branches_turn(domains, &branches, assume(domains, condition, true));
    return branches_join(domains, &branches, assume(domains, condition, false));
}

/* An answer that is, or is not, among some options. */
static bool keep_options(struct domains *domains, const struct node *answer, uint64_t options,
                         bool among)
{
    struct possible possible = domains->now[answer->position];
    possible.answer.options &= among ? options : ~options;
    return narrow(domains, answer->position, &possible) && possible.answer.options != 0;
}

/* A choice and an option; two choices are never compared. */
static bool assume_option(struct domains *domains, const struct node *node, bool equal)
{
    const struct node *option = constant_side(node);
    if (is_free(domains, option))
        return true;
    return keep_options(domains, other_side(node), (uint64_t)1 << option->byte, equal);
}

/* The text that a node is in any case; a NULL ptr: it may be several. */
static struct text text_of(const struct domains *domains, const struct node *node)
{
    if (is_free(domains, node))
        return (struct text){0};
    if (node->kind == NODE_ANSWER)
        return domains->now[node->position].text;
    return node->text.ptr == NULL ? TEXT("") : node->text;
}

static void keep_text(struct domains *domains, const struct node *node, struct text text)
{
    if (node->kind != NODE_ANSWER || text.ptr == NULL)
        return;
    struct possible possible = domains->now[node->position];
    possible.text = text;
    narrow(domains, node->position, &possible);
}

static bool assume_text(struct domains *domains, const struct node *node, bool equal)
{
    struct text left = text_of(domains, node->operands[0]);
    struct text right = text_of(domains, node->operands[1]);
    if (left.ptr != NULL && right.ptr != NULL)
        return text_equal(left, right) == equal;
    if (is_same_value(node->operands[0], node->operands[1]))
        return equal;
    if (equal) {
        keep_text(domains, node->operands[0], right);
        keep_text(domains, node->operands[1], left);
    }
    return true;
}

bool assume_equal(struct domains *domains, const struct node *node, bool wanted)
{
    switch (node->operands[0]->type) {
    case VALUE_TRUTH:
        return assume_truth(domains, node, wanted);
    case VALUE_OPTION:
        return assume_option(domains, node, wanted);
    case VALUE_TEXT:
        return assume_text(domains, node, wanted);
    default:
        return assume_numbers(domains, node, wanted);
    }
}

bool assume_unequal(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_equal(domains, node, !wanted);
}

/* --- in --------------------------------------------------------------------------------------- */

/* The values of a span that are equal to an item. */
static struct span span_equal(bool exact, struct span span, double item)
{
    struct ordering ordering = {.exact = exact};
    return span_above(ordering, span_below(ordering, span, item), item);
}

static bool assume_in_numbers(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *list = node->operands[1];
    struct span span = span_of(domains, node->operands[0]);
    struct span found = span_none;
    bool always = false;
    for (size_t i = 0; i < list->operand_count; i++) {
        struct span equal = span_equal(list->type == VALUE_DATE, span, list->operands[i]->value);
        found = span_hull(found, equal);
        always = always || (equal.low <= span.low && equal.high >= span.high);
    }
    if (span_is_none(span))
        return false;
    return wanted ? narrow_span(domains, node->operands[0], found) : !always;
}

static bool assume_in_words(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *list = node->operands[1];
    struct text text = text_of(domains, node->operands[0]);
    if (is_free(domains, list))
        return true;
    if (text.ptr != NULL)
        return words_have(&list->words, text) == wanted;
    if (wanted && list->words.count == 1)
        keep_text(domains, node->operands[0], list->words.items[0].text);
    return !wanted || list->words.count > 0;
}

bool assume_in(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *list = node->operands[1];
    switch (node->operands[0]->type) {
    case VALUE_OPTION:
        return is_free(domains, list) ||
               keep_options(domains, node->operands[0], list->members, wanted);
    case VALUE_TEXT:
        return assume_in_words(domains, node, wanted);
    default:
        return assume_in_numbers(domains, node, wanted);
    }
}

/* --- Evidence --------------------------------------------------------------------------------- */

static bool assume_proofs(struct domains *domains, const struct node *node, unsigned proofs,
                          bool wanted)
{
    struct possible possible = domains->now[node->position];
    possible.proofs &= wanted ? proofs : PROOFS_ALL & ~proofs;
    return narrow(domains, node->position, &possible) && possible.proofs != 0;
}

bool assume_answered(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_proofs(domains, node, PROOFS_ANSWERED, wanted);
}

bool assume_documented(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_proofs(domains, node, PROOF_DOCUMENTED | PROOF_VERIFIED, wanted);
}

bool assume_verified(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_proofs(domains, node, PROOF_VERIFIED, wanted);
}

bool assume_expired(struct domains *domains, const struct node *node, bool wanted)
{
    return assume_proofs(domains, node, PROOF_EXPIRED, wanted);
}
