/* Syntax errors of YAML in plain words, with a hint where YAML is known to eat what people write.
 */
#ifndef SHORTLIST_INPUT_HINTS_H
#define SHORTLIST_INPUT_HINTS_H

#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "tree.h"

/* What the parser says. */
struct syntax_error {
    const char *problem; /* its terse words */
    const char *context; /* what it was about, or "" */
    struct place place;
    struct place context_place;     /* where that began; line 0: unknown */
    const struct yaml_node *scalar; /* the scalar that it read last; kind YAML_BAD: none */
    struct place bracket;           /* the innermost [ or { that is open; line 0: none */
};

void report_syntax(struct problems *problems, const struct syntax_error *error);

/*
 * A hint, added to the newest problem, about a key without a value that YAML took for a key by
 * mistake: `{x:1}`, and `{formula: min(a, b)}` or `{hours: 1,5}`, cut at the comma. True when there
 * was one.
 */
bool hint_odd_key(struct problems *problems, const struct yaml_node *map,
                  const struct yaml_node *key);

/* The problem of such a key where any key may stand: told, and the key made YAML_BAD. */
void refuse_odd_keys(struct problems *problems, struct yaml_node *map);

/* The problem of an anchor, an alias and the like. */
void refuse_feature(struct problems *problems, struct place place, const char *what);

/* The same of a tag; with another hint where it is a condition that begins with a ! for `not`.
 * `before` is the node that was read before it, as a key is before its value, or NULL. */
void refuse_tag(struct problems *problems, const struct yaml_node *before, struct place place);

#endif
