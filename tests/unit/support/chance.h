/* Chance that is the same in every run. */
#ifndef SUPPORT_CHANCE_H
#define SUPPORT_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* The "minimal standard" generator of Park and Miller, 1988; the state begins above 0. */
struct chance {
    uint64_t state;
};

static inline size_t below(struct chance *chance, size_t limit)
{
    chance->state = chance->state * 48271 % 2147483647;
    return chance->state % limit;
}

#define PICK(chance, list) list[below(chance, sizeof list / sizeof *list)]

#endif
