/* Scorecards: what is picked as strongest, weakest and most lost. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/scorecard.h"
#include "support/fixture.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Scorecards\n"
    "categories:\n"
    "  all:\n"
    "    title: All\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      full_light: {ask: q, type: number, weight: 1, score: {best: 100, worst: 0}}\n"
    "      full_heavy: {ask: q, type: number, weight: 4, score: {best: 100, worst: 0}}\n"
    "      good: {ask: q, type: number, weight: 2, score: {best: 100, worst: 0}}\n"
    "      middling: {ask: q, type: number, weight: 2, score: {best: 100, worst: 0}}\n"
    "      poor: {ask: q, type: number, weight: 1, score: {best: 100, worst: 0}}\n"
    "      silent: {ask: q, type: number, weight: 3, score: {best: 100, worst: 0}}\n"
    "      shown_only: {ask: q, type: number, weight: 0, score: {best: 100, worst: 0}}\n"
    "      remarks: {ask: q, type: text}\n"
    "rules:\n"
    "  small: {when: poor < 50, severity: warning, message: m, penalty: 5}\n";

/* The ids of picks as "a b c". */
static struct text picked(struct fixture *fixture, const struct scorecard_picks *picks)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    for (size_t i = 0; i < picks->count; i++) {
        const struct criterion *criterion = &fixture->inputs.criteria.criteria[picks->criteria[i]];
        buffer_format(&buffer, "%s%.*s", i > 0 ? " " : "", TEXT_ARG(criterion->id.text));
    }
    return buffer_text(&buffer);
}

static void make(struct fixture *fixture, struct scorecard *scorecard, const char *answers)
{
    struct card card;
    fixture_judge(fixture, criteria, answers);
    card_make(&card, &fixture->evaluation, 0, &fixture->arena);
    scorecard_make(scorecard, &fixture->evaluation, &card);
}

static void what_stands_out_is_picked(void **state)
{
    (void)state;
    struct fixture fixture;
    struct scorecard scorecard;
    make(&fixture, &scorecard,
         "shortlist-answers: 1\nvendor: A\nid: a\nanswers: {full_light: 100, full_heavy: 100,"
         " good: 80, middling: 40, poor: 20, shown_only: 0, remarks: none}\n");
    /* Equal points: the heavier first. */
    assert_text(picked(&fixture, &scorecard.strongest), "full_heavy full_light good");
    /* `good` is among the strongest, `silent` was not answered, `shown_only` has no share. */
    assert_text(picked(&fixture, &scorecard.weakest), "poor middling");
    /* Shares of 13: 3 * 100, 2 * 60, 1 * 80; `good` loses 2 * 20. */
    assert_text(picked(&fixture, &scorecard.most_lost), "silent middling poor");
    /* (100 + 400 + 160 + 80 + 20) / 13, before the penalty of 5 */
    assert_number(scorecard.sum, 760.0 / 13);
    fixture_release(&fixture);
}

static void full_marks_have_no_weakness(void **state)
{
    (void)state;
    struct fixture fixture;
    struct scorecard scorecard;
    make(&fixture, &scorecard,
         "shortlist-answers: 1\nvendor: A\nid: a\nanswers: {full_light: 100, full_heavy: 100,"
         " good: 100, middling: 100, poor: 100, silent: 100}\n");
    assert_text(picked(&fixture, &scorecard.strongest), "full_heavy silent good");
    assert_int_equal(scorecard.weakest.count, 0);
    assert_int_equal(scorecard.most_lost.count, 0);
    assert_number(scorecard.sum, 100);
    fixture_release(&fixture);
}

static void few_answers_are_shared_out(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *strongest, *weakest;
    } cases[] = {
        {"answers: {good: 70}\n", "good", ""},
        {"answers: {good: 70, poor: 90}\n", "poor", "good"},
        {"answers: {good: 70, poor: 10, middling: 20}\n", "good middling", "poor"},
        {"answers: {good: 0, poor: 0}\n", "", "good poor"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char answers[200];
        struct fixture fixture;
        struct scorecard scorecard;
        snprintf(answers, sizeof answers, "shortlist-answers: 1\nvendor: A\nid: a\n%s",
                 cases[i].answers);
        make(&fixture, &scorecard, answers);
        assert_text(picked(&fixture, &scorecard.strongest), cases[i].strongest);
        assert_text(picked(&fixture, &scorecard.weakest), cases[i].weakest);
        fixture_release(&fixture);
    }
}

static void silence_is_no_weakness_but_costs(void **state)
{
    (void)state;
    struct fixture fixture;
    struct scorecard scorecard;
    make(&fixture, &scorecard, "shortlist-answers: 1\nvendor: A\nid: a\nanswers: {poor: 0}\n");
    assert_int_equal(scorecard.strongest.count, 0);
    assert_text(picked(&fixture, &scorecard.weakest), "poor");
    assert_text(picked(&fixture, &scorecard.most_lost), "full_heavy silent good");
    assert_number(scorecard.sum, 0);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_out_is_picked),
        cmocka_unit_test(full_marks_have_no_weakness),
        cmocka_unit_test(few_answers_are_shared_out),
        cmocka_unit_test(silence_is_no_weakness_but_costs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
