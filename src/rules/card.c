/* One vendor in full: the code that judged everyone, over a chunk of one. */
#include <math.h>

#include "close_up.h"

void close_up_open(struct close_up *close_up, const struct evaluation *evaluation,
                   struct arena *scratch)
{
    close_up->context = (struct expr_context){.criteria = evaluation->criteria,
                                              .answers = evaluation->answers,
                                              .as_of = evaluation->as_of,
                                              .cohort = &evaluation->cohort,
                                              .scratch = scratch};
}

void close_up_score(struct close_up *close_up, const struct evaluation *evaluation, uint32_t vendor,
                    struct arena *arena)
{
    scoring_init(&close_up->scoring, evaluation->criteria, evaluation->answers, arena);
    chunk_init(&close_up->chunk, evaluation->criteria, 1, arena);
    chunk_score(&close_up->chunk, &close_up->scoring, &close_up->context, vendor, 1);
}

/* --- Categories and criteria ------------------------------------------------------------- */

static void card_categories(struct card *card, const struct evaluation *evaluation,
                            const struct chunk *chunk, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    card->categories = arena_array(arena, struct card_category, criteria->category_count);
    for (size_t c = 0; c < criteria->category_count; c++) {
        double weight = criteria->categories[c].weight.value;
        bool scored = card->result->status != STATUS_EXCLUDED;
        card->categories[c].score = scored ? chunk->scores[c][0] : (double)NAN;
        if (scored && chunk->weights[c][0] > 0 && weight > 0)
            card->categories[c].share = weight / chunk->total_weights[0];
    }
}

/* What was said of a criterion: by the vendor, the raters, the panel. */
static void card_said(struct card_criterion *shown, const struct evaluation *evaluation,
                      uint32_t vendor, uint32_t position)
{
    uint8_t mark = evaluation->answers->columns[position].marks[vendor];
    shown->has_answer = mark_answered(mark);
    shown->evidence = mark_evidence(mark);
    shown->expired = (mark & MARK_EXPIRED) != 0;
    shown->statement = answers_statement(evaluation->answers, vendor, position);
    if (evaluation->settlement != NULL)
        shown->own = settlement_own(evaluation->settlement, vendor, position);
    if (evaluation->ratings != NULL)
        shown->ratings = ratings_of(evaluation->ratings, vendor, position, &shown->rating_count);
    if (evaluation->decisions != NULL)
        shown->decision = decisions_find(evaluation->decisions, vendor, DECIDED_ANSWER, position);
}

static void card_criterion(struct card *card, uint32_t position,
                           const struct evaluation *evaluation, const struct close_up *close_up)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    struct card_criterion *shown = &card->criteria[position];
    *shown = (struct card_criterion){.points = (double)NAN,
                                     .raw_points = (double)NAN,
                                     .factor = 1,
                                     .low = (double)NAN,
                                     .high = (double)NAN,
                                     .state = STATE_NA};
    if (criterion->dropped)
        return;
    card_said(shown, evaluation, card->vendor, position);
    uint8_t mark = evaluation->answers->columns[position].marks[card->vendor];
    if (card->result->status == STATUS_EXCLUDED) {
        shown->state = mark_state(mark);
        return;
    }
    double points = close_up->chunk.points[position][0];
    enum standing standing =
        cell_standing(criterion, close_up->scoring.missing[position], mark, points);
    if (standing == STANDING_EXCLUDED)
        return;
    bool answered = criterion->type == TYPE_TEXT ? shown->has_answer : standing == STANDING_COUNTS;
    shown->state = answered ? STATE_ANSWERED : STATE_OPEN;
    shown->counts = criterion->type != TYPE_TEXT && standing != STANDING_WAITS;
    shown->points = points;
    if (shown->has_answer)
        shown->factor = evidence_factor(evaluation->criteria, criterion, mark);
    if (criterion->type != TYPE_TEXT) {
        points_by_form(position, &close_up->context, card->vendor, 1, &shown->raw_points);
        shown->low = answered ? points : close_up->scoring.attainable[position].low;
        shown->high = answered ? points : close_up->scoring.attainable[position].high;
    }
    double weight = close_up->chunk.weights[criterion->category][0];
    if (!shown->counts || !(weight > 0))
        return;
    double counted = isnan(points) ? 0 : points;
    struct card_category *category = &card->categories[criterion->category];
    shown->share = category->share * criterion->weight.value / weight;
    shown->contribution = shown->share * counted;
    shown->lost = shown->share * (100 - counted);
    category->contribution += shown->contribution;
}

void card_make(struct card *card, const struct evaluation *evaluation, uint32_t vendor,
               struct arena *arena)
{
    struct close_up close_up;
    struct arena scratch = {0};
    size_t criteria = evaluation->criteria->criterion_count;
    *card = (struct card){.vendor = vendor, .result = &evaluation->results[vendor]};
    close_up_open(&close_up, evaluation, &scratch);
    close_up_score(&close_up, evaluation, vendor, arena);
    card_categories(card, evaluation, &close_up.chunk, arena);
    card->criteria = arena_array(arena, struct card_criterion, criteria);
    for (uint32_t c = 0; c < criteria; c++)
        card_criterion(card, c, evaluation, &close_up);
    card_findings(card, evaluation, &close_up, arena);
    arena_release(&scratch);
}

/* --- Open questions ---------------------------------------------------------------------- */

size_t open_questions(const struct evaluation *evaluation, uint32_t vendor, uint32_t **questions,
                      struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    *questions = arena_array(arena, uint32_t, criteria->criterion_count);
    size_t count = 0;
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        uint8_t mark = evaluation->answers->columns[c].marks[vendor];
        enum answer_state state = mark_state(mark);
        if (criterion->dropped || criterion->by != BY_VENDOR)
            continue;
        if (state == STATE_OPEN ||
            (state == STATE_NA && !criterion->na_excluded && !mark_accepted(mark)))
            (*questions)[count++] = c;
    }
    return count;
}
