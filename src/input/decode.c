/* Mappings by the key tables, and the shapes of single values. */
#include "decode.h"

#include <string.h>

#include "comments.h"
#include "hints.h"
#include "shortlist/date.h"
#include "shortlist/number.h"
#include "shortlist/profile.h"
#include "values.h"

enum { TABLE_LARGEST = 32 };

/* --- Scalars ------------------------------------------------------------------------------ */

struct word node_word(const struct yaml_node *node)
{
    return (struct word){node->text, node->place};
}

void refuse_shape(struct decoder *decoder, const struct yaml_node *key,
                  const struct yaml_node *value, const char *expected)
{
    struct problems *problems = decoder->problems;
    if (value->kind == YAML_BAD)
        return;
    if (node_is_open(value)) {
        problem_add(problems, PROBLEM_WRONG_TYPE, key->place, "`%.*s` has no value, but needs %s",
                    TEXT_ARG(key->text), expected);
        return;
    }
    problem_add(problems, PROBLEM_WRONG_TYPE, value->place, "`%.*s` must be %s, not %s",
                TEXT_ARG(key->text), expected, node_kind_name(value));
}

bool decode_scalar(struct decoder *decoder, const struct yaml_node *key,
                   const struct yaml_node *value, const char *expected)
{
    if (value->kind == YAML_SCALAR && !node_is_open(value))
        return true;
    refuse_shape(decoder, key, value, expected);
    return false;
}

bool decode_collection(struct decoder *decoder, const struct yaml_node *key,
                       const struct yaml_node *value, enum yaml_kind kind, const char *expected)
{
    if (value->kind == kind)
        return true;
    refuse_shape(decoder, key, value, expected);
    if (kind == YAML_MAP && value->kind == YAML_LIST && !value->flow)
        problem_hint(decoder->problems, "write keys with a colon, without dashes");
    return false;
}

bool decode_number(struct decoder *decoder, const struct yaml_node *scalar, double *value)
{
    double read = 0;
    size_t used = 0;
    struct word word = {text_trim(scalar->text), scalar->place};
    if (scalar->kind == YAML_BAD)
        return false;
    if (scalar->kind != YAML_SCALAR || node_is_open(scalar)) {
        problem_add(decoder->problems, PROBLEM_WRONG_TYPE, scalar->place,
                    "a number was expected here, not %s",
                    node_is_open(scalar) ? "nothing" : node_kind_name(scalar));
        return false;
    }
    enum number_fault fault = number_parse(word.text, &read, &used);
    if (fault != NUMBER_FINE || used != word.text.len) {
        problem_bad_number(decoder->problems, word.place, word.text, fault);
        return false;
    }
    *value = read;
    return true;
}

/* `70%`, or 70, where a share is asked; `30 %` for any other number. True when it was told. */
static bool refuse_percent(struct decoder *decoder, const struct yaml_node *scalar,
                           struct text what, bool is_share)
{
    struct text text = trim_blanks(scalar->text);
    double number = 0;
    size_t used = 0;
    char share[NUMBER_SIZE];
    if (scalar->kind != YAML_SCALAR || number_parse(text, &number, &used) != NUMBER_FINE)
        return false;
    bool has_sign = text_equal(trim_blanks(text_slice(text, used, text.len)), TEXT("%"));
    bool is_percentage = is_share && number >= 0 && number <= 100 && (has_sign || number >= 10);
    if (!has_sign && (used < text.len || !is_percentage))
        return false;
    problem_add(decoder->problems, has_sign ? PROBLEM_BAD_NUMBER : PROBLEM_OUT_OF_RANGE,
                scalar->place,
                is_share ? "`%.*s` must be between 0 and 1, not %.*s"
                         : "`%.*s` must be a number alone, not %.*s",
                TEXT_ARG(what), TEXT_ARG(text));
    number_plain(is_percentage ? number / 100 : number, share);
    if (is_percentage || !is_share)
        problem_hint(decoder->problems, "write %s", share);
    return true;
}

bool decode_bounded(struct decoder *decoder, const struct yaml_node *scalar, struct text what,
                    double low, double high, double *value)
{
    double read = 0;
    char from[NUMBER_SIZE];
    char to[NUMBER_SIZE];
    if (refuse_percent(decoder, scalar, what, low == 0 && high == 1) ||
        !decode_number(decoder, scalar, &read))
        return false;
    if (read >= low && read <= high) {
        *value = read;
        return true;
    }
    number_plain(low, from);
    number_plain(high, to);
    /* Nobody needs to know the limit of weights but those who pass it. */
    if (read < low && high >= WEIGHT_LIMIT)
        problem_add(decoder->problems, PROBLEM_OUT_OF_RANGE, scalar->place,
                    "`%.*s` must be at least %s, not %.*s", TEXT_ARG(what), from,
                    TEXT_ARG(scalar->text));
    else
        problem_add(decoder->problems, PROBLEM_OUT_OF_RANGE, scalar->place,
                    "`%.*s` must be between %s and %s, not %.*s", TEXT_ARG(what), from, to,
                    TEXT_ARG(scalar->text));
    return false;
}

