/* What stands on one page of compare, for the files that write it. */
#ifndef SHORTLIST_RENDER_LEAD_H
#define SHORTLIST_RENDER_LEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "print.h"

struct lead {
    struct page *page;
    const struct evaluation *evaluation;
    const struct comparison *comparison;
    int decimals;
    struct text ids[2];
    /* How the text report is laid out: */
    size_t id_columns[2];
    struct heads heads;
    size_t a_end, b_end, difference_end; /* where the columns of numbers end */
    size_t bar;                          /* where bars begin; 0: none */
    size_t words;                        /* of categories */
    size_t criterion_words;
    bool below; /* the words of a criterion go below its numbers */
};

/* The lead must stay where it is: its heads point into it. */
void lead_make(struct lead *lead, struct page *page, const struct evaluation *evaluation,
               const struct comparison *comparison);

/* By category, adding up to the scores; then by criterion, those that make a difference. */
void print_lead_categories(const struct lead *lead);
void print_lead_criteria(const struct lead *lead);
void markdown_lead_categories(const struct lead *lead);
void markdown_lead_criteria(const struct lead *lead);

#endif
