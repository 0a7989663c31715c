/* Where a source lies, seen from the root of a checkout: for formats that point into one. */
#ifndef SHORTLIST_RENDER_CHECKOUT_H
#define SHORTLIST_RENDER_CHECKOUT_H

#include "shortlist/arena.h"
#include "shortlist/problem_formats.h"
#include "shortlist/text.h"

enum lies {
    LIES_IN_CHECKOUT,
    LIES_ELSEWHERE,
    LIES_NOWHERE /* standard input, or an option on the command line */
};

struct whereabouts {
    enum lies lies;
    struct text path; /* from the root ("." for the root itself); elsewhere the absolute one, where
                         the current folder is known; nowhere the name as it is */
};

/* `name` is that of a source. Links are not followed. What is returned lives in the arena, or is
 * the name. */
struct whereabouts checkout_find(const struct problem_report *report, struct text name,
                                 struct arena *arena);

/* A path as part of a URI: percent-encoded but for its slashes. */
struct text checkout_uri(struct text path, struct arena *arena);

#endif
