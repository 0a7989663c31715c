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

/* Whether its value depends on other vendors: a cohort function, `total`, or points or score of
 * what uses the cohort. Needs criteria[].uses_cohort and categories[].uses_cohort to be set. */
bool expr_uses_cohort(const struct expr *expr, const struct criteria *criteria);

/* Whether a doubt about it may hang on dropped or excluded criteria (see expr_wait), as long as no
 * decision accepts an n/a. */
bool expr_may_be_silent(const struct expr *expr, const struct criteria *criteria);

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

/* Calls `visit` for each criterion of which the message takes a cohort function. */
void message_visit_cohort(const struct message *message,
                          void (*visit)(void *context, uint32_t criterion), void *context);

#endif
