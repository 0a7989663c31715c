/* What the environment says about how to write: colour, width, the date. */
#ifndef SHORTLIST_CLI_TERMINAL_H
#define SHORTLIST_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "request.h"

/* Whether to use colour on a stream: --color, then NO_COLOR, CLICOLOR_FORCE, TERM, then whether it
 * is a terminal. */
bool terminal_color(int fd, enum color_choice choice);

bool terminal_is(int fd);

/* Columns: COLUMNS, else the width of the terminal; 0 when it is none. */
size_t terminal_width(int fd);

/* SOURCE_DATE_EPOCH or the clock, as a day in UTC; false where the former is no time. */
bool terminal_today(int32_t *day);

#endif
