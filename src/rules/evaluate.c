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

/* Marks the vendors that pass every knock-out and minimum that does not depend on the cohort. */
static uint8_t *judge_cohort(struct judging *judging)
{
    size_t vendors = judging->evaluation->answers->count;
    uint8_t *members = arena_array(&judging->evaluation->arena, uint8_t, vendors);
    memset(members, 1, vendors);
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
            for (size_t i = 0; i < count; i++) {
                bool out = judging->outcomes[i] == OUTCOME_FIRED ||
                           judging->outcomes[i] == OUTCOME_FIRED_UNKNOWN;
                members[first + i] = out ? 0 : members[first + i];
            }
        }
    }
    return members;
}

/* --- Flags ------------------------------------------------------------------------------- */

static void add_flag(struct evaluation *evaluation, const struct flag *flag)
{
    if (evaluation->flag_count == evaluation->flag_capacity) {
        evaluation->flag_capacity =
            memory_grown(evaluation->flag_capacity, evaluation->flag_count + 1);
        evaluation->flags =
            memory_resize(evaluation->flags, evaluation->flag_capacity, sizeof *evaluation->flags);
    }
    evaluation->flags[evaluation->flag_count++] = *flag;
}

static void add_unresolved(struct evaluation *evaluation, uint32_t vendor, uint32_t rule)
{
    if (evaluation->unresolved_count == evaluation->unresolved_capacity) {
        evaluation->unresolved_capacity =
            memory_grown(evaluation->unresolved_capacity, evaluation->unresolved_count + 1);
        evaluation->unresolved =
            memory_resize(evaluation->unresolved, evaluation->unresolved_capacity,
                          sizeof *evaluation->unresolved);
    }
    evaluation->unresolved[evaluation->unresolved_count++] = (struct unresolved){vendor, rule};
}

/* The penalties of one vendor, by what each depends on. */
struct penalties {
    double fired;
    double by_unknown; /* of those, fired while an open criterion is waited for */
    double unresolved;
};

/* Takes the outcomes of one vendor, worst first, into its flags. Rules alone have penalties. */
static void collect_flags(struct judging *judging, size_t index, struct penalties *penalties)
{
    struct evaluation *evaluation = judging->evaluation;
    uint32_t vendor = (uint32_t)(judging->chunk.first + index);
    struct result *result = &evaluation->results[vendor];
    result->first_flag = (uint32_t)evaluation->flag_count;
    result->first_unresolved = (uint32_t)evaluation->unresolved_count;
    for (size_t j = 0; j < judging->judges.count; j++) {
        enum outcome outcome = judging->outcomes[j * judging->chunk_size + index];
        if (outcome == OUTCOME_NONE)
            continue;
        const struct judge *judge = &judging->judges.items[j];
        double penalty = judge->kind == FLAG_RULE
                             ? evaluation->criteria->rules[judge->subject].penalty.value
                             : 0;
        if (outcome == OUTCOME_UNRESOLVED) {
            add_unresolved(evaluation, vendor, judge->subject);
            penalties->unresolved += penalty;
            result->conditional |= judge->severity == SEVERITY_KNOCKOUT;
            continue;
        }
        add_flag(evaluation, &(struct flag){.vendor = vendor,
                                            .subject = judge->subject,
                                            .kind = (uint8_t)judge->kind,
                                            .severity = (uint8_t)judge->severity,
                                            .by_unknown = outcome == OUTCOME_FIRED_UNKNOWN});
        penalties->fired += penalty;
        penalties->by_unknown += outcome == OUTCOME_FIRED_UNKNOWN ? penalty : 0;
        if (judge->severity == SEVERITY_KNOCKOUT)
            result->status = STATUS_KNOCKED_OUT;
    }
    result->flag_count = (uint32_t)evaluation->flag_count - result->first_flag;
    result->unresolved_count = (uint32_t)evaluation->unresolved_count - result->first_unresolved;
}

/* --- Totals ------------------------------------------------------------------------------ */

/* Rounded, not below 0; NaN stays. */
static double total_after(double sum, double penalty, int decimals)
{
    return isnan(sum) ? sum : number_round(fmax(0, sum - penalty), decimals);
}

