/* Scorecards: a vendor on half a page. Also the headline that explain begins with. */
#include "print.h"

#include <math.h>

#include "bar.h"
#include "shown.h"
#include "wording.h"
#include "shortlist/scorecard.h"

enum {
    INDENT = 2,
    LABEL_COLUMNS = 12, /* "Strongest" and the like */
    NUMBER_COLUMNS = 9, /* a number with the space before it */
    BAR_COLUMNS = 20
};

/* --- Headline ------------------------------------------------------------------------------ */

static void say(struct page *page, struct text words)
{
    if (words.len > 0) {
        page_flow(page, INDENT, TEXT("; "), INK_PLAIN);
        page_flow_marked(page, INDENT, words, INK_PLAIN);
    }
}

static void standing(struct page *page, const struct evaluation *evaluation,
                     const struct card *card)
{
    const struct result *result = card->result;
    struct text score = score_words(page, evaluation, result->total);
    struct text range = range_words(page, evaluation, result);
    struct text verdict = page_prose(page, verdict_of(evaluation, result));

    page_to(page, INDENT);
    if (result->status == STATUS_RANKED)
        page_flow_marked(page, INDENT,
                         text_format(&page->scratch, "Rank %.*s of %lu, score %.*s",
                                     TEXT_ARG(rank_words(page, result)),
                                     (unsigned long)evaluation->ranked, TEXT_ARG(score)),
                         INK_STRONG);
    else if (result->status == STATUS_KNOCKED_OUT)
        page_flow_marked(page, INDENT,
                         text_format(&page->scratch, "%s KNOCKED OUT, score %.*s",
                                     severity_sign(page, SEVERITY_KNOCKOUT), TEXT_ARG(score)),
                         INK_KNOCKOUT);
    else
        page_flow_marked(page, INDENT, TEXT("Not scored: nothing that counts has been answered"),
                         INK_STRONG);
    if (range.len > 0)
        page_flow_marked(page, INDENT, text_format(&page->scratch, ", %.*s", TEXT_ARG(range)),
                         INK_PLAIN);
    if (verdict.len > 0)
        say(page, text_format(&page->scratch, "verdict: %.*s", TEXT_ARG(verdict)));
    say(page, conditional_words(page, evaluation, result));
    say(page, tie_words(page, evaluation, card->vendor));
    say(page, tie_break_words(page, evaluation, card->vendor));
    page_end(page);
}

static void arithmetic(struct page *page, const struct evaluation *evaluation,
                       const struct result *result, double sum)
{
    char before[NUMBER_SIZE];
    char penalty[NUMBER_SIZE];
    char after[NUMBER_SIZE];
    if (isnan(sum) || !(result->penalty > 0))
        return;
    number_fixed(sum, detail_decimals(evaluation), before);
    number_plain(result->penalty, penalty);
    number_fixed(result->unrounded, detail_decimals(evaluation), after);
    page_to(page, INDENT);
    page_flow(page, INDENT,
              text_format(&page->scratch, "Sum %s - penalties %s = %s%s", before, penalty, after,
                          result->penalty > sum ? ", as no score falls below 0" : ""),
              INK_PLAIN);
    page_end(page);
}

static void reasons(struct page *page, const struct card *card)
{
    uint32_t at = 0;
    struct text reason;
    while (next_reason(page, card, &at, &reason)) {
        page_to(page, INDENT);
        page_flow(page, INDENT + 2, TEXT("Reason: "), INK_KNOCKOUT);
        page_flow(page, INDENT + 2, reason, INK_PLAIN);
        page_end(page);
    }
}

