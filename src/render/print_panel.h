/* The parts that the reports of panel for people are put together from. */
#ifndef SHORTLIST_RENDER_PRINT_PANEL_H
#define SHORTLIST_RENDER_PRINT_PANEL_H

#include "page.h"
#include "panel_open.h"
#include "shortlist/evaluation.h"
#include "shortlist/panel.h"

/* What stands on one page of panel. */
struct panel_view {
    struct page *page;
    const struct evaluation *evaluation;
    const struct panel *panel;
    struct panel_open open;
};

enum { PANEL_INDENT = 2, PANEL_GAP = 2 /* columns between those of a table */ };

/* Where nobody has rated anything: what there is to judge, and a file of ratings to fill in. */
void print_panel_form(struct page *page, const struct evaluation *evaluation);

/* The sheet for the moderation meeting. */
void print_moderation(const struct panel_view *view);

/* Flags that only a decision ends, with what the raters noted; nothing where there is none. */
void print_to_decide(struct page *page, const struct evaluation *evaluation);

/* Every item with its values. */
void print_panel_values(const struct panel_view *view);

/* Each rater beside the others, and how well they agree. */
void print_raters(const struct panel_view *view);
void print_agreement(const struct panel_view *view);

/* The award with each rater left out. */
void print_winners(const struct panel_view *view);

/* A rater's name as it may be shown. */
struct text rater_name(const struct panel_view *view, size_t rater);

/* A value on a scale. */
struct text scale_words(struct page *page, double value);

/* The item's ratings, by rater. */
const struct rating *item_ratings(const struct panel_view *view, const struct panel_item *item,
                                  size_t *count);

/* What a rater said of an item: the value, "n/a", or nothing where it is a note or evidence alone.
 */
struct text rating_words(const struct panel_view *view, const struct panel_item *item,
                         const struct rating *rating);

/* What sets off the rater who lies farthest from the others, or nothing. */
struct text outlier_mark(const struct panel_item *item, size_t rater);

/* Writes "anna 5, ben 2*, chloe n/a". */
void write_ratings(const struct panel_view *view, size_t hanging, const struct panel_item *item);

/* Whether two raters judged the same item anywhere. */
bool anything_compared(const struct panel *panel);

/* A paragraph of its own that explains figures. */
void write_legend(const struct panel_view *view, const char *words);

/* What the outlier's mark says; nothing where nobody has one. */
void write_outlier_legend(const struct panel_view *view);

/* --- What the tables of the Markdown report share with those of the text report --- */

/* How many raters there are, how much they judged, and what is open. */
void print_panel_summary(const struct panel_view *view);

/* The heading of the sheet and what its figures are, or that there is nothing to talk about; what
 * the sheet leaves out below its first `shown` items. */
void print_moderation_heading(const struct panel_view *view);
void print_moderation_rest(const struct panel_view *view, size_t shown);

/* Writes the ratings of an item, its scale, and the flag where there is one. */
void write_disagreement(const struct panel_view *view, size_t hanging,
                        const struct panel_item *item);

/* Writes what an item is judged by, the scale and the share; ends the line. */
void write_item_criterion(const struct panel_view *view, const struct panel_item *item);

/* Whether the rater gave a value on any scale, or abstained: else there is no column to fill. */
bool rates_on_scales(const struct panel_rater *rater);

/* Whether a decision gave the item its value; that this counts. */
bool item_is_decided(const struct panel_item *item);
void write_decided_legend(const struct panel_view *view);

/* Decimals of a mean: two, or as many more as a short scale needs. */
int mean_decimals(const struct criterion *criterion);

/* "2 of 9"; "-" where there was nothing to be the outlier of. */
struct text outlier_words(struct page *page, const struct panel_rater *rater);

/* "lenient", "severe" or nothing, by what is shown of it in %, with LENIENCY_DECIMALS. */
enum { LENIENCY_DECIMALS = 1 };
const char *leniency_word(double share);

void write_raters_legend(const struct panel_view *view);

/* Writes "Acme and Brio, tied". */
extern const char winners_heading[];
void write_winners(const struct panel_view *view, size_t hanging, const struct winners *winners);

/* What a lead is, and whether the award hangs on a rater. */
void print_conclusion(const struct panel_view *view);

#endif
