/*
 * Silence in columns: what a vendor has not answered is no number. Inline, because whole columns go
 * through it.
 */
#ifndef SHORTLIST_SILENCE_H
#define SHORTLIST_SILENCE_H

#include <math.h>

#include "shortlist/answers.h"
#include "shortlist/eight_bytes.h"

/*
 * Makes NaN of the numbers whose mark does not say answered. The others, which must be finite, stay
 * as they are, but for -0, which becomes 0. Most vendors answer: eight marks are looked at as one.
 */
static inline void silence_numbers(double *numbers, const uint8_t *marks, size_t count)
{
    static const double added[MARK_STATE + 1] = {(double)NAN, (double)NAN, [STATE_ANSWERED] = 0,
                                                 (double)NAN};
    for (size_t from = 0; from < count; from += EIGHT) {
        uint64_t states = eight_bytes(marks + from, count - from) & MARK_STATE * EACH_OF_EIGHT;
        if (states == STATE_ANSWERED * EACH_OF_EIGHT)
            continue;
        for (size_t i = from; i < count && i < from + EIGHT; i++)
            numbers[i] += added[mark_state(marks[i])];
    }
}

#endif