bool decode_date(struct decoder *decoder, const struct yaml_node *scalar, int32_t *day)
{
    struct text text = text_trim(scalar->text);
    enum date_fault fault = date_parse(text, day);
    if (fault == DATE_FINE)
        return true;
    problem_add(decoder->problems, PROBLEM_BAD_DATE, scalar->place, "`%.*s` is %s", TEXT_ARG(text),
                fault == DATE_CALENDAR ? "not in the calendar" : "not a date");
    if (fault == DATE_SHAPE)
        hint_date(decoder->problems, text);
    return false;
}

struct text need_reference(struct text text)
{
    const struct text prefix = TEXT("needs.");
    return text_starts(text, prefix) ? text_slice(text, prefix.len, text.len)
                                     : (struct text){text.ptr, 0};
}

/* --- The shapes of single values ---------------------------------------------------------- */

bool decode_quotable(struct decoder *decoder, const struct yaml_node *key,
                     const struct yaml_node *value)
{
    if (decode_scalar(decoder, key, value, "a text")) {
        warn_of_comment(decoder->problems, value);
        return true;
    }
    if (hint_lost_value(decoder->problems, value))
        return false;
    if (value->flow)
        problem_hint(decoder->problems,
                     "a value that begins with %c is read as %s: put the whole of it in quotes",
                     value->kind == YAML_MAP ? '{' : '[', node_kind_name(value));
    return false;
}

static void decode_text(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                        struct yaml_node *value, void *out)
{
    struct text *text = out;
    (void)row;
    if (node_is_open(value)) {
        *text = (struct text){0};
        warn_of_comment(decoder->problems, value);
    } else if (decode_quotable(decoder, key, value)) {
        *text = value->text;
    }
}

static void decode_phrase(struct decoder *decoder, const struct key *row,
                          const struct yaml_node *key, struct yaml_node *value, void *out)
{
    struct phrase *phrase = out;
    (void)row;
    if (decode_quotable(decoder, key, value))
        *phrase = (struct phrase){value->text, value->place, (enum scalar_style)value->style};
}

static void refuse_truth(struct decoder *decoder, const struct yaml_node *key,
                         const struct yaml_node *value)
{
    problem_add(decoder->problems, PROBLEM_WRONG_TYPE, value->place,
                "`%.*s` must be yes or no, not `%.*s`", TEXT_ARG(key->text), TEXT_ARG(value->text));
    hint_truth(decoder->problems, value->text);
}

static void decode_truth(struct decoder *decoder, const struct key *row,
                         const struct yaml_node *key, struct yaml_node *value, void *out)
{
    bool *truth = out;
    (void)row;
    if (!decode_scalar(decoder, key, value, "yes or no"))
        return;
    int parsed = truth_parse(value->text);
    if (parsed >= 0)
        *truth = parsed == 1;
    else
        refuse_truth(decoder, key, value);
}

static void refuse_row_word(struct decoder *decoder, const struct key *row,
                            const struct yaml_node *key, const struct yaml_node *value)
{
    struct nearest nearest = {.word = value->text};
    struct text_buffer all = {.arena = decoder->arena};
    for (size_t i = 0; row->words[i] != NULL; i++) {
        nearest_offer(&nearest, text_from(row->words[i]));
        if (i > 0)
            buffer_add(&all, row->words[i + 1] == NULL ? TEXT(" or ") : TEXT(", "));
        buffer_add(&all, text_from(row->words[i]));
    }
    problem_add(decoder->problems, PROBLEM_UNKNOWN_OPTION, value->place,
                "`%.*s` must be %.*s, not `%.*s`", TEXT_ARG(key->text), TEXT_ARG(buffer_text(&all)),
                TEXT_ARG(value->text));
    problem_suggest(decoder->problems, nearest.best);
}

