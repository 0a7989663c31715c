/*
 * From answers to points: one loop a score form, over typed columns, and the points that an answer
 * still to come could earn.
 *
 * The loops have no branch that depends on an answer, but for the silent ones, which are few. They
 * give the same points, to the last bit, as attainable.h does for one answer.
 */
#include <math.h>
#include <string.h>

#include "pairs.h"
#include "rules.h"
#include "shortlist/attainable.h"
#include "shortlist/number.h"
#include "shortlist/silence.h"

/* The answers of the vendors at hand to one criterion, and the points that they earn. */
struct cells {
    const struct column *column;
    const uint8_t *marks;
    size_t first;
    size_t count;
    double *points;
};

/* --- Points of options and sets ---------------------------------------------------------- */

/* What stands where nothing is answered may be no option. */
static void points_of_options(const struct score *score, size_t count, struct cells cells)
{
    const uint8_t *options = cells.column->options + cells.first;
    for (size_t i = 0; i < cells.count; i++)
        cells.points[i] = score->points[options[i] < count ? options[i] : 0];
}

/* As members_points: the members' points in their order, and 0 for what is no member. */
static void points_of_sets(const struct score *score, size_t options, struct cells cells)
{
    const uint64_t *sets = cells.column->sets + cells.first;
    for (size_t i = 0; i < cells.count; i++) {
        double sum = 0;
        for (size_t option = 0; option < options; option++) {
            const double earned[] = {0, score->points[option]};
            sum += earned[sets[i] >> option & 1];
        }
        cells.points[i] = sum > 100 ? 100 : sum;
    }
}

static void points_of_shares(uint64_t members, struct cells cells)
{
    const uint64_t *sets = cells.column->sets + cells.first;
    double by_count[OPTIONS_LIMIT + 1] = {100};
    unsigned asked = set_count(members);
    for (unsigned had = 0; asked > 0 && had <= asked; had++)
        by_count[had] = 100 * (double)had / asked;
    for (size_t i = 0; i < cells.count; i++)
        cells.points[i] = by_count[set_count(sets[i] & members)];
}

/* --- Points of numbers ------------------------------------------------------------------- */

/* The numbers that curve, steps, best and worst look at: answers, or days from as-of. */
static void take_numbers(int32_t as_of, struct cells cells)
{
    const struct column *column = cells.column;
    if (column->type == TYPE_DATE) {
        for (size_t i = 0; i < cells.count; i++)
            cells.points[i] = (double)column->days[cells.first + i] - (double)as_of;
    } else {
        memcpy(cells.points, column->numbers + cells.first, cells.count * sizeof *cells.points);
    }
}

/* As curve_points: of all knots below an answer, the last is where its line begins. */
static void points_of_curve(const struct knots *curve, struct cells cells)
{
    const struct knot *knots = curve->items;
    size_t last = curve->count - 1;
    for (size_t i = 0; i < cells.count; i += PAIR) {
        pair x = pair_larger(pair_at(cells.points + i), pair_of(knots[0].x));
        pair from_x = pair_of(knots[0].x);
        pair from_points = pair_of(knots[0].points);
        pair to_x = pair_of(knots[1].x);
        pair to_points = pair_of(knots[1].points);
        for (size_t k = 1; k < last; k++) {
            pair_mask above = x > pair_of(knots[k].x);
            from_x = pair_either(above, pair_of(knots[k].x), from_x);
            from_points = pair_either(above, pair_of(knots[k].points), from_points);
            to_x = pair_either(above, pair_of(knots[k + 1].x), to_x);
            to_points = pair_either(above, pair_of(knots[k + 1].points), to_points);
        }
        pair between = from_points + (to_points - from_points) * ((x - from_x) / (to_x - from_x));
        pair_mask behind = x >= pair_of(knots[last].x);
        pair_put(cells.points + i, pair_either(behind, pair_of(knots[last].points), between));
    }
}

