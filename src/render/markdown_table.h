/* Tables of a Markdown document, cell by cell. */
#ifndef SHORTLIST_RENDER_MARKDOWN_TABLE_H
#define SHORTLIST_RENDER_MARKDOWN_TABLE_H

#include "page.h"

struct table {
    struct page *page;
    struct text_buffer
        rule; /* the line below the heads, as far as they are written; in `scratch` */
};

/* Begins a table on a Markdown page: its heads follow, then table_end_heads, then its rows. */
struct table table_begin(struct page *page);
void table_head(struct table *table, struct text title);
void table_number_head(struct table *table, struct text title);
void table_end_heads(struct table *table);

/* Begins a cell; what is written on the page from then on stands in it, each line on its own. */
void table_cell(const struct table *table);

/* Whole cells. NaN is "-", as page_number has it. */
void table_text(const struct table *table, struct text text, enum ink ink);
void table_number(const struct table *table, double value, int decimals, enum ink ink);
void table_signed(const struct table *table, double value, int decimals, enum ink ink);

void table_end_row(const struct table *table);

#endif
