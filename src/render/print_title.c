/* How every report for people begins: what is evaluated, and for whom. */
#include "print.h"

void print_title_of(struct page *page, const struct criteria *criteria, const struct text *profiles,
                    size_t profile_count)
{
    struct text revision = page_prose(page, criteria->revision);
    bool any = false;
    page_begin_heading(page, 1);
    page_flow_marked(page, 0, page_prose(page, criteria->title), INK_STRONG);
    if (revision.len > 0)
        page_flow(page, 0, text_format(&page->scratch, ", revision %.*s", TEXT_ARG(revision)),
                  INK_PLAIN);
    page_end(page);
    for (size_t i = 0; i < profile_count; i++) {
        struct text title = page_prose(page, profiles[i]);
        if (title.len == 0)
            continue;
        page_flow(page, 2, any ? TEXT("; ") : TEXT("for: "), INK_PLAIN);
        page_flow_marked(page, 2, title, INK_PLAIN);
        any = true;
    }
    if (any)
        page_end(page);
}

void print_title(struct page *page, const struct report *report)
{
    print_title_of(page, report->evaluation->criteria, report->profile_titles,
                   report->profile_count);
}