/* The position of a word among those of the row, or -1 and a problem. */
static int decode_row_word(struct decoder *decoder, const struct key *row,
                           const struct yaml_node *key, const struct yaml_node *value)
{
    if (!decode_scalar(decoder, key, value, "a word"))
        return -1;
    for (int i = 0; row->words[i] != NULL; i++) {
        if (text_equal(value->text, text_from(row->words[i])))
            return i;
    }
    refuse_row_word(decoder, row, key, value);
    return -1;
}

static void decode_flag(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                        struct yaml_node *value, void *out)
{
    bool *flag = out;
    *flag = decode_row_word(decoder, row, key, value) == 0;
}

static void decode_choice(struct decoder *decoder, const struct key *row,
                          const struct yaml_node *key, struct yaml_node *value, void *out)
{
    int position = decode_row_word(decoder, row, key, value);
    if (position < 0)
        return;
    /* Any enum of the model: all have the size of an int. */
    int choice = row->first_choice + position;
    memcpy(out, &choice, sizeof(choice));
}

static void decode_stated_number(struct decoder *decoder, const struct key *row,
                                 const struct yaml_node *key, struct yaml_node *value, void *out)
{
    struct stated_number *number = out;
    if (decode_scalar(decoder, key, value, "a number") &&
        decode_bounded(decoder, value, key->text, row->low, row->high, &number->value))
        number->place = value->place;
}

static void decode_count(struct decoder *decoder, const struct key *row,
                         const struct yaml_node *key, struct yaml_node *value, void *out)
{
    int *count = out;
    double number = 0;
    if (!decode_scalar(decoder, key, value, "a number") ||
        !decode_bounded(decoder, value, key->text, row->low, row->high, &number))
        return;
    if (number == (double)(int)number)
        *count = (int)number;
    else
        problem_add(decoder->problems, PROBLEM_BAD_NUMBER, value->place,
                    "`%.*s` must be a whole number, not %.*s", TEXT_ARG(key->text),
                    TEXT_ARG(value->text));
}

static void decode_stated_date(struct decoder *decoder, const struct key *row,
                               const struct yaml_node *key, struct yaml_node *value, void *out)
{
    struct stated_date *date = out;
    int32_t day = 0;
    (void)row;
    if (decode_scalar(decoder, key, value, "a date") && decode_date(decoder, value, &day))
        *date = (struct stated_date){day, value->place};
}

static void decode_id(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                      struct yaml_node *value, void *out)
{
    struct word *id = out;
    (void)row;
    if (decode_scalar(decoder, key, value, "an id"))
        *id = node_word(value);
}

static void decode_word(struct decoder *decoder, const struct key *row, const struct yaml_node *key,
                        struct yaml_node *value, void *out)
{
    struct word *word = out;
    (void)row;
    if (decode_quotable(decoder, key, value))
        *word = node_word(value);
}

static void decode_inner_table(struct decoder *decoder, const struct key *row,
                               const struct yaml_node *key, struct yaml_node *value, void *out)
{
    if (decode_collection(decoder, key, value, YAML_MAP, "a mapping"))
        decode_table(decoder, row->table, key->place, value, out);
}

/* What is not here is handled by the reader of that kind of file. */
static decode_shape *const decoders[] = {
    [SHAPE_TEXT] = decode_text,
    [SHAPE_PHRASE] = decode_phrase,
    [SHAPE_TRUTH] = decode_truth,
    [SHAPE_FLAG] = decode_flag,
    [SHAPE_NUMBER] = decode_stated_number,
    [SHAPE_COUNT] = decode_count,
    [SHAPE_DATE] = decode_stated_date,
    [SHAPE_CHOICE] = decode_choice,
    [SHAPE_ID] = decode_id,
    [SHAPE_WORD] = decode_word,
    [SHAPE_IDS] = decode_ids,
    [SHAPE_BOUNDS] = decode_bounds,
    [SHAPE_LEVELS] = decode_levels,
    [SHAPE_OPTIONS] = decode_options,
    [SHAPE_POINTS] = decode_points,
    [SHAPE_KNOTS] = decode_knots,
    [SHAPE_SHARE] = decode_share,
    [SHAPE_END] = decode_end,
    [SHAPE_BANDS] = decode_bands,
    [SHAPE_WEIGHTS] = decode_weights,
    [SHAPE_TABLE] = decode_inner_table,
    [SHAPE_WAIVERS] = NULL,
};

/* --- Tables ------------------------------------------------------------------------------- */

static const struct key *find_row(const struct key_table *table, struct text name)
{
    for (size_t i = 0; name.len > 0 && i < table->count; i++) {
        const char *candidate = table->keys[i].name;
        if (candidate[0] == name.ptr[0] && text_equal(name, text_from(candidate)))
            return &table->keys[i];
    }
    return NULL;
}