void print_headline(struct page *page, const struct evaluation *evaluation, const struct card *card,
                    double sum)
{
    const struct result *result = card->result;
    vendor_write(page, INDENT, evaluation, card->vendor);
    page_end(page);
    standing(page, evaluation, card);
    reasons(page, card);
    arithmetic(page, evaluation, result, sum);
    page_to(page, INDENT);
    page_flow_marked(page, INDENT,
                     text_format(&page->scratch, "%lu of %lu questions answered",
                                 (unsigned long)result->answered, (unsigned long)result->asked),
                     INK_PLAIN);
    if (result->buyer_answered < result->buyer_asked)
        page_flow(
            page, INDENT,
            text_format(&page->scratch, "; %.*s",
                        TEXT_ARG(judgement_words(page, result->buyer_asked - result->buyer_answered,
                                                 result->buyer_asked))),
            INK_PLAIN);
    page_end(page);
}

/* --- Scorecards ---------------------------------------------------------------------------- */

static void categories(struct page *page, const struct evaluation *evaluation,
                       const struct card *card)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t title = title_columns(page, criteria);
    size_t score_end = INDENT + title + NUMBER_COLUMNS;
    size_t share_end = score_end + NUMBER_COLUMNS;
    size_t adds_end = share_end + NUMBER_COLUMNS;

    page_to(page, INDENT);
    page_cell(page, TEXT("Category"), title, INK_FAINT);
    page_right(page, TEXT("Score"), score_end, INK_FAINT);
    page_right(page, TEXT("Share"), share_end, INK_FAINT);
    page_right(page, TEXT("Adds"), adds_end, INK_FAINT);
    page_end(page);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct card_category *category = &card->categories[c];
        if (criteria->categories[c].dropped)
            continue;
        page_to(page, INDENT);
        page_cell(page, page_prose(page, criteria->categories[c].title), title, INK_PLAIN);
        page_number(page, category->score, criteria->decimals, score_end, INK_PLAIN);
        page_right(page, share_words(page, category->share), share_end, INK_PLAIN);
        page_number(page, category->contribution, detail_decimals(evaluation), adds_end, INK_PLAIN);
        if (adds_end + 2 + BAR_COLUMNS <= page->columns) {
            page_space(page, 2);
            bar_draw(page, category->score / 100, BAR_COLUMNS, INK_BAR);
        }
        page_end(page);
    }
}

static void picks(struct page *page, const struct evaluation *evaluation, const struct card *card,
                  const struct scorecard_picks *picked, const char *title, bool lost)
{
    for (size_t i = 0; i < picked->count; i++) {
        uint32_t position = picked->criteria[i];
        const struct card_criterion *criterion = &card->criteria[position];
        char number[NUMBER_SIZE];
        number_fixed(lost ? criterion->lost : criterion->points, detail_decimals(evaluation),
                     number);
        page_to(page, INDENT);
        page_cell(page, i == 0 ? text_from(title) : TEXT(""), LABEL_COLUMNS, INK_STRONG);
        page_right(page, text_format(&page->scratch, "%s%s", lost ? "-" : "", number),
                   INDENT + LABEL_COLUMNS + NUMBER_COLUMNS - 2, INK_STRONG);
        page_space(page, 2);
        criterion_write(page, INDENT + LABEL_COLUMNS + NUMBER_COLUMNS,
                        &evaluation->criteria->criteria[position]);
        if (criterion->state == STATE_OPEN)
            page_flow(page, INDENT + LABEL_COLUMNS + NUMBER_COLUMNS, TEXT(" open"), INK_WARNING);
        page_end(page);
    }
}

void print_cards(struct page *page, const struct report *report, size_t shown)
{
    const struct evaluation *evaluation = report->evaluation;
    page_heading(page, "Scorecards");
    for (size_t i = 0; i < shown; i++) {
        struct card card;
        struct scorecard scorecard;
        card_make(&card, evaluation, evaluation->order[i], &page->scratch);
        scorecard_make(&scorecard, evaluation, &card);
        page_blank(page);
        print_headline(page, evaluation, &card, scorecard.sum);
        categories(page, evaluation, &card);
        picks(page, evaluation, &card, &scorecard.strongest, "Strongest", false);
        picks(page, evaluation, &card, &scorecard.weakest, "Weakest", false);
        picks(page, evaluation, &card, &scorecard.most_lost, "Most lost", true);
        page_forget(page);
    }
}
