/* What the panel decided, as JSON. */
#ifndef SHORTLIST_RENDER_JSON_DECISIONS_H
#define SHORTLIST_RENDER_JSON_DECISIONS_H

#include "shortlist/render.h"

#include "json_writer.h"

/*
 * The decisions about a vendor, in the order of the card, under a key: what each is on, why, what
 * stood there before and what holds after it. A decision that states evidence beside a value is two
 * entries.
 */
void json_decisions(struct json_writer *json, const char *key, const struct report *report,
                    const struct card *card);

#endif
