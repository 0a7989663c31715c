/* What the cohort says of a criterion: counts, extremes, mean, median, standard deviation. */
#include <math.h>

#include "rules.h"
#include "shortlist/radix.h"

/* Sums run in order of vendor id, so that they do not depend on the order of the files. */
static void measure(struct cohort_column *measured, const struct column *column,
                    const struct answers *answers, const uint8_t *members, struct arena *arena)
{
    double *values = arena_array(arena, double, answers->count);
    size_t bids = 0;
    double sum = 0;
    double rest = 0;
    for (size_t vendor = 0; vendor < answers->count; vendor++) {
        if (!members[vendor] || !mark_answered(column->marks[vendor]))
            continue;
        double value = column->numbers[vendor];
        values[bids++] = value;
        /* Knuth's two-sum (TAOCP 2, 4.2.2): the rest keeps what rounding takes from the sum. */
        double before = sum;
        sum += value;
        double added = sum - before;
        rest += (before - (sum - added)) + (value - added);
    }
    *measured = (struct cohort_column){
        .bids = bids,
        .lowest = (double)NAN,
        .highest = (double)NAN,
        .mean = (double)NAN,
        .median = (double)NAN,
        .stddev = (double)NAN,
        .sum = sum,
        .sum_rest = rest,
        .sorted = values,
    };
    if (bids == 0)
        return;
    double mean = (sum + rest) / (double)bids;
    double squares = 0;
    for (size_t i = 0; i < bids; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    radix_sort_numbers(values, bids);
    measured->lowest = values[0];
    measured->highest = values[bids - 1];
    measured->mean = mean;
    measured->median =
        bids % 2 ? values[bids / 2] : values[bids / 2 - 1] / 2 + values[bids / 2] / 2;
    measured->stddev = sqrt(squares / (double)bids);
}

static void mark_used(void *context, uint32_t criterion)
{
    ((uint8_t *)context)[criterion] = 1;
}

/* Which criteria score forms, rules and messages ask the cohort about. */
static uint8_t *find_used(const struct criteria *criteria, struct arena *arena)
{
    uint8_t *used = arena_array(arena, uint8_t, criteria->criterion_count);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct score *score = &criteria->criteria[c].score;
        if (criteria->criteria[c].dropped)
            continue;
        used[c] |= score_asks_cohort(score);
        if (score->form == FORM_FORMULA)
            expr_visit_cohort(score->expr, mark_used, used);
    }
    for (size_t r = 0; r < criteria->rule_count; r++) {
        expr_visit_cohort(criteria->rules[r].condition, mark_used, used);
        message_visit_cohort(criteria->rules[r].text, mark_used, used);
    }
    return used;
}

void cohort_measure(struct cohort *cohort, const struct criteria *criteria,
                    const struct answers *answers, const uint8_t *members, struct arena *arena)
{
    const uint8_t *used = find_used(criteria, arena);
    cohort->members = members;
    cohort->columns = arena_array(arena, struct cohort_column, criteria->criterion_count);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (used[c])
            measure(&cohort->columns[c], &answers->columns[c], answers, members, arena);
    }
}
