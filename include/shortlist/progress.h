/* How far a long piece of work has come, for whoever watches it. */
#ifndef SHORTLIST_PROGRESS_H
#define SHORTLIST_PROGRESS_H

#include <stddef.h>

/* The first member of the watcher's own struct. */
struct progress {
    /* `done` of `all`, in whatever unit; called often, so that it must cost next to nothing. */
    void (*tell)(struct progress *progress, const char *work, size_t done, size_t all);
};

/* Tells a watcher, if there is one. */
static inline void progress_tell(struct progress *progress, const char *work, size_t done,
                                 size_t all)
{
    if (progress != NULL)
        progress->tell(progress, work, done, all);
}

#endif
