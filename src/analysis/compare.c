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
        double difference = a->contribution - b->contribution;
        comparison->categories[comparison->category_count++] =
            (struct comparison_category){c, a->contribution, b->contribution, difference};
        comparison->largest_category = fmax(comparison->largest_category, fabs(difference));
    }
}

/* The size of the floor's part is what penalties take beyond the sum of the contributions. */
static struct comparison_terms terms_of(const struct card *card, size_t criteria)
{
    const struct result *result = card->result;
    struct comparison_terms terms = {
        .penalty = 0 - result->penalty,
        .rounding = result->total - result->unrounded,
        .total = result->total,
    };
    for (size_t c = 0; c < criteria; c++)
        terms.contributions += card->criteria[c].contribution;
    double after = terms.contributions + terms.penalty;
    terms.floor = after < 0 ? -after : 0;
    return terms;
}

void compare_vendors(struct comparison *comparison, const struct evaluation *evaluation, uint32_t a,
                     uint32_t b, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    *comparison = (struct comparison){0};
    card_make(&comparison->a, evaluation, a, arena);
    card_make(&comparison->b, evaluation, b, arena);
    compare_criteria(comparison, criteria, arena);
    compare_categories(comparison, criteria, arena);
    comparison->terms_a = terms_of(&comparison->a, criteria->criterion_count);
    comparison->terms_b = terms_of(&comparison->b, criteria->criterion_count);
    const struct comparison_terms *terms_a = &comparison->terms_a;
    const struct comparison_terms *terms_b = &comparison->terms_b;
    comparison->comparable = !isnan(terms_a->total) && !isnan(terms_b->total);
    comparison->penalties = terms_a->penalty - terms_b->penalty;
    comparison->floor = terms_a->floor - terms_b->floor;
    comparison->rounding = terms_a->rounding - terms_b->rounding;
    comparison->difference = comparison->comparable
                                 ? number_round(terms_a->total - terms_b->total, criteria->decimals)
                                 : (double)NAN;
}
