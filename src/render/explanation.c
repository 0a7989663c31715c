/* The page of explain: its columns, and how words are written beside them. */
#include "explanation.h"

#include "wording.h"

enum {
    INDENT = 2,
    NUMBER_GAP = 2,
    WEIGHT_COLUMNS = 6,
    SHARE_COLUMNS = 7, /* "share %" */
    WORDS_LEAST = 30   /* columns that words need beside the numbers; else they go below */
};

static struct explanation_columns columns_make(const struct page *page,
                                               const struct evaluation *evaluation, bool numbers)
{
    struct explanation_columns columns = {.words = INDENT + 2, .none = !numbers};
    if (columns.none)
        return columns;
    size_t number = sizeof "100." - 1 + (size_t)detail_decimals(evaluation);
    columns.points = INDENT + number;
    columns.weight = columns.points + NUMBER_GAP + WEIGHT_COLUMNS;
    columns.share = columns.weight + NUMBER_GAP + SHARE_COLUMNS;
    columns.adds = columns.share + NUMBER_GAP + number;
    columns.lost = columns.adds + NUMBER_GAP + number;
    columns.words = columns.lost + NUMBER_GAP;
    columns.below = columns.words + WORDS_LEAST > page->columns;
    if (columns.below)
        columns.words = INDENT + 2;
    return columns;
}

struct explanation explanation_make(struct page *page, const struct evaluation *evaluation,
                                    const struct card *card)
{
    bool numbers = card->result->status != STATUS_EXCLUDED;
    return (struct explanation){page, evaluation, card, columns_make(page, evaluation, numbers)};
}

void explanation_begin(const struct explanation *explanation)
{
    page_to(explanation->page, explanation->columns.words);
}

void explanation_add(const struct explanation *explanation, struct text words, enum ink ink)
{
    page_flow(explanation->page, explanation->columns.words + 2, words, ink);
}

void explanation_add_marked(const struct explanation *explanation, struct text words, enum ink ink)
{
    page_flow_marked(explanation->page, explanation->columns.words + 2, words, ink);
}

void explanation_line(const struct explanation *explanation, const char *label, struct text text,
                      enum ink ink)
{
    if (text.len == 0)
        return;
    explanation_begin(explanation);
    explanation_add(explanation, text_from(label), INK_FAINT);
    explanation_add(explanation, page_prose(explanation->page, text), ink);
    page_end(explanation->page);
}
