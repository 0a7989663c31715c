/* The reports for people, as text and as Markdown: the entries of the table of formats. */
#ifndef SHORTLIST_RENDER_REPORTS_H
#define SHORTLIST_RENDER_REPORTS_H

#include "shortlist/render.h"

void print_score(const struct report *report, struct sink *sink);
void print_explain(const struct report *report, uint32_t vendor, struct sink *sink);
void print_compare(const struct report *report, const struct comparison *comparison,
                   struct sink *sink);
void print_panel(const struct report *report, const struct panel *panel, struct sink *sink);

void markdown_score(const struct report *report, struct sink *sink);
void markdown_explain(const struct report *report, uint32_t vendor, struct sink *sink);
void markdown_compare(const struct report *report, const struct comparison *comparison,
                      struct sink *sink);
void markdown_panel(const struct report *report, const struct panel *panel, struct sink *sink);

#endif
