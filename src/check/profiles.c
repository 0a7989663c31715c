/* What profiles do to the criteria. */
#include "criteria_review.h"
#include "ids.h"
#include "shortlist/memory.h"

/* The first weight of a category that the profile changes while it leaves others as they are. */
static const struct weight_change *
shifting_weight(const struct criteria *criteria, const struct profile *profile, struct ids *changed)
{
    const struct weight_change *first = NULL;
    uint8_t *stated = memory_new(criteria->category_count, 1);
    uint32_t category;
    for (size_t i = 0; i < profile->weights.count; i++) {
        const struct weight_change *change = &profile->weights.items[i];
        if (!names_find(&criteria->category_names, change->id.text, &category) || stated[category])
            continue;
        stated[category] = 1;
        first = first == NULL ? change : first;
        ids_add(changed, change->id.text);
    }
    memory_free(stated);
    return changed->count < criteria->category_count ? first : NULL;
}

void check_shifted_shares(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    for (size_t p = 0; p < review->subject->profile_count; p++) {
        struct ids changed = {.list = {.arena = &review->arena}};
        const struct weight_change *weight =
            shifting_weight(criteria, &review->subject->profiles[p], &changed);
        if (weight == NULL || criteria->weights_total.place.line != 0)
            continue;
        problem_add(review->problems, review->code, weight->weight.place,
                    "the weight of %.*s changes the share of every other category too",
                    TEXT_ARG(ids_text(&changed)));
        problem_hint(review->problems,
                     "state `weights_total` in %.*s, so that the others share what is left, or "
                     "state all category weights here",
                     TEXT_ARG(criteria->file->name));
    }
}
