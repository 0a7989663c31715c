/* What a careful reviewer would say of the vendors' answers; and that nothing is said of the
 * nearest answers that are sound. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/checked.h"
#include "support/told.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  a:\n"
    "    criteria:\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      pci: {ask: q, type: yes_no}\n"
    "      years: {ask: q, type: number, unit: years, score: {best: 10, worst: 0}}\n"
    "      price: {ask: q, type: number, score: {best: 10, worst: 20}}\n"
    "      since: {ask: q, type: date, score: {curve: {-900: 100, 0: 0}}}\n"
    "      tone: {ask: q, type: rating}\n"
    "      story: {ask: q, type: text}\n";

#define VENDOR(id, answers)                                                                        \
    "---\nshortlist-answers: 1\nid: " id "\nvendor: V\nanswers: {" answers "}\n"

/* Vendor n begins in line 5 * n + 2 of the answers; its id stands one below. */
struct answers_case {
    const char *about;
    const char *answers;
    const char *decisions; /* or NULL */
    const char *told;
};

static void check_all(enum problem_code code, const struct answers_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture;
        print_message("%s\n", cases[i].about);
        fixture_judge_panel(&fixture, criteria, cases[i].answers, NULL, cases[i].decisions);
        assert_string_equal(answers_told(&fixture, code), cases[i].told);
        fixture_release(&fixture);
    }
}

#define CHECK_ALL(code, cases) check_all(code, cases, sizeof(cases) / sizeof *(cases))

#define DECIDED(text) "shortlist-decisions: 1\nby: p\ndate: 2026-11-20\ndecisions:\n" text

/* --- Vendors ---------------------------------------------------------------------------------- */

/* Of six questions; the rating is ours. */
static void vendors_that_leave_much_open_are_told(void **state)
{
    static const struct answers_case cases[] = {
        {"three of six", VENDOR("a", "iso: yes, pci: no, years: 3"), NULL,
         "3:5 `a` leaves 3 of 6 questions open (50 %)\n"},
        {"two of six", VENDOR("a", "iso: yes, pci: no, years: 3, price: 9"), NULL, ""},
        {"n/a is open", VENDOR("a", "iso: yes, pci: no, years: 3, price: n/a"), NULL,
         "3:5 `a` leaves 3 of 6 questions open (50 %)\n"},
        {"n/a that was accepted", VENDOR("a", "iso: yes, pci: no, years: 3, price: n/a"),
         DECIDED("  a: {answers: {price: {accept_na: yes, why: w}}}\n"), ""},
        {"out of the running", VENDOR("a", "iso: yes"), DECIDED("  a: {exclude: withdrew}\n"), ""},
    };
    (void)state;
    CHECK_ALL(PROBLEM_OPEN_ANSWERS, cases);
}

static void expired_evidence_is_told(void **state)
{
    static const struct answers_case cases[] = {
        {"yesterday", VENDOR("a", "iso: {value: yes, evidence: documented, expires: 2026-11-20}"),
         NULL, "3:5 evidence of `a` has expired: `iso` (2026-11-20)\n"},
        {"today", VENDOR("a", "iso: {value: yes, evidence: documented, expires: 2026-11-21}"), NULL,
         ""},
        {"two of them, once",
         VENDOR("a", "iso: {value: yes, expires: 2026-11-20}, "
                     "pci: {value: yes, expires: 2025-01-01}"),
         NULL, "3:5 evidence of `a` has expired: `iso` (2026-11-20), `pci` (2025-01-01)\n"},
    };
    (void)state;
    CHECK_ALL(PROBLEM_EXPIRED_EVIDENCE, cases);
}

/* --- Copies ----------------------------------------------------------------------------------- */

#define FIVE "iso: yes, pci: no, years: 3, price: 12.5, since: 2020-02-29"

