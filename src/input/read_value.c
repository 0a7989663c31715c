/* One value, a scalar or a list, by the type of its criterion: of an answer, a rating, a decision.
 */
#include "readers.h"

#include <string.h>

#include "comments.h"
#include "shortlist/number.h"
#include "values.h"

/* The value that is read, what to call it, and where it goes. */
struct reading {
    const struct value_reader *reader;
    struct problems *problems; /* the reader's */
    const struct criterion *criterion;
    const struct yaml_node *key;
    union value *value;
};

/* --- Messages ----------------------------------------------------------------------------- */

static void refuse_value(const struct reading *reading, const struct yaml_node *value,
                         const char *expected)
{
    struct decoder decoder = {.problems = reading->problems, .arena = reading->reader->scratch};
    if (value->kind != YAML_SCALAR) {
        refuse_shape(&decoder, reading->key, value, expected);
        return;
    }
    problem_add(reading->problems, PROBLEM_WRONG_TYPE, value->place,
                "`%.*s` must be %s, not `%.*s`", TEXT_ARG(reading->criterion->id.text), expected,
                TEXT_ARG(value->text));
}

static void hint_options(const struct reading *reading, struct text word)
{
    enum { SHOWN = 12 };
    const struct options *options = &reading->criterion->options;
    struct problems *problems = reading->problems;
    struct text_buffer list = {.arena = reading->reader->scratch};
    struct text nearest = options_nearest(options, word);
    if (reading->criterion->type == TYPE_CHOICE && means_not_applicable(word)) {
        problem_hint(problems, "%s", reading->reader->silence_hint);
        return;
    }
    if (nearest.len > 0) {
        problem_suggest(problems, nearest);
        return;
    }
    for (size_t i = 0; i < options->count && i < SHOWN; i++) {
        buffer_add(&list, i == 0 ? TEXT("") : TEXT(", "));
        buffer_add(&list, options->items[i].id);
    }
    problem_hint(problems, "the options are %.*s%s", TEXT_ARG(buffer_text(&list)),
                 options->count > SHOWN ? ", …" : "");
}

static void refuse_option(const struct reading *reading, const struct yaml_node *value)
{
    problem_add(reading->problems, PROBLEM_UNKNOWN_OPTION, value->place,
                "`%.*s` is not an option of `%.*s`", TEXT_ARG(value->text),
                TEXT_ARG(reading->criterion->id.text));
    if (reading->problems->last_kept)
        hint_options(reading, value->text);
}

/* What follows a number: another unit, or no unit at all (12-14, 1.4.0). */
static void refuse_rest(const struct reading *reading, const struct yaml_node *value,
                        struct text rest)
{
    const struct text unit = reading->criterion->unit;
    if (!is_unit(rest)) {
        problem_bad_number(reading->problems, value->place, trim_blanks(value->text), NUMBER_FINE);
    } else if (unit.len > 0) {
        problem_add(reading->problems, PROBLEM_WRONG_UNIT, value->place,
                    "`%.*s` is asked in %.*s, not in `%.*s`", TEXT_ARG(reading->criterion->id.text),
                    TEXT_ARG(unit), TEXT_ARG(rest));
        problem_hint(reading->problems, "behind the number may stand %.*s, or nothing",
                     TEXT_ARG(unit));
    } else {
        problem_add(reading->problems, PROBLEM_WRONG_UNIT, value->place,
                    "`%.*s` is a number without a unit: `%.*s` cannot stand behind it",
                    TEXT_ARG(reading->criterion->id.text), TEXT_ARG(rest));
        problem_hint(reading->problems, "write the number alone");
    }
}

static void refuse_range(const struct reading *reading, const struct yaml_node *value,
                         struct text number)
{
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    number_plain(reading->criterion->range.low, low);
    number_plain(reading->criterion->range.high, high);
    problem_add(reading->problems, PROBLEM_OUT_OF_RANGE, value->place,
                "`%.*s` must be between %s and %s, not %.*s", TEXT_ARG(reading->criterion->id.text),
                low, high, TEXT_ARG(value->text));
    if (looks_like_thousands(number))
        problem_hint(reading->problems, "it is read as %.*s", (int)number.len - 4, number.ptr);
}

/* A word for "does not apply" that is none. */
static bool refuse_not_applicable(const struct reading *reading, const struct yaml_node *value,
                                  struct text text, enum problem_code code, const char *expected)
{
    if (!means_not_applicable(text))
        return false;
    problem_add(reading->problems, code, value->place, "`%.*s` is not %s", TEXT_ARG(text),
                expected);
    problem_hint(reading->problems, "%s", reading->reader->silence_hint);
    return true;
}

/* --- Scalars by type; each returns whether there is a value now ---------------------------- */

static bool put_truth(const struct reading *reading, const struct yaml_node *value,
                      struct text text)
{
    int truth = truth_parse(text);
    if (truth < 0) {
        refuse_value(reading, value, "yes or no");
        if (means_not_applicable(text))
            problem_hint(reading->problems, "%s", reading->reader->silence_hint);
        else
            hint_truth(reading->problems, text);
        return false;
    }
    reading->value->option = (uint8_t)truth;
    return true;
}

static bool put_choice(const struct reading *reading, const struct yaml_node *value,
                       struct text text)
{
    uint8_t option = options_find(&reading->criterion->options, text);
    if (option == NO_OPTION) {
        refuse_option(reading, value);
        return false;
    }
    reading->value->option = option;
    return true;
}

