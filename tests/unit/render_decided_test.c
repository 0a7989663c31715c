/* What the panel decided, in the reports: answers, waivers, exclusions. */
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

/* The price alone makes the score; the rest is there to be decided about. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Help desk\n"
    "categories:\n"
    "  all:\n"
    "    title: All\n"
    "    weight: 1\n"
    "    minimum: 30\n"
    "    criteria:\n"
    "      price: {ask: Price?, type: number, score: {best: 0, worst: 100}}\n"
    "      leavers: {ask: Leavers?, type: number, unit: \"%\", weight: 0,"
    " score: {best: 0, worst: 100}}\n"
    "      seats: {ask: Seats?, type: number, weight: 0, score: {best: 10, worst: 0}}\n"
    "      pci: {ask: PCI?, type: yes_no, weight: 0}\n"
    "      iso: {ask: ISO?, type: yes_no, weight: 0}\n"
    "      tone: {ask: Tone?, type: rating, weight: 0}\n"
    "      clarity: {ask: Clarity?, type: rating, weight: 0}\n"
    "      visit: {ask: The visit?, type: text, by: buyer}\n"
    "      hours: {ask: Hours?, type: number, by: buyer, weight: 0, score: {best: 0, worst: 9}}\n"
    "rules:\n"
    "  churn: {when: leavers > 30, severity: critical, message: Many leave, advice: Ask them.,"
    " penalty: 5}\n"
    "  no_iso: {when: iso == no, severity: knockout, message: No ISO}\n"
    "  few: {when: seats < 3, severity: note, message: Few seats}\n";

/* Scores: acme 100 - 20, brio 100 - 30, cove 100 - 40; acme leaves seats open. */
static const char answers[] =
    "---\nshortlist-answers: 1\nid: acme\nvendor: Acme Ltd\nanswers: {price: 20, leavers: 40,"
    " pci: n/a, iso: {value: yes, evidence: documented, expires: 2026-01-01}}\n"
    "---\nshortlist-answers: 1\nid: brio\nvendor: Brio\n"
    "answers: {price: 30, leavers: 10, iso: no, seats: 5}\n"
    "---\nshortlist-answers: 1\nid: cove\nvendor: Cove\n"
    "answers: {price: 40, leavers: 10, iso: yes, seats: 5}\n";

static const char *const ratings[] = {
    "shortlist-ratings: 1\nrater: ana\nratings: {acme: {tone: 4, hours: 2, leavers: 44}}\n",
    "shortlist-ratings: 1\nrater: ben\nratings: {acme: {tone: 3, hours: 3}}\n",
    "shortlist-ratings: 1\nrater: cem\nratings: {acme: {tone: 3, visit: Calm}}\n",
    NULL,
};

#define DECIDED(decisions)                                                                         \
    "shortlist-decisions: 1\nby: Panel\ndate: 2026-11-18\ndecisions:\n" decisions

static void judge(struct fixture *fixture, const char *decisions)
{
    fixture_judge_panel(fixture, criteria, answers, ratings, decisions);
}

static struct text score(struct fixture *fixture)
{
    return report_score(fixture, "text", (struct report){0});
}

static struct text explain(struct fixture *fixture, const char *vendor)
{
    return report_explain(fixture, "text", (struct report){0}, fixture_vendor(fixture, vendor));
}

static struct text compare(struct fixture *fixture, const char *a, const char *b)
{
    return report_compare(fixture, "text", (struct report){0}, fixture_vendor(fixture, a),
                          fixture_vendor(fixture, b));
}

static struct text compare_json(struct fixture *fixture, const char *a, const char *b)
{
    return report_compare(fixture, "json", (struct report){0}, fixture_vendor(fixture, a),
                          fixture_vendor(fixture, b));
}

static struct text json(struct fixture *fixture, const char *vendor)
{
    return report_explain(fixture, "json", (struct report){0}, fixture_vendor(fixture, vendor));
}

/* --- Answers ------------------------------------------------------------------------------- */

