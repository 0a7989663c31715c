/*
 * What the buyer asks: needs, categories, criteria, score forms, rules. Plain data, filled by
 * input, completed by merging (profile.h) and linking (link.h); read-only from then on. Everything
 * lives in the arena it was made in.
 *
 * Units: points 0..100, evidence factors 0..1, weights >= 0 of any scale, days since 1970-01-01.
 * A `stated_` value knows where it was written; its place has line 0 where it is a default.
 */
#ifndef SHORTLIST_CRITERIA_H
#define SHORTLIST_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/names.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

struct expr;
struct message;

enum {
    ID_LIMIT = 64,         /* bytes of an id */
    OPTIONS_LIMIT = 64,    /* options of a criterion: one bit each in a set */
    CRITERIA_LIMIT = 10000 /* criteria of a file, and so of rules and needs */
};

/* The highest weight there may be: sums of them stay finite. */
#define WEIGHT_LIMIT 1e12

/* How far from 0 the ends of a rating's scale may lie: sums of ratings stay finite. */
#define SCALE_LIMIT 1e12

/* Not an option, and the position of nothing. */
enum { NO_OPTION = 255 };
#define NOWHERE UINT32_MAX

struct word {
    struct text text;
    struct place place;
};

struct words {
    struct word *items;
    size_t count;
};

struct stated_number {
    double value;
    struct place place;
};

struct stated_date {
    int32_t day;
    struct place place;
};

enum answer_type {
    TYPE_YES_NO,
    TYPE_CHOICE,
    TYPE_SET,
    TYPE_NUMBER,
    TYPE_RATING,
    TYPE_DATE,
    TYPE_TEXT,
    ANSWER_TYPES
};

/* Sets of answer types. */
enum {
    ON_YES_NO = 1 << TYPE_YES_NO,
    ON_CHOICE = 1 << TYPE_CHOICE,
    ON_SET = 1 << TYPE_SET,
    ON_NUMBER = 1 << TYPE_NUMBER,
    ON_RATING = 1 << TYPE_RATING,
    ON_DATE = 1 << TYPE_DATE,
    ON_SCORED = ON_YES_NO | ON_CHOICE | ON_SET | ON_NUMBER | ON_RATING | ON_DATE
};

/* "yes_no", "choice", … as the files write them; NULL-terminated. */
extern const char *const answer_type_words[ANSWER_TYPES + 1];

struct option {
    struct text id;
    struct text label; /* the id where the file gives none */
    struct place place;
};

struct options {
    struct option *items;
    size_t count;
    struct place place; /* line 0 when they were not declared but taken from `points` */
};

/* The position of an option id, or NO_OPTION. */
uint8_t options_find(const struct options *options, struct text id);

/* The position of an option by its label (as written, any ASCII case), or NO_OPTION. */
uint8_t options_find_label(const struct options *options, struct text label);

/* The nearest option id, or an empty text. */
struct text options_nearest(const struct options *options, struct text word);

/* The options of every yes_no: no (0) and yes (1), labels "no" and "yes". */
extern const struct options yes_no_options;

/* yes, no, true, false in any case; 1, 0, or -1 for anything else. */
int truth_parse(struct text text);

/* True for ~, null in any case, and nothing: how the files write that a value is open. */
bool is_open_word(struct text text);

/* --- Needs -------------------------------------------------------------------------------- */

enum need_type { NEED_NUMBER, NEED_TRUTH, NEED_DATE, NEED_TEXT, NEED_WORDS };

/* "a number", "yes or no", "a date", "a text", "a list of words": for messages. */
extern const char *const need_type_names[];

struct need {
    struct word id;
    enum need_type type;
    struct options options; /* declared words of a NEED_WORDS or NEED_TEXT; count 0 when free */
    double number;
    bool truth;
    int32_t day;
    struct text text;   /* a scalar as written, whatever its type */
    struct words words; /* distinct, in the order written */
    struct place place; /* of the value that counts: the last replacement's */
    bool replaced;      /* by a profile or an option */
};

/* --- Score forms -------------------------------------------------------------------------- */

enum score_form {
    FORM_NONE,       /* text */
    FORM_POINTS,     /* points[option]; for a set the sum of its members', at most 100 */
    FORM_CURVE,      /* piecewise linear through the knots, flat outside */
    FORM_STEPS,      /* points of the greatest knot not above the answer; below the first 0 */
    FORM_SHARE_OF,   /* 100 * |answer & members| / |members|; no members: 100 */
    FORM_BEST_WORST, /* 100 at best, 0 at worst, linear between, clamped */
    FORM_FORMULA,    /* expr clamped to 0..100 */
};

struct knot {
    double x;
    double points;
    struct place place;
};

struct knots {
    struct knot *items;
    size_t count;
};

enum end_kind { END_NUMBER, END_NEED, END_LOWEST, END_HIGHEST };

/* One end of best and worst. */
struct score_end {
    enum end_kind kind;
    double value;     /* END_NUMBER; END_NEED once linked */
    struct text need; /* END_NEED */
    struct place place;
};

struct share_list {
    struct text need;   /* needs.NAME; empty for a literal list */
    struct words words; /* a literal list */
    struct place place;
};

