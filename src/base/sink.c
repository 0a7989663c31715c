/*
 * Sinks: a buffer before a descriptor or a text in memory, and the file that appears only when
 * it is complete.
 */
#include "shortlist/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shortlist/memory.h"

enum { MOST_LINKS = 40 }; /* links to links, as the kernel counts them */

/* The temporary file that sink_discard_open has to remove; owned by its sink. */
static const char *open_temporary_file;

/* Writes all; 0 or the errno. */
static int write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t written = write(fd, bytes, len);
        if (written > 0) {
            bytes += written;
            len -= (size_t)written;
        } else if (written == 0) {
            return EIO;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            /* Someone we share the descriptor with made it non-blocking. */
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            (void)poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

static void flush(struct sink *sink)
{
    if (sink->error == 0)
        sink->error = write_all(sink->fd, sink->buffer, sink->used);
    sink->used = 0;
}

void sink_open_fd(struct sink *sink, int fd)
{
    *sink = (struct sink){.fd = fd, .buffer = memory_resize(NULL, SINK_BUFFER, 1)};
}

void sink_open_memory(struct sink *sink, struct arena *arena)
{
    *sink = (struct sink){.fd = -1, .memory = arena, .text = {.arena = arena}};
}

/* "a/b" for the folder of `path` ("a/x") and the name "b". The caller frees it. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t len = strlen(name);
    char *joined = memory_new(folder + len + 1, 1);
    memcpy(joined, path, folder);
    memcpy(joined + folder, name, len);
    return joined;
}

/*
 * Where `path` leads when it is a link, to a file that need not exist yet. The caller frees it.
 * Links between folders are left to the kernel.
 */
static char *follow_links(const char *path)
{
    char *target = beside("", path);
    for (int i = 0; i < MOST_LINKS; i++) {
        char link[4096];
        ssize_t len = readlink(target, link, sizeof(link) - 1);
        if (len < 0)
            break;
        link[len] = '\0';
        char *next = link[0] == '/' ? beside("/", link + 1) : beside(target, link);
        memory_free(target);
        target = next;
    }
    return target;
}

/* True when the path is what is open as standard output or standard error ("/dev/stdout"). */
static bool is_open_as(const struct stat *status, int fd)
{
    struct stat open_status;
    return fstat(fd, &open_status) == 0 && open_status.st_dev == status->st_dev &&
           open_status.st_ino == status->st_ino;
}

/*
 * A descriptor for what a path already names and what cannot be put in place by renaming: a
 * device, a pipe, or the file that our own standard output goes to. -1 when there is none,
 * with the reason or, for an ordinary file, without.
 */
static int open_in_place(const char *path, const struct stat *status, const char **reason)
{
    int fd = -1;
    *reason = NULL;
    if (S_ISDIR(status->st_mode))
        *reason = "is a folder";
    else if (is_open_as(status, STDOUT_FILENO))
        fd = dup(STDOUT_FILENO);
    else if (is_open_as(status, STDERR_FILENO))
        fd = dup(STDERR_FILENO);
    else if (!S_ISREG(status->st_mode))
        fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    else if (access(path, W_OK) == 0)
        return -1;
    if (fd < 0 && !*reason)
        *reason = strerror(errno);
    return fd;
}

static bool open_temporary(struct sink *sink, const char *path, mode_t mode)
{
    sink->target = follow_links(path);
    sink->temporary = beside(sink->target, ".shortlist-XXXXXX");
    sink->fd = mkstemp(sink->temporary);
    if (sink->fd >= 0 && fchmod(sink->fd, mode) == 0) {
        open_temporary_file = sink->temporary;
        return true;
    }
    sink->error = errno;
    sink_discard(sink);
    return false;
}

bool sink_open_file(struct sink *sink, const char *path, const char **reason)
{
    *sink = (struct sink){.fd = -1, .path = path};
    *reason = NULL;
    struct stat status;
    mode_t mode = 0;
    if (stat(path, &status) == 0) {
        mode = status.st_mode & 0777;
        sink->fd = open_in_place(path, &status, reason);
    } else if (errno == ENOENT && path[0] != '\0') {
        mode_t mask = umask(0);
        (void)umask(mask);
        mode = 0666 & ~mask;
    } else {
        *reason = strerror(errno);
    }
    if (*reason)
        return false;
    if (sink->fd < 0 && !open_temporary(sink, path, mode)) {
        *reason = strerror(sink->error);
        return false;
    }
    sink->buffer = memory_resize(NULL, SINK_BUFFER, 1);
    return true;
}

void sink_text(struct sink *sink, struct text text)
{
    if (sink->memory) {
        buffer_add(&sink->text, text);
        return;
    }
    while (text.len > 0) {
        if (sink->used == SINK_BUFFER)
            flush(sink);
        size_t room = SINK_BUFFER - sink->used;
        size_t part = text.len < room ? text.len : room;
        memcpy(sink->buffer + sink->used, text.ptr, part);
        sink->used += part;
        text = text_slice(text, part, text.len);
    }
}

void sink_string(struct sink *sink, const char *string)
{
    sink_text(sink, text_from(string));
}

void sink_char(struct sink *sink, char c)
{
    if (sink->memory) {
        buffer_add_char(&sink->text, c);
        return;
    }
    if (sink->used == SINK_BUFFER)
        flush(sink);
    sink->buffer[sink->used++] = c;
}

void sink_repeat(struct sink *sink, const char *string, size_t times)
{
    struct text text = text_from(string);
    for (size_t i = 0; i < times; i++)
        sink_text(sink, text);
}

/* The count of bytes that printing takes, printed into the room left when they fit there. */
__attribute__((format(printf, 2, 0))) static int format_into(struct sink *sink, const char *format,
                                                             va_list arguments)
{
    char *room = sink->memory ? NULL : sink->buffer + sink->used;
    return vsnprintf(room, sink->memory ? 0 : SINK_BUFFER - sink->used, format, arguments);
}

void sink_format(struct sink *sink, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int needed = format_into(sink, format, arguments);
    va_end(arguments);
    if (needed <= 0)
        return;
    size_t len = (size_t)needed;
    if (!sink->memory && len < SINK_BUFFER - sink->used) {
        sink->used += len;
        return;
    }
    char *bytes = memory_new(len + 1, 1);
    va_start(arguments, format);
    (void)vsnprintf(bytes, len + 1, format, arguments);
    va_end(arguments);
    sink_text(sink, (struct text){bytes, len});
    memory_free(bytes);
}

static void free_sink(struct sink *sink)
{
    if (sink->temporary == open_temporary_file)
        open_temporary_file = NULL;
    memory_free(sink->buffer);
    memory_free(sink->temporary);
    memory_free(sink->target);
    sink->buffer = NULL;
    sink->temporary = NULL;
    sink->target = NULL;
    sink->fd = -1;
}

/* Closes what the sink opened itself, and renames the temporary file; 0 or the errno. */
static int put_in_place(struct sink *sink)
{
    if (!sink->path)
        return 0;
    /* Some file systems know no fsync (EINVAL); that is no loss of ours. */
    bool synced = !sink->temporary || sink->error != 0 || fsync(sink->fd) == 0 || errno == EINVAL;
    int error = synced ? 0 : errno;
    if (close(sink->fd) != 0 && error == 0)
        error = errno;
    if (sink->temporary && sink->error == 0 && error == 0 &&
        rename(sink->temporary, sink->target) != 0)
        error = errno;
    return error;
}

bool sink_finish(struct sink *sink, const char **reason)
{
    *reason = NULL;
    if (sink->memory)
        return true;
    flush(sink);
    int error = put_in_place(sink);
    if (sink->error == 0)
        sink->error = error;
    if (sink->error != 0 && sink->temporary)
        (void)unlink(sink->temporary);
    free_sink(sink);
    *reason = sink->error != 0 && sink->error != EPIPE ? strerror(sink->error) : NULL;
    return sink->error == 0;
}

void sink_discard(struct sink *sink)
{
    if (sink->path && sink->fd >= 0) {
        (void)close(sink->fd);
        if (sink->temporary)
            (void)unlink(sink->temporary);
    }
    free_sink(sink);
}

void sink_discard_open(void)
{
    if (open_temporary_file) {
        (void)unlink(open_temporary_file);
        open_temporary_file = NULL;
    }
}
