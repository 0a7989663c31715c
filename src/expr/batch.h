/*
 * What evaluation functions share: the vendors at hand, and vectors of values, one a vendor.
 *
 * Arrays that evaluation makes are padded to whole blocks, and loops over them run to the end of
 * the last block: a compiler then needs no second loop for the rest. What stands in the padding
 * is initialised and never read by the caller.
 */
#ifndef SHORTLIST_EXPR_BATCH_H
#define SHORTLIST_EXPR_BATCH_H

#include <math.h>

#include "node.h"

enum { BLOCK = 16 };

#define UNKNOWN_NUMBER ((double)NAN)

struct batch {
    const struct expr_context *context;
    size_t vendor; /* the first */
    size_t index;  /* its place in context->scores */
    size_t count;
    size_t blocks;    /* that hold `count` */
    uint8_t *unknown; /* NULL, or [node]: set to 1 where the first vendor's value is unknown */
};

/* How many values an array holds, padding included. A caller in a loop keeps it, so that what the
 * loop writes cannot be thought to change it. */
static inline size_t lanes_of(const struct batch *batch)
{
    return batch->blocks * BLOCK;
}

/* The members in use depend on the type; each points to `count` values, padded to blocks. */
struct vector {
    const double *numbers;    /* number, date (days): NaN is unknown */
    const uint8_t *bytes;     /* truth: TRUTH_UNKNOWN; option: NO_OPTION; set: 1 where known */
    const uint64_t *sets;     /* set: a bit an option */
    const struct text *texts; /* text: a NULL ptr is unknown */
};

/* `index` is the place of the first vendor in context->scores. */
struct batch batch_of(const struct expr_context *context, size_t first, size_t index, size_t count);

/* Any node but words and lists. */
struct vector node_values(struct batch *batch, const struct node *node);

/* Whether the first value is unknown. */
bool is_unknown(const struct vector *vector, enum value_type type);

double *new_numbers(const struct batch *batch);
uint8_t *new_bytes(const struct batch *batch);

/* One number for all. */
struct vector constant_numbers(const struct batch *batch, double value);

/* One truth for all. */
struct vector constant_truths(const struct batch *batch, uint8_t truth);

/* A column of numbers from elsewhere, `count` long, copied only if it must be padded. */
struct vector borrowed_numbers(const struct batch *batch, const double *numbers);

/* Whether the criterion that a node reads was dropped: all about it is unknown. */
bool is_dropped(const struct batch *batch, const struct node *node);

/* operators.c */
struct vector evaluate_or(struct batch *batch, const struct node *node);
struct vector evaluate_and(struct batch *batch, const struct node *node);
struct vector evaluate_not(struct batch *batch, const struct node *node);
struct vector evaluate_add(struct batch *batch, const struct node *node);
struct vector evaluate_subtract(struct batch *batch, const struct node *node);
struct vector evaluate_multiply(struct batch *batch, const struct node *node);
struct vector evaluate_divide(struct batch *batch, const struct node *node);
struct vector evaluate_negate(struct batch *batch, const struct node *node);
struct vector evaluate_abs(struct batch *batch, const struct node *node);
struct vector evaluate_min(struct batch *batch, const struct node *node);
struct vector evaluate_max(struct batch *batch, const struct node *node);
struct vector evaluate_days(struct batch *batch, const struct node *node);

/* comparisons.c */
struct vector evaluate_equal(struct batch *batch, const struct node *node);
struct vector evaluate_unequal(struct batch *batch, const struct node *node);
struct vector evaluate_less(struct batch *batch, const struct node *node);
struct vector evaluate_at_most(struct batch *batch, const struct node *node);
struct vector evaluate_greater(struct batch *batch, const struct node *node);
struct vector evaluate_at_least(struct batch *batch, const struct node *node);

/* members.c */
struct vector evaluate_in(struct batch *batch, const struct node *node);
struct vector evaluate_has(struct batch *batch, const struct node *node);
struct vector evaluate_has_all(struct batch *batch, const struct node *node);
struct vector evaluate_has_any(struct batch *batch, const struct node *node);
struct vector evaluate_count(struct batch *batch, const struct node *node);

/* vendors.c */
struct vector evaluate_answered(struct batch *batch, const struct node *node);
struct vector evaluate_documented(struct batch *batch, const struct node *node);
struct vector evaluate_verified(struct batch *batch, const struct node *node);
struct vector evaluate_expired(struct batch *batch, const struct node *node);
struct vector evaluate_points(struct batch *batch, const struct node *node);
struct vector evaluate_score(struct batch *batch, const struct node *node);
struct vector evaluate_lowest(struct batch *batch, const struct node *node);
struct vector evaluate_highest(struct batch *batch, const struct node *node);
struct vector evaluate_mean(struct batch *batch, const struct node *node);
struct vector evaluate_median(struct batch *batch, const struct node *node);
struct vector evaluate_stddev(struct batch *batch, const struct node *node);
struct vector evaluate_bids(struct batch *batch, const struct node *node);
struct vector evaluate_others_lowest(struct batch *batch, const struct node *node);
struct vector evaluate_others_mean(struct batch *batch, const struct node *node);
struct vector evaluate_others_median(struct batch *batch, const struct node *node);

#endif
