/* The report of compare: where one vendor's lead over another comes from, down to the answers. */
#include <math.h>

#include "bar.h"
#include "shortlist/unicode.h"
#include "print.h"
#include "wording.h"

enum {
    INDENT = 2,
    NUMBER_GAP = 2,
    HEADING_LEAST = 6, /* columns of a vendor's id above its numbers */
    HEADING_MOST = 16, /* on a terminal */
    BAR_COLUMNS = 8,   /* of each half of a bar */
    BAR_LEAST_PAGE = 76,
    WORDS_LEAST = 30
};

/* What stands on one page of compare. */
struct lead {
    struct page *page;
    const struct evaluation *evaluation;
    const struct comparison *comparison;
    int decimals;
    size_t a_end, b_end, difference_end; /* where the columns of numbers end */
    size_t bar;                          /* where bars begin; 0: none */
    size_t words;                        /* of categories */
    size_t criterion_words;
    bool below; /* the words of a criterion go below its numbers */
};

static struct text vendor_id(const struct lead *lead, const struct card *card)
{
    return lead->evaluation->answers->vendors[card->vendor].id;
}

static size_t vendor_columns(const struct lead *lead, const struct card *card)
{
    size_t number = sizeof "100." - 1 + (size_t)lead->decimals;
    size_t least = number > HEADING_LEAST ? number : HEADING_LEAST;
    size_t id = vendor_id(lead, card).len;
    size_t most = lead->page->width > 0 ? HEADING_MOST : ID_LIMIT;
    return id < least ? least : id > most ? most : id;
}

static void lay_out(struct lead *lead)
{
    static const char heading[] = "difference";
    lead->a_end = INDENT + vendor_columns(lead, &lead->comparison->a);
    lead->b_end = lead->a_end + NUMBER_GAP + vendor_columns(lead, &lead->comparison->b);
    lead->difference_end = lead->b_end + NUMBER_GAP + sizeof heading - 1;
    lead->words = lead->difference_end + NUMBER_GAP;
    lead->criterion_words = lead->words;
    if (lead->page->columns >= BAR_LEAST_PAGE) {
        lead->bar = lead->words;
        lead->words += 2 * BAR_COLUMNS + 1 + NUMBER_GAP;
    }
    lead->below = lead->criterion_words + WORDS_LEAST > lead->page->columns;
    if (lead->below)
        lead->criterion_words = INDENT + 2;
}

/* --- Who leads ----------------------------------------------------------------------------- */

static struct text name(const struct lead *lead, const struct card *card)
{
    return vendor_words(lead->page, lead->evaluation, card->vendor);
}

static void level(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct card *a = &lead->comparison->a;
    const struct card *b = &lead->comparison->b;
    struct text score = score_words(page, lead->evaluation, a->result->total);
    page_flow(page, INDENT, name(lead, a), INK_STRONG);
    page_flow(page, INDENT, TEXT(" and "), INK_PLAIN);
    page_flow(page, INDENT, name(lead, b), INK_STRONG);
    page_flow(page, INDENT, text_format(&page->scratch, " are level at %.*s", TEXT_ARG(score)),
              INK_PLAIN);
    if (a->result->rank > 0 && b->result->rank > 0 && a->result->rank != b->result->rank) {
        page_flow(page, INDENT, TEXT("; the tie-break puts "), INK_PLAIN);
        page_flow(page, INDENT, name(lead, a->result->rank < b->result->rank ? a : b), INK_STRONG);
        page_flow(page, INDENT, TEXT(" in front"), INK_PLAIN);
    }
    page_end(page);
}

static void leader(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct comparison *comparison = lead->comparison;
    bool b_leads = comparison->difference < 0;
    const struct card *ahead = b_leads ? &comparison->b : &comparison->a;
    const struct card *behind = b_leads ? &comparison->a : &comparison->b;
    struct text by = score_words(page, lead->evaluation, fabs(comparison->difference));
    struct text high = score_words(page, lead->evaluation, ahead->result->total);
    struct text low = score_words(page, lead->evaluation, behind->result->total);

    page_flow(page, INDENT, name(lead, ahead), INK_STRONG);
    page_flow(page, INDENT, TEXT(" leads "), INK_PLAIN);
    page_flow(page, INDENT, name(lead, behind), INK_STRONG);
    page_flow(page, INDENT,
              text_format(&page->scratch, " by %.*s: %.*s to %.*s", TEXT_ARG(by), TEXT_ARG(high),
                          TEXT_ARG(low)),
              INK_PLAIN);
    page_end(page);
}

