/*
 * What the panel's waivers change: the ranking without them, and what each would have done.
 */
#ifndef SHORTLIST_WAIVERS_H
#define SHORTLIST_WAIVERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/evaluation.h"

/* What one waiver does to the vendor it is about, all other waivers holding. */
struct waiver_effect {
    const struct decision *decision;
    uint32_t rank;         /* with it; 0: none */
    uint32_t rank_without; /* 0: none */
    double total;          /* with it; NaN: none */
    double total_without;
    enum vendor_status status_without;
};

struct waivers {
    struct waiver_effect *effects; /* of every waiver of a flag that fired, in order of decisions */
    size_t count;
    struct evaluation without; /* the evaluation with no waiver at all; empty when count is 0 */
};

/* Judges again without the waivers, once for all and once for each. `answers` are those of the
 * evaluation; their computed columns are filled anew with the same values. Cannot fail;
 * waivers_release frees. */
void waivers_make(struct waivers *waivers, const struct evaluation *evaluation,
                  struct answers *answers, struct arena *arena);
void waivers_release(struct waivers *waivers);

/* The effect of a waiver, or NULL where it has none. */
const struct waiver_effect *waivers_effect(const struct waivers *waivers,
                                           const struct decision *decision);

#endif
