/* Rules, minimums and built-in flags; the cohort and the order of judging. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fixture.h"

#define VENDOR(id, answers) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" answers "}\n"

/* Criteria of every kind of absence, and the rules of one test. */
#define WITH_RULES(rules)                                                                          \
    "shortlist-criteria: 1\nneeds: {big: no, zero: 0}\n"                                           \
    "categories:\n  c:\n    weight: 10\n    criteria:\n"                                           \
    "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"                              \
    "      y: {ask: q, type: number, weight: 0, score: {best: 100, worst: 0}}\n"                   \
    "      na: {ask: q, type: number, weight: 0, not_applicable: exclude,"                         \
    " score: {best: 1, worst: 0}}\n"                                                               \
    "      gone: {ask: q, type: number, weight: 0, when: needs.big,"                               \
    " score: {best: 1, worst: 0}}\n"                                                               \
    "      iso: {ask: q, type: yes_no, weight: 0}\n"                                               \
    "rules:\n" rules

struct judged {
    const char *rules;
    const char *answers;
    const char *flags;
    const char *unresolved;
    double total, low, high;
};

static void check(const struct judged *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture;
        char criteria[4096];
        char answers[1024];
        snprintf(criteria, sizeof criteria, WITH_RULES("%s"), cases[i].rules);
        snprintf(answers, sizeof answers, VENDOR("v", "%s"), cases[i].answers);
        print_message("%s <- %s\n", cases[i].rules, cases[i].answers);
        fixture_judge(&fixture, criteria, answers);
        assert_text(fixture_flags(&fixture, "v"), cases[i].flags);
        assert_text(fixture_unresolved(&fixture, "v"), cases[i].unresolved);
        assert_number(fixture_result(&fixture, "v")->total, cases[i].total);
        assert_number(fixture_result(&fixture, "v")->low, cases[i].low);
        assert_number(fixture_result(&fixture, "v")->high, cases[i].high);
        fixture_release(&fixture);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void test_penalties(void **state)
{
    (void)state;
#define RULE "  r: {when: x > 50, severity: warning, message: m, penalty: 7.5}\n"
#define BIG "  r: {when: x < 50, severity: warning, message: m, penalty: 60}\n"
    static const struct judged cases[] = {
        {RULE, "x: 80, y: 1, na: 1, iso: no", "r", "", 72.5, 72.5, 72.5},
        {RULE, "x: 50, y: 1, na: 1, iso: no", "", "", 50, 50, 50},
        /* Open: 0 counts now; once answered 0 to 100, and the penalty may still come. */
        {RULE, "y: 1, na: 1, iso: no", "", "r(x)", 0, 0, 100},
        /* Not below 0. */
        {BIG, "x: 40, y: 1, na: 1, iso: no", "r", "", 0, 0, 0},
    };
    CHECK(cases);
}

static void test_unknown(void **state)
{
    (void)state;
#define SEVERE(when) "  r: {when: " when ", severity: critical, message: m, penalty: 5}\n"
#define FIRE(when)                                                                                 \
    "  r: {when: " when ", severity: critical, message: m, penalty: 5, unknown: fire}\n"
    static const struct judged cases[] = {
        {SEVERE("(x > 1 and y > 2) or iso == no"), "x: 0", "", "r(iso)", 0, 0, 0},
        {SEVERE("(x > 1 and y > 2) or iso == no"), "x: 60", "", "r(y,iso)", 60, 55, 60},
        {SEVERE("(x > 1 and y > 2) or iso == no"), "x: 60, iso: no", "r", "", 55, 55, 55},
        /* A division by zero is unknown, and waits for nobody. */
        {SEVERE("x / needs.zero > 1"), "x: 60", "", "r()", 60, 55, 60},
        /* Doubt that hangs only on what is dropped or excluded is silent. */
        {SEVERE("gone > 1"), "x: 60", "", "", 60, 60, 60},
        {SEVERE("na > 1"), "x: 60, na: n/a", "not_applicable_claimed", "", 60, 60, 60},
        {SEVERE("na > 1"), "x: 60", "", "r(na)", 60, 55, 60},
        {SEVERE("na > 1 and y > 1"), "x: 60, na: n/a", "not_applicable_claimed", "r(y)", 60, 55,
         60},
        {SEVERE("gone > y"), "x: 60", "", "r(y)", 60, 55, 60},
        /* `unknown: fire`; while it waits for an open answer, high does not subtract it. */
        {FIRE("y > 1"), "x: 60", "r", "", 55, 55, 60},
        {FIRE("y > 1"), "x: 60, y: 0", "", "", 60, 60, 60},
        {FIRE("na > 1"), "x: 60, na: n/a", "r not_applicable_claimed", "", 55, 55, 55},
        {FIRE("gone > 1"), "x: 60", "", "", 60, 60, 60},
        {FIRE("x / needs.zero > 1"), "x: 60", "r", "", 55, 55, 55},
    };
    CHECK(cases);
}

static void test_order_of_flags(void **state)
{
    (void)state;
    static const char rules[] = "  a_note: {when: x > 0, severity: note, message: m}\n"
                                "  a_warning: {when: x > 0, severity: warning, message: m}\n"
                                "  a_knockout: {when: x > 0, severity: knockout, message: m}\n"
                                "  a_critical: {when: x > 0, severity: critical, message: m}\n"
                                "  b_warning: {when: x > 0, severity: warning, message: m}\n";
    static const struct judged cases[] = {
        {rules, "x: 1, y: n/a, na: 1, iso: {value: yes, evidence: claimed, expires: 2026-11-20}",
         "a_knockout a_critical a_warning b_warning expired_evidence a_note "
         "not_applicable_claimed",
         "", 1, 1, 1},
    };
    CHECK(cases);
}

/* --- Minimums, knock-outs, the cohort -------------------------------------------------------- */

static void test_minimum(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n"
        "  c:\n    title: Care\n    minimum: 40\n    criteria:\n"
        "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"
        "  d:\n    minimum: 40\n    criteria:\n"
        "      y: {ask: q, type: number, missing: exclude, score: {best: 100, worst: 0}}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  VENDOR("below", "x: 39.99") VENDOR("at", "x: 40")
                      VENDOR("rounds_up", "x: 39.995"));
    assert_text(fixture_flags(&fixture, "below"), "minimum_c");
    assert_int_equal(fixture_result(&fixture, "below")->status, STATUS_KNOCKED_OUT);
    assert_int_equal(fixture_result(&fixture, "below")->rank, 0);
    /* A null score does not trip a minimum. */
    assert_text(fixture_flags(&fixture, "at"), "");
    /* What is printed is what is judged: 39.995 shows as 40.00. */
    assert_text(fixture_flags(&fixture, "rounds_up"), "");
    struct card card;
    card_make_flags(&card, &fixture.evaluation, fixture_vendor(&fixture, "below"), &fixture.arena);
    assert_text(card.flags[0].message, "Care scores 39.99, below the minimum of 40");
    assert_int_equal(card.flags[0].severity, SEVERITY_KNOCKOUT);
    assert_text(card.flags[0].advice, "");
    fixture_release(&fixture);
}

