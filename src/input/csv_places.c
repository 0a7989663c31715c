/* Where the cells of a row stand, found by looking through it once more: only problems ask. */
#include "csv_rows.h"

#include <string.h>

#include "shortlist/unicode.h"

/* --- Cells -------------------------------------------------------------------------------- */

struct walk {
    struct text bytes;
    char delimiter;
    size_t at;
};

static bool is_blank(const struct walk *walk, char c)
{
    return (c == ' ' || c == '\t') && c != walk->delimiter;
}

static bool ends_cell(const struct walk *walk, char c)
{
    return c == walk->delimiter || c == '\n' || c == '\r';
}

/* Behind the quote that closes the cell whose opening quote stands at the walk. */
static size_t behind_quoted(const struct walk *walk)
{
    const struct text bytes = walk->bytes;
    size_t at = walk->at + 1;
    for (const char *quote; at < bytes.len; at += 2) {
        quote = memchr(bytes.ptr + at, '"', bytes.len - at);
        if (quote == NULL)
            break;
        at = (size_t)(quote - bytes.ptr);
        if (at + 1 == bytes.len || quote[1] != '"')
            return at + 1;
    }
    return bytes.len;
}

/* The cell at the walk, without the blanks around it; the walk then stands at what ends it. */
static void walk_cell(struct walk *walk, size_t *from, size_t *to)
{
    const struct text bytes = walk->bytes;
    while (walk->at < bytes.len && is_blank(walk, bytes.ptr[walk->at]))
        walk->at++;
    *from = walk->at;
    if (walk->at < bytes.len && bytes.ptr[walk->at] == '"')
        walk->at = behind_quoted(walk);
    while (walk->at < bytes.len && !ends_cell(walk, bytes.ptr[walk->at]))
        walk->at++;
    *to = walk->at;
    while (*to > *from && is_blank(walk, bytes.ptr[*to - 1]))
        --*to;
}

void csv_cell_bounds(const struct source *source, char delimiter, const struct csv_row *row,
                     size_t column, size_t *from, size_t *to)
{
    struct walk walk = {source->bytes, delimiter, row->offset};
    walk_cell(&walk, from, to);
    for (size_t c = 0; c < column; c++) {
        if (walk.at >= walk.bytes.len || walk.bytes.ptr[walk.at] != delimiter) {
            *from = *to;
            return;
        }
        walk.at++;
        walk_cell(&walk, from, to);
    }
}

size_t csv_cell_end(const struct source *source, char delimiter, size_t at)
{
    struct walk walk = {source->bytes, delimiter, at};
    size_t from = 0;
    size_t to = 0;
    walk_cell(&walk, &from, &to);
    return walk.at;
}

/* --- Places ------------------------------------------------------------------------------- */

/* The line and column of a byte at or behind the beginning of the row. */
static void find_byte(const struct source *source, const struct csv_row *row, size_t at,
                      uint32_t *line, uint32_t *column)
{
    struct line_finder finder = {source, row->line, row->offset};
    for (*line = row->line;; ++*line) {
        struct text text = line_finder_line(&finder, source, *line);
        size_t start = finder.start;
        if (at <= start + text.len) {
            *column = (uint32_t)unicode_count(text_slice(source->bytes, start, at)) + 1;
            return;
        }
        /* Within the line end, or at the end of the bytes. */
        struct text next = line_finder_line(&finder, source, *line + 1);
        if (at < finder.start || (next.len == 0 && finder.start == source->bytes.len)) {
            *column = (uint32_t)unicode_count(text) + 1;
            return;
        }
    }
}

struct place csv_place(const struct source *source, const struct csv_row *row, size_t from,
                       size_t to)
{
    struct place place = {.source = source};
    if (source->bytes.len == 0 || row->offset < source->gone)
        return csv_row_place(source, row);
    find_byte(source, row, from, &place.line, &place.column);
    find_byte(source, row, to, &place.end_line, &place.end_column);
    return place;
}

struct place csv_row_place(const struct source *source, const struct csv_row *row)
{
    return (struct place){source, row->line, 1, row->line, 1, 0};
}

struct place csv_cell_place(const struct source *source, char delimiter, const struct csv_row *row,
                            size_t column)
{
    struct place place = csv_row_place(source, row);
    size_t from = 0;
    size_t to = 0;
    if (source->bytes.len > 0 && row->offset >= source->gone) {
        csv_cell_bounds(source, delimiter, row, column, &from, &to);
        place = csv_place(source, row, from, to);
    }
    place.cell = (uint32_t)column + 1;
    return place;
}
