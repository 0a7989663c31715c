/* Shares of criteria in the total, whatever the vendors answered. */
#include "shares.h"

/* The weight by which a criterion can count in its category. */
static double weight_of(const struct criterion *criterion)
{
    return criterion->dropped || criterion->type == TYPE_TEXT ? 0 : criterion->weight.value;
}

double *criterion_shares(const struct evaluation *evaluation, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    double *shares = arena_array(arena, double, criteria->criterion_count);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        const struct criterion *first = &criteria->criteria[category->first];
        double sum = 0;
        for (size_t i = 0; i < category->count; i++)
            sum += weight_of(&first[i]);
        for (size_t i = 0; sum > 0 && i < category->count; i++)
            shares[category->first + i] =
                evaluation->weight_shares[c] * (weight_of(&first[i]) / sum);
    }
    return shares;
}
