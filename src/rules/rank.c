/*
 * Ranking: statuses, competition ranks (1, 1, 3) on rounded totals, declared tie-breakers,
 * verdicts, and the order of the report.
 */
#include <math.h>

#include "rules.h"
#include "shortlist/number.h"
#include "shortlist/radix.h"

/* What vendors are sorted by: their standing, then what breaks ties, in turn. */
struct sorting {
    size_t count;    /* of keys */
    uint32_t **keys; /* [key][vendor]; the lowest first */
};

/* --- Keys -------------------------------------------------------------------------------- */

enum { VALUE_BITS = 29 }; /* of a key; what a status needs is left */

/* The higher value first, null last. Rounded points and scores are whole units of a decimal: at
 * most 100 of them, or 1e8 with six decimals. */
static uint32_t value_key(double value, int decimals)
{
    const uint32_t last = (UINT32_C(1) << VALUE_BITS) - 1;
    return isnan(value) ? last : last - 1 - (uint32_t)number_units(value, decimals);
}

/* Ranked, knocked out, unscored, excluded: the order of enum vendor_status. Ranked and knocked out
 * by score. */
static uint32_t standing_key(const struct result *result, int decimals)
{
    bool by_total = result->status == STATUS_RANKED || result->status == STATUS_KNOCKED_OUT;
    return (uint32_t)result->status << VALUE_BITS |
           (by_total ? value_key(result->total, decimals) : 0);
}

/* Only what is ranked has ties to break. `tie_values` is as rank_vendors has it. */
static struct sorting make_keys(const struct evaluation *evaluation, const double *tie_values,
                                struct arena *arena)
{
    size_t vendors = evaluation->answers->count;
    size_t ties = evaluation->criteria->tie_ids.count;
    int decimals = evaluation->criteria->decimals;
    struct sorting sorting = {ties + 1, arena_array(arena, uint32_t *, ties + 1)};
    for (size_t k = 0; k < sorting.count; k++)
        sorting.keys[k] = arena_array(arena, uint32_t, vendors);
    for (size_t v = 0; v < vendors; v++) {
        const struct result *result = &evaluation->results[v];
        sorting.keys[0][v] = standing_key(result, decimals);
        for (size_t t = 0; t < ties && result->status == STATUS_RANKED; t++)
            sorting.keys[t + 1][v] = value_key(tie_values[v * ties + t], decimals);
    }
    return sorting;
}

static bool same_keys(const struct sorting *sorting, uint32_t a, uint32_t b)
{
    bool same = true;
    for (size_t k = 0; same && k < sorting->count; k++)
        same = sorting->keys[k][a] == sorting->keys[k][b];
    return same;
}

/* --- Ranks ------------------------------------------------------------------------------- */

static uint32_t band_of(const struct criteria *criteria, double total)
{
    uint32_t band = NOWHERE;
    for (uint32_t b = 0; b < criteria->bands.count && criteria->bands.items[b].from <= total; b++)
        band = b;
    return band;
}

static void count_statuses(struct evaluation *evaluation)
{
    uint32_t counts[STATUS_UNREAD] = {0};
    for (size_t v = 0; v < evaluation->answers->count; v++)
        counts[evaluation->results[v].status]++;
    evaluation->ranked = counts[STATUS_RANKED];
    evaluation->knocked_out = counts[STATUS_KNOCKED_OUT];
    evaluation->unscored = counts[STATUS_UNSCORED];
    evaluation->excluded = counts[STATUS_EXCLUDED];
}

static void assign_ranks(struct evaluation *evaluation, const struct sorting *sorting)
{
    const uint32_t *order = evaluation->order;
    for (uint32_t i = 0; i < evaluation->ranked; i++) {
        struct result *result = &evaluation->results[order[i]];
        result->rank = i + 1;
        result->band = band_of(evaluation->criteria, result->total);
        if (i == 0 || !same_keys(sorting, order[i - 1], order[i]))
            continue;
        struct result *before = &evaluation->results[order[i - 1]];
        result->rank = before->rank;
        result->tied = before->tied = true;
    }
}

void rank_vendors(struct evaluation *evaluation, const double *tie_values)
{
    struct arena arena = {0};
    struct sorting sorting = make_keys(evaluation, tie_values, &arena);
    /* Of equals the one with the lower id first, as the vendors come. */
    evaluation->order =
        radix_order(&evaluation->arena, evaluation->answers->count, sorting.keys, sorting.count);
    count_statuses(evaluation);
    assign_ranks(evaluation, &sorting);
    arena_release(&arena);
}
