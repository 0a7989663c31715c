/* What the templates have in common: who is asked what, and what may be answered, in words. */
#ifndef SHORTLIST_RENDER_TEMPLATE_WORDS_H
#define SHORTLIST_RENDER_TEMPLATE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/text.h"

/* Whether a criterion stands in the vendor's (BY_VENDOR) or the evaluator's (BY_BUYER) template. */
bool is_asked(const struct criterion *criterion, enum party party);

/* Whether any criterion of a category does. */
bool category_is_asked(const struct criteria *criteria, const struct category *category,
                       enum party party);

/* The first criterion in there of these types (ON_YES_NO, …), with proof or whatever; NULL for
 * none. */
const struct criterion *first_asked(const struct criteria *criteria, enum party party, int types,
                                    bool proof);

/* "Customer support outsourcing, revision 2026.1"; as the file has it, not made visible yet. */
struct text criteria_words_of(const struct criteria *criteria, struct arena *arena);

/* "from 0 to 400"; empty where any number will do. */
struct text bounds_words(const struct bounds *bounds, struct arena *arena);

/* "5.56 %" of a share in 0..1. */
struct text percent_words(double share, struct arena *arena);

/* An answer that the criterion takes, as YAML has it within a line, to show how one is written. */
struct text example_answer(const struct criterion *criterion, struct arena *arena);

/* Whom an evaluator judges, the unread included. */
struct judged {
    struct text id;
    struct text name;
};

/* In order of id, each once; vendors of whom no id is known are left out. Lives in the arena. */
struct judged *judged_vendors(const struct answers *answers, struct arena *arena, size_t *count);

#endif
