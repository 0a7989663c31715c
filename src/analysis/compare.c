/* Comparing two vendors: the differences of their contributions, which add up to the lead. */
#include "shortlist/compare.h"

#include <math.h>
#include <stdlib.h>

#include "shortlist/number.h"

/* The larger difference first; equals in the order of the file. */
static int compare_sizes(const void *left, const void *right)
{
    const struct comparison_criterion *a = left;
    const struct comparison_criterion *b = right;
    /* To six decimals: what is equal on paper must not be ordered by the last bits. */
    double size_a = number_round(fabs(a->difference), 6);
    double size_b = number_round(fabs(b->difference), 6);
    if (size_a != size_b)
        return size_a > size_b ? -1 : 1;
    return (a->criterion > b->criterion) - (a->criterion < b->criterion);
}

static void compare_criteria(struct comparison *comparison, const struct criteria *criteria,
                             struct arena *arena)
{
    comparison->criteria =
        arena_array(arena, struct comparison_criterion, criteria->criterion_count);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        const struct card_criterion *a = &comparison->a.criteria[c];
        const struct card_criterion *b = &comparison->b.criteria[c];
        if (!(a->share > 0) && !(b->share > 0))
            continue;
        double difference = a->contribution - b->contribution;
        comparison->criteria[comparison->criterion_count++] =
            (struct comparison_criterion){c, a->contribution, b->contribution, difference};
        comparison->contributions += difference;
    }
    qsort(comparison->criteria, comparison->criterion_count, sizeof *comparison->criteria,
          compare_sizes);
}

static void compare_categories(struct comparison *comparison, const struct criteria *criteria,
                               struct arena *arena)
{
    comparison->categories =
        arena_array(arena, struct comparison_category, criteria->category_count);
    for (uint32_t c = 0; c < criteria->category_count; c++) {
        const struct card_category *a = &comparison->a.categories[c];
        const struct card_category *b = &comparison->b.categories[c];
        if (!(a->share > 0) && !(b->share > 0))
            continue;
        comparison->categories[comparison->category_count++] = (struct comparison_category){
            c, a->contribution, b->contribution, a->contribution - b->contribution};
    }
}

/* What the floor of 0 gave back where penalties exceed the sum of the contributions. */
static double floor_of(const struct card *card, size_t criteria)
{
    double sum = 0;
    for (size_t c = 0; c < criteria; c++)
        sum += card->criteria[c].contribution;
    double after = sum - card->result->penalty;
    return after < 0 ? -after : 0;
}

void compare_vendors(struct comparison *comparison, const struct evaluation *evaluation, uint32_t a,
                     uint32_t b, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    const struct result *result_a = &evaluation->results[a];
    const struct result *result_b = &evaluation->results[b];
    *comparison = (struct comparison){0};
    card_make(&comparison->a, evaluation, a, arena);
    card_make(&comparison->b, evaluation, b, arena);
    compare_criteria(comparison, criteria, arena);
    compare_categories(comparison, criteria, arena);
    comparison->comparable = !isnan(result_a->total) && !isnan(result_b->total);
    comparison->penalties = result_b->penalty - result_a->penalty;
    comparison->floor = floor_of(&comparison->a, criteria->criterion_count) -
                        floor_of(&comparison->b, criteria->criterion_count);
    comparison->difference =
        comparison->comparable ? number_round(result_a->total - result_b->total, criteria->decimals)
                               : (double)NAN;
    comparison->rounding =
        (result_a->total - result_a->unrounded) - (result_b->total - result_b->unrounded);
}
