/* The program's own words on standard error. */
#ifndef SHORTLIST_CLI_MESSAGES_H
#define SHORTLIST_CLI_MESSAGES_H

#include "shortlist/arena.h"

/* "shortlist: …", and where to read more: for wrong usage. */
__attribute__((format(printf, 1, 2))) void usage_error(const char *format, ...);

/* "shortlist: note: …" */
__attribute__((format(printf, 1, 2))) void program_note(const char *format, ...);

/* "shortlist: …" */
__attribute__((format(printf, 1, 2))) void program_error(const char *format, ...);

/* An argument as it may be shown in a terminal. */
const char *visible(const char *argument, struct arena *arena);

#endif
