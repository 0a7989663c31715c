/* Judgements: what is expected of whom, what is open, and where vendors had different judges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/evaluators.h"
#include "shortlist/scorecard.h"
#include "support/fixture.h"

/* Three criteria are the buyer's and count: two ratings and a fact. The others must not be asked
 * about. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Judgements\n"
    "needs: {night: no}\n"
    "categories:\n"
    "  quality:\n"
    "    title: Quality\n"
    "    weight: 3\n"
    "    criteria:\n"
    "      tone: {ask: q, type: rating}\n"
    "      clarity: {ask: q, type: rating}\n"
    "      hours: {ask: q, type: number, by: buyer, score: {best: 0, worst: 10}}\n"
    "      remark: {ask: q, type: text, by: buyer}\n"
    "      shown_only: {ask: q, type: rating, weight: 0}\n"
    "      night_calls: {ask: q, type: rating, when: needs.night}\n"
    "      price: {ask: q, type: number, score: {best: 0, worst: 10}}\n"
    "  asides:\n"
    "    title: Asides\n"
    "    weight: 0\n"
    "    criteria:\n"
    "      charm: {ask: q, type: rating}\n";

static const char answers[] = "shortlist-answers: 1\nvendor: A\nanswers: {price: 1}\n"
                              "---\nshortlist-answers: 1\nvendor: B\nanswers: {price: 2}\n"
                              "---\nshortlist-answers: 1\nvendor: C\nanswers: {}\n";

#define RATER(name) "shortlist-ratings: 1\nrater: " name "\nratings: "

/* The work as "ann 1 of 3: c.tone | nobody 0 of 2". */
static struct text work_of(struct fixture *fixture, const struct evaluators *evaluators)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    for (size_t i = 0; i < evaluators->count; i++) {
        const struct work *work = &evaluators->work[i];
        struct text name = work->rater == NOWHERE
                               ? TEXT("nobody")
                               : fixture->inputs.ratings.raters[work->rater].name;
        buffer_format(&buffer, "%s%.*s %zu of %zu", i > 0 ? " | " : "", TEXT_ARG(name),
                      work->open_count, work->expected);
        for (size_t o = 0; o < work->open_count; o++) {
            const struct open_judgement *open = &work->open[o];
            buffer_format(&buffer, "%s%.*s.%.*s", o == 0 ? ": " : " ",
                          TEXT_ARG(fixture->inputs.answers.vendors[open->vendor].id),
                          TEXT_ARG(fixture->inputs.criteria.criteria[open->criterion].id.text));
        }
    }
    return buffer_text(&buffer);
}

static struct text uneven_of(struct fixture *fixture, const struct evaluators *evaluators)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    for (size_t i = 0; i < evaluators->uneven_count; i++)
        buffer_format(&buffer, "%s%.*s", i > 0 ? " " : "",
                      TEXT_ARG(fixture->inputs.criteria.criteria[evaluators->uneven[i]].id.text));
    return buffer_text(&buffer);
}

struct panel_case {
    const char *name;
    const char *ratings[4];
    const char *decisions;
    const char *work;
    const char *uneven;
};

