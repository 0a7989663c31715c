/*
 * Answers as typed columns: growing while vendors are read, then sorted by vendor, one column at a
 * time, so that never more than the columns and one column stand in memory.
 */
#include "shortlist/answers.h"

#include <stdlib.h>
#include <string.h>

#include "shortlist/memory.h"

const char *const evidence_words[] = {"", "claimed", "documented", "verified", NULL};

/* Cells are cleared this many vendors at a time: whole stretches of a column, and no page of the
 * memory that waits for more vendors. Capacities are multiples of it. */
enum { STRETCH = 64 };

/* Bytes that are reserved on the word of a file, which may be wrong. */
enum { RESERVE_LIMIT = 64 * 1024 * 1024 };

/* --- Columns ------------------------------------------------------------------------------ */

static size_t cell_size(enum answer_type type)
{
    switch (type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        return sizeof(double);
    case TYPE_DATE:
        return sizeof(int32_t);
    case TYPE_SET:
        return sizeof(uint64_t);
    case TYPE_TEXT:
        return sizeof(struct text);
    case TYPE_YES_NO:
    case TYPE_CHOICE:
    case ANSWER_TYPES:
        break;
    }
    return sizeof(uint8_t);
}

static void *cells(const struct column *column)
{
    switch (column->type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        return column->numbers;
    case TYPE_DATE:
        return column->days;
    case TYPE_SET:
        return column->sets;
    case TYPE_TEXT:
        return column->texts;
    case TYPE_YES_NO:
    case TYPE_CHOICE:
    case ANSWER_TYPES:
        break;
    }
    return column->options;
}

static void set_cells(struct column *column, void *memory)
{
    switch (column->type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        column->numbers = memory;
        return;
    case TYPE_DATE:
        column->days = memory;
        return;
    case TYPE_SET:
        column->sets = memory;
        return;
    case TYPE_TEXT:
        column->texts = memory;
        return;
    case TYPE_YES_NO:
    case TYPE_CHOICE:
    case ANSWER_TYPES:
        break;
    }
    column->options = memory;
}

void answers_init(struct answers *answers, const struct criteria *criteria)
{
    *answers = (struct answers){.column_count = criteria->criterion_count};
    answers->columns = memory_new(criteria->criterion_count, sizeof(struct column));
    for (size_t c = 0; c < criteria->criterion_count; c++)
        answers->columns[c].type = criteria->criteria[c].type;
}

void answers_release(struct answers *answers)
{
    for (size_t c = 0; c < answers->column_count; c++) {
        memory_free(answers->columns[c].marks);
        memory_free(cells(&answers->columns[c]));
    }
    memory_free(answers->columns);
    memory_free(answers->vendors);
    memory_free(answers->statements);
    memory_free(answers->unread);
    arena_release(&answers->texts);
    *answers = (struct answers){0};
}

/* --- Adding ------------------------------------------------------------------------------- */

static void resize(struct answers *answers, size_t capacity)
{
    answers->vendors = memory_resize(answers->vendors, capacity, sizeof(*answers->vendors));
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        column->marks = memory_resize(column->marks, capacity, sizeof(*column->marks));
        set_cells(column, memory_resize(cells(column), capacity, cell_size(column->type)));
    }
    answers->capacity = capacity;
}

/* Opens the cells of the next STRETCH vendors. */
static void clear_stretch(struct answers *answers)
{
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        size_t size = cell_size(column->type);
        memset(column->marks + answers->count, 0, STRETCH);
        memset((char *)cells(column) + answers->count * size, 0, STRETCH * size);
    }
}

static size_t whole_stretches(size_t count)
{
    return count + (STRETCH - count % STRETCH) % STRETCH;
}

void answers_reserve(struct answers *answers, size_t count)
{
    size_t row = sizeof(*answers->vendors);
    for (size_t c = 0; c < answers->column_count; c++)
        row += sizeof(uint8_t) + cell_size(answers->columns[c].type);
    if (count > RESERVE_LIMIT / row)
        count = RESERVE_LIMIT / row;
    if (count > answers->capacity && count < NOWHERE)
        resize(answers, whole_stretches(count));
}

uint32_t answers_add_vendor(struct answers *answers, const struct vendor *vendor)
{
    if (answers->count >= NOWHERE)
        memory_fail();
    if (answers->count == answers->capacity)
        resize(answers, whole_stretches(memory_grown(answers->capacity, answers->count + 1)));
    if (answers->count % STRETCH == 0)
        clear_stretch(answers);
    struct vendor *added = &answers->vendors[answers->count];
    *added = *vendor;
    added->id = text_copy(&answers->texts, vendor->id);
    added->name = text_copy(&answers->texts, vendor->name);
    return (uint32_t)answers->count++;
}

