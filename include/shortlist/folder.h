/*
 * A folder that appears whole or not at all: it is built beside its place and renamed into it.
 * Where an empty folder is there already it stays the same folder: what is to be in it is built in
 * a hidden folder inside, and moved up at the end. Nothing that is there is ever overwritten.
 */
#ifndef SHORTLIST_FOLDER_H
#define SHORTLIST_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/text.h"

enum { FOLDER_PARTS = 16 }; /* files and folders that one may be built with */

enum folder_room {
    FOLDER_FREE,   /* nothing is there */
    FOLDER_EMPTY,  /* a folder with nothing in it, hidden files included */
    FOLDER_FILLED, /* a folder with something in it */
    FOLDER_TAKEN,  /* something that is no folder */
    FOLDER_UNKNOWN /* the reason says why */
};

/* What a path leads to; links are followed. */
enum folder_room folder_room(const char *path, const char **reason);

struct folder {
    char *path;      /* as given, without slashes at its end (owned) */
    char *temporary; /* where it is built (owned) */
    bool filling;    /* an empty folder is there */
    int error;       /* the first errno, or 0 */
    struct folder_entry {
        char *built; /* its path while it is built (owned) */
        char *placed;
        bool is_folder;
        bool is_placed; /* it was moved up into the folder that was there */
    } entries[FOLDER_PARTS];
    size_t entry_count;
};

/* False, and a reason, when nothing can be built there. One folder may be open at a time. */
bool folder_open(struct folder *folder, const char *path, const char **reason);

/* Both may follow in any number up to FOLDER_PARTS; failures are told by folder_finish. */
void folder_add_folder(struct folder *folder, const char *name);
void folder_add_file(struct folder *folder, const char *name, struct text bytes);

/* Puts the folder in place and frees it. False, and a reason, when anything failed: then nothing is
 * left behind. */
bool folder_finish(struct folder *folder, const char **reason);

/* Removes what was built of a folder that is not finished; safe in an out-of-memory handler. */
void folder_discard_open(void);

#endif
