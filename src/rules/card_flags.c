/* The flags of one vendor in words, the rules that wait, and the decisions about it. */
#include <math.h>

#include "close_up.h"
#include "shortlist/date.h"
#include "shortlist/number.h"

static struct card_flag flag_of_rule(const struct evaluation *evaluation, const struct flag *flag,
                                     const struct close_up *close_up, struct arena *arena)
{
    const struct rule *rule = &evaluation->criteria->rules[flag->subject];
    return (struct card_flag){
        .rule = rule->id.text,
        .criterion = NOWHERE,
        .message = message_text(rule->text, &close_up->context, flag->vendor, 0, arena),
        .advice = rule->advice,
        .penalty = rule->penalty.value,
    };
}

/* Open criteria of a category that count as 0 now. */
static size_t count_open(const struct evaluation *evaluation, const struct category *category,
                         uint32_t vendor)
{
    size_t open = 0;
    for (size_t c = category->first; c < category->first + category->count; c++) {
        const struct criterion *criterion = &evaluation->criteria->criteria[c];
        uint8_t mark = evaluation->answers->columns[c].marks[vendor];
        bool answered = mark_answered(mark);
        enum standing standing = cell_standing(
            criterion, criterion_missing(evaluation->criteria, criterion), mark, (double)NAN);
        open += !answered && criterion->weight.value > 0 && standing == STANDING_ZERO;
    }
    return open;
}

static struct card_flag flag_of_minimum(const struct evaluation *evaluation,
                                        const struct flag *flag, struct arena *arena)
{
    const struct category *category = &evaluation->criteria->categories[flag->subject];
    double score =
        evaluation
            ->category_scores[flag->vendor * evaluation->criteria->category_count + flag->subject];
    char shown[NUMBER_SIZE];
    char minimum[NUMBER_SIZE];
    size_t open = count_open(evaluation, category, flag->vendor);
    number_fixed(score, evaluation->criteria->decimals, shown);
    number_plain(category->minimum.value, minimum);
    struct text message = text_format(arena, "%.*s scores %s, below the minimum of %s",
                                      TEXT_ARG(category->title), shown, minimum);
    if (open > 0)
        message = text_format(arena, "%.*s, with %zu of its answers open", TEXT_ARG(message), open);
    return (struct card_flag){
        .rule =
            text_format(arena, "%.*s%.*s", TEXT_ARG(minimum_prefix), TEXT_ARG(category->id.text)),
        .criterion = NOWHERE,
        .message = message,
        .advice = open > 0 ? TEXT("Ask for the open answers: silence counts as 0 here.") : TEXT(""),
    };
}

/* --- Built-in flags ----------------------------------------------------------------------- */

static struct text expired_words(const struct evaluation *evaluation, const struct flag *flag,
                                 struct arena *arena)
{
    const struct statement *statement =
        answers_statement(evaluation->answers, flag->vendor, flag->subject);
    char date[DATE_SIZE] = "?";
    if (statement != NULL && statement->has_expires)
        date_print(statement->expires, date);
    return text_format(arena, "the evidence for %.*s expired on %s",
                       TEXT_ARG(evaluation->criteria->criteria[flag->subject].id.text), date);
}

/* "ana 4, ben 1": what each rater found. */
static struct text found_words(const struct evaluation *evaluation, const struct flag *flag,
                               struct arena *arena)
{
    struct text_buffer list = {.arena = arena};
    size_t count = 0;
    const struct rating *ratings =
        ratings_of(evaluation->ratings, flag->vendor, flag->subject, &count);
    for (size_t r = 0; r < count; r++) {
        if (!mark_answered(ratings[r].cell.mark))
            continue;
        struct text value =
            cell_text(&evaluation->criteria->criteria[flag->subject], &ratings[r].cell, arena);
        buffer_add(&list, list.len > 0 ? TEXT(", ") : TEXT(""));
        buffer_add(&list, evaluation->ratings->raters[ratings[r].rater].name);
        buffer_add_char(&list, ' ');
        buffer_add(&list, value);
    }
    return buffer_text(&list);
}

static struct text disagree_words(const struct evaluation *evaluation, const struct flag *flag,
                                  struct arena *arena)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[flag->subject];
    size_t count = 0;
    const struct rating *ratings =
        ratings_of(evaluation->ratings, flag->vendor, flag->subject, &count);
    struct rated rated = ratings_rated(ratings, count, NOWHERE);
    char spread[NUMBER_SIZE];
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    number_plain(rated.highest - rated.lowest, spread);
    number_plain(criterion->range.low, low);
    number_plain(criterion->range.high, high);
    return text_format(arena, "raters lie %s apart on %.*s, on a scale from %s to %s: %.*s", spread,
                       TEXT_ARG(criterion->id.text), low, high,
                       TEXT_ARG(found_words(evaluation, flag, arena)));
}

static struct text disputed_words(const struct evaluation *evaluation, const struct flag *flag,
                                  struct arena *arena)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[flag->subject];
    const struct cell cell = answers_cell(evaluation->answers, flag->vendor, flag->subject);
    /* Texts may hold a NUL, at which a format would end. */
    struct text_buffer words = {.arena = arena};
    if (mark_state(cell.mark) == STATE_OPEN) {
        buffer_format(&words, "the vendor leaves %.*s open", TEXT_ARG(criterion->id.text));
    } else {
        buffer_format(&words, "%.*s is ", TEXT_ARG(criterion->id.text));
        buffer_add(&words, cell_text(criterion, &cell, arena));
        buffer_add(&words, TEXT(" by the vendor"));
    }
    buffer_add(&words, TEXT(", but raters found: "));
    buffer_add(&words, found_words(evaluation, flag, arena));
    return buffer_text(&words);
}

