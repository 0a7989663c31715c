/* Red flags: worst first, each with its vendor, its message and what to do about it. */
#include "print.h"

#include "wording.h"

enum { INDENT = 2, ENTRY = 4, ADVICE = 6 };

static void advice(struct page *page, const struct card_flag *flag)
{
    struct text words = page_prose(page, flag->advice);
    if (words.len == 0)
        return;
    page_to(page, ADVICE);
    page_write(page, page->ascii ? TEXT("->") : TEXT("\xe2\x86\x92"), INK_FAINT);
    page_space(page, 1);
    page_flow(page, page_position(page), words, INK_PLAIN);
    page_end(page);
}

/* What follows the vendor's name: message, penalty, id of the rule. */
static void message(struct page *page, const struct card_flag *flag)
{
    struct text penalty = penalty_words(page, flag->penalty);
    page_flow(page, ADVICE, page_prose(page, flag->message), INK_PLAIN);
    if (flag->by_unknown)
        page_flow(page, ADVICE, TEXT(" (fired because the answer is open)"), INK_PLAIN);
    if (penalty.len > 0)
        page_flow(page, ADVICE, text_format(&page->scratch, " (%.*s)", TEXT_ARG(penalty)),
                  INK_STRONG);
    page_flow(page, ADVICE,
              text_format(&page->scratch, " [%.*s]", TEXT_ARG(page_visible(page, flag->rule))),
              INK_FAINT);
    page_end(page);
    advice(page, flag);
}

static void severity_heading(struct page *page, enum severity severity, size_t count)
{
    page_to(page, INDENT);
    page_write(page,
               text_format(&page->scratch, "%s %s (%zu)", severity_sign(page, severity),
                           severity_title(severity), count),
               severity_ink(severity));
    page_end(page);
}

static size_t count_flags(const struct findings *findings, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct card *card = &findings->cards[i];
        for (uint32_t f = 0; f < card->result->flag_count; f++)
            count += card->flags[f].severity == severity;
    }
    return count;
}

/* Those of a card that are as severe; `name` is of the vendor, or empty. */
static void entries(struct page *page, const struct card *card, struct text name,
                    enum severity severity)
{
    for (uint32_t f = 0; f < card->result->flag_count; f++) {
        if (card->flags[f].severity != severity)
            continue;
        page_to(page, ENTRY);
        if (name.len > 0) {
            page_flow_marked(page, ADVICE, name, INK_STRONG);
            page_flow(page, ADVICE, TEXT(": "), INK_PLAIN);
        }
        message(page, &card->flags[f]);
    }
}

/* `named`: the evaluation that has the vendors' names, or NULL to leave them out. */
static void print_findings(struct page *page, const struct evaluation *named,
                           const struct findings *findings)
{
    bool any = false;
    page_heading(page, "Red flags");
    for (int level = SEVERITIES - 1; level >= 0; level--) {
        enum severity severity = (enum severity)level;
        size_t count = count_flags(findings, severity);
        if (count == 0)
            continue;
        any = true;
        severity_heading(page, severity, count);
        for (size_t i = 0; i < findings->count; i++) {
            const struct card *card = &findings->cards[i];
            entries(page, card, named != NULL ? vendor_words(page, named, card->vendor) : TEXT(""),
                    severity);
            if (named != NULL)
                page_forget(page);
        }
    }
    if (!any) {
        page_to(page, INDENT);
        page_write(page, TEXT("None."), INK_GOOD);
        page_end(page);
    }
}

void print_flags(struct page *page, const struct evaluation *evaluation,
                 const struct findings *findings)
{
    print_findings(page, evaluation, findings);
}

void print_flags_of_card(struct page *page, const struct card *card)
{
    struct card cards[] = {*card};
    print_findings(page, NULL, &(struct findings){.cards = cards, .count = 1});
}