void answers_drop_last(struct answers *answers)
{
    answers->count--;
    for (size_t c = 0; c < answers->column_count; c++)
        answers->columns[c].marks[answers->count] = STATE_OPEN;
    while (answers->statement_count > 0 &&
           answers->statements[answers->statement_count - 1].vendor == answers->count)
        answers->statement_count--;
}

void answers_add_statement(struct answers *answers, const struct statement *statement)
{
    if (answers->statement_count == answers->statement_capacity) {
        answers->statement_capacity =
            memory_grown(answers->statement_capacity, answers->statement_count + 1);
        answers->statements = memory_resize(answers->statements, answers->statement_capacity,
                                            sizeof(*answers->statements));
    }
    struct statement *added = &answers->statements[answers->statement_count++];
    *added = *statement;
    added->source = text_copy(&answers->texts, statement->source);
    added->note = text_copy(&answers->texts, statement->note);
}

void answers_add_unread(struct answers *answers, const struct unread_vendor *unread)
{
    if (answers->unread_count == answers->unread_capacity) {
        answers->unread_capacity =
            memory_grown(answers->unread_capacity, answers->unread_count + 1);
        answers->unread =
            memory_resize(answers->unread, answers->unread_capacity, sizeof(*answers->unread));
    }
    struct unread_vendor *added = &answers->unread[answers->unread_count++];
    *added = *unread;
    added->id = text_copy(&answers->texts, unread->id);
    added->name = text_copy(&answers->texts, unread->name);
}

/* --- Putting in another order ------------------------------------------------------------- */

/* Takes, for each new position, the cell at chosen[position]; `count` of them. */
static void *chosen_cells(void *old, size_t size, const uint32_t *chosen, size_t count)
{
    char *cells_now = memory_new(count, size);
    for (size_t i = 0; i < count; i++)
        memcpy(cells_now + i * size, (const char *)old + chosen[i] * size, size);
    memory_free(old);
    return cells_now;
}

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
    answers->vendors = chosen_cells(answers->vendors, sizeof(*answers->vendors), chosen, count);
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        size_t size = cell_size(column->type);
        column->marks = chosen_cells(column->marks, sizeof(*column->marks), chosen, count);
        set_cells(column, chosen_cells(cells(column), size, chosen, count));
    }
    answers->count = count;
    answers->capacity = count;
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

/* Of equal ids the vendor that was added first stands first. */
static int compare_vendors(const void *a, const void *b)
{
    const struct vendor *left = *(const struct vendor *const *)a;
    const struct vendor *right = *(const struct vendor *const *)b;
    int order = text_compare(left->id, right->id);
    return order != 0 ? order : (left > right) - (left < right);
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

static void sort_vendors(struct answers *answers)
{
    const struct vendor **sorted = memory_new(answers->count, sizeof(*sorted));
    uint32_t *chosen = memory_new(answers->count, sizeof(*chosen));
    for (size_t v = 0; v < answers->count; v++)
        sorted[v] = &answers->vendors[v];
    qsort(sorted, answers->count, sizeof(*sorted), compare_vendors);
    for (size_t v = 0; v < answers->count; v++)
        chosen[v] = (uint32_t)(sorted[v] - answers->vendors);
    memory_free(sorted);
    choose_vendors(answers, chosen, answers->count);
    memory_free(chosen);
}

void answers_sort(struct answers *answers)
{
    sort_vendors(answers);
    if (answers->unread_count > 0)
        qsort(answers->unread, answers->unread_count, sizeof(*answers->unread), compare_unread);
}

/* --- Finding ------------------------------------------------------------------------------ */

const struct statement *answers_statement(const struct answers *answers, uint32_t vendor,
                                          uint32_t criterion)
{
    size_t from = 0;
    size_t to = answers->statement_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const struct statement *statement = &answers->statements[middle];
        if (statement->vendor < vendor ||
            (statement->vendor == vendor && statement->criterion < criterion))
            from = middle + 1;
        else
            to = middle;
    }
    if (from == answers->statement_count)
        return NULL;
    const struct statement *found = &answers->statements[from];
    return found->vendor == vendor && found->criterion == criterion ? found : NULL;
}

uint32_t answers_vendor(const struct answers *answers, struct text id)
{
    const struct vendor *vendors = answers->vendors;
    if (answers->count == 0)
        return NOWHERE;
    size_t at = names_place(&vendors[0].id, answers->count, sizeof(*vendors), id);
    return at < answers->count && text_equal(vendors[at].id, id) ? (uint32_t)at : NOWHERE;
}
