/* What a file is: told by its first key, never by its name. */
#ifndef SHORTLIST_INPUT_KINDS_H
#define SHORTLIST_INPUT_KINDS_H

#include <stdbool.h>

#include "shortlist/arena.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"
#include "tree.h"

/*
 * The kind by the first key, or FILE_ROLES. Where the beginning cannot be read as YAML, the kind
 * whose key begins a line. Adds no problem.
 */
enum file_role kind_peek(const struct source *source);

/*
 * Whether a document begins with the key of this kind, in a version that can be read; else false
 * and a problem.
 */
bool kind_check(struct problems *problems, const struct yaml_node *root, enum file_role kind);

/* The problem of a text that begins with the key of a kind, of which the colon is missing. False
 * when it does not. */
bool refuse_kind_without_colon(struct problems *problems, const struct yaml_node *scalar);

/* "a criteria file", "a profile", "an answers file", …: for messages. */
const char *kind_name(enum file_role kind);

#endif
