/* What holds for every report that is drawn, whatever it says. */
#ifndef SUPPORT_DRAWN_H
#define SUPPORT_DRAWN_H

#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/render.h"
#include "shortlist/text.h"

/* The format of that name; fails the test when there is none. */
const struct renderer *drawn_renderer(const char *name);

/* Each fails the test when it does not hold. A width of 0 limits nothing. */
void assert_fits(struct text text, size_t width);
void assert_no_space_at_ends(struct text text);
void assert_harmless(struct text text); /* valid UTF-8, nothing that unicode_visible escapes */
void assert_ascii(struct text text);

/* The text without the sequences that colours are made of. */
struct text drawn_without_colour(struct arena *arena, struct text text);

#endif
