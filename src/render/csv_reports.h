/* The reports as CSV: the entries of the table of formats. */
#ifndef SHORTLIST_RENDER_CSV_REPORTS_H
#define SHORTLIST_RENDER_CSV_REPORTS_H

#include "shortlist/render.h"

void csv_score(const struct report *report, struct sink *sink);
void csv_explain(const struct report *report, uint32_t vendor, struct sink *sink);
void csv_compare(const struct report *report, const struct comparison *comparison,
                 struct sink *sink);
void csv_panel(const struct report *report, const struct panel *panel, struct sink *sink);

#endif
