/* Ids of vendors: [a-z0-9][a-z0-9_-]*, at most ID_LIMIT bytes. */
#ifndef SHORTLIST_VENDOR_ID_H
#define SHORTLIST_VENDOR_ID_H

#include "shortlist/arena.h"
#include "shortlist/text.h"

/* What is wrong with the id of a vendor, in words, or NULL. */
const char *vendor_id_fault(struct text id);

/* An id from a name: in lower case, every other run of characters a dash, but none at the ends. May
 * be empty or too long. Lives in the arena. */
struct text vendor_id_from(struct arena *arena, struct text name);

#endif
