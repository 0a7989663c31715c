/* What raters and decisions make of the vendors' words, cell by cell. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/settle.h"
#include "support/fixture.h"

/* A criterion of each kind: what raters judge, facts that they find, and vendors' answers. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
    "categories:\n  c:\n    weight: 1\n    criteria:\n"
    "      tone: {ask: q, type: rating}\n"
    "      depth: {ask: q, type: rating, scale: [1, 11]}\n"
    "      hours: {ask: q, type: number, unit: h, by: buyer, score: {best: 0, worst: 48}}\n"
    "      seen: {ask: q, type: set, options: [hall, kitchen], by: buyer,"
    " score: {points: {hall: 50, kitchen: 50}}}\n"
    "      visited: {ask: q, type: date, by: buyer, weight: 0, score: {curve: {-9: 0, 0: 100}}}\n"
    "      remark: {ask: q, type: text, by: buyer}\n"
    "      leavers: {ask: q, type: number, unit: \"%\", range: [0, 100],"
    " score: {best: 0, worst: 100}}\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      model: {ask: q, type: choice, options: {hour: By the hour, case: A case},"
    " score: {points: {hour: 1, case: 2}}}\n"
    "      story: {ask: q, type: text}\n";

enum { RATERS = 3 };

/* One criterion of the vendor `v`: what everyone says of it, and what comes of it. */
struct settled {
    const char *criterion;
    const char *answer;          /* of the vendor; NULL: none */
    const char *ratings[RATERS]; /* of ana, ben and cem; NULL: none */
    const char *decision;        /* or NULL */
    const char *counts;          /* the answer that counts, in words */
    enum evidence_level evidence;
    bool contested;
    const char *before; /* what the decision replaced */
};

static void write_case(const struct settled *settled, char answers[512], char ratings[RATERS][512],
                       char decisions[512])
{
    static const char *const names[RATERS] = {"ana", "ben", "cem"};
    snprintf(answers, 512, "shortlist-answers: 1\nid: v\nanswers: {%s%s%s}\n",
             settled->answer == NULL ? "" : settled->criterion, settled->answer == NULL ? "" : ": ",
             settled->answer == NULL ? "" : settled->answer);
    for (size_t r = 0; r < RATERS; r++) {
        const char *rating = settled->ratings[r];
        snprintf(ratings[r], 512, "shortlist-ratings: 1\nrater: %s\nratings: {v: {%s: %s}}\n",
                 names[r], settled->criterion, rating == NULL ? "~" : rating);
    }
    snprintf(decisions, 512, "shortlist-decisions: 1\ndecisions: {v: {answers: {%s: {%s}}}}\n",
             settled->criterion, settled->decision == NULL ? "" : settled->decision);
}

static void judge_case(struct fixture *fixture, const struct settled *settled)
{
    char answers[512];
    char ratings[RATERS][512];
    char decisions[512];
    write_case(settled, answers, ratings, decisions);
    /* Files in another order than the names. */
    const char *files[] = {ratings[2], ratings[0], ratings[1], NULL};
    fixture_judge_panel(fixture, criteria, answers, files,
                        settled->decision == NULL ? NULL : decisions);
}

