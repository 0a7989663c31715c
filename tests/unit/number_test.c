/*
 * Numbers: every fault, the same doubles as strtod, the shortest printing, and rounding as on
 * paper. The tests run in the C locale, where strtod and printf are what we compare with.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/memory.h"
#include "shortlist/number.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define NOT_A_NUMBER ((double)NAN)
#define ENDLESS ((double)INFINITY)

/* xorshift64* (S. Vigna, 2016), so that every run tests the same numbers. */
static uint64_t random_bits(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= (*seed & ((UINT64_C(1) << 39) - 1)) << 25;
    *seed ^= *seed >> 27;
    return *seed;
}

static unsigned random_below(uint64_t *seed, unsigned limit)
{
    return (unsigned)((random_bits(seed) >> 20) % limit);
}

static double random_double(uint64_t *seed)
{
    double value;
    do {
        uint64_t bits = random_bits(seed);
        memcpy(&value, &bits, sizeof(value));
    } while (!isfinite(value));
    return value;
}

static int same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof(a)) == 0;
}

static double parsed(struct text text)
{
    double value;
    size_t used;
    assert_int_equal(number_parse(text, &value, &used), NUMBER_FINE);
    assert_int_equal(used, text.len);
    return value;
}

static void numbers_are_read_up_to_what_follows(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
        size_t used;
    } cases[] = {
        {"0", 0, 1},
        {"7", 7, 1},
        {"+2", 2, 2},
        {"-0.5", -0.5, 4},
        {"1e3", 1000, 3},
        {"1E+3", 1000, 4},
        {"25e-1", 2.5, 5},
        {"0.125", 0.125, 5},
        {"0e5", 0, 3},
        {"100.00", 100, 6},
        {"28 %", 28, 2},
        {"28%", 28, 2},
        {"5 eur", 5, 1},
        {"5eur", 5, 1},
        {"5e", 5, 1},
        {"5e+", 5, 1},
        {"5e+x", 5, 1},
        {"1.5.2", 1.5, 3},
        {"2026-11-21", 2026, 4},
        {"1,", 1, 1},
        {"1, 2", 1, 1},
        {"1:", 1, 1},
        {"1_a", 1, 1},
        {"1'000", 1, 1},
        {"0x", 0, 1},
        {"0xy", 0, 1},
        {"0xG", 0, 1},
        {"0o/", 0, 1},
        {"0oz", 0, 1},
        {"0o8", 0, 1},
        {"0b2", 0, 1},
        {"0bps", 0, 1},
        {"0.0", 0, 3},
        {"1e-999", 0, 6},
        {"4.9406564584124654e-324", 4.9406564584124654e-324, 23},
        {"1.7976931348623157e308", DBL_MAX, 22},
        {"9007199254740993", 9007199254740992, 16}, /* a tie between doubles goes to the even one */
        {"123456789012345678901234567890", 1.2345678901234568e29, 30},
        {"0.000000000000000000000000000001", 1e-30, 32},
        {"1e23", 1e23, 4}, /* 10^23 is no double: not the fast way */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double value;
        size_t used;
        assert_int_equal(number_parse(text_from(cases[i].text), &value, &used), NUMBER_FINE);
        if (!same_bits(value, cases[i].value) || used != cases[i].used)
            fail_msg("%s: %.17g, %zu bytes", cases[i].text, value, used);
    }
    assert_true(same_bits(parsed(TEXT("-0")), -0.0));
    assert_true(same_bits(parsed(TEXT("-0.0e5")), -0.0));
}

