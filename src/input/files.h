/* Which files the inputs are: paths and folders, each file once. */
#ifndef SHORTLIST_INPUT_FILES_H
#define SHORTLIST_INPUT_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"

struct found_file {
    const char *path;
    bool answers_only;      /* by -a */
    bool in_answers_folder; /* by -a with a folder that it lies in */
    bool as_criteria;       /* by -c */
    bool as_profile;        /* by -p */
    bool is_regular;        /* can be read again */
    size_t order;           /* in which profiles apply */
    unsigned long long device;
    unsigned long long inode;
};

struct found_files {
    struct found_file *items; /* by path; freed by found_files_release */
    size_t count;
    size_t capacity;
    bool has_empty_folder; /* a problem was added */
    bool failed;           /* a folder could not be listed; a problem was added */
};

/* A file given twice is there once, whatever its paths, with all that was said of it. */
void files_find(struct found_files *found, const struct input_options *options, struct arena *arena,
                struct problems *problems);

void found_files_release(struct found_files *found);

/* Whether a name ends so, in any case. */
bool name_ends(struct text name, struct text ending);

/* A source without its bytes. */
struct source *source_new(struct arena *arena, const char *path);

#endif
