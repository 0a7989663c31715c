/*
 * The rule language once more, as plainly as it can be said: one vendor at a time, by recursion
 * over the tree, with nothing shared with the evaluator but the tree itself.
 */
#ifndef SUPPORT_EXPR_REFERENCE_H
#define SUPPORT_EXPR_REFERENCE_H

#include "shortlist/expr.h"

struct reference {
    bool known;
    double number; /* numbers; dates in days */
    bool truth;
    uint8_t option;
    uint64_t members;
    struct text text;
};

/* The value for one vendor; context->scores begin with vendor 0. */
struct reference reference_value(const struct expr *expr, const struct expr_context *context,
                                 size_t vendor);

#endif