/* What is decided about acme, and how it is told in text and in JSON. */
static const struct {
    const char *decided, *text, *json;
} about_answers[] = {
    {"leavers: {value: 44, why: confirmed}", "leavers: 44 % instead of 40 % that the vendor states",
     "{\"on\": \"leavers\", \"why\": \"confirmed\", \"before\": 40, \"after\": 44, "
     "\"by\": \"Panel\", \"date\": \"2026-11-18\", \"source\": null}"},
    {"leavers: {value: 40, why: confirmed, source: ref.txt}",
     "leavers: 40 %, as the vendor states\n      Reason: confirmed (source: ref.txt)",
     "\"before\": 40, \"after\": 40, \"by\": \"Panel\", \"date\": \"2026-11-18\", "
     "\"source\": \"ref.txt\"}"},
    {"seats: {value: 3, why: told}", "seats: 3, where the vendor gives no answer",
     "{\"on\": \"seats\", \"why\": \"told\", \"before\": null, \"after\": 3,"},
    {"pci: {value: no, why: seen}", "pci: no, though the vendor says that this does not apply",
     "{\"on\": \"pci\", \"why\": \"seen\", \"before\": \"n/a\", \"after\": false,"},
    {"pci: {accept_na: yes, why: no cards}", "pci: does not apply, as the vendor says",
     "{\"on\": \"pci\", \"why\": \"no cards\", \"before\": \"n/a\", "
     "\"after\": \"not_applicable\","},
    {"iso: {evidence: verified, why: renewed}",
     "iso: evidence verified instead of documented, and no longer expired",
     "{\"on\": \"iso.evidence\", \"why\": \"renewed\", \"before\": \"expired\", "
     "\"after\": \"verified\","},
    {"leavers: {value: 44, evidence: claimed, why: w}",
     "leavers: 44 % instead of 40 % that the vendor states; evidence claimed instead of none",
     "{\"on\": \"leavers.evidence\", \"why\": \"w\", \"before\": null, \"after\": \"claimed\","},
    /* (4 + 3 + 3) / 3 */
    {"tone: {value: 3, why: heard again}", "tone: 3 instead of 3.33 from the raters",
     "\"before\": 3.3333333333333335, \"after\": 3,"},
    {"visit: {value: Quiet, why: w}", "visit: \"Quiet\" instead of \"Calm\" from the raters",
     "{\"on\": \"visit\", \"why\": \"w\", \"before\": \"Calm\", \"after\": \"Quiet\","},
    {"clarity: {value: 2, why: w}", "clarity: 2, where no rater gives a value",
     "{\"on\": \"clarity\", \"why\": \"w\", \"before\": null, \"after\": 2,"},
    {"hours: {value: 2, why: w}", "hours: 2, where raters contradict each other",
     "{\"on\": \"hours\", \"why\": \"w\", \"before\": null, \"after\": 2,"},
};

static void decisions_say_what_they_replaced(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof about_answers / sizeof *about_answers; i++) {
        char decisions[400];
        struct fixture fixture;
        snprintf(decisions, sizeof decisions, DECIDED("  acme: {answers: {%s}}\n"),
                 about_answers[i].decided);
        judge(&fixture, decisions);
        assert_says(score(&fixture), about_answers[i].text);
        assert_says(compare(&fixture, "brio", "acme"), about_answers[i].text);
        assert_says(json(&fixture, "acme"), about_answers[i].json);
        fixture_release(&fixture);
    }
}

static void explain_puts_decisions_beside_the_answer(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, DECIDED("  acme:\n"
                            "    answers:\n"
                            "      leavers: {value: 44, why: confirmed, source: ref.txt}\n"
                            "      pci: {accept_na: yes, why: no cards}\n"
                            "      iso: {evidence: verified, why: renewed}\n"
                            "    waive: {no_iso: it has one}\n"));
    struct text text = explain(&fixture, "acme");
    assert_says(text, "Decided: 44 % instead of 40 % that the vendor states; for information, not "
                      "counted\n");
    assert_says(text, "Reason: confirmed (Panel, 2026-11-18; source: ref.txt)\n");
    assert_says(text, "The vendor says this does not apply: accepted, left out\n");
    assert_says(text, "Reason: no cards (Panel, 2026-11-18)\n");
    assert_says(text, "Decided: evidence verified instead of documented, and no longer expired\n");
    assert_says(text, "Evidence: verified\n");
    assert_silent(text, "EXPIRED");
    /* What stands beside nothing is told below. */
    assert_says(text, "What else the panel decided\n"
                      "  no_iso: waived (KNOCK-OUT), though it has not fired\n"
                      "    Reason: it has one (Panel, 2026-11-18)\n");
    fixture_release(&fixture);
}

