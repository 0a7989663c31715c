/* Which profiles go with which criteria packs. */
#ifndef SHORTLIST_CLI_PACKS_FIT_H
#define SHORTLIST_CLI_PACKS_FIT_H

#include <stdbool.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/load.h"
#include "shortlist/text.h"

/*
 * Reads criteria with a profile, or one of them alone (the other is NULL), without a word about
 * problems. False when they have errors. `inputs` is zeroed by the caller, who releases it in every
 * case.
 */
bool pack_read(struct inputs *inputs, const char *criteria, const char *profile, int32_t today);

/* The names of the installed packs that a profile can be merged into: "a, b"; empty for none. */
struct text packs_fitted(const char *profile, int32_t today, struct arena *arena);

/* The same of a profile that cannot be merged into these criteria, though they have no errors by
 * themselves; empty too where it can be, and where they have. */
struct text packs_instead(const char *criteria, const char *profile, int32_t today,
                          struct arena *arena);

#endif
