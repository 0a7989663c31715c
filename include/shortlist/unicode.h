/* UTF-8 as terminals and people see it. The one place that knows utf8proc. */
#ifndef SHORTLIST_UNICODE_H
#define SHORTLIST_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/text.h"

/* True when the text is valid UTF-8; else `*offset` is its first bad byte. */
bool unicode_valid(struct text text, size_t *offset);

/* Code points in a valid text. */
size_t unicode_count(struct text text);

/* The byte offset of code point `index` of a valid text, or text.len. */
size_t unicode_offset(struct text text, size_t index);

/* Columns that a valid text takes in a terminal. */
size_t unicode_width(struct text text);

/*
 * The text with everything that could steer a terminal or hide text made visible: C0, C1 and DEL
 * as \xNN, bidi controls, zero-width and line separators, other format characters (but ZWJ and ZWNJ
 * between letters or emoji) and unassigned code points as \u{NNNN}; bytes that are not UTF-8 as
 * \xNN. The same text (no copy) when nothing needs it. A newline becomes \n and a tab \t.
 */
struct text unicode_visible(struct arena *arena, struct text text);

/*
 * Finds the next character at or behind `*at` that unicode_visible escapes. True: it begins at
 * `*at` and has `*size` bytes; `*code` is its code point, or -1 for a byte that is not UTF-8.
 */
bool unicode_next_hidden(struct text text, size_t *at, size_t *size, int32_t *code);

/* The longest prefix that fits in `columns`, cut between grapheme clusters. */
struct text unicode_fit(struct text text, size_t columns);

#endif
