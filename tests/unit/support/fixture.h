/*
 * A whole evaluation from strings, for tests of the rules module and of analysis: criteria,
 * answers, ratings and decisions go through the real loader and linker.
 */
#ifndef SUPPORT_FIXTURE_H
#define SUPPORT_FIXTURE_H

#include "shortlist/evaluation.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"

struct fixture {
    struct problems problems;
    struct inputs inputs;
    struct settlement settlement;
    struct evaluation evaluation;
    struct arena arena;
};

/* Loads, links and judges as of 2026-11-21; fails the test when anything is wrong with the input.
 * `answers` holds one YAML document a vendor. */
void fixture_judge(struct fixture *fixture, const char *criteria, const char *answers);

/* The same with what the buyer says, settled in the answers: `ratings` holds one file a rater and
 * ends in NULL, `decisions` is one file; each may be NULL. Warnings and notes of the input are the
 * test's to look at. */
void fixture_judge_panel(struct fixture *fixture, const char *criteria, const char *answers,
                         const char *const *ratings, const char *decisions);

/* Loads and links criteria without answers; problems are the test's to look at. */
void fixture_link(struct fixture *fixture, const char *criteria);

void fixture_release(struct fixture *fixture);

/* The position of a vendor or criterion by id; fails the test when there is none. */
uint32_t fixture_vendor(const struct fixture *fixture, const char *id);
uint32_t fixture_criterion(const struct fixture *fixture, const char *id);

const struct result *fixture_result(const struct fixture *fixture, const char *vendor);

/* The flags of a vendor as "rule rule rule", in their order. */
struct text fixture_flags(struct fixture *fixture, const char *vendor);

/* The unresolved rules of a vendor as "rule(criterion,criterion) rule()". */
struct text fixture_unresolved(struct fixture *fixture, const char *vendor);

/* Within 1e-9; NaN equals NaN. */
void assert_number(double actual, double expected);

#define assert_text(actual, expected)                                                              \
    do {                                                                                           \
        struct text text_ = (actual);                                                              \
        char *string_ = strndup(text_.ptr == NULL ? "" : text_.ptr, text_.len);                    \
        assert_string_equal(string_, expected);                                                    \
        free(string_);                                                                             \
    } while (0)

#endif
