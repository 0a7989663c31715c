/* One answer: a scalar, a list, or its long form; into the typed column of its criterion. */
#include "readers.h"

#include <string.h>

#include "shortlist/keys.h"
#include "shortlist/number.h"
#include "shortlist/profile.h"
#include "values.h"

/* Where an answer goes, and what to call it. */
struct cell {
    struct answer_reader *reader;
    const struct criterion *criterion;
    struct column *column;
    uint32_t vendor;
    const struct yaml_node *key;
};

/* --- Messages ----------------------------------------------------------------------------- */

static void refuse_value(const struct cell *cell, const struct yaml_node *value,
                         const char *expected)
{
    struct decoder decoder = {.problems = cell->reader->problems, .arena = &cell->reader->scratch};
    if (value->kind != YAML_SCALAR) {
        refuse_shape(&decoder, cell->key, value, expected);
        return;
    }
    problem_add(cell->reader->problems, PROBLEM_WRONG_TYPE, value->place,
                "`%.*s` must be %s, not `%.*s`", TEXT_ARG(cell->criterion->id.text), expected,
                TEXT_ARG(value->text));
}

static const char not_applicable_hint[] = "write n/a where the question does not apply";

static void hint_options(const struct cell *cell, struct text word)
{
    enum { SHOWN = 12 };
    const struct options *options = &cell->criterion->options;
    struct problems *problems = cell->reader->problems;
    struct text_buffer list = {.arena = &cell->reader->scratch};
    struct text nearest = options_nearest(options, word);
    if (cell->column->type == TYPE_CHOICE && means_not_applicable(word)) {
        problem_hint(problems, "%s", not_applicable_hint);
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

static void refuse_option(const struct cell *cell, const struct yaml_node *value)
{
    problem_add(cell->reader->problems, PROBLEM_UNKNOWN_OPTION, value->place,
                "`%.*s` is not an option of `%.*s`", TEXT_ARG(value->text),
                TEXT_ARG(cell->criterion->id.text));
    if (cell->reader->problems->last_kept)
        hint_options(cell, value->text);
}

/* What follows a number: another unit, or no unit at all (12-14, 1.4.0). */
static void refuse_rest(const struct cell *cell, const struct yaml_node *value, struct text rest)
{
    const struct text unit = cell->criterion->unit;
    if (!is_unit(rest)) {
        problem_bad_number(cell->reader->problems, value->place, trim_blanks(value->text),
                           NUMBER_FINE);
    } else if (unit.len > 0) {
        problem_add(cell->reader->problems, PROBLEM_WRONG_UNIT, value->place,
                    "`%.*s` is asked in %.*s, not in `%.*s`", TEXT_ARG(cell->criterion->id.text),
                    TEXT_ARG(unit), TEXT_ARG(rest));
        problem_hint(cell->reader->problems, "behind the number may stand %.*s, or nothing",
                     TEXT_ARG(unit));
    } else {
        problem_add(cell->reader->problems, PROBLEM_WRONG_UNIT, value->place,
                    "`%.*s` has no unit, and not `%.*s`", TEXT_ARG(cell->criterion->id.text),
                    TEXT_ARG(rest));
        problem_hint(cell->reader->problems, "write the number alone");
    }
}

static void refuse_range(const struct cell *cell, const struct yaml_node *value, struct text number)
{
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    number_plain(cell->criterion->range.low, low);
    number_plain(cell->criterion->range.high, high);
    problem_add(cell->reader->problems, PROBLEM_OUT_OF_RANGE, value->place,
                "`%.*s` must be between %s and %s, not %.*s", TEXT_ARG(cell->criterion->id.text),
                low, high, TEXT_ARG(value->text));
    if (looks_like_thousands(number))
        problem_hint(cell->reader->problems, "it is read as %.*s", (int)number.len - 4, number.ptr);
}

/* A word for "does not apply" that is none. */
static bool refuse_not_applicable(const struct cell *cell, const struct yaml_node *value,
                                  struct text text, enum problem_code code, const char *expected)
{
    if (!means_not_applicable(text))
        return false;
    problem_add(cell->reader->problems, code, value->place, "`%.*s` is not %s", TEXT_ARG(text),
                expected);
    problem_hint(cell->reader->problems, "%s", not_applicable_hint);
    return true;
}

/* --- Scalars by type; each returns whether the cell holds an answer now -------------------- */

static bool put_truth(const struct cell *cell, const struct yaml_node *value, struct text text)
{
    int truth = truth_parse(text);
    if (truth < 0) {
        refuse_value(cell, value, "yes or no");
        if (means_not_applicable(text))
            problem_hint(cell->reader->problems, "%s", not_applicable_hint);
        else
            hint_truth(cell->reader->problems, text);
        return false;
    }
    cell->column->options[cell->vendor] = (uint8_t)truth;
    return true;
}

static bool put_choice(const struct cell *cell, const struct yaml_node *value, struct text text)
{
    uint8_t option = options_find(&cell->criterion->options, text);
    if (option == NO_OPTION) {
        refuse_option(cell, value);
        return false;
    }
    cell->column->options[cell->vendor] = option;
    return true;
}

static bool put_number(const struct cell *cell, const struct yaml_node *value, struct text text)
{
    double number = 0;
    size_t used = 0;
    enum number_fault fault = number_parse(text, &number, &used);
    if (fault != NUMBER_FINE) {
        if (!refuse_not_applicable(cell, value, text, PROBLEM_BAD_NUMBER, "a number"))
            problem_bad_number(cell->reader->problems, value->place, text, fault);
        return false;
    }
    struct text digits = text_slice(text, 0, used);
    struct text rest = text_slice(text, used, text.len);
    if (rest.len > 0)
        rest = trim_blanks(rest);
    if (rest.len > 0 && !text_equal_fold(rest, cell->criterion->unit)) {
        refuse_rest(cell, value, rest);
        return false;
    }
    if (number < cell->criterion->range.low || number > cell->criterion->range.high) {
        refuse_range(cell, value, digits);
        return false;
    }
    if (looks_like_thousands(digits))
        warn_of_thousands(cell->reader->problems, digits, value->place);
    cell->column->numbers[cell->vendor] = number;
    return true;
}

static bool put_date(const struct cell *cell, const struct yaml_node *value)
{
    struct decoder decoder = {.problems = cell->reader->problems, .arena = &cell->reader->scratch};
    struct text text = text_trim(value->text);
    if (refuse_not_applicable(cell, value, text, PROBLEM_BAD_DATE, "a date"))
        return false;
    return decode_date(&decoder, value, &cell->column->days[cell->vendor]);
}

/* Adds the option to the set in the cell. */
static bool put_member(const struct cell *cell, const struct yaml_node *value, struct text text)
{
    uint8_t option = options_find(&cell->criterion->options, text);
    if (option == NO_OPTION) {
        refuse_option(cell, value);
        return false;
    }
    cell->column->sets[cell->vendor] |= (uint64_t)1 << option;
    return true;
}

/* A set of one may be written without its brackets. */
static bool put_single_member(const struct cell *cell, const struct yaml_node *value,
                              struct text text)
{
    struct problems *problems = cell->reader->problems;
    bool has_comma = false;
    for (size_t i = 0; i < text.len; i++)
        has_comma = has_comma || text.ptr[i] == ',';
    if (has_comma) {
        refuse_value(cell, value, "a list");
        problem_hint(problems, "put it in brackets, without quotes: [%.*s]", TEXT_ARG(text));
        return false;
    }
    bool is_option = put_member(cell, value, text);
    if (!is_option && text_equal_fold(text, TEXT("none")))
        problem_hint(problems, "for none of the options write []");
    return is_option;
}

/* Messages would end at a NUL, and no value but a text can hold one. */
static bool refuse_nul(const struct cell *cell, const struct yaml_node *value)
{
    if (value->text.len == 0 || memchr(value->text.ptr, '\0', value->text.len) == NULL)
        return false;
    problem_add(cell->reader->problems, PROBLEM_WRONG_TYPE, value->place,
                "`%.*s` holds a NUL character", TEXT_ARG(cell->criterion->id.text));
    return true;
}

static void refuse_item(const struct cell *cell, const struct yaml_node *item)
{
    if (item->kind != YAML_BAD)
        problem_add(cell->reader->problems, PROBLEM_WRONG_TYPE, item->place,
                    "an item of `%.*s` must be an option, not %s",
                    TEXT_ARG(cell->criterion->id.text),
                    node_is_open(item) ? "nothing" : node_kind_name(item));
}

static bool put_list(const struct cell *cell, const struct yaml_node *value)
{
    bool fine = true;
    if (cell->column->type != TYPE_SET) {
        refuse_value(cell, value, "a single value");
        return false;
    }
    cell->column->sets[cell->vendor] = 0;
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *item = &value->items[i];
        if (item->kind == YAML_SCALAR && !node_is_open(item)) {
            fine &= !refuse_nul(cell, item) && put_member(cell, item, text_trim(item->text));
        } else {
            refuse_item(cell, item);
            fine = false;
        }
    }
    return fine;
}

static bool put_scalar(const struct cell *cell, const struct yaml_node *value, struct text text)
{
    if (cell->column->type != TYPE_TEXT && refuse_nul(cell, value))
        return false;
    switch (cell->column->type) {
    case TYPE_YES_NO:
        return put_truth(cell, value, text);
    case TYPE_CHOICE:
        return put_choice(cell, value, text);
    case TYPE_SET:
        cell->column->sets[cell->vendor] = 0;
        return put_single_member(cell, value, text);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return put_number(cell, value, text);
    case TYPE_DATE:
        return put_date(cell, value);
    case TYPE_TEXT:
        cell->column->texts[cell->vendor] = text_copy(&cell->reader->answers->texts, value->text);
        return true;
    case ANSWER_TYPES:
        break;
    }
    return false;
}

static enum answer_state put_value(const struct cell *cell, const struct yaml_node *value)
{
    bool fine = false;
    if (value->kind == YAML_SCALAR) {
        struct text text = text_trim(value->text);
        if (is_open_word(text))
            return STATE_OPEN;
        if (text_equal_fold(text, TEXT("n/a")))
            return STATE_NA;
        fine = put_scalar(cell, value, text);
    } else if (value->kind == YAML_LIST) {
        fine = put_list(cell, value);
    } else {
        refuse_value(cell, value, "a value");
    }
    return fine ? STATE_ANSWERED : STATE_OPEN;
}

/* --- The long form ------------------------------------------------------------------------ */

/* What the long form says beside the value. */
static struct long_answer read_long(struct answer_reader *reader, const struct yaml_node *key,
                                    struct yaml_node *map)
{
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    struct long_answer answer = {0};
    struct yaml_node *evidence = node_find(map, TEXT("evidence"));
    if (evidence != NULL && evidence->kind == YAML_SCALAR &&
        text_equal(evidence->text, text_from(evidence_words[EVIDENCE_VERIFIED]))) {
        problem_add(reader->problems, PROBLEM_SELF_VERIFIED, evidence->place,
                    "`verified` is the buyer's word: nobody grades himself");
        problem_hint(reader->problems, "write documented and name the document as its source");
        evidence->kind = YAML_BAD;
    }
    decode_table(&decoder, &keys_answer, key->place, map, &answer);
    return answer;
}

static void state_more(const struct cell *cell, const struct long_answer *answer)
{
    const struct statement statement = {
        .vendor = cell->vendor,
        .criterion = (uint32_t)(cell->criterion - cell->reader->criteria->criteria),
        .has_expires = answer->expires.place.line != 0,
        .expires = answer->expires.day,
        .source = answer->source,
        .note = answer->note,
    };
    if (statement.has_expires || statement.source.len > 0 || statement.note.len > 0)
        answers_add_statement(cell->reader->answers, &statement);
}

static uint8_t long_mark(const struct answer_reader *reader, enum answer_state state,
                         const struct long_answer *answer)
{
    unsigned mark = state;
    bool expired = answer->expires.place.line != 0 && answer->expires.day < reader->as_of;
    if (state == STATE_ANSWERED)
        mark |= (unsigned)answer->evidence << MARK_EVIDENCE_SHIFT;
    if (state == STATE_ANSWERED && expired)
        mark |= MARK_EXPIRED;
    return (uint8_t)mark;
}

void read_answer(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                 const struct yaml_node *key, struct yaml_node *value)
{
    const struct cell cell = {
        .reader = reader,
        .criterion = &reader->criteria->criteria[criterion],
        .column = &reader->answers->columns[criterion],
        .vendor = vendor,
        .key = key,
    };
    if (value->kind != YAML_MAP) {
        cell.column->marks[vendor] = (uint8_t)put_value(&cell, value);
        return;
    }
    const struct long_answer answer = read_long(reader, key, value);
    const struct yaml_node *inner = node_find(value, TEXT("value"));
    enum answer_state state = inner == NULL ? STATE_OPEN : put_value(&cell, inner);
    cell.column->marks[vendor] = long_mark(reader, state, &answer);
    state_more(&cell, &answer);
}

void check_answer(struct answer_reader *reader, const struct yaml_node *key,
                  struct yaml_node *value)
{
    if (value->kind == YAML_MAP)
        (void)read_long(reader, key, value);
}
