/* What problem.c asks the comments that silence warnings. */
#ifndef SHORTLIST_DIAG_IGNORES_H
#define SHORTLIST_DIAG_IGNORES_H

#include <stdbool.h>

#include "shortlist/problem.h"

/* Whether a comment on the line of the place silences a warning or note of this code; it has then
 * been of use. */
bool ignores_silence(struct problems *problems, enum problem_code code, const struct place *place);

#endif
