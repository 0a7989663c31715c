/* Whether -o names a file that is read. */
#ifndef SHORTLIST_CLI_OVERWRITING_H
#define SHORTLIST_CLI_OVERWRITING_H

#include <stdbool.h>

#include "request.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"

/*
 * Whether the file of -o is one of the inputs that were opened, by whatever path or link, or one of
 * those that were refused, which the problems are about. Then wrong usage was told, and nothing
 * else is to be said or written.
 */
bool would_overwrite(const struct request *request, const struct inputs *inputs,
                     const struct problems *problems);

#endif
