/* The one escaper of Markdown: every text of a Markdown report goes through it. */
#ifndef SHORTLIST_RENDER_MARKDOWN_TEXT_H
#define SHORTLIST_RENDER_MARKDOWN_TEXT_H

#include <stdbool.h>

#include "shortlist/sink.h"
#include "shortlist/text.h"

/* Where a text stands. */
struct markdown_place {
    bool begins_line; /* it is the first of a paragraph or of an entry of a list */
    char before;      /* the byte written before it; 0 at the beginning of a line */
};

/*
 * Writes the text so that GitHub shows it as it is: no emphasis, link, code, HTML, mathematics,
 * heading, list, or end of a table cell comes of it; nor a link of an address, a mention, the
 * number of an issue, the hash of a commit, or the name of an emoji.
 *
 * What Markdown itself reads is set off by a backslash or an entity. Those do not help against
 * what GitHub finds in the rendered page (mentions, numbers, hashes, emoji, mathematics): there one
 * character is put into an element of its own, `<span>@</span>`, which parts the text around it.
 * A hash of digits alone is left, as it cannot be told from a number. A line break becomes <br>.
 */
void markdown_escape(struct sink *sink, struct text text, struct markdown_place place);

#endif
