/*
 * Sorting many numbers byte by byte, in time that grows as their count does (Knuth, TAOCP
 * 3, 5.2.5). Bytes that are the same in all of them cost nothing.
 */
#ifndef SHORTLIST_RADIX_H
#define SHORTLIST_RADIX_H

#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"

/*
 * The positions 0 .. count - 1 in order of their keys, keys[key][position]: by the first, where
 * that is equal by the second, and so on. What is equal in all of them keeps its order. There are
 * at most 2^32 positions. Lives in the arena.
 */
uint32_t *radix_order(struct arena *arena, size_t count, uint32_t *const *keys, size_t key_count);

/* Sorts numbers, rising; none may be NaN. */
void radix_sort_numbers(double *numbers, size_t count);

#endif
