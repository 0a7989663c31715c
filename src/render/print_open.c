/* What could not be judged because an answer is missing: rules that wait, and the questions to ask.
 */
#include "print.h"

#include "shown.h"
#include "stamps.h"
#include "wording.h"

enum { INDENT = 2, ENTRY = 4, HANGING = 6 };

void print_unresolved(struct page *page, size_t indent, const struct evaluation *evaluation,
                      const struct card *card)
{
    size_t hanging = indent + 4;
    for (uint32_t u = 0; u < card->result->unresolved_count; u++) {
        const struct card_unresolved *unresolved = &card->unresolved[u];
        enum severity severity = unresolved->rule->severity;
        struct text penalty = penalty_words(page, unresolved->rule->penalty.value);
        page_to(page, indent);
        page_flow(page, hanging,
                  text_format(&page->scratch, "%s %s ", severity_sign(page, severity),
                              severity_title(severity)),
                  severity_ink(severity));
        page_flow(page, hanging, unresolved->rule->id.text, INK_STRONG);
        if (penalty.len > 0)
            page_flow(page, hanging,
                      text_format(&page->scratch, " (%.*s if it fires)", TEXT_ARG(penalty)),
                      INK_PLAIN);
        page_flow(page, hanging, TEXT(" "), INK_PLAIN);
        page_flow(page, hanging, waiting_words(page, evaluation, unresolved), INK_PLAIN);
        page_end(page);
    }
}

static void questions(struct page *page, const struct evaluation *evaluation, uint32_t vendor,
                      const uint32_t *open, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct column *column = &evaluation->answers->columns[open[i]];
        page_to_bullet(page, ENTRY);
        criterion_write(page, HANGING, &evaluation->criteria->criteria[open[i]]);
        if (mark_state(column->marks[vendor]) == STATE_NA)
            page_flow(page, HANGING, TEXT(" The vendor says this does not apply."), INK_WARNING);
        page_end(page);
    }
}

/* True when there was something to say about the vendor. */
static bool vendor_part(struct page *page, const struct evaluation *evaluation,
                        const struct card *card)
{
    uint32_t *open;
    size_t count = open_questions(evaluation, card->vendor, &open, &page->scratch);
    if (count == 0 && card->result->unresolved_count == 0)
        return false;
    struct text_buffer buffer = {.arena = &page->scratch};
    if (count > 0)
        buffer_format(&buffer, ": %zu of %.*s open", count,
                      TEXT_ARG(count_words(page, card->result->asked, "question", "questions")));
    if (card->result->unresolved_count > 0)
        buffer_format(&buffer, "%s%.*s not judged", count > 0 ? ", " : ": ",
                      TEXT_ARG(count_words(page, card->result->unresolved_count, "rule", "rules")));
    page_to(page, INDENT);
    vendor_write(page, ENTRY, evaluation, card->vendor);
    page_flow(page, ENTRY, buffer_text(&buffer), INK_PLAIN);
    page_end(page);
    print_unresolved(page, ENTRY, evaluation, card);
    questions(page, evaluation, card->vendor, open, count);
    return true;
}

/* The criteria by which anything is still to be judged, in order of the file. */
static size_t open_criteria(struct page *page, const struct evaluation *evaluation,
                            uint32_t **criteria)
{
    size_t all = evaluation->criteria->criterion_count;
    struct arena *arena = &page->scratch;
    bool *open = arena_array(arena, bool, all);
    struct evaluators evaluators;
    evaluators_make(&evaluators, evaluation, evaluation->order, evaluation->answers->count, arena);
    for (size_t w = 0; w < evaluators.count; w++) {
        for (size_t i = 0; i < evaluators.work[w].open_count; i++)
            open[evaluators.work[w].open[i].criterion] = true;
    }
    size_t count = 0;
    *criteria = arena_array(arena, uint32_t, all);
    for (uint32_t c = 0; c < all; c++) {
        if (open[c])
            (*criteria)[count++] = c;
    }
    return count;
}

/* Where nobody has rated anything: what there is to rate. */
static void say_what_to_judge(struct page *page, const struct evaluation *evaluation,
                              const struct standing *standing)
{
    uint32_t *criteria;
    size_t count = open_criteria(page, evaluation, &criteria);
    bool rated = false;
    for (size_t i = 0; i < count; i++)
        rated = rated || evaluation->criteria->criteria[criteria[i]].type == TYPE_RATING;
    page_to_paragraph(page, INDENT);
    page_flow(page, ENTRY,
              text_format(&page->scratch, "Provisional: %.*s: %.*s.",
                          TEXT_ARG(judgements_words(page, standing)),
                          TEXT_ARG(criteria_words(page, evaluation->criteria, criteria, count))),
              INK_STRONG);
    if (rated)
        page_flow(page, ENTRY, TEXT(" `shortlist panel` shows what raters write down."), INK_PLAIN);
    page_end(page);
    page_forget(page);
}

void print_open(struct page *page, const struct report *report, const struct findings *findings)
{
    struct standing standing = stamps_of(report).standing;
    bool judgements = standing.open_judgements > 0;
    bool any = judgements && !has_raters(report->evaluation); /* else print_judging says it */
    page_heading(page, "What could not be judged yet, and what to ask");
    if (any)
        say_what_to_judge(page, report->evaluation, &standing);
    for (size_t i = 0; i < findings->count; i++) {
        if (findings->cards[i].result->status == STATUS_EXCLUDED)
            continue;
        any = vendor_part(page, report->evaluation, &findings->cards[i]) || any;
        page_forget(page);
    }
    if (!any) {
        page_to_paragraph(page, INDENT);
        page_write(page,
                   judgements ? TEXT("No vendor has a question open.") : TEXT("Nothing is open."),
                   INK_GOOD);
        page_end(page);
    }
}
