/* The points that a criterion may still have, and those that a condition takes from it. */
#include <math.h>

#include "outcomes.h"

/* The shares of its points that an answer may keep. */
static struct span factor_span(const struct domains *domains, const struct criterion *criterion,
                               unsigned proofs)
{
    const struct evidence_factors *factors = &domains->criteria->evidence;
    struct span span = span_none;
    if (!criterion->proof)
        return span_at(1);
    if (proofs & PROOF_CLAIMED)
        span = span_hull(span, span_at(factors->claimed.value));
    if (proofs & PROOF_DOCUMENTED)
        span = span_hull(span, span_at(factors->documented.value));
    if (proofs & PROOF_VERIFIED)
        span = span_hull(span, span_at(factors->verified.value));
    if (proofs & PROOF_EXPIRED)
        span = span_hull(span, span_at(factors->expired.value));
    return span;
}

/* Whether other needs would give other points for the same answer. */
static bool form_asks_needs(const struct score *score)
{
    return (score->form == FORM_SHARE_OF && score->share_of.need.len > 0) ||
           (score->form == FORM_BEST_WORST &&
            (score->best.kind == END_NEED || score->worst.kind == END_NEED));
}

struct span points_span(const struct domains *domains, uint32_t position,
                        const struct possible *possible)
{
    const struct criterion *criterion = &domains->criteria->criteria[position];
    struct span points = {0, 100};
    struct span factor = factor_span(domains, criterion, possible->proofs & PROOFS_ANSWERED);
    bool any = domains->buyers == ANY_BUYER;
    if (!(possible->proofs & PROOFS_ANSWERED))
        return span_none;
    if (!any || (!form_asks_needs(&criterion->score) && criterion->type != TYPE_DATE))
        points = attainable_points(criterion, &possible->answer, domains->as_of);
    points = span_common(points, possible->formula);
    if (span_is_none(points))
        return span_none;
    points = span_rounded((struct span){points.low * factor.low, points.high * factor.high});
    return span_common(points, possible->points);
}

static double clamp_points(double points)
{
    return fmin(fmax(points, 0), 100);
}

/* --- What a condition takes ------------------------------------------------------------------- */

struct span formula_points(struct domains *domains, const struct criterion *criterion)
{
    const struct expr *formula = criterion->score.expr;
    struct span span = formula == NULL ? span_all : span_of(domains, formula->root);
    if (span_is_none(span))
        return span;
    return (struct span){clamp_points(span.low), clamp_points(span.high)};
}

/* NaN where it has none and does not count. */
static double most_points(const struct domains *domains, uint32_t position,
                          const struct possible *possible)
{
    const struct criterion *criterion = &domains->criteria->criteria[position];
    struct span points = points_span(domains, position, possible);
    if (!(possible->proofs & PROOFS_ANSWERED))
        return criterion_missing(domains->criteria, criterion) == MISSING_ZERO ? 0 : (double)NAN;
    return span_is_none(points) ? (double)NAN : clamp_points(points.high);
}

static bool tell_lost(struct domains *domains, uint32_t position, struct lost_points *lost)
{
    const struct criterion *criterion = &domains->criteria->criteria[position];
    struct possible now = domains->now[position];
    now.formula = formula_points(domains, criterion);
    *lost = (struct lost_points){
        .criterion = position,
        .most = most_points(domains, position, &now),
        .whole = most_points(domains, position, &domains->whole[position]),
    };
    return criterion->score.form != FORM_NONE && lost->most < lost->whole;
}

void expr_visit_lost_points(const struct expr *condition, struct domains *domains,
                            void (*found)(void *context, const struct lost_points *lost),
                            void *context)
{
    struct lost_points lost;
    size_t count = assume(domains, condition->root, true) ? domains->change_count : 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t position = domains->changes[i].criterion;
        if (domains->told[position])
            continue;
        domains->told[position] = 1;
        if (tell_lost(domains, position, &lost))
            found(context, &lost);
    }
    for (size_t i = 0; i < count; i++)
        domains->told[domains->changes[i].criterion] = 0;
    rewind_to(domains, 0);
}
