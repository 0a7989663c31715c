/*
 * The order of judging: computed columns; the knock-outs and minimums that do not depend on other
 * vendors, which give the cohort; then everything else, a chunk of vendors at a time; then ranks.
 */
#include <math.h>
#include <string.h>

#include "rules.h"
#include "shortlist/memory.h"
#include "shortlist/number.h"

const char *const vendor_status_words[] = {"ranked", "knocked_out", "unscored", "excluded",
                                           "unread"};

/* What one run over the vendors works with. */
struct judging {
    struct evaluation *evaluation;
    struct scoring scoring;
    struct judges judges;
    struct expr_context context;
    struct chunk chunk;
    size_t chunk_size;
    uint8_t *outcomes;  /* [judge * chunk_size + i] */
    double *tie_values; /* [vendor * ties + tie] */
    struct collector *collector;
    struct penalties *penalties; /* [i] */
    uint16_t *answered[2];       /* [BY_VENDOR or BY_BUYER][i] */
    struct arena scratch;
    struct arena arena; /* as long as the run */
};

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* --- The cohort -------------------------------------------------------------------------- */

static bool qualifies(const struct judge *judge)
{
    return judge->severity == SEVERITY_KNOCKOUT && !judge->uses_cohort;
}

/* Marks the categories that must be scored before a judge can say who qualifies. */
static void mark_scored(const struct judging *judging, const struct judge *judge, bool *scored)
{
    const struct criteria *criteria = judging->evaluation->criteria;
    if (!qualifies(judge))
        return;
    if (judge->kind == FLAG_MINIMUM)
        scored[judge->subject] = true;
    else if (expr_stage(criteria->rules[judge->subject].condition) == STAGE_SCORES)
        memset(scored, true, criteria->category_count * sizeof *scored);
}

/* Takes out of the cohort the vendors of the chunk that a judge knocks out. */
static void disqualify(const struct judging *judging, const struct judge *judge, uint8_t *members)
{
    for (size_t i = 0; i < judging->chunk.count; i++) {
        size_t vendor = judging->chunk.first + i;
        bool out =
            judging->outcomes[i] == OUTCOME_FIRED || judging->outcomes[i] == OUTCOME_FIRED_UNKNOWN;
        if (out &&
            waiver_of(judging->evaluation, judge->kind, (uint32_t)vendor, judge->subject) == NULL)
            members[vendor] = 0;
    }
}

/* Marks the vendors that are not excluded and pass every knock-out and minimum that does not depend
 * on the cohort. */
static uint8_t *judge_cohort(struct judging *judging)
{
    size_t vendors = judging->evaluation->answers->count;
    uint8_t *members = arena_array(&judging->evaluation->arena, uint8_t, vendors);
    for (size_t v = 0; v < vendors; v++)
        members[v] = judging->evaluation->results[v].status != STATUS_EXCLUDED;
    bool *scored =
        arena_array(&judging->arena, bool, judging->evaluation->criteria->category_count);
    bool any = false;
    for (size_t j = 0; j < judging->judges.count; j++) {
        any = any || qualifies(&judging->judges.items[j]);
        mark_scored(judging, &judging->judges.items[j], scored);
    }
    for (size_t first = 0; any && first < vendors; first += judging->chunk_size) {
        size_t count = smaller(judging->chunk_size, vendors - first);
        chunk_score_some(&judging->chunk, &judging->scoring, &judging->context, first, count,
                         scored);
        for (size_t j = 0; j < judging->judges.count; j++) {
            if (!qualifies(&judging->judges.items[j]))
                continue;
            judge_chunk(&judging->judges.items[j], &judging->chunk, &judging->context,
                        judging->outcomes);
            disqualify(judging, &judging->judges.items[j], members);
        }
    }
    return members;
}

/* --- Totals ------------------------------------------------------------------------------ */

/* Not below 0; NaN stays. */
static double without(double sum, double penalty)
{
    return sum - penalty < 0 ? 0 : sum - penalty;
}

/* The sums of the chunk become unrounded totals; totals, lows and highs are rounded. */
static void subtract_penalties(struct judging *judging)
{
    struct chunk *chunk = &judging->chunk;
    int decimals = judging->evaluation->criteria->decimals;
    for (size_t i = 0; i < chunk->count; i++) {
        const struct penalties *penalties = &judging->penalties[i];
        chunk->sums[i] = without(chunk->sums[i], penalties->fired);
        chunk->totals[i] = chunk->sums[i];
        chunk->lows[i] = without(chunk->lows[i], penalties->fired + penalties->unresolved);
        chunk->highs[i] = without(chunk->highs[i], penalties->fired - penalties->by_unknown);
    }
    numbers_round(chunk->totals, chunk->count, decimals);
    numbers_round(chunk->lows, chunk->count, decimals);
    numbers_round(chunk->highs, chunk->count, decimals);
}

