/* The problems of CSV itself. */
#include "csv_faults.h"

#include <string.h>

#include "shortlist/names.h"
#include "tree.h"

/* --- Quotes ------------------------------------------------------------------------------- */

static bool has_line_end(const struct source *source, size_t from, size_t to)
{
    const char *bytes = source->bytes.ptr + from;
    return memchr(bytes, '\n', to - from) != NULL || memchr(bytes, '\r', to - from) != NULL;
}

/* The place of bytes of the cell that is read. */
static struct place cell_place(const struct csv_stream *stream, size_t from, size_t to)
{
    struct place place = csv_place(stream->source, &stream->row, from, to);
    place.cell = (uint32_t)csv_stream_count(stream) + 1;
    return place;
}

/* The cell ends nowhere, or in the middle of another line: most likely a quote was forgotten. */
static void tell_open_quote(const struct csv_stream *stream, size_t quote, size_t at)
{
    struct problems *problems = stream->problems;
    bool is_at_end = at == stream->source->bytes.len;
    problem_add(problems, PROBLEM_CSV_SYNTAX, cell_place(stream, quote, quote + 1), "%s",
                is_at_end ? "the quote that opens here is never closed"
                          : "the quote that opens here is not closed where its cell ends");
    if (!is_at_end)
        problem_note(problems, csv_place(stream->source, &stream->row, at, at),
                     "the next quote stands here, and text behind it");
    problem_hint(problems, "close the cell with a quote; a quote within it is written twice");
}

/* Whether the text at a byte, in another line than the quote that opens its cell, stands behind a
 * quote that opens a cell itself, as in `,"text`: the one before it was forgotten. */
static bool is_behind_opening(const struct csv_stream *stream, size_t at)
{
    const char *bytes = stream->source->bytes.ptr;
    const char *before = bytes + at - 2; /* of the quote; another stands before both */
    while (*before == ' ')
        before--;
    return bytes[at - 1] == '"' && *before == stream->delimiter;
}

size_t tell_quote(const struct csv_stream *stream, size_t at)
{
    struct problems *problems = stream->problems;
    const struct source *source = stream->source;
    size_t from = 0;
    size_t to = 0;
    csv_cell_bounds(source, stream->delimiter, &stream->row, csv_stream_count(stream), &from, &to);
    const bool is_at_end = at == source->bytes.len;
    const bool is_open = source->bytes.ptr[from] == '"' && has_line_end(source, from, at);
    const size_t broken = is_at_end || (is_open && is_behind_opening(stream, at)) ? from : at;
    if (problems == NULL)
        return broken;
    if (source->bytes.ptr[from] != '"') {
        problem_add(problems, PROBLEM_CSV_SYNTAX, cell_place(stream, at, at + 1),
                    "a quote stands within a cell that does not begin with one");
        problem_hint(problems, "put the whole cell in quotes, and write the quote within it "
                               "twice: \"5\"\" pipe\"");
    } else if (is_at_end || is_open) {
        tell_open_quote(stream, from, at);
    } else {
        problem_add(problems, PROBLEM_CSV_SYNTAX, cell_place(stream, at, at + 1),
                    "text stands behind the quote that closes the cell");
        problem_hint(problems, "write a quote within a cell twice: \"5\"\" pipe\"");
    }
    return broken;
}

/* --- Bytes and sizes ---------------------------------------------------------------------- */

/* Behind which byte the reading goes on after a broken one of the cell that is read: the cell's
 * last where it stands in quotes, as its lines are no rows; else, and where the quote is never
 * closed, the byte itself. */
static size_t end_of_quoted(const struct csv_stream *stream, size_t at)
{
    const struct text bytes = stream->source->bytes;
    size_t from = 0;
    size_t to = 0;
    csv_cell_bounds(stream->source, stream->delimiter, &stream->row, csv_stream_count(stream),
                    &from, &to);
    if (to <= at || bytes.ptr[from] != '"' || (to == bytes.len && bytes.ptr[to - 1] != '"'))
        return at;
    return to - 1;
}

size_t tell_nul(const struct csv_stream *stream, size_t at)
{
    if (stream->problems != NULL) {
        problem_add(stream->problems, PROBLEM_CSV_SYNTAX, cell_place(stream, at, at + 1),
                    "a NUL character stands here");
        problem_hint(stream->problems, "take it out: no spreadsheet writes one");
    }
    return end_of_quoted(stream, at);
}

size_t tell_long_cell(const struct csv_stream *stream)
{
    size_t from = 0;
    size_t to = 0;
    csv_cell_bounds(stream->source, stream->delimiter, &stream->row, csv_stream_count(stream),
                    &from, &to);
    if (stream->problems != NULL) {
        problem_add(stream->problems, PROBLEM_TOO_LARGE, cell_place(stream, from, from),
                    "this cell is longer than 64 KiB");
        if (stream->source->bytes.ptr[from] == '"')
            problem_hint(stream->problems, "is the quote that opens here closed?");
    }
    return from;
}

