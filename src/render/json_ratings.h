/* What raters said as JSON. */
#ifndef SHORTLIST_RENDER_JSON_RATINGS_H
#define SHORTLIST_RENDER_JSON_RATINGS_H

#include <stddef.h>

#include "shortlist/evaluation.h"

#include "json_writer.h"

/*
 * An array of each rater's word on one criterion of one vendor, as it was given: "rater", "value"
 * ("n/a" where the rater abstained, null with evidence or a note alone), "note", and "evidence"
 * where the rater states any.
 */
void json_ratings(struct json_writer *json, const struct evaluation *evaluation,
                  const struct rating *ratings, size_t count);

#endif
