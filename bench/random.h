/* Numbers that look random and are the same everywhere: xorshift (G. Marsaglia, Xorshift RNGs,
 * Journal of Statistical Software 8, 2003), with the shifts 13, 7, 17. */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

struct random {
    uint64_t state; /* never 0 */
};

static inline uint64_t random_bits(struct random *random)
{
    uint64_t bits = random->state;
    bits ^= (bits & UINT64_MAX >> 13) << 13;
    bits ^= bits >> 7;
    bits ^= (bits & UINT64_MAX >> 17) << 17;
    return random->state = bits;
}

/* Any seed will do; the first numbers, in which a small one shows, are passed over. */
static inline struct random random_from(uint32_t seed)
{
    struct random random = {UINT64_C(0x9e3779b97f4a7c15) ^ seed};
    for (int i = 0; i < 16; i++)
        random_bits(&random);
    return random;
}

/* 0 .. limit - 1; limit is far below 2^64, so the bias does not matter here. */
static inline size_t random_below(struct random *random, size_t limit)
{
    return (size_t)(random_bits(random) % limit);
}

/* 0 .. 1, without 1. */
static inline double random_share(struct random *random)
{
    return (double)(random_bits(random) >> 11) * 0x1p-53;
}

static inline bool random_one_in(struct random *random, size_t chances)
{
    return random_below(random, chances) == 0;
}

/* The numbers 0 .. count - 1, shuffled; the caller frees them. */
static inline uint32_t *random_order(struct random *random, uint32_t count)
{
    uint32_t *numbers = calloc(count, sizeof(*numbers));
    if (numbers == NULL)
        exit(3);
    for (uint32_t i = 0; i < count; i++) {
        size_t at = random_below(random, i + (size_t)1);
        numbers[i] = numbers[at];
        numbers[at] = i;
    }
    return numbers;
}

#endif
