/* Judging: rules, minimums and built-in flags, each over a chunk of vendors. */

#include "rules.h"
#include "shortlist/number.h"

/* --- What there is to judge -------------------------------------------------------------- */

static void add_rules(struct judges *judges, const struct evaluation *evaluation,
                      enum severity severity)
{
    const struct criteria *criteria = evaluation->criteria;
    bool accepts_na = evaluation->decisions != NULL && evaluation->decisions->accepts_na;
    for (uint32_t r = 0; r < criteria->rule_count; r++) {
        const struct rule *rule = &criteria->rules[r];
        if (rule->severity != severity)
            continue;
        judges->items[judges->count++] = (struct judge){
            .kind = FLAG_RULE,
            .subject = r,
            .severity = severity,
            .uses_cohort = rule->uses_cohort,
            .may_be_silent = accepts_na || expr_may_be_silent(rule->condition, criteria),
        };
    }
}

static void add_minimums(struct judges *judges, const struct criteria *criteria)
{
    for (uint32_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->minimum.place.line == 0 || category->dropped)
            continue;
        judges->items[judges->count++] = (struct judge){
            .kind = FLAG_MINIMUM,
            .subject = c,
            .severity = flag_severities[FLAG_MINIMUM],
            .uses_cohort = category->uses_cohort,
        };
    }
}

/* What contested raters of a criterion raise. */
static enum flag_kind contest_of(const struct criterion *criterion)
{
    if (criterion->by == BY_VENDOR)
        return FLAG_DISPUTED;
    return criterion->type == TYPE_RATING ? FLAG_DISAGREE : FLAG_CONFLICT;
}

static bool may_fire(enum flag_kind kind, const struct criterion *criterion)
{
    if (criterion->dropped || criterion->by == BY_NOBODY)
        return false;
    if (kind == FLAG_EXPIRED || kind == FLAG_NA_CLAIMED)
        return criterion->by == BY_VENDOR;
    return kind == contest_of(criterion);
}

/* Built-in flags fire once a criterion. */
static void add_built_in(struct judges *judges, const struct criteria *criteria,
                         enum flag_kind kind)
{
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        if (may_fire(kind, &criteria->criteria[c]))
            judges->items[judges->count++] =
                (struct judge){.kind = kind, .subject = c, .severity = flag_severities[kind]};
    }
}

struct judges judges_list(const struct evaluation *evaluation, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    bool rated = evaluation->ratings != NULL && evaluation->ratings->count > 0;
    size_t most = criteria->rule_count + criteria->category_count + 3 * criteria->criterion_count;
    struct judges judges = {.items = arena_array(arena, struct judge, most)};
    add_rules(&judges, evaluation, SEVERITY_KNOCKOUT);
    add_minimums(&judges, criteria);
    add_rules(&judges, evaluation, SEVERITY_CRITICAL);
    add_rules(&judges, evaluation, SEVERITY_WARNING);
    add_built_in(&judges, criteria, FLAG_EXPIRED);
    if (rated) {
        add_built_in(&judges, criteria, FLAG_CONFLICT);
        add_built_in(&judges, criteria, FLAG_DISPUTED);
    }
    add_rules(&judges, evaluation, SEVERITY_NOTE);
    if (rated)
        add_built_in(&judges, criteria, FLAG_DISAGREE);
    add_built_in(&judges, criteria, FLAG_NA_CLAIMED);
    return judges;
}

/* --- Judging ----------------------------------------------------------------------------- */

/*
 * What becomes of a rule whose condition is unknown for a vendor. A doubt that hangs only on what
 * was dropped or excluded is silent; `unknown: fire` leaves only the dropped silent.
 */
