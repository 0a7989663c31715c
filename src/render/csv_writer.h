/*
 * CSV as a stream of cells (RFC 4180: commas, CRLF, quotes where they are needed; or another
 * delimiter). Cells are written one behind the other; csv_end_row ends their row. A cell that holds
 * a comma, semicolon or tab is quoted whatever the delimiter is, for readers that split elsewhere.
 *
 * Texts from files are made harmless for a spreadsheet, unless the writer is raw:
 *   - one that begins with = + - @, a tab or CR, which would be a formula, gets a ' before it;
 *   - so does = + - @ behind a comma, semicolon or tab that is not the delimiter: a spreadsheet
 *     that splits there heeds quotes only where a cell begins, so they would not help;
 *   - control characters (C0 but tab, LF and CR; DEL; C1), which RFC 4180 does not have and no
 *     spreadsheet shows, are written as \xNN, as the text report has them.
 */
#ifndef SHORTLIST_RENDER_CSV_WRITER_H
#define SHORTLIST_RENDER_CSV_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/render.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

enum { CSV_WAITING = 16 * 1024 };

struct csv_style {
    bool excel;     /* begin with a byte order mark */
    bool raw;       /* texts as they are */
    char delimiter; /* ',', ';' or a tab; 0: ',' */
};

struct csv_writer {
    struct sink *sink;
    bool raw;
    char delimiter;
    bool listed; /* the list that is begun has an item */
    bool quoted; /* that list stands in quotes */
    size_t used; /* bytes that wait, the last one written always among them */
    char waiting[CSV_WAITING];
};

/* As the options of a report want it. */
struct csv_style csv_style_of(const struct report *report);

void csv_begin(struct csv_writer *csv, struct csv_style style, struct sink *sink);
void csv_finish(struct csv_writer *csv);

/* A row has a cell at least. */
void csv_end_row(struct csv_writer *csv);

/* A text from a file. */
void csv_text(struct csv_writer *csv, struct text text);

/* What needs neither quotes nor a guard: ids, dates, words of the program. */
void csv_word(struct csv_writer *csv, struct text word);

void csv_number(struct csv_writer *csv, double number); /* shortest round trip; NaN is empty */
void csv_count(struct csv_writer *csv, size_t count);
void csv_empty(struct csv_writer *csv, size_t cells);

/* One cell of several words, parted by semicolons; `items` says how many are to come. */
void csv_begin_list(struct csv_writer *csv, size_t items);
void csv_item(struct csv_writer *csv, struct text word);
void csv_end_list(struct csv_writer *csv);

#endif
