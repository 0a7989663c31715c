/*
 * Sinks: where a report goes. Writing never fails at once: the first error is remembered and
 * reported by sink_finish. A file appears only at finish: a temporary file in the same folder,
 * fsync, rename; on any failure the old file is as it was.
 */
#ifndef SHORTLIST_SINK_H
#define SHORTLIST_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/text.h"

enum { SINK_BUFFER = 64 * 1024 };

struct sink {
    int fd;
    int error;            /* the first errno, or 0 */
    size_t used;          /* bytes of buffer waiting */
    char *buffer;         /* SINK_BUFFER bytes, owned */
    const char *path;     /* for a file: where it will appear, as given (borrowed) */
    char *target;         /* for a file: the same with links followed (owned) */
    char *temporary;      /* for a file: where it is written until then (owned) */
    struct arena *memory; /* for a sink in memory: where the text grows */
    struct text_buffer text;
};

void sink_open_fd(struct sink *sink, int fd); /* does not own the descriptor */
void sink_open_memory(struct sink *sink,
                      struct arena *arena); /* for tests: sink->text is the result */

/*
 * False when no temporary file could be made beside `path`; `*reason` says why. Links are followed
 * to the file. What renaming cannot put in place is written directly: a device, a pipe, or the
 * file that is our standard output or error already. One sink of a file may be open at a time.
 */
bool sink_open_file(struct sink *sink, const char *path, const char **reason);

void sink_text(struct sink *sink, struct text text);
void sink_string(struct sink *sink, const char *string);
void sink_char(struct sink *sink, char c);
void sink_repeat(struct sink *sink, const char *string, size_t times);
__attribute__((format(printf, 2, 3))) void sink_format(struct sink *sink, const char *format, ...);

/* Flushes, puts the file in place, and frees the sink. False and a reason when anything failed;
 * a closed pipe is a failure with the reason NULL, which the program meets in silence. */
bool sink_finish(struct sink *sink, const char **reason);

/* The end of a sink that is not to be finished: frees it without putting the file in place; the
 * temporary file is removed. */
void sink_discard(struct sink *sink);

/* Removes the temporary file of whatever file sink is open; safe in an out-of-memory handler. */
void sink_discard_open(void);

#endif
