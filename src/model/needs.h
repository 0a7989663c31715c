/* What replaces a need. */
#ifndef SHORTLIST_MODEL_NEEDS_H
#define SHORTLIST_MODEL_NEEDS_H

#include "shortlist/profile.h"

/*
 * Puts the value of `by`, as need_read filled it in, in the place of the need's own. Problems:
 * another type, other options, a word that is none of them; the need then stays as it was.
 */
void need_replace(struct need *need, const struct need *by, struct problems *problems);

#endif
