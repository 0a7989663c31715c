/* What of an evaluation a report shows, in every format: which vendors, and which verdicts. */
#ifndef SHORTLIST_RENDER_SHOWN_H
#define SHORTLIST_RENDER_SHOWN_H

#include <stddef.h>

#include "shortlist/render.h"

/* The vendors shown are the first so many of evaluation.order. */
size_t shown_vendors(const struct report *report);

/* The word for the verdict of a vendor, empty when there is none. */
struct text verdict_of(const struct evaluation *evaluation, const struct result *result);

#endif
