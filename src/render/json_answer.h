/* Values that more than one JSON report writes. */
#ifndef SHORTLIST_RENDER_JSON_ANSWER_H
#define SHORTLIST_RENDER_JSON_ANSWER_H

#include "json_writer.h"
#include "shortlist/render.h"

/*
 * An answer by its type: true or false, an option's id, an array of ids, a number, a date or a text
 * as a string; null where there is none.
 */
void json_answer(struct json_writer *json, const struct evaluation *evaluation, uint32_t vendor,
                 uint32_t criterion);

/* The keys "as_of" and "stamps". */
void json_stamps(struct json_writer *json, const struct report *report);

/* A text, or null when it is empty. */
void json_text_or_null(struct json_writer *json, struct text text);

#endif
