/* Each rater beside the others, and how well they agree, with words for what the figures mean. */
#include "print_panel.h"

#include <math.h>

#include "wording.h"
#include "shortlist/number.h"
#include "shortlist/unicode.h"

enum {
    JUDGED_COLUMNS = 6, /* "judged" */
    ABSTAINED_COLUMNS = 3,
    OPEN_COLUMNS = 4,
    OUTLIER_LEAST = 7, /* "outlier" */
    LENIENCY_COLUMNS = 8,
    LENIENCY_WORDS = 7,  /* "lenient" */
    LENIENCY_CALLED = 5, /* % of the scale from which it is called something */
    FIGURE_COLUMNS = 6   /* "-0.123" */
};

/* --- Each rater ----------------------------------------------------------------------------- */

/* Where the columns end. */
struct columns {
    size_t name, judged, abstained, open, outlier, leniency;
};

struct text outlier_words(struct page *page, const struct panel_rater *rater)
{
    if (rater->outlier_of == 0)
        return TEXT("-");
    return text_format(&page->scratch, "%zu of %zu", rater->outlier, rater->outlier_of);
}

static struct columns columns_make(const struct panel_view *view)
{
    size_t outlier = OUTLIER_LEAST;
    size_t name = 0;
    for (size_t r = 0; r < view->panel->rater_count; r++) {
        size_t words = outlier_words(view->page, &view->panel->raters[r]).len;
        size_t wide = unicode_width(rater_name(view, r));
        outlier = words > outlier ? words : outlier;
        name = wide > name ? wide : name;
    }
    size_t behind = PANEL_GAP + JUDGED_COLUMNS + PANEL_GAP + ABSTAINED_COLUMNS + PANEL_GAP +
                    OPEN_COLUMNS + PANEL_GAP + outlier + PANEL_GAP + LENIENCY_COLUMNS + PANEL_GAP +
                    LENIENCY_WORDS;
    size_t taken = PANEL_INDENT + behind;
    size_t room = view->page->columns > taken ? view->page->columns - taken : 0;
    struct columns columns;
    columns.name = PANEL_INDENT + (name < room ? name : room);
    columns.judged = columns.name + PANEL_GAP + JUDGED_COLUMNS;
    columns.abstained = columns.judged + PANEL_GAP + ABSTAINED_COLUMNS;
    columns.open = columns.abstained + PANEL_GAP + OPEN_COLUMNS;
    columns.outlier = columns.open + PANEL_GAP + outlier;
    columns.leniency = columns.outlier + PANEL_GAP + LENIENCY_COLUMNS;
    return columns;
}

static void count_cell(struct page *page, size_t count, size_t end, enum ink ink)
{
    page_right(page, text_format(&page->scratch, "%zu", count), end, ink);
}

const char *leniency_word(double share)
{
    double printed = number_round(share * 100, LENIENCY_DECIMALS);
    if (printed >= LENIENCY_CALLED)
        return "lenient";
    return printed <= -LENIENCY_CALLED ? "severe" : "";
}

/* "+6.1 %  lenient" */
static void leniency(struct page *page, double share, size_t end)
{
    if (isnan(share)) {
        page_right(page, TEXT("-"), end, INK_FAINT);
        return;
    }
    page_signed(page, share * 100, LENIENCY_DECIMALS, end - 2, INK_PLAIN);
    page_write(page, TEXT(" %"), INK_PLAIN);
    page_space(page, PANEL_GAP);
    page_write(page, text_from(leniency_word(share)), INK_WARNING);
}

static void rater_row(const struct panel_view *view, const struct columns *columns, size_t position)
{
    struct page *page = view->page;
    const struct panel_rater *rater = &view->panel->raters[position];
    page_to(page, PANEL_INDENT);
    page_flow(page, PANEL_INDENT + 2, rater_name(view, position), INK_PLAIN);
    if (page_position(page) > columns->name)
        page_end(page);
    count_cell(page, rater->judged, columns->judged, INK_PLAIN);
    count_cell(page, rater->abstained, columns->abstained, INK_PLAIN);
    count_cell(page, view->open.by_rater[position], columns->open,
               view->open.by_rater[position] > 0 ? INK_WARNING : INK_PLAIN);
    page_right(page, outlier_words(page, rater), columns->outlier, INK_PLAIN);
    leniency(page, rater->leniency, columns->leniency);
    page_end(page);
}

