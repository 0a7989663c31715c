/* What the panel decided: what each decision is on, what it changed, why, by whom and when. */
#include "print.h"

#include "decision_words.h"
#include "shown.h"
#include "wording.h"

enum { INDENT = 2 };

/* What stands on the page. */
struct register_part {
    struct page *page;
    const struct report *report;
    size_t indent;   /* of a decision */
    bool effects;    /* say what waivers changed */
    bool signatures; /* say by whom and when of each, as they differ */
};

static bool same_signature(const struct decision *a, const struct decision *b)
{
    return text_equal(a->by, b->by) && a->has_date == b->has_date &&
           (!a->has_date || a->date == b->date);
}

/* The first decision about any of the vendors, or NULL; and whether all were made by the same
 * people on the same day. */
static const struct decision *survey(const struct evaluation *evaluation, const uint32_t *vendors,
                                     size_t count, bool *all_the_same)
{
    const struct decision *first = NULL;
    *all_the_same = true;
    for (size_t v = 0; evaluation->decisions != NULL && v < count; v++) {
        size_t decided;
        const struct decision *decisions =
            decisions_of(evaluation->decisions, vendors[v], &decided);
        for (size_t d = 0; d < decided; d++) {
            if (first == NULL)
                first = &decisions[d];
            *all_the_same = *all_the_same && same_signature(first, &decisions[d]);
        }
    }
    return first;
}

void decision_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                    const struct decision *decision)
{
    const struct criteria *criteria = evaluation->criteria;
    if (decision->kind != EXCLUDED_VENDOR) {
        page_flow(page, hanging, decided_on(&page->scratch, criteria, decision), INK_STRONG);
        page_flow(page, hanging, TEXT(": "), INK_PLAIN);
    }
    page_flow_marked(page, hanging, decided_words(page, evaluation, decision), INK_PLAIN);
    if (decision->kind == WAIVED_RULE)
        page_flow_marked(page, hanging,
                         text_format(&page->scratch, " (%s)",
                                     severity_title(criteria->rules[decision->subject].severity)),
                         INK_PLAIN);
    else if (decision->kind == WAIVED_MINIMUM)
        page_flow_marked(page, hanging,
                         text_format(&page->scratch, " (%s)", severity_title(SEVERITY_KNOCKOUT)),
                         INK_PLAIN);
}

/* What is to be said of a waiver without an effect; empty of all other decisions. */
static struct text idle_words(const struct report *report, const struct decision *decision)
{
    const struct evaluation *evaluation = report->evaluation;
    bool is_waiver = decision->kind == WAIVED_RULE || decision->kind == WAIVED_MINIMUM;
    if (!is_waiver || waivers_effect(report->waivers, decision) != NULL)
        return TEXT("");
    return evaluation->waiver_met[decision - evaluation->decisions->items]
               ? TEXT(", though it cannot be judged yet")
               : TEXT(", though it has not fired");
}

/* What came of a waiver. Of an excluded vendor nothing is judged, so nothing is said. */
static struct text outcome_words(const struct register_part *part, const struct decision *decision)
{
    const struct evaluation *evaluation = part->report->evaluation;
    const struct waiver_effect *effect = waivers_effect(part->report->waivers, decision);
    if (evaluation->results[decision->vendor].status == STATUS_EXCLUDED)
        return TEXT("");
    if (effect == NULL)
        return idle_words(part->report, decision);
    if (!part->effects)
        return TEXT("");
    struct text words = without_waiver_words(part->page, evaluation, effect);
    return text_format(&part->page->scratch, "; were this one alone not waived: %.*s",
                       TEXT_ARG(words));
}

static void entry(const struct register_part *part, const struct decision *decision)
{
    struct page *page = part->page;
    const struct evaluation *evaluation = part->report->evaluation;
    size_t hanging = part->indent + 2;
    page_to(page, part->indent);
    decision_write(page, hanging, evaluation, decision);
    page_flow(page, hanging, outcome_words(part, decision), INK_PLAIN);
    page_end(page);
    page_to(page, hanging);
    page_flow(page, hanging + 2, TEXT("Reason: "), INK_FAINT);
    page_flow(page, hanging + 2, reason_words(page, decision, part->signatures), INK_PLAIN);
    page_end(page);
}

static void vendor_part(const struct register_part *part, uint32_t vendor)
{
    struct page *page = part->page;
    const struct evaluation *evaluation = part->report->evaluation;
    size_t count;
    const struct decision *decisions = decisions_of(evaluation->decisions, vendor, &count);
    if (count == 0)
        return;
    page_to(page, INDENT);
    vendor_write(page, part->indent, evaluation, vendor);
    page_end(page);
    for (size_t d = 0; d < count; d++)
        entry(part, &decisions[d]);
}

void print_decisions(struct page *page, const struct report *report, const uint32_t *vendors,
                     size_t count, bool effects)
{
    bool all_the_same;
    const struct decision *first = survey(report->evaluation, vendors, count, &all_the_same);
    if (first == NULL)
        return;
    page_heading(page, "What the panel decided");
    struct text signature = signature_words(page, first);
    if (all_the_same && signature.len > 0) {
        page_to_paragraph(page, INDENT);
        page_flow(page, INDENT,
                  text_format(&page->scratch, "%s %.*s", first->by.len > 0 ? "By" : "On",
                              TEXT_ARG(signature)),
                  INK_FAINT);
        page_end(page);
    }
    const struct register_part part = {page, report, INDENT + 2, effects, !all_the_same};
    for (size_t v = 0; v < count; v++)
        vendor_part(&part, vendors[v]);
}

void print_decisions_besides(struct page *page, const struct report *report,
                             const struct card *card)
{
    const struct register_part part = {page, report, INDENT, false, true};
    bool any = false;
    for (size_t d = 0; d < card->decision_count; d++) {
        if (idle_words(report, &card->decisions[d]).len == 0)
            continue;
        if (!any)
            page_heading(page, "What else the panel decided");
        any = true;
        entry(&part, &card->decisions[d]);
    }
}
