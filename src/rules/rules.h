/* What the files of the rules module share: points, scores of a chunk, and the rules to judge. */
#ifndef SHORTLIST_RULES_RULES_H
#define SHORTLIST_RULES_RULES_H

#include "shortlist/evaluation.h"

/* --- points.c: answers to points --------------------------------------------------------- */

/* The points of vendors [first, first + count), before evidence; NaN where unknown. */
void points_by_form(uint32_t criterion, const struct expr_context *context, size_t first,
                    size_t count, double *points);

/* The share of its points that an answer with this mark keeps. */
double evidence_factor(const struct criteria *criteria, const struct criterion *criterion,
                       uint8_t mark);

/* Multiplies points by the evidence factors of their answers, where the criterion asks for proof.
 */
void points_apply_evidence(uint32_t criterion, const struct expr_context *context, size_t first,
                           size_t count, double *points);

struct attainable {
    double low;
    double high;
};

/* The worst and best points that an answer still to come could earn, evidence included. */
struct attainable points_attainable(const struct criteria *criteria,
                                    const struct criterion *criterion);

/* --- scores.c: points to category scores and sums ---------------------------------------- */

/* How a cell enters the sums. */
enum standing {
    STANDING_COUNTS,  /* answered, with points */
    STANDING_ZERO,    /* open, counted with 0 points */
    STANDING_WAITS,   /* open, not counted until it is answered */
    STANDING_EXCLUDED /* not applicable */
};

enum standing cell_standing(const struct criterion *criterion, enum missing missing, uint8_t mark,
                            double points);

/* Everything about the scores of a chunk. Arrays hold `count` entries each. */
struct chunk {
    size_t first;
    size_t count;
    double **points;  /* [criterion], after evidence; NaN when unknown */
    double **scores;  /* [category], rounded; NaN when none */
    double **weights; /* [category]: the sum of the weights of the criteria that count */
    double *sums;     /* before penalties; NaN when none */
    double *totals;   /* sums, rounded */
    double *lows;     /* the sums with every open criterion at its worst; NaN when none */
    double *highs;
    double *total_weights;    /* of the categories with a score */
    double *all_weights;      /* of the categories that could have one */
    uint8_t *open;            /* 1 where something that can count is open */
    struct chunk_scores view; /* the same for expressions */
};

/* What stays the same from chunk to chunk. */
struct scoring {
    const struct criteria *criteria;
    const struct answers *answers;
    const struct attainable *attainable; /* [criterion] */
    const enum missing *missing;         /* [criterion] */
};

void scoring_init(struct scoring *scoring, const struct criteria *criteria,
                  const struct answers *answers, struct arena *arena);

/* Room for chunks of up to `capacity` vendors, in the arena. */
void chunk_init(struct chunk *chunk, const struct criteria *criteria, size_t capacity,
                struct arena *arena);

/* Points, scores and sums of vendors [first, first + count). Leaves context->scores set. */
void chunk_score(struct chunk *chunk, const struct scoring *scoring, struct expr_context *context,
                 size_t first, size_t count);

/* The same for the categories that are wanted[category] alone: the sums are of these. */
void chunk_score_some(struct chunk *chunk, const struct scoring *scoring,
                      struct expr_context *context, size_t first, size_t count, const bool *wanted);

/* --- computed.c, cohort.c ---------------------------------------------------------------- */

/* Fills the columns of the computed criteria, in order. */
void compute_columns(const struct criteria *criteria, struct answers *answers,
                     struct expr_context *context, size_t chunk);

/* What the vendors marked in `members` say of each criterion that something asks the cohort about.
 */
void cohort_measure(struct cohort *cohort, const struct criteria *criteria,
                    const struct answers *answers, const uint8_t *members, struct arena *arena);

/* --- judge.c: rules, minimums and built-in flags ----------------------------------------- */

enum outcome {
    OUTCOME_NONE,
    OUTCOME_FIRED,
    OUTCOME_UNRESOLVED,
    OUTCOME_FIRED_UNKNOWN /* by `unknown: fire`, while an open criterion is waited for */
};

/* One thing to judge, in the order in which flags stand. */
struct judge {
    enum flag_kind kind;
    uint32_t subject;
    enum severity severity;
    bool uses_cohort;
    bool may_be_silent; /* FLAG_RULE: a doubt may hang on dropped or excluded criteria only */
};

struct judges {
    struct judge *items;
    size_t count;
};

/* All rules, minimums and built-in flags that may fire with what the buyer said, worst first, then
 * in the order of the file. */
struct judges judges_list(const struct evaluation *evaluation, struct arena *arena);

/* The outcomes (enum outcome) of one judge for the chunk at hand. */
void judge_chunk(const struct judge *judge, const struct chunk *chunk,
                 const struct expr_context *context, uint8_t *outcomes);

/* --- flags.c: outcomes to flags ---------------------------------------------------------- */

/* The decision that waives a rule or minimum for a vendor, or NULL. */
const struct decision *waiver_of(const struct evaluation *evaluation, enum flag_kind kind,
                                 uint32_t vendor, uint32_t subject);

/* The penalties of one vendor, by what each depends on. */
struct penalties {
    double fired;
    double by_unknown; /* of those, fired while an open criterion is waited for */
    double unresolved;
};

/* What collecting needs, in the arena. */
struct collector;

struct collector *collector_new(const struct evaluation *evaluation, const struct judges *judges,
                                struct arena *arena);

/* Takes the outcomes of the chunk at hand, outcomes[judge * stride + i], into flags and fills
 * penalties[i]; none of a vendor that is excluded. Chunks come in the order of the vendors. */
void collect_flags(struct evaluation *evaluation, struct collector *collector,
                   const struct chunk *chunk, const uint8_t *outcomes, size_t stride,
                   struct penalties *penalties);

/* --- rank.c ------------------------------------------------------------------------------ */

/*
 * Statuses, ranks and the order of the report from totals and flags. tie_values[vendor * ties +
 * tie] are the rounded scores or points that break ties, NaN for null.
 */
void rank_vendors(struct evaluation *evaluation, const double *tie_values);

#endif
