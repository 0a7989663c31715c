/*
 * The reports as Markdown. What is no table is written by the parts of the text reports, on a page
 * that is a Markdown document.
 */
#include "markdown.h"

#include "markdown_parts.h"
#include "shown.h"
#include "shortlist/scorecard.h"

void markdown_open(struct page *page, const struct report *report, struct sink *sink)
{
    page_open_markdown(page, sink, report->ascii);
    markdown_heading(&page->markdown, 1);
    print_title(page, report);
}

void markdown_closing(struct page *page, const struct report *report, const struct closing *closing)
{
    page_heading(page, "About this report");
    print_closing(page, report, closing);
}

void markdown_score(const struct report *report, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    size_t shown = shown_vendors(report);
    struct page page;
    struct findings findings;

    markdown_open(&page, report, sink);
    findings_gather(&findings, evaluation, shown);
    enum category_scores scores = category_scores_place(&page, report, shown);
    print_summary(&page, report);
    markdown_ranking(&page, report, &findings, scores);
    print_without_waivers(&page, report);
    markdown_weights(&page, report, shown, scores);
    print_needs(&page, evaluation->criteria);
    print_flags(&page, report, &findings);
    print_decisions(&page, report, evaluation->order, shown, false);
    print_judging(&page, report);
    print_open(&page, report, &findings);
    if (report->cards)
        markdown_cards(&page, report, shown);
    markdown_closing(&page, report, &(struct closing){0});
    findings_release(&findings);
    page_close(&page);
}

void markdown_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    struct page page;
    struct card card;
    struct scorecard scorecard;
    struct closing closing = {.vendors = &vendor, .vendor_count = 1};

    markdown_open(&page, report, sink);
    card_make(&card, evaluation, vendor, &page.scratch);
    scorecard_make(&scorecard, evaluation, &card);
    const struct explanation explanation = explanation_make(&page, evaluation, &card);
    markdown_heading(&page.markdown, 2);
    print_headline(&page, evaluation, judgements_of(evaluation, &page.scratch), &card,
                   scorecard.sum);
    markdown_criteria(&explanation);
    if (card.result->status != STATUS_EXCLUDED) {
        print_flags_of_card(&page, report, &card);
        explain_unresolved(&explanation);
    }
    print_decisions_besides(&page, report, &card);
    closing.parts = !explanation.columns.none;
    markdown_closing(&page, report, &closing);
    page_close(&page);
}

static void panel_parts(const struct panel_view *view)
{
    bool any = view->panel->item_count > 0;
    print_panel_summary(view);
    if (any)
        markdown_moderation(view);
    print_to_decide(view->page, view->evaluation);
    if (any)
        markdown_values(view);
    markdown_raters(view);
    if (any)
        print_agreement(view);
    markdown_winners(view);
}

void markdown_panel(const struct report *report, const struct panel *panel, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    struct page page;
    markdown_open(&page, report, sink);
    if (panel->rater_count == 0) {
        print_panel_form(&page, evaluation);
        print_to_decide(&page, evaluation);
    } else {
        struct arena lasting = {0};
        const struct panel_view view = {
            .page = &page,
            .evaluation = evaluation,
            .panel = panel,
            .open = panel_open_count(evaluation, panel->rater_count, &lasting)};
        panel_parts(&view);
        arena_release(&lasting);
    }
    print_decisions(&page, report, evaluation->order, evaluation->answers->count, true);
    markdown_closing(&page, report, &(struct closing){0});
    page_close(&page);
}
