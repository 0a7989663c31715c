/* The ranking and what counts, as tables of a Markdown document. */
#include "markdown_parts.h"

#include "markdown_table.h"
#include "shown.h"
#include "unranked.h"
#include "wording.h"

/* --- The ranking ---------------------------------------------------------------------------- */

/* What the tables of the ranked and of the knocked out are made from. */
struct ranking {
    struct page *page;
    const struct evaluation *evaluation;
    bool categories; /* a column a category */
};

static void category_heads(const struct ranking *ranking, struct table *table)
{
    const struct criteria *criteria = ranking->evaluation->criteria;
    for (size_t c = 0; ranking->categories && c < criteria->category_count; c++) {
        if (!criteria->categories[c].dropped)
            table_number_head(table, criteria->categories[c].id.text);
    }
}

static void category_cells(const struct ranking *ranking, const struct table *table,
                           uint32_t vendor)
{
    const struct criteria *criteria = ranking->evaluation->criteria;
    const double *scores = &ranking->evaluation->category_scores[vendor * criteria->category_count];
    for (size_t c = 0; ranking->categories && c < criteria->category_count; c++) {
        if (!criteria->categories[c].dropped)
            table_number(table, scores[c], criteria->decimals, INK_PLAIN);
    }
}

static bool has_verdicts(const struct ranking *ranking)
{
    return ranking->evaluation->criteria->bands.count > 0;
}

static struct table ranked_heads(const struct ranking *ranking)
{
    struct table table = table_begin(ranking->page);
    table_number_head(&table, TEXT("Rank"));
    table_head(&table, TEXT("Vendor"));
    if (has_verdicts(ranking))
        table_head(&table, TEXT("Verdict"));
    table_number_head(&table, TEXT("Score"));
    category_heads(ranking, &table);
    table_head(&table, TEXT("Remarks"));
    table_end_heads(&table);
    return table;
}

static void ranked_row(const struct ranking *ranking, const struct table *table,
                       const struct card *card)
{
    struct page *page = ranking->page;
    const struct evaluation *evaluation = ranking->evaluation;
    table_text(table, rank_words(page, card->result), INK_PLAIN);
    table_cell(table);
    vendor_write(page, 0, evaluation, card->vendor);
    if (has_verdicts(ranking))
        table_text(table, page_prose(page, verdict_of(evaluation, card->result)), INK_PLAIN);
    table_text(table, score_words(page, evaluation, card->result->total), INK_STRONG);
    category_cells(ranking, table, card->vendor);
    table_text(table, remark_words(page, evaluation, card), INK_PLAIN);
    table_end_row(table);
}

static struct table knocked_out_heads(const struct ranking *ranking)
{
    struct table table = table_begin(ranking->page);
    table_head(&table, TEXT("Vendor"));
    table_number_head(&table, TEXT("Score"));
    category_heads(ranking, &table);
    table_head(&table, TEXT("Reason"));
    table_head(&table, TEXT("Remarks"));
    table_end_heads(&table);
    return table;
}

static void knocked_out_row(const struct ranking *ranking, const struct table *table,
                            const struct card *card)
{
    struct page *page = ranking->page;
    uint32_t at = 0;
    struct text reason;
    table_cell(table);
    vendor_write(page, 0, ranking->evaluation, card->vendor);
    table_text(table, score_words(page, ranking->evaluation, card->result->total), INK_PLAIN);
    category_cells(ranking, table, card->vendor);
    table_cell(table);
    while (next_reason(page, card, &at, &reason)) {
        page_write(page, reason, INK_PLAIN);
        page_end(page);
    }
    table_text(table, remark_words(page, ranking->evaluation, card), INK_PLAIN);
    table_end_row(table);
}

static void unranked_line(const struct ranking *ranking, const struct card *card)
{
    if (card->result->status == STATUS_EXCLUDED)
        print_excluded(ranking->page, ranking->evaluation, card->vendor);
    else
        print_unscored(ranking->page, ranking->evaluation, card->vendor);
}

