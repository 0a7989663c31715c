/* The parts of the page of a pack. */
#ifndef SHORTLIST_RENDER_PACK_PARTS_H
#define SHORTLIST_RENDER_PACK_PARTS_H

#include "page.h"
#include "shortlist/pack.h"
#include "shortlist/shares.h"

enum { PACK_INDENT = 2, PACK_WORDS = 4 };

/* The page of a pack, and what all its parts look at. */
struct pack_page {
    struct page *page;
    const struct criteria *criteria;
    struct shares shares;
};

/* Begins a page of that style. */
void pack_open(struct page *page, const struct pack_style *style, struct sink *sink);

/* A heading with a text of a file. */
void pack_heading(struct page *page, struct text title);

/* A line of its own below an entry: what it is about, faint, then the words. Nothing where there
 * are no words. */
void pack_line(struct page *page, const char *label, struct text words);

/* A need with its value, and what the file says above it. */
void pack_need(struct page *page, const struct need *need);

/* "voice (Telephone), email (E-mail)": the words that a need may hold; as the file has them, not
 * made visible yet. Lives in the arena. */
struct text options_words(const struct options *options, struct arena *arena);

/* "claimed 70.0 %, documented 90.0 %": of the factors that are stated. */
struct text factors_words(struct page *page, const struct evidence_factors *factors);

/* The criteria by category; the rules (pack_questions.c). */
void pack_questions(const struct pack_page *pack);
void pack_rules(const struct pack_page *pack);

#endif
