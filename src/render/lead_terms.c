/* The terms of a difference. */
#include "lead_terms.h"

#include "shortlist/number.h"

const char lead_categories_heading[] = "Where it comes from, in points of the total";
const char lead_criteria_heading[] = "By criterion, the largest difference first";

static bool is_shown(const struct lead_term *term, int decimals)
{
    return number_round(term->a, decimals) != 0 || number_round(term->b, decimals) != 0 ||
           number_round(term->difference, decimals) != 0;
}

size_t lead_terms(const struct comparison *comparison, int decimals,
                  struct lead_term terms[LEAD_TERMS])
{
    const struct comparison_terms *a = &comparison->terms_a;
    const struct comparison_terms *b = &comparison->terms_b;
    const struct lead_term all[LEAD_TERMS - 1] = {
        {a->penalty, b->penalty, comparison->penalties, "Penalties"},
        {a->floor, b->floor, comparison->floor, "Given back, as no score falls below 0"},
        {a->rounding, b->rounding, comparison->rounding, "Rounding"},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (is_shown(&all[i], decimals))
            terms[count++] = all[i];
    }
    terms[count++] = (struct lead_term){a->total, b->total, comparison->difference, "Score"};
    return count;
}
