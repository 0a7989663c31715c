/*
 * Mappings whose keys are criteria: answers, ratings, decisions. Most keep the order of the
 * criteria file, so that the criterion due next is tried before it is searched for.
 */
#ifndef SHORTLIST_INPUT_CRITERION_KEYS_H
#define SHORTLIST_INPUT_CRITERION_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/problem.h"
#include "tree.h"

/* Where a criterion was named last. */
struct named_criterion {
    size_t map;
    const struct yaml_node *key; /* valid while its map is read */
};

struct criterion_keys {
    const struct criteria *criteria;
    struct problems *problems;
    enum party party;              /* whose criteria are likely */
    uint32_t *next;                /* [criterion]: the likely one that follows, in file order */
    uint32_t first;                /* the first likely one */
    struct named_criterion *named; /* [criterion] */
    size_t maps;                   /* how many were opened */
    /* Of the map that is open: */
    struct yaml_node *map;
    const uint32_t *positions; /* [pair]: its criterion, or NOWHERE */
    size_t unknown;            /* how many keys name no criterion */
    size_t pair;               /* the next one */
};

/* BY_VENDOR for what vendors write, BY_BUYER for what the buyer writes. criterion_keys_end frees.
 * Without criteria (NULL) no map can be opened. */
void criterion_keys_begin(struct criterion_keys *keys, const struct criteria *criteria,
                          enum party party, struct problems *problems);
void criterion_keys_end(struct criterion_keys *keys);

/* Opens a map; what is found out about it lies in the arena. */
void criterion_keys_open(struct criterion_keys *keys, struct yaml_node *map, struct arena *arena);

/* Whether most keys of the map, and not just a few, name no criterion: it was written for others.
 */
bool criterion_keys_foreign(const struct criterion_keys *keys);

/* The next key that names a criterion for the first time in its map, with `*criterion`; NULL at the
 * end. On the way the others are told. */
struct yaml_node *criterion_keys_next(struct criterion_keys *keys, uint32_t *criterion);

#endif
