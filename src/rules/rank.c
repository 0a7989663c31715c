/*
 * Ranking: statuses, competition ranks (1, 1, 3) on rounded totals, declared tie-breakers,
 * verdicts, and the order of the report.
 */
#include <math.h>
#include <stdlib.h>

#include "rules.h"
#include "shortlist/memory.h"

/* What a vendor is sorted by. */
struct place_key {
    uint32_t vendor;
    uint8_t status;
    double total;
    const double *ties;
    size_t tie_count;
};

/* The higher value first, null last. */
static int compare_values(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a < b) - (a > b);
}

/* Whether rank can tell two vendors apart; 0 where it cannot. */
static int compare_standing(const struct place_key *a, const struct place_key *b)
{
    int order = compare_values(a->total, b->total);
    for (size_t t = 0; order == 0 && t < a->tie_count; t++)
        order = compare_values(a->ties[t], b->ties[t]);
    return order;
}

/* Ranked, knocked out, unscored, excluded: the order of enum vendor_status. Knocked out by score,
 * then id. */
static int compare_keys(const void *left, const void *right)
{
    const struct place_key *a = left;
    const struct place_key *b = right;
    if (a->status != b->status)
        return a->status < b->status ? -1 : 1;
    int order = 0;
    if (a->status == STATUS_RANKED)
        order = compare_standing(a, b);
    else if (a->status == STATUS_KNOCKED_OUT)
        order = compare_values(a->total, b->total);
    return order != 0 ? order : (a->vendor > b->vendor) - (a->vendor < b->vendor);
}

static uint32_t band_of(const struct criteria *criteria, double total)
{
    uint32_t band = NOWHERE;
    for (uint32_t b = 0; b < criteria->bands.count && criteria->bands.items[b].from <= total; b++)
        band = b;
    return band;
}

static void count_statuses(struct evaluation *evaluation)
{
    evaluation->ranked = evaluation->knocked_out = 0;
    evaluation->unscored = evaluation->excluded = 0;
    for (size_t v = 0; v < evaluation->answers->count; v++) {
        const struct result *result = &evaluation->results[v];
        evaluation->ranked += result->status == STATUS_RANKED;
        evaluation->knocked_out += result->status == STATUS_KNOCKED_OUT;
        evaluation->unscored += result->status == STATUS_UNSCORED;
        evaluation->excluded += result->status == STATUS_EXCLUDED;
    }
}

static void assign_ranks(struct evaluation *evaluation, const struct place_key *keys)
{
    for (uint32_t i = 0; i < evaluation->ranked; i++) {
        struct result *result = &evaluation->results[keys[i].vendor];
        result->rank = i + 1;
        result->band = band_of(evaluation->criteria, result->total);
        if (i == 0 || compare_standing(&keys[i - 1], &keys[i]) != 0)
            continue;
        struct result *before = &evaluation->results[keys[i - 1].vendor];
        result->rank = before->rank;
        result->tied = before->tied = true;
    }
}

void rank_vendors(struct evaluation *evaluation, const double *tie_values)
{
    size_t count = evaluation->answers->count;
    size_t ties = evaluation->criteria->tie_ids.count;
    struct place_key *keys = memory_new(count, sizeof *keys);
    for (uint32_t v = 0; v < count; v++) {
        const struct result *result = &evaluation->results[v];
        keys[v] = (struct place_key){v, result->status, result->total, tie_values + v * ties, ties};
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    evaluation->order = arena_array(&evaluation->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        evaluation->order[i] = keys[i].vendor;
    count_statuses(evaluation);
    assign_ranks(evaluation, keys);
    memory_free(keys);
}
