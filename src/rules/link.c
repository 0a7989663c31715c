/*
 * Linking: names in score forms, rules and ties become positions, expressions are compiled, and
 * what depends on the cohort is marked. Errors of the criteria file that input found may have left
 * gaps (a form without points, options that are missing); linking goes on past them so that all
 * problems are told at once.
 */
#include "shortlist/link.h"

#include <math.h>

#include "shortlist/expr.h"

struct criteria_linker {
    struct criteria *criteria;
    int32_t as_of;
    struct arena *arena;
    struct problems *problems;
};

static const struct expr *compile(struct criteria_linker *linker, const struct phrase *phrase,
                                  struct expr_rules rules)
{
    return expr_compile(linker->arena, phrase, linker->criteria, &rules, linker->problems);
}

/* --- `when`: what this buyer does not need ----------------------------------------------- */

static void link_when(struct criteria_linker *linker, struct criterion *criterion)
{
    if (criterion->when.place.line == 0)
        return;
    const struct expr *when =
        compile(linker, &criterion->when,
                (struct expr_rules){VALUE_TRUTH, STAGE_NEEDS, NOWHERE, "a criterion's `when`"});
    criterion->when_expr = when;
    if (when == NULL)
        return;
    uint8_t truth = TRUTH_UNKNOWN;
    struct arena scratch = {0};
    struct expr_context context = {
        .criteria = linker->criteria, .as_of = linker->as_of, .scratch = &scratch};
    expr_truths(when, &context, 0, 1, &truth);
    arena_release(&scratch);
    if (truth == TRUTH_UNKNOWN) {
        problem_add(linker->problems, PROBLEM_RULE_UNKNOWN, criterion->when.place,
                    "`when` of `%.*s` has no value for these needs", TEXT_ARG(criterion->id.text));
        problem_hint(linker->problems, "does it divide by zero?");
    }
    criterion->dropped = truth == TRUTH_FALSE;
}

static void drop_empty_categories(struct criteria *criteria)
{
    for (size_t c = 0; c < criteria->category_count; c++) {
        struct category *category = &criteria->categories[c];
        category->dropped = category->count > 0;
        for (size_t i = 0; i < category->count; i++)
            category->dropped &= criteria->criteria[category->first + i].dropped;
    }
}

/* --- Score forms ------------------------------------------------------------------------- */

/* The need that a score form names, or NULL and a problem. */
static const struct need *form_need(struct criteria_linker *linker, struct text name,
                                    struct place place, enum need_type type)
{
    const struct need *need = criteria_need(linker->criteria, name);
    if (need == NULL) {
        problem_add(linker->problems, PROBLEM_UNKNOWN_NAME, place, "unknown need `%.*s`",
                    TEXT_ARG(name));
        problem_suggest(linker->problems, names_nearest(&linker->criteria->need_names, name));
        return NULL;
    }
    if (need->type == type)
        return need;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, place, "needs.%.*s is %s, where %s is needed",
                TEXT_ARG(name), need_type_names[need->type], need_type_names[type]);
    problem_note(linker->problems, need->place, "its value");
    return NULL;
}

static void link_points(struct criteria_linker *linker, struct criterion *criterion)
{
    struct score *score = &criterion->score;
    score->points = arena_array(linker->arena, double, OPTIONS_LIMIT);
    if (criterion->type == TYPE_YES_NO && score->points_list.count == 0)
        score->points[1] = 100;
    for (size_t i = 0; i < score->points_list.count; i++) {
        const struct points_entry *entry = &score->points_list.items[i];
        uint8_t option = NO_OPTION;
        if (criterion->type != TYPE_YES_NO)
            option = options_find(&criterion->options, entry->answer.text);
        else if (truth_parse(entry->answer.text) >= 0)
            option = (uint8_t)truth_parse(entry->answer.text);
        if (option != NO_OPTION)
            score->points[option] = entry->points;
    }
}

static void link_share(struct criteria_linker *linker, struct criterion *criterion)
{
    struct score *score = &criterion->score;
    const struct words *words = &score->share_of.words;
    struct text need_name = score->share_of.need;
    const struct need *need = NULL;
    if (need_name.len > 0) {
        need = form_need(linker, need_name, score->share_of.place, NEED_WORDS);
        if (need == NULL)
            return;
        words = &need->words;
    }
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        uint8_t option = options_find(&criterion->options, word->text);
        if (option != NO_OPTION) {
            score->members |= (uint64_t)1 << option;
            continue;
        }
        problem_add(linker->problems, PROBLEM_UNKNOWN_OPTION, word->place,
                    "`%.*s` is not an option of `%.*s`", TEXT_ARG(word->text),
                    TEXT_ARG(criterion->id.text));
        problem_suggest(linker->problems, options_nearest(&criterion->options, word->text));
        if (need != NULL)
            problem_note(linker->problems, score->share_of.place,
                         "`share_of` compares needs.%.*s with them here", TEXT_ARG(need_name));
    }
}

static void link_end(struct criteria_linker *linker, struct score_end *end)
{
    if (end->kind != END_NEED)
        return;
    const struct need *need = form_need(linker, end->need, end->place, NEED_NUMBER);
    end->value = need == NULL ? (double)NAN : need->number;
}

