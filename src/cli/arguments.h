/*
 * Options on the command line: rows of one table, read by getopt_long. Knows nothing of what the
 * options mean.
 */
#ifndef SHORTLIST_CLI_ARGUMENTS_H
#define SHORTLIST_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/arena.h"

struct request;

struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* how help names it; NULL: none */
    int commands;         /* the commands that have it, as bits */
    /* False when the argument is wrong; `*reason` then says why. */
    bool (*apply)(struct request *request, const char *argument, const char **reason);
    const char *doc;
};

/* The table, in options.c. */
extern const struct option_row option_rows[];
extern const size_t option_row_count;

/*
 * Applies the options of a command to the request (`argv[0]` is the command's name). Returns the
 * position in argv from which on nothing is an option, all options having been moved before it; 0
 * after a message on standard error when something is wrong.
 */
int arguments_read(struct request *request, int command, int argc, char **argv,
                   struct arena *arena);

#endif
