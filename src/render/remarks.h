/* What the author of a file says about it in comments, for people who read it as a page. */
#ifndef SHORTLIST_RENDER_REMARKS_H
#define SHORTLIST_RENDER_REMARKS_H

#include <stdint.h>

#include "page.h"
#include "shortlist/arena.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

/*
 * The comment lines right above a line, without their # and one space, as running text; empty
 * where there are none. An empty line, and one that is further in, begin a new line of the remark.
 * Comments for programs are left out, and so are lines that only draw a rule. Lives in the arena.
 */
struct text remark_above(const struct source *source, uint32_t line, struct arena *arena);

/* The comment behind a place in its last line, where nothing but a colon or brackets lies between;
 * empty where there is none. Lives in the arena. */
struct text remark_beside(const struct place *place, struct arena *arena);

/* As remark_above, of the first comments of a file, up to the first line behind them that is
 * neither comment nor empty. */
struct text remark_at_top(const struct source *source, struct arena *arena);

/* Writes a remark, from `column` on; lines that are further in stay so. */
void print_remark(struct page *page, size_t column, struct text remark, enum ink ink);

#endif
