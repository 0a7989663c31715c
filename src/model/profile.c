/*
 * Merging: what profiles and options on the command line put in the place of the needs, weights and
 * evidence factors of the criteria, and the rescaling of the category weights.
 */
#include "shortlist/profile.h"

#include <string.h>

#include "shortlist/date.h"

void refuse_number(struct problems *problems, const struct word *word, enum number_fault fault)
{
    bool is_near = fault != NUMBER_FINE && fault != NUMBER_MISSING;
    problem_add(problems, PROBLEM_BAD_NUMBER, word->place, "`%.*s` is not %s", TEXT_ARG(word->text),
                is_near ? "written as a decimal number" : "a number");
    problem_hint(problems, "%s",
                 fault == NUMBER_FINE ? "write the number alone" : number_hint(fault));
}

/* --- The value of a need ------------------------------------------------------------------ */

static bool has_word(const struct words *words, size_t count, struct text text)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal(words->items[i].text, text))
            return true;
    }
    return false;
}

static bool check_option(const struct need *need, const struct options *options,
                         const struct word *word, struct problems *problems)
{
    if (options->count == 0 || options_find(options, word->text) != NO_OPTION)
        return true;
    problem_add(problems, PROBLEM_UNKNOWN_OPTION, word->place,
                "`%.*s` is not an option of the need `%.*s`", TEXT_ARG(word->text),
                TEXT_ARG(need->id.text));
    problem_suggest(problems, options_nearest(options, word->text));
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
        refuse_number(problems, word, number);
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

/* Names that are asked for in two sets of names. */
static struct text nearest_of(const struct names *first, const struct names *second,
                              struct text name)
{
    struct nearest nearest = {.word = name};
    nearest_offer(&nearest, names_nearest(first, name));
    nearest_offer(&nearest, names_nearest(second, name));
    return nearest.best;
}

static struct need *find_need(struct merge *merge, const struct word *id, struct problems *problems)
{
    struct need *need = criteria_need(merge->criteria, id->text);
    if (need == NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place, "the criteria have no need `%.*s`",
                    TEXT_ARG(id->text));
        problem_suggest(problems, names_nearest(&merge->criteria->need_names, id->text));
    }
    return need;
}

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

static void replace_need(struct need *need, const struct need *by, struct problems *problems)
{
    /* Any scalar can be a text; only its own need knows. */
    bool same_type = by->type == need->type || (need->type == NEED_TEXT && by->type != NEED_WORDS);
    if (!same_type) {
        problem_add(problems, PROBLEM_NEED_TYPE, by->place, "the need `%.*s` is %s, not %s",
                    TEXT_ARG(need->id.text), need_type_names[need->type],
                    need_type_names[by->type]);
        if (need->type == NEED_WORDS)
            problem_hint(problems, "write a list: [%.*s]", TEXT_ARG(by->text));
        problem_note(problems, need->id.place, "the need is declared here");
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

/* --- Changing a weight -------------------------------------------------------------------- */

static void refuse_weight_id(const struct merge *merge, const struct word *id,
                             struct problems *problems)
{
    problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place,
                "`%.*s` is neither a category nor a criterion", TEXT_ARG(id->text));
    problem_suggest(problems, nearest_of(&merge->criteria->category_names,
                                         &merge->criteria->criterion_names, id->text));
}

/* The criterion of "category.criterion", or NULL and a problem. */
static struct criterion *find_qualified(struct merge *merge, const struct word *id, size_t dot,
                                        struct problems *problems)
{
    struct criteria *criteria = merge->criteria;
    struct text category_id = text_slice(id->text, 0, dot);
    struct text criterion_id = text_slice(id->text, dot + 1, id->text.len);
    const struct category *category = criteria_category(criteria, category_id);
    struct criterion *criterion = criteria_criterion(criteria, criterion_id);
    if (category != NULL && criterion != NULL &&
        category == &criteria->categories[criterion->category])
        return criterion;
    if (category == NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place, "`%.*s` is not a category",
                    TEXT_ARG(category_id));
        problem_suggest(problems, names_nearest(&criteria->category_names, category_id));
    } else if (criterion == NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place, "`%.*s` is not a criterion",
                    TEXT_ARG(criterion_id));
        problem_suggest(problems, names_nearest(&criteria->criterion_names, criterion_id));
    } else {
        problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place,
                    "`%.*s` is not a criterion of `%.*s`", TEXT_ARG(criterion_id),
                    TEXT_ARG(category_id));
        problem_hint(problems, "it belongs to `%.*s`",
                     TEXT_ARG(criteria->categories[criterion->category].id.text));
    }
    return NULL;
}

