/* The templates as CSV: the entries of the table of formats. */
#ifndef SHORTLIST_RENDER_TEMPLATE_CSV_H
#define SHORTLIST_RENDER_TEMPLATE_CSV_H

#include "shortlist/template.h"

void csv_questions(const struct criteria *criteria, const struct template_options *options,
                   struct sink *sink);
void csv_ratings(const struct criteria *criteria, const struct template_options *options,
                 struct sink *sink);

#endif
