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

void json_cell(struct json_writer *json, const struct criterion *criterion, const struct cell *cell)
{
    const struct options *options = &criterion->options;
    const union value *value = &cell->value;
    char date[DATE_SIZE];
    if (!mark_answered(cell->mark)) {
        json_null(json);
        return;
    }
    switch (criterion->type) {
    case TYPE_YES_NO:
        json_truth(json, value->option != 0);
        break;
    case TYPE_CHOICE:
        json_text(json, options->items[value->option].id);
        break;
    case TYPE_SET:
        set(json, options, value->set);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        json_number(json, value->number);
        break;
    case TYPE_DATE:
        date_print(value->day, date);
        json_string(json, date);
        break;
    case TYPE_TEXT:
        json_text(json, value->text);
        break;
    case ANSWER_TYPES:
        json_null(json);
        break;
    }
}

void json_answer(struct json_writer *json, const struct evaluation *evaluation, uint32_t vendor,
                 uint32_t criterion)
{
    const struct cell cell = answers_cell(evaluation->answers, vendor, criterion);
    json_cell(json, &evaluation->criteria->criteria[criterion], &cell);
}

void json_evidence(struct json_writer *json, enum evidence_level level)
{
    json_text_or_null(json, text_from(evidence_words[level]));
}

void json_said(struct json_writer *json, const struct criterion *criterion, const struct cell *cell)
{
    if (mark_state(cell->mark) == STATE_NA)
        json_string(json, "n/a");
    else
        json_cell(json, criterion, cell);
}
