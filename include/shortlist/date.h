/* Calendar dates as days since 1970-01-01 (proleptic Gregorian, years 0001 to 9999). */
#ifndef SHORTLIST_DATE_H
#define SHORTLIST_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "shortlist/text.h"

enum { DATE_SIZE = 11 }; /* YYYY-MM-DD and a NUL */

/* What is wrong with a text that should be a date. */
enum date_fault {
    DATE_FINE,
    DATE_SHAPE,    /* not YYYY-MM-DD */
    DATE_CALENDAR, /* no such day: 2026-02-30 */
};

/* The day of YYYY-MM-DD, which must be the whole text; on a fault `*day` is 0. */
enum date_fault date_parse(struct text text, int32_t *day);
/* YYYY-MM-DD and a NUL; the day must be one of the years above. */
void date_print(int32_t day, char out[static DATE_SIZE]);

#endif
