/* A Markdown document as lines are written to it. */
#include "markdown_page.h"

#include <string.h>

#include "markdown_text.h"

/* --- Blocks --------------------------------------------------------------------------------- */

/* An empty line, where anything stands before. */
static void begin_block(struct markdown *markdown, enum markdown_block block)
{
    if (markdown->block != MARKDOWN_NOTHING)
        sink_char(markdown->sink, '\n');
    markdown->block = block;
    markdown->depth = 0;
}

static void begin_entry(struct markdown *markdown, size_t column)
{
    if (markdown->block != MARKDOWN_LIST)
        begin_block(markdown, MARKDOWN_LIST);
    while (markdown->depth > 0 && markdown->indents[markdown->depth - 1] >= column)
        markdown->depth--;
    sink_repeat(markdown->sink, "  ", markdown->depth);
    sink_string(markdown->sink, "- ");
    if (markdown->depth < MARKDOWN_DEPTH)
        markdown->indents[markdown->depth++] = column;
}

static void begin_line(struct markdown *markdown, size_t column)
{
    if (markdown->cell)
        sink_string(markdown->sink, markdown->filled ? "<br>" : "");
    else if (markdown->block != MARKDOWN_CODE && column > 0)
        begin_entry(markdown, column);
    else if (markdown->block != MARKDOWN_CODE)
        begin_block(markdown, MARKDOWN_PARAGRAPH);
    markdown->filled = markdown->cell;
    markdown->open = true;
    markdown->last = '\0';
}

void markdown_heading(struct markdown *markdown, int level)
{
    begin_block(markdown, MARKDOWN_HEADING);
    sink_repeat(markdown->sink, "#", (size_t)level);
    sink_char(markdown->sink, ' ');
    markdown->open = true;
    markdown->last = '\0';
}

void markdown_begin_code(struct markdown *markdown, const char *language)
{
    begin_block(markdown, MARKDOWN_CODE);
    sink_format(markdown->sink, "```%s\n", language);
}

void markdown_end_code(struct markdown *markdown)
{
    sink_string(markdown->sink, "```\n");
    markdown->block = MARKDOWN_PARAGRAPH;
}

/* --- Strong texts --------------------------------------------------------------------------- */

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a character lets two asterisks beside it be such a mark, whatever is on their other side.
 */
static bool is_apart(char c)
{
    return c == '\0' || c == ' ' || (c > ' ' && c < '\x7f' && !is_word(c));
}

/*
 * The asterisks between what is strong and what is not. Between a mark of punctuation inside and a
 * letter outside they would stand for themselves, so that an empty comment parts them.
 */
static void write_strong(struct markdown *markdown, char inside, char outside)
{
    bool parted = is_word(inside) || is_apart(outside);
    sink_string(markdown->sink, parted ? "**" : markdown->strong ? "**<!-- -->" : "<!-- -->**");
    markdown->strong = !markdown->strong;
}

static void end_strong(struct markdown *markdown, char outside)
{
    if (markdown->strong)
        write_strong(markdown, markdown->last, outside);
}

/* --- Lines ---------------------------------------------------------------------------------- */

/* Words without spaces at their ends, on a line that has begun. */
static void write_words(struct markdown *markdown, struct text words, bool strong)
{
    bool begins_line = markdown->last == '\0' && !markdown->cell;
    if (!strong)
        end_strong(markdown, markdown->spaced ? ' ' : words.ptr[0]);
    if (markdown->spaced) {
        sink_char(markdown->sink, ' ');
        markdown->last = ' ';
    }
    if (strong && !markdown->strong)
        write_strong(markdown, words.ptr[0], markdown->last);
    markdown_escape(markdown->sink, words, (struct markdown_place){begins_line, markdown->last});
    markdown->last = words.ptr[words.len - 1];
}

void markdown_write(struct markdown *markdown, size_t columns, struct text text, bool strong)
{
    struct text words = text_trim(text);
    if (words.len == 0) {
        markdown->spaced = markdown->spaced || text.len > 0;
        return;
    }
    if (!markdown->open)
        begin_line(markdown, columns);
    if (markdown->block == MARKDOWN_CODE) {
        sink_text(markdown->sink, text);
        return;
    }
    if (markdown->last == '\0') /* nothing on the line to be parted from */
        markdown->spaced = false;
    else if (columns > 0 || words.ptr > text.ptr)
        markdown->spaced = true;
    strong = strong && markdown->block != MARKDOWN_HEADING;
    if (strong && !markdown->strong && words.len > 1 && strchr(",;:", words.ptr[0]) != NULL) {
        /* a mark of punctuation belongs to what stands before it */
        write_words(markdown, text_slice(words, 0, 1), false);
        markdown->spaced = words.ptr[1] == ' ';
        words = text_trim(text_slice(words, 1, words.len));
    }
    write_words(markdown, words, strong);
    markdown->spaced = words.ptr + words.len < text.ptr + text.len;
}

void markdown_end_line(struct markdown *markdown)
{
    if (!markdown->open)
        return;
    end_strong(markdown, '\0');
    if (!markdown->cell)
        sink_char(markdown->sink, '\n');
    markdown->open = false;
}

/* --- Tables --------------------------------------------------------------------------------- */

void markdown_begin_table(struct markdown *markdown)
{
    begin_block(markdown, MARKDOWN_TABLE);
}

void markdown_cell(struct markdown *markdown)
{
    bool first = !markdown->cell;
    markdown_end_line(markdown);
    sink_string(markdown->sink, first ? "| " : " | ");
    markdown->cell = true;
    markdown->filled = false;
}

void markdown_end_row(struct markdown *markdown)
{
    markdown_end_line(markdown);
    sink_string(markdown->sink, " |\n");
    markdown->cell = false;
}
