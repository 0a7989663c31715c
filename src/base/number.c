/*
 * Reading decimal numbers, and the two tolerances. Most numbers are short, and then one exact
 * multiplication or division gives the nearest double (W. D. Clinger, "How to Read Floating Point
 * Numbers Accurately", 1990); the C library reads the others.
 */
#include "shortlist/number.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "decimal.h"
#include "shortlist/memory.h"

/* A number as it is read: digits * 10^exponent, when `complete`. */
struct decimal {
    uint64_t digits;
    int64_t exponent;
    bool complete; /* false once there were more digits than fit */
};

const double powers_of_ten[POWERS_OF_TEN] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool digit_at(struct text text, size_t at)
{
    return at < text.len && is_digit(text.ptr[at]);
}

/* Reads digits from `at` on and returns where they end. */
static size_t read_digits(struct decimal *decimal, struct text text, size_t at, int places)
{
    const uint64_t full = UINT64_C(1000000000000000000); /* no room for one more digit */

    for (; digit_at(text, at); at++) {
        if (decimal->digits < full) {
            decimal->digits = decimal->digits * 10 + (uint64_t)(text.ptr[at] - '0');
            decimal->exponent -= places;
        } else {
            decimal->complete = false;
        }
    }
    return at;
}

/* Reads the digits of an exponent; beyond a billion it is a billion, which no input outweighs. */
static size_t read_exponent(int64_t *exponent, struct text text, size_t at)
{
    bool negative = text.ptr[at] == '-';
    if (!is_digit(text.ptr[at]))
        at++;
    for (; digit_at(text, at); at++)
        if (*exponent < 1000000000)
            *exponent = *exponent * 10 + (text.ptr[at] - '0');
    if (negative)
        *exponent = -*exponent;
    return at;
}

/* True when "e5", "e+5" or "E-5" stands at `at`; "5 eur" has no exponent. */
static bool exponent_at(struct text text, size_t at)
{
    if (at >= text.len || (text.ptr[at] != 'e' && text.ptr[at] != 'E'))
        return false;
    bool sign = at + 1 < text.len && (text.ptr[at + 1] == '+' || text.ptr[at + 1] == '-');
    return digit_at(text, at + (sign ? 2 : 1));
}

/* The fault of a text that begins with no digit, its sign left out. */
static enum number_fault fault_without_digit(struct text text)
{
    size_t from = text.len > 0 && text.ptr[0] == '.' ? 1 : 0;
    if (from == 1 && digit_at(text, 1))
        return NUMBER_POINT;
    size_t to = from;
    while (to < text.len && ((text.ptr[to] >= 'a' && text.ptr[to] <= 'z') ||
                             (text.ptr[to] >= 'A' && text.ptr[to] <= 'Z') ||
                             is_digit(text.ptr[to]) || text.ptr[to] == '_'))
        to++;
    struct text word = text_slice(text, from, to);
    if (text_equal_fold(word, TEXT("inf")) || text_equal_fold(word, TEXT("infinity")) ||
        text_equal_fold(word, TEXT("nan")))
        return NUMBER_NOT_FINITE;
    return NUMBER_MISSING;
}

/* True when a prefix of another base stands at `at`, followed by a digit of that base. */
static bool other_base(struct text text, size_t at)
{
    if (at + 2 >= text.len || text.ptr[at] != '0')
        return false;
    char c = text.ptr[at + 2];
    switch (text.ptr[at + 1]) {
    case 'x':
    case 'X':
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    case 'o':
    case 'O':
        return c >= '0' && c <= '7';
    case 'b':
    case 'B':
        return c == '0' || c == '1';
    default:
        return false;
    }
}

/* The fault of what follows a number at `at`, where that can only be meant as a part of it. */
static enum number_fault fault_behind(struct text text, size_t at)
{
    if (!digit_at(text, at + 1))
        return NUMBER_FINE;
    switch (text.ptr[at]) {
    case ',':
        return NUMBER_DECIMAL_COMMA;
    case ':':
        return NUMBER_COLON;
    case '_':
        return NUMBER_UNDERSCORE;
    default:
        return NUMBER_FINE;
    }
}

/*
 * The value of a number without sign and exponent, times 10^exponent, by the C library, which is
 * right for any count of digits. It gets them without the point, which depends on the locale.
 */
static double read_slowly(struct text digits, int64_t exponent)
{
    enum { EXPONENT_ROOM = 24 };

    char room[128];
    char *copy = room;
    if (digits.len + EXPONENT_ROOM > sizeof(room))
        copy = memory_new(digits.len + EXPONENT_ROOM, 1);
    size_t len = 0;
    bool fraction = false;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] == '.') {
            fraction = true;
        } else {
            copy[len++] = digits.ptr[i];
            exponent -= fraction ? 1 : 0;
        }
    }
    (void)snprintf(copy + len, EXPONENT_ROOM, "e%lld", (long long)exponent);
    double value = strtod(copy, NULL);
    if (copy != room)
        memory_free(copy);
    return value;
}