static struct card_flag flag_built_in(const struct evaluation *evaluation, const struct flag *flag,
                                      struct arena *arena)
{
    struct text id = evaluation->criteria->criteria[flag->subject].id.text;
    struct card_flag made = {.rule = text_from(flag_ids[flag->kind]), .criterion = flag->subject};
    switch ((enum flag_kind)flag->kind) {
    case FLAG_EXPIRED:
        made.message = expired_words(evaluation, flag, arena);
        made.advice = TEXT("Ask for current evidence before the award.");
        break;
    case FLAG_CONFLICT:
        made.message = text_format(arena, "raters found different values of %.*s: %.*s",
                                   TEXT_ARG(id), TEXT_ARG(found_words(evaluation, flag, arena)));
        made.advice = TEXT("Decide which holds: until then it is open.");
        break;
    case FLAG_DISPUTED:
        made.message = disputed_words(evaluation, flag, arena);
        made.advice = TEXT("Decide which holds: until then the vendor's word counts.");
        break;
    case FLAG_DISAGREE:
        made.message = disagree_words(evaluation, flag, arena);
        made.advice = TEXT("Talk it over, and decide: until then the mean counts.");
        break;
    case FLAG_NA_CLAIMED:
        made.message = text_format(arena, "says that %.*s does not apply", TEXT_ARG(id));
        made.advice = TEXT("Ask why: accept it by a decision, or ask again.");
        break;
    case FLAG_RULE:
    case FLAG_MINIMUM:
    case FLAG_KINDS:
        break;
    }
    return made;
}

/* --- Flags and what is unresolved --------------------------------------------------------- */

static void card_flags(struct card *card, const struct evaluation *evaluation,
                       const struct close_up *close_up, struct arena *arena)
{
    const struct result *result = card->result;
    card->flags = arena_array(arena, struct card_flag, result->flag_count);
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[result->first_flag + f];
        if (flag->kind == FLAG_RULE)
            card->flags[f] = flag_of_rule(evaluation, flag, close_up, arena);
        else if (flag->kind == FLAG_MINIMUM)
            card->flags[f] = flag_of_minimum(evaluation, flag, arena);
        else
            card->flags[f] = flag_built_in(evaluation, flag, arena);
        card->flags[f].severity = (enum severity)flag->severity;
        card->flags[f].by_unknown = flag->by_unknown;
        if (flag->waived)
            card->flags[f].waiver = waiver_of(evaluation, flag->kind, flag->vendor, flag->subject);
    }
}

static void card_unresolved(struct card *card, const struct evaluation *evaluation,
                            const struct close_up *close_up, struct arena *arena)
{
    const struct result *result = card->result;
    size_t criteria = evaluation->criteria->criterion_count;
    card->unresolved = arena_array(arena, struct card_unresolved, result->unresolved_count);
    for (uint32_t u = 0; u < result->unresolved_count; u++) {
        struct card_unresolved *unresolved = &card->unresolved[u];
        unresolved->rule =
            &evaluation->criteria->rules[evaluation->unresolved[result->first_unresolved + u].rule];
        struct expr_wait wait = {.open = arena_array(arena, uint8_t, criteria)};
        expr_wait(unresolved->rule->condition, &close_up->context, card->vendor, 0, &wait);
        unresolved->waiting_for = arena_array(arena, uint32_t, criteria);
        for (uint32_t c = 0; c < criteria; c++) {
            if (wait.open[c])
                unresolved->waiting_for[unresolved->count++] = c;
        }
    }
}

void card_findings(struct card *card, const struct evaluation *evaluation,
                   const struct close_up *close_up, struct arena *arena)
{
    card_flags(card, evaluation, close_up, arena);
    card_unresolved(card, evaluation, close_up, arena);
    if (evaluation->decisions != NULL)
        card->decisions = decisions_of(evaluation->decisions, card->vendor, &card->decision_count);
}

/* Whether a message or an open condition of the vendor speaks of points or scores. */
static bool speaks_of_scores(const struct evaluation *evaluation, const struct result *result)
{
    const struct rule *rules = evaluation->criteria->rules;
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[result->first_flag + f];
        if (flag->kind == FLAG_RULE && message_stage(rules[flag->subject].text) == STAGE_SCORES)
            return true;
    }
    for (uint32_t u = 0; u < result->unresolved_count; u++) {
        uint32_t rule = evaluation->unresolved[result->first_unresolved + u].rule;
        if (expr_stage(rules[rule].condition) == STAGE_SCORES)
            return true;
    }
    return false;
}

void card_make_flags(struct card *card, const struct evaluation *evaluation, uint32_t vendor,
                     struct arena *arena)
{
    struct close_up close_up;
    struct arena scratch = {0};
    *card = (struct card){.vendor = vendor, .result = &evaluation->results[vendor]};
    close_up_open(&close_up, evaluation, &scratch);
    if (speaks_of_scores(evaluation, card->result))
        close_up_score(&close_up, evaluation, vendor, arena);
    card_findings(card, evaluation, &close_up, arena);
    arena_release(&scratch);
}
