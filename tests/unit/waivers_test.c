/* Waivers: the ranking without them, and what each does on its own. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/waivers.h"
#include "support/fixture.h"

/* A total is the mean of quality and thrift, less penalties. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Waivers\n"
    "categories:\n"
    "  work:\n"
    "    title: Work\n"
    "    weight: 1\n"
    "    minimum: 40\n"
    "    criteria:\n"
    "      quality: {ask: q, type: number, score: {best: 100, worst: 0}}\n"
    "      years: {ask: q, type: number, weight: 0, score: {best: 100, worst: 0}}\n"
    "  money:\n"
    "    title: Money\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      thrift: {ask: q, type: number, score: {best: highest, worst: 0}}\n"
    "rules:\n"
    "  late: {when: quality < 90, severity: critical, message: m, penalty: 10}\n"
    "  young: {when: years < 2, severity: knockout, message: m, penalty: 4}\n"
    "  frail: {when: years < 1, severity: warning, message: m}\n";

#define VENDOR(id, given) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" given "}\n"

static void judge(struct fixture *fixture, const char *answers, const char *decisions)
{
    fixture_judge_panel(fixture, criteria, answers, NULL, decisions);
}

static void make(struct fixture *fixture, struct waivers *waivers)
{
    waivers_make(waivers, &fixture->evaluation, &fixture->inputs.answers, &fixture->arena);
}

static void without_waivers_nothing_is_judged_again(void **state)
{
    (void)state;
    struct fixture fixture;
    struct waivers waivers;
    judge(&fixture, VENDOR("a", "quality: 80, years: 5, thrift: 50"), NULL);
    make(&fixture, &waivers);
    assert_int_equal(waivers.count, 0);
    assert_null(waivers.without.results);
    assert_null(waivers_effect(&waivers, NULL));
    waivers_release(&waivers);
    fixture_release(&fixture);
}

/*
 * A: (80 + 100) / 2 = 90, and 80 with the penalty of `late`. B: (100 + 70) / 2 = 85. So the waiver
 * puts A first.
 */
static void a_waived_penalty_moves_the_rank(void **state)
{
    (void)state;
    struct fixture fixture;
    struct waivers waivers;
    judge(&fixture,
          VENDOR("a", "quality: 80, years: 5, thrift: 100")
              VENDOR("b", "quality: 100, years: 5, thrift: 70"),
          "shortlist-decisions: 1\ndecisions: {a: {waive: {late: once}}}\n");
    make(&fixture, &waivers);
    assert_int_equal(waivers.count, 1);
    const struct waiver_effect *effect = &waivers.effects[0];
    assert_ptr_equal(effect->decision, &fixture.inputs.decisions.items[0]);
    assert_ptr_equal(waivers_effect(&waivers, effect->decision), effect);
    assert_int_equal(effect->rank, 1);
    assert_number(effect->total, 90);
    assert_int_equal(effect->rank_without, 2);
    assert_number(effect->total_without, 80);
    assert_int_equal(effect->status_without, STATUS_RANKED);
    uint32_t b = fixture_vendor(&fixture, "b");
    assert_int_equal(fixture.evaluation.results[b].rank, 2);
    assert_int_equal(waivers.without.results[b].rank, 1);
    waivers_release(&waivers);
    fixture_release(&fixture);
}

/*
 * A is the thriftiest, with 100. While its knock-out is waived it is in the cohort, and B's thrift
 * of 50 earns 50: B has (90 + 50) / 2 = 70. Without the waiver B is the thriftiest itself and has
 * (90 + 100) / 2 = 95. A, judged against itself or against B, has full points both times, and loses
 * the 4 points of the rule without the waiver: (90 + 100) / 2 - 4 = 91.
 */
