/* The day and the stamps of a report as JSON. */
#ifndef SHORTLIST_RENDER_JSON_STAMPS_H
#define SHORTLIST_RENDER_JSON_STAMPS_H

#include "shortlist/render.h"

#include "json_writer.h"

/* The keys "as_of" and "stamps". */
void json_stamps(struct json_writer *json, const struct report *report);

#endif