static enum outcome outcome_of_doubt(const struct rule *rule, const struct chunk *chunk,
                                     const struct expr_context *context, size_t index)
{
    struct expr_wait wait = {
        .open = arena_array(context->scratch, uint8_t, context->criteria->criterion_count)};
    expr_wait(rule->condition, context, chunk->first, index, &wait);
    bool real = wait.any_open || wait.any_other;
    if (!rule->unknown_fires)
        return real || !(wait.any_excluded || wait.any_dropped) ? OUTCOME_UNRESOLVED : OUTCOME_NONE;
    if (!real && !wait.any_excluded && wait.any_dropped)
        return OUTCOME_NONE;
    return wait.any_open ? OUTCOME_FIRED_UNKNOWN : OUTCOME_FIRED;
}

static void judge_rule(const struct judge *judge, const struct chunk *chunk,
                       const struct expr_context *context, uint8_t *outcomes)
{
    const struct rule *rule = &context->criteria->rules[judge->subject];
    expr_truths(rule->condition, context, chunk->first, chunk->count, outcomes);
    bool asks_why = judge->may_be_silent || rule->unknown_fires;
    for (size_t i = 0; asks_why && i < chunk->count; i++) {
        if (outcomes[i] == TRUTH_UNKNOWN)
            outcomes[i] = (uint8_t)outcome_of_doubt(rule, chunk, context, i);
    }
    arena_clear(context->scratch);
}

_Static_assert((int)TRUTH_FALSE == (int)OUTCOME_NONE && (int)TRUTH_TRUE == (int)OUTCOME_FIRED &&
                   (int)TRUTH_UNKNOWN == (int)OUTCOME_UNRESOLVED,
               "truths are outcomes");

static void judge_minimum(const struct judge *judge, const struct chunk *chunk,
                          const struct criteria *criteria, uint8_t *outcomes)
{
    double minimum = criteria->categories[judge->subject].minimum.value;
    const double *scores = chunk->scores[judge->subject];
    for (size_t i = 0; i < chunk->count; i++) {
        bool below = scores[i] < minimum && !number_equal(scores[i], minimum);
        outcomes[i] = below ? OUTCOME_FIRED : OUTCOME_NONE;
    }
}

static inline void compare_marks(const uint8_t *marks, size_t count, uint8_t mask, uint8_t wanted,
                                 uint8_t *restrict outcomes)
{
    for (size_t i = 0; i < count; i++)
        outcomes[i] = (marks[i] & mask) == wanted ? OUTCOME_FIRED : OUTCOME_NONE;
}

static void judge_marks(const struct judge *judge, const struct chunk *chunk,
                        const struct answers *answers, uint8_t mask, uint8_t wanted,
                        uint8_t *outcomes)
{
    const uint8_t *marks = answers->columns[judge->subject].marks + chunk->first;
    /* The same twice: of a count that it knows, a compiler compares many marks at a time. */
    if (chunk->count == CHUNK)
        compare_marks(marks, CHUNK, mask, wanted, outcomes);
    else
        compare_marks(marks, chunk->count, mask, wanted, outcomes);
}

void judge_chunk(const struct judge *judge, const struct chunk *chunk,
                 const struct expr_context *context, uint8_t *outcomes)
{
    switch (judge->kind) {
    case FLAG_RULE:
        judge_rule(judge, chunk, context, outcomes);
        break;
    case FLAG_MINIMUM:
        judge_minimum(judge, chunk, context->criteria, outcomes);
        break;
    case FLAG_EXPIRED:
        judge_marks(judge, chunk, context->answers, MARK_STATE | MARK_EXPIRED,
                    STATE_ANSWERED | MARK_EXPIRED, outcomes);
        break;
    case FLAG_NA_CLAIMED:
        judge_marks(judge, chunk, context->answers, MARK_STATE | MARK_ACCEPTED, STATE_NA, outcomes);
        break;
    case FLAG_CONFLICT:
    case FLAG_DISPUTED:
    case FLAG_DISAGREE:
        judge_marks(judge, chunk, context->answers, MARK_CONTESTED, MARK_CONTESTED, outcomes);
        break;
    case FLAG_KINDS:
        break;
    }
}