static void a_waived_knockout_keeps_its_vendor_in_the_cohort(void **state)
{
    (void)state;
    struct fixture fixture;
    struct waivers waivers;
    judge(&fixture,
          VENDOR("a", "quality: 90, years: 1, thrift: 100")
              VENDOR("b", "quality: 90, years: 5, thrift: 50"),
          "shortlist-decisions: 1\ndecisions: {a: {waive: {young: seasoned staff}}}\n");
    make(&fixture, &waivers);
    uint32_t b = fixture_vendor(&fixture, "b");
    assert_number(fixture.evaluation.results[b].total, 70);
    assert_number(waivers.without.results[b].total, 95);
    assert_int_equal(waivers.count, 1);
    assert_int_equal(waivers.effects[0].rank, 1);
    assert_number(waivers.effects[0].total, 95);
    assert_int_equal(waivers.effects[0].rank_without, 0);
    assert_number(waivers.effects[0].total_without, 91);
    assert_int_equal(waivers.effects[0].status_without, STATUS_KNOCKED_OUT);
    waivers_release(&waivers);
    fixture_release(&fixture);
}

/*
 * A has (30 + 100) / 2 = 65 and two waivers: of `late` (10 points) and of the minimum of 40 for
 * work. Each effect leaves the other waiver in force; without both A is out and has 55. B, with
 * (95 + 100) / 2, stays first.
 */
static void each_effect_is_its_own(void **state)
{
    (void)state;
    struct fixture fixture;
    struct waivers waivers;
    judge(&fixture,
          VENDOR("a", "quality: 30, years: 5, thrift: 100")
              VENDOR("b", "quality: 95, years: 5, thrift: 100"),
          "shortlist-decisions: 1\ndecisions: {a: {waive: {minimum_work: w, late: w}}}\n");
    make(&fixture, &waivers);
    assert_int_equal(waivers.count, 2);
    const struct waiver_effect *late = &waivers.effects[0];
    const struct waiver_effect *minimum = &waivers.effects[1];
    assert_int_equal(late->decision->kind, WAIVED_RULE);
    assert_int_equal(late->rank, 2);
    assert_int_equal(late->rank_without, 2);
    assert_number(late->total, 65);
    assert_number(late->total_without, 55);
    assert_int_equal(late->status_without, STATUS_RANKED);
    assert_int_equal(minimum->decision->kind, WAIVED_MINIMUM);
    assert_int_equal(minimum->rank_without, 0);
    assert_number(minimum->total_without, 65);
    assert_int_equal(minimum->status_without, STATUS_KNOCKED_OUT);
    assert_ptr_equal(waivers_effect(&waivers, minimum->decision), minimum);
    const struct result *result = &waivers.without.results[0];
    assert_int_equal(result->status, STATUS_KNOCKED_OUT);
    assert_number(result->total, 55);
    waivers_release(&waivers);
    fixture_release(&fixture);
}

/* A's `late` did not fire, its `young` and `frail` wait for an answer; B is excluded. */
static void idle_waivers_have_no_effect(void **state)
{
    (void)state;
    struct fixture fixture;
    struct waivers waivers;
    judge(&fixture,
          VENDOR("a", "quality: 95, thrift: 50") VENDOR("b", "quality: 80, years: 0, thrift: 50"),
          "shortlist-decisions: 1\ndecisions:\n"
          "  a: {waive: {late: w, young: w, frail: w, minimum_work: w}}\n"
          "  b: {exclude: withdrew, waive: {late: w}}\n");
    make(&fixture, &waivers);
    assert_int_equal(waivers.count, 0);
    assert_null(waivers_effect(&waivers, &fixture.inputs.decisions.items[0]));
    waivers_release(&waivers);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_waivers_nothing_is_judged_again),
        cmocka_unit_test(a_waived_penalty_moves_the_rank),
        cmocka_unit_test(a_waived_knockout_keeps_its_vendor_in_the_cohort),
        cmocka_unit_test(each_effect_is_its_own),
        cmocka_unit_test(idle_waivers_have_no_effect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
