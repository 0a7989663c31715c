/* Counting what is still open over several vendors. */
#include "shortlist/scorecard.h"

#include "judgements.h"

static void count_judgement(void *context, const struct judgement *judgement)
{
    struct standing *standing = context;
    standing->judgements++;
    standing->open_judgements += judgement->open;
}

void standing_make(struct standing *standing, const struct evaluation *evaluation,
                   const uint32_t *vendors, size_t count)
{
    struct arena arena = {0};
    struct judgements judgements;
    bool differ = false;
    *standing = (struct standing){.vendors = count};
    judgements_make(&judgements, evaluation, &arena);
    for (size_t i = 0; i < count; i++) {
        const struct result *result = &evaluation->results[vendors[i]];
        if (result->status == STATUS_EXCLUDED)
            continue;
        size_t before = standing->judgements;
        judgements_of_vendor(&judgements, vendors[i], count_judgement, standing);
        size_t own = standing->judgements - before;
        if (standing->judged_vendors++ == 0)
            standing->judgements_each = own;
        differ = differ || own != standing->judgements_each;
        standing->conditional += result->conditional;
    }
    if (differ)
        standing->judgements_each = 0;
    arena_release(&arena);
}

bool standing_may_change(const struct evaluation *evaluation, size_t best)
{
    size_t ranked = best < evaluation->ranked ? best : evaluation->ranked;
    for (size_t i = 1; i < ranked; i++) {
        const struct result *before = &evaluation->results[evaluation->order[i - 1]];
        const struct result *after = &evaluation->results[evaluation->order[i]];
        bool open = before->low < before->high || after->low < after->high;
        if (open && after->high >= before->low)
            return true;
    }
    return false;
}
