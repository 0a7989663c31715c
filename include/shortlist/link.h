/*
 * Linking: once profiles and options are merged, every expression is compiled once, words become
 * positions, and what depends on the cohort is marked.
 */
#ifndef SHORTLIST_LINK_H
#define SHORTLIST_LINK_H

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/problem.h"

/*
 * In order: `when` of the criteria (dropping those that are false), computed criteria, score forms
 * (needs and cohort words resolved, points by option), the cohort marks, rules and messages, ties.
 * Adds every problem; false when there was one. `as_of` is what the word as_of means in `when`.
 */
bool link_criteria(struct criteria *criteria, int32_t as_of, struct arena *arena,
                   struct problems *problems);

/*
 * Conditions and formulas of linked criteria in words ("attrition is above 40, and iso_27001 is
 * no"): of a rule, of `when`, of `computed` and of the score form; empty where a criterion has
 * none. Live in the arena.
 */
struct text rule_words(const struct rule *rule, const struct criteria *criteria,
                       struct arena *arena);
struct text when_words(const struct criterion *criterion, const struct criteria *criteria,
                       struct arena *arena);
struct text computed_words(const struct criterion *criterion, const struct criteria *criteria,
                           struct arena *arena);
struct text formula_words(const struct criterion *criterion, const struct criteria *criteria,
                          struct arena *arena);

#endif
