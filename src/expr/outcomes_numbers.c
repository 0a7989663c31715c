/*
 * Bounds of numbers and dates: interval arithmetic (R. E. Moore, Interval Analysis, 1966) over
 * finite values, for what is not finite is unknown.
 */
#include "outcomes.h"

#include <float.h>
#include <math.h>

/* --- Spans ------------------------------------------------------------------------------------ */

/* Between two results of arithmetic, which may have overflowed. */
static struct span span_between(double low, double high)
{
    if (low > DBL_MAX || high < -DBL_MAX)
        return span_none;
    return (struct span){fmax(low, -DBL_MAX), fmin(high, DBL_MAX)};
}

struct span span_rounded(struct span span)
{
    double slack = 1e-11 * fmax(fabs(span.low), fabs(span.high));
    return span_is_none(span) ? span : span_between(span.low - slack, span.high + slack);
}

/* --- Arithmetic ------------------------------------------------------------------------------- */

typedef struct span span_operation(struct span left, struct span right);

static struct span sum(struct span left, struct span right)
{
    return span_between(left.low + right.low, left.high + right.high);
}

static struct span difference(struct span left, struct span right)
{
    return span_between(left.low - right.high, left.high - right.low);
}

/* Of an operation that is monotonic in either operand while the other stays. */
static struct span span_of_corners(double a, double b, double c, double d)
{
    return span_between(fmin(fmin(a, b), fmin(c, d)), fmax(fmax(a, b), fmax(c, d)));
}

static struct span product(struct span left, struct span right)
{
    return span_of_corners(left.low * right.low, left.low * right.high, left.high * right.low,
                           left.high * right.high);
}

/* By divisors of one sign. */
static struct span quotient_within(struct span left, struct span right)
{
    if (span_is_none(right))
        return span_none;
    return span_of_corners(left.low / right.low, left.low / right.high, left.high / right.low,
                           left.high / right.high);
}

/* Nothing is divided by 0: the least numbers beside it are the nearest. */
static struct span quotient(struct span left, struct span right)
{
    const struct span negative = {-DBL_MAX, -DBL_TRUE_MIN};
    const struct span positive = {DBL_TRUE_MIN, DBL_MAX};
    return span_hull(quotient_within(left, span_common(right, negative)),
                     quotient_within(left, span_common(right, positive)));
}

static struct span lesser(struct span left, struct span right)
{
    return (struct span){fmin(left.low, right.low), fmin(left.high, right.high)};
}

static struct span greater(struct span left, struct span right)
{
    return (struct span){fmax(left.low, right.low), fmax(left.high, right.high)};
}

/* From left to right, as it is evaluated. */
static struct span fold(struct domains *domains, const struct node *node, span_operation *operation)
{
    struct span result = span_of(domains, node->operands[0]);
    for (size_t i = 1; i < node->operand_count; i++) {
        struct span right = span_of(domains, node->operands[i]);
        if (span_is_none(result) || span_is_none(right))
            return span_none;
        result = operation(result, right);
    }
    return result;
}

struct span span_add(struct domains *domains, const struct node *node)
{
    return fold(domains, node, sum);
}

struct span span_subtract(struct domains *domains, const struct node *node)
{
    return fold(domains, node, difference);
}

struct span span_multiply(struct domains *domains, const struct node *node)
{
    return fold(domains, node, product);
}

struct span span_divide(struct domains *domains, const struct node *node)
{
    return fold(domains, node, quotient);
}

struct span span_min(struct domains *domains, const struct node *node)
{
    return fold(domains, node, lesser);
}

struct span span_max(struct domains *domains, const struct node *node)
{
    return fold(domains, node, greater);
}

struct span span_negate(struct domains *domains, const struct node *node)
{
    struct span span = span_of(domains, node->operands[0]);
    return (struct span){-span.high, -span.low};
}

struct span span_abs(struct domains *domains, const struct node *node)
{
    struct span span = span_of(domains, node->operands[0]);
    bool across = span.low < 0 && span.high > 0;
    double least = across ? 0 : fmin(fabs(span.low), fabs(span.high));
    if (span_is_none(span))
        return span;
    return (struct span){least, fmax(fabs(span.low), fabs(span.high))};
}

