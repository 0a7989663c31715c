/*
 * What only a careful reviewer would see: warnings about criteria and bids that hold no error. Each
 * check is a row of a table in src/check/ with a code of its own.
 */
#ifndef SHORTLIST_CHECK_H
#define SHORTLIST_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/criteria.h"
#include "shortlist/evaluation.h"
#include "shortlist/problem.h"
#include "shortlist/profile.h"

/* Criteria as they are for this tender: merged with the profiles, and linked without errors. */
struct check_subject {
    const struct criteria *criteria;
    const struct profile *profiles; /* those merged, in the order applied */
    size_t profile_count;
    int32_t as_of;
};

/* Whether the shares are the criteria's own. Where a profile makes other weights or needs, what is
 * small is small for one tender: nothing is said of it, and comments about it are not called
 * unused. */
bool check_has_own_weights(const struct check_subject *subject);

/* Adds a warning for each weakness of the criteria, their rules and profiles. */
void check_criteria(const struct check_subject *subject, struct problems *problems);

/* The same for the vendors' answers: read, settled and judged. Vendors that a decision excludes
 * are passed over. */
void check_answers(const struct evaluation *evaluation, struct problems *problems);

/* Whether a code is one of these reviews: of criteria, of answers. */
bool check_is_of_criteria(enum problem_code code);
bool check_is_of_answers(enum problem_code code);

#endif
