/*
 * What an expression says, however it is written: a tree of its own in which operands whose order
 * does not matter are sorted, and `not` has been worked inwards (De Morgan's laws hold in Kleene's
 * logic too).
 */
#include <stdlib.h>

#include "node.h"
#include "shortlist/memory.h"

struct meaning {
    const struct function *function; /* NULL: a leaf, or a list */
    bool denied;                     /* the opposite of what the function says */
    const struct node *node;         /* what a leaf, or a call over an id, reads */
    const struct meaning **parts;
    size_t count;
    size_t capacity;
};

/* --- Order ------------------------------------------------------------------------------------ */

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_values(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_constants(const struct node *a, const struct node *b)
{
    bool needs = a->need != NULL && b->need != NULL;
    if (needs || a->need != b->need)
        return needs ? text_compare(a->need->id.text, b->need->id.text)
                     : compare_sizes(a->need != NULL, b->need != NULL);
    switch (a->type) {
    case VALUE_NUMBER:
    case VALUE_DATE:
        return compare_values(a->value, b->value);
    case VALUE_TRUTH:
    case VALUE_OPTION:
        return a->byte - b->byte;
    case VALUE_SET:
        return (a->members > b->members) - (a->members < b->members);
    case VALUE_WORDS:
        return 0; /* an empty list: others have parts */
    default:
        return text_compare(a->text, b->text);
    }
}

static int compare_leaves(const struct node *a, const struct node *b)
{
    int order = compare_sizes(a->kind, b->kind);
    if (order == 0)
        order = compare_sizes(a->type, b->type);
    if (order == 0)
        order = compare_sizes(a->position, b->position);
    if (order == 0 && a->kind == NODE_CONSTANT)
        order = compare_constants(a, b);
    return order;
}

static size_t function_place(const struct meaning *meaning)
{
    return meaning->function == NULL ? function_count
                                     : (size_t)(meaning->function - function_table);
}

int meaning_compare(const struct meaning *a, const struct meaning *b)
{
    int order = compare_sizes(function_place(a), function_place(b));
    if (order == 0)
        order = compare_sizes(a->denied, b->denied);
    if (order == 0)
        order = compare_sizes(a->count, b->count);
    if (order == 0 && a->count == 0)
        order = compare_leaves(a->node, b->node);
    for (size_t i = 0; order == 0 && i < a->count; i++)
        order = meaning_compare(a->parts[i], b->parts[i]);
    return order;
}

static int compare_parts(const void *left, const void *right)
{
    const struct meaning *const *a = left;
    const struct meaning *const *b = right;
    return meaning_compare(*a, *b);
}

/* --- Building --------------------------------------------------------------------------------- */

static struct meaning *meaning_of(struct arena *arena, const struct node *node, bool denied);

static void add_part(struct arena *arena, struct meaning *meaning, const struct meaning *part)
{
    if (meaning->count == meaning->capacity) {
        meaning->capacity = memory_grown(meaning->capacity, meaning->count + 1);
        const struct meaning **parts =
            arena_array(arena, const struct meaning *, meaning->capacity);
        for (size_t i = 0; i < meaning->count; i++)
            parts[i] = meaning->parts[i];
        meaning->parts = parts;
    }
    meaning->parts[meaning->count++] = part;
}

static void sort_parts(struct meaning *meaning)
{
    if (meaning->count > 1)
        qsort(meaning->parts, meaning->count, sizeof *meaning->parts, compare_parts);
}

/* Functions whose operands stand in any order; of the nesting ones, theirs too. */
static const struct any_order {
    const char *name;
    bool nests;
} any_orders[] = {
    {"and", true}, {"or", true},  {"+", true},   {"*", true},
    {"min", true}, {"max", true}, {"==", false},
};

static const struct any_order *any_order_of(const struct function *function)
{
    for (size_t i = 0; i < sizeof any_orders / sizeof *any_orders; i++) {
        if (text_equal(text_from(function->name), text_from(any_orders[i].name)))
            return &any_orders[i];
    }
    return NULL;
}

/* Operators that are said by others. */
static const struct rewriting {
    const char *name;
    const char *by;
    bool swapped;
    bool denied;
} rewritings[] = {
    {"!=", "==", false, true},
    {">", "<", true, false},
    {"<=", "<", true, true},
    {">=", "<", false, true},
};

/* The operator that says it; `*denied` and `*swapped` are turned where it says the opposite, or has
 * its operands the other way round. Denied conditions are joined by the other connective. */
static const struct function *rewritten(const struct node *node, bool *denied, bool *swapped)
{
    const struct function *function = node->function;
    struct text name = text_from(function->name);
    bool joins = function->operands == OPERANDS_TRUTHS;
    if (joins && *denied) {
        *denied = false;
        return function_find(INFIX, text_equal(name, TEXT("and")) ? TEXT("or") : TEXT("and"));
    }
    for (size_t i = 0; i < sizeof rewritings / sizeof *rewritings; i++) {
        if (!text_equal(name, text_from(rewritings[i].name)))
            continue;
        *denied ^= rewritings[i].denied;
        *swapped = rewritings[i].swapped;
        return function_find(INFIX, text_from(rewritings[i].by));
    }
    return function;
}

/* A function of its operands. */
static struct meaning *meaning_of_call(struct arena *arena, const struct node *node, bool denied)
{
    bool swapped = false;
    bool part_denied = denied && node->function->operands == OPERANDS_TRUTHS;
    struct meaning *meaning = arena_new(arena, struct meaning);
    meaning->function = rewritten(node, &denied, &swapped);
    meaning->denied = denied;
    const struct any_order *any_order = any_order_of(meaning->function);
    for (size_t i = 0; i < node->operand_count; i++) {
        size_t place = swapped ? node->operand_count - 1 - i : i;
        const struct meaning *part = meaning_of(arena, node->operands[place], part_denied);
        bool more = any_order != NULL && any_order->nests && part->function == meaning->function;
        for (size_t k = 0; more && k < part->count; k++)
            add_part(arena, meaning, part->parts[k]);
        if (!more)
            add_part(arena, meaning, part);
    }
    if (any_order != NULL)
        sort_parts(meaning);
    return meaning;
}

/* A list of literals is its items; what is left says itself. */
static struct meaning *meaning_of_leaf(struct arena *arena, const struct node *node, bool denied)
{
    struct meaning *meaning = arena_new(arena, struct meaning);
    bool words = node->kind == NODE_CONSTANT && node->type == VALUE_WORDS && node->need == NULL;
    meaning->node = node;
    meaning->denied = denied;
    if (node->kind == NODE_CALL)
        meaning->function = node->function;
    for (size_t i = 0; (words || node->kind == NODE_LIST) && i < node->operand_count; i++)
        add_part(arena, meaning, meaning_of(arena, node->operands[i], false));
    sort_parts(meaning);
    return meaning;
}

static struct meaning *meaning_of(struct arena *arena, const struct node *node, bool denied)
{
    bool call = node->kind == NODE_CALL && node->operand_count > 0;
    if (call && node->function->placing == PREFIX && node->type == VALUE_TRUTH)
        return meaning_of(arena, node->operands[0], !denied);
    if (compares_truths(node) && constant_side(node)->need == NULL) {
        bool swapped = false;
        rewritten(node, &denied, &swapped);
        return meaning_of(arena, other_side(node),
                          denied != (constant_side(node)->byte == TRUTH_FALSE));
    }
    return call ? meaning_of_call(arena, node, denied) : meaning_of_leaf(arena, node, denied);
}

const struct meaning *expr_meaning(const struct expr *expr, struct arena *arena)
{
    return meaning_of(arena, expr->root, false);
}
