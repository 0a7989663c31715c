/*
 * What a condition can come out as: constraint propagation over the tree. Every criterion has what
 * is possible of it for one vendor; to assume that a condition holds, or fails, narrows that, or
 * shows that it cannot be. What is told is always too much rather than too little: the values are
 * bounds, and what one test says of two criteria together is not kept.
 *
 * Only known values are looked at. The ends of spans go through the very arithmetic of the
 * evaluator, which is monotonic in rounding too: so the bounds hold to the last bit.
 */
#ifndef SHORTLIST_EXPR_OUTCOMES_H
#define SHORTLIST_EXPR_OUTCOMES_H

#include "node.h"
#include "shortlist/attainable.h"

/* How one answer may be proven: exactly one of these for each vendor. */
enum proof {
    PROOF_NONE = 1, /* there is no answer */
    PROOF_CLAIMED = 2,
    PROOF_DOCUMENTED = 4, /* and not expired */
    PROOF_VERIFIED = 8,   /* likewise */
    PROOF_EXPIRED = 16,   /* whatever the evidence */
    PROOFS_ANSWERED = PROOF_CLAIMED | PROOF_DOCUMENTED | PROOF_VERIFIED | PROOF_EXPIRED,
    PROOFS_ALL = PROOF_NONE | PROOFS_ANSWERED
};

/* What is possible of a criterion, for one vendor. */
struct possible {
    struct domain answer;
    struct text text;    /* a text answer that is this one; a NULL ptr: any */
    struct span formula; /* what its formula may earn, before evidence */
    struct span points;  /* after evidence: bounds beside those that follow from the answer */
    unsigned proofs;     /* of enum proof */
};

struct change {
    uint32_t criterion;
    struct possible before;
};

struct domains {
    const struct criteria *criteria;
    int32_t as_of;
    enum buyers buyers;
    struct possible *whole; /* [criterion]: before anything is assumed */
    struct possible *now;   /* [criterion]: as narrowed so far */
    struct change *changes; /* how `now` came from `whole`, oldest first */
    size_t change_count;
    size_t change_capacity;
    uint8_t *told;        /* [criterion]: 0 between calls */
    struct arena scratch; /* for folding constants */
};

/* --- Narrowing (outcomes.c) ------------------------------------------------------------------- */

/* Replaces what is possible of a criterion; it is undone with whatever was assumed. False where the
 * answers that are left cannot earn the points that are. */
bool narrow(struct domains *domains, uint32_t criterion, const struct possible *possible);

/* Undoes all changes but the first `count`. */
void rewind_to(struct domains *domains, size_t count);

/*
 * Assumes that one of two things holds: begin, try the first, turn, try the second, join. Each says
 * whether it can be; so does the whole. What is possible after it is possible with the one or the
 * other.
 */
struct branches {
    size_t from; /* changes of the first thing: [from, to) */
    size_t to;
    bool first;
};

struct branches branches_begin(const struct domains *domains);
void branches_turn(struct domains *domains, struct branches *branches, bool first);
bool branches_join(struct domains *domains, const struct branches *branches, bool second);

/* Whether it joins or turns conditions: and, or, not, a comparison of a condition. */
bool is_connective(const struct node *node);

/*
 * Assumes that a condition is known, and is what is wanted. False when it cannot be: what is
 * possible is then unspecified until it is rewound.
 */
bool assume(struct domains *domains, const struct node *node, bool wanted);

/* --- Numbers (outcomes_numbers.c) ------------------------------------------------------------- */

/* A value that is the need's or the day's, where any buyer's are meant. */
bool is_free(const struct domains *domains, const struct node *node);

/* Bounds of a number or date, wherever it is known. */
struct span span_of(struct domains *domains, const struct node *node);

/* With room for what rounding adds in a sum of many, and between two knots. */
struct span span_rounded(struct span span);

/* Narrows what a number or date is read from. False when nothing is left. */
bool narrow_span(struct domains *domains, const struct node *node, struct span span);

struct span span_add(struct domains *domains, const struct node *node);
struct span span_subtract(struct domains *domains, const struct node *node);
struct span span_multiply(struct domains *domains, const struct node *node);
struct span span_divide(struct domains *domains, const struct node *node);
struct span span_negate(struct domains *domains, const struct node *node);
struct span span_abs(struct domains *domains, const struct node *node);
struct span span_min(struct domains *domains, const struct node *node);
struct span span_max(struct domains *domains, const struct node *node);
struct span span_days(struct domains *domains, const struct node *node);
struct span span_count(struct domains *domains, const struct node *node);
struct span span_figure(struct domains *domains, const struct node *node); /* lowest, … */
struct span span_mean(struct domains *domains, const struct node *node);
struct span span_stddev(struct domains *domains, const struct node *node);
struct span span_bids(struct domains *domains, const struct node *node);
struct span span_points(struct domains *domains, const struct node *node);
struct span span_score(struct domains *domains, const struct node *node);

/* --- Points (outcomes_points.c) --------------------------------------------------------------- */

/* The points that a criterion may have, after evidence; none without an answer. */
struct span points_span(const struct domains *domains, uint32_t criterion,
                        const struct possible *possible);

/* What the formula of a criterion may earn, before evidence; 0 to 100 where it has none. */
struct span formula_points(struct domains *domains, const struct criterion *criterion);

/* --- Sets (outcomes_members.c) ---------------------------------------------------------------- */

/* Narrows the answer to a set: what it must have, may have, and how many follow from each other.
 * False when nothing is left. */
bool narrow_set(struct domains *domains, uint32_t criterion, const struct domain *answer);

/* --- Conditions (outcomes.c, outcomes_comparisons.c, outcomes_members.c) ---------------------- */

bool assume_or(struct domains *domains, const struct node *node, bool wanted);
bool assume_and(struct domains *domains, const struct node *node, bool wanted);
bool assume_not(struct domains *domains, const struct node *node, bool wanted);
bool assume_equal(struct domains *domains, const struct node *node, bool wanted);
bool assume_unequal(struct domains *domains, const struct node *node, bool wanted);
bool assume_less(struct domains *domains, const struct node *node, bool wanted);
bool assume_at_most(struct domains *domains, const struct node *node, bool wanted);
bool assume_greater(struct domains *domains, const struct node *node, bool wanted);
bool assume_at_least(struct domains *domains, const struct node *node, bool wanted);
bool assume_in(struct domains *domains, const struct node *node, bool wanted);
bool assume_has(struct domains *domains, const struct node *node, bool wanted);
bool assume_has_all(struct domains *domains, const struct node *node, bool wanted);
bool assume_has_any(struct domains *domains, const struct node *node, bool wanted);
bool assume_answered(struct domains *domains, const struct node *node, bool wanted);
bool assume_documented(struct domains *domains, const struct node *node, bool wanted);
bool assume_verified(struct domains *domains, const struct node *node, bool wanted);
bool assume_expired(struct domains *domains, const struct node *node, bool wanted);

#endif
