/*
 * Arenas: a list of blocks that double from 4 KiB to 1 MiB, each handed out from its beginning.
 * What is large gets a block of its own, so that it leaves no gap in another.
 */
#include "shortlist/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "shortlist/memory.h"

enum {
    BLOCK_FIRST = 4 * 1024,
    BLOCK_LARGEST = 1024 * 1024,
    OWN_BLOCK = BLOCK_LARGEST / 4 /* objects from this size on get a block of their own */
};

struct arena_block {
    struct arena_block *next;
    size_t size; /* of bytes */
    alignas(max_align_t) char bytes[];
};

static struct arena_block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block))
        memory_fail();
    struct arena_block *block = memory_new(1, sizeof(struct arena_block) + size);
    block->size = size;
    return block;
}

/* How many bytes to leave out so that the address is a multiple of `alignment`, a power of two. */
static size_t padding(const char *address, size_t alignment)
{
    size_t beyond = (uintptr_t)address & (alignment - 1);
    return beyond == 0 ? 0 : alignment - beyond;
}

/* The room that `size` bytes need at the beginning of a block, whatever their alignment. */
static size_t room_for(size_t size, size_t alignment)
{
    size_t extra = alignment > alignof(max_align_t) ? alignment : 0;
    if (size > SIZE_MAX - extra)
        memory_fail();
    return size + extra;
}

#ifndef SHORTLIST_SANITIZE
static void add_block(struct arena *arena, size_t room)
{
    size_t size = BLOCK_FIRST;
    if (arena->blocks)
        size = arena->blocks->size < BLOCK_LARGEST / 2 ? arena->blocks->size * 2 : BLOCK_LARGEST;
    while (size < room)
        size *= 2;
    struct arena_block *block = block_new(size);
    block->next = arena->blocks;
    arena->blocks = block;
    arena->used = 0;
}
#endif

/* An object in a block of its own, behind the newest, which goes on being filled. */
static void *alloc_alone(struct arena *arena, size_t size, size_t alignment)
{
    struct arena_block *block = block_new(room_for(size, alignment));
    if (arena->blocks) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        arena->blocks = block;
        arena->used = block->size;
    }
    return block->bytes + padding(block->bytes, alignment);
}

void *arena_alloc(struct arena *arena, size_t count, size_t size, size_t alignment)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    size *= count;
#ifdef SHORTLIST_SANITIZE
    return alloc_alone(arena, size, alignment);
#else
    struct arena_block *block = arena->blocks;
    if (block) {
        size_t from = arena->used + padding(block->bytes + arena->used, alignment);
        if (from <= block->size && size <= block->size - from) {
            arena->used = from + size;
            return block->bytes + from;
        }
    }
    if (size >= OWN_BLOCK)
        return alloc_alone(arena, size, alignment);
    add_block(arena, room_for(size, alignment));
    return arena_alloc(arena, 1, size, alignment);
#endif
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        memory_free(block);
        block = next;
    }
}

void arena_clear(struct arena *arena)
{
#ifndef SHORTLIST_SANITIZE
    struct arena_block *kept = arena->blocks;
    if (kept && kept->size <= BLOCK_LARGEST) {
        free_blocks(kept->next);
        kept->next = NULL;
        memset(kept->bytes, 0, arena->used);
        arena->used = 0;
        return;
    }
#endif
    arena_release(arena);
}

void arena_release(struct arena *arena)
{
    free_blocks(arena->blocks);
    *arena = (struct arena){0};
}
