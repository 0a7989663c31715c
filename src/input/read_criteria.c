/* A criteria file: categories, rules, and what must hold between its parts. */
#include "readers.h"

#include <stdlib.h>

#include "hints.h"
#include "shortlist/file.h"
#include "shortlist/flags.h"
#include "shortlist/keys.h"
#include "shortlist/memory.h"
#include "shortlist/number.h"

static void refuse_id(struct decoder *decoder, const struct yaml_node *key, const char *what,
                      const char *fault)
{
    problem_add(decoder->problems, PROBLEM_BAD_ID, key->place, "`%.*s` cannot be the id of %s: %s",
                TEXT_ARG(key->text), what, fault);
}

static void check_id(struct decoder *decoder, const struct yaml_node *key, const char *what)
{
    const char *fault = id_fault(key->text);
    if (fault != NULL)
        refuse_id(decoder, key, what, fault);
}

/* The map of entries that belongs to a key, without duplicates, or NULL. Empty is no problem here.
 */
static struct yaml_node *entries(struct decoder *decoder, const struct yaml_node *map,
                                 struct text name)
{
    struct yaml_node *key = node_find_key(map, name);
    if (key == NULL || node_is_open(node_value_of(key)) ||
        !decode_collection(decoder, key, node_value_of(key), YAML_MAP,
                           "a mapping from id to its keys"))
        return NULL;
    node_refuse_duplicates(node_value_of(key), decoder->problems);
    refuse_odd_keys(decoder->problems, node_value_of(key));
    return node_value_of(key);
}

static bool is_empty(const struct yaml_node *value)
{
    return node_is_open(value) || (value->kind == YAML_MAP && value->count == 0);
}

static size_t entry_count(const struct yaml_node *map)
{
    size_t count = 0;
    for (size_t i = 0; map != NULL && i < map->count; i++)
        count += node_key(map, i)->kind == YAML_SCALAR;
    return count;
}

/* --- Categories --------------------------------------------------------------------------- */

static void read_category(struct decoder *decoder, const struct yaml_node *key,
                          struct yaml_node *value, struct criteria *criteria)
{
    struct category *category = &criteria->categories[criteria->category_count];
    category->id = node_word(key);
    category->title = key->text;
    category->weight.value = 1;
    category->first = criteria->criterion_count;
    check_id(decoder, key, "a category");
    if (decode_collection(decoder, key, value, YAML_MAP, "a mapping"))
        decode_table(decoder, &keys_category, key->place, value, category);
    if (category->title.len == 0)
        category->title = key->text;
    struct yaml_node *map = node_find(value, TEXT("criteria"));
    for (size_t i = 0; map != NULL && map->kind == YAML_MAP && i < map->count; i++) {
        const struct yaml_node *id = node_key(map, i);
        if (id->kind != YAML_SCALAR)
            continue;
        struct criterion *criterion = &criteria->criteria[criteria->criterion_count++];
        criterion->category = (uint32_t)criteria->category_count;
        check_id(decoder, id, "a criterion");
        read_criterion(decoder, id, node_value(map, i), criterion);
    }
    category->count = criteria->criterion_count - category->first;
    if (map != NULL && is_empty(map))
        problem_add(decoder->problems, PROBLEM_MISSING_KEY, key->place,
                    "a category needs at least one criterion");
    criteria->category_count++;
}

/* How many criteria there are in all categories. */
static size_t count_criteria(struct decoder *decoder, const struct yaml_node *categories)
{
    size_t count = 0;
    for (size_t i = 0; i < categories->count; i++) {
        if (node_key(categories, i)->kind == YAML_SCALAR)
            count += entry_count(entries(decoder, node_value(categories, i), TEXT("criteria")));
    }
    return count;
}

static void read_categories(struct decoder *decoder, const struct yaml_node *root,
                            struct criteria *criteria)
{
    const struct yaml_node *key = node_find_key(root, TEXT("categories"));
    const struct yaml_node *map = entries(decoder, root, TEXT("categories"));
    if (key != NULL && is_empty(node_value_of(key)))
        problem_add(decoder->problems, PROBLEM_MISSING_KEY, key->place,
                    "a criteria file needs at least one category");
    if (map == NULL)
        return;
    size_t count = count_criteria(decoder, map);
    if (count > CRITERIA_LIMIT || map->count > CRITERIA_LIMIT) {
        problem_add(decoder->problems, PROBLEM_TOO_LARGE, key->place,
                    "%zu criteria in %u categories are too many: at most %d of each can be", count,
                    (unsigned)map->count, CRITERIA_LIMIT);
        return;
    }
    criteria->categories = arena_array(decoder->arena, struct category, entry_count(map));
    criteria->criteria = arena_array(decoder->arena, struct criterion, count);
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            read_category(decoder, node_key(map, i), node_value(map, i), criteria);
    }
}

/* --- Rules -------------------------------------------------------------------------------- */

static void check_rule_id(struct decoder *decoder, const struct yaml_node *key)
{
    check_id(decoder, key, "a rule");
    if (text_starts(key->text, minimum_prefix))
        refuse_id(decoder, key, "a rule", "minimum_ begins the flags of category minimums");
    if (is_built_in_flag(key->text))
        refuse_id(decoder, key, "a rule", "it is a built-in flag");
}

