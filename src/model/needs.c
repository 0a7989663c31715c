/* The values of needs: read from their words, and replaced by others of the same type. */
#include "needs.h"

#include <string.h>

#include "shortlist/date.h"

/* --- The value of a need ------------------------------------------------------------------ */

static bool has_word(const struct words *words, size_t count, struct text text)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal(words->items[i].text, text))
            return true;
    }
    return false;
}

static void hint_options(const struct options *options, struct text word, struct problems *problems)
{
    enum { SHOWN = 12 };
    struct arena scratch = {0};
    struct text_buffer list = {.arena = &scratch};
    struct text nearest = options_nearest(options, word);
    for (size_t i = 0; i < options->count && i < SHOWN; i++)
        buffer_format(&list, "%s%.*s", i == 0 ? "" : ", ", TEXT_ARG(options->items[i].id));
    if (nearest.len > 0)
        problem_suggest(problems, nearest);
    else
        problem_hint(problems, "the options are %.*s%s", TEXT_ARG(buffer_text(&list)),
                     options->count > SHOWN ? ", …" : "");
    arena_release(&scratch);
}

static bool check_option(const struct need *need, const struct options *options,
                         const struct word *word, struct problems *problems)
{
    if (options->count == 0 || options_find(options, word->text) != NO_OPTION)
        return true;
    problem_add(problems, PROBLEM_UNKNOWN_OPTION, word->place,
                "`%.*s` is not an option of the need `%.*s`", TEXT_ARG(word->text),
                TEXT_ARG(need->id.text));
    if (problems->last_kept)
        hint_options(options, word->text, problems);
    return false;
}

static bool read_list(struct need *need, const struct words *words, struct problems *problems)
{
    bool fine = true;
    need->type = NEED_WORDS;
    need->words = (struct words){.items = words->items};
    if (words->count > CRITERIA_LIMIT) {
        problem_add(problems, PROBLEM_TOO_LARGE, need->place,
                    "the need `%.*s` has more than %d words", TEXT_ARG(need->id.text),
                    CRITERIA_LIMIT);
        return false;
    }
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        fine &= check_option(need, &need->options, word, problems);
        if (!has_word(&need->words, need->words.count, word->text))
            need->words.items[need->words.count++] = *word;
    }
    return fine;
}

/* A plain scalar that was meant as a number or a date; a quoted one may be a text like it. */
static bool refuse_near_miss(struct need *need, const struct word *word, enum number_fault number,
                             enum date_fault date, struct problems *problems)
{
    if (date == DATE_CALENDAR) {
        problem_add(problems, PROBLEM_BAD_DATE, word->place, "`%.*s` is not in the calendar",
                    TEXT_ARG(word->text));
        need->type = NEED_DATE;
    } else if (number != NUMBER_FINE && number != NUMBER_MISSING) {
        problem_bad_number(problems, word->place, word->text, number);
    } else {
        return false;
    }
    problem_hint(problems, "if the need `%.*s` is a text, put it in quotes",
                 TEXT_ARG(need->id.text));
    return true;
}

static bool read_scalar(struct need *need, const struct word *word, bool quoted,
                        struct problems *problems)
{
    size_t used = 0;
    need->text = word->text;
    if (word->text.len == 0 || (!quoted && is_open_word(word->text))) {
        problem_add(problems, PROBLEM_WRONG_TYPE, word->place, "the need `%.*s` has no value",
                    TEXT_ARG(need->id.text));
        return false;
    }
    if (need->options.count > 0) {
        need->type = NEED_TEXT;
        return check_option(need, &need->options, word, problems);
    }
    enum date_fault date = date_parse(word->text, &need->day);
    enum number_fault number = number_parse(word->text, &need->number, &used);
    int truth = truth_parse(word->text);
    if (date == DATE_FINE)
        need->type = NEED_DATE;
    else if (number == NUMBER_FINE && used == word->text.len)
        need->type = NEED_NUMBER;
    else if (truth >= 0)
        need->type = NEED_TRUTH;
    else if (!quoted && refuse_near_miss(need, word, number, date, problems))
        return false;
    else
        need->type = NEED_TEXT;
    need->truth = truth == 1;
    return true;
}

