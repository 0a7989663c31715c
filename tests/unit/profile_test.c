/* Profiles and options merged into criteria: needs, weights, evidence, and the rescaling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/readers.h"
#include "support/told.h"

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "%s"
    "needs:\n"
    "  hours: 40\n"
    "  phone: yes\n"
    "  start: 2026-12-01\n"
    "  site: Berlin\n"
    "  grade: {options: [gold, silver], value: gold}\n"
    "  channels: [voice, email]\n"
    "  classes: {options: [pii, phi], value: [pii]}\n"
    "categories:\n"
    "  a: {weight: 50, criteria: {ax: {ask: q, type: yes_no},\n"
    "    at: {ask: q, type: text}}}\n"
    "  b: {weight: 30, criteria: {bx: {ask: q, type: yes_no}}}\n"
    "  c: {title: Terms of trade, weight: 20, criteria: {cx: {ask: q,\n"
    "    type: yes_no}}}\n";

struct merged {
    struct arena arena;
    struct problems problems;
    char yaml[1000];
    struct source criteria_source;
    struct source profile_source;
    struct source options[2];
    struct criteria criteria;
};

/* `need` and `weight` are options on the command line, or NULL. */
static void merge_all(struct merged *merged, const char *top, const char *profile_yaml,
                      const char *need, const char *weight)
{
    struct merge merge;
    struct profile profile = {0};
    memset(merged, 0, sizeof *merged);
    (void)snprintf(merged->yaml, sizeof merged->yaml, criteria_yaml, top);
    merged->criteria_source = source_of(merged->yaml);
    merged->profile_source = source_of(profile_yaml);
    assert_true(read_criteria(&merged->criteria_source, &merged->arena, &merged->criteria,
                              &merged->problems));
    read_profile(&merged->profile_source, &merged->arena, &profile, &merged->problems);
    assert_int_equal(merged->problems.totals[PROBLEM_ERROR], 0);
    merge_begin(&merge, &merged->criteria, &merged->arena);
    merge_profile(&merge, &profile, &merged->problems);
    if (need != NULL) {
        merged->options[0] = source_of(need);
        merge_need_option(&merge, &merged->options[0], &merged->problems);
    }
    if (weight != NULL) {
        merged->options[1] = source_of(weight);
        merge_weight_option(&merge, &merged->options[1], &merged->problems);
    }
    merge_finish(&merge, &merged->problems);
}

static void release(struct merged *merged)
{
    problems_release(&merged->problems);
    arena_release(&merged->arena);
}

#define PROFILE "shortlist-profile: 1\n"
#define TOTAL "weights_total: 100\n"

/* --- Needs -------------------------------------------------------------------------------- */

static void test_replaced_needs(void **state)
{
    (void)state;
    struct merged merged;
    merge_all(&merged, "",
              PROFILE "needs: {hours: 168, phone: no, start: 2027-01-01, site: 24, grade: silver,\n"
                      "  channels: [chat, chat, voice], classes: {options: [phi, pii], value: "
                      "[phi]}}\n",
              NULL, NULL);
    assert_string_equal(told_whole(&merged.problems, &merged.arena), "");
    const struct criteria *criteria = &merged.criteria;
    const struct need *hours = criteria_need(criteria, TEXT("hours"));
    assert_true(hours->number == 168);
    assert_true(hours->replaced);
    assert_ptr_equal(hours->place.source, &merged.profile_source);
    assert_ptr_equal(hours->id.place.source, &merged.criteria_source);
    assert_false(criteria_need(criteria, TEXT("phone"))->truth);
    /* date -d 2027-01-01 +%s / 86400 */
    assert_int_equal(criteria_need(criteria, TEXT("start"))->day, 20819);
    const struct need *site = criteria_need(criteria, TEXT("site"));
    assert_int_equal(site->type, NEED_TEXT);
    assert_true(text_equal(site->text, TEXT("24")));
    assert_true(text_equal(criteria_need(criteria, TEXT("grade"))->text, TEXT("silver")));
    const struct need *channels = criteria_need(criteria, TEXT("channels"));
    assert_int_equal(channels->words.count, 2);
    assert_true(text_equal(channels->words.items[0].text, TEXT("chat")));
    const struct need *classes = criteria_need(criteria, TEXT("classes"));
    assert_int_equal(classes->options.count, 2);
    assert_true(text_equal(classes->options.items[0].id, TEXT("pii")));
    assert_true(text_equal(classes->words.items[0].text, TEXT("phi")));
    release(&merged);
}

