/* What every format has to know of a report: who is shown in it, and which stamps it bears. */
#ifndef SHORTLIST_RENDER_STAMPS_H
#define SHORTLIST_RENDER_STAMPS_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/render.h"

struct stamps {
    bool what_if;      /* options on the command line changed needs or weights */
    bool provisional;  /* --provisional, or judgements of the buyer are open */
    bool conditional;  /* a ranked vendor may still be knocked out */
    size_t judgements; /* of the buyer, over all vendors */
    size_t open_judgements;
    size_t vendors;         /* that are judged */
    size_t judgements_each; /* of each vendor; 0: they differ */
};

struct stamps stamps_of(const struct report *report);

/* Only what concerns these vendors. */
struct stamps stamps_of_vendors(const struct report *report, const uint32_t *vendors, size_t count);

/* The vendors shown are the first so many of evaluation.order. */
size_t shown_vendors(const struct report *report);

/* The word for the verdict of a vendor, empty when there is none. */
struct text verdict_of(const struct evaluation *evaluation, const struct result *result);

#endif
