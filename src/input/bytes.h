/* Whether the bytes of a file are a text at all, told before a parser stumbles over them. */
#ifndef SHORTLIST_INPUT_BYTES_H
#define SHORTLIST_INPUT_BYTES_H

#include <stdbool.h>

#include "shortlist/problem.h"
#include "shortlist/source.h"

/* What Excel calls the only CSV that is the same in every country. */
#define SAVE_AS_CSV "save the sheet as \"CSV UTF-8\""

/* Whether no byte is above 0x7f. */
bool is_ascii(struct text bytes);

/* By a byte order mark, or by a NUL beside the first character. */
bool is_utf16(struct text bytes);

/* True, with a problem, when the bytes are no text: a PDF, an archive, a spreadsheet, UTF-16, or
 * not UTF-8. */
bool refuse_bytes(struct problems *problems, const struct source *source);

/* The same of what should be CSV, with what to do about it in a spreadsheet. */
bool refuse_csv_bytes(struct problems *problems, const struct source *source);

#endif
