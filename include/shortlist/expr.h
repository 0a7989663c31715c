/*
 * The rule language: expressions compiled once, after all merging, and evaluated over chunks of
 * vendors.
 *
 * Unknown travels with the values: NaN for numbers and dates, TRUTH_UNKNOWN, NO_OPTION, a NULL
 * ptr for texts, a mask beside sets. A comparison or function of an unknown is unknown; and, or,
 * not follow Kleene's three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952,
 * §64).
 */
#ifndef SHORTLIST_EXPR_H
#define SHORTLIST_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/problem.h"

struct expr;

enum value_type {
    VALUE_NUMBER,
    VALUE_TRUTH,
    VALUE_DATE,
    VALUE_TEXT,
    VALUE_OPTION,
    VALUE_SET,
    VALUE_WORDS /* a list need; a constant */
};

enum { TRUTH_FALSE = 0, TRUTH_TRUE = 1, TRUTH_UNKNOWN = 2 };

/* The latest thing an expression reads. */
enum stage { STAGE_NEEDS, STAGE_ANSWERS, STAGE_COHORT, STAGE_SCORES };

enum {
    CHUNK = 256, /* vendors evaluated at a time */
    EXPR_HEIGHT_LIMIT = 100
};

/* What an expression may be. */
struct expr_rules {
    enum value_type type; /* what it must yield */
    enum stage latest;    /* the latest thing it may read */
    /* For `computed` and `formula`: computed criteria from here on may not be read by `computed`;
     * NOWHERE: no limit. */
    uint32_t computed_before;
    const char *what; /* "a rule's `when`", for messages */
};

/*
 * Compiles an expression: reads, links names to positions, checks types and stages. NULL when it
 * has problems; all that can be found are added, each at its exact characters. `criteria` must have
 * its needs and names complete; criteria that are `dropped` should be marked by then.
 */
const struct expr *expr_compile(struct arena *arena, const struct phrase *phrase,
                                const struct criteria *criteria, const struct expr_rules *rules,
                                struct problems *problems);

enum stage expr_stage(const struct expr *expr);

/* In words, for people who do not read the rule language: "attrition is above 40, and iso_27001 is
 * no". Ids stay ids, options are shown by label, a need is "our NAME". As the file has the labels:
 * not made visible yet. Lives in the arena. */
struct text expr_words(const struct expr *expr, const struct criteria *criteria,
                       struct arena *arena);

/* Whether its value depends on other vendors: a cohort function, `total`, or points or score of
 * what uses the cohort. Needs criteria[].uses_cohort and categories[].uses_cohort to be set. */
bool expr_uses_cohort(const struct expr *expr, const struct criteria *criteria);

/* Whether a doubt about it may hang on dropped or excluded criteria (see expr_wait), as long as no
 * decision accepts an n/a. */
bool expr_may_be_silent(const struct expr *expr, const struct criteria *criteria);

/* Calls `found` for each criterion whose answer, points or cohort the expression reads (through
 * computed criteria and formulas too), each once a mention. */
void expr_visit_criteria(const struct expr *expr, const struct criteria *criteria,
                         void (*found)(void *context, uint32_t criterion), void *context);

/* The same, but for criteria of which it only asks answered(), documented(), verified() or
 * expired(). */
void expr_visit_values(const struct expr *expr, const struct criteria *criteria,
                       void (*found)(void *context, uint32_t criterion), void *context);

/* Calls `found` for each need that the expression names, each once a mention. */
void expr_visit_needs(const struct expr *expr,
                      void (*found)(void *context, const struct need *need), void *context);

/* Calls `visit` for each criterion of which a cohort function is taken. */
void expr_visit_cohort(const struct expr *expr, void (*visit)(void *context, uint32_t criterion),
                       void *context);

/* What the cohort says of one criterion: the vendors that pass, and of them those that answered. */
struct cohort_column {
    size_t bids; /* how many answered; the rest is unknown (NaN) when 0 */
    double lowest;
    double highest;
    double mean;
    double median; /* the mean of the middle two of an even count */
    double stddev; /* of the population */
    double sum;
    double sum_rest; /* what rounding lost of the sum: both together are exact to 106 bits */
    double *sorted;  /* bids values, rising */
};

/* `members[vendor]` is 1 for vendors of the cohort; `columns[criterion]`. */
struct cohort {
    const uint8_t *members;
    struct cohort_column *columns;
};

/* Points and scores of the chunk at hand; entry i belongs to vendor first + i. NaN is unknown. */
struct chunk_scores {
    const double *const *points; /* [criterion][i], after evidence */
    const double *const *scores; /* [category][i], rounded */
    const double *totals;        /* [i], rounded, before penalties */
};

/* What an evaluation reads. Parts later than the expression's stage may be NULL. */
struct expr_context {
    const struct criteria *criteria;
    const struct answers *answers;
    int32_t as_of;
    const struct cohort *cohort;
    const struct chunk_scores *scores;
    struct arena *scratch; /* for intermediate values; cleared by the caller */
};

/*
 * Evaluates over vendors [first, first + count), any count. The caller's array is filled for that
 * type of expression; scores, where read, must be those of the same vendors.
 */
void expr_numbers(const struct expr *expr, const struct expr_context *context, size_t first,
                  size_t count, double *values);
void expr_truths(const struct expr *expr, const struct expr_context *context, size_t first,
                 size_t count, uint8_t *values);

