/*
 * Answers as typed columns, growing while vendors are read.
 */
#include "shortlist/answers.h"

#include <string.h>

#include "columns.h"
#include "shortlist/memory.h"

const char *const evidence_words[] = {"", "claimed", "documented", "verified", NULL};

/* Cells are cleared this many vendors at a time: whole stretches of a column, and no page of the
 * memory that waits for more vendors. Capacities are multiples of it. */
enum { STRETCH = 64 };

/* Bytes that are reserved on the word of a file, which may be wrong. */
enum { RESERVE_LIMIT = 64 * 1024 * 1024 };

/* --- Columns ------------------------------------------------------------------------------ */

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
        memory_free(column_cells(&answers->columns[c]));
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
        column_set_cells(
            column, memory_resize(column_cells(column), capacity, column_cell_size(column->type)));
    }
    answers->capacity = capacity;
}

/* Opens the cells of the next STRETCH vendors. */
static void open_stretch(struct answers *answers)
{
    size_t count = answers->capacity - answers->opened;
    if (count > STRETCH)
        count = STRETCH;
    for (size_t c = 0; c < answers->column_count; c++) {
        struct column *column = &answers->columns[c];
        size_t size = column_cell_size(column->type);
        memset(column->marks + answers->opened, 0, count);
        memset((char *)column_cells(column) + answers->opened * size, 0, count * size);
    }
    answers->opened += count;
}

static size_t whole_stretches(size_t count)
{
    return count + (STRETCH - count % STRETCH) % STRETCH;
}

void answers_reserve(struct answers *answers, size_t count)
{
    size_t row = sizeof(*answers->vendors);
    for (size_t c = 0; c < answers->column_count; c++)
        row += sizeof(uint8_t) + column_cell_size(answers->columns[c].type);
    if (count > RESERVE_LIMIT / row)
        count = RESERVE_LIMIT / row;
    if (count > answers->capacity && count < NOWHERE)
        resize(answers, whole_stretches(count));
}

bool answers_make_room(struct answers *answers, size_t count)
{
    bool has_moved = false;
    if (count > NOWHERE - answers->count)
        memory_fail();
    if (answers->count + count > answers->capacity) {
        resize(answers, whole_stretches(memory_grown(answers->capacity, answers->count + count)));
        has_moved = true;
    }
    while (answers->opened < answers->count + count)
        open_stretch(answers);
    return has_moved;
}

/* --- Rows that were written --------------------------------------------------------------- */

void answers_open_written(struct answers *answers, size_t end)
{
    for (size_t c = 0; c < answers->column_count && end > answers->count; c++)
        memset(answers->columns[c].marks + answers->count, STATE_OPEN, end - answers->count);
}

uint32_t answers_add_written(struct answers *answers, const struct vendor *vendor, size_t row)
{
    const uint32_t added = (uint32_t)answers->count;
    for (uint32_t c = 0; c < answers->column_count && row != added; c++) {
        const struct cell cell = answers_cell(answers, (uint32_t)row, c);
        answers_put(answers, added, c, &cell);
    }
    answers->vendors[added] = *vendor;
    answers->count++;
    return added;
}

/* --- Vendors ------------------------------------------------------------------------------ */

/* A name that is the id takes no memory of its own. */
static void copy_names(struct answers *answers, struct text *id, struct text *name)
{
    bool is_same = text_equal(*id, *name);
    *id = text_copy(&answers->texts, *id);
    *name = is_same ? *id : text_copy(&answers->texts, *name);
}

uint32_t answers_add_vendor(struct answers *answers, const struct vendor *vendor)
{
    struct vendor added = *vendor;
    (void)answers_make_room(answers, 1);
    copy_names(answers, &added.id, &added.name);
    return answers_add_written(answers, &added, answers->count);
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
    copy_names(answers, &added->id, &added->name);
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
