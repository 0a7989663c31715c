/* The panel: items, raters, agreement, and what to talk about. */
#include "shortlist/panel.h"

#include <math.h>
#include <stdalign.h>
#include <stdlib.h>

#include "shortlist/number.h"
#include "winners.h"

static double scale_of(const struct panel *panel, const struct panel_item *item)
{
    const struct bounds *range = &panel->evaluation->criteria->criteria[item->criterion].range;
    return range->high - range->low;
}

/* With n values of mean m the others have the mean (n m - v) / (n - 1), so that v lies
 * n / (n - 1) * (v - m) from it. */
double panel_distance(const struct panel *panel, const struct panel_item *item, size_t rater)
{
    if (item->rated.count < 2)
        return (double)NAN;
    double count = (double)item->rated.count;
    double distance = item->values[rater] - item->rated.mean;
    return count / (count - 1) * distance / scale_of(panel, item);
}

/* --- Items ------------------------------------------------------------------------------- */

static uint32_t find_outlier(const struct panel *panel, const struct panel_item *item)
{
    uint32_t outlier = NOWHERE;
    double farthest = -1;
    for (uint32_t r = 0; item->rated.count > 2 && r < panel->rater_count; r++) {
        if (isnan(item->values[r]))
            continue;
        double distance = fabs(panel_distance(panel, item, r));
        if (number_equal(distance, farthest)) {
            outlier = NOWHERE;
        } else if (distance > farthest) {
            outlier = r;
            farthest = distance;
        }
    }
    return outlier;
}

static double *values_by_rater(const struct panel *panel, const struct rating *ratings,
                               size_t count, struct arena *arena)
{
    double *values = arena_array(arena, double, panel->rater_count);
    for (size_t r = 0; r < panel->rater_count; r++)
        values[r] = (double)NAN;
    for (size_t i = 0; i < count; i++) {
        if (mark_answered(ratings[i].cell.mark))
            values[ratings[i].rater] = ratings[i].cell.value.number;
    }
    return values;
}

static void add_item(struct panel *panel, const struct rating *ratings, size_t count,
                     const double *shares, struct arena *arena)
{
    const struct evaluation *evaluation = panel->evaluation;
    const struct decisions *decisions = evaluation->decisions;
    struct panel_item item = {
        .vendor = ratings->vendor,
        .criterion = ratings->criterion,
        .rated = ratings_rated(ratings, count, NOWHERE),
        .share = shares[ratings->criterion],
    };
    if (item.rated.count == 0)
        return;
    item.values = values_by_rater(panel, ratings, count, arena);
    item.spread = item.rated.highest - item.rated.lowest;
    item.spread_share = item.spread / scale_of(panel, &item);
    item.stakes = 100 * item.spread_share * item.share;
    item.outlier = find_outlier(panel, &item);
    item.disagree = rated_disagree(&item.rated, &evaluation->criteria->criteria[item.criterion]);
    if (decisions != NULL)
        item.decision = decisions_find(decisions, item.vendor, DECIDED_ANSWER, item.criterion);
    panel->items[panel->item_count++] = item;
}

static int compare_items(const void *left, const void *right)
{
    const struct panel_item *a = left;
    const struct panel_item *b = right;
    if (a->criterion != b->criterion)
        return a->criterion < b->criterion ? -1 : 1;
    return (a->vendor > b->vendor) - (a->vendor < b->vendor);
}

static bool may_be_item(const struct panel *panel, const struct rating *rating)
{
    const struct evaluation *evaluation = panel->evaluation;
    const struct criterion *criterion = &evaluation->criteria->criteria[rating->criterion];
    return criterion->type == TYPE_RATING && !criterion->dropped &&
           evaluation->results[rating->vendor].status != STATUS_EXCLUDED;
}

static void count_abstentions(struct panel *panel, const struct rating *ratings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        panel->raters[ratings[i].rater].abstained += mark_state(ratings[i].cell.mark) == STATE_NA;
}

