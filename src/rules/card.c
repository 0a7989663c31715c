/* One vendor in full: the code that judged everyone, over a chunk of one. */
#include <math.h>

#include "rules.h"
#include "shortlist/date.h"
#include "shortlist/number.h"

/* A vendor's chunk, with the context in which its expressions can be read again. */
struct close_up {
    struct scoring scoring;
    struct chunk chunk;
    struct expr_context context;
};

/* Makes the context, without scores. */
static void close_up_open(struct close_up *close_up, const struct evaluation *evaluation,
                          struct arena *scratch)
{
    close_up->context = (struct expr_context){.criteria = evaluation->criteria,
                                              .answers = evaluation->answers,
                                              .as_of = evaluation->as_of,
                                              .cohort = &evaluation->cohort,
                                              .scratch = scratch};
}

static void close_up_score(struct close_up *close_up, const struct evaluation *evaluation,
                           uint32_t vendor, struct arena *arena)
{
    scoring_init(&close_up->scoring, evaluation->criteria, evaluation->answers, arena);
    chunk_init(&close_up->chunk, evaluation->criteria, 1, arena);
    chunk_score(&close_up->chunk, &close_up->scoring, &close_up->context, vendor, 1);
}

/* --- Flags and what is unresolved -------------------------------------------------------- */

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
        .rule = text_format(arena, "minimum_%.*s", TEXT_ARG(category->id.text)),
        .criterion = NOWHERE,
        .message = message,
        .advice = open > 0 ? TEXT("Ask for the open answers: silence counts as 0 here.") : TEXT(""),
    };
}

static struct card_flag flag_built_in(const struct evaluation *evaluation, const struct flag *flag,
                                      struct arena *arena)
{
    struct text id = evaluation->criteria->criteria[flag->subject].id.text;
    if (flag->kind == FLAG_NA_CLAIMED) {
        return (struct card_flag){
            .rule = TEXT("not_applicable_claimed"),
            .criterion = flag->subject,
            .message = text_format(arena, "says that %.*s does not apply", TEXT_ARG(id)),
            .advice = TEXT("Ask why, and ask again where the reason does not hold."),
        };
    }
    const struct statement *statement =
        answers_statement(evaluation->answers, flag->vendor, flag->subject);
    char date[DATE_SIZE] = "?";
    if (statement != NULL && statement->has_expires)
        date_print(statement->expires, date);
    return (struct card_flag){
        .rule = TEXT("expired_evidence"),
        .criterion = flag->subject,
        .message = text_format(arena, "the evidence for %.*s expired on %s", TEXT_ARG(id), date),
        .advice = TEXT("Ask for current evidence before the award."),
    };
}

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
    card_flags(card, evaluation, &close_up, arena);
    card_unresolved(card, evaluation, &close_up, arena);
    arena_release(&scratch);
}

/* --- Categories and criteria ------------------------------------------------------------- */

static void card_categories(struct card *card, const struct evaluation *evaluation,
                            const struct chunk *chunk, struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    card->categories = arena_array(arena, struct card_category, criteria->category_count);
    for (size_t c = 0; c < criteria->category_count; c++) {
        double weight = criteria->categories[c].weight.value;
        card->categories[c].score = chunk->scores[c][0];
        if (chunk->weights[c][0] > 0 && weight > 0)
            card->categories[c].share = weight / chunk->total_weights[0];
    }
}

