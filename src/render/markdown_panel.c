/* What the panel's report shows as tables of a Markdown document. */
#include "markdown_parts.h"

#include <math.h>

#include "markdown_table.h"
#include "wording.h"

/* --- What to talk about --------------------------------------------------------------------- */

static void moderation_row(const struct panel_view *view, const struct table *table,
                           const struct panel_item *item)
{
    struct page *page = view->page;
    table_number(table, item->stakes, detail_decimals(view->evaluation), INK_STRONG);
    table_number(table, item->spread_share * 100, 1, INK_PLAIN);
    table_number(table, item->share * 100, 1, INK_PLAIN);
    table_cell(table);
    vendor_write(page, 0, view->evaluation, item->vendor);
    table_cell(table);
    criterion_write(page, 0, &view->evaluation->criteria->criteria[item->criterion]);
    table_cell(table);
    write_disagreement(view, 0, item);
    page_end(page);
    print_notes(page, 0, view->evaluation, item->vendor, item->criterion);
    table_end_row(table);
    page_forget(page);
}

void markdown_moderation(const struct panel_view *view)
{
    const struct panel *panel = view->panel;
    print_moderation_heading(view);
    if (panel->moderation_count > 0) {
        struct table table = table_begin(view->page);
        table_number_head(&table, TEXT("Stakes"));
        table_number_head(&table, TEXT("Spread %"));
        table_number_head(&table, TEXT("Share %"));
        table_head(&table, TEXT("Vendor"));
        table_head(&table, TEXT("Criterion"));
        table_head(&table, TEXT("Ratings"));
        table_end_heads(&table);
        for (size_t i = 0; i < panel->moderation_count; i++)
            moderation_row(view, &table, &panel->items[panel->moderation[i]]);
    }
    print_moderation_rest(view, panel->moderation_count);
}

/* --- All values ----------------------------------------------------------------------------- */

static bool any_decided(const struct panel *panel)
{
    for (size_t i = 0; i < panel->item_count; i++) {
        if (item_is_decided(&panel->items[i]))
            return true;
    }
    return false;
}

static struct table values_heads(const struct panel_view *view, bool decided)
{
    struct table table = table_begin(view->page);
    table_head(&table, TEXT("Vendor"));
    for (size_t r = 0; r < view->panel->rater_count; r++) {
        if (rates_on_scales(&view->panel->raters[r]))
            table_number_head(&table, rater_name(view, r));
    }
    table_number_head(&table, TEXT("Mean"));
    table_number_head(&table, TEXT("Spread"));
    if (decided)
        table_number_head(&table, TEXT("Decided"));
    table_end_heads(&table);
    return table;
}

/* What each rater said. Ratings and columns stand in the same order. */
static void rating_cells(const struct panel_view *view, const struct table *table,
                         const struct panel_item *item)
{
    struct page *page = view->page;
    size_t count;
    const struct rating *ratings = item_ratings(view, item, &count);
    size_t next = 0;
    for (size_t r = 0; r < view->panel->rater_count; r++) {
        struct text words = TEXT("");
        if (!rates_on_scales(&view->panel->raters[r]))
            continue;
        while (next < count && ratings[next].rater < r)
            next++;
        if (next < count && ratings[next].rater == r)
            words = rating_words(view, item, &ratings[next]);
        table_text(table, words.len > 0 ? words : TEXT("-"), INK_PLAIN);
        page_write(page, outlier_mark(item, r), INK_PLAIN);
    }
}

static void values_row(const struct panel_view *view, const struct table *table,
                       const struct panel_item *item, bool decided)
{
    struct page *page = view->page;
    const struct criterion *criterion = &view->evaluation->criteria->criteria[item->criterion];
    bool several = item->rated.count > 1;
    table_text(table, page_visible(page, view->evaluation->answers->vendors[item->vendor].id),
               INK_PLAIN);
    rating_cells(view, table, item);
    table_number(table, item->rated.mean, mean_decimals(criterion), INK_STRONG);
    table_text(table, several ? scale_words(page, item->spread) : TEXT("-"), INK_PLAIN);
    if (decided)
        table_cell(table);
    if (item_is_decided(item))
        page_write(page, scale_words(page, item->decision->cell.value.number), INK_STRONG);
    table_end_row(table);
}