bool need_read(struct need *need, const struct words *words, bool is_list, bool quoted,
               struct problems *problems)
{
    if (is_list)
        return read_list(need, words, problems);
    return read_scalar(need, &words->items[0], quoted, problems);
}

/* --- Replacing a need --------------------------------------------------------------------- */

static bool same_options(const struct options *a, const struct options *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (options_find(b, a->items[i].id) == NO_OPTION)
            return false;
    }
    return a->count == b->count;
}

static bool check_replacement(const struct need *need, const struct need *by,
                              struct problems *problems)
{
    bool fine = true;
    if (by->options.count > 0 && !same_options(&by->options, &need->options)) {
        problem_add(problems, PROBLEM_NEED_TYPE, by->options.place,
                    "the options of the need `%.*s` cannot be changed", TEXT_ARG(need->id.text));
        problem_hint(problems, "leave `options` out and write the value alone");
        fine = false;
    } else if (need->type == NEED_WORDS) {
        for (size_t i = 0; i < by->words.count; i++)
            fine &= check_option(need, &need->options, &by->words.items[i], problems);
        return fine;
    } else if (need->type == NEED_TEXT) {
        const struct word word = {by->text, by->place};
        return check_option(need, &need->options, &word, problems);
    }
    if (!fine)
        problem_note(problems, need->id.place, "the need is declared here");
    return fine;
}

/* "84 hours": whether letters or a sign follow the number, as a unit does. */
static bool is_unit(struct text rest)
{
    static const char not_of_units[] = "0123456789-+.,:;/*_~#()[]{}";
    return rest.len > 0 && strchr(not_of_units, rest.ptr[0]) == NULL;
}

/* The need is a number, and a text was written. False when there is nothing more to say about it
 * than that. */
static bool refuse_number_text(const struct need *need, const struct need *by,
                               struct problems *problems)
{
    const struct word word = {text_trim(by->text), by->place};
    double number = 0;
    size_t used = 0;
    enum number_fault fault = number_parse(word.text, &number, &used);
    if (fault == NUMBER_MISSING)
        return false;
    if (fault != NUMBER_FINE) {
        problem_bad_number(problems, word.place, word.text, fault);
        return true;
    }
    if (!is_unit(text_trim(text_slice(word.text, used, word.text.len))))
        return false;
    problem_add(problems, PROBLEM_NEED_TYPE, by->place, "the need `%.*s` is a number, not `%.*s`",
                TEXT_ARG(need->id.text), TEXT_ARG(word.text));
    problem_hint(problems, "a need has no unit: write %.*s", (int)used, word.text.ptr);
    return true;
}

/* The need is a date, and another text was written. */
static bool refuse_date_text(const struct need *by, struct problems *problems)
{
    int32_t day = 0;
    if (date_parse(by->text, &day) != DATE_CALENDAR)
        return false;
    problem_add(problems, PROBLEM_BAD_DATE, by->place, "`%.*s` is not in the calendar",
                TEXT_ARG(by->text));
    return true;
}

static void refuse_type(const struct need *need, const struct need *by, struct problems *problems)
{
    bool told = false;
    if (by->type == NEED_TEXT && need->type == NEED_NUMBER)
        told = refuse_number_text(need, by, problems);
    else if (by->type == NEED_TEXT && need->type == NEED_DATE)
        told = refuse_date_text(by, problems);
    if (!told) {
        problem_add(problems, PROBLEM_NEED_TYPE, by->place, "the need `%.*s` is %s, not %s",
                    TEXT_ARG(need->id.text), need_type_names[need->type],
                    need_type_names[by->type]);
        if (need->type == NEED_WORDS)
            problem_hint(problems, "write a list: [%.*s]", TEXT_ARG(by->text));
    }
    problem_note(problems, need->id.place, "the need is declared here");
}

void need_replace(struct need *need, const struct need *by, struct problems *problems)
{
    /* Any scalar can be a text; only its own need knows. */
    bool same_type = by->type == need->type || (need->type == NEED_TEXT && by->type != NEED_WORDS);
    if (!same_type) {
        refuse_type(need, by, problems);
        return;
    }
    if (!check_replacement(need, by, problems))
        return;
    need->number = by->number;
    need->truth = by->truth;
    need->day = by->day;
    need->text = by->text;
    need->words = by->words;
    need->place = by->place;
    need->replaced = true;
}
