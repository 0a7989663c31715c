/* Needs: id -> value, or {options, value}. */
#include "readers.h"

#include "comments.h"
#include "hints.h"
#include "shortlist/keys.h"

/* `may_be_text`: that what looks like a number with a mistake is a text, is no problem here. */
static bool read_need_value(struct decoder *decoder, const struct yaml_node *key,
                            struct yaml_node *value, bool may_be_text, struct need *need)
{
    struct word single = node_word(value);
    struct words words = {.items = &single, .count = 1};
    need->place = value->place;
    if (value->kind == YAML_LIST)
        return decode_words(decoder, key, value, &words) &&
               need_read(need, &words, true, false, decoder->problems);
    if (value->kind == YAML_SCALAR) {
        bool fine = need_read(need, &words, false, may_be_text || value->style != STYLE_PLAIN,
                              decoder->problems);
        if (fine && need->type == NEED_TEXT)
            warn_of_comment(decoder->problems, value);
        return fine;
    }
    refuse_shape(decoder, key, value, "a value or a list");
    return false;
}

/* False when it has no value that could be used. Of what kind a value must be that replaces another
 * is told when it does. */
static bool read_need(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value,
                      bool is_declared, struct need *need)
{
    need->id = node_word(key);
    need->place = value->place;
    const char *fault = id_fault(key->text);
    if (fault != NULL)
        problem_add(decoder->problems, PROBLEM_BAD_ID, key->place,
                    "`%.*s` cannot be the id of a need: %s", TEXT_ARG(key->text), fault);
    if (value->kind != YAML_MAP)
        return read_need_value(decoder, key, value, !is_declared && !node_is_open(value), need);
    decode_table(decoder, &keys_need, key->place, value, need);
    struct yaml_node *inner = node_find(value, TEXT("value"));
    return inner != NULL &&
           read_need_value(decoder, key, inner, !is_declared && !node_is_open(inner), need);
}

void read_needs(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value,
                bool keep_faulty, struct needs_list *needs)
{
    if (node_is_open(value) || !decode_collection(decoder, key, value, YAML_MAP, "a mapping"))
        return;
    node_refuse_duplicates(value, decoder->problems);
    refuse_odd_keys(decoder->problems, value);
    if (value->count > CRITERIA_LIMIT) {
        problem_add(decoder->problems, PROBLEM_TOO_LARGE, key->place, "more than %d needs",
                    CRITERIA_LIMIT);
        return;
    }
    needs->items = arena_array(decoder->arena, struct need, value->count);
    for (size_t i = 0; i < value->count; i++) {
        if (node_key(value, i)->kind != YAML_SCALAR)
            continue;
        struct need *need = &needs->items[needs->count];
        if (read_need(decoder, node_key(value, i), node_value(value, i), keep_faulty, need) ||
            keep_faulty)
            needs->count++;
        else
            *need = (struct need){0};
    }
}
