/* Where results go: standard output or -o, and what to say when that fails. */
#include "output.h"

#include <signal.h>
#include <unistd.h>

#include "messages.h"

static void cannot_write(const char *path, const char *reason)
{
    struct arena arena = {0};
    program_error("cannot write %s: %s", path == NULL ? "standard output" : visible(path, &arena),
                  reason);
    arena_release(&arena);
}

enum exit_status open_output(struct sink *sink, const char *path)
{
    const char *reason;
    if (path == NULL) {
        sink_open_fd(sink, STDOUT_FILENO);
        return EXIT_DONE;
    }
    if (sink_open_file(sink, path, &reason))
        return EXIT_DONE;
    cannot_write(path, reason);
    return EXIT_SYSTEM;
}

enum exit_status finish_output(struct sink *sink)
{
    const char *reason;
    const char *path = sink->path;
    if (sink_finish(sink, &reason))
        return EXIT_DONE;
    if (reason != NULL) {
        cannot_write(path, reason);
        return EXIT_SYSTEM;
    }
    /* A reader that closed the pipe has seen enough: end as any filter would, without a word. */
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
    return EXIT_SYSTEM;
}
