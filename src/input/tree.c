/* Looking at the nodes of a document. */
#include "tree.h"

#include <stdlib.h>

#include "shortlist/criteria.h"
#include "shortlist/memory.h"

struct yaml_node *node_find_key(const struct yaml_node *map, struct text key)
{
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++) {
        struct yaml_node *found = node_key(map, i);
        if (found->kind == YAML_SCALAR && text_equal(found->text, key))
            return found;
    }
    return NULL;
}

struct yaml_node *node_find(const struct yaml_node *map, struct text key)
{
    struct yaml_node *found = node_find_key(map, key);
    return found == NULL ? NULL : node_value_of(found);
}

bool node_is_open(const struct yaml_node *node)
{
    return node->kind == YAML_SCALAR && node->style == STYLE_PLAIN && is_open_word(node->text);
}

const char *node_kind_name(const struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        return "a list";
    return node->kind == YAML_MAP ? "a mapping" : "a text";
}

/* By text; of equals the one that stands first, which also lies first in memory. */
static int compare_keys(const void *a, const void *b)
{
    struct yaml_node *const *left = a;
    struct yaml_node *const *right = b;
    int order = text_compare((*left)->text, (*right)->text);
    return order != 0 ? order : (*left > *right) - (*left < *right);
}

void refuse_duplicate(struct problems *problems, const struct yaml_node *first,
                      const struct yaml_node *second)
{
    problem_add(problems, PROBLEM_DUPLICATE_KEY, second->place, "`%.*s` stands twice",
                TEXT_ARG(second->text));
    problem_note(problems, first->place, "first written here");
}

void node_refuse_duplicates(struct yaml_node *map, struct problems *problems)
{
    struct yaml_node **keys = memory_new(map->count, sizeof(*keys));
    size_t count = 0;
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            keys[count++] = node_key(map, i);
    }
    qsort(keys, count, sizeof(*keys), compare_keys);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (!text_equal(keys[first]->text, keys[i]->text)) {
            first = i;
            continue;
        }
        refuse_duplicate(problems, keys[first], keys[i]);
        keys[i]->kind = YAML_BAD;
    }
    memory_free(keys);
}
