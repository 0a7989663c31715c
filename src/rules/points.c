/*
 * From answers to points: one loop a score form, over typed columns, and the points that an answer
 * still to come could earn.
 */
#include <math.h>

#include "rules.h"
#include "shortlist/attainable.h"

static double clamp_points(double points)
{
    return points < 0 ? 0 : points > 100 ? 100 : points;
}

/* --- Points of options and sets ---------------------------------------------------------- */

static void points_of_options(const struct score *score, const struct column *column, size_t first,
                              size_t count, double *points)
{
    for (size_t i = 0; i < count; i++) {
        size_t vendor = first + i;
        points[i] = mark_answered(column->marks[vendor]) ? score->points[column->options[vendor]]
                                                         : (double)NAN;
    }
}

static void points_of_sets(const struct score *score, const struct column *column, size_t first,
                           size_t count, double *points)
{
    for (size_t i = 0; i < count; i++) {
        size_t vendor = first + i;
        points[i] = mark_answered(column->marks[vendor])
                        ? members_points(score->points, column->sets[vendor])
                        : (double)NAN;
    }
}

static void points_of_shares(uint64_t members, const struct column *column, size_t first,
                             size_t count, double *points)
{
    double asked = (double)set_count(members);
    for (size_t i = 0; i < count; i++) {
        size_t vendor = first + i;
        if (!mark_answered(column->marks[vendor]))
            points[i] = (double)NAN;
        else if (members == 0)
            points[i] = 100;
        else
            points[i] = 100 * (double)set_count(column->sets[vendor] & members) / asked;
    }
}

/* --- Points of numbers ------------------------------------------------------------------- */

/* The value of one end of best and worst; NaN over a cohort of nobody. */
static double end_value(const struct score_end *end, const struct cohort *cohort,
                        uint32_t criterion)
{
    if (end->kind == END_NUMBER || end->kind == END_NEED)
        return end->value;
    if (cohort == NULL || cohort->columns[criterion].bids == 0)
        return (double)NAN;
    return end->kind == END_LOWEST ? cohort->columns[criterion].lowest
                                   : cohort->columns[criterion].highest;
}

/* The numbers that curve, steps, best and worst look at: answers, or days from as-of; NaN unknown.
 */
static void numbers_of(const struct column *column, int32_t as_of, size_t first, size_t count,
                       double *numbers)
{
    for (size_t i = 0; i < count; i++) {
        size_t vendor = first + i;
        if (!mark_answered(column->marks[vendor]))
            numbers[i] = (double)NAN;
        else if (column->type == TYPE_DATE)
            numbers[i] = (double)column->days[vendor] - (double)as_of;
        else
            numbers[i] = column->numbers[vendor];
    }
}

static void points_of_numbers(uint32_t position, const struct expr_context *context, size_t first,
                              size_t count, double *points)
{
    const struct score *score = &context->criteria->criteria[position].score;
    numbers_of(&context->answers->columns[position], context->as_of, first, count, points);
    double best = 0;
    double worst = 0;
    if (score->form == FORM_BEST_WORST) {
        best = end_value(&score->best, context->cohort, position);
        worst = end_value(&score->worst, context->cohort, position);
    }
    bool ends_known = !isnan(best) && !isnan(worst);
    for (size_t i = 0; i < count; i++) {
        if (isnan(points[i]))
            continue;
        if (score->form == FORM_CURVE)
            points[i] = curve_points(&score->curve, points[i]);
        else if (score->form == FORM_STEPS)
            points[i] = steps_points(&score->steps, points[i]);
        else
            points[i] = ends_known ? line_points(best, worst, points[i]) : (double)NAN;
    }
}

static void points_of_formula(uint32_t position, const struct expr_context *context, size_t first,
                              size_t count, double *points)
{
    const struct criterion *criterion = &context->criteria->criteria[position];
    const uint8_t *marks = context->answers->columns[position].marks + first;
    if (criterion->uses_cohort && context->cohort == NULL) {
        for (size_t i = 0; i < count; i++)
            points[i] = (double)NAN;
        return;
    }
    expr_numbers(criterion->score.expr, context, first, count, points);
    for (size_t i = 0; i < count; i++)
        points[i] =
            mark_answered(marks[i]) && !isnan(points[i]) ? clamp_points(points[i]) : (double)NAN;
}

void points_by_form(uint32_t position, const struct expr_context *context, size_t first,
                    size_t count, double *points)
{
    const struct criterion *criterion = &context->criteria->criteria[position];
    const struct score *score = &criterion->score;
    const struct column *column = &context->answers->columns[position];
    switch (criterion->dropped ? FORM_NONE : score->form) {
    case FORM_NONE:
        for (size_t i = 0; i < count; i++)
            points[i] = (double)NAN;
        break;
    case FORM_POINTS:
        if (criterion->type == TYPE_SET)
            points_of_sets(score, column, first, count, points);
        else
            points_of_options(score, column, first, count, points);
        break;
    case FORM_SHARE_OF:
        points_of_shares(score->members, column, first, count, points);
        break;
    case FORM_CURVE:
    case FORM_STEPS:
    case FORM_BEST_WORST:
        points_of_numbers(position, context, first, count, points);
        break;
    case FORM_FORMULA:
        points_of_formula(position, context, first, count, points);
        break;
    }
}

/* --- Evidence ---------------------------------------------------------------------------- */

double evidence_factor(const struct criteria *criteria, const struct criterion *criterion,
                       uint8_t mark)
{
    const struct evidence_factors *factors = &criteria->evidence;
    if (!criterion->proof)
        return 1;
    if (mark & MARK_EXPIRED)
        return factors->expired.value;
    switch (mark_evidence(mark)) {
    case EVIDENCE_DOCUMENTED:
        return factors->documented.value;
    case EVIDENCE_VERIFIED:
        return factors->verified.value;
    case EVIDENCE_UNSTATED:
    case EVIDENCE_CLAIMED:
        break;
    }
    return factors->claimed.value;
}

void points_apply_evidence(uint32_t position, const struct expr_context *context, size_t first,
                           size_t count, double *points)
{
    const struct criterion *criterion = &context->criteria->criteria[position];
    if (!criterion->proof)
        return;
    const uint8_t *marks = context->answers->columns[position].marks + first;
    for (size_t i = 0; i < count; i++)
        points[i] *= evidence_factor(context->criteria, criterion, marks[i]);
}

/* --- Attainable points ------------------------------------------------------------------- */

struct attainable points_attainable(const struct criteria *criteria,
                                    const struct criterion *criterion)
{
    struct domain whole = domain_of(criterion);
    struct span points = attainable_points(criterion, &whole, 0);
    struct attainable range = {points.low, points.high};
    if (criterion->proof) {
        const struct evidence_factors *factors = &criteria->evidence;
        double claimed = factors->claimed.value;
        double documented = factors->documented.value;
        double verified = factors->verified.value;
        range.low *= fmin(claimed, fmin(documented, verified));
        range.high *= fmax(claimed, fmax(documented, verified));
    }
    return range;
}