/* Silence can trip a minimum; the flag then says that it was silence. */
static void test_minimum_and_silence(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n"
        "  c:\n    title: Care\n    minimum: 60\n    criteria:\n"
        "      x: {ask: q, type: yes_no}\n      y: {ask: q, type: yes_no}\n"
        "      z: {ask: q, type: yes_no, missing: exclude}\n"
        "      w: {ask: q, type: yes_no, weight: 0}\n";
    struct fixture fixture;
    struct card card;
    fixture_judge(&fixture, criteria, VENDOR("v", "x: yes"));
    card_make_flags(&card, &fixture.evaluation, 0, &fixture.arena);
    assert_text(card.flags[0].message,
                "Care scores 50.00, below the minimum of 60, with 1 of its answers open");
    assert_text(card.flags[0].advice, "Ask for the open answers: silence counts as 0 here.");
    fixture_release(&fixture);
}

/* A disqualified bid cannot move the others' price points; one out by the cohort can. */
static void test_cohort(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
        "      price: {ask: q, type: number, score: {best: lowest, worst: 40}}\n"
        "      iso: {ask: q, type: yes_no, weight: 0}\n"
        "rules:\n"
        "  no_iso: {when: iso == no, severity: knockout, message: m}\n"
        "  low: {when: price < 0.8 * others_median(price), severity: knockout, message: m}\n"
        "  alone: {when: bids(price) < 3, severity: note, message: m}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  VENDOR("decoy", "price: 1, iso: no") VENDOR("cheap", "price: 10, iso: yes")
                      VENDOR("fair", "price: 20, iso: yes") VENDOR("dear", "price: 30, iso: yes"));
    const uint8_t *members = fixture.evaluation.cohort.members;
    assert_int_equal(members[0] + members[1] + members[2] + members[3], 3);
    assert_text(fixture_flags(&fixture, "decoy"), "no_iso low");
    assert_text(fixture_flags(&fixture, "cheap"), "low");
    assert_text(fixture_flags(&fixture, "fair"), "");
    /* lowest is 10, though that vendor goes out later: (40 - 20) / (40 - 10). */
    assert_number(fixture_result(&fixture, "fair")->unrounded, 200.0 / 3);
    assert_number(fixture_result(&fixture, "dear")->unrounded, 100.0 / 3);
    /* Better than the best of the cohort is clamped. */
    assert_number(fixture_result(&fixture, "decoy")->total, 100);
    assert_int_equal(fixture.evaluation.ranked, 2);
    assert_int_equal(fixture.evaluation.knocked_out, 2);
    fixture_release(&fixture);
}

