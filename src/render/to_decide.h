/* What the panel has to decide besides the values that lie apart, as every format lists it. */
#ifndef SHORTLIST_RENDER_TO_DECIDE_H
#define SHORTLIST_RENDER_TO_DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "findings.h"
#include "shortlist/evaluation.h"

/* A flag and the card of its vendor. */
struct open_decision {
    const struct card *card;
    const struct card_flag *flag;
};

struct to_decide {
    struct findings findings;    /* what the items point into */
    struct open_decision *items; /* worst first, then in the order of the report */
    size_t count;
};

/*
 * Whether a flag of a card stands until the panel decides about the answer: answer_disputed,
 * raters_conflict, expired_evidence, not_applicable_claimed. Where raters disagree on a scale, the
 * mean counts, and the sheet for moderation has it.
 */
bool awaits_decision(const struct evaluation *evaluation, const struct card *card,
                     const struct card_flag *flag);

/* Of all vendors; those that are excluded have no flags. Cannot fail; to_decide_release frees. */
void to_decide_gather(struct to_decide *decide, const struct evaluation *evaluation);
void to_decide_release(struct to_decide *decide);

#endif
