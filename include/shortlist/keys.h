/*
 * Key tables: every mapping of every file kind as a constant table. Loading, the suggestions for
 * unknown keys and the tables in docs/formats.md come from here: a new key is one row and the code
 * that uses it.
 */
#ifndef SHORTLIST_KEYS_H
#define SHORTLIST_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* What a value looks like in the file, and the C type at the row's offset. */
enum shape {
    SHAPE_KIND,    /* the format version: checked, not stored */
    SHAPE_TEXT,    /* struct text */
    SHAPE_PHRASE,  /* struct phrase */
    SHAPE_TRUTH,   /* bool */
    SHAPE_FLAG,    /* bool: true when the value is words[0], the only word there is */
    SHAPE_NUMBER,  /* struct stated_number in [low, high] */
    SHAPE_COUNT,   /* int in [low, high] */
    SHAPE_DATE,    /* struct stated_date */
    SHAPE_CHOICE,  /* an enum (int-sized): the position in `words` + `first_choice` */
    SHAPE_ID,      /* struct word */
    SHAPE_WORD,    /* struct word: a text that knows its place */
    SHAPE_IDS,     /* struct words */
    SHAPE_BOUNDS,  /* struct bounds: [low, high] */
    SHAPE_LEVELS,  /* struct levels: number -> text */
    SHAPE_OPTIONS, /* struct options: list of ids, or id -> label */
    SHAPE_POINTS,  /* struct points_list: word -> 0..100 */
    SHAPE_KNOTS,   /* struct knots: number -> 0..100, rising */
    SHAPE_SHARE,   /* struct share_list: a list, or needs.NAME */
    SHAPE_END,     /* struct score_end: a number, needs.NAME, lowest, highest */
    SHAPE_BANDS,   /* struct bands: number -> verdict, rising from 0 */
    SHAPE_WEIGHTS, /* struct weight_changes: id -> number */
    SHAPE_TABLE,   /* a mapping with the keys of `table`, into the same struct plus offset */
    /* Handled by the reader of that kind of file: */
    SHAPE_NEEDS,   /* id -> value, or a mapping with the keys of `table` */
    SHAPE_NEED,    /* the value of a need, in its long form */
    SHAPE_ENTRIES, /* id -> mapping with the keys of `table` */
    SHAPE_ANSWERS, /* criterion id -> answer, or a mapping with the keys of `table` */
    SHAPE_ANSWER,  /* the answer itself, in its long form */
    SHAPE_RATINGS, /* vendor id -> criterion id -> rating, or a mapping with the keys of `table` */
    SHAPE_REASON,  /* a text that must say something; where it is required its reader says so */
    SHAPE_WAIVERS  /* rule id -> reason */
};

struct key_table;

struct key {
    const char *name;
    enum shape shape;
    size_t offset; /* into the struct of the table */
    bool required;
    /* SHAPE_NUMBER, SHAPE_COUNT, …; equal: no limit. SHAPE_KNOTS: low is the fewest. */
    double low, high;
    const char *const *words;      /* SHAPE_CHOICE: NULL-terminated */
    const char *const *meant_by;   /* other words that people write for it; or NULL */
    int first_choice;              /* SHAPE_CHOICE: the enumerator of words[0] */
    const struct key_table *table; /* SHAPE_TABLE, _ENTRIES, _NEEDS, _ANSWERS, _RATINGS */
    int types; /* of a criterion and its score: the answer types that it goes with, ON_…; 0: all */
    const char *doc; /* one line: meaning, default */
};

struct key_table {
    const char *name; /* "a criterion": for messages */
    const struct key *keys;
    size_t count;
    size_t place_offset; /* of a struct place in the struct for the mapping's own, or NO_PLACE */
};

#define NO_PLACE ((size_t)-1)

extern const struct key_table keys_criteria;  /* struct criteria */
extern const struct key_table keys_category;  /* struct category */
extern const struct key_table keys_criterion; /* struct criterion */
extern const struct key_table keys_score;     /* struct score */
extern const struct key_table keys_rule;      /* struct rule */
extern const struct key_table
    keys_factors; /* struct evidence_factors, as a profile has it: each optional */
extern const struct key_table keys_need;      /* the long form of a need: options, value */
extern const struct key_table keys_profile;   /* struct profile */
extern const struct key_table keys_answers;   /* struct vendor_header */
extern const struct key_table keys_answer;    /* struct long_answer */
extern const struct key_table keys_ratings;   /* struct ratings_header */
extern const struct key_table keys_rating;    /* struct long_rating */
extern const struct key_table keys_decisions; /* struct decisions_header */
extern const struct key_table keys_decided;   /* what is decided about a vendor: no struct */
extern const struct key_table keys_decision;  /* struct long_decision */

/* All of them, for documentation; NULL-terminated, in the order of docs/formats.md. */
extern const struct key_table *const all_key_tables[];

/* The file kinds by their first key; NULL-terminated: "shortlist-criteria", … */
extern const char *const file_kind_keys[];

#endif