static void what_is_no_number_has_its_fault_and_a_hint(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum number_fault fault;
    } cases[] = {
        {"", NUMBER_MISSING},
        {"-", NUMBER_MISSING},
        {"+", NUMBER_MISSING},
        {"--1", NUMBER_MISSING},
        {" 1", NUMBER_MISSING},
        {".", NUMBER_MISSING},
        {"e5", NUMBER_MISSING},
        {"many", NUMBER_MISSING},
        {"info", NUMBER_MISSING},
        {"INF_1", NUMBER_MISSING},
        {"nano", NUMBER_MISSING},
        {"~", NUMBER_MISSING},
        {"1,5", NUMBER_DECIMAL_COMMA},
        {"1.234,56", NUMBER_DECIMAL_COMMA},
        {"1e3,5", NUMBER_DECIMAL_COMMA},
        {"017", NUMBER_LEADING_ZERO},
        {"00", NUMBER_LEADING_ZERO},
        {"-01", NUMBER_LEADING_ZERO},
        {"00.5", NUMBER_LEADING_ZERO},
        {"1:30", NUMBER_COLON},
        {"08:30", NUMBER_COLON},
        {"0x10", NUMBER_HEX},
        {"0XaF", NUMBER_HEX},
        {"0xFf", NUMBER_HEX},
        {"0o17", NUMBER_HEX},
        {"0O7", NUMBER_HEX},
        {"0b1", NUMBER_HEX},
        {"-0B0", NUMBER_HEX},
        {"1_000", NUMBER_UNDERSCORE},
        {"1.5_0", NUMBER_UNDERSCORE},
        {".inf", NUMBER_NOT_FINITE},
        {"-.INF", NUMBER_NOT_FINITE},
        {"+.Inf", NUMBER_NOT_FINITE},
        {".nan", NUMBER_NOT_FINITE},
        {"nan", NUMBER_NOT_FINITE},
        {"NaN(0x1)", NUMBER_NOT_FINITE},
        {"inf", NUMBER_NOT_FINITE},
        {"-Infinity", NUMBER_NOT_FINITE},
        {"1e999", NUMBER_TOO_LARGE},
        {"-1e309", NUMBER_TOO_LARGE},
        {"1.7976931348623159e308", NUMBER_TOO_LARGE},
        {"1e99999999999999999999999", NUMBER_TOO_LARGE},
        {".5", NUMBER_POINT},
        {"-.5", NUMBER_POINT},
        {"5.", NUMBER_POINT},
        {"5. ", NUMBER_POINT},
        {"5.e3", NUMBER_POINT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        double value;
        size_t used;
        enum number_fault fault = number_parse(text_from(cases[i].text), &value, &used);
        if (fault != cases[i].fault || !same_bits(value, 0))
            fail_msg("\"%s\": fault %d, value %g", cases[i].text, (int)fault, value);
        assert_true(strlen(number_hint(fault)) > 10);
    }
    assert_string_equal(number_hint(NUMBER_FINE), "");
    assert_string_equal(number_hint(NUMBER_DECIMAL_COMMA),
                        "write 1.5 for a fraction, and 1500 without a sign between thousands");
}

static void no_byte_behind_the_text_is_read(void **state)
{
    (void)state;
    static const char text[] = "-0x1";
    static const char *const longer[] = {"1.5e-3", "0x10", "1,5", "-inf", "5.5", "1e5", ".5"};
    for (size_t i = 0; i < COUNT(longer); i++) {
        for (size_t len = 0; len <= strlen(longer[i]); len++) {
            char *exact = memory_new(len, 1); /* the sanitizer sees a read behind it */
            memcpy(exact, longer[i], len);
            double value;
            size_t used;
            (void)number_parse((struct text){exact, len}, &value, &used);
            memory_free(exact);
        }
    }
    double value;
    size_t used;
    assert_int_equal(number_parse((struct text){text, 2}, &value, &used), NUMBER_FINE);
    assert_int_equal(used, 2);
    assert_int_equal(number_parse((struct text){NULL, 0}, &value, &used), NUMBER_MISSING);
}

/* A random number of up to `most` digits; its length. */
static size_t write_random_number(uint64_t *seed, unsigned most, char *out)
{
    char *at = out;
    unsigned before = 1 + random_below(seed, most);
    unsigned behind = random_below(seed, most);
    if (random_below(seed, 2) == 0)
        *at++ = "+-"[random_below(seed, 2)];
    *at++ =
        before == 1 ? (char)('0' + random_below(seed, 10)) : (char)('1' + random_below(seed, 9));
    for (unsigned i = 1; i < before; i++)
        *at++ = (char)('0' + random_below(seed, 10));
    if (behind > 0)
        *at++ = '.';
    unsigned zeros = random_below(seed, 3) == 0 ? random_below(seed, most) : 0;
    for (unsigned i = 0; i < behind; i++)
        *at++ = i < zeros ? '0' : (char)('0' + random_below(seed, 10));
    if (random_below(seed, 3) == 0)
        at += sprintf(at, "e%d", (int)random_below(seed, 60) - 30);
    else if (random_below(seed, 5) == 0)
        at += sprintf(at, "E%+d", (int)random_below(seed, 660) - 330);
    *at = '\0';
    return (size_t)(at - out);
}

