/*
 * Calendar dates. Days are counted in years that begin in March, so that the leap day is the last
 * of its year; 400 years have 146,097 days.
 */
#include "shortlist/date.h"

enum {
    DAYS_BEFORE_1970 = 719468, /* from 0000-03-01, where the count begins */
    FIRST_DAY = -719162,       /* 0001-01-01 */
    LAST_DAY = 2932896         /* 9999-12-31 */
};

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

/* The number that `count` digits from `from` write, or -1. */
static int read_digits(struct text text, size_t from, size_t count)
{
    int number = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return -1;
        number = number * 10 + (text.ptr[i] - '0');
    }
    return number;
}

enum date_fault date_parse(struct text text, int32_t *day)
{
    *day = 0;
    if (text.len != DATE_SIZE - 1 || text.ptr[4] != '-' || text.ptr[7] != '-')
        return DATE_SHAPE;
    int year = read_digits(text, 0, 4);
    int month = read_digits(text, 5, 2);
    int day_of_month = read_digits(text, 8, 2);
    if (year < 0 || month < 0 || day_of_month < 0)
        return DATE_SHAPE;
    if (year == 0 || month == 0 || month > 12 || day_of_month == 0 ||
        day_of_month > days_in_month(year, month))
        return DATE_CALENDAR;
    int march_year = month > 2 ? year : year - 1;
    int march_month = month > 2 ? month - 3 : month + 9;
    /* Five months from March on have 153 days in all, spread evenly enough for this division. */
    int day_of_year = (153 * march_month + 2) / 5 + day_of_month - 1;
    *day = march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year -
           DAYS_BEFORE_1970;
    return DATE_FINE;
}

static void write_digits(char *out, int number, int count)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

void date_print(int32_t day, char out[static DATE_SIZE])
{
    /* A day that no four-digit year holds would not fit `out`. */
    if (day < FIRST_DAY)
        day = FIRST_DAY;
    else if (day > LAST_DAY)
        day = LAST_DAY;
    int days = day + DAYS_BEFORE_1970;
    int era = days / 146097;
    int day_of_era = days % 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    int month = march_month < 10 ? march_month + 3 : march_month - 9;
    int year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);

    write_digits(out, year, 4);
    out[4] = '-';
    write_digits(out + 5, month, 2);
    out[7] = '-';
    write_digits(out + 8, day_of_year - (153 * march_month + 2) / 5 + 1, 2);
    out[10] = '\0';
}
