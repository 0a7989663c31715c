/* The flags and unresolved rules of all vendors shown, made once and kept for the whole report. */
#ifndef SHORTLIST_RENDER_FINDINGS_H
#define SHORTLIST_RENDER_FINDINGS_H

#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

struct findings {
    struct arena arena;
    struct card *cards; /* [place in the order]: vendor, result, flags, unresolved; no more */
    size_t count;
};

/* Of the first `shown` vendors in the order of the report. */
void findings_gather(struct findings *findings, const struct evaluation *evaluation, size_t shown);
void findings_release(struct findings *findings);

#endif
