/* What counts: the weights of the categories and their shares; where there is room, the scores too.
 */

#include "print.h"

#include "bar.h"
#include "wording.h"
#include "shortlist/unicode.h"

enum {
    INDENT = 2,
    TITLE_LEAST = 8, /* "Category" */
    TITLE_MOST = 44,
    WEIGHT_COLUMNS = 8, /* a weight with the space before it */
    SHARE_COLUMNS = 8,  /* "100.0 %" with the space before it */
    BAR_COLUMNS = 20,
    KEY_LEAST = 5,     /* columns of the key of a category, or of a vendor */
    KEYS_BY_ID = 64,   /* with more categories the keys are numbers */
    VENDORS_ACROSS = 8 /* of more than these, a row a vendor reads better */
};

/* --- Keys of categories -------------------------------------------------------------------- */

/* What page_cut leaves of an id besides its ellipsis. */
static struct text beginning(struct text id, size_t columns)
{
    return id.len <= columns ? id : text_slice(id, 0, columns - 1);
}

bool keys_are_numbers(const struct criteria *criteria, size_t columns)
{
    if (criteria->category_count > KEYS_BY_ID)
        return true;
    for (size_t a = 0; a < criteria->category_count; a++) {
        struct text key = beginning(criteria->categories[a].id.text, columns);
        for (size_t b = 0; b < a; b++) {
            struct text other = beginning(criteria->categories[b].id.text, columns);
            if (text_equal(key, other))
                return true;
        }
    }
    return false;
}

struct text category_key(struct page *page, const struct criteria *criteria, size_t category,
                         size_t columns, bool number)
{
    if (number)
        return text_format(&page->scratch, "%zu", category + 1);
    return page_cut(page, criteria->categories[category].id.text, columns);
}

size_t category_columns(const struct evaluation *evaluation)
{
    size_t columns = score_columns(evaluation);
    return columns > KEY_LEAST ? columns : KEY_LEAST;
}

/* --- Layout -------------------------------------------------------------------------------- */

size_t scored_vendors(const struct evaluation *evaluation, size_t shown)
{
    size_t scored = (size_t)evaluation->ranked + evaluation->knocked_out;
    return shown < scored ? shown : scored;
}

size_t title_columns(struct page *page, const struct criteria *criteria)
{
    size_t widest = TITLE_LEAST;
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        size_t columns = unicode_width(page_prose(page, category->title));
        if (!category->dropped && columns > widest)
            widest = columns;
    }
    size_t most = page->columns * 2 / 5 < TITLE_MOST ? page->columns * 2 / 5 : TITLE_MOST;
    return widest < most ? widest : most;
}

static size_t longest_id(const struct evaluation *evaluation, size_t vendors)
{
    size_t longest = 0;
    for (size_t i = 0; i < vendors; i++) {
        size_t len = evaluation->answers->vendors[evaluation->order[i]].id.len;
        longest = len > longest ? len : longest;
    }
    return longest;
}

/* Columns, with the space before them, for each of so many vendors behind so many others; 0 when
 * there is no room. */
static size_t columns_behind(const struct page *page, const struct evaluation *evaluation,
                             size_t vendors, size_t before)
{
    if (vendors == 0 || vendors > VENDORS_ACROSS || before >= page->columns)
        return 0;
    size_t least = category_columns(evaluation) + 1;
    size_t wanted = longest_id(evaluation, vendors) + 2;
    size_t room = page->width > 0 ? (page->columns - before) / vendors : least + wanted;
    if (room < least)
        return 0;
    if (wanted < least)
        return least;
    return wanted < room ? wanted : room;
}

/* The same for this table; where the room is little, the weights are left out and the shares say
 * what counts. */
static size_t vendor_columns(struct page *page, const struct evaluation *evaluation, size_t vendors,
                             bool *weights)
{
    size_t before = INDENT + title_columns(page, evaluation->criteria) + SHARE_COLUMNS;
    size_t columns = columns_behind(page, evaluation, vendors, before + WEIGHT_COLUMNS);
    *weights = columns > 0;
    return columns > 0 ? columns : columns_behind(page, evaluation, vendors, before);
}

bool weights_have_room(struct page *page, const struct report *report, size_t shown)
{
    const struct evaluation *evaluation = report->evaluation;
    bool weights;
    return vendor_columns(page, evaluation, scored_vendors(evaluation, shown), &weights) > 0;
}

/* --- The table ----------------------------------------------------------------------------- */

struct weights_table {
    const struct evaluation *evaluation;
    size_t vendors;        /* columns of scores */
    size_t vendor_columns; /* of each */
    size_t key_columns;    /* 0: no keys */
    bool keys_are_numbers;
    bool weights; /* there is room for them */
    struct heads heads;
    size_t title; /* where the titles begin */
    size_t title_columns;
    size_t weight_end;
    size_t share_end;
};

