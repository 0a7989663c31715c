/* Answers as JSON. */
#include "json_answer.h"

#include "shortlist/date.h"

static void set(struct json_writer *json, const struct options *options, uint64_t members)
{
    json_begin_array(json, JSON_COMPACT);
    for (size_t option = 0; option < options->count; option++) {
        if (members >> option & 1)
            json_text(json, options->items[option].id);
    }
    json_end_array(json);
}

void json_answer(struct json_writer *json, const struct evaluation *evaluation, uint32_t vendor,
                 uint32_t criterion)
{
    const struct options *options = &evaluation->criteria->criteria[criterion].options;
    const struct column *column = &evaluation->answers->columns[criterion];
    char date[DATE_SIZE];
    if (mark_state(column->marks[vendor]) != STATE_ANSWERED) {
        json_null(json);
        return;
    }
    switch (column->type) {
    case TYPE_YES_NO:
        json_truth(json, column->options[vendor] != 0);
        break;
    case TYPE_CHOICE:
        json_text(json, options->items[column->options[vendor]].id);
        break;
    case TYPE_SET:
        set(json, options, column->sets[vendor]);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        json_number(json, column->numbers[vendor]);
        break;
    case TYPE_DATE:
        date_print(column->days[vendor], date);
        json_string(json, date);
        break;
    case TYPE_TEXT:
        json_text(json, column->texts[vendor]);
        break;
    case ANSWER_TYPES:
        json_null(json);
        break;
    }
}
