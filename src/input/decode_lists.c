/* The shapes of several values: lists of words, options, points, knots, bands, weights. */
#include "decode.h"

#include <math.h>

#include "comments.h"
#include "hints.h"
#include "shortlist/date.h"
#include "shortlist/number.h"
#include "shortlist/profile.h"

/* --- Lists of words ----------------------------------------------------------------------- */

bool decode_words(struct decoder *decoder, const struct yaml_node *key,
                  const struct yaml_node *value, struct words *words)
{
    if (value->kind == YAML_SCALAR && !node_is_open(value)) {
        problem_add(decoder->problems, PROBLEM_WRONG_TYPE, value->place,
                    "`%.*s` must be a list, not a single word", TEXT_ARG(key->text));
        problem_hint(decoder->problems, "write [%.*s]", TEXT_ARG(value->text));
        return false;
    }
    if (!decode_collection(decoder, key, value, YAML_LIST, "a list"))
        return false;
    words->items = arena_array(decoder->arena, struct word, value->count);
    words->count = 0;
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *item = &value->items[i];
        if (item->kind == YAML_SCALAR && !node_is_open(item))
            words->items[words->count++] = node_word(item);
        else if (item->kind != YAML_BAD)
            problem_add(decoder->problems, PROBLEM_WRONG_TYPE, item->place,
                        "an item of `%.*s` must be a word, not %s", TEXT_ARG(key->text),
                        node_is_open(item) ? "nothing" : node_kind_name(item));
    }
    return true;
}

/* The item that says the same as words->items[at], or NULL. */
static const struct word *earlier_word(const struct words *words, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (text_equal(words->items[i].text, words->items[at].text))
            return &words->items[i];
    }
    return NULL;
}

static void refuse_repeat(struct decoder *decoder, const struct word *first,
                          const struct word *second)
{
    problem_add(decoder->problems, PROBLEM_DUPLICATE_ID, second->place, "`%.*s` stands twice",
                TEXT_ARG(second->text));
    problem_note(decoder->problems, first->place, "first written here");
}

/* Too long a list, which would also be slow to search for repeats. */
static bool refuse_length(struct decoder *decoder, const struct yaml_node *key, size_t count,
                          size_t limit)
{
    if (count <= limit)
        return false;
    problem_add(decoder->problems, PROBLEM_TOO_LARGE, key->place,
                "`%.*s` has %zu entries, more than %zu", TEXT_ARG(key->text), count, limit);
    return true;
}

void decode_ids(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                struct yaml_node *value, void *out)
{
    struct words *ids = out;
    struct words words = {0};
    (void)row;
    if (!decode_words(decoder, key, value, &words) ||
        refuse_length(decoder, key, words.count, CRITERIA_LIMIT))
        return;
    for (size_t i = 0; i < words.count; i++) {
        const struct word *earlier = earlier_word(&words, i);
        if (earlier != NULL)
            refuse_repeat(decoder, earlier, &words.items[i]);
    }
    *ids = words;
}

/* --- Options ------------------------------------------------------------------------------ */

/* The ids, and beside them the labels of a map; a label that is open is empty. */
static bool read_option_words(struct decoder *decoder, const struct yaml_node *key,
                              struct yaml_node *value, struct options *options)
{
    if (value->kind == YAML_MAP) {
        node_refuse_duplicates(value, decoder->problems);
        options->items = arena_array(decoder->arena, struct option, value->count);
        for (size_t i = 0; i < value->count; i++) {
            const struct yaml_node *id = node_key(value, i);
            const struct yaml_node *label = node_value(value, i);
            if (id->kind != YAML_SCALAR)
                continue;
            warn_of_comment(decoder->problems, label);
            if (label->kind == YAML_SCALAR)
                options->items[options->count++] = (struct option){
                    id->text, node_is_open(label) ? TEXT("") : label->text, id->place};
            else
                refuse_shape(decoder, id, label, "a text");
        }
        return true;
    }
    struct words words = {0};
    if (!decode_words(decoder, key, value, &words) ||
        refuse_length(decoder, key, words.count, CRITERIA_LIMIT))
        return false;
    options->items = arena_array(decoder->arena, struct option, words.count);
    for (size_t i = 0; i < words.count; i++) {
        const struct word *earlier = earlier_word(&words, i);
        if (earlier != NULL)
            refuse_repeat(decoder, earlier, &words.items[i]);
        else
            options->items[options->count++] =
                (struct option){words.items[i].text, words.items[i].text, words.items[i].place};
    }
    return true;
}

