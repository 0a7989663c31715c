/* What a careful reviewer would say of weights, score forms, needs, reasons and profiles; and that
 * nothing is said of the nearest criteria that are sound. Lines are counted in the file, whose
 * first line says its kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/checked.h"

#define YES_NO "{ask: q, type: yes_no"

/* --- Weights ---------------------------------------------------------------------------------- */

static void tiny_weights_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"1 of 101",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      big: " YES_NO ", weight: 100}\n"
         "      small: " YES_NO ", weight: 1}\n",
         "6 1"},
        {"1 of 100",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      big: " YES_NO ", weight: 99}\n"
         "      small: " YES_NO "}\n",
         ""},
        {"a default weight is told at the id, and once a category",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      big: " YES_NO ", weight: 500}\n"
         "      small: " YES_NO "}\n"
         "      tiny: " YES_NO "}\n",
         "6 small"},
        {"what only informs has no weight",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      big: " YES_NO ", weight: 500}\n"
         "      small: " YES_NO ", weight: 0}\n",
         ""},
        {"a category of 1 in 201, without its criteria",
         "categories:\n"
         "  a:\n"
         "    weight: 200\n"
         "    criteria: {x: " YES_NO "}}\n"
         "  b:\n"
         "    weight: 1\n"
         "    criteria: {y: " YES_NO "}}\n",
         "7 1"},
        {"what this buyer drops has no share",
         "needs: {n: no}\n"
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      big: " YES_NO ", weight: 500}\n"
         "      small: " YES_NO ", when: needs.n}\n",
         ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_TINY_WEIGHT, cases);
}

static void the_share_is_of_the_total(void **state)
{
    struct fixture fixture;
    (void)state;
    /* 10 of 100, and of that 1 of 16: 0.625 %, shown as 0.62. */
    fixture_link(&fixture, "shortlist-criteria: 1\n"
                           "categories:\n"
                           "  a:\n"
                           "    weight: 90\n"
                           "    criteria: {x: " YES_NO "}}\n"
                           "  b:\n"
                           "    weight: 10\n"
                           "    criteria:\n"
                           "      big: " YES_NO ", weight: 15}\n"
                           "      small: " YES_NO "}\n");
    assert_non_null(strstr(criteria_told(&fixture, PROBLEM_TINY_WEIGHT),
                           "10:7 `small` carries under 1 % of the total: 0.62 % [tiny-weight]\n"));
    fixture_release(&fixture);
}

static void a_dominant_criterion_is_told(void **state)
{
    static const struct checked_case cases[] = {
        {"51 of 100",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      x: " YES_NO ", weight: 51}\n"
         "      y: " YES_NO ", weight: 49}\n",
         "5 51"},
        {"a half",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      x: " YES_NO ", weight: 50}\n"
         "      y: " YES_NO ", weight: 50}\n",
         ""},
        {"heavy in a light category",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      x: " YES_NO ", weight: 51}\n"
         "      y: " YES_NO ", weight: 49}\n"
         "  b: {criteria: {z: " YES_NO "}}}\n",
         ""},
        {"the only one", "categories: {a: {criteria: {x: " YES_NO "}}}}\n", ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_DOMINANT_CRITERION, cases);
}

/* --- Score forms ------------------------------------------------------------------------------ */

#define ONE(criterion)                                                                             \
    "categories:\n"                                                                                \
    "  a:\n"                                                                                       \
    "    criteria:\n"                                                                              \
    "      x: {ask: q, " criterion "}\n"

/* The same beside one that counts: else the weights would all be zero. */
#define ONE_OF_TWO(criterion) ONE(criterion) "      other: " YES_NO "}\n"

static void equal_points_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"yes or no", ONE("type: yes_no, score: {points: {yes: 50, no: 50}}"), "5 score"},
        {"yes rather than no", ONE("type: yes_no, score: {points: {yes: 51, no: 50}}"), ""},
        {"it only informs",
         ONE_OF_TWO("type: yes_no, weight: 0, score: {points: {yes: 50, no: 50}}"), ""},
        {"a flat curve", ONE("type: number, score: {curve: {0: 40, 9: 40}}"), "5 score"},
        {"flat where answers lie", ONE("type: number, range: [5, 9], score: {best: 4, worst: 0}"),
         "5 score"},
        {"one answer beyond the best",
         ONE("type: number, range: [3, 9], score: {best: 4, worst: 0}"), ""},
        {"steps that are all reached",
         ONE("type: number, range: [5, 9], score: {steps: {1: 10, 5: 70}}"), "5 score"},
        {"nothing is needed",
         "needs: {n: []}\n" ONE("type: set, options: [u, v], score: {share_of: needs.n}"),
         "6 score"},
        {"something is needed",
         "needs: {n: [u]}\n" ONE("type: set, options: [u, v], score: {share_of: needs.n}"), ""},
        {"evidence makes the difference",
         "evidence: {claimed: 0.5, documented: 1, verified: 1, expired: 0}\n" ONE(
             "type: yes_no, proof: yes, score: {points: {yes: 50, no: 50}}"),
         ""},
        {"evidence of nothing",
         "evidence: {claimed: 0.5, documented: 1, verified: 1, expired: 0}\n" ONE(
             "type: yes_no, proof: yes, score: {points: {yes: 0, no: 0}}"),
         "6 score"},
    };
    (void)state;
    CHECK_CASES(PROBLEM_EQUAL_POINTS, cases);
}

