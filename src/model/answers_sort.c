/*
 * Vendors in another order: sorted by id, or some of them left out. One column moves at a time, and
 * the memory that it leaves is where the next one goes.
 */
#include "shortlist/answers.h"

#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "shortlist/memory.h"
#include "shortlist/radix.h"

/* --- Columns ------------------------------------------------------------------------------ */

/* Memory for the cells of a column that a column has left, by the size of a cell. */
struct spare {
    size_t size;
    void *cells;
};

enum { SPARES = 5 /* sizes of cells: 1, 4, 8, 16, and an end */ };

static struct spare *spare_of(struct spare spares[static SPARES], size_t size)
{
    size_t at = 0;
    while (spares[at].size != size && spares[at].size != 0)
        at++;
    spares[at].size = size;
    return &spares[at];
}

static inline void gather_cells(char *to, const char *from, size_t size, const uint32_t *chosen,
                                size_t count)
{
    for (size_t i = 0; i < count; i++)
        memcpy(to + i * size, from + chosen[i] * size, size);
}

/* The same with sizes that the compiler knows: a load and a store a cell. */
static void gather(char *to, const char *from, size_t size, const uint32_t *chosen, size_t count)
{
    switch (size) {
    case 1:
        gather_cells(to, from, 1, chosen, count);
        break;
    case 4:
        gather_cells(to, from, 4, chosen, count);
        break;
    case 8:
        gather_cells(to, from, 8, chosen, count);
        break;
    case 16:
        gather_cells(to, from, 16, chosen, count);
        break;
    default:
        gather_cells(to, from, size, chosen, count);
        break;
    }
}

/* For each new position the cell at chosen[position]; `old` becomes spare. */
static void *choose_cells(struct spare spares[static SPARES], void *old, size_t size,
                          const uint32_t *chosen, size_t count)
{
    struct spare *spare = spare_of(spares, size);
    if (spare->cells == NULL)
        spare->cells = memory_resize(NULL, count, size);
    void *cells = spare->cells;
    gather(cells, old, size, chosen, count);
    spare->cells = old;
    return cells;
}

static void choose_names(struct answers *answers, const uint32_t *chosen, size_t count)
{
    struct vendor *vendors = memory_resize(NULL, count, sizeof(*vendors));
    for (size_t i = 0; i < count; i++)
        vendors[i] = answers->vendors[chosen[i]];
    memory_free(answers->vendors);
    answers->vendors = vendors;
}

static void choose_columns(struct answers *answers, const uint32_t *chosen, size_t count)
{
    struct spare spares[SPARES] = {{0}};
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        void *cells = column_cells(column);
        size_t size = column_cell_size(column->type);
        column->marks = choose_cells(spares, column->marks, sizeof(*column->marks), chosen, count);
        column_set_cells(column, choose_cells(spares, cells, size, chosen, count));
    }
    for (size_t i = 0; i < SPARES; i++)
        memory_free(spares[i].cells);
}

/* Gives back what no vendor came to use. */
static void trim_columns(struct answers *answers, size_t count)
{
    answers->vendors = memory_resize(answers->vendors, count, sizeof(*answers->vendors));
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        size_t size = column_cell_size(column->type);
        column->marks = memory_resize(column->marks, count, sizeof(*column->marks));
        column_set_cells(column, memory_resize(column_cells(column), count, size));
    }
    answers->count = count;
    answers->opened = count;
    answers->capacity = count;
}

/* --- Statements --------------------------------------------------------------------------- */

static int compare_statements(const struct statement *a, const struct statement *b)
{
    return (a->criterion > b->criterion) - (a->criterion < b->criterion);
}

/* The statements of one vendor, by criterion: nearly sorted already, and few. */
static void sort_few(struct statement *statements, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct statement moved = statements[i];
        size_t at = i;
        for (; at > 0 && compare_statements(&statements[at - 1], &moved) > 0; at--)
            statements[at] = statements[at - 1];
        statements[at] = moved;
    }
}

/* `position[old vendor]` is the new one, or NOWHERE; `count` vendors from now on. */
static void choose_statements(struct answers *answers, const uint32_t *position, size_t count)
{
    /* A counting sort: behind[v] is first how many stand before vendor v, then behind its last. */
    size_t *behind = memory_new(count + 1, sizeof(*behind));
    size_t kept = 0;
    for (size_t i = 0; i < answers->statement_count; i++) {
        uint32_t vendor = position[answers->statements[i].vendor];
        if (vendor == NOWHERE)
            continue;
        behind[vendor + 1]++;
        kept++;
    }
    for (size_t v = 0; v < count; v++)
        behind[v + 1] += behind[v];
    struct statement *chosen = memory_new(kept, sizeof(*chosen));
    for (size_t i = 0; i < answers->statement_count; i++) {
        uint32_t vendor = position[answers->statements[i].vendor];
        if (vendor == NOWHERE)
            continue;
        struct statement *to = &chosen[behind[vendor]++];
        *to = answers->statements[i];
        to->vendor = vendor;
    }
    for (size_t v = 0, from = 0; v < count; v++) {
        sort_few(chosen + from, behind[v] - from);
        from = behind[v];
    }
    memory_free(behind);
    memory_free(answers->statements);
    answers->statements = chosen;
    answers->statement_count = kept;
    answers->statement_capacity = kept;
}

