/* The judgements that the buyer owes a vendor. */
#include "judgements.h"

/* --- What is asked, and of whom ---------------------------------------------------------- */

static void list_asked(struct judgements *judgements, struct arena *arena)
{
    const struct criteria *criteria = judgements->evaluation->criteria;
    const double *shares = judgements->evaluation->shares.criteria;
    judgements->asked = arena_array(arena, struct asked, criteria->criterion_count);
    judgements->rated = arena_array(arena, struct asked *, criteria->criterion_count);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        if (criteria->criteria[c].by != BY_BUYER || !(shares[c] > 0))
            continue;
        struct asked *asked = &judgements->asked[judgements->asked_count++];
        asked->criterion = c;
        if (criteria->criteria[c].type == TYPE_RATING)
            judgements->rated[c] = asked;
    }
}

/* A word on a rating criterion is a value or an abstention, not evidence or a note alone. */
static bool is_word(const struct rating *rating)
{
    return mark_state(rating->cell.mark) != STATE_OPEN;
}

/* Keeps one of each. `seen` holds for every rater the mark of the list it was last seen in. */
static void drop_repeats(struct asked *asked, size_t *seen, size_t mark)
{
    size_t kept = 0;
    for (size_t i = 0; i < asked->rater_count; i++) {
        uint32_t rater = asked->raters[i];
        if (seen[rater] != mark)
            asked->raters[kept++] = rater;
        seen[rater] = mark;
    }
    asked->rater_count = kept;
}

/* Lists who said a word on each criterion, repeats and all; first counts them, for the room. */
static void list_speakers(struct judgements *judgements, bool counting)
{
    const struct ratings *ratings = judgements->ratings;
    for (size_t i = 0; i < ratings->count; i++) {
        const struct rating *rating = &ratings->items[i];
        struct asked *asked = judgements->rated[rating->criterion];
        if (asked == NULL || !is_word(rating))
            continue;
        if (!counting)
            asked->raters[asked->rater_count] = rating->rater;
        asked->rater_count++;
    }
}

/* The raters whose files say nothing yet: they have everything before them. */
static size_t find_silent(const struct ratings *ratings, uint32_t *silent)
{
    size_t count = 0;
    for (uint32_t r = 0; r < ratings->rater_count; r++) {
        if (!ratings->raters[r].has_spoken)
            silent[count++] = r;
    }
    return count;
}

/* Whoever said a word on a criterion of any vendor is expected to judge all by it; whoever said
 * nothing at all, by every criterion. */
static void expect_raters(struct judgements *judgements, struct arena *arena)
{
    size_t raters = judgements->ratings->rater_count;
    uint32_t *silent = arena_array(arena, uint32_t, raters);
    size_t silent_count = find_silent(judgements->ratings, silent);
    size_t *seen = arena_array(arena, size_t, raters);
    list_speakers(judgements, true);
    for (size_t a = 0; a < judgements->asked_count; a++) {
        struct asked *asked = &judgements->asked[a];
        asked->raters = arena_array(arena, uint32_t, asked->rater_count + silent_count);
        asked->rater_count = 0;
    }
    list_speakers(judgements, false);
    for (size_t a = 0; a < judgements->asked_count; a++) {
        struct asked *asked = &judgements->asked[a];
        drop_repeats(asked, seen, a + 1);
        if (judgements->rated[asked->criterion] == NULL)
            continue;
        for (size_t s = 0; s < silent_count; s++)
            asked->raters[asked->rater_count++] = silent[s];
    }
}

static void find_ratings(struct judgements *judgements, struct arena *arena)
{
    const struct ratings *ratings = judgements->ratings;
    size_t vendors = judgements->evaluation->answers->count;
    size_t at = 0;
    judgements->first_rating = arena_array(arena, size_t, vendors + 1);
    for (size_t v = 0; v <= vendors; v++) {
        while (at < ratings->count && ratings->items[at].vendor < v)
            at++;
        judgements->first_rating[v] = at;
    }
}