/* As steps_points: the knots rise, so that the last one reached is the greatest. */
static void points_of_steps(const struct knots *steps, struct cells cells)
{
    for (size_t i = 0; i < cells.count; i += PAIR) {
        pair x = pair_at(cells.points + i);
        pair size = pair_larger(pair_magnitude(x), pair_of(1));
        pair points = {0, 0};
        for (size_t k = 0; k < steps->count; k++) {
            pair knot = pair_of(steps->items[k].x);
            pair slack = pair_of(1e-9) * pair_larger(pair_magnitude(knot), size);
            points = pair_either(knot - x <= slack, pair_of(steps->items[k].points), points);
        }
        pair_put(cells.points + i, points);
    }
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

static void clamp_points(struct cells cells)
{
    for (size_t i = 0; i < cells.count; i += PAIR) {
        pair points = pair_larger(pair_of(0), pair_at(cells.points + i));
        pair_put(cells.points + i, pair_smaller(pair_of(100), points));
    }
}

/* As line_points, which sees to ends that are equal or far apart. */
static void points_of_line(double best, double worst, struct cells cells)
{
    const double far = 1e9;
    if (isnan(best) || isnan(worst)) {
        for (size_t i = 0; i < cells.count; i++)
            cells.points[i] = (double)NAN;
    } else if (fabs(best) < far && fabs(worst) < far && !number_equal(best, worst)) {
        pair length = pair_of(best - worst);
        for (size_t i = 0; i < cells.count; i += PAIR)
            pair_put(cells.points + i,
                     pair_of(100) * (pair_at(cells.points + i) - pair_of(worst)) / length);
        clamp_points(cells);
    } else {
        for (size_t i = 0; i < cells.count; i++)
            cells.points[i] = line_points(best, worst, cells.points[i]);
    }
}

static void points_of_numbers(const struct criterion *criterion, const struct expr_context *context,
                              uint32_t position, struct cells cells)
{
    const struct score *score = &criterion->score;
    take_numbers(context->as_of, cells);
    if (score->form == FORM_CURVE)
        points_of_curve(&score->curve, cells);
    else if (score->form == FORM_STEPS)
        points_of_steps(&score->steps, cells);
    else
        points_of_line(end_value(&score->best, context->cohort, position),
                       end_value(&score->worst, context->cohort, position), cells);
}

static void points_of_formula(const struct criterion *criterion, const struct expr_context *context,
                              struct cells cells)
{
    if (criterion->uses_cohort && context->cohort == NULL) {
        for (size_t i = 0; i < cells.count; i++)
            cells.points[i] = (double)NAN;
        return;
    }
    expr_numbers(criterion->score.expr, context, cells.first, cells.count, cells.points);
    clamp_points(cells);
}

/* --- Points by form ---------------------------------------------------------------------- */

static void points_of_cells(const struct criterion *criterion, const struct expr_context *context,
                            uint32_t position, struct cells cells)
{
    const struct score *score = &criterion->score;
    size_t options =
        criterion->type == TYPE_YES_NO ? yes_no_options.count : criterion->options.count;
    switch (criterion->dropped ? FORM_NONE : score->form) {
    case FORM_NONE:
        for (size_t i = 0; i < cells.count; i++)
            cells.points[i] = (double)NAN;
        return;
    case FORM_POINTS:
        if (criterion->type == TYPE_SET)
            points_of_sets(score, options, cells);
        else
            points_of_options(score, options, cells);
        break;
    case FORM_SHARE_OF:
        points_of_shares(score->members, cells);
        break;
    case FORM_CURVE:
    case FORM_STEPS:
    case FORM_BEST_WORST:
        points_of_numbers(criterion, context, position, cells);
        break;
    case FORM_FORMULA:
        points_of_formula(criterion, context, cells);
        break;
    }
    silence_numbers(cells.points, cells.marks, cells.count);
}

void points_by_form(uint32_t position, const struct expr_context *context, size_t first,
                    size_t count, double *points)
{
    const struct criterion *criterion = &context->criteria->criteria[position];
    const struct column *column = &context->answers->columns[position];
    struct cells cells = {column, column->marks + first, first, count, points};
    if (count % PAIR != 0)
        cells.points = arena_array(context->scratch, double, count + PAIR);
    points_of_cells(criterion, context, position, cells);
    if (cells.points != points)
        memcpy(points, cells.points, count * sizeof *points);
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
    enum { FACTORS = (MARK_EVIDENCE | MARK_EXPIRED) / (1 << MARK_EVIDENCE_SHIFT) + 1 };
    double factors[FACTORS];
    for (unsigned f = 0; f < FACTORS; f++)
        factors[f] =
            evidence_factor(context->criteria, criterion, (uint8_t)(f << MARK_EVIDENCE_SHIFT));
    for (size_t i = 0; i < count; i++)
        points[i] *= factors[(marks[i] & (MARK_EVIDENCE | MARK_EXPIRED)) >> MARK_EVIDENCE_SHIFT];
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
