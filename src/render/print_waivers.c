/* The ranking without the panel's waivers, as far as it is another one. */
#include "print.h"

#include "decision_words.h"
#include "wording.h"

enum { INDENT = 2 };

/* Where the vendor would stand, empty when that is where it stands. */
static struct text changed_words(struct page *page, const struct report *report, uint32_t vendor)
{
    const struct held with = held_by(&report->evaluation->results[vendor]);
    const struct held without = held_by(&report->waivers->without.results[vendor]);
    if (!shown_without_waivers(report, vendor))
        return TEXT("");
    return held_words(page, report->evaluation, &without, &with);
}

static void changed_line(struct page *page, const struct report *report, uint32_t vendor,
                         struct text words)
{
    page_to(page, INDENT);
    vendor_write(page, INDENT + 2, report->evaluation, vendor);
    page_flow(page, INDENT + 2, text_format(&page->scratch, ": %.*s", TEXT_ARG(words)), INK_PLAIN);
    page_end(page);
}

void print_without_waivers(struct page *page, const struct report *report)
{
    const struct evaluation *without = &report->waivers->without;
    size_t changed = 0;
    if (!waivers_change_anything(report))
        return;
    page_heading(page, "Without the waivers");
    for (size_t i = 0; i < without->answers->count; i++) {
        uint32_t vendor = without->order[i];
        struct text words = changed_words(page, report, vendor);
        if (words.len > 0 && changed++ < most_named(page))
            changed_line(page, report, vendor, words);
        page_forget(page);
    }
    if (changed > most_named(page)) {
        page_to(page, INDENT);
        page_write(page, text_format(&page->scratch, "and %zu more", changed - most_named(page)),
                   INK_PLAIN);
        page_end(page);
    }
}