/* An excluded vendor has no score, and nothing of it is waited for. */
static void finish_excluded(struct result *result)
{
    result->unrounded = result->total = result->low = result->high = (double)NAN;
    result->buyer_asked = result->buyer_answered = 0;
    result->open = false;
}

static void finish_result(const struct judging *judging, size_t index)
{
    const struct chunk *chunk = &judging->chunk;
    struct result *result = &judging->evaluation->results[chunk->first + index];
    result->answered = judging->answered[BY_VENDOR][index];
    if (result->status == STATUS_EXCLUDED) {
        finish_excluded(result);
        return;
    }
    result->buyer_answered = judging->answered[BY_BUYER][index];
    result->penalty = judging->penalties[index].fired;
    result->unrounded = chunk->sums[index];
    result->total = chunk->totals[index];
    result->low = chunk->lows[index];
    result->high = chunk->highs[index];
    if (result->status != STATUS_KNOCKED_OUT)
        result->status = isnan(result->total) ? STATUS_UNSCORED : STATUS_RANKED;
    result->conditional = result->conditional && result->status == STATUS_RANKED;
    /* A rule that waits for information may move the total by its penalty alone. */
    result->open = chunk->open[index] || result->low < result->high;
}

/* Whether an answer of the party is counted: every question to a vendor, and what counts for
 * something of the buyer's. */
static bool is_counted(const struct criteria *criteria, const struct criterion *criterion)
{
    return !criterion->dropped &&
           (criterion->by == BY_VENDOR ||
            (criterion->by == BY_BUYER && criterion_can_count(criteria, criterion)));
}

static inline void count_marks(const uint8_t *marks, size_t count, uint16_t *restrict answered)
{
    for (size_t i = 0; i < count; i++)
        answered[i] = (uint16_t)(answered[i] + mark_answered(marks[i]));
}

/* Counts the answers of the chunk, a criterion at a time. */
static void count_answers(struct judging *judging)
{
    const struct criteria *criteria = judging->evaluation->criteria;
    const struct chunk *chunk = &judging->chunk;
    memset(judging->answered[BY_VENDOR], 0, chunk->count * sizeof(uint16_t));
    memset(judging->answered[BY_BUYER], 0, chunk->count * sizeof(uint16_t));
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (!is_counted(criteria, criterion))
            continue;
        const uint8_t *marks = judging->evaluation->answers->columns[c].marks + chunk->first;
        uint16_t *answered = judging->answered[criterion->by];
        /* The same twice: of a count that it knows, a compiler counts many at a time. */
        if (chunk->count == CHUNK)
            count_marks(marks, CHUNK, answered);
        else
            count_marks(marks, chunk->count, answered);
    }
}

/* Rounded scores or points of what breaks ties. */
static void collect_ties(struct judging *judging)
{
    const struct criteria *criteria = judging->evaluation->criteria;
    const struct chunk *chunk = &judging->chunk;
    size_t ties = criteria->tie_ids.count;
    for (size_t t = 0; t < ties; t++) {
        const struct tie *tie = &criteria->ties[t];
        for (size_t i = 0; i < chunk->count; i++) {
            double value = tie->is_category ? chunk->scores[tie->position][i]
                                            : chunk->points[tie->position][i];
            judging->tie_values[(chunk->first + i) * ties + t] =
                isnan(value) ? value : number_round(value, criteria->decimals);
        }
    }
}

static void judge_vendors(struct judging *judging, size_t first, size_t count)
{
    struct evaluation *evaluation = judging->evaluation;
    size_t categories = evaluation->criteria->category_count;
    chunk_score(&judging->chunk, &judging->scoring, &judging->context, first, count);
    for (size_t j = 0; j < judging->judges.count; j++)
        judge_chunk(&judging->judges.items[j], &judging->chunk, &judging->context,
                    judging->outcomes + j * judging->chunk_size);
    collect_flags(evaluation, judging->collector, &judging->chunk, judging->outcomes,
                  judging->chunk_size, judging->penalties);
    count_answers(judging);
    collect_ties(judging);
    subtract_penalties(judging);
    for (size_t i = 0; i < count; i++) {
        finish_result(judging, i);
        bool scored = evaluation->results[first + i].status != STATUS_EXCLUDED;
        for (size_t c = 0; c < categories; c++)
            evaluation->category_scores[(first + i) * categories + c] =
                scored ? judging->chunk.scores[c][i] : (double)NAN;
    }
}

