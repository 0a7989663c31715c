/*
 * Numbers in and out, and the two tolerances that make arithmetic come out as on paper. Never
 * depends on the locale.
 */
#ifndef SHORTLIST_NUMBER_H
#define SHORTLIST_NUMBER_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/text.h"

/* What is wrong with a text that should be a number. */
enum number_fault {
    NUMBER_FINE,
    NUMBER_MISSING,       /* no number begins here */
    NUMBER_DECIMAL_COMMA, /* 1,5 */
    NUMBER_LEADING_ZERO,  /* 017 */
    NUMBER_COLON,         /* 1:30, which YAML 1.1 reads in base 60 */
    NUMBER_HEX,           /* 0x10, 0o17, 0b1 */
    NUMBER_UNDERSCORE,    /* 1_000 */
    NUMBER_NOT_FINITE,    /* .inf, nan, infinity */
    NUMBER_TOO_LARGE,     /* 1e999 */
    NUMBER_POINT,         /* .5 and 5. : a digit is missing beside the point */
};

/*
 * Reads a decimal number at the start of `text`: [+-] digits [. digits] [e [+-] digits], no
 * leading zeros, rounded to the nearest double, finite. `*used` is the length of the number; what
 * follows it is the caller's to judge, but what can only be a mistake in a number (1,5 1:30 1_000
 * 0x10) is a fault here. On a fault `*value` is 0 and `*used` is unspecified. Underflow gives 0 or
 * a denormal.
 */
enum number_fault number_parse(struct text text, double *value, size_t *used);

/* What to do about a fault, in a few words: "write 1.5 for a fraction, and 1500 without a sign
 * between thousands". */
const char *number_hint(enum number_fault fault);

enum { NUMBER_SIZE = 400 }; /* room for any number printed here, with its NUL */

/*
 * Each prints a finite number into `out` with a NUL, and returns its length. -0 prints as 0.
 * number_shortest: the shortest decimal that reads back as the same double, without an exponent
 *   for magnitudes 1e-5 .. 1e17; JSON takes it as it is.
 * number_plain: the same with at most 15 significant digits, for people (0.1 + 0.2 is 0.3).
 * number_fixed: with exactly `decimals` (0..6) digits after the point, rounded as number_round.
 */
size_t number_shortest(double value, char out[static NUMBER_SIZE]);
size_t number_plain(double value, char out[static NUMBER_SIZE]);
size_t number_fixed(double value, int decimals, char out[static NUMBER_SIZE]);

/*
 * Half away from zero to `decimals` (0..6), where a value within 1e-9 (in its own unit) below a
 * half counts as the half: number_round(4.015, 2) is 4.02, as on paper.
 */
double number_round(double value, int decimals);

/* The same for a value of 0 or more, in whole units of its last decimal; below 2^53. */
uint64_t number_units(double value, int decimals);

/* Rounds each of many so; what is no number stays. */
void numbers_round(double *values, size_t count, int decimals);

/* How far apart two numbers may lie and count as equal. Inline, because whole columns of numbers
 * are compared. */
static inline double number_slack(double a, double b)
{
    double left = fabs(a);
    double right = fabs(b);
    double largest = left > right ? left : right;
    return 1e-9 * (largest > 1 ? largest : 1);
}

/* Equal within 1e-9 * max(1, |a|, |b|): the equality of every comparison. False for NaN. */
bool number_equal(double a, double b);

#endif
