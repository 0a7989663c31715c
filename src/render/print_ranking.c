/* The ranking: a line a vendor with its bar, then what is to be said; those without a rank below.
 */
#include "print.h"

#include "bar.h"
#include "decision_words.h"
#include "shown.h"
#include "unranked.h"
#include "wording.h"
#include "shortlist/scorecard.h"
#include "shortlist/unicode.h"

enum {
    INDENT = 2,
    NAME_LEAST = 8,
    NAME_MOST = 44, /* longer ones move their own line only */
    VERDICT_MOST = 16,
    BAR_LEAST = 10,
    BAR_MOST = 24,
    REMARKS_LEAST = 34 /* columns that are room for remarks behind the score */
};

struct layout {
    size_t name; /* where names begin */
    size_t bar;  /* where bars begin */
    size_t bar_columns;
    size_t verdict; /* where verdicts begin */
    size_t verdict_columns;
    size_t score_end;
    size_t cell; /* columns of a category with the space before; 0: no columns */
    bool keys_are_numbers;
};

static size_t label_columns(struct page *page, const struct vendor *vendor)
{
    struct text name = page_visible(page, vendor->name);
    struct text id = vendor_id_words(page, vendor->name, vendor->id);
    return unicode_width(name) + (id.len > 0 ? 1 + unicode_width(id) : 0);
}

/* Columns for the names: those of the widest, within `most`. */
static size_t name_columns(struct page *page, const struct evaluation *evaluation, size_t shown,
                           size_t most)
{
    size_t widest = NAME_LEAST;
    for (size_t i = 0; i < shown; i++) {
        size_t columns = label_columns(page, &evaluation->answers->vendors[evaluation->order[i]]);
        if (columns > widest)
            widest = columns;
        page_forget(page);
    }
    return widest < most ? widest : most;
}

static size_t verdict_columns(struct page *page, const struct criteria *criteria)
{
    size_t widest = 0;
    for (size_t i = 0; i < criteria->bands.count; i++) {
        size_t columns = unicode_width(page_prose(page, criteria->bands.items[i].verdict));
        if (columns > widest)
            widest = columns;
    }
    size_t most = page->columns / 6 < VERDICT_MOST ? page->columns / 6 : VERDICT_MOST;
    return widest < most ? widest : most;
}

static size_t digits(size_t number)
{
    size_t count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

static struct layout layout_make(struct page *page, const struct evaluation *evaluation,
                                 size_t shown)
{
    struct layout layout = {.verdict_columns = verdict_columns(page, evaluation->criteria)};
    size_t scores = score_columns(evaluation);
    size_t verdict = layout.verdict_columns > 0 ? layout.verdict_columns + 2 : 0;
    size_t ranks = shown < evaluation->ranked ? shown : evaluation->ranked;
    layout.name = INDENT + digits(ranks) + 2;

    /* Names take what the least bar leaves; the bar takes half of what the names leave. */
    size_t taken = layout.name + 2 + 2 + verdict + scores;
    size_t room = page->columns > taken ? page->columns - taken : 0;
    size_t most = room < BAR_LEAST + NAME_LEAST ? NAME_LEAST : room - BAR_LEAST;
    size_t names = name_columns(page, evaluation, shown, most < NAME_MOST ? most : NAME_MOST);
    size_t bar = room > names ? (room - names) / 2 : 0;
    layout.bar = layout.name + names + 2;
    layout.bar_columns = bar < BAR_LEAST ? BAR_LEAST : bar > BAR_MOST ? BAR_MOST : bar;
    layout.verdict = layout.bar + layout.bar_columns + 2;
    layout.score_end = layout.verdict + verdict + scores;
    return layout;
}

/* Makes room for a column a category; a shorter bar will do then. */
static void add_categories(struct layout *layout, const struct evaluation *evaluation)
{
    size_t less = layout->bar_columns - BAR_LEAST;
    layout->cell = category_columns(evaluation) + 1;
    layout->keys_are_numbers = keys_are_numbers(evaluation->criteria, layout->cell - 1);
    layout->bar_columns -= less;
    layout->verdict -= less;
    layout->score_end -= less;
}

bool ranking_has_room(struct page *page, const struct report *report, size_t shown)
{
    const struct criteria *criteria = report->evaluation->criteria;
    struct layout layout = layout_make(page, report->evaluation, shown);
    add_categories(&layout, report->evaluation);
    size_t columns = layout.score_end + 1;
    for (size_t c = 0; c < criteria->category_count; c++)
        columns += criteria->categories[c].dropped ? 0 : layout.cell;
    return page->width == 0 || columns <= page->width;
}

/* --- Lines --------------------------------------------------------------------------------- */

static void headings(struct page *page, const struct layout *layout,
                     const struct criteria *criteria)
{
    size_t end = layout->score_end + 1;
    page_right(page, TEXT("score"), layout->score_end, INK_FAINT);
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (criteria->categories[c].dropped)
            continue;
        end += layout->cell;
        page_right(page,
                   category_key(page, criteria, c, layout->cell - 1, layout->keys_are_numbers), end,
                   INK_FAINT);
    }
    page_end(page);
}

