/* Where a lead comes from, as tables of a Markdown document. */
#include "lead.h"

#include "lead_terms.h"
#include "markdown_table.h"
#include "wording.h"
#include "shortlist/number.h"

static void amounts(const struct lead *lead, const struct table *table, double a, double b,
                    double difference)
{
    table_number(table, a, lead->decimals, INK_PLAIN);
    table_number(table, b, lead->decimals, INK_PLAIN);
    table_signed(table, difference, lead->decimals, INK_STRONG);
}

void markdown_lead_categories(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct comparison *comparison = lead->comparison;
    struct lead_term terms[LEAD_TERMS];
    size_t term_count = lead_terms(comparison, lead->decimals, terms);
    page_heading(page, lead_categories_heading);
    struct table table = table_begin(page);
    table_head(&table, TEXT("Category"));
    table_number_head(&table, lead->ids[0]);
    table_number_head(&table, lead->ids[1]);
    table_number_head(&table, TEXT("Difference"));
    table_end_heads(&table);
    for (size_t c = 0; c < comparison->category_count; c++) {
        const struct comparison_category *part = &comparison->categories[c];
        struct text title = lead->evaluation->criteria->categories[part->category].title;
        table_text(&table, page_prose(page, title), INK_PLAIN);
        amounts(lead, &table, part->a, part->b, part->difference);
        table_end_row(&table);
    }
    for (size_t t = 0; t < term_count; t++) {
        table_text(&table, text_from(terms[t].what), INK_STRONG);
        amounts(lead, &table, terms[t].a, terms[t].b, terms[t].difference);
        table_end_row(&table);
    }
}

static struct table criteria_heads(const struct lead *lead)
{
    struct page *page = lead->page;
    struct table table = table_begin(page);
    table_head(&table, TEXT("Criterion"));
    for (size_t i = 0; i < 2; i++)
        table_head(&table, lead->ids[i]);
    for (size_t i = 0; i < 2; i++)
        table_number_head(&table, text_format(&page->scratch, "%.*s adds", TEXT_ARG(lead->ids[i])));
    table_number_head(&table, TEXT("Difference"));
    table_end_heads(&table);
    return table;
}

static void criterion_row(const struct lead *lead, const struct table *table,
                          const struct comparison_criterion *part)
{
    const struct card *cards[] = {&lead->comparison->a, &lead->comparison->b};
    table_cell(table);
    criterion_write(lead->page, 0, &lead->evaluation->criteria->criteria[part->criterion]);
    for (size_t i = 0; i < 2; i++) {
        table_cell(table);
        compared_answer_write(lead->page, 0, lead->evaluation, cards[i], part->criterion);
    }
    amounts(lead, table, part->a, part->b, part->difference);
    table_end_row(table);
}

void markdown_lead_criteria(const struct lead *lead)
{
    const struct comparison *comparison = lead->comparison;
    struct table table = {.page = lead->page};
    size_t told = 0;
    page_heading(lead->page, lead_criteria_heading);
    for (size_t c = 0; c < comparison->criterion_count; c++) {
        if (number_round(comparison->criteria[c].difference, lead->decimals) == 0)
            continue;
        if (told++ == 0)
            table = criteria_heads(lead);
        criterion_row(lead, &table, &comparison->criteria[c]);
    }
    print_no_difference(lead->page, comparison->criterion_count - told);
}
