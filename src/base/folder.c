/* Folders that appear whole or not at all. */
#include "shortlist/folder.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shortlist/memory.h"
#include "shortlist/sink.h"

static const char temporary_name[] = ".shortlist-XXXXXX";

/* The folder that folder_discard_open has to take back. */
static struct folder *open_folder;

/* --- What is there ------------------------------------------------------------------------ */

/* A copy without slashes at the end, but for the root's. The caller frees it. */
static char *without_slashes(const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    char *copy = memory_new(len + 1, 1);
    memcpy(copy, path, len);
    return copy;
}

/* Whether nothing but itself and its parent is in a folder; false with errno where that cannot be
 * found out. */
static bool is_empty(DIR *stream)
{
    const struct dirent *entry;
    errno = 0;
    while ((entry = readdir(stream)) != NULL) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return false;
    }
    return errno == 0;
}

/* What a path leads to that is no folder to be read, for the reason that opendir gave. */
static enum folder_room room_without(const char *path, int error)
{
    struct stat status;
    bool there = lstat(path, &status) == 0;
    if (there && error == ENOTDIR)
        return FOLDER_TAKEN;
    if (error != ENOENT)
        return FOLDER_UNKNOWN;
    /* A link that leads nowhere is in the way. */
    return there ? FOLDER_TAKEN : FOLDER_FREE;
}

enum folder_room folder_room(const char *path, const char **reason)
{
    char *name = without_slashes(path);
    DIR *stream = opendir(name);
    enum folder_room room = FOLDER_EMPTY;
    if (stream == NULL) {
        *reason = strerror(errno);
        room = room_without(name, errno);
    } else if (!is_empty(stream)) {
        *reason = strerror(errno);
        room = errno == 0 ? FOLDER_FILLED : FOLDER_UNKNOWN;
    }
    if (stream != NULL)
        (void)closedir(stream);
    memory_free(name);
    return room;
}

/* --- Building ------------------------------------------------------------------------------ */

/* "folder/name". The caller frees it. */
static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *joined = memory_new(size, 1);
    (void)snprintf(joined, size, "%s/%s", folder, name);
    return joined;
}

/* The name of a folder that can be renamed to `path`. The caller frees it. */
static char *beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    char *name = memory_new(len + sizeof temporary_name, 1);
    memcpy(name, path, len);
    memcpy(name + len, temporary_name, sizeof temporary_name);
    return name;
}

/* Folders that the program makes have the rights that others of this user have. */
static mode_t usual_mode(const char *folder)
{
    struct stat status;
    mode_t mask = umask(0);
    (void)umask(mask);
    /* In a shared folder, the bit that hands down its group came with it. */
    mode_t inherited = stat(folder, &status) == 0 ? status.st_mode & 07000 : 0;
    return inherited | (0777 & ~mask);
}

/* No signal may come between what is made and the note of it, by which a handler takes it back. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGQUIT);
    (void)sigprocmask(SIG_BLOCK, &held, before);
}

static void release_signals(const sigset_t *before)
{
    (void)sigprocmask(SIG_SETMASK, before, NULL);
}

static void free_folder(struct folder *folder)
{
    open_folder = NULL;
    for (size_t e = 0; e < folder->entry_count; e++) {
        memory_free(folder->entries[e].built);
        memory_free(folder->entries[e].placed);
    }
    memory_free(folder->temporary);
    memory_free(folder->path);
    *folder = (struct folder){0};
}

bool folder_open(struct folder *folder, const char *path, const char **reason)
{
    enum folder_room room = folder_room(path, reason);
    *folder = (struct folder){.path = without_slashes(path), .filling = room == FOLDER_EMPTY};
    folder->temporary = folder->filling ? join(folder->path, temporary_name) : beside(folder->path);
    if (room == FOLDER_FILLED)
        folder->error = ENOTEMPTY;
    else if (room == FOLDER_TAKEN)
        folder->error = ENOTDIR;
    sigset_t before;
    hold_signals(&before);
    if (folder->error == 0 && mkdtemp(folder->temporary) == NULL)
        folder->error = errno;
    if (folder->error == 0)
        open_folder = folder;
    release_signals(&before);
    if (folder->error == 0)
        return true;
    *reason = strerror(folder->error);
    free_folder(folder);
    return false;
}

static struct folder_entry *add_entry(struct folder *folder, const char *name)
{
    struct folder_entry *entry = &folder->entries[folder->entry_count];
    *entry = (struct folder_entry){
        .built = join(folder->temporary, name),
        .placed = join(folder->path, name),
    };
    folder->entry_count++;
    return entry;
}

void folder_add_folder(struct folder *folder, const char *name)
{
    struct folder_entry *entry = add_entry(folder, name);
    entry->is_folder = true;
    if (mkdir(entry->built, 0777) != 0 && folder->error == 0)
        folder->error = errno;
}

void folder_add_file(struct folder *folder, const char *name, struct text bytes)
{
    const struct folder_entry *entry = add_entry(folder, name);
    struct sink sink;
    const char *reason;
    errno = 0;
    if (sink_open_file(&sink, entry->built, &reason)) {
        sink_text(&sink, bytes);
        if (sink_finish(&sink, &reason))
            return;
        errno = sink.error;
    }
    if (folder->error == 0)
        folder->error = errno != 0 ? errno : EIO;
}

/* --- Putting in place ---------------------------------------------------------------------- */

/* Safe in handlers: nothing is allocated. */
static void discard(const struct folder *folder)
{
    for (size_t e = folder->entry_count; e > 0; e--) {
        const struct folder_entry *entry = &folder->entries[e - 1];
        const char *path = entry->is_placed ? entry->placed : entry->built;
        (void)(entry->is_folder ? rmdir(path) : unlink(path));
    }
    (void)rmdir(folder->temporary);
}

/* Puts one in its place, where nothing may be: neither call replaces what came there meanwhile. */
static int place(const struct folder_entry *entry)
{
    if (entry->is_folder)
        return mkdir(entry->placed, 0777) != 0 || rmdir(entry->built) != 0 ? errno : 0;
    if (link(entry->built, entry->placed) == 0)
        return unlink(entry->built) != 0 ? errno : 0;
    /* Some file systems have no links. */
    if (errno == EEXIST || access(entry->placed, F_OK) == 0)
        return EEXIST;
    return rename(entry->built, entry->placed) != 0 ? errno : 0;
}

/* Moves everything up into the folder that was there; 0 or the errno. */
static int fill(struct folder *folder)
{
    for (size_t e = 0; e < folder->entry_count; e++) {
        struct folder_entry *entry = &folder->entries[e];
        int error = place(entry);
        if (error != 0)
            return error;
        entry->is_placed = true;
    }
    return rmdir(folder->temporary) == 0 ? 0 : errno;
}

/* The same where nothing was there. A file that came into being meanwhile stays, and so does a
 * folder with something in it. */
static int appear(const struct folder *folder)
{
    if (chmod(folder->temporary, usual_mode(folder->temporary)) != 0 ||
        rename(folder->temporary, folder->path) != 0)
        return errno;
    return 0;
}

bool folder_finish(struct folder *folder, const char **reason)
{
    int error = folder->error;
    sigset_t before;
    hold_signals(&before);
    if (error == 0)
        error = folder->filling ? fill(folder) : appear(folder);
    if (error != 0)
        discard(folder);
    open_folder = NULL;
    release_signals(&before);
    *reason = error != 0 ? strerror(error) : NULL;
    free_folder(folder);
    return error == 0;
}

void folder_discard_open(void)
{
    if (open_folder != NULL) {
        discard(open_folder);
        open_folder = NULL;
    }
}
