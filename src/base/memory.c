/* Checked allocation: the one place that calls malloc and its relatives. */
#include "shortlist/memory.h"

#include <stdint.h>
#include <stdlib.h>

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

void *memory_new(size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    /* calloc may answer NULL for no bytes, which would look like a failure. */
    void *memory = count == 0 || size == 0 ? calloc(1, 1) : calloc(count, size);
    if (!memory)
        memory_fail();
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
