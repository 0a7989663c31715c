/* Comments that silence warnings. */
#include "shortlist/ignore.h"

#include <string.h>

#include "shortlist/memory.h"

static const char mark[] = "# shortlist:";
static const char word[] = "ignore";

/* --- Finding the comments ------------------------------------------------------------------ */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(struct text bytes, size_t at)
{
    while (at < bytes.len && is_blank(bytes.ptr[at]))
        at++;
    return at;
}

static bool has_at(struct text bytes, size_t at, const char *wanted)
{
    size_t len = strlen(wanted);
    return at + len <= bytes.len && memcmp(bytes.ptr + at, wanted, len) == 0;
}

/* Where a comment begins, from `at` on: behind a blank, or at the beginning of a line. */
static size_t next_mark(struct text bytes, size_t at)
{
    for (; at < bytes.len; at++) {
        const char *found = memchr(bytes.ptr + at, '#', bytes.len - at);
        if (found == NULL)
            break;
        at = (size_t)(found - bytes.ptr);
        bool begins = at == 0 || is_blank(found[-1]) || found[-1] == '\n' || found[-1] == '\r';
        if (begins && has_at(bytes, at, mark))
            return at;
    }
    return bytes.len;
}

/* Behind "# shortlist: ignore", or `from` when that is not what stands there. */
static size_t behind_word(struct text bytes, size_t from)
{
    size_t at = skip_blanks(bytes, from + strlen(mark));
    if (!has_at(bytes, at, word))
        return from;
    at += strlen(word);
    return at == bytes.len || is_blank(bytes.ptr[at]) ? at : from;
}

static bool is_code_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* The next code of a comment, from `*at` on; empty when there is no other. What follows the codes
 * without a comma is a remark. */
static struct text next_code(struct text bytes, size_t *at, bool first)
{
    size_t from = skip_blanks(bytes, *at);
    if (!first && !has_at(bytes, from, ","))
        return TEXT("");
    from = first ? from : skip_blanks(bytes, from + 1);
    for (*at = from; *at < bytes.len && is_code_char(bytes.ptr[*at]);)
        ++*at;
    return text_slice(bytes, from, *at);
}

/* --- What they silence ---------------------------------------------------------------------- */

/* Marks what a code silences on a line; false when that is nothing. */
static bool silence(const struct problems *problems, const struct place *place,
                    enum problem_code code, uint8_t *gone)
{
    bool any = false;
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->items[i];
        if (problem->code == code && problem->place.source == place->source &&
            problem->place.line == place->line) {
            gone[i] = 1;
            any = true;
        }
    }
    return any;
}

/* A code that silenced nothing. */
struct unused {
    struct text code;
    struct place place;
    struct unused *next;
};

/* The comments of one source. */
struct ignoring {
    struct problems *problems;
    const struct source *source;
    uint8_t *gone; /* [problem] */
    struct unused *unused;
    struct unused **last;
    struct arena arena;
};

/* The place of a code, in columns of the source. */
static struct place place_of(const struct source *source, struct text code)
{
    struct place place = source_place(source, (size_t)(code.ptr - source->bytes.ptr));
    place.end_line = place.line;
    place.end_column = place.column + (uint32_t)code.len;
    return place;
}

static void apply_code(struct ignoring *ignoring, struct text code)
{
    const struct problems *problems = ignoring->problems;
    const struct place place = place_of(ignoring->source, code);
    enum problem_code found = problem_code_find(code);
    bool may_be_silent = found != PROBLEM_CODES && problem_severity(found) != PROBLEM_ERROR;
    bool is_muted = may_be_silent && problems->muted != NULL && problems->muted[found];
    if (is_muted || (may_be_silent && silence(problems, &place, found, ignoring->gone)))
        return;
    *ignoring->last = arena_new(&ignoring->arena, struct unused);
    **ignoring->last = (struct unused){.code = code, .place = place};
    ignoring->last = &(*ignoring->last)->next;
}

static void apply_comments(struct ignoring *ignoring)
{
    const struct text bytes = ignoring->source->bytes;
    for (size_t at = next_mark(bytes, 0); at < bytes.len; at = next_mark(bytes, at + 1)) {
        size_t from = behind_word(bytes, at);
        if (from == at)
            continue;
        struct text code = next_code(bytes, &from, true);
        for (; code.len > 0; code = next_code(bytes, &from, false))
            apply_code(ignoring, code);
    }
}

static const char *why_unused(enum problem_code code)
{
    if (code == PROBLEM_CODES)
        return "there is no such code";
    return problem_severity(code) == PROBLEM_ERROR ? "errors are never silenced"
                                                   : "no such warning is on this line";
}

static void tell_unused(struct problems *problems, const struct unused *unused)
{
    for (; unused != NULL; unused = unused->next) {
        enum problem_code code = problem_code_find(unused->code);
        problem_add(problems, PROBLEM_UNUSED_IGNORE, unused->place,
                    "`%.*s` is ignored here, but %s", TEXT_ARG(unused->code), why_unused(code));
        if (code == PROBLEM_CODES)
            problem_suggest(problems, problem_code_nearest(unused->code));
        else
            problem_hint(problems, "take the comment away");
    }
}

void ignores_apply(struct problems *problems, const struct source *source)
{
    struct ignoring ignoring = {
        .problems = problems,
        .source = source,
        .gone = memory_new(problems->count, sizeof(uint8_t)),
    };
    ignoring.last = &ignoring.unused;
    apply_comments(&ignoring);
    problems_remove(problems, ignoring.gone);
    tell_unused(problems, ignoring.unused);
    memory_free(ignoring.gone);
    arena_release(&ignoring.arena);
}
