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
    const char *words; /* of several */
    const char *color;
} severities[] = {
    [PROBLEM_ERROR] = {"error", "errors", "\033[1;31m"},
    [PROBLEM_WARNING] = {"warning", "warnings", "\033[1;33m"},
    [PROBLEM_NOTE] = {"note", "notes", "\033[1;36m"},
};

const char *problem_severity_word(enum problem_severity severity)
{
    return severities[severity].word;
}

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

/* --- What was counted ------------------------------------------------------------------------ */

struct text problem_counts(const size_t counts[static PROBLEM_SEVERITIES], struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (size_t s = 0; s < PROBLEM_SEVERITIES; s++) {
        if (counts[s] == 0)
            continue;
        buffer_add(&buffer, buffer.len > 0 ? TEXT(", ") : TEXT(""));
        buffer_add(&buffer, text_count(arena, counts[s], severities[s].word, severities[s].words));
    }
    return buffer_text(&buffer);
}

struct text problems_not_shown(const struct problems *problems, const struct source *source,
                               bool errors_only, struct arena *arena)
{
    const struct problem_tally *tally = tally_find(problems, source);
    size_t dropped = 0;
    for (size_t s = 0; tally && s < PROBLEM_SEVERITIES; s++)
        dropped += s == PROBLEM_ERROR || !errors_only ? tally->dropped[s] : 0;
    if (dropped == 0)
        return TEXT("");
    return text_count(arena, dropped, "more problem is not shown", "more problems are not shown");
}

static void print_not_shown(struct printer *printer, const struct problems *problems,
                            const struct source *source)
{
    struct place whole = {.source = source};
    struct text words =
        problems_not_shown(problems, source, printer->style.errors_only, &printer->scratch);
    if (words.len == 0)
        return;
    print_head(printer, &whole, PROBLEM_NOTE);
    sink_text(printer->sink, words);
    sink_char(printer->sink, '\n');
}

static void print_totals(struct printer *printer, const struct problems *problems)
{
    const bool errors_only = printer->style.errors_only;
    const size_t counts[PROBLEM_SEVERITIES] = {
        [PROBLEM_ERROR] = problems->totals[PROBLEM_ERROR],
        [PROBLEM_WARNING] = errors_only ? 0 : problems->totals[PROBLEM_WARNING],
    };
    if (counts[PROBLEM_ERROR] < 2 || printer->style.no_totals)
        return;
    sink_text(printer->sink, problem_counts(counts, &printer->scratch));
    sink_char(printer->sink, '\n');
}

/* --- All of them ----------------------------------------------------------------------------- */

void problems_print(const struct problems *problems, struct sink *sink, struct problem_style style)
{
    struct printer printer = {.sink = sink, .style = style};
    for (size_t i = 0; i < problems->count; i++) {
        const struct source *source = problems->items[i].place.source;
        print_problem(&printer, &problems->items[i]);
        if (i + 1 == problems->count ||
            !text_equal(tally_name(source), tally_name(problems->items[i + 1].place.source)))
            print_not_shown(&printer, problems, source);
    }
    print_totals(&printer, problems);
    arena_release(&printer.scratch);
}
