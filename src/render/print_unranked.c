/* Below the ranking: who is not scored, excluded, not read, or left out of the report. */
#include "unranked.h"

#include "decision_words.h"
#include "wording.h"

enum { INDENT = 2, HANGING = 4 };

void print_unscored(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    struct text range = range_words(page, evaluation, &evaluation->results[vendor]);
    page_to(page, INDENT);
    vendor_write(page, HANGING, evaluation, vendor);
    page_flow_marked(page, HANGING, TEXT(": nothing that counts has been answered"), INK_PLAIN);
    if (range.len > 0) {
        page_flow(page, HANGING, TEXT("; "), INK_PLAIN);
        page_flow(page, HANGING, range, INK_PLAIN);
    }
    page_end(page);
}

void print_excluded(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    const struct decision *exclusion = evaluation_exclusion(evaluation, vendor);
    page_to(page, INDENT);
    vendor_write(page, HANGING, evaluation, vendor);
    page_flow(page, HANGING, TEXT(": "), INK_PLAIN);
    page_flow(page, HANGING, reason_words(page, exclusion, true), INK_PLAIN);
    page_end(page);
}

void print_unread(struct page *page, const struct answers *answers)
{
    if (answers->unread_count == 0)
        return;
    page_heading(page, "Not read");
    for (size_t i = 0; i < answers->unread_count; i++) {
        const struct unread_vendor *vendor = &answers->unread[i];
        struct text id = vendor_id_words(page, vendor->name, vendor->id);
        struct text errors = count_words(page, vendor->errors, "error", "errors");
        struct text file = page_visible(page, vendor->file->name);
        page_to(page, INDENT);
        page_flow_marked(page, HANGING, page_visible(page, vendor->name), INK_STRONG);
        if (id.len > 0)
            page_space(page, 1);
        page_flow_marked(page, HANGING, id, INK_FAINT);
        page_flow(page, HANGING,
                  text_format(&page->scratch, ": %.*s in %.*s", TEXT_ARG(errors), TEXT_ARG(file)),
                  INK_PLAIN);
        page_end(page);
        page_forget(page);
    }
}

void print_rest(struct page *page, const struct report *report, size_t shown)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct {
        size_t count;
        const char *what;
    } rest[] = {
        {evaluation->ranked - shown, "more ranked"},
        {evaluation->knocked_out, "knocked out"},
        {evaluation->unscored, "not scored"},
        {evaluation->excluded, "excluded"},
        {evaluation->answers->unread_count, "not read"},
    };
    struct text_buffer buffer = {.arena = &page->scratch};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (rest[i].count > 0)
            buffer_format(&buffer, "%s%zu %s", buffer.len > 0 ? ", " : "and ", rest[i].count,
                          rest[i].what);
    }
    if (buffer.len == 0)
        return;
    buffer_add(&buffer, TEXT(" (leave out --top to see them)"));
    page_to_paragraph(page, INDENT);
    page_flow(page, INDENT, buffer_text(&buffer), INK_FAINT);
    page_end(page);
}
