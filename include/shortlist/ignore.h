/*
 * Comments that silence warnings: `# shortlist: ignore CODE` at the end of a line, several codes
 * with commas between them, and any remark behind. Only sources that may_ignore have them, and
 * errors are never silenced. They are read when a source has its first warning, so a warning that
 * is silenced takes up no room. A comment is what looks like one, also within a text.
 */
#ifndef SHORTLIST_IGNORE_H
#define SHORTLIST_IGNORE_H

#include <stdbool.h>

#include "shortlist/problem.h"
#include "shortlist/source.h"

/* Adds a warning for each comment of a source that silenced nothing, once all problems are told;
 * its bytes must still be there. A code of which nobody looked for warnings (looked_for[code] is
 * false) is passed over, and so is one that is muted. */
void ignores_tell_unused(struct problems *problems, const struct source *source,
                         const bool *looked_for);

#endif