/* What a decision gave in place of a silence is no answer of the vendor. */
static void discount_decided(struct evaluation *evaluation)
{
    const struct settlement *settlement = evaluation->settlement;
    for (size_t i = 0; settlement != NULL && i < settlement->count; i++) {
        const struct settled_cell *cell = &settlement->cells[i];
        uint8_t mark = evaluation->answers->columns[cell->criterion].marks[cell->vendor];
        if (evaluation->criteria->criteria[cell->criterion].by == BY_VENDOR &&
            mark_answered(mark) && !mark_answered(cell->own.mark))
            evaluation->results[cell->vendor].answered--;
    }
}

/* --- The run ----------------------------------------------------------------------------- */

/* Results before anything is judged: all vendors are ranked but those that are excluded. */
static void results_init(struct evaluation *evaluation)
{
    size_t vendors = evaluation->answers->count;
    size_t decisions = evaluation->decisions == NULL ? 0 : evaluation->decisions->count;
    evaluation->results = arena_array(&evaluation->arena, struct result, vendors);
    evaluation->category_scores =
        arena_array(&evaluation->arena, double, vendors * evaluation->criteria->category_count);
    evaluation->waiver_met = arena_array(&evaluation->arena, uint8_t, decisions);
    struct result untold = {.band = NOWHERE};
    for (size_t c = 0; c < evaluation->criteria->criterion_count; c++) {
        const struct criterion *criterion = &evaluation->criteria->criteria[c];
        bool counted = is_counted(evaluation->criteria, criterion);
        untold.asked += counted && criterion->by == BY_VENDOR;
        untold.buyer_asked += counted && criterion->by == BY_BUYER;
    }
    for (size_t v = 0; v < vendors; v++)
        evaluation->results[v] = untold;
    for (size_t d = 0; d < decisions; d++) {
        const struct decision *decision = &evaluation->decisions->items[d];
        if (decision->kind == EXCLUDED_VENDOR)
            evaluation->results[decision->vendor].status = STATUS_EXCLUDED;
    }
}

static void judging_init(struct judging *judging, struct evaluation *evaluation,
                         const struct evaluation_options *options)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t vendors = evaluation->answers->count;
    size_t chunk_size = options->chunk > 0 ? options->chunk : CHUNK;
    struct arena *arena = &judging->arena;
    judging->evaluation = evaluation;
    judging->chunk_size = smaller(chunk_size, vendors > 0 ? vendors : 1);
    scoring_init(&judging->scoring, criteria, evaluation->answers, arena);
    judging->judges = judges_list(evaluation, arena);
    chunk_init(&judging->chunk, criteria, judging->chunk_size, arena);
    judging->outcomes =
        arena_alloc(arena, judging->judges.count + 1, judging->chunk_size, alignof(uint8_t));
    judging->collector = collector_new(evaluation, &judging->judges, arena);
    judging->penalties = arena_array(arena, struct penalties, judging->chunk_size);
    judging->answered[BY_VENDOR] = arena_array(arena, uint16_t, judging->chunk_size);
    judging->answered[BY_BUYER] = arena_array(arena, uint16_t, judging->chunk_size);
    judging->tie_values = arena_array(arena, double, vendors * criteria->tie_ids.count + 1);
    judging->context = (struct expr_context){.criteria = criteria,
                                             .answers = evaluation->answers,
                                             .as_of = evaluation->as_of,
                                             .scratch = &judging->scratch};
    results_init(evaluation);
}

void evaluate(struct evaluation *evaluation, const struct criteria *criteria,
              struct answers *answers, int32_t as_of, const struct evaluation_options *options)
{
    *evaluation = (struct evaluation){.criteria = criteria,
                                      .answers = answers,
                                      .as_of = as_of,
                                      .ratings = options->ratings,
                                      .decisions = options->decisions,
                                      .settlement = options->settlement,
                                      .ignores_waivers = options->ignore_waivers,
                                      .ignored_waiver = options->ignored_waiver};
    struct judging judging = {0};
    judging_init(&judging, evaluation, options);
    compute_columns(criteria, answers, &judging.context, judging.chunk_size);
    const uint8_t *members = judge_cohort(&judging);
    cohort_measure(&evaluation->cohort, criteria, answers, members, &evaluation->arena);
    judging.context.cohort = &evaluation->cohort;
    for (size_t first = 0; first < answers->count; first += judging.chunk_size) {
        progress_tell(options->progress, "judging", first, answers->count);
        judge_vendors(&judging, first, smaller(judging.chunk_size, answers->count - first));
    }
    discount_decided(evaluation);
    rank_vendors(evaluation, judging.tie_values);
    evaluation->shares = shares_of(criteria, &evaluation->arena);
    arena_release(&judging.arena);
    arena_release(&judging.scratch);
}

void evaluation_release(struct evaluation *evaluation)
{
    memory_free(evaluation->flags);
    memory_free(evaluation->unresolved);
    arena_release(&evaluation->arena);
}
