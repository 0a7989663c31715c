/* Membership: a value in a list, options of a set. */
#include "batch.h"
#include "shortlist/number.h"

/* --- in --------------------------------------------------------------------------------------- */

static inline bool is_item(double value, double item, bool exact)
{
    return fabs(value - item) <= (exact ? 0 : number_slack(value, item));
}

static struct vector in_numbers(struct batch *batch, const struct node *list, const double *values,
                                bool exact)
{
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    for (size_t k = 0; k < list->operand_count; k++) {
        double item = list->operands[k]->value;
        for (size_t i = 0; i < lanes; i++)
            truths[i] |= is_item(values[i], item, exact);
    }
    for (size_t i = 0; i < lanes; i++)
        truths[i] = isnan(values[i]) ? TRUTH_UNKNOWN : truths[i];
    return (struct vector){.bytes = truths};
}

static struct vector in_options(struct batch *batch, uint64_t members, const uint8_t *options)
{
    uint8_t *truths = new_bytes(batch);
    for (size_t i = 0; i < batch->count; i++)
        truths[i] = options[i] == NO_OPTION ? TRUTH_UNKNOWN : (uint8_t)(members >> options[i] & 1);
    return (struct vector){.bytes = truths};
}

bool words_have(const struct words *words, struct text word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (text_equal(words->items[i].text, word))
            return true;
    }
    return false;
}

static struct vector in_words(struct batch *batch, const struct words *words,
                              const struct text *texts)
{
    uint8_t *truths = new_bytes(batch);
    for (size_t i = 0; i < batch->count; i++)
        truths[i] = texts[i].ptr == NULL ? TRUTH_UNKNOWN : words_have(words, texts[i]);
    return (struct vector){.bytes = truths};
}

struct vector evaluate_in(struct batch *batch, const struct node *node)
{
    const struct node *list = node->operands[1];
    struct vector values = node_values(batch, node->operands[0]);
    switch (node->operands[0]->type) {
    case VALUE_OPTION:
        return in_options(batch, list->members, values.bytes);
    case VALUE_TEXT:
        return in_words(batch, &list->words, values.texts);
    default:
        return in_numbers(batch, list, values.numbers, list->type == VALUE_DATE);
    }
}

/* --- has, has_all, has_any -------------------------------------------------------------------- */

struct vector evaluate_has(struct batch *batch, const struct node *node)
{
    const struct node *holder = node->operands[0];
    const struct node *option = node->operands[1];
    if (holder->type == VALUE_WORDS)
        return constant_truths(batch, words_have(&holder->words, option->text));
    struct vector held = node_values(batch, holder);
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++) {
        uint8_t has = (uint8_t)(held.sets[i] >> option->byte & 1);
        truths[i] = held.bytes[i] ? has : TRUTH_UNKNOWN;
    }
    return (struct vector){.bytes = truths};
}

uint64_t translate_set(const uint8_t *translation, uint64_t members, bool *lost)
{
    uint64_t translated = 0;
    for (uint8_t option = 0; option < OPTIONS_LIMIT; option++) {
        if (!(members >> option & 1))
            continue;
        if (translation[option] == NO_OPTION)
            *lost = true;
        else
            translated |= (uint64_t)1 << translation[option];
    }
    return translated;
}

static struct vector compare_sets(struct batch *batch, const struct node *node, bool all)
{
    struct vector held = node_values(batch, node->operands[0]);
    struct vector wanted = node_values(batch, node->operands[1]);
    uint8_t *truths = new_bytes(batch);
    for (size_t i = 0; i < batch->count; i++) {
        uint64_t members = wanted.sets[i];
        bool lost = false;
        if (node->translation != NULL)
            members = translate_set(node->translation, members, &lost);
        uint64_t common = held.sets[i] & members;
        bool holds = all ? common == members && !lost : common != 0;
        truths[i] = held.bytes[i] & wanted.bytes[i] ? holds : TRUTH_UNKNOWN;
    }
    return (struct vector){.bytes = truths};
}

static bool compare_words(const struct words *held, const struct words *wanted, bool all)
{
    for (size_t i = 0; i < wanted->count; i++) {
        if (words_have(held, wanted->items[i].text) != all)
            return !all;
    }
    return all;
}

static struct vector compare_members(struct batch *batch, const struct node *node, bool all)
{
    const struct node *held = node->operands[0];
    const struct node *wanted = node->operands[1];
    if (held->type == VALUE_WORDS)
        return constant_truths(batch, compare_words(&held->words, &wanted->words, all));
    return compare_sets(batch, node, all);
}

struct vector evaluate_has_all(struct batch *batch, const struct node *node)
{
    return compare_members(batch, node, true);
}

struct vector evaluate_has_any(struct batch *batch, const struct node *node)
{
    return compare_members(batch, node, false);
}

/* --- count ------------------------------------------------------------------------------------ */

struct vector evaluate_count(struct batch *batch, const struct node *node)
{
    const struct node *operand = node->operands[0];
    if (operand->type == VALUE_WORDS)
        return constant_numbers(batch, (double)operand->words.count);
    struct vector held = node_values(batch, operand);
    double *numbers = new_numbers(batch);
    for (size_t i = 0; i < batch->count; i++)
        numbers[i] = held.bytes[i] ? (double)set_count(held.sets[i]) : UNKNOWN_NUMBER;
    return (struct vector){.numbers = numbers};
}
