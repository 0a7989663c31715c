/*
 * From nodes to structs by the key tables. All problems of a mapping are told; what could not be
 * read keeps the value that it had.
 */
#ifndef SHORTLIST_INPUT_DECODE_H
#define SHORTLIST_INPUT_DECODE_H

#include <stdbool.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/keys.h"
#include "shortlist/problem.h"
#include "tree.h"

struct decoder {
    struct problems *problems;
    struct arena *arena; /* for lists; texts stay where the nodes have theirs */
};

/*
 * Fills `*out` from a mapping: unknown keys, keys that stand twice, keys that are missing (told at
 * `owner`, the key that the mapping belongs to), and values of the wrong shape are problems. Keys
 * of shapes that a reader handles itself are only checked for their presence. False when `map` is
 * no mapping.
 */
bool decode_table(struct decoder *decoder, const struct key_table *table, struct place owner,
                  struct yaml_node *map, void *out);

/* --- For decoders of single shapes -------------------------------------------------------- */

struct word node_word(const struct yaml_node *node);

/* "`weight` must be a number, not a list". */
void refuse_shape(struct decoder *decoder, const struct yaml_node *key,
                  const struct yaml_node *value, const char *expected);

/* A scalar that is not open; else false and a problem. */
bool decode_scalar(struct decoder *decoder, const struct yaml_node *key,
                   const struct yaml_node *value, const char *expected);

/* The same of a text, with what to do where YAML took it for a collection, for its bracket; and a
 * warning where a comment may have cut it short. */
bool decode_quotable(struct decoder *decoder, const struct yaml_node *key,
                     const struct yaml_node *value);

/* Whether it is a map or list; else false and a problem. */
bool decode_collection(struct decoder *decoder, const struct yaml_node *key,
                       const struct yaml_node *value, enum yaml_kind kind, const char *expected);

/* The number that is the whole of a scalar; else false and a problem. */
bool decode_number(struct decoder *decoder, const struct yaml_node *scalar, double *value);

/* The same within [low, high]; `what` names it in the problem. */
bool decode_bounded(struct decoder *decoder, const struct yaml_node *scalar, struct text what,
                    double low, double high, double *value);

/* Whether a key that is none of the table's was meant as this one, with a slip (`tpye`), by another
 * word (`reason` for `why`) or without a space behind its colon (`{when:x}`): as an unknown key it
 * was told already. */
bool is_misspelt(const struct key_table *table, const struct yaml_node *map, const char *name);

bool decode_date(struct decoder *decoder, const struct yaml_node *scalar, int32_t *day);

/* The scalars of a list; else false and a problem. What is none among them is left out. */
bool decode_words(struct decoder *decoder, const struct yaml_node *key,
                  const struct yaml_node *value, struct words *words);

/* The problems of an option's id, and of too few or too many options. */
void check_option_id(struct decoder *decoder, struct text id, struct place place);
void check_option_count(struct decoder *decoder, struct place place, size_t count);

/* "needs.NAME": the name, or an empty text. */
struct text need_reference(struct text text);

/* --- Shapes of several values (decode_lists.c) -------------------------------------------- */

typedef void decode_shape(struct decoder *decoder, const struct key *row,
                          const struct yaml_node *key, struct yaml_node *value, void *out);

decode_shape decode_ids;
decode_shape decode_bounds;
decode_shape decode_levels;
decode_shape decode_options;
decode_shape decode_points;
decode_shape decode_knots;
decode_shape decode_share;
decode_shape decode_end;
decode_shape decode_bands;
decode_shape decode_weights;

#endif