static void category_scores(struct page *page, const struct layout *layout,
                            const struct evaluation *evaluation, uint32_t vendor)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t end = layout->score_end + 1;
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (criteria->categories[c].dropped)
            continue;
        end += layout->cell;
        page_number(page, evaluation->category_scores[vendor * criteria->category_count + c],
                    criteria->decimals, end, INK_PLAIN);
    }
}

/* Goes to where bars begin, or two columns on where a name was too long for its cell. */
static void to_bar(struct page *page, const struct layout *layout)
{
    size_t position = page_position(page);
    page_to(page, position + 2 > layout->bar ? position + 2 : layout->bar);
}

/*
 * Name and id. Where they are too wide the name is cut, as the id is what other commands want to be
 * given; an id that would leave no name is left out.
 */
static void label(struct page *page, const struct layout *layout, const struct vendor *vendor)
{
    size_t columns = layout->bar - 2 - layout->name;
    struct text name = page_visible(page, vendor->name);
    struct text id = vendor_id_words(page, vendor->name, vendor->id);
    size_t id_columns = id.len > 0 ? 1 + unicode_width(id) : 0;
    if (page->width > 0 && unicode_width(name) + id_columns > columns) {
        if (id_columns + NAME_LEAST > columns)
            id_columns = 0;
        name = page_cut(page, name, columns - id_columns);
    }
    page_to(page, layout->name);
    page_write(page, name, INK_STRONG);
    if (id_columns > 0) {
        page_space(page, 1);
        page_write(page, id, INK_FAINT);
    }
}

struct text remark_words(struct page *page, const struct evaluation *evaluation,
                         const struct card *card)
{
    const struct result *result = card->result;
    const struct text list[] = {
        range_words(page, evaluation, result),
        open_words(page, evaluation, card->vendor),
        conditional_words(page, evaluation, result),
        ranked_by_waiver_words(page, card),
        tie_words(page, evaluation, card->vendor),
        tie_break_words(page, evaluation, card->vendor),
    };
    struct text_buffer said = {.arena = &page->scratch};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].len > 0)
            buffer_format(&said, "%s%.*s", said.len > 0 ? "; " : "", TEXT_ARG(list[i]));
    }
    return buffer_text(&said);
}

/* What is to be said of a score: behind it where there is room, else below. */
static void remarks(struct page *page, const struct layout *layout,
                    const struct evaluation *evaluation, const struct card *card)
{
    struct text said = remark_words(page, evaluation, card);
    bool range = range_words(page, evaluation, card->result).len > 0;
    size_t hanging = layout->score_end + 2;
    bool below = layout->cell > 0 || (page->width > 0 && hanging + REMARKS_LEAST > page->width);
    if (said.len == 0)
        return;
    if (below) {
        hanging = layout->name + 2;
        page_end(page);
        page_to(page, hanging);
    } else {
        page_write(page, range ? TEXT(", ") : TEXT("; "), INK_PLAIN);
    }
    page_flow(page, hanging, said, INK_PLAIN);
}

