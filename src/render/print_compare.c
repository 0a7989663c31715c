/* Where one vendor's lead over another comes from, down to the answers. */
#include "lead.h"

#include "bar.h"
#include "lead_terms.h"
#include "wording.h"
#include "shortlist/number.h"

enum {
    INDENT = 2,
    NUMBER_GAP = 2,
    HEADING_LEAST = 6, /* columns of a vendor's id above its numbers */
    HEADING_MOST = 16, /* on a terminal, where the width has no room for more */
    BAR_COLUMNS = 8,   /* of each half of a bar */
    BAR_LEAST_PAGE = 76,
    CATEGORY_COLUMNS = 24, /* that are left for the titles of categories */
    WORDS_LEAST = 30
};

static const char difference_heading[] = "difference";

/* Columns of the heads: ids as they are where the width has room, at least HEADING_MOST of them. */
static void lay_out_ids(struct lead *lead)
{
    const struct page *page = lead->page;
    const struct vendor *vendors = lead->evaluation->answers->vendors;
    size_t number = sizeof "100." - 1 + (size_t)lead->decimals;
    size_t least = number > HEADING_LEAST ? number : HEADING_LEAST;
    size_t taken = INDENT + 2 * NUMBER_GAP + sizeof difference_heading - 1 + NUMBER_GAP +
                   2 * BAR_COLUMNS + 1 + NUMBER_GAP + CATEGORY_COLUMNS;
    size_t room = page->columns > taken ? page->columns - taken : 0;
    size_t most = room / 2 > HEADING_MOST ? room / 2 : HEADING_MOST;
    lead->ids[0] = vendors[lead->comparison->a.vendor].id;
    lead->ids[1] = vendors[lead->comparison->b.vendor].id;
    for (size_t i = 0; i < 2; i++) {
        size_t id = lead->ids[i].len;
        if (page->width > 0 && id > most)
            id = most;
        lead->id_columns[i] = id > least ? id : least;
    }
    lead->heads = heads_make(lead->page, lead->ids, lead->id_columns, 2);
    for (size_t i = 0; lead->heads.letters && i < 2; i++)
        lead->id_columns[i] = least;
}

static void lay_out(struct lead *lead)
{
    lay_out_ids(lead);
    lead->a_end = INDENT + lead->id_columns[0];
    lead->b_end = lead->a_end + NUMBER_GAP + lead->id_columns[1];
    lead->difference_end = lead->b_end + NUMBER_GAP + sizeof difference_heading - 1;
    lead->words = lead->difference_end + NUMBER_GAP;
    lead->criterion_words = lead->words;
    if (lead->page->columns >= BAR_LEAST_PAGE) {
        lead->bar = lead->words;
        lead->words += 2 * BAR_COLUMNS + 1 + NUMBER_GAP;
    }
    lead->below = lead->criterion_words + WORDS_LEAST > lead->page->columns;
    if (lead->below)
        lead->criterion_words = INDENT + 2;
}

void lead_make(struct lead *lead, struct page *page, const struct evaluation *evaluation,
               const struct comparison *comparison)
{
    *lead = (struct lead){.page = page,
                          .evaluation = evaluation,
                          .comparison = comparison,
                          .decimals = detail_decimals(evaluation)};
    lay_out(lead);
}

/* --- By category, adding up ---------------------------------------------------------------- */

static void headings(const struct lead *lead)
{
    struct page *page = lead->page;
    page_right(page, heads_text(page, &lead->heads, 0), lead->a_end, INK_FAINT);
    page_right(page, heads_text(page, &lead->heads, 1), lead->b_end, INK_FAINT);
    page_right(page, text_from(difference_heading), lead->difference_end, INK_FAINT);
    page_end(page);
}

static void amounts(const struct lead *lead, double a, double b, double difference)
{
    page_number(lead->page, a, lead->decimals, lead->a_end, INK_PLAIN);
    page_number(lead->page, b, lead->decimals, lead->b_end, INK_PLAIN);
    page_signed(lead->page, difference, lead->decimals, lead->difference_end, INK_STRONG);
}

static double as_printed(const struct lead *lead, double value)
{
    return number_round(value, lead->decimals);
}

static void category_line(const struct lead *lead, const struct comparison_category *category)
{
    struct page *page = lead->page;
    const struct category *asked = &lead->evaluation->criteria->categories[category->category];
    amounts(lead, category->a, category->b, category->difference);
    if (lead->bar > 0) {
        double part = 0;
        if (as_printed(lead, category->difference) != 0)
            part = category->difference / lead->comparison->largest_category;
        page_to(page, lead->bar);
        bar_draw_from_middle(page, part, BAR_COLUMNS);
    }
    page_to(page, lead->words);
    page_flow(page, lead->words, page_prose(page, asked->title), INK_PLAIN);
    page_end(page);
}