/* --- Vendors ------------------------------------------------------------------------------ */

static bool is_unchanged(const struct answers *answers, const uint32_t *chosen, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (chosen[i] != i)
            return false;
    }
    return count == answers->count;
}

/* Keeps the vendors chosen[0 .. count), in that order. */
static void choose_vendors(struct answers *answers, const uint32_t *chosen, size_t count)
{
    uint32_t *position = memory_new(answers->count, sizeof(*position));
    for (size_t v = 0; v < answers->count; v++)
        position[v] = NOWHERE;
    for (size_t i = 0; i < count; i++)
        position[chosen[i]] = (uint32_t)i;
    choose_statements(answers, position, count);
    memory_free(position);
    if (!is_unchanged(answers, chosen, count)) {
        choose_names(answers, chosen, count);
        choose_columns(answers, chosen, count);
    }
    trim_columns(answers, count);
}

void answers_remove(struct answers *answers, const uint8_t *gone)
{
    uint32_t *chosen = memory_new(answers->count, sizeof(*chosen));
    size_t count = 0;
    for (uint32_t v = 0; v < answers->count; v++) {
        if (!gone[v])
            chosen[count++] = v;
    }
    choose_vendors(answers, chosen, count);
    memory_free(chosen);
}

/* --- Sorting ------------------------------------------------------------------------------ */

/* The part of the ids that most often tells one from another: the eight bytes behind what all of
 * them have in common, as two keys of four bytes, the first byte highest. */
enum { KEYS = 2, KEY_BYTES = 4 };

static size_t shared_prefix(const struct answers *answers)
{
    const struct text first = answers->vendors[0].id;
    size_t shared = first.len;
    for (size_t v = 1; v < answers->count; v++) {
        const struct text id = answers->vendors[v].id;
        size_t same = 0;
        while (same < shared && same < id.len && id.ptr[same] == first.ptr[same])
            same++;
        shared = same;
    }
    return shared;
}

static uint32_t key_of(struct text id, size_t first)
{
    uint32_t key = 0;
    for (size_t i = first; i < first + KEY_BYTES; i++)
        key = key << 8 | (i < id.len ? (unsigned char)id.ptr[i] : 0);
    return key;
}

/* Of equal ids the vendor that was added first stands first. */
static int compare_vendors(const void *a, const void *b)
{
    const struct vendor *left = *(const struct vendor *const *)a;
    const struct vendor *right = *(const struct vendor *const *)b;
    int order = text_compare(left->id, right->id);
    return order != 0 ? order : (left > right) - (left < right);
}

/* Vendors whose keys are equal, by their whole ids. */
static void sort_run(const struct answers *answers, uint32_t *run, size_t count)
{
    const struct vendor **sorted = memory_new(count, sizeof(*sorted));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &answers->vendors[run[i]];
    qsort(sorted, count, sizeof(*sorted), compare_vendors);
    for (size_t i = 0; i < count; i++)
        run[i] = (uint32_t)(sorted[i] - answers->vendors);
    memory_free(sorted);
}

static bool same_keys(uint32_t *const keys[static KEYS], uint32_t a, uint32_t b)
{
    return keys[0][a] == keys[0][b] && keys[1][a] == keys[1][b];
}

static void sort_runs(const struct answers *answers, uint32_t *const keys[static KEYS],
                      uint32_t *chosen)
{
    for (size_t first = 0, end; first < answers->count; first = end) {
        for (end = first + 1; end < answers->count && same_keys(keys, chosen[end], chosen[first]);)
            end++;
        if (end > first + 1)
            sort_run(answers, &chosen[first], end - first);
    }
}

/* The positions of the vendors in order of their ids. */
static uint32_t *find_order(const struct answers *answers, struct arena *arena)
{
    const size_t shared = shared_prefix(answers);
    uint32_t *keys[KEYS];
    for (size_t k = 0; k < KEYS; k++) {
        keys[k] = memory_resize(NULL, answers->count, sizeof(*keys[k]));
        for (size_t v = 0; v < answers->count; v++)
            keys[k][v] = key_of(answers->vendors[v].id, shared + k * KEY_BYTES);
    }
    uint32_t *chosen = radix_order(arena, answers->count, keys, KEYS);
    sort_runs(answers, keys, chosen);
    for (size_t k = 0; k < KEYS; k++)
        memory_free(keys[k]);
    return chosen;
}

static void sort_vendors(struct answers *answers)
{
    struct arena arena = {0};
    const uint32_t *chosen = answers->count > 0 ? find_order(answers, &arena) : NULL;
    choose_vendors(answers, chosen, answers->count);
    arena_release(&arena);
}

static int compare_unread(const void *a, const void *b)
{
    const struct unread_vendor *left = a;
    const struct unread_vendor *right = b;
    int order = text_compare(left->id, right->id);
    if (order == 0 && left->file != NULL && right->file != NULL)
        order = text_compare(left->file->name, right->file->name);
    return order != 0 ? order : (left->line > right->line) - (left->line < right->line);
}

void answers_sort(struct answers *answers)
{
    sort_vendors(answers);
    if (answers->unread_count > 0)
        qsort(answers->unread, answers->unread_count, sizeof(*answers->unread), compare_unread);
}