static void ranked_line(struct page *page, const struct layout *layout,
                        const struct evaluation *evaluation, const struct card *card)
{
    const struct result *result = card->result;
    struct text verdict = page_prose(page, verdict_of(evaluation, result));
    struct text rank = rank_words(page, result);
    page_right(page, rank, layout->name - (result->tied ? 1 : 2), INK_STRONG);
    label(page, layout, &evaluation->answers->vendors[card->vendor]);
    to_bar(page, layout);
    bar_draw(page, result->total / 100, layout->bar_columns, INK_BAR);
    if (layout->verdict_columns > 0) {
        page_to(page, layout->verdict);
        page_cell(page, verdict, layout->verdict_columns, INK_PLAIN);
    }
    page_right(page, score_words(page, evaluation, result->total), layout->score_end, INK_STRONG);
    if (layout->cell > 0)
        category_scores(page, layout, evaluation, card->vendor);
    remarks(page, layout, evaluation, card);
    page_end(page);
}

static void knocked_out_line(struct page *page, const struct layout *layout,
                             const struct evaluation *evaluation, const struct card *card)
{
    page_right(page, text_from(severity_sign(page, SEVERITY_KNOCKOUT)), layout->name - 2,
               INK_KNOCKOUT);
    label(page, layout, &evaluation->answers->vendors[card->vendor]);
    to_bar(page, layout);
    bar_draw(page, card->result->total / 100, layout->bar_columns, INK_FAINT);
    page_right(page, score_words(page, evaluation, card->result->total), layout->score_end,
               INK_PLAIN);
    if (layout->cell > 0)
        category_scores(page, layout, evaluation, card->vendor);
    remarks(page, layout, evaluation, card);
    page_end(page);
    uint32_t at = 0;
    struct text reason;
    while (next_reason(page, card, &at, &reason)) {
        page_to(page, layout->name + 2);
        page_flow(page, layout->name + 2, reason, INK_PLAIN);
        page_end(page);
    }
}

void print_overlap(struct page *page, const struct evaluation *evaluation, size_t shown)
{
    if (!standing_may_change(evaluation, shown))
        return;
    page_to_paragraph(page, INDENT);
    page_flow(page, INDENT, TEXT("Ranges overlap: open answers can still change this order."),
              INK_WARNING);
    page_end(page);
}

void print_ranking(struct page *page, const struct report *report, const struct findings *findings,
                   enum category_scores scores)
{
    const struct evaluation *evaluation = report->evaluation;
    struct layout layout = layout_make(page, evaluation, findings->count);
    int status = -1;

    if (scores == SCORES_BY_VENDOR)
        add_categories(&layout, evaluation);
    for (size_t i = 0; i < findings->count; i++) {
        const struct card *card = &findings->cards[i];
        if (card->result->status != status) {
            status = card->result->status;
            page_heading(page, status_title(card->result));
            if (layout.cell > 0 && i == 0)
                headings(page, &layout, evaluation->criteria);
        }
        if (status == STATUS_RANKED)
            ranked_line(page, &layout, evaluation, card);
        else if (status == STATUS_KNOCKED_OUT)
            knocked_out_line(page, &layout, evaluation, card);
        else if (status == STATUS_EXCLUDED)
            print_excluded(page, evaluation, card->vendor);
        else
            print_unscored(page, evaluation, card->vendor);
        page_forget(page);
        if (i + 1 == evaluation->ranked || (status == STATUS_RANKED && i + 1 == findings->count))
            print_overlap(page, evaluation, findings->count);
    }
    if (report->top > 0)
        print_rest(page, report, findings->count);
    else
        print_unread(page, evaluation->answers);
}