static void change_weight(struct merge *merge, const struct weight_change *change,
                          struct problems *problems)
{
    const struct word *id = &change->id;
    struct criteria *criteria = merge->criteria;
    struct category *category = criteria_category(criteria, id->text);
    merge->last_of_any = change->weight.place;
    if (category != NULL) {
        category->weight = change->weight;
        merge->stated[category - criteria->categories] = change->weight;
        merge->any_stated = true;
        merge->last = change->weight.place;
        return;
    }
    const char *dot = id->text.len == 0 ? NULL : memchr(id->text.ptr, '.', id->text.len);
    struct criterion *criterion =
        dot != NULL ? find_qualified(merge, id, (size_t)(dot - id->text.ptr), problems)
                    : criteria_criterion(criteria, id->text);
    if (criterion == NULL && dot == NULL)
        refuse_weight_id(merge, id, problems);
    if (criterion == NULL)
        return;
    if (criterion->type == TYPE_TEXT) {
        problem_add(problems, PROBLEM_BAD_WEIGHTS, id->place,
                    "`%.*s` is a text, which has no weight", TEXT_ARG(criterion->id.text));
        problem_note(problems, criterion->type_place, "its type is declared here");
        return;
    }
    criterion->weight = change->weight;
}

/* --- Profiles and options ----------------------------------------------------------------- */

void merge_begin(struct merge *merge, struct criteria *criteria, struct arena *arena)
{
    *merge = (struct merge){
        .criteria = criteria,
        .arena = arena,
        .stated = arena_array(arena, struct stated_number, criteria->category_count),
        .counted = criteria_count(criteria),
    };
}

static void replace_factor(struct stated_number *factor, struct stated_number by)
{
    if (by.place.line != 0)
        *factor = by;
}

static void merge_evidence(struct evidence_factors *factors, const struct evidence_factors *by)
{
    if (by->place.line == 0)
        return;
    if (factors->place.line == 0) {
        const struct stated_number whole = {.value = 1};
        *factors = (struct evidence_factors){whole, whole, whole, whole, by->place};
    }
    replace_factor(&factors->claimed, by->claimed);
    replace_factor(&factors->documented, by->documented);
    replace_factor(&factors->verified, by->verified);
    replace_factor(&factors->expired, by->expired);
}

void merge_profile(struct merge *merge, const struct profile *profile, struct problems *problems)
{
    for (size_t i = 0; i < profile->needs.count; i++) {
        const struct need *by = &profile->needs.items[i];
        struct need *need = find_need(merge, &by->id, problems);
        if (need != NULL)
            replace_need(need, by, problems);
    }
    for (size_t i = 0; i < profile->weights.count; i++)
        change_weight(merge, &profile->weights.items[i], problems);
    merge_evidence(&merge->criteria->evidence, &profile->evidence);
}

/* Bytes [from, to) of an option, without blanks around them, and their place. */
static struct word option_word(const struct source *option, size_t from, size_t to)
{
    struct word word = {.text = text_trim(text_slice(option->bytes, from, to))};
    size_t begin = word.text.len == 0 ? from : (size_t)(word.text.ptr - option->bytes.ptr);
    struct place end = source_place(option, begin + word.text.len);
    word.place = source_place(option, begin);
    word.place.end_line = end.line;
    word.place.end_column = end.column;
    return word;
}

/* Splits NAME=VALUE: the name, and where the value begins. */
static bool split_option(const struct source *option, const char *form, struct word *name,
                         size_t *value, struct problems *problems)
{
    const struct text bytes = option->bytes;
    const char *equals = bytes.len == 0 ? NULL : memchr(bytes.ptr, '=', bytes.len);
    if (equals == NULL) {
        problem_add(problems, PROBLEM_WRONG_TYPE, source_place(option, 0), "expected %s", form);
        return false;
    }
    *name = option_word(option, 0, (size_t)(equals - bytes.ptr));
    *value = (size_t)(equals - bytes.ptr) + 1;
    return true;
}

