/* Score forms in words. */
#include "form_words.h"

#include <math.h>
#include <string.h>

#include "shortlist/number.h"

struct text brief_number(struct arena *arena, double value)
{
    char number[NUMBER_SIZE];
    int decimals = 2;
    for (double least = 0.1; fabs(value) < least && value != 0 && decimals < 6; least /= 10)
        decimals++;
    if (number_equal(number_round(value, decimals), value)) {
        number_plain(value, number);
        return text_copy(arena, text_from(number));
    }
    size_t len = number_fixed(value, decimals, number);
    while (number[len - 1] == '0')
        len--;
    if (number[len - 1] == '.')
        len--;
    return text_copy(arena, (struct text){number, len});
}

static void add_number(struct text_buffer *buffer, double value)
{
    char number[NUMBER_SIZE];
    number_plain(value, number);
    buffer_add(buffer, text_from(number));
}

/* --- Options and sets ---------------------------------------------------------------------- */

static struct text option_label(const struct criterion *criterion, struct text id)
{
    uint8_t option = options_find(&criterion->options, id);
    return option == NO_OPTION ? id : criterion->options.items[option].label;
}

/* Labels that hold commas cannot be told apart by commas. */
static bool labels_hold_commas(const struct criterion *criterion)
{
    const struct points_list *list = &criterion->score.points_list;
    for (size_t i = 0; i < list->count; i++) {
        struct text label = option_label(criterion, list->items[i].answer.text);
        if (label.len > 0 && memchr(label.ptr, ',', label.len) != NULL)
            return true;
    }
    return false;
}

static void points_of_options(struct text_buffer *buffer, const struct criterion *criterion)
{
    const struct points_list *list = &criterion->score.points_list;
    bool commas = labels_hold_commas(criterion);
    const char *separator = commas ? "; " : ", ";
    for (size_t i = 0; i < list->count; i++) {
        struct text label = option_label(criterion, list->items[i].answer.text);
        buffer_format(buffer, "%s%.*s%s ", i > 0 ? separator : "", TEXT_ARG(label),
                      commas ? ":" : "");
        add_number(buffer, list->items[i].points);
    }
    if (criterion->type == TYPE_SET) {
        if (list->count < criterion->options.count)
            buffer_format(buffer, "%sany other%s 0", separator, commas ? ":" : "");
        buffer_add(buffer, TEXT("; added up, at most 100"));
    }
}

static void share_of(struct text_buffer *buffer, const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    size_t named = 0;
    buffer_add(buffer,
               score->members == 0 ? TEXT("100, as nothing is asked for") : TEXT("share of "));
    for (size_t option = 0; option < criterion->options.count; option++) {
        if (score->members >> option & 1)
            buffer_format(buffer, "%s%.*s", named++ > 0 ? ", " : "",
                          TEXT_ARG(criterion->options.items[option].label));
    }
    if (score->share_of.need.len > 0)
        buffer_format(buffer, " (needs.%.*s)", TEXT_ARG(score->share_of.need));
}

/* --- Numbers ------------------------------------------------------------------------------- */

static void days_of(struct text_buffer *buffer, const struct criterion *criterion)
{
    if (criterion->type == TYPE_DATE)
        buffer_add(buffer, TEXT("by days from the as-of date, "));
}

static void curve(struct text_buffer *buffer, const struct criterion *criterion)
{
    const struct knots *knots = &criterion->score.curve;
    days_of(buffer, criterion);
    for (size_t i = 0; i < knots->count; i++) {
        add_number(buffer, knots->items[i].x);
        buffer_add(buffer, TEXT(" -> "));
        add_number(buffer, knots->items[i].points);
        buffer_add(buffer, TEXT(", "));
    }
    buffer_add(buffer,
               knots->count > 2 ? TEXT("straight lines between") : TEXT("a straight line between"));
}

static void steps(struct text_buffer *buffer, const struct criterion *criterion)
{
    const struct knots *knots = &criterion->score.steps;
    days_of(buffer, criterion);
    for (size_t i = 0; i < knots->count; i++) {
        buffer_add(buffer, i > 0 ? TEXT(", from ") : TEXT("from "));
        add_number(buffer, knots->items[i].x);
        buffer_add(buffer, TEXT(": "));
        add_number(buffer, knots->items[i].points);
    }
}

/* A bid of the cohort, with its value where there are bids. */
static void bid(struct text_buffer *buffer, const char *which, const struct criterion *criterion,
                double value)
{
    buffer_format(buffer, "the %s bid", which);
    if (isnan(value))
        return;
    buffer_add_char(buffer, ' ');
    if (criterion->by == BY_NOBODY)
        buffer_add(buffer, brief_number(buffer->arena, value));
    else
        add_number(buffer, value);
}

static void score_end(struct text_buffer *buffer, const struct criterion *criterion,
                      const struct score_end *end, const struct cohort_column *column)
{
    bool bids = column != NULL && column->bids > 0;
    switch (end->kind) {
    case END_NUMBER:
        add_number(buffer, end->value);
        break;
    case END_NEED:
        add_number(buffer, end->value);
        buffer_format(buffer, " (needs.%.*s)", TEXT_ARG(end->need));
        break;
    case END_LOWEST:
        bid(buffer, "lowest", criterion, bids ? column->lowest : (double)NAN);
        break;
    case END_HIGHEST:
        bid(buffer, "highest", criterion, bids ? column->highest : (double)NAN);
        break;
    }
}

static void best_worst(struct text_buffer *buffer, const struct criterion *criterion,
                       const struct cohort_column *column)
{
    days_of(buffer, criterion);
    buffer_add(buffer, TEXT("100 at "));
    score_end(buffer, criterion, &criterion->score.best, column);
    buffer_add(buffer, TEXT(", 0 at "));
    score_end(buffer, criterion, &criterion->score.worst, column);
    buffer_add(buffer, TEXT(", a straight line between"));
}

struct text form_words(struct arena *arena, const struct criteria *criteria, uint32_t position,
                       const struct cohort *cohort)
{
    const struct criterion *criterion = &criteria->criteria[position];
    const struct cohort_column *column =
        cohort != NULL && cohort->columns != NULL ? &cohort->columns[position] : NULL;
    struct text_buffer buffer = {.arena = arena};
    switch (criterion->score.form) {
    case FORM_NONE:
        break;
    case FORM_POINTS:
        points_of_options(&buffer, criterion);
        break;
    case FORM_CURVE:
        curve(&buffer, criterion);
        break;
    case FORM_STEPS:
        steps(&buffer, criterion);
        break;
    case FORM_SHARE_OF:
        share_of(&buffer, criterion);
        break;
    case FORM_BEST_WORST:
        best_worst(&buffer, criterion, column);
        break;
    case FORM_FORMULA:
        buffer_add(&buffer, criterion->score.formula.text);
        break;
    }
    return buffer_text(&buffer);
}