static void compare_marks_answers(void **state)
{
    (void)state;
    static const char weighed[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n    weight: 1\n"
        "    criteria:\n"
        "      a: {ask: q, type: yes_no}\n      b: {ask: q, type: yes_no}\n"
        "      c: {ask: q, type: rating}\n      d: {ask: q, type: rating}\n"
        "      e: {ask: q, type: yes_no, proof: yes}\n      f: {ask: q, type: yes_no}\n";
    static const char two[] =
        "---\nshortlist-answers: 1\nid: acme\n"
        "answers: {a: yes, b: yes, e: {value: yes, evidence: claimed}, f: n/a}\n"
        "---\nshortlist-answers: 1\nid: brio\nanswers: {a: no, b: no, e: no, f: yes}\n";
    static const char *const raters[] = {
        "shortlist-ratings: 1\nrater: ana\nratings:\n"
        "  acme: {b: no, c: 3, d: 1}\n  brio: {c: 1, d: 0}\n",
        "shortlist-ratings: 1\nrater: ben\nratings: {acme: {c: 4, d: 5}}\n", NULL};
    struct fixture fixture;
    fixture_judge_panel(
        &fixture, weighed, two, raters,
        DECIDED("  acme: {answers: {a: {value: yes, why: w}, f: {accept_na: yes, why: w},"
                " e: {evidence: verified, why: w}}}\n"));
    struct text text = compare(&fixture, "acme", "brio");
    assert_says(text, "acme: yes, as decided\n");
    assert_says(text, "acme: yes, disputed by our raters\n");
    assert_says(text, "acme: 3.5, by 2 raters\n");
    assert_says(text, "brio: 1, by 1 rater\n");
    assert_says(text, "acme: 3, our raters disagree\n");
    assert_says(text, "acme: yes, verified, evidence as decided\n");
    assert_says(text, "acme: left out, as decided\n");
    fixture_release(&fixture);
}

static void a_signature_is_said_once_or_each_time(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, DECIDED("  acme: {answers: {seats: {value: 3, why: told},"
                            " clarity: {value: 2, why: heard}}}\n"));
    struct text text = score(&fixture);
    assert_says(text, "What the panel decided\n  By Panel, 2026-11-18\n  Acme Ltd (acme)\n"
                      "    seats: 3, where the vendor gives no answer\n      Reason: told\n");
    struct decision *second = &fixture.inputs.decisions.items[1];
    second->by = TEXT("");
    text = score(&fixture);
    assert_silent(text, "By Panel");
    assert_says(text, "Reason: told (Panel, 2026-11-18)\n");
    assert_says(text, "Reason: heard (2026-11-18)\n");
    fixture_release(&fixture);
}

static void nothing_decided_has_no_section(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, NULL);
    assert_silent(score(&fixture), "panel decided");
    assert_silent(explain(&fixture, "acme"), "panel decided");
    assert_silent(compare(&fixture, "acme", "brio"), "panel decided");
    assert_says(json(&fixture, "acme"), "\"decisions\": []");
    fixture_release(&fixture);
}

static void cards_are_short_about_decisions(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, DECIDED("  acme: {answers: {leavers: {value: 44, why: confirmed}},"
                            " waive: {churn: one-off}}\n"));
    struct text text = report_score(&fixture, "text", (struct report){.cards = true});
    assert_says(text, "  Decided     leavers: 44 % instead of 40 % that the vendor states\n"
                      "              churn: waived (CRITICAL)\n");
    fixture_release(&fixture);
}

/* --- Waivers ------------------------------------------------------------------------------- */

/* Acme 80 instead of 75, Brio 70 instead of knocked out, Cove third instead of second. */
static const char waived[] = DECIDED("  acme: {waive: {churn: one-off closure}}\n"
                                     "  brio: {waive: {no_iso: audit is booked}}\n");

