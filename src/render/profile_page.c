/* A profile as readable text: the needs, weights and evidence factors that it sets, and why. */
#include "pack_parts.h"
#include "print.h"
#include "remarks.h"
#include "wording.h"

static void title(struct page *page, const struct profile *profile, struct text fits)
{
    page_flow(page, 0, page_prose(page, profile->title), INK_STRONG);
    page_end(page);
    page_flow(page, 0, TEXT("A profile: other needs and weights for a criteria pack"), INK_PLAIN);
    if (fits.len > 0)
        page_flow(page, 0, text_format(&page->scratch, "; it fits %.*s", TEXT_ARG(fits)),
                  INK_PLAIN);
    page_end(page);
}

static void says_its_author(struct page *page, const struct profile *profile)
{
    struct text remark = remark_at_top(profile->file, &page->scratch);
    if (remark.len == 0)
        return;
    page_heading(page, "What it is for");
    if (page->markdown.sink != NULL)
        print_remark(page, 0, remark, INK_PLAIN);
    else
        print_remark(page, PACK_INDENT, remark, INK_PLAIN);
}

static void one_weight(struct page *page, const struct weight_change *change)
{
    const struct place *place = &change->id.place;
    page_to(page, PACK_INDENT);
    page_flow(page, PACK_WORDS, change->id.text, INK_STRONG);
    page_flow(
        page, PACK_WORDS,
        text_format(&page->scratch, ": %.*s", TEXT_ARG(weight_words(page, change->weight.value))),
        INK_PLAIN);
    page_end(page);
    print_remark(page, PACK_WORDS, remark_above(place->source, place->line, &page->scratch),
                 INK_PLAIN);
    page_forget(page);
}

void profile_print(const struct profile *profile, struct text fits, const struct pack_style *style,
                   struct sink *sink)
{
    struct page page;
    pack_open(&page, style, sink);
    page_begin_heading(&page, 1);
    title(&page, profile, fits);
    says_its_author(&page, profile);
    if (profile->needs.count > 0)
        page_heading(&page, "Needs");
    for (size_t n = 0; n < profile->needs.count; n++)
        pack_need(&page, &profile->needs.items[n]);
    if (profile->weights.count > 0)
        page_heading(&page, "Weights");
    for (size_t w = 0; w < profile->weights.count; w++)
        one_weight(&page, &profile->weights.items[w]);
    struct text factors = factors_words(&page, &profile->evidence);
    if (factors.len > 0) {
        page_heading(&page, "What evidence leaves of the points");
        page_to_paragraph(&page, PACK_INDENT);
        page_flow(&page, PACK_INDENT, factors, INK_PLAIN);
        page_end(&page);
    }
    page_close(&page);
}
