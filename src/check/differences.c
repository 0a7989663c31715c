/* Criteria that score all vendors alike. */
#include <math.h>

#include "answers_review.h"
#include "shares.h"
#include "shortlist/number.h"

/* What a criterion makes of the vendors. */
struct spread {
    size_t counted;  /* vendors for which it counts */
    size_t answered; /* of these */
    double points;   /* of the first */
    bool alike;
};

static struct spread spread_of(struct answers_review *review, uint32_t criterion, double *points)
{
    const uint8_t *marks = review->answers->columns[criterion].marks;
    struct spread spread = {.alike = true};
    evaluation_points(review->evaluation, criterion, points);
    for (uint32_t v = 0; v < review->answers->count; v++) {
        if (isnan(points[v]))
            continue;
        if (spread.counted++ == 0)
            spread.points = points[v];
        spread.answered += mark_answered(marks[v]);
        spread.alike = spread.alike && number_equal(points[v], spread.points);
    }
    return spread;
}

static void tell_alike(struct answers_review *review, const struct criterion *criterion,
                       const struct spread *spread, double share)
{
    char points[NUMBER_SIZE];
    char shown[SHARE_SIZE];
    number_plain(number_round(spread->points, 2), points);
    problem_add(review->problems, review->code, criterion->id.place,
                "`%.*s` scores all %zu vendors alike, with %s points: %s of the total decides "
                "nothing",
                TEXT_ARG(criterion->id.text), spread->counted, points, share_print(share, shown));
    problem_hint(review->problems, "ask for more, or let the points rise in finer steps");
}

void check_differences(struct answers_review *review)
{
    const struct shares shares = shares_of(review->criteria, &review->scratch);
    double *points = arena_array(&review->scratch, double, review->answers->count);
    size_t count = 0;
    double sum = 0;
    char shown[SHARE_SIZE];
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        if (shares.criteria[c] <= 0)
            continue;
        struct spread spread = spread_of(review, c, points);
        if (spread.counted < 2 || spread.answered == 0 || !spread.alike)
            continue;
        count++;
        sum += shares.criteria[c];
        tell_alike(review, &review->criteria->criteria[c], &spread, shares.criteria[c]);
    }
    if (count > 1)
        problem_hint(review->problems, "together, %zu such criteria carry %s of the total", count,
                     share_print(sum, shown));
}
