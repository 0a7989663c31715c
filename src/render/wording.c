/* How the reports for people put things. */
#include "wording.h"

#include <math.h>

#include "form_words.h"
#include "shown.h"

struct text vendor_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    return page_visible(page, evaluation->answers->vendors[vendor].name);
}

struct text vendor_id_words(struct page *page, struct text name, struct text id)
{
    if (text_equal_fold(name, id))
        return TEXT("");
    return text_format(&page->scratch, "(%.*s)", TEXT_ARG(page_visible(page, id)));
}

void vendor_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                  uint32_t vendor)
{
    const struct vendor *from = &evaluation->answers->vendors[vendor];
    struct text id = vendor_id_words(page, from->name, from->id);
    page_flow_marked(page, hanging, page_visible(page, from->name), INK_STRONG);
    if (id.len > 0) {
        page_flow(page, hanging, TEXT(" "), INK_PLAIN);
        page_flow_marked(page, hanging, id, INK_FAINT);
    }
}

struct text count_words(struct page *page, size_t count, const char *one, const char *many)
{
    return text_format(&page->scratch, "%zu %s", count, count == 1 ? one : many);
}

struct text judgement_words(struct page *page, size_t open, size_t all)
{
    if (all == 1)
        return TEXT("our one judgement has not been made");
    if (open == all)
        return text_format(&page->scratch, "none of our %zu judgements has been made", all);
    return text_format(&page->scratch, "%zu of %zu judgements %s open", open, all,
                       open == 1 ? "is" : "are");
}

struct text judgements_words(struct page *page, const struct standing *standing)
{
    size_t open = standing->open_judgements;
    size_t each = standing->judgements_each;
    struct text words = judgement_words(page, open, standing->judgements);
    if (standing->judged_vendors < 2 || open < standing->judgements || open == 0)
        return words;
    if (each == 0)
        return text_format(&page->scratch, "%.*s, over %zu vendors", TEXT_ARG(words),
                           standing->judged_vendors);
    return text_format(&page->scratch, "%.*s for any of %zu vendors",
                       TEXT_ARG(judgement_words(page, each, each)), standing->judged_vendors);
}

size_t most_named(const struct page *page)
{
    enum { NAMED = 12 };
    return page->width > 0 ? NAMED : SIZE_MAX;
}

struct text criteria_words(struct page *page, const struct criteria *criteria,
                           const uint32_t *positions, size_t count)
{
    struct text_buffer words = {.arena = &page->scratch};
    size_t named = count < most_named(page) ? count : most_named(page);
    for (size_t i = 0; i < named; i++)
        buffer_format(&words, "%s%.*s", i > 0 ? ", " : "",
                      TEXT_ARG(criteria->criteria[positions[i]].id.text));
    if (named < count)
        buffer_format(&words, " and %zu more", count - named);
    return buffer_text(&words);
}

struct text open_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    uint32_t *open;
    size_t count = open_questions(evaluation, vendor, &open, &page->scratch);
    if (count == 0)
        return TEXT("");
    return text_format(&page->scratch, "%.*s open",
                       TEXT_ARG(count_words(page, count, "question", "questions")));
}

struct text cell_words(struct page *page, const struct criterion *criterion,
                       const struct cell *cell)
{
    bool reckoned = criterion->by == BY_NOBODY || criterion->type == TYPE_RATING;
    if (!reckoned || !mark_answered(cell->mark))
        return page_prose(page, cell_text(criterion, cell, &page->scratch));
    struct text number = brief_number(&page->scratch, cell->value.number);
    if (criterion->unit.len == 0)
        return number;
    return text_format(&page->scratch, "%.*s %.*s", TEXT_ARG(number),
                       TEXT_ARG(page_prose(page, criterion->unit)));
}

struct text answer_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor,
                         uint32_t criterion)
{
    const struct cell cell = answers_cell(evaluation->answers, vendor, criterion);
    return cell_words(page, &evaluation->criteria->criteria[criterion], &cell);
}

struct text score_words(struct page *page, const struct evaluation *evaluation, double score)
{
    char number[NUMBER_SIZE];
    if (isnan(score))
        return TEXT("-");
    number_fixed(score, evaluation->criteria->decimals, number);
    return text_copy(&page->scratch, text_from(number));
}