static void link_form(struct criteria_linker *linker, struct criterion *criterion)
{
    struct score *score = &criterion->score;
    switch (score->form) {
    case FORM_POINTS:
        link_points(linker, criterion);
        break;
    case FORM_SHARE_OF:
        link_share(linker, criterion);
        break;
    case FORM_BEST_WORST:
        link_end(linker, &score->best);
        link_end(linker, &score->worst);
        criterion->uses_cohort = score_asks_cohort(score);
        break;
    case FORM_FORMULA:
        if (score->formula.place.line == 0)
            break;
        score->expr = compile(
            linker, &score->formula,
            (struct expr_rules){VALUE_NUMBER, STAGE_COHORT, NOWHERE, "a score's `formula`"});
        criterion->uses_cohort =
            score->expr != NULL && expr_uses_cohort(score->expr, linker->criteria);
        break;
    case FORM_NONE:
    case FORM_CURVE:
    case FORM_STEPS:
        break;
    }
}

static void mark_cohort_categories(struct criteria *criteria)
{
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion->uses_cohort && criterion->weight.value > 0 && !criterion->dropped)
            criteria->categories[criterion->category].uses_cohort = true;
    }
}

/* --- Rules and ties ---------------------------------------------------------------------- */

static void link_rule(struct criteria_linker *linker, struct rule *rule)
{
    if (rule->when.place.line != 0)
        rule->condition =
            compile(linker, &rule->when,
                    (struct expr_rules){VALUE_TRUTH, STAGE_SCORES, NOWHERE, "a rule's `when`"});
    if (rule->message.place.line != 0)
        rule->text =
            message_compile(linker->arena, &rule->message, linker->criteria, linker->problems);
    rule->uses_cohort =
        rule->condition != NULL && expr_uses_cohort(rule->condition, linker->criteria);
}

static void link_ties(struct criteria_linker *linker)
{
    struct criteria *criteria = linker->criteria;
    criteria->ties = arena_array(linker->arena, struct tie, criteria->tie_ids.count);
    for (size_t t = 0; t < criteria->tie_ids.count; t++) {
        const struct word *id = &criteria->tie_ids.items[t];
        struct tie *tie = &criteria->ties[t];
        tie->is_category = names_find(&criteria->category_names, id->text, &tie->position);
        if (tie->is_category)
            continue;
        if (!names_find(&criteria->criterion_names, id->text, &tie->position)) {
            struct nearest nearest = {.word = id->text};
            nearest_offer(&nearest, names_nearest(&criteria->category_names, id->text));
            nearest_offer(&nearest, names_nearest(&criteria->criterion_names, id->text));
            problem_add(linker->problems, PROBLEM_UNKNOWN_NAME, id->place,
                        "unknown category or criterion `%.*s`", TEXT_ARG(id->text));
            problem_suggest(linker->problems, nearest.best);
        } else if (criteria->criteria[tie->position].type == TYPE_TEXT) {
            problem_add(linker->problems, PROBLEM_BAD_FORM, id->place,
                        "`%.*s` is a text, which has no points to break a tie by",
                        TEXT_ARG(id->text));
        }
    }
}

bool link_criteria(struct criteria *criteria, int32_t as_of, struct arena *arena,
                   struct problems *problems)
{
    struct criteria_linker linker = {criteria, as_of, arena, problems};
    size_t before = problems->totals[PROBLEM_ERROR];
    for (size_t c = 0; c < criteria->criterion_count; c++)
        link_when(&linker, &criteria->criteria[c]);
    drop_empty_categories(criteria);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        struct criterion *criterion = &criteria->criteria[c];
        if (criterion->computed.place.line != 0)
            criterion->computed_expr =
                compile(&linker, &criterion->computed,
                        (struct expr_rules){VALUE_NUMBER, STAGE_ANSWERS, c, "`computed`"});
    }
    for (size_t c = 0; c < criteria->criterion_count; c++)
        link_form(&linker, &criteria->criteria[c]);
    mark_cohort_categories(criteria);
    for (size_t r = 0; r < criteria->rule_count; r++)
        link_rule(&linker, &criteria->rules[r]);
    link_ties(&linker);
    return problems->totals[PROBLEM_ERROR] == before;
}

/* --- In words ------------------------------------------------------------------------------ */

static struct text words_of(const struct expr *expr, const struct criteria *criteria,
                            struct arena *arena)
{
    return expr == NULL ? (struct text){0} : expr_words(expr, criteria, arena);
}

struct text rule_words(const struct rule *rule, const struct criteria *criteria,
                       struct arena *arena)
{
    return words_of(rule->condition, criteria, arena);
}

struct text when_words(const struct criterion *criterion, const struct criteria *criteria,
                       struct arena *arena)
{
    return words_of(criterion->when_expr, criteria, arena);
}

struct text computed_words(const struct criterion *criterion, const struct criteria *criteria,
                           struct arena *arena)
{
    return words_of(criterion->computed_expr, criteria, arena);
}

struct text formula_words(const struct criterion *criterion, const struct criteria *criteria,
                          struct arena *arena)
{
    return words_of(criterion->score.expr, criteria, arena);
}
