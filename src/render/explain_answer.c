/* What explain says of an answer: who gave it, what it replaced, what it earns and what it rests
 * on. */
#include "explanation.h"

#include <math.h>

#include "decision_words.h"
#include "form_words.h"
#include "wording.h"
#include "shortlist/date.h"

static const struct criterion *asked(const struct explanation *explanation, uint32_t position)
{
    return &explanation->evaluation->criteria->criteria[position];
}

/* --- The value ----------------------------------------------------------------------------- */

/* What the points do not say of a value. */
static struct text remark(const struct explanation *explanation, uint32_t position)
{
    const struct criterion *criterion = asked(explanation, position);
    if (explanation->columns.none || criterion->type == TYPE_TEXT)
        return TEXT("");
    if (explanation->card->criteria[position].state == STATE_OPEN)
        return TEXT("; no points, as its formula has no value");
    return criterion->weight.value > 0 ? TEXT("") : TEXT("; for information, not counted");
}

/* "Answer: 28 %", or what the panel decided instead. */
static void value(const struct explanation *explanation, uint32_t position, bool decided)
{
    struct page *page = explanation->page;
    const struct card_criterion *shown = &explanation->card->criteria[position];
    struct text words =
        answer_words(page, explanation->evaluation, explanation->card->vendor, position);
    const char *label = asked(explanation, position)->by == BY_NOBODY ? "Computed: " : "Answer: ";
    if (decided) {
        label = "Decided: ";
        words = decided_words(page, explanation->evaluation, shown->decision);
    }
    struct text behind = remark(explanation, position);
    explanation_begin(explanation);
    explanation_add(explanation, text_from(label), INK_FAINT);
    if (behind.len > 0)
        explanation_add_marked(explanation, words, INK_STRONG);
    else
        explanation_add(explanation, words, INK_STRONG);
    explanation_add(explanation, behind, shown->state == STATE_OPEN ? INK_WARNING : INK_PLAIN);
    page_end(page);
}

/* --- Silence ------------------------------------------------------------------------------- */

/* Whether anything may still be answered, so that a value may come of it. */
static bool anything_open(const struct explanation *explanation)
{
    const struct criteria *criteria = explanation->evaluation->criteria;
    const struct column *columns = explanation->evaluation->answers->columns;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        enum answer_state state = mark_state(columns[c].marks[explanation->card->vendor]);
        if (!criterion->dropped && criterion->by != BY_NOBODY && state != STATE_ANSWERED)
            return true;
    }
    return false;
}

/* A computed criterion without a value. */
static struct text not_computed(const struct explanation *explanation, enum answer_state state)
{
    if (state == STATE_NA)
        return TEXT("Not computed, left out");
    return anything_open(explanation) ? TEXT("Open: waits for the answers it is computed from")
                                      : TEXT("Open: its computation has no value");
}

/* What the vendor calls not applicable. */
static struct text not_applicable(const struct card_criterion *shown)
{
    bool accepted = shown->decision != NULL && mark_state(shown->decision->cell.mark) == STATE_NA;
    if (accepted)
        return TEXT("The vendor says this does not apply: accepted, left out");
    return shown->state == STATE_NA ? TEXT("The vendor says this does not apply: left out")
                                    : TEXT("The vendor says this does not apply: open until we "
                                           "accept that");
}

/* What is ours to judge and has no value. */
static struct text not_judged(const struct card_criterion *shown, uint8_t mark)
{
    if (mark & MARK_CONTESTED)
        return shown->counts ? TEXT("Open, as our raters contradict each other: counts 0 until "
                                    "decided")
                             : TEXT("Open, as our raters contradict each other: not counted until "
                                    "decided");
    if (shown->rating_count > 0)
        return shown->counts ? TEXT("Open, as no value has come of the ratings: counts 0 until "
                                    "then")
                             : TEXT("Open, as no value has come of the ratings: not counted until "
                                    "then");
    return shown->counts ? TEXT("Open, ours to judge: counts 0 until then")
                         : TEXT("Open, ours to judge: not counted until then");
}

/* Why there is no answer, and what that does. */
static struct text silence(const struct explanation *explanation, uint32_t position)
{
    const struct criterion *criterion = asked(explanation, position);
    const struct card_criterion *shown = &explanation->card->criteria[position];
    const struct column *column = &explanation->evaluation->answers->columns[position];
    uint8_t mark = column->marks[explanation->card->vendor];
    if (explanation->columns.none)
        return mark_state(mark) == STATE_NA ? TEXT("The vendor says this does not apply")
                                            : TEXT("No answer");
    if (criterion->type == TYPE_TEXT)
        return TEXT("No answer");
    if (mark_state(mark) == STATE_NA)
        return not_applicable(shown);
    if (criterion->by == BY_NOBODY)
        return not_computed(explanation, shown->state);
    if (criterion->by == BY_BUYER)
        return not_judged(shown, mark);
    return shown->counts ? TEXT("Open: counts 0 until answered")
                         : TEXT("Open: not counted until answered");
}

static void no_value(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct card_criterion *shown = &explanation->card->criteria[position];
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    explanation_begin(explanation);
    explanation_add(explanation, silence(explanation, position),
                    shown->state == STATE_OPEN ? INK_WARNING : INK_PLAIN);
    if (shown->state == STATE_OPEN && !isnan(shown->low) && !isnan(shown->high)) {
        number_plain(shown->low, low);
        number_plain(shown->high, high);
        explanation_add(explanation, text_format(&page->scratch, " (%s to %s possible)", low, high),
                        INK_PLAIN);
    }
    page_end(page);
}

