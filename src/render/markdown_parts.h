/* The parts that the Markdown reports are put together from, besides those of the text reports. */
#ifndef SHORTLIST_RENDER_MARKDOWN_PARTS_H
#define SHORTLIST_RENDER_MARKDOWN_PARTS_H

#include "explanation.h"
#include "print.h"
#include "print_panel.h"

/* The tables of score; see print_ranking, print_weights and print_card_categories. */
void markdown_ranking(struct page *page, const struct report *report,
                      const struct findings *findings, enum category_scores scores);
void markdown_weights(struct page *page, const struct report *report, size_t shown,
                      enum category_scores scores);
void markdown_card_categories(struct page *page, const struct evaluation *evaluation,
                              const struct card *card);
void markdown_card_picks(struct page *page, const struct evaluation *evaluation,
                         const struct card *card, const struct scorecard *scorecard);
void markdown_card_decision(struct page *page, const struct evaluation *evaluation,
                            const struct decision *decision, bool first);

/* Every criterion of a vendor, a table a category. */
void markdown_criteria(const struct explanation *explanation);

/* The tables of panel. */
void markdown_moderation(const struct panel_view *view);
void markdown_values(const struct panel_view *view);
void markdown_raters(const struct panel_view *view);
void markdown_winners(const struct panel_view *view);

#endif
