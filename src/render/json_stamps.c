/* The day and the stamps of a report as JSON. */
#include "json_stamps.h"

#include "stamps.h"
#include "shortlist/date.h"

void json_stamps_of_vendors(struct json_writer *json, const struct report *report,
                            const uint32_t *vendors, size_t count)
{
    struct stamps stamps = stamps_of_vendors(report, vendors, count);
    char date[DATE_SIZE];
    date_print(report->evaluation->as_of, date);
    json_key(json, "as_of");
    json_string(json, date);
    json_key(json, "stamps");
    json_begin_array(json, JSON_COMPACT);
    if (stamps.what_if)
        json_string(json, "what-if");
    if (stamps.provisional)
        json_string(json, "provisional");
    if (stamps.conditional)
        json_string(json, "conditional");
    json_end_array(json);
}

void json_stamps(struct json_writer *json, const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    json_stamps_of_vendors(json, report, evaluation->order, evaluation->answers->count);
}
