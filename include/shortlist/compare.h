/* Where one vendor's lead over another comes from: terms that add up to the difference. */
#ifndef SHORTLIST_COMPARE_H
#define SHORTLIST_COMPARE_H

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

struct comparison {
    struct card a, b;
    /* Criteria that count for one of the two, by falling size of difference, then file order. */
    struct comparison_criterion *criteria;
    size_t criterion_count;
    struct comparison_category *categories; /* in file order, those that count for one of the two */
    size_t category_count;
    double contributions; /* the sum of the criteria's differences */
    double penalties;     /* penalty of b minus penalty of a */
    double floor;         /* what the floor of 0 gave back: to a, minus to b */
    double rounding;      /* what rounding the two totals added */
    double difference;    /* of the totals: contributions + penalties + floor + rounding */
    bool comparable;      /* both have a total */
};

void compare_vendors(struct comparison *comparison, const struct evaluation *evaluation, uint32_t a,
                     uint32_t b, struct arena *arena);

#endif
