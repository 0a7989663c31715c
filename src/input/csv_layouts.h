/* Which of the layouts a CSV file has: told by its header row. */
#ifndef SHORTLIST_INPUT_CSV_LAYOUTS_H
#define SHORTLIST_INPUT_CSV_LAYOUTS_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_rows.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

enum csv_layout {
    CSV_UNKNOWN,
    CSV_ANSWERS_TABLE, /* `id` or `vendor`, then criteria: a row a vendor */
    CSV_QUESTIONNAIRE, /* `criterion` and `answer`: a row a question, one vendor a file */
    CSV_RATINGS_TABLE  /* `rater` and `id` or `vendor`, then criteria: a row a rater and vendor */
};

/* The first column of this name, in any case, as people capitalise what heads a column; the count
 * of columns when there is none. For the words of the layouts only: criteria are as they are. */
size_t csv_column(const struct csv_header *header, struct text name);

/* The same for the file that is read: a column of this name behind the first is told as one that
 * stands twice, and faulty from then on. */
size_t csv_own_column(struct csv_header *header, struct text name, const struct source *source,
                      struct problems *problems);

enum csv_layout csv_layout_of(const struct csv_header *header);

/* The layout of a whole source; CSV_UNKNOWN also where no header can be read. The delimiter as in
 * csv_header_read. */
enum csv_layout csv_layout_with(const struct source *source, char delimiter);

/*
 * Whether a source is CSV: by its name, or, where that does not end as YAML does (`-` does not), by
 * a first line that is the header of a layout. The delimiter as above.
 */
bool csv_is(const struct source *source, char delimiter);

/* The problem of a header that is of no layout. `delimiter` as it was given: 0 where it was not. */
void refuse_layout(struct problems *problems, const struct source *source,
                   const struct csv_header *header, char delimiter);

/* The problem of a CSV that is of no layout: what hinders reading its header, else refuse_layout.
 */
void refuse_csv(struct problems *problems, struct source *source, char delimiter);

#endif