static void card_criterion(struct card *card, uint32_t position,
                           const struct evaluation *evaluation, const struct close_up *close_up)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    struct card_criterion *shown = &card->criteria[position];
    *shown = (struct card_criterion){.points = (double)NAN,
                                     .raw_points = (double)NAN,
                                     .factor = 1,
                                     .low = (double)NAN,
                                     .high = (double)NAN,
                                     .state = STATE_NA};
    if (criterion->dropped)
        return;
    uint8_t mark = evaluation->answers->columns[position].marks[card->vendor];
    double points = close_up->chunk.points[position][0];
    enum standing standing =
        cell_standing(criterion, close_up->scoring.missing[position], mark, points);
    shown->has_answer = mark_answered(mark);
    shown->evidence = mark_evidence(mark);
    shown->expired = (mark & MARK_EXPIRED) != 0;
    shown->statement = answers_statement(evaluation->answers, card->vendor, position);
    if (standing == STANDING_EXCLUDED)
        return;
    bool answered = criterion->type == TYPE_TEXT ? shown->has_answer : standing == STANDING_COUNTS;
    shown->state = answered ? STATE_ANSWERED : STATE_OPEN;
    shown->counts = criterion->type != TYPE_TEXT && standing != STANDING_WAITS;
    shown->points = points;
    if (shown->has_answer)
        shown->factor = evidence_factor(evaluation->criteria, criterion, mark);
    if (criterion->type != TYPE_TEXT) {
        points_by_form(position, &close_up->context, card->vendor, 1, &shown->raw_points);
        shown->low = answered ? points : close_up->scoring.attainable[position].low;
        shown->high = answered ? points : close_up->scoring.attainable[position].high;
    }
    double weight = close_up->chunk.weights[criterion->category][0];
    if (!shown->counts || !(weight > 0))
        return;
    double counted = isnan(points) ? 0 : points;
    struct card_category *category = &card->categories[criterion->category];
    shown->share = category->share * criterion->weight.value / weight;
    shown->contribution = shown->share * counted;
    shown->lost = shown->share * (100 - counted);
    category->contribution += shown->contribution;
}

void card_make(struct card *card, const struct evaluation *evaluation, uint32_t vendor,
               struct arena *arena)
{
    struct close_up close_up;
    struct arena scratch = {0};
    size_t criteria = evaluation->criteria->criterion_count;
    *card = (struct card){.vendor = vendor, .result = &evaluation->results[vendor]};
    close_up_open(&close_up, evaluation, &scratch);
    close_up_score(&close_up, evaluation, vendor, arena);
    card_categories(card, evaluation, &close_up.chunk, arena);
    card->criteria = arena_array(arena, struct card_criterion, criteria);
    for (uint32_t c = 0; c < criteria; c++)
        card_criterion(card, c, evaluation, &close_up);
    card_flags(card, evaluation, &close_up, arena);
    card_unresolved(card, evaluation, &close_up, arena);
    arena_release(&scratch);
}

/* --- Words ------------------------------------------------------------------------------- */

size_t open_questions(const struct evaluation *evaluation, uint32_t vendor, uint32_t **questions,
                      struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    *questions = arena_array(arena, uint32_t, criteria->criterion_count);
    size_t count = 0;
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        enum answer_state state = mark_state(evaluation->answers->columns[c].marks[vendor]);
        if (criterion->dropped || criterion->by != BY_VENDOR)
            continue;
        if (state == STATE_OPEN || (state == STATE_NA && !criterion->na_excluded))
            (*questions)[count++] = c;
    }
    return count;
}

static struct text set_text(const struct options *options, uint64_t set, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (size_t option = 0; option < options->count; option++) {
        if (!(set >> option & 1))
            continue;
        if (buffer.len > 0)
            buffer_add(&buffer, TEXT(", "));
        buffer_add(&buffer, options->items[option].label);
    }
    return buffer.len > 0 ? buffer_text(&buffer) : TEXT("none");
}

static struct text number_text(const struct criterion *criterion, double value, struct arena *arena)
{
    char number[NUMBER_SIZE];
    number_plain(value, number);
    if (criterion->unit.len == 0)
        return text_copy(arena, text_from(number));
    return text_format(arena, "%s %.*s", number, TEXT_ARG(criterion->unit));
}

struct text answer_text(const struct evaluation *evaluation, uint32_t vendor, uint32_t position,
                        struct arena *arena)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    const struct column *column = &evaluation->answers->columns[position];
    char date[DATE_SIZE];
    if (mark_state(column->marks[vendor]) == STATE_NA)
        return TEXT("n/a");
    if (mark_state(column->marks[vendor]) == STATE_OPEN)
        return TEXT("?");
    switch (criterion->type) {
    case TYPE_YES_NO:
        return column->options[vendor] ? TEXT("yes") : TEXT("no");
    case TYPE_CHOICE:
        return criterion->options.items[column->options[vendor]].label;
    case TYPE_SET:
        return set_text(&criterion->options, column->sets[vendor], arena);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_text(criterion, column->numbers[vendor], arena);
    case TYPE_DATE:
        date_print(column->days[vendor], date);
        return text_copy(arena, text_from(date));
    case TYPE_TEXT:
        return column->texts[vendor];
    case ANSWER_TYPES:
        break;
    }
    return TEXT("?");
}
