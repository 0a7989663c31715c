/*
 * Empty files to fill in: the answers file or questionnaire that a buyer sends to vendors, and the
 * sheet for one of the buyer's evaluators. They are made from the criteria as merged with profiles
 * and needs; what a profile or a need drops is not asked. Points and rules never stand in them.
 */
#ifndef SHORTLIST_TEMPLATE_H
#define SHORTLIST_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/answers.h"
#include "shortlist/criteria.h"
#include "shortlist/sink.h"

struct template_options {
    bool weights;                  /* show the share of the total that each question carries */
    const struct answers *vendors; /* the sheet of an evaluator: whom to judge, in order of id,
                                      unread ones included; may be empty */
    bool excel;                    /* csv: begin with a byte order mark */
    bool raw;                      /* csv: texts that look like formulas as they are */
    char delimiter;                /* csv: what separates the cells; 0: a comma */
};

struct template_format {
    const char *name;    /* of --format */
    const char *summary; /* one line, for help */
    /* What a vendor is asked; the criteria are linked and free of errors. */
    void (*questions)(const struct criteria *criteria, const struct template_options *options,
                      struct sink *sink);
    /* What an evaluator of the buyer judges or finds out, vendor by vendor. */
    void (*ratings)(const struct criteria *criteria, const struct template_options *options,
                    struct sink *sink);
};

/* All formats; the first is the default. */
extern const struct template_format template_formats[];
extern const size_t template_format_count;

#endif