void markdown_values(const struct panel_view *view)
{
    const struct panel *panel = view->panel;
    bool decided = any_decided(panel);
    struct table table = {.page = view->page};
    page_heading(view->page, "All values");
    write_outlier_legend(view);
    write_legend(view, "n/a: abstained. -: has not judged this.");
    if (decided)
        write_decided_legend(view);
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        if (i == 0 || item->criterion != panel->items[i - 1].criterion) {
            markdown_heading(&view->page->markdown, 3);
            write_item_criterion(view, item);
            table = values_heads(view, decided);
        }
        values_row(view, &table, item, decided);
        page_forget(view->page);
    }
}

/* --- The raters ----------------------------------------------------------------------------- */

static void leniency_cell(const struct table *table, double share)
{
    struct page *page = table->page;
    struct text word = text_from(leniency_word(share));
    table_signed(table, share * 100, LENIENCY_DECIMALS, INK_PLAIN);
    if (isnan(share))
        return;
    page_write(page, TEXT(" %"), INK_PLAIN);
    if (word.len > 0)
        page_write(page, text_format(&page->scratch, ", %.*s", TEXT_ARG(word)), INK_WARNING);
}

static void count_cell(const struct table *table, size_t count)
{
    table_text(table, text_format(&table->page->scratch, "%zu", count), INK_PLAIN);
}

void markdown_raters(const struct panel_view *view)
{
    page_heading(view->page, "The raters");
    struct table table = table_begin(view->page);
    table_head(&table, TEXT("Rater"));
    table_number_head(&table, TEXT("Judged"));
    table_number_head(&table, TEXT("n/a"));
    table_number_head(&table, TEXT("Open"));
    table_number_head(&table, TEXT("Outlier"));
    table_number_head(&table, TEXT("Leniency"));
    table_end_heads(&table);
    for (size_t r = 0; r < view->panel->rater_count; r++) {
        const struct panel_rater *rater = &view->panel->raters[r];
        table_text(&table, rater_name(view, r), INK_PLAIN);
        count_cell(&table, rater->judged);
        count_cell(&table, rater->abstained);
        count_cell(&table, view->open.by_rater[r]);
        table_text(&table, outlier_words(view->page, rater), INK_PLAIN);
        leniency_cell(&table, rater->leniency);
        table_end_row(&table);
        page_forget(view->page);
    }
    write_raters_legend(view);
}

/* --- The winner ----------------------------------------------------------------------------- */

static void winners_row(const struct panel_view *view, const struct table *table, struct text label,
                        const struct winners *winners, bool changes)
{
    int decimals = view->evaluation->criteria->decimals;
    table_text(table, label, INK_PLAIN);
    table_cell(table);
    write_winners(view, 0, winners);
    if (changes)
        page_write(view->page, TEXT(" CHANGED"), INK_CRITICAL);
    table_number(table, winners->total, decimals, INK_PLAIN);
    table_number(table, winners->lead, decimals, INK_PLAIN);
    table_end_row(table);
}

void markdown_winners(const struct panel_view *view)
{
    struct page *page = view->page;
    const struct panel *panel = view->panel;
    page_heading(page, winners_heading);
    struct table table = table_begin(page);
    table_head(&table, TEXT("Judged by"));
    table_head(&table, TEXT("Winner"));
    table_number_head(&table, TEXT("Score"));
    table_number_head(&table, TEXT("Lead"));
    table_end_heads(&table);
    winners_row(view, &table, TEXT("all raters"), &panel->winners, false);
    for (size_t r = 0; r < panel->rater_count; r++) {
        const struct panel_without *without = &panel->without[r];
        struct text name = rater_name(view, without->rater);
        winners_row(view, &table, text_format(&page->scratch, "all but %.*s", TEXT_ARG(name)),
                    &without->winners, without->changes);
        page_forget(page);
    }
    print_conclusion(view);
}