static void knots_out_of_range_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"above and below",
         ONE("type: number, range: [0, 9], score: {curve: {-1: 0, 4: 50, 10: 100}}"), "5 -1, 5 10"},
        {"at both ends", ONE("type: number, range: [0, 9], score: {curve: {0: 0, 4: 50, 9: 100}}"),
         ""},
        {"without a range", ONE("type: number, score: {curve: {-1: 0, 10: 100}}"), ""},
        {"outside a scale", ONE("type: rating, scale: [1, 5], score: {curve: {0: 0, 5: 100}}"),
         "5 0"},
        {"a default form", ONE("type: rating, scale: [1, 5]"), ""},
        /* From 5 on the answers stand on the first step until the second. */
        {"a step below the range",
         ONE("type: number, range: [5, 9], score: {steps: {1: 10, 7: 70}}"), ""},
        {"a step below another that all reach",
         ONE("type: number, range: [5, 9], score: {steps: {1: 10, 5: 70, 7: 80}}"), "5 1"},
        {"a step above the range",
         ONE("type: number, range: [5, 9], score: {steps: {6: 10, 10: 70}}"), "5 10"},
        {"days", ONE("type: date, score: {curve: {-9: 0, 9: 100}}"), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_UNREACHABLE_KNOT, cases);
}

static void options_without_points_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"one is left out", ONE("type: set, options: [u, v, w], score: {points: {u: 60, w: 40}}"),
         "5 v"},
        {"none earns by silence",
         ONE("type: set, options: [u, v, w], score: {points: {u: 60, v: 0, w: 40}}"), ""},
        {"the points name the options", ONE("type: set, score: {points: {u: 60, w: 40}}"), ""},
        {"a share", ONE("type: set, options: [u, v], score: {share_of: [u]}"), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_OPTION_WITHOUT_POINTS, cases);
}

static void forms_that_depend_on_bids_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"the lowest", ONE("type: number, score: {best: lowest, worst: 20}"), "5 lowest"},
        {"the highest", ONE("type: number, score: {best: 8, worst: highest}"), "5 highest"},
        {"a formula", ONE("type: number, score: {formula: 100 * lowest(x) / x}"),
         "5 100 * lowest(x) / x"},
        {"numbers", ONE("type: number, score: {best: 8, worst: 20}"), ""},
        {"needs",
         "needs: {budget: 15}\n" ONE("type: number, score: {formula: 100 * needs.budget / x}"), ""},
        {"it only informs", ONE_OF_TWO("type: number, weight: 0, score: {best: lowest, worst: 20}"),
         ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_DEPENDS_ON_BIDS, cases);
}

static void rewarded_silence_is_told(void **state)
{
    static const struct checked_case cases[] = {
        {"of a criterion", ONE("type: yes_no, missing: exclude"), "5 exclude"},
        {"of a criterion that counts as zero", ONE("type: yes_no, missing: zero"), ""},
        {"of the file", "missing: exclude\n" ONE("type: yes_no"), "2 exclude"},
        {"of the file, outranked", "missing: exclude\n" ONE("type: yes_no, missing: zero"), ""},
        {"the buyer's silence", ONE("type: rating, missing: exclude"), ""},
        {"it only informs", ONE_OF_TWO("type: yes_no, weight: 0, missing: exclude"), ""},
        {"what is computed from silence",
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      x: {ask: q, type: number, weight: 0, score: {best: 0, worst: 9}}\n"
         "      y: {type: number, computed: x * 2, missing: exclude, score: {best: 0, worst: 9}}\n",
         "6 exclude"},
    };
    (void)state;
    CHECK_CASES(PROBLEM_REWARDS_SILENCE, cases);
}

/* --- Needs ------------------------------------------------------------------------------------ */