static void a_waived_flag_says_what_it_would_do(void **state)
{
    (void)state;
    static const char critical[] =
        "Many leave (CRITICAL, -5 points) [churn]\n"
        "      Waived: one-off closure (Panel, 2026-11-18)\n"
        "      Were this one alone not waived: score 75.00 instead of 80.00\n";
    struct fixture fixture;
    judge(&fixture, waived);
    struct text text = score(&fixture);
    assert_says(text, critical);
    assert_says(text, "  - WAIVED (2)\n");
    assert_says(text, "    Brio: No ISO (KNOCK-OUT) [no_iso]\n"
                      "      Waived: audit is booked (Panel, 2026-11-18)\n"
                      "      Were this one alone not waived: knocked out instead of rank 2\n");
    assert_silent(text, "  ! CRITICAL (");
    assert_silent(text, "Ask them.");
    assert_says(explain(&fixture, "acme"), critical);
    assert_says(explain(&fixture, "brio"), "ranked because the panel waives no_iso\n");
    assert_says(json(&fixture, "acme"), "\"penalty\": 5, \"waived\": \"one-off closure\"}");
    assert_says(json(&fixture, "brio"), "{\"on\": \"no_iso\", \"why\": \"audit is booked\", "
                                        "\"before\": null, \"after\": 2,");
    assert_says(json(&fixture, "acme"), "\"before\": 1, \"after\": 1,");
    fixture_release(&fixture);
}

static void the_ranking_without_waivers_shows_what_differs(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, waived);
    assert_says(score(&fixture), "Without the waivers\n"
                                 "  Acme Ltd (acme): score 75.00 instead of 80.00\n"
                                 "  Cove: rank 2 instead of 3\n"
                                 "  Brio: knocked out instead of rank 2\n"
                                 "\n");
    assert_says(score(&fixture), "; ranked because the panel waives no_iso\n");
    /* Among the best one of either ranking is only Acme. */
    assert_silent(report_score(&fixture, "text", (struct report){.top = 1}), "Cove: rank");
    fixture_release(&fixture);
}

/* As text, but with everybody in it, the unread aside. */
static void json_of_score_ends_with_the_ranking_without_waivers(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, waived);
    assert_says(report_score(&fixture, "json", (struct report){0}),
                "  ],\n"
                "  \"without_waivers\": [\n"
                "    {\"id\": \"acme\", \"rank\": 1, \"status\": \"ranked\", \"score\": 75},\n"
                "    {\"id\": \"cove\", \"rank\": 2, \"status\": \"ranked\", \"score\": 60},\n"
                "    {\"id\": \"brio\", \"rank\": null, \"status\": \"knocked_out\", "
                "\"score\": 70}\n"
                "  ]\n}\n");
    /* Among the best two of either ranking are all three, of the best one only Acme. */
    assert_says(report_score(&fixture, "json", (struct report){.top = 2}),
                "\"id\": \"brio\", \"rank\": null");
    assert_says(report_score(&fixture, "json", (struct report){.top = 1}),
                "  \"without_waivers\": [\n"
                "    {\"id\": \"acme\", \"rank\": 1, \"status\": \"ranked\", \"score\": 75}\n"
                "  ]\n}\n");
    fixture_release(&fixture);
}

static void waivers_that_move_nobody_have_no_section(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, DECIDED("  cove: {waive: {no_iso: it has one}}\n"
                            "  acme: {answers: {seats: {value: 2, why: told}},"
                            " waive: {few: enough for us}}\n"));
    struct text text = score(&fixture);
    assert_silent(text, "Without the waivers");
    assert_says(text, "Were this one alone not waived: the same rank and score\n");
    assert_says(text, "no_iso: waived (KNOCK-OUT), though it has not fired\n");
    assert_silent(text, "few: waived (NOTE), though");
    assert_silent(report_score(&fixture, "json", (struct report){0}), "without_waivers");
    assert_silent(explain(&fixture, "acme"), "What else");
    assert_says(json(&fixture, "cove"), "{\"on\": \"no_iso\", \"why\": \"it has one\", "
                                        "\"before\": 2, \"after\": 2,");
    fixture_release(&fixture);
}

static void a_knock_out_that_holds_is_the_only_reason(void **state)
{
    (void)state;
    struct fixture fixture;
    /* 100 - 75 is below the minimum of 30. */
    judge(&fixture, DECIDED("  brio: {answers: {price: {value: 75, why: w}},"
                            " waive: {minimum_all: the price falls}}\n"));
    struct text text = explain(&fixture, "brio");
    assert_says(text, "KNOCKED OUT, score 25.00\n  Reason: No ISO\n  4 of");
    assert_says(text, "(KNOCK-OUT) [minimum_all]\n      Waived: the price falls (Panel, "
                      "2026-11-18)\n      Were this one alone not waived: the same score\n");
    fixture_release(&fixture);
}

