/* Who stands below the ranked and the knocked out. */
#ifndef SHORTLIST_RENDER_UNRANKED_H
#define SHORTLIST_RENDER_UNRANKED_H

#include "page.h"
#include "shortlist/render.h"

/* A line each. */
void print_unscored(struct page *page, const struct evaluation *evaluation, uint32_t vendor);
void print_excluded(struct page *page, const struct evaluation *evaluation, uint32_t vendor);

/* All vendors whose answers could not be read. */
void print_unread(struct page *page, const struct answers *answers);

/* With --top: how many vendors are left out behind the first `shown`. */
void print_rest(struct page *page, const struct report *report, size_t shown);

#endif
