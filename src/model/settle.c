/*
 * Settling: one walk over ratings and decisions together, cell by cell in order of vendor and
 * criterion; every cell is worked out from what it was and written once.
 */
#include "shortlist/settle.h"

#include <math.h>
#include <string.h>

#include "shortlist/memory.h"
#include "shortlist/number.h"

/* What is said of one cell. */
struct said {
    const struct criterion *criterion;
    const struct rating *ratings;
    size_t rating_count;
    uint32_t without; /* the rater to leave out */
};

static bool heard(const struct said *said, const struct rating *rating)
{
    return rating->rater != said->without;
}

static bool finds_value(const struct said *said, const struct rating *rating)
{
    return heard(said, rating) && mark_answered(rating->cell.mark);
}

/* --- Ratings ------------------------------------------------------------------------------ */

struct rated ratings_rated(const struct rating *ratings, size_t count, uint32_t without)
{
    struct rated rated = {.lowest = (double)NAN, .highest = (double)NAN, .mean = (double)NAN};
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (ratings[i].rater == without || !mark_answered(ratings[i].cell.mark))
            continue;
        double value = ratings[i].cell.value.number;
        rated.lowest = fmin(rated.lowest, value);
        rated.highest = fmax(rated.highest, value);
        sum += value;
        rated.count++;
    }
    if (rated.count > 0)
        rated.mean = sum / (double)rated.count;
    return rated;
}

bool rated_disagree(const struct rated *rated, const struct criterion *criterion)
{
    double spread = rated->highest - rated->lowest;
    double limit = DISAGREEMENT_SHARE * (criterion->range.high - criterion->range.low);
    return rated->count > 1 && spread > limit && !number_equal(spread, limit);
}

static void settle_mean(const struct said *said, struct cell *cell)
{
    struct rated rated = ratings_rated(said->ratings, said->rating_count, said->without);
    if (rated.count == 0)
        return;
    cell->mark = STATE_ANSWERED;
    cell->value.number = rated.mean;
    if (rated_disagree(&rated, said->criterion))
        cell->mark |= MARK_CONTESTED;
}

/* A fact is what all raters found; where they differ it is open. */
static void settle_fact(const struct said *said, struct cell *cell)
{
    const struct cell *first = NULL;
    for (size_t i = 0; i < said->rating_count; i++) {
        const struct rating *rating = &said->ratings[i];
        if (!finds_value(said, rating))
            continue;
        if (first == NULL) {
            first = &rating->cell;
            *cell = (struct cell){STATE_ANSWERED, first->value};
        } else if (!value_equal(said->criterion->type, &first->value, &rating->cell.value)) {
            cell->mark = STATE_OPEN | MARK_CONTESTED;
            return;
        }
    }
}

/* The texts of all raters, one a line. */
static void settle_text(const struct said *said, struct cell *cell, struct arena *texts)
{
    size_t length = 0;
    size_t count = 0;
    for (size_t i = 0; i < said->rating_count; i++) {
        if (!finds_value(said, &said->ratings[i]))
            continue;
        length += said->ratings[i].cell.value.text.len + 1;
        count++;
    }
    if (count == 0)
        return;
    char *joined = arena_array(texts, char, length);
    char *end = joined;
    for (size_t i = 0; i < said->rating_count; i++) {
        const struct text text = said->ratings[i].cell.value.text;
        if (!finds_value(said, &said->ratings[i]))
            continue;
        if (end > joined)
            *end++ = '\n';
        if (text.len > 0)
            memcpy(end, text.ptr, text.len);
        end += text.len;
    }
    *cell = (struct cell){STATE_ANSWERED, {.text = {joined, (size_t)(end - joined)}}};
}

