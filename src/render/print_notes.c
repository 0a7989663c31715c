/* What raters wrote down about an answer: why they say what they say. */
#include "print.h"

void print_notes(struct page *page, size_t indent, const struct evaluation *evaluation,
                 uint32_t vendor, uint32_t criterion)
{
    size_t count = 0;
    const struct rating *ratings = NULL;
    if (evaluation->ratings != NULL)
        ratings = ratings_of(evaluation->ratings, vendor, criterion, &count);
    for (size_t r = 0; r < count; r++) {
        struct text note = page_prose(page, ratings[r].note);
        if (note.len == 0)
            continue;
        struct text name = evaluation->ratings->raters[ratings[r].rater].name;
        page_to(page, indent);
        page_flow_marked(page, indent + 2, page_prose(page, name), INK_FAINT);
        page_flow(page, indent + 2, TEXT(": "), INK_FAINT);
        page_flow(page, indent + 2, note, INK_PLAIN);
        page_end(page);
    }
}
