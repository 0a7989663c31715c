/*
 * The reports for people: which sections each has, and in what order. A section that is no table is
 * written by the same function on every page; of the others each kind of page has its own.
 */
#include "reports.h"

#include "lead.h"
#include "markdown_parts.h"
#include "shown.h"
#include "wording.h"
#include "shortlist/scorecard.h"

/* --- The kinds of pages --------------------------------------------------------------------- */

/* How a page is begun, and what draws the tables on it. */
struct page_kind {
    void (*open)(struct page *page, const struct report *report, struct sink *sink);
    /* score */
    void (*ranking)(struct page *page, const struct report *report, const struct findings *findings,
                    enum category_scores scores);
    void (*weights)(struct page *page, const struct report *report, size_t shown,
                    enum category_scores scores);
    void (*card_categories)(struct page *page, const struct evaluation *evaluation,
                            const struct card *card);
    void (*card_picks)(struct page *page, const struct evaluation *evaluation,
                       const struct card *card, const struct scorecard *scorecard);
    void (*card_decision)(struct page *page, const struct evaluation *evaluation,
                          const struct decision *decision, bool first);
    /* explain */
    void (*criteria)(const struct explanation *explanation);
    /* compare */
    void (*lead_categories)(const struct lead *lead);
    void (*lead_criteria)(const struct lead *lead);
    /* panel */
    void (*moderation)(const struct panel_view *view);
    void (*values)(const struct panel_view *view);
    void (*raters)(const struct panel_view *view);
    void (*winners)(const struct panel_view *view);
};

static void open_text(struct page *page, const struct report *report, struct sink *sink)
{
    page_open(page, sink, report->width, report->color, report->ascii);
}

static void open_markdown(struct page *page, const struct report *report, struct sink *sink)
{
    page_open_markdown(page, sink, report->ascii);
}

static const struct page_kind text_page = {
    .open = open_text,
    .ranking = print_ranking,
    .weights = print_weights,
    .card_categories = print_card_categories,
    .card_picks = print_card_picks,
    .card_decision = print_card_decision,
    .criteria = print_criteria,
    .lead_categories = print_lead_categories,
    .lead_criteria = print_lead_criteria,
    .moderation = print_moderation,
    .values = print_panel_values,
    .raters = print_raters,
    .winners = print_winners,
};

static const struct page_kind markdown_page = {
    .open = open_markdown,
    .ranking = markdown_ranking,
    .weights = markdown_weights,
    .card_categories = markdown_card_categories,
    .card_picks = markdown_card_picks,
    .card_decision = markdown_card_decision,
    .criteria = markdown_criteria,
    .lead_categories = markdown_lead_categories,
    .lead_criteria = markdown_lead_criteria,
    .moderation = markdown_moderation,
    .values = markdown_values,
    .raters = markdown_raters,
    .winners = markdown_winners,
};

/* --- Score ---------------------------------------------------------------------------------- */

/* What the panel decided about the vendor; the headline has an exclusion. */
static void write_card_decisions(struct page *page, const struct evaluation *evaluation,
                                 const struct card *card, const struct page_kind *kind)
{
    bool first = true;
    for (size_t d = 0; d < card->decision_count; d++) {
        if (card->decisions[d].kind == EXCLUDED_VENDOR)
            continue;
        kind->card_decision(page, evaluation, &card->decisions[d], first);
        first = false;
    }
}

static void write_card(struct page *page, const struct evaluation *evaluation,
                       const struct judgements *judgements, uint32_t vendor,
                       const struct page_kind *kind)
{
    struct card card;
    struct scorecard scorecard;
    card_make(&card, evaluation, vendor, &page->scratch);
    scorecard_make(&scorecard, evaluation, &card);
    page_begin_heading(page, 3);
    print_headline(page, evaluation, judgements, &card, scorecard.sum);
    if (card.result->status != STATUS_EXCLUDED) {
        kind->card_categories(page, evaluation, &card);
        kind->card_picks(page, evaluation, &card, &scorecard);
    }
    write_card_decisions(page, evaluation, &card, kind);
    page_forget(page);
}

/* A scorecard for each of the first `shown` vendors. */
static void write_cards(struct page *page, const struct evaluation *evaluation, size_t shown,
                        const struct page_kind *kind)
{
    struct arena arena = {0};
    const struct judgements *judgements = judgements_of(evaluation, &arena);
    page_heading(page, "Scorecards");
    for (size_t i = 0; i < shown; i++)
        write_card(page, evaluation, judgements, evaluation->order[i], kind);
    arena_release(&arena);
}

