/* What the programs here have in common: how they read their arguments, and their exit status. */
#ifndef BENCH_PROGRAM_H
#define BENCH_PROGRAM_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* An option of one letter that takes a whole number. */
struct count_option {
    char letter;
    uint32_t least, most;
};

enum { COUNT_OPTIONS = 4 /* that a program may have */ };

struct program {
    const char *usage; /* "make_table [-n VENDORS] [-s SEED] CRITERIA" */
    struct count_option options[COUNT_OPTIONS];
    int operands; /* how many follow the options */
};

static inline bool read_count(const struct count_option *option, const char *argument,
                              uint32_t *count)
{
    char *end;
    errno = 0;
    unsigned long number = strtoul(argument, &end, 10);
    if (errno != 0 || argument[0] < '0' || argument[0] > '9' || *end != '\0' ||
        number < option->least || number > option->most)
        return false;
    *count = (uint32_t)number;
    return true;
}

static inline bool read_options(const struct program *program, int argc, char **argv,
                                uint32_t *counts)
{
    char letters[2 * COUNT_OPTIONS + 1] = "";
    for (size_t i = 0; i < COUNT_OPTIONS && program->options[i].letter != '\0'; i++) {
        letters[2 * i] = program->options[i].letter;
        letters[2 * i + 1] = ':';
    }
    int letter;
    while ((letter = getopt(argc, argv, letters)) != -1) {
        size_t i = 0;
        while (i < COUNT_OPTIONS && program->options[i].letter != letter)
            i++;
        if (i == COUNT_OPTIONS || !read_count(&program->options[i], optarg, &counts[i]))
            return false;
    }
    return true;
}

/* `counts` holds for each option what stands without it; those that are given replace it. The
 * operands begin at argv[optind]. False, with the usage on standard error, where they are others.
 */
static inline bool read_arguments(const struct program *program, int argc, char **argv,
                                  uint32_t *counts)
{
    if (read_options(program, argc, argv, counts) && argc - optind == program->operands)
        return true;
    fprintf(stderr, "usage: %s\n", program->usage);
    return false;
}

enum { STATUS_USAGE = 2 };

/* The exit status: 0 when it was done, and all of it was written. */
static inline int exit_status(bool done)
{
    return fflush(stdout) == 0 && !ferror(stdout) && done ? 0 : 1;
}

#endif