static void vendor_headings(struct page *page, const struct weights_table *table)
{
    const struct evaluation *evaluation = table->evaluation;
    page_to(page, table->share_end);
    for (size_t i = 0; i < table->vendors; i++) {
        const struct result *result = &evaluation->results[evaluation->order[i]];
        page_right(page, result->rank > 0 ? rank_words(page, result) : TEXT("out"),
                   table->share_end + (i + 1) * table->vendor_columns, INK_STRONG);
    }
    page_end(page);
}

static void headings(struct page *page, const struct weights_table *table)
{
    if (table->vendors > 0)
        vendor_headings(page, table);
    page_to(page, table->title);
    page_write(page, TEXT("Category"), INK_FAINT);
    if (table->weights)
        page_right(page, TEXT("Weight"), table->weight_end, INK_FAINT);
    page_right(page, TEXT("Share"), table->share_end, INK_FAINT);
    for (size_t i = 0; i < table->vendors; i++) {
        page_right(page, heads_text(page, &table->heads, i),
                   table->share_end + (i + 1) * table->vendor_columns, INK_FAINT);
    }
    page_end(page);
}

static void row(struct page *page, const struct weights_table *table, size_t position)
{
    const struct evaluation *evaluation = table->evaluation;
    const struct criteria *criteria = evaluation->criteria;
    const struct category *category = &criteria->categories[position];
    double share = evaluation->shares.categories[position];

    page_to(page, INDENT);
    if (table->key_columns > 0)
        page_write(
            page,
            category_key(page, criteria, position, table->key_columns, table->keys_are_numbers),
            INK_FAINT);
    page_to(page, table->title);
    page_cell(page, page_prose(page, category->title), table->title_columns, INK_PLAIN);
    if (table->weights)
        page_right(page, weight_words(page, category->weight.value), table->weight_end, INK_PLAIN);
    page_right(page, share_words(page, share), table->share_end, INK_PLAIN);
    for (size_t i = 0; i < table->vendors; i++) {
        size_t cell = evaluation->order[i] * criteria->category_count + position;
        page_number(page, evaluation->category_scores[cell], criteria->decimals,
                    table->share_end + (i + 1) * table->vendor_columns, INK_PLAIN);
    }
    if (table->vendors == 0 && table->share_end + 2 + BAR_COLUMNS <= page->columns) {
        page_space(page, 2);
        bar_draw(page, share, BAR_COLUMNS, INK_BAR);
    }
    page_end(page);
}

static void vendor_heads(struct page *page, struct weights_table *table)
{
    const struct evaluation *evaluation = table->evaluation;
    struct text *ids = arena_array(&page->scratch, struct text, table->vendors);
    size_t *columns = arena_array(&page->scratch, size_t, table->vendors);
    for (size_t i = 0; i < table->vendors; i++) {
        ids[i] = evaluation->answers->vendors[evaluation->order[i]].id;
        columns[i] = table->vendor_columns - 1;
    }
    table->heads = heads_make(page, ids, columns, table->vendors);
}

void print_weights(struct page *page, const struct report *report, size_t shown,
                   enum category_scores scores)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct criteria *criteria = evaluation->criteria;
    struct weights_table table = {.evaluation = evaluation, .title = INDENT, .weights = true};
    if (scores == SCORES_BY_CATEGORY) {
        table.vendors = scored_vendors(evaluation, shown);
        table.vendor_columns = vendor_columns(page, evaluation, table.vendors, &table.weights);
        vendor_heads(page, &table);
    } else if (scores == SCORES_BY_VENDOR) {
        table.key_columns = category_columns(evaluation);
        table.keys_are_numbers = keys_are_numbers(criteria, table.key_columns);
        table.title += table.key_columns + 2;
    }
    table.title_columns = title_columns(page, criteria);
    table.weight_end = table.title + table.title_columns + (table.weights ? WEIGHT_COLUMNS : 0);
    table.share_end = table.weight_end + SHARE_COLUMNS;

    page_heading(page,
                 table.vendors > 0 ? "What counts, and the scores by category" : "What counts");
    headings(page, &table);
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (!criteria->categories[c].dropped)
            row(page, &table, c);
    }
    heads_legend(page, INDENT, &table.heads);
    if (scores == SCORES_LEFT_OUT && scored_vendors(evaluation, shown) > 0 && !report->cards) {
        page_to(page, INDENT);
        page_flow(page, INDENT,
                  TEXT("The scores by category do not fit this width; --cards shows them."),
                  INK_FAINT);
        page_end(page);
    }
}
