/* Picking what stands out on a card. */
#include "shortlist/scorecard.h"

#include <math.h>

#include "shortlist/number.h"

/* How much a criterion says for a pick, the more the better; NaN: it may not be picked. */
typedef double criterion_measure(const struct card_criterion *criterion);

static double strength(const struct card_criterion *criterion)
{
    if (criterion->state != STATE_ANSWERED || !(criterion->points > 0))
        return (double)NAN;
    return criterion->points;
}

static double weakness(const struct card_criterion *criterion)
{
    if (criterion->state != STATE_ANSWERED || !(criterion->points < 100))
        return (double)NAN;
    return -criterion->points;
}

static double loss(const struct card_criterion *criterion)
{
    return criterion->lost > 0 ? criterion->lost : (double)NAN;
}

/* Whether `a`, which stands later in the file, says more than `b`. */
static bool says_more(const struct card_criterion *a, const struct card_criterion *b,
                      criterion_measure *measure)
{
    double left = measure(a);
    double right = measure(b);
    if (!number_equal(left, right))
        return left > right;
    return a->share > b->share && !number_equal(a->share, b->share);
}

static bool has(const struct scorecard_picks *picks, uint32_t criterion)
{
    for (size_t i = 0; i < picks->count; i++) {
        if (picks->criteria[i] == criterion)
            return true;
    }
    return false;
}

/* Puts a criterion at its place among the picks, if it has one. */
static void offer(struct scorecard_picks *picks, const struct card *card, uint32_t criterion,
                  criterion_measure *measure, size_t most)
{
    size_t place = picks->count;
    while (place > 0 && says_more(&card->criteria[criterion],
                                  &card->criteria[picks->criteria[place - 1]], measure))
        place--;
    if (place >= most)
        return;
    if (picks->count < most)
        picks->count++;
    for (size_t i = picks->count - 1; i > place; i--)
        picks->criteria[i] = picks->criteria[i - 1];
    picks->criteria[place] = criterion;
}

/* At most SCORECARD_PICKS out of `most` and none that was taken. */
static void pick(struct scorecard_picks *picks, const struct evaluation *evaluation,
                 const struct card *card, criterion_measure *measure, size_t most,
                 const struct scorecard_picks *taken)
{
    if (most > SCORECARD_PICKS)
        most = SCORECARD_PICKS;
    for (uint32_t c = 0; c < evaluation->criteria->criterion_count; c++) {
        const struct card_criterion *criterion = &card->criteria[c];
        if (criterion->share > 0 && !isnan(measure(criterion)) && !(taken && has(taken, c)))
            offer(picks, card, c, measure, most);
    }
}

static size_t count_answered(const struct evaluation *evaluation, const struct card *card)
{
    size_t count = 0;
    for (size_t c = 0; c < evaluation->criteria->criterion_count; c++)
        count += card->criteria[c].share > 0 && card->criteria[c].state == STATE_ANSWERED;
    return count;
}

void scorecard_make(struct scorecard *scorecard, const struct evaluation *evaluation,
                    const struct card *card)
{
    size_t answered = count_answered(evaluation, card);
    *scorecard = (struct scorecard){.sum = (double)NAN};
    if (!isnan(card->result->total)) {
        scorecard->sum = 0;
        for (size_t c = 0; c < evaluation->criteria->category_count; c++)
            scorecard->sum += card->categories[c].contribution;
    }
    pick(&scorecard->strongest, evaluation, card, strength, (answered + 1) / 2, NULL);
    pick(&scorecard->weakest, evaluation, card, weakness, answered - scorecard->strongest.count,
         &scorecard->strongest);
    pick(&scorecard->most_lost, evaluation, card, loss, SCORECARD_PICKS, NULL);
}
