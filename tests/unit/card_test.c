/* One vendor in full, and the comparison of two: sums that add up. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/compare.h"
#include "support/fixture.h"

#define VENDOR(id, answers) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" answers "}\n"

static const char criteria[] =
    "shortlist-criteria: 1\ndecimals: 1\n"
    "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
    "categories:\n"
    "  quality:\n    weight: 60\n    criteria:\n"
    "      csat: {ask: q, type: number, unit: \"%\", weight: 2, score: {best: 100, worst: 0}}\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      tone: {ask: q, type: rating}\n"
    "  cost:\n    weight: 40\n    criteria:\n"
    "      price: {ask: q, type: number, score: {best: 0, worst: 50}}\n"
    "      since: {ask: q, type: date, weight: 0, score: {curve: {-100: 100, 0: 0}}}\n"
    "      tools: {ask: q, type: set, options: {crm: Customer records, bot: Chatbot}, weight: 0,"
    " score: {points: {crm: 10}}}\n"
    "      model: {ask: q, type: choice, weight: 0, options: {hour: By the hour, case: A case},"
    " score: {points: {hour: 1, case: 2}}}\n"
    "      remarks: {ask: q, type: text}\n"
    "rules:\n"
    "  dear: {when: price > 20, severity: warning, message: \"{price} is dear\","
    " advice: Ask., penalty: 3}\n";

static const char answers[] =
    VENDOR("a", "csat: 90 %, iso: {value: yes, evidence: documented, expires: 2027-01-01,"
                " source: iso.pdf, note: Manila}, price: 10, since: 2026-11-11, tools: [bot, crm],"
                " model: hour, remarks: hello")
        VENDOR("b", "csat: 70, price: 25, tools: [], model: n/a");

static void test_card(void **state)
{
    (void)state;
    struct fixture fixture;
    struct card card;
    fixture_judge(&fixture, criteria, answers);
    card_make(&card, &fixture.evaluation, fixture_vendor(&fixture, "a"), &fixture.arena);
    /* quality: (2*90 + 80)/3 = 86.667, tone waits; cost: 80; total 0.6*86.667 + 0.4*80 = 84. */
    assert_number(card.result->unrounded, 84);
    assert_number(card.categories[0].score, 86.7);
    assert_number(card.categories[0].share, 0.6);
    assert_number(card.categories[0].contribution, 52);
    assert_number(card.categories[1].contribution, 32);
    const struct card_criterion *csat = &card.criteria[0];
    assert_number(csat->share, 0.4);
    assert_number(csat->contribution, 36);
    assert_number(csat->lost, 4);
    const struct card_criterion *iso = &card.criteria[1];
    assert_number(iso->raw_points, 100);
    assert_number(iso->factor, 0.8);
    assert_number(iso->points, 80);
    assert_int_equal(iso->evidence, EVIDENCE_DOCUMENTED);
    assert_text(iso->statement->source, "iso.pdf");
    assert_text(iso->statement->note, "Manila");
    const struct card_criterion *tone = &card.criteria[2];
    assert_int_equal(tone->state, STATE_OPEN);
    assert_false(tone->counts);
    assert_number(tone->share, 0);
    double sum = 0;
    for (size_t c = 0; c < fixture.inputs.criteria.criterion_count; c++)
        sum += card.criteria[c].contribution;
    assert_number(sum, card.result->unrounded + card.result->penalty);
    fixture_release(&fixture);
}

static void test_answers_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *vendor, *criterion, *words;
    } cases[] = {
        {"a", "csat", "90 %"},
        {"a", "iso", "yes"},
        {"a", "price", "10"},
        {"a", "since", "2026-11-11"},
        {"a", "model", "By the hour"},
        {"a", "tools", "Customer records, Chatbot"},
        {"a", "remarks", "hello"},
        {"a", "tone", "?"},
        {"b", "tools", "none"},
        {"b", "model", "n/a"},
        {"b", "iso", "?"},
    };
    struct fixture fixture;
    fixture_judge(&fixture, criteria, answers);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(answer_text(&fixture.evaluation, fixture_vendor(&fixture, cases[i].vendor),
                                fixture_criterion(&fixture, cases[i].criterion), &fixture.arena),
                    cases[i].words);
    fixture_release(&fixture);
}

static void test_flags_and_questions(void **state)
{
    (void)state;
    struct fixture fixture;
    struct card card;
    uint32_t *questions;
    fixture_judge(&fixture, criteria, answers);
    uint32_t b = fixture_vendor(&fixture, "b");
    card_make(&card, &fixture.evaluation, b, &fixture.arena);
    assert_int_equal(card.result->flag_count, 2);
    assert_text(card.flags[0].message, "25 is dear");
    assert_text(card.flags[0].advice, "Ask.");
    assert_number(card.flags[0].penalty, 3);
    assert_text(card.flags[1].rule, "not_applicable_claimed");
    assert_int_equal(card.flags[1].criterion, fixture_criterion(&fixture, "model"));
    /* What b was asked itself and left open, the n/a that was not accepted included. */
    assert_int_equal(open_questions(&fixture.evaluation, b, &questions, &fixture.arena), 4);
    assert_int_equal(questions[0], fixture_criterion(&fixture, "iso"));
    assert_int_equal(questions[1], fixture_criterion(&fixture, "since"));
    assert_int_equal(questions[2], fixture_criterion(&fixture, "model"));
    assert_int_equal(questions[3], fixture_criterion(&fixture, "remarks"));
    fixture_release(&fixture);
}

