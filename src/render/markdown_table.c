/* Tables of a Markdown document. */
#include "markdown_table.h"

struct table table_begin(struct page *page)
{
    markdown_begin_table(&page->markdown);
    return (struct table){.page = page, .rule = {.arena = &page->scratch}};
}

void table_head(struct table *table, struct text title)
{
    table_text(table, title, INK_PLAIN);
    buffer_add(&table->rule, TEXT("| --- "));
}

void table_number_head(struct table *table, struct text title)
{
    table_text(table, title, INK_PLAIN);
    buffer_add(&table->rule, TEXT("| ---: "));
}

void table_end_heads(struct table *table)
{
    table_end_row(table);
    sink_text(table->page->sink, buffer_text(&table->rule));
    sink_string(table->page->sink, "|\n");
}

void table_cell(const struct table *table)
{
    page_end(table->page);
    markdown_cell(&table->page->markdown);
}

void table_text(const struct table *table, struct text text, enum ink ink)
{
    table_cell(table);
    page_write(table->page, text, ink);
}

void table_number(const struct table *table, double value, int decimals, enum ink ink)
{
    table_cell(table);
    page_number(table->page, value, decimals, 0, ink);
}

void table_signed(const struct table *table, double value, int decimals, enum ink ink)
{
    table_cell(table);
    page_signed(table->page, value, decimals, 0, ink);
}

void table_end_row(const struct table *table)
{
    page_end(table->page);
    markdown_end_row(&table->page->markdown);
}
