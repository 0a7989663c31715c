/* The report of explain: one vendor in full, every criterion with its numbers and what was stated.
 */
#include "print.h"

#include <math.h>

#include "form_words.h"
#include "wording.h"
#include "shortlist/date.h"
#include "shortlist/scorecard.h"

enum {
    INDENT = 2,
    NUMBER_GAP = 2,
    WEIGHT_COLUMNS = 6,
    SHARE_COLUMNS = 7, /* "share %" */
    WORDS_LEAST = 30   /* columns that words need beside the numbers; else they go below */
};

/* Where the columns of numbers end, and where words begin. */
struct columns {
    size_t points, weight, share, adds, lost;
    size_t words;
    bool below; /* words do not fit beside the numbers */
};

static struct columns columns_make(const struct page *page, const struct evaluation *evaluation)
{
    struct columns columns;
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

/* What stands on one page of explain. */
struct explanation {
    struct page *page;
    const struct evaluation *evaluation;
    const struct card *card;
    struct columns columns;
};

static void begin_words(const struct explanation *explanation)
{
    page_to(explanation->page, explanation->columns.words);
}

static void add_words(const struct explanation *explanation, struct text words, enum ink ink)
{
    page_flow(explanation->page, explanation->columns.words + 2, words, ink);
}

static void stated_line(const struct explanation *explanation, const char *label, struct text text,
                        enum ink ink)
{
    if (text.len == 0)
        return;
    begin_words(explanation);
    add_words(explanation, text_from(label), INK_FAINT);
    add_words(explanation, page_prose(explanation->page, text), ink);
    page_end(explanation->page);
}

static void headings(const struct explanation *explanation)
{
    const struct columns *columns = &explanation->columns;
    struct page *page = explanation->page;
    page_right(page, TEXT("points"), columns->points, INK_FAINT);
    page_right(page, TEXT("weight"), columns->weight, INK_FAINT);
    page_right(page, TEXT("share %"), columns->share, INK_FAINT);
    page_right(page, TEXT("adds"), columns->adds, INK_FAINT);
    page_right(page, TEXT("lost"), columns->lost, INK_FAINT);
    page_end(page);
}

static void numbers(const struct explanation *explanation, const struct criterion *criterion,
                    const struct card_criterion *shown)
{
    const struct columns *columns = &explanation->columns;
    struct page *page = explanation->page;
    int decimals = detail_decimals(explanation->evaluation);
    bool counts = shown->share > 0;
    double none = (double)NAN;
    page_number(page, shown->points, decimals, columns->points, INK_STRONG);
    page_right(page, weight_words(page, criterion->weight.value), columns->weight, INK_PLAIN);
    page_number(page, counts ? shown->share * 100 : none, 1, columns->share, INK_PLAIN);
    page_number(page, counts ? shown->contribution : none, decimals, columns->adds, INK_PLAIN);
    page_number(page, counts ? shown->lost : none, decimals, columns->lost, INK_PLAIN);
}

/* --- What was answered --------------------------------------------------------------------- */

static void answer(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &explanation->card->criteria[position];
    struct text words =
        answer_words(page, explanation->evaluation, explanation->card->vendor, position);
    add_words(explanation, criterion->by == BY_NOBODY ? TEXT("Computed: ") : TEXT("Answer: "),
              INK_FAINT);
    bool remarked = shown->state == STATE_OPEN || !(criterion->weight.value > 0);
    if (criterion->type == TYPE_TEXT || !remarked) {
        add_words(explanation, words, INK_STRONG);
        return;
    }
    page_flow_marked(page, explanation->columns.words + 2, words, INK_STRONG);
    if (shown->state == STATE_OPEN)
        add_words(explanation, TEXT("; no points, as its formula has no value"), INK_WARNING);
    else
        add_words(explanation, TEXT("; for information, not counted"), INK_PLAIN);
}

/* Whether anything may still be answered, so that a value may come of it. */
static bool anything_open(const struct explanation *explanation)
{
    const struct criteria *criteria = explanation->evaluation->criteria;
    const struct column *columns = explanation->evaluation->answers->columns;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        enum answer_state state = mark_state(columns[c].marks[explanation->card->vendor]);
        if (!criterion->dropped && criterion->by != BY_NOBODY && state != STATE_ANSWERED)
            return true;
    }
    return false;
}

/* A computed criterion without a value. */
static struct text not_computed(const struct explanation *explanation, enum answer_state state)
{
    if (state == STATE_NA)
        return TEXT("Not computed, left out");
    return anything_open(explanation) ? TEXT("Open: waits for the answers it is computed from")
                                      : TEXT("Open: its computation has no value");
}

/* Why there is no answer, and what that does. */
static struct text silence(const struct explanation *explanation, uint32_t position)
{
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    const struct column *column = &explanation->evaluation->answers->columns[position];
    const struct card_criterion *shown = &explanation->card->criteria[position];
    if (criterion->type == TYPE_TEXT)
        return TEXT("No answer");
    if (mark_state(column->marks[explanation->card->vendor]) == STATE_NA)
        return shown->state == STATE_NA ? TEXT("The vendor says this does not apply: left out")
                                        : TEXT("The vendor says this does not apply: open until "
                                               "we accept that");
    if (criterion->by == BY_NOBODY)
        return not_computed(explanation, shown->state);
    if (criterion->by == BY_BUYER)
        return shown->counts ? TEXT("Open, ours to judge: counts 0 until then")
                             : TEXT("Open, ours to judge: not counted until then");
    return shown->counts ? TEXT("Open: counts 0 until answered")
                         : TEXT("Open: not counted until answered");
}

