/*
 * From answers to points: one loop a score form, over typed columns, and the points that an answer
 * still to come could earn.
 */
#include <math.h>

#include "rules.h"
#include "shortlist/number.h"

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

static double points_of_members(const double *points, uint64_t set)
{
    double sum = 0;
    for (size_t option = 0; set != 0; option++, set >>= 1) {
        if (set & 1)
            sum += points[option];
    }
    return sum > 100 ? 100 : sum;
}

static void points_of_sets(const struct score *score, const struct column *column, size_t first,
                           size_t count, double *points)
{
    for (size_t i = 0; i < count; i++) {
        size_t vendor = first + i;
        points[i] = mark_answered(column->marks[vendor])
                        ? points_of_members(score->points, column->sets[vendor])
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

static double points_on_curve(const struct knots *curve, double x)
{
    const struct knot *knots = curve->items;
    size_t last = curve->count - 1;
    if (x <= knots[0].x)
        return knots[0].points;
    if (x >= knots[last].x)
        return knots[last].points;
    size_t right = 1;
    while (knots[right].x < x)
        right++;
    const struct knot *a = &knots[right - 1];
    const struct knot *b = &knots[right];
    return a->points + (b->points - a->points) * ((x - a->x) / (b->x - a->x));
}

static double points_on_steps(const struct knots *steps, double x)
{
    double points = 0;
    for (size_t i = 0; i < steps->count; i++) {
        if (steps->items[i].x > x && !number_equal(steps->items[i].x, x))
            break;
        points = steps->items[i].points;
    }
    return points;
}

static double points_between(double best, double worst, double x)
{
    if (number_equal(best, worst))
        return number_equal(x, best) ? 100 : 0;
    double points = 100 * (x - worst) / (best - worst);
    /* Near the largest numbers the differences overflow; halves do not. */
    if (!isfinite(points))
        points = 100 * ((x / 2 - worst / 2) / (best / 2 - worst / 2));
    return clamp_points(points);
}

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
            points[i] = points_on_curve(&score->curve, points[i]);
        else if (score->form == FORM_STEPS)
            points[i] = points_on_steps(&score->steps, points[i]);
        else
            points[i] = ends_known ? points_between(best, worst, points[i]) : (double)NAN;
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

static struct attainable attainable_options(const struct criterion *criterion)
{
    struct attainable range = {100, 0};
    size_t options =
        criterion->type == TYPE_YES_NO ? yes_no_options.count : criterion->options.count;
    for (size_t i = 0; i < options; i++) {
        range.low = fmin(range.low, criterion->score.points[i]);
        range.high = fmax(range.high, criterion->score.points[i]);
    }
    return range;
}

/* Over the whole real line where no range is declared; knots inside it and both its ends. */
static struct attainable attainable_curve(const struct criterion *criterion)
{
    const struct knots *curve = &criterion->score.curve;
    double from = points_on_curve(curve, criterion->range.low);
    double to = points_on_curve(curve, criterion->range.high);
    struct attainable range = {fmin(from, to), fmax(from, to)};
    for (size_t i = 0; i < curve->count; i++) {
        const struct knot *knot = &curve->items[i];
        if (knot->x < criterion->range.low || knot->x > criterion->range.high)
            continue;
        range.low = fmin(range.low, knot->points);
        range.high = fmax(range.high, knot->points);
    }
    return range;
}

static struct attainable attainable_steps(const struct criterion *criterion)
{
    const struct knots *steps = &criterion->score.steps;
    double from = isinf(criterion->range.low) ? 0 : points_on_steps(steps, criterion->range.low);
    struct attainable range = {from, from};
    for (size_t i = 0; i < steps->count; i++) {
        const struct knot *knot = &steps->items[i];
        if (knot->x < criterion->range.low || knot->x > criterion->range.high)
            continue;
        range.low = fmin(range.low, knot->points);
        range.high = fmax(range.high, knot->points);
    }
    return range;
}

/* Between literal ends the line is monotonic, so the ends of the range are its extremes. */
static struct attainable attainable_between(const struct criterion *criterion)
{
    double best = end_value(&criterion->score.best, NULL, 0);
    double worst = end_value(&criterion->score.worst, NULL, 0);
    if (isnan(best) || isnan(worst))
        return (struct attainable){0, 100};
    if (number_equal(best, worst)) {
        bool reachable = best >= criterion->range.low && best <= criterion->range.high;
        return (struct attainable){0, reachable ? 100 : 0};
    }
    double from = points_between(best, worst, criterion->range.low);
    double to = points_between(best, worst, criterion->range.high);
    return (struct attainable){fmin(from, to), fmax(from, to)};
}

static struct attainable attainable_by_form(const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    switch (score->form) {
    case FORM_NONE:
        return (struct attainable){0, 0};
    case FORM_POINTS:
        if (criterion->type != TYPE_SET)
            return attainable_options(criterion);
        return (struct attainable){
            0, points_of_members(score->points,
                                 UINT64_MAX >> (OPTIONS_LIMIT - criterion->options.count))};
    case FORM_SHARE_OF:
        return (struct attainable){score->members == 0 ? 100 : 0, 100};
    case FORM_CURVE:
        return attainable_curve(criterion);
    case FORM_STEPS:
        return attainable_steps(criterion);
    case FORM_BEST_WORST:
        return attainable_between(criterion);
    case FORM_FORMULA:
        break;
    }
    return (struct attainable){0, 100};
}

struct attainable points_attainable(const struct criteria *criteria,
                                    const struct criterion *criterion)
{
    struct attainable range = attainable_by_form(criterion);
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
