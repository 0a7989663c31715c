/* The reports as JSON: the entries of the table of formats. */
#ifndef SHORTLIST_RENDER_JSON_H
#define SHORTLIST_RENDER_JSON_H

#include "shortlist/render.h"

void json_score(const struct report *report, struct sink *sink);
void json_explain(const struct report *report, uint32_t vendor, struct sink *sink);
void json_compare(const struct report *report, const struct comparison *comparison,
                  struct sink *sink);
void json_panel(const struct report *report, const struct panel *panel, struct sink *sink);

#endif
