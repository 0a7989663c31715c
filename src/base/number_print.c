/*
 * Rounding and printing numbers. A number becomes decimal digits, by whole-number arithmetic where
 * that is exact and by the C library where not; only the digits are taken from the latter, so
 * that no locale shows.
 */
#include "shortlist/number.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "decimal.h"

enum { MOST_DIGITS = 20 }; /* of a uint64_t */

/* Decimal digits; the value is d.ddd * 10^exponent. */
struct digits {
    char bytes[MOST_DIGITS];
    int count; /* at least 1; no zero at the end but for 0 itself */
    int exponent;
};

/* The digits of units * 10^-decimals. */
static struct digits digits_of(uint64_t units, int decimals)
{
    char backwards[MOST_DIGITS];
    int len = 0;
    do {
        backwards[len++] = (char)('0' + units % 10);
        units /= 10;
    } while (units > 0);

    struct digits digits = {.count = len, .exponent = len - 1 - decimals};
    for (int i = 0; i < len; i++)
        digits.bytes[i] = backwards[len - 1 - i];
    while (digits.count > 1 && digits.bytes[digits.count - 1] == '0')
        digits.count--;
    return digits;
}

/* `magnitude` correctly rounded to `count` digits, as units * 10^-decimals. */
static uint64_t round_to_digits(double magnitude, int count, int *decimals)
{
    char printed[64];
    (void)snprintf(printed, sizeof(printed), "%.*e", count - 1, magnitude);
    uint64_t units = 0;
    const char *at = printed;
    for (; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9')
            units = units * 10 + (uint64_t)(*at - '0');
    bool negative = at[1] == '-';
    int exponent = 0;
    for (at += 2; *at != '\0'; at++)
        exponent = exponent * 10 + (*at - '0');
    *decimals = count - 1 - (negative ? -exponent : exponent);
    return units;
}

/*
 * True, and its digits, when a magnitude is a decimal with few places and at most 15 digits: most
 * numbers are, and no two such decimals are the same double.
 */
static bool few_digits(double magnitude, struct digits *digits)
{
    enum { PLACES = 8 };

    for (int places = 0; places <= PLACES; places++) {
        double scaled = magnitude * powers_of_ten[places];
        if (scaled >= 1e15)
            return false;
        uint64_t units = (uint64_t)(scaled + 0.5);
        if ((double)units / powers_of_ten[places] == magnitude) {
            *digits = digits_of(units, places);
            return true;
        }
    }
    return false;
}

/* The fewest digits that read back as the magnitude; of several the nearest to it. */
static struct digits digits_shortest(double magnitude)
{
    struct digits digits;
    if (few_digits(magnitude, &digits))
        return digits;
    /* Any decimal of 15 digits survives a double, but for the denormal ones. */
    for (int count = magnitude < DBL_MIN ? 1 : 15; count <= 17; count++) {
        int decimals;
        uint64_t units = round_to_digits(magnitude, count, &decimals);
        digits = digits_of(units, decimals);
        if (decimal_value(units, -decimals) == magnitude)
            break;
        /* Doubles lie closer below a power of two: only the neighbour above may do there. */
        if (decimal_value(units + 1, -decimals) == magnitude) {
            digits = digits_of(units + 1, decimals);
            break;
        }
    }
    return digits;
}

static char *put_zeros(char *out, int count)
{
    for (int i = 0; i < count; i++)
        *out++ = '0';
    return out;
}

static char *put_digits(char *out, const struct digits *digits, int from, int to)
{
    for (int i = from; i < to; i++)
        *out++ = i < digits->count ? digits->bytes[i] : '0';
    return out;
}

/* Digits without an exponent. */
static char *put_plain(char *out, const struct digits *digits)
{
    int before = digits->exponent + 1; /* digits before the point */
    int behind = digits->count - before;
    if (before > 0)
        out = put_digits(out, digits, 0, before);
    else
        *out++ = '0';
    if (behind > 0) {
        *out++ = '.';
        int zeros = before >= 0 ? 0 : -before < behind ? -before : behind;
        out = put_zeros(out, zeros);
        out = put_digits(out, digits, before > 0 ? before : 0, before + behind);
    }
    return out;
}

static char *put_exponent(char *out, const struct digits *digits)
{
    *out++ = digits->bytes[0];
    if (digits->count > 1) {
        *out++ = '.';
        out = put_digits(out, digits, 1, digits->count);
    }
    *out++ = 'e';
    if (digits->exponent < 0)
        *out++ = '-';
    struct digits exponent =
        digits_of((uint64_t)(digits->exponent < 0 ? -digits->exponent : digits->exponent), 0);
    return put_digits(out, &exponent, 0, exponent.exponent + 1);
}

static size_t print_digits(double value, const struct digits *digits, char *out)
{
    enum { PLAIN_FROM = -5, PLAIN_TO = 17 }; /* powers of ten that need no exponent */

    char *end = out;
    if (value < 0)
        *end++ = '-';
    if (digits->exponent >= PLAIN_FROM && digits->exponent <= PLAIN_TO)
        end = put_plain(end, digits);
    else
        end = put_exponent(end, digits);
    *end = '\0';
    return (size_t)(end - out);
}

/* --- The usual number --------------------------------------------------------------------- */

/* units * 10^-decimals, all of these decimals, with a NUL; returns where that stands. */
static char *put_units(char *out, uint64_t units, int decimals)
{
    char backwards[MOST_DIGITS + 1];
    int len = 0;
    do {
        backwards[len++] = (char)('0' + units % 10);
        units /= 10;
        if (len == decimals)
            backwards[len++] = '.';
    } while (units > 0 || len <= decimals + (decimals > 0));
    while (len > 0)
        *out++ = backwards[--len];
    *out = '\0';
    return out;
}

/*
 * Prints a number of at most two places, as most are that people write and all that are rounded to
 * two; 0 for any other. No two decimals of at most 15 digits are the same double.
 */
static size_t print_hundredths(double value, char *out)
{
    enum { PLACES = 2 };
    const double most = 1e12;

    double magnitude = fabs(value);
    int64_t units = magnitude < most ? (int64_t)(magnitude * 100 + 0.5) : 0;
    if (!((double)units / 100 == magnitude))
        return 0;
    int places = PLACES;
    for (; places > 0 && units % 10 == 0; places--)
        units /= 10;
    char *end = out;
    if (value < 0)
        *end++ = '-';
    return (size_t)(put_units(end, (uint64_t)units, places) - out);
}

/* --- Any number --------------------------------------------------------------------------- */

size_t number_shortest(double value, char out[static NUMBER_SIZE])
{
    assert(isfinite(value));
    size_t len = print_hundredths(value, out);
    if (len > 0)
        return len;
    struct digits digits = digits_shortest(fabs(value));
    return print_digits(value, &digits, out);
}

size_t number_plain(double value, char out[static NUMBER_SIZE])
{
    assert(isfinite(value));
    struct digits digits;
    size_t len = print_hundredths(value, out);
    if (len > 0)
        return len;
    if (!few_digits(fabs(value), &digits)) {
        int decimals;
        uint64_t units = round_to_digits(fabs(value), 15, &decimals);
        digits = digits_of(units, decimals);
    }
    return print_digits(value, &digits, out);
}

/* In units of 10^-decimals, half away from zero, by the digits that people would write. */
static uint64_t round_digits(double magnitude, int decimals)
{
    struct digits digits = digits_shortest(magnitude);
    int kept = digits.exponent + 1 + decimals;
    uint64_t units = 0;
    for (int i = 0; i < kept; i++)
        units = units * 10 + (i < digits.count ? (uint64_t)(digits.bytes[i] - '0') : 0);
    return units + (kept < digits.count && digits.bytes[kept] >= '5' ? 1 : 0);
}

/*
 * A magnitude in units of 10^-decimals, rounded as number_round says. False when it is so large
 * that doubles lie farther apart than the units: it is its own rounding then.
 */
static inline bool round_to_units(double magnitude, int decimals, uint64_t *units)
{
    const double coarse = 0x1p23; /* from here on doubles lie farther apart than the tolerance */

    double power = powers_of_ten[decimals];
    double scaled = magnitude * power;
    if (!(scaled < (double)DOUBLE_EXACT))
        return false;
    if (magnitude >= coarse) {
        *units = round_digits(magnitude, decimals);
        return true;
    }
    /* The tolerance, and what reading the value and scaling it may have cost. */
    double below = 1e-9 * power + scaled * DBL_EPSILON;
    int64_t whole = (int64_t)scaled; /* which processors take a double to at once */
    *units = (uint64_t)(whole + (scaled - (double)whole + below >= 0.5));
    return true;
}

static inline double rounded(double value, int decimals)
{
    uint64_t units;
    if (!round_to_units(fabs(value), decimals, &units))
        return value;
    if (units == 0)
        return 0;
    double magnitude = (double)units / powers_of_ten[decimals];
    return value < 0 ? -magnitude : magnitude;
}

double number_round(double value, int decimals)
{
    return rounded(value, decimals);
}

uint64_t number_units(double value, int decimals)
{
    uint64_t units = 0;
    bool small = round_to_units(value, decimals, &units);
    assert(small);
    (void)small;
    return units;
}

void numbers_round(double *values, size_t count, int decimals)
{
    const double most = 1000; /* points and scores: what follows is round_to_units for them */

    double power = powers_of_ten[decimals];
    double tolerance = 1e-9 * power;
    for (size_t i = 0; i < count; i++) {
        double scaled = values[i] * power;
        int64_t whole = values[i] >= 0 && values[i] < most ? (int64_t)scaled : -1;
        if (whole < 0) {
            values[i] = rounded(values[i], decimals);
            continue;
        }
        double below = tolerance + scaled * DBL_EPSILON;
        whole += scaled - (double)whole + below >= 0.5;
        values[i] = (double)whole / power;
    }
}

size_t number_fixed(double value, int decimals, char out[static NUMBER_SIZE])
{
    assert(isfinite(value));
    uint64_t units;
    char *end = out;
    if (round_to_units(fabs(value), decimals, &units)) {
        if (value < 0 && units > 0)
            *end++ = '-';
        return (size_t)(put_units(end, units, decimals) - out);
    }
    size_t len = (size_t)snprintf(out, NUMBER_SIZE, "%.*f", decimals, value);
    if (decimals > 0) {
        /* The locale's point may have several bytes. */
        size_t whole = 1;
        while (out[whole] >= '0' && out[whole] <= '9')
            whole++;
        size_t places = (size_t)decimals;
        out[whole] = '.';
        memmove(out + whole + 1, out + len - places, places + 1);
        len = whole + 1 + places;
    }
    return len;
}