static void not_comparable(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct card *cards[] = {&lead->comparison->a, &lead->comparison->b};
    page_flow(page, INDENT, name(lead, cards[0]), INK_STRONG);
    page_flow(page, INDENT, TEXT(" and "), INK_PLAIN);
    page_flow(page, INDENT, name(lead, cards[1]), INK_STRONG);
    page_flow(page, INDENT, TEXT(" cannot be compared."), INK_PLAIN);
    page_end(page);
    for (size_t i = 0; i < 2; i++) {
        if (!isnan(cards[i]->result->total))
            continue;
        page_to(page, INDENT);
        page_flow(page, INDENT, name(lead, cards[i]), INK_STRONG);
        page_flow(page, INDENT, TEXT(" has no score: nothing that counts has been answered."),
                  INK_PLAIN);
        page_end(page);
    }
}

/* What the numbers below do not say of a vendor. */
static void caveats(const struct lead *lead, const struct card *card)
{
    struct page *page = lead->page;
    struct text range = range_words(page, lead->evaluation, card->result);
    struct text conditional = conditional_words(page, lead->evaluation, card->result);
    const char *separator = ": ";
    bool knocked_out = card->result->status == STATUS_KNOCKED_OUT;
    if (range.len == 0 && conditional.len == 0 && !knocked_out)
        return;
    page_to(page, INDENT);
    page_flow(page, INDENT + 2, name(lead, card), INK_STRONG);
    if (knocked_out) {
        page_flow(page, INDENT + 2, TEXT(" is "), INK_PLAIN);
        page_flow(page, INDENT + 2, TEXT("KNOCKED OUT"), INK_KNOCKOUT);
        for (uint32_t f = 0; f < card->result->flag_count; f++) {
            if (card->flags[f].severity != SEVERITY_KNOCKOUT)
                continue;
            page_flow(page, INDENT + 2, text_from(separator), INK_PLAIN);
            page_flow(page, INDENT + 2, page_prose(page, card->flags[f].message), INK_PLAIN);
            separator = "; ";
        }
    }
    if (range.len > 0 && !isnan(card->result->total))
        range = text_format(&page->scratch, "%.*s, %.*s",
                            TEXT_ARG(score_words(page, lead->evaluation, card->result->total)),
                            TEXT_ARG(range));
    const struct text rest[] = {range, conditional};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (rest[i].len == 0)
            continue;
        page_flow(page, INDENT + 2, text_from(separator), INK_PLAIN);
        page_flow(page, INDENT + 2, rest[i], INK_PLAIN);
        separator = "; ";
    }
    page_end(page);
}

/* --- By category, adding up ---------------------------------------------------------------- */

static void headings(const struct lead *lead)
{
    struct page *page = lead->page;
    struct text a = vendor_id(lead, &lead->comparison->a);
    struct text b = vendor_id(lead, &lead->comparison->b);
    page_right(page, unicode_fit(a, lead->a_end - INDENT), lead->a_end, INK_FAINT);
    page_right(page, unicode_fit(b, lead->b_end - lead->a_end - NUMBER_GAP), lead->b_end,
               INK_FAINT);
    page_right(page, TEXT("difference"), lead->difference_end, INK_FAINT);
    page_end(page);
}

static void amounts(const struct lead *lead, double a, double b, double difference)
{
    page_number(lead->page, a, lead->decimals, lead->a_end, INK_PLAIN);
    page_number(lead->page, b, lead->decimals, lead->b_end, INK_PLAIN);
    page_signed(lead->page, difference, lead->decimals, lead->difference_end, INK_STRONG);
}

static double largest_difference(const struct comparison *comparison)
{
    double largest = 0;
    for (size_t c = 0; c < comparison->category_count; c++)
        largest = fmax(largest, fabs(comparison->categories[c].difference));
    return largest;
}

static double as_printed(const struct lead *lead, double value)
{
    return number_round(value, lead->decimals);
}

static void category_line(const struct lead *lead, const struct comparison_category *category,
                          double largest)
{
    struct page *page = lead->page;
    const struct category *asked = &lead->evaluation->criteria->categories[category->category];
    amounts(lead, category->a, category->b, category->difference);
    if (lead->bar > 0) {
        bool shown = as_printed(lead, category->difference) != 0;
        page_to(page, lead->bar);
        bar_draw_from_middle(page, shown ? category->difference / largest : 0, BAR_COLUMNS);
    }
    page_to(page, lead->words);
    page_flow(page, lead->words, page_prose(page, asked->title), INK_PLAIN);
    page_end(page);
}

static void term(const struct lead *lead, double a, double b, double difference, const char *what)
{
    amounts(lead, a, b, difference);
    page_to(lead->page, lead->words);
    page_flow(lead->page, lead->words, text_from(what), INK_PLAIN);
    page_end(lead->page);
}

/*
 * The lines below the categories. What is printed has to add up as it stands on paper, so the line
 * for rounding holds what the rounding of the printed lines leaves beside that of the totals.
 */
