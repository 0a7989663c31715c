/* What the panel has still to judge. */
#include "panel_open.h"

#include "shortlist/evaluators.h"

struct panel_open panel_open_count(const struct evaluation *evaluation, size_t raters,
                                   struct arena *arena)
{
    struct panel_open open = {.by_rater = arena_array(arena, size_t, raters)};
    struct evaluators evaluators;
    evaluators_make(&evaluators, evaluation, evaluation->order, evaluation->answers->count, arena);
    for (size_t w = 0; w < evaluators.count; w++) {
        const struct work *work = &evaluators.work[w];
        if (work->rater == NOWHERE)
            open.others += work->open_count;
        else
            open.by_rater[work->rater] = work->open_count;
    }
    return open;
}