static bool put_number(const struct reading *reading, const struct yaml_node *value,
                       struct text text)
{
    double number = 0;
    size_t used = 0;
    enum number_fault fault = number_parse(text, &number, &used);
    if (fault != NUMBER_FINE) {
        if (!refuse_not_applicable(reading, value, text, PROBLEM_BAD_NUMBER, "a number"))
            problem_bad_number(reading->problems, value->place, text, fault);
        return false;
    }
    struct text digits = text_slice(text, 0, used);
    struct text rest = text_slice(text, used, text.len);
    if (rest.len > 0)
        rest = trim_blanks(rest);
    if (rest.len > 0 && !text_equal_fold(rest, reading->criterion->unit)) {
        refuse_rest(reading, value, rest);
        return false;
    }
    if (number < reading->criterion->range.low || number > reading->criterion->range.high) {
        refuse_range(reading, value, digits);
        return false;
    }
    if (looks_like_thousands(digits))
        warn_of_thousands(reading->problems, digits, value->place);
    reading->value->number = number;
    return true;
}

static bool put_date(const struct reading *reading, const struct yaml_node *value)
{
    struct decoder decoder = {.problems = reading->problems, .arena = reading->reader->scratch};
    struct text text = text_trim(value->text);
    if (refuse_not_applicable(reading, value, text, PROBLEM_BAD_DATE, "a date"))
        return false;
    return decode_date(&decoder, value, &reading->value->day);
}

/* Adds the option to the set. */
static bool put_member(const struct reading *reading, const struct yaml_node *value,
                       struct text text)
{
    uint8_t option = options_find(&reading->criterion->options, text);
    if (option == NO_OPTION) {
        refuse_option(reading, value);
        return false;
    }
    reading->value->set |= (uint64_t)1 << option;
    return true;
}

/* A set of one may be written without its brackets. */
static bool put_single_member(const struct reading *reading, const struct yaml_node *value,
                              struct text text)
{
    struct problems *problems = reading->problems;
    bool has_comma = false;
    for (size_t i = 0; i < text.len; i++)
        has_comma = has_comma || text.ptr[i] == ',';
    if (has_comma) {
        refuse_value(reading, value, "a list");
        problem_hint(problems, "put it in brackets, without quotes: [%.*s]", TEXT_ARG(text));
        return false;
    }
    bool is_option = put_member(reading, value, text);
    if (!is_option && text_equal_fold(text, TEXT("none")))
        problem_hint(problems, "for none of the options write []");
    return is_option;
}

/* Messages would end at a NUL, and no value but a text can hold one. */
static bool refuse_nul(const struct reading *reading, const struct yaml_node *value)
{
    if (value->text.len == 0 || memchr(value->text.ptr, '\0', value->text.len) == NULL)
        return false;
    problem_add(reading->problems, PROBLEM_WRONG_TYPE, value->place, "`%.*s` holds a NUL character",
                TEXT_ARG(reading->criterion->id.text));
    return true;
}

static void refuse_item(const struct reading *reading, const struct yaml_node *item)
{
    if (item->kind != YAML_BAD)
        problem_add(reading->problems, PROBLEM_WRONG_TYPE, item->place,
                    "an item of `%.*s` must be an option, not %s",
                    TEXT_ARG(reading->criterion->id.text),
                    node_is_open(item) ? "nothing" : node_kind_name(item));
}

static bool put_list(const struct reading *reading, const struct yaml_node *value)
{
    bool fine = true;
    if (reading->criterion->type != TYPE_SET) {
        refuse_value(reading, value, "a single value");
        return false;
    }
    reading->value->set = 0;
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *item = &value->items[i];
        if (item->kind == YAML_SCALAR && !node_is_open(item)) {
            fine &= !refuse_nul(reading, item) && put_member(reading, item, text_trim(item->text));
        } else {
            refuse_item(reading, item);
            fine = false;
        }
    }
    return fine;
}

static bool put_scalar(const struct reading *reading, const struct yaml_node *value,
                       struct text text)
{
    if (reading->criterion->type != TYPE_TEXT && refuse_nul(reading, value))
        return false;
    switch (reading->criterion->type) {
    case TYPE_YES_NO:
        return put_truth(reading, value, text);
    case TYPE_CHOICE:
        return put_choice(reading, value, text);
    case TYPE_SET:
        reading->value->set = 0;
        return put_single_member(reading, value, text);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return put_number(reading, value, text);
    case TYPE_DATE:
        return put_date(reading, value);
    case TYPE_TEXT:
        reading->value->text = value->text;
        return true;
    case ANSWER_TYPES:
        break;
    }
    return false;
}

/* False for a value that was refused. */
static bool put_value(const struct reading *reading, const struct yaml_node *value,
                      struct text text)
{
    if (value->kind == YAML_SCALAR)
        return put_scalar(reading, value, text);
    if (value->kind == YAML_LIST)
        return put_list(reading, value);
    refuse_value(reading, value, "a value");
    return false;
}

struct cell read_value(const struct value_reader *reader, const struct criterion *criterion,
                       const struct yaml_node *key, const struct yaml_node *value)
{
    struct cell cell = {0}; /* open */
    const struct reading reading = {reader, reader->problems, criterion, key, &cell.value};
    struct text text = {0};
    if (value->kind == YAML_SCALAR) {
        text = text_trim(value->text);
        if (criterion->type == TYPE_TEXT)
            warn_of_comment(reader->problems, value);
        if (is_open_word(text))
            return cell;
        if (text_equal_fold(text, TEXT("n/a"))) {
            cell.mark = STATE_NA;
            return cell;
        }
    }
    if (put_value(&reading, value, text))
        cell.mark = STATE_ANSWERED;
    return cell;
}
