/* Counting what is still open over several vendors. */
#include "shortlist/scorecard.h"

void standing_make(struct standing *standing, const struct evaluation *evaluation,
                   const uint32_t *vendors, size_t count)
{
    const struct result *results = evaluation->results;
    *standing = (struct standing){
        .vendors = count,
        .judgements_each = count > 0 ? results[vendors[0]].buyer_asked : 0,
    };
    for (size_t i = 0; i < count; i++) {
        const struct result *result = &results[vendors[i]];
        standing->conditional += result->conditional;
        standing->judgements += result->buyer_asked;
        standing->open_judgements += result->buyer_asked - result->buyer_answered;
        if (result->buyer_asked != standing->judgements_each)
            standing->judgements_each = 0;
    }
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
