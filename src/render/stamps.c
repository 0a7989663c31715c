/* Stamps. */
#include "stamps.h"

struct stamps stamps_of_vendors(const struct report *report, const uint32_t *vendors, size_t count)
{
    struct stamps stamps = {.what_if = report->what_if};
    standing_make(&stamps.standing, report->evaluation, vendors, count);
    stamps.provisional = report->provisional || stamps.standing.open_judgements > 0;
    stamps.conditional = stamps.standing.conditional > 0;
    return stamps;
}

struct stamps stamps_of(const struct report *report)
{
    return stamps_of_vendors(report, report->evaluation->order, report->evaluation->answers->count);
}
