/* What number.c (in) and number_print.c (out and rounded) share. */
#ifndef SHORTLIST_BASE_DECIMAL_H
#define SHORTLIST_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

/* Whole numbers up to this one, and powers of ten up to 10^22, are doubles exactly. */
#define DOUBLE_EXACT (UINT64_C(1) << 53)

enum { POWERS_OF_TEN = 23 };

extern const double powers_of_ten[POWERS_OF_TEN];

/* The double nearest to digits * 10^exponent. */
double decimal_value(uint64_t digits, int64_t exponent);

#endif
