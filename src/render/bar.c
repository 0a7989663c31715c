/* Bars. */
#include "bar.h"

#include <math.h>

/* One to seven eighths of a column, from the left (U+258F to U+2589). */
static const char *const eighth_blocks[] = {
    "\xe2\x96\x8f", "\xe2\x96\x8e", "\xe2\x96\x8d", "\xe2\x96\x8c",
    "\xe2\x96\x8b", "\xe2\x96\x8a", "\xe2\x96\x89",
};

static const char full_block[] = "\xe2\x96\x88";
static const char left_half[] = "\xe2\x96\x8c";
static const char right_half[] = "\xe2\x96\x90";
static const char track[] = "\xe2\x96\x91";
static const char axis[] = "\xe2\x94\x82";

/* How many of `parts` a fraction fills, rounded. */
static size_t filled_parts(double fraction, size_t parts)
{
    if (isnan(fraction) || fraction <= 0)
        return 0;
    if (fraction >= 1)
        return parts;
    size_t filled = (size_t)(fraction * (double)parts + 0.5);
    return filled > 0 ? filled : 1;
}

void bar_draw(struct page *page, double fraction, size_t columns, enum ink ink)
{
    if (page->ascii) {
        size_t filled = filled_parts(fraction, columns);
        page_repeat(page, "#", filled, ink);
        page_repeat(page, "-", columns - filled, INK_FAINT);
        return;
    }
    size_t eighths = filled_parts(fraction, columns * 8);
    size_t full = eighths / 8;
    page_repeat(page, full_block, full, ink);
    if (eighths % 8 > 0)
        page_repeat(page, eighth_blocks[eighths % 8 - 1], 1, ink);
    page_repeat(page, track, columns - full - (eighths % 8 > 0), INK_FAINT);
}

void bar_draw_from_middle(struct page *page, double fraction, size_t columns)
{
    bool left = fraction < 0;
    size_t step = page->ascii ? 1 : 2; /* parts of a column that can be drawn */
    size_t parts = filled_parts(left ? -fraction : fraction, columns * step);
    const char *full = page->ascii ? (left ? "-" : "+") : full_block;
    size_t used = (parts + step - 1) / step;

    page_space(page, left ? columns - used : columns);
    if (left) {
        page_repeat(page, right_half, parts % step, INK_WARNING);
        page_repeat(page, full, parts / step, INK_WARNING);
    }
    page_repeat(page, page->ascii ? "|" : axis, 1, INK_FAINT);
    if (!left) {
        page_repeat(page, full, parts / step, INK_GOOD);
        page_repeat(page, left_half, parts % step, INK_GOOD);
    }
    page_space(page, left ? columns : columns - used);
}
