/* Looking at the nodes of a document. */
#include "tree.h"

#include <stdlib.h>

#include "shortlist/criteria.h"
#include "shortlist/memory.h"

struct node *node_find_key(const struct node *map, struct text key)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->count; i++) {
        struct node *found = node_key(map, i);
        if (found->kind == NODE_SCALAR && text_equal(found->text, key))
            return found;
    }
    return NULL;
}

struct node *node_find(const struct node *map, struct text key)
{
    struct node *found = node_find_key(map, key);
    return found == NULL ? NULL : found + 1;
}

bool node_is_open(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == STYLE_PLAIN && is_open_word(node->text);
}

const char *node_kind_name(const struct node *node)
{
    if (node->kind == NODE_LIST)
        return "a list";
    return node->kind == NODE_MAP ? "a mapping" : "a text";
}

/* By text; of equals the one that stands first, which also lies first in memory. */
static int compare_keys(const void *a, const void *b)
{
    struct node *const *left = a;
    struct node *const *right = b;
    int order = text_compare((*left)->text, (*right)->text);
    return order != 0 ? order : (*left > *right) - (*left < *right);
}

void refuse_duplicate(struct problems *problems, const struct node *first,
                      const struct node *second)
{
    problem_add(problems, PROBLEM_DUPLICATE_KEY, second->place, "`%.*s` stands twice",
                TEXT_ARG(second->text));
    problem_note(problems, first->place, "first written here");
}

void node_refuse_duplicates(struct node *map, struct problems *problems)
{
    struct node **keys = memory_new(map->count, sizeof(*keys));
    size_t count = 0;
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == NODE_SCALAR)
            keys[count++] = node_key(map, i);
    }
    qsort(keys, count, sizeof(*keys), compare_keys);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (!text_equal(keys[first]->text, keys[i]->text)) {
            first = i;
            continue;
        }
        refuse_duplicate(problems, keys[first], keys[i]);
        keys[i]->kind = NODE_BAD;
    }
    memory_free(keys);
}
