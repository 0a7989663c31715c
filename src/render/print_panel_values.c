/*
 * Every item with its values: a table a criterion, a row a vendor. The raters are columns where
 * there is room for them, named as far as that reaches; else their values go below the row.
 */
#include "print_panel.h"

#include <math.h>

#include "print.h"
#include "wording.h"
#include "shortlist/number.h"
#include "shortlist/unicode.h"

enum {
    VENDOR_LEAST = 12, /* columns for the ids of vendors, where they need so many */
    NAME_LEAST = 5,    /* columns that a name may be cut to */
    VENDOR_GAP = 1,
    RATER_GAP = 2, /* before a rater's column; and the outlier's mark stands behind it */
    MEAN_COLUMNS = 6,
    LETTERS = 26 /* raters that letters can tell apart */
};

static const char spread_heading[] = "spread";
static const char decided_heading[] = "decided";
static const char abstained_sign[] = "x"; /* in a column, which "n/a" would widen */

struct values_table {
    const struct panel_view *view;
    struct arena lasting; /* what stays over all items */
    size_t *raters;       /* those who judged something by a scale, or abstained */
    struct text *names;   /* of each */
    size_t *columns;      /* of each */
    size_t count;
    struct heads heads;
    bool across;        /* raters are columns */
    bool decided;       /* some item is */
    size_t value;       /* columns of the widest value */
    size_t vendor;      /* columns for ids; a longer one gets a line of its own */
    size_t all_columns; /* of all raters; 0 where they are no columns */
    size_t mean;        /* where the columns end */
    size_t spread;
    size_t decision;
};

/* --- Layout --------------------------------------------------------------------------------- */

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

bool item_is_decided(const struct panel_item *item)
{
    return item->decision != NULL && decision_gives_value(item->decision);
}

bool rates_on_scales(const struct panel_rater *rater)
{
    return rater->judged + rater->abstained > 0;
}

static void list_raters(struct values_table *table)
{
    const struct panel *panel = table->view->panel;
    struct arena *arena = &table->lasting;
    table->raters = arena_array(arena, size_t, panel->rater_count);
    table->names = arena_array(arena, struct text, panel->rater_count);
    table->columns = arena_array(arena, size_t, panel->rater_count);
    for (size_t r = 0; r < panel->rater_count; r++) {
        if (!rates_on_scales(&panel->raters[r]))
            continue;
        table->names[table->count] = text_copy(arena, rater_name(table->view, r));
        table->raters[table->count++] = r;
    }
}

/* What stands in a rater's column. */
static struct text cell_of(const struct values_table *table, const struct panel_item *item,
                           const struct rating *rating)
{
    if (mark_state(rating->cell.mark) == STATE_NA)
        return text_from(abstained_sign);
    return rating_words(table->view, item, rating);
}

static void measure(struct values_table *table)
{
    const struct panel *panel = table->view->panel;
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        size_t count;
        const struct rating *ratings = item_ratings(table->view, item, &count);
        for (size_t r = 0; r < count; r++)
            table->value = larger(table->value, cell_of(table, item, &ratings[r]).len);
        size_t id = table->view->evaluation->answers->vendors[item->vendor].id.len;
        table->vendor = larger(table->vendor, id);
        table->decided = table->decided || item_is_decided(item);
        page_forget(table->view->page);
    }
}

/* Gives each rater the columns of the name, at most `most` of them; returns how many all take. */
static size_t name_columns(struct values_table *table, size_t most)
{
    size_t taken = 0;
    for (size_t r = 0; r < table->count; r++) {
        size_t name = unicode_width(table->names[r]);
        table->columns[r] = larger(name < most ? name : most, table->value);
        taken += table->columns[r] + RATER_GAP;
    }
    return taken;
}

/* Names in full, else cut but different, else letters, else no columns at all. */
static void choose_heads(struct values_table *table, size_t room)
{
    struct page *page = table->view->page;
    size_t taken = name_columns(table, SIZE_MAX);
    if (taken > room && page->width > 0 && room / table->count >= NAME_LEAST + RATER_GAP)
        taken = name_columns(table, room / table->count - RATER_GAP);
    if (taken <= room)
        table->heads = heads_make(page, table->names, table->columns, table->count);
    else
        table->heads = (struct heads){table->names, table->count, table->columns, true};
    if (table->heads.letters)
        taken = name_columns(table, 0);
    table->across = taken <= room && !(table->heads.letters && table->count > LETTERS);
    table->all_columns = table->across ? taken : 0;
}

/* Columns that are left for the raters where the ids of vendors take so many. */
static size_t room_beside(const struct values_table *table, size_t vendor)
{
    size_t taken = PANEL_INDENT + vendor + VENDOR_GAP + PANEL_GAP + MEAN_COLUMNS + PANEL_GAP +
                   sizeof spread_heading - 1;
    if (table->decided)
        taken += PANEL_GAP + sizeof decided_heading - 1;
    size_t columns = table->view->page->columns;
    return columns > taken ? columns - taken : 0;
}

static void lay_out(struct values_table *table)
{
    list_raters(table);
    measure(table);
    size_t most = larger(VENDOR_LEAST, table->view->page->columns / 4);
    if (table->vendor > most)
        table->vendor = most;
    choose_heads(table, room_beside(table, table->vendor));
    if (!table->across && table->vendor > VENDOR_LEAST) {
        choose_heads(table, room_beside(table, VENDOR_LEAST));
        if (table->across)
            table->vendor = VENDOR_LEAST;
    }
    size_t raters_end = PANEL_INDENT + table->vendor + VENDOR_GAP + table->all_columns;
    table->mean = raters_end + PANEL_GAP + MEAN_COLUMNS;
    table->spread = table->mean + PANEL_GAP + sizeof spread_heading - 1;
    table->decision = table->spread + PANEL_GAP + sizeof decided_heading - 1;
}

