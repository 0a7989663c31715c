/* Functions over this vendor's answers and points, and over the cohort. */
#include "batch.h"

/* --- How an answer is documented -------------------------------------------------------------- */

static inline bool mark_documented(uint8_t mark)
{
    /* Without branches, so that a compiler can test many marks at a time. */
    int answered = (mark & MARK_STATE) == STATE_ANSWERED;
    int documented = (mark & MARK_EVIDENCE) >= EVIDENCE_DOCUMENTED << MARK_EVIDENCE_SHIFT;
    int current = (mark & MARK_EXPIRED) == 0;
    return answered & documented & current;
}

static inline bool mark_verified(uint8_t mark)
{
    return mark_answered(mark) && mark_evidence(mark) == EVIDENCE_VERIFIED &&
           !(mark & MARK_EXPIRED);
}

static inline bool mark_expired(uint8_t mark)
{
    return mark_answered(mark) && (mark & MARK_EXPIRED);
}

static inline struct vector test_marks(struct batch *batch, const struct node *node,
                                       bool (*test)(uint8_t))
{
    if (is_dropped(batch, node))
        return constant_truths(batch, TRUTH_UNKNOWN);
    const uint8_t *marks = batch->context->answers->columns[node->position].marks + batch->vendor;
    uint8_t *restrict truths = new_bytes(batch);
    for (size_t i = 0; i < batch->count; i++)
        truths[i] = test(marks[i]);
    return (struct vector){.bytes = truths};
}

struct vector evaluate_answered(struct batch *batch, const struct node *node)
{
    return test_marks(batch, node, mark_answered);
}

struct vector evaluate_documented(struct batch *batch, const struct node *node)
{
    return test_marks(batch, node, mark_documented);
}

struct vector evaluate_verified(struct batch *batch, const struct node *node)
{
    return test_marks(batch, node, mark_verified);
}

struct vector evaluate_expired(struct batch *batch, const struct node *node)
{
    return test_marks(batch, node, mark_expired);
}

/* --- Points and scores ------------------------------------------------------------------------ */

struct vector evaluate_points(struct batch *batch, const struct node *node)
{
    if (is_dropped(batch, node))
        return constant_numbers(batch, UNKNOWN_NUMBER);
    return borrowed_numbers(batch, batch->context->scores->points[node->position] + batch->index);
}

struct vector evaluate_score(struct batch *batch, const struct node *node)
{
    if (batch->context->criteria->categories[node->position].dropped)
        return constant_numbers(batch, UNKNOWN_NUMBER);
    return borrowed_numbers(batch, batch->context->scores->scores[node->position] + batch->index);
}

/* --- The cohort as a whole -------------------------------------------------------------------- */

static const struct cohort_column *cohort_of(const struct batch *batch, const struct node *node)
{
    return &batch->context->cohort->columns[node->position];
}

/* A figure of the cohort, unknown over nobody; `bids` alone is then 0. */
static struct vector spread_figure(struct batch *batch, const struct node *node, double figure,
                                   bool always_known)
{
    bool known = !is_dropped(batch, node) && isfinite(figure) &&
                 (always_known || cohort_of(batch, node)->bids > 0);
    return constant_numbers(batch, known ? figure : UNKNOWN_NUMBER);
}

struct vector evaluate_lowest(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, cohort_of(batch, node)->lowest, false);
}

struct vector evaluate_highest(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, cohort_of(batch, node)->highest, false);
}

struct vector evaluate_mean(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, cohort_of(batch, node)->mean, false);
}

struct vector evaluate_median(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, cohort_of(batch, node)->median, false);
}

struct vector evaluate_stddev(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, cohort_of(batch, node)->stddev, false);
}

struct vector evaluate_bids(struct batch *batch, const struct node *node)
{
    return spread_figure(batch, node, (double)cohort_of(batch, node)->bids, true);
}

/* --- The cohort without this vendor ----------------------------------------------------------- */

/* A figure of a cohort column with one of its values left out; `bids` others remain, at least 1. */
typedef double others_figure(const struct cohort_column *column, double own, size_t bids);

/* Without its own value the sorted ones move up by one, from where it stood: that is at or before
 * `place` when the value there is not below it. */
static double other_at(const struct cohort_column *column, double own, size_t place)
{
    return column->sorted[place + (column->sorted[place] >= own)];
}

static double lowest_of_others(const struct cohort_column *column, double own, size_t bids)
{
    (void)bids;
    return other_at(column, own, 0);
}

static double mean_of_others(const struct cohort_column *column, double own, size_t bids)
{
    /* Knuth's two-sum (TAOCP 2, 4.2.2): a value that dwarfs the others must leave them whole. */
    double difference = column->sum - own;
    double back = difference - column->sum;
    double lost = (column->sum - (difference - back)) - (own + back);
    return (difference + (lost + column->sum_rest)) / (double)bids;
}

static double median_of_others(const struct cohort_column *column, double own, size_t bids)
{
    return other_at(column, own, (bids - 1) / 2) / 2 + other_at(column, own, bids / 2) / 2;
}

/* A vendor outside the cohort, or without an answer, has all of it as its others. */
static struct vector figure_of_others(struct batch *batch, const struct node *node, double of_all,
                                      others_figure *figure)
{
    if (is_dropped(batch, node))
        return constant_numbers(batch, UNKNOWN_NUMBER);
    const struct cohort_column *cohort = cohort_of(batch, node);
    const struct column *column = &batch->context->answers->columns[node->position];
    const uint8_t *members = batch->context->cohort->members;
    double *numbers = new_numbers(batch);
    for (size_t i = 0; i < batch->count; i++) {
        size_t vendor = batch->vendor + i;
        bool bid = members[vendor] && mark_answered(column->marks[vendor]);
        size_t others = cohort->bids - bid;
        double value = others == 0 ? UNKNOWN_NUMBER
                       : bid       ? figure(cohort, column->numbers[vendor], others)
                                   : of_all;
        numbers[i] = isfinite(value) ? value : UNKNOWN_NUMBER;
    }
    return (struct vector){.numbers = numbers};
}

struct vector evaluate_others_lowest(struct batch *batch, const struct node *node)
{
    double of_all = cohort_of(batch, node)->lowest;
    return figure_of_others(batch, node, of_all, lowest_of_others);
}

struct vector evaluate_others_mean(struct batch *batch, const struct node *node)
{
    double of_all = cohort_of(batch, node)->mean;
    return figure_of_others(batch, node, of_all, mean_of_others);
}

struct vector evaluate_others_median(struct batch *batch, const struct node *node)
{
    double of_all = cohort_of(batch, node)->median;
    return figure_of_others(batch, node, of_all, median_of_others);
}
