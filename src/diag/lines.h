/* Lines within bytes: what source.c and phrase.c share. Lines end as in YAML 1.1. */
#ifndef SHORTLIST_DIAG_LINES_H
#define SHORTLIST_DIAG_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "shortlist/text.h"

/* The size of the line end at a byte (LF, CR, CRLF, NEL, LS or PS), or 0 where there is none. */
size_t line_end_size(struct text bytes, size_t at);

/* The beginning of the next line end at or behind `at`, or bytes.len. */
size_t line_end_next(struct text bytes, size_t at);

/* Moves a line and column, both 1-based, from byte `from` on to byte `to`. */
void lines_advance(struct text bytes, size_t from, size_t to, uint32_t *line, uint32_t *column);

#endif