/* The vendor's value stays, and what a rater found instead is a dispute. */
static void settle_dispute(const struct said *said, struct cell *cell)
{
    bool answered = mark_answered(cell->mark);
    for (size_t i = 0; i < said->rating_count; i++) {
        const struct rating *rating = &said->ratings[i];
        if (!finds_value(said, rating))
            continue;
        if (!answered || !value_equal(said->criterion->type, &cell->value, &rating->cell.value))
            cell->mark |= MARK_CONTESTED;
    }
}

/* --- Evidence ----------------------------------------------------------------------------- */

/* The highest evidence that a rater states. */
static enum evidence_level raters_evidence(const struct said *said)
{
    enum evidence_level highest = EVIDENCE_UNSTATED;
    for (size_t i = 0; i < said->rating_count; i++) {
        enum evidence_level stated = mark_evidence(said->ratings[i].cell.mark);
        if (heard(said, &said->ratings[i]) && stated > highest)
            highest = stated;
    }
    return highest;
}

/* A level in place of the one that stands there. */
static uint8_t with_evidence(uint8_t mark, enum evidence_level level)
{
    return (uint8_t)((mark & ~(unsigned)MARK_EVIDENCE) | (unsigned)level << MARK_EVIDENCE_SHIFT);
}

/* --- Cells -------------------------------------------------------------------------------- */

static void settle_ratings(const struct said *said, struct cell *cell, struct arena *texts)
{
    if (said->criterion->by == BY_VENDOR)
        settle_dispute(said, cell);
    else if (said->criterion->type == TYPE_RATING)
        settle_mean(said, cell);
    else if (said->criterion->type == TYPE_TEXT)
        settle_text(said, cell, texts);
    else
        settle_fact(said, cell);
    enum evidence_level level = raters_evidence(said);
    if (level != EVIDENCE_UNSTATED && mark_answered(cell->mark))
        cell->mark = with_evidence(cell->mark, level);
}

/* `level` is the evidence that raters state, which holds also for a value that nobody had given. */
static void settle_decision(const struct decision *decision, enum evidence_level level,
                            struct cell *cell)
{
    enum evidence_level decided = mark_evidence(decision->cell.mark);
    bool was_answered = mark_answered(cell->mark);
    cell->mark &= (uint8_t)~MARK_CONTESTED;
    switch (mark_state(decision->cell.mark)) {
    case STATE_NA:
        cell->mark = STATE_NA | MARK_ACCEPTED;
        return;
    case STATE_ANSWERED:
        cell->value = decision->cell.value;
        cell->mark = was_answered ? cell->mark : with_evidence(STATE_ANSWERED, level);
        break;
    case STATE_OPEN:
        break;
    }
    if (decided != EVIDENCE_UNSTATED && mark_answered(cell->mark))
        cell->mark = with_evidence(cell->mark & (uint8_t)~MARK_EXPIRED, decided);
}

/* --- The walk ----------------------------------------------------------------------------- */

static void record(struct settlement *settlement, const struct settled_cell *cell)
{
    if (settlement->count == settlement->capacity) {
        settlement->capacity = memory_grown(settlement->capacity, settlement->count + 1);
        settlement->cells =
            memory_resize(settlement->cells, settlement->capacity, sizeof(*settlement->cells));
    }
    settlement->cells[settlement->count++] = *cell;
}

static bool is_same(const struct cell *a, const struct cell *b, enum answer_type type)
{
    return a->mark == b->mark &&
           (!mark_answered(a->mark) || value_equal(type, &a->value, &b->value));
}

/* Ratings and decisions still to come: from these positions on. */
struct walk {
    const struct ratings *ratings;
    const struct decisions *decisions;
    size_t rating;
    size_t decision;
};

/* The decision about an answer that comes next, or NULL. */
static struct decision *coming_decision(struct walk *walk)
{
    const struct decisions *decisions = walk->decisions;
    while (walk->decision < decisions->count &&
           decisions->items[walk->decision].kind != DECIDED_ANSWER)
        walk->decision++;
    return walk->decision < decisions->count ? &decisions->items[walk->decision] : NULL;
}

