/* The files of a report as JSON. */
#include "json_files.h"

static void file_keys(struct json_writer *json, const struct report_file *file)
{
    json_key_text(json, "file", file->path);
    json_key(json, "sha256");
    json_text_or_null(json, file->sha256 != NULL ? text_from(file->sha256) : TEXT(""));
}

void json_files(struct json_writer *json, const struct report *report)
{
    const struct criteria *criteria = report->evaluation->criteria;
    json_key(json, "criteria");
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "title", criteria->title);
    json_key(json, "revision");
    json_text_or_null(json, criteria->revision);
    if (report->file_count > 0)
        file_keys(json, &report->files[0]);
    json_end_object(json);
    json_key(json, "inputs");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 1; i < report->file_count; i++) {
        json_begin_object(json, JSON_COMPACT);
        json_key(json, "role");
        json_string(json, report->files[i].role);
        file_keys(json, &report->files[i]);
        json_end_object(json);
    }
    json_end_array(json);
}
