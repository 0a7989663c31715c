/*
 * Merging: what profiles and options on the command line put in the place of the needs, weights and
 * evidence factors of the criteria, and the rescaling of the category weights.
 */
#include "shortlist/profile.h"

#include <string.h>

#include "needs.h"

/* --- Names -------------------------------------------------------------------------------- */

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

/* --- Changing a weight -------------------------------------------------------------------- */

/* The category whose title, or nearly so, was written in the place of its id; or an empty text. */
static struct text id_of_title(const struct criteria *criteria, struct text title)
{
    struct nearest nearest = {.word = title};
    struct text id = {0};
    for (size_t c = 0; c < criteria->category_count; c++) {
        struct text best = nearest.best;
        nearest_offer(&nearest, criteria->categories[c].title);
        if (!text_equal(best, nearest.best))
            id = criteria->categories[c].id.text;
    }
    return id;
}

static void hint_categories(const struct criteria *criteria, struct problems *problems)
{
    enum { SHOWN = 12 };
    struct arena scratch = {0};
    struct text_buffer list = {.arena = &scratch};
    for (size_t c = 0; c < criteria->category_count && c < SHOWN; c++)
        buffer_format(&list, "%s%.*s", c == 0 ? "" : ", ",
                      TEXT_ARG(criteria->categories[c].id.text));
    problem_hint(problems, "the categories are %.*s%s", TEXT_ARG(buffer_text(&list)),
                 criteria->category_count > SHOWN ? ", …" : "");
    arena_release(&scratch);
}

static void refuse_weight_id(const struct merge *merge, const struct word *id,
                             struct problems *problems)
{
    const struct criteria *criteria = merge->criteria;
    struct text best = nearest_of(&criteria->category_names, &criteria->criterion_names, id->text);
    if (best.len == 0)
        best = id_of_title(criteria, id->text);
    problem_add(problems, PROBLEM_UNKNOWN_NAME, id->place,
                "`%.*s` is neither a category nor a criterion", TEXT_ARG(id->text));
    if (best.len > 0)
        problem_suggest(problems, best);
    else
        hint_categories(criteria, problems);
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
        merge->stated[category - criteria->categories] = true;
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
        .stated = arena_array(arena, bool, criteria->category_count),
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
            need_replace(need, by, problems);
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

/* Bytes [*from, *to) without blanks and one pair of brackets around them. */
static void strip_brackets(struct text bytes, size_t *from, size_t *to)
{
    struct text list = text_trim(text_slice(bytes, *from, *to));
    if (!text_starts(list, TEXT("[")) || !text_ends(list, TEXT("]")))
        return;
    *from = (size_t)(list.ptr - bytes.ptr) + 1;
    *to = *from + list.len - 2;
}

/* "a, b" or "[a, b]" as words; nothing is the empty list, and so is "[]". */
static struct words option_words(struct arena *arena, const struct source *option, size_t from)
{
    const struct text bytes = option->bytes;
    size_t to = bytes.len;
    struct words words = {.items = arena_array(arena, struct word, bytes.len - from + 1)};
    strip_brackets(bytes, &from, &to);
    for (size_t at = from; at <= to; at++) {
        if (at < to && bytes.ptr[at] != ',')
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
    if (need_read(&by, &words, is_list, true, problems))
        need_replace(need, &by, problems);
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
        problem_bad_number(problems, value.place, value.text, fault);
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
        if (merge->stated[c])
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
            if (!merge->stated[c])
                *weight = *weight / others * rest;
        }
    }
}

void merge_finish(struct merge *merge, struct problems *problems)
{
    if (merge->last.line != 0 && merge->criteria->weights_total.place.line != 0)
        rescale(merge, problems);
    if (merge->counted && !criteria_count(merge->criteria)) {
        problem_add(
            problems, PROBLEM_BAD_WEIGHTS, merge->last_of_any,
            "nothing counts any more: no criterion has a weight in a category that has one");
    }
}
