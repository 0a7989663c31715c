/* Dates: known days, the faults, and every day of ten thousand years there and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/date.h"

enum { FIRST_DAY = -719162, LAST_DAY = 2932896 }; /* 0001-01-01 and 9999-12-31 */

/* Unix times divided by 86,400, as `date -u -d DATE +%s` gives them. */
static void days_are_counted_from_1970(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        int32_t day;
    } cases[] = {
        {"1970-01-01", 0},         {"1969-12-31", -1},       {"2000-02-29", 11016},
        {"2000-03-01", 11017},     {"1900-02-28", -25509},   {"1900-03-01", -25508},
        {"2026-11-21", 20778},     {"2024-02-29", 19782},    {"2038-01-19", 24855},
        {"0001-01-01", FIRST_DAY}, {"9999-12-31", LAST_DAY},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        int32_t day;
        char out[DATE_SIZE];
        assert_int_equal(date_parse(text_from(cases[i].date), &day), DATE_FINE);
        assert_int_equal(day, cases[i].day);
        date_print(day, out);
        assert_string_equal(out, cases[i].date);
    }
}

static void what_is_no_date_has_its_fault(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum date_fault fault;
    } cases[] = {
        {"", DATE_SHAPE},
        {"2026-11-2", DATE_SHAPE},
        {"2026-11-211", DATE_SHAPE},
        {"2026/11-21", DATE_SHAPE},
        {"2026-11/21", DATE_SHAPE},
        {"20x6-11-21", DATE_SHAPE},
        {"2026-1x-21", DATE_SHAPE},
        {"2026-11- 1", DATE_SHAPE},
        {"-026-11-21", DATE_SHAPE},
        {"21.11.2026", DATE_SHAPE},
        {"2026-1:-21", DATE_SHAPE},
        {"2026-00-10", DATE_CALENDAR},
        {"2026-13-10", DATE_CALENDAR},
        {"2026-11-00", DATE_CALENDAR},
        {"2026-11-31", DATE_CALENDAR},
        {"2026-02-29", DATE_CALENDAR},
        {"2026-02-30", DATE_CALENDAR},
        {"2100-02-29", DATE_CALENDAR},
        {"0000-01-01", DATE_CALENDAR},
        {"2026-04-31", DATE_CALENDAR},
        {"2026-12-32", DATE_CALENDAR},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        int32_t day;
        assert_int_equal(date_parse(text_from(cases[i].text), &day), cases[i].fault);
        assert_int_equal(day, 0);
    }
}

/* A calendar counted by hand, one day after the other. */
static void every_day_survives_printing_and_reading(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = 1;
    int month = 1;
    int day_of_month = 1;
    for (int32_t day = FIRST_DAY; day <= LAST_DAY; day++) {
        char expected[40];
        char out[DATE_SIZE];
        int32_t again;
        (void)snprintf(expected, sizeof(expected), "%04d-%02d-%02d", year, month, day_of_month);
        date_print(day, out);
        if (strcmp(out, expected) != 0 || date_parse(text_from(out), &again) != DATE_FINE ||
            again != day)
            fail_msg("day %d: %s instead of %s", day, out, expected);

        int leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        if (++day_of_month > lengths[month - 1] + (month == 2 && leap)) {
            day_of_month = 1;
            month = month % 12 + 1;
            year += month == 1;
        }
    }
}

static void days_beyond_the_calendar_print_as_its_ends(void **state)
{
    (void)state;
    char out[DATE_SIZE];
    date_print(INT32_MIN, out);
    assert_string_equal(out, "0001-01-01");
    date_print(INT32_MAX, out);
    assert_string_equal(out, "9999-12-31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(what_is_no_date_has_its_fault),
        cmocka_unit_test(every_day_survives_printing_and_reading),
        cmocka_unit_test(days_beyond_the_calendar_print_as_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
