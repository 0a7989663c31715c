/*
 * Who judged what: the judgements that are still to come from each rater, and where vendors were
 * judged by different ones.
 *
 * A judgement is one rater's word (a value, or n/a) on one rating criterion of one vendor; a note
 * or evidence alone is none. A rater is expected to judge every vendor by the criteria that he or
 * she judged any vendor by: an expert need not speak of everything. What nobody is expected to
 * judge, and every other criterion of the buyer, is one judgement a vendor, open until somebody has
 * spoken, or while those who have contradict each other.
 *
 * An abstention is a word: nothing more is expected of that rater. Where all who were expected
 * abstain, the criterion stays unanswered, and somebody else is needed: that is one more judgement,
 * open, and nobody's.
 *
 * A rater whose file says nothing at all yet has everything before him or her. Where a decision
 * gives the value, the judgements made stay made, and no others are expected; where there were
 * none, the decision is one that is made, and nobody's.
 *
 * Only criteria that can count for something are asked about, and not of vendors that are excluded.
 */
#ifndef SHORTLIST_EVALUATORS_H
#define SHORTLIST_EVALUATORS_H

#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

struct open_judgement {
    uint32_t vendor;
    uint32_t criterion;
};

/* The work of one rater, or of nobody in particular. */
struct work {
    uint32_t rater; /* NOWHERE: nobody in particular */
    size_t expected;
    struct open_judgement *open; /* by vendor, criterion */
    size_t open_count;
};

struct evaluators {
    struct work *work; /* raters by name, then what is nobody's; those with expected > 0 */
    size_t count;
    size_t expected; /* over all */
    size_t open;
    /* Rating criteria by which vendors were judged by different raters, in order of the file.
     * Abstentions count as not judging; vendors that nobody judged by it yet, or about whom it is
     * decided, are passed over. */
    uint32_t *uneven;
    size_t uneven_count;
};

/* What is expected of whom, to be worked out once for many reports. */
struct judgements;

/* From all ratings, and in their time. Lives in `arena`, as long as the evaluation at most. */
const struct judgements *judgements_of(const struct evaluation *evaluation, struct arena *arena);

/* The evaluators of `count` vendors, by their positions, in time of these vendors' ratings, cells
 * and judgements. Lives in `arena`; cannot fail. */
void evaluators_of(struct evaluators *evaluators, const struct judgements *judgements,
                   const uint32_t *vendors, size_t count, struct arena *arena);

/* Both at once. Over `count` vendors, by their positions; what is expected of a rater follows from
 * the ratings of all. In time of the ratings, cells and judgements. Lives in `arena`; cannot fail.
 */
void evaluators_make(struct evaluators *evaluators, const struct evaluation *evaluation,
                     const uint32_t *vendors, size_t count, struct arena *arena);

#endif
