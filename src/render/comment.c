/* Comments of YAML: texts of any content behind a #, wrapped. */
#include "comment.h"

#include <string.h>

#include "shortlist/unicode.h"

/* What the writing of one text has come to. */
struct lines {
    const struct comment *comment;
    size_t first;
    size_t hanging;
    size_t column;   /* behind what stands on the line; 0: no line is begun */
    size_t gaps;     /* empty lines of the text that are not written yet */
    bool has_begun;  /* some line was */
    bool wants_line; /* the next word begins a line */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void begin_line(struct lines *lines)
{
    const struct comment *comment = lines->comment;
    size_t further = lines->has_begun ? lines->hanging : lines->first;
    if (lines->column > 0)
        sink_char(comment->sink, '\n');
    if (lines->has_begun && lines->gaps > 0)
        comment_gap(comment);
    sink_repeat(comment->sink, " ", comment->indent);
    sink_char(comment->sink, '#');
    sink_repeat(comment->sink, " ", 1 + further);
    lines->column = comment->indent + 2 + further;
    lines->gaps = 0;
    lines->has_begun = true;
    lines->wants_line = false;
}

static void add_word(struct lines *lines, struct text word)
{
    const struct comment *comment = lines->comment;
    word = unicode_visible(comment->arena, word);
    size_t width = unicode_width(word);
    if (lines->wants_line || lines->column + 1 + width > COMMENT_WIDTH) {
        begin_line(lines);
    } else {
        sink_char(comment->sink, ' ');
        lines->column++;
    }
    /* `# shortlist: ignore` is looked for with one blank. */
    if (text_starts(word, TEXT("shortlist:")))
        sink_char(comment->sink, ' ');
    sink_text(comment->sink, word);
    lines->column += width;
}

static void add_line(struct lines *lines, struct text line)
{
    size_t at = 0;
    lines->wants_line = true;
    for (;;) {
        while (at < line.len && is_blank(line.ptr[at]))
            at++;
        size_t from = at;
        while (at < line.len && !is_blank(line.ptr[at]))
            at++;
        if (at == from)
            break;
        add_word(lines, text_slice(line, from, at));
    }
    lines->gaps += lines->wants_line;
}

void comment_text(const struct comment *comment, size_t first, size_t hanging, struct text text)
{
    struct lines lines = {.comment = comment, .first = first, .hanging = hanging};
    for (size_t from = 0; from < text.len;) {
        const char *end = memchr(text.ptr + from, '\n', text.len - from);
        size_t to = end == NULL ? text.len : (size_t)(end - text.ptr);
        add_line(&lines, text_slice(text, from, to));
        from = to + 1;
    }
    if (lines.has_begun)
        sink_char(comment->sink, '\n');
}

void comment_string(const struct comment *comment, const char *string)
{
    comment_text(comment, 0, 0, text_from(string));
}

void comment_gap(const struct comment *comment)
{
    sink_repeat(comment->sink, " ", comment->indent);
    sink_string(comment->sink, "#\n");
}

void comment_rule(const struct comment *comment)
{
    sink_repeat(comment->sink, " ", comment->indent);
    sink_string(comment->sink, "# ");
    sink_repeat(comment->sink, "-", COMMENT_WIDTH - comment->indent - 2);
    sink_char(comment->sink, '\n');
}
