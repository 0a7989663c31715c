/* How score begins: how many vendors there are and what became of them. Also where it shows the
 * scores by category. */
#include "print.h"

#include "shown.h"
#include "stamps.h"
#include "wording.h"

static void add_stamp(struct text_buffer *buffer, bool stamped, const char *word)
{
    if (stamped)
        buffer_format(buffer, "%s%s", buffer->len > 0 ? ", " : "Stamped ", word);
}

/* "5 vendors: 4 ranked, 1 knocked out. Stamped conditional: the end of the report says why." */
void print_summary(struct page *page, const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct {
        size_t count;
        const char *what;
    } parts[] = {
        {evaluation->ranked, "ranked"},
        {evaluation->knocked_out, "knocked out"},
        {evaluation->unscored, "not scored"},
        {evaluation->excluded, "excluded"},
        {evaluation->answers->unread_count, "not read"},
    };
    size_t vendors = evaluation->answers->count + evaluation->answers->unread_count;
    struct text_buffer counts = {.arena = &page->scratch};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count > 0)
            buffer_format(&counts, "%s%zu %s", counts.len > 0 ? ", " : ": ", parts[i].count,
                          parts[i].what);
    }
    page_flow_marked(page, 0, count_words(page, vendors, "vendor", "vendors"), INK_PLAIN);
    page_flow_marked(page, 0, buffer_text(&counts), INK_PLAIN);
    page_flow(page, 0, TEXT("."), INK_PLAIN);

    struct stamps stamps = stamps_of(report);
    struct text_buffer words = {.arena = &page->scratch};
    add_stamp(&words, stamps.what_if, "what-if");
    add_stamp(&words, stamps.provisional, "provisional");
    add_stamp(&words, stamps.conditional, "conditional");
    if (words.len > 0) {
        page_flow(page, 0, TEXT(" "), INK_PLAIN);
        page_flow_marked(page, 0, buffer_text(&words), INK_WARNING);
        page_flow(page, 0, TEXT(": the end of the report says why."), INK_PLAIN);
    }
    page_end(page);
}

enum category_scores category_scores_place(struct page *page, const struct report *report,
                                           size_t shown)
{
    if (scored_vendors(report->evaluation, shown) == 0)
        return SCORES_LEFT_OUT;
    if (weights_have_room(page, report, shown))
        return SCORES_BY_CATEGORY;
    return ranking_has_room(page, report, shown) ? SCORES_BY_VENDOR : SCORES_LEFT_OUT;
}
