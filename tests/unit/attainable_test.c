/*
 * The answers that criteria allow, and the points of some of them, over the tender
 * (support/tender.h). The whole of a criterion is tested with its scorecard in points_test.
 */
#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/attainable.h"
#include "support/tender.h"

static void spans_meet_and_join(void **state)
{
    struct span common = span_common((struct span){0, 10}, (struct span){5, 20});
    struct span apart = span_common((struct span){0, 4}, (struct span){5, 20});
    struct span hull = span_hull((struct span){0, 4}, (struct span){5, 20});
    (void)state;
    assert_number(common.low, 5);
    assert_number(common.high, 10);
    assert_true(span_is_none(apart));
    assert_number(hull.low, 0);
    assert_number(hull.high, 20);
    assert_number(span_hull(span_none, span_at(7)).low, 7);
    assert_number(span_hull(span_at(7), span_none).high, 7);
    assert_false(span_is_none(span_all));
    assert_false(span_is_none(span_at(0)));
    assert_true(span_is_none(span_none));
}

static struct domain whole(const struct fixture *fixture, const char *id)
{
    return domain_of(&fixture->inputs.criteria.criteria[fixture_criterion(fixture, id)]);
}

static void criteria_allow_answers(void **state)
{
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    assert_number(whole(&fixture, "attrition").numbers.high, 400);
    assert_number(whole(&fixture, "tone").numbers.high, 5);
    assert_true(whole(&fixture, "price").numbers.low <= -DBL_MAX);
    assert_true(whole(&fixture, "cost").numbers.high >= DBL_MAX); /* computed */
    assert_int_equal(whole(&fixture, "iso").options, 3);
    assert_int_equal(whole(&fixture, "tier").options, 7);
    assert_int_equal(whole(&fixture, "reach").may, 7);
    assert_int_equal(whole(&fixture, "reach").must, 0);
    assert_number(whole(&fixture, "reach").count.high, 3);
    fixture_release(&fixture);
}

static void check(const struct fixture *fixture, const char *id, const struct domain *domain,
                  double low, double high)
{
    struct span points =
        attainable_points(&fixture->inputs.criteria.criteria[fixture_criterion(fixture, id)],
                          domain, fixture->inputs.as_of);
    print_message("%s\n", id);
    assert_number(points.low, low);
    assert_number(points.high, high);
}

static void numbers_earn_by_their_span(void **state)
{
    static const struct {
        const char *id;
        struct span numbers;
        double low, high;
    } cases[] = {
        {"attrition", {10, 30}, 50, 100},
        {"attrition", {20, 45}, 25, 75}, /* over the knot at 30 */
        {"attrition", {60, 400}, 0, 0},
        {"attrition", {45, 45}, 25, 25},
        {"seats", {1, 9}, 0, 0},
        {"seats", {1, 10}, 0, 40},
        {"seats", {12, 50}, 40, 100},
        {"site", {4, 9}, 20, 100}, /* over the knot at 5 */
        {"price", {11, 14}, 50, 75},
        {"price", {-5, 5}, 100, 100},
        {"founded", {20778 - 730, 20778}, 0, 20}, /* as-of is day 20778; 730 of 3650 days */
        {"fair", {15, 20}, 0, 100},               /* a formula */
        {"cheap", {9, 10}, 0, 100},               /* the lowest of the cohort */
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct domain domain = whole(&fixture, cases[i].id);
        domain.numbers = cases[i].numbers;
        check(&fixture, cases[i].id, &domain, cases[i].low, cases[i].high);
    }
    struct domain none = whole(&fixture, "price");
    none.numbers = span_none;
    assert_true(span_is_none(attainable_points(
        &fixture.inputs.criteria.criteria[fixture_criterion(&fixture, "price")], &none, 0)));
    fixture_release(&fixture);
}

static void options_earn_by_what_is_left(void **state)
{
    static const struct {
        const char *id;
        uint64_t options;
        uint64_t must, may;
        double most;
        double low, high;
    } cases[] = {
        {"iso", 1, 0, 0, 0, 0, 0},
        {"iso", 2, 0, 0, 0, 100, 100},
        {"tier", 5, 0, 0, 0, 0, 100}, /* bronze or gold */
        {"tier", 3, 0, 0, 0, 0, 50},
        /* chat 70, fax 20, voice 40, at most 100. */
        {"reach", 0, 0, 7, 3, 0, 100},
        {"reach", 0, 2, 7, 2, 20, 90},
        {"reach", 0, 2, 6, 3, 20, 60},
        {"reach", 0, 0, 7, 1, 0, 70},
        {"reach", 0, 0, 7, 0, 0, 0},
        /* Half for voice, half for chat, which are wanted; nothing for email. */
        {"channels", 0, 0, 7, 3, 0, 100},
        {"channels", 0, 1, 3, 3, 50, 50},
        {"channels", 0, 0, 7, 1, 0, 50},
        {"channels", 0, 2, 2, 1, 0, 0},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct domain domain = whole(&fixture, cases[i].id);
        domain.options = cases[i].options;
        domain.must = cases[i].must;
        domain.may = cases[i].may;
        domain.count.high = cases[i].most;
        check(&fixture, cases[i].id, &domain, cases[i].low, cases[i].high);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_meet_and_join),
        cmocka_unit_test(criteria_allow_answers),
        cmocka_unit_test(numbers_earn_by_their_span),
        cmocka_unit_test(options_earn_by_what_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