bool tell_long_cells(const struct csv_stream *stream)
{
    const struct text *cell = stream->cells;
    while (cell < stream->next && cell->len <= SCALAR_LIMIT)
        cell++;
    if (cell == stream->next)
        return false;
    if (stream->problems != NULL)
        problem_add(stream->problems, PROBLEM_TOO_LARGE,
                    csv_cell_place(stream->source, stream->delimiter, &stream->row,
                                   (size_t)(cell - stream->cells)),
                    "this cell is longer than 64 KiB");
    return true;
}

/* --- Rows --------------------------------------------------------------------------------- */

static void hint_missing_cells(const struct csv_stream *stream)
{
    const struct source *source = stream->source;
    if (csv_stream_count(stream) < source->column_count &&
        source->columns[csv_stream_count(stream)].len > 0)
        problem_hint(stream->problems, "`%.*s` is the first column without a cell",
                     TEXT_ARG(source->columns[csv_stream_count(stream)]));
}

static void hint_surplus_cells(const struct csv_stream *stream)
{
    problem_hint(stream->problems,
                 "no column is left for this cell: a cell that holds a %s stands in quotes",
                 stream->delimiter == ','   ? "comma"
                 : stream->delimiter == ';' ? "semicolon"
                                            : "tab");
}

void tell_ragged_row(const struct csv_stream *stream)
{
    struct problems *problems = stream->problems;
    bool is_short = csv_stream_count(stream) < stream->columns;
    size_t column = is_short ? csv_stream_count(stream) : stream->columns;
    struct place place = csv_row_place(stream->source, &stream->row);
    if (problems == NULL)
        return;
    if (!problems_full(problems, stream->source))
        place = csv_cell_place(stream->source, stream->delimiter, &stream->row, column);
    place.cell = 0;
    problem_add(problems, PROBLEM_RAGGED_ROW, place, "this row has %zu cell%s, the header has %zu",
                csv_stream_count(stream), csv_stream_count(stream) == 1 ? "" : "s",
                stream->columns);
    if (is_short)
        hint_missing_cells(stream);
    else
        hint_surplus_cells(stream);
}

/* --- Columns ------------------------------------------------------------------------------ */

static struct place column_place(const struct source *source, const struct csv_header *header,
                                 size_t column, const struct problems *problems)
{
    /* Nobody will see it. */
    if (problems_full(problems, source))
        return csv_row_place(source, &header->row);
    return csv_cell_place(source, header->delimiter, &header->row, column);
}

static struct yaml_node column_node(const struct source *source, const struct csv_header *header,
                                    size_t column, const struct problems *problems)
{
    return (struct yaml_node){
        .kind = YAML_SCALAR,
        .text = header->names[column],
        .place = column_place(source, header, column, problems),
    };
}

/* Columns without a name that stand side by side are told once. */
static void tell_nameless(const struct source *source, const struct csv_header *header,
                          size_t first, size_t end, struct problems *problems)
{
    struct place place = column_place(source, header, first, problems);
    if (end == first + 1)
        problem_add(problems, PROBLEM_MISSING_KEY, place, "column %zu has no name", first + 1);
    else
        problem_add(problems, PROBLEM_MISSING_KEY, place, "columns %zu to %zu have no name",
                    first + 1, end);
    problem_hint(problems, "name %s in the first row, or delete %s",
                 end == first + 1 ? "it" : "them", end == first + 1 ? "it" : "them");
}

void tell_repeated_column(const struct source *source, const struct csv_header *header,
                          size_t first, size_t second, struct problems *problems)
{
    const struct yaml_node before = column_node(source, header, first, problems);
    const struct yaml_node here = column_node(source, header, second, problems);
    refuse_duplicate(problems, &before, &here);
}

void tell_columns(const struct source *source, const struct csv_header *header, bool *faulty,
                  struct arena *arena, struct problems *problems)
{
    const struct names names =
        names_index(arena, header->names, header->count, sizeof(*header->names));
    size_t end = 0; /* of the nameless columns told last */
    for (size_t c = 0; c < header->count; c++) {
        uint32_t first = 0;
        faulty[c] = header->names[c].len == 0;
        if (faulty[c] && c >= end) {
            for (end = c + 1; end < header->count && header->names[end].len == 0;)
                end++;
            tell_nameless(source, header, c, end, problems);
        } else if (!faulty[c] && names_find(&names, header->names[c], &first) && first < c) {
            faulty[c] = true;
            tell_repeated_column(source, header, first, c, problems);
        }
    }
}
