/* Comments of YAML: texts of any content behind a #, wrapped. */
#ifndef SHORTLIST_RENDER_COMMENT_H
#define SHORTLIST_RENDER_COMMENT_H

#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

enum { COMMENT_WIDTH = 76 }; /* columns, the indent and the # included */

struct comment {
    struct sink *sink;
    struct arena *arena; /* for texts that have to be made visible */
    size_t indent;       /* columns before the # */
};

/*
 * Writes a text behind "# ": its first line `first` columns further in, all others `hanging`. Line
 * breaks of the text are kept; only a word that is too long for a line goes beyond the width.
 * Whatever cannot be seen is made visible, and nothing in it is taken for a comment that silences
 * warnings. An empty text writes nothing.
 */
void comment_text(const struct comment *comment, size_t first, size_t hanging, struct text text);

/* A text of the program, not further in. */
void comment_string(const struct comment *comment, const char *string);

/* A line of nothing but the #. */
void comment_gap(const struct comment *comment);

/* A rule over the whole width. */
void comment_rule(const struct comment *comment);

#endif
