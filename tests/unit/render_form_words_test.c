/* How points come about, in words; and numbers that are short enough to read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/form_words.h"
#include "support/fixture.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: T\n"
    "needs: {budget: 22, wanted: [mail, phone], nothing: []}\n"
    "categories:\n"
    "  c:\n"
    "    title: C\n"
    "    criteria:\n"
    "      curve: {ask: q, type: number, score: {curve: {10: 100, 30.125: 50, 60: 0}}}\n"
    "      line: {ask: q, type: number, score: {curve: {0: 0, 5: 100}}}\n"
    "      days: {ask: q, type: date, score: {curve: {-30: 0, 0: 100}}}\n"
    "      steps: {ask: q, type: number, score: {steps: {10: 40, 20: 90}}}\n"
    "      rating: {ask: q, type: rating}\n"
    "      plain: {ask: q, type: yes_no}\n"
    "      turned: {ask: q, type: yes_no, score: {points: {yes: 0, no: 80}}}\n"
    "      choice: {ask: q, type: choice, options: {low: Low, high: \"High, or more\"},"
    " score: {points: {low: 0, high: 100}}}\n"
    "      set: {ask: q, type: set, options: {mail: E-mail, phone: Telephone, chat: Chat},"
    " score: {points: {mail: 60, phone: 70}}}\n"
    "      share: {ask: q, type: set, options: {phone: Telephone, mail: E-mail, chat: Chat},"
    " score: {share_of: needs.wanted}}\n"
    "      listed: {ask: q, type: set, options: {phone: Telephone, mail: E-mail},"
    " score: {share_of: [mail]}}\n"
    "      asked: {ask: q, type: set, options: {phone: Telephone}, score: {share_of: "
    "needs.nothing}}\n"
    "      ends: {ask: q, type: number, score: {best: needs.budget, worst: 40}}\n"
    "      bids: {ask: q, type: number, score: {best: lowest, worst: highest}}\n"
    "      none: {ask: q, type: number, score: {best: lowest, worst: 9}}\n"
    "      third: {type: number, computed: bids / 3, score: {best: lowest, worst: 100}}\n"
    "      formula: {ask: q, type: number, score: {formula: 100 - formula * 2}}\n"
    "      words: {ask: q, type: text}\n";

static const char answers[] = "---\nshortlist-answers: 1\nid: a\nanswers: {bids: 9.875}\n"
                              "---\nshortlist-answers: 1\nid: b\nanswers: {bids: 20}\n";

static void forms_are_told_on_one_line(void **state)
{
    (void)state;
    static const struct {
        const char *criterion, *words;
    } cases[] = {
        {"curve", "10 -> 100, 30.125 -> 50, 60 -> 0, straight lines between"},
        {"line", "0 -> 0, 5 -> 100, a straight line between"},
        {"days", "by days from the as-of date, -30 -> 0, 0 -> 100, a straight line between"},
        {"steps", "from 10: 40, from 20: 90"},
        {"rating", "0 -> 0, 5 -> 100, a straight line between"},
        {"plain", "yes 100, no 0"},
        {"turned", "yes 0, no 80"},
        /* a label with a comma */
        {"choice", "Low: 0; High, or more: 100"},
        {"set", "E-mail 60, Telephone 70, any other 0; added up, at most 100"},
        {"share", "share of Telephone, E-mail (needs.wanted)"},
        {"listed", "share of E-mail"},
        {"asked", "100, as nothing is asked for (needs.nothing)"},
        {"ends", "100 at 22 (needs.budget), 0 at 40, a straight line between"},
        {"bids", "100 at the lowest bid 9.875, 0 at the highest bid 20, a straight line between"},
        {"none", "100 at the lowest bid, 0 at 9, a straight line between"},
        {"third", "100 at the lowest bid 3.29, 0 at 100, a straight line between"},
        {"formula", "100 - formula * 2"},
        {"words", ""},
    };
    struct fixture fixture;
    fixture_judge(&fixture, criteria, answers);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t position = fixture_criterion(&fixture, cases[i].criterion);
        assert_text(form_words(&fixture.arena, &fixture.inputs.criteria, position,
                               &fixture.evaluation.cohort),
                    cases[i].words);
    }
    uint32_t bids = fixture_criterion(&fixture, "bids");
    assert_text(form_words(&fixture.arena, &fixture.inputs.criteria, bids, NULL),
                "100 at the lowest bid, 0 at the highest bid, a straight line between");
    fixture_release(&fixture);
}

static void numbers_are_brief(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *words;
    } cases[] = {
        {0, "0"},           {9.8, "9.8"},       {200.0 / 3, "66.67"}, {-200.0 / 3, "-66.67"},
        {401180, "401180"}, {0.1 + 0.2, "0.3"}, {99.999, "100"},      {1.0 / 300, "0.0033"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(brief_number(&arena, cases[i].number), cases[i].words);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_told_on_one_line),
        cmocka_unit_test(numbers_are_brief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
