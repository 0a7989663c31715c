/* What else the panel has to decide: facts that raters dispute, n/a that vendors claim, evidence
 * that ran out. */
#include "print_panel.h"

#include "print.h"
#include "to_decide.h"
#include "wording.h"

enum {
    ENTRY = 4,
    HANGING = 6,
    SHOWN = 12 /* on a terminal; elsewhere all are shown */
};

static void entry(struct page *page, const struct evaluation *evaluation,
                  const struct open_decision *open)
{
    const struct card_flag *flag = open->flag;
    page_to(page, PANEL_INDENT);
    page_write(page, text_from(severity_sign(page, flag->severity)), severity_ink(flag->severity));
    page_to(page, ENTRY);
    vendor_write(page, HANGING, evaluation, open->card->vendor);
    page_flow(page, HANGING, TEXT(": "), INK_PLAIN);
    page_flow(page, HANGING, page_prose(page, flag->message), INK_PLAIN);
    page_flow(page, HANGING, text_format(&page->scratch, " [%.*s]", TEXT_ARG(flag->rule)),
              INK_FAINT);
    page_end(page);
    print_notes(page, HANGING, evaluation, open->card->vendor, flag->criterion);
}

void print_to_decide(struct page *page, const struct evaluation *evaluation)
{
    struct to_decide decide;
    to_decide_gather(&decide, evaluation);
    size_t shown = page->width > 0 && decide.count > SHOWN ? SHOWN : decide.count;
    if (shown > 0)
        page_heading(page, "What else to decide");
    for (size_t i = 0; i < shown; i++) {
        entry(page, evaluation, &decide.items[i]);
        page_forget(page);
    }
    if (shown < decide.count) {
        page_to(page, PANEL_INDENT);
        page_flow(page, PANEL_INDENT,
                  text_format(&page->scratch, "And %zu more: `-o FILE` writes all of them.",
                              decide.count - shown),
                  INK_FAINT);
        page_end(page);
    }
    to_decide_release(&decide);
}
