/* The evidence that raters saw, where it took the place of another level. */
#include "print.h"

#include "wording.h"
#include "shortlist/settle.h"

enum { INDENT = 2, HANGING = 4 };

/* An answer whose evidence is the raters' word. */
struct seen {
    uint32_t vendor;
    uint32_t criterion;
    enum evidence_level level;
    enum evidence_level own; /* the vendor's */
    bool expired;
};

/* Whether a settled cell is one: not where a decision has replaced the evidence since. */
static bool is_seen(const struct evaluation *evaluation, const struct settled_cell *cell,
                    struct seen *seen)
{
    const struct decision *decision = NULL;
    uint8_t mark = evaluation->answers->columns[cell->criterion].marks[cell->vendor];
    bool answered = mark_answered(cell->own.mark);
    if (evaluation->decisions != NULL)
        decision =
            decisions_find(evaluation->decisions, cell->vendor, DECIDED_ANSWER, cell->criterion);
    *seen = (struct seen){.vendor = cell->vendor,
                          .criterion = cell->criterion,
                          .level = mark_evidence(mark),
                          .own = answered ? mark_evidence(cell->own.mark) : EVIDENCE_UNSTATED,
                          .expired = (mark & MARK_EXPIRED) != 0};
    return evaluation->criteria->criteria[cell->criterion].by == BY_VENDOR &&
           evaluation->results[cell->vendor].status != STATUS_EXCLUDED && mark_answered(mark) &&
           seen->level != seen->own &&
           (decision == NULL || mark_evidence(decision->cell.mark) == EVIDENCE_UNSTATED);
}

/* "Ana, Ben and 3 more": those who state the level that counts. */
static struct text witnesses(struct page *page, const struct evaluation *evaluation,
                             const struct seen *seen)
{
    struct text_buffer words = {.arena = &page->scratch};
    size_t count = 0;
    size_t told = 0;
    const struct rating *ratings =
        ratings_of(evaluation->ratings, seen->vendor, seen->criterion, &count);
    for (size_t r = 0; r < count; r++) {
        struct text name = evaluation->ratings->raters[ratings[r].rater].name;
        if (mark_evidence(ratings[r].cell.mark) != seen->level)
            continue;
        if (told++ < most_named(page))
            buffer_format(&words, "%s%.*s", words.len > 0 ? ", " : "",
                          TEXT_ARG(page_prose(page, name)));
    }
    if (told > most_named(page))
        buffer_format(&words, " and %zu more", told - most_named(page));
    return buffer_text(&words);
}

static void seen_line(struct page *page, const struct evaluation *evaluation,
                      const struct seen *seen)
{
    struct text id = evaluation->criteria->criteria[seen->criterion].id.text;
    const char *own = seen->own == EVIDENCE_UNSTATED ? "none" : evidence_words[seen->own];
    page_to(page, INDENT);
    page_flow(page, HANGING, TEXT("Evidence: "), INK_FAINT);
    page_flow_marked(page, HANGING, witnesses(page, evaluation, seen), INK_STRONG);
    page_flow(page, HANGING,
              text_format(&page->scratch, " saw %.*s of %.*s: %s instead of %s%s", TEXT_ARG(id),
                          TEXT_ARG(evaluation->answers->vendors[seen->vendor].id),
                          evidence_words[seen->level], own,
                          seen->expired ? ", though it has expired" : ""),
              INK_PLAIN);
    page_end(page);
}

void print_raters_evidence(struct page *page, const struct evaluation *evaluation)
{
    const struct settlement *settlement = evaluation->settlement;
    size_t told = 0;
    for (size_t i = 0; settlement != NULL && i < settlement->count; i++) {
        struct seen seen;
        if (is_seen(evaluation, &settlement->cells[i], &seen) && told++ < most_named(page))
            seen_line(page, evaluation, &seen);
    }
    if (told > most_named(page)) {
        page_to(page, INDENT);
        page_flow(page, HANGING,
                  text_format(&page->scratch, "Evidence: and %zu more", told - most_named(page)),
                  INK_PLAIN);
        page_end(page);
    }
}
