/* Answers in words. */
#include "shortlist/date.h"
#include "shortlist/evaluation.h"
#include "shortlist/number.h"

static struct text set_text(const struct options *options, uint64_t set, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (size_t option = 0; option < options->count; option++) {
        if (!(set >> option & 1))
            continue;
        if (buffer.len > 0)
            buffer_add(&buffer, TEXT(", "));
        buffer_add(&buffer, options->items[option].label);
    }
    return buffer.len > 0 ? buffer_text(&buffer) : TEXT("none");
}

static struct text number_text(const struct criterion *criterion, double value, struct arena *arena)
{
    char number[NUMBER_SIZE];
    number_plain(value, number);
    if (criterion->unit.len == 0)
        return text_copy(arena, text_from(number));
    return text_format(arena, "%s %.*s", number, TEXT_ARG(criterion->unit));
}

struct text cell_text(const struct criterion *criterion, const struct cell *cell,
                      struct arena *arena)
{
    const union value *value = &cell->value;
    char date[DATE_SIZE];
    if (mark_state(cell->mark) == STATE_NA)
        return TEXT("n/a");
    if (mark_state(cell->mark) == STATE_OPEN)
        return TEXT("?");
    switch (criterion->type) {
    case TYPE_YES_NO:
        return value->option ? TEXT("yes") : TEXT("no");
    case TYPE_CHOICE:
        return criterion->options.items[value->option].label;
    case TYPE_SET:
        return set_text(&criterion->options, value->set, arena);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_text(criterion, value->number, arena);
    case TYPE_DATE:
        date_print(value->day, date);
        return text_copy(arena, text_from(date));
    case TYPE_TEXT:
        return value->text;
    case ANSWER_TYPES:
        break;
    }
    return TEXT("?");
}

struct text answer_text(const struct evaluation *evaluation, uint32_t vendor, uint32_t criterion,
                        struct arena *arena)
{
    const struct cell cell = answers_cell(evaluation->answers, vendor, criterion);
    return cell_text(&evaluation->criteria->criteria[criterion], &cell, arena);
}
