/* Who judged what, and who still has to. */
#include "shortlist/evaluators.h"

#include <stdlib.h>

#include "judgements.h"

/* --- Work -------------------------------------------------------------------------------- */

/* The work of each rater, and behind them of nobody in particular. */
struct tally {
    struct work *work;
    size_t nobody; /* the position of nobody */
};

static struct work *work_of(const struct tally *tally, const struct judgement *judgement)
{
    return &tally->work[judgement->rater == NOWHERE ? tally->nobody : judgement->rater];
}

static void count_judgement(void *context, const struct judgement *judgement)
{
    struct work *work = work_of(context, judgement);
    work->expected++;
    work->open_count += judgement->open;
}

static void list_judgement(void *context, const struct judgement *judgement)
{
    struct work *work = work_of(context, judgement);
    if (judgement->open)
        work->open[work->open_count++] =
            (struct open_judgement){judgement->vendor, judgement->criterion};
}

/* Takes over the work that somebody has. */
static void keep_work(struct evaluators *evaluators, const struct tally *tally, struct arena *arena)
{
    evaluators->work = arena_array(arena, struct work, tally->nobody + 1);
    for (size_t r = 0; r <= tally->nobody; r++) {
        struct work *work = &tally->work[r];
        work->rater = r == tally->nobody ? NOWHERE : (uint32_t)r;
        if (work->expected == 0)
            continue;
        evaluators->work[evaluators->count++] = *work;
        evaluators->expected += work->expected;
        evaluators->open += work->open_count;
    }
}

static void share_work(struct evaluators *evaluators, const struct judgements *judgements,
                       const uint32_t *vendors, size_t count, struct arena *arena)
{
    size_t raters = judgements->ratings->rater_count;
    struct tally tally = {arena_array(arena, struct work, raters + 1), raters};
    for (size_t v = 0; v < count; v++)
        judgements_of_vendor(judgements, vendors[v], count_judgement, &tally);
    for (size_t r = 0; r <= raters; r++) {
        struct work *work = &tally.work[r];
        work->open = arena_array(arena, struct open_judgement, work->open_count);
        work->open_count = 0;
    }
    for (size_t v = 0; v < count; v++)
        judgements_of_vendor(judgements, vendors[v], list_judgement, &tally);
    keep_work(evaluators, &tally, arena);
}

/* --- Different raters -------------------------------------------------------------------- */

/* The raters who gave a value to the first vendor that was judged by a criterion. */
struct bench {
    uint32_t *raters;
    size_t count;
    bool uneven; /* another vendor was judged by others */
};

/* Seats the raters of a cell, or compares them with those who sit. */
static void seat(struct bench *bench, const struct rating *ratings, size_t count,
                 struct arena *arena)
{
    bool first = bench->count == 0;
    size_t judged = 0;
    if (first)
        bench->raters = arena_array(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        if (!mark_answered(ratings[i].cell.mark))
            continue;
        if (first)
            bench->raters[bench->count++] = ratings[i].rater;
        else if (judged >= bench->count || bench->raters[judged] != ratings[i].rater)
            bench->uneven = true;
        judged++;
    }
    bench->uneven = bench->uneven || (judged > 0 && judged != bench->count);
}

/* Takes the ratings of one vendor, cell by cell. */
static void seat_vendor(struct bench *benches, const struct judgements *judgements, uint32_t vendor,
                        struct arena *arena)
{
    const struct evaluation *evaluation = judgements->evaluation;
    const struct rating *ratings = judgements->ratings->items;
    size_t end = judgements->first_rating[vendor + 1];
    if (evaluation->results[vendor].status == STATUS_EXCLUDED)
        return;
    for (size_t first = judgements->first_rating[vendor], next; first < end; first = next) {
        uint32_t criterion = ratings[first].criterion;
        next = ratings_cell_end(judgements->ratings, first);
        if (judgements->rated[criterion] != NULL &&
            !judgement_is_decided(evaluation, vendor, criterion))
            seat(&benches[criterion], ratings + first, next - first, arena);
    }
}

static void find_uneven(struct evaluators *evaluators, const struct judgements *judgements,
                        const uint32_t *vendors, size_t count, struct arena *arena)
{
    size_t criteria = judgements->evaluation->criteria->criterion_count;
    struct bench *benches = arena_array(arena, struct bench, criteria);
    for (size_t v = 0; v < count; v++)
        seat_vendor(benches, judgements, vendors[v], arena);
    evaluators->uneven = arena_array(arena, uint32_t, criteria);
    for (uint32_t c = 0; c < criteria; c++) {
        if (benches[c].uneven)
            evaluators->uneven[evaluators->uneven_count++] = c;
    }
}

/* --- All ---------------------------------------------------------------------------------- */

static int compare_positions(const void *left, const void *right)
{
    const uint32_t *a = left;
    const uint32_t *b = right;
    return (*a > *b) - (*a < *b);
}

const struct judgements *judgements_of(const struct evaluation *evaluation, struct arena *arena)
{
    struct judgements *judgements = arena_new(arena, struct judgements);
    judgements_make(judgements, evaluation, arena);
    return judgements;
}

void evaluators_of(struct evaluators *evaluators, const struct judgements *judgements,
                   const uint32_t *vendors, size_t count, struct arena *arena)
{
    uint32_t *sorted = arena_array(arena, uint32_t, count);
    *evaluators = (struct evaluators){0};
    for (size_t v = 0; v < count; v++)
        sorted[v] = vendors[v];
    qsort(sorted, count, sizeof *sorted, compare_positions);
    share_work(evaluators, judgements, sorted, count, arena);
    find_uneven(evaluators, judgements, sorted, count, arena);
}

void evaluators_make(struct evaluators *evaluators, const struct evaluation *evaluation,
                     const uint32_t *vendors, size_t count, struct arena *arena)
{
    evaluators_of(evaluators, judgements_of(evaluation, arena), vendors, count, arena);
}