static const struct rating *coming_rating(const struct walk *walk)
{
    return walk->rating < walk->ratings->count ? &walk->ratings->items[walk->rating] : NULL;
}

/* The cell that comes next; false when there is none. */
static bool next_cell(struct walk *walk, uint32_t *vendor, uint32_t *criterion)
{
    const struct rating *rating = coming_rating(walk);
    const struct decision *decision = coming_decision(walk);
    if (rating != NULL) {
        *vendor = rating->vendor;
        *criterion = rating->criterion;
    }
    if (decision != NULL && (rating == NULL || decision->vendor < *vendor ||
                             (decision->vendor == *vendor && decision->subject < *criterion))) {
        *vendor = decision->vendor;
        *criterion = decision->subject;
    }
    return rating != NULL || decision != NULL;
}

/* Takes the ratings of the cell. */
static struct said take_ratings(struct walk *walk, uint32_t vendor, uint32_t criterion)
{
    const struct rating *first = coming_rating(walk);
    struct said said = {0};
    if (first == NULL || first->vendor != vendor || first->criterion != criterion)
        return said;
    said.ratings = first;
    said.rating_count = ratings_cell_end(walk->ratings, walk->rating) - walk->rating;
    walk->rating += said.rating_count;
    return said;
}

/* Takes the decision about the cell; NULL when there is none. */
static struct decision *take_decision(struct walk *walk, uint32_t vendor, uint32_t criterion)
{
    struct decision *decision = coming_decision(walk);
    if (decision == NULL || decision->vendor != vendor || decision->subject != criterion)
        return NULL;
    walk->decision++;
    return decision;
}

void settle(struct settlement *settlement, struct answers *answers, const struct criteria *criteria,
            const struct ratings *ratings, struct decisions *decisions, uint32_t without)
{
    struct walk walk = {.ratings = ratings, .decisions = decisions};
    uint32_t vendor = 0;
    uint32_t criterion = 0;
    while (next_cell(&walk, &vendor, &criterion)) {
        struct said said = take_ratings(&walk, vendor, criterion);
        struct decision *decision = take_decision(&walk, vendor, criterion);
        said.criterion = &criteria->criteria[criterion];
        said.without = without;
        if (said.criterion->dropped)
            continue;
        const struct cell own = answers_cell(answers, vendor, criterion);
        struct cell cell = own;
        settle_ratings(&said, &cell, &settlement->texts);
        if (decision != NULL) {
            decision->before = cell;
            settle_decision(decision, raters_evidence(&said), &cell);
        }
        if (is_same(&own, &cell, said.criterion->type))
            continue;
        answers_put(answers, vendor, criterion, &cell);
        record(settlement, &(struct settled_cell){vendor, criterion, own});
    }
}

void unsettle(struct settlement *settlement, struct answers *answers)
{
    for (size_t i = 0; i < settlement->count; i++) {
        const struct settled_cell *cell = &settlement->cells[i];
        answers_put(answers, cell->vendor, cell->criterion, &cell->own);
    }
    settlement->count = 0;
    arena_clear(&settlement->texts);
}

void settlement_release(struct settlement *settlement)
{
    memory_free(settlement->cells);
    arena_release(&settlement->texts);
    *settlement = (struct settlement){0};
}

const struct cell *settlement_own(const struct settlement *settlement, uint32_t vendor,
                                  uint32_t criterion)
{
    size_t from = 0;
    size_t to = settlement->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const struct settled_cell *cell = &settlement->cells[middle];
        if (cell->vendor < vendor || (cell->vendor == vendor && cell->criterion < criterion))
            from = middle + 1;
        else
            to = middle;
    }
    if (from == settlement->count)
        return NULL;
    const struct settled_cell *found = &settlement->cells[from];
    return found->vendor == vendor && found->criterion == criterion ? &found->own : NULL;
}