static void terms(const struct lead *lead)
{
    struct page *page = lead->page;
    struct lead_term shown[LEAD_TERMS];
    size_t count = lead_terms(lead->comparison, lead->decimals, shown);
    for (size_t i = 0; i < count; i++) {
        amounts(lead, shown[i].a, shown[i].b, shown[i].difference);
        page_to(page, lead->words);
        page_flow(page, lead->words, text_from(shown[i].what), INK_PLAIN);
        page_end(page);
    }
}

void print_lead_categories(const struct lead *lead)
{
    const struct comparison *comparison = lead->comparison;
    page_heading(lead->page, lead_categories_heading);
    heads_legend(lead->page, INDENT, &lead->heads);
    headings(lead);
    for (size_t c = 0; c < comparison->category_count; c++)
        category_line(lead, &comparison->categories[c]);
    terms(lead);
}

/* --- By criterion -------------------------------------------------------------------------- */

/* What stands behind an answer, where that decides how many of its points it keeps. */
static void write_evidence(struct page *page, size_t hanging, const struct criterion *criterion,
                           const struct card_criterion *shown)
{
    if (!criterion->proof || !(shown->raw_points > 0))
        return;
    const char *level =
        shown->evidence == EVIDENCE_UNSTATED ? "no evidence" : evidence_words[shown->evidence];
    page_flow_marked(page, hanging, text_format(&page->scratch, ", %s", level), INK_PLAIN);
    if (shown->expired)
        page_flow_marked(page, hanging, TEXT(", EXPIRED"), INK_CRITICAL);
}

/* Whose word the answer is, where it is not the vendor's alone. */
static struct text origin_words(struct page *page, const struct evaluation *evaluation,
                                const struct card *card, uint32_t position)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &card->criteria[position];
    uint8_t mark = evaluation->answers->columns[position].marks[card->vendor];
    if (shown->decision != NULL)
        return mark_state(shown->decision->cell.mark) == STATE_OPEN ? TEXT(", evidence as decided")
                                                                    : TEXT(", as decided");
    if (mark & MARK_CONTESTED)
        return criterion->by == BY_VENDOR ? TEXT(", disputed by our raters")
                                          : TEXT(", our raters disagree");
    if (criterion->type != TYPE_RATING || shown->rating_count == 0)
        return TEXT("");
    struct rated rated = ratings_rated(shown->ratings, shown->rating_count, NOWHERE);
    if (rated.count == 0)
        return TEXT("");
    return text_format(&page->scratch, ", by %.*s",
                       TEXT_ARG(count_words(page, rated.count, "rater", "raters")));
}

void compared_answer_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                           const struct card *card, uint32_t position)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &card->criteria[position];
    if (shown->has_answer) {
        page_flow_marked(page, hanging, answer_words(page, evaluation, card->vendor, position),
                         INK_PLAIN);
        write_evidence(page, hanging, criterion, shown);
    } else {
        page_flow_marked(page, hanging, shown->state == STATE_NA ? TEXT("left out") : TEXT("open"),
                         INK_WARNING);
    }
    page_flow(page, hanging, origin_words(page, evaluation, card, position), INK_PLAIN);
}

static void answer_line(const struct lead *lead, const struct card *card, uint32_t position)
{
    struct page *page = lead->page;
    size_t indent = lead->criterion_words;
    struct text id = lead->evaluation->answers->vendors[card->vendor].id;
    page_to(page, indent);
    page_flow(page, indent + 2, text_format(&page->scratch, "%.*s: ", TEXT_ARG(id)), INK_FAINT);
    compared_answer_write(page, indent + 2, lead->evaluation, card, position);
    page_end(page);
}

static void criterion_lines(const struct lead *lead, const struct comparison_criterion *criterion)
{
    struct page *page = lead->page;
    amounts(lead, criterion->a, criterion->b, criterion->difference);
    if (lead->below)
        page_end(page);
    page_to(page, lead->criterion_words);
    criterion_write(page, lead->criterion_words,
                    &lead->evaluation->criteria->criteria[criterion->criterion]);
    page_end(page);
    answer_line(lead, &lead->comparison->a, criterion->criterion);
    answer_line(lead, &lead->comparison->b, criterion->criterion);
}

void print_no_difference(struct page *page, size_t count)
{
    if (count == 0)
        return;
    struct text criteria = count_words(page, count, "criterion makes", "criteria make");
    page_to_paragraph(page, INDENT);
    page_flow(page, INDENT, text_format(&page->scratch, "%.*s no difference.", TEXT_ARG(criteria)),
              INK_FAINT);
    page_end(page);
}

void print_lead_criteria(const struct lead *lead)
{
    struct page *page = lead->page;
    const struct comparison *comparison = lead->comparison;
    size_t told = 0;
    page_heading(page, lead_criteria_heading);
    for (size_t c = 0; c < comparison->criterion_count; c++) {
        if (as_printed(lead, comparison->criteria[c].difference) == 0)
            continue;
        if (told++ == 0)
            headings(lead);
        criterion_lines(lead, &comparison->criteria[c]);
    }
    print_no_difference(page, comparison->criterion_count - told);
}
