/*
 * A row of CSV whose cells are filled in any order. Cells that are not filled are empty. What is
 * made for a row lives in its arena until it is written.
 */
#ifndef SHORTLIST_RENDER_SHEET_ROW_H
#define SHORTLIST_RENDER_SHEET_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_writer.h"
#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

enum { SHEET_MOST_COLUMNS = 40 };

struct sheet_row {
    struct csv_writer *csv;
    size_t columns;
    struct arena arena;
    struct {
        struct text text;
        bool as_text; /* needs what csv_text does */
    } cells[SHEET_MOST_COLUMNS];
};

/* Writes the header row of a table, and empties the row. `names` are those of its columns. */
void row_begin(struct sheet_row *row, struct csv_writer *csv, const char *const *names,
               size_t columns);
void row_write(struct sheet_row *row);
void row_release(struct sheet_row *row);

/* Each fills in a cell. Words are ids and words of the program; texts are from files, or lists of
 * words, which need quotes too. */
void row_word(struct sheet_row *row, size_t column, struct text word);
void row_string(struct sheet_row *row, size_t column, const char *word);
void row_text(struct sheet_row *row, size_t column, struct text text);
void row_number(struct sheet_row *row, size_t column, double number); /* NaN: empty */
void row_date(struct sheet_row *row, size_t column, int32_t day);
void row_truth(struct sheet_row *row, size_t column, bool truth); /* yes, no */

/*
 * A value by its type, as a table of answers has it: yes or no, an option's id, ids parted by
 * semicolons ([] for none of them), a number, a date, a text; empty where there is none. What
 * somebody said may be "n/a" besides.
 */
void row_value(struct sheet_row *row, size_t column, const struct criterion *criterion,
               const struct cell *cell);
void row_said(struct sheet_row *row, size_t column, const struct criterion *criterion,
              const struct cell *cell);

/* The same as a text for a cell of several parts. May live in `arena`. */
struct text csv_value(struct arena *arena, const struct criterion *criterion,
                      const struct cell *cell);
struct text csv_said(struct arena *arena, const struct criterion *criterion,
                     const struct cell *cell);

#endif
