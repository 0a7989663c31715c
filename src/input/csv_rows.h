/*
 * Rows of CSV (RFC 4180), through libcsv in its strict mode: csv.c alone knows the library. The
 * bytes are UTF-8; a byte order mark is passed over, and so is a first line `sep=;`. Rows end in
 * LF, CRLF or CR. Blank lines are no rows, and neither are rows of which every cell is empty, as
 * spreadsheets leave them behind.
 *
 * What is wrong with the CSV itself is told here, with its place: an unclosed quote (where it
 * opened), text behind a closing quote, a NUL, a row with more or fewer cells than the header, a
 * column that stands twice, an empty cell in the header. After a broken row the reading goes on
 * with the next line.
 */
#ifndef SHORTLIST_INPUT_CSV_ROWS_H
#define SHORTLIST_INPUT_CSV_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

/* What a table may have; more is refused as a whole. A cell has at most SCALAR_LIMIT bytes. */
enum { COLUMNS_LIMIT = 20 * 1000 };

/* Where a line begins. */
struct csv_spot {
    size_t offset; /* of its first byte in the source */
    uint32_t line; /* 1-based */
};

/* A row behind the header, which has as many cells. */
struct csv_row {
    uint32_t line;            /* of the file, 1-based, where it begins */
    size_t offset;            /* of its first byte in the source */
    const struct text *cells; /* decoded, as written otherwise; in the arena */
};

/* The header row: what the file is, and what its columns are called. */
struct csv_header {
    char delimiter;           /* ',', ';' or tab */
    const struct text *names; /* trimmed; in the arena */
    size_t count;
    struct csv_row row;   /* the row itself, without its cells */
    struct csv_spot rows; /* where the rows below it begin */
    /* [column]: it has no name, or that of a column before it, which was told; NULL by
     * csv_header_read. */
    bool *faulty;
};

/*
 * Reads the first row. The delimiter is told from it, or from a line `sep=;` before it, unless it
 * is given (0: not). Adds no problem, and is false where there is no row that can be read.
 */
bool csv_header_read(const struct source *source, char delimiter, struct arena *arena,
                     struct csv_header *header);

/*
 * The same for a file that is about to be read: bytes that are no text, a header that cannot be
 * read or is missing, and what is wrong with its columns are problems. The source learns its
 * columns (source.columns). False where the rows below cannot be read; faulty columns do not hinder
 * that.
 */
bool csv_header_open(struct source *source, char delimiter, struct arena *arena,
                     struct csv_header *header, struct problems *problems);

/* --- All rows at once --------------------------------------------------------------------- */

struct csv_table {
    struct source *source;
    struct csv_header header;
    struct csv_row *rows; /* the sound ones */
    size_t count;
};

/*
 * All rows of a file, for files that people write; everything lies in the arena. The source learns
 * its columns (source.columns). False, with a problem, where there is no header.
 */
bool csv_table_read(struct csv_table *table, struct source *source, char delimiter,
                    struct arena *arena, struct problems *problems);

/* --- One row after the other -------------------------------------------------------------- */

/*
 * Rows as they are read, for files of any length. A reader begins its own struct with a stream;
 * `end_row` follows each row that is not empty, broken ones too (of those the cells so far are
 * there).
 */
struct csv_stream;
typedef void csv_end_row(struct csv_stream *stream, bool is_sound);

struct csv_stream {
    const struct source *source;
    struct problems *problems; /* NULL: nothing is told */
    char delimiter;
    size_t columns; /* that every row must have; 0: any number */
    csv_end_row *end_row;
    /* Room for the cells of a row, which end_row may change; NULL: the stream's own, which grows to
     * COLUMNS_LIMIT and is gone when the reading ends. More cells are counted only. */
    struct text *cells;
    size_t room;
    /* Most cells lie where the source has them, and only what quotes and blanks change lies here:
     * it may be cleared when a row has ended. Behind every cell CELL_SLACK more bytes can be read.
     */
    struct arena *scratch;
    /* Of the row that is read: */
    struct csv_row row; /* no cells */
    struct text *next;  /* where its next cell goes */
    size_t surplus;     /* cells that there was no room for */
    size_t lengths;     /* of all cells, or-ed: 0 when they are empty, and at least the longest */
    const char *raw;    /* where the next cell begins in the source */
    bool is_begun;
    /* Of all: */
    struct text *room_end;
    const char *raw_end;  /* cells that end here or behind lie too near the end of the source */
    struct csv_spot spot; /* the line that is read next */
    size_t rows;          /* that were not empty */
    bool is_ascii;        /* the whole source */
    bool is_stopped;      /* set by end_row: enough was read */
    bool owns_cells;
};

/* How many cells the row has so far. */
static inline size_t csv_stream_count(const struct csv_stream *stream)
{
    return (size_t)(stream->next - stream->cells) + stream->surplus;
}

enum { CELL_SLACK = 8 };

/* A stream over a whole source; over the rows behind its header. `end_row`, and room for cells, are
 * the reader's to set. */
struct csv_stream csv_stream_at_start(const struct source *source, char delimiter,
                                      struct arena *scratch, struct problems *problems);
void csv_stream_open(struct csv_stream *stream, const struct source *source,
                     const struct csv_header *header, struct arena *scratch,
                     struct problems *problems);

/* Reads rows from stream.spot on to the end, or until end_row stops it. */
void csv_stream_read(struct csv_stream *stream);

/* Tells when there was no row behind the header. */
void csv_stream_close(const struct csv_stream *stream, const struct csv_header *header);

/* --- Places ------------------------------------------------------------------------------- */

/* The place of a cell of a row, its quotes included, found by looking through the row once more;
 * `column` counts from 0 and is kept in place.cell. */
struct place csv_cell_place(const struct source *source, char delimiter, const struct csv_row *row,
                            size_t column);

/* The places of so many cells of a row, from its first on, found by looking through it once; its
 * bytes must not have been given back. */
void csv_cell_places(const struct source *source, char delimiter, const struct csv_row *row,
                     size_t count, struct place *places);

/* The place of a row, a point. */
struct place csv_row_place(const struct source *source, const struct csv_row *row);

/* Where a cell of the row lies as it is written, quotes included: bytes [from, to) of the source;
 * empty, at the end of the row, when the row has no such cell. */
void csv_cell_bounds(const struct source *source, char delimiter, const struct csv_row *row,
                     size_t column, size_t *from, size_t *to);

/* Where the cell ends that begins at a byte of the source: at the delimiter or line end behind it,
 * or the end of the source. */
size_t csv_cell_end(const struct source *source, char delimiter, size_t at);

/* The place of bytes [from, to) of a row. */
struct place csv_place(const struct source *source, const struct csv_row *row, size_t from,
                       size_t to);

#endif
