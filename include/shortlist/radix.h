/*
 * Sorting many numbers byte by byte, in time that grows as their count does (Knuth, TAOCP
 * 3, 5.2.5). Bytes that are the same in all of them cost nothing.
 */
#ifndef SHORTLIST_RADIX_H
#define SHORTLIST_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* Sorts by the upper 32 bits; what is equal there keeps its order. So a key can carry the position
 * of what it stands for in its lower half, and be sorted by several keys in turn, the least
 * important first. */
void radix_sort_keys(uint64_t *keys, size_t count);

/* Sorts numbers, rising; none may be NaN. */
void radix_sort_numbers(double *numbers, size_t count);

#endif
