/* Mappings whose keys are criteria. */
#include "criterion_keys.h"

#include "hints.h"
#include "shortlist/memory.h"

void criterion_keys_begin(struct criterion_keys *keys, const struct criteria *criteria,
                          enum party party, struct problems *problems)
{
    size_t count = criteria == NULL ? 0 : criteria->criterion_count;
    *keys = (struct criterion_keys){
        .criteria = criteria,
        .problems = problems,
        .party = party,
        .next = memory_new(count, sizeof(*keys->next)),
        .named = memory_new(count, sizeof(*keys->named)),
    };
    for (uint32_t c = (uint32_t)count; c > 0; c--) {
        const struct criterion *criterion = &criteria->criteria[c - 1];
        keys->next[c - 1] = keys->first;
        if (criterion->by == party && !criterion->dropped)
            keys->first = c - 1;
    }
}

void criterion_keys_end(struct criterion_keys *keys)
{
    memory_free(keys->next);
    memory_free(keys->named);
    *keys = (struct criterion_keys){0};
}

/* --- Looking up --------------------------------------------------------------------------- */

static uint32_t find_criterion(const struct criteria *criteria, struct text id, uint32_t expected)
{
    uint32_t position;
    if (expected < criteria->criterion_count &&
        text_equal(criteria->criteria[expected].id.text, id))
        return expected;
    return names_find(&criteria->criterion_names, id, &position) ? position : NOWHERE;
}

void criterion_keys_open(struct criterion_keys *keys, struct yaml_node *map, struct arena *arena)
{
    uint32_t *positions = arena_array(arena, uint32_t, map->count);
    uint32_t expected = keys->first;
    keys->maps++;
    keys->map = map;
    keys->positions = positions;
    keys->unknown = 0;
    keys->pair = 0;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml_node *key = node_key(map, i);
        positions[i] = NOWHERE;
        if (key->kind != YAML_SCALAR)
            continue;
        positions[i] = find_criterion(keys->criteria, key->text, expected);
        if (positions[i] == NOWHERE)
            keys->unknown++;
        else
            expected = keys->next[positions[i]];
    }
}

bool criterion_keys_foreign(const struct criterion_keys *keys)
{
    enum { FEW = 4 };
    return keys->map->count >= FEW && keys->unknown > keys->map->count / 2;
}

/* --- One after the other ------------------------------------------------------------------ */

static void refuse_unknown(const struct criterion_keys *keys, const struct yaml_node *key)
{
    problem_add(keys->problems, PROBLEM_UNKNOWN_CRITERION, key->place,
                keys->party == BY_VENDOR ? "`%.*s` is not asked in %.*s"
                                         : "`%.*s` is no criterion of %.*s",
                TEXT_ARG(key->text), TEXT_ARG(keys->criteria->file->name));
    /* Looking for the nearest takes its time, and nobody sees it when the problem is not kept. */
    if (keys->problems->last_kept && !hint_odd_key(keys->problems, keys->map, key))
        problem_suggest(keys->problems, names_nearest(&keys->criteria->criterion_names, key->text));
}

/* Whether a criterion is named for the first time in its map; else it is told. */
static bool is_first(struct criterion_keys *keys, uint32_t criterion, const struct yaml_node *key)
{
    struct named_criterion *named = &keys->named[criterion];
    if (named->map == keys->maps) {
        refuse_duplicate(keys->problems, named->key, key);
        return false;
    }
    *named = (struct named_criterion){keys->maps, key};
    return true;
}

struct yaml_node *criterion_keys_next(struct criterion_keys *keys, uint32_t *criterion)
{
    while (keys->pair < keys->map->count) {
        size_t pair = keys->pair++;
        struct yaml_node *key = node_key(keys->map, pair);
        *criterion = keys->positions[pair];
        if (*criterion == NOWHERE) {
            if (key->kind == YAML_SCALAR)
                refuse_unknown(keys, key);
        } else if (is_first(keys, *criterion, key)) {
            return key;
        }
    }
    return NULL;
}
