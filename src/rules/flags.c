/*
 * Flags: the outcomes of judging become the flags, unresolved rules and penalties of the vendors,
 * but for what a decision waives.
 */
#include <string.h>

#include "rules.h"
#include "shortlist/eight_bytes.h"
#include "shortlist/flags.h"
#include "shortlist/memory.h"

/* --- Exclusions and waivers -------------------------------------------------------------- */

const struct decision *waiver_of(const struct evaluation *evaluation, enum flag_kind kind,
                                 uint32_t vendor, uint32_t subject)
{
    const struct decisions *decisions = evaluation->decisions;
    bool waivable = kind == FLAG_RULE || kind == FLAG_MINIMUM;
    if (decisions == NULL || !waivable || evaluation->ignores_waivers)
        return NULL;
    const struct decision *waiver = decisions_find(
        decisions, vendor, kind == FLAG_RULE ? WAIVED_RULE : WAIVED_MINIMUM, subject);
    return waiver != evaluation->ignored_waiver ? waiver : NULL;
}

const struct decision *evaluation_exclusion(const struct evaluation *evaluation, uint32_t vendor)
{
    if (evaluation->decisions == NULL)
        return NULL;
    return decisions_find(evaluation->decisions, vendor, EXCLUDED_VENDOR, 0);
}

static struct text waived_id(const struct evaluation *evaluation, const struct decision *waiver)
{
    const struct criteria *criteria = evaluation->criteria;
    return waiver->kind == WAIVED_RULE ? criteria->rules[waiver->subject].id.text
                                       : criteria->categories[waiver->subject].id.text;
}

void evaluation_note_waivers(const struct evaluation *evaluation, struct problems *problems)
{
    size_t count = evaluation->decisions == NULL ? 0 : evaluation->decisions->count;
    for (size_t d = 0; d < count; d++) {
        const struct decision *waiver = &evaluation->decisions->items[d];
        bool is_waiver = waiver->kind == WAIVED_RULE || waiver->kind == WAIVED_MINIMUM;
        bool is_judged = evaluation->results[waiver->vendor].status != STATUS_EXCLUDED;
        if (!is_waiver || !is_judged || evaluation->waiver_met[d])
            continue;
        problem_add(problems, PROBLEM_IDLE_WAIVER, waiver->place,
                    "`%.*s%.*s` did not fire for `%.*s`: there is nothing to waive",
                    TEXT_ARG(waiver->kind == WAIVED_MINIMUM ? minimum_prefix : TEXT("")),
                    TEXT_ARG(waived_id(evaluation, waiver)),
                    TEXT_ARG(evaluation->answers->vendors[waiver->vendor].id));
    }
}

/* --- Outcomes ---------------------------------------------------------------------------- */

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

static void collect_unresolved(struct evaluation *evaluation, const struct judge *judge,
                               uint32_t vendor, double penalty, struct penalties *penalties)
{
    add_unresolved(evaluation, vendor, judge->subject);
    penalties->unresolved += penalty;
    evaluation->results[vendor].conditional |= judge->severity == SEVERITY_KNOCKOUT;
}

static void collect_flag(struct evaluation *evaluation, const struct judge *judge, uint32_t vendor,
                         enum outcome outcome, const struct decision *waiver)
{
    add_flag(evaluation, &(struct flag){.vendor = vendor,
                                        .subject = judge->subject,
                                        .kind = (uint8_t)judge->kind,
                                        .severity = (uint8_t)judge->severity,
                                        .by_unknown = outcome == OUTCOME_FIRED_UNKNOWN,
                                        .waived = waiver != NULL});
    if (waiver == NULL && judge->severity == SEVERITY_KNOCKOUT)
        evaluation->results[vendor].status = STATUS_KNOCKED_OUT;
}

/* --- Outcomes by vendor ------------------------------------------------------------------ */

/* Vendors whose outcomes are gathered at a time: those of a judge for all of them lie in one line
 * of the processor's memory. */
enum { GROUP = 64 };

/* An outcome other than none, in one number. */
enum { OUTCOME_BITS = 2, OUTCOME_MASK = (1 << OUTCOME_BITS) - 1 };

struct collector {
    const struct judges *judges;
    double *penalties;    /* [judge]; rules alone have them */
    bool may_waive;       /* there are decisions */
    uint32_t *met;        /* [vendor of the group * judges + n]: judge << OUTCOME_BITS | outcome */
    size_t counts[GROUP]; /* how many of these, by vendor */
};

struct collector *collector_new(const struct evaluation *evaluation, const struct judges *judges,
                                struct arena *arena)
{
    struct collector *collector = arena_new(arena, struct collector);
    collector->judges = judges;
    collector->penalties = arena_array(arena, double, judges->count);
    for (size_t j = 0; j < judges->count; j++) {
        const struct judge *judge = &judges->items[j];
        if (judge->kind == FLAG_RULE)
            collector->penalties[j] = evaluation->criteria->rules[judge->subject].penalty.value;
    }
    collector->may_waive = evaluation->decisions != NULL && evaluation->decisions->count > 0;
    size_t vendors = evaluation->answers->count < GROUP ? evaluation->answers->count : GROUP;
    collector->met = arena_array(arena, uint32_t, vendors * judges->count);
    return collector;
}

