/* Score forms that do not do what their author expects. */
#include "criteria_review.h"
#include "ids.h"
#include "shortlist/attainable.h"
#include "shortlist/number.h"

static bool counts(const struct criteria_review *review, const struct criterion *criterion)
{
    return criterion_can_count(review->criteria, criterion);
}

static struct place form_place(const struct criterion *criterion)
{
    return criterion->score.place.line != 0 ? criterion->score.place : criterion->id.place;
}

/* --- Equal points ----------------------------------------------------------------------------- */

/* Whether the same answer earns more with better evidence. */
static bool evidence_tells(const struct criteria *criteria, const struct criterion *criterion)
{
    const struct evidence_factors *factors = &criteria->evidence;
    return criterion->proof && (factors->claimed.value != factors->documented.value ||
                                factors->documented.value != factors->verified.value);
}

static void hint_equal_points(struct criteria_review *review, const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    struct text need = score->share_of.need;
    if (score->form == FORM_SHARE_OF && need.len > 0)
        problem_hint(review->problems,
                     "needs.%.*s is empty: with `when: count(needs.%.*s) > 0` nobody is asked then",
                     TEXT_ARG(need), TEXT_ARG(need));
    else
        problem_hint(review->problems, "let better answers earn more, or give it weight 0");
}

void check_equal_points(struct criteria_review *review)
{
    char number[NUMBER_SIZE];
    for (size_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (!counts(review, criterion))
            continue;
        struct domain domain = domain_of(criterion);
        struct span points = attainable_points(criterion, &domain, review->subject->as_of);
        bool equal = !span_is_none(points) && number_equal(points.low, points.high);
        if (!equal || (points.low > 0 && evidence_tells(review->criteria, criterion)))
            continue;
        number_plain(points.low, number);
        problem_add(review->problems, review->code, form_place(criterion),
                    "every answer to `%.*s` earns %s points: it decides nothing",
                    TEXT_ARG(criterion->id.text), number);
        hint_equal_points(review, criterion);
    }
}

/* --- Knots ------------------------------------------------------------------------------------ */

/* Whether some answer gives just this knot of a curve. */
static bool curve_reaches(const struct knots *knots, size_t at, struct span numbers)
{
    double x = knots->items[at].x;
    return (x >= numbers.low || number_equal(x, numbers.low)) &&
           (x <= numbers.high || number_equal(x, numbers.high));
}

/* Whether some answer stands on this step: not below it, and not on the next. */
static bool step_reaches(const struct knots *knots, size_t at, struct span numbers)
{
    double x = knots->items[at].x;
    bool left = at + 1 < knots->count && (knots->items[at + 1].x < numbers.low ||
                                          number_equal(knots->items[at + 1].x, numbers.low));
    return !left && (x <= numbers.high || number_equal(x, numbers.high));
}

static void tell_knot(struct criteria_review *review, const struct criterion *criterion,
                      const struct knot *knot)
{
    const char *key = criterion->type == TYPE_RATING ? "scale" : "range";
    char x[NUMBER_SIZE];
    char end[NUMBER_SIZE];
    bool above = knot->x > criterion->range.high;
    number_plain(knot->x, x);
    number_plain(above ? criterion->range.high : criterion->range.low, end);
    problem_add(review->problems, review->code, knot->place,
                "no answer reaches the knot at %s: the %s %s at %s", x, key,
                above ? "ends" : "begins", end);
    if (criterion->range.place.line != 0)
        problem_note(review->problems, criterion->range.place, "the %s stands here", key);
    problem_hint(review->problems, "put a knot at %s, or widen the %s", end, key);
}

static void check_knots_of(struct criteria_review *review, const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    bool curve = score->form == FORM_CURVE;
    const struct knots *knots = curve ? &score->curve : &score->steps;
    struct span numbers = domain_of(criterion).numbers;
    for (size_t k = 0; k < knots->count; k++) {
        if (curve ? !curve_reaches(knots, k, numbers) : !step_reaches(knots, k, numbers))
            tell_knot(review, criterion, &knots->items[k]);
    }
}

