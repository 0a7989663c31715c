/* Where one vendor's lead over another comes from: terms that add up to the difference. */
#ifndef SHORTLIST_COMPARE_H
#define SHORTLIST_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

/* Contributions and differences are in points of the total; difference = a - b. */
struct comparison_criterion {
    uint32_t criterion;
    double a, b; /* contributions */
    double difference;
};

struct comparison_category {
    uint32_t category;
    double a, b; /* contributions of the category */
    double difference;
};

/*
 * What leads from the contributions of one vendor to its total, in points of the total, each as it
 * is added: contributions + penalty + floor + rounding = total.
 */
struct comparison_terms {
    double contributions;
    double penalty;  /* 0 or less */
    double floor;    /* what the floor of 0 gave back; 0 or more */
    double rounding; /* what rounding the total added */
    double total;
};

struct comparison {
    struct card a, b;
    struct comparison_terms terms_a, terms_b; /* totals and roundings are NaN without a score */
    /* Criteria that count for one of the two, by falling size of difference, then file order. */
    struct comparison_criterion *criteria;
    size_t criterion_count;
    struct comparison_category *categories; /* in file order, those that count for one of the two */
    size_t category_count;
    double largest_category; /* size of the largest difference of a category */
    /* Of a's terms minus b's; they add up to the difference within 1e-9. */
    double contributions; /* the sum of the criteria's differences */
    double penalties;
    double floor;
    double rounding;
    double difference; /* of the totals, to the decimals of the criteria; NaN: not comparable */
    bool comparable;   /* both have a total */
};

/*
 * `a` and `b` are positions of vendors in evaluation->answers and may be the same. What is made
 * lives in `arena`; the cards point into the evaluation too. Cannot fail: where one of the two has
 * no score, `comparable` is false.
 */
void compare_vendors(struct comparison *comparison, const struct evaluation *evaluation, uint32_t a,
                     uint32_t b, struct arena *arena);

#endif