/* "a, b" as words; nothing is the empty list. */
static struct words option_words(struct arena *arena, const struct source *option, size_t from)
{
    const struct text bytes = option->bytes;
    struct words words = {.items = arena_array(arena, struct word, bytes.len - from + 1)};
    for (size_t at = from; at <= bytes.len; at++) {
        if (at < bytes.len && bytes.ptr[at] != ',')
            continue;
        struct word word = option_word(option, from, at);
        if (word.text.len > 0)
            words.items[words.count++] = word;
        from = at + 1;
    }
    return words;
}

void merge_need_option(struct merge *merge, const struct source *option, struct problems *problems)
{
    struct word name = {0};
    size_t from = 0;
    if (!split_option(option, "NAME=VALUE", &name, &from, problems))
        return;
    struct need *need = find_need(merge, &name, problems);
    if (need == NULL)
        return;
    bool is_list = need->type == NEED_WORDS;
    struct word value = option_word(option, from, option->bytes.len);
    struct words words = {.items = &value, .count = 1};
    if (is_list)
        words = option_words(merge->arena, option, from);
    struct need by = {.id = name, .place = value.place};
    if (need_read(&by, &words, is_list, need->type == NEED_TEXT, problems))
        replace_need(need, &by, problems);
}

void merge_weight_option(struct merge *merge, const struct source *option,
                         struct problems *problems)
{
    struct weight_change change = {0};
    size_t from = 0;
    size_t used = 0;
    if (!split_option(option, "ID=N", &change.id, &from, problems))
        return;
    struct word value = option_word(option, from, option->bytes.len);
    enum number_fault fault = number_parse(value.text, &change.weight.value, &used);
    change.weight.place = value.place;
    if (fault != NUMBER_FINE || used != value.text.len) {
        refuse_number(problems, &value, fault);
    } else if (change.weight.value < 0 || change.weight.value > WEIGHT_LIMIT) {
        problem_add(problems, PROBLEM_OUT_OF_RANGE, value.place,
                    "a weight must be between 0 and %g, not %.*s", WEIGHT_LIMIT,
                    TEXT_ARG(value.text));
    } else {
        change_weight(merge, &change, problems);
    }
}

/* --- Rescaling ---------------------------------------------------------------------------- */

static void add_unfit_weights(const struct merge *merge, double stated, const char *why,
                              struct problems *problems)
{
    char sum[NUMBER_SIZE];
    char total[NUMBER_SIZE];
    number_plain(stated, sum);
    number_plain(merge->criteria->weights_total.value, total);
    problem_add(problems, PROBLEM_BAD_WEIGHTS, merge->last,
                "the changed category weights add up to %s, and %s %s", sum, why, total);
    problem_note(problems, merge->criteria->weights_total.place, "`weights_total` is stated here");
}

/* The changed weights stay; the others share what is left in their old proportion. */
static void rescale(struct merge *merge, struct problems *problems)
{
    struct criteria *criteria = merge->criteria;
    double total = criteria->weights_total.value;
    double stated = 0;
    double others = 0;
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (merge->stated[c].place.line != 0)
            stated += criteria->categories[c].weight.value;
        else
            others += criteria->categories[c].weight.value;
    }
    double rest = total - stated;
    if (rest >= -1e-9 * total && rest <= 1e-9 * total)
        rest = 0;
    if (rest < 0) {
        add_unfit_weights(merge, stated, "the categories may have no more than", problems);
    } else if (rest > 0 && others <= 0) {
        add_unfit_weights(merge, stated, "no other category can make up the difference to",
                          problems);
    } else if (others > 0) {
        for (size_t c = 0; c < criteria->category_count; c++) {
            double *weight = &criteria->categories[c].weight.value;
            if (merge->stated[c].place.line == 0)
                *weight = *weight / others * rest;
        }
    }
}

void merge_finish(struct merge *merge, struct problems *problems)
{
    if (merge->any_stated && merge->criteria->weights_total.place.line != 0)
        rescale(merge, problems);
    if (merge->counted && !criteria_count(merge->criteria)) {
        problem_add(
            problems, PROBLEM_BAD_WEIGHTS, merge->last_of_any,
            "nothing counts any more: no criterion has a weight in a category that has one");
    }
}
