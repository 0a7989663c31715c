/* One criterion: its keys, and whether they go with its type and with each other. */
#include "readers.h"

#include <math.h>
#include <stdio.h>

#include "shortlist/keys.h"

static void refuse_pair(struct decoder *decoder, const struct yaml_node *key, const char *beside,
                        struct place place)
{
    problem_add(decoder->problems, PROBLEM_BAD_CRITERION, key->place, "`%.*s` does not go with %s",
                TEXT_ARG(key->text), beside);
    problem_note(decoder->problems, place, "stated here");
}

/* Keys that go with other types only. */
static void check_typed_keys(struct decoder *decoder, const struct yaml_node *map,
                             const struct criterion *criterion)
{
    char beside[40];
    (void)snprintf(beside, sizeof(beside), "the type %s", answer_type_words[criterion->type]);
    for (size_t i = 0; i < keys_criterion.count; i++) {
        const struct key *row = &keys_criterion.keys[i];
        if (row->types == 0 || (row->types & 1 << criterion->type) != 0)
            continue;
        const struct yaml_node *key = node_find_key(map, text_from(row->name));
        if (key != NULL)
            refuse_pair(decoder, key, beside, criterion->type_place);
    }
}

/* Who answers: the vendor, the buyer, or nobody because the criterion is computed. */
static void settle_party(struct decoder *decoder, const struct yaml_node *map,
                         struct criterion *criterion)
{
    const struct yaml_node *by = node_find_key(map, TEXT("by"));
    const struct yaml_node *proof = node_find_key(map, TEXT("proof"));
    const struct yaml_node *computed = node_find_key(map, TEXT("computed"));
    bool is_rating = criterion->type == TYPE_RATING;
    if (computed != NULL) {
        if (by != NULL)
            refuse_pair(decoder, by, "a computed criterion", computed->place);
        if (criterion->proof)
            refuse_pair(decoder, proof, "a computed criterion", computed->place);
        if (criterion->type != TYPE_NUMBER)
            problem_add(decoder->problems, PROBLEM_BAD_CRITERION, criterion->type_place,
                        "a computed criterion must be of type number");
        criterion->by = BY_NOBODY;
        return;
    }
    if (by != NULL && is_rating && criterion->by == BY_VENDOR)
        refuse_pair(decoder, by, "a rating, which is always the buyer's", criterion->type_place);
    if (is_rating)
        criterion->by = BY_BUYER;
    if (criterion->by == BY_BUYER && criterion->proof)
        refuse_pair(decoder, proof, "what the buyer answers",
                    by != NULL ? by->place : criterion->type_place);
}

static void check_levels(struct decoder *decoder, const struct criterion *criterion)
{
    for (size_t i = 0; i < criterion->levels.count; i++) {
        const struct level *level = &criterion->levels.items[i];
        if (level->value < criterion->scale.low || level->value > criterion->scale.high)
            problem_add(decoder->problems, PROBLEM_OUT_OF_RANGE, level->place,
                        "this level is outside the scale");
    }
}

static void check_ask(struct decoder *decoder, const struct yaml_node *key,
                      const struct yaml_node *map, const struct criterion *criterion)
{
    if (criterion->ask.len == 0 && criterion->by != BY_NOBODY &&
        !is_misspelt(&keys_criterion, map, "ask") && !is_misspelt(&keys_criterion, map, "computed"))
        problem_add(decoder->problems, PROBLEM_MISSING_KEY, key->place,
                    "a criterion needs `ask`, the question, unless it is computed");
}

/* What the type may have been meant to be, so that what refers to the criterion causes no further
 * problems. */
static enum answer_type guess_type(const struct yaml_node *map)
{
    if (node_find(map, TEXT("options")) != NULL)
        return TYPE_CHOICE;
    if (node_find(map, TEXT("scale")) != NULL || node_find(map, TEXT("levels")) != NULL)
        return TYPE_RATING;
    return TYPE_NUMBER;
}

static struct place place_of(const struct yaml_node *map, struct text name)
{
    const struct yaml_node *value = node_find(map, name);
    return value == NULL ? (struct place){0} : value->place;
}

void read_criterion(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value,
                    struct criterion *criterion)
{
    const double infinite = (double)INFINITY;
    criterion->id = node_word(key);
    criterion->type = ANSWER_TYPES;
    criterion->range = (struct bounds){.low = -infinite, .high = infinite};
    criterion->scale = (struct bounds){.low = 0, .high = 5};
    criterion->weight.value = 1;
    if (decode_collection(decoder, key, value, YAML_MAP, "a mapping"))
        decode_table(decoder, &keys_criterion, key->place, value, criterion);
    criterion->type_place = place_of(value, TEXT("type"));
    criterion->missing_place = place_of(value, TEXT("missing"));
    if (criterion->type == ANSWER_TYPES) {
        criterion->type = guess_type(value);
        return;
    }
    check_typed_keys(decoder, value, criterion);
    settle_party(decoder, value, criterion);
    check_ask(decoder, key, value, criterion);
    check_levels(decoder, criterion);
    if (criterion->type == TYPE_RATING)
        criterion->range = criterion->scale;
    if (criterion->type == TYPE_TEXT)
        criterion->weight.value = 0;
    read_form(decoder, key, value, criterion);
}