static void compare_tells_what_waivers_changed(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, waived);
    struct text text = compare(&fixture, "acme", "brio");
    assert_says(text, "  Brio: ranked because the panel waives no_iso\n");
    assert_says(
        text,
        "    churn: waived (CRITICAL); were this one alone not waived: score 75.00 instead of "
        "80.00\n");
    assert_says(
        text,
        "    no_iso: waived (KNOCK-OUT); were this one alone not waived: knocked out instead of "
        "rank 2\n");
    fixture_release(&fixture);
}

/* --- Exclusions ---------------------------------------------------------------------------- */

static const char excluded[] = DECIDED("  acme: {exclude: withdrew on 12 November}\n");

static void excluded_vendors_are_listed_last_with_the_reason(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, excluded);
    struct text text = score(&fixture);
    assert_says(text, "3 vendors: 1 ranked, 1 knocked out, 1 excluded.");
    assert_says(text, "Excluded\n  Acme Ltd (acme): withdrew on 12 November (Panel, 2026-11-18)\n");
    assert_says(text, "    excluded\n      Reason: withdrew on 12 November\n");
    assert_silent(text, "Acme Ltd (acme): 2 of"); /* nothing is asked of it any more */
    assert_says(report_score(&fixture, "text", (struct report){.top = 1}),
                "and 1 knocked out, 1 excluded (leave out --top to see them)\n");
    fixture_release(&fixture);
}

/* Nothing is judged of it, so nobody can say whether a rule would have fired. */
static void waivers_of_an_excluded_vendor_are_only_named(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, DECIDED("  acme: {exclude: withdrew, waive: {churn: one-off}}\n"));
    assert_says(score(&fixture), "    churn: waived (CRITICAL)\n      Reason: one-off\n");
    assert_says(explain(&fixture, "acme"), "What else the panel decided\n"
                                           "  churn: waived (CRITICAL)\n"
                                           "    Reason: one-off (Panel, 2026-11-18)\n");
    fixture_release(&fixture);
}

static void explain_of_an_excluded_vendor_has_answers_and_no_numbers(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, excluded);
    struct text text = explain(&fixture, "acme");
    assert_says(text, "EXCLUDED: withdrew on 12 November (Panel, 2026-11-18)\n");
    assert_says(text, "\nAll\n  Price? (price)\n    Answer: 20\n");
    assert_says(text, "  Seats? (seats)\n    No answer\n");
    assert_says(text, "    The vendor says this does not apply\n");
    assert_silent(text, "points");
    assert_silent(text, "score");
    assert_silent(text, "Red flags");
    fixture_release(&fixture);
}

static void excluded_vendors_cannot_be_compared(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, excluded);
    struct text text = compare(&fixture, "cove", "acme");
    assert_says(text, "Cove and Acme Ltd cannot be compared.\n"
                      "  Acme Ltd is EXCLUDED: withdrew on 12 November (Panel, 2026-11-18)\n");
    assert_silent(text, "By criterion");
    assert_says(compare_json(&fixture, "cove", "acme"),
                "\"difference\": null,\n  \"categories\": [],\n  \"criteria\": [],\n"
                "  \"penalties\": null,\n  \"floor\": null,\n  \"rounding\": null,\n");
    assert_says(compare_json(&fixture, "cove", "brio"), "\"penalties\": 0,\n");
    fixture_release(&fixture);
}

/* Who answers nothing that counts has no score either, and no contributions to be compared. */
static void unscored_vendors_cannot_be_compared(void **state)
{
    (void)state;
    static const char lenient[] =
        "shortlist-criteria: 1\ntitle: T\nmissing: exclude\ncategories:\n  all:\n"
        "    title: All\n    weight: 1\n    criteria:\n"
        "      price: {ask: q, type: number, score: {best: 0, worst: 100}}\n";
    static const char two[] = "---\nshortlist-answers: 1\nid: acme\nanswers: {price: 20}\n"
                              "---\nshortlist-answers: 1\nid: brio\nanswers: {}\n";
    struct fixture fixture;
    fixture_judge(&fixture, lenient, two);
    assert_says(compare(&fixture, "acme", "brio"), "acme and brio cannot be compared.\n");
    assert_says(compare_json(&fixture, "acme", "brio"),
                "\"categories\": [],\n  \"criteria\": [],\n  \"penalties\": null,\n");
    fixture_release(&fixture);
}

