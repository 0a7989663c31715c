/*
 * Two numbers at a time, as every processor of 64 bits can compute them: vectors of the compilers
 * gcc and clang. Loops over columns are written with them where a compiler would not find them by
 * itself. Arithmetic and results are those of the single numbers, bit by bit.
 */
#ifndef SHORTLIST_RULES_PAIRS_H
#define SHORTLIST_RULES_PAIRS_H

#include <stddef.h>
#include <stdint.h>

enum { PAIR = 2 };

typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));

/* All bits of a number or none: what comparing pairs gives. */
typedef int64_t pair_mask __attribute__((vector_size(16), aligned(8), may_alias));

/* Two numbers of an array. */
static inline pair pair_at(const double *numbers)
{
    return *(const pair *)numbers;
}

static inline void pair_put(double *numbers, pair values)
{
    *(pair *)numbers = values;
}

static inline pair pair_of(double number)
{
    return (pair){number, number};
}

/* Values where the mask is set, and 0 where not. */
static inline pair pair_where(pair_mask mask, pair values)
{
    return (pair)(mask & (pair_mask)values);
}

static inline pair pair_either(pair_mask mask, pair values, pair others)
{
    return (pair)((mask & (pair_mask)values) | (~mask & (pair_mask)others));
}

static inline pair pair_magnitude(pair values)
{
    return (pair)((pair_mask)values & INT64_MAX);
}

/* Where one is NaN, the second. */
static inline pair pair_larger(pair values, pair others)
{
    return pair_either(values > others, values, others);
}

static inline pair pair_smaller(pair values, pair others)
{
    return pair_either(values < others, values, others);
}

#endif
