/*
 * The rules module: from linked criteria and answers to scores, flags and ranks. Everything that a
 * report prints as a number is computed here or in analysis.
 *
 * Units: points and scores 0..100; shares and factors 0..1; contributions in points of the total.
 * NaN stands for null in every double that may be null; the header says which.
 */
#ifndef SHORTLIST_EVALUATION_H
#define SHORTLIST_EVALUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/decisions.h"
#include "shortlist/expr.h"
#include "shortlist/flags.h"
#include "shortlist/problem.h"
#include "shortlist/progress.h"
#include "shortlist/ratings.h"
#include "shortlist/settle.h"
#include "shortlist/shares.h"

enum vendor_status {
    STATUS_RANKED,
    STATUS_KNOCKED_OUT,
    STATUS_UNSCORED,
    STATUS_EXCLUDED,
    STATUS_UNREAD
};

/* "ranked", "knocked_out", "unscored", "excluded", "unread". */
extern const char *const vendor_status_words[];

struct flag {
    uint32_t vendor;
    uint32_t subject; /* rule, category or criterion position, by kind */
    uint8_t kind;     /* enum flag_kind */
    uint8_t severity; /* enum severity */
    bool by_unknown;  /* fired only by `unknown: fire`, while it waits for an open criterion */
    bool waived;      /* by a decision: it neither knocks out nor subtracts */
};

/* A rule that could not be judged. */
struct unresolved {
    uint32_t vendor;
    uint32_t rule;
};

struct result {
    double unrounded; /* the sum minus penalties, not below 0; NaN: no score */
    double total;     /* rounded; NaN: no score */
    double low;       /* rounded; NaN: no score even when everything is answered */
    double high;
    double penalty;       /* the sum of penalties applied */
    uint32_t rank;        /* 1..; 0: none */
    uint32_t asked;       /* the vendor's own questions (text too) */
    uint32_t answered;    /* by the vendor itself, whatever was decided since */
    uint32_t buyer_asked; /* the buyer's own criteria that count for something */
    uint32_t buyer_answered;
    uint32_t first_flag, flag_count;             /* in evaluation.flags, worst first */
    uint32_t first_unresolved, unresolved_count; /* in evaluation.unresolved, in rule order */
    uint8_t status;                              /* enum vendor_status */
    bool tied;                                   /* shares its rank */
    bool conditional;                            /* ranked, with an unresolved knock-out */
    bool open; /* the total may still move: something that could count is open, or a penalty is */
    uint32_t band; /* in criteria.bands; NOWHERE: no verdict */
};

struct evaluation {
    const struct criteria *criteria;
    const struct answers *answers;
    int32_t as_of;
    struct arena arena;
    struct result *results;  /* [vendor] */
    double *category_scores; /* [vendor * category_count + category], rounded; NaN: none */
    uint32_t *order;         /* vendors in the order of the report */
    uint32_t ranked, knocked_out, unscored, excluded; /* how many; they stand in this order */
    /* What the buyer said, as settled in the answers; each may be NULL. */
    const struct ratings *ratings;
    const struct decisions *decisions;
    const struct settlement *settlement;
    bool ignores_waivers; /* as the options say */
    const struct decision *ignored_waiver;
    struct flag *flags;
    size_t flag_count, flag_capacity;
    struct unresolved *unresolved;
    size_t unresolved_count, unresolved_capacity;
    struct cohort cohort;
    struct shares shares; /* by weights alone */
    uint8_t *waiver_met;  /* [decision]: 1 for a waiver of what fired or could not be judged */
};

struct evaluation_options {
    size_t chunk; /* vendors at a time; 0: CHUNK */
    /* What the buyer said, sorted, and settled in the answers already; each may be NULL. */
    const struct ratings *ratings;
    const struct decisions *decisions;
    const struct settlement *settlement;
    /* Waivers that are not to hold, to see what they change: all of them, or one; or NULL. */
    bool ignore_waivers;
    const struct decision *ignored_waiver;
    struct progress *progress; /* told how many vendors are judged, a chunk at a time; or NULL */
};

/* Judges all vendors but those that a decision excludes. Fills the columns of computed criteria in
 * `answers`. */
void evaluate(struct evaluation *evaluation, const struct criteria *criteria,
              struct answers *answers, int32_t as_of, const struct evaluation_options *options);
void evaluation_release(struct evaluation *evaluation);

