/* A criteria pack as readable text: what counts, what the buyer needs, how it is counted. */
#include <math.h>

#include "bar.h"
#include "markdown_table.h"
#include "pack_parts.h"
#include "print.h"
#include "remarks.h"
#include "wording.h"

enum { WEIGHT_COLUMNS = 8, SHARE_COLUMNS = 9, BAR_COLUMNS = 20 };

const struct pack_format pack_formats[] = {
    {"text", "for people, as wide as the terminal", false},
    {"markdown", "a document, as GitHub shows it", true},
};
const size_t pack_format_count = sizeof pack_formats / sizeof *pack_formats;

/* --- Parts of all -------------------------------------------------------------------------- */

void pack_open(struct page *page, const struct pack_style *style, struct sink *sink)
{
    if (style->markdown)
        page_open_markdown(page, sink, style->ascii);
    else
        page_open(page, sink, style->width, style->color, style->ascii);
}

void pack_heading(struct page *page, struct text title)
{
    page_heading(page, text_copy(&page->scratch, page_prose(page, title)).ptr);
}

void pack_line(struct page *page, const char *label, struct text words)
{
    if (words.len == 0)
        return;
    page_to(page, PACK_WORDS);
    page_flow(page, PACK_WORDS + 2, text_from(label), INK_FAINT);
    page_flow(page, PACK_WORDS + 2, page_prose(page, words), INK_PLAIN);
    page_end(page);
}

/* A sentence or two of our own below a heading. */
static void paragraph(struct page *page, struct text words)
{
    page_to_paragraph(page, PACK_INDENT);
    page_flow(page, PACK_INDENT, words, INK_PLAIN);
    page_end(page);
}

/* --- The whole in short -------------------------------------------------------------------- */

struct counts {
    size_t asked, judged, computed, dropped;
};

static struct counts count_criteria(const struct criteria *criteria)
{
    struct counts counts = {0};
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        counts.dropped += criterion->dropped;
        counts.asked += !criterion->dropped && criterion->by == BY_VENDOR;
        counts.judged += !criterion->dropped && criterion->by == BY_BUYER;
        counts.computed += !criterion->dropped && criterion->by == BY_NOBODY;
    }
    return counts;
}

static void in_short(const struct pack_page *pack)
{
    struct page *page = pack->page;
    const struct criteria *criteria = pack->criteria;
    const struct counts counts = count_criteria(criteria);
    struct text_buffer words = {.arena = &page->scratch};
    buffer_format(&words, "%.*s, %.*s, %.*s: %zu asked of vendors",
                  TEXT_ARG(count_words(page, criteria->category_count, "category", "categories")),
                  TEXT_ARG(count_words(page, criteria->rule_count, "rule", "rules")),
                  TEXT_ARG(count_words(page, criteria->criterion_count, "criterion", "criteria")),
                  counts.asked);
    if (counts.judged > 0)
        buffer_format(&words, ", %zu judged or found out by the buyer", counts.judged);
    if (counts.computed > 0)
        buffer_format(&words, ", %zu computed", counts.computed);
    if (counts.dropped > 0)
        buffer_format(&words, ", %zu left out with these needs", counts.dropped);
    page_flow(page, 0, buffer_text(&words), INK_PLAIN);
    page_end(page);
}

/* --- Weights ------------------------------------------------------------------------------- */

static double largest_share(const struct pack_page *pack)
{
    double largest = 0;
    for (size_t c = 0; c < pack->criteria->category_count; c++)
        largest = fmax(largest, pack->shares.categories[c]);
    return largest;
}

static void weights_as_bars(const struct pack_page *pack)
{
    struct page *page = pack->page;
    const struct criteria *criteria = pack->criteria;
    const size_t titles = title_columns(page, criteria);
    const size_t weight_end = PACK_INDENT + titles + WEIGHT_COLUMNS;
    const size_t share_end = weight_end + SHARE_COLUMNS;
    const double largest = largest_share(pack);
    page_to(page, PACK_INDENT);
    page_write(page, TEXT("Category"), INK_FAINT);
    page_right(page, TEXT("Weight"), weight_end, INK_FAINT);
    page_right(page, TEXT("Share"), share_end, INK_FAINT);
    page_end(page);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        const double share = pack->shares.categories[c];
        if (category->dropped)
            continue;
        page_to(page, PACK_INDENT);
        page_cell(page, page_prose(page, category->title), titles, INK_PLAIN);
        page_right(page, weight_words(page, category->weight.value), weight_end, INK_PLAIN);
        page_right(page, share_words(page, share), share_end, INK_PLAIN);
        if (share_end + 2 + BAR_COLUMNS <= page->columns) {
            page_space(page, 2);
            bar_draw(page, largest > 0 ? share / largest : 0, BAR_COLUMNS, INK_BAR);
        }
        page_end(page);
    }
}

static void weights_as_table(const struct pack_page *pack)
{
    struct page *page = pack->page;
    struct table table = table_begin(page);
    table_head(&table, TEXT("Category"));
    table_head(&table, TEXT("Id"));
    table_number_head(&table, TEXT("Weight"));
    table_number_head(&table, TEXT("Share"));
    table_end_heads(&table);
    for (size_t c = 0; c < pack->criteria->category_count; c++) {
        const struct category *category = &pack->criteria->categories[c];
        if (category->dropped)
            continue;
        table_text(&table, page_prose(page, category->title), INK_PLAIN);
        table_text(&table, category->id.text, INK_PLAIN);
        table_text(&table, weight_words(page, category->weight.value), INK_PLAIN);
        table_text(&table, share_words(page, pack->shares.categories[c]), INK_PLAIN);
        table_end_row(&table);
    }
}