static void finish_result(struct judging *judging, size_t index, const struct penalties *penalties)
{
    const struct chunk *chunk = &judging->chunk;
    struct result *result = &judging->evaluation->results[chunk->first + index];
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
        bool matters = criterion->type != TYPE_TEXT && criterion->weight.value > 0 &&
                       evaluation->criteria->categories[criterion->category].weight.value > 0;
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
        collect_flags(judging, i, &penalties);
        finish_result(judging, i, &penalties);
        for (size_t c = 0; c < categories; c++)
            evaluation->category_scores[(first + i) * categories + c] = judging->chunk.scores[c][i];
    }
}

/* --- The run ----------------------------------------------------------------------------- */

static void share_weights(struct evaluation *evaluation)
{
    const struct criteria *criteria = evaluation->criteria;
    double sum = 0;
    for (size_t c = 0; c < criteria->category_count; c++)
        sum += criteria->categories[c].dropped ? 0 : criteria->categories[c].weight.value;
    evaluation->weight_shares = arena_array(&evaluation->arena, double, criteria->category_count);
    for (size_t c = 0; sum > 0 && c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        evaluation->weight_shares[c] = category->dropped ? 0 : category->weight.value / sum;
    }
}

static void judging_init(struct judging *judging, struct evaluation *evaluation, size_t chunk_size)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t vendors = evaluation->answers->count;
    struct arena *arena = &judging->arena;
    judging->evaluation = evaluation;
    judging->chunk_size = smaller(chunk_size, vendors > 0 ? vendors : 1);
    scoring_init(&judging->scoring, criteria, evaluation->answers, arena);
    judging->judges = judges_list(criteria, arena);
    chunk_init(&judging->chunk, criteria, judging->chunk_size, arena);
    judging->outcomes =
        arena_alloc(arena, judging->judges.count + 1, judging->chunk_size, alignof(uint8_t));
    judging->tie_values = arena_array(arena, double, vendors * criteria->tie_ids.count + 1);
    judging->context = (struct expr_context){.criteria = criteria,
                                             .answers = evaluation->answers,
                                             .as_of = evaluation->as_of,
                                             .scratch = &judging->scratch};
    evaluation->results = arena_array(&evaluation->arena, struct result, vendors);
    for (size_t v = 0; v < vendors; v++)
        evaluation->results[v].band = NOWHERE;
    evaluation->category_scores =
        arena_array(&evaluation->arena, double, vendors * criteria->category_count);
}

void evaluate(struct evaluation *evaluation, const struct criteria *criteria,
              struct answers *answers, int32_t as_of, const struct evaluation_options *options)
{
    *evaluation = (struct evaluation){.criteria = criteria, .answers = answers, .as_of = as_of};
    struct judging judging = {0};
    judging_init(&judging, evaluation, options->chunk > 0 ? options->chunk : CHUNK);
    compute_columns(criteria, answers, &judging.context, judging.chunk_size);
    const uint8_t *members = judge_cohort(&judging);
    cohort_measure(&evaluation->cohort, criteria, answers, members, &evaluation->arena);
    judging.context.cohort = &evaluation->cohort;
    for (size_t first = 0; first < answers->count; first += judging.chunk_size)
        judge_vendors(&judging, first, smaller(judging.chunk_size, answers->count - first));
    rank_vendors(evaluation, judging.tie_values);
    share_weights(evaluation);
    arena_release(&judging.arena);
    arena_release(&judging.scratch);
}

void evaluation_release(struct evaluation *evaluation)
{
    memory_free(evaluation->flags);
    memory_free(evaluation->unresolved);
    arena_release(&evaluation->arena);
}

int evaluation_worst(const struct evaluation *evaluation)
{
    int worst = -1;
    for (size_t f = 0; f < evaluation->flag_count; f++)
        worst = evaluation->flags[f].severity > worst ? evaluation->flags[f].severity : worst;
    for (size_t u = 0; u < evaluation->unresolved_count && worst < SEVERITY_WARNING; u++) {
        const struct rule *rule = &evaluation->criteria->rules[evaluation->unresolved[u].rule];
        worst = rule->severity == SEVERITY_KNOCKOUT ? SEVERITY_WARNING : worst;
    }
    return worst;
}
