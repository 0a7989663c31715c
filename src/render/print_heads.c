/* Heads of columns for vendors, no two alike. */
#include "print.h"

#include "shortlist/unicode.h"

static bool alike(struct page *page, const struct heads *heads, size_t a, size_t b)
{
    return !text_equal(heads->ids[a], heads->ids[b]) &&
           text_equal(page_cut(page, heads->ids[a], heads->columns[a]),
                      page_cut(page, heads->ids[b], heads->columns[b]));
}

struct heads heads_make(struct page *page, const struct text *ids, const size_t *columns,
                        size_t count)
{
    struct heads heads = {.ids = ids, .count = count, .columns = columns};
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < a; b++)
            heads.letters = heads.letters || alike(page, &heads, a, b);
    }
    return heads;
}

struct text heads_text(struct page *page, const struct heads *heads, size_t vendor)
{
    if (!heads->letters)
        return page_cut(page, heads->ids[vendor], heads->columns[vendor]);
    return text_format(&page->scratch, "%c", (char)('A' + vendor % 26));
}

void heads_legend(struct page *page, size_t indent, const struct heads *heads)
{
    if (!heads->letters)
        return;
    page_to(page, indent);
    for (size_t i = 0; i < heads->count; i++) {
        struct text key =
            text_format(&page->scratch, "%.*s = ", TEXT_ARG(heads_text(page, heads, i)));
        struct text name = text_format(&page->scratch, "%.*s%s", TEXT_ARG(heads->ids[i]),
                                       i + 1 < heads->count ? "," : "");
        if (i > 0)
            page_space(page, 1);
        page_keep(page, indent, key.len + unicode_width(name));
        page_write(page, key, INK_FAINT);
        page_flow(page, page_position(page), name, INK_FAINT);
    }
    page_end(page);
}
