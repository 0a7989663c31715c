/* Scorecards and explanations, as tables of a Markdown document. */
#include "markdown_parts.h"

#include "markdown_table.h"
#include "wording.h"
#include "shortlist/scorecard.h"

/* --- Scorecards ----------------------------------------------------------------------------- */

void markdown_card_categories(struct page *page, const struct evaluation *evaluation,
                              const struct card *card)
{
    const struct criteria *criteria = evaluation->criteria;
    struct table table = table_begin(page);
    table_head(&table, TEXT("Category"));
    table_number_head(&table, TEXT("Score"));
    table_number_head(&table, TEXT("Share"));
    table_number_head(&table, TEXT("Adds"));
    table_end_heads(&table);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct card_category *category = &card->categories[c];
        if (criteria->categories[c].dropped)
            continue;
        table_text(&table, page_prose(page, criteria->categories[c].title), INK_PLAIN);
        table_number(&table, category->score, criteria->decimals, INK_PLAIN);
        table_text(&table, share_words(page, category->share), INK_PLAIN);
        table_number(&table, category->contribution, detail_decimals(evaluation), INK_PLAIN);
        table_end_row(&table);
    }
}

static void picks(const struct table *table, const struct evaluation *evaluation,
                  const struct card *card, const struct scorecard_picks *picked, const char *title,
                  bool lost)
{
    struct page *page = table->page;
    for (size_t i = 0; i < picked->count; i++) {
        const struct card_criterion *shown = &card->criteria[picked->criteria[i]];
        double number = lost ? -shown->lost : shown->points;
        table_text(table, i == 0 ? text_from(title) : TEXT(""), INK_STRONG);
        table_number(table, number, detail_decimals(evaluation), INK_PLAIN);
        table_cell(table);
        criterion_write(page, 0, &evaluation->criteria->criteria[picked->criteria[i]]);
        if (shown->state == STATE_OPEN)
            page_write(page, TEXT(" open"), INK_WARNING);
        table_end_row(table);
    }
}

void markdown_card_picks(struct page *page, const struct evaluation *evaluation,
                         const struct card *card, const struct scorecard *scorecard)
{
    if (scorecard->strongest.count + scorecard->weakest.count + scorecard->most_lost.count == 0)
        return;
    struct table table = table_begin(page);
    table_head(&table, TEXT(""));
    table_number_head(&table, TEXT("Points"));
    table_head(&table, TEXT("Criterion"));
    table_end_heads(&table);
    picks(&table, evaluation, card, &scorecard->strongest, "Strongest", false);
    picks(&table, evaluation, card, &scorecard->weakest, "Weakest", false);
    picks(&table, evaluation, card, &scorecard->most_lost, "Most lost of the total", true);
}

void markdown_card_decision(struct page *page, const struct evaluation *evaluation,
                            const struct decision *decision, bool first)
{
    (void)first; /* an entry of a list each, with its label */
    page_label(page, TEXT("Decided"), 0);
    decision_write(page, 0, evaluation, decision);
    page_end(page);
}

/* --- Explanations --------------------------------------------------------------------------- */

static struct table criteria_heads(const struct explanation *explanation)
{
    struct table table = table_begin(explanation->page);
    table_head(&table, TEXT("Criterion"));
    table_head(&table, TEXT("Answer"));
    if (!explanation->columns.none) {
        table_number_head(&table, TEXT("Points"));
        table_number_head(&table, TEXT("Weight"));
        table_number_head(&table, TEXT("Share %"));
        table_number_head(&table, TEXT("Adds"));
        table_number_head(&table, TEXT("Lost"));
    }
    table_end_heads(&table);
    return table;
}

static void numbers(const struct explanation *explanation, const struct table *table,
                    uint32_t position)
{
    const struct card_criterion *shown = &explanation->card->criteria[position];
    double weight = explanation->evaluation->criteria->criteria[position].weight.value;
    struct part_of_total of_total = part_of_total(shown);
    int decimals = detail_decimals(explanation->evaluation);
    table_number(table, shown->points, decimals, INK_STRONG);
    table_text(table, weight_words(explanation->page, weight), INK_PLAIN);
    table_number(table, of_total.share * 100, 1, INK_PLAIN);
    table_number(table, of_total.adds, decimals, INK_PLAIN);
    table_number(table, of_total.lost, decimals, INK_PLAIN);
}

static void criterion_row(const struct explanation *explanation, const struct table *table,
                          uint32_t position)
{
    struct page *page = explanation->page;
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    table_cell(table);
    criterion_write(page, 0, criterion);
    page_end(page);
    explanation_line(explanation, "Why: ", criterion->why, INK_FAINT);
    table_cell(table);
    explain_answer(explanation, position);
    if (criterion->type != TYPE_TEXT && !explanation->columns.none) {
        numbers(explanation, table, position);
    } else {
        for (int empty = explanation->columns.none ? 0 : 5; empty > 0; empty--)
            table_cell(table);
    }
    table_end_row(table);
}

void markdown_criteria(const struct explanation *explanation)
{
    const struct criteria *criteria = explanation->evaluation->criteria;
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->dropped)
            continue;
        page_begin_heading(explanation->page, 3);
        explain_category(explanation, c);
        struct table table = criteria_heads(explanation);
        for (size_t i = category->first; i < category->first + category->count; i++) {
            if (!criteria->criteria[i].dropped)
                criterion_row(explanation, &table, (uint32_t)i);
        }
    }
}