static void copied_bids_are_told(void **state)
{
    static const struct answers_case cases[] = {
        {"five answers", VENDOR("a", FIVE) VENDOR("b", FIVE), NULL,
         "8:5 all 5 answers of `b` are those of `a`\n"},
        {"three vendors", VENDOR("a", FIVE) VENDOR("b", FIVE) VENDOR("c", FIVE), NULL,
         "8:5 all 5 answers of `b` are those of `a`\n"
         "13:5 all 5 answers of `c` are those of `a`\n"},
        {"one differs",
         VENDOR("a", FIVE) VENDOR("b", "iso: yes, pci: no, years: 3, price: 12.6, "
                                       "since: 2020-02-29"),
         NULL, ""},
        {"one more", VENDOR("a", FIVE) VENDOR("b", FIVE ", story: x"), NULL, ""},
        {"written in another way",
         VENDOR("a", FIVE) VENDOR("b", "since: \"2020-02-29\", price: 12.50, years: 3 years, pci: "
                                       "False, iso: TRUE"),
         NULL, "8:5 all 5 answers of `b` are those of `a`\n"},
        {"four answers",
         VENDOR("a", "iso: yes, pci: no, years: 3, price: 12.5")
             VENDOR("b", "iso: yes, pci: no, years: 3, price: 12.5"),
         NULL, ""},
        {"out of the running", VENDOR("a", FIVE) VENDOR("b", FIVE),
         DECIDED("  a: {exclude: withdrew}\n"), ""},
        {"what was decided is not the vendor's word", VENDOR("a", FIVE) VENDOR("b", FIVE),
         DECIDED("  b: {answers: {price: {value: 15, why: w}}}\n"),
         "8:5 all 5 answers of `b` are those of `a`\n"},
    };
    (void)state;
    CHECK_ALL(PROBLEM_SAME_ANSWERS, cases);
}

/* Six good vendors would all say yes, and only yes. */
static void the_same_yes_is_no_copy(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_judge(&fixture,
                  "shortlist-criteria: 1\n"
                  "categories:\n"
                  "  a:\n"
                  "    criteria:\n"
                  "      p: {ask: q, type: yes_no}\n"
                  "      q: {ask: q, type: yes_no}\n"
                  "      r: {ask: q, type: yes_no}\n"
                  "      s: {ask: q, type: yes_no}\n"
                  "      t: {ask: q, type: yes_no}\n"
                  "      u: {ask: q, type: yes_no}\n",
                  VENDOR("a", "p: yes, q: yes, r: yes, s: yes, t: yes, u: yes")
                      VENDOR("b", "p: yes, q: yes, r: yes, s: yes, t: yes, u: yes"));
    assert_string_equal(answers_told(&fixture, PROBLEM_SAME_ANSWERS), "");
    fixture_release(&fixture);
}

#define FORTY "0123456789 123456789 123456789 12345678."

static void copied_words_are_told(void **state)
{
    static const struct answers_case cases[] = {
        {"forty characters", VENDOR("a", "story: " FORTY) VENDOR("b", "iso: yes, story: " FORTY),
         NULL, "8:5 `b` answers `story` in the very words of `a`\n"},
        {"thirty-nine",
         VENDOR("a", "story: 0123456789 123456789 123456789 1234567.")
             VENDOR("b", "story: 0123456789 123456789 123456789 1234567."),
         NULL, ""},
        {"nearly the same", VENDOR("a", "story: " FORTY) VENDOR("b", "story: " FORTY "."), NULL,
         ""},
    };
    (void)state;
    CHECK_ALL(PROBLEM_SAME_TEXT, cases);
}

