/*
 * Problems: collecting and sorting. Only so many of a source are kept, and of each only a bounded
 * part of its message and line, so that no input makes them large; all are counted.
 */
#include "shortlist/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shortlist/memory.h"
#include "shortlist/names.h"
#include "shortlist/unicode.h"
#include "ignores.h"
#include "tally.h"

enum {
    MESSAGE_LONGEST = 2000, /* bytes */
    EXCERPT_LONGEST = 400,  /* bytes */
    EXCERPT_BEFORE = 200    /* of these, at most so many before the place */
};

static const struct {
    const char *name;
    const char *meaning;
    enum problem_severity severity;
} catalogue[] = {
#define PROBLEM_ROW(name, code, severity, meaning) {code, meaning, PROBLEM_##severity},
    PROBLEM_CATALOGUE(PROBLEM_ROW)
#undef PROBLEM_ROW
};

const char *problem_code_name(enum problem_code code)
{
    return catalogue[code].name;
}

enum problem_severity problem_severity(enum problem_code code)
{
    return catalogue[code].severity;
}

const char *problem_meaning(enum problem_code code)
{
    return catalogue[code].meaning;
}

void problems_release(struct problems *problems)
{
    arena_release(&problems->arena);
    memory_free(problems->items);
    memory_free(problems->tallies);
    *problems = (struct problems){0};
}

/* The place of a source's tally among those sorted by name, or where it would stand. */
static size_t tally_position(const struct problems *problems, struct text name)
{
    /* Files are mostly met in order of name: look at the end first. */
    size_t to = problems->tally_count;
    if (to > 0 && text_compare(problems->tallies[to - 1].name, name) < 0)
        return to;
    return to == 0 ? 0
                   : names_place(&problems->tallies[0].name, to, sizeof(*problems->tallies), name);
}

struct text tally_name(const struct source *source)
{
    return source ? source->name : TEXT("");
}

const struct problem_tally *tally_find(const struct problems *problems, const struct source *source)
{
    if (problems->tally_count > 0 && source == problems->last_source)
        return &problems->tallies[problems->last_tally];
    size_t at = tally_position(problems, tally_name(source));
    bool found =
        at < problems->tally_count && text_equal(problems->tallies[at].name, tally_name(source));
    return found ? &problems->tallies[at] : NULL;
}

/* The same, made when it is not there. */
static struct problem_tally *tally_of(struct problems *problems, const struct source *source)
{
    const struct problem_tally *found = tally_find(problems, source);
    size_t at;
    if (found) {
        at = (size_t)(found - problems->tallies);
    } else {
        at = tally_position(problems, tally_name(source));
        if (problems->tally_count == problems->tally_capacity) {
            problems->tally_capacity =
                memory_grown(problems->tally_capacity, problems->tally_count + 1);
            problems->tallies = memory_resize(problems->tallies, problems->tally_capacity,
                                              sizeof(*problems->tallies));
        }
        memmove(&problems->tallies[at + 1], &problems->tallies[at],
                (problems->tally_count - at) * sizeof(*problems->tallies));
        problems->tallies[at] = (struct problem_tally){.name = tally_name(source)};
        problems->tally_count++;
    }
    problems->last_source = source;
    problems->last_tally = at;
    return &problems->tallies[at];
}

bool problems_full(const struct problems *problems, const struct source *source)
{
    const struct problem_tally *tally = tally_find(problems, source);
    return tally && tally->kept[PROBLEM_ERROR] == PROBLEMS_KEPT;
}

struct place problem_place(const struct problems *problems, const struct phrase *phrase,
                           size_t from, size_t to)
{
    if (problems_full(problems, phrase->place.source))
        return phrase->place;
    return phrase_place(phrase, from, to);
}

