/* The day and the stamps of a report as JSON. */
#include "json_stamps.h"

#include "stamps.h"
#include "shortlist/date.h"

void json_stamps_of_vendors(struct json_writer *json, const struct report *report,
                            const uint32_t *vendors, size_t count)
{
    struct stamps stamps = stamps_of_vendors(report, vendors, count);
    const char *words[STAMPS];
    size_t stamped = stamps_words(&stamps, words);
    char date[DATE_SIZE];
    date_print(report->evaluation->as_of, date);
    json_key(json, "as_of");
    json_string(json, date);
    json_key(json, "stamps");
    json_begin_array(json, JSON_COMPACT);
    for (size_t i = 0; i < stamped; i++)
        json_string(json, words[i]);
    json_end_array(json);
}

void json_stamps(struct json_writer *json, const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    json_stamps_of_vendors(json, report, evaluation->order, evaluation->answers->count);
}
