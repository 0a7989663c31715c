/* What of an evaluation a report shows, in every format: which vendors, decisions, verdicts, and
 * the ranking without the waivers. */
#ifndef SHORTLIST_RENDER_SHOWN_H
#define SHORTLIST_RENDER_SHOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/render.h"

/* The vendors shown are the first so many of evaluation.order. */
size_t shown_vendors(const struct report *report);

/* Whether there is a file of any rater. */
bool has_raters(const struct evaluation *evaluation);

/* What a decision is on: the id of a criterion or rule, "minimum_CATEGORY", or "exclude". May live
 * in `arena`. */
struct text decided_on(struct arena *arena, const struct criteria *criteria,
                       const struct decision *decision);

/* "answered", "open", "not_applicable": how files for programs say what became of a question. */
const char *state_word(enum answer_state state);

/* The word for the verdict of a vendor, empty when there is none. */
struct text verdict_of(const struct evaluation *evaluation, const struct result *result);

/* Whether two totals are the same one, or both none. */
bool same_total(double a, double b);

/* What a vendor holds in the ranking. */
struct held {
    enum vendor_status status;
    uint32_t rank; /* 0: none */
    double total;  /* NaN: none */
};

struct held held_by(const struct result *result);

/* Whether a vendor is among those that the ranking without the waivers is shown of: with --top the
 * best of either ranking. */
bool shown_without_waivers(const struct report *report, uint32_t vendor);

/* Whether any of them stands elsewhere without the waivers: else there is nothing to show. */
bool waivers_change_anything(const struct report *report);

#endif
