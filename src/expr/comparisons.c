/*
 * Comparisons. Every one of numbers is told from their difference and the slack between them. Dates
 * are compared exactly: their slack is 0.
 */
#include "batch.h"
#include "shortlist/number.h"

/* --- Numbers and dates ------------------------------------------------------------------------ */

/* A test of left - right; false where it is NaN. */
typedef bool difference_test(double difference, double slack);

static inline bool is_equal(double difference, double slack)
{
    return fabs(difference) <= slack;
}

static inline bool is_unequal(double difference, double slack)
{
    return fabs(difference) > slack;
}

static inline bool is_less(double difference, double slack)
{
    return difference < -slack;
}

static inline bool is_at_most(double difference, double slack)
{
    return difference <= slack;
}

static inline bool is_greater(double difference, double slack)
{
    return difference > slack;
}

static inline bool is_at_least(double difference, double slack)
{
    return difference >= -slack;
}

static inline uint8_t compare(double left, double right, bool exact, difference_test *test)
{
    double slack = exact ? 0 : number_slack(left, right);
    double difference = left - right;
    unsigned unknown = difference != difference;
    return (uint8_t)((unsigned)test(difference, slack) | unknown << 1);
}

/* Most comparisons are with a constant, which then needs no array of copies. */
static inline struct vector compare_all(struct batch *batch, const struct node *node, bool exact,
                                        difference_test *test)
{
    const struct node *right = node->operands[1];
    const double *left_numbers = node_values(batch, node->operands[0]).numbers;
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    if (right->kind == NODE_CONSTANT) {
        double value = right->value;
        for (size_t i = 0; i < lanes; i++)
            truths[i] = compare(left_numbers[i], value, exact, test);
    } else {
        const double *right_numbers = node_values(batch, right).numbers;
        for (size_t i = 0; i < lanes; i++)
            truths[i] = compare(left_numbers[i], right_numbers[i], exact, test);
    }
    return (struct vector){.bytes = truths};
}

static inline struct vector compare_order(struct batch *batch, const struct node *node,
                                          difference_test *test)
{
    return node->operands[0]->type == VALUE_DATE ? compare_all(batch, node, true, test)
                                                 : compare_all(batch, node, false, test);
}

struct vector evaluate_less(struct batch *batch, const struct node *node)
{
    return compare_order(batch, node, is_less);
}

struct vector evaluate_at_most(struct batch *batch, const struct node *node)
{
    return compare_order(batch, node, is_at_most);
}

struct vector evaluate_greater(struct batch *batch, const struct node *node)
{
    return compare_order(batch, node, is_greater);
}

struct vector evaluate_at_least(struct batch *batch, const struct node *node)
{
    return compare_order(batch, node, is_at_least);
}

/* --- Equality of other types ------------------------------------------------------------------ */

/* Truths and options; `unknown` is the byte that stands for it. */
static struct vector compare_bytes(struct batch *batch, const struct node *node, uint8_t unknown,
                                   uint8_t when_equal)
{
    const uint8_t *left = node_values(batch, node->operands[0]).bytes;
    const uint8_t *right = node_values(batch, node->operands[1]).bytes;
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++) {
        bool doubt = (left[i] == unknown) | (right[i] == unknown);
        uint8_t truth = (left[i] == right[i]) == when_equal;
        truths[i] = doubt ? TRUTH_UNKNOWN : truth;
    }
    return (struct vector){.bytes = truths};
}

static struct vector compare_texts(struct batch *batch, const struct node *node, uint8_t when_equal)
{
    const struct text *left = node_values(batch, node->operands[0]).texts;
    const struct text *right = node_values(batch, node->operands[1]).texts;
    uint8_t *truths = new_bytes(batch);
    for (size_t i = 0; i < batch->count; i++) {
        bool unknown = left[i].ptr == NULL || right[i].ptr == NULL;
        truths[i] = unknown ? TRUTH_UNKNOWN : text_equal(left[i], right[i]) == when_equal;
    }
    return (struct vector){.bytes = truths};
}

static inline struct vector compare_equality(struct batch *batch, const struct node *node,
                                             difference_test *test, uint8_t when_equal)
{
    switch (node->operands[0]->type) {
    case VALUE_TRUTH:
        return compare_bytes(batch, node, TRUTH_UNKNOWN, when_equal);
    case VALUE_OPTION:
        return compare_bytes(batch, node, NO_OPTION, when_equal);
    case VALUE_TEXT:
        return compare_texts(batch, node, when_equal);
    default:
        return compare_order(batch, node, test);
    }
}

struct vector evaluate_equal(struct batch *batch, const struct node *node)
{
    return compare_equality(batch, node, is_equal, 1);
}

struct vector evaluate_unequal(struct batch *batch, const struct node *node)
{
    return compare_equality(batch, node, is_unequal, 0);
}