static void collect_items(struct panel *panel, const struct ratings *ratings, struct arena *arena)
{
    const double *shares = panel->evaluation->shares.criteria;
    panel->items = arena_array(arena, struct panel_item, ratings->count);
    for (size_t first = 0, end; first < ratings->count; first = end) {
        const struct rating *rating = &ratings->items[first];
        end = ratings_cell_end(ratings, first);
        if (!may_be_item(panel, rating))
            continue;
        count_abstentions(panel, rating, end - first);
        add_item(panel, rating, end - first, shares, arena);
    }
    qsort(panel->items, panel->item_count, sizeof *panel->items, compare_items);
}

/* --- Moderation -------------------------------------------------------------------------- */

struct topic {
    double stakes;
    double spread;
    uint32_t item;
};

static int compare_topics(const void *left, const void *right)
{
    const struct topic *a = left;
    const struct topic *b = right;
    if (a->stakes != b->stakes)
        return a->stakes > b->stakes ? -1 : 1;
    if (a->spread != b->spread)
        return a->spread > b->spread ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

static void list_topics(struct panel *panel, struct arena *arena)
{
    const int decimals = 6; /* what is equal on paper must not be ordered by the last bits */
    struct topic *topics = arena_array(arena, struct topic, panel->item_count);
    for (uint32_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        if (!(item->spread > 0) || item->decision != NULL)
            continue;
        topics[panel->moderation_count++] = (struct topic){
            number_round(item->stakes, decimals), number_round(item->spread_share, decimals), i};
    }
    qsort(topics, panel->moderation_count, sizeof *topics, compare_topics);
    panel->moderation = arena_array(arena, uint32_t, panel->moderation_count);
    for (size_t i = 0; i < panel->moderation_count; i++)
        panel->moderation[i] = topics[i].item;
}

/* --- Raters ------------------------------------------------------------------------------ */

static void describe_rater(struct panel *panel, uint32_t rater)
{
    struct panel_rater *described = &panel->raters[rater];
    double sum = 0;
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        if (isnan(item->values[rater]))
            continue;
        described->judged++;
        described->outlier_of += item->rated.count > 2;
        described->outlier += item->outlier == rater;
        if (item->rated.count > 1) {
            described->compared++;
            sum += panel_distance(panel, item, rater);
        }
    }
    described->leniency = described->compared > 0 ? sum / (double)described->compared : (double)NAN;
}

/* --- Agreement --------------------------------------------------------------------------- */

/* The values of the items as shares of their scales, by those who judged any. */
static struct agreement agreement_of(const struct panel *panel, struct arena *arena)
{
    size_t raters = 0;
    for (size_t r = 0; r < panel->rater_count; r++)
        raters += panel->raters[r].judged > 0;
    double *shares =
        arena_alloc(arena, panel->item_count, raters * sizeof(double), alignof(double));
    double *share = shares;
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        double low = panel->evaluation->criteria->criteria[item->criterion].range.low;
        for (size_t r = 0; r < panel->rater_count; r++) {
            if (panel->raters[r].judged > 0)
                *share++ = (item->values[r] - low) / scale_of(panel, item);
        }
    }
    return (struct agreement){shares, panel->item_count, raters};
}

void panel_make(struct panel *panel, const struct evaluation *evaluation, struct answers *answers,
                struct decisions *decisions, struct settlement *settlement, struct arena *arena)
{
    static const struct ratings none = {0};
    const struct ratings *ratings = evaluation->ratings != NULL ? evaluation->ratings : &none;
    *panel = (struct panel){.evaluation = evaluation, .rater_count = ratings->rater_count};
    panel->raters = arena_array(arena, struct panel_rater, panel->rater_count);
    collect_items(panel, ratings, arena);
    list_topics(panel, arena);
    for (uint32_t r = 0; r < panel->rater_count; r++)
        describe_rater(panel, r);
    struct agreement agreement = agreement_of(panel, arena);
    panel->alpha_interval = agreement_alpha(&agreement, ALPHA_INTERVAL);
    panel->alpha_ordinal = agreement_alpha(&agreement, ALPHA_ORDINAL);
    panel->w = agreement_w(&agreement, &panel->w_units);
    panel->winners = winners_of(evaluation, arena);
    panel_leave_out(panel, answers, decisions, settlement, arena);
}
