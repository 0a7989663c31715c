/* Who of our raters judged how much, which judgements are open, and what stands in doubt. */
#include "print.h"

#include "shown.h"
#include "stamps.h"
#include "wording.h"

enum { INDENT = 2, HANGING = 4 };

static void line(struct page *page, struct text words, enum ink ink)
{
    page_to_paragraph(page, INDENT);
    page_flow(page, HANGING, words, ink);
    page_end(page);
}

/* --- What is open -------------------------------------------------------------------------- */

/* Open judgements, by vendor and criterion. */
struct open_list {
    const struct evaluation *evaluation;
    const struct open_judgement *items;
    size_t count;
};

/* Just behind the judgements about the vendor at `from`. */
static size_t vendor_end(const struct open_list *open, size_t from)
{
    size_t end = from + 1;
    while (end < open->count && open->items[end].vendor == open->items[from].vendor)
        end++;
    return end;
}

/* Whether the vendor that stands there has the same criteria open as the one at `from`. */
static bool same_criteria(const struct open_list *open, size_t from, size_t other)
{
    size_t count = vendor_end(open, from) - from;
    if (vendor_end(open, other) - other != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (open->items[from + i].criterion != open->items[other + i].criterion)
            return false;
    }
    return true;
}

/* "brand_tone, site_visit and 3 more" of the vendor at `from`. */
static struct text criteria_of(struct page *page, const struct open_list *open, size_t from)
{
    size_t count = vendor_end(open, from) - from;
    uint32_t *criteria = arena_array(&page->scratch, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        criteria[i] = open->items[from + i].criterion;
    return criteria_words(page, open->evaluation->criteria, criteria, count);
}

/* "osterby (brand_tone), pelagrand, tallowmere (site_visit)": vendors in a row that have the same
 * criteria open share them. */
static struct text open_words_of(struct page *page, const struct open_list *open)
{
    struct text_buffer words = {.arena = &page->scratch};
    size_t most = most_named(page);
    size_t named = 0;
    size_t left_out = 0;
    for (size_t i = 0, next; i < open->count; i = next) {
        next = vendor_end(open, i);
        if (named == most) {
            left_out++;
            continue;
        }
        bool shared = next < open->count && named + 1 < most && same_criteria(open, i, next);
        buffer_format(&words, "%s%.*s", named++ > 0 ? ", " : "",
                      TEXT_ARG(open->evaluation->answers->vendors[open->items[i].vendor].id));
        if (shared)
            continue;
        buffer_format(&words, " (%.*s)", TEXT_ARG(criteria_of(page, open, i)));
    }
    if (left_out > 0)
        buffer_format(&words, " and %zu more", left_out);
    return buffer_text(&words);
}

static void open_part(struct page *page, const struct evaluation *evaluation, const char *label,
                      const struct open_judgement *open, size_t count)
{
    if (count == 0)
        return;
    page_flow(page, HANGING, text_from(label), INK_WARNING);
    const struct open_list list = {evaluation, open, count};
    page_flow_marked(page, HANGING, open_words_of(page, &list), INK_PLAIN);
}

static bool is_contested(const struct evaluation *evaluation, const struct open_judgement *open)
{
    return (evaluation->answers->columns[open->criterion].marks[open->vendor] & MARK_CONTESTED) !=
           0;
}

/* What is nobody's in particular: not begun, or found different by several. */
static void open_of_nobody(struct page *page, const struct evaluation *evaluation,
                           const struct work *work)
{
    struct open_judgement *waiting =
        arena_array(&page->scratch, struct open_judgement, work->open_count);
    struct open_judgement *contested =
        arena_array(&page->scratch, struct open_judgement, work->open_count);
    size_t waiting_count = 0;
    size_t contested_count = 0;
    for (size_t i = 0; i < work->open_count; i++) {
        if (is_contested(evaluation, &work->open[i]))
            contested[contested_count++] = work->open[i];
        else
            waiting[waiting_count++] = work->open[i];
    }
    open_part(page, evaluation, "; no value yet: ", waiting, waiting_count);
    open_part(page, evaluation, "; raters contradict each other: ", contested, contested_count);
}

/* --- Who judged ---------------------------------------------------------------------------- */

static void work_line(struct page *page, const struct evaluation *evaluation,
                      const struct work *work)
{
    bool nobody = work->rater == NOWHERE;
    struct text name = TEXT("For anyone to judge");
    if (!nobody)
        name = page_prose(page, evaluation->ratings->raters[work->rater].name);
    page_to(page, INDENT);
    page_flow_marked(page, HANGING, name, nobody ? INK_PLAIN : INK_STRONG);
    page_flow_marked(page, HANGING,
                     text_format(&page->scratch, ": %zu of %zu judged",
                                 work->expected - work->open_count, work->expected),
                     INK_PLAIN);
    if (nobody)
        open_of_nobody(page, evaluation, work);
    else
        open_part(page, evaluation, "; open: ", work->open, work->open_count);
    page_end(page);
}

/* The work of a rater, or NULL where none is expected of him or her. */
static const struct work *work_of(const struct evaluators *evaluators, uint32_t rater)
{
    for (size_t w = 0; w < evaluators->count; w++) {
        if (evaluators->work[w].rater == rater)
            return &evaluators->work[w];
    }
    return NULL;
}

static void rater_lines(struct page *page, const struct evaluation *evaluation,
                        const struct evaluators *evaluators)
{
    const struct ratings *ratings = evaluation->ratings;
    for (uint32_t r = 0; r < ratings->rater_count; r++) {
        const struct work *work = work_of(evaluators, r);
        if (work != NULL) {
            work_line(page, evaluation, work);
            continue;
        }
        page_to(page, INDENT);
        page_flow_marked(page, HANGING, page_prose(page, ratings->raters[r].name), INK_STRONG);
        page_flow(page, HANGING, TEXT(": facts, evidence or notes, which explain shows"),
                  INK_PLAIN);
        page_end(page);
    }
    const struct work *rest = work_of(evaluators, NOWHERE);
    if (rest != NULL)
        work_line(page, evaluation, rest);
}

/* Just behind what is left out of the rater at `from`. */
static size_t left_out_end(const struct ratings *ratings, size_t from)
{
    size_t end = from + 1;
    while (end < ratings->left_out_count &&
           ratings->left_out[end].rater == ratings->left_out[from].rater)
        end++;
    return end;
}

/* "Left out: belwether, whom Amira rated: no vendor has that id", a line a rater. */
static void say_left_out(struct page *page, const struct ratings *ratings)
{
    for (size_t i = 0, next; i < ratings->left_out_count; i = next) {
        struct text_buffer words = {.arena = &page->scratch};
        next = left_out_end(ratings, i);
        size_t named = next - i < most_named(page) ? next - i : most_named(page);
        for (size_t v = i; v < i + named; v++)
            buffer_format(&words, "%s%.*s", v > i ? ", " : "",
                          TEXT_ARG(page_prose(page, ratings->left_out[v].vendor)));
        if (i + named < next)
            buffer_format(&words, " and %zu more", next - i - named);
        struct text rater = page_prose(page, ratings->raters[ratings->left_out[i].rater].name);
        line(page,
             text_format(&page->scratch, "Left out: %.*s, whom %.*s rated: no vendor has %s",
                         TEXT_ARG(buffer_text(&words)), TEXT_ARG(rater),
                         next - i == 1 ? "that id" : "these ids"),
             INK_WARNING);
    }
}

/* --- What stands in doubt ------------------------------------------------------------------ */

static void say_uneven(struct page *page, const struct evaluation *evaluation,
                       const struct evaluators *evaluators)
{
    struct text_buffer words = {.arena = &page->scratch};
    size_t count = evaluators->uneven_count;
    size_t named = count < most_named(page) ? count : most_named(page);
    if (count == 0)
        return;
    buffer_add(&words, TEXT("Not every vendor was judged by the same raters on "));
    for (size_t i = 0; i < named; i++) {
        const struct criterion *criterion = &evaluation->criteria->criteria[evaluators->uneven[i]];
        const char *before = i == 0 ? "" : i + 1 == count ? " and " : ", ";
        buffer_format(&words, "%s%.*s", before, TEXT_ARG(criterion->id.text));
    }
    if (named < count)
        buffer_format(&words, " and %zu more", count - named);
    buffer_add(&words, TEXT(": a strict rater lowers only the vendors that he or she judged."));
    line(page, buffer_text(&words), INK_WARNING);
}

/* "osterby (regulations_met, soc_2)"; how many there are. Empty when there is none. */
static size_t disputed_answers(const struct evaluation *evaluation, uint32_t vendor,
                               struct text_buffer *words)
{
    const struct result *result = &evaluation->results[vendor];
    size_t count = 0;
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[result->first_flag + f];
        if (flag->kind != FLAG_DISPUTED)
            continue;
        if (count++ == 0)
            buffer_format(words, "%.*s (", TEXT_ARG(evaluation->answers->vendors[vendor].id));
        else
            buffer_add(words, TEXT(", "));
        buffer_add(words, evaluation->criteria->criteria[flag->subject].id.text);
    }
    if (count > 0)
        buffer_add_char(words, ')');
    return count;
}