/* --- The tables ----------------------------------------------------------------------------- */

int mean_decimals(const struct criterion *criterion)
{
    double span = (criterion->range.high - criterion->range.low) * 100;
    int decimals = 2;
    for (; decimals < 6 && span < 10; decimals++)
        span *= 10;
    return decimals;
}

void write_item_criterion(const struct panel_view *view, const struct panel_item *item)
{
    struct page *page = view->page;
    const struct criterion *criterion = &view->evaluation->criteria->criteria[item->criterion];
    criterion_write(page, PANEL_INDENT, criterion);
    page_flow(page, PANEL_INDENT,
              text_format(&page->scratch, " %.*s to %.*s, %.*s of the total",
                          TEXT_ARG(scale_words(page, criterion->range.low)),
                          TEXT_ARG(scale_words(page, criterion->range.high)),
                          TEXT_ARG(share_words(page, item->share))),
              INK_PLAIN);
    page_end(page);
}

static void criterion_heading(const struct values_table *table, const struct panel_item *item)
{
    struct page *page = table->view->page;
    page_blank(page);
    page_to(page, PANEL_INDENT);
    write_item_criterion(table->view, item);
    size_t end = PANEL_INDENT + table->vendor + VENDOR_GAP;
    for (size_t r = 0; table->across && r < table->count; r++) {
        end += RATER_GAP + table->columns[r];
        page_right(page, heads_text(page, &table->heads, r), end - 1, INK_FAINT);
    }
    page_right(page, TEXT("mean"), table->mean, INK_FAINT);
    page_right(page, text_from(spread_heading), table->spread, INK_FAINT);
    if (table->decided)
        page_right(page, text_from(decided_heading), table->decision, INK_FAINT);
    page_end(page);
}

/* A column a rater. Ratings and columns stand in the same order. */
static void values_across(const struct values_table *table, const struct panel_item *item)
{
    struct page *page = table->view->page;
    size_t count;
    const struct rating *ratings = item_ratings(table->view, item, &count);
    size_t end = PANEL_INDENT + table->vendor + VENDOR_GAP;
    size_t next = 0;
    for (size_t r = 0; r < table->count; r++) {
        struct text words = TEXT("");
        while (next < count && ratings[next].rater < table->raters[r])
            next++;
        if (next < count && ratings[next].rater == table->raters[r])
            words = cell_of(table, item, &ratings[next]);
        end += RATER_GAP + table->columns[r];
        page_right(page, words.len > 0 ? words : TEXT("-"), end - 1,
                   words.len > 0 ? INK_PLAIN : INK_FAINT);
        page_write(page, outlier_mark(item, table->raters[r]), INK_WARNING);
    }
}

static void mean_spread_and_decision(const struct values_table *table,
                                     const struct panel_item *item)
{
    struct page *page = table->view->page;
    const struct criterion *criterion =
        &table->view->evaluation->criteria->criteria[item->criterion];
    page_number(page, item->rated.mean, mean_decimals(criterion), table->mean, INK_STRONG);
    if (item->rated.count > 1)
        page_right(page, scale_words(page, item->spread), table->spread,
                   item->disagree ? INK_WARNING : INK_PLAIN);
    else
        page_right(page, TEXT("-"), table->spread, INK_FAINT);
    if (item_is_decided(item))
        page_right(page, scale_words(page, item->decision->cell.value.number), table->decision,
                   INK_STRONG);
}

static void item_row(const struct values_table *table, const struct panel_item *item)
{
    struct page *page = table->view->page;
    struct text id = table->view->evaluation->answers->vendors[item->vendor].id;
    page_to(page, PANEL_INDENT);
    page_flow(page, PANEL_INDENT, id, INK_PLAIN);
    if (id.len > table->vendor)
        page_end(page);
    if (table->across)
        values_across(table, item);
    mean_spread_and_decision(table, item);
    page_end(page);
    if (!table->across) {
        page_to(page, PANEL_INDENT + 2);
        write_ratings(table->view, PANEL_INDENT + 4, item);
        page_end(page);
    }
}

static bool anyone_abstained(const struct panel *panel)
{
    for (size_t r = 0; r < panel->rater_count; r++) {
        if (panel->raters[r].abstained > 0)
            return true;
    }
    return false;
}

void write_decided_legend(const struct panel_view *view)
{
    write_legend(view, "Where something is decided, that counts instead of the mean.");
}

static void legends(const struct values_table *table)
{
    const struct panel_view *view = table->view;
    if (table->across)
        heads_legend(view->page, PANEL_INDENT, &table->heads);
    write_outlier_legend(view);
    if (table->across && anyone_abstained(view->panel))
        write_legend(view, "x: abstained. -: has not judged this.");
    if (table->decided)
        write_decided_legend(view);
}

void print_panel_values(const struct panel_view *view)
{
    const struct panel *panel = view->panel;
    struct values_table table = {.view = view};
    lay_out(&table);
    page_heading(view->page, "All values");
    legends(&table);
    for (size_t i = 0; i < panel->item_count; i++) {
        if (i == 0 || panel->items[i].criterion != panel->items[i - 1].criterion)
            criterion_heading(&table, &panel->items[i]);
        item_row(&table, &panel->items[i]);
        page_forget(view->page);
    }
    arena_release(&table.lasting);
}
