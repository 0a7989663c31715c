/* Stamps, and who is shown. */
#include "stamps.h"

struct stamps stamps_of_vendors(const struct report *report, const uint32_t *vendors, size_t count)
{
    const struct result *results = report->evaluation->results;
    struct stamps stamps = {.what_if = report->what_if,
                            .provisional = report->provisional,
                            .vendors = count,
                            .judgements_each = count > 0 ? results[vendors[0]].buyer_asked : 0};
    for (size_t i = 0; i < count; i++) {
        const struct result *result = &results[vendors[i]];
        stamps.conditional = stamps.conditional || result->conditional;
        stamps.judgements += result->buyer_asked;
        stamps.open_judgements += result->buyer_asked - result->buyer_answered;
        if (result->buyer_asked != stamps.judgements_each)
            stamps.judgements_each = 0;
    }
    stamps.provisional = stamps.provisional || stamps.open_judgements > 0;
    return stamps;
}

struct stamps stamps_of(const struct report *report)
{
    return stamps_of_vendors(report, report->evaluation->order, report->evaluation->answers->count);
}

size_t shown_vendors(const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    if (report->top == 0)
        return evaluation->answers->count;
    return report->top < evaluation->ranked ? report->top : evaluation->ranked;
}

struct text verdict_of(const struct evaluation *evaluation, const struct result *result)
{
    if (result->band == NOWHERE || result->status != STATUS_RANKED)
        return TEXT("");
    return evaluation->criteria->bands.items[result->band].verdict;
}
