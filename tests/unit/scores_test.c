/* Category scores, sums, low and high: what silence, n/a and open work of the buyer do. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fixture.h"

/* Two categories of weight 3 and 1; in the first, weights 2 and 1. */
#define CRITERIA(head)                                                                             \
    "shortlist-criteria: 1\n" head "categories:\n"                                                 \
    "  first:\n"                                                                                   \
    "    weight: 3\n"                                                                              \
    "    criteria:\n"                                                                              \
    "      a: {ask: q, type: number, range: [0, 100], weight: 2, score: {best: 100, worst: 0}}\n"  \
    "      b: {ask: q, type: number, range: [20, 80], score: {best: 100, worst: 0}}\n"             \
    "      text: {ask: q, type: text}\n"                                                           \
    "      note: {ask: q, type: yes_no, weight: 0}\n"                                              \
    "  second:\n"                                                                                  \
    "    weight: 1\n"                                                                              \
    "    criteria:\n"                                                                              \
    "      c: {ask: q, type: yes_no, not_applicable: exclude}\n"                                   \
    "      d: {ask: q, type: rating, weight: 3}\n"

#define VENDOR(id, answers) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" answers "}\n"

struct expected {
    const char *vendor;
    double total, low, high, first, second;
};

static void check(const char *criteria, const char *answers, const struct expected *expected,
                  size_t count)
{
    struct fixture fixture;
    fixture_judge(&fixture, criteria, answers);
    for (size_t i = 0; i < count; i++) {
        const struct result *result = fixture_result(&fixture, expected[i].vendor);
        const double *scores =
            fixture.evaluation.category_scores + 2 * fixture_vendor(&fixture, expected[i].vendor);
        print_message("%s\n", expected[i].vendor);
        assert_number(result->total, expected[i].total);
        assert_number(result->low, expected[i].low);
        assert_number(result->high, expected[i].high);
        assert_number(scores[0], expected[i].first);
        assert_number(scores[1], expected[i].second);
    }
    fixture_release(&fixture);
}

#define NONE (double)NAN

/*
 * d is the buyer's and open everywhere: not counted now, 0 to 100 with weight 3 beside c's 1 in the
 * range.
 */
static void test_missing_zero(void **state)
{
    (void)state;
    static const struct expected expected[] = {
        /* first (2*90 + 60)/3 = 80, second 100; (3*80 + 100)/4 = 85.
         * low: second (100 + 0)/4 = 25, (240 + 25)/4 = 66.25; high: second 100, 85. */
        {"all", 85, 66.25, 85, 80, 100},
        /* b open counts 0: first 180/3 = 60; (180 + 0)/4 = 45.
         * low: b 20: first 200/3, second 0: (200 + 0)/4 = 50; high: b 80: first 260/3, second
         * (0 + 300)/4 = 75: (260 + 75)/4 = 83.75. The score itself lies below low. */
        {"half", 45, 50, 83.75, 60, 0},
        /* n/a of c is excluded; d waits: no second score. first 80: 80 alone.
         * low: second 0: 240/4 = 60; high: second 100: 340/4 = 85. */
        {"na", 80, 60, 85, 80, NONE},
        /* n/a of b is not excluded by the file: open. */
        {"objected", 70, 56.25, 90, 60, 100},
        /* All open: first 0 and second 0. low: a 0, b 20: 20/3; second 0: 20/4 = 5; high: a 100, b
         * 80: 280/3; second 100: (280 + 100)/4 = 95. */
        {"silent", 0, 5, 95, 0, 0},
    };
    check(CRITERIA(""),
          VENDOR("all", "a: 90, b: 60, c: yes, note: no") VENDOR("half", "a: 90, c: no")
              VENDOR("na", "a: 90, b: 60, c: n/a") VENDOR("objected", "a: 90, b: n/a, c: yes")
                  VENDOR("silent", ""),
          expected, sizeof expected / sizeof *expected);
}

static void test_missing_exclude(void **state)
{
    (void)state;
    static const struct expected expected[] = {
        /* b does not count: first 90; (270 + 0)/4 = 67.5; the range is as with zero. */
        {"half", 67.5, 50, 83.75, 90, 0},
        /* Nothing counts. */
        {"silent", NONE, 5, 95, NONE, NONE},
    };
    check(CRITERIA("missing: exclude\n"), VENDOR("half", "a: 90, c: no") VENDOR("silent", ""),
          expected, sizeof expected / sizeof *expected);
}

/* A criterion's own `missing` outranks the file's. */
static void test_missing_of_a_criterion(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge(&fixture,
                  "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
                  "      a: {ask: q, type: yes_no}\n"
                  "      b: {ask: q, type: yes_no, missing: exclude}\n"
                  "      r: {ask: q, type: rating, missing: zero}\n",
                  VENDOR("v", "a: yes"));
    /* a 100, r 0, b left out. */
    assert_number(fixture_result(&fixture, "v")->total, 50);
    fixture_release(&fixture);
}

