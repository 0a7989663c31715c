/* Comments that silence warnings. */
#include "shortlist/ignore.h"

#include <string.h>

#include "ignores.h"
#include "lines.h"

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
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
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

/* --- The comments of a source --------------------------------------------------------------- */

/* One code of a comment; PROBLEM_CODES where it names none that there is. */
struct ignored {
    struct text written; /* empty where the comment names no code at all */
    enum problem_code code;
    struct place place;
    bool used;
    struct ignored *next; /* in order of the file */
};

struct ignores {
    const struct source *source;
    struct ignored *first;
    struct ignored *newest; /* of use last: problems mostly come in order of the file */
    struct ignores *next;
};

/* Reads the comments of a source one behind the other. */
struct comments {
    struct problems *problems;
    const struct source *source;
    struct ignored **last;
    size_t at; /* a byte, and where it stands */
    uint32_t line;
    uint32_t column;
};

static void add_ignored(struct comments *comments, size_t from, struct text written)
{
    lines_advance(comments->source->bytes, comments->at, from, &comments->line, &comments->column);
    comments->at = from;
    uint32_t length = (uint32_t)(written.len > 0 ? written.len : strlen(mark));
    struct ignored *ignored = arena_new(&comments->problems->arena, struct ignored);
    *ignored = (struct ignored){
        .written = written,
        .code = problem_code_find(written),
        .place = {comments->source, comments->line, comments->column, comments->line,
                  comments->column + length, 0},
    };
    *comments->last = ignored;
    comments->last = &ignored->next;
}

static void read_comment(struct comments *comments, size_t start)
{
    const struct text bytes = comments->source->bytes;
    size_t at = behind_word(bytes, start);
    size_t from = at;
    struct text code = at == start ? TEXT("") : next_code(bytes, &at, true);
    if (code.len == 0)
        add_ignored(comments, start, TEXT(""));
    for (; code.len > 0; code = next_code(bytes, &at, false)) {
        from = (size_t)(code.ptr - bytes.ptr);
        add_ignored(comments, from, code);
    }
}

static struct ignores *ignores_read(struct problems *problems, const struct source *source)
{
    const struct text bytes = source->bytes;
    struct ignores *ignores = arena_new(&problems->arena, struct ignores);
    const struct place first = source_place(source, 0);
    struct comments comments = {.problems = problems,
                                .source = source,
                                .last = &ignores->first,
                                .line = first.line,
                                .column = first.column};
    if (text_starts(bytes, TEXT("\xEF\xBB\xBF")))
        comments.at = strlen("\xEF\xBB\xBF");
    for (size_t at = next_mark(bytes, 0); at < bytes.len; at = next_mark(bytes, at + 1))
        read_comment(&comments, at);
    ignores->source = source;
    ignores->newest = ignores->first;
    ignores->next = problems->ignores;
    problems->ignores = ignores;
    return ignores;
}

static struct ignores *ignores_of(struct problems *problems, const struct source *source)
{
    struct ignores *ignores = problems->ignores;
    while (ignores != NULL && ignores->source != source)
        ignores = ignores->next;
    return ignores != NULL ? ignores : ignores_read(problems, source);
}

/* --- What they silence ---------------------------------------------------------------------- */

bool ignores_silence(struct problems *problems, enum problem_code code, const struct place *place)
{
    bool any = false;
    if (place->source == NULL || !place->source->may_ignore)
        return false;
    struct ignores *ignores = ignores_of(problems, place->source);
    if (ignores->newest == NULL || ignores->newest->place.line > place->line)
        ignores->newest = ignores->first;
    struct ignored *ignored = ignores->newest;
    while (ignored != NULL && ignored->place.line < place->line) {
        ignores->newest = ignored;
        ignored = ignored->next;
    }
    for (; ignored != NULL && ignored->place.line == place->line; ignored = ignored->next) {
        if (ignored->code == code) {
            ignored->used = true;
            any = true;
        }
    }
    return any;
}

/* --- What is of no use ---------------------------------------------------------------------- */

static void tell_unused(struct problems *problems, const struct ignored *ignored)
{
    const char *why = "no such warning is on this line";
    if (ignored->written.len == 0) {
        problem_add(problems, PROBLEM_UNUSED_IGNORE, ignored->place,
                    "this comment names nothing to ignore");
        problem_hint(problems, "write `# shortlist: ignore CODE`");
        return;
    }
    if (ignored->code == PROBLEM_CODES)
        why = "there is no such code";
    else if (problem_severity(ignored->code) == PROBLEM_ERROR)
        why = "errors are never silenced";
    problem_add(problems, PROBLEM_UNUSED_IGNORE, ignored->place, "`%.*s` is ignored here, but %s",
                TEXT_ARG(ignored->written), why);
    if (ignored->code == PROBLEM_CODES)
        problem_suggest(problems, problem_code_nearest(ignored->written));
    else
        problem_hint(problems, "take the comment away");
}

void ignores_tell_unused(struct problems *problems, const struct source *source,
                         const bool *looked_for)
{
    if (!source->may_ignore)
        return;
    const struct ignored *ignored = ignores_of(problems, source)->first;
    for (; ignored != NULL; ignored = ignored->next) {
        bool known = ignored->code != PROBLEM_CODES;
        bool is_muted = known && problems->muted != NULL && problems->muted[ignored->code];
        if (!ignored->used && !is_muted && (!known || looked_for[ignored->code]))
            tell_unused(problems, ignored);
    }
}
