/* The points of one vendor after the other are those of the cards, in any order of vendors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fixture.h"

/* Forms of every kind, proof, the cohort, a dropped criterion. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: T\n"
    "needs: {big: no}\n"
    "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
    "categories:\n"
    "  all:\n"
    "    title: All\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      price: {ask: q, type: number, score: {best: lowest, worst: 50}}\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      tools: {ask: q, type: set, options: [a, b], score: {points: {a: 60, b: 60}}}\n"
    "      media: {ask: q, type: set, options: [a, b], score: {share_of: [a, b]}}\n"
    "      seats: {ask: q, type: number, score: {steps: {5: 40, 9: 100}}}\n"
    "      leavers: {ask: q, type: number, score: {formula: 100 - leavers}}\n"
    "      fleet: {ask: q, type: number, when: needs.big, score: {best: 9, worst: 0}}\n"
    "      remarks: {ask: q, type: text}\n"
    "      yearly: {type: number, computed: price * seats, score: {best: 0, worst: 1000}}\n";

static const char answers[] =
    "---\nshortlist-answers: 1\nid: a\nvendor: A\nanswers: {price: 10, iso: {value: yes,"
    " evidence: documented}, tools: [a, b], media: [b], seats: 6, leavers: 12, remarks: x}\n"
    "---\nshortlist-answers: 1\nid: b\nvendor: B\nanswers: {price: 20, iso: n/a, tools: []}\n"
    "---\nshortlist-answers: 1\nid: c\nvendor: C\nanswers: {price: 30, iso: yes, media: []}\n"
    "---\nshortlist-answers: 1\nid: d\nvendor: D\nanswers: {price: 40, iso: yes}\n";

static const char decisions[] = "shortlist-decisions: 1\ndecisions: {c: {exclude: late}}\n";

static void points_are_those_of_the_cards(void **state)
{
    (void)state;
    static const char *const order[] = {"d", "a", "c", "b", "a"};
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, NULL, decisions);
    size_t count = fixture.evaluation.criteria->criterion_count;
    double *points = arena_array(&fixture.arena, double, count);
    struct vendor_points *from = vendor_points_open(&fixture.evaluation);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        struct card card;
        uint32_t vendor = fixture_vendor(&fixture, order[i]);
        card_make(&card, &fixture.evaluation, vendor, &fixture.arena);
        vendor_points_read(from, vendor, points);
        for (size_t c = 0; c < count; c++)
            assert_number(points[c], card.criteria[c].points);
    }
    /* Of a: documented evidence keeps 0.8; 60 + 60 is at most 100; one of two media; 10 * 6 = 60 of
     * 1000. */
    static const struct {
        const char *criterion;
        double points;
    } by_hand[] = {{"price", 100}, {"iso", 80},     {"tools", 100}, {"media", 50},
                   {"seats", 40},  {"leavers", 88}, {"yearly", 94}};
    for (size_t i = 0; i < sizeof by_hand / sizeof *by_hand; i++)
        assert_number(points[fixture_criterion(&fixture, by_hand[i].criterion)], by_hand[i].points);
    vendor_points_close(from);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_are_those_of_the_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
