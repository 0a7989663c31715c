/* Linking: names in forms, rules and ties; what a buyer does not need is dropped. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fixture.h"

#define CRITERIA(needs, criterion, rest)                                                           \
    "shortlist-criteria: 1\nneeds: {" needs "}\ncategories:\n  c:\n    criteria:\n"                \
    "      base: {ask: q, type: yes_no}\n"                                                         \
    "      remarks: {ask: q, type: text}\n"                                                        \
    "      x: {ask: q, " criterion "}\n" rest

/* The messages of all problems, each behind its line and column. */
static struct text told(struct fixture *fixture)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    problems_sort(&fixture->problems);
    for (size_t p = 0; p < fixture->problems.count; p++) {
        const struct problem *problem = &fixture->problems.items[p];
        buffer_format(&buffer, "%u:%u %s %.*s\n", problem->place.line, problem->place.column,
                      problem_code_name(problem->code), TEXT_ARG(problem->message));
    }
    return buffer_text(&buffer);
}

static void test_problems(void **state)
{
    (void)state;
    static const struct {
        const char *criteria;
        const char *problems;
    } cases[] = {
        {CRITERIA("a: [p]", "type: set, options: [p, q], score: {share_of: needs.a}", ""), ""},
        {CRITERIA("a: [p, r]", "type: set, options: [p, q], score: {share_of: needs.a}", ""),
         "2:16 unknown-option `r` is not an option of `x`\n"},
        {CRITERIA("a: [p]", "type: set, options: [p, q], score: {share_of: needs.b}", ""),
         "8:65 unknown-name unknown need `b`\n"},
        {CRITERIA("a: 1", "type: set, options: [p, q], score: {share_of: needs.a}", ""),
         "8:65 rule-type needs.a is a number, where a list of words is needed\n"},
        {CRITERIA("a: 1", "type: number, score: {best: needs.a, worst: 9}", ""), ""},
        {CRITERIA("a: yes", "type: number, score: {best: needs.a, worst: 9}", ""),
         "8:47 rule-type needs.a is yes or no, where a number is needed\n"},
        {CRITERIA("a: 0", "type: yes_no, when: needs.a > 0", ""), ""},
        {CRITERIA("a: 0", "type: yes_no, when: 1 / needs.a > 0", ""),
         "8:39 rule-unknown `when` of `x` has no value for these needs\n"},
        {CRITERIA("a: 0", "type: yes_no", "ties: [c, x]\n"), ""},
        {CRITERIA("a: 0", "type: yes_no", "ties: [bose]\n"),
         "9:8 unknown-name unknown category or criterion `bose`\n"},
        {CRITERIA("a: 0", "type: yes_no", "ties: [remarks]\n"),
         "9:8 bad-form `remarks` is a text, which has no points to break a tie by\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_link(&fixture, cases[i].criteria);
        print_message("%s\n", cases[i].criteria);
        assert_text(told(&fixture), cases[i].problems);
        fixture_release(&fixture);
    }
}

static void test_dropping(void **state)
{
    (void)state;
    static const char criteria[] =
        "shortlist-criteria: 1\nneeds: {health: no, cards: yes}\ncategories:\n"
        "  a:\n    criteria:\n"
        "      hipaa: {ask: q, type: yes_no, when: needs.health}\n"
        "      pci: {ask: q, type: yes_no, when: needs.cards}\n"
        "  b:\n    criteria:\n"
        "      hitrust: {ask: q, type: yes_no, when: needs.health == yes}\n";
    struct fixture fixture;
    fixture_link(&fixture, criteria);
    assert_int_equal(fixture.problems.count, 0);
    assert_true(fixture.inputs.criteria.criteria[0].dropped);
    assert_false(fixture.inputs.criteria.criteria[1].dropped);
    assert_false(fixture.inputs.criteria.categories[0].dropped);
    assert_true(fixture.inputs.criteria.categories[1].dropped);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_dropping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
