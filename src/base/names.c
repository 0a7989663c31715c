/* Sorted names with binary search, and the nearest name by edit distance. */
#include "shortlist/names.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_NAME = 64,  /* longer words get no suggestion */
    MOST_EDITS = 4,     /* whatever the length */
    SUFFIX_DISTANCE = 5 /* "price" for "price_hour": behind whatever is near by its letters */
};

static int compare_names(const void *left, const void *right)
{
    const struct name *a = left;
    const struct name *b = right;
    int order = text_compare(a->text, b->text);
    return order != 0 ? order : (a->position > b->position) - (a->position < b->position);
}

struct names names_index(struct arena *arena, const struct text *first, size_t count, size_t stride)
{
    struct names names = {.sorted = arena_array(arena, struct name, count), .count = count};
    bool sorted = true;
    for (size_t i = 0; i < count; i++) {
        struct name *name = &names.sorted[i];
        memcpy(&name->text, (const char *)first + i * stride, sizeof(name->text));
        name->position = (uint32_t)i;
        sorted = sorted && (i == 0 || text_compare(name[-1].text, name->text) <= 0);
    }
    if (!sorted)
        qsort(names.sorted, count, sizeof(*names.sorted), compare_names);
    return names;
}

size_t names_place(const struct text *first, size_t count, size_t stride, struct text name)
{
    size_t from = 0;
    size_t to = count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        struct text found;
        memcpy(&found, (const char *)first + middle * stride, sizeof(found));
        if (text_compare(found, name) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

bool names_find(const struct names *names, struct text name, uint32_t *position)
{
    if (names->count == 0)
        return false;
    size_t at = names_place(&names->sorted[0].text, names->count, sizeof(*names->sorted), name);
    if (at == names->count || !text_equal(names->sorted[at].text, name))
        return false;
    *position = names->sorted[at].position;
    return true;
}

struct text names_nearest(const struct names *names, struct text name)
{
    struct nearest nearest = {.word = name};
    for (size_t i = 0; i < names->count; i++)
        nearest_offer(&nearest, names->sorted[i].text);
    return nearest.best;
}

/* A character as it is compared: letters in lower case, "-" and space as "_". */
static char folded(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == '-' || c == ' ' ? '_' : c;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/*
 * The Damerau-Levenshtein distance of two words (insert, delete, replace, swap neighbours; no
 * part edited twice), or `limit` + 1 when it is greater than `limit`. Three rows of the usual
 * table, of which only the cells within `limit` of the diagonal can matter.
 */
static unsigned edit_distance(struct text a, struct text b, unsigned limit)
{
    unsigned rows[3][LONGEST_NAME + 1];
    unsigned *above_last = rows[0];
    unsigned *last = rows[1];
    unsigned *row = rows[2];
    for (unsigned j = 0; j <= b.len; j++)
        last[j] = j;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned from = i > limit ? i - limit : 1;
        unsigned to = i + limit < b.len ? i + limit : (unsigned)b.len;
        row[from - 1] = from == 1 ? i : limit + 1;
        unsigned best = row[from - 1];
        for (unsigned j = from; j <= to; j++) {
            char c = folded(a.ptr[i - 1]);
            char d = folded(b.ptr[j - 1]);
            unsigned cell = last[j - 1] + (c == d ? 0 : 1);
            cell = least(cell, row[j - 1] + 1);
            cell = least(cell, j == i + limit ? limit + 1 : last[j] + 1);
            if (i > 1 && j > 1 && c == folded(b.ptr[j - 2]) && folded(a.ptr[i - 2]) == d)
                cell = least(cell, above_last[j - 2] + 1);
            row[j] = cell;
            best = least(best, cell);
        }
        if (best > limit)
            return limit + 1;
        unsigned *free_row = above_last;
        above_last = last;
        last = row;
        row = free_row;
    }
    return least(last[b.len], limit + 1);
}

/* True when the longer word is the shorter one, "_", and more. */
static bool is_suffixed(struct text shorter, struct text longer)
{
    if (shorter.len == 0 || shorter.len + 1 >= longer.len || folded(longer.ptr[shorter.len]) != '_')
        return false;
    for (size_t i = 0; i < shorter.len; i++)
        if (folded(shorter.ptr[i]) != folded(longer.ptr[i]))
            return false;
    return true;
}

void nearest_offer(struct nearest *nearest, struct text candidate)
{
    struct text shorter = nearest->word.len < candidate.len ? nearest->word : candidate;
    struct text longer = nearest->word.len < candidate.len ? candidate : nearest->word;
    unsigned to_beat = nearest->best.len > 0 ? nearest->distance : SUFFIX_DISTANCE + 1;
    if (shorter.len == 0 || longer.len > LONGEST_NAME || to_beat == 0)
        return;
    unsigned limit = (unsigned)longer.len / 3;
    limit = least(limit < 1 ? 1 : limit, MOST_EDITS);
    /* Words that share no letter are not near, however short. */
    limit = least(limit, (unsigned)longer.len - 1);
    limit = least(limit, to_beat - 1);
    unsigned distance = limit + 1;
    if (longer.len - shorter.len <= limit)
        distance = edit_distance(shorter, longer, limit);
    if (distance > limit) {
        if (to_beat <= SUFFIX_DISTANCE || !is_suffixed(shorter, longer))
            return;
        distance = SUFFIX_DISTANCE;
    }
    nearest->best = candidate;
    nearest->distance = distance;
}