void print_raters(const struct panel_view *view)
{
    struct page *page = view->page;
    struct columns columns = columns_make(view);
    page_heading(page, "The raters");
    page_right(page, TEXT("judged"), columns.judged, INK_FAINT);
    page_right(page, TEXT("n/a"), columns.abstained, INK_FAINT);
    page_right(page, TEXT("open"), columns.open, INK_FAINT);
    page_right(page, TEXT("outlier"), columns.outlier, INK_FAINT);
    page_right(page, TEXT("leniency"), columns.leniency, INK_FAINT);
    page_end(page);
    for (size_t r = 0; r < view->panel->rater_count; r++) {
        rater_row(view, &columns, r);
        page_forget(page);
    }
    write_raters_legend(view);
}

void write_raters_legend(const struct panel_view *view)
{
    write_legend(view, "n/a: abstained. Outlier: how often farthest from the mean of the others, "
                       "of the items that three raters or more judged. Leniency: how far above (+) "
                       "or below (-) the mean of the others on the same items, on average, in % of "
                       "the scale; from 5 % on it is called lenient or severe.");
}

/* --- Agreement ------------------------------------------------------------------------------ */

static void figure(const struct panel_view *view, double value, struct text words)
{
    struct page *page = view->page;
    size_t end = PANEL_INDENT + FIGURE_COLUMNS;
    page_number(page, value, 3, end, INK_STRONG);
    page_to(page, end + PANEL_GAP);
    page_flow(page, end + PANEL_GAP, words, INK_PLAIN);
    page_end(page);
}

static const char *alpha_words(const struct panel *panel, double alpha)
{
    switch (alpha_meaning(alpha)) {
    case ALPHA_RELIABLE:
        return "reliable";
    case ALPHA_TENTATIVE:
        return "good for tentative conclusions only";
    case ALPHA_UNRELIABLE:
        return alpha < 0 ? "not reliable, as the raters disagree more than chance would have it"
                         : "not reliable";
    case ALPHA_UNDEFINED:
        break;
    }
    return anything_compared(panel) ? "undefined, as all values that can be compared are equal"
                                    : "undefined, as no two raters judged the same item";
}

static void alpha(const struct panel_view *view, const char *metric, double value)
{
    figure(view, value,
           text_format(&view->page->scratch, "Krippendorff's alpha, %s: %s", metric,
                       alpha_words(view->panel, value)));
}

/* Those whose values are compared. */
static size_t count_judging(const struct panel *panel)
{
    size_t count = 0;
    for (size_t r = 0; r < panel->rater_count; r++)
        count += panel->raters[r].judged > 0;
    return count;
}

static struct text w_words(const struct panel_view *view)
{
    struct page *page = view->page;
    const struct panel *panel = view->panel;
    size_t raters = count_judging(panel);
    if (raters < 2)
        return TEXT("Kendall's W: undefined, as only one rater judged");
    if (isnan(panel->w) && panel->w_units > 1)
        return TEXT("Kendall's W: undefined, as every rater gave all complete items the same");
    if (isnan(panel->w))
        return text_format(&page->scratch,
                           "Kendall's W: undefined, as it takes two items that all raters judged, "
                           "and there is %s",
                           panel->w_units == 1 ? "one" : "none");
    if (raters == 2)
        return text_format(&page->scratch,
                           "Kendall's W, over the %zu items that both raters judged",
                           panel->w_units);
    return text_format(&page->scratch, "Kendall's W, over the %zu items that all %zu raters judged",
                       panel->w_units, raters);
}

void print_agreement(const struct panel_view *view)
{
    const struct panel *panel = view->panel;
    page_heading(view->page, "How well they agree");
    alpha(view, "interval", panel->alpha_interval);
    alpha(view, "ordinal", panel->alpha_ordinal);
    figure(view, panel->w, w_words(view));
    if (isnan(panel->alpha_interval) && isnan(panel->alpha_ordinal) && isnan(panel->w))
        return;
    write_legend(view, "Alpha: 1 is perfect agreement, 0 is chance, below 0 is systematic "
                       "disagreement. From .800 on ratings are reliable, from .667 on they allow "
                       "tentative conclusions only, below that they are not reliable (K. "
                       "Krippendorff, Content Analysis). Interval compares the values, ordinal "
                       "their order.");
    write_legend(view, "W: from 0, no agreement, to 1, the same order by every rater (M. G. "
                       "Kendall, Rank Correlation Methods).");
    write_legend(view, "With few raters and few items all of these figures are uncertain.");
}