static void numbers_are_those_of_strtod(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 400000; i++) {
        char text[128];
        size_t len = write_random_number(&seed, 1 + (unsigned)i % 24, text);
        double expected = strtod(text, NULL);
        double value;
        size_t used;
        enum number_fault fault = number_parse((struct text){text, len}, &value, &used);
        int agrees = isfinite(expected)
                         ? fault == NUMBER_FINE && used == len && same_bits(value, expected)
                         : fault == NUMBER_TOO_LARGE;
        if (!agrees)
            fail_msg("%s: %.17g instead of %.17g", text, value, expected);
    }
}

/* The exact decimal expansion of a double, and of the middle between it and the next. */
static void hard_cases_are_those_of_strtod(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 3000; i++) {
        double value = fabs(random_double(&seed));
        if (i % 2 == 0)
            value =
                ldexp(1 + (double)random_below(&seed, 1000000), (int)random_below(&seed, 80) - 60);
        char text[1600];
        int len = snprintf(text, sizeof(text), "%.1100e", value);
        assert_true(same_bits(parsed((struct text){text, (size_t)len}), value));
        len = snprintf(text, sizeof(text), "%.*e", 15 + i % 6, value);
        assert_true(same_bits(parsed((struct text){text, (size_t)len}), strtod(text, NULL)));
        len = snprintf(text, sizeof(text), "%.60f", fabs(value) < 1e100 ? value : 0.1);
        assert_true(same_bits(parsed((struct text){text, (size_t)len}), strtod(text, NULL)));
    }
}

static void numbers_may_be_very_long(void **state)
{
    (void)state;
    enum { LONG = 64 * 1024 };
    char *text = memory_new(LONG + 16, 1);
    memset(text, '0', LONG);

    memcpy(text, "0.", 2); /* 0.000...0007e65536 is 7 * 10^(65536 - places) */
    text[LONG - 1] = '7';
    int len = LONG + sprintf(text + LONG, "e%d", LONG - 2);
    assert_true(parsed((struct text){text, (size_t)len}) == 7);

    memset(text, '9', LONG); /* 99...99e-65536 is as good as 1 */
    len = LONG + sprintf(text + LONG, "e-%d", LONG);
    assert_true(parsed((struct text){text, (size_t)len}) == 1);

    memcpy(text, "1.", 2); /* a long tail decides a tie: just above 1 + 2^-53 */
    memset(text + 2, '0', LONG - 2);
    memcpy(text, "1.00000000000000011102230246251565404236316680908203125", 55);
    text[LONG - 1] = '1';
    assert_true(parsed((struct text){text, LONG}) == 1 + DBL_EPSILON);
    text[LONG - 1] = '0';
    assert_true(parsed((struct text){text, LONG}) == 1);

    double value;
    size_t used;
    memset(text, '9', LONG);
    assert_int_equal(number_parse((struct text){text, LONG}, &value, &used), NUMBER_TOO_LARGE);
    memory_free(text);
}

typedef size_t printing(double value, char out[static NUMBER_SIZE]);

static void assert_prints(printing *print, double value, const char *expected)
{
    char out[NUMBER_SIZE];
    size_t len = print(value, out);
    if (strcmp(out, expected) != 0)
        fail_msg("%.17g prints as %s instead of %s", value, out, expected);
    assert_int_equal(len, strlen(expected));
}

