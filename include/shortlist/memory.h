/*
 * Checked allocation. No call here returns NULL: when memory runs out, the handler that the
 * program installed is called, and it must not return.
 */
#ifndef SHORTLIST_MEMORY_H
#define SHORTLIST_MEMORY_H

#include <stddef.h>

/* Installs what happens when memory runs out. Without one, the program aborts. */
void memory_on_failure(void (*handler)(void));

/* Calls the handler; for sizes that overflow and for foreign libraries that ran out of memory. */
_Noreturn void memory_fail(void);

/* Zeroed room for `count` objects of `size` bytes; the caller frees it with `memory_free`. */
void *memory_new(size_t count, size_t size);

/* `realloc` for an array of `count` objects; what is added is not zeroed. */
void *memory_resize(void *memory, size_t count, size_t size);

void memory_free(void *memory);

/* The capacity an array should grow to so that it holds at least `needed` items. */
size_t memory_grown(size_t capacity, size_t needed);

#endif
