/* What stands on one page of explain, for the files that write it. */
#ifndef SHORTLIST_RENDER_EXPLANATION_H
#define SHORTLIST_RENDER_EXPLANATION_H

#include "page.h"
#include "shortlist/evaluation.h"

/* Where the columns of numbers end, and where words begin. */
struct explanation_columns {
    size_t points, weight, share, adds, lost;
    size_t words;
    bool none;  /* no numbers at all: nothing was scored */
    bool below; /* words do not fit beside the numbers */
};

struct explanation {
    struct page *page;
    const struct evaluation *evaluation;
    const struct card *card;
    struct explanation_columns columns;
};

struct explanation explanation_make(struct page *page, const struct evaluation *evaluation,
                                    const struct card *card);

/* Goes to where words begin; then writes on, lines that follow being indented. */
void explanation_begin(const struct explanation *explanation);
void explanation_add(const struct explanation *explanation, struct text words, enum ink ink);

/* The same where the next text may begin with a mark of punctuation. */
void explanation_add_marked(const struct explanation *explanation, struct text words, enum ink ink);

/* A line of its own: a label and a text from a file; nothing where the text is empty. */
void explanation_line(const struct explanation *explanation, const char *label, struct text text,
                      enum ink ink);

/* What a criterion is of the total: its share 0..1, what it adds and loses in points; all NaN where
 * it does not count. */
struct part_of_total {
    double share, adds, lost;
};

struct part_of_total part_of_total(const struct card_criterion *shown);

/* Every criterion of the vendor, by category. */
void print_criteria(const struct explanation *explanation);

/* Writes the title of a category, and its numbers where anything was scored; ends the line. */
void explain_category(const struct explanation *explanation, size_t category);

/* The rules that could not be judged, with a heading; nothing where there is none. */
void explain_unresolved(const struct explanation *explanation);

/* What was answered, rated and decided on a criterion, how it earns points, and what was stated
 * beside it. */
void explain_answer(const struct explanation *explanation, uint32_t criterion);

/*
 * What each rater says: "Raters: ana 4; ben 3 (vague on night cover); cem abstains; mean 3.5", and
 * whether the vendor's answer is disputed. `remark` ends the line.
 */
void explain_ratings(const struct explanation *explanation, uint32_t criterion, struct text remark);

#endif