static void unused_needs_are_told(void **state)
{
    static const struct checked_case cases[] = {
        {"nothing uses it", "needs: {n: 1}\n" ONE("type: yes_no"), "2 n"},
        {"a rule does",
         "needs: {n: 1}\n" ONE("type: rating") "rules:\n"
                                               "  r:\n"
                                               "    when: x < needs.n\n"
                                               "    severity: note\n"
                                               "    message: m\n",
         ""},
        {"a message does",
         "needs: {n: 1}\n" ONE("type: rating") "rules:\n"
                                               "  r:\n"
                                               "    when: x < 1\n"
                                               "    severity: note\n"
                                               "    message: \"{needs.n}\"\n",
         ""},
        {"`when` does", "needs: {n: no}\n" ONE("type: yes_no, when: needs.n"), ""},
        {"a formula does", "needs: {n: 1}\n" ONE("type: rating, score: {formula: x * needs.n}"),
         ""},
        {"an end does", "needs: {n: 1}\n" ONE("type: number, score: {best: needs.n, worst: 0}"),
         ""},
        {"a share does",
         "needs: {n: [u]}\n" ONE("type: set, options: [u], score: {share_of: needs.n}"), ""},
        {"what is computed does",
         "needs: {n: 1}\n"
         "categories:\n"
         "  a:\n"
         "    criteria:\n"
         "      x: {ask: q, type: number, score: {best: 0, worst: 9}}\n"
         "      y: {type: number, computed: x * needs.n, score: {best: 0, "
         "worst: 9}}\n",
         ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_UNUSED_NEED, cases);
}

/* --- Reasons ---------------------------------------------------------------------------------- */

#define THREE(x, y, z)                                                                             \
    "categories:\n"                                                                                \
    "  a:\n"                                                                                       \
    "    criteria:\n"                                                                              \
    "      x: {ask: q, type: yes_no" x "}\n"                                                       \
    "      y: {ask: q, type: yes_no" y "}\n"                                                       \
    "      z: {ask: q, type: yes_no" z "}\n"

static void missing_reasons_are_told(void **state)
{
    static const struct checked_case whys[] = {
        {"two of three", THREE(", why: w", "", ", why: w"), "6 y"},
        {"one of three", THREE(", why: w", "", ""), ""},
        {"none", THREE("", "", ""), ""},
        {"all", THREE(", why: w", ", why: w", ", why: w"), ""},
        {"sources are no reasons", THREE(", source: s", "", ", source: s"), ""},
    };
    static const struct checked_case sources[] = {
        {"two of three", THREE(", source: s", "", ", source: s"), "6 y"},
        {"one of three", THREE(", source: s", "", ""), ""},
    };
    (void)state;
    CHECK_CASES(PROBLEM_NO_WHY, whys);
    CHECK_CASES(PROBLEM_NO_SOURCE, sources);
}

/* --- Profiles --------------------------------------------------------------------------------- */

struct profile_case {
    const char *total; /* of the weights, or nothing */
    const char *changed[2];
    bool told;
};

static void profiles_that_shift_shares_are_told(void **state)
{
    static const struct profile_case cases[] = {
        {"", {"a", NULL}, true},
        {"", {"a", "a"}, true},
        {"", {"a", "b"}, false}, /* nothing else can shift */
        {"", {"x", NULL}, false},
        {"", {"a.x", NULL}, false},
        {"weights_total: 2\n", {"a", NULL}, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct weight_change changes[2];
        struct profile profile = {.weights = {changes, 0}};
        struct arena arena = {0};
        fixture_link(&fixture, text_format(&arena,
                                           "shortlist-criteria: 1\n%scategories:\n"
                                           "  a: {criteria: {x: " YES_NO "}}}\n"
                                           "  b: {criteria: {y: " YES_NO "}}}\n",
                                           cases[i].total)
                                   .ptr);
        for (size_t c = 0; c < 2 && cases[i].changed[c] != NULL; c++) {
            struct place place = {.source = fixture.inputs.criteria.file, .line = 4, .column = 1};
            changes[profile.weights.count++] =
                (struct weight_change){{text_from(cases[i].changed[c]), place}, {3, place}};
        }
        check_criteria(&(struct check_subject){.criteria = &fixture.inputs.criteria,
                                               .profiles = &profile,
                                               .profile_count = 1},
                       &fixture.problems);
        bool told = false;
        for (size_t p = 0; p < fixture.problems.count; p++)
            told = told || fixture.problems.items[p].code == PROBLEM_SHIFTED_SHARES;
        assert_int_equal(told, cases[i].told);
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tiny_weights_are_told),
        cmocka_unit_test(the_share_is_of_the_total),
        cmocka_unit_test(a_dominant_criterion_is_told),
        cmocka_unit_test(equal_points_are_told),
        cmocka_unit_test(knots_out_of_range_are_told),
        cmocka_unit_test(options_without_points_are_told),
        cmocka_unit_test(forms_that_depend_on_bids_are_told),
        cmocka_unit_test(rewarded_silence_is_told),
        cmocka_unit_test(unused_needs_are_told),
        cmocka_unit_test(missing_reasons_are_told),
        cmocka_unit_test(profiles_that_shift_shares_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