size_t score_columns(const struct evaluation *evaluation)
{
    size_t decimals = (size_t)evaluation->criteria->decimals;
    return decimals > 0 ? sizeof "100." - 1 + decimals : sizeof "100" - 1;
}

int detail_decimals(const struct evaluation *evaluation)
{
    return evaluation->criteria->decimals > 2 ? evaluation->criteria->decimals : 2;
}

const char *status_title(const struct result *result)
{
    static const char *const titles[] = {
        [STATUS_RANKED] = "Ranking",
        [STATUS_KNOCKED_OUT] = "Knocked out",
        [STATUS_UNSCORED] = "Not scored",
        [STATUS_EXCLUDED] = "Excluded",
    };
    return titles[result->status];
}

struct text rank_words(struct page *page, const struct result *result)
{
    return text_format(&page->scratch, "%lu%s", (unsigned long)result->rank,
                       result->tied ? "=" : "");
}

struct text range_words(struct page *page, const struct evaluation *evaluation,
                        const struct result *result)
{
    bool same = same_total(result->low, result->total) && same_total(result->high, result->total);
    bool waits = result->answered < result->asked || result->buyer_answered < result->buyer_asked;
    if ((same && !(result->open && waits)) || isnan(result->low) || isnan(result->high))
        return TEXT("");
    if (same)
        return TEXT("the same once everything is answered");
    struct text low = score_words(page, evaluation, result->low);
    if (number_equal(result->low, result->high)) {
        return text_format(&page->scratch, "%.*s once everything is answered", TEXT_ARG(low));
    }
    struct text high = score_words(page, evaluation, result->high);
    return text_format(&page->scratch, "%.*s to %.*s once everything is answered", TEXT_ARG(low),
                       TEXT_ARG(high));
}

enum { TIES_NAMED = 3 }; /* a tie of more vendors is told by their number */

/* How many vendors share a rank. They stand from place rank - 1 on; ranks rise with the place. */
static size_t sharing_rank(const struct evaluation *evaluation, uint32_t rank)
{
    size_t from = rank - 1;
    size_t low = from + 1;
    size_t high = evaluation->ranked;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (evaluation->results[evaluation->order[middle]].rank > rank)
            high = middle;
        else
            low = middle + 1;
    }
    return low - from;
}

struct text tie_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    const struct result *result = &evaluation->results[vendor];
    if (!result->tied)
        return TEXT("");
    size_t first = result->rank - 1;
    size_t count = sharing_rank(evaluation, result->rank);
    if (count > TIES_NAMED + 1)
        return text_format(&page->scratch, "tied with %zu others", count - 1);

    struct text_buffer buffer = {.arena = &page->scratch};
    size_t left = count - 1;
    for (size_t i = first; i < first + count; i++) {
        if (evaluation->order[i] == vendor)
            continue;
        buffer_add(&buffer, left == count - 1 ? TEXT("tied with ")
                            : left == 1       ? TEXT(" and ")
                                              : TEXT(", "));
        buffer_add(&buffer, vendor_words(page, evaluation, evaluation->order[i]));
        left--;
    }
    return buffer_text(&buffer);
}

struct text tie_break_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor)
{
    const struct result *result = &evaluation->results[vendor];
    const struct words *ids = &evaluation->criteria->tie_ids;
    /* The first of a rank, when the vendor in front of it has the same score. */
    if (ids->count == 0 || result->rank < 2 || evaluation->order[result->rank - 1] != vendor)
        return TEXT("");
    uint32_t before = evaluation->order[result->rank - 2];
    if (!number_equal(evaluation->results[before].total, result->total))
        return TEXT("");
    struct text_buffer buffer = {.arena = &page->scratch};
    buffer_format(&buffer, "same score as %.*s, placed by the tie-break on ",
                  TEXT_ARG(vendor_words(page, evaluation, before)));
    for (size_t i = 0; i < ids->count; i++)
        buffer_format(&buffer, "%s%.*s", i > 0 ? ", " : "", TEXT_ARG(ids->items[i].text));
    return buffer_text(&buffer);
}

bool next_reason(struct page *page, const struct card *card, uint32_t *at, struct text *reason)
{
    while (*at < card->result->flag_count) {
        const struct card_flag *flag = &card->flags[(*at)++];
        if (flag->severity == SEVERITY_KNOCKOUT && flag->waiver == NULL) {
            *reason = page_prose(page, flag->message);
            return true;
        }
    }
    return false;
}