/* Why a value is unknown for one vendor. */
struct expr_wait {
    uint8_t *open; /* [criterion]: set to 1 for each open criterion it waits for */
    bool any_open;
    bool any_open_buyer; /* of those, one that the buyer answers */
    bool any_excluded;   /* hangs on an n/a that is excluded */
    bool any_dropped;    /* hangs on a dropped criterion, or an n/a that a decision accepts */
    bool any_other;      /* a division by zero, a cohort of nobody, … */
};

/*
 * Adds to `wait` what keeps the expression unknown for a vendor; nothing when it is known. Only
 * what matters is followed: of `and` and `or` the unknown sides. A computed criterion, and points()
 * of an unknown formula, stand for their open inputs. `index` is the vendor's place in the chunk
 * of context->scores (vendor = first + index).
 */
void expr_wait(const struct expr *expr, const struct expr_context *context, size_t first,
               size_t index, struct expr_wait *wait);

/* --- What a condition can come out as ------------------------------------------------------- */

/* Whose needs and date are meant. */
enum buyers {
    THIS_BUYER, /* the needs as they are, and the as-of date */
    ANY_BUYER   /* whatever the needs are, on any day: what is certain is certain for everyone */
};

struct domains;

/*
 * What the criteria allow as answers, for the functions below: options, ranges and scales; of a
 * computed criterion what can come out; any date, any text, any evidence. Dropped criteria are
 * taken as asked. The criteria must be linked and outlive it; forms with errors may earn anything.
 * The caller frees it with domains_free.
 */
struct domains *domains_new(const struct criteria *criteria, int32_t as_of, enum buyers buyers);
void domains_free(struct domains *domains);

/*
 * What a condition can be for a vendor, wherever it is known. False is certain: no answers that
 * are allowed make it so. True is not: what two criteria have to do with each other is not looked
 * at. Both false: it is never known.
 */
struct outcomes {
    bool may_hold;
    bool may_fail;
};

/* Time and memory are those of one reading of the condition, whatever the criteria. */
struct outcomes expr_outcomes(const struct expr *condition, struct domains *domains);

/* A part of a condition whose outcome is certain. */
struct certainty {
    bool holds;  /* always, wherever it is known; else never, known or not */
    size_t from; /* its bytes in the phrase: see phrase_place */
    size_t to;
    uint32_t criterion; /* the first of which it reads the answer, or NOWHERE */
};

/*
 * Calls `found` for each smallest part that is certain: comparisons, memberships, single truths;
 * and what joins parts that are not certain by themselves (`x > 50 and x < 20`). In their order. A
 * part that is certain only through one of its own parts is not found again.
 */
void expr_visit_certain(const struct expr *condition, struct domains *domains,
                        void (*found)(void *context, const struct certainty *certainty),
                        void *context);

/* The most points of a criterion, after evidence. */
struct lost_points {
    uint32_t criterion;
    double most;  /* while the condition holds: 0 to 100; 0 where it is then open and counts so */
    double whole; /* of any answer; always more */
};

/*
 * Calls `found` for each criterion that can no longer have its most points when the condition
 * holds, as far as the answer, the points or the evidence of that criterion itself show it. None
 * where the condition never holds, and none that is then open and does not count.
 */
void expr_visit_lost_points(const struct expr *condition, struct domains *domains,
                            void (*found)(void *context, const struct lost_points *lost),
                            void *context);

/* A vendor's answer that a condition takes on trust. */
struct unproven {
    uint32_t criterion;
    size_t from; /* where the condition first reads it, or what is computed from it */
    size_t to;
};

/*
 * Calls `found` once for each criterion without `proof` that the vendor answers and whose answer or
 * points the condition reads, itself or through computed criteria, where it never asks for
 * documented() or verified() of it.
 */
void expr_visit_unproven(const struct expr *condition, const struct criteria *criteria,
                         void (*found)(void *context, const struct unproven *unproven),
                         void *context);

/* --- What an expression says ---------------------------------------------------------------- */

struct meaning;

/*
 * What an expression says, however it is written; lives in the arena. The operands of `and`, `or`,
 * `==`, `!=`, `+`, `*`, `min` and `max` and the items of lists stand in any order, `a < b` is
 * `b > a`, and `not` is worked inwards: `not (a < b)` is `a >= b`, `x == no` is `not x`. A need
 * says something else than its value, and another need of the same value.
 */
const struct meaning *expr_meaning(const struct expr *expr, struct arena *arena);

/* An order of meanings, to sort by; 0 where they are the same. Meanings of one set of criteria. */
int meaning_compare(const struct meaning *a, const struct meaning *b);

/* --- Messages ----------------------------------------------------------------------------- */

struct message;

/* Compiles a template: text with {criterion}, {needs.NAME} or {call}; {{ and }} are braces. NULL
 * and problems when it is wrong. */
const struct message *message_compile(struct arena *arena, const struct phrase *phrase,
                                      const struct criteria *criteria, struct problems *problems);

/* The latest thing that it shows. */
enum stage message_stage(const struct message *message);

/* The message for one vendor: unknown as ?, numbers in plain form, options by label, sets joined by
 * ", ". The result lives in `arena`. */
struct text message_text(const struct message *message, const struct expr_context *context,
                         size_t first, size_t index, struct arena *arena);

/* The same of all that the message shows: see expr_visit_criteria and expr_visit_needs. */
void message_visit_criteria(const struct message *message, const struct criteria *criteria,
                            void (*found)(void *context, uint32_t criterion), void *context);
void message_visit_needs(const struct message *message,
                         void (*found)(void *context, const struct need *need), void *context);

/* Calls `visit` for each criterion of which the message takes a cohort function. */
void message_visit_cohort(const struct message *message,
                          void (*visit)(void *context, uint32_t criterion), void *context);

#endif
