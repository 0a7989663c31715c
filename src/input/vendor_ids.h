/* Ids of vendors: as a file states them, or made from a name. */
#ifndef SHORTLIST_INPUT_VENDOR_IDS_H
#define SHORTLIST_INPUT_VENDOR_IDS_H

#include "shortlist/arena.h"
#include "shortlist/text.h"

/* What is wrong with the id of a vendor, in words, or NULL. */
const char *vendor_id_fault(struct text id);

/* An id from a name: in lower case, every other run of characters a dash, but none at the ends. */
struct text vendor_id_from(struct arena *arena, struct text name);

#endif
