/* What a line of a YAML file looks like, outside of texts. */
#ifndef SHORTLIST_RENDER_YAML_LINE_H
#define SHORTLIST_RENDER_YAML_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/text.h"

/* Nothing but blanks; a CR at the end does not count. */
bool line_is_blank(struct text line);

/* A comment alone. */
bool line_is_comment(struct text line);

/* The blanks at its beginning. */
size_t line_indent(struct text line);

#endif
