/*
 * Cells of a table as nodes of a tree: what the YAML reader would have made of the same value, so
 * that one reader checks both, and both are told alike.
 */
#ifndef SHORTLIST_INPUT_CSV_NODES_H
#define SHORTLIST_INPUT_CSV_NODES_H

#include <stdbool.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/source.h"
#include "tree.h"

/*
 * The value in a cell, without blanks and line ends around it, as a plain scalar; an empty one is
 * open. By the type of its criterion (NULL: none is known):
 *
 * - choice: the label of an option, exactly as written, becomes its id; ids go before labels.
 * - set: a list, split at , ; and |, of ids, labels being translated too. Parts that only together
 *   are a label with such a character in it stay together. Nothing between two of them is no item.
 *   `none` in any case, `[]` and `[a, b]` are read as lists too, unless an option is called so.
 *   What is open, and n/a, stays a scalar.
 *
 * All nodes have the place of the cell. Their items live in the arena, their texts where the cell,
 * or the criterion, has its own.
 */
void csv_node(struct yaml_node *node, struct text cell, struct place place,
              const struct criterion *criterion, struct arena *arena);

/* Whether a character parts the members of a set. */
static inline bool parts_members(char c)
{
    return c == ',' || c == ';' || c == '|';
}

/* --- Trees -------------------------------------------------------------------------------- */

/* An empty map with room for so many pairs, which lie in the arena. */
void map_make(struct yaml_node *map, struct place place, size_t pairs, struct arena *arena);

/* Adds a key to a map that has the room for it, and returns its value, a NULL so far. */
struct yaml_node *map_add(struct yaml_node *map, struct text name, struct place place);

#endif
