/* What can be wrong with CSV itself, in words. Each adds one problem. */
#ifndef SHORTLIST_INPUT_CSV_FAULTS_H
#define SHORTLIST_INPUT_CSV_FAULTS_H

#include <stddef.h>

#include "csv_rows.h"

/* Each of these returns where the broken cell begins, or the fault itself stands when that is a
 * character that may stand nowhere; the reading can go on behind its line. */

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

/* Columns that stand twice or have no name: marked in `faulty` too. */
void tell_columns(const struct source *source, const struct csv_header *header, bool *faulty,
                  struct arena *arena, struct problems *problems);

#endif
