/* Weights that decide nothing, or everything. */
#include "criteria_review.h"
#include "ids.h"

/* What carries less of the total cannot move a ranking; what carries more decides it alone. */
static const double tiny_share = 0.01;
static const double dominant_share = 0.5;

/* Shares are quotients: 1 of 100 may come out a little under 1 %. */
static const double margin = 1e-9;

static bool is_tiny(double share)
{
    return share > 0 && share < tiny_share - margin;
}

/* A default weight is written nowhere: then the id stands for it. */
static struct place weight_place(const struct stated_number *weight, const struct word *id)
{
    return weight->place.line != 0 ? weight->place : id->place;
}

/* --- Too little ------------------------------------------------------------------------------- */

static void hint_tiny(struct criteria_review *review)
{
    problem_hint(review->problems,
                 "so little hardly moves a ranking, yet every vendor works on it: "
                 "merge or drop it, or give weight 0 to what only informs");
}

static void tell_tiny_category(struct criteria_review *review, const struct category *category,
                               double share)
{
    char shown[SHARE_SIZE];
    problem_add(review->problems, review->code, weight_place(&category->weight, &category->id),
                "the category `%.*s` carries %s of the total", TEXT_ARG(category->id.text),
                share_print(share, shown));
    hint_tiny(review);
}

/* One warning a category: what is small in it is often small for the same reason. */
static void check_tiny_criteria(struct criteria_review *review, const struct category *category)
{
    const struct criterion *first = NULL;
    struct ids ids = {.list = {.arena = &review->arena}};
    double sum = 0;
    char shown[SHARE_SIZE];
    for (size_t c = category->first; c < category->first + category->count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (!is_tiny(review->shares.criteria[c]))
            continue;
        first = first == NULL ? criterion : first;
        sum += review->shares.criteria[c];
        ids_add(&ids, criterion->id.text);
    }
    if (first == NULL)
        return;
    problem_add(review->problems, review->code, weight_place(&first->weight, &first->id),
                ids.count > 1 ? "%.*s carry under 1 %% of the total each, together %s"
                              : "%.*s carries under 1 %% of the total: %s",
                TEXT_ARG(ids_text(&ids)), share_print(sum, shown));
    hint_tiny(review);
}

bool check_has_own_weights(const struct check_subject *subject)
{
    for (size_t p = 0; p < subject->profile_count; p++) {
        if (subject->profiles[p].weights.count > 0)
            return false;
    }
    /* Other needs drop other criteria, and what is left shares the weight. */
    for (size_t n = 0; n < subject->criteria->need_count; n++) {
        if (subject->criteria->needs[n].replaced)
            return false;
    }
    return true;
}

void check_tiny_weights(struct criteria_review *review)
{
    if (!check_has_own_weights(review->subject))
        return;
    for (size_t c = 0; c < review->criteria->category_count; c++) {
        const struct category *category = &review->criteria->categories[c];
        if (is_tiny(review->shares.categories[c]))
            tell_tiny_category(review, category, review->shares.categories[c]);
        else
            check_tiny_criteria(review, category);
    }
}

/* --- Too much --------------------------------------------------------------------------------- */

void check_dominant_criterion(struct criteria_review *review)
{
    size_t counting = 0;
    uint32_t heaviest = 0;
    char shown[SHARE_SIZE];
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        counting += review->shares.criteria[c] > 0;
        if (review->shares.criteria[c] > review->shares.criteria[heaviest])
            heaviest = c;
    }
    if (counting < 2 || review->shares.criteria[heaviest] <= dominant_share + margin)
        return;
    const struct criterion *criterion = &review->criteria->criteria[heaviest];
    problem_add(review->problems, review->code, weight_place(&criterion->weight, &criterion->id),
                "`%.*s` carries %s of the total: it can outweigh all others together",
                TEXT_ARG(criterion->id.text),
                share_print(review->shares.criteria[heaviest], shown));
    problem_hint(review->problems,
                 "lower its weight or that of its category, or ask for it in several criteria");
}