struct text open_knockouts(struct page *page, const struct evaluation *evaluation,
                           const struct result *result)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    bool first = true;
    for (uint32_t u = 0; u < result->unresolved_count; u++) {
        uint32_t position = evaluation->unresolved[result->first_unresolved + u].rule;
        const struct rule *rule = &evaluation->criteria->rules[position];
        if (rule->severity != SEVERITY_KNOCKOUT)
            continue;
        buffer_format(&buffer, "%s%.*s", first ? "" : ", ", TEXT_ARG(rule->id.text));
        first = false;
    }
    return buffer_text(&buffer);
}

struct text conditional_words(struct page *page, const struct evaluation *evaluation,
                              const struct result *result)
{
    if (!result->conditional)
        return TEXT("");
    return text_format(&page->scratch, "conditional: may still be knocked out by %.*s",
                       TEXT_ARG(open_knockouts(page, evaluation, result)));
}

struct text penalty_words(struct page *page, double penalty)
{
    char number[NUMBER_SIZE];
    if (!(penalty > 0))
        return TEXT("");
    number_plain(penalty, number);
    return text_format(&page->scratch, "-%s %s", number,
                       number_equal(penalty, 1) ? "point" : "points");
}

struct text weight_words(struct page *page, double weight)
{
    enum { LONGEST = 7 };
    char number[NUMBER_SIZE];
    if (number_plain(weight, number) > LONGEST)
        number_fixed(weight, 2, number);
    return text_copy(&page->scratch, text_from(number));
}

struct text share_words(struct page *page, double share)
{
    char number[NUMBER_SIZE];
    number_fixed(share * 100, 1, number);
    return text_format(&page->scratch, "%s %%", number);
}

struct text waiting_words(struct page *page, const struct evaluation *evaluation,
                          const struct card_unresolved *unresolved)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    if (unresolved->count == 0)
        return TEXT("has no value here: a division by zero, or no other vendor to compare with");
    buffer_add(&buffer, TEXT("waits for "));
    for (size_t i = 0; i < unresolved->count; i++) {
        const struct criterion *criterion =
            &evaluation->criteria->criteria[unresolved->waiting_for[i]];
        if (i > 0)
            buffer_add(&buffer, i + 1 == unresolved->count ? TEXT(" and ") : TEXT(", "));
        buffer_add(&buffer, criterion->id.text);
        if (criterion->by == BY_BUYER)
            buffer_add(&buffer, TEXT(" (ours to judge)"));
    }
    return buffer_text(&buffer);
}

void criterion_write(struct page *page, size_t hanging, const struct criterion *criterion)
{
    if (criterion->ask.len == 0) {
        page_flow(page, hanging, criterion->id.text, INK_PLAIN);
        page_flow(page, hanging, TEXT(" (computed)"), INK_FAINT);
        return;
    }
    page_flow(page, hanging, page_prose(page, criterion->ask), INK_PLAIN);
    page_flow(page, hanging, TEXT(" "), INK_PLAIN);
    page_flow(page, hanging, text_format(&page->scratch, "(%.*s)", TEXT_ARG(criterion->id.text)),
              INK_FAINT);
}

const char *severity_title(enum severity severity)
{
    static const char *const titles[SEVERITIES] = {
        [SEVERITY_NOTE] = "NOTE",
        [SEVERITY_WARNING] = "WARNING",
        [SEVERITY_CRITICAL] = "CRITICAL",
        [SEVERITY_KNOCKOUT] = "KNOCK-OUT",
    };
    return titles[severity];
}

const char *severity_sign(const struct page *page, enum severity severity)
{
    static const char *const signs[SEVERITIES] = {
        [SEVERITY_NOTE] = "i",
        [SEVERITY_WARNING] = "~",
        [SEVERITY_CRITICAL] = "!",
        [SEVERITY_KNOCKOUT] = "X",
    };
    return severity == SEVERITY_KNOCKOUT && !page->ascii ? "\xe2\x9c\x97" : signs[severity];
}

enum ink severity_ink(enum severity severity)
{
    static const enum ink inks[SEVERITIES] = {
        [SEVERITY_NOTE] = INK_NOTE,
        [SEVERITY_WARNING] = INK_WARNING,
        [SEVERITY_CRITICAL] = INK_CRITICAL,
        [SEVERITY_KNOCKOUT] = INK_KNOCKOUT,
    };
    return inks[severity];
}
