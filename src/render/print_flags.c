/* Red flags: worst first, each with its vendor, its message and what to do about it; then those
 * that the panel waives, with what they would have done. */
#include "print.h"

#include "decision_words.h"
#include "to_decide.h"
#include "wording.h"

enum { INDENT = 2, ENTRY = 4, ADVICE = 6 };

/* What stands on the page. */
struct flag_list {
    struct page *page;
    const struct report *report;
    const struct findings *findings;
    bool named; /* each entry begins with the name of its vendor */
};

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

static void begin_entry(const struct flag_list *list, const struct card *card)
{
    struct page *page = list->page;
    page_to(page, ENTRY);
    if (list->named) {
        page_flow_marked(page, ADVICE, vendor_words(page, list->report->evaluation, card->vendor),
                         INK_STRONG);
        page_flow(page, ADVICE, TEXT(": "), INK_PLAIN);
    }
}

/* What follows the vendor's name: message, what is to be said of it, id of the rule. */
static void message(struct page *page, const struct card_flag *flag, struct text remark)
{
    page_flow(page, ADVICE, page_prose(page, flag->message), INK_PLAIN);
    if (flag->by_unknown)
        page_flow(page, ADVICE, TEXT(" (fired because the answer is open)"), INK_PLAIN);
    if (remark.len > 0)
        page_flow(page, ADVICE, text_format(&page->scratch, " (%.*s)", TEXT_ARG(remark)),
                  INK_STRONG);
    page_flow(page, ADVICE,
              text_format(&page->scratch, " [%.*s]", TEXT_ARG(page_visible(page, flag->rule))),
              INK_FAINT);
    page_end(page);
}

/* Calls `entry` for each flag that is as severe and not waived, or for each that is waived. */
static size_t each_flag(const struct flag_list *list, bool waived, enum severity severity,
                        void (*entry)(const struct flag_list *list, const struct card *card,
                                      const struct card_flag *flag))
{
    size_t count = 0;
    for (size_t i = 0; i < list->findings->count; i++) {
        const struct card *card = &list->findings->cards[i];
        for (uint32_t f = 0; f < card->result->flag_count; f++) {
            const struct card_flag *flag = &card->flags[f];
            if ((flag->waiver != NULL) != waived || (!waived && flag->severity != severity))
                continue;
            count++;
            if (entry != NULL)
                entry(list, card, flag);
        }
        if (entry != NULL && list->named)
            page_forget(list->page);
    }
    return count;
}

/* --- Those that hold ----------------------------------------------------------------------- */

static void flag_entry(const struct flag_list *list, const struct card *card,
                       const struct card_flag *flag)
{
    const struct evaluation *evaluation = list->report->evaluation;
    begin_entry(list, card);
    message(list->page, flag, penalty_words(list->page, flag->penalty));
    /* On the page of one vendor they stand beside the answer. */
    if (list->named && awaits_decision(evaluation, card, flag))
        print_notes(list->page, ADVICE, evaluation, card->vendor, flag->criterion);
    advice(list->page, flag);
}

static size_t print_severity(const struct flag_list *list, enum severity severity)
{
    struct page *page = list->page;
    size_t count = each_flag(list, false, severity, NULL);
    if (count == 0)
        return 0;
    page_to(page, INDENT);
    page_write(page,
               text_format(&page->scratch, "%s %s (%zu)", severity_sign(page, severity),
                           severity_title(severity), count),
               severity_ink(severity));
    page_end(page);
    each_flag(list, false, severity, flag_entry);
    return count;
}

/* --- Those that are waived ----------------------------------------------------------------- */

static void labelled(struct page *page, const char *label, struct text text)
{
    page_to(page, ADVICE);
    page_flow(page, ADVICE + 2, text_from(label), INK_FAINT);
    page_flow(page, ADVICE + 2, text, INK_PLAIN);
    page_end(page);
}

/* Its severity and penalty, why it is waived, and where the vendor would stand without that. */
static void waived_entry(const struct flag_list *list, const struct card *card,
                         const struct card_flag *flag)
{
    struct page *page = list->page;
    const struct waiver_effect *effect = waivers_effect(list->report->waivers, flag->waiver);
    struct text penalty = penalty_words(page, flag->penalty);
    begin_entry(list, card);
    message(page, flag,
            text_format(&page->scratch, "%s%s%.*s", severity_title(flag->severity),
                        penalty.len > 0 ? ", " : "", TEXT_ARG(penalty)));
    labelled(page, "Waived: ", reason_words(page, flag->waiver, true));
    if (effect != NULL)
        labelled(page, "Were this one alone not waived: ",
                 without_waiver_words(page, list->report->evaluation, effect));
}

static size_t print_waived(const struct flag_list *list)
{
    struct page *page = list->page;
    size_t count = each_flag(list, true, SEVERITY_NOTE, NULL);
    if (count == 0)
        return 0;
    page_to(page, INDENT);
    page_write(page, text_format(&page->scratch, "- WAIVED (%zu)", count), INK_STRONG);
    page_end(page);
    each_flag(list, true, SEVERITY_NOTE, waived_entry);
    return count;
}

/* --- The section --------------------------------------------------------------------------- */

static void print_list(const struct flag_list *list)
{
    size_t count = 0;
    page_heading(list->page, "Red flags");
    for (int level = SEVERITIES - 1; level >= 0; level--)
        count += print_severity(list, (enum severity)level);
    count += print_waived(list);
    if (count == 0) {
        page_to_paragraph(list->page, INDENT);
        page_write(list->page, TEXT("None."), INK_GOOD);
        page_end(list->page);
    }
}

void print_flags(struct page *page, const struct report *report, const struct findings *findings)
{
    print_list(&(struct flag_list){page, report, findings, true});
}

void print_flags_of_card(struct page *page, const struct report *report, const struct card *card)
{
    struct card cards[] = {*card};
    const struct findings findings = {.cards = cards, .count = 1};
    print_list(&(struct flag_list){page, report, &findings, false});
}
