/*
 * What the buyer's evaluators judged and found: one list of ratings over all raters, in order of
 * vendor, criterion and rater's name, so that what is summed is summed in one order. Filled by
 * input; enters the answers by settle.h.
 */
#ifndef SHORTLIST_RATINGS_H
#define SHORTLIST_RATINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

enum { RATERS_LIMIT = 1000 };

/* What a file of ratings says before its ratings, as written. */
struct ratings_header {
    struct word rater;
};

/* The long form of a rating, beside its value. */
struct long_rating {
    int evidence; /* enum evidence_level */
    struct text note;
};

struct rater {
    struct text name;
    bool has_spoken;    /* of any vendor, also of one that is not read, or by a criterion that is
                           dropped */
    struct place place; /* of the name in the file */
};

/* What one rater says about one criterion of one vendor. */
struct rating {
    uint32_t vendor;
    uint32_t criterion;
    uint32_t rater; /* in ratings.raters */
    /* Answered: the value found. n/a: the rater abstains. Open: evidence or a note alone. The mark
     * also holds the evidence that the rater states. */
    struct cell cell;
    struct text note;
};

/* A vendor without answers, of whom what a rater says is left out. */
struct left_out {
    struct text vendor; /* its id */
    uint32_t rater;     /* in ratings.raters */
};

struct ratings {
    struct rater *raters; /* in byte order of name, after ratings_sort */
    size_t rater_count;
    struct rating *items; /* by vendor, criterion, rater, after ratings_sort */
    size_t count;
    size_t capacity;
    struct left_out *left_out; /* by rater, then id, after ratings_sort */
    size_t left_out_count;
    size_t left_out_capacity;
    struct arena texts; /* names, notes, values of texts, ids that are left out */
};

/* `struct ratings ratings = {0};` is none. */
void ratings_release(struct ratings *ratings);

/* Adds a rater and returns its position, which ratings_sort changes. The name is copied. At most
 * RATERS_LIMIT. */
uint32_t ratings_add_rater(struct ratings *ratings, const struct rater *rater);

/* Adds a rating of a rater added before. The note, and the value of a text, are copied. */
void ratings_add(struct ratings *ratings, const struct rating *rating, enum answer_type type);

/* Adds a vendor whose ratings by a rater, added before, are left out. The id is copied. */
void ratings_leave_out(struct ratings *ratings, struct text vendor, uint32_t rater);

void ratings_sort(struct ratings *ratings);

/* Behind the last rating of the cell that items[first] is of. After ratings_sort. */
size_t ratings_cell_end(const struct ratings *ratings, size_t first);

/* The ratings of one cell, by rater, and how many; NULL and 0 when there are none. After
 * ratings_sort. */
const struct rating *ratings_of(const struct ratings *ratings, uint32_t vendor, uint32_t criterion,
                                size_t *count);

#endif
