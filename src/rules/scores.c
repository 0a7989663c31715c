/*
 * From points to category scores and sums, a chunk of vendors at a time. Nothing per vendor and
 * criterion outlives its chunk.
 */
#include <math.h>
#include <string.h>

#include "pairs.h"
#include "rules.h"
#include "shortlist/number.h"

/* The running sums of one category: as things stand, and once all is answered. An entry a vendor.
 */
struct tallies {
    double weights[CHUNK];     /* of the criteria that count */
    double points[CHUNK];      /* theirs, weighted */
    double all_weights[CHUNK]; /* of the criteria that count or wait */
    double lows[CHUNK];        /* weighted points of all, open ones at their worst */
    double highs[CHUNK];       /* at their best */
    double open[CHUNK];        /* above 0 where something that can count is open */
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

/* Rows of whole pairs. */
static double **rows_of(size_t rows, size_t columns, struct arena *arena)
{
    columns += columns % PAIR;
    double **table = arena_array(arena, double *, rows);
    for (size_t row = 0; row < rows; row++)
        table[row] = arena_array(arena, double, columns);
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
        .open = arena_array(arena, uint8_t, capacity),
    };
    chunk->view = (struct chunk_scores){
        .points = (const double *const *)chunk->points,
        .scores = (const double *const *)chunk->scores,
        .totals = chunk->totals,
    };
}

static inline double quotient(double sum, double weight)
{
    return weight > 0 ? sum / weight : (double)NAN;
}

static void clear_tallies(struct tallies *tallies, size_t count)
{
    size_t bytes = (count + count % PAIR) * sizeof(double);
    memset(tallies->weights, 0, bytes);
    memset(tallies->points, 0, bytes);
    memset(tallies->all_weights, 0, bytes);
    memset(tallies->lows, 0, bytes);
    memset(tallies->highs, 0, bytes);
    memset(tallies->open, 0, bytes);
}

/* --- Categories -------------------------------------------------------------------------- */

/* What a cell adds to the sums of its category when it has no points. */
struct silence {
    double weight;
    double all_weight;
    double low, high;
    double open;
};

static struct silence silence_of(enum standing standing, const struct scoring *scoring, uint32_t c)
{
    const struct criterion *criterion = &scoring->criteria->criteria[c];
    double weight = criterion->weight.value;
    if (standing == STANDING_EXCLUDED)
        return (struct silence){0};
    return (struct silence){
        .weight = standing == STANDING_ZERO ? weight : 0,
        .all_weight = weight,
        .low = weight * scoring->attainable[c].low,
        .high = weight * scoring->attainable[c].high,
        .open = criterion_can_count(scoring->criteria, criterion) ? 1 : 0,
    };
}

/* Adds to two running sums. */
static inline void add_pair(double *sums, size_t i, pair values)
{
    pair_put(sums + i, pair_at(sums + i) + values);
}

/* A criterion of which every silence is the same, and open. */
static void tally_cells(struct tallies *tallies, size_t count, double weight, const double *points,
                        const struct silence *silence)
{
    const pair whole = pair_of(weight);
    const pair uncounted = pair_of(weight - silence->weight);
    const pair low = pair_of(silence->low);
    const pair high = pair_of(silence->high);
    const pair open = pair_of(silence->open);
    for (size_t i = 0; i < count; i += PAIR) {
        pair_mask silent = pair_at(points + i) != pair_at(points + i);
        pair earned = pair_where(~silent, whole * pair_at(points + i));
        add_pair(tallies->weights, i, whole - pair_where(silent, uncounted));
        add_pair(tallies->points, i, earned);
        add_pair(tallies->all_weights, i, whole);
        add_pair(tallies->lows, i, earned + pair_where(silent, low));
        add_pair(tallies->highs, i, earned + pair_where(silent, high));
        add_pair(tallies->open, i, pair_where(silent, open));
    }
}

static void tally_cell(struct tallies *tallies, size_t i, double weight, double points,
                       const struct silence *silence)
{
    bool known = !isnan(points);
    double earned = known ? weight * points : 0;
    tallies->weights[i] += known ? weight : silence->weight;
    tallies->points[i] += earned;
    tallies->all_weights[i] += known ? weight : silence->all_weight;
    tallies->lows[i] += known ? earned : silence->low;
    tallies->highs[i] += known ? earned : silence->high;
    tallies->open[i] += known ? 0 : silence->open;
}

/* Whether a mark says more about a silence than its criterion: that it is excluded, or waits. */
static inline bool any_special(const struct criterion *criterion, const uint8_t *marks,
                               size_t count)
{
    bool na_excluded = criterion->na_excluded || criterion->by == BY_NOBODY;
    unsigned special = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned na = mark_state(marks[i]) == STATE_NA;
        special |= (na & ((unsigned)mark_accepted(marks[i]) | na_excluded)) |
                   (marks[i] & (unsigned)MARK_EXCLUDED);
    }
    return special != 0;
}