/* Brio may still be knocked out, Acme has a judgement open; a comparison of others is none of
 * theirs. */
static void json_of_compare_has_the_stamps_of_the_two(void **state)
{
    (void)state;
    static const char open[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n    weight: 1\n"
        "    criteria:\n"
        "      price: {ask: q, type: number, score: {best: 0, worst: 100}}\n"
        "      iso: {ask: q, type: yes_no, weight: 0}\n"
        "      tone: {ask: q, type: rating}\n"
        "rules: {no_iso: {when: iso == no, severity: knockout, message: m}}\n";
    static const char four[] =
        "---\nshortlist-answers: 1\nid: acme\nanswers: {price: 20, iso: yes}\n"
        "---\nshortlist-answers: 1\nid: brio\nanswers: {price: 30}\n"
        "---\nshortlist-answers: 1\nid: cove\nanswers: {price: 40, iso: yes}\n"
        "---\nshortlist-answers: 1\nid: dale\nanswers: {price: 50, iso: yes}\n";
    static const char *const one[] = {"shortlist-ratings: 1\nrater: ana\nratings:\n"
                                      "  brio: {tone: 4}\n  cove: {tone: 4}\n  dale: {tone: 4}\n",
                                      NULL};
    static const struct {
        const char *a, *b, *told;
    } cases[] = {
        {"cove", "dale", "\"stamps\": [],"},
        {"cove", "brio", "\"stamps\": [\"conditional\"],"},
        {"acme", "cove", "\"stamps\": [\"provisional\"],"},
        {"acme", "brio", "\"stamps\": [\"provisional\", \"conditional\"],"},
        {"cove", "cove", "\"stamps\": [],"},
    };
    struct fixture fixture;
    fixture_judge_panel(&fixture, open, four, one, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_says(compare_json(&fixture, cases[i].a, cases[i].b), cases[i].told);
    /* Of a vendor compared with itself a judgement is one, not two. */
    assert_says(compare(&fixture, "acme", "acme"), "\nProvisional  our one judgement has not been "
                                                   "made. An open one");
    fixture_release(&fixture);
}

static void json_of_an_excluded_vendor_is_null_where_it_was_scored(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, excluded);
    struct text text = json(&fixture, "acme");
    assert_says(text, "\"rank\": null,\n  \"tied\": false,\n  \"status\": \"excluded\",\n");
    assert_says(text, "\"score\": null,\n  \"unrounded\": null,\n  \"low\": null,\n"
                      "  \"high\": null,\n  \"penalty\": 0,\n");
    assert_says(text, "{\"id\": \"price\", \"category\": \"all\", \"state\": \"answered\", "
                      "\"answer\": 20, \"points\": null,");
    assert_says(text, "{\"on\": \"exclude\", \"why\": \"withdrew on 12 November\", "
                      "\"before\": null, \"after\": \"excluded\", \"by\": \"Panel\",");
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_say_what_they_replaced),
        cmocka_unit_test(explain_puts_decisions_beside_the_answer),
        cmocka_unit_test(compare_marks_answers),
        cmocka_unit_test(a_signature_is_said_once_or_each_time),
        cmocka_unit_test(nothing_decided_has_no_section),
        cmocka_unit_test(cards_are_short_about_decisions),
        cmocka_unit_test(a_waived_flag_says_what_it_would_do),
        cmocka_unit_test(the_ranking_without_waivers_shows_what_differs),
        cmocka_unit_test(json_of_score_ends_with_the_ranking_without_waivers),
        cmocka_unit_test(waivers_that_move_nobody_have_no_section),
        cmocka_unit_test(a_knock_out_that_holds_is_the_only_reason),
        cmocka_unit_test(compare_tells_what_waivers_changed),
        cmocka_unit_test(excluded_vendors_are_listed_last_with_the_reason),
        cmocka_unit_test(waivers_of_an_excluded_vendor_are_only_named),
        cmocka_unit_test(explain_of_an_excluded_vendor_has_answers_and_no_numbers),
        cmocka_unit_test(excluded_vendors_cannot_be_compared),
        cmocka_unit_test(unscored_vendors_cannot_be_compared),
        cmocka_unit_test(json_of_compare_has_the_stamps_of_the_two),
        cmocka_unit_test(json_of_an_excluded_vendor_is_null_where_it_was_scored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
