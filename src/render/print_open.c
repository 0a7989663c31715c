/* What could not be judged because an answer is missing: rules that wait, and the questions to ask.
 */
#include "print.h"

#include "stamps.h"
#include "wording.h"

enum { INDENT = 2, ENTRY = 4, HANGING = 6 };

void print_unresolved(struct page *page, size_t indent, const struct evaluation *evaluation,
                      const struct card *card)
{
    size_t hanging = indent + 4;
    for (uint32_t u = 0; u < card->result->unresolved_count; u++) {
        const struct card_unresolved *unresolved = &card->unresolved[u];
        enum severity severity = unresolved->rule->severity;
        struct text penalty = penalty_words(page, unresolved->rule->penalty.value);
        page_to(page, indent);
        page_flow(page, hanging,
                  text_format(&page->scratch, "%s %s ", severity_sign(page, severity),
                              severity_title(severity)),
                  severity_ink(severity));
        page_flow(page, hanging, unresolved->rule->id.text, INK_STRONG);
        if (penalty.len > 0)
            page_flow(page, hanging,
                      text_format(&page->scratch, " (%.*s if it fires)", TEXT_ARG(penalty)),
                      INK_PLAIN);
        page_flow(page, hanging, TEXT(" "), INK_PLAIN);
        page_flow(page, hanging, waiting_words(page, evaluation, unresolved), INK_PLAIN);
        page_end(page);
    }
}

static void questions(struct page *page, const struct evaluation *evaluation, uint32_t vendor,
                      const uint32_t *open, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct column *column = &evaluation->answers->columns[open[i]];
        page_to(page, ENTRY);
        page_write(page, TEXT("- "), INK_FAINT);
        page_to(page, HANGING);
        criterion_write(page, HANGING, &evaluation->criteria->criteria[open[i]]);
        if (mark_state(column->marks[vendor]) == STATE_NA)
            page_flow(page, HANGING, TEXT(" The vendor says this does not apply."), INK_WARNING);
        page_end(page);
    }
}

/* True when there was something to say about the vendor. */
static bool vendor_part(struct page *page, const struct evaluation *evaluation,
                        const struct card *card)
{
    uint32_t *open;
    size_t count = open_questions(evaluation, card->vendor, &open, &page->scratch);
    if (count == 0 && card->result->unresolved_count == 0)
        return false;
    struct text_buffer buffer = {.arena = &page->scratch};
    if (count > 0)
        buffer_format(&buffer, ": %zu of %.*s open", count,
                      TEXT_ARG(count_words(page, card->result->asked, "question", "questions")));
    if (card->result->unresolved_count > 0)
        buffer_format(&buffer, "%s%.*s not judged", count > 0 ? ", " : ": ",
                      TEXT_ARG(count_words(page, card->result->unresolved_count, "rule", "rules")));
    page_to(page, INDENT);
    vendor_write(page, ENTRY, evaluation, card->vendor);
    page_flow(page, ENTRY, buffer_text(&buffer), INK_PLAIN);
    page_end(page);
    print_unresolved(page, ENTRY, evaluation, card);
    questions(page, evaluation, card->vendor, open, count);
    return true;
}

void print_open(struct page *page, const struct report *report, const struct findings *findings)
{
    struct standing standing = stamps_of(report).standing;
    bool any = standing.open_judgements > 0;
    page_heading(page, "What could not be judged yet, and what to ask");
    if (any) {
        struct text open = judgements_words(page, &standing);
        page_to(page, INDENT);
        page_flow(page, INDENT, text_format(&page->scratch, "Provisional: %.*s.", TEXT_ARG(open)),
                  INK_STRONG);
        page_end(page);
    }
    for (size_t i = 0; i < findings->count; i++) {
        any = vendor_part(page, report->evaluation, &findings->cards[i]) || any;
        page_forget(page);
    }
    if (!any) {
        page_to(page, INDENT);
        page_write(page, TEXT("Nothing is open."), INK_GOOD);
        page_end(page);
    }
}
