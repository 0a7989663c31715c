/* Finding installed criteria packs and profiles by name. */
#ifndef SHORTLIST_CLI_PACKS_H
#define SHORTLIST_CLI_PACKS_H

#include <stddef.h>

#include "shortlist/arena.h"

enum pack_kind { PACK_CRITERIA, PACK_PROFILE, PACK_KINDS };

/* An installed one: the name by which -c or -p finds it, and its file. */
struct pack_file {
    const char *name;
    const char *path;
};

struct pack_files {
    struct pack_file *items;
    size_t count;
};

/* All that are installed, by name; where several folders have a name, as -c or -p finds it. Lives
 * in the arena. */
struct pack_files packs_installed(enum pack_kind kind, struct arena *arena);

/*
 * The path that -c or -p means: a file where the argument names one (it has a `/`, or ends in .yaml
 * or .yml), else the installed pack of that name, else a file of that name. NULL and a reason with
 * the near and the installed names when there is none.
 */
const char *pack_find(enum pack_kind kind, const char *argument, struct arena *arena,
                      const char **reason);

/* The same of either kind: criteria before profiles before files. */
const char *pack_find_any(const char *argument, struct arena *arena, const char **reason);

#endif
