/*
 * What the buyer's panel decided, each with its reason: answers settled, rules waived, vendors
 * excluded. Filled by input; answers enter by settle.h, the rest by evaluation.h.
 */
#ifndef SHORTLIST_DECISIONS_H
#define SHORTLIST_DECISIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

/* What a file of decisions says before them, as written. */
struct decisions_header {
    struct text by;
    struct stated_date date;
};

/* A decision about an answer, beside its value. */
struct long_decision {
    int evidence; /* enum evidence_level */
    bool accept_na;
    struct text source;
    struct text why;
};

/* What a decision is about. In this order they are listed. */
enum decision_kind {
    DECIDED_ANSWER,  /* subject: a criterion */
    WAIVED_RULE,     /* subject: a rule */
    WAIVED_MINIMUM,  /* subject: a category, of which minimum_CATEGORY is waived */
    EXCLUDED_VENDOR, /* subject: 0 */
};

struct decision {
    uint32_t vendor;
    enum decision_kind kind;
    uint32_t subject;
    /* Of a DECIDED_ANSWER. Answered: the value that counts. n/a: the vendor's n/a is accepted.
     * Open: evidence alone. The mark also holds the evidence that counts from now on. */
    struct cell cell;
    struct cell before; /* what stood there, means of ratings included; set by settle.h */
    struct text why;
    struct text source; /* may be empty */
    struct text by;     /* may be empty */
    bool has_date;
    int32_t date;
    struct place place;
};

/* Whether a decision gives an answer a value. */
static inline bool decision_gives_value(const struct decision *decision)
{
    return decision->kind == DECIDED_ANSWER && mark_answered(decision->cell.mark);
}

struct decisions {
    struct decision *items; /* by vendor, kind, subject, after decisions_sort */
    size_t count;
    size_t capacity;
    bool accepts_na; /* some decision accepts an n/a */
    struct arena texts;
};

/* `struct decisions decisions = {0};` is none. */
void decisions_release(struct decisions *decisions);

/* The texts, and the value of a text, are copied. */
void decisions_add(struct decisions *decisions, const struct decision *decision,
                   enum answer_type type);

/* Of two decisions on one thing the earlier place stands first. */
void decisions_sort(struct decisions *decisions);

/* The decision on one thing, or NULL. After decisions_sort. */
const struct decision *decisions_find(const struct decisions *decisions, uint32_t vendor,
                                      enum decision_kind kind, uint32_t subject);

/* All decisions about a vendor, and how many; NULL and 0 when there are none. After
 * decisions_sort. */
const struct decision *decisions_of(const struct decisions *decisions, uint32_t vendor,
                                    size_t *count);

#endif
