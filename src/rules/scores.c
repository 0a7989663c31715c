/*
 * From points to category scores and sums, a chunk of vendors at a time. Nothing per vendor and
 * criterion outlives its chunk.
 */
#include <math.h>
#include <string.h>

#include "rules.h"
#include "shortlist/number.h"

/* The running sums of one category for one vendor: as things stand, and once all is answered. */
struct tally {
    double weight;     /* of the criteria that count */
    double points;     /* theirs, weighted */
    double all_weight; /* of the criteria that count or wait */
    double low, high;  /* weighted points of all, open ones at their worst and best */
};

enum standing cell_standing(const struct criterion *criterion, enum missing missing, uint8_t mark,
                            double points)
{
    if (criterion->dropped)
        return STANDING_EXCLUDED;
    if (mark_state(mark) == STATE_NA &&
        (criterion->na_excluded || mark_accepted(mark) || criterion->by == BY_NOBODY))
        return STANDING_EXCLUDED;
    if (!isnan(points))
        return STANDING_COUNTS;
    return missing == MISSING_ZERO && !(mark & MARK_EXCLUDED) ? STANDING_ZERO : STANDING_WAITS;
}

void scoring_init(struct scoring *scoring, const struct criteria *criteria,
                  const struct answers *answers, struct arena *arena)
{
    size_t count = criteria->criterion_count;
    struct attainable *attainable = arena_array(arena, struct attainable, count);
    enum missing *missing = arena_array(arena, enum missing, count);
    for (size_t i = 0; i < count; i++) {
        const struct criterion *criterion = &criteria->criteria[i];
        if (!criterion->dropped)
            attainable[i] = points_attainable(criteria, criterion);
        missing[i] = criterion_missing(criteria, criterion);
    }
    *scoring = (struct scoring){criteria, answers, attainable, missing};
}

static double **rows_of(size_t rows, size_t columns, struct arena *arena)
{
    double **table = arena_array(arena, double *, rows);
    double *cells = arena_array(arena, double, rows *columns);
    for (size_t row = 0; row < rows; row++)
        table[row] = cells + row * columns;
    return table;
}

void chunk_init(struct chunk *chunk, const struct criteria *criteria, size_t capacity,
                struct arena *arena)
{
    *chunk = (struct chunk){
        .points = rows_of(criteria->criterion_count, capacity, arena),
        .scores = rows_of(criteria->category_count, capacity, arena),
        .weights = rows_of(criteria->category_count, capacity, arena),
        .sums = arena_array(arena, double, capacity),
        .totals = arena_array(arena, double, capacity),
        .total_weights = arena_array(arena, double, capacity),
        .lows = arena_array(arena, double, capacity),
        .highs = arena_array(arena, double, capacity),
        .all_weights = arena_array(arena, double, capacity),
        .tallies = arena_array(arena, struct tally, capacity),
    };
    chunk->view = (struct chunk_scores){
        .points = (const double *const *)chunk->points,
        .scores = (const double *const *)chunk->scores,
        .totals = chunk->totals,
    };
}

static void tally_cell(struct tally *tally, enum standing standing, double weight, double points,
                       const struct attainable *attainable)
{
    if (standing == STANDING_EXCLUDED)
        return;
    bool answered = standing == STANDING_COUNTS;
    tally->all_weight += weight;
    tally->low += weight * (answered ? points : attainable->low);
    tally->high += weight * (answered ? points : attainable->high);
    if (standing == STANDING_WAITS)
        return;
    tally->weight += weight;
    tally->points += answered ? weight * points : 0;
}

static void tally_category(struct tally *tallies, const struct scoring *scoring,
                           const struct chunk *chunk, const struct category *category)
{
    memset(tallies, 0, chunk->count * sizeof *tallies);
    for (size_t c = category->first; c < category->first + category->count; c++) {
        const struct criterion *criterion = &scoring->criteria->criteria[c];
        double weight = criterion->weight.value;
        if (criterion->dropped || !(weight > 0))
            continue;
        const uint8_t *marks = scoring->answers->columns[c].marks + chunk->first;
        const double *points = chunk->points[c];
        for (size_t i = 0; i < chunk->count; i++) {
            enum standing standing =
                cell_standing(criterion, scoring->missing[c], marks[i], points[i]);
            tally_cell(&tallies[i], standing, weight, points[i], &scoring->attainable[c]);
        }
    }
}

/* Adds a category to the running sums of the total, which chunk_finish divides by the weights. */
static void chunk_add_category(struct chunk *chunk, size_t position, double weight, int decimals,
                               const struct tally *tallies)
{
    for (size_t i = 0; i < chunk->count; i++) {
        const struct tally *tally = &tallies[i];
        chunk->weights[position][i] = tally->weight;
        if (tally->weight > 0) {
            double score = tally->points / tally->weight;
            chunk->scores[position][i] = number_round(score, decimals);
            chunk->sums[i] += weight * score;
            chunk->total_weights[i] += weight;
        } else {
            chunk->scores[position][i] = (double)NAN;
        }
        if (tally->all_weight > 0) {
            chunk->lows[i] += weight * (tally->low / tally->all_weight);
            chunk->highs[i] += weight * (tally->high / tally->all_weight);
            chunk->all_weights[i] += weight;
        }
    }
}

static double quotient(double sum, double weight)
{
    return weight > 0 ? sum / weight : (double)NAN;
}

static void chunk_finish(struct chunk *chunk, int decimals)
{
    for (size_t i = 0; i < chunk->count; i++) {
        chunk->sums[i] = quotient(chunk->sums[i], chunk->total_weights[i]);
        chunk->lows[i] = quotient(chunk->lows[i], chunk->all_weights[i]);
        chunk->highs[i] = quotient(chunk->highs[i], chunk->all_weights[i]);
        chunk->totals[i] =
            isnan(chunk->sums[i]) ? (double)NAN : number_round(chunk->sums[i], decimals);
    }
}

void chunk_score(struct chunk *chunk, const struct scoring *scoring, struct expr_context *context,
                 size_t first, size_t count)
{
    const struct criteria *criteria = scoring->criteria;
    chunk->first = first;
    chunk->count = count;
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        points_by_form(c, context, first, count, chunk->points[c]);
        points_apply_evidence(c, context, first, count, chunk->points[c]);
        arena_clear(context->scratch);
    }
    memset(chunk->sums, 0, count * sizeof *chunk->sums);
    memset(chunk->lows, 0, count * sizeof *chunk->lows);
    memset(chunk->highs, 0, count * sizeof *chunk->highs);
    memset(chunk->total_weights, 0, count * sizeof *chunk->total_weights);
    memset(chunk->all_weights, 0, count * sizeof *chunk->all_weights);
    for (size_t category = 0; category < criteria->category_count; category++) {
        tally_category(chunk->tallies, scoring, chunk, &criteria->categories[category]);
        chunk_add_category(chunk, category, criteria->categories[category].weight.value,
                           criteria->decimals, chunk->tallies);
    }
    chunk_finish(chunk, criteria->decimals);
    context->scores = &chunk->view;
}