static void tally_criterion(struct tallies *tallies, const struct scoring *scoring,
                            const struct chunk *chunk, uint32_t c, size_t from, size_t count)
{
    const struct criterion *criterion = &scoring->criteria->criteria[c];
    const uint8_t *marks = scoring->answers->columns[c].marks + chunk->first + from;
    const double *points = chunk->points[c] + from;
    double weight = criterion->weight.value;
    struct silence silences[STANDING_EXCLUDED + 1];
    for (int standing = 0; standing <= STANDING_EXCLUDED; standing++)
        silences[standing] = silence_of((enum standing)standing, scoring, c);
    /* The same twice: of a count that it knows, a compiler tests many marks at a time. */
    if (count == CHUNK ? !any_special(criterion, marks, CHUNK)
                       : !any_special(criterion, marks, count)) {
        enum standing open = scoring->missing[c] == MISSING_ZERO ? STANDING_ZERO : STANDING_WAITS;
        tally_cells(tallies, count, weight, points, &silences[open]);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        enum standing standing = cell_standing(criterion, scoring->missing[c], marks[i], points[i]);
        tally_cell(tallies, i, weight, points[i], &silences[standing]);
    }
}

/* Adds a category to the running sums of the total, which chunk_finish divides by the weights. */
static void add_category(struct chunk *chunk, size_t position, double weight, size_t from,
                         size_t count, const struct tallies *tallies)
{
    double *scores = chunk->scores[position] + from;
    memcpy(chunk->weights[position] + from, tallies->weights, count * sizeof(double));
    for (size_t i = 0; i < count; i++) {
        size_t at = from + i;
        scores[i] = quotient(tallies->points[i], tallies->weights[i]);
        if (tallies->weights[i] > 0) {
            chunk->sums[at] += weight * scores[i];
            chunk->total_weights[at] += weight;
        }
        if (tallies->all_weights[i] > 0) {
            chunk->lows[at] += weight * (tallies->lows[i] / tallies->all_weights[i]);
            chunk->highs[at] += weight * (tallies->highs[i] / tallies->all_weights[i]);
            chunk->all_weights[at] += weight;
        }
        chunk->open[at] |= tallies->open[i] > 0;
    }
}

/* The sums of a category, CHUNK vendors at a time at most. */
static void score_category(struct chunk *chunk, const struct scoring *scoring, size_t position)
{
    const struct category *category = &scoring->criteria->categories[position];
    struct tallies tallies;
    for (size_t from = 0; from < chunk->count; from += CHUNK) {
        size_t left = chunk->count - from;
        size_t count = left < CHUNK ? left : CHUNK;
        clear_tallies(&tallies, count);
        for (size_t c = category->first; c < category->first + category->count; c++) {
            const struct criterion *criterion = &scoring->criteria->criteria[c];
            if (!criterion->dropped && criterion->weight.value > 0)
                tally_criterion(&tallies, scoring, chunk, (uint32_t)c, from, count);
        }
        add_category(chunk, position, category->weight.value, from, count, &tallies);
    }
    numbers_round(chunk->scores[position], chunk->count, scoring->criteria->decimals);
}

/* --- Totals ------------------------------------------------------------------------------ */

static void chunk_finish(struct chunk *chunk, int decimals)
{
    for (size_t i = 0; i < chunk->count; i++) {
        chunk->sums[i] = quotient(chunk->sums[i], chunk->total_weights[i]);
        chunk->lows[i] = quotient(chunk->lows[i], chunk->all_weights[i]);
        chunk->highs[i] = quotient(chunk->highs[i], chunk->all_weights[i]);
        chunk->totals[i] = chunk->sums[i];
    }
    numbers_round(chunk->totals, chunk->count, decimals);
}

/* Points of the criteria of a category, and its score. */
static void chunk_category(struct chunk *chunk, const struct scoring *scoring,
                           struct expr_context *context, size_t position)
{
    const struct category *category = &scoring->criteria->categories[position];
    for (size_t i = 0; i < category->count; i++) {
        uint32_t c = (uint32_t)(category->first + i);
        points_by_form(c, context, chunk->first, chunk->count, chunk->points[c]);
        points_apply_evidence(c, context, chunk->first, chunk->count, chunk->points[c]);
        arena_clear(context->scratch);
    }
    score_category(chunk, scoring, position);
}

void chunk_score_some(struct chunk *chunk, const struct scoring *scoring,
                      struct expr_context *context, size_t first, size_t count, const bool *wanted)
{
    chunk->first = first;
    chunk->count = count;
    memset(chunk->sums, 0, count * sizeof *chunk->sums);
    memset(chunk->lows, 0, count * sizeof *chunk->lows);
    memset(chunk->highs, 0, count * sizeof *chunk->highs);
    memset(chunk->total_weights, 0, count * sizeof *chunk->total_weights);
    memset(chunk->all_weights, 0, count * sizeof *chunk->all_weights);
    memset(chunk->open, 0, count * sizeof *chunk->open);
    for (size_t category = 0; category < scoring->criteria->category_count; category++) {
        if (wanted == NULL || wanted[category])
            chunk_category(chunk, scoring, context, category);
    }
    chunk_finish(chunk, scoring->criteria->decimals);
    context->scores = &chunk->view;
}

void chunk_score(struct chunk *chunk, const struct scoring *scoring, struct expr_context *context,
                 size_t first, size_t count)
{
    chunk_score_some(chunk, scoring, context, first, count, NULL);
}
