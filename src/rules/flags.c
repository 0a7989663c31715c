/*
 * Flags: the outcomes of judging become the flags, unresolved rules and penalties of the vendors,
 * but for what a decision waives.
 */
#include "rules.h"
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
                    "`%s%.*s` did not fire for `%.*s`: there is nothing to waive",
                    waiver->kind == WAIVED_MINIMUM ? "minimum_" : "",
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

/* Takes one outcome. Rules alone have penalties. */
static void collect_outcome(struct evaluation *evaluation, const struct judge *judge,
                            uint32_t vendor, enum outcome outcome, struct penalties *penalties)
{
    const struct decision *waiver = waiver_of(evaluation, judge->kind, vendor, judge->subject);
    double penalty = judge->kind == FLAG_RULE && waiver == NULL
                         ? evaluation->criteria->rules[judge->subject].penalty.value
                         : 0;
    if (waiver != NULL)
        evaluation->waiver_met[waiver - evaluation->decisions->items] = 1;
    if (outcome == OUTCOME_UNRESOLVED) {
        if (waiver == NULL)
            collect_unresolved(evaluation, judge, vendor, penalty, penalties);
        return;
    }
    collect_flag(evaluation, judge, vendor, outcome, waiver);
    penalties->fired += penalty;
    penalties->by_unknown += outcome == OUTCOME_FIRED_UNKNOWN ? penalty : 0;
}

void collect_flags(struct evaluation *evaluation, const struct judges *judges, uint32_t vendor,
                   const uint8_t *outcomes, size_t stride, struct penalties *penalties)
{
    struct result *result = &evaluation->results[vendor];
    bool judged = result->status != STATUS_EXCLUDED;
    result->first_flag = (uint32_t)evaluation->flag_count;
    result->first_unresolved = (uint32_t)evaluation->unresolved_count;
    for (size_t j = 0; judged && j < judges->count; j++) {
        enum outcome outcome = outcomes[j * stride];
        if (outcome != OUTCOME_NONE)
            collect_outcome(evaluation, &judges->items[j], vendor, outcome, penalties);
    }
    result->flag_count = (uint32_t)evaluation->flag_count - result->first_flag;
    result->unresolved_count = (uint32_t)evaluation->unresolved_count - result->first_unresolved;
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
