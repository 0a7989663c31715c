/* Points by form, evidence and attainable points: hand calculations from docs/method.md. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/rules/rules.h"
#include "shortlist/attainable.h"
#include "support/chance.h"
#include "support/fixture.h"

/* One criterion `x` with `body`, one vendor that answers `answer`. */
static void judge_one(struct fixture *fixture, const char *body, const char *answer)
{
    char criteria[2048];
    char answers[512];
    snprintf(criteria, sizeof criteria,
             "shortlist-criteria: 1\ntitle: t\ndecimals: 6\n"
             "needs: {wanted: [a, b], target: 10}\n"
             "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
             "categories:\n  c:\n    criteria:\n      x: {ask: q, %s}\n",
             body);
    snprintf(answers, sizeof answers, "shortlist-answers: 1\nid: v\nanswers:\n  x: %s\n", answer);
    fixture_judge(fixture, criteria, answers);
}

struct points_case {
    const char *body;
    const char *answer;
    double points; /* NaN: open */
    double low, high;
};

#define OPEN (double)NAN

static void check_points(const struct points_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture;
        struct card card;
        judge_one(&fixture, cases[i].body, cases[i].answer);
        card_make(&card, &fixture.evaluation, 0, &fixture.arena);
        print_message("%s <- %s\n", cases[i].body, cases[i].answer);
        assert_number(card.criteria[0].points, cases[i].points);
        assert_number(card.criteria[0].low, cases[i].low);
        assert_number(card.criteria[0].high, cases[i].high);
        fixture_release(&fixture);
    }
}

#define CHECK_POINTS(cases) check_points(cases, sizeof(cases) / sizeof *(cases))

static void test_options(void **state)
{
    (void)state;
    static const struct points_case cases[] = {
        {"type: yes_no", "yes", 100, 100, 100},
        {"type: yes_no", "No", 0, 0, 0},
        {"type: yes_no", "~", OPEN, 0, 100},
        {"type: yes_no, score: {points: {yes: 20, no: 70}}", "false", 70, 70, 70},
        {"type: yes_no, score: {points: {yes: 20, no: 70}}", "n/a", OPEN, 20, 70},
        {"type: choice, score: {points: {none: 10, some: 40, all: 90}}", "some", 40, 40, 40},
        {"type: choice, score: {points: {none: 10, some: 40, all: 90}}", "~", OPEN, 10, 90},
        /* An option called `no` stays `no`. */
        {"type: choice, score: {points: {no: 5, maybe: 50}}", "no", 5, 5, 5},
    };
    CHECK_POINTS(cases);
}

static void test_sets(void **state)
{
    (void)state;
#define SET "type: set, options: [a, b, c], "
    static const struct points_case cases[] = {
        {SET "score: {points: {a: 30, b: 50}}", "[a, c]", 30, 30, 30},
        {SET "score: {points: {a: 30, b: 50}}", "[b, a, b]", 80, 80, 80},
        {SET "score: {points: {a: 30, b: 50}}", "[]", 0, 0, 0},
        {SET "score: {points: {a: 30, b: 50}}", "~", OPEN, 0, 80},
        {SET "score: {points: {a: 70, b: 50}}", "[a, b]", 100, 100, 100},
        {SET "score: {points: {a: 70, b: 50}}", "~", OPEN, 0, 100},
        {SET "score: {share_of: needs.wanted}", "[a, c]", 50, 50, 50},
        {SET "score: {share_of: [a, b, c, c]}", "[a, c]", 200.0 / 3, 200.0 / 3, 200.0 / 3},
        {SET "score: {share_of: []}", "[]", 100, 100, 100},
        {SET "score: {share_of: []}", "~", OPEN, 100, 100},
        {SET "score: {share_of: needs.wanted}", "~", OPEN, 0, 100},
    };
    CHECK_POINTS(cases);
}

static void test_curves(void **state)
{
    (void)state;
#define CURVE "type: number, score: {curve: {10: 100, 30: 50, 60: 0}}"
#define RANGED "type: number, range: [20, 40], score: {curve: {10: 100, 30: 50, 60: 0}}"
    static const struct points_case cases[] = {
        {CURVE, "5", 100, 100, 100},
        {CURVE, "10", 100, 100, 100},
        {CURVE, "20", 75, 75, 75},
        {CURVE, "28", 55, 55, 55},
        {CURVE, "45", 25, 25, 25},
        {CURVE, "1e3", 0, 0, 0},
        {CURVE, "~", OPEN, 0, 100},
        /* 40 lies a third of the way from 30 (50 points) to 60 (0 points). */
        {RANGED, "~", OPEN, 100.0 / 3, 75},
        /* A tent: the best answer lies inside the range. */
        {"type: number, range: [0, 9], score: {curve: {0: 0, 4: 90, 9: 40}}", "~", OPEN, 0, 90},
        /* 2026-11-21 plus 30 days is half of the way. */
        {"type: date, score: {curve: {0: 100, 60: 0}}", "2026-12-21", 50, 50, 50},
        {"type: date, score: {curve: {-10: 0, 0: 100}}", "2026-11-20", 90, 90, 90},
    };
    CHECK_POINTS(cases);
}

