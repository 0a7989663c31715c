/* What decisions do to the judging: waivers, exclusions, an n/a that is accepted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fixture.h"

#define VENDOR(id, answers) "---\nshortlist-answers: 1\nid: " id "\nanswers: {" answers "}\n"
#define DECIDED(decisions) "shortlist-decisions: 1\nby: Panel\ndecisions:\n" decisions

/* Points are the answers themselves; z is measured by the highest of the cohort. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  work:\n    weight: 50\n    minimum: 20\n    criteria:\n"
    "      x: {ask: q, type: number, range: [0, 100], score: {best: 100, worst: 0}}\n"
    "      y: {ask: q, type: number, range: [0, 100], score: {best: 100, worst: 0}}\n"
    "  cost:\n    weight: 50\n    criteria:\n"
    "      z: {ask: q, type: number, range: [0, 100], score: {best: highest, worst: 0}}\n"
    "rules:\n"
    "  fast: {when: x > 60, severity: critical, message: fast, penalty: 10}\n"
    "  dead: {when: y > 90, severity: knockout, message: dead, penalty: 5}\n";

/* --- Waivers ------------------------------------------------------------------------------- */

static const struct flag *flag_of(const struct fixture *fixture, const char *vendor, size_t index)
{
    const struct result *result = fixture_result(fixture, vendor);
    assert_true(index < result->flag_count);
    return &fixture->evaluation.flags[result->first_flag + index];
}

static void test_waived_penalty(void **state)
{
    (void)state;
    struct fixture fixture;
    /* work 60, cost 100 * 40 / 40: 80, and 10 off for being fast. */
    fixture_judge_panel(&fixture, criteria, VENDOR("a", "x: 70, y: 50, z: 40"), NULL, NULL);
    assert_number(fixture_result(&fixture, "a")->total, 70);
    assert_number(fixture_result(&fixture, "a")->penalty, 10);
    assert_int_equal(evaluation_worst(&fixture.evaluation), SEVERITY_CRITICAL);
    fixture_release(&fixture);

    fixture_judge_panel(&fixture, criteria, VENDOR("a", "x: 70, y: 50, z: 40"), NULL,
                        DECIDED("  a: {waive: {fast: it was one good month}}\n"));
    assert_number(fixture_result(&fixture, "a")->total, 80);
    assert_number(fixture_result(&fixture, "a")->penalty, 0);
    assert_text(fixture_flags(&fixture, "a"), "fast");
    assert_true(flag_of(&fixture, "a", 0)->waived);
    assert_int_equal(evaluation_worst(&fixture.evaluation), -1);
    struct card card;
    card_make(&card, &fixture.evaluation, 0, &fixture.arena);
    assert_text(card.flags[0].waiver->why, "it was one good month");
    assert_text(card.flags[0].waiver->by, "Panel");
    assert_number(card.flags[0].penalty, 10);
    fixture_release(&fixture);
}

/* Without the waiver the others are judged without this vendor: z of 80 is the highest. */
static const char two[] = VENDOR("a", "x: 50, y: 95, z: 80") VENDOR("b", "x: 50, y: 50, z: 40");

static void test_waived_knockout(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, two, NULL, NULL);
    assert_int_equal(fixture_result(&fixture, "a")->status, STATUS_KNOCKED_OUT);
    /* Alone in the cohort: 50 and 100. */
    assert_number(fixture_result(&fixture, "b")->total, 75);
    fixture_release(&fixture);

    fixture_judge_panel(&fixture, criteria, two, NULL, DECIDED("  a: {waive: {dead: why not}}\n"));
    assert_int_equal(fixture_result(&fixture, "a")->status, STATUS_RANKED);
    /* a: 72.5 and 100; b: 50 and 40 of 80. */
    assert_number(fixture_result(&fixture, "a")->total, 86.25);
    assert_number(fixture_result(&fixture, "b")->total, 50);
    assert_int_equal(fixture_result(&fixture, "b")->rank, 2);
    fixture_release(&fixture);
}

static void test_ignored_waiver(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, two, NULL,
                        DECIDED("  a: {waive: {dead: why not}}\n"
                                "  b: {waive: {minimum_work: small}}\n"));
    struct inputs *inputs = &fixture.inputs;
    const struct evaluation_options every[] = {
        {.decisions = &inputs->decisions, .ignore_waivers = true},
        {.decisions = &inputs->decisions, .ignored_waiver = &inputs->decisions.items[0]},
        {.decisions = &inputs->decisions, .ignored_waiver = &inputs->decisions.items[1]},
    };
    const enum vendor_status status[] = {STATUS_KNOCKED_OUT, STATUS_KNOCKED_OUT, STATUS_RANKED};
    for (size_t i = 0; i < 3; i++) {
        struct evaluation evaluation;
        evaluate(&evaluation, &inputs->criteria, &inputs->answers, inputs->as_of, &every[i]);
        assert_int_equal(evaluation.results[0].status, status[i]);
        evaluation_release(&evaluation);
    }
    fixture_release(&fixture);
}