/* Numbers far apart: a bid that dwarfs the others leaves them whole, and no difference overflows.
 */
static void test_cohort_of_extremes(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
        "      price: {ask: q, type: number, score: {best: lowest, worst: highest}}\n"
        "rules:\n"
        "  others: {when: others_mean(price) == 12.34, severity: note, message: m}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria, VENDOR("big", "price: 1e12") VENDOR("small", "price: 12.34"));
    assert_text(fixture_flags(&fixture, "big"), "others");
    assert_text(fixture_flags(&fixture, "small"), "");
    fixture_release(&fixture);
    fixture_judge(&fixture, criteria,
                  VENDOR("high", "price: 1.7e308") VENDOR("low", "price: -1.7e308")
                      VENDOR("middle", "price: 0"));
    assert_number(fixture_result(&fixture, "low")->total, 100);
    assert_number(fixture_result(&fixture, "middle")->total, 50);
    assert_number(fixture_result(&fixture, "high")->total, 0);
    fixture_release(&fixture);
}

/* points(), score() and total: of the cohort only where they are. */
static void test_dependence_on_the_cohort(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n"
        "  plain:\n    criteria:\n"
        "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"
        "  priced:\n    criteria:\n"
        "      p: {ask: q, type: number, score: {formula: 100 * lowest(p) / p}}\n"
        "rules:\n"
        "  by_points: {when: points(x) < 10, severity: knockout, message: m}\n"
        "  by_score: {when: score(plain) < 10, severity: knockout, message: m}\n"
        "  by_priced: {when: score(priced) < 10, severity: knockout, message: m}\n"
        "  by_total: {when: total < 50, severity: note, message: m}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  VENDOR("a", "x: 5, p: 1") VENDOR("b", "x: 90, p: 10")
                      VENDOR("c", "x: 50, p: 200"));
    const struct rule *rules = fixture.inputs.criteria.rules;
    assert_false(rules[0].uses_cohort);
    assert_false(rules[1].uses_cohort);
    assert_true(rules[2].uses_cohort);
    assert_true(rules[3].uses_cohort);
    assert_text(fixture_flags(&fixture, "a"), "by_points by_score");
    /* a is out of the cohort: lowest(p) is 10. */
    assert_text(fixture_flags(&fixture, "b"), "");
    assert_number(fixture_result(&fixture, "b")->total, 95);
    /* c: 100 * 10 / 200 = 5; total 27.5. */
    assert_text(fixture_flags(&fixture, "c"), "by_priced by_total");
    assert_number(fixture_result(&fixture, "c")->total, 27.5);
    fixture_release(&fixture);
}

/* With everybody out, what asks the cohort is unknown, and the criterion open. */
static void test_cohort_of_nobody(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
        "      p: {ask: q, type: number, score: {best: lowest, worst: highest}}\n"
        "rules:\n  out: {when: p > 0, severity: knockout, message: m}\n"
        "  mean: {when: p > mean(p), severity: note, message: m}\n";
    struct fixture fixture;
    struct card card;
    fixture_judge(&fixture, criteria, VENDOR("v", "p: 5"));
    card_make(&card, &fixture.evaluation, 0, &fixture.arena);
    assert_int_equal(card.criteria[0].state, STATE_OPEN);
    assert_true(card.criteria[0].has_answer);
    assert_text(fixture_unresolved(&fixture, "v"), "mean()");
    assert_int_equal(fixture_result(&fixture, "v")->answered, 1);
    fixture_release(&fixture);
}

static void test_conditional(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
        "      x: {ask: q, type: yes_no}\n      iso: {ask: q, type: yes_no, weight: 0}\n"
        "rules:\n  no_iso: {when: iso == no, severity: knockout, message: m}\n"
        "  no_x: {when: x == no, severity: knockout, message: m}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  VENDOR("open", "x: yes") VENDOR("out", "x: no") VENDOR("in", "x: yes, iso: yes"));
    assert_true(fixture_result(&fixture, "open")->conditional);
    assert_int_equal(fixture_result(&fixture, "open")->status, STATUS_RANKED);
    assert_false(fixture_result(&fixture, "out")->conditional);
    assert_false(fixture_result(&fixture, "in")->conditional);
    assert_int_equal(evaluation_worst(&fixture.evaluation), SEVERITY_KNOCKOUT);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_penalties),           cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_order_of_flags),      cmocka_unit_test(test_minimum),
        cmocka_unit_test(test_minimum_and_silence), cmocka_unit_test(test_cohort),
        cmocka_unit_test(test_cohort_of_extremes),  cmocka_unit_test(test_dependence_on_the_cohort),
        cmocka_unit_test(test_cohort_of_nobody),    cmocka_unit_test(test_conditional),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
