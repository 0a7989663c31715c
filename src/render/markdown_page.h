/*
 * A Markdown document as lines are written to it: paragraphs, entries of lists, headings, tables
 * and blocks of code, with the empty lines between them. page.c writes on it where a page is one.
 */
#ifndef SHORTLIST_RENDER_MARKDOWN_PAGE_H
#define SHORTLIST_RENDER_MARKDOWN_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/sink.h"
#include "shortlist/text.h"

enum markdown_block {
    MARKDOWN_NOTHING,
    MARKDOWN_HEADING,
    MARKDOWN_PARAGRAPH,
    MARKDOWN_LIST,
    MARKDOWN_TABLE,
    MARKDOWN_CODE
};

enum { MARKDOWN_DEPTH = 8 /* of lists within lists */ };

struct markdown {
    struct sink *sink;
    enum markdown_block block;      /* what the document ends with */
    bool open;                      /* a line has begun */
    bool cell;                      /* what is written goes into a cell of a table */
    bool filled;                    /* something stands in the cell */
    bool strong;                    /* what stands last is strong, and not ended yet */
    bool spaced;                    /* a space waits for something to follow */
    char last;                      /* byte of a text that stands last on the line; 0 for none */
    size_t indents[MARKDOWN_DEPTH]; /* columns of the lists that the entry is in */
    size_t depth;
};

/*
 * Writes a text behind so many free columns. At the beginning of a line they say what the line is:
 * none, a paragraph; some, an entry of a list, within the entry before it where they are more.
 * Spaces at the ends of a text part it from its neighbours, and do no more.
 */
void markdown_write(struct markdown *markdown, size_t columns, struct text text, bool strong);

/* Ends the line; in a cell the next one begins with <br>. Nothing where no line has begun. */
void markdown_end_line(struct markdown *markdown);

/* Begins a heading; what is written to the end of the line stands in it. Levels are from 1. */
void markdown_heading(struct markdown *markdown, int level);

/* Begins and ends a block of code, in which lines stand as they are: of our making only. */
void markdown_begin_code(struct markdown *markdown, const char *language);
void markdown_end_code(struct markdown *markdown);

/* Begins a table; then cells; then the end of each row. */
void markdown_begin_table(struct markdown *markdown);
void markdown_cell(struct markdown *markdown);
void markdown_end_row(struct markdown *markdown);

#endif
