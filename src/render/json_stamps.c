/* The day and the stamps of a report as JSON. */
#include "json_stamps.h"

#include "stamps.h"
#include "shortlist/date.h"

void json_stamps(struct json_writer *json, const struct report *report)
{
    struct stamps stamps = stamps_of(report);
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