static void test_computed(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\nneeds: {big: no}\ncategories:\n  c:\n    criteria:\n"
        "      a: {ask: q, type: number, weight: 0, score: {best: 100, worst: 0}}\n"
        "      na: {ask: q, type: number, weight: 0, not_applicable: exclude,"
        " score: {best: 1, worst: 0}}\n"
        "      gone: {ask: q, type: number, weight: 0, when: needs.big, score: {best: 1, worst: "
        "0}}\n"
        "      r: {ask: q, type: rating, weight: 0}\n"
        "      base: {ask: q, type: yes_no}\n"
        "      sum: {type: number, computed: a + 10, score: {best: 100, worst: 0}}\n"
        "      twice: {type: number, computed: sum * 2, weight: 0, score: {best: 100, worst: 0}}\n"
        "      by_na: {type: number, computed: na * 1, score: {best: 1, worst: 0}}\n"
        "      by_gone: {type: number, computed: gone * 1, score: {best: 1, worst: 0}}\n"
        "      by_buyer: {type: number, computed: r * a, score: {best: 1, worst: 0}}\n"
        "      own: {type: number, computed: gone * 1, missing: zero, score: {best: 1, worst: "
        "0}}\n";
    struct fixture fixture;
    struct card card;
    fixture_judge(&fixture, criteria,
                  VENDOR("answered", "a: 40, na: n/a, base: yes, gone: whatever")
                      VENDOR("open", "base: yes"));
    card_make(&card, &fixture.evaluation, fixture_vendor(&fixture, "answered"), &fixture.arena);
    assert_number(card.criteria[fixture_criterion(&fixture, "sum")].points, 50);
    assert_number(card.criteria[fixture_criterion(&fixture, "twice")].points, 100);
    assert_int_equal(card.criteria[fixture_criterion(&fixture, "by_na")].state, STATE_NA);
    assert_int_equal(card.criteria[fixture_criterion(&fixture, "by_gone")].state, STATE_NA);
    const struct card_criterion *by_buyer = &card.criteria[fixture_criterion(&fixture, "by_buyer")];
    assert_int_equal(by_buyer->state, STATE_OPEN);
    assert_false(by_buyer->counts);
    const struct card_criterion *own = &card.criteria[fixture_criterion(&fixture, "own")];
    assert_int_equal(own->state, STATE_OPEN);
    assert_true(own->counts);
    /* base 100, sum 50, own 0 count, each with weight 1. */
    assert_number(card.result->total, 50);
    card_make(&card, &fixture.evaluation, fixture_vendor(&fixture, "open"), &fixture.arena);
    /* base 100; sum 0; by_na hangs on an open answer now: 0; own 0. by_buyer waits for the buyer.
     */
    assert_number(card.result->total, 25);
    assert_int_equal(card.criteria[fixture_criterion(&fixture, "by_na")].state, STATE_OPEN);
    fixture_release(&fixture);
}

/* 4.015 shows as 4.02, as on paper; 4.0149 as 4.01. */
static void test_rounding(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\nties: [x]\ncategories:\n  c:\n    criteria:\n"
        "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria, VENDOR("half", "x: 4.015") VENDOR("less", "x: 4.0149"));
    assert_number(fixture_result(&fixture, "half")->total, 4.02);
    assert_number(fixture_result(&fixture, "half")->unrounded, 4.015);
    assert_number(fixture_result(&fixture, "less")->total, 4.01);
    fixture_release(&fixture);
}

static void test_weights_of_zero(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\ncategories:\n"
        "  a:\n    criteria:\n      x: {ask: q, type: yes_no}\n"
        "  b:\n    weight: 0\n    criteria:\n      y: {ask: q, type: yes_no}\n"
        "  c:\n    criteria:\n      z: {ask: q, type: yes_no, when: as_of < 2000-01-01}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria, VENDOR("v", "x: yes, y: no, z: nonsense"));
    /* b weighs nothing, c is dropped with its only criterion. */
    assert_number(fixture_result(&fixture, "v")->total, 100);
    assert_number(fixture.evaluation.category_scores[1], 0);
    assert_number(fixture.evaluation.category_scores[2], NONE);
    assert_number(fixture.evaluation.shares.categories[0], 1);
    assert_int_equal(fixture_result(&fixture, "v")->asked, 2);
    fixture_release(&fixture);
}

static void test_counts(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge(&fixture, CRITERIA(""), VENDOR("v", "a: 90, c: n/a, text: hello, note: no"));
    const struct result *result = fixture_result(&fixture, "v");
    assert_int_equal(result->asked, 5);
    assert_int_equal(result->answered, 3);
    assert_int_equal(result->buyer_asked, 1);
    assert_int_equal(result->buyer_answered, 0);
    assert_true(result->open);
    fixture_release(&fixture);
}

/* What the buyer judges for information only leaves no report unfinished; nor does a rule that can
 * never be judged make a score look as if it could move. */
static void test_what_is_not_open(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\nneeds: {zero: 0}\ncategories:\n  c:\n    criteria:\n"
        "      a: {ask: q, type: yes_no}\n"
        "      remark: {ask: q, type: text, by: buyer}\n"
        "      hint: {ask: q, type: yes_no, by: buyer, weight: 0}\n"
        "rules:\n  never: {when: 1 / needs.zero > 1, severity: note, message: m}\n";
    struct fixture fixture;
    fixture_judge(&fixture, criteria, VENDOR("v", "a: yes"));
    assert_int_equal(fixture_result(&fixture, "v")->buyer_asked, 0);
    assert_int_equal(fixture_result(&fixture, "v")->unresolved_count, 1);
    assert_false(fixture_result(&fixture, "v")->open);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing_zero),
        cmocka_unit_test(test_missing_exclude),
        cmocka_unit_test(test_missing_of_a_criterion),
        cmocka_unit_test(test_computed),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_weights_of_zero),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_what_is_not_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
