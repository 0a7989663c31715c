/* Checked allocation: the one place that calls malloc and its relatives. */
#define _DEFAULT_SOURCE /* madvise */
#include "shortlist/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

static void (*failure_handler)(void);

void memory_on_failure(void (*handler)(void))
{
    failure_handler = handler;
}

_Noreturn void memory_fail(void)
{
    if (failure_handler)
        failure_handler();
    abort();
}

/* Large blocks come in large pages where the system has them: handing out thousands of small ones
 * takes as long as what is done in them. Advice only. */
static void ask_for_large_pages(const void *memory, size_t bytes)
{
    enum { LARGE = 2 * 1024 * 1024 };
    if (bytes < 2 * LARGE)
        return;
#ifdef MADV_HUGEPAGE
    uintptr_t start = ((uintptr_t)memory + LARGE - 1) / LARGE * LARGE;
    uintptr_t end = ((uintptr_t)memory + bytes) / LARGE * LARGE;
    (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}

void *memory_new(size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    /* calloc may answer NULL for no bytes, which would look like a failure. */
    void *memory = count == 0 || size == 0 ? calloc(1, 1) : calloc(count, size);
    if (!memory)
        memory_fail();
    ask_for_large_pages(memory, count * size);
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    size_t bytes = count * size;
    void *resized = realloc(memory, bytes == 0 ? 1 : bytes);
    if (!resized)
        memory_fail();
    ask_for_large_pages(resized, bytes);
    return resized;
}

void memory_free(void *memory)
{
    free(memory);
}

size_t memory_grown(size_t capacity, size_t needed)
{
    enum { FIRST = 16 };

    if (needed <= capacity)
        return capacity;
    /* By half: what growing leaves behind is at most twice what is used. */
    size_t grown = capacity <= SIZE_MAX - capacity / 2 ? capacity + capacity / 2 : needed;
    if (grown < FIRST)
        grown = FIRST;
    return grown < needed ? needed : grown;
}
