/* Reading files and folders whole. Reasons of failure are static strings (strerror's). */
#ifndef SHORTLIST_FILE_H
#define SHORTLIST_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/text.h"

/*
 * The bytes of a file, or of standard input where path is "-". On success `*bytes` is owned by
 * the caller, who frees `bytes->ptr` with file_free. On failure false and `*reason` says why (a
 * folder, a device that never ends and a file over `limit` bytes are failures too).
 */
bool file_read(const char *path, size_t limit, struct text *bytes, const char **reason);
void file_free(struct text bytes);

/* Gives the memory of bytes [from, to) of a file that was read back to the system, whole pages
 * only. They must not be read again. */
void file_forget(struct text bytes, size_t from, size_t to);

bool file_is_folder(const char *path);

struct file_list {
    const char **paths; /* in the arena */
    size_t count;
};

/*
 * The files in a folder, recursively, whose names end in one of `endings` (".yaml", …; NULL ends
 * the list), in byte order of path, names that begin with a point skipped. A path begins with
 * `folder` as given, without doubled slashes. Symbolic links are followed; a folder that contains
 * itself is a failure.
 */
bool file_list_folder(struct arena *arena, const char *folder, const char *const *endings,
                      struct file_list *list, const char **reason);

/* The name of a file without its folders and its last ending: "vendors/Acme.yaml" gives "Acme". */
struct text file_stem(struct text path);

/* "a/b", or the second alone when it is absolute or the first is empty. */
struct text file_join(struct arena *arena, struct text folder, struct text name);

#endif
