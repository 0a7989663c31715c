/*
 * Inside of the schema writer. Functions write members into the JSON object that is open, so that
 * several of them can make one schema; those named _alternative(s) write whole schemas into an open
 * list. Editors offer the words that they find in alternatives, but not those in conditions.
 */
#ifndef SHORTLIST_RENDER_SCHEMA_WRITER_H
#define SHORTLIST_RENDER_SCHEMA_WRITER_H

#include <stdbool.h>

#include "json_writer.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/keys.h"
#include "shortlist/schema.h"
#include "shortlist/text.h"

struct schema {
    struct json_writer json;
    const struct schema_kind *kind;
    const struct criteria *criteria; /* NULL: the schema for all criteria */
    struct arena *arena;
};

/* --- Mappings by the key tables ----------------------------------------------------------- */

/* A mapping with the keys of a table; an open one may have no value at all (schema.c). */
void schema_table(struct schema *schema, const struct key_table *table);
void schema_open_table(struct schema *schema, const struct key_table *table);

/*
 * The long form of an answer, a rating, a decision or a need, whose keys are written once: as it
 * is, or for the mappings among other values, with the alternatives for its value in between; and
 * among these values itself (schema.c).
 */
void schema_long_form(struct schema *schema);
void schema_begin_long_form(struct schema *schema);
void schema_end_long_form(struct schema *schema);
void schema_map_alternative(struct schema *schema);

/* The value of a key, by its shape (schema_shapes.c). */
void schema_shape(struct schema *schema, const struct key *row);

/* What must hold between the keys of a table (schema_conditions.c). */
void schema_conditions(struct schema *schema, const struct key_table *table);

/* --- Structure (schema_pieces.c) ---------------------------------------------------------- */

void schema_begin(struct schema *schema, const char *key, enum json_layout layout);
void schema_begin_item(struct schema *schema); /* of a list; compact */
void schema_end(struct schema *schema);
/* Objects in objects: "if/properties". */
void schema_begin_path(struct schema *schema, const char *path);
void schema_end_path(struct schema *schema, const char *path);

void schema_begin_list(struct schema *schema, const char *key); /* compact */
void schema_end_list(struct schema *schema);
void schema_count(struct schema *schema, const char *key, size_t count);
void schema_const(struct schema *schema, const char *key, const char *value); /* key: {const} */
void schema_refuse(struct schema *schema, const char *key);
void schema_require(struct schema *schema, const char *key);

/* --- Types and patterns (schema_pieces.c) ------------------------------------------------- */

/* JSON types, as bits. */
enum {
    IS_MAP = 1,
    IS_LIST = 2,
    IS_NUMBER = 4,
    IS_WHOLE = 8, /* an integer, as draft-07 has it: 2.0 is one too */
    IS_TEXT = 16,
    IS_TRUTH = 32,
    IS_NULL = 64
};

/* One of these types, or none of them. */
void schema_types(struct schema *schema, int types);
void schema_no_types(struct schema *schema, int types);

/* Parts of patterns, none with a bar at its outermost level. There is no way to ignore case. */
#define PATTERN_BLANK "[ \\t]*"
#define PATTERN_WIDE_BLANKS " \\t\\u00a0\\u202f" /* inside of brackets */
#define PATTERN_NUMBER "[-+]?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?"
/* What JavaScript adds where YAML 1.1 takes a text for a date. */
#define PATTERN_MIDNIGHT "(T00:00:00[.]000Z)?"
#define PATTERN_DATE                                                                               \
    "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"                                          \
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))" PATTERN_MIDNIGHT
#define PATTERN_TRUTH "([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])"
#define PATTERN_NULL "(~|[Nn][Uu][Ll][Ll])"
#define PATTERN_NA "[Nn]/[Aa]"
#define PATTERN_ID "[a-z][a-z0-9_]{0,63}"

void schema_pattern(struct schema *schema, const char *pattern);

/* The same for what is refused: an engine that takes it for more must not refuse more. */
void schema_exact_pattern(struct schema *schema, const char *pattern);

