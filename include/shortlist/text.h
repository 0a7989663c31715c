/*
 * Text: a slice of bytes that someone else owns, with its length; it may hold NUL bytes and need
 * not end in one. Input is valid UTF-8 by the time it is a `struct text`.
 */
#ifndef SHORTLIST_TEXT_H
#define SHORTLIST_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/arena.h"

struct text {
    const char *ptr;
    size_t len;
};

#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})

/* The two arguments of a "%.*s" for a text (lengths beyond INT_MAX never occur: input is limited).
 */
#define TEXT_ARG(text) (int)(text).len, (text).ptr

struct text text_from(const char *string); /* shares the memory of the string */
bool text_equal(struct text a, struct text b);
bool text_equal_fold(struct text a, struct text b); /* ASCII letters in any case */
bool text_starts(struct text text, struct text prefix);
bool text_ends(struct text text, struct text suffix);
int text_compare(struct text a, struct text b); /* byte order; shorter first */

/* Parts of a text, which share its memory: bytes [from, to), and what is left without spaces and
 * tabs at both ends. */
struct text text_slice(struct text text, size_t from, size_t to);
struct text text_trim(struct text text);

/* A copy in the arena, with a NUL after its last byte. */
struct text text_copy(struct arena *arena, struct text text);

/* `printf` into the arena; a NUL follows the last byte. */
__attribute__((format(printf, 2, 3))) struct text text_format(struct arena *arena,
                                                              const char *format, ...);

/* A count and what it counts, its thousands apart: "1 file", "9,900 files". */
struct text text_count(struct arena *arena, size_t count, const char *one, const char *many);

/*
 * A text that grows in an arena. `struct text_buffer buffer = {.arena = arena};` is empty;
 * `buffer_text` is what it holds (a NUL follows it), valid until the next addition.
 */
struct text_buffer {
    struct arena *arena;
    char *bytes;
    size_t len;
    size_t capacity;
};

void buffer_add(struct text_buffer *buffer, struct text text);
void buffer_add_char(struct text_buffer *buffer, char c);
__attribute__((format(printf, 2, 3))) void buffer_format(struct text_buffer *buffer,
                                                         const char *format, ...);
struct text buffer_text(const struct text_buffer *buffer);

#endif