/* Adds the outcomes of a judge about the vendors [from, to), but for those that are none. */
static void meet(struct collector *collector, const uint8_t *outcomes, uint32_t judge, size_t from,
                 size_t to)
{
    size_t room = collector->judges->count;
    uint32_t *met = collector->met + from * room;
    for (size_t i = from; i < to; i++, met += room) {
        /* Written in any case: without a branch that nobody can foresee. */
        size_t count = collector->counts[i];
        met[count] = judge << OUTCOME_BITS | outcomes[i];
        collector->counts[i] = count + (outcomes[i] != OUTCOME_NONE);
    }
}

/* Most outcomes are none: eight are looked at as one. */
static void gather(struct collector *collector, const uint8_t *outcomes, size_t stride,
                   size_t count)
{
    size_t judges = collector->judges->count;
    memset(collector->counts, 0, sizeof collector->counts);
    for (uint32_t j = 0; j < judges; j++, outcomes += stride) {
        for (size_t from = 0; from < count; from += EIGHT) {
            if (eight_bytes(outcomes + from, count - from) != 0)
                meet(collector, outcomes, j, from, from + EIGHT < count ? from + EIGHT : count);
        }
    }
}

/* The decision that waives what a judge has to say, which is noted as met; or NULL. */
static const struct decision *meet_waiver(struct evaluation *evaluation, const struct judge *judge,
                                          uint32_t vendor)
{
    const struct decision *waiver = waiver_of(evaluation, judge->kind, vendor, judge->subject);
    if (waiver != NULL)
        evaluation->waiver_met[waiver - evaluation->decisions->items] = 1;
    return waiver;
}

static void collect_outcome(struct evaluation *evaluation, const struct collector *collector,
                            uint32_t vendor, uint32_t met, struct penalties *penalties)
{
    const struct judge *judge = &collector->judges->items[met >> OUTCOME_BITS];
    enum outcome outcome = (enum outcome)(met & OUTCOME_MASK);
    double penalty = collector->penalties[met >> OUTCOME_BITS];
    const struct decision *waiver =
        collector->may_waive ? meet_waiver(evaluation, judge, vendor) : NULL;
    if (waiver != NULL)
        penalty = 0;
    if (outcome == OUTCOME_UNRESOLVED) {
        if (waiver == NULL)
            collect_unresolved(evaluation, judge, vendor, penalty, penalties);
        return;
    }
    collect_flag(evaluation, judge, vendor, outcome, waiver);
    penalties->fired += penalty;
    penalties->by_unknown += outcome == OUTCOME_FIRED_UNKNOWN ? penalty : 0;
}

static void collect_vendor(struct evaluation *evaluation, const struct collector *collector,
                           uint32_t vendor, size_t index, struct penalties *penalties)
{
    const uint32_t *met = collector->met + index * collector->judges->count;
    struct result *result = &evaluation->results[vendor];
    size_t count = result->status == STATUS_EXCLUDED ? 0 : collector->counts[index];
    struct penalties sums = {0};
    result->first_flag = (uint32_t)evaluation->flag_count;
    result->first_unresolved = (uint32_t)evaluation->unresolved_count;
    for (size_t m = 0; m < count; m++)
        collect_outcome(evaluation, collector, vendor, met[m], &sums);
    result->flag_count = (uint32_t)evaluation->flag_count - result->first_flag;
    result->unresolved_count = (uint32_t)evaluation->unresolved_count - result->first_unresolved;
    *penalties = sums;
}

void collect_flags(struct evaluation *evaluation, struct collector *collector,
                   const struct chunk *chunk, const uint8_t *outcomes, size_t stride,
                   struct penalties *penalties)
{
    for (size_t from = 0; from < chunk->count; from += GROUP) {
        size_t left = chunk->count - from;
        size_t count = left < GROUP ? left : GROUP;
        gather(collector, outcomes + from, stride, count);
        for (size_t i = 0; i < count; i++)
            collect_vendor(evaluation, collector, (uint32_t)(chunk->first + from + i), i,
                           &penalties[from + i]);
    }
}

/* --- The worst --------------------------------------------------------------------------- */

int evaluation_worst(const struct evaluation *evaluation)
{
    int worst = -1;
    for (size_t f = 0; f < evaluation->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[f];
        worst = flag->severity > worst && !flag->waived ? flag->severity : worst;
    }
    for (size_t u = 0; u < evaluation->unresolved_count && worst < SEVERITY_WARNING; u++) {
        const struct rule *rule = &evaluation->criteria->rules[evaluation->unresolved[u].rule];
        worst = rule->severity == SEVERITY_KNOCKOUT ? SEVERITY_WARNING : worst;
    }
    return worst;
}
