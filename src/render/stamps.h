/* Which stamps a report bears, in every format. */
#ifndef SHORTLIST_RENDER_STAMPS_H
#define SHORTLIST_RENDER_STAMPS_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/render.h"
#include "shortlist/scorecard.h"

enum { STAMPS = 3 };

struct stamps {
    bool what_if;             /* options on the command line changed needs or weights */
    bool provisional;         /* --provisional, or judgements of the buyer are open */
    bool conditional;         /* a ranked vendor may still be knocked out */
    struct standing standing; /* of the vendors: the numbers behind the stamps */
};

struct stamps stamps_of(const struct report *report);

/* Only what concerns these vendors. */
struct stamps stamps_of_vendors(const struct report *report, const uint32_t *vendors, size_t count);

/* The words of those that it bears; returns how many. */
size_t stamps_words(const struct stamps *stamps, const char *words[STAMPS]);

#endif