/* What Python's repr gives, but for the exponents, which begin elsewhere. */
static void the_shortest_digits_are_printed(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *printed;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-1, "-1"},
        {10, "10"},
        {81.42, "81.42"},
        {-0.5, "-0.5"},
        {0.1, "0.1"},
        {0.05, "0.05"},
        {0.001, "0.001"},
        {1e-5, "0.00001"},
        {1.5e-5, "0.000015"},
        {9e-6, "9e-6"},
        {1.5e-7, "1.5e-7"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {2.0 / 3, "0.6666666666666666"},
        {100, "100"},
        {123456789, "123456789"},
        {999999999999999, "999999999999999"},
        {9007199254740991, "9007199254740991"},
        {9007199254740992, "9007199254740992"},
        {1e17, "100000000000000000"},
        {1.5e17, "150000000000000000"},
        {1e18, "1e18"},
        {1e21, "1e21"},
        {1e22, "1e22"},
        {1.2345e300, "1.2345e300"},
        {DBL_MAX, "1.7976931348623157e308"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {4.9406564584124654e-324, "5e-324"},
        {1e-323, "1e-323"},
        {5.6843418860808015e-14, "5.684341886080802e-14"}, /* 2^-44, a lopsided neighbourhood */
        {9.5367431640625e-07, "9.5367431640625e-7"},
        {123456.7890123, "123456.7890123"},
        {4.35, "4.35"},
        {5e-324 * 3, "1.5e-323"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_prints(number_shortest, cases[i].value, cases[i].printed);
}

static int is_json_number(const char *text)
{
    const char *at = text + (*text == '-');
    if (*at < '0' || *at > '9' || (at[0] == '0' && at[1] >= '0' && at[1] <= '9'))
        return 0;
    at += strspn(at, "0123456789");
    if (*at == '.') {
        size_t places = strspn(at + 1, "0123456789");
        if (places == 0)
            return 0;
        at += 1 + places;
    }
    if (*at == 'e') {
        at += at[1] == '-' ? 2 : 1;
        size_t digits = strspn(at, "0123456789");
        if (digits == 0)
            return 0;
        at += digits;
    }
    return *at == '\0';
}

/* Significant digits of a printed number. */
static int count_digits(const char *text)
{
    int count = 0;
    int zeros = 0; /* not counted before it is known that more digits follow */
    for (; *text != '\0' && *text != 'e'; text++) {
        if (*text == '0') {
            zeros += count > 0;
        } else if (*text >= '1' && *text <= '9') {
            count += zeros + 1;
            zeros = 0;
        }
    }
    return count;
}

static void assert_shortest(double value)
{
    char out[NUMBER_SIZE];
    char fewer[64];
    size_t len = number_shortest(value, out);
    if (!is_json_number(out) || len != strlen(out) || strtod(out, NULL) != value)
        fail_msg("%.17g prints as %s", value, out);
    int digits = count_digits(out);
    if (digits > 1) {
        (void)snprintf(fewer, sizeof(fewer), "%.*e", digits - 2, value);
        if (strtod(fewer, NULL) == value)
            fail_msg("%s prints as %s", fewer, out);
    }
}

static void printing_is_shortest_and_reads_back(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 100000; i++) {
        assert_shortest(random_double(&seed));
        assert_shortest((double)random_below(&seed, 100000000) / 1e4);
        assert_shortest((double)random_below(&seed, 10000) / (1 + random_below(&seed, 1000)));
    }
    for (int power = -1074; power < 1024; power++)
        assert_shortest(ldexp(1, power));
}

static void people_see_at_most_15_digits(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *printed;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {0.1 + 0.2, "0.3"},
        {1.0 / 3, "0.333333333333333"},
        {-2.0 / 3, "-0.666666666666667"},
        {81.42, "81.42"},
        {1e17, "100000000000000000"},
        {1e18, "1e18"},
        {9007199254740991, "9007199254740990"},
        {1.2345678901234568e17, "123456789012346000"},
        {1.0 / 3e9, "3.33333333333333e-10"},
        {0.7 * 700, "490"},
        {4.9406564584124654e-324, "4.94065645841247e-324"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_prints(number_plain, cases[i].value, cases[i].printed);
}

static void values_round_half_away_from_zero_as_on_paper(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        double rounded;
        const char *printed;
    } cases[] = {
        {4.015, 2, 4.02, "4.02"}, /* the double is 4.01499999999999968 */
        {2.675, 2, 2.68, "2.68"}, /* 2.67499999999999982 */
        {1.005, 2, 1.01, "1.01"},
        {-4.015, 2, -4.02, "-4.02"},
        {-0.005, 2, -0.01, "-0.01"},
        {0.004, 2, 0, "0.00"},
        {-0.004, 2, 0, "0.00"},
        {-0.0, 2, 0, "0.00"},
        {0, 0, 0, "0"},
        {0.5, 0, 1, "1"},
        {-0.5, 0, -1, "-1"},
        {1.5, 0, 2, "2"},
        {2.5, 0, 3, "3"},
        {0.49, 0, 0, "0"},
        {79.995, 2, 80, "80.00"},
        {79.994999999, 2, 80, "80.00"},     /* 1e-9 below the half */
        {79.9949999989, 2, 79.99, "79.99"}, /* 1.1e-9 below */
        {79.99499999, 2, 79.99, "79.99"},   /* 1e-8 below */
        {79.9950001, 2, 80, "80.00"},
        {81.4, 2, 81.4, "81.40"},
        {99.999, 2, 100, "100.00"},
        {0.1 + 0.2, 6, 0.3, "0.300000"},
        {1.0 / 3, 6, 0.333333, "0.333333"},
        {0.0000005, 6, 0.000001, "0.000001"},
        {0.000000498, 6, 0, "0.000000"},
        {10000000.015, 2, 10000000.02, "10000000.02"}, /* 10000000.01499999977 */
        {1e6 + 0.125, 2, 1000000.13, "1000000.13"},
        {123456789.125, 2, 123456789.13, "123456789.13"},
        {5629499534213.125, 2, 5629499534213.13, "5629499534213.13"},
        {9007199254740991, 0, 9007199254740991, "9007199254740991"},
        {9007199254740992, 2, 9007199254740992, "9007199254740992.00"},
        {-1e22, 1, -1e22, "-10000000000000000000000.0"},
        {1e22, 0, 1e22, "10000000000000000000000"},
        {2251799813685249.5, 1, 2251799813685249.5, "2251799813685249.5"},
        {2251799813685248.5, 0, 2251799813685249, "2251799813685249"},
        {2251799813685248.25, 0, 2251799813685248, "2251799813685248"},
        {34373916434.535, 2, 34373916434.54, "34373916434.54"},
        {34373916434.534996, 2, 34373916434.53, "34373916434.53"},
        {8388608.000000498, 6, 8388608, "8388608.000000"},
        {8388607.0000004995, 6, 8388607.000001, "8388607.000001"},
        {5629499534213.375, 2, 5629499534213.38, "5629499534213.38"},
        {5629499534213.34375, 2, 5629499534213.34, "5629499534213.34"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char out[NUMBER_SIZE];
        double rounded = number_round(cases[i].value, cases[i].decimals);
        size_t len = number_fixed(cases[i].value, cases[i].decimals, out);
        if (!same_bits(rounded, cases[i].rounded) || strcmp(out, cases[i].printed) != 0)
            fail_msg("%.17g to %d: %.17g, %s", cases[i].value, cases[i].decimals, rounded, out);
        assert_int_equal(len, strlen(out));
    }
    char out[NUMBER_SIZE];
    assert_int_equal(number_fixed(DBL_MAX, 6, out), 309 + 1 + 6);
    assert_true(isnan(number_round(NOT_A_NUMBER, 2)));
    assert_true(isinf(number_round(ENDLESS, 2)));
}

/* Many at a time, and in units of the last decimal, come out as one by one. */
static void many_numbers_round_as_each_does(void **state)
{
    (void)state;
    const double each[] = {4.015, -4.015, 0, 1e300, 99.994999, 0.005, 99.995};
    const double rounded[] = {4.02, -4.02, 0, 1e300, 99.99, 0.01, 100};
    double many[COUNT(each) + 1];
    memcpy(many, each, sizeof(each));
    many[COUNT(each)] = NOT_A_NUMBER;
    numbers_round(many, COUNT(many), 2);
    assert_memory_equal(many, rounded, sizeof(rounded));
    assert_true(isnan(many[COUNT(each)]));
    assert_int_equal(number_units(4.015, 2), 402);
    assert_int_equal(number_units(100, 6), 100000000);
    assert_int_equal(number_units(0.4, 0), 0);
}

static void rounding_and_printing_agree_and_rounding_twice_is_rounding_once(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < 200000; i++) {
        int decimals = i % 7;
        double value = random_below(&seed, 1 << 30) / pow(10, random_below(&seed, 12));
        if (i % 3 == 0)
            value = (double)(random_bits(&seed) >> 8) / pow(10, random_below(&seed, 17));
        if (i % 5 == 0)
            value = -value;
        double rounded = number_round(value, decimals);
        char out[NUMBER_SIZE];
        number_fixed(value, decimals, out);
        if (strtod(out, NULL) != rounded || !same_bits(number_round(rounded, decimals), rounded) ||
            fabs(rounded - value) >
                0.5 * pow(10, -decimals) + 1.1e-9 + 2 * fabs(value) * DBL_EPSILON)
            fail_msg("%.17g to %d: %.17g, %s", value, decimals, rounded, out);
    }
}

static void equal_is_within_a_billionth(void **state)
{
    (void)state;
    static const struct {
        double a;
        double b;
        bool equal;
    } cases[] = {
        {0, 0, true},
        {490, 0.7 * 700, true},
        {0.3, 0.1 + 0.2, true},
        {0, 9e-10, true},
        {0, 1.1e-9, false},
        {1, 1 + 9e-10, true},
        {1, 1 + 1.1e-9, false},
        {1e6, 1e6 + 9e-4, true},
        {-1e6, -1e6 - 1.1e-3, false},
        {1, -1, false},
        {DBL_MAX, -DBL_MAX, false},
        {ENDLESS, ENDLESS, true},
        {ENDLESS, 1, false},
        {ENDLESS, -ENDLESS, false},
        {NOT_A_NUMBER, NOT_A_NUMBER, false},
        {NOT_A_NUMBER, 1, false},
        {1, NOT_A_NUMBER, false},
        {ENDLESS, NOT_A_NUMBER, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(number_equal(cases[i].a, cases[i].b), cases[i].equal);
        assert_int_equal(number_equal(cases[i].b, cases[i].a), cases[i].equal);
    }
}

/* Where a locale with a decimal comma is installed; else this shows nothing. */
static void no_locale_shows(void **state)
{
    (void)state;
    static const char *const locales[] = {"de_DE.UTF-8", "ps_AF.UTF-8"}; /* "," and U+066B */
    int tested = 0;
    for (size_t i = 0; i < COUNT(locales); i++) {
        if (!setlocale(LC_ALL, locales[i]))
            continue;
        tested++;
        assert_true(same_bits(parsed(TEXT("0.1234567890123456789")), 0.12345678901234568));
        assert_true(same_bits(parsed(TEXT("1.5e-30")), 1.5e-30));
        assert_prints(number_shortest, 0.1 + 0.2, "0.30000000000000004");
        assert_prints(number_plain, 1.0 / 3, "0.333333333333333");
        char out[NUMBER_SIZE];
        assert_int_equal(number_fixed(1e22, 2, out), 26);
        assert_string_equal(out, "10000000000000000000000.00");
    }
    assert_non_null(setlocale(LC_ALL, "C"));
    if (tested == 0)
        skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_up_to_what_follows),
        cmocka_unit_test(what_is_no_number_has_its_fault_and_a_hint),
        cmocka_unit_test(no_byte_behind_the_text_is_read),
        cmocka_unit_test(numbers_are_those_of_strtod),
        cmocka_unit_test(hard_cases_are_those_of_strtod),
        cmocka_unit_test(numbers_may_be_very_long),
        cmocka_unit_test(the_shortest_digits_are_printed),
        cmocka_unit_test(printing_is_shortest_and_reads_back),
        cmocka_unit_test(people_see_at_most_15_digits),
        cmocka_unit_test(values_round_half_away_from_zero_as_on_paper),
        cmocka_unit_test(many_numbers_round_as_each_does),
        cmocka_unit_test(rounding_and_printing_agree_and_rounding_twice_is_rounding_once),
        cmocka_unit_test(equal_is_within_a_billionth),
        cmocka_unit_test(no_locale_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
