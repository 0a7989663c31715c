/* Bars, drawn with block characters, or with # and - where only ASCII may be drawn. */
#ifndef SHORTLIST_RENDER_BAR_H
#define SHORTLIST_RENDER_BAR_H

#include "page.h"

/*
 * A bar for a fraction in 0..1 (others are clamped, NaN is 0) that takes exactly `columns`: filled
 * in eighths of a column, then its track. What is more than 0 is never drawn as nothing.
 */
void bar_draw(struct page *page, double fraction, size_t columns, enum ink ink);

/*
 * A bar that grows from an axis in its middle: to the right for a fraction in 0..1, to the left in
 * -1..0, in halves of a column. Takes 2 * columns + 1.
 */
void bar_draw_from_middle(struct page *page, double fraction, size_t columns);

#endif
