/* The files of a report as JSON. */
#ifndef SHORTLIST_RENDER_JSON_FILES_H
#define SHORTLIST_RENDER_JSON_FILES_H

#include "shortlist/render.h"

#include "json_writer.h"

/* The keys "criteria", which the first file has, and "inputs", the others. */
void json_files(struct json_writer *json, const struct report *report);

#endif