struct points_entry {
    struct word answer;
    double points;
};

struct points_list {
    struct points_entry *items;
    size_t count;
};

struct score {
    enum score_form form;
    struct place place; /* line 0 for a default form */
    /* As written: */
    struct points_list points_list;
    struct knots curve;
    struct knots steps;
    struct share_list share_of;
    struct score_end best;
    struct score_end worst;
    struct phrase formula;
    /* Once linked: */
    double *points;   /* FORM_POINTS: by option */
    uint64_t members; /* FORM_SHARE_OF: a bit an option */
    const struct expr *expr;
};

/* Whether an end of best and worst is the lowest or highest of the cohort. */
bool score_asks_cohort(const struct score *score);

/* --- Criteria, categories, rules ---------------------------------------------------------- */

enum party { BY_VENDOR, BY_BUYER, BY_NOBODY /* computed */ };
enum missing { MISSING_UNSTATED, MISSING_ZERO, MISSING_EXCLUDE };

struct level {
    double value;
    struct text text;
    struct place place;
};

struct levels {
    struct level *items;
    size_t count;
};

struct bounds {
    double low;
    double high;
    struct place place; /* line 0 when not declared */
};

struct criterion {
    struct word id;
    uint32_t category;
    struct text ask;
    struct text help;
    struct text why;
    struct text source;
    struct text unit;
    enum answer_type type;
    struct place type_place;
    struct options options;
    struct bounds range; /* number: `range`, infinite where not declared; rating: `scale` */
    struct bounds scale;
    struct levels levels;
    struct stated_number weight;
    enum party by;
    bool proof;
    enum missing missing;
    struct place missing_place;
    bool na_excluded; /* not_applicable: exclude */
    struct phrase when;
    struct phrase computed;
    struct score score;
    /* Once linked: */
    bool dropped; /* `when` is false for this buyer */
    const struct expr *when_expr;
    const struct expr *computed_expr;
    bool uses_cohort; /* its form does */
};

struct category {
    struct word id;
    struct text title;
    struct stated_number weight;
    struct stated_number minimum; /* place.line 0: none */
    size_t first;                 /* its criteria are criteria[first .. first + count) */
    size_t count;
    /* Once linked: */
    bool dropped; /* all its criteria are */
    bool uses_cohort;
};

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_CRITICAL, SEVERITY_KNOCKOUT, SEVERITIES };

extern const char *const severity_words[SEVERITIES + 1];

struct rule {
    struct word id;
    struct phrase when;
    enum severity severity;
    struct phrase message;
    struct text advice;
    struct stated_number penalty; /* points off the total, 0..100 */
    bool unknown_fires;
    /* Once linked: */
    const struct expr *condition;
    const struct message *text;
    bool uses_cohort;
};

struct band {
    double from;
    struct text verdict;
    struct place place;
};

struct bands {
    struct band *items;
    size_t count;
};

/* What a tie is broken by, in turn. */
struct tie {
    bool is_category;
    uint32_t position; /* of the category or criterion */
};

/* Share of its points that an answer keeps. */
struct evidence_factors {
    struct stated_number claimed;
    struct stated_number documented;
    struct stated_number verified;
    struct stated_number expired;
    struct place place; /* line 0: no section, all factors 1 */
};

struct criteria {
    const struct source *file;
    struct text title;
    struct text revision;
    struct stated_date as_of;
    int decimals;
    enum missing missing;               /* never MISSING_UNSTATED */
    struct place missing_place;         /* line 0: not stated */
    struct stated_number weights_total; /* place.line 0: none */
    struct words tie_ids;
    struct tie *ties; /* tie_ids.count of them, once linked */
    struct need *needs;
    size_t need_count;
    struct evidence_factors evidence;
    struct bands bands;
    struct category *categories;
    size_t category_count;
    struct criterion *criteria;
    size_t criterion_count;
    struct rule *rules;
    size_t rule_count;
    /* Indexes over the ids: */
    struct names need_names;
    struct names category_names;
    struct names criterion_names;
};

/* Each is NULL when nothing has the id. */
struct need *criteria_need(const struct criteria *criteria, struct text id);
struct category *criteria_category(const struct criteria *criteria, struct text id);
struct criterion *criteria_criterion(const struct criteria *criteria, struct text id);

/* What silence does for this criterion: its own word, else the buyer's default (exclude) for the
 * buyer's criteria, else the file's. */
enum missing criterion_missing(const struct criteria *criteria, const struct criterion *criterion);

/* Whether a criterion can count for something: one that is scored and not dropped, of positive
 * weight in a category of positive weight. */
bool criterion_can_count(const struct criteria *criteria, const struct criterion *criterion);

/* Whether any criterion can. */
bool criteria_count(const struct criteria *criteria);

/* The words of the rule language, which cannot be ids; NULL-terminated. */
extern const char *const reserved_words[];

/* What an id must be: [a-z][a-z0-9_]*, at most ID_LIMIT bytes, no word of the rule language. NULL
 * when it is; else what is wrong with it, in words. */
const char *id_fault(struct text id);

/* The same without the last condition: what the id of an option must be, which may be `no`. */
const char *id_shape_fault(struct text id);

#endif
