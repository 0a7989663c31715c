/* The cells of typed columns: their memory by type, and single ones, for what raters and decisions
 * change. */
#include "columns.h"

#include "shortlist/number.h"

bool value_equal(enum answer_type type, const union value *a, const union value *b)
{
    switch (type) {
    case TYPE_YES_NO:
    case TYPE_CHOICE:
        return a->option == b->option;
    case TYPE_SET:
        return a->set == b->set;
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_equal(a->number, b->number);
    case TYPE_DATE:
        return a->day == b->day;
    case TYPE_TEXT:
        return text_equal(a->text, b->text);
    case ANSWER_TYPES:
        break;
    }
    return false;
}

/* --- Memory ------------------------------------------------------------------------------- */

size_t column_cell_size(enum answer_type type)
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

void *column_cells(const struct column *column)
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

void column_set_cells(struct column *column, void *memory)
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

/* --- Single cells ------------------------------------------------------------------------- */

static union value column_value(const struct column *column, uint32_t vendor)
{
    switch (column->type) {
    case TYPE_SET:
        return (union value){.set = column->sets[vendor]};
    case TYPE_NUMBER:
    case TYPE_RATING:
        return (union value){.number = column->numbers[vendor]};
    case TYPE_DATE:
        return (union value){.day = column->days[vendor]};
    case TYPE_TEXT:
        return (union value){.text = column->texts[vendor]};
    case TYPE_YES_NO:
    case TYPE_CHOICE:
    case ANSWER_TYPES:
        break;
    }
    return (union value){.option = column->options[vendor]};
}

struct cell answers_cell(const struct answers *answers, uint32_t vendor, uint32_t criterion)
{
    const struct column *column = &answers->columns[criterion];
    return (struct cell){column->marks[vendor], column_value(column, vendor)};
}

void answers_put(struct answers *answers, uint32_t vendor, uint32_t criterion,
                 const struct cell *cell)
{
    struct column *column = &answers->columns[criterion];
    column->marks[vendor] = cell->mark;
    switch (column->type) {
    case TYPE_YES_NO:
    case TYPE_CHOICE:
        column->options[vendor] = cell->value.option;
        break;
    case TYPE_SET:
        column->sets[vendor] = cell->value.set;
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        column->numbers[vendor] = cell->value.number;
        break;
    case TYPE_DATE:
        column->days[vendor] = cell->value.day;
        break;
    case TYPE_TEXT:
        column->texts[vendor] = cell->value.text;
        break;
    case ANSWER_TYPES:
        break;
    }
}
