/* What of an evaluation a report shows. */
#include "shown.h"

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
