/* What explain shows of a vendor: every criterion with its numbers and what was stated. */
#include "print.h"

#include <math.h>

#include "explanation.h"
#include "wording.h"

enum { INDENT = 2 };

static void headings(const struct explanation *explanation)
{
    const struct explanation_columns *columns = &explanation->columns;
    struct page *page = explanation->page;
    page_right(page, TEXT("points"), columns->points, INK_FAINT);
    page_right(page, TEXT("weight"), columns->weight, INK_FAINT);
    page_right(page, TEXT("share %"), columns->share, INK_FAINT);
    page_right(page, TEXT("adds"), columns->adds, INK_FAINT);
    page_right(page, TEXT("lost"), columns->lost, INK_FAINT);
    page_end(page);
}

struct part_of_total part_of_total(const struct card_criterion *shown)
{
    const double none = (double)NAN;
    if (!(shown->share > 0))
        return (struct part_of_total){none, none, none};
    return (struct part_of_total){shown->share, shown->contribution, shown->lost};
}

static void numbers(const struct explanation *explanation, const struct criterion *criterion,
                    const struct card_criterion *shown)
{
    const struct explanation_columns *columns = &explanation->columns;
    struct page *page = explanation->page;
    int decimals = detail_decimals(explanation->evaluation);
    struct part_of_total of_total = part_of_total(shown);
    page_number(page, shown->points, decimals, columns->points, INK_STRONG);
    page_right(page, weight_words(page, criterion->weight.value), columns->weight, INK_PLAIN);
    page_number(page, of_total.share * 100, 1, columns->share, INK_PLAIN);
    page_number(page, of_total.adds, decimals, columns->adds, INK_PLAIN);
    page_number(page, of_total.lost, decimals, columns->lost, INK_PLAIN);
}

/* --- Criteria and categories --------------------------------------------------------------- */

static void criterion_part(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    size_t question = explanation->columns.none ? INDENT : explanation->columns.words;
    if (criterion->type != TYPE_TEXT && !explanation->columns.none) {
        numbers(explanation, criterion, &explanation->card->criteria[position]);
        if (explanation->columns.below)
            page_end(page);
    }
    page_to(page, question);
    criterion_write(page, question, criterion);
    page_end(page);
    explain_answer(explanation, position);
    explanation_line(explanation, "Why: ", criterion->why, INK_FAINT);
}

static void category_score(const struct explanation *explanation, size_t position)
{
    struct page *page = explanation->page;
    const struct evaluation *evaluation = explanation->evaluation;
    const struct category *category = &evaluation->criteria->categories[position];
    const struct card_category *shown = &explanation->card->categories[position];
    char adds[NUMBER_SIZE];
    char minimum[NUMBER_SIZE];

    number_fixed(shown->contribution, detail_decimals(evaluation), adds);
    page_flow_marked(page, INDENT,
                     text_format(&page->scratch,
                                 ": score %.*s, weight %.*s, %.*s of the total, adds %s",
                                 TEXT_ARG(score_words(page, evaluation, shown->score)),
                                 TEXT_ARG(weight_words(page, category->weight.value)),
                                 TEXT_ARG(share_words(page, shown->share)), adds),
                     INK_PLAIN);
    if (category->minimum.place.line > 0) {
        number_plain(category->minimum.value, minimum);
        page_flow(page, INDENT, text_format(&page->scratch, ", minimum %s", minimum), INK_PLAIN);
    }
}

void explain_category(const struct explanation *explanation, size_t position)
{
    struct page *page = explanation->page;
    const struct category *category = &explanation->evaluation->criteria->categories[position];
    page_flow_marked(page, INDENT, page_prose(page, category->title), INK_STRONG);
    if (!explanation->columns.none)
        category_score(explanation, position);
    page_end(page);
}

void print_criteria(const struct explanation *explanation)
{
    const struct criteria *criteria = explanation->evaluation->criteria;
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->dropped)
            continue;
        page_begin_heading(explanation->page, 3);
        explain_category(explanation, c);
        if (!explanation->columns.none)
            headings(explanation);
        for (size_t i = category->first; i < category->first + category->count; i++) {
            if (!criteria->criteria[i].dropped)
                criterion_part(explanation, (uint32_t)i);
        }
    }
}

void explain_unresolved(const struct explanation *explanation)
{
    if (explanation->card->result->unresolved_count > 0) {
        page_heading(explanation->page, "Rules that could not be judged yet");
        print_unresolved(explanation->page, INDENT, explanation->evaluation, explanation->card);
    }
}
