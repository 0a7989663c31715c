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

size_t stamps_words(const struct stamps *stamps, const char *words[STAMPS])
{
    size_t count = 0;
    if (stamps->what_if)
        words[count++] = "what-if";
    if (stamps->provisional)
        words[count++] = "provisional";
    if (stamps->conditional)
        words[count++] = "conditional";
    return count;
}

struct text report_stamps(const struct report *report, const uint32_t *vendors, size_t count,
                          struct arena *arena)
{
    struct stamps stamps = stamps_of_vendors(report, vendors, count);
    struct text_buffer list = {.arena = arena};
    const char *words[STAMPS];
    size_t stamped = stamps_words(&stamps, words);
    for (size_t i = 0; i < stamped; i++)
        buffer_format(&list, "%s%s", i > 0 ? ", " : "", words[i]);
    return buffer_text(&list);
}
