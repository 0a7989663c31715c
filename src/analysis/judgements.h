/* The judgements that the buyer owes a vendor, one by one: what evaluators lists and standing
 * counts. */
#ifndef SHORTLIST_ANALYSIS_JUDGEMENTS_H
#define SHORTLIST_ANALYSIS_JUDGEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

/* A buyer's criterion that can count for something. */
struct asked {
    uint32_t criterion;
    uint32_t *raters; /* those who are expected to judge it; only of rating criteria */
    size_t rater_count;
};

struct judgements {
    const struct evaluation *evaluation;
    struct asked *asked; /* in order of the file */
    size_t asked_count;
    struct asked **rated;          /* [criterion]: of `asked`; NULL where it is none to be rated */
    const struct ratings *ratings; /* never NULL */
    size_t *first_rating;          /* [vendor], and one more: where its ratings begin */
    bool *spoken;                  /* [rater]: all false but within a cell */
};

struct judgement {
    uint32_t vendor;
    uint32_t criterion;
    uint32_t rater; /* NOWHERE: nobody's in particular */
    bool open;
};

typedef void judgement_visit(void *context, const struct judgement *judgement);

/* In time of the ratings and criteria. Lives in `arena`. */
void judgements_make(struct judgements *judgements, const struct evaluation *evaluation,
                     struct arena *arena);

/* Calls `visit` for each judgement about a vendor, by criterion; in time of its cells, ratings and
 * judgements. */
void judgements_of_vendor(const struct judgements *judgements, uint32_t vendor,
                          judgement_visit *visit, void *context);

/* Whether a decision gives the cell a value, so that nobody needs to judge it any more. */
bool judgement_is_decided(const struct evaluation *evaluation, uint32_t vendor, uint32_t criterion);

#endif
