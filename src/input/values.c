/* Values as people write them. Nothing is guessed: each is a hint, or another spelling of a blank.
 */
#include "values.h"

#include <string.h>

#include "shortlist/number.h"

/* --- Blanks and units --------------------------------------------------------------------- */

static const char *const blanks[] = {" ", "\t", "\xc2\xa0", "\xe2\x80\xaf"};

enum { BLANKS = sizeof(blanks) / sizeof(blanks[0]) };

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

struct text trim_blanks(struct text text)
{
    size_t before = 0;
    do {
        before = text.len;
        for (size_t i = 0; i < BLANKS; i++) {
            struct text blank = text_from(blanks[i]);
            if (text_starts(text, blank))
                text = text_slice(text, blank.len, text.len);
            if (text_ends(text, blank))
                text = text_slice(text, 0, text.len - blank.len);
        }
    } while (text.len != before);
    return text;
}

struct text trim_space(struct text text)
{
    size_t before = 0;
    do {
        text = trim_blanks(text);
        before = text.len;
        while (text.len > 0 && is_line_end(text.ptr[0]))
            text = text_slice(text, 1, text.len);
        while (text.len > 0 && is_line_end(text.ptr[text.len - 1]))
            text.len--;
    } while (text.len != before);
    return text;
}

/* Behind the blanks that stand at a place. */
static size_t behind_blanks(struct text text, size_t at)
{
    size_t before = 0;
    do {
        before = at;
        for (size_t i = 0; i < BLANKS; i++) {
            struct text blank = text_from(blanks[i]);
            if (text_starts(text_slice(text, at, text.len), blank))
                at += blank.len;
        }
    } while (at != before);
    return at;
}

bool is_same_name(struct text a, struct text b)
{
    size_t i = 0;
    size_t j = 0;
    a = trim_blanks(a);
    b = trim_blanks(b);
    while (i < a.len && j < b.len) {
        size_t next_a = behind_blanks(a, i);
        size_t next_b = behind_blanks(b, j);
        bool is_blank = next_a > i;
        if (is_blank != (next_b > j))
            return false;
        if (!is_blank && !text_equal_fold(text_slice(a, i, i + 1), text_slice(b, j, j + 1)))
            return false;
        i = is_blank ? next_a : i + 1;
        j = is_blank ? next_b : j + 1;
    }
    return i == a.len && j == b.len;
}

bool is_unit(struct text rest)
{
    static const char not_of_units[] = "0123456789-+.,:;/*_~#()[]{}";
    return rest.len > 0 && strchr(not_of_units, rest.ptr[0]) == NULL;
}

/* --- Numbers ------------------------------------------------------------------------------ */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct text without_sign(struct text number)
{
    bool has_sign = number.len > 0 && (number.ptr[0] == '+' || number.ptr[0] == '-');
    return text_slice(number, has_sign ? 1 : 0, number.len);
}

bool looks_like_thousands(struct text number)
{
    const struct text zeros = TEXT(".000");
    struct text digits = without_sign(number);
    if (!text_ends(digits, zeros))
        return false;
    digits.len -= zeros.len;
    bool fits = digits.len >= 1 && digits.len <= 3 && digits.ptr[0] != '0';
    for (size_t i = 0; i < digits.len; i++)
        fits = fits && is_digit(digits.ptr[i]);
    return fits;
}

void warn_of_thousands(struct problems *problems, struct text number, struct place place)
{
    struct text whole = text_slice(number, 0, number.len - 4);
    problem_add(problems, PROBLEM_THOUSANDS, place, "`%.*s` is read as %.*s", TEXT_ARG(number),
                TEXT_ARG(whole));
    problem_hint(problems, "write %.*s000 if thousands are meant, or %.*s", TEXT_ARG(whole),
                 TEXT_ARG(whole));
}

/* --- Words -------------------------------------------------------------------------------- */

static bool is_one_of(struct text text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (text_equal_fold(text, text_from(*words)))
            return true;
    }
    return false;
}

bool means_not_applicable(struct text text)
{
    static const char *const words[] = {
        "n.a.", "n.a", "na", "n/a.", "n / a", "none", "not applicable", "-", "--", NULL,
    };
    return is_one_of(text, words);
}

void hint_truth(struct problems *problems, struct text text)
{
    static const char *const yes[] = {"y", "on", "ja", "oui", "si", "1", "x", NULL};
    static const char *const no[] = {"n", "off", "nein", "non", "0", NULL};
    if (is_one_of(text, yes))
        problem_hint(problems, "write yes");
    else if (is_one_of(text, no))
        problem_hint(problems, "write no");
}

/* --- Dates -------------------------------------------------------------------------------- */

/* Three numbers and the two signs between them. */
struct triple {
    int numbers[3];
    size_t digits[3];
    char sign;
};

static bool read_triple(struct text text, struct triple *triple)
{
    enum { MOST = 4 }; /* digits */
    size_t at = 0;
    *triple = (struct triple){0};
    for (size_t i = 0; i < 3; i++) {
        if (i > 0 && (at == text.len || strchr("./-", text.ptr[at]) == NULL ||
                      (i > 1 && text.ptr[at] != triple->sign)))
            return false;
        if (i > 0)
            triple->sign = text.ptr[at++];
        for (; at < text.len && is_digit(text.ptr[at]); at++) {
            if (triple->digits[i]++ == MOST)
                return false;
            triple->numbers[i] = triple->numbers[i] * 10 + (text.ptr[at] - '0');
        }
        if (triple->digits[i] == 0)
            return false;
    }
    return at == text.len;
}

static bool is_day(int year, int month, int day, char out[static DATE_SIZE])
{
    const struct {
        int value;
        size_t from;
        size_t count;
    } parts[] = {{year, 0, 4}, {month, 5, 2}, {day, 8, 2}};
    int32_t parsed = 0;
    if (month > 12 || day > 31)
        return false;
    memcpy(out, "0000-00-00", DATE_SIZE);
    for (size_t i = 0; i < 3; i++) {
        int rest = parts[i].value;
        for (size_t d = parts[i].count; d > 0; d--, rest /= 10)
            out[parts[i].from + d - 1] = (char)('0' + rest % 10);
    }
    return date_parse((struct text){out, DATE_SIZE - 1}, &parsed) == DATE_FINE;
}

/*
 * The only day that a text can mean. With points the day stands before the month wherever dates are
 * written so; with other signs only a number above 12 tells them apart.
 */
static bool read_day(struct text text, char out[static DATE_SIZE])
{
    struct triple triple;
    int32_t day = 0;
    struct text first = text_slice(text, 0, DATE_SIZE - 1);
    bool has_time =
        text.len > first.len && (text.ptr[first.len] == 'T' || text.ptr[first.len] == ' ');
    if (has_time && date_parse(first, &day) == DATE_FINE) {
        date_print(day, out);
        return true;
    }
    if (!read_triple(text, &triple))
        return false;
    const int *numbers = triple.numbers;
    if (triple.digits[0] == 4)
        return is_day(numbers[0], numbers[1], numbers[2], out);
    if (triple.digits[2] != 4)
        return false;
    if (triple.sign == '.' || numbers[0] > 12 || numbers[0] == numbers[1])
        return is_day(numbers[2], numbers[1], numbers[0], out);
    return numbers[1] > 12 && is_day(numbers[2], numbers[0], numbers[1], out);
}

void hint_date(struct problems *problems, struct text text)
{
    char day[DATE_SIZE];
    if (read_day(text, day))
        problem_hint(problems, "write %s", day);
    else
        problem_hint(problems, "write YYYY-MM-DD: 2026-11-21");
}
