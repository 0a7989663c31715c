/*
 * Krippendorff's alpha and Kendall's W. Ordinal alpha and W go by ranks, where equal values share
 * the mean of the ranks that they take up.
 */
#include "shortlist/agreement.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "shortlist/memory.h"
#include "shortlist/number.h"

/* --- Ranks ------------------------------------------------------------------------------- */

struct ranked {
    double value;
    size_t at;
};

static int compare_values(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* Puts ranks from 1 on in place of the values. Returns the sum of t^3 - t over the groups of t
 * equal values. */
static double rank_values(double *values, size_t count)
{
    double ties = 0;
    struct ranked *order = memory_new(count, sizeof *order);
    for (size_t i = 0; i < count; i++)
        order[i] = (struct ranked){values[i], i};
    qsort(order, count, sizeof *order, compare_values);
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && number_equal(order[first].value, order[end].value))
            end++;
        double group = (double)(end - first);
        ties += group * group * group - group;
        for (size_t i = first; i < end; i++)
            values[order[i].at] = (double)(first + 1 + end) / 2;
    }
    memory_free(order);
    return ties;
}

/* --- Krippendorff's alpha ---------------------------------------------------------------- */

/* The values of the units that two raters or more judged, unit after unit. */
struct pairable {
    double *values;
    size_t count;
    size_t *sizes; /* [unit]: how many of the values are its own */
    size_t units;
};

static void pairable_make(struct pairable *pairable, const struct agreement *agreement)
{
    *pairable = (struct pairable){
        .values = memory_new(agreement->units, agreement->raters * sizeof(double)),
        .sizes = memory_new(agreement->units, sizeof(size_t)),
    };
    for (size_t u = 0; u < agreement->units; u++) {
        const double *row = agreement->values + u * agreement->raters;
        size_t size = 0;
        for (size_t r = 0; r < agreement->raters; r++) {
            if (!isnan(row[r]))
                pairable->values[pairable->count + size++] = row[r];
        }
        if (size < 2)
            continue;
        pairable->sizes[pairable->units++] = size;
        pairable->count += size;
    }
}

static void pairable_release(struct pairable *pairable)
{
    memory_free(pairable->values);
    memory_free(pairable->sizes);
}

/* The sum of the squared distances of values from their mean. */
static double squares(const double *values, size_t count)
{
    double sum = 0;
    double result = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    double mean = sum / (double)count;
    for (size_t i = 0; i < count; i++)
        result += (values[i] - mean) * (values[i] - mean);
    return result;
}

static bool all_equal(const double *values, size_t count)
{
    double lowest = (double)NAN;
    double highest = (double)NAN;
    for (size_t i = 0; i < count; i++) {
        lowest = fmin(lowest, values[i]);
        highest = fmax(highest, values[i]);
    }
    return count == 0 || number_equal(lowest, highest);
}

/*
 * The squared differences of all ordered pairs among m values add up to 2 m times the sum of the
 * squared distances from their mean, here Q. So of n values, in units of m each,
 *
 *   observed = 1/n * sum over units of (2 m Q_unit) / (m - 1)
 *   expected = 1/(n (n - 1)) * 2 n Q = 2 Q / (n - 1)
 *
 * and no pair needs to be looked at.
 */
static double alpha_of(const struct pairable *pairable)
{
    if (all_equal(pairable->values, pairable->count))
        return (double)NAN;
    double observed = 0;
    const double *unit = pairable->values;
    for (size_t u = 0; u < pairable->units; u++) {
        double size = (double)pairable->sizes[u];
        observed += 2 * size * squares(unit, pairable->sizes[u]) / (size - 1);
        unit += pairable->sizes[u];
    }
    double count = (double)pairable->count;
    double expected = 2 * squares(pairable->values, pairable->count) / (count - 1);
    return 1 - observed / count / expected;
}

/*
 * Krippendorff's ordinal difference of c and k, c below k, is the number of values from c to k
 * less half of those that equal c and half of those that equal k. The mean rank of the n_c values
 * c, with B values below them, is B + (n_c + 1) / 2, so that of k less that of c is the same
 *
 *   (n_c + ... + n_(k-1)) + (n_k - n_c) / 2 = (n_c + ... + n_k) - (n_c + n_k) / 2
 *
 * and ordinal alpha is interval alpha of the ranks.
 */
double agreement_alpha(const struct agreement *agreement, enum alpha_metric metric)
{
    struct pairable pairable;
    pairable_make(&pairable, agreement);
    if (metric == ALPHA_ORDINAL)
        rank_values(pairable.values, pairable.count);
    double alpha = alpha_of(&pairable);
    pairable_release(&pairable);
    return alpha;
}

enum alpha_meaning alpha_meaning(double alpha)
{
    const int decimals = 3;
    if (isnan(alpha))
        return ALPHA_UNDEFINED;
    double shown = number_round(alpha, decimals);
    if (shown >= 0.8)
        return ALPHA_RELIABLE;
    return shown >= 0.667 ? ALPHA_TENTATIVE : ALPHA_UNRELIABLE;
}

/* --- Kendall's W ------------------------------------------------------------------------- */

/* The positions of the units that every rater judged; how many there are. */
static size_t complete_units(const struct agreement *agreement, size_t *units)
{
    size_t count = 0;
    for (size_t u = 0; u < agreement->units; u++) {
        const double *row = agreement->values + u * agreement->raters;
        bool complete = true;
        for (size_t r = 0; r < agreement->raters; r++)
            complete = complete && !isnan(row[r]);
        if (complete)
            units[count++] = u;
    }
    return count;
}

/* W over `count` units, two raters and two units at least. */
static double w_over(const struct agreement *agreement, const size_t *units, size_t count)
{
    double raters = (double)agreement->raters;
    double all = (double)count * (double)count * (double)count - (double)count;
    double untied = 0; /* n^3 - n less the ties, over the raters: 0 when everything is tied */
    double *ranks = memory_new(count, sizeof *ranks);
    double *sums = memory_new(count, sizeof *sums);
    for (size_t r = 0; r < agreement->raters; r++) {
        for (size_t i = 0; i < count; i++)
            ranks[i] = agreement->values[units[i] * agreement->raters + r];
        untied += all - rank_values(ranks, count);
        for (size_t i = 0; i < count; i++)
            sums[i] += ranks[i];
    }
    double spread = squares(sums, count);
    memory_free(ranks);
    memory_free(sums);
    return untied > 0 ? 12 * spread / (raters * untied) : (double)NAN;
}

double agreement_w(const struct agreement *agreement, size_t *units)
{
    size_t *complete = memory_new(agreement->units, sizeof *complete);
    *units = agreement->raters > 0 ? complete_units(agreement, complete) : 0;
    double w =
        agreement->raters > 1 && *units > 1 ? w_over(agreement, complete, *units) : (double)NAN;
    memory_free(complete);
    return w;
}