static void test_comparison(void **state)
{
    (void)state;
    struct fixture fixture;
    struct comparison comparison;
    fixture_judge(&fixture, criteria, answers);
    compare_vendors(&comparison, &fixture.evaluation, fixture_vendor(&fixture, "a"),
                    fixture_vendor(&fixture, "b"), &fixture.arena);
    /* b: quality (2*70 + 0)/3 = 46.667 -> 28; cost 50 -> 20; 48 - 3 = 45. */
    assert_number(comparison.difference, 39);
    assert_number(comparison.penalties, 3);
    assert_number(comparison.contributions, 36);
    assert_number(comparison.rounding, 0);
    assert_number(comparison.floor, 0);
    assert_true(comparison.comparable);
    /* iso 0.2 * 80 = 16, price 0.4 * 30 = 12, csat 0.4 * 20 = 8: the largest first. */
    assert_int_equal(comparison.criterion_count, 3);
    assert_number(comparison.criteria[0].difference, 16);
    assert_int_equal(comparison.criteria[0].criterion, fixture_criterion(&fixture, "iso"));
    assert_number(comparison.criteria[1].difference, 12);
    assert_number(comparison.criteria[2].difference, 8);
    assert_int_equal(comparison.category_count, 2);
    assert_number(comparison.categories[0].difference, 24);
    fixture_release(&fixture);
}

/* Penalties beyond the sum are given back by the floor of 0; rounding is a term of its own. */
static void test_comparison_at_the_floor(void **state)
{
    (void)state;
    static const char harsh[] =
        "shortlist-criteria: 1\ndecimals: 0\nmissing: exclude\ncategories:\n  c:\n    criteria:\n"
        "      x: {ask: q, type: number, score: {best: 100, worst: 0}}\n"
        "rules:\n  low: {when: x < 20, severity: note, message: m, penalty: 30}\n";
    struct fixture fixture;
    struct comparison comparison;
    fixture_judge(&fixture, harsh,
                  VENDOR("a", "x: 50.4") VENDOR("b", "x: 10") VENDOR("silent", ""));
    compare_vendors(&comparison, &fixture.evaluation, 0, 1, &fixture.arena);
    assert_number(comparison.difference, 50);
    assert_number(comparison.contributions, 40.4);
    assert_number(comparison.penalties, 30);
    assert_number(comparison.floor, -20);
    assert_number(comparison.rounding, -0.4);
    compare_vendors(&comparison, &fixture.evaluation, 0, 2, &fixture.arena);
    assert_false(comparison.comparable);
    fixture_release(&fixture);
}

/* The terms add up to the difference: a vendor's to its total, and those of JSON to the lead. */
static void test_comparison_adds_up(void **state)
{
    (void)state;
    static const char thirds[] =
        "shortlist-criteria: 1\ndecimals: 2\ncategories:\n"
        "  c:\n    weight: 3\n    criteria:\n"
        "      x: {ask: q, type: number, weight: 7, score: {best: 97, worst: 3}}\n"
        "      y: {ask: q, type: number, weight: 3, score: {best: 0, worst: 7}}\n"
        "  d:\n    weight: 4\n    criteria:\n"
        "      z: {ask: q, type: number, score: {best: 13, worst: 0}}\n"
        "rules:\n  low: {when: x < 20, severity: note, message: m, penalty: 33.3}\n";
    static const struct {
        const char *a, *b;
    } cases[] = {
        {VENDOR("a", "x: 50.4, y: 1, z: 3"), VENDOR("b", "x: 77.7, y: 5.1, z: 11")},
        {VENDOR("a", "x: 50.4, y: 1, z: 3"), VENDOR("b", "x: 4, y: 6")}, /* at the floor */
        {VENDOR("a", "x: 11, y: 6.3, z: 9"), VENDOR("b", "x: 12, y: 2, z: 12.7")},
        {VENDOR("a", "z: 1"), VENDOR("b", "x: 33, z: n/a")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct comparison comparison;
        char answers_of_both[512];
        (void)snprintf(answers_of_both, sizeof answers_of_both, "%s%s", cases[i].a, cases[i].b);
        fixture_judge(&fixture, thirds, answers_of_both);
        compare_vendors(&comparison, &fixture.evaluation, 0, 1, &fixture.arena);
        assert_true(comparison.comparable);
        const struct comparison_terms *terms[] = {&comparison.terms_a, &comparison.terms_b};
        for (size_t v = 0; v < 2; v++)
            assert_true(fabs(terms[v]->contributions + terms[v]->penalty + terms[v]->floor +
                             terms[v]->rounding - terms[v]->total) < 1e-9);
        double by_criterion = 0;
        double by_category = 0;
        double largest = 0;
        for (size_t c = 0; c < comparison.criterion_count; c++)
            by_criterion += comparison.criteria[c].difference;
        for (size_t c = 0; c < comparison.category_count; c++) {
            by_category += comparison.categories[c].difference;
            largest = fmax(largest, fabs(comparison.categories[c].difference));
        }
        double rest = comparison.penalties + comparison.floor + comparison.rounding;
        assert_true(fabs(by_criterion + rest - comparison.difference) < 1e-9);
        assert_true(fabs(by_category + rest - comparison.difference) < 1e-9);
        assert_true(fabs(comparison.contributions + rest - comparison.difference) < 1e-9);
        assert_true(comparison.largest_category == largest);
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_card),
        cmocka_unit_test(test_answers_in_words),
        cmocka_unit_test(test_flags_and_questions),
        cmocka_unit_test(test_comparison),
        cmocka_unit_test(test_comparison_at_the_floor),
        cmocka_unit_test(test_comparison_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