static void test_waived_minimum(void **state)
{
    (void)state;
    struct fixture fixture;
    static const char low[] = VENDOR("a", "x: 10, y: 10, z: 1");
    fixture_judge_panel(&fixture, criteria, low, NULL, NULL);
    assert_int_equal(fixture_result(&fixture, "a")->status, STATUS_KNOCKED_OUT);
    fixture_release(&fixture);
    fixture_judge_panel(&fixture, criteria, low, NULL,
                        DECIDED("  a: {waive: {minimum_work: a pilot}}\n"));
    assert_int_equal(fixture_result(&fixture, "a")->status, STATUS_RANKED);
    assert_text(fixture_flags(&fixture, "a"), "minimum_work");
    fixture_release(&fixture);
}

/* A rule that waits for an answer is not waited for any longer. */
static void test_waived_unresolved(void **state)
{
    (void)state;
    struct fixture fixture;
    static const char open[] = VENDOR("a", "x: 50, z: 1");
    fixture_judge_panel(&fixture, criteria, open, NULL, NULL);
    assert_text(fixture_unresolved(&fixture, "a"), "dead(y)");
    assert_true(fixture_result(&fixture, "a")->conditional);
    /* y at its worst: 25 and 100, and 5 off. */
    assert_number(fixture_result(&fixture, "a")->low, 57.5);
    fixture_release(&fixture);

    fixture_judge_panel(&fixture, criteria, open, NULL, DECIDED("  a: {waive: {dead: fine}}\n"));
    assert_text(fixture_unresolved(&fixture, "a"), "");
    assert_false(fixture_result(&fixture, "a")->conditional);
    assert_number(fixture_result(&fixture, "a")->low, 62.5);
    evaluation_note_waivers(&fixture.evaluation, &fixture.problems);
    assert_int_equal(fixture.problems.count, 0);
    fixture_release(&fixture);
}

