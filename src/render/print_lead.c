/* How compare begins: who leads whom, and what the numbers below do not say of the two. */
#include "print.h"

#include <math.h>

#include "decision_words.h"
#include "shown.h"
#include "wording.h"

enum { INDENT = 2 };

/* The two and where to write about them. */
struct leading {
    struct page *page;
    const struct evaluation *evaluation;
    const struct comparison *comparison;
};

static struct text name(const struct leading *lead, const struct card *card)
{
    return vendor_words(lead->page, lead->evaluation, card->vendor);
}

/* The name, and whether it is knocked out, which a lead must not hide. */
static void name_and_standing(const struct leading *lead, const struct card *card)
{
    page_flow_marked(lead->page, INDENT, name(lead, card), INK_STRONG);
    if (card->result->status == STATUS_KNOCKED_OUT)
        page_flow_marked(lead->page, INDENT, TEXT(" (KNOCKED OUT)"), INK_KNOCKOUT);
}

/* "89.4 (scale)": the score, and the verdict where there is one. */
static struct text score_and_verdict(const struct leading *lead, const struct card *card)
{
    struct page *page = lead->page;
    struct text score = score_words(page, lead->evaluation, card->result->total);
    struct text verdict = page_prose(page, verdict_of(lead->evaluation, card->result));
    if (verdict.len == 0)
        return score;
    return text_format(&page->scratch, "%.*s (%.*s)", TEXT_ARG(score), TEXT_ARG(verdict));
}

static void level(const struct leading *lead)
{
    struct page *page = lead->page;
    const struct card *a = &lead->comparison->a;
    const struct card *b = &lead->comparison->b;
    struct text score = score_and_verdict(lead, a);
    name_and_standing(lead, a);
    page_flow(page, INDENT, TEXT(" and "), INK_PLAIN);
    name_and_standing(lead, b);
    page_flow_marked(page, INDENT,
                     text_format(&page->scratch, " are level at %.*s", TEXT_ARG(score)), INK_PLAIN);
    if (a->result->rank > 0 && b->result->rank > 0 && a->result->rank != b->result->rank) {
        page_flow(page, INDENT, TEXT("; the tie-break puts "), INK_PLAIN);
        page_flow(page, INDENT, name(lead, a->result->rank < b->result->rank ? a : b), INK_STRONG);
        page_flow(page, INDENT, TEXT(" in front"), INK_PLAIN);
    }
    page_end(page);
}

static void leader(const struct leading *lead)
{
    struct page *page = lead->page;
    const struct comparison *comparison = lead->comparison;
    bool b_leads = comparison->difference < 0;
    const struct card *ahead = b_leads ? &comparison->b : &comparison->a;
    const struct card *behind = b_leads ? &comparison->a : &comparison->b;
    struct text by = score_words(page, lead->evaluation, fabs(comparison->difference));
    struct text high = score_and_verdict(lead, ahead);
    struct text low = score_and_verdict(lead, behind);

    name_and_standing(lead, ahead);
    page_flow(page, INDENT, TEXT(" leads "), INK_PLAIN);
    name_and_standing(lead, behind);
    page_flow(page, INDENT,
              text_format(&page->scratch, " by %.*s: %.*s to %.*s", TEXT_ARG(by), TEXT_ARG(high),
                          TEXT_ARG(low)),
              INK_PLAIN);
    page_end(page);
}

static void excluded(const struct leading *lead, const struct card *card)
{
    const struct decision *exclusion = evaluation_exclusion(lead->evaluation, card->vendor);
    page_flow(lead->page, INDENT, TEXT(" is "), INK_PLAIN);
    page_flow_marked(lead->page, INDENT, TEXT("EXCLUDED"), INK_KNOCKOUT);
    page_flow(lead->page, INDENT, TEXT(": "), INK_PLAIN);
    page_flow(lead->page, INDENT, reason_words(lead->page, exclusion, true), INK_PLAIN);
}

static void not_comparable(const struct leading *lead)
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
        if (cards[i]->result->status == STATUS_EXCLUDED)
            excluded(lead, cards[i]);
        else
            page_flow(page, INDENT, TEXT(" has no score: nothing that counts has been answered."),
                      INK_PLAIN);
        page_end(page);
    }
}

/* What the numbers below do not say of a vendor. */
static void caveats(const struct leading *lead, const struct card *card)
{
    struct page *page = lead->page;
    struct text range = range_words(page, lead->evaluation, card->result);
    struct text conditional = conditional_words(page, lead->evaluation, card->result);
    struct text waived = ranked_by_waiver_words(page, card);
    const char *separator = ": ";
    bool knocked_out = card->result->status == STATUS_KNOCKED_OUT;
    if (range.len == 0 && conditional.len == 0 && waived.len == 0 && !knocked_out)
        return;
    page_to(page, INDENT);
    page_flow_marked(page, INDENT + 2, name(lead, card), INK_STRONG);
    if (knocked_out) {
        page_flow(page, INDENT + 2, TEXT(" is "), INK_PLAIN);
        page_flow_marked(page, INDENT + 2, TEXT("KNOCKED OUT"), INK_KNOCKOUT);
        uint32_t at = 0;
        struct text reason;
        while (next_reason(page, card, &at, &reason)) {
            page_flow(page, INDENT + 2, text_from(separator), INK_PLAIN);
            page_flow_marked(page, INDENT + 2, reason, INK_PLAIN);
            separator = "; ";
        }
    }
    if (range.len > 0 && !isnan(card->result->total))
        range = text_format(&page->scratch, "%.*s, %.*s",
                            TEXT_ARG(score_words(page, lead->evaluation, card->result->total)),
                            TEXT_ARG(range));
    const struct text rest[] = {range, conditional, waived};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (rest[i].len == 0)
            continue;
        page_flow(page, INDENT + 2, text_from(separator), INK_PLAIN);
        page_flow_marked(page, INDENT + 2, rest[i], INK_PLAIN);
        separator = "; ";
    }
    page_end(page);
}

void print_lead(struct page *page, const struct evaluation *evaluation,
                const struct comparison *comparison)
{
    const struct leading lead = {page, evaluation, comparison};
    if (!comparison->comparable)
        not_comparable(&lead);
    else if (number_equal(comparison->difference, 0))
        level(&lead);
    else
        leader(&lead);
    caveats(&lead, &comparison->a);
    caveats(&lead, &comparison->b);
}
