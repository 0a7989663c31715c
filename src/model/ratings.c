/* The ratings of all raters, in one order. */
#include "shortlist/ratings.h"

#include <stdlib.h>

#include "shortlist/memory.h"

void ratings_release(struct ratings *ratings)
{
    memory_free(ratings->raters);
    memory_free(ratings->items);
    memory_free(ratings->left_out);
    arena_release(&ratings->texts);
    *ratings = (struct ratings){0};
}

uint32_t ratings_add_rater(struct ratings *ratings, const struct rater *rater)
{
    ratings->raters =
        memory_resize(ratings->raters, ratings->rater_count + 1, sizeof(*ratings->raters));
    ratings->raters[ratings->rater_count] = (struct rater){
        .name = text_copy(&ratings->texts, rater->name),
        .place = rater->place,
    };
    return (uint32_t)ratings->rater_count++;
}

void ratings_add(struct ratings *ratings, const struct rating *rating, enum answer_type type)
{
    if (ratings->count == ratings->capacity) {
        ratings->capacity = memory_grown(ratings->capacity, ratings->count + 1);
        ratings->items = memory_resize(ratings->items, ratings->capacity, sizeof(*ratings->items));
    }
    struct rating *added = &ratings->items[ratings->count++];
    *added = *rating;
    added->note = text_copy(&ratings->texts, rating->note);
    if (type == TYPE_TEXT && mark_answered(rating->cell.mark))
        added->cell.value.text = text_copy(&ratings->texts, rating->cell.value.text);
}

void ratings_leave_out(struct ratings *ratings, struct text vendor, uint32_t rater)
{
    if (ratings->left_out_count == ratings->left_out_capacity) {
        ratings->left_out_capacity =
            memory_grown(ratings->left_out_capacity, ratings->left_out_count + 1);
        ratings->left_out = memory_resize(ratings->left_out, ratings->left_out_capacity,
                                          sizeof(*ratings->left_out));
    }
    ratings->left_out[ratings->left_out_count++] =
        (struct left_out){text_copy(&ratings->texts, vendor), rater};
}

/* --- Order -------------------------------------------------------------------------------- */

/* Of equal names the rater that was added first stands first. */
static int compare_raters(const void *left, const void *right)
{
    const struct rater *a = *(const struct rater *const *)left;
    const struct rater *b = *(const struct rater *const *)right;
    int order = text_compare(a->name, b->name);
    return order != 0 ? order : (a > b) - (a < b);
}

static int compare_cells(const struct rating *rating, uint32_t vendor, uint32_t criterion)
{
    if (rating->vendor != vendor)
        return rating->vendor < vendor ? -1 : 1;
    return (rating->criterion > criterion) - (rating->criterion < criterion);
}

static int compare_ratings(const void *left, const void *right)
{
    const struct rating *a = left;
    const struct rating *b = right;
    int order = compare_cells(a, b->vendor, b->criterion);
    return order != 0 ? order : (a->rater > b->rater) - (a->rater < b->rater);
}

static int compare_left_out(const void *left, const void *right)
{
    const struct left_out *a = left;
    const struct left_out *b = right;
    if (a->rater != b->rater)
        return a->rater < b->rater ? -1 : 1;
    return text_compare(a->vendor, b->vendor);
}

void ratings_sort(struct ratings *ratings)
{
    size_t count = ratings->rater_count;
    if (count == 0)
        return;
    const struct rater **sorted = memory_new(count, sizeof(*sorted));
    struct rater *raters = memory_new(count, sizeof(*raters));
    uint32_t *position = memory_new(count, sizeof(*position));
    for (size_t r = 0; r < count; r++)
        sorted[r] = &ratings->raters[r];
    qsort(sorted, count, sizeof(*sorted), compare_raters);
    for (uint32_t r = 0; r < count; r++) {
        raters[r] = *sorted[r];
        position[sorted[r] - ratings->raters] = r;
    }
    for (size_t i = 0; i < ratings->count; i++)
        ratings->items[i].rater = position[ratings->items[i].rater];
    for (size_t i = 0; i < ratings->left_out_count; i++)
        ratings->left_out[i].rater = position[ratings->left_out[i].rater];
    memory_free(sorted);
    memory_free(position);
    memory_free(ratings->raters);
    ratings->raters = raters;
    if (ratings->count > 0)
        qsort(ratings->items, ratings->count, sizeof(*ratings->items), compare_ratings);
    if (ratings->left_out_count > 0)
        qsort(ratings->left_out, ratings->left_out_count, sizeof(*ratings->left_out),
              compare_left_out);
}

/* --- Finding ------------------------------------------------------------------------------ */

size_t ratings_cell_end(const struct ratings *ratings, size_t first)
{
    const struct rating *rating = &ratings->items[first];
    size_t end = first + 1;
    while (end < ratings->count &&
           compare_cells(&ratings->items[end], rating->vendor, rating->criterion) == 0)
        end++;
    return end;
}

const struct rating *ratings_of(const struct ratings *ratings, uint32_t vendor, uint32_t criterion,
                                size_t *count)
{
    size_t from = 0;
    size_t to = ratings->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare_cells(&ratings->items[middle], vendor, criterion) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    bool found =
        from < ratings->count && compare_cells(&ratings->items[from], vendor, criterion) == 0;
    *count = found ? ratings_cell_end(ratings, from) - from : 0;
    return found ? &ratings->items[from] : NULL;
}