void decode_options(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                    struct yaml_node *value, void *out)
{
    struct options *options = out;
    struct options read = {.place = value->place};
    (void)row;
    if (!read_option_words(decoder, key, value, &read))
        return;
    for (size_t i = 0; i < read.count; i++) {
        struct option *option = &read.items[i];
        if (option->label.len == 0)
            option->label = option->id;
        check_option_id(decoder, option->id, option->place);
    }
    /* Where every one is wrong, that has been told. */
    check_option_count(decoder, key->place, read.count == 0 ? value->count : read.count);
    if (read.count > OPTIONS_LIMIT)
        read.count = OPTIONS_LIMIT;
    *options = read;
}

void check_option_id(struct decoder *decoder, struct text id, struct place place)
{
    const char *fault = id_shape_fault(id);
    if (fault == NULL && is_open_word(id))
        fault = "it means that there is no answer";
    if (fault != NULL)
        problem_add(decoder->problems, PROBLEM_BAD_ID, place, "`%.*s` cannot be an option: %s",
                    TEXT_ARG(id), fault);
}

void check_option_count(struct decoder *decoder, struct place place, size_t count)
{
    if (count == 0)
        problem_add(decoder->problems, PROBLEM_BAD_OPTIONS, place, "there must be an option");
    if (count > OPTIONS_LIMIT)
        problem_add(decoder->problems, PROBLEM_BAD_OPTIONS, place,
                    "%zu options are too many: at most %d can be", count, OPTIONS_LIMIT);
}

/* --- Numbers and what belongs to them ----------------------------------------------------- */

static bool decode_end_of_bounds(struct decoder *decoder, const struct key *row,
                                 const struct yaml_node *scalar, double *end)
{
    if (row->low == row->high)
        return decode_number(decoder, scalar, end);
    return decode_bounded(decoder, scalar, text_from(row->name), row->low, row->high, end);
}

void decode_bounds(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                   struct yaml_node *value, void *out)
{
    struct bounds *bounds = out;
    struct bounds read = {.place = value->place};
    if (!decode_collection(decoder, key, value, YAML_LIST, "a list of two numbers: [0, 100]"))
        return;
    if (value->count != 2) {
        problem_add(decoder->problems, PROBLEM_WRONG_TYPE, value->place,
                    "`%.*s` must be a list of two numbers, not of %u", TEXT_ARG(key->text),
                    (unsigned)value->count);
        return;
    }
    bool fine = decode_end_of_bounds(decoder, row, &value->items[0], &read.low);
    if (!decode_end_of_bounds(decoder, row, &value->items[1], &read.high) || !fine)
        return;
    if (read.low < read.high)
        *bounds = read;
    else
        problem_add(decoder->problems, PROBLEM_OUT_OF_RANGE, value->items[1].place,
                    "`%.*s` must rise: %.*s is not above %.*s", TEXT_ARG(key->text),
                    TEXT_ARG(value->items[1].text), TEXT_ARG(value->items[0].text));
}

/* A map with free keys; else false and a problem. */
static bool open_map(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value)
{
    if (!decode_collection(decoder, key, value, YAML_MAP, "a mapping"))
        return false;
    node_refuse_duplicates(value, decoder->problems);
    refuse_odd_keys(decoder->problems, value);
    return true;
}

void decode_levels(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                   struct yaml_node *value, void *out)
{
    struct levels *levels = out;
    (void)row;
    if (!open_map(decoder, key, value))
        return;
    levels->items = arena_array(decoder->arena, struct level, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *number = node_key(value, i);
        const struct yaml_node *text = node_value(value, i);
        struct level *level = &levels->items[levels->count];
        if (number->kind == YAML_BAD || !decode_number(decoder, number, &level->value) ||
            !decode_quotable(decoder, number, text))
            continue;
        level->text = text->text;
        level->place = number->place;
        levels->count++;
    }
}

void decode_points(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                   struct yaml_node *value, void *out)
{
    struct points_list *list = out;
    (void)row;
    if (!open_map(decoder, key, value))
        return;
    list->items = arena_array(decoder->arena, struct points_entry, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *answer = node_key(value, i);
        if (answer->kind != YAML_SCALAR)
            continue;
        /* Kept without its points when those are wrong: the answer was named all the same. */
        struct points_entry *entry = &list->items[list->count++];
        entry->answer = node_word(answer);
        decode_bounded(decoder, node_value(value, i), TEXT("points"), 0, 100, &entry->points);
    }
}

