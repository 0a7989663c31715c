/* Stamps, and who is shown. */
#include "stamps.h"

struct stamps stamps_of(const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    struct stamps stamps = {.what_if = report->what_if, .provisional = report->provisional};
    for (size_t v = 0; v < evaluation->answers->count; v++) {
        const struct result *result = &evaluation->results[v];
        stamps.conditional = stamps.conditional || result->conditional;
        stamps.judgements += result->buyer_asked;
        stamps.open_judgements += result->buyer_asked - result->buyer_answered;
    }
    stamps.provisional = stamps.provisional || stamps.open_judgements > 0;
    return stamps;
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
