/* What the parts of the panel's report share, and how it begins. */
#include "print_panel.h"

#include <math.h>

#include "print.h"
#include "wording.h"
#include "shortlist/number.h"
#include "shortlist/unicode.h"

/* --- What the parts share ------------------------------------------------------------------- */

struct text rater_name(const struct panel_view *view, size_t rater)
{
    return page_visible(view->page, view->evaluation->ratings->raters[rater].name);
}

struct text scale_words(struct page *page, double value)
{
    char number[NUMBER_SIZE];
    number_plain(value, number);
    return text_copy(&page->scratch, text_from(number));
}

const struct rating *item_ratings(const struct panel_view *view, const struct panel_item *item,
                                  size_t *count)
{
    return ratings_of(view->evaluation->ratings, item->vendor, item->criterion, count);
}

struct text rating_words(const struct panel_view *view, const struct panel_item *item,
                         const struct rating *rating)
{
    double value = item->values[rating->rater];
    if (!isnan(value))
        return scale_words(view->page, value);
    return mark_state(rating->cell.mark) == STATE_NA ? TEXT("n/a") : TEXT("");
}

struct text outlier_mark(const struct panel_item *item, size_t rater)
{
    return item->outlier == rater ? TEXT("*") : TEXT("");
}

void write_ratings(const struct panel_view *view, size_t hanging, const struct panel_item *item)
{
    struct page *page = view->page;
    size_t count;
    const struct rating *ratings = item_ratings(view, item, &count);
    bool first = true;
    for (size_t r = 0; r < count; r++) {
        struct text words = rating_words(view, item, &ratings[r]);
        if (words.len == 0)
            continue;
        if (!first)
            page_flow(page, hanging, TEXT(", "), INK_PLAIN);
        first = false;
        struct text name = rater_name(view, ratings[r].rater);
        words = text_format(&page->scratch, " %.*s%.*s", TEXT_ARG(words),
                            TEXT_ARG(outlier_mark(item, ratings[r].rater)));
        page_keep(page, hanging, unicode_width(name) + words.len + 1); /* and the comma */
        page_flow(page, hanging, name, INK_FAINT);
        page_flow_marked(page, hanging, words, INK_PLAIN);
    }
}

bool anything_compared(const struct panel *panel)
{
    for (size_t r = 0; r < panel->rater_count; r++) {
        if (panel->raters[r].compared > 0)
            return true;
    }
    return false;
}

void write_legend(const struct panel_view *view, const char *words)
{
    page_to_paragraph(view->page, PANEL_INDENT);
    page_flow(view->page, PANEL_INDENT, text_from(words), INK_FAINT);
    page_end(view->page);
}

void write_outlier_legend(const struct panel_view *view)
{
    bool any = false;
    for (size_t r = 0; r < view->panel->rater_count; r++)
        any = any || view->panel->raters[r].outlier > 0;
    if (any)
        write_legend(view, "*: of three raters or more the one farthest from the mean of the "
                           "others.");
}

/* --- How much there is ---------------------------------------------------------------------- */

static size_t count_criteria(const struct panel *panel)
{
    size_t count = 0;
    for (size_t i = 0; i < panel->item_count; i++)
        count += i == 0 || panel->items[i].criterion != panel->items[i - 1].criterion;
    return count;
}

static size_t count_vendors(const struct panel_view *view)
{
    bool *seen = arena_array(&view->page->scratch, bool, view->evaluation->answers->count);
    size_t count = 0;
    for (size_t i = 0; i < view->panel->item_count; i++) {
        count += !seen[view->panel->items[i].vendor];
        seen[view->panel->items[i].vendor] = true;
    }
    return count;
}

/* "3 raters judged 5 vendors by 3 criteria: 41 values, 2 abstentions." */
static void summary(const struct panel_view *view)
{
    struct page *page = view->page;
    const struct panel *panel = view->panel;
    size_t values = 0;
    size_t abstained = 0;
    for (size_t r = 0; r < panel->rater_count; r++) {
        values += panel->raters[r].judged;
        abstained += panel->raters[r].abstained;
    }
    struct text_buffer words = {.arena = &page->scratch};
    buffer_add(&words, count_words(page, panel->rater_count, "rater", "raters"));
    if (values > 0)
        buffer_format(&words, " judged %.*s by %.*s: %.*s",
                      TEXT_ARG(count_words(page, count_vendors(view), "vendor", "vendors")),
                      TEXT_ARG(count_words(page, count_criteria(panel), "criterion", "criteria")),
                      TEXT_ARG(count_words(page, values, "value", "values")));
    else
        buffer_add(&words, TEXT(", but no vendor was given a value on a scale"));
    if (abstained > 0)
        buffer_format(&words, ", %.*s",
                      TEXT_ARG(count_words(page, abstained, "abstention", "abstentions")));
    page_flow_marked(page, 0, buffer_text(&words), INK_PLAIN);
    page_flow(page, 0, TEXT("."), INK_PLAIN);
    page_end(page);
}

/* What is still to come: of the raters, and what is no single rater's. */
static void say_what_is_open(const struct panel_view *view)
{
    struct page *page = view->page;
    size_t others = view->open.others;
    size_t open = 0;
    for (size_t r = 0; r < view->panel->rater_count; r++)
        open += view->open.by_rater[r];
    if (open + others == 0) {
        page_flow(page, 0, TEXT("No judgement is open."), INK_PLAIN);
        page_end(page);
        return;
    }
    struct text_buffer words = {.arena = &page->scratch};
    if (open > 0)
        buffer_format(
            &words, "%.*s open. ",
            TEXT_ARG(count_words(page, open, "of their judgements is", "of their judgements are")));
    if (others > 0)
        buffer_format(&words,
                      "%.*s open that %s no single rater's: nobody has made %s, or raters "
                      "contradict each other. ",
                      TEXT_ARG(count_words(page, others, "judgement is", "judgements are")),
                      others == 1 ? "is" : "are", others == 1 ? "it" : "them");
    buffer_add(&words, TEXT("`shortlist score` names what is open."));
    page_flow(page, 0, buffer_text(&words), INK_WARNING);
    page_end(page);
}

void print_panel_summary(const struct panel_view *view)
{
    summary(view);
    say_what_is_open(view);
}
