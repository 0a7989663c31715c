/* The answers that a criterion allows, and the points that these may earn. */
#include "shortlist/attainable.h"

#include <float.h>
#include <math.h>

#include "shortlist/answers.h"
#include "shortlist/number.h"

/* --- Spans -------------------------------------------------------------------------------- */

const struct span span_all = {-DBL_MAX, DBL_MAX};
const struct span span_none = {1, -1};

static const struct span all_points = {0, 100};

struct span span_at(double number)
{
    return (struct span){number, number};
}

bool span_is_none(struct span span)
{
    return !(span.low <= span.high);
}

struct span span_common(struct span a, struct span b)
{
    return (struct span){fmax(a.low, b.low), fmin(a.high, b.high)};
}

struct span span_hull(struct span a, struct span b)
{
    if (span_is_none(a))
        return b;
    if (span_is_none(b))
        return a;
    return (struct span){fmin(a.low, b.low), fmax(a.high, b.high)};
}

/* --- Answers ------------------------------------------------------------------------------ */

static uint64_t first_options(size_t count)
{
    return count == 0 ? 0 : UINT64_MAX >> (OPTIONS_LIMIT - count);
}

struct domain domain_of(const struct criterion *criterion)
{
    bool ranged = criterion->by != BY_NOBODY &&
                  (criterion->type == TYPE_NUMBER || criterion->type == TYPE_RATING);
    bool truth = criterion->type == TYPE_YES_NO;
    size_t options = truth ? yes_no_options.count : criterion->options.count;
    struct span range = {criterion->range.low, criterion->range.high};
    return (struct domain){
        .numbers = ranged ? span_common(span_all, range) : span_all,
        .options = first_options(options),
        .may = first_options(options),
        .count = {0, (double)options},
    };
}

/* --- Points of numbers -------------------------------------------------------------------- */

double curve_points(const struct knots *curve, double x)
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

double steps_points(const struct knots *steps, double x)
{
    double points = 0;
    for (size_t i = 0; i < steps->count; i++) {
        if (steps->items[i].x > x && !number_equal(steps->items[i].x, x))
            break;
        points = steps->items[i].points;
    }
    return points;
}

static double clamp_points(double points)
{
    return points < 0 ? 0 : points > 100 ? 100 : points;
}

double line_points(double best, double worst, double x)
{
    if (number_equal(best, worst))
        return number_equal(x, best) ? 100 : 0;
    double points = 100 * (x - worst) / (best - worst);
    /* Near the largest numbers the differences overflow; halves do not. */
    if (!isfinite(points))
        points = 100 * ((x / 2 - worst / 2) / (best / 2 - worst / 2));
    return clamp_points(points);
}

/* Between two knots the points lie between theirs: the knots inside and both ends are enough. */
static struct span knots_span(const struct knots *knots, struct span numbers,
                              double (*points_at)(const struct knots *, double))
{
    double from = points_at(knots, numbers.low);
    double to = points_at(knots, numbers.high);
    struct span points = {fmin(from, to), fmax(from, to)};
    for (size_t i = 0; i < knots->count; i++) {
        const struct knot *knot = &knots->items[i];
        if (knot->x >= numbers.low && knot->x <= numbers.high)
            points = span_hull(points, span_at(knot->points));
    }
    return points;
}

/* NaN where it is not the answer's alone to tell. */
static double literal_end(const struct score_end *end)
{
    return end->kind == END_NUMBER || end->kind == END_NEED ? end->value : (double)NAN;
}

/* Between literal ends the line is monotonic, so the ends of the span are its extremes. */
static struct span line_span(const struct score *score, struct span numbers)
{
    double best = literal_end(&score->best);
    double worst = literal_end(&score->worst);
    if (isnan(best) || isnan(worst))
        return all_points;
    double from = line_points(best, worst, numbers.low);
    double to = line_points(best, worst, numbers.high);
    struct span points = {fmin(from, to), fmax(from, to)};
    if (number_equal(best, worst) && best > numbers.low && best < numbers.high)
        points = all_points;
    return points;
}

static struct span numbers_points(const struct criterion *criterion, struct span numbers,
                                  int32_t as_of)
{
    const struct score *score = &criterion->score;
    if (criterion->type == TYPE_DATE) {
        numbers.low -= as_of;
        numbers.high -= as_of;
    }
    if (score->form == FORM_CURVE)
        return score->curve.count < 2 ? all_points
                                      : knots_span(&score->curve, numbers, curve_points);
    if (score->form == FORM_STEPS)
        return score->steps.count < 1 ? all_points
                                      : knots_span(&score->steps, numbers, steps_points);
    return line_span(score, numbers);
}

/* --- Points of options and sets ----------------------------------------------------------- */

static struct span options_points(const double *points, uint64_t options)
{
    struct span attainable = span_none;
    for (size_t option = 0; options != 0; option++, options >>= 1) {
        if (options & 1)
            attainable = span_hull(attainable, span_at(points[option]));
    }
    return attainable;
}

double members_points(const double *points, uint64_t members)
{
    double sum = 0;
    for (size_t option = 0; members != 0; option++, members >>= 1) {
        if (members & 1)
            sum += points[option];
    }
    return sum > 100 ? 100 : sum;
}

/* The option with the most points, as a set. */
static uint64_t best_option(const double *points, uint64_t options)
{
    uint64_t best = 0;
    double most = -1;
    for (size_t option = 0; option < OPTIONS_LIMIT; option++) {
        if ((options >> option & 1) && points[option] > most) {
            most = points[option];
            best = (uint64_t)1 << option;
        }
    }
    return best;
}

/* The set of the domain that earns most: all it must have, then the best while there is room. */
static uint64_t best_members(const double *points, const struct domain *domain)
{
    uint64_t best = domain->must;
    while (best != domain->may && set_count(best) + 1 <= domain->count.high)
        best |= best_option(points, domain->may & ~best);
    return best;
}

static struct span set_points(const struct score *score, const struct domain *domain)
{
    double asked = (double)set_count(score->members);
    if (score->form == FORM_POINTS)
        return (struct span){members_points(score->points, domain->must),
                             members_points(score->points, best_members(score->points, domain))};
    if (score->members == 0)
        return span_at(100);
    double least = (double)set_count(domain->must & score->members);
    double most = fmin((double)set_count(domain->may & score->members), domain->count.high);
    return (struct span){100 * least / asked, 100 * most / asked};
}

/* --- Points by form ----------------------------------------------------------------------- */

static bool has_answer(const struct criterion *criterion, const struct domain *domain)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
    case TYPE_CHOICE:
        return domain->options != 0;
    case TYPE_SET:
        return (domain->must & ~domain->may) == 0 && !span_is_none(domain->count);
    case TYPE_NUMBER:
    case TYPE_RATING:
    case TYPE_DATE:
        return !span_is_none(domain->numbers);
    default:
        return true;
    }
}

struct span attainable_points(const struct criterion *criterion, const struct domain *domain,
                              int32_t as_of)
{
    const struct score *score = &criterion->score;
    if (!has_answer(criterion, domain))
        return span_none;
    switch (score->form) {
    case FORM_NONE:
        return span_at(0);
    case FORM_POINTS:
        if (score->points == NULL)
            return all_points;
        return criterion->type == TYPE_SET ? set_points(score, domain)
                                           : options_points(score->points, domain->options);
    case FORM_SHARE_OF:
        return set_points(score, domain);
    case FORM_CURVE:
    case FORM_STEPS:
    case FORM_BEST_WORST:
        return numbers_points(criterion, domain->numbers, as_of);
    case FORM_FORMULA:
        break;
    }
    return all_points;
}
