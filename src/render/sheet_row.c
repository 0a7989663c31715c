/* A row of CSV whose cells are filled in any order. */
#include "sheet_row.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "shortlist/date.h"
#include "shortlist/number.h"

static void empty(struct sheet_row *row)
{
    memset(row->cells, 0, sizeof row->cells);
    arena_clear(&row->arena);
}

void row_begin(struct sheet_row *row, struct csv_writer *csv, const char *const *names,
               size_t columns)
{
    assert(columns <= SHEET_MOST_COLUMNS);
    row->csv = csv;
    row->columns = columns;
    row->arena = (struct arena){0};
    empty(row);
    for (size_t column = 0; column < columns; column++)
        csv_word(csv, text_from(names[column]));
    csv_end_row(csv);
}

void row_write(struct sheet_row *row)
{
    for (size_t column = 0; column < row->columns; column++) {
        if (row->cells[column].as_text)
            csv_text(row->csv, row->cells[column].text);
        else
            csv_word(row->csv, row->cells[column].text);
    }
    csv_end_row(row->csv);
    empty(row);
}

void row_release(struct sheet_row *row)
{
    arena_release(&row->arena);
}

/* --- Cells -------------------------------------------------------------------------------- */

void row_word(struct sheet_row *row, size_t column, struct text word)
{
    row->cells[column].text = word;
    row->cells[column].as_text = false;
}

void row_string(struct sheet_row *row, size_t column, const char *word)
{
    row_word(row, column, text_from(word));
}

void row_text(struct sheet_row *row, size_t column, struct text text)
{
    row->cells[column].text = text;
    row->cells[column].as_text = true;
}

static struct text number_text(struct arena *arena, double number)
{
    char digits[NUMBER_SIZE];
    return text_copy(arena, (struct text){digits, number_shortest(number, digits)});
}

static struct text date_text(struct arena *arena, int32_t day)
{
    char date[DATE_SIZE];
    date_print(day, date);
    return text_copy(arena, text_from(date));
}

void row_number(struct sheet_row *row, size_t column, double number)
{
    if (!isnan(number))
        row_word(row, column, number_text(&row->arena, number));
}

void row_date(struct sheet_row *row, size_t column, int32_t day)
{
    row_word(row, column, date_text(&row->arena, day));
}

void row_truth(struct sheet_row *row, size_t column, bool truth)
{
    row_string(row, column, truth ? "yes" : "no");
}

/* --- Values ------------------------------------------------------------------------------- */

static struct text members(struct arena *arena, const struct options *options, uint64_t set)
{
    struct text_buffer list = {.arena = arena};
    for (size_t option = 0; option < options->count; option++) {
        if (!(set >> option & 1))
            continue;
        if (list.len > 0)
            buffer_add_char(&list, ';');
        buffer_add(&list, options->items[option].id);
    }
    return list.len > 0 ? buffer_text(&list) : TEXT("[]");
}

struct text csv_value(struct arena *arena, const struct criterion *criterion,
                      const struct cell *cell)
{
    const union value *value = &cell->value;
    if (!mark_answered(cell->mark))
        return TEXT("");
    switch (criterion->type) {
    case TYPE_YES_NO:
        return yes_no_options.items[value->option].id;
    case TYPE_CHOICE:
        return criterion->options.items[value->option].id;
    case TYPE_SET:
        return members(arena, &criterion->options, value->set);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_text(arena, value->number);
    case TYPE_DATE:
        return date_text(arena, value->day);
    case TYPE_TEXT:
        return value->text;
    case ANSWER_TYPES:
        break;
    }
    return TEXT("");
}

struct text csv_said(struct arena *arena, const struct criterion *criterion,
                     const struct cell *cell)
{
    return mark_state(cell->mark) == STATE_NA ? TEXT("n/a") : csv_value(arena, criterion, cell);
}

void row_value(struct sheet_row *row, size_t column, const struct criterion *criterion,
               const struct cell *cell)
{
    struct text value = csv_value(&row->arena, criterion, cell);
    /* A set may need quotes, as a text does. */
    if (criterion->type == TYPE_TEXT || criterion->type == TYPE_SET)
        row_text(row, column, value);
    else
        row_word(row, column, value);
}

void row_said(struct sheet_row *row, size_t column, const struct criterion *criterion,
              const struct cell *cell)
{
    if (mark_state(cell->mark) == STATE_NA)
        row_string(row, column, "n/a");
    else
        row_value(row, column, criterion, cell);
}
