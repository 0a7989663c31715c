/* The day and the stamps of a report as JSON. */
#ifndef SHORTLIST_RENDER_JSON_STAMPS_H
#define SHORTLIST_RENDER_JSON_STAMPS_H

#include <stddef.h>
#include <stdint.h>

#include "shortlist/render.h"

#include "json_writer.h"

/* The keys "as_of" and "stamps"; the stamps are those of all vendors. */
void json_stamps(struct json_writer *json, const struct report *report);

/* The same with the stamps that concern these vendors. */
void json_stamps_of_vendors(struct json_writer *json, const struct report *report,
                            const uint32_t *vendors, size_t count);

#endif