struct example {
    const char *given;
    const char *problems;
};

static void test_refused_needs(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"hour: 1", "2:9 the criteria have no need `hour` [unknown-name]\n"
                    "hint: did you mean `hours`?\n"},
        {"hours: yes", "2:16 the need `hours` is a number, not yes or no [need-type]\n"
                       "3:3 note: the need is declared here\n"},
        {"channels: voice", "2:19 the need `channels` is a list of words, not a text [need-type]\n"
                            "hint: write a list: [voice]\n"
                            "8:3 note: the need is declared here\n"},
        {"site: [a]", "2:15 the need `site` is a text, not a list of words [need-type]\n"
                      "6:3 note: the need is declared here\n"},
        {"grade: glod", "2:16 `glod` is not an option of the need `grade` [unknown-option]\n"
                        "hint: did you mean `gold`?\n"},
        {"classes: [pii, pci]",
         "2:24 `pci` is not an option of the need `classes` [unknown-option]\n"
         "hint: did you mean `pii`?\n"},
        {"classes: {options: [pii], value: [pii]}",
         "2:28 the options of the need `classes` cannot be changed [need-type]\n"
         "hint: leave `options` out and write the value alone\n"
         "9:3 note: the need is declared here\n"},
        {"hours: 84 hours", "2:16 the need `hours` is a number, not `84 hours` [need-type]\n"
                            "hint: a need has no unit: write 84\n"
                            "3:3 note: the need is declared here\n"},
        {"hours: 24/7", "2:16 the need `hours` is a number, not a text [need-type]\n"
                        "3:3 note: the need is declared here\n"},
        {"hours: '1,5'",
         "2:16 `1,5` is not written as a decimal number [bad-number]\n"
         "hint: write 1.5 for a fraction, and 1500 without a sign between thousands\n"
         "3:3 note: the need is declared here\n"},
        {"start: 2027-02-29", "2:16 `2027-02-29` is not in the calendar [bad-date]\n"
                              "5:3 note: the need is declared here\n"},
        {"nothing_like_it: 017",
         "2:9 the criteria have no need `nothing_like_it` [unknown-name]\n"},
        {"grade: platinum",
         "2:16 `platinum` is not an option of the need `grade` [unknown-option]\n"
         "hint: the options are gold, silver\n"},
        {"site: 017", ""},
        {"hours: {options: [a], value: a}",
         "2:38 the need `hours` is a number, not a text [need-type]\n"
         "3:3 note: the need is declared here\n"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct merged merged;
        char yaml[200];
        (void)snprintf(yaml, sizeof yaml, PROFILE "needs: {%s}\n", examples[i].given);
        merge_all(&merged, "", yaml, NULL, NULL);
        assert_string_equal(told_whole(&merged.problems, &merged.arena), examples[i].problems);
        assert_true(criteria_need(&merged.criteria, TEXT("hours"))->number == 40);
        release(&merged);
    }
}

static void test_needs_by_option(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"hours=12.5", ""},
        {"hours = 12.5", ""},
        {"hours=1,5", "1:7 bad-number\n"},
        {"hours=many", "1:7 need-type\n"},
        {"hours=", "1:7 wrong-type\n"},
        {"phone=NO", ""},
        {"start=2027-02-29", "1:7 bad-date\n"},
        {"site=1,5", ""},
        {"channels=", ""},
        {"channels=a, b", ""},
        {"channels=[]", ""},
        {"channels = [a, b] ", ""},
        {"classes=[phi]", ""},
        {"classes=[phi", "1:9 unknown-option\n"},
        {"hours=[1]", "1:7 need-type\n"},
        {"classes=phi", ""},
        {"classes=phi,x", "1:13 unknown-option\n"},
        {"hour=1", "1:1 unknown-name\n"},
        {"hours", "1:1 wrong-type\n"},
        {"", "1:1 wrong-type\n"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct merged merged;
        merge_all(&merged, "", PROFILE, examples[i].given, NULL);
        assert_string_equal(told(&merged.problems, &merged.arena), examples[i].problems);
        release(&merged);
    }
}