/* --- What it earns, and what it rests on --------------------------------------------------- */

/* How the points came about. */
static void scored(const struct explanation *explanation, uint32_t position)
{
    const struct evaluation *evaluation = explanation->evaluation;
    if (explanation->columns.none || explanation->card->criteria[position].state == STATE_NA)
        return;
    explanation_line(explanation, "Scored: ",
                     form_words(&explanation->page->scratch, evaluation->criteria, position,
                                &evaluation->cohort),
                     INK_PLAIN);
}

/* The decision, as far as the line of the value does not say it. */
static void decision(const struct explanation *explanation, const struct decision *decision)
{
    struct page *page = explanation->page;
    if (decision == NULL)
        return;
    if (mark_state(decision->cell.mark) == STATE_OPEN)
        explanation_line(explanation,
                         "Decided: ", decided_words(page, explanation->evaluation, decision),
                         INK_STRONG);
    explanation_line(explanation, "Reason: ", reason_words(page, decision, true), INK_PLAIN);
}

/* Whose word the evidence is, where a decision put another value in place of the vendor's and says
 * nothing of the evidence. */
static const char *whose_evidence(const struct criterion *criterion,
                                  const struct card_criterion *shown)
{
    const struct decision *decision = shown->decision;
    if (decision == NULL || !decision_gives_value(decision) ||
        shown->evidence == EVIDENCE_UNSTATED ||
        mark_evidence(decision->cell.mark) != EVIDENCE_UNSTATED)
        return "";
    const struct cell *before = &decision->before;
    bool answered = shown->own != NULL && mark_answered(shown->own->mark);
    if (mark_answered(before->mark) &&
        value_equal(criterion->type, &before->value, &decision->cell.value))
        return "";
    if (!answered)
        return ", as our raters saw";
    return mark_evidence(shown->own->mark) == shown->evidence
               ? ", as the vendor stated for its own answer"
               : ", as our raters saw for the vendor's own answer";
}

/* What the vendor states of its evidence, where something else counts and no decision says so. */
static struct text own_evidence(struct page *page, const struct card_criterion *shown)
{
    if (shown->own == NULL || !mark_answered(shown->own->mark))
        return TEXT("");
    enum evidence_level own = mark_evidence(shown->own->mark);
    const struct decision *decision = shown->decision;
    bool said = decision != NULL && mark_evidence(decision->cell.mark) != EVIDENCE_UNSTATED &&
                mark_evidence(decision->before.mark) == own;
    if (own == shown->evidence || said)
        return TEXT("");
    return text_format(&page->scratch, ", while the vendor states %s",
                       own == EVIDENCE_UNSTATED ? "none" : evidence_words[own]);
}

static void evidence(const struct explanation *explanation, const struct criterion *criterion,
                     const struct card_criterion *shown)
{
    struct page *page = explanation->page;
    bool stated = shown->evidence != EVIDENCE_UNSTATED;
    if (!shown->has_answer || !(stated || (criterion->proof && shown->raw_points > 0)))
        return;
    explanation_begin(explanation);
    explanation_add(explanation, TEXT("Evidence: "), INK_FAINT);
    explanation_add_marked(explanation,
                           stated ? text_from(evidence_words[shown->evidence])
                                  : TEXT("none, so as claimed"),
                           INK_PLAIN);
    explanation_add_marked(explanation, text_from(whose_evidence(criterion, shown)), INK_PLAIN);
    explanation_add_marked(explanation, own_evidence(page, shown), INK_PLAIN);
    if (shown->expired)
        explanation_add_marked(explanation, TEXT(", EXPIRED"), INK_CRITICAL);
    if (criterion->proof && shown->raw_points > 0 && !isnan(shown->points)) {
        char factor[NUMBER_SIZE];
        char raw[NUMBER_SIZE];
        number_plain(shown->factor, factor);
        number_fixed(shown->raw_points, detail_decimals(explanation->evaluation), raw);
        explanation_add(explanation,
                        text_format(&page->scratch, ", keeps %s of its %s points", factor, raw),
                        INK_PLAIN);
    }
    page_end(page);
}

/* What the vendor stated beside its answer; `replaced` where another value counts. */
static void statement(const struct explanation *explanation, const struct statement *statement,
                      bool replaced)
{
    char date[DATE_SIZE];
    if (statement == NULL)
        return;
    if (statement->has_expires) {
        date_print(statement->expires, date);
        explanation_line(explanation, "Expires: ", text_from(date), INK_PLAIN);
    }
    explanation_line(explanation,
                     replaced ? "The vendor's source: " : "Source: ", statement->source, INK_PLAIN);
    explanation_line(explanation, replaced ? "The vendor's note: " : "Note: ", statement->note,
                     INK_PLAIN);
}

void explain_answer(const struct explanation *explanation, uint32_t position)
{
    const struct criterion *criterion = asked(explanation, position);
    const struct card_criterion *shown = &explanation->card->criteria[position];
    bool decided = shown->decision != NULL && decision_gives_value(shown->decision);
    /* Of the buyer's criteria the words of the raters are the answer, unless the panel decided. */
    bool raters_answer =
        criterion->by == BY_BUYER && shown->has_answer && shown->rating_count > 0 && !decided;
    if (!shown->has_answer)
        no_value(explanation, position);
    else if (!raters_answer)
        value(explanation, position, decided);
    decision(explanation, shown->decision);
    explain_ratings(explanation, position,
                    raters_answer ? remark(explanation, position) : TEXT(""));
    scored(explanation, position);
    evidence(explanation, criterion, shown);
    statement(explanation, shown->statement, decided);
}
