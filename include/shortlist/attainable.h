/*
 * Which answers there may be to a criterion, and what the best and the worst of them earn by its
 * score form. Points are before evidence.
 */
#ifndef SHORTLIST_ATTAINABLE_H
#define SHORTLIST_ATTAINABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "shortlist/criteria.h"

/* The numbers from low to high, ends included; none where low lies above high. */
struct span {
    double low;
    double high;
};

/* Every finite number. */
extern const struct span span_all;

extern const struct span span_none;

/* One number. */
struct span span_at(double number);

bool span_is_none(struct span span);

/* What lies in both; in either, and between them. */
struct span span_common(struct span a, struct span b);
struct span span_hull(struct span a, struct span b);

/* The values that an answer may have. What is of another type is not meant. */
struct domain {
    struct span numbers; /* number, rating; date: days since 1970-01-01 */
    uint64_t options;    /* choice, yes_no (0 no, 1 yes): a bit for each that it may be */
    uint64_t must;       /* set: the options that every answer has */
    uint64_t may;        /* set: these, and those that only some have */
    struct span count;   /* set: how many options it has */
};

/* All answers that the criterion allows: options, range, scale. A date or a computed number may be
 * any. */
struct domain domain_of(const struct criterion *criterion);

/*
 * The worst and the best points among the answers of a domain; `as_of` is the day that a date is
 * counted from. 0 to 100 where they are not told by the answer alone: a formula, an end that is the
 * cohort's, a form that was not linked for its errors. None without an answer in the domain.
 */
struct span attainable_points(const struct criterion *criterion, const struct domain *domain,
                              int32_t as_of);

/* --- What one number earns ---------------------------------------------------------------- */

/* Piecewise linear through at least two knots, flat outside. */
double curve_points(const struct knots *curve, double x);

/* The points of the greatest knot not above x, equal in the sense of comparisons included. */
double steps_points(const struct knots *steps, double x);

/* 100 at best, 0 at worst, a straight line between them, clamped; of equal ends 100 or 0. */
double line_points(double best, double worst, double x);

/* The sum of the members' points, at most 100; `points` by option. */
double members_points(const double *points, uint64_t members);

#endif
