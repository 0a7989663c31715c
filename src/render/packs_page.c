/* The list of criteria packs and profiles. */
#include "pack_parts.h"
#include "wording.h"
#include "shortlist/unicode.h"

enum { NAME_MOST = 28, GAP = 2 };

/* Columns for the names, as wide as the widest of those that are not too wide. */
static size_t name_columns(const struct pack_entries *criteria, const struct pack_entries *profiles)
{
    size_t widest = 0;
    for (size_t i = 0; i < criteria->count + profiles->count; i++) {
        const struct pack_entry *entry =
            i < criteria->count ? &criteria->items[i] : &profiles->items[i - criteria->count];
        size_t columns = unicode_width(entry->name);
        widest = columns > widest ? columns : widest;
    }
    return widest < NAME_MOST ? widest : NAME_MOST;
}

static struct text what_it_holds(struct page *page, const struct pack_entry *entry, bool profile)
{
    if (profile)
        return text_format(&page->scratch, "%.*s, %.*s",
                           TEXT_ARG(count_words(page, entry->needs, "need", "needs")),
                           TEXT_ARG(count_words(page, entry->weights, "weight", "weights")));
    return text_format(&page->scratch, "%.*s, %.*s, %.*s",
                       TEXT_ARG(count_words(page, entry->categories, "category", "categories")),
                       TEXT_ARG(count_words(page, entry->criteria, "criterion", "criteria")),
                       TEXT_ARG(count_words(page, entry->rules, "rule", "rules")));
}

static void sound_entry(struct page *page, const struct pack_entry *entry, size_t column,
                        bool profile)
{
    struct text revision = page_prose(page, entry->revision);
    page_flow_marked(page, column, page_prose(page, entry->title), INK_PLAIN);
    if (revision.len > 0)
        page_flow(page, column, text_format(&page->scratch, ", revision %.*s", TEXT_ARG(revision)),
                  INK_PLAIN);
    page_end(page);
    page_to(page, column);
    page_flow(page, column, what_it_holds(page, entry, profile), INK_FAINT);
    if (entry->fits.len > 0)
        page_flow(
            page, column,
            text_format(&page->scratch, "; fits %.*s", TEXT_ARG(page_prose(page, entry->fits))),
            INK_FAINT);
}

static void print_entry(struct page *page, const struct pack_entry *entry, size_t names,
                        bool profile)
{
    const size_t column = PACK_INDENT + names + GAP;
    page_to(page, PACK_INDENT);
    page_write(page, page_visible(page, entry->name), INK_STRONG);
    page_to(page, column);
    if (page_position(page) > column)
        page_space(page, 1);
    if (entry->faulty)
        page_flow(page, column,
                  text_format(&page->scratch, "has errors: shortlist check %.*s",
                              TEXT_ARG(page_visible(page, entry->path))),
                  INK_WARNING);
    else
        sound_entry(page, entry, column, profile);
    page_end(page);
    page_forget(page);
}

static void print_entries(struct page *page, const char *heading,
                          const struct pack_entries *entries, size_t names, bool profiles)
{
    if (page->markdown.sink != NULL) {
        page_heading(page, heading);
    } else {
        page_write(page, text_from(heading), INK_STRONG);
        page_end(page);
    }
    for (size_t i = 0; i < entries->count; i++)
        print_entry(page, &entries->items[i], names, profiles);
    if (entries->count == 0) {
        page_to_paragraph(page, PACK_INDENT);
        page_flow(page, PACK_INDENT, TEXT("None is installed."), INK_PLAIN);
        page_end(page);
    }
    page_blank(page);
}

void packs_print(const struct pack_entries *criteria, const struct pack_entries *profiles,
                 const struct pack_style *style, struct sink *sink)
{
    const size_t names = name_columns(criteria, profiles);
    struct page page;
    pack_open(&page, style, sink);
    print_entries(&page, "Criteria packs", criteria, names, false);
    print_entries(&page, "Profiles", profiles, names, true);
    page_flow(&page, 0,
              TEXT("`shortlist packs show NAME` prints one in full. `shortlist init DIR -c PACK "
                   "-p PROFILE` starts an evaluation with them."),
              INK_PLAIN);
    page_end(&page);
    page_close(&page);
}
