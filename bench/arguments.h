/* Reads what the options of the programs here take. */
#ifndef BENCH_ARGUMENTS_H
#define BENCH_ARGUMENTS_H

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

/* Whether the argument is a whole number up to `most`. */
static inline bool read_count(const char *argument, unsigned long most, unsigned long *count)
{
    char *end;
    errno = 0;
    *count = strtoul(argument, &end, 10);
    return errno == 0 && argument[0] >= '0' && argument[0] <= '9' && *end == '\0' && *count <= most;
}

#endif
