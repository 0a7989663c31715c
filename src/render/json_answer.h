/* Answers as JSON. */
#ifndef SHORTLIST_RENDER_JSON_ANSWER_H
#define SHORTLIST_RENDER_JSON_ANSWER_H

#include "shortlist/evaluation.h"

#include "json_writer.h"

/*
 * An answer by its type: true or false, an option's id, an array of ids, a number, a date or a text
 * as a string; null where there is none.
 */
void json_answer(struct json_writer *json, const struct evaluation *evaluation, uint32_t vendor,
                 uint32_t criterion);

#endif
