/* The cells of a typed column as memory: what the files of this folder share. */
#ifndef SHORTLIST_MODEL_COLUMNS_H
#define SHORTLIST_MODEL_COLUMNS_H

#include <stddef.h>

#include "shortlist/answers.h"

/* Bytes of a cell. */
size_t column_cell_size(enum answer_type type);

/* The array of cells that the column has by its type; and another in its place. */
void *column_cells(const struct column *column);
void column_set_cells(struct column *column, void *memory);

#endif