/* True when one exact operation gives the double nearest to digits * 10^exponent. */
static bool decimal_is_exact(uint64_t digits, int64_t exponent)
{
    /* Where doubles are computed in a wider type, the one operation would round twice. */
    return FLT_EVAL_METHOD == 0 && digits <= DOUBLE_EXACT && exponent > -POWERS_OF_TEN &&
           exponent < POWERS_OF_TEN;
}

double decimal_value(uint64_t digits, int64_t exponent)
{
    if (decimal_is_exact(digits, exponent)) {
        double value = (double)digits;
        return exponent < 0 ? value / powers_of_ten[-exponent] : value * powers_of_ten[exponent];
    }
    char copy[48];
    (void)snprintf(copy, sizeof(copy), "%llue%lld", (unsigned long long)digits,
                   (long long)exponent);
    return strtod(copy, NULL);
}

/* The usual number, in a third of the time: a few digits, perhaps a sign and a point; nothing else.
 */
static bool read_usual(struct text text, double *value)
{
    enum { MOST = 15 }; /* characters, so that the digits are exact */

    size_t begin = text.len > 0 && text.ptr[0] == '-' ? 1 : 0;
    size_t point = text.len;
    int64_t digits = 0;
    if (text.len > MOST || text.len == begin)
        return false;
    for (size_t at = begin; at < text.len; at++) {
        int digit = text.ptr[at] - '0';
        if (digit >= 0 && digit <= 9)
            digits = digits * 10 + digit;
        else if (digit == '.' - '0' && point == text.len)
            point = at;
        else
            return false;
    }
    bool leading_zero = text.ptr[begin] == '0' && point > begin + 1;
    if (leading_zero || point == begin || point + 1 == text.len)
        return false;
    double magnitude = (double)digits;
    if (point < text.len)
        magnitude /= powers_of_ten[text.len - point - 1];
    *value = begin > 0 ? -magnitude : magnitude;
    return FLT_EVAL_METHOD == 0;
}

enum number_fault number_parse(struct text text, double *value, size_t *used)
{
    *used = text.len;
    if (read_usual(text, value))
        return NUMBER_FINE;
    *value = 0;
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t begin = negative || (text.len > 0 && text.ptr[0] == '+') ? 1 : 0;
    if (!digit_at(text, begin))
        return fault_without_digit(text_slice(text, begin, text.len));
    if (other_base(text, begin))
        return NUMBER_HEX;
    struct decimal decimal = {.complete = true};
    size_t at = read_digits(&decimal, text, begin, 0);
    bool leading_zero = text.ptr[begin] == '0' && at > begin + 1;
    if (at < text.len && text.ptr[at] == '.') {
        if (!digit_at(text, at + 1))
            return NUMBER_POINT;
        at = read_digits(&decimal, text, at + 1, 1);
    }
    size_t digits_end = at;
    int64_t exponent = 0;
    if (exponent_at(text, at))
        at = read_exponent(&exponent, text, at + 1);
    enum number_fault fault = fault_behind(text, at);
    if (fault == NUMBER_FINE && leading_zero)
        fault = NUMBER_LEADING_ZERO;
    if (fault != NUMBER_FINE)
        return fault;
    double magnitude;
    if (decimal.complete && decimal_is_exact(decimal.digits, decimal.exponent + exponent))
        magnitude = decimal_value(decimal.digits, decimal.exponent + exponent);
    else
        magnitude = read_slowly(text_slice(text, begin, digits_end), exponent);
    if (!isfinite(magnitude))
        return NUMBER_TOO_LARGE;
    *value = negative ? -magnitude : magnitude;
    *used = at;
    return NUMBER_FINE;
}

const char *number_hint(enum number_fault fault)
{
    switch (fault) {
    case NUMBER_FINE:
        break;
    case NUMBER_MISSING:
        return "write a decimal number, as in 12 or 1.5";
    case NUMBER_DECIMAL_COMMA:
        return "write 1.5 for a fraction, and 1500 without a sign between thousands";
    case NUMBER_LEADING_ZERO:
        return "leave out the leading zero, as in 17 for 017";
    case NUMBER_COLON:
        return "write one decimal number, as in 1.5 for 1:30";
    case NUMBER_HEX:
        return "write a decimal number, as in 16 for 0x10";
    case NUMBER_UNDERSCORE:
        return "leave out the underscore, as in 1000 for 1_000";
    case NUMBER_NOT_FINITE:
        return "write a finite number";
    case NUMBER_TOO_LARGE:
        return "write a number below 1e308";
    case NUMBER_POINT:
        return "write a digit on both sides of the point, as in 0.5";
    }
    return "";
}

bool number_equal(double a, double b)
{
    if (a == b)
        return true;
    double slack = number_slack(a, b);
    return isfinite(slack) && fabs(a - b) <= slack;
}
