/* Finding a name in a fixed set of names, and the nearest one to a name that is not there. */
#ifndef SHORTLIST_NAMES_H
#define SHORTLIST_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/text.h"

/* A sorted index over names; the position of a name is its place in the list it was made from. */
struct names {
    struct name *sorted;
    size_t count;
};

struct name {
    struct text text;
    uint32_t position;
};

/*
 * An index over `count` names that lie `stride` bytes apart, beginning at `first` (so that the id
 * member of an array of structs can be indexed in place). Lives in the arena; the bytes of the
 * names must outlive it. Of equal names the earliest is found.
 */
struct names names_index(struct arena *arena, const struct text *first, size_t count,
                         size_t stride);

/* The first of `count` sorted names, `stride` bytes apart, that does not stand before `name` in
 * byte order; `count` when all do. */
size_t names_place(const struct text *first, size_t count, size_t stride, struct text name);

/* True, and the name's position, when it is there; else `*position` is left as it was. */
bool names_find(const struct names *names, struct text name, uint32_t *position);

/* The nearest name by nearest_offer, offered in byte order; empty when none is near. */
struct text names_nearest(const struct names *names, struct text name);

/*
 * The search for the nearest of several candidates, offered one at a time, for sets that are not
 * indexed: start with `struct nearest nearest = {.word = word};`, offer all, read `.best` (empty
 * when none is near). Near: a Damerau-Levenshtein distance of at most a third of the longer
 * length (at least 1, at most 4, less than the length), or one is the other plus a suffix after
 * `_`, which is farther than any such distance; a nearer one wins, of equals the first offered.
 * Letters compare without case, `-` and space as `_`. Words over 64 bytes are near to nothing.
 */
struct nearest {
    struct text word;
    struct text best;
    unsigned distance;
};

void nearest_offer(struct nearest *nearest, struct text candidate);

#endif
