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

static size_t count_flags(const struct card *card, enum severity severity)
{
    size_t count = 0;
    for (uint32_t f = 0; f < card->result->flag_count; f++)
        count += card->flags[f].severity == severity;
    return count;
}

void print_flags(struct page *page, const struct evaluation *evaluation,
                 const struct findings *findings)
{
    bool any = false;
    page_heading(page, "Red flags");
    for (int severity = SEVERITIES - 1; severity >= 0; severity--) {
        size_t count = 0;
        for (size_t i = 0; i < findings->count; i++)
            count += count_flags(&findings->cards[i], (enum severity)severity);
        if (count == 0)
            continue;
        any = true;
        severity_heading(page, (enum severity)severity, count);
        for (size_t i = 0; i < findings->count; i++) {
            const struct card *card = &findings->cards[i];
            for (uint32_t f = 0; f < card->result->flag_count; f++) {
                if (card->flags[f].severity != (enum severity)severity)
                    continue;
                page_to(page, ENTRY);
                page_flow(page, ADVICE, vendor_words(page, evaluation, card->vendor), INK_STRONG);
                page_flow(page, ADVICE, TEXT(": "), INK_PLAIN);
                message(page, &card->flags[f]);
            }
            page_forget(page);
        }
    }
    if (!any) {
        page_to(page, INDENT);
        page_write(page, TEXT("None."), INK_GOOD);
        page_end(page);
    }
}

void print_flags_of_card(struct page *page, const struct card *card)
{
    page_heading(page, "Red flags");
    if (card->result->flag_count == 0) {
        page_to(page, INDENT);
        page_write(page, TEXT("None."), INK_GOOD);
        page_end(page);
    }
    for (int severity = SEVERITIES - 1; severity >= 0; severity--) {
        size_t count = count_flags(card, (enum severity)severity);
        if (count == 0)
            continue;
        severity_heading(page, (enum severity)severity, count);
        for (uint32_t f = 0; f < card->result->flag_count; f++) {
            if (card->flags[f].severity == (enum severity)severity) {
                page_to(page, ENTRY);
                message(page, &card->flags[f]);
            }
        }
    }
}
