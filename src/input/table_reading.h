/*
 * The answers table while it is read, a block of rows at a time and column by column in it: what is
 * plainly right goes straight into its typed column, a few nanoseconds a cell. Everything else is
 * put aside, and read as a value of a YAML file would be.
 */
#ifndef SHORTLIST_INPUT_TABLE_READING_H
#define SHORTLIST_INPUT_TABLE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv_rows.h"
#include "option_words.h"
#include "readers.h"

/* Rows of a block: their cells should stay in the fastest memory. */
enum { TABLE_BLOCK = 32 };

/* What to do with the cells of a column. */
struct table_column {
    const struct criterion *asked; /* whose answers it has, or NULL */
    uint32_t criterion;
    bool has_split_labels; /* of a set: labels with characters that part its members */
    struct option_words words;
    struct column cells; /* where the answers go */
};

/* A column of the long form of answers: what it says of the answer to a criterion beside it. */
struct stated_column {
    size_t column;
    enum stated_part part;
    size_t answer; /* in table_reading.stated */
};

/* What a row says of an answer beside its value. */
struct stated_answer {
    uint32_t criterion;
    bool is_said;
    struct long_answer said; /* texts where the cells are */
};

/* A cell that is not plainly right. */
struct odd_cell {
    uint32_t row; /* of the block */
    uint32_t column;
};

struct table_reading {
    struct csv_stream stream; /* the first member: see csv_rows.h */
    struct answer_reader *reader;
    struct source *source;
    struct csv_header header;
    struct table_column *columns; /* of the header */
    struct stated_column *stated_columns;
    size_t stated_column_count;
    struct stated_answer *stated; /* of the row that is read */
    size_t stated_count;
    size_t id_column; /* header.count: none */
    size_t name_column;
    size_t places; /* of columns, looked for so far */
    size_t header_errors;
    size_t errors_before;
    bool is_reserved; /* the room for all rows */
    /* Of the block: */
    struct csv_row rows[TABLE_BLOCK];
    size_t row_count;
    struct text *cells; /* [row * header.count + column] */
    struct odd_cell *odd;
    size_t odd_count;
    size_t odd_capacity;
    struct problems trial; /* see read_on_trial */
};

/* Makes a plan of each column from the header, once; what is wrong with their names is told. It
 * lies in the arena. */
void table_plan(struct table_reading *table, struct arena *arena);

/* Looks up the columns of the answers once more, as they may have moved. */
void table_find_cells(struct table_reading *table);

/* Converts the answers of the block into the cells of the vendors from `first` on. */
void table_take_answers(struct table_reading *table, uint32_t first);

/* What a cell states of an answer, when it is plainly right; else false. */
bool table_take_stated(enum stated_part part, struct text cell, struct long_answer *said);

/* Whether blanks or line ends may stand at the ends of a cell that is not empty, of which some are
 * not ASCII. */
static inline bool may_have_blanks(struct text cell)
{
    unsigned char first = (unsigned char)cell.ptr[0];
    unsigned char last = (unsigned char)cell.ptr[cell.len - 1];
    return first <= ' ' || first >= 0x80 || last <= ' ' || last >= 0x80;
}

static inline struct text table_cell(const struct table_reading *table, size_t row, size_t column)
{
    return column < table->header.count ? table->cells[row * table->header.count + column]
                                        : TEXT("");
}

#endif