void decode_knots(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                  struct yaml_node *value, void *out)
{
    struct knots *knots = out;
    (void)row;
    if (!open_map(decoder, key, value))
        return;
    knots->items = arena_array(decoder->arena, struct knot, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *x = node_key(value, i);
        struct knot *knot = &knots->items[knots->count];
        *knot = (struct knot){.place = x->place};
        if (x->kind == YAML_BAD || !decode_number(decoder, x, &knot->x))
            continue;
        decode_bounded(decoder, node_value(value, i), TEXT("points"), 0, 100, &knot->points);
        if (knots->count > 0 && knot->x <= knot[-1].x) {
            problem_add(decoder->problems, PROBLEM_BAD_CURVE, knot->place,
                        "the knots must rise: %.*s is not above the one before", TEXT_ARG(x->text));
            problem_note(decoder->problems, knot[-1].place, "the one before");
            continue;
        }
        knots->count++;
    }
}

void decode_bands(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                  struct yaml_node *value, void *out)
{
    struct bands *bands = out;
    (void)row;
    if (!open_map(decoder, key, value))
        return;
    bands->items = arena_array(decoder->arena, struct band, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *from = node_key(value, i);
        const struct yaml_node *verdict = node_value(value, i);
        struct band *band = &bands->items[bands->count];
        *band = (struct band){.place = from->place};
        if (from->kind == YAML_BAD ||
            !decode_bounded(decoder, from, TEXT("bands"), 0, 100, &band->from) ||
            !decode_scalar(decoder, from, verdict, "a verdict"))
            continue;
        warn_of_comment(decoder->problems, verdict);
        if (bands->count == 0 ? band->from > 0 : band->from <= band[-1].from) {
            problem_add(decoder->problems, PROBLEM_BAD_BANDS, band->place, "%s",
                        bands->count == 0 ? "the first band must begin at 0" : "bands must rise");
            if (bands->count > 0)
                problem_note(decoder->problems, band[-1].place, "the band before");
        }
        band->verdict = verdict->text;
        bands->count++;
    }
    if (value->count == 0)
        problem_add(decoder->problems, PROBLEM_BAD_BANDS, key->place,
                    "there must be a band from 0");
}

void decode_weights(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                    struct yaml_node *value, void *out)
{
    struct weight_changes *changes = out;
    if (!open_map(decoder, key, value))
        return;
    changes->items = arena_array(decoder->arena, struct weight_change, value->count);
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *id = node_key(value, i);
        const struct yaml_node *number = node_value(value, i);
        struct weight_change *change = &changes->items[changes->count];
        if (id->kind == YAML_BAD || !decode_scalar(decoder, id, number, "a number") ||
            !decode_bounded(decoder, number, id->text, row->low, row->high, &change->weight.value))
            continue;
        change->id = node_word(id);
        change->weight.place = number->place;
        changes->count++;
    }
}

/* --- Parts of a score form ---------------------------------------------------------------- */

void decode_share(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                  struct yaml_node *value, void *out)
{
    struct share_list *share = out;
    (void)row;
    share->place = value->place;
    if (value->kind == YAML_SCALAR && need_reference(value->text).len > 0)
        share->need = need_reference(value->text);
    else
        decode_words(decoder, key, value, &share->words);
}

void decode_end(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                struct yaml_node *value, void *out)
{
    struct score_end *end = out;
    struct nearest nearest = {.word = value->text};
    double number = 0;
    size_t used = 0;
    int32_t day = 0;
    (void)row;
    *end = (struct score_end){.value = (double)NAN, .place = value->place};
    if (!decode_scalar(decoder, key, value, "a number, needs.NAME, lowest or highest"))
        return;
    enum number_fault fault = number_parse(value->text, &number, &used);
    if (text_equal(value->text, TEXT("lowest"))) {
        end->kind = END_LOWEST;
    } else if (text_equal(value->text, TEXT("highest"))) {
        end->kind = END_HIGHEST;
    } else if (need_reference(value->text).len > 0) {
        end->kind = END_NEED;
        end->need = need_reference(value->text);
    } else if (fault != NUMBER_MISSING) {
        /* That a date is no number is told where the form fits the type. */
        end->kind = END_NUMBER;
        if (date_parse(value->text, &day) != DATE_FINE)
            decode_number(decoder, value, &end->value);
    } else {
        problem_add(decoder->problems, PROBLEM_WRONG_TYPE, value->place,
                    "`%.*s` must be a number, needs.NAME, lowest or highest, not `%.*s`",
                    TEXT_ARG(key->text), TEXT_ARG(value->text));
        nearest_offer(&nearest, TEXT("lowest"));
        nearest_offer(&nearest, TEXT("highest"));
        problem_suggest(decoder->problems, nearest.best);
    }
}
