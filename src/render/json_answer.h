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

/* The same of a cell outside the columns. */
void json_cell(struct json_writer *json, const struct criterion *criterion,
               const struct cell *cell);

/* The same, but "n/a" where somebody says so: what a rater or a vendor said. */
void json_said(struct json_writer *json, const struct criterion *criterion,
               const struct cell *cell);

/* The word for a level, null for none. */
void json_evidence(struct json_writer *json, enum evidence_level level);

#endif