/* --- Words (schema_pieces.c) -------------------------------------------------------------- */

/* The JSON truth values that parsers of YAML 1.1 or 1.2 make of plain words, as bits. */
enum { AS_FALSE = 1, AS_TRUE = 2 };

/* What a word may come as, beside a text; 0 for most. */
int schema_truth_of(struct text word);

/* A text by a pattern, or one of these truth values, which an editor is not to offer. */
void schema_word_or_truth(struct schema *schema, const char *pattern, int truths);
void schema_word_alternative(struct schema *schema, const char *pattern, int truths);

/* Words to choose from, which an editor offers. */
void schema_words(struct schema *schema, const char *const *words);
void schema_words_alternative(struct schema *schema, const char *const *words);

/* Adds a word to those of a pattern: a|b|c. */
void schema_add_word(struct text_buffer *words, struct text word);

/* The ids of options as items of an open list, and as a pattern without brackets; the truth values
 * that they may come as; a list of options, of which each must match the pattern; and the names of
 * options, as keys of a mapping. */
void schema_option_ids(struct schema *schema, const struct options *options);
struct text schema_option_pattern(struct schema *schema, const struct options *options);
int schema_option_truths(const struct options *options);
void schema_option_list_alternatives(struct schema *schema, const struct options *options,
                                     const char *pattern);
void schema_option_names(struct schema *schema);

/* --- Scalars (schema_scalars.c) ----------------------------------------------------------- */

/* A number of [low, high], and a text that matches the pattern. Ends that not every parser reads as
 * the same number are left out. */
void schema_number_alternatives(struct schema *schema, int type, double low, double high,
                                const char *pattern);

/* The same alone: IS_NUMBER or IS_WHOLE. */
void schema_number(struct schema *schema, int type, double low, double high);

/* Yes or no. */
void schema_truth_alternatives(struct schema *schema);

/* Any scalar, with null or without; any but null, where texts must match the pattern. */
void schema_text(struct schema *schema, bool may_be_open);
void schema_name(struct schema *schema, const char *pattern);

/* Any scalar but null and the empty text. */
void schema_filled_alternatives(struct schema *schema);

/* One of the words of a key. */
void schema_choice(struct schema *schema, const char *const *words);

/* A text that says something other than yes or no. */
void schema_reason(struct schema *schema);

/* The names of entries must be ids, and must not match a pattern, if there is one. */
void schema_id_names(struct schema *schema, const char *refused);

/* --- Needs (schema_needs.c) --------------------------------------------------------------- */

/* Any value of a need, the long form apart; `also` is IS_MAP where a map is looked at elsewhere. */
void schema_any_need(struct schema *schema, int also);

/* Needs by their names. */
void schema_named_needs(struct schema *schema);

/* --- By the names that criteria have (schema_named.c) ------------------------------------- */

/* Answers, or a vendor's ratings, by criterion; decisions by criterion; waivers by rule; weights by
 * category and criterion. Each writes the properties of a mapping. */
void schema_named_answers(struct schema *schema);
void schema_named_decisions(struct schema *schema);
void schema_named_waivers(struct schema *schema);
void schema_named_weights(struct schema *schema, const struct key *row);

/* Names that are taken without a word; a pattern grows of them. A parser that takes the name `on`
 * for a truth value hands over "true". */
void schema_allow_silently(struct text_buffer *names, struct text name);
void schema_allow_truth(struct text_buffer *names, struct text name);

/* The end of properties by name: these others, and no more. */
void schema_end_names(struct schema *schema, const struct text_buffer *silent);

/* --- Values by criterion ------------------------------------------------------------------ */

/* What a value of the criterion can be, its long form apart (schema_values.c). */
void schema_value_alternatives(struct schema *schema, const struct criterion *criterion,
                               bool may_be_na);

/* What is asked, and what may be answered, in the arena (schema_questions.c). */
struct text schema_question(struct schema *schema, const struct criterion *criterion);
void schema_add_options(struct text_buffer *text, const struct options *options);

#endif
