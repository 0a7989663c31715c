/* The award with all raters and with each left out in turn: whether it hangs on one of them. */
#include "print_panel.h"

#include "wording.h"

enum { WORDS_LEAST = 24 /* columns that words need beside the numbers; else they go below */ };

const char winners_heading[] = "The winner, with each rater left out";
static const char lead_heading[] = "lead";

/* Where the columns of numbers end, and where words begin. */
struct columns {
    size_t score, lead;
    size_t words;
    bool below; /* words do not fit beside the numbers */
};

static struct columns columns_make(const struct panel_view *view)
{
    size_t number = score_columns(view->evaluation);
    size_t least = sizeof "score" - 1;
    struct columns columns;
    number = number > least ? number : least;
    columns.score = PANEL_INDENT + number;
    columns.lead = columns.score + PANEL_GAP + number;
    columns.words = columns.lead + PANEL_GAP;
    columns.below = columns.words + WORDS_LEAST > view->page->columns;
    if (columns.below)
        columns.words = PANEL_INDENT + 2;
    return columns;
}

void write_winners(const struct panel_view *view, size_t hanging, const struct winners *winners)
{
    struct page *page = view->page;
    if (winners->count == 0)
        page_flow(page, hanging, TEXT("nobody is ranked"), INK_WARNING);
    for (size_t i = 0; i < winners->count; i++) {
        if (i > 0)
            page_flow(page, hanging, i + 1 < winners->count ? TEXT(", ") : TEXT(" and "),
                      INK_PLAIN);
        page_flow_marked(page, hanging, vendor_words(page, view->evaluation, winners->vendors[i]),
                         INK_STRONG);
    }
    if (winners->count > 1)
        page_flow_marked(page, hanging, TEXT(", tied"), INK_PLAIN);
}

static void row(const struct panel_view *view, const struct columns *columns, struct text label,
                const struct winners *winners, bool changes)
{
    struct page *page = view->page;
    int decimals = view->evaluation->criteria->decimals;
    page_number(page, winners->total, decimals, columns->score, INK_PLAIN);
    page_number(page, winners->lead, decimals, columns->lead, INK_PLAIN);
    if (columns->below)
        page_end(page);
    page_to(page, columns->words);
    page_flow_marked(page, columns->words + 2, label, INK_FAINT);
    page_flow(page, columns->words + 2, TEXT(": "), INK_FAINT);
    write_winners(view, columns->words + 2, winners);
    if (changes)
        page_flow(page, columns->words + 2, TEXT(" CHANGED"), INK_CRITICAL);
    page_end(page);
}

/* "anna, ben and chloe": those without whom the winner is another one. */
static struct text deciding_words(const struct panel_view *view, size_t changing)
{
    const struct panel *panel = view->panel;
    struct text_buffer words = {.arena = &view->page->scratch};
    size_t told = 0;
    for (size_t r = 0; r < panel->rater_count; r++) {
        if (!panel->without[r].changes)
            continue;
        if (told > 0)
            buffer_add(&words, told + 1 < changing ? TEXT(", ") : TEXT(" and "));
        buffer_add(&words, rater_name(view, panel->without[r].rater));
        told++;
    }
    return buffer_text(&words);
}

void print_conclusion(const struct panel_view *view)
{
    struct page *page = view->page;
    const struct panel *panel = view->panel;
    size_t changing = 0;
    write_legend(view, "Lead: the points over the next rank.");
    for (size_t r = 0; r < panel->rater_count; r++)
        changing += panel->without[r].changes;
    page_to_paragraph(page, PANEL_INDENT);
    if (changing > 0) {
        page_flow(page, PANEL_INDENT,
                  text_format(&page->scratch, "%s on %.*s: without %s it would not be the same.",
                              panel->winners.count > 0 ? "The award hangs"
                                                       : "That nobody is ranked hangs",
                              TEXT_ARG(deciding_words(view, changing)),
                              changing > 1 ? "any one of them" : "this rater"),
                  INK_WARNING);
    } else if (panel->winners.count == 0) {
        page_flow(page, PANEL_INDENT, TEXT("Nobody is ranked, so there is no award to change."),
                  INK_PLAIN);
    } else {
        page_flow(page, PANEL_INDENT,
                  TEXT("The award does not hang on one rater: it stays the same with each left out "
                       "in turn."),
                  INK_GOOD);
    }
    page_end(page);
}

void print_winners(const struct panel_view *view)
{
    struct page *page = view->page;
    const struct panel *panel = view->panel;
    struct columns columns = columns_make(view);
    page_heading(page, winners_heading);
    page_right(page, TEXT("score"), columns.score, INK_FAINT);
    page_right(page, text_from(lead_heading), columns.lead, INK_FAINT);
    page_end(page);
    row(view, &columns, TEXT("with all raters"), &panel->winners, false);
    for (size_t r = 0; r < panel->rater_count; r++) {
        const struct panel_without *without = &panel->without[r];
        struct text name = rater_name(view, without->rater);
        row(view, &columns, text_format(&page->scratch, "without %.*s", TEXT_ARG(name)),
            &without->winners, without->changes);
        page_forget(page);
    }
    print_conclusion(view);
}
