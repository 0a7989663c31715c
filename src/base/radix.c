/* Sorting by counting, one byte after the other, the least important first. */
#include "shortlist/radix.h"

#include <string.h>

#include "shortlist/memory.h"

enum { BYTES = 8, VALUES = 256 };

enum { FEW = 64 }; /* so many are sorted before their bytes are counted */

static unsigned byte_of(uint64_t item, unsigned byte)
{
    return (unsigned)(item >> 8 * byte) & (VALUES - 1);
}

/* How often each value of each byte from `lowest` on occurs. */
static void count_bytes(const uint64_t *items, size_t count, unsigned lowest,
                        size_t counts[BYTES][VALUES])
{
    memset(counts, 0, sizeof(size_t[BYTES][VALUES]));
    for (size_t i = 0; i < count; i++) {
        for (unsigned byte = lowest; byte < BYTES; byte++)
            counts[byte][byte_of(items[i], byte)]++;
    }
}

/* Takes the items in the order of one byte. Turns its counts into where the next one goes. */
static void take_in_order(const uint64_t *items, uint64_t *sorted, size_t count, unsigned byte,
                          size_t *places)
{
    size_t place = 0;
    for (size_t value = 0; value < VALUES; value++) {
        size_t here = places[value];
        places[value] = place;
        place += here;
    }
    for (size_t i = 0; i < count; i++)
        sorted[places[byte_of(items[i], byte)]++] = items[i];
}

/* By insertion: what is equal from byte `lowest` on keeps its order. */
static void sort_few(uint64_t *items, size_t count, unsigned lowest)
{
    for (size_t i = 1; i < count; i++) {
        uint64_t moved = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1] >> 8 * lowest > moved >> 8 * lowest; at--)
            items[at] = items[at - 1];
        items[at] = moved;
    }
}

/* Sorts by the bytes from `lowest` on, the least important of which is 0. */
static void sort_bytes(uint64_t *items, size_t count, unsigned lowest)
{
    if (count <= FEW) {
        sort_few(items, count, lowest);
        return;
    }
    size_t counts[BYTES][VALUES];
    uint64_t *room = memory_new(count, sizeof *room);
    uint64_t *from = items;
    uint64_t *to = room;
    count_bytes(items, count, lowest, counts);
    for (unsigned byte = lowest; byte < BYTES; byte++) {
        if (counts[byte][byte_of(items[0], byte)] == count)
            continue;
        take_in_order(from, to, count, byte, counts[byte]);
        uint64_t *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
    memory_free(room);
}

/* Each position in the lower half of an item, below one of its keys after the other. */
uint32_t *radix_order(struct arena *arena, size_t count, uint32_t *const *keys, size_t key_count)
{
    uint64_t *items = memory_new(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = i;
    for (size_t k = key_count; k > 0; k--) {
        for (size_t i = 0; i < count; i++) {
            uint32_t position = (uint32_t)(items[i] & UINT32_MAX);
            items[i] = (uint64_t)keys[k - 1][position] << 32 | position;
        }
        sort_bytes(items, count, BYTES / 2);
    }
    /* Only now, when what sorting took has been given back. */
    uint32_t *order = arena_array(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)(items[i] & UINT32_MAX);
    memory_free(items);
    return order;
}

/* The bits of a number as a key that rises with it: those of a negative one run backwards. */
static uint64_t key_of(uint64_t bits)
{
    const uint64_t sign = UINT64_C(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

static uint64_t bits_of(uint64_t key)
{
    const uint64_t sign = UINT64_C(1) << 63;
    return key & sign ? key & ~sign : ~key;
}

void radix_sort_numbers(double *numbers, size_t count)
{
    uint64_t *keys = memory_new(count, sizeof *keys);
    memcpy(keys, numbers, count * sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = key_of(keys[i]);
    sort_bytes(keys, count, 0);
    for (size_t i = 0; i < count; i++)
        keys[i] = bits_of(keys[i]);
    memcpy(numbers, keys, count * sizeof *keys);
    memory_free(keys);
}