/* The beginning of a code point at or before `at`. */
static size_t whole_characters(struct text text, size_t at)
{
    while (at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

__attribute__((format(printf, 2, 0))) static struct text
message_format(struct arena *arena, const char *format, va_list arguments)
{
    char printed[MESSAGE_LONGEST + 1];
    int len = vsnprintf(printed, sizeof(printed), format, arguments);
    if (len <= MESSAGE_LONGEST)
        return text_copy(arena, (struct text){printed, len > 0 ? (size_t)len : 0});
    struct text whole = {printed, MESSAGE_LONGEST};
    size_t cut = whole_characters(whole, MESSAGE_LONGEST - 3);
    return text_format(arena, "%.*s...", (int)cut, printed);
}

static struct excerpt copy_line(struct arena *arena, struct line_finder *finder,
                                const struct place *place)
{
    struct excerpt excerpt = {.column = 1};
    if (!place->source || place->line == 0 || place->source->bytes.len == 0)
        return excerpt;
    struct text line = line_finder_line(finder, place->source, place->line);
    if (line.len <= EXCERPT_LONGEST) {
        excerpt.text = text_copy(arena, line);
        return excerpt;
    }
    size_t at = place->column > 0 ? unicode_offset(line, place->column - 1) : 0;
    size_t from = at > EXCERPT_BEFORE ? at - EXCERPT_BEFORE : 0;
    if (from > line.len - EXCERPT_LONGEST)
        from = line.len - EXCERPT_LONGEST;
    size_t to = whole_characters(line, from + EXCERPT_LONGEST);
    from = whole_characters(line, from);
    size_t cut = unicode_count(text_slice(line, 0, from));
    const char *before = "";
    if (cut < 3) {
        from = 0;
    } else {
        /* The dots take the columns of the last three characters that they stand for. */
        before = "...";
        excerpt.column = (uint32_t)(cut - 3) + 1;
    }
    struct text_buffer buffer = {.arena = arena};
    buffer_add(&buffer, text_from(before));
    buffer_add(&buffer, text_slice(line, from, to));
    buffer_add(&buffer, to < line.len ? TEXT("...") : TEXT(""));
    excerpt.text = buffer_text(&buffer);
    return excerpt;
}

/* Of a cell of a table, what a spreadsheet shows of its place: the line, and the column by name. */
static struct text in_cell(struct arena *arena, const struct place *place, struct text message)
{
    const struct source *source = place->source;
    if (place->cell == 0 || place->cell > source->column_count ||
        source->columns[place->cell - 1].len == 0)
        return message;
    return text_format(arena, "line %u, column %.*s: %.*s", (unsigned)place->line,
                       TEXT_ARG(source->columns[place->cell - 1]), TEXT_ARG(message));
}

void problem_add(struct problems *problems, enum problem_code code, struct place place,
                 const char *format, ...)
{
    enum problem_severity severity = problem_severity(code);
    bool is_muted = problems->muted != NULL && problems->muted[code];
    if (severity != PROBLEM_ERROR && (is_muted || ignores_silence(problems, code, &place))) {
        problems->last_kept = false;
        return;
    }
    struct problem_tally *tally = tally_of(problems, place.source);
    problems->totals[severity]++;
    problems->last_kept = tally->kept[severity] < PROBLEMS_KEPT;
    if (!problems->last_kept) {
        tally->dropped[severity]++;
        return;
    }
    tally->kept[severity]++;
    if (problems->count == problems->capacity) {
        problems->capacity = memory_grown(problems->capacity, problems->count + 1);
        problems->items =
            memory_resize(problems->items, problems->capacity, sizeof(*problems->items));
    }
    va_list arguments;
    va_start(arguments, format);
    problems->items[problems->count] = (struct problem){
        .code = code,
        .place = place,
        .message =
            in_cell(&problems->arena, &place, message_format(&problems->arena, format, arguments)),
        .excerpt = copy_line(&problems->arena, &problems->last_line, &place),
        .order = problems->count,
    };
    va_end(arguments);
    problems->count++;
}

/* Adds to the newest problem, when that was kept. */
__attribute__((format(printf, 3, 0))) static void
add_note(struct problems *problems, struct place place, const char *format, va_list arguments)
{
    if (!problems->last_kept)
        return;
    struct problem_note *note = arena_new(&problems->arena, struct problem_note);
    note->place = place;
    note->message =
        in_cell(&problems->arena, &place, message_format(&problems->arena, format, arguments));
    /* A note may point back: the search for the next problem goes on from this one. */
    struct line_finder finder = problems->last_line;
    note->excerpt = copy_line(&problems->arena, &finder, &place);
    struct problem_note **end = &problems->items[problems->count - 1].notes;
    while (*end)
        end = &(*end)->next;
    *end = note;
}

void problem_note(struct problems *problems, struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_note(problems, place, format, arguments);
    va_end(arguments);
}

void problem_hint(struct problems *problems, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_note(problems, (struct place){0}, format, arguments);
    va_end(arguments);
}

void problem_suggest(struct problems *problems, struct text best)
{
    if (best.len > 0)
        problem_hint(problems, "did you mean `%.*s`?", TEXT_ARG(best));
}

void problem_bad_number(struct problems *problems, struct place place, struct text written,
                        enum number_fault fault)
{
    bool is_near = fault != NUMBER_FINE && fault != NUMBER_MISSING;
    problem_add(problems, PROBLEM_BAD_NUMBER, place, "`%.*s` is not %s", TEXT_ARG(written),
                is_near ? "written as a decimal number" : "a number");
    problem_hint(problems, "%s",
                 fault == NUMBER_FINE ? "write the number alone" : number_hint(fault));
}

static int compare_problems(const void *left, const void *right)
{
    const struct problem *a = left;
    const struct problem *b = right;
    int order = place_compare(&a->place, &b->place);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

void problems_sort(struct problems *problems)
{
    if (problems->count > 0)
        qsort(problems->items, problems->count, sizeof(*problems->items), compare_problems);
    problems->last_kept = false; /* there is no newest problem any more */
}

size_t problems_errors(const struct problems *problems, const struct source *source)
{
    const struct problem_tally *tally = tally_find(problems, source);
    return tally == NULL ? 0 : tally->kept[PROBLEM_ERROR] + tally->dropped[PROBLEM_ERROR];
}

/* --- Codes by name ------------------------------------------------------------------------ */

enum problem_code problem_code_find(struct text name)
{
    int code = 0;
    while (code < PROBLEM_CODES &&
           !text_equal(text_from(problem_code_name((enum problem_code)code)), name))
        code++;
    return (enum problem_code)code;
}

struct text problem_code_nearest(struct text name)
{
    struct nearest nearest = {.word = name};
    for (int code = 0; code < PROBLEM_CODES; code++)
        nearest_offer(&nearest, text_from(problem_code_name((enum problem_code)code)));
    return nearest.best;
}
