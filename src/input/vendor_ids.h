/* What is said of ids of vendors that are none, stated or made from a name. */
#ifndef SHORTLIST_INPUT_VENDOR_IDS_H
#define SHORTLIST_INPUT_VENDOR_IDS_H

#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"
#include "shortlist/vendor_id.h"

/* What is wrong with the id made from a name, in words, or NULL. */
const char *made_id_fault(struct text id, struct text name);

/* The problem of an id that was stated, with the id that may be meant. */
void refuse_vendor_id(struct problems *problems, struct place place, struct text id,
                      const char *fault);

#endif