/* Those that share the status of the first; returns how many they are. */
static size_t part(const struct ranking *ranking, const struct card *cards, size_t count)
{
    struct page *page = ranking->page;
    enum vendor_status status = (enum vendor_status)cards->result->status;
    bool ranked = status == STATUS_RANKED;
    bool tabular = ranked || status == STATUS_KNOCKED_OUT;
    struct table table = {.page = page};
    size_t done = 0;

    page_heading(page, status_title(cards->result));
    if (tabular)
        table = ranked ? ranked_heads(ranking) : knocked_out_heads(ranking);
    for (; done < count && cards[done].result->status == cards->result->status; done++) {
        if (ranked)
            ranked_row(ranking, &table, &cards[done]);
        else if (tabular)
            knocked_out_row(ranking, &table, &cards[done]);
        else
            unranked_line(ranking, &cards[done]);
        page_forget(page);
    }
    return done;
}

void markdown_ranking(struct page *page, const struct report *report,
                      const struct findings *findings, enum category_scores scores)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct ranking ranking = {page, evaluation, scores == SCORES_BY_VENDOR};
    for (size_t i = 0, count; i < findings->count; i += count) {
        count = part(&ranking, &findings->cards[i], findings->count - i);
        if (i == 0 && evaluation->ranked > 0)
            print_overlap(page, evaluation, findings->count);
    }
    if (report->top > 0)
        print_rest(page, report, findings->count);
    else
        print_unread(page, evaluation->answers);
}

/* --- What counts ---------------------------------------------------------------------------- */

static void weights_heads(struct table *table, const struct evaluation *evaluation, size_t vendors)
{
    struct page *page = table->page;
    table_head(table, TEXT("Category"));
    table_number_head(table, TEXT("Weight"));
    table_number_head(table, TEXT("Share"));
    for (size_t i = 0; i < vendors; i++) {
        const struct result *result = &evaluation->results[evaluation->order[i]];
        struct text id = evaluation->answers->vendors[evaluation->order[i]].id;
        struct text rank = result->rank > 0 ? rank_words(page, result) : TEXT("out");
        table_number_head(table, text_format(&page->scratch, "%.*s (%.*s)",
                                             TEXT_ARG(page_visible(page, id)), TEXT_ARG(rank)));
    }
    table_end_heads(table);
}

/* With its id where that is the head of a column of the ranking. */
static void category_name(struct page *page, const struct category *category, bool with_id)
{
    page_write(page, page_prose(page, category->title), INK_PLAIN);
    if (with_id)
        page_write(page, text_format(&page->scratch, " (%.*s)", TEXT_ARG(category->id.text)),
                   INK_FAINT);
}

void markdown_weights(struct page *page, const struct report *report, size_t shown,
                      enum category_scores scores)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct criteria *criteria = evaluation->criteria;
    size_t vendors = scores == SCORES_BY_CATEGORY ? scored_vendors(evaluation, shown) : 0;
    page_heading(page, vendors > 0 ? "What counts, and the scores by category" : "What counts");
    struct table table = table_begin(page);
    weights_heads(&table, evaluation, vendors);
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (criteria->categories[c].dropped)
            continue;
        table_cell(&table);
        category_name(page, &criteria->categories[c], scores == SCORES_BY_VENDOR);
        table_text(&table, weight_words(page, criteria->categories[c].weight.value), INK_PLAIN);
        table_text(&table, share_words(page, evaluation->shares.categories[c]), INK_PLAIN);
        for (size_t i = 0; i < vendors; i++) {
            size_t cell = evaluation->order[i] * criteria->category_count + c;
            table_number(&table, evaluation->category_scores[cell], criteria->decimals, INK_PLAIN);
        }
        table_end_row(&table);
        page_forget(page);
    }
}
