/* The panel's report where nobody has rated anything: what there is to judge, and a file of ratings
 * to fill in. */
#include "print_panel.h"

#include "print.h"
#include "wording.h"

enum { FORM = 4, LEVELS = 4 };

/* What there is to judge, and of whom. */
struct form {
    struct page *page;
    const struct evaluation *evaluation;
    uint32_t *rated; /* rating criteria */
    size_t rated_count;
    uint32_t *facts; /* the buyer's other criteria */
    size_t fact_count;
    uint32_t *vendors; /* by id, but those that are excluded */
    size_t vendor_count;
};

static struct form form_make(struct page *page, const struct evaluation *evaluation,
                             struct arena *arena)
{
    const struct criteria *criteria = evaluation->criteria;
    struct form form = {.page = page, .evaluation = evaluation};
    form.rated = arena_array(arena, uint32_t, criteria->criterion_count);
    form.facts = arena_array(arena, uint32_t, criteria->criterion_count);
    form.vendors = arena_array(arena, uint32_t, evaluation->answers->count);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion->dropped || criterion->by != BY_BUYER)
            continue;
        if (criterion->type == TYPE_RATING)
            form.rated[form.rated_count++] = c;
        else
            form.facts[form.fact_count++] = c;
    }
    for (uint32_t v = 0; v < evaluation->answers->count; v++) {
        if (evaluation->results[v].status != STATUS_EXCLUDED)
            form.vendors[form.vendor_count++] = v;
    }
    return form;
}

static void say(struct page *page, size_t indent, struct text words, enum ink ink)
{
    page_to_paragraph(page, indent);
    page_flow(page, indent, words, ink);
    page_end(page);
}

/* "0 to 5" */
static struct text range_of(struct page *page, const struct criterion *criterion)
{
    return text_format(&page->scratch, "%.*s to %.*s",
                       TEXT_ARG(scale_words(page, criterion->range.low)),
                       TEXT_ARG(scale_words(page, criterion->range.high)));
}

/* The question, its scale, and what its steps mean. */
static void question(const struct form *form, const struct criterion *criterion)
{
    struct page *page = form->page;
    page_to(page, PANEL_INDENT);
    criterion_write(page, PANEL_INDENT, criterion);
    page_flow(page, PANEL_INDENT,
              text_format(&page->scratch, " %.*s", TEXT_ARG(range_of(page, criterion))), INK_PLAIN);
    page_end(page);
    for (size_t i = 0; i < criterion->levels.count; i++) {
        const struct level *level = &criterion->levels.items[i];
        struct text value =
            text_format(&page->scratch, "%.*s: ", TEXT_ARG(scale_words(page, level->value)));
        page_to(page, LEVELS);
        page_flow(page, LEVELS + value.len, value, INK_STRONG);
        page_flow(page, LEVELS + value.len, page_prose(page, level->text), INK_PLAIN);
        page_end(page);
    }
}

static void form_line(struct page *page, struct text words)
{
    page_to(page, FORM);
    page_write(page, words, INK_PLAIN);
    page_end(page);
}

/* "social_judgement: ~   # 0 to 5"; the scale stands above too, so it may be left out. */
static void form_value(struct page *page, const struct criterion *criterion)
{
    struct text key = text_format(&page->scratch, "    %.*s: ~", TEXT_ARG(criterion->id.text));
    struct text scale =
        text_format(&page->scratch, "   # %.*s", TEXT_ARG(range_of(page, criterion)));
    bool fits = page->width == 0 || FORM + key.len + scale.len <= page->width;
    form_line(page, text_format(&page->scratch, "%.*s%.*s", TEXT_ARG(key),
                                TEXT_ARG(fits ? scale : TEXT(""))));
}

/* A file of ratings in which every value is still open. */
static void blank_file(const struct form *form)
{
    struct page *page = form->page;
    const struct evaluation *evaluation = form->evaluation;
    size_t most = most_named(page);
    size_t shown = form->vendor_count < most ? form->vendor_count : most;
    page_begin_code(page, "yaml");
    form_line(page, TEXT("shortlist-ratings: 1"));
    form_line(page, TEXT("rater: NAME"));
    form_line(page, TEXT("ratings:"));
    for (size_t v = 0; v < shown; v++) {
        struct text id = evaluation->answers->vendors[form->vendors[v]].id;
        form_line(page, text_format(&page->scratch, "  %.*s:", TEXT_ARG(id)));
        for (size_t c = 0; c < form->rated_count; c++)
            form_value(page, &evaluation->criteria->criteria[form->rated[c]]);
        page_forget(page);
    }
    if (shown < form->vendor_count)
        form_line(page, text_format(&page->scratch, "  # and %zu more: `-o FILE` writes them all",
                                    form->vendor_count - shown));
    page_end_code(page);
}

static void print_form(const struct form *form)
{
    struct page *page = form->page;
    const struct criteria *criteria = form->evaluation->criteria;
    page_heading(page, "What there is to judge");
    for (size_t c = 0; c < form->rated_count; c++) {
        question(form, &criteria->criteria[form->rated[c]]);
        page_forget(page);
    }
    page_heading(page, "A file of ratings");
    say(page, PANEL_INDENT,
        TEXT("Each rater writes one like this: a value in place of each ~, or n/a to abstain. Name "
             "the files with the others, or put them in their folder."),
        INK_PLAIN);
    blank_file(form);
    if (form->fact_count > 0)
        say(page, PANEL_INDENT,
            text_format(&page->scratch, "What raters find out besides stands there too: %.*s.",
                        TEXT_ARG(criteria_words(page, criteria, form->facts, form->fact_count))),
            INK_PLAIN);
}

void print_panel_form(struct page *page, const struct evaluation *evaluation)
{
    struct arena lasting = {0};
    const struct form form = form_make(page, evaluation, &lasting);
    page_blank(page);
    say(page, 0, TEXT("No ratings are among the files, so there is nothing to compare."),
        INK_STRONG);
    if (form.rated_count > 0)
        print_form(&form);
    else
        say(page, 0,
            TEXT("The criteria ask for none either: only criteria of `type: rating` are judged on "
                 "a scale by each rater."),
            INK_PLAIN);
    arena_release(&lasting);
}
