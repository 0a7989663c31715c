/* Bytes looked at eight at a time, where most are the same. */
#ifndef SHORTLIST_EIGHT_BYTES_H
#define SHORTLIST_EIGHT_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { EIGHT = sizeof(uint64_t) };

/* 1 in each byte. */
#define EACH_OF_EIGHT UINT64_C(0x0101010101010101)

/* The first eight of `count` bytes, which come in any order; of less than eight, and zeros. */
static inline uint64_t eight_bytes(const uint8_t *bytes, size_t count)
{
    uint64_t eight = 0;
    /* A copy of a known size is an instruction, any other a call. */
    if (count >= EIGHT)
        memcpy(&eight, bytes, EIGHT);
    else
        memcpy(&eight, bytes, count);
    return eight;
}

#endif
