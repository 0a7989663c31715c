/*
 * Problems as workflow commands, from which GitHub Actions makes annotations. In the log a command
 * is its message alone, so that says the place too; below stands what closes the text report.
 */
#include "problems.h"

#include <inttypes.h>

#include "checkout.h"
#include "shortlist/unicode.h"

static const char *const commands[PROBLEM_SEVERITIES] = {
    [PROBLEM_ERROR] = "error",
    [PROBLEM_WARNING] = "warning",
    [PROBLEM_NOTE] = "notice",
};

struct commander {
    const struct problem_report *report;
    struct sink *sink;
    struct arena scratch; /* for one problem */
};

/* --- Escaping -------------------------------------------------------------------------------- */

/* The runner decodes these, in properties all of them, in messages the first three. */
static void write_escaped(struct sink *sink, struct text text, bool property)
{
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
            sink_format(sink, "%%%02X", (unsigned)c);
        else
            sink_char(sink, c);
    }
}

static void write_property(struct commander *commander, const char *name, struct text value)
{
    sink_string(commander->sink, name);
    write_escaped(commander->sink, unicode_visible(&commander->scratch, value), true);
}

/* --- Places ---------------------------------------------------------------------------------- */

/*
 * Lines and columns of an annotation include the last one. Columns are taken only within one line:
 * with others the runner complains.
 */
static void write_region(struct sink *sink, const struct place *place)
{
    uint32_t end_line = place->end_line;
    if (place->line == 0)
        return;
    if (end_line > place->line && place->end_column <= 1)
        end_line--; /* just behind a line end */
    if (end_line < place->line)
        end_line = place->line;
    sink_format(sink, "line=%" PRIu32 ",endLine=%" PRIu32 ",", place->line, end_line);
    if (place->column == 0 || place->end_line != place->line)
        return;
    uint32_t end_column = place->end_column > place->column ? place->end_column - 1 : place->column;
    sink_format(sink, "col=%" PRIu32 ",endColumn=%" PRIu32 ",", place->column, end_column);
}

static void write_place(struct commander *commander, const struct place *place)
{
    if (place->source == NULL)
        return;
    struct whereabouts found =
        checkout_find(commander->report, place->source->name, &commander->scratch);
    if (found.lies == LIES_NOWHERE)
        return;
    write_property(commander, "file=", found.path);
    sink_char(commander->sink, ',');
    write_region(commander->sink, place);
}

/* "vendors/acme.yaml:12:3: ", with what of the place there is. */
static void add_place(struct commander *commander, struct text_buffer *words,
                      const struct place *place)
{
    if (place->source == NULL)
        return;
    buffer_add(words, unicode_visible(&commander->scratch, place->source->name));
    if (place->line > 0)
        buffer_format(words, ":%" PRIu32, place->line);
    if (place->line > 0 && place->column > 0)
        buffer_format(words, ":%" PRIu32, place->column);
    buffer_add(words, TEXT(": "));
}

/* --- Commands -------------------------------------------------------------------------------- */

static void write_command(struct commander *commander, enum problem_severity severity,
                          const struct place *place, const char *title, struct text message)
{
    sink_format(commander->sink, "::%s ", commands[severity]);
    write_place(commander, place);
    write_property(commander, "title=", text_from(title));
    sink_string(commander->sink, "::");
    write_escaped(commander->sink, message, false);
    sink_char(commander->sink, '\n');
}

/* The message, and each second place and hint on a line of its own. */
static struct text message_words(struct commander *commander, const struct problem *problem)
{
    struct text_buffer words = {.arena = &commander->scratch};
    add_place(commander, &words, &problem->place);
    buffer_add(&words, unicode_visible(&commander->scratch, problem->message));
    for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
        buffer_add_char(&words, '\n');
        add_place(commander, &words, &note->place);
        buffer_add(&words, note_has_place(note) ? TEXT("note: ") : TEXT("hint: "));
        buffer_add(&words, unicode_visible(&commander->scratch, note->message));
    }
    return buffer_text(&words);
}

static void write_not_shown(struct commander *commander, const struct source *source)
{
    struct text_buffer words = {.arena = &commander->scratch};
    const struct place whole = {.source = source};
    struct text not_shown =
        problems_not_shown(commander->report->problems, source, false, &commander->scratch);
    if (not_shown.len == 0)
        return;
    add_place(commander, &words, &whole);
    buffer_add(&words, not_shown);
    write_command(commander, PROBLEM_NOTE, &whole, "and more", buffer_text(&words));
}

void problems_github(const struct problem_report *report, struct sink *sink)
{
    const struct problems *problems = report->problems;
    struct commander commander = {.report = report, .sink = sink};
    for (size_t p = 0; p < problems->count; p++) {
        const struct problem *problem = &problems->items[p];
        write_command(&commander, problem_severity(problem->code), &problem->place,
                      problem_code_name(problem->code), message_words(&commander, problem));
        if (problem_is_last(problems, p))
            write_not_shown(&commander, problem->place.source);
        arena_clear(&commander.scratch);
    }
    arena_release(&commander.scratch);
    problems_close(report, sink);
}