static void test_lists_by_option(void **state)
{
    (void)state;
    static const struct {
        const char *given;
        size_t count;
        const char *last;
    } examples[] = {
        {"channels=", 0, NULL},   {"channels=[]", 0, NULL},    {"channels= [ ] ", 0, NULL},
        {"channels=a,b", 2, "b"}, {"channels=[a, b]", 2, "b"}, {"channels=a]", 1, "a]"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct merged merged;
        merge_all(&merged, "", PROFILE, examples[i].given, NULL);
        assert_string_equal(told(&merged.problems, &merged.arena), "");
        const struct words *words = &criteria_need(&merged.criteria, TEXT("channels"))->words;
        assert_int_equal(words->count, examples[i].count);
        if (words->count > 0)
            assert_true(
                text_equal(words->items[words->count - 1].text, text_from(examples[i].last)));
        release(&merged);
    }
}

static void test_an_option_outranks_a_profile(void **state)
{
    (void)state;
    struct merged merged;
    merge_all(&merged, "", PROFILE "needs: {channels: [fax]}\n", "channels= a,,b ,a", NULL);
    const struct words *words = &criteria_need(&merged.criteria, TEXT("channels"))->words;
    assert_int_equal(words->count, 2);
    assert_true(text_equal(words->items[1].text, TEXT("b")));
    assert_int_equal(words->items[1].place.column, 14);
    release(&merged);
}

/* --- Weights ------------------------------------------------------------------------------ */

static void test_weights(void **state)
{
    (void)state;
    static const struct {
        const char *top;
        const char *profile;
        const char *option;
        double a, b, c;
        const char *problems;
    } cases[] = {
        {TOTAL, PROFILE, NULL, 50, 30, 20, ""},
        {"", PROFILE "weights: {a: 10}\n", NULL, 10, 30, 20, ""},
        /* 90 is left for b and c in the proportion 30 to 20. */
        {TOTAL, PROFILE "weights: {a: 10}\n", NULL, 10, 54, 36, ""},
        {TOTAL, PROFILE "weights: {a: 10}\n", "a=60", 60, 24, 16, ""},
        {TOTAL, PROFILE "weights: {a: 10}\n", "b=20", 10, 20, 70, ""},
        {TOTAL, PROFILE "weights: {a: 100}\n", NULL, 100, 0, 0, ""},
        {TOTAL, PROFILE "weights: {a: 101}\n", NULL, 101, 30, 20, "2:14 bad-weights\n"},
        {TOTAL, PROFILE "weights: {a: 60}\n", "b=50", 60, 50, 20, "1:3 bad-weights\n"},
        {TOTAL, PROFILE "weights: {a: 50, b: 30, c: 20}\n", NULL, 50, 30, 20, ""},
        {TOTAL, PROFILE "weights: {a: 50, b: 30, c: 19}\n", NULL, 50, 30, 19, "2:28 bad-weights\n"},
        {"", PROFILE "weights: {a: 0, b: 0, c: 0}\n", NULL, 0, 0, 0, "2:26 bad-weights\n"},
        {"", PROFILE "weights: {ax: 0, b: 0, c: 0}\n", NULL, 50, 0, 0, "2:27 bad-weights\n"},
        {TOTAL, PROFILE "weights: {ax: 3, b.bx: 4}\n", NULL, 50, 30, 20, ""},
        {TOTAL, PROFILE, "a=-1", 50, 30, 20, "1:3 out-of-range\n"},
        {TOTAL, PROFILE, "a=much", 50, 30, 20, "1:3 bad-number\n"},
        {TOTAL, PROFILE, "a", 50, 30, 20, "1:1 wrong-type\n"},
        {TOTAL, PROFILE, "d=1", 50, 30, 20, "1:1 unknown-name\n"},
        {TOTAL, PROFILE, "a.bx=1", 50, 30, 20, "1:1 unknown-name\n"},
        {TOTAL, PROFILE, "d.bx=1", 50, 30, 20, "1:1 unknown-name\n"},
        {TOTAL, PROFILE, "a.q=1", 50, 30, 20, "1:1 unknown-name\n"},
        {TOTAL, PROFILE, "at=1", 50, 30, 20, "1:1 bad-weights\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct merged merged;
        merge_all(&merged, cases[i].top, cases[i].profile, NULL, cases[i].option);
        assert_string_equal(told(&merged.problems, &merged.arena), cases[i].problems);
        const struct category *categories = merged.criteria.categories;
        assert_true(number_equal(categories[0].weight.value, cases[i].a));
        assert_true(number_equal(categories[1].weight.value, cases[i].b));
        assert_true(number_equal(categories[2].weight.value, cases[i].c));
        release(&merged);
    }
}

static void test_unknown_weights(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"b.q=1", "1:1 `q` is not a criterion [unknown-name]\n"},
        {"bxx=1", "1:1 `bxx` is neither a category nor a criterion [unknown-name]\n"
                  "hint: did you mean `bx`?\n"},
        {"Terms of trade=1", "1:1 `Terms of trade` is neither a category nor a criterion "
                             "[unknown-name]\nhint: did you mean `c`?\n"},
        {"terms and trade=1", "1:1 `terms and trade` is neither a category nor a criterion "
                              "[unknown-name]\nhint: did you mean `c`?\n"},
        {"everything=1", "1:1 `everything` is neither a category nor a criterion [unknown-name]\n"
                         "hint: the categories are a, b, c\n"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct merged merged;
        merge_all(&merged, "", PROFILE, NULL, examples[i].given);
        assert_string_equal(told_whole(&merged.problems, &merged.arena), examples[i].problems);
        release(&merged);
    }
}

static void test_weights_of_criteria(void **state)
{
    (void)state;
    struct merged merged;
    merge_all(&merged, TOTAL, PROFILE "weights: {ax: 3, b.bx: 4}\n", NULL, "cx=0.5");
    assert_true(criteria_criterion(&merged.criteria, TEXT("ax"))->weight.value == 3);
    assert_true(criteria_criterion(&merged.criteria, TEXT("bx"))->weight.value == 4);
    assert_true(criteria_criterion(&merged.criteria, TEXT("cx"))->weight.value == 0.5);
    release(&merged);
}

/* --- Evidence ----------------------------------------------------------------------------- */

static void test_evidence(void **state)
{
    (void)state;
    struct merged merged;
    merge_all(&merged, "", PROFILE "evidence: {claimed: 0.5}\n", NULL, NULL);
    assert_true(merged.criteria.evidence.place.line != 0);
    assert_true(merged.criteria.evidence.claimed.value == 0.5);
    assert_true(merged.criteria.evidence.expired.value == 1);
    release(&merged);
    merge_all(&merged, "evidence: {claimed: 0.8, documented: 0.9, verified: 1, expired: 0}\n",
              PROFILE "evidence: {claimed: 0.5}\n", NULL, NULL);
    assert_true(merged.criteria.evidence.claimed.value == 0.5);
    assert_true(merged.criteria.evidence.documented.value == 0.9);
    assert_true(merged.criteria.evidence.expired.value == 0);
    release(&merged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replaced_needs),
        cmocka_unit_test(test_refused_needs),
        cmocka_unit_test(test_needs_by_option),
        cmocka_unit_test(test_lists_by_option),
        cmocka_unit_test(test_an_option_outranks_a_profile),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_weights_of_criteria),
        cmocka_unit_test(test_unknown_weights),
        cmocka_unit_test(test_evidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
