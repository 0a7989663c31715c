/* Finding installed criteria packs and profiles by name. */
#ifndef SHORTLIST_CLI_PACKS_H
#define SHORTLIST_CLI_PACKS_H

#include "shortlist/arena.h"

enum pack_kind { PACK_CRITERIA, PACK_PROFILE };

/*
 * The path that -c or -p means: a file where the argument names one (it has a `/`, or ends in .yaml
 * or .yml), else the installed pack of that name, else a file of that name. NULL and a reason with
 * the near and the installed names when there is none.
 */
const char *pack_find(enum pack_kind kind, const char *argument, struct arena *arena,
                      const char **reason);

#endif
