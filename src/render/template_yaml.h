/* The templates as YAML: the entries of the table of formats, and what both of them say of a
 * criterion. */
#ifndef SHORTLIST_RENDER_TEMPLATE_YAML_H
#define SHORTLIST_RENDER_TEMPLATE_YAML_H

#include "comment.h"
#include "shortlist/template.h"

void yaml_questions(const struct criteria *criteria, const struct template_options *options,
                    struct sink *sink);
void yaml_ratings(const struct criteria *criteria, const struct template_options *options,
                  struct sink *sink);

/* The title and the revision, and an empty comment line behind them. */
void yaml_title(const struct comment *comment, const struct criteria *criteria);

/* What a criterion asks, its help and its why, and what may be answered; `further` columns in. */
void yaml_question(const struct comment *comment, size_t further,
                   const struct criterion *criterion);

#endif