static void read_rules(struct decoder *decoder, const struct yaml_node *root,
                       struct criteria *criteria)
{
    const struct yaml_node *map = entries(decoder, root, TEXT("rules"));
    if (map == NULL)
        return;
    if (map->count > CRITERIA_LIMIT) {
        problem_add(decoder->problems, PROBLEM_TOO_LARGE, map->place,
                    "%u rules are too many: at most %d can be", (unsigned)map->count,
                    CRITERIA_LIMIT);
        return;
    }
    criteria->rules = arena_array(decoder->arena, struct rule, entry_count(map));
    for (size_t i = 0; i < map->count; i++) {
        struct yaml_node *key = node_key(map, i);
        if (key->kind != YAML_SCALAR)
            continue;
        struct rule *rule = &criteria->rules[criteria->rule_count++];
        rule->id = node_word(key);
        check_rule_id(decoder, key);
        if (decode_collection(decoder, key, node_value_of(key), YAML_MAP, "a mapping"))
            decode_table(decoder, &keys_rule, key->place, node_value_of(key), rule);
    }
}

/* --- Between the parts -------------------------------------------------------------------- */

static int compare_criteria(const void *a, const void *b)
{
    const struct criterion *left = *(const struct criterion *const *)a;
    const struct criterion *right = *(const struct criterion *const *)b;
    int order = text_compare(left->id.text, right->id.text);
    return order != 0 ? order : (left > right) - (left < right);
}

static void refuse_same_id(struct decoder *decoder, const struct word *first,
                           const struct word *second)
{
    problem_add(decoder->problems, PROBLEM_DUPLICATE_ID, second->place, "`%.*s` is used twice",
                TEXT_ARG(second->text));
    problem_note(decoder->problems, first->place, "first used here");
}

/* Within a category the mapping itself sees to it. */
static void check_unique_ids(struct decoder *decoder, const struct criteria *criteria)
{
    const struct criterion **sorted = memory_new(criteria->criterion_count, sizeof(*sorted));
    for (size_t i = 0; i < criteria->criterion_count; i++)
        sorted[i] = &criteria->criteria[i];
    qsort(sorted, criteria->criterion_count, sizeof(*sorted), compare_criteria);
    for (size_t first = 0, i = 1; i < criteria->criterion_count; i++) {
        if (text_equal(sorted[first]->id.text, sorted[i]->id.text))
            refuse_same_id(decoder, &sorted[first]->id, &sorted[i]->id);
        else
            first = i;
    }
    memory_free(sorted);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct word *id = &criteria->categories[c].id;
        const struct criterion *same = criteria_criterion(criteria, id->text);
        if (same != NULL)
            refuse_same_id(decoder, id, &same->id);
    }
}

static void check_weights(struct decoder *decoder, const struct criteria *criteria)
{
    double sum = 0;
    char added[NUMBER_SIZE];
    char total[NUMBER_SIZE];
    for (size_t c = 0; c < criteria->category_count; c++)
        sum += criteria->categories[c].weight.value;
    if (criteria->weights_total.place.line != 0 &&
        !number_equal(sum, criteria->weights_total.value)) {
        number_plain(sum, added);
        number_plain(criteria->weights_total.value, total);
        problem_add(decoder->problems, PROBLEM_BAD_WEIGHTS, criteria->weights_total.place,
                    "the weights of the categories add up to %s, not to %s", added, total);
    }
    if (!criteria_count(criteria))
        problem_add(decoder->problems, PROBLEM_BAD_WEIGHTS, criteria->categories[0].id.place,
                    "nothing counts: no criterion has a weight in a category that has one");
}

static void index_names(struct arena *arena, struct criteria *criteria)
{
    if (criteria->need_count > 0)
        criteria->need_names = names_index(arena, &criteria->needs[0].id.text, criteria->need_count,
                                           sizeof(struct need));
    if (criteria->category_count > 0)
        criteria->category_names = names_index(arena, &criteria->categories[0].id.text,
                                               criteria->category_count, sizeof(struct category));
    if (criteria->criterion_count > 0)
        criteria->criterion_names =
            names_index(arena, &criteria->criteria[0].id.text, criteria->criterion_count,
                        sizeof(struct criterion));
}

static void read_root(struct decoder *decoder, struct yaml_node *root, struct criteria *criteria)
{
    struct needs_list needs = {0};
    decode_table(decoder, &keys_criteria, root->place, root, criteria);
    const struct yaml_node *missing = node_find(root, TEXT("missing"));
    if (missing != NULL)
        criteria->missing_place = missing->place;
    struct yaml_node *key = node_find_key(root, TEXT("needs"));
    if (key != NULL)
        read_needs(decoder, key, node_value_of(key), true, &needs);
    criteria->needs = needs.items;
    criteria->need_count = needs.count;
    read_categories(decoder, root, criteria);
    read_rules(decoder, root, criteria);
    index_names(decoder->arena, criteria);
    if (criteria->criterion_count > 0) {
        check_unique_ids(decoder, criteria);
        check_weights(decoder, criteria);
    }
}

bool read_criteria(const struct source *source, struct arena *arena, struct criteria *criteria,
                   struct problems *problems)
{
    struct decoder decoder = {.problems = problems, .arena = arena};
    const struct stated_number whole = {.value = 1};
    size_t errors = problems->totals[PROBLEM_ERROR];
    *criteria = (struct criteria){
        .file = source,
        .decimals = 2,
        .missing = MISSING_ZERO,
        .evidence = {whole, whole, whole, whole, {0}},
    };
    struct yaml_node *root = read_single(source, ROLE_CRITERIA, arena, problems);
    if (root != NULL)
        read_root(&decoder, root, criteria);
    if (criteria->title.len == 0)
        criteria->title = file_stem(source->name);
    return problems->totals[PROBLEM_ERROR] == errors;
}
