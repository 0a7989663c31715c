/* Where results go: standard output or -o, and what to say when that fails. */
#ifndef SHORTLIST_CLI_OUTPUT_H
#define SHORTLIST_CLI_OUTPUT_H

#include "request.h"
#include "shortlist/sink.h"

/* Opens a sink to the file, or to standard output where `path` is NULL. EXIT_SYSTEM after a message
 * when that cannot be done. */
enum exit_status open_output(struct sink *sink, const char *path);

/* Ends the sink. EXIT_SYSTEM after a message when something could not be written; where the reader
 * closed the pipe, the program ends there. */
enum exit_status finish_output(struct sink *sink);

#endif