/* --- Needs --------------------------------------------------------------------------------- */

struct text options_words(const struct options *options, struct arena *arena)
{
    struct text_buffer words = {.arena = arena};
    for (size_t o = 0; o < options->count; o++) {
        const struct option *option = &options->items[o];
        buffer_format(&words, "%s%.*s", o > 0 ? ", " : "", TEXT_ARG(option->id));
        if (!text_equal(option->id, option->label))
            buffer_format(&words, " (%.*s)", TEXT_ARG(option->label));
    }
    return buffer_text(&words);
}

void pack_need(struct page *page, const struct need *need)
{
    struct text above = remark_above(need->id.place.source, need->id.place.line, &page->scratch);
    page_to(page, PACK_INDENT);
    page_flow(page, PACK_WORDS, need->id.text, INK_STRONG);
    page_flow(page, PACK_WORDS, TEXT(": "), INK_PLAIN);
    page_flow(page, PACK_WORDS, need_words(page, need), INK_PLAIN);
    if (need->replaced)
        page_flow(page, PACK_WORDS, TEXT(" (as a profile or an option has it)"), INK_FAINT);
    page_end(page);
    print_remark(page, PACK_WORDS, above, INK_PLAIN);
    pack_line(page, "Allowed: ", options_words(&need->options, &page->scratch));
    page_forget(page);
}

static void needs(const struct pack_page *pack)
{
    if (pack->criteria->need_count == 0)
        return;
    page_heading(pack->page, "What the buyer needs");
    paragraph(pack->page, TEXT("A profile or --need NAME=VALUE replaces these."));
    for (size_t n = 0; n < pack->criteria->need_count; n++)
        pack_need(pack->page, &pack->criteria->needs[n]);
}

/* --- How it is counted --------------------------------------------------------------------- */

static bool any_proof(const struct criteria *criteria)
{
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (criteria->criteria[c].proof)
            return true;
    }
    return false;
}

struct text factors_words(struct page *page, const struct evidence_factors *factors)
{
    const struct {
        const char *level;
        struct stated_number factor;
    } rows[] = {
        {"claimed", factors->claimed},
        {"documented", factors->documented},
        {"verified", factors->verified},
        {"expired", factors->expired},
    };
    struct text_buffer words = {.arena = &page->scratch};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].factor.place.line > 0)
            buffer_format(&words, "%s%s %.*s", words.len > 0 ? ", " : "", rows[i].level,
                          TEXT_ARG(share_words(page, rows[i].factor.value)));
    }
    return buffer_text(&words);
}

static struct text ties_words(struct page *page, const struct words *ids)
{
    struct text_buffer words = {.arena = &page->scratch};
    for (size_t i = 0; i < ids->count; i++)
        buffer_format(&words, "%s%.*s", i > 0 ? ", then " : "", TEXT_ARG(ids->items[i].text));
    return buffer_text(&words);
}

static struct text bands_words(struct page *page, const struct bands *bands)
{
    struct text_buffer words = {.arena = &page->scratch};
    char from[NUMBER_SIZE];
    for (size_t b = 0; b < bands->count; b++) {
        number_plain(bands->items[b].from, from);
        buffer_format(&words, "%sfrom %s: %.*s", b > 0 ? "; " : "", from,
                      TEXT_ARG(bands->items[b].verdict));
    }
    return buffer_text(&words);
}

/* An entry of the list: what it is about, then the words; nothing where there are none. */
static void entry(struct page *page, const char *about, struct text words)
{
    if (words.len == 0)
        return;
    page_to(page, PACK_INDENT);
    page_flow(page, PACK_WORDS, text_from(about), INK_FAINT);
    page_flow(page, PACK_WORDS, page_prose(page, words), INK_PLAIN);
    page_end(page);
}

static void counting(const struct pack_page *pack)
{
    struct page *page = pack->page;
    const struct criteria *criteria = pack->criteria;
    page_heading(page, "How it counts");
    entry(page, "An open question: ",
          criteria->missing == MISSING_EXCLUDE ? TEXT("leaves the sums, until it is answered")
                                               : TEXT("earns nothing, until it is answered"));
    if (any_proof(criteria) && criteria->evidence.place.line > 0)
        entry(page, "What evidence leaves of the points where proof is asked for: ",
              factors_words(page, &criteria->evidence));
    entry(page, "Equal totals are parted by: ", ties_words(page, &criteria->tie_ids));
    entry(page, "Verdicts: ", bands_words(page, &criteria->bands));
}

void pack_print(const struct pack *pack, const struct pack_style *style, struct sink *sink)
{
    struct page page;
    struct arena arena = {0};
    pack_open(&page, style, sink);
    const struct pack_page whole = {&page, pack->criteria, shares_of(pack->criteria, &arena)};
    print_title_of(&page, pack->criteria, pack->profile_titles, pack->profile_count);
    in_short(&whole);
    page_heading(&page, "What counts");
    if (style->markdown)
        weights_as_table(&whole);
    else
        weights_as_bars(&whole);
    needs(&whole);
    counting(&whole);
    pack_questions(&whole);
    pack_rules(&whole);
    page_close(&page);
    arena_release(&arena);
}