static const struct panel_case cases[] = {
    {"nobody has judged anything",
     {NULL},
     NULL,
     "nobody 9 of 9: a.tone a.clarity a.hours b.tone b.clarity b.hours c.tone c.clarity c.hours",
     ""},
    {"a rater is expected to go on with what he or she began",
     {RATER("ann") "{a: {tone: 4}}", RATER("ben") "{b: {tone: 3, clarity: 2}}", NULL},
     NULL,
     "ann 2 of 3: b.tone c.tone"
     " | ben 4 of 6: a.tone a.clarity c.tone c.clarity"
     " | nobody 3 of 3: a.hours b.hours c.hours",
     "tone"},
    {"what everybody did is done",
     {RATER("ann") "{a: {tone: 4, hours: 1}, b: {tone: 1, hours: 2}, c: {tone: 5, hours: 3}}",
      RATER("ben") "{a: {clarity: 4}, b: {clarity: 1}, c: {clarity: 5}}", NULL},
     NULL,
     "ann 0 of 3 | ben 0 of 3 | nobody 0 of 3",
     ""},
    {"an abstention is a word, but a criterion that all abstain from is nobody's",
     {RATER("ann") "{a: {tone: n/a}, b: {tone: 3}}", RATER("ben") "{a: {tone: n/a}, b: {tone: 3}}",
      NULL},
     NULL,
     "ann 1 of 3: c.tone | ben 1 of 3: c.tone"
     " | nobody 7 of 7: a.tone a.clarity a.hours b.clarity b.hours c.clarity c.hours",
     ""},
    {"what some abstain from and others judge is done, but unevenly",
     {RATER("ann") "{a: {tone: n/a}, b: {tone: 3}, c: {tone: 3}}",
      RATER("ben") "{a: {tone: 1}, b: {tone: 3}, c: {tone: 3}}", NULL},
     NULL,
     "ann 0 of 3 | ben 0 of 3"
     " | nobody 6 of 6: a.clarity a.hours b.clarity b.hours c.clarity c.hours",
     "tone"},
    {"a fact is open where raters contradict each other",
     {RATER("ann") "{a: {hours: 4}, b: {hours: 4}}", RATER("ben") "{a: {hours: 4}, b: {hours: 5}}",
      NULL},
     NULL,
     "nobody 8 of 9: a.tone a.clarity b.tone b.clarity b.hours c.tone c.clarity c.hours",
     ""},
    {"evidence, notes and words on what does not count are no judgements",
     {RATER("ann") "{a: {price: {evidence: documented}, tone: {note: n}, shown_only: 3, charm: 2,"
                   " night_calls: 1, remark: r}}",
      NULL},
     NULL,
     "nobody 9 of 9: a.tone a.clarity a.hours b.tone b.clarity b.hours c.tone c.clarity c.hours",
     ""},
    {"a rater whose file says nothing yet has everything to do",
     {RATER("ann") "{a: {tone: 4}, b: {tone: 1}, c: {tone: 5}}", RATER("ben") "{}", NULL},
     NULL,
     "ann 0 of 3 | ben 6 of 6: a.tone a.clarity b.tone b.clarity c.tone c.clarity"
     " | nobody 3 of 3: a.hours b.hours c.hours",
     ""},
    {"what is decided is made: nobody else is expected to judge it",
     {RATER("ann") "{a: {tone: 4}, b: {tone: 3}}", RATER("ben") "{b: {tone: 3}}", NULL},
     "shortlist-decisions: 1\ndecisions:\n"
     "  a: {answers: {tone: {value: 4, why: w}, hours: {value: 4, why: w}}}\n"
     "  b: {answers: {clarity: {value: 4, why: w}}}\n",
     "ann 1 of 3: c.tone | ben 1 of 2: c.tone"
     " | nobody 4 of 6: a.clarity b.hours c.clarity c.hours",
     ""},
    {"a vendor that is excluded is not judged",
     {RATER("ann") "{a: {tone: 4}, c: {tone: 3}}", RATER("ben") "{a: {tone: 3}}", NULL},
     "shortlist-decisions: 1\ndecisions:\n  c: {exclude: withdrew}\n",
     "ann 1 of 2: b.tone | ben 1 of 2: b.tone"
     " | nobody 4 of 4: a.clarity a.hours b.clarity b.hours",
     ""},
};

static void judge(struct fixture *fixture, const struct panel_case *panel)
{
    print_message("%s\n", panel->name);
    fixture_judge_panel(fixture, criteria, answers, panel->ratings, panel->decisions);
}

static void work_is_shared_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct evaluators evaluators;
        judge(&fixture, &cases[i]);
        /* In the order of the report, not of ids. */
        evaluators_make(&evaluators, &fixture.evaluation, fixture.evaluation.order, 3,
                        &fixture.arena);
        assert_text(work_of(&fixture, &evaluators), cases[i].work);
        assert_text(uneven_of(&fixture, &evaluators), cases[i].uneven);
        fixture_release(&fixture);
    }
}

