/* How the reports for people put what the panel decided. */
#include "decision_words.h"

#include "wording.h"
#include "shortlist/date.h"

/* --- Decisions about answers --------------------------------------------------------------- */

static enum evidence_level decided_evidence(const struct decision *decision)
{
    return mark_evidence(decision->cell.mark);
}

/* Where there was no value. */
static const char *where_nothing_stood(const struct criterion *criterion, const struct cell *before)
{
    if (mark_state(before->mark) == STATE_NA)
        return "though the vendor says that this does not apply";
    if (before->mark & MARK_CONTESTED && criterion->by == BY_BUYER)
        return "where raters contradict each other";
    return criterion->by == BY_BUYER ? "where no rater gives a value"
                                     : "where the vendor gives no answer";
}

/* A text is quoted, as it stands among other words here. */
static void add_quoted(struct text_buffer *words, const struct criterion *criterion,
                       struct text value)
{
    const char *quote = criterion->type == TYPE_TEXT ? "\"" : "";
    buffer_format(words, "%s%.*s%s", quote, TEXT_ARG(value), quote);
}

static void add_value(struct text_buffer *words, struct page *page,
                      const struct criterion *criterion, const struct decision *decision)
{
    const struct cell *before = &decision->before;
    bool ours = criterion->by == BY_BUYER;
    struct text decided = page_prose(page, cell_text(criterion, &decision->cell, &page->scratch));
    add_quoted(words, criterion, decided);
    if (!mark_answered(before->mark)) {
        buffer_format(words, ", %s", where_nothing_stood(criterion, before));
    } else if (value_equal(criterion->type, &decision->cell.value, &before->value)) {
        buffer_add(words, ours ? TEXT(", as the raters say") : TEXT(", as the vendor states"));
    } else {
        buffer_add(words, TEXT(" instead of "));
        add_quoted(words, criterion, cell_words(page, criterion, before));
        buffer_add(words, ours ? TEXT(" from the raters") : TEXT(" that the vendor states"));
    }
}

static void add_evidence(struct text_buffer *words, const struct decision *decision)
{
    enum evidence_level level = decided_evidence(decision);
    enum evidence_level before = mark_evidence(decision->before.mark);
    bool is_of_nothing = !decision_gives_value(decision) && !mark_answered(decision->before.mark);
    buffer_format(words, "%sevidence %s", words->len > 0 ? "; " : "", evidence_words[level]);
    if (is_of_nothing)
        buffer_add(words, TEXT(", though there is no value that it could prove"));
    else if (level == before)
        buffer_add(words, TEXT(", as before"));
    else
        buffer_format(words, " instead of %s",
                      before == EVIDENCE_UNSTATED ? "none" : evidence_words[before]);
    if (decision->before.mark & MARK_EXPIRED)
        buffer_add(words, TEXT(", and no longer expired"));
}

static struct text answer_decided(struct page *page, const struct criterion *criterion,
                                  const struct decision *decision)
{
    struct text_buffer words = {.arena = &page->scratch};
    if (mark_state(decision->cell.mark) == STATE_NA)
        return TEXT("does not apply, as the vendor says");
    if (decision_gives_value(decision))
        add_value(&words, page, criterion, decision);
    if (decided_evidence(decision) != EVIDENCE_UNSTATED)
        add_evidence(&words, decision);
    return buffer_text(&words);
}

struct text decided_words(struct page *page, const struct evaluation *evaluation,
                          const struct decision *decision)
{
    switch (decision->kind) {
    case DECIDED_ANSWER:
        return answer_decided(page, &evaluation->criteria->criteria[decision->subject], decision);
    case WAIVED_RULE:
    case WAIVED_MINIMUM:
        return TEXT("waived");
    case EXCLUDED_VENDOR:
        break;
    }
    return TEXT("excluded");
}

/* --- Reasons ------------------------------------------------------------------------------- */

struct text signature_words(struct page *page, const struct decision *decision)
{
    char date[DATE_SIZE] = "";
    struct text by = page_prose(page, decision->by);
    if (decision->has_date)
        date_print(decision->date, date);
    return text_format(&page->scratch, "%.*s%s%s", TEXT_ARG(by),
                       by.len > 0 && decision->has_date ? ", " : "", date);
}

struct text reason_words(struct page *page, const struct decision *decision, bool with_signature)
{
    struct text_buffer words = {.arena = &page->scratch};
    struct text signature = with_signature ? signature_words(page, decision) : TEXT("");
    struct text source = page_prose(page, decision->source);
    buffer_add(&words, page_prose(page, decision->why));
    if (signature.len > 0)
        buffer_format(&words, " (%.*s", TEXT_ARG(signature));
    if (source.len > 0)
        buffer_format(&words, "%ssource: %.*s", signature.len > 0 ? "; " : " (", TEXT_ARG(source));
    if (signature.len > 0 || source.len > 0)
        buffer_add_char(&words, ')');
    return buffer_text(&words);
}

/* --- Waivers ------------------------------------------------------------------------------- */

static struct text place_words(struct page *page, const struct held *held, bool with_noun)
{
    if (held->status == STATUS_KNOCKED_OUT)
        return TEXT("knocked out");
    if (held->status != STATUS_RANKED)
        return TEXT("not scored");
    return text_format(&page->scratch, "%s%lu", with_noun ? "rank " : "",
                       (unsigned long)held->rank);
}

struct text held_words(struct page *page, const struct evaluation *evaluation,
                       const struct held *held, const struct held *instead)
{
    struct text_buffer words = {.arena = &page->scratch};
    if (held->status != instead->status || held->rank != instead->rank)
        buffer_format(&words, "%.*s instead of %.*s", TEXT_ARG(place_words(page, held, true)),
                      TEXT_ARG(place_words(page, instead, held->status != instead->status)));
    if (!same_total(held->total, instead->total))
        buffer_format(&words, "%sscore %.*s instead of %.*s", words.len > 0 ? ", " : "",
                      TEXT_ARG(score_words(page, evaluation, held->total)),
                      TEXT_ARG(score_words(page, evaluation, instead->total)));
    return buffer_text(&words);
}

struct text without_waiver_words(struct page *page, const struct evaluation *evaluation,
                                 const struct waiver_effect *effect)
{
    const struct result *result = &evaluation->results[effect->decision->vendor];
    const struct held with = held_by(result);
    const struct held without = {effect->status_without, effect->rank_without,
                                 effect->total_without};
    struct text words = held_words(page, evaluation, &without, &with);
    if (words.len > 0)
        return words;
    return with.rank > 0 ? TEXT("the same rank and score") : TEXT("the same score");
}

struct text ranked_by_waiver_words(struct page *page, const struct card *card)
{
    struct text_buffer words = {.arena = &page->scratch};
    if (card->result->status != STATUS_RANKED)
        return TEXT("");
    for (uint32_t f = 0; f < card->result->flag_count; f++) {
        const struct card_flag *flag = &card->flags[f];
        if (flag->severity == SEVERITY_KNOCKOUT && flag->waiver != NULL)
            buffer_format(&words, "%s%.*s",
                          words.len > 0 ? ", " : "ranked because the panel waives ",
                          TEXT_ARG(flag->rule));
    }
    return buffer_text(&words);
}
