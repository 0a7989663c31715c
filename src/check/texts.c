/* Criteria that do not say why they are there, or where they come from. */
#include "criteria_review.h"

/* A text that criteria may have. */
struct reason {
    const char *key;
    struct text (*of)(const struct criterion *criterion);
    const char *hint;
};

static struct text why_of(const struct criterion *criterion)
{
    return criterion->why;
}

static struct text source_of_criterion(const struct criterion *criterion)
{
    return criterion->source;
}

/* Only where more than half of the criteria have it: else the file does without. */
static void check_reason(struct criteria_review *review, const struct reason *reason)
{
    const struct criteria *criteria = review->criteria;
    size_t having = 0;
    for (size_t c = 0; c < criteria->criterion_count; c++)
        having += reason->of(&criteria->criteria[c]).len > 0;
    if (having <= criteria->criterion_count / 2)
        return;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (reason->of(criterion).len > 0)
            continue;
        problem_add(review->problems, review->code, criterion->id.place,
                    "`%.*s` has no `%s`, which %zu of %zu criteria have",
                    TEXT_ARG(criterion->id.text), reason->key, having, criteria->criterion_count);
        problem_hint(review->problems, "%s", reason->hint);
    }
}

void check_whys(struct criteria_review *review)
{
    static const struct reason why = {
        "why", why_of, "say in a sentence what depends on it, or leave the criterion out"};
    check_reason(review, &why);
}

void check_sources(struct criteria_review *review)
{
    static const struct reason source = {"source", source_of_criterion,
                                         "name the guideline, law or experience it comes from"};
    check_reason(review, &source);
}