static void test_steps(void **state)
{
    (void)state;
    static const struct points_case cases[] = {
        {"type: number, score: {steps: {10: 40, 20: 90}}", "9.99", 0, 0, 0},
        {"type: number, score: {steps: {10: 40, 20: 90}}", "10", 40, 40, 40},
        {"type: number, score: {steps: {10: 40, 20: 90}}", "19", 40, 40, 40},
        /* Equal in the sense of comparisons counts as reached. */
        {"type: number, score: {steps: {10: 40, 20: 90}}", "19.999999999", 90, 90, 90},
        {"type: number, score: {steps: {10: 40, 20: 90}}", "19.9999", 40, 40, 40},
        {"type: number, score: {steps: {10: 40, 20: 90}}", "~", OPEN, 0, 90},
        {"type: number, range: [12, 15], score: {steps: {10: 40, 20: 90}}", "~", OPEN, 40, 40},
    };
    CHECK_POINTS(cases);
}

static void test_best_and_worst(void **state)
{
    (void)state;
    static const struct points_case cases[] = {
        {"type: number, score: {best: 8, worst: 20}", "11", 75, 75, 75},
        {"type: number, score: {best: 8, worst: 20}", "7", 100, 100, 100},
        {"type: number, score: {best: 8, worst: 20}", "21", 0, 0, 0},
        {"type: number, score: {best: needs.target, worst: 0}", "4", 40, 40, 40},
        {"type: number, score: {best: needs.target, worst: 10}", "10", 100, 100, 100},
        {"type: number, score: {best: needs.target, worst: 10}", "12", 0, 0, 0},
        {"type: number, range: [11, 17], score: {best: 8, worst: 20}", "~", OPEN, 25, 75},
        {"type: number, range: [0, 9], score: {best: needs.target, worst: 10}", "~", OPEN, 0, 0},
        {"type: number, range: [0, 10], score: {best: needs.target, worst: 10}", "~", OPEN, 0, 100},
        /* A lone bidder is both ends. */
        {"type: number, score: {best: lowest, worst: highest}", "5", 100, 100, 100},
        {"type: number, score: {best: lowest, worst: 100}", "~", OPEN, 0, 100},
    };
    CHECK_POINTS(cases);
}

static void test_formulas(void **state)
{
    (void)state;
    static const struct points_case cases[] = {
        {"type: number, score: {formula: 100 - x}", "30", 70, 70, 70},
        {"type: number, score: {formula: 100 - x}", "-30", 100, 100, 100},
        {"type: number, score: {formula: 100 - x}", "300", 0, 0, 0},
        {"type: number, score: {formula: 100 * needs.target / x}", "40", 25, 25, 25},
        /* A division by zero leaves the criterion open. */
        {"type: number, score: {formula: 100 * needs.target / x}", "0", OPEN, 0, 100},
        {"type: number, score: {formula: 100 * lowest(x) / x}", "3", 100, 100, 100},
        {"type: date, score: {formula: days(x)}", "2026-12-01", 10, 10, 10},
        /* A formula that does not look at its own criterion still waits for the answer. */
        {"type: number, score: {formula: 5 * needs.target}", "~", OPEN, 0, 100},
    };
    CHECK_POINTS(cases);
}

/* The factors of judge_one: 0.5 claimed, 0.8 documented, 1 verified, 0 expired. */
static void test_evidence(void **state)
{
    (void)state;
#define PROOF "type: choice, proof: yes, score: {points: {a: 60, b: 90}}"
    static const struct points_case cases[] = {
        {PROOF, "a", 30, 30, 30},
        {PROOF, "{value: a, evidence: claimed}", 30, 30, 30},
        {PROOF, "{value: a, evidence: documented}", 48, 48, 48},
        {PROOF, "{value: b, evidence: documented, expires: 2026-11-21}", 72, 72, 72},
        {PROOF, "{value: b, evidence: documented, expires: 2026-11-20}", 0, 0, 0},
        /* At worst 60 by claim, at best 90 verified. */
        {PROOF, "~", OPEN, 30, 90},
        /* Without `proof` nothing is taken away. */
        {"type: choice, score: {points: {a: 60, b: 90}}",
         "{value: b, evidence: documented, expires: 2020-01-01}", 90, 90, 90},
    };
    CHECK_POINTS(cases);
}