void check_knots(struct criteria_review *review)
{
    for (size_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        bool has_knots = criterion->score.form == FORM_CURVE || criterion->score.form == FORM_STEPS;
        if (has_knots && criterion->type != TYPE_DATE)
            check_knots_of(review, criterion);
    }
}

/* --- Options without points ------------------------------------------------------------------- */

static bool has_points(const struct points_list *list, struct text option)
{
    for (size_t i = 0; i < list->count; i++) {
        if (text_equal(list->items[i].answer.text, option))
            return true;
    }
    return false;
}

static void check_options_of(struct criteria_review *review, const struct criterion *criterion)
{
    const struct option *first = NULL;
    struct ids ids = {.list = {.arena = &review->arena}};
    for (size_t o = 0; o < criterion->options.count; o++) {
        const struct option *option = &criterion->options.items[o];
        if (has_points(&criterion->score.points_list, option->id))
            continue;
        first = first == NULL ? option : first;
        ids_add(&ids, option->id);
    }
    if (first == NULL)
        return;
    problem_add(review->problems, review->code, first->place,
                "`points` of `%.*s` says nothing of %.*s, so %s no points",
                TEXT_ARG(criterion->id.text), TEXT_ARG(ids_text(&ids)),
                ids.count > 1 ? "they earn" : "it earns");
    problem_note(review->problems, form_place(criterion), "the points stand here");
    problem_hint(review->problems, "write `%.*s: 0` if that is meant", TEXT_ARG(first->id));
}

void check_options_without_points(struct criteria_review *review)
{
    for (size_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (criterion->type == TYPE_SET && criterion->score.form == FORM_POINTS)
            check_options_of(review, criterion);
    }
}

/* --- Other bids ------------------------------------------------------------------------------- */

static struct place cohort_place(const struct score *score)
{
    if (score->form == FORM_FORMULA)
        return score->formula.place;
    bool best = score->best.kind == END_LOWEST || score->best.kind == END_HIGHEST;
    return best ? score->best.place : score->worst.place;
}

void check_forms_on_bids(struct criteria_review *review)
{
    for (size_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (!criterion->uses_cohort || !counts(review, criterion))
            continue;
        problem_add(review->problems, review->code, cohort_place(&criterion->score),
                    "the points of `%.*s` depend on the other bids: one bid more, even a decoy, "
                    "can change the order of the others",
                    TEXT_ARG(criterion->id.text));
        problem_hint(review->problems, "`best` and `worst` as numbers or needs are immune to that: "
                                       "`{best: 8, worst: needs.budget}`");
    }
}

/* --- Silence ---------------------------------------------------------------------------------- */

static const char silence_hint[] = "use `zero`; what does not concern every vendor can say "
                                   "`not_applicable: exclude`, which is listed for you to object";

static bool vendor_may_be_silent(const struct criteria_review *review,
                                 const struct criterion *criterion, enum missing missing)
{
    return criterion->by != BY_BUYER && criterion->missing == missing && counts(review, criterion);
}

void check_rewards_silence(struct criteria_review *review)
{
    const struct criteria *criteria = review->criteria;
    size_t by_default = 0;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        by_default += vendor_may_be_silent(review, criterion, MISSING_UNSTATED);
        if (!vendor_may_be_silent(review, criterion, MISSING_EXCLUDE))
            continue;
        problem_add(review->problems, review->code, criterion->missing_place,
                    "silence about `%.*s` is rewarded: a vendor with a poor answer does better to "
                    "give none",
                    TEXT_ARG(criterion->id.text));
        problem_hint(review->problems, "%s", silence_hint);
    }
    if (criteria->missing != MISSING_EXCLUDE || by_default == 0)
        return;
    problem_add(review->problems, review->code, criteria->missing_place,
                "silence is rewarded: a vendor with a poor answer does better to give none");
    problem_hint(review->problems, "%s", silence_hint);
}