static void check(const struct settled *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture;
        const struct settled *settled = &cases[i];
        print_message("case %zu: %s\n", i, settled->criterion);
        judge_case(&fixture, settled);
        uint32_t position = fixture_criterion(&fixture, settled->criterion);
        const struct criterion *criterion = &fixture.inputs.criteria.criteria[position];
        struct cell cell = answers_cell(&fixture.inputs.answers, 0, position);
        assert_text(cell_text(criterion, &cell, &fixture.arena), settled->counts);
        assert_int_equal(mark_evidence(cell.mark), settled->evidence);
        assert_int_equal((cell.mark & MARK_CONTESTED) != 0, settled->contested);
        if (settled->before != NULL) {
            const struct decision *decision = &fixture.inputs.decisions.items[0];
            assert_text(cell_text(criterion, &decision->before, &fixture.arena), settled->before);
        }
        fixture_release(&fixture);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void test_means(void **state)
{
    (void)state;
    static const struct settled cases[] = {
        {.criterion = "tone", .ratings = {"4", "3"}, .counts = "3.5"},
        {.criterion = "tone", .ratings = {"4", "3", "2"}, .counts = "3"},
        {.criterion = "tone", .ratings = {NULL, "{value: 2.5, note: n}"}, .counts = "2.5"},
        /* Who abstains does not count, and neither does a note alone. */
        {.criterion = "tone", .ratings = {"n/a", "{note: n}", "2"}, .counts = "2"},
        {.criterion = "tone", .ratings = {"n/a", "n/a"}, .counts = "?"},
        /* 2 of 5 is 40 % of the scale, and not more; 2.1 is. */
        {.criterion = "tone", .ratings = {"3", "5"}, .counts = "4"},
        {.criterion = "tone", .ratings = {"2.9", "5"}, .counts = "3.95", .contested = true},
        /* From 1 to 11: 4 is 40 %. */
        {.criterion = "depth", .ratings = {"2", "6"}, .counts = "4"},
        {.criterion = "depth", .ratings = {"2", "6.5"}, .counts = "4.25", .contested = true},
    };
    CHECK(cases);
}

static void test_facts(void **state)
{
    (void)state;
    static const struct settled cases[] = {
        {.criterion = "hours", .ratings = {"30"}, .counts = "30 h"},
        {.criterion = "hours", .ratings = {"30 h", "30.0", "n/a"}, .counts = "30 h"},
        {.criterion = "hours", .ratings = {"30", "12"}, .counts = "?", .contested = true},
        {.criterion = "seen",
         .ratings = {"[kitchen, hall]", "[hall, kitchen]"},
         .counts = "hall, kitchen"},
        {.criterion = "seen", .ratings = {"[hall]", "[]"}, .counts = "?", .contested = true},
        {.criterion = "visited", .ratings = {"2026-11-18", "2026-11-18"}, .counts = "2026-11-18"},
        {.criterion = "visited",
         .ratings = {"2026-11-18", "2026-11-19"},
         .counts = "?",
         .contested = true},
        /* Texts stand one below the other, by rater. */
        {.criterion = "remark", .ratings = {"fine", NULL, "loud"}, .counts = "fine\nloud"},
        {.criterion = "remark", .ratings = {"fine"}, .counts = "fine"},
    };
    CHECK(cases);
}

static void test_disputes(void **state)
{
    (void)state;
    static const struct settled cases[] = {
        /* The vendor's word counts until a decision. */
        {.criterion = "leavers",
         .answer = "28 %",
         .ratings = {"41"},
         .counts = "28 %",
         .contested = true},
        {.criterion = "leavers", .answer = "28", .ratings = {"28.0", "28 %"}, .counts = "28 %"},
        {.criterion = "leavers",
         .answer = "28",
         .ratings = {"28", "41"},
         .counts = "28 %",
         .contested = true},
        {.criterion = "leavers",
         .answer = "28",
         .ratings = {"n/a", "{note: asked}"},
         .counts = "28 %"},
        /* So does its silence. */
        {.criterion = "leavers", .ratings = {"41"}, .counts = "?", .contested = true},
        {.criterion = "leavers",
         .answer = "n/a",
         .ratings = {"41"},
         .counts = "n/a",
         .contested = true},
        {.criterion = "model",
         .answer = "hour",
         .ratings = {"case"},
         .counts = "By the hour",
         .contested = true},
        {.criterion = "model", .answer = "hour", .ratings = {"hour"}, .counts = "By the hour"},
        {.criterion = "story",
         .answer = "ours",
         .ratings = {"another"},
         .counts = "ours",
         .contested = true},
    };
    CHECK(cases);
}

static void test_evidence(void **state)
{
    (void)state;
    static const struct settled cases[] = {
        {.criterion = "iso", .answer = "yes", .counts = "yes"},
        {.criterion = "iso",
         .answer = "{value: yes, evidence: documented}",
         .counts = "yes",
         .evidence = EVIDENCE_DOCUMENTED},
        /* The highest that a rater states replaces the vendor's. */
        {.criterion = "iso",
         .answer = "{value: yes, evidence: documented}",
         .ratings = {"{evidence: claimed}", "{evidence: verified}"},
         .counts = "yes",
         .evidence = EVIDENCE_VERIFIED},
        {.criterion = "iso",
         .answer = "{value: yes, evidence: documented}",
         .ratings = {"{evidence: claimed}"},
         .counts = "yes",
         .evidence = EVIDENCE_CLAIMED},
        /* Of an answer that is not there there is none. */
        {.criterion = "iso", .ratings = {"{evidence: verified}"}, .counts = "?"},
        {.criterion = "hours",
         .ratings = {"{value: 3, evidence: verified}"},
         .counts = "3 h",
         .evidence = EVIDENCE_VERIFIED},
    };
    CHECK(cases);
}

static void test_decisions(void **state)
{
    (void)state;
    static const struct settled cases[] = {
        /* Consensus in place of the mean. */
        {.criterion = "tone",
         .ratings = {"5", "1"},
         .decision = "value: 2, why: w",
         .counts = "2",
         .before = "3"},
        /* A conflict, a dispute, a silence are settled. */
        {.criterion = "hours",
         .ratings = {"30", "12"},
         .decision = "value: 12, why: w",
         .counts = "12 h",
         .before = "?"},
        {.criterion = "leavers",
         .answer = "28",
         .ratings = {"41"},
         .decision = "value: 41, why: w",
         .counts = "41 %",
         .before = "28 %"},
        {.criterion = "leavers",
         .answer = "28",
         .ratings = {"41"},
         .decision = "value: 28, why: w",
         .counts = "28 %",
         .before = "28 %"},
        {.criterion = "leavers", .decision = "value: 41, why: w", .counts = "41 %", .before = "?"},
        {.criterion = "leavers",
         .answer = "n/a",
         .ratings = {"41"},
         .decision = "accept_na: yes, why: w",
         .counts = "n/a",
         .before = "n/a"},
        {.criterion = "story",
         .answer = "ours",
         .decision = "value: theirs, why: w",
         .counts = "theirs",
         .before = "ours"},
        /* Evidence stays as it was stated, unless the decision says otherwise. */
        {.criterion = "iso",
         .answer = "{value: no, evidence: documented}",
         .decision = "value: yes, why: w",
         .counts = "yes",
         .evidence = EVIDENCE_DOCUMENTED,
         .before = "no"},
        {.criterion = "iso",
         .answer = "{value: yes, evidence: documented}",
         .ratings = {"{evidence: verified}"},
         .decision = "evidence: claimed, why: w",
         .counts = "yes",
         .evidence = EVIDENCE_CLAIMED,
         .before = "yes"},
        {.criterion = "iso",
         .answer = "yes",
         .decision = "value: no, evidence: verified, why: w",
         .counts = "no",
         .evidence = EVIDENCE_VERIFIED,
         .before = "yes"},
        {.criterion = "iso",
         .ratings = {"{evidence: verified}"},
         .decision = "value: yes, why: w",
         .counts = "yes",
         .evidence = EVIDENCE_VERIFIED,
         .before = "?"},
        /* Evidence alone settles a dispute in favour of the vendor. */
        {.criterion = "iso",
         .answer = "yes",
         .ratings = {"no"},
         .decision = "evidence: verified, why: w",
         .counts = "yes",
         .evidence = EVIDENCE_VERIFIED,
         .before = "yes"},
    };
    CHECK(cases);
}

/* `expires` before as-of, and what can end that. */
static void test_expiry(void **state)
{
    (void)state;
    static const char *const expired = "{value: yes, evidence: documented, expires: 2026-11-20}";
    static const struct {
        const char *rating;
        const char *decision;
        bool expires;
    } cases[] = {
        {NULL, NULL, true},
        {"{evidence: verified}", NULL, true},
        {NULL, "value: yes, why: w", true},
        {NULL, "evidence: documented, why: saw the new one", false},
        {NULL, "value: yes, evidence: verified, why: w", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        judge_case(&fixture, &(struct settled){.criterion = "iso",
                                               .answer = expired,
                                               .ratings = {cases[i].rating},
                                               .decision = cases[i].decision});
        uint32_t iso = fixture_criterion(&fixture, "iso");
        assert_int_equal((answers_cell(&fixture.inputs.answers, 0, iso).mark & MARK_EXPIRED) != 0,
                         cases[i].expires);
        assert_text(fixture_flags(&fixture, "v"), cases[i].expires ? "expired_evidence" : "");
        fixture_release(&fixture);
    }
}

static void test_flags(void **state)
{
    (void)state;
    static const struct {
        struct settled settled;
        const char *flags;
    } cases[] = {
        {{.criterion = "tone", .ratings = {"5", "1"}}, "raters_disagree"},
        {{.criterion = "tone", .ratings = {"5", "1"}, .decision = "value: 3, why: w"}, ""},
        {{.criterion = "hours", .ratings = {"5", "1"}}, "raters_conflict"},
        {{.criterion = "hours", .ratings = {"5", "1"}, .decision = "value: 5, why: w"}, ""},
        {{.criterion = "leavers", .answer = "5", .ratings = {"6"}}, "answer_disputed"},
        {{.criterion = "leavers", .answer = "5", .ratings = {"5"}}, ""},
        {{.criterion = "leavers", .answer = "5", .ratings = {"6"}, .decision = "value: 5, why: w"},
         ""},
        {{.criterion = "leavers", .answer = "n/a"}, "not_applicable_claimed"},
        {{.criterion = "leavers", .answer = "n/a", .ratings = {"6"}},
         "answer_disputed not_applicable_claimed"},
        {{.criterion = "leavers", .answer = "n/a", .decision = "accept_na: yes, why: w"}, ""},
        {{.criterion = "leavers", .answer = "n/a", .decision = "value: 5, why: w"}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        print_message("case %zu\n", i);
        judge_case(&fixture, &cases[i].settled);
        assert_text(fixture_flags(&fixture, "v"), cases[i].flags);
        fixture_release(&fixture);
    }
}

/* Another panel, and the vendors' own words, can be had again. */
static void test_taking_back(void **state)
{
    (void)state;
    struct fixture fixture;
    judge_case(&fixture, &(struct settled){.criterion = "tone", .ratings = {"5", "1", "3"}});
    struct inputs *inputs = &fixture.inputs;
    uint32_t tone = fixture_criterion(&fixture, "tone");
    assert_int_equal(inputs->ratings.rater_count, RATERS);
    assert_text(inputs->ratings.raters[1].name, "ben");
    assert_number(answers_cell(&inputs->answers, 0, tone).value.number, 3);

    unsettle(&fixture.settlement, &inputs->answers);
    assert_int_equal(answers_cell(&inputs->answers, 0, tone).mark, STATE_OPEN);
    assert_int_equal(fixture.settlement.count, 0);
    settle(&fixture.settlement, &inputs->answers, &inputs->criteria, &inputs->ratings,
           &inputs->decisions, 1);
    /* Without ben: (5 + 3) / 2. */
    assert_number(answers_cell(&inputs->answers, 0, tone).value.number, 4);
    assert_int_equal(answers_cell(&inputs->answers, 0, tone).mark, STATE_ANSWERED);
    fixture_release(&fixture);
}

static void test_own_word(void **state)
{
    (void)state;
    struct fixture fixture;
    judge_case(&fixture, &(struct settled){.criterion = "leavers",
                                           .answer = "28",
                                           .ratings = {"41"},
                                           .decision = "value: 41, why: w"});
    const struct cell *own =
        settlement_own(&fixture.settlement, 0, fixture_criterion(&fixture, "leavers"));
    assert_non_null(own);
    assert_number(own->value.number, 28);
    assert_null(settlement_own(&fixture.settlement, 0, fixture_criterion(&fixture, "iso")));
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_means),     cmocka_unit_test(test_facts),
        cmocka_unit_test(test_disputes),  cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_decisions), cmocka_unit_test(test_expiry),
        cmocka_unit_test(test_flags),     cmocka_unit_test(test_taking_back),
        cmocka_unit_test(test_own_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