static void test_idle_waiver(void **state)
{
    (void)state;
    static const struct {
        const char *decisions;
        size_t notes;
    } cases[] = {
        {DECIDED("  a: {waive: {fast: w}}\n"), 1},
        {DECIDED("  a: {waive: {minimum_work: w}}\n"), 1},
        {DECIDED("  a: {waive: {dead: w}}\n"), 0},
        /* Nothing of an excluded vendor is judged. */
        {DECIDED("  a: {waive: {fast: w}, exclude: e}\n"), 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_judge_panel(&fixture, criteria, two, NULL, cases[i].decisions);
        evaluation_note_waivers(&fixture.evaluation, &fixture.problems);
        assert_int_equal(fixture.problems.totals[PROBLEM_NOTE], cases[i].notes);
        if (cases[i].notes > 0)
            assert_int_equal(fixture.problems.items[0].code, PROBLEM_IDLE_WAIVER);
        fixture_release(&fixture);
    }
}

/* --- Exclusions ---------------------------------------------------------------------------- */

static void test_excluded(void **state)
{
    (void)state;
    struct fixture fixture;
    static const char three[] =
        VENDOR("a", "x: 70, y: 50, z: 80") VENDOR("b", "x: 50, y: 50, z: 40") VENDOR("c", "");
    fixture_judge_panel(&fixture, criteria, three, NULL,
                        DECIDED("  a: {exclude: withdrew on 12 November}\n"));
    const struct evaluation *evaluation = &fixture.evaluation;
    const struct result *a = fixture_result(&fixture, "a");
    assert_int_equal(a->status, STATUS_EXCLUDED);
    assert_number(a->total, (double)NAN);
    assert_number(evaluation->category_scores[0], (double)NAN);
    assert_int_equal(a->flag_count, 0);
    assert_int_equal(a->rank, 0);
    /* It moves nobody's price points: 50 and 100 of the highest left. */
    assert_number(fixture_result(&fixture, "b")->total, 75);
    assert_int_equal(evaluation->excluded, 1);
    assert_int_equal(evaluation->order[2], 0);
    assert_text(evaluation_exclusion(evaluation, 0)->why, "withdrew on 12 November");
    assert_null(evaluation_exclusion(evaluation, 1));

    struct card card;
    card_make(&card, evaluation, 0, &fixture.arena);
    assert_int_equal(card.criteria[0].state, STATE_ANSWERED);
    assert_number(card.criteria[0].points, (double)NAN);
    assert_number(card.categories[0].share, 0);
    assert_int_equal(card.decision_count, 1);
    fixture_release(&fixture);
}

/* --- An n/a that is accepted --------------------------------------------------------------- */

static const char doubtful[] =
    "shortlist-criteria: 1\n"
    "categories:\n  c:\n    weight: 1\n    criteria:\n"
    "      x: {ask: q, type: number, range: [0, 100], score: {best: 100, worst: 0}}\n"
    "      y: {ask: q, type: number, range: [0, 100], score: {best: 100, worst: 0}}\n"
    "      twice: {type: number, computed: 2 * y, score: {best: 100, worst: 0}}\n"
    "rules:\n"
    "  plain: {when: y > 50, severity: warning, message: m}\n"
    "  anyway: {when: y > 50, severity: warning, message: m, unknown: fire}\n";

static void test_accepted_na(void **state)
{
    (void)state;
    struct fixture fixture;
    static const char answers[] = VENDOR("a", "x: 80, y: n/a");
    fixture_judge_panel(&fixture, doubtful, answers, NULL, NULL);
    /* Open: 80, 0 and 0 for what is computed from it. */
    assert_number(fixture_result(&fixture, "a")->total, 26.67);
    assert_text(fixture_unresolved(&fixture, "a"), "plain(y)");
    assert_text(fixture_flags(&fixture, "a"), "anyway not_applicable_claimed");
    fixture_release(&fixture);

    fixture_judge_panel(&fixture, doubtful, answers, NULL,
                        DECIDED("  a: {answers: {y: {accept_na: yes, why: no cards}}}\n"));
    /* x alone counts. */
    assert_number(fixture_result(&fixture, "a")->total, 80);
    assert_number(fixture_result(&fixture, "a")->low, 80);
    assert_text(fixture_unresolved(&fixture, "a"), "");
    assert_text(fixture_flags(&fixture, "a"), "");
    uint32_t *questions;
    assert_int_equal(open_questions(&fixture.evaluation, 0, &questions, &fixture.arena), 0);
    struct card card;
    card_make(&card, &fixture.evaluation, 0, &fixture.arena);
    assert_int_equal(card.criteria[1].state, STATE_NA);
    assert_int_equal(card.criteria[2].state, STATE_NA);
    assert_text(card.criteria[1].decision->why, "no cards");
    fixture_release(&fixture);
}

/* --- Words --------------------------------------------------------------------------------- */

static const char rated[] =
    "shortlist-criteria: 1\n"
    "categories:\n  c:\n    weight: 1\n    criteria:\n"
    "      tone: {ask: q, type: rating}\n"
    "      hours: {ask: q, type: number, unit: h, by: buyer, score: {best: 0, worst: 48}}\n"
    "      leavers: {ask: q, type: number, unit: \"%\", score: {best: 0, worst: 100}}\n";

static void test_messages(void **state)
{
    (void)state;
    static const struct {
        const char *answer, *ana, *ben;
        const char *rule, *message;
    } cases[] = {
        {"", "tone: 5", "tone: 1", "raters_disagree",
         "raters lie 4 apart on tone, on a scale from 0 to 5: ana 5, ben 1"},
        {"", "hours: 30", "hours: 12", "raters_conflict",
         "raters found different values of hours: ana 30 h, ben 12 h"},
        {"leavers: 28", "leavers: 41", "leavers: n/a", "answer_disputed",
         "leavers is 28 % by the vendor, but raters found: ana 41 %"},
        {"", "leavers: 41", "leavers: {note: n}", "answer_disputed",
         "the vendor leaves leavers open, but raters found: ana 41 %"},
        {"leavers: n/a", "leavers: 41", "", "answer_disputed",
         "leavers is n/a by the vendor, but raters found: ana 41 %"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        char answers[256];
        char ana[256];
        char ben[256];
        snprintf(answers, sizeof answers, VENDOR("v", "%s"), cases[i].answer);
        snprintf(ana, sizeof ana, "shortlist-ratings: 1\nrater: ana\nratings: {v: {%s}}\n",
                 cases[i].ana);
        snprintf(ben, sizeof ben, "shortlist-ratings: 1\nrater: ben\nratings: {v: {%s}}\n",
                 cases[i].ben);
        fixture_judge_panel(&fixture, rated, answers, (const char *const[]){ben, ana, NULL}, NULL);
        struct card card;
        card_make(&card, &fixture.evaluation, 0, &fixture.arena);
        assert_text(card.flags[0].rule, cases[i].rule);
        assert_text(card.flags[0].message, cases[i].message);
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_waived_penalty),    cmocka_unit_test(test_waived_knockout),
        cmocka_unit_test(test_ignored_waiver),    cmocka_unit_test(test_waived_minimum),
        cmocka_unit_test(test_waived_unresolved), cmocka_unit_test(test_idle_waiver),
        cmocka_unit_test(test_excluded),          cmocka_unit_test(test_accepted_na),
        cmocka_unit_test(test_messages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