void judgements_make(struct judgements *judgements, const struct evaluation *evaluation,
                     struct arena *arena)
{
    static const struct ratings none = {0};
    *judgements = (struct judgements){
        .evaluation = evaluation,
        .ratings = evaluation->ratings != NULL ? evaluation->ratings : &none,
    };
    list_asked(judgements, arena);
    expect_raters(judgements, arena);
    find_ratings(judgements, arena);
    judgements->spoken = arena_array(arena, bool, judgements->ratings->rater_count);
}

/* --- One vendor -------------------------------------------------------------------------- */

bool judgement_is_decided(const struct evaluation *evaluation, uint32_t vendor, uint32_t criterion)
{
    if (evaluation->decisions == NULL || evaluation->decisions->count == 0)
        return false;
    const struct decision *decision =
        decisions_find(evaluation->decisions, vendor, DECIDED_ANSWER, criterion);
    return decision != NULL && decision_gives_value(decision);
}

/* Notes, or forgets again, who has said a word in ratings [first, end). */
static void mark_spoken(const struct judgements *judgements, size_t first, size_t end, bool spoken)
{
    for (size_t i = first; i < end; i++) {
        const struct rating *rating = &judgements->ratings->items[i];
        judgements->spoken[rating->rater] = spoken && is_word(rating);
    }
}

/* The judgements about one cell that nobody has decided. What all who were expected abstained from
 * is still open, and nobody's. */
static void visit_cell(const struct judgements *judgements, const struct asked *asked,
                       struct judgement judgement, judgement_visit *visit, void *context)
{
    const struct column *column = &judgements->evaluation->answers->columns[asked->criterion];
    bool waits = false;
    for (size_t i = 0; i < asked->rater_count; i++) {
        judgement.rater = asked->raters[i];
        judgement.open = !judgements->spoken[judgement.rater];
        waits = waits || judgement.open;
        visit(context, &judgement);
    }
    judgement.rater = NOWHERE;
    judgement.open = !mark_answered(column->marks[judgement.vendor]);
    if (asked->rater_count == 0 || (judgement.open && !waits))
        visit(context, &judgement);
}

/* Once it is decided, those who spoke have judged, and the others need not. */
static void visit_decided(const struct judgements *judgements, const struct asked *asked,
                          struct judgement judgement, judgement_visit *visit, void *context)
{
    bool any = false;
    for (size_t i = 0; i < asked->rater_count; i++) {
        judgement.rater = asked->raters[i];
        if (!judgements->spoken[judgement.rater])
            continue;
        any = true;
        visit(context, &judgement);
    }
    judgement.rater = NOWHERE;
    if (!any)
        visit(context, &judgement);
}

void judgements_of_vendor(const struct judgements *judgements, uint32_t vendor,
                          judgement_visit *visit, void *context)
{
    const struct evaluation *evaluation = judgements->evaluation;
    if (evaluation->results[vendor].status == STATUS_EXCLUDED)
        return;
    const struct rating *ratings = judgements->ratings->items;
    size_t at = judgements->first_rating[vendor];
    size_t end = judgements->first_rating[vendor + 1];
    for (size_t a = 0; a < judgements->asked_count; a++) {
        const struct asked *asked = &judgements->asked[a];
        while (at < end && ratings[at].criterion < asked->criterion)
            at++;
        size_t first = at;
        while (at < end && ratings[at].criterion == asked->criterion)
            at++;
        const struct judgement judgement = {vendor, asked->criterion, NOWHERE, false};
        mark_spoken(judgements, first, at, true);
        if (judgement_is_decided(evaluation, vendor, asked->criterion))
            visit_decided(judgements, asked, judgement, visit, context);
        else
            visit_cell(judgements, asked, judgement, visit, context);
        mark_spoken(judgements, first, at, false);
    }
}