/* --- Whole columns ---------------------------------------------------------------------------- */

enum { VENDORS = 45, FORMS = 6 };

static const char columns_criteria[] =
    "shortlist-criteria: 1\ncategories:\n  c:\n    criteria:\n"
    "      curve: {ask: q, type: number, score: {curve: {1: 7, 2.5: 90, 3: 11, 9: 50}}}\n"
    "      steps: {ask: q, type: number, score: {steps: {0.3: 10, 2.1: 35, 7: 99}}}\n"
    "      line: {ask: q, type: number, score: {best: 8.7, worst: 0.1}}\n"
    "      far: {ask: q, type: number, score: {best: 1e308, worst: -1e308}}\n"
    "      sum: {ask: q, type: set, options: [a, b, c, d],\n"
    "        score: {points: {a: 0.1, b: 0.2, c: 70.3, d: 40}}}\n"
    "      share: {ask: q, type: set, options: [a, b, c, d], score: {share_of: [a, b, d]}}\n";

/* Numbers on the knots, beside them, and in between; one answer in five is open. */
static struct text columns_answers(struct arena *arena)
{
    static const char *const numbers[] = {"~",   "1",    "2.5", "0.1",         "9",
                                          "8.7", "0.3",  "-4",  "1e17",        "2.1",
                                          "7",   "6.99", "3",   "2.0999999999"};
    static const char *const sets[] = {"~", "[]", "[a]", "[a, b]", "[a, b, c]", "[c, d]", "[d, b]"};
    struct text_buffer buffer = {.arena = arena};
    struct chance chance = {5};
    for (int v = 0; v < VENDORS; v++)
        buffer_format(&buffer,
                      "---\nshortlist-answers: 1\nid: v%02d\nanswers:\n"
                      "  {curve: %s, steps: %s, line: %s, far: %s, sum: %s, share: %s}\n",
                      v, PICK(&chance, numbers), PICK(&chance, numbers), PICK(&chance, numbers),
                      PICK(&chance, numbers), PICK(&chance, sets), PICK(&chance, sets));
    return buffer_text(&buffer);
}

/* By the functions for one answer. */
static double points_of_one(const struct fixture *fixture, uint32_t criterion, uint32_t vendor)
{
    const struct score *score = &fixture->inputs.criteria.criteria[criterion].score;
    struct cell cell = answers_cell(&fixture->inputs.answers, vendor, criterion);
    if (!mark_answered(cell.mark))
        return OPEN;
    switch (score->form) {
    case FORM_CURVE:
        return curve_points(&score->curve, cell.value.number);
    case FORM_STEPS:
        return steps_points(&score->steps, cell.value.number);
    case FORM_BEST_WORST:
        return line_points(score->best.value, score->worst.value, cell.value.number);
    case FORM_POINTS:
        return members_points(score->points, cell.value.set);
    default:
        return 100 * (double)set_count(cell.value.set & score->members) /
               (double)set_count(score->members);
    }
}

/* However many vendors are taken at a time, and wherever they begin, the points are to the last bit
 * those of one vendor. */
static void test_whole_columns(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    fixture_judge(&fixture, columns_criteria, columns_answers(&arena).ptr);
    const struct expr_context context = {.criteria = &fixture.inputs.criteria,
                                         .answers = &fixture.inputs.answers,
                                         .as_of = fixture.inputs.as_of,
                                         .scratch = &arena};
    for (uint32_t c = 0; c < FORMS; c++) {
        for (uint32_t first = 0; first < VENDORS; first++) {
            double points[VENDORS + 1];
            size_t count = VENDORS - first;
            points[count] = -1; /* what lies behind is not touched */
            points_by_form(c, &context, first, count, points);
            for (uint32_t i = 0; i < count; i++) {
                double expected = points_of_one(&fixture, c, first + i);
                if (isnan(expected))
                    assert_true(isnan(points[i]));
                else
                    assert_memory_equal(&points[i], &expected, sizeof expected);
            }
            assert_true(points[count] == -1);
        }
    }
    fixture_release(&fixture);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options),        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_curves),         cmocka_unit_test(test_steps),
        cmocka_unit_test(test_best_and_worst), cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_evidence),       cmocka_unit_test(test_whole_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
