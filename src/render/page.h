/*
 * A page: the terminal, the text file or the Markdown document that a report is drawn on. It knows
 * its width, its colours and its characters; it wraps, pads and cuts. All texts given to it must be
 * visible ones already (page_visible, page_prose): what it writes it writes as it is, or as its
 * Markdown.
 *
 * Columns are counted from 0. Padding is written only before something follows it, so that no line
 * ends in spaces. In a Markdown document padding is one space; the column that a line begins at
 * says how deep in a list it stands, and column 0 that it is a paragraph.
 */
#ifndef SHORTLIST_RENDER_PAGE_H
#define SHORTLIST_RENDER_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "markdown_page.h"
#include "shortlist/arena.h"
#include "shortlist/number.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

enum {
    PAGE_NATURAL =
        100,        /* columns that tables and bars are laid out for where nothing limits them */
    PAGE_LEAST = 40 /* a terminal is taken to be at least this wide */
};

/* Colours by what they say. No meaning hangs on them alone. */
enum ink {
    INK_PLAIN,
    INK_STRONG, /* headings, names */
    INK_FAINT,  /* ids, headings of columns */
    INK_BAR,
    INK_GOOD,
    INK_NOTE,
    INK_WARNING,
    INK_CRITICAL,
    INK_KNOCKOUT,
    INKS
};

struct page {
    struct sink *sink;
    struct arena scratch; /* texts of the vendor at hand: page_forget */
    size_t width;         /* 0: nothing is wrapped or cut */
    size_t columns;       /* what tables and bars are laid out for: the width, or PAGE_NATURAL */
    bool color;
    bool ascii;
    size_t at;                /* columns written of this line */
    size_t gap;               /* columns of padding that wait for something to follow */
    enum ink next_ink;        /* the colour that the next text begins */
    bool inked;               /* a colour is on */
    struct markdown markdown; /* where the page is one; its sink is NULL elsewhere */
};

/*
 * Begins a page on `sink`, which must live as long. A width of 0 limits nothing; a smaller one than
 * PAGE_LEAST is taken for PAGE_LEAST. With `ascii` nothing but ASCII is drawn. Write errors are the
 * sink's to keep.
 */
void page_open(struct page *page, struct sink *sink, size_t width, bool color, bool ascii);

/* The same of a Markdown document: no width and no colours, but strong texts and entries of lists.
 */
void page_open_markdown(struct page *page, struct sink *sink, bool ascii);

/* Gives up the texts in `scratch`. Ends no line, and leaves the sink open. */
void page_close(struct page *page);

/* Gives up every text made in `scratch`. */
void page_forget(struct page *page);

/* A text from a file as it may be shown: see unicode_visible. May live in `scratch`. */
struct text page_visible(struct page *page, struct text text);

/* The same for running text: line ends and runs of spaces become one space, none at the ends. */
struct text page_prose(struct page *page, struct text text);

/* The text, or its beginning and an ellipsis where it is wider than `columns`; at least one column.
 */
struct text page_cut(struct page *page, struct text text, size_t columns);

/* The column at which the next text would begin. */
size_t page_position(const struct page *page);

/* Moves on to a column; nothing when it was passed already. */
void page_to(struct page *page, size_t column);

/* The same at the beginning of a line that is no entry of a list: a Markdown document has it as a
 * paragraph. */
void page_to_paragraph(struct page *page, size_t column);

/* The same for an entry of a list with a dash before it, two columns wide. */
void page_to_bullet(struct page *page, size_t column);

/* Leaves columns free. */
void page_space(struct page *page, size_t columns);

void page_end(struct page *page);   /* ends the line */
void page_blank(struct page *page); /* an empty line */

/* Writes on, without wrapping. */
void page_write(struct page *page, struct text text, enum ink ink);

/* Writes a symbol that takes one column, so many times. */
void page_repeat(struct page *page, const char *symbol, size_t times, enum ink ink);

/* Writes in [here, here + columns): cut where there is a width, else as long as it is. */
void page_cell(struct page *page, struct text text, size_t columns, enum ink ink);

/* Writes so that the text ends just before `end`, or as near behind it as it can. */
void page_right(struct page *page, struct text text, size_t end, enum ink ink);

/* A number with its decimals that ends just before `end`; "-" for NaN. */
void page_number(struct page *page, double value, int decimals, size_t end, enum ink ink);

/* The same with a sign, "+" too; no sign for what is shown as 0. */
void page_signed(struct page *page, double value, int decimals, size_t end, enum ink ink);

/*
 * Writes on word by word; where a word would pass the width, the line ends and the next begins at
 * `hanging`. A word that is wider than a whole line is broken between characters. Several calls
 * in a row make one paragraph; its words are separated only where a text says so.
 */
void page_flow(struct page *page, size_t hanging, struct text text, enum ink ink);

/* The same, where the next text may begin with a `,`, `;`, `:` or `.`: a column is left free behind
 * the last word, so that the mark stays with it. */
void page_flow_marked(struct page *page, size_t hanging, struct text text, enum ink ink);

/* Ends the line where so many columns more would pass it, and goes on at `hanging`: before what
 * must stand together. What no line can hold passes all the same. */
void page_keep(struct page *page, size_t hanging, size_t columns);

/* At the beginning of a line: a label in so many columns. In a Markdown document the line is an
 * entry of a list. */
void page_label(struct page *page, struct text label, size_t columns);

/* Between these, lines are a file to be copied: Markdown has them as a block of code. */
void page_begin_code(struct page *page, const char *language);
void page_end_code(struct page *page);

/* A line of its own for a part of the report. */
void page_heading(struct page *page, const char *title);

/* The same where the part speaks for itself: only a Markdown document has the title, elsewhere an
 * empty line will do. */
void page_quiet_heading(struct page *page, const char *title);

/* Begins a heading, which is what is written up to the end of the line; 1 is the title of the
 * report, 2 what page_heading has. Where there is no Markdown it is a line like others, with an
 * empty one above all but the title. */
void page_begin_heading(struct page *page, int level);

#endif
