/* Tables that people fill in: few enough rows to hold all of them, looked at cell by cell. */
#ifndef SHORTLIST_INPUT_CSV_SHEET_H
#define SHORTLIST_INPUT_CSV_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_rows.h"
#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

/* csv_table_read within the limits of a YAML document: more is a problem. */
bool sheet_read(struct csv_table *sheet, struct source *source, char delimiter, struct arena *arena,
                struct problems *problems);

/* A cell without blanks and line ends around it; empty where the table has no such column. */
struct text sheet_cell(const struct csv_table *sheet, const struct csv_row *row, size_t column);

/* Whether a cell says nothing. */
bool sheet_is_open(const struct csv_table *sheet, const struct csv_row *row, size_t column);

/* The place of a cell of a column that the table has. */
struct place sheet_place(const struct csv_table *sheet, const struct csv_row *row, size_t column);

#endif
