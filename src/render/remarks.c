/* What the author of a file says about it in comments. */
#include "remarks.h"

#include <string.h>

#include "yaml_line.h"

/* Whether a line is a comment alone; `*words` is then what stands behind the #. */
static bool is_comment(struct text line, struct text *words)
{
    struct text trimmed = text_trim(line);
    if (!line_is_comment(line))
        return false;
    if (text_ends(trimmed, TEXT("\r")))
        trimmed.len--;
    size_t skipped = trimmed.len > 1 && trimmed.ptr[1] == ' ' ? 2 : 1;
    *words = text_slice(trimmed, skipped, trimmed.len);
    return true;
}

/* Whether a comment says something to people. */
static bool is_remark(struct text words)
{
    bool letters = false;
    for (size_t i = 0; i < words.len; i++)
        letters = letters || strchr("#-=*_ ", words.ptr[i]) == NULL;
    return (letters || words.len == 0) && !text_starts(words, TEXT("shortlist:")) &&
           !text_starts(words, TEXT("yaml-language-server:"));
}

/* A remark as it grows. */
struct remark {
    struct text_buffer text;
    size_t indent; /* of the line of the remark that was begun last */
    bool ended;    /* the next line begins one */
};

/* Adds a line of the file. What is further in begins a line, and what is further in than that goes
 * on with it. */
static void add_line(struct remark *remark, struct text words)
{
    const size_t indent = line_indent(words);
    const bool goes_on =
        indent == remark->indent ? indent == 0 : indent > remark->indent && remark->indent > 0;
    if (!is_remark(words))
        return;
    if (words.len == 0) {
        remark->ended = true;
        return;
    }
    const bool begins = remark->ended || !goes_on || remark->text.len == 0;
    if (remark->text.len > 0)
        buffer_add_char(&remark->text, begins ? '\n' : ' ');
    if (begins)
        remark->indent = indent;
    buffer_add(&remark->text, begins ? words : text_trim(words));
    remark->ended = false;
}

struct text remark_above(const struct source *source, uint32_t line, struct arena *arena)
{
    struct remark remark = {.text = {.arena = arena}};
    struct text words;
    uint32_t first = line;
    while (first > 1 && is_comment(source_line(source, first - 1), &words))
        first--;
    for (; first < line; first++) {
        if (is_comment(source_line(source, first), &words))
            add_line(&remark, words);
    }
    return buffer_text(&remark.text);
}

struct text remark_beside(const struct place *place, struct arena *arena)
{
    struct remark remark = {.text = {.arena = arena}};
    const struct source *source = place->source;
    const size_t start = source_offset(source, place->end_line, 1);
    const size_t from = source_offset(source, place->end_line, place->end_column);
    const size_t end = start + source_line(source, place->end_line).len;
    size_t at = from;
    struct text words;
    while (at < end && strchr(" \t:,]}", source->bytes.ptr[at]) != NULL)
        at++;
    /* A block of text ends where the next line begins. */
    bool beside = at > from && !line_is_blank(text_slice(source->bytes, start, from));
    if (beside && is_comment(text_slice(source->bytes, at, end), &words))
        add_line(&remark, text_trim(words));
    return buffer_text(&remark.text);
}

struct text remark_at_top(const struct source *source, struct arena *arena)
{
    struct remark remark = {.text = {.arena = arena}};
    const struct text bytes = source->bytes;
    bool begun = false;
    for (size_t from = 0; from < bytes.len;) {
        const char *end = memchr(bytes.ptr + from, '\n', bytes.len - from);
        size_t to = end == NULL ? bytes.len : (size_t)(end - bytes.ptr);
        struct text line = text_slice(bytes, from, to);
        struct text words = TEXT("");
        bool comment = is_comment(line, &words);
        begun = begun || comment;
        if (begun && !comment && !line_is_blank(line))
            break;
        if (begun)
            add_line(&remark, words);
        from = to + 1;
    }
    return buffer_text(&remark.text);
}

/* --- Writing ------------------------------------------------------------------------------- */

void print_remark(struct page *page, size_t column, struct text remark, enum ink ink)
{
    for (size_t from = 0; from < remark.len;) {
        const char *end = memchr(remark.ptr + from, '\n', remark.len - from);
        size_t to = end == NULL ? remark.len : (size_t)(end - remark.ptr);
        struct text line = text_slice(remark, from, to);
        from = to + 1;
        if (line.len == 0)
            continue;
        page_to(page, column + (line.ptr[0] == ' ' ? 2 : 0));
        page_flow(page, column + (line.ptr[0] == ' ' ? 4 : 0), page_prose(page, line), ink);
        page_end(page);
    }
}