static void say_disputed(struct page *page, const struct evaluation *evaluation)
{
    struct text_buffer vendors = {.arena = &page->scratch};
    size_t answers = 0;
    size_t told = 0;
    for (size_t i = 0; i < evaluation->answers->count; i++) {
        struct text_buffer words = {.arena = &page->scratch};
        size_t count = disputed_answers(evaluation, evaluation->order[i], &words);
        answers += count;
        if (count > 0 && told++ < most_named(page))
            buffer_format(&vendors, "%s%.*s", vendors.len > 0 ? ", " : "",
                          TEXT_ARG(buffer_text(&words)));
    }
    if (answers == 0)
        return;
    if (told > most_named(page))
        buffer_format(&vendors, " and %zu more", told - most_named(page));
    struct text all = count_words(page, answers, "answer is", "answers are");
    line(page,
         text_format(&page->scratch,
                     "%.*s disputed and not decided: %.*s. Until then the vendor's word counts.",
                     TEXT_ARG(all), TEXT_ARG(buffer_text(&vendors))),
         INK_WARNING);
}

void print_judging(struct page *page, const struct report *report)
{
    const struct evaluation *evaluation = report->evaluation;
    struct evaluators evaluators;
    if (!has_raters(evaluation))
        return;
    evaluators_make(&evaluators, evaluation, evaluation->order, evaluation->answers->count,
                    &page->scratch);
    page_heading(page, "What our raters judged");
    struct standing standing = stamps_of(report).standing;
    if (evaluators.open > 0)
        line(page,
             text_format(&page->scratch, "Provisional: %.*s.",
                         TEXT_ARG(judgements_words(page, &standing))),
             INK_STRONG);
    else if (evaluators.expected > 0)
        line(page, TEXT("Every judgement has been made."), INK_GOOD);
    rater_lines(page, evaluation, &evaluators);
    say_left_out(page, evaluation->ratings);
    print_raters_evidence(page, evaluation);
    say_uneven(page, evaluation, &evaluators);
    say_disputed(page, evaluation);
    page_forget(page);
}
