/* Logic and arithmetic, element by element. */
#include "batch.h"

#include <float.h>

/* --- Logic ------------------------------------------------------------------------------------ */

/* Kleene's tables: false decides `and`, true decides `or`, whatever the other side is. */
static inline uint8_t both(uint8_t left, uint8_t right)
{
    bool decided = (left == TRUTH_FALSE) | (right == TRUTH_FALSE);
    uint8_t doubt = (left | right) & TRUTH_UNKNOWN;
    uint8_t undecided = doubt ? TRUTH_UNKNOWN : TRUTH_TRUE;
    return decided ? TRUTH_FALSE : undecided;
}

static inline uint8_t either(uint8_t left, uint8_t right)
{
    bool decided = (left == TRUTH_TRUE) | (right == TRUTH_TRUE);
    uint8_t doubt = (left | right) & TRUTH_UNKNOWN;
    return decided ? TRUTH_TRUE : doubt;
}

static inline uint8_t opposite(uint8_t truth)
{
    return truth == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : truth ^ 1;
}

static inline struct vector join_truths(struct batch *batch, const struct node *node,
                                        uint8_t (*join)(uint8_t, uint8_t))
{
    const uint8_t *left = node_values(batch, node->operands[0]).bytes;
    const uint8_t *right = node_values(batch, node->operands[1]).bytes;
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        truths[i] = join(left[i], right[i]);
    return (struct vector){.bytes = truths};
}

struct vector evaluate_and(struct batch *batch, const struct node *node)
{
    return join_truths(batch, node, both);
}

struct vector evaluate_or(struct batch *batch, const struct node *node)
{
    return join_truths(batch, node, either);
}

struct vector evaluate_not(struct batch *batch, const struct node *node)
{
    const uint8_t *operand = node_values(batch, node->operands[0]).bytes;
    uint8_t *restrict truths = new_bytes(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        truths[i] = opposite(operand[i]);
    return (struct vector){.bytes = truths};
}

/* --- Arithmetic ------------------------------------------------------------------------------- */

/* What is not finite is unknown. The difference of a finite number with itself is 0, of any other
 * NaN: adding it says so without a branch. */
static inline double known(double value)
{
    return value + (value - value);
}

static inline double sum(double left, double right)
{
    return known(left + right);
}

static inline double difference(double left, double right)
{
    return known(left - right);
}

static inline double product(double left, double right)
{
    return known(left * right);
}

static inline double quotient(double left, double right)
{
    return fabs(right) > 0 ? known(left / right) : UNKNOWN_NUMBER;
}

/* Unlike fmin and fmax, these keep NaN. */
static inline double least(double left, double right)
{
    return isnan(left) || left < right ? left : right;
}

static inline double greatest(double left, double right)
{
    return isnan(left) || left > right ? left : right;
}

static inline struct vector join_numbers(struct batch *batch, const double *left,
                                         const double *right, double (*join)(double, double))
{
    double *restrict numbers = new_numbers(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        numbers[i] = join(left[i], right[i]);
    return (struct vector){.numbers = numbers};
}

/* From left to right over two or more operands. */
static inline struct vector fold_numbers(struct batch *batch, const struct node *node,
                                         double (*join)(double, double))
{
    struct vector result = node_values(batch, node->operands[0]);
    for (size_t i = 1; i < node->operand_count; i++) {
        struct vector right = node_values(batch, node->operands[i]);
        result = join_numbers(batch, result.numbers, right.numbers, join);
    }
    return result;
}

struct vector evaluate_add(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, sum);
}

struct vector evaluate_subtract(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, difference);
}

struct vector evaluate_multiply(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, product);
}

struct vector evaluate_divide(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, quotient);
}

struct vector evaluate_min(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, least);
}

struct vector evaluate_max(struct batch *batch, const struct node *node)
{
    return fold_numbers(batch, node, greatest);
}

struct vector evaluate_negate(struct batch *batch, const struct node *node)
{
    const double *operand = node_values(batch, node->operands[0]).numbers;
    double *restrict numbers = new_numbers(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        numbers[i] = -operand[i];
    return (struct vector){.numbers = numbers};
}

struct vector evaluate_abs(struct batch *batch, const struct node *node)
{
    const double *operand = node_values(batch, node->operands[0]).numbers;
    double *restrict numbers = new_numbers(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        numbers[i] = fabs(operand[i]);
    return (struct vector){.numbers = numbers};
}

struct vector evaluate_days(struct batch *batch, const struct node *node)
{
    const double *dates = node_values(batch, node->operands[0]).numbers;
    double as_of = batch->context->as_of;
    double *restrict numbers = new_numbers(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        numbers[i] = dates[i] - as_of;
    return (struct vector){.numbers = numbers};
}