struct span span_days(struct domains *domains, const struct node *node)
{
    struct span dates = span_of(domains, node->operands[0]);
    if (domains->buyers == ANY_BUYER || span_is_none(dates))
        return span_is_none(dates) ? dates : span_all;
    return difference(dates, span_at(domains->as_of));
}

/* --- What is read ----------------------------------------------------------------------------- */

struct span span_count(struct domains *domains, const struct node *node)
{
    const struct node *operand = node->operands[0];
    if (operand->kind == NODE_ANSWER)
        return domains->now[operand->position].answer.count;
    return is_free(domains, operand) ? (struct span){0, DBL_MAX}
                                     : span_at((double)operand->words.count);
}

/* Whatever others answer lies within what the criterion allows. */
struct span span_figure(struct domains *domains, const struct node *node)
{
    return domains->whole[node->position].answer.numbers;
}

struct span span_mean(struct domains *domains, const struct node *node)
{
    return span_rounded(span_figure(domains, node));
}

/* Half of them at one end and half at the other are farthest from their mean. */
struct span span_stddev(struct domains *domains, const struct node *node)
{
    struct span numbers = span_mean(domains, node);
    if (span_is_none(numbers))
        return numbers;
    return (struct span){0, numbers.high / 2 - numbers.low / 2};
}

struct span span_bids(struct domains *domains, const struct node *node)
{
    (void)domains;
    (void)node;
    return (struct span){0, DBL_MAX};
}

struct span span_score(struct domains *domains, const struct node *node)
{
    (void)domains;
    (void)node;
    return (struct span){0, 100};
}

struct span span_points(struct domains *domains, const struct node *node)
{
    return points_span(domains, node->position, &domains->now[node->position]);
}

bool is_free(const struct domains *domains, const struct node *node)
{
    return domains->buyers == ANY_BUYER && (node->need != NULL || node->kind == NODE_AS_OF);
}

struct span span_of(struct domains *domains, const struct node *node)
{
    if (is_free(domains, node))
        return span_all;
    switch (node->kind) {
    case NODE_ANSWER:
        return domains->now[node->position].answer.numbers;
    case NODE_AS_OF:
        return span_at(domains->as_of);
    case NODE_TOTAL:
        return (struct span){0, 100};
    case NODE_CALL:
        return node->function->span(domains, node);
    default:
        return span_at(node->value);
    }
}

/* --- Narrowing -------------------------------------------------------------------------------- */

static struct span whole_numbers(struct span span)
{
    return (struct span){ceil(span.low), floor(span.high)};
}

static bool narrow_answer(struct domains *domains, const struct node *node, struct span span)
{
    struct possible possible = domains->now[node->position];
    if (node->type == VALUE_DATE)
        span = whole_numbers(span);
    possible.answer.numbers = span_common(possible.answer.numbers, span);
    return narrow(domains, node->position, &possible) && !span_is_none(possible.answer.numbers);
}

static bool narrow_points(struct domains *domains, const struct node *node, struct span span)
{
    struct possible possible = domains->now[node->position];
    possible.points = span_common(possible.points, span);
    return narrow(domains, node->position, &possible) && !span_is_none(possible.points);
}

static bool narrow_count(struct domains *domains, const struct node *node, struct span span)
{
    const struct node *operand = node->operands[0];
    if (operand->kind != NODE_ANSWER)
        return true;
    struct domain answer = domains->now[operand->position].answer;
    answer.count = span_common(answer.count, whole_numbers(span));
    return narrow_set(domains, operand->position, &answer);
}

static bool narrow_days(struct domains *domains, const struct node *node, struct span span)
{
    if (domains->buyers == ANY_BUYER)
        return true;
    return narrow_span(domains, node->operands[0], sum(span, span_at(domains->as_of)));
}

bool narrow_span(struct domains *domains, const struct node *node, struct span span)
{
    if (span_is_none(span))
        return false;
    if (node->kind == NODE_ANSWER)
        return narrow_answer(domains, node, span);
    if (node->kind != NODE_CALL)
        return true;
    if (node->function->span == span_points)
        return narrow_points(domains, node, span);
    if (node->function->span == span_count)
        return narrow_count(domains, node, span);
    if (node->function->span == span_days)
        return narrow_days(domains, node, span);
    if (node->function->span == span_negate)
        return narrow_span(domains, node->operands[0], (struct span){-span.high, -span.low});
    return true;
}
