/* What we need: the needs and their values, as they are after profiles and options. */
#include "print.h"

enum { INDENT = 2 };

/* The label of a declared word, or the word. */
static struct text word_label(struct page *page, const struct need *need, struct text word)
{
    uint8_t option = options_find(&need->options, word);
    return page_prose(page, option == NO_OPTION ? word : need->options.items[option].label);
}

struct text need_words(struct page *page, const struct need *need)
{
    if (need->type != NEED_WORDS)
        return word_label(page, need, need->text);
    if (need->words.count == 0)
        return TEXT("none");
    struct text_buffer buffer = {.arena = &page->scratch};
    for (size_t i = 0; i < need->words.count; i++)
        buffer_format(&buffer, "%s%.*s", i > 0 ? ", " : "",
                      TEXT_ARG(word_label(page, need, need->words.items[i].text)));
    return buffer_text(&buffer);
}

void print_needs(struct page *page, const struct criteria *criteria)
{
    bool replaced = false;
    if (criteria->need_count == 0)
        return;
    page_heading(page, "What we need");
    page_to_paragraph(page, INDENT);
    for (size_t n = 0; n < criteria->need_count; n++) {
        const struct need *need = &criteria->needs[n];
        page_flow(page, INDENT + 2,
                  text_format(&page->scratch, "%.*s%s: ", TEXT_ARG(need->id.text),
                              need->replaced ? "*" : ""),
                  INK_PLAIN);
        page_flow(page, INDENT + 2,
                  text_format(&page->scratch, "%.*s%s", TEXT_ARG(need_words(page, need)),
                              n + 1 < criteria->need_count ? "; " : ""),
                  INK_STRONG);
        replaced = replaced || need->replaced;
    }
    page_end(page);
    if (replaced) {
        page_to_paragraph(page, INDENT);
        page_flow(page, INDENT + 2,
                  TEXT("* as a profile or an option has it, instead of the criteria"), INK_FAINT);
        page_end(page);
    }
    page_forget(page);
}
