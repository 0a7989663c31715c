/* What the raters said and what is left to them, in the reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/render.h"
#include "support/fixture.h"
#include "support/reports.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Help desk\n"
    "evidence: {claimed: 0.8, documented: 0.9, verified: 1, expired: 0}\n"
    "categories:\n"
    "  all:\n"
    "    title: All\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      iso: {ask: ISO?, type: yes_no, proof: yes}\n"
    "      leavers: {ask: Leavers?, type: number, unit: \"%\", score: {best: 0, worst: 100}}\n"
    "      tone: {ask: Tone?, type: rating}\n"
    "      clarity: {ask: Clarity?, type: rating}\n"
    "      hours: {ask: Hours?, type: number, by: buyer, score: {best: 0, worst: 9}}\n"
    "      visit: {ask: The visit?, type: text, by: buyer}\n";

static const char answers[] =
    "---\nshortlist-answers: 1\nid: acme\nvendor: Acme Ltd\n"
    "answers: {iso: {value: yes, evidence: documented}, leavers: 28}\n"
    "---\nshortlist-answers: 1\nid: brio\nanswers: {iso: yes}\n"
    "---\nshortlist-answers: 1\nid: cove\nanswers: {iso: no, leavers: 9}\n";

#define RATER(name, ratings) "shortlist-ratings: 1\nrater: " name "\nratings:\n" ratings

/*
 * Expected: ana tone and clarity of three vendors; ben tone of three; nobody's in particular hours
 * of three. Open: ana clarity of brio and cove, ben tone of brio and cove; hours of acme, where two
 * contradict each other, and of brio and cove; clarity of acme, from which all who were expected
 * abstain. So 8 of 13.
 */
static const char *const three[] = {
    RATER("ana", "  acme: {tone: 4, clarity: n/a, hours: 2, visit: a quiet floor,"
                 " leavers: {value: 41, note: first call}}\n"
                 "  brio: {tone: 1, leavers: 30}\n"
                 "  cove: {tone: 5}\n"),
    RATER("ben", "  acme: {tone: {value: 3, note: vague on night cover}, hours: 3,"
                 " visit: friendly people}\n"),
    RATER("dora", "  acme: {iso: {evidence: verified, note: saw the certificate},"
                  " leavers: {note: the line was bad}}\n"),
    NULL,
};

static struct text score(struct fixture *fixture)
{
    return report_score(fixture, "text", (struct report){0});
}

static struct text explain(struct fixture *fixture, const char *vendor)
{
    return report_explain(fixture, "text", (struct report){0}, fixture_vendor(fixture, vendor));
}

/* --- Who judged how much ------------------------------------------------------------------- */

static void score_names_the_work_that_is_left(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    struct text text = score(&fixture);
    assert_says(text,
                "What our raters judged\n"
                "  Provisional: 8 of 13 judgements are open.\n"
                "  ana: 4 of 6 judged; open: brio, cove (clarity)\n"
                "  ben: 1 of 3 judged; open: brio, cove (tone)\n"
                "  dora: facts, evidence or notes, which explain shows\n"
                "  For anyone to judge: 0 of 4 judged; no value yet: acme (clarity), brio, cove "
                "(hours); raters "
                "contradict each other: acme (hours)\n");
    assert_says(text, "\nProvisional  8 of 13 judgements are open. An open one counts for "
                      "nothing.\n");
    /* Once in the section, once where the stamps are explained. */
    assert_silent(text, "to ask\n  Provisional");
    fixture_release(&fixture);
}

static void vendors_have_their_own_count(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    assert_says(explain(&fixture, "acme"),
                "2 of 2 questions answered; 2 of 5 judgements are open: for anyone clarity, "
                "hours\n");
    assert_says(explain(&fixture, "brio"),
                "1 of 2 questions answered; 3 of 4 judgements are open: ana clarity; ben tone; for "
                "anyone hours\n");
    fixture_release(&fixture);
    fixture_judge(&fixture, criteria, answers);
    assert_says(explain(&fixture, "acme"), "; none of our 3 judgements has been made\n");
    fixture_release(&fixture);
}

static void different_raters_and_disputes_are_named(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    struct text text = score(&fixture);
    assert_says(text, "Not every vendor was judged by the same raters on tone: a strict rater "
                      "lowers only the vendors that he or she judged.\n");
    assert_says(text, "2 answers are disputed and not decided: acme (leavers), brio (leavers). "
                      "Until then the vendor's word counts.\n");
    fixture_release(&fixture);
}