/* The key that people mean by a word which is none, or NULL. */
static const struct key *find_meant(const struct key_table *table, struct text word)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *const *meant = table->keys[i].meant_by;
        for (; meant != NULL && *meant != NULL; meant++) {
            if (text_equal_fold(word, text_from(*meant)))
                return &table->keys[i];
        }
    }
    return NULL;
}

/* The same, unless it is there: true when a hint was added. */
static bool hint_meant(struct problems *problems, const struct key_table *table,
                       const struct yaml_node *map, struct text word)
{
    const struct key *row = find_meant(table, word);
    if (row == NULL || node_find_key(map, text_from(row->name)) != NULL)
        return false;
    problem_suggest(problems, text_from(row->name));
    return true;
}

/* A key that belongs one level deeper or higher: true when a hint was added. */
static bool hint_neighbour(struct problems *problems, const struct key_table *table,
                           struct text name)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *row = &table->keys[i];
        if (row->table == NULL || find_row(row->table, name) == NULL)
            continue;
        problem_hint(problems, "it is a key of %s, below `%s`", row->table->name, row->name);
        return true;
    }
    for (const struct key_table *const *outer = all_key_tables; *outer != NULL; outer++) {
        for (size_t i = 0; i < (*outer)->count; i++) {
            if ((*outer)->keys[i].table != table || find_row(*outer, name) == NULL)
                continue;
            problem_hint(problems, "it is a key of %s: indent it less", (*outer)->name);
            return true;
        }
    }
    return false;
}

static void refuse_key(struct decoder *decoder, const struct key_table *table,
                       const struct yaml_node *map, const struct yaml_node *key)
{
    struct nearest nearest = {.word = key->text};
    problem_add(decoder->problems, PROBLEM_UNKNOWN_KEY, key->place, "`%.*s` is not a key of %s",
                TEXT_ARG(key->text), table->name);
    if (hint_odd_key(decoder->problems, map, key) ||
        hint_meant(decoder->problems, table, map, key->text) ||
        hint_neighbour(decoder->problems, table, key->text))
        return;
    for (size_t i = 0; i < table->count; i++)
        nearest_offer(&nearest, text_from(table->keys[i].name));
    problem_suggest(decoder->problems, nearest.best);
}

bool is_misspelt(const struct key_table *table, const struct yaml_node *map, const char *name)
{
    const struct text wanted = text_from(name);
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml_node *key = node_key(map, i);
        struct nearest nearest = {.word = key->text};
        if (key->kind != YAML_SCALAR || find_row(table, key->text) != NULL)
            continue;
        if (text_starts(key->text, wanted) && key->text.len > wanted.len &&
            key->text.ptr[wanted.len] == ':')
            return true;
        const struct key *meant = find_meant(table, key->text);
        if (meant != NULL && text_equal(text_from(meant->name), wanted))
            return true;
        for (size_t k = 0; k < table->count; k++)
            nearest_offer(&nearest, text_from(table->keys[k].name));
        if (text_equal(nearest.best, wanted))
            return true;
    }
    return false;
}

bool decode_table(struct decoder *decoder, const struct key_table *table, struct place owner,
                  struct yaml_node *map, void *out)
{
    const struct yaml_node *seen[TABLE_LARGEST] = {NULL};
    if (map->kind != YAML_MAP)
        return false;
    if (table->place_offset != NO_PLACE)
        memcpy((char *)out + table->place_offset, &owner, sizeof(owner));
    for (size_t i = 0; i < map->count; i++) {
        struct yaml_node *key = node_key(map, i);
        if (key->kind != YAML_SCALAR)
            continue;
        const struct key *row = find_row(table, key->text);
        if (row == NULL) {
            refuse_key(decoder, table, map, key);
            continue;
        }
        size_t position = (size_t)(row - table->keys);
        if (seen[position] != NULL) {
            refuse_duplicate(decoder->problems, seen[position], key);
            continue;
        }
        seen[position] = key;
        if (decoders[row->shape] != NULL)
            decoders[row->shape](decoder, row, key, node_value(map, i), (char *)out + row->offset);
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct key *row = &table->keys[i];
        bool is_told_elsewhere = row->shape == SHAPE_KIND || row->shape == SHAPE_REASON;
        if (row->required && seen[i] == NULL && !is_told_elsewhere &&
            !is_misspelt(table, map, row->name))
            problem_add(decoder->problems, PROBLEM_MISSING_KEY, owner, "%s needs `%s`", table->name,
                        row->name);
    }
    return true;
}
