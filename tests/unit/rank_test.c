/* Ranks, ties, bands, and the order of the report. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/scorecard.h"
#include "support/fixture.h"

#define VENDOR(id, answers) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" answers "}\n"

#define CRITERIA(head)                                                                             \
    "shortlist-criteria: 1\ndecimals: 1\n" head "categories:\n"                                    \
    "  a:\n    criteria:\n      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"         \
    "  b:\n    criteria:\n      y: {ask: q, type: number, score: {best: 100, worst: 0}}\n"         \
    "      out: {ask: q, type: yes_no, weight: 0}\n"                                               \
    "rules:\n  out: {when: out == yes, severity: knockout, message: m}\n"

/* "id:rank id:rank", a tie with `=`, in the order of the report. */
static struct text report(struct fixture *fixture)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    const struct evaluation *evaluation = &fixture->evaluation;
    for (size_t i = 0; i < evaluation->answers->count; i++) {
        const struct result *result = &evaluation->results[evaluation->order[i]];
        struct text id = evaluation->answers->vendors[evaluation->order[i]].id;
        buffer_format(&buffer, "%s%.*s:%u%s", i == 0 ? "" : " ", TEXT_ARG(id), result->rank,
                      result->tied ? "=" : "");
    }
    return buffer_text(&buffer);
}

static void check(const char *criteria, const char *answers, const char *expected)
{
    struct fixture fixture;
    fixture_judge(&fixture, criteria, answers);
    assert_text(report(&fixture), expected);
    fixture_release(&fixture);
}

static void test_competition_ranks(void **state)
{
    (void)state;
    /* 70, 60, 60, 50; order of the files does not matter, ids settle the order of equals. */
    check(CRITERIA(""),
          VENDOR("d", "x: 50, y: 50") VENDOR("c", "x: 80, y: 40") VENDOR("b", "x: 60, y: 60")
              VENDOR("a", "x: 70, y: 70"),
          "a:1 b:2= c:2= d:4");
    /* Totals are compared as printed: 60.04 and 60.01 both show as 60.0. */
    check(CRITERIA(""), VENDOR("a", "x: 60.01, y: 60.01") VENDOR("b", "x: 60.04, y: 60.04"),
          "a:1= b:1=");
}

static void test_ties(void **state)
{
    (void)state;
    check(CRITERIA("ties: [b]\n"),
          VENDOR("p", "x: 80, y: 40") VENDOR("q", "x: 60, y: 60") VENDOR("r", "x: 40, y: 80"),
          "r:1 q:2 p:3");
    /* The second id separates what the first leaves equal; null stands last. */
    check(CRITERIA("ties: [out, x]\n"),
          VENDOR("p", "x: 80, y: 40, out: no") VENDOR("q", "x: 60, y: 60")
              VENDOR("r", "x: 40, y: 80, out: no"),
          "p:1 r:2 q:3");
    check(CRITERIA("ties: [out]\n"), VENDOR("p", "x: 80, y: 40") VENDOR("q", "x: 60, y: 60"),
          "p:1= q:1=");
}

static void test_order_of_the_report(void **state)
{
    (void)state;
    check("shortlist-criteria: 1\nmissing: exclude\n"
          "categories:\n  a:\n    criteria:\n"
          "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"
          "      out: {ask: q, type: yes_no, weight: 0}\n"
          "rules:\n  out: {when: out == yes, severity: knockout, message: m}\n",
          VENDOR("silent", "") VENDOR("also_silent", "") VENDOR("ranked", "x: 1")
              VENDOR("out_low", "x: 50, out: yes") VENDOR("out_high", "x: 90, out: yes")
                  VENDOR("out_null", "out: yes"),
          "ranked:1 out_high:0 out_low:0 out_null:0 also_silent:0 silent:0");
}

static void test_bands(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge(&fixture, CRITERIA("bands: {0: stop, 60: extend, 80: scale}\n"),
                  VENDOR("a", "x: 59.9, y: 59.9") VENDOR("b", "x: 59.96, y: 59.96")
                      VENDOR("c", "x: 99, y: 99") VENDOR("d", "x: 99, y: 99, out: yes"));
    const struct bands *bands = &fixture.inputs.criteria.bands;
    assert_text(bands->items[fixture_result(&fixture, "a")->band].verdict, "stop");
    assert_text(bands->items[fixture_result(&fixture, "b")->band].verdict, "extend");
    assert_text(bands->items[fixture_result(&fixture, "c")->band].verdict, "scale");
    /* Only ranked vendors have a verdict. */
    assert_int_equal(fixture_result(&fixture, "d")->band, NOWHERE);
    fixture_release(&fixture);
}

/* What is open can turn two vendors round where their ranges meet; what is settled cannot. */
static void test_orders_that_may_change(void **state)
{
    (void)state;
    static const struct {
        const char *answers;
        bool may_change;
    } cases[] = {
        {VENDOR("a", "x: 90, y: 90") VENDOR("b", "x: 40, y: 40"), false},
        /* b: 20 now, up to 70 once y is answered; a stands at 90, or at 65. */
        {VENDOR("a", "x: 90, y: 90") VENDOR("b", "x: 40"), false},
        {VENDOR("a", "x: 65, y: 65") VENDOR("b", "x: 40"), true},
        /* Equals that are both settled stay tied. */
        {VENDOR("a", "x: 50, y: 50") VENDOR("b", "x: 50, y: 50"), false},
        {VENDOR("a", "x: 50, y: 50"), false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_judge(&fixture, CRITERIA(""), cases[i].answers);
        assert_int_equal(standing_may_change(&fixture.evaluation, 10), cases[i].may_change);
        assert_false(standing_may_change(&fixture.evaluation, 1));
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_competition_ranks),      cmocka_unit_test(test_ties),
        cmocka_unit_test(test_order_of_the_report),    cmocka_unit_test(test_bands),
        cmocka_unit_test(test_orders_that_may_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
