/* What can be wrong with CSV itself, in words. Each adds one problem. */
#ifndef SHORTLIST_INPUT_CSV_FAULTS_H
#define SHORTLIST_INPUT_CSV_FAULTS_H

#include <stddef.h>

#include "csv_rows.h"

/* Each of these returns a byte behind the line of which the reading can go on: that of the fault,
 * so that lines of a text in quotes are not taken for rows; where a quote is never closed, or the
 * cell would be too long, that of the cell's beginning. */

/* A quote out of place: the row cannot be read beyond byte `at`, which is bytes.len where a quote
 * is open at the end of the file. */
size_t tell_quote(const struct csv_stream *stream, size_t at);
size_t tell_nul(const struct csv_stream *stream, size_t at);
/* The cell that is read, the next to be kept, is too long. */
size_t tell_long_cell(const struct csv_stream *stream);

/* Another count of cells than columns. */
void tell_ragged_row(const struct csv_stream *stream);
/* Whether a whole row has a cell that is too long, which is told. */
bool tell_long_cells(const struct csv_stream *stream);

/* A column that has the name of one before it. */
void tell_repeated_column(const struct source *source, const struct csv_header *header,
                          size_t first, size_t second, struct problems *problems);

/* Columns that stand twice or have no name: marked in `faulty` too. */
void tell_columns(const struct source *source, const struct csv_header *header, bool *faulty,
                  struct arena *arena, struct problems *problems);

#endif
