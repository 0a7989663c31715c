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

/* The cell behind the one at which end the walk stands; nothing, at the end of the row. */
static void walk_next(struct walk *walk, size_t *from, size_t *to)
{
    if (walk->at < walk->bytes.len && walk->bytes.ptr[walk->at] == walk->delimiter) {
        walk->at++;
        walk_cell(walk, from, to);
    } else {
        *from = *to;
    }
}

void csv_cell_bounds(const struct source *source, char delimiter, const struct csv_row *row,
                     size_t column, size_t *from, size_t *to)
{
    struct walk walk = {source->bytes, delimiter, row->offset};
    walk_cell(&walk, from, to);
    for (size_t c = 0; c < column; c++)
        walk_next(&walk, from, to);
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

/* Lines and columns of bytes of a row, one behind the other. */
struct finger {
    struct line_finder lines;
    size_t line_end;
    size_t at; /* the byte of the line that it points at */
    uint32_t column;
};

static void begin_line(struct finger *finger, struct line_finder lines)
{
    const struct text line = line_finder_line(&lines, lines.source, lines.line);
    *finger = (struct finger){lines, lines.start + line.len, lines.start, 1};
}

static struct finger finger_at(const struct source *source, const struct csv_row *row)
{
    struct finger finger;
    begin_line(&finger, (struct line_finder){source, row->line, row->offset});
    return finger;
}

/* Goes on to a byte; one within a line end stands behind its line. */
static void move_finger(struct finger *finger, size_t at)
{
    const struct text bytes = finger->lines.source->bytes;
    for (;;) {
        const size_t stop = at < finger->line_end ? at : finger->line_end;
        finger->column += (uint32_t)unicode_count(text_slice(bytes, finger->at, stop));
        finger->at = stop;
        struct line_finder next = finger->lines;
        if (at > finger->line_end)
            (void)line_finder_line(&next, next.source, next.line + 1);
        if (at <= finger->line_end || at < next.start || next.start == bytes.len)
            return;
        begin_line(finger, next);
    }
}

static struct place place_between(struct finger *finger, size_t from, size_t to)
{
    struct place place = {.source = finger->lines.source};
    move_finger(finger, from);
    place.line = finger->lines.line;
    place.column = finger->column;
    move_finger(finger, to);
    place.end_line = finger->lines.line;
    place.end_column = finger->column;
    return place;
}

struct place csv_place(const struct source *source, const struct csv_row *row, size_t from,
                       size_t to)
{
    if (source->bytes.len == 0 || row->offset < source->gone)
        return csv_row_place(source, row);
    struct finger finger = finger_at(source, row);
    return place_between(&finger, from, to);
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

void csv_cell_places(const struct source *source, char delimiter, const struct csv_row *row,
                     size_t count, struct place *places)
{
    struct walk walk = {source->bytes, delimiter, row->offset};
    struct finger finger = finger_at(source, row);
    size_t from = 0;
    size_t to = 0;
    walk_cell(&walk, &from, &to);
    for (size_t c = 0; c < count; c++) {
        places[c] = place_between(&finger, from, to);
        places[c].cell = (uint32_t)c + 1;
        walk_next(&walk, &from, &to);
    }
}
