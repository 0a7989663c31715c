/* Problems for programs. Keys keep the order in which they stand here. */
#include "problems.h"

#include "json_writer.h"

/* null for what the place does not say. */
static void place_keys(struct json_writer *json, const struct place *place)
{
    json_key(json, "file");
    json_text_or_null(json, place->source != NULL ? place->source->name : TEXT(""));
    json_key(json, "line");
    json_count_or_null(json, place->line);
    json_key(json, "column");
    json_count_or_null(json, place->line > 0 ? place->column : 0);
}

static void notes(struct json_writer *json, const struct problem *problem)
{
    json_key(json, "notes");
    json_begin_array(json, JSON_COMPACT);
    for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
        json_begin_object(json, JSON_COMPACT);
        place_keys(json, &note->place);
        json_key_text(json, "message", note->message);
        json_end_object(json);
    }
    json_end_array(json);
}

static void diagnostic(struct json_writer *json, const struct problem *problem)
{
    json_begin_object(json, JSON_COMPACT);
    place_keys(json, &problem->place);
    json_key(json, "severity");
    json_string(json, problem_severity_word(problem_severity(problem->code)));
    json_key(json, "code");
    json_string(json, problem_code_name(problem->code));
    json_key_text(json, "message", problem->message);
    notes(json, problem);
    json_end_object(json);
}

void problems_json(const struct problem_report *report, struct sink *sink)
{
    const struct problems *problems = report->problems;
    struct json_writer json = {.sink = sink};
    json_begin_object(&json, JSON_LINES);
    json_key(&json, "files");
    json_count(&json, report->file_count);
    json_key(&json, "errors");
    json_count(&json, problems->totals[PROBLEM_ERROR]);
    json_key(&json, "warnings");
    json_count(&json, problems->totals[PROBLEM_WARNING]);
    json_key(&json, "diagnostics");
    json_begin_array(&json, JSON_LINES);
    for (size_t p = 0; p < problems->count; p++)
        diagnostic(&json, &problems->items[p]);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
}
