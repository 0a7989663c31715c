/* Ids in a row, for messages. */
#ifndef SHORTLIST_CHECK_IDS_H
#define SHORTLIST_CHECK_IDS_H

#include "shortlist/text.h"

/*
 * A list of ids that grows: `struct ids ids = {.list = {.arena = arena}};` is empty. Only the first
 * ones are named, the rest is counted.
 */
struct ids {
    struct text_buffer list;
    size_t count;
};

void ids_add(struct ids *ids, struct text id);

/* The same with a word behind it: "`iso` (2026-03-01)". */
void ids_add_with(struct ids *ids, struct text id, const char *word);

/* "`a`", "`a`, `b`", "`a`, `b`, `c`, `d`, `e`, `f` and 3 more". */
struct text ids_text(struct ids *ids);

#endif
