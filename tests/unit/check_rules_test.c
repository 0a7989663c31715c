/* What a careful reviewer would say of rules: conditions that are certain or stand twice, penalties
 * that count twice, knock-outs on trust, messages that show nothing; and that nothing is said of
 * the nearest rules that are sound. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/checked.h"

/* Lines 2 to 12. */
#define CRITERIA                                                                                   \
    "needs: {most: 20}\n"                                                                          \
    "categories:\n"                                                                                \
    "  a:\n"                                                                                       \
    "    criteria:\n"                                                                              \
    "      iso: {ask: q, type: yes_no}\n"                                                          \
    "      pci: {ask: q, type: yes_no, proof: yes}\n"                                              \
    "      tier: {ask: q, type: choice, score: {points: {silver: 50, gold: 100}}}\n"               \
    "      leave: {ask: q, type: number, range: [0, 100], score: {best: 10, worst: 60}}\n"         \
    "      cost: {type: number, computed: leave * 2, score: {best: 0, worst: 200}}\n"              \
    "      note: {ask: q, type: text}\n"                                                           \
    "rules:\n"

/* The condition stands in line 14, the message in line 16; what else belongs to the rule behind it.
 */
#define RULE(condition, severity, message, more)                                                   \
    CRITERIA "  r:\n    when: " condition "\n    severity: " severity "\n    message: " message    \
             "\n" more

#define WHEN(condition) RULE(condition, "note", "\"{leave}\"", "")

/* --- Conditions ------------------------------------------------------------------------------- */

static void conditions_that_never_hold_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"beyond the range", WHEN("leave > 100"), "14 leave > 100"},
        {"within the range", WHEN("leave > 99"), ""},
        {"one of two", WHEN("iso == no or leave > 100"), "14 leave > 100"},
        {"two that exclude each other", WHEN("leave > 50 and leave < 20"),
         "14 leave > 50 and leave < 20"},
        {"two that do not", WHEN("leave > 20 and leave < 50"), ""},
        {"without an answer", WHEN("1 > 2"), "14 1 > 2"},
        {"computed beyond its inputs", WHEN("cost > 200"), "14 cost > 200"},
        /* It is so for this buyer only. */
        {"by a need", WHEN("needs.most > 20 and iso"), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_NEVER_HOLDS, cases);
}

static void conditions_that_always_hold_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"the whole range", WHEN("leave >= 0"), "14 leave >= 0"},
        {"nearly the whole range", WHEN("leave > 0"), ""},
        {"all options", WHEN("tier in [silver, gold]"), "14 tier in [silver, gold]"},
        {"one option", WHEN("tier in [gold]"), ""},
        {"what never holds is another code", WHEN("leave > 100"), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_ALWAYS_HOLDS, cases);
}

static void a_certain_part_says_what_follows(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_link(&fixture, "shortlist-criteria: 1\n" WHEN("iso == no and leave > 100"));
    assert_string_equal(
        criteria_told(&fixture, PROBLEM_NEVER_HOLDS),
        "14:25 `leave > 100` can never hold, so the rule never fires [never-holds]\n"
        "9:44 note: what `leave` can be is stated here\n"
        "hint: compare with what can be answered, or take it out\n");
    fixture_release(&fixture);
}

#define TWO(first, second)                                                                         \
    WHEN(first)                                                                                    \
    "  s:\n"                                                                                       \
    "    when: " second "\n"                                                                       \
    "    severity: note\n"                                                                         \
    "    message: m\n"

static void conditions_that_stand_twice_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"word by word", TWO("leave > 40", "leave > 40"), "18 leave > 40"},
        {"in other words", TWO("iso and leave > 40", "40 < leave and not (iso == no)"),
         "18 40 < leave and not (iso == no)"},
        {"nearly", TWO("leave > 40", "leave >= 40"), ""},
        {"a need is not its value", TWO("leave > needs.most", "leave > 20"), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_SAME_CONDITION, cases);
}

static void the_first_of_equal_conditions_is_noted(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_link(&fixture,
                 "shortlist-criteria: 1\n" TWO("leave > 40", "leave > 40") "  t:\n"
                                                                           "    when: leave > 40\n"
                                                                           "    severity: note\n"
                                                                           "    message: m\n");
    const char *told = criteria_told(&fixture, PROBLEM_SAME_CONDITION);
    assert_non_null(strstr(told, "18:11 `s` fires whenever `r` does: their conditions say the same "
                                 "[same-condition]\n14:11 note: the other condition\n"));
    assert_non_null(strstr(told, "22:11 `t` fires whenever `r` does: their conditions say the same "
                                 "[same-condition]\n14:11 note: the other condition\n"));
    fixture_release(&fixture);
}

