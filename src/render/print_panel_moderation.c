/* The sheet for the moderation meeting: what the raters disagree on, what matters most first. */
#include "print_panel.h"

#include "print.h"
#include "wording.h"

enum {
    SHOWN = 12,      /* items on a terminal; elsewhere all are shown */
    WORDS_LEAST = 30 /* columns that words need beside the numbers; else they go below */
};

static const char stakes_heading[] = "stakes";
static const char spread_heading[] = "spread %";
static const char share_heading[] = "share %";

/* Where the columns of numbers end, and where words begin. */
struct columns {
    size_t stakes, spread, share;
    size_t words;
    bool below; /* words do not fit beside the numbers */
};

static struct columns columns_make(const struct panel_view *view)
{
    struct columns columns;
    size_t number = sizeof "100." - 1 + (size_t)detail_decimals(view->evaluation);
    columns.stakes = PANEL_INDENT + number;
    columns.spread = columns.stakes + PANEL_GAP + sizeof spread_heading - 1;
    columns.share = columns.spread + PANEL_GAP + sizeof share_heading - 1;
    columns.words = columns.share + PANEL_GAP;
    columns.below = columns.words + WORDS_LEAST > view->page->columns;
    if (columns.below)
        columns.words = PANEL_INDENT + 2;
    return columns;
}

static void headings(struct page *page, const struct columns *columns)
{
    page_right(page, text_from(stakes_heading), columns->stakes, INK_FAINT);
    page_right(page, text_from(spread_heading), columns->spread, INK_FAINT);
    page_right(page, text_from(share_heading), columns->share, INK_FAINT);
    page_end(page);
}

void write_disagreement(const struct panel_view *view, size_t hanging,
                        const struct panel_item *item)
{
    struct page *page = view->page;
    const struct criterion *criterion = &view->evaluation->criteria->criteria[item->criterion];
    write_ratings(view, hanging, item);
    page_flow(page, hanging,
              text_format(&page->scratch, "; on %.*s to %.*s",
                          TEXT_ARG(scale_words(page, criterion->range.low)),
                          TEXT_ARG(scale_words(page, criterion->range.high))),
              INK_PLAIN);
    if (item->disagree)
        page_flow(page, hanging, text_format(&page->scratch, " [%s]", flag_ids[FLAG_DISAGREE]),
                  INK_WARNING);
}

/* `asked` tells of each criterion whether its question stands above already. */
static void item_lines(const struct panel_view *view, const struct columns *columns,
                       const struct panel_item *item, bool *asked)
{
    struct page *page = view->page;
    const struct criterion *criterion = &view->evaluation->criteria->criteria[item->criterion];
    page_number(page, item->stakes, detail_decimals(view->evaluation), columns->stakes, INK_STRONG);
    page_number(page, item->spread_share * 100, 1, columns->spread, INK_PLAIN);
    page_number(page, item->share * 100, 1, columns->share, INK_PLAIN);
    if (columns->below)
        page_end(page);
    page_to(page, columns->words);
    vendor_write(page, columns->words + 2, view->evaluation, item->vendor);
    page_end(page);
    page_to(page, columns->words);
    if (asked[item->criterion])
        page_flow(page, columns->words, criterion->id.text, INK_PLAIN);
    else
        criterion_write(page, columns->words, criterion);
    asked[item->criterion] = true;
    page_end(page);
    page_to(page, columns->words);
    write_disagreement(view, columns->words + 2, item);
    page_end(page);
    print_notes(page, columns->words, view->evaluation, item->vendor, item->criterion);
}

static size_t count_settled(const struct panel *panel)
{
    size_t count = 0;
    for (size_t i = 0; i < panel->item_count; i++)
        count += panel->items[i].spread > 0 && panel->items[i].decision != NULL;
    return count;
}

static void say_nothing_to_talk_about(const struct panel_view *view)
{
    bool compared = anything_compared(view->panel);
    page_to_paragraph(view->page, PANEL_INDENT);
    page_flow(view->page, PANEL_INDENT,
              compared ? TEXT("Nothing: the raters agree wherever nothing is decided.")
                       : TEXT("Nothing to compare: no two raters judged the same vendor by the "
                              "same criterion."),
              compared ? INK_GOOD : INK_PLAIN);
    page_end(view->page);
}

void print_moderation_rest(const struct panel_view *view, size_t shown)
{
    struct page *page = view->page;
    size_t more = view->panel->moderation_count - shown;
    size_t settled = count_settled(view->panel);
    struct text_buffer words = {.arena = &page->scratch};
    if (more > 0)
        buffer_format(&words, "And %zu more, of lower stakes: `-o FILE` writes all of them.", more);
    if (settled > 0)
        buffer_format(&words, "%s%.*s by a decision, and left out here.", words.len > 0 ? " " : "",
                      TEXT_ARG(count_words(page, settled, "disagreement is settled",
                                           "disagreements are settled")));
    if (words.len > 0)
        write_legend(view, buffer_text(&words).ptr);
}

void print_moderation_heading(const struct panel_view *view)
{
    page_heading(view->page, "To talk about first");
    if (view->panel->moderation_count == 0) {
        say_nothing_to_talk_about(view);
        return;
    }
    write_legend(view, "Stakes: the points of the total between the highest and the lowest "
                       "rating, which are the spread in % of the scale times the share of the "
                       "criterion.");
    write_outlier_legend(view);
}

void print_moderation(const struct panel_view *view)
{
    const struct panel *panel = view->panel;
    struct columns columns = columns_make(view);
    struct arena lasting = {0};
    bool *asked = arena_array(&lasting, bool, view->evaluation->criteria->criterion_count);
    size_t shown = panel->moderation_count;
    if (view->page->width > 0 && shown > SHOWN)
        shown = SHOWN;
    print_moderation_heading(view);
    if (shown > 0)
        headings(view->page, &columns);
    for (size_t i = 0; i < shown; i++) {
        item_lines(view, &columns, &panel->items[panel->moderation[i]], asked);
        page_forget(view->page);
    }
    arena_release(&lasting);
    print_moderation_rest(view, shown);
}