/* The totals are the sums of the lists, and those of `struct standing`. */
static void totals_add_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct evaluators evaluators;
        struct standing standing;
        size_t expected = 0;
        size_t open = 0;
        judge(&fixture, &cases[i]);
        const uint32_t *order = fixture.evaluation.order;
        evaluators_make(&evaluators, &fixture.evaluation, order, 3, &fixture.arena);
        standing_make(&standing, &fixture.evaluation, order, 3);
        for (size_t w = 0; w < evaluators.count; w++) {
            expected += evaluators.work[w].expected;
            open += evaluators.work[w].open_count;
        }
        assert_int_equal(evaluators.expected, expected);
        assert_int_equal(evaluators.open, open);
        assert_int_equal(standing.judgements, expected);
        assert_int_equal(standing.open_judgements, open);
        fixture_release(&fixture);
    }
}

/* Before anybody has judged, every buyer's criterion that counts is one judgement a vendor. */
static void without_ratings_results_count_the_same(void **state)
{
    (void)state;
    struct fixture fixture;
    struct standing standing;
    size_t asked = 0;
    fixture_judge(&fixture, criteria, answers);
    standing_make(&standing, &fixture.evaluation, fixture.evaluation.order, 3);
    for (size_t v = 0; v < 3; v++)
        asked += fixture.evaluation.results[v].buyer_asked;
    assert_int_equal(asked, 9);
    assert_int_equal(standing.judgements, asked);
    assert_int_equal(standing.open_judgements, asked);
    fixture.evaluation.ratings = NULL;
    fixture.evaluation.decisions = NULL;
    standing_make(&standing, &fixture.evaluation, fixture.evaluation.order, 3);
    assert_int_equal(standing.judgements, asked);
    fixture_release(&fixture);
}

/* What is expected follows from all ratings, also where the report is about one vendor. */
static void one_vendor_is_measured_by_all(void **state)
{
    (void)state;
    struct fixture fixture;
    struct evaluators evaluators;
    judge(&fixture, &cases[1]);
    uint32_t c = fixture_vendor(&fixture, "c");
    evaluators_make(&evaluators, &fixture.evaluation, &c, 1, &fixture.arena);
    assert_text(work_of(&fixture, &evaluators),
                "ann 1 of 1: c.tone | ben 2 of 2: c.tone c.clarity | nobody 1 of 1: c.hours");
    assert_text(uneven_of(&fixture, &evaluators), "");
    evaluators_make(&evaluators, &fixture.evaluation, NULL, 0, &fixture.arena);
    assert_int_equal(evaluators.count, 0);
    assert_int_equal(evaluators.expected, 0);
    fixture_release(&fixture);
}

/* Of each vendor as many, unless a decision or an abstention makes them differ; the excluded are
 * not counted among the judged. */
static void judgements_of_each_vendor(void **state)
{
    (void)state;
    static const struct {
        size_t of; /* in `cases` */
        size_t judgements;
        size_t open;
        size_t each;
        size_t judged_vendors;
    } expected[] = {
        {0, 9, 9, 3, 3},  {1, 12, 9, 4, 3}, {2, 9, 0, 3, 3}, {3, 13, 9, 0, 3}, /* a 5, b and c 4 */
        {8, 11, 6, 0, 3},                                                      /* a 3, b and c 4 */
        {9, 8, 6, 4, 2},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct fixture fixture;
        struct standing standing;
        judge(&fixture, &cases[expected[i].of]);
        standing_make(&standing, &fixture.evaluation, fixture.evaluation.order, 3);
        assert_int_equal(standing.vendors, 3);
        assert_int_equal(standing.judged_vendors, expected[i].judged_vendors);
        assert_int_equal(standing.judgements, expected[i].judgements);
        assert_int_equal(standing.open_judgements, expected[i].open);
        assert_int_equal(standing.judgements_each, expected[i].each);
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_is_shared_out),
        cmocka_unit_test(totals_add_up),
        cmocka_unit_test(without_ratings_results_count_the_same),
        cmocka_unit_test(one_vendor_is_measured_by_all),
        cmocka_unit_test(judgements_of_each_vendor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
