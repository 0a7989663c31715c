/*
 * Comments that silence warnings: `# shortlist: ignore CODE` at the end of a line, several codes
 * with commas or blanks between them. Errors are never silenced.
 */
#ifndef SHORTLIST_IGNORE_H
#define SHORTLIST_IGNORE_H

#include <stddef.h>

#include "shortlist/problem.h"
#include "shortlist/source.h"

/*
 * Takes out the warnings and notes that stand on the line of a comment that names their code, in a
 * source whose bytes are there. For each code that silences nothing, a warning is added. Of
 * warnings beyond those kept of a source nothing is known, and they stay counted.
 */
void ignores_apply(struct problems *problems, const struct source *source);

#endif
