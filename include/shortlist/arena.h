/*
 * Arenas: many objects with one lifetime. Objects are never freed one by one; `arena_release`
 * ends them all, `arena_clear` does so and keeps one block for what comes next.
 *
 * `struct arena arena = {0};` is an empty arena ready for use. Memory is zeroed. Allocation never
 * fails (see memory.h). In a sanitizer build every object is an allocation of its own, so that
 * overruns between neighbours are seen.
 */
#ifndef SHORTLIST_ARENA_H
#define SHORTLIST_ARENA_H

#include <stdalign.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* the newest first */
    size_t used;                /* bytes used of the newest block */
};

/* `count` objects, each `size` bytes; the alignment is a power of two. Never NULL, not even of no
 * bytes: the address may then be shared with what comes next. */
void *arena_alloc(struct arena *arena, size_t count, size_t size, size_t alignment);
void arena_clear(struct arena *arena);
void arena_release(struct arena *arena);

#define arena_new(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type), alignof(type)))
#define arena_array(arena, type, count)                                                            \
    ((type *)arena_alloc((arena), (count), sizeof(type), alignof(type)))

#endif