/* Then all its answers are told already. */
static void words_of_a_copied_bid_are_not_told_again(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_judge(&fixture, criteria,
                  VENDOR("a", FIVE ", story: " FORTY) VENDOR("b", FIVE ", story: " FORTY));
    check_answers(&fixture.evaluation, &fixture.problems);
    size_t copies = 0;
    for (size_t p = 0; p < fixture.problems.count; p++) {
        assert_int_not_equal(fixture.problems.items[p].code, PROBLEM_SAME_TEXT);
        copies += fixture.problems.items[p].code == PROBLEM_SAME_ANSWERS;
    }
    assert_int_equal(copies, 1);
    fixture_release(&fixture);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

#define YEARS(id, number) VENDOR(id, "years: " number)

static void outlying_numbers_are_told(void **state)
{
    static const struct answers_case cases[] = {
        /* Median 6, deviations 2 1 0 1 6: their median is 1, and 6 is more than 5. */
        {"beyond", YEARS("a", "4") YEARS("b", "5") YEARS("c", "6") YEARS("d", "7") YEARS("e", "12"),
         NULL, "23:5 `e` answers `years` with 12, far from the others: the median is 6\n"},
        {"just so far",
         YEARS("a", "4") YEARS("b", "5") YEARS("c", "6") YEARS("d", "7") YEARS("e", "11"), NULL,
         ""},
        {"below",
         YEARS("a", "24") YEARS("b", "25") YEARS("c", "26") YEARS("d", "27") YEARS("e", "1"), NULL,
         "23:5 `e` answers `years` with 1, far from the others: the median is 25\n"},
        {"four vendors", YEARS("a", "5") YEARS("b", "6") YEARS("c", "7") YEARS("d", "99"), NULL,
         ""},
        /* Median and deviations do not tell what is usual. */
        {"most say the same",
         YEARS("a", "5") YEARS("b", "5") YEARS("c", "5") YEARS("d", "6") YEARS("e", "99"), NULL,
         ""},
        {"one is out of the running",
         YEARS("a", "4") YEARS("b", "5") YEARS("c", "6") YEARS("d", "7") YEARS("e", "12"),
         DECIDED("  a: {exclude: withdrew}\n"), ""},
    };
    (void)state;
    CHECK_ALL(PROBLEM_OUTLYING_NUMBER, cases);
}

/* --- Differences ------------------------------------------------------------------------------ */

/* The places are in the criteria. Six of them count alike: each is a sixth, 16.66 %. */
static void criteria_that_decide_nothing_are_told(void **state)
{
    static const struct answers_case cases[] = {
        {"the same answer", VENDOR("a", "pci: yes, years: 1") VENDOR("b", "pci: yes, years: 2"),
         NULL,
         "6:7 `pci` scores all 2 vendors alike, with 100 points: 16.66 % of the total decides "
         "nothing\n"},
        {"the same points", VENDOR("a", "years: 10") VENDOR("b", "years: 20"), NULL,
         "7:7 `years` scores all 2 vendors alike, with 100 points: 16.66 % of the total decides "
         "nothing\n"},
        {"another answer", VENDOR("a", "pci: yes") VENDOR("b", "pci: no"), NULL, ""},
        /* Silence earns 0, as no does. */
        {"a silence beside yes", VENDOR("a", "pci: yes") VENDOR("b", ""), NULL, ""},
        {"a silence beside no", VENDOR("a", "pci: no") VENDOR("b", ""), NULL,
         "6:7 `pci` scores all 2 vendors alike, with 0 points: 16.66 % of the total decides "
         "nothing\n"},
        {"nobody has answered yet", VENDOR("a", "") VENDOR("b", ""), NULL, ""},
        {"one vendor", VENDOR("a", "pci: yes"), NULL, ""},
        {"one is left", VENDOR("a", "pci: yes") VENDOR("b", "pci: yes"),
         DECIDED("  b: {exclude: withdrew}\n"), ""},
    };
    (void)state;
    CHECK_ALL(PROBLEM_NO_DIFFERENCE, cases);
}

static void their_weight_is_summed_up(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_judge(&fixture, criteria,
                  VENDOR("a", "pci: yes, price: 9") VENDOR("b", "pci: yes, price: 8"));
    answers_told(&fixture, PROBLEM_NO_DIFFERENCE);
    assert_non_null(strstr(told_whole(&fixture.problems, &fixture.arena),
                           "together, 2 such criteria carry 33.33 % of the total\n"));
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vendors_that_leave_much_open_are_told),
        cmocka_unit_test(expired_evidence_is_told),
        cmocka_unit_test(copied_bids_are_told),
        cmocka_unit_test(the_same_yes_is_no_copy),
        cmocka_unit_test(copied_words_are_told),
        cmocka_unit_test(words_of_a_copied_bid_are_not_told_again),
        cmocka_unit_test(outlying_numbers_are_told),
        cmocka_unit_test(criteria_that_decide_nothing_are_told),
        cmocka_unit_test(their_weight_is_summed_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
