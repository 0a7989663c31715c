/* What explain says of the raters: each one's word, and what comes of them all. */
#include "explanation.h"

#include "decision_words.h"
#include "wording.h"
#include "shortlist/settle.h"

/* " 4", " found 41 % and calls the evidence documented", " abstains", ": a quiet floor"; empty for
 * a note alone. */
static struct text rater_says(struct page *page, const struct criterion *criterion,
                              const struct rating *rating)
{
    enum evidence_level level = mark_evidence(rating->cell.mark);
    struct text_buffer words = {.arena = &page->scratch};
    if (mark_state(rating->cell.mark) == STATE_NA)
        buffer_add(&words, TEXT(" abstains"));
    if (mark_answered(rating->cell.mark)) {
        struct text found = page_prose(page, cell_text(criterion, &rating->cell, &page->scratch));
        buffer_format(&words, "%s%s %.*s", criterion->by == BY_VENDOR ? " found" : "",
                      criterion->type == TYPE_TEXT ? ":" : "", TEXT_ARG(found));
    }
    if (level != EVIDENCE_UNSTATED)
        buffer_format(&words, "%s calls the evidence %s", words.len > 0 ? " and" : "",
                      evidence_words[level]);
    return buffer_text(&words);
}

static void rater_part(const struct explanation *explanation, const struct criterion *criterion,
                       const struct rating *rating)
{
    struct page *page = explanation->page;
    const struct rater *rater = &explanation->evaluation->ratings->raters[rating->rater];
    struct text says = rater_says(page, criterion, rating);
    struct text note = page_prose(page, rating->note);
    explanation_add_marked(explanation, page_prose(page, rater->name), INK_PLAIN);
    explanation_add_marked(explanation, says, INK_STRONG);
    if (note.len > 0)
        explanation_add_marked(explanation, text_format(&page->scratch, " (%.*s)", TEXT_ARG(note)),
                               INK_PLAIN);
}

/* The mean of several, where it counts; that the vendor's answer is disputed. */
static struct text outcome(const struct explanation *explanation, uint32_t position)
{
    struct page *page = explanation->page;
    const struct evaluation *evaluation = explanation->evaluation;
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &explanation->card->criteria[position];
    uint32_t vendor = explanation->card->vendor;
    uint8_t mark = evaluation->answers->columns[position].marks[vendor];
    if (criterion->by == BY_VENDOR && mark & MARK_CONTESTED)
        return mark_answered(mark) ? TEXT("not decided, so the vendor's answer counts")
                                   : TEXT("not decided, so it stays open");
    if (criterion->type != TYPE_RATING ||
        (shown->decision != NULL && decision_gives_value(shown->decision)) ||
        ratings_rated(shown->ratings, shown->rating_count, NOWHERE).count < 2)
        return TEXT("");
    return text_format(&page->scratch, "mean %.*s",
                       TEXT_ARG(answer_words(page, evaluation, vendor, position)));
}

void explain_ratings(const struct explanation *explanation, uint32_t position, struct text remark)
{
    const struct criterion *criterion = &explanation->evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &explanation->card->criteria[position];
    struct text behind = outcome(explanation, position);
    if (shown->rating_count == 0)
        return;
    explanation_begin(explanation);
    explanation_add(explanation, shown->rating_count > 1 ? TEXT("Raters: ") : TEXT("Rater: "),
                    INK_FAINT);
    for (size_t r = 0; r < shown->rating_count; r++) {
        if (r > 0)
            explanation_add(explanation, TEXT("; "), INK_PLAIN);
        rater_part(explanation, criterion, &shown->ratings[r]);
    }
    if (behind.len > 0) {
        explanation_add(explanation, TEXT("; "), INK_PLAIN);
        explanation_add_marked(explanation, behind,
                               criterion->by == BY_VENDOR ? INK_WARNING : INK_STRONG);
    }
    explanation_add(explanation, remark, INK_PLAIN);
    page_end(explanation->page);
}
