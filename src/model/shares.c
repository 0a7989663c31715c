/* Shares by weights alone: as if every criterion that can count did. */
#include "shortlist/shares.h"

struct shares shares_of(const struct criteria *criteria, struct arena *arena)
{
    struct shares shares = {
        .categories = arena_array(arena, double, criteria->category_count),
        .criteria = arena_array(arena, double, criteria->criterion_count),
    };
    double *sums = arena_array(arena, double, criteria->category_count);
    double total = 0;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion_can_count(criteria, criterion))
            sums[criterion->category] += criterion->weight.value;
    }
    for (size_t c = 0; c < criteria->category_count; c++)
        total += sums[c] > 0 ? criteria->categories[c].weight.value : 0;
    for (size_t c = 0; c < criteria->category_count; c++)
        shares.categories[c] = sums[c] > 0 ? criteria->categories[c].weight.value / total : 0;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion_can_count(criteria, criterion))
            shares.criteria[c] = shares.categories[criterion->category] *
                                 (criterion->weight.value / sums[criterion->category]);
    }
    return shares;
}