static void no_answer(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct card_criterion *shown = &explanation->card->criteria[position];
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    add_words(explanation, silence(explanation, position),
              shown->state == STATE_OPEN ? INK_WARNING : INK_PLAIN);
    if (shown->state != STATE_OPEN || isnan(shown->low) || isnan(shown->high))
        return;
    number_plain(shown->low, low);
    number_plain(shown->high, high);
    add_words(explanation, text_format(&page->scratch, " (%s to %s possible)", low, high),
              INK_PLAIN);
}

/* How the points came about. */
static void scored(const struct explanation *explanation, uint32_t position)
{
    const struct evaluation *evaluation = explanation->evaluation;
    struct page *page = explanation->page;
    if (explanation->card->criteria[position].state == STATE_NA)
        return;
    stated_line(explanation, "Scored: ",
                form_words(&page->scratch, evaluation->criteria, position, &evaluation->cohort),
                INK_PLAIN);
}

/* --- What was stated about the answer ------------------------------------------------------ */

static void evidence(const struct explanation *explanation, const struct criterion *criterion,
                     const struct card_criterion *shown)
{
    struct page *page = explanation->page;
    bool stated = shown->evidence != EVIDENCE_UNSTATED;
    if (!shown->has_answer || !(stated || (criterion->proof && shown->raw_points > 0)))
        return;
    begin_words(explanation);
    add_words(explanation, TEXT("Evidence: "), INK_FAINT);
    page_flow_marked(page, explanation->columns.words + 2,
                     stated ? text_from(evidence_words[shown->evidence])
                            : TEXT("none, so as claimed"),
                     INK_PLAIN);
    if (shown->expired)
        page_flow_marked(page, explanation->columns.words + 2, TEXT(", EXPIRED"), INK_CRITICAL);
    if (criterion->proof && shown->raw_points > 0 && !isnan(shown->points)) {
        char factor[NUMBER_SIZE];
        char raw[NUMBER_SIZE];
        number_plain(shown->factor, factor);
        number_fixed(shown->raw_points, detail_decimals(explanation->evaluation), raw);
        add_words(explanation,
                  text_format(&page->scratch, ", keeps %s of its %s points", factor, raw),
                  INK_PLAIN);
    }
    page_end(page);
}

static void statement(const struct explanation *explanation, const struct statement *statement)
{
    char date[DATE_SIZE];
    if (statement == NULL)
        return;
    if (statement->has_expires) {
        date_print(statement->expires, date);
        stated_line(explanation, "Expires: ", text_from(date), INK_PLAIN);
    }
    stated_line(explanation, "Source: ", statement->source, INK_PLAIN);
    stated_line(explanation, "Note: ", statement->note, INK_PLAIN);
}

/* --- Criteria and categories --------------------------------------------------------------- */

static void criterion_part(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &explanation->card->criteria[position];
    if (criterion->type != TYPE_TEXT) {
        numbers(explanation, criterion, shown);
        if (explanation->columns.below)
            page_end(page);
    }
    begin_words(explanation);
    criterion_write(page, explanation->columns.words, criterion);
    page_end(page);
    begin_words(explanation);
    if (shown->has_answer)
        answer(explanation, position);
    else
        no_answer(explanation, position);
    page_end(page);
    scored(explanation, position);
    evidence(explanation, criterion, shown);
    statement(explanation, shown->statement);
    stated_line(explanation, "Why: ", criterion->why, INK_FAINT);
}

static void category_heading(const struct explanation *explanation, size_t position)
{
    struct page *page = explanation->page;
    const struct evaluation *evaluation = explanation->evaluation;
    const struct category *category = &evaluation->criteria->categories[position];
    const struct card_category *shown = &explanation->card->categories[position];
    char adds[NUMBER_SIZE];
    char minimum[NUMBER_SIZE];

    number_fixed(shown->contribution, detail_decimals(evaluation), adds);
    page_blank(page);
    page_flow_marked(page, INDENT, page_prose(page, category->title), INK_STRONG);
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
    page_end(page);
}

static void all_criteria(const struct explanation *explanation)
{
    const struct criteria *criteria = explanation->evaluation->criteria;
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->dropped)
            continue;
        category_heading(explanation, c);
        headings(explanation);
        for (size_t i = category->first; i < category->first + category->count; i++) {
            if (!criteria->criteria[i].dropped)
                criterion_part(explanation, (uint32_t)i);
        }
    }
}

static void unresolved(const struct explanation *explanation)
{
    if (explanation->card->result->unresolved_count > 0) {
        page_heading(explanation->page, "Rules that could not be judged yet");
        print_unresolved(explanation->page, INDENT, explanation->evaluation, explanation->card);
    }
}

void print_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    struct page page;
    struct card card;
    struct scorecard scorecard;

    page_open(&page, sink, report->width, report->color, report->ascii);
    card_make(&card, report->evaluation, vendor, &page.scratch);
    scorecard_make(&scorecard, report->evaluation, &card);
    struct explanation explanation = {.page = &page,
                                      .evaluation = report->evaluation,
                                      .card = &card,
                                      .columns = columns_make(&page, report->evaluation)};
    print_title(&page, report);
    page_blank(&page);
    print_headline(&page, report->evaluation, &card, scorecard.sum);
    all_criteria(&explanation);
    print_flags_of_card(&page, &card);
    unresolved(&explanation);
    print_closing(&page, report,
                  &(struct closing){.vendors = &vendor, .vendor_count = 1, .parts = true});
    page_close(&page);
}
