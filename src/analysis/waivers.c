/* What waivers change: the same judging without them. */
#include "shortlist/waivers.h"

static bool is_waiver(const struct decision *decision)
{
    return decision->kind == WAIVED_RULE || decision->kind == WAIVED_MINIMUM;
}

/* Whether the flag that is waived fired. */
static bool fired(const struct evaluation *evaluation, const struct decision *waiver)
{
    const struct result *result = &evaluation->results[waiver->vendor];
    enum flag_kind kind = waiver->kind == WAIVED_RULE ? FLAG_RULE : FLAG_MINIMUM;
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[result->first_flag + f];
        if (flag->waived && flag->kind == kind && flag->subject == waiver->subject)
            return true;
    }
    return false;
}

static void judge_without(struct evaluation *without, const struct evaluation *evaluation,
                          struct answers *answers, const struct decision *waiver)
{
    const struct evaluation_options options = {
        .ratings = evaluation->ratings,
        .decisions = evaluation->decisions,
        .settlement = evaluation->settlement,
        .ignore_waivers = waiver == NULL,
        .ignored_waiver = waiver,
    };
    evaluate(without, evaluation->criteria, answers, evaluation->as_of, &options);
}

static void take_effect(struct waiver_effect *effect, const struct evaluation *evaluation,
                        const struct evaluation *without)
{
    uint32_t vendor = effect->decision->vendor;
    effect->rank = evaluation->results[vendor].rank;
    effect->total = evaluation->results[vendor].total;
    effect->rank_without = without->results[vendor].rank;
    effect->total_without = without->results[vendor].total;
    effect->status_without = (enum vendor_status)without->results[vendor].status;
}

void waivers_make(struct waivers *waivers, const struct evaluation *evaluation,
                  struct answers *answers, struct arena *arena)
{
    const struct decisions *decisions = evaluation->decisions;
    size_t count = decisions == NULL ? 0 : decisions->count;
    *waivers = (struct waivers){.effects = arena_array(arena, struct waiver_effect, count)};
    for (size_t d = 0; d < count; d++) {
        const struct decision *decision = &decisions->items[d];
        if (is_waiver(decision) && fired(evaluation, decision))
            waivers->effects[waivers->count++].decision = decision;
    }
    if (waivers->count == 0)
        return;
    judge_without(&waivers->without, evaluation, answers, NULL);
    for (size_t w = 0; w < waivers->count; w++) {
        struct waiver_effect *effect = &waivers->effects[w];
        struct evaluation one;
        /* Without the only one is without all of them. */
        if (waivers->count > 1)
            judge_without(&one, evaluation, answers, effect->decision);
        take_effect(effect, evaluation, waivers->count > 1 ? &one : &waivers->without);
        if (waivers->count > 1)
            evaluation_release(&one);
    }
}

void waivers_release(struct waivers *waivers)
{
    evaluation_release(&waivers->without);
    *waivers = (struct waivers){0};
}

const struct waiver_effect *waivers_effect(const struct waivers *waivers,
                                           const struct decision *decision)
{
    for (size_t w = 0; w < waivers->count; w++) {
        if (waivers->effects[w].decision == decision)
            return &waivers->effects[w];
    }
    return NULL;
}