static void terms(const struct lead *lead)
{
    const struct comparison *comparison = lead->comparison;
    const struct result *a = comparison->a.result;
    const struct result *b = comparison->b.result;
    double rest = comparison->difference - as_printed(lead, comparison->penalties) -
                  as_printed(lead, comparison->floor);
    for (size_t c = 0; c < comparison->category_count; c++)
        rest -= as_printed(lead, comparison->categories[c].difference);
    if (a->penalty > 0 || b->penalty > 0)
        term(lead, -a->penalty, -b->penalty, comparison->penalties, "Penalties");
    if (as_printed(lead, comparison->floor) != 0)
        term(lead, (double)NAN, (double)NAN, comparison->floor,
             "Given back, as no score falls below 0");
    if (as_printed(lead, rest) != 0)
        term(lead, (double)NAN, (double)NAN, rest, "Rounding");
    term(lead, a->total, b->total, comparison->difference, "Score");
}

static void by_category(const struct lead *lead)
{
    const struct comparison *comparison = lead->comparison;
    double largest = largest_difference(comparison);
    page_heading(lead->page, "Where it comes from, in points of the total");
    headings(lead);
    for (size_t c = 0; c < comparison->category_count; c++)
        category_line(lead, &comparison->categories[c], largest);
    terms(lead);
}

/* --- By criterion -------------------------------------------------------------------------- */

/* What stands behind an answer, where that decides how many of its points it keeps. */
static void write_evidence(const struct lead *lead, const struct card_criterion *shown,
                           uint32_t position)
{
    struct page *page = lead->page;
    size_t hanging = lead->criterion_words + 2;
    if (!lead->evaluation->criteria->criteria[position].proof)
        return;
    const char *level =
        shown->evidence == EVIDENCE_UNSTATED ? "no evidence" : evidence_words[shown->evidence];
    page_flow(page, hanging, text_format(&page->scratch, ", %s", level), INK_PLAIN);
    if (shown->expired)
        page_flow(page, hanging, TEXT(", EXPIRED"), INK_CRITICAL);
}

static void answer_line(const struct lead *lead, const struct card *card, uint32_t position)
{
    struct page *page = lead->page;
    size_t indent = lead->criterion_words;
    const struct card_criterion *shown = &card->criteria[position];
    struct text id = vendor_id(lead, card);
    page_to(page, indent);
    page_flow(page, indent + 2, text_format(&page->scratch, "%.*s: ", TEXT_ARG(id)), INK_FAINT);
    if (shown->has_answer) {
        page_flow(
            page, indent + 2,
            page_prose(page, answer_text(lead->evaluation, card->vendor, position, &page->scratch)),
            INK_PLAIN);
        write_evidence(lead, shown, position);
    } else {
        page_flow(page, indent + 2, shown->state == STATE_NA ? TEXT("left out") : TEXT("open"),
                  INK_WARNING);
    }
    page_end(page);
}

static void criterion_lines(const struct lead *lead, const struct comparison_criterion *criterion)
{
    struct page *page = lead->page;
    amounts(lead, criterion->a, criterion->b, criterion->difference);
    if (lead->below)
        page_end(page);
    page_to(page, lead->criterion_words);
    criterion_write(page, lead->criterion_words,
                    &lead->evaluation->criteria->criteria[criterion->criterion]);
    page_end(page);
    answer_line(lead, &lead->comparison->a, criterion->criterion);
    answer_line(lead, &lead->comparison->b, criterion->criterion);
}

static void by_criterion(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct comparison *comparison = lead->comparison;
    size_t told = 0;
    page_heading(page, "By criterion, the largest difference first");
    for (size_t c = 0; c < comparison->criterion_count; c++) {
        if (as_printed(lead, comparison->criteria[c].difference) == 0)
            continue;
        if (told++ == 0)
            headings(lead);
        criterion_lines(lead, &comparison->criteria[c]);
    }
    size_t rest = comparison->criterion_count - told;
    if (rest > 0) {
        struct text criteria = count_words(page, rest, "criterion makes", "criteria make");
        page_to(page, INDENT);
        page_flow(page, INDENT,
                  text_format(&page->scratch, "%.*s no difference.", TEXT_ARG(criteria)),
                  INK_FAINT);
        page_end(page);
    }
}

void print_compare(const struct report *report, const struct comparison *comparison,
                   struct sink *sink)
{
    struct page page;
    struct lead lead = {.page = &page,
                        .evaluation = report->evaluation,
                        .comparison = comparison,
                        .decimals = detail_decimals(report->evaluation)};
    page_open(&page, sink, report->width, report->color, report->ascii);
    lay_out(&lead);
    if (!comparison->comparable)
        not_comparable(&lead);
    else if (number_equal(comparison->difference, 0))
        level(&lead);
    else
        leader(&lead);
    caveats(&lead, &comparison->a);
    caveats(&lead, &comparison->b);
    if (comparison->comparable) {
        by_category(&lead);
        by_criterion(&lead);
    }
    print_closing(&page, report);
    page_close(&page);
}
