/* What the checks of answers work with, and the checks: rows of the table in answers.c. */
#ifndef SHORTLIST_CHECK_ANSWERS_REVIEW_H
#define SHORTLIST_CHECK_ANSWERS_REVIEW_H

#include "shortlist/check.h"

struct answers_review {
    const struct evaluation *evaluation;
    const struct criteria *criteria;
    const struct answers *answers;
    uint8_t *copied; /* [vendor]: 1 where all its answers are those of another */
    struct problems *problems;
    enum problem_code code; /* of the check at hand */
    struct arena arena;     /* as long as the review */
    struct arena scratch;   /* cleared after each check */
};

/* A vendor that a decision excludes is passed over by every check. */
bool vendor_excluded(const struct answers_review *review, uint32_t vendor);

/* Where its answers begin. */
struct place vendor_place(const struct answers_review *review, uint32_t vendor);

/* Whether the vendors answer a criterion themselves. */
bool vendors_answer(const struct criterion *criterion);

/* vendors.c */
void check_open_answers(struct answers_review *review);
void check_expired_evidence(struct answers_review *review);

/* copies.c: in this order, for the second leaves out what the first told */
void check_same_answers(struct answers_review *review);
void check_same_texts(struct answers_review *review);

/* numbers.c */
void check_outlying_numbers(struct answers_review *review);

/* differences.c */
void check_differences(struct answers_review *review);

#endif
