/*
 * A profile: other needs, weights and evidence factors for this tender; and the same from options
 * on the command line. Applied in order to the criteria; the last word wins. Weights are rescaled
 * once, by merge_finish.
 */
#ifndef SHORTLIST_PROFILE_H
#define SHORTLIST_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/criteria.h"
#include "shortlist/number.h"
#include "shortlist/problem.h"

/* A weight by category id, criterion id, or category.criterion. */
struct weight_change {
    struct word id;
    struct stated_number weight;
};

struct weight_changes {
    struct weight_change *items;
    size_t count;
};

struct needs_list {
    struct need *items;
    size_t count;
};

struct profile {
    const struct source *file;
    struct text title;
    struct needs_list needs; /* only id, value and declared options are filled in */
    struct weight_changes weights;
    struct evidence_factors evidence; /* those with a place replace */
};

/* The weights that were stated by profiles or options, so that only the others are rescaled. */
struct merge {
    struct criteria *criteria;
    struct arena *arena;
    bool *stated;             /* [category] */
    struct place last;        /* the last change of a category weight; line 0: none was changed */
    struct place last_of_any; /* the last change of any weight */
    bool counted;             /* before the first change, some criterion could count */
};

/* `merge` needs no init before; what it makes lives in the arena, and `criteria` is changed in
 * place. */
void merge_begin(struct merge *merge, struct criteria *criteria, struct arena *arena);

/*
 * Replaces needs, weights and factors. Problems: unknown names, a need of another type or with a
 * word that is none of its options, a weight for a text.
 */
void merge_profile(struct merge *merge, const struct profile *profile, struct problems *problems);

/* --need NAME=VALUE and --weight ID=N: `option` is a source whose bytes are "NAME=VALUE". */
void merge_need_option(struct merge *merge, const struct source *option, struct problems *problems);
void merge_weight_option(struct merge *merge, const struct source *option,
                         struct problems *problems);

/*
 * With weights_total T: stated category weights stay, the others share the rest in their old
 * proportion. Problems: the stated ones exceed T, nothing is left to share while they fall short;
 * all weights zero. Without T nothing is rescaled.
 */
void merge_finish(struct merge *merge, struct problems *problems);

/*
 * Reads the value of a need from its written words: one scalar (`is_list` false) or a list.
 * `quoted` tells a scalar in quotes, which is a text where it is neither number, date nor truth.
 * Fills type and value (words are made distinct in place); false and a problem when the words
 * cannot be read. Its id, options and place are set by the caller.
 */
bool need_read(struct need *need, const struct words *words, bool is_list, bool quoted,
               struct problems *problems);

#endif