/* Adds a note for each waiver of a rule that neither fired nor waits for an answer. */
void evaluation_note_waivers(const struct evaluation *evaluation, struct problems *problems);

/* The worst severity that fired for any vendor and is not waived, or -1; an unresolved knock-out
 * counts as a warning. */
int evaluation_worst(const struct evaluation *evaluation);

/* --- One vendor in full -------------------------------------------------------------------- */

struct card_category {
    double score;        /* rounded; NaN: none */
    double share;        /* of the total weight among what counts for this vendor, 0..1 */
    double contribution; /* points of the total; 0 where it does not count */
};

struct card_criterion {
    enum answer_state state; /* STATE_OPEN also where the points are unknown though answered */
    bool has_answer;         /* the column holds a value, whatever the state says */
    bool counts;
    double points;       /* after evidence; NaN when open or not applicable */
    double raw_points;   /* before evidence; NaN likewise */
    double factor;       /* of evidence; 1 where none applies */
    double share;        /* of the total; 0 where it does not count */
    double contribution; /* share * points; 0 where it does not count */
    double lost;         /* share * (100 - points): what full points would add */
    double low, high;    /* attainable points; NaN when not applicable or dropped */
    enum evidence_level evidence;
    bool expired;
    const struct statement *statement; /* the vendor's; or NULL */
    const struct cell *own;       /* the vendor's own word where something changed it; or NULL */
    const struct rating *ratings; /* by rater; or NULL */
    size_t rating_count;
    const struct decision *decision; /* or NULL */
};

struct card_flag {
    struct text rule;   /* id: of the rule, "minimum_CATEGORY", or of the built-in flag */
    uint32_t criterion; /* the criterion a built-in flag names, or NOWHERE */
    enum severity severity;
    struct text message;
    struct text advice;            /* may be empty */
    double penalty;                /* what it subtracts, or would without its waiver */
    const struct decision *waiver; /* or NULL */
    bool by_unknown;
};

struct card_unresolved {
    const struct rule *rule;
    uint32_t *waiting_for; /* open criteria, in the order of the file */
    size_t count;
};

struct card {
    uint32_t vendor;
    const struct result *result;
    struct card_category *categories; /* [category] */
    struct card_criterion *criteria;  /* [criterion]; dropped ones have state STATE_NA, no low */
    struct card_flag *flags;
    struct card_unresolved *unresolved;
    const struct decision *decisions; /* about this vendor, answers first; or NULL */
    size_t decision_count;
};

/* The card of a vendor, by the same code with a chunk of one. Lives in `arena`. */
void card_make(struct card *card, const struct evaluation *evaluation, uint32_t vendor,
               struct arena *arena);

/* Only the flags and the unresolved rules of it; the rest is NULL. Cheaper. */
void card_make_flags(struct card *card, const struct evaluation *evaluation, uint32_t vendor,
                     struct arena *arena);

/* The open criteria of a vendor that it was asked itself, in order of the file; in `arena`. */
size_t open_questions(const struct evaluation *evaluation, uint32_t vendor, uint32_t **criteria,
                      struct arena *arena);

/* The points of every vendor for a criterion, as they enter the sums: after evidence; 0 where it is
 * open and counts so; NaN where it does not count. Fills points[vendor]. */
void evaluation_points(const struct evaluation *evaluation, uint32_t criterion, double *points);

/*
 * The points of one vendor after the other, in any order, without the cards: vendor_points_read
 * fills points[criterion] with those that a card has, after evidence, NaN when open or not
 * applicable. vendor_points_close frees what vendor_points_open made.
 */
struct vendor_points;

struct vendor_points *vendor_points_open(const struct evaluation *evaluation);
void vendor_points_read(struct vendor_points *from, uint32_t vendor, double *points);
void vendor_points_close(struct vendor_points *points);

/* The answer in words: "28 %", labels joined by ", ", a date, "yes", "?" when open, "n/a". */
struct text answer_text(const struct evaluation *evaluation, uint32_t vendor, uint32_t criterion,
                        struct arena *arena);

/* The same of a cell outside the columns: a rater's word, what a decision replaced. */
struct text cell_text(const struct criterion *criterion, const struct cell *cell,
                      struct arena *arena);

/* The decision that excludes a vendor, or NULL. */
const struct decision *evaluation_exclusion(const struct evaluation *evaluation, uint32_t vendor);

#endif
