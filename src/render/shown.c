/* What of an evaluation a report shows. */
#include "shown.h"

#include <math.h>

#include "shortlist/number.h"

size_t shown_vendors(const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    if (report->top == 0)
        return evaluation->answers->count;
    return report->top < evaluation->ranked ? report->top : evaluation->ranked;
}

bool has_raters(const struct evaluation *evaluation)
{
    return evaluation->ratings != NULL && evaluation->ratings->rater_count > 0;
}

struct text decided_on(struct arena *arena, const struct criteria *criteria,
                       const struct decision *decision)
{
    switch (decision->kind) {
    case DECIDED_ANSWER:
        return criteria->criteria[decision->subject].id.text;
    case WAIVED_RULE:
        return criteria->rules[decision->subject].id.text;
    case WAIVED_MINIMUM:
        return text_format(arena, "%.*s%.*s", TEXT_ARG(minimum_prefix),
                           TEXT_ARG(criteria->categories[decision->subject].id.text));
    case EXCLUDED_VENDOR:
        break;
    }
    return TEXT("exclude");
}

const char *state_word(enum answer_state state)
{
    switch (state) {
    case STATE_ANSWERED:
        return "answered";
    case STATE_NA:
        return "not_applicable";
    case STATE_OPEN:
        break;
    }
    return "open";
}

struct text verdict_of(const struct evaluation *evaluation, const struct result *result)
{
    if (result->band == NOWHERE || result->status != STATUS_RANKED)
        return TEXT("");
    return evaluation->criteria->bands.items[result->band].verdict;
}

/* --- Without the waivers ------------------------------------------------------------------- */

bool same_total(double a, double b)
{
    return isnan(a) ? isnan(b) : number_equal(a, b);
}

struct held held_by(const struct result *result)
{
    return (struct held){(enum vendor_status)result->status, result->rank, result->total};
}

bool shown_without_waivers(const struct report *report, uint32_t vendor)
{
    uint32_t with = report->evaluation->results[vendor].rank;
    uint32_t without = report->waivers->without.results[vendor].rank;
    return report->top == 0 || (with > 0 && with <= report->top) ||
           (without > 0 && without <= report->top);
}

bool waivers_change_anything(const struct report *report)
{
    if (report->waivers->count == 0)
        return false;
    for (uint32_t v = 0; v < report->evaluation->answers->count; v++) {
        const struct held with = held_by(&report->evaluation->results[v]);
        const struct held without = held_by(&report->waivers->without.results[v]);
        bool same = with.status == without.status && with.rank == without.rank &&
                    same_total(with.total, without.total);
        if (!same && shown_without_waivers(report, v))
            return true;
    }
    return false;
}