static void complete_and_even_panels_warn_of_nothing(void **state)
{
    (void)state;
    static const char *const one[] = {
        RATER("ana", "  acme: {tone: 4, clarity: 3, hours: 2}\n"
                     "  brio: {tone: 1, clarity: 3, hours: 2}\n"
                     "  cove: {tone: 5, clarity: 3, hours: 1}\n"),
        NULL,
    };
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, one, NULL);
    struct text text = score(&fixture);
    assert_says(text, "What our raters judged\n"
                      "  Every judgement has been made.\n"
                      "  ana: 6 of 6 judged\n"
                      "  For anyone to judge: 3 of 3 judged\n"
                      "\n");
    assert_silent(text, "rovisional");
    fixture_release(&fixture);
}

/* Without a file of ratings the section of open questions counts what is left. */
static void nobody_has_rated_anything(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge(&fixture, criteria, answers);
    struct text text = score(&fixture);
    assert_silent(text, "What our raters judged");
    assert_says(text, "to ask\n  Provisional: none of our 3 judgements has been made for any of 3 "
                      "vendors: tone, clarity, hours. `shortlist panel` shows what raters write "
                      "down.\n");
    assert_says(text, "\nProvisional  none of our 3 judgements has been made for any of 3 vendors. "
                      "An open one");
    fixture_release(&fixture);
}

/* Facts alone are found out, not rated; so many criteria are too many to be named on a terminal. */
static void open_judgements_are_named_as_far_as_there_is_room(void **state)
{
    (void)state;
    static const char one[] = "shortlist-answers: 1\nid: acme\nanswers: {}\n";
    struct arena arena = {0};
    struct text_buffer many = {.arena = &arena};
    struct fixture fixture;
    buffer_add(&many, TEXT("shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n"
                           "    title: All\n    weight: 1\n    criteria:\n"));
    for (int c = 10; c < 25; c++)
        buffer_format(&many, "      c%d: {ask: q, type: yes_no, by: buyer}\n", c);
    fixture_judge(&fixture, buffer_text(&many).ptr, one);
    assert_says(score(&fixture),
                "made: c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, "
                "c24.\n");
    assert_says(report_score(&fixture, "text", (struct report){.width = 200}),
                "made: c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21 and 3 more.\n");
    fixture_release(&fixture);
    arena_release(&arena);
}

