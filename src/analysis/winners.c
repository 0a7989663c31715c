/* Who wins, with all raters and without each of them. */
#include "winners.h"

#include <math.h>

#include "shortlist/number.h"

struct winners winners_of(const struct evaluation *evaluation, struct arena *arena)
{
    const struct result *results = evaluation->results;
    const uint32_t *order = evaluation->order;
    struct winners winners = {.total = (double)NAN, .lead = (double)NAN};
    while (winners.count < evaluation->ranked && results[order[winners.count]].rank == 1)
        winners.count++;
    winners.vendors = arena_array(arena, uint32_t, winners.count);
    for (size_t i = 0; i < winners.count; i++)
        winners.vendors[i] = order[i];
    if (winners.count > 0)
        winners.total = results[order[0]].total;
    if (winners.count < evaluation->ranked) {
        double next = results[order[winners.count]].total;
        winners.lead = number_round(winners.total - next, evaluation->criteria->decimals);
    }
    return winners;
}

static bool same_winners(const struct winners *a, const struct winners *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->vendors[i] == b->vendors[i];
    return same;
}

/* Settles anew without a rater, or with all, and judges. */
static void judge_again(struct evaluation *again, const struct evaluation *evaluation,
                        struct answers *answers, struct decisions *decisions,
                        struct settlement *settlement, uint32_t without)
{
    const struct evaluation_options options = {
        .ratings = evaluation->ratings, .decisions = decisions, .settlement = settlement};
    unsettle(settlement, answers);
    settle(settlement, answers, evaluation->criteria, evaluation->ratings, decisions, without);
    evaluate(again, evaluation->criteria, answers, evaluation->as_of, &options);
}

void panel_leave_out(struct panel *panel, struct answers *answers, struct decisions *decisions,
                     struct settlement *settlement, struct arena *arena)
{
    struct evaluation again;
    panel->without = arena_array(arena, struct panel_without, panel->rater_count);
    if (panel->rater_count == 0)
        return;
    for (uint32_t r = 0; r < panel->rater_count; r++) {
        struct panel_without *without = &panel->without[r];
        judge_again(&again, panel->evaluation, answers, decisions, settlement, r);
        without->rater = r;
        without->winners = winners_of(&again, arena);
        without->changes = !same_winners(&without->winners, &panel->winners);
        evaluation_release(&again);
    }
    /* Judged as well, because the computed columns hang on what is settled. */
    judge_again(&again, panel->evaluation, answers, decisions, settlement, NOWHERE);
    evaluation_release(&again);
}