static void write_score(const struct report *report, struct sink *sink,
                        const struct page_kind *kind)
{
    const struct evaluation *evaluation = report->evaluation;
    size_t shown = shown_vendors(report);
    struct page page;
    struct findings findings;

    kind->open(&page, report, sink);
    findings_gather(&findings, evaluation, shown);
    enum category_scores scores = category_scores_place(&page, report, shown);
    print_title(&page, report);
    print_summary(&page, report);
    kind->ranking(&page, report, &findings, scores);
    print_without_waivers(&page, report);
    kind->weights(&page, report, shown, scores);
    print_needs(&page, evaluation->criteria);
    print_flags(&page, report, &findings);
    print_decisions(&page, report, evaluation->order, shown, false);
    print_judging(&page, report);
    print_open(&page, report, &findings);
    if (report->cards)
        write_cards(&page, evaluation, shown, kind);
    print_closing(&page, report, &(struct closing){0});
    findings_release(&findings);
    page_close(&page);
}

/* --- Explain -------------------------------------------------------------------------------- */

static void write_explain(const struct report *report, uint32_t vendor, struct sink *sink,
                          const struct page_kind *kind)
{
    const struct evaluation *evaluation = report->evaluation;
    struct page page;
    struct card card;
    struct scorecard scorecard;
    struct closing closing = {.vendors = &vendor, .vendor_count = 1};

    kind->open(&page, report, sink);
    card_make(&card, evaluation, vendor, &page.scratch);
    scorecard_make(&scorecard, evaluation, &card);
    const struct explanation explanation = explanation_make(&page, evaluation, &card);
    print_title(&page, report);
    page_begin_heading(&page, 2);
    print_headline(&page, evaluation, judgements_of(evaluation, &page.scratch), &card,
                   scorecard.sum);
    kind->criteria(&explanation);
    if (card.result->status != STATUS_EXCLUDED) {
        print_flags_of_card(&page, report, &card);
        explain_unresolved(&explanation);
    }
    print_decisions_besides(&page, report, &card);
    closing.parts = !explanation.columns.none;
    print_closing(&page, report, &closing);
    page_close(&page);
}

/* --- Compare -------------------------------------------------------------------------------- */

static void write_compare(const struct report *report, const struct comparison *comparison,
                          struct sink *sink, const struct page_kind *kind)
{
    const uint32_t vendors[] = {comparison->a.vendor, comparison->b.vendor};
    size_t count = vendors[0] == vendors[1] ? 1 : 2;
    struct page page;
    struct lead lead;

    kind->open(&page, report, sink);
    lead_make(&lead, &page, report->evaluation, comparison);
    print_title(&page, report);
    page_blank(&page);
    print_lead(&page, report->evaluation, comparison);
    if (comparison->comparable) {
        kind->lead_categories(&lead);
        kind->lead_criteria(&lead);
    }
    print_decisions(&page, report, vendors, count, true);
    print_closing(&page, report, &(struct closing){vendors, count, comparison->comparable});
    page_close(&page);
}

/* --- Panel ---------------------------------------------------------------------------------- */

static void write_judged(struct page *page, const struct evaluation *evaluation,
                         const struct panel *panel, const struct page_kind *kind)
{
    bool any = panel->item_count > 0;
    struct arena lasting = {0};
    const struct panel_view view = {.page = page,
                                    .evaluation = evaluation,
                                    .panel = panel,
                                    .open =
                                        panel_open_count(evaluation, panel->rater_count, &lasting)};
    print_panel_summary(&view);
    if (any)
        kind->moderation(&view);
    print_to_decide(page, evaluation);
    if (any)
        kind->values(&view);
    kind->raters(&view);
    if (any)
        print_agreement(&view);
    kind->winners(&view);
    arena_release(&lasting);
}

static void write_panel(const struct report *report, const struct panel *panel, struct sink *sink,
                        const struct page_kind *kind)
{
    const struct evaluation *evaluation = report->evaluation;
    struct page page;

    kind->open(&page, report, sink);
    print_title(&page, report);
    if (panel->rater_count == 0) {
        print_panel_form(&page, evaluation);
        print_to_decide(&page, evaluation);
    } else {
        write_judged(&page, evaluation, panel, kind);
    }
    print_decisions(&page, report, evaluation->order, evaluation->answers->count, true);
    print_closing(&page, report, &(struct closing){0});
    page_close(&page);
}

/* --- The entries of the table of formats ---------------------------------------------------- */

void print_score(const struct report *report, struct sink *sink)
{
    write_score(report, sink, &text_page);
}

void print_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    write_explain(report, vendor, sink, &text_page);
}

void print_compare(const struct report *report, const struct comparison *comparison,
                   struct sink *sink)
{
    write_compare(report, comparison, sink, &text_page);
}

void print_panel(const struct report *report, const struct panel *panel, struct sink *sink)
{
    write_panel(report, panel, sink, &text_page);
}

void markdown_score(const struct report *report, struct sink *sink)
{
    write_score(report, sink, &markdown_page);
}

void markdown_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    write_explain(report, vendor, sink, &markdown_page);
}

void markdown_compare(const struct report *report, const struct comparison *comparison,
                      struct sink *sink)
{
    write_compare(report, comparison, sink, &markdown_page);
}

void markdown_panel(const struct report *report, const struct panel *panel, struct sink *sink)
{
    write_panel(report, panel, sink, &markdown_page);
}