static void open_judgements_are_no_open_questions(void **state)
{
    (void)state;
    static const char answered[] =
        "shortlist-answers: 1\nid: acme\nanswers: {iso: yes, leavers: 9}\n";
    static const struct {
        const char *ratings, *told;
    } cases[] = {
        {"  acme: {tone: 4}\n", "to ask\n  No vendor has a question open.\n"},
        {"  acme: {tone: 4, clarity: 4, hours: 1}\n", "to ask\n  Nothing is open.\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct text one = text_format(&arena, RATER("ana", "%s"), cases[i].ratings);
        const char *const files[] = {one.ptr, NULL};
        struct fixture fixture;
        fixture_judge_panel(&fixture, criteria, answered, files, NULL);
        assert_says(score(&fixture), cases[i].told);
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

/* Fifteen vendors of which one is judged: a terminal is told of twelve, a pipe of all. */
static void long_lists_are_cut_on_a_terminal(void **state)
{
    (void)state;
    static const char *const one[] = {RATER("ana", "  v10: {tone: 4}\n"), NULL};
    struct fixture fixture;
    struct arena arena = {0};
    struct text_buffer vendors = {.arena = &arena};
    for (int v = 10; v < 25; v++)
        buffer_format(&vendors, "---\nshortlist-answers: 1\nid: v%d\nanswers: {}\n", v);
    fixture_judge_panel(&fixture, criteria, buffer_text(&vendors).ptr, one, NULL);
    assert_says(score(&fixture),
                "open: v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, "
                "v23, v24 (tone)\n");
    assert_says(report_score(&fixture, "text", (struct report){.width = 200}),
                "open: v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22 (tone) and 2 "
                "more\n");
    fixture_release(&fixture);
    arena_release(&arena);
}

/* --- What raters saw and wrote down --------------------------------------------------------- */

/* What a rater states about the certificates of acme, what is decided, and what score says of it.
 */
static void evidence_that_raters_saw_is_told(void **state)
{
    (void)state;
    static const char decided_value[] = "shortlist-decisions: 1\ndecisions:\n"
                                        "  acme: {answers: {iso: {value: no, why: w}}}\n";
    static const char decided_evidence[] =
        "shortlist-decisions: 1\ndecisions:\n"
        "  acme: {answers: {iso: {evidence: claimed, why: w}}}\n";
    static const char excluded[] = "shortlist-decisions: 1\ndecisions:\n"
                                   "  acme: {exclude: withdrew}\n";
    static const struct {
        const char *stated, *answer, *decisions, *told;
    } cases[] = {
        {"verified", "{value: yes, evidence: documented}", NULL,
         "  Evidence: dora saw iso of acme: verified instead of documented\n"},
        {"claimed", "{value: yes, evidence: documented}", NULL,
         "  Evidence: dora saw iso of acme: claimed instead of documented\n"},
        {"verified", "yes", NULL, "  Evidence: dora saw iso of acme: verified instead of none\n"},
        {"verified", "{value: yes, evidence: documented, expires: 2026-01-01}", NULL,
         "verified instead of documented, though it has expired\n"},
        {"verified", "{value: yes, evidence: documented}", decided_value,
         "  Evidence: dora saw iso of acme: verified instead of documented\n"},
        {"verified", "~", decided_value, "dora saw iso of acme: verified instead of none\n"},
        {"documented", "{value: yes, evidence: documented}", NULL, NULL},
        {"verified", "~", NULL, NULL},
        {"verified", "{value: yes, evidence: documented}", decided_evidence, NULL},
        {"verified", "{value: yes, evidence: documented}", excluded, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct fixture fixture;
        struct text rating =
            text_format(&arena, RATER("dora", "  acme: {iso: {evidence: %s}}\n"), cases[i].stated);
        struct text answered = text_format(
            &arena, "shortlist-answers: 1\nid: acme\nanswers: {iso: %s}\n", cases[i].answer);
        const char *const files[] = {rating.ptr, NULL};
        fixture_judge_panel(&fixture, criteria, answered.ptr, files, cases[i].decisions);
        if (cases[i].told != NULL)
            assert_says(score(&fixture), cases[i].told);
        else
            assert_silent(score(&fixture), "Evidence:");
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

/* Those who state the highest level saw it. */
static void all_who_saw_the_evidence_are_named(void **state)
{
    (void)state;
    static const char *const seen[] = {RATER("ana", "  acme: {iso: {evidence: verified}}\n"),
                                       RATER("ben", "  acme: {iso: {evidence: claimed}}\n"),
                                       RATER("cem", "  acme: {iso: {evidence: verified}}\n"), NULL};
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, seen, NULL);
    assert_says(score(&fixture), "  Evidence: ana, cem saw iso of acme: verified instead of ");
    fixture_release(&fixture);
}

static void long_lists_of_evidence_are_cut_on_a_terminal(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    struct text_buffer vendors = {.arena = &arena};
    struct text_buffer seen = {.arena = &arena};
    buffer_add(&seen, TEXT(RATER("ana", "")));
    for (int v = 10; v < 25; v++) {
        buffer_format(&vendors, "---\nshortlist-answers: 1\nid: v%d\nanswers: {iso: yes}\n", v);
        buffer_format(&seen, "  v%d: {iso: {evidence: verified}}\n", v);
    }
    const char *const files[] = {buffer_text(&seen).ptr, NULL};
    fixture_judge_panel(&fixture, criteria, buffer_text(&vendors).ptr, files, NULL);
    struct text narrow = report_score(&fixture, "text", (struct report){.width = 100});
    assert_says(narrow, "  Evidence: ana saw iso of v21: verified instead of none\n"
                        "  Evidence: and 3 more\n");
    assert_silent(narrow, "saw iso of v22");
    assert_says(score(&fixture), "  Evidence: ana saw iso of v24: verified instead of none\n");
    assert_silent(score(&fixture), "Evidence: and");
    fixture_release(&fixture);
    arena_release(&arena);
}

/* Behind what only a decision ends; where the mean counts, the panel's sheet has them. */
static void flags_to_decide_are_followed_by_the_notes(void **state)
{
    (void)state;
    static const char *const apart[] = {
        RATER("ana", "  acme: {tone: {value: 5, note: warm}, hours: {value: 2, note: at noon}}\n"),
        RATER("ben", "  acme: {tone: 1, hours: 3, leavers: {value: 41, note: first call}}\n"),
        NULL};
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, apart, NULL);
    struct text text = score(&fixture);
    assert_says(text, "but raters found: ben 41 % [answer_disputed]\n"
                      "      ben: first call\n"
                      "      \xe2\x86\x92 Decide which holds");
    assert_says(text, "ana 2, ben 3 [raters_conflict]\n"
                      "      ana: at noon\n");
    assert_says(text, "[raters_disagree]\n      \xe2\x86\x92 Talk it over");
    /* There they stand beside the answer. */
    assert_says(explain(&fixture, "acme"), "[answer_disputed]\n      \xe2\x86\x92 Decide");
    fixture_release(&fixture);
}

static void vendors_that_nobody_knows_are_left_out(void **state)
{
    (void)state;
    static const char *const misspelt[] = {RATER("ana", "  acme: {tone: 4}\n  acne: {tone: 4}\n"),
                                           RATER("ben", "  brie: {tone: 1}\n  coven: {tone: 1}\n"),
                                           NULL};
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, misspelt, NULL);
    assert_says(score(&fixture),
                "  Left out: acne, whom ana rated: no vendor has that id\n"
                "  Left out: brie, coven, whom ben rated: no vendor has these ids\n");
    fixture_release(&fixture);
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    assert_silent(score(&fixture), "Left out");
    fixture_release(&fixture);
}

/* --- Beside the answers -------------------------------------------------------------------- */

static void explain_gives_each_raters_word(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    struct text acme = explain(&fixture, "acme");
    struct text brio = explain(&fixture, "brio");
    /* The mean of 4 and 3. */
    assert_says(acme, " Raters: ana 4; ben 3 (vague on night cover); mean 3.5\n");
    assert_says(
        acme,
        " Open, as no value has come of the ratings: not counted until then (0 to 100 possible)"
        "\n                                           Rater: ana abstains\n");
    assert_says(acme, " Open, as our raters contradict each other: not counted until decided");
    assert_says(acme, " Raters: ana 2; ben 3\n");
    assert_says(acme, " Raters: ana: a quiet floor; ben: friendly people\n");
    assert_says(acme, " Answer: 28 %\n");
    assert_says(acme, " Raters: ana found 41 % (first call); dora (the line was bad); not decided, "
                      "so the vendor's answer counts\n");
    assert_says(brio, " Rater: ana 1\n");
    assert_says(brio, " Rater: ana found 30 %; not decided, so it stays open\n");
    assert_silent(brio, "mean");
    fixture_release(&fixture);
}

static void explain_gives_the_evidence_that_was_seen_and_stated(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    struct text text = explain(&fixture, "acme");
    assert_says(text, " Rater: dora calls the evidence verified (saw the certificate)\n");
    assert_says(text, " Evidence: verified, while the vendor states documented, keeps 1 of its "
                      "100.00 points\n");
    assert_says(explain(&fixture, "brio"), " Evidence: none, so as claimed, keeps 0.8");
    fixture_release(&fixture);
}

/* Where the panel decides the value alone, the evidence is somebody else's word on another value.
 */
static void evidence_behind_a_decided_value_has_an_owner(void **state)
{
    (void)state;
    static const struct {
        const char *answer, *rating, *decided, *told;
    } cases[] = {
        {"{value: 28, evidence: documented}", NULL, "value: 41",
         "Evidence: documented, as the vendor stated for its own answer, keeps 0.9 of its 59.00 "},
        {"{value: 28, evidence: documented}", "{evidence: verified}", "value: 41",
         "Evidence: verified, as our raters saw for the vendor's own answer, while the vendor "
         "states documented, keeps 1 "},
        {"~", "{evidence: verified}", "value: 41",
         "Evidence: verified, as our raters saw, keeps 1 "},
        {"28", NULL, "value: 41", "Evidence: none, so as claimed, keeps 0.8 "},
        {"{value: 28, evidence: documented}", NULL, "value: 28", "Evidence: documented, keeps "},
        {"{value: 28, evidence: documented}", NULL, "value: 41, evidence: verified",
         "Evidence: verified, keeps 1 "},
        {"{value: 28, evidence: documented}", NULL, "evidence: verified",
         "Evidence: verified, keeps 1 "},
    };
    static const char proven[] =
        "shortlist-criteria: 1\ntitle: T\n"
        "evidence: {claimed: 0.8, documented: 0.9, verified: 1, expired: 0}\n"
        "categories:\n  all:\n    title: All\n    weight: 1\n    criteria:\n"
        "      leavers: {ask: q, type: number, proof: yes, score: {best: 0, worst: 100}}\n";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct fixture fixture;
        struct text answered = text_format(
            &arena, "shortlist-answers: 1\nid: acme\nanswers: {leavers: %s}\n", cases[i].answer);
        struct text decisions = text_format(&arena,
                                            "shortlist-decisions: 1\ndecisions:\n"
                                            "  acme: {answers: {leavers: {%s, why: w}}}\n",
                                            cases[i].decided);
        struct text rating = text_format(&arena, RATER("dora", "  acme: {leavers: %s}\n"),
                                         cases[i].rating != NULL ? cases[i].rating : "~");
        const char *const files[] = {rating.ptr, NULL};
        fixture_judge_panel(&fixture, proven, answered.ptr, files, decisions.ptr);
        assert_says(explain(&fixture, "acme"), cases[i].told);
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

/* What a decision put in place of the mean is not followed by the mean. */
static void decided_ratings_keep_the_raters_words(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three,
                        "shortlist-decisions: 1\ndecisions:\n"
                        "  acme: {answers: {tone: {value: 3, why: heard again},"
                        " leavers: {value: 41, why: confirmed}}}\n");
    struct text text = explain(&fixture, "acme");
    assert_says(text, " Decided: 3 instead of 3.5 from the raters\n");
    assert_says(text, " Raters: ana 4; ben 3 (vague on night cover)\n");
    assert_says(text, " Raters: ana found 41 % (first call); dora (the line was bad)\n");
    fixture_release(&fixture);
}

static void json_of_explain_lists_the_raters(void **state)
{
    (void)state;
    static const char *const told[] = {
        "\"raters\": [{\"rater\": \"ana\", \"value\": 4, \"note\": null}, "
        "{\"rater\": \"ben\", \"value\": 3, \"note\": \"vague on night cover\"}]}",
        "\"raters\": [{\"rater\": \"ana\", \"value\": \"n/a\", \"note\": null}]}",
        "\"raters\": [{\"rater\": \"dora\", \"value\": null, \"note\": \"saw the certificate\", "
        "\"evidence\": \"verified\"}]}",
        "\"raters\": [{\"rater\": \"ana\", \"value\": 41, \"note\": \"first call\"}, "
        "{\"rater\": \"dora\", \"value\": null, \"note\": \"the line was bad\"}]}",
    };
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, three, NULL);
    struct report report = {0};
    struct text acme = report_explain(&fixture, "json", report, fixture_vendor(&fixture, "acme"));
    struct text brio = report_explain(&fixture, "json", report, fixture_vendor(&fixture, "brio"));
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        assert_says(acme, told[i]);
    assert_says(brio, "\"low\": null, \"high\": null, \"raters\": []}"); /* a text */
    assert_silent(report_score(&fixture, "json", report), "\"raters\"");
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_names_the_work_that_is_left),
        cmocka_unit_test(vendors_have_their_own_count),
        cmocka_unit_test(different_raters_and_disputes_are_named),
        cmocka_unit_test(complete_and_even_panels_warn_of_nothing),
        cmocka_unit_test(nobody_has_rated_anything),
        cmocka_unit_test(open_judgements_are_named_as_far_as_there_is_room),
        cmocka_unit_test(open_judgements_are_no_open_questions),
        cmocka_unit_test(long_lists_are_cut_on_a_terminal),
        cmocka_unit_test(evidence_that_raters_saw_is_told),
        cmocka_unit_test(all_who_saw_the_evidence_are_named),
        cmocka_unit_test(long_lists_of_evidence_are_cut_on_a_terminal),
        cmocka_unit_test(flags_to_decide_are_followed_by_the_notes),
        cmocka_unit_test(vendors_that_nobody_knows_are_left_out),
        cmocka_unit_test(explain_gives_each_raters_word),
        cmocka_unit_test(explain_gives_the_evidence_that_was_seen_and_stated),
        cmocka_unit_test(evidence_behind_a_decided_value_has_an_owner),
        cmocka_unit_test(decided_ratings_keep_the_raters_words),
        cmocka_unit_test(json_of_explain_lists_the_raters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
