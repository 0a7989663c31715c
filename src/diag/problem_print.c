/* Problems as people read them: a line each, and below it the source line with a caret. */
#include "shortlist/problem.h"

#include <inttypes.h>
#include <stdio.h>

#include "shortlist/unicode.h"
#include "tally.h"

/* Begin with ESC: everything else of the kind in a message is made visible before. */
#define COLOR_PLACE "\033[1m"
#define COLOR_END "\033[0m"

static const struct {
    const char *word;
    const char *color;
} severities[] = {
    [PROBLEM_ERROR] = {"error", "\033[1;31m"},
    [PROBLEM_WARNING] = {"warning", "\033[1;33m"},
    [PROBLEM_NOTE] = {"note", "\033[1;36m"},
};

struct printer {
    struct sink *sink;
    struct arena scratch; /* for one problem */
    struct problem_style style;
};

static void print_colored(struct printer *printer, const char *color, const char *string)
{
    sink_string(printer->sink, printer->style.color ? color : "");
    sink_string(printer->sink, string);
    sink_string(printer->sink, printer->style.color ? COLOR_END : "");
}

static void print_visible(struct printer *printer, struct text text)
{
    sink_text(printer->sink, unicode_visible(&printer->scratch, text));
}

/* "file:line:col: error: ", with what of the place there is. */
static void print_head(struct printer *printer, const struct place *place,
                       enum problem_severity severity)
{
    struct sink *sink = printer->sink;
    sink_string(sink, printer->style.color ? COLOR_PLACE : "");
    print_visible(printer, place->source ? place->source->name : TEXT("shortlist"));
    sink_char(sink, ':');
    if (place->source && place->line > 0) {
        sink_format(sink, "%" PRIu32 ":", place->line);
        if (place->column > 0)
            sink_format(sink, "%" PRIu32 ":", place->column);
    }
    sink_string(sink, printer->style.color ? COLOR_END " " : " ");
    print_colored(printer, severities[severity].color, severities[severity].word);
    sink_string(sink, ": ");
}

/* The columns that the excerpt takes on a terminal before `column` of the line. */
static size_t shown_width(struct printer *printer, const struct excerpt *excerpt, uint32_t column)
{
    size_t index = column > excerpt->column ? column - excerpt->column : 0;
    struct text before = text_slice(excerpt->text, 0, unicode_offset(excerpt->text, index));
    return unicode_width(unicode_visible(&printer->scratch, before));
}

/*
 *   12 | attrition_anual_pct: 28 %
 *      | ^~~~~~~~~~~~~~~~~~~
 */
static void print_excerpt(struct printer *printer, const struct place *place,
                          const struct excerpt *excerpt, enum problem_severity severity)
{
    struct sink *sink = printer->sink;
    if (!printer->style.excerpts || excerpt->text.len == 0)
        return;
    char number[16];
    int digits = snprintf(number, sizeof(number), "%2" PRIu32, place->line);
    sink_format(sink, "  %s | ", number);
    print_visible(printer, excerpt->text);
    sink_format(sink, "\n  %*s | ", digits, "");

    size_t from = shown_width(printer, excerpt, place->column);
    size_t to = place->end_line > place->line
                    ? unicode_width(unicode_visible(&printer->scratch, excerpt->text))
                    : shown_width(printer, excerpt, place->end_column);
    sink_repeat(sink, " ", from);
    sink_string(sink, printer->style.color ? severities[severity].color : "");
    sink_char(sink, '^');
    sink_repeat(sink, "~", to > from + 1 ? to - from - 1 : 0);
    sink_string(sink, printer->style.color ? COLOR_END : "");
    sink_char(sink, '\n');
}

static void print_note(struct printer *printer, const struct problem_note *note)
{
    if (!note->place.source && note->place.line == 0) {
        sink_string(printer->sink, "  ");
        print_colored(printer, severities[PROBLEM_NOTE].color, "hint");
        sink_string(printer->sink, ": ");
    } else {
        print_head(printer, &note->place, PROBLEM_NOTE);
    }
    print_visible(printer, note->message);
    sink_char(printer->sink, '\n');
    print_excerpt(printer, &note->place, &note->excerpt, PROBLEM_NOTE);
}

static void print_problem(struct printer *printer, const struct problem *problem)
{
    enum problem_severity severity = problem_severity(problem->code);
    if (printer->style.errors_only && severity != PROBLEM_ERROR)
        return;
    print_head(printer, &problem->place, severity);
    print_visible(printer, problem->message);
    sink_format(printer->sink, " [%s]\n", problem_code_name(problem->code));
    print_excerpt(printer, &problem->place, &problem->excerpt, severity);
    for (const struct problem_note *note = problem->notes; note; note = note->next)
        print_note(printer, note);
    arena_clear(&printer->scratch);
}

/* "9,900": a count with its thousands apart. */
static void print_count(struct sink *sink, size_t count)
{
    if (count >= 1000) {
        print_count(sink, count / 1000);
        sink_format(sink, ",%03zu", count % 1000);
    } else {
        sink_format(sink, "%zu", count);
    }
}

static void print_dropped(struct printer *printer, const struct source *source, size_t dropped)
{
    struct place whole = {.source = source};
    print_head(printer, &whole, PROBLEM_NOTE);
    print_count(printer->sink, dropped);
    sink_string(printer->sink,
                dropped == 1 ? " more problem is not shown\n" : " more problems are not shown\n");
}

static size_t count_dropped(const struct problem_tally *tally, bool errors_only)
{
    size_t dropped = tally->dropped[PROBLEM_ERROR];
    if (!errors_only)
        dropped += tally->dropped[PROBLEM_WARNING] + tally->dropped[PROBLEM_NOTE];
    return dropped;
}

static void print_totals(struct sink *sink, const size_t totals[static PROBLEM_SEVERITIES],
                         bool errors_only)
{
    if (totals[PROBLEM_ERROR] < 2)
        return;
    print_count(sink, totals[PROBLEM_ERROR]);
    sink_string(sink, " errors");
    if (totals[PROBLEM_WARNING] > 0 && !errors_only) {
        sink_string(sink, ", ");
        print_count(sink, totals[PROBLEM_WARNING]);
        sink_string(sink, totals[PROBLEM_WARNING] == 1 ? " warning" : " warnings");
    }
    sink_char(sink, '\n');
}

void problems_print(const struct problems *problems, struct sink *sink, struct problem_style style)
{
    struct printer printer = {.sink = sink, .style = style};
    for (size_t i = 0; i < problems->count; i++) {
        const struct source *source = problems->items[i].place.source;
        print_problem(&printer, &problems->items[i]);
        if (i + 1 == problems->count ||
            !text_equal(tally_name(source), tally_name(problems->items[i + 1].place.source))) {
            size_t dropped = count_dropped(tally_find(problems, source), style.errors_only);
            if (dropped > 0)
                print_dropped(&printer, source, dropped);
        }
    }
    print_totals(sink, problems->totals, style.errors_only);
    arena_release(&printer.scratch);
}
