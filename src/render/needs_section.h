/* Where the needs stand in the file of a profile. */
#ifndef SHORTLIST_RENDER_NEEDS_SECTION_H
#define SHORTLIST_RENDER_NEEDS_SECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/profile.h"

struct needs_section {
    bool in_lines; /* each need has lines of its own below the line `needs:`, so that more may
                      follow; false: they stand in braces, or there are none */
    size_t indent; /* columns before the name of a need */
    size_t end;    /* where more may follow: the byte offset behind the last line, and behind the
                      comments right below it that are as far in */
};

/* Of a profile without errors, whose bytes are still there. */
struct needs_section needs_section_of(const struct profile *profile);

#endif
