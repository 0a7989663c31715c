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
    bool any = false;
    for (size_t j = 0; j < judging->judges.count; j++)
        any = any || qualifies(&judging->judges.items[j]);
    for (size_t first = 0; any && first < vendors; first += judging->chunk_size) {
        size_t count = smaller(judging->chunk_size, vendors - first);
        chunk_score(&judging->chunk, &judging->scoring, &judging->context, first, count);
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

/* Rounded, not below 0; NaN stays. */
static double total_after(double sum, double penalty, int decimals)
{
    return isnan(sum) ? sum : number_round(fmax(0, sum - penalty), decimals);
}

/* An excluded vendor has no score, and nothing of it is waited for. */
static void finish_excluded(struct result *result)
{
    result->unrounded = result->total = result->low = result->high = (double)NAN;
    result->buyer_asked = result->buyer_answered = 0;
    result->open = false;
}

static void finish_result(struct judging *judging, size_t index, const struct penalties *penalties)
{
    const struct chunk *chunk = &judging->chunk;
    struct result *result = &judging->evaluation->results[chunk->first + index];
    if (result->status == STATUS_EXCLUDED) {
        finish_excluded(result);
        return;
    }
    int decimals = judging->evaluation->criteria->decimals;
    double sum = chunk->sums[index];
    result->penalty = penalties->fired;
    result->unrounded = isnan(sum) ? sum : fmax(0, sum - penalties->fired);
    result->total = total_after(sum, penalties->fired, decimals);
    result->low =
        total_after(chunk->lows[index], penalties->fired + penalties->unresolved, decimals);
    result->high =
        total_after(chunk->highs[index], penalties->fired - penalties->by_unknown, decimals);
    if (result->status != STATUS_KNOCKED_OUT)
        result->status = isnan(sum) ? STATUS_UNSCORED : STATUS_RANKED;
    result->conditional = result->conditional && result->status == STATUS_RANKED;
    /* A rule that waits for information may move the total by its penalty alone. */
    result->open = result->open || result->low < result->high;
}

/* Counts questions, answers and what is open, a criterion at a time. */
static void count_answers(struct judging *judging)
{
    struct evaluation *evaluation = judging->evaluation;
    const struct chunk *chunk = &judging->chunk;
    for (size_t c = 0; c < evaluation->criteria->criterion_count; c++) {
        const struct criterion *criterion = &evaluation->criteria->criteria[c];
        if (criterion->dropped)
            continue;
        const uint8_t *marks = evaluation->answers->columns[c].marks + chunk->first;
        uint32_t vendors = criterion->by == BY_VENDOR;
        bool matters = criterion_can_count(evaluation->criteria, criterion);
        uint32_t buyers = criterion->by == BY_BUYER && matters;
        for (size_t i = 0; i < chunk->count; i++) {
            struct result *result = &evaluation->results[chunk->first + i];
            uint32_t answered = mark_answered(marks[i]);
            result->asked += vendors;
            result->answered += vendors & answered;
            result->buyer_asked += buyers;
            result->buyer_answered += buyers & answered;
            enum standing standing = cell_standing(criterion, judging->scoring.missing[c], marks[i],
                                                   chunk->points[c][i]);
            result->open |= matters && (standing == STANDING_ZERO || standing == STANDING_WAITS);
        }
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
    count_answers(judging);
    collect_ties(judging);
    for (size_t i = 0; i < count; i++) {
        struct penalties penalties = {0};
        collect_flags(evaluation, &judging->judges, (uint32_t)(first + i), judging->outcomes + i,
                      judging->chunk_size, &penalties);
        finish_result(judging, i, &penalties);
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
    for (size_t v = 0; v < vendors; v++)
        evaluation->results[v].band = NOWHERE;
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
    for (size_t first = 0; first < answers->count; first += judging.chunk_size)
        judge_vendors(&judging, first, smaller(judging.chunk_size, answers->count - first));
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
