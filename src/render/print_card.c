/* What scorecards show of a vendor, on half a page. Also the headline that explain begins with. */
#include "print.h"

#include <math.h>

#include "bar.h"
#include "decision_words.h"
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
    say(page, ranked_by_waiver_words(page, card));
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

static void excluded(struct page *page, const struct evaluation *evaluation,
                     const struct card *card)
{
    const struct decision *exclusion = evaluation_exclusion(evaluation, card->vendor);
    page_to(page, INDENT);
    page_flow(page, INDENT + 2,
              text_format(&page->scratch, "%s EXCLUDED: ", severity_sign(page, SEVERITY_KNOCKOUT)),
              INK_KNOCKOUT);
    page_flow(page, INDENT + 2, reason_words(page, exclusion, true), INK_PLAIN);
    page_end(page);
}

/* "Bruno scenario_test, tone": who has still to judge one vendor, and by what. */
static struct text work_words(struct page *page, const struct evaluation *evaluation,
                              const struct work *work)
{
    uint32_t *criteria = arena_array(&page->scratch, uint32_t, work->open_count);
    for (size_t i = 0; i < work->open_count; i++)
        criteria[i] = work->open[i].criterion;
    struct text name = work->rater == NOWHERE
                           ? TEXT("for anyone")
                           : page_prose(page, evaluation->ratings->raters[work->rater].name);
    return text_format(
        &page->scratch, "%.*s %.*s", TEXT_ARG(name),
        TEXT_ARG(criteria_words(page, evaluation->criteria, criteria, work->open_count)));
}

/* "2 of 7 judgements are open: Bruno scenario_test, tone", of one vendor; empty when none is. */
static struct text open_judgements(struct page *page, const struct evaluation *evaluation,
                                   const struct judgements *judgements, uint32_t vendor)
{
    const struct result *result = &evaluation->results[vendor];
    struct evaluators evaluators = {.expected = result->buyer_asked,
                                    .open = result->buyer_asked - result->buyer_answered};
    struct text_buffer words = {.arena = &page->scratch};
    size_t told = 0;
    if (has_raters(evaluation))
        evaluators_of(&evaluators, judgements, &vendor, 1, &page->scratch);
    if (evaluators.open == 0)
        return TEXT("");
    buffer_add(&words, judgement_words(page, evaluators.open, evaluators.expected));
    for (size_t w = 0; w < evaluators.count; w++) {
        const struct work *work = &evaluators.work[w];
        if (work->open_count > 0 && told++ < most_named(page))
            buffer_format(&words, "%s%.*s", told == 1 ? ": " : "; ",
                          TEXT_ARG(work_words(page, evaluation, work)));
    }
    if (told > most_named(page))
        buffer_format(&words, "; and %zu more", told - most_named(page));
    return buffer_text(&words);
}

static void answered(struct page *page, const struct evaluation *evaluation,
                     const struct judgements *judgements, const struct card *card)
{
    const struct result *result = card->result;
    struct text open = open_judgements(page, evaluation, judgements, card->vendor);
    page_to(page, INDENT);
    page_flow_marked(page, INDENT,
                     text_format(&page->scratch, "%lu of %lu questions answered",
                                 (unsigned long)result->answered, (unsigned long)result->asked),
                     INK_PLAIN);
    if (open.len > 0)
        page_flow(page, INDENT, text_format(&page->scratch, "; %.*s", TEXT_ARG(open)), INK_PLAIN);
    page_end(page);
}

void print_headline(struct page *page, const struct evaluation *evaluation,
                    const struct judgements *judgements, const struct card *card, double sum)
{
    vendor_write(page, INDENT, evaluation, card->vendor);
    page_end(page);
    if (card->result->status == STATUS_EXCLUDED) {
        excluded(page, evaluation, card);
    } else {
        standing(page, evaluation, card);
        reasons(page, card);
        arithmetic(page, evaluation, card->result, sum);
    }
    answered(page, evaluation, judgements, card);
}

/* --- Scorecards ---------------------------------------------------------------------------- */

void print_card_categories(struct page *page, const struct evaluation *evaluation,
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

void print_card_picks(struct page *page, const struct evaluation *evaluation,
                      const struct card *card, const struct scorecard *scorecard)
{
    picks(page, evaluation, card, &scorecard->strongest, "Strongest", false);
    picks(page, evaluation, card, &scorecard->weakest, "Weakest", false);
    picks(page, evaluation, card, &scorecard->most_lost, "Most lost", true);
}

void print_card_decision(struct page *page, const struct evaluation *evaluation,
                         const struct decision *decision, bool first)
{
    page_to(page, INDENT);
    page_cell(page, first ? TEXT("Decided") : TEXT(""), LABEL_COLUMNS, INK_STRONG);
    decision_write(page, INDENT + LABEL_COLUMNS + 2, evaluation, decision);
    page_end(page);
}