/* --- Penalties -------------------------------------------------------------------------------- */

#define PENALTY(condition) RULE(condition, "note", "\"{leave}\"", "    penalty: 5\n")

static void penalties_that_count_twice_are_told(void **state)
{
    static const struct checked_case cases[] = {
        /* From 10 (100 points) to 60 (none): 40 at 40. */
        {"less than half of the points are left", PENALTY("leave > 40"), "17 5"},
        {"more than half are left", PENALTY("leave > 30"), ""},
        {"without a penalty", WHEN("leave > 40"), ""},
        {"both have lost them", PENALTY("leave > 40 and not iso"), "17 5"},
        /* It is about two answers that do not go together. */
        {"one has lost them, another not", PENALTY("leave > 40 and iso"), ""},
        {"a text beside it", PENALTY("leave > 40 and note == \"x\""), ""},
        {"through what is computed", PENALTY("cost > 150"), "17 5"},
    };
    (void)state;
    CHECK_CASES(PROBLEM_COUNTS_TWICE, cases);
}

static void a_penalty_says_what_was_lost(void **state)
{
    struct fixture fixture;
    (void)state;
    fixture_link(&fixture, "shortlist-criteria: 1\n" PENALTY("leave > 40"));
    assert_non_null(
        strstr(criteria_told(&fixture, PROBLEM_COUNTS_TWICE),
               "this counts twice: where `r` fires, `leave` has lost its points already "
               "[counts-twice]\n9:54 note: `leave` earns at most 40 of 100 points then\n"));
    fixture_release(&fixture);
}

/* --- Knock-outs ------------------------------------------------------------------------------- */

#define KNOCKOUT(condition) RULE(condition, "knockout", "\"{leave}\"", "")

static void knockouts_on_trust_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"a word", KNOCKOUT("iso == no"), "14 iso"},
        {"a warning", RULE("iso == no", "warning", "m", ""), ""},
        {"proof", KNOCKOUT("pci == no"), ""},
        {"documents are asked for", KNOCKOUT("iso == no or not documented(iso)"), ""},
        {"two words", KNOCKOUT("iso == no and leave > 40"), "14 iso, 14 leave"},
        {"through what is computed", KNOCKOUT("cost > 150"), "14 cost"},
    };
    (void)state;
    CHECK_CASES(PROBLEM_UNPROVEN_KNOCKOUT, cases);
}

/* --- Messages --------------------------------------------------------------------------------- */

static void mute_messages_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"no value", RULE("leave > 40", "note", "Too many leave", ""), "16 Too many leave"},
        {"the value", RULE("leave > 40", "note", "\"{leave} %\"", ""), ""},
        {"another value", RULE("leave > 40", "note", "\"{iso}\"", ""), "16 \"{iso}\""},
        {"what is computed from it", RULE("leave > 40", "note", "\"{cost}\"", ""), ""},
        {"one of two", RULE("leave > 40 and iso", "note", "\"{iso}\"", ""), ""},
        {"the need", RULE("leave > needs.most", "note", "\"Over {needs.most}\"", ""), ""},
        {"the condition says the answer", RULE("iso == no", "note", "No certificate", ""), ""},
        {"there is none to show", RULE("not answered(leave)", "note", "Leave is open", ""), ""},
        {"a score", RULE("score(a) < 50", "note", "Weak", ""), "16 Weak"},
        {"a score that is shown", RULE("score(a) < 50", "note", "\"Weak: {score(a)}\"", ""), ""},
        {"no answer at all", RULE("needs.most > 9", "note", "m", ""), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_MUTE_MESSAGE, cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions_that_never_hold_are_told),
        cmocka_unit_test(conditions_that_always_hold_are_told),
        cmocka_unit_test(a_certain_part_says_what_follows),
        cmocka_unit_test(conditions_that_stand_twice_are_told),
        cmocka_unit_test(the_first_of_equal_conditions_is_noted),
        cmocka_unit_test(penalties_that_count_twice_are_told),
        cmocka_unit_test(a_penalty_says_what_was_lost),
        cmocka_unit_test(knockouts_on_trust_are_told),
        cmocka_unit_test(mute_messages_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
