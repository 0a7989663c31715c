/* The reports as CSV: which rows and columns there are, and what stands in them. */
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

/* Two categories that are called as columns of every sheet are. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: T\n"
    "bands: {0: weak, 50: \"=fit\"}\n"
    "categories:\n"
    "  notes:\n"
    "    title: Notes\n"
    "    weight: 3\n"
    "    criteria:\n"
    "      price: {ask: Price?, type: number, unit: USD, score: {best: 0, worst: 100}}\n"
    "      iso: {ask: \"ISO, now?\", type: yes_no}\n"
    "  score:\n"
    "    title: Score\n"
    "    weight: 1\n"
    "    minimum: 50\n"
    "    criteria:\n"
    "      rank: {ask: Seats?, type: number, score: {best: 10, worst: 0}}\n"
    "rules:\n"
    "  dear: {when: price > 80, severity: critical, message: Dear, advice: Ask, penalty: 5}\n"
    "  no_iso: {when: iso == no, severity: knockout, message: No ISO}\n"
    "  few: {when: rank < 3, severity: note, message: Few seats}\n";

/*
 * The shares are 3/4 * 1/2 = 0.375 for price and iso, 0.25 for rank.
 *   a  80, 100, 100  notes 90, score 100   0.75 * 90 + 0.25 * 100 = 92.5
 *   b  10, open, 50  notes  5, score  50   0.75 *  5 + 0.25 *  50 = 16.25, less 5 for dear: 11.25;
 *                    at best iso is yes: 11.25 + 0.375 * 100 = 48.75
 *   c 100,   0,  20  notes 50, score  20   0.75 * 50 + 0.25 *  20 = 42.5, below the minimum of 50
 */
static const char answers[] =
    "---\nshortlist-answers: 1\nid: a\nvendor: \"Acme, Ltd\"\n"
    "answers: {price: 20, iso: yes, rank: 10}\n"
    "---\nshortlist-answers: 1\nid: b\nvendor: =Brio\nanswers: {price: 90, rank: 5}\n"
    "---\nshortlist-answers: 1\nid: c\nvendor: Cove\nanswers: {price: 0, iso: no, rank: 2}\n"
    "---\nshortlist-answers: 1\nid: d\nvendor: Dale\nanswers: {price: 0, iso: yes, rank: 2}\n";

static const char decisions[] =
    "shortlist-decisions: 1\nby: \"@panel\"\ndate: 2026-11-18\n"
    "decisions: {c: {waive: {few: they grow}}, d: {exclude: \"late, twice\"}}\n";

static void judge(struct fixture *fixture, bool decided)
{
    fixture_judge_panel(fixture, criteria, answers, NULL, decided ? decisions : NULL);
}

#define HEADER                                                                                     \
    "rank,id,vendor,status,score,low,high,notes_score,score_score,"                                \
    "notes,warnings,criticals,knockouts,unresolved,flags,verdict"

#define A "1,a,\"Acme, Ltd\",ranked,92.5,92.5,92.5,90,100,0,0,0,0,0,,'=fit"
#define B "2,b,'=Brio,ranked,11.25,11.25,48.75,5,50,0,0,1,0,1,dear,weak"

static void score_has_a_row_a_vendor(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, false);
    assert_text(report_score(&fixture, "csv", (struct report){0}),
                HEADER "\r\n" A "\r\n" B "\r\n"
                       ",d,Dale,knocked_out,80,80,80,100,20,1,0,0,1,0,\"minimum_score;few\",\r\n"
                       ",c,Cove,knocked_out,42.5,42.5,42.5,50,20,1,0,0,2,0,"
                       "\"no_iso;minimum_score;few\",\r\n");
    fixture_release(&fixture);
}

/* A waived flag is not counted; nothing is said of a vendor that was not judged. */
static void score_tells_waivers_apart(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    assert_text(report_score(&fixture, "csv", (struct report){0}),
                HEADER ",waived\r\n" A ",\r\n" B ",\r\n"
                       ",c,Cove,knocked_out,42.5,42.5,42.5,50,20,0,0,0,2,0,"
                       "\"no_iso;minimum_score\",,few\r\n"
                       ",d,Dale,excluded,,,,,,,,,,,,,\r\n");
    fixture_release(&fixture);
}

static void score_wide_has_the_points(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    struct text text = report_score(&fixture, "csv", (struct report){.wide = true});
    assert_says(text, HEADER ",waived,price,iso,rank_points\r\n");
    assert_says(text, A ",,80,100,100\r\n");
    assert_says(text, B ",,10,,50\r\n");
    assert_says(text, ",few,100,0,20\r\n");
    assert_says(text, ",d,Dale,excluded,,,,,,,,,,,,,,,,\r\n");
    fixture_release(&fixture);
}

static void score_top_shows_the_best(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, false);
    assert_text(report_score(&fixture, "csv", (struct report){.top = 1}), HEADER "\r\n" A "\r\n");
    assert_text(report_score(&fixture, "csv", (struct report){.top = 9}),
                HEADER "\r\n" A "\r\n" B "\r\n");
    fixture_release(&fixture);
}

/* Names that are taken get a suffix, and more where that is an id too. */
static void score_has_no_column_twice(void **state)
{
    (void)state;
    static const char taken[] = "shortlist-criteria: 1\n"
                                "title: T\n"
                                "categories:\n"
                                "  flags:\n"
                                "    title: F\n"
                                "    weight: 1\n"
                                "    criteria:\n"
                                "      waived: {ask: q, type: yes_no}\n"
                                "      waived_points: {ask: q, type: yes_no}\n"
                                "      flags_score: {ask: q, type: yes_no}\n";
    struct fixture fixture;
    fixture_judge(&fixture, taken,
                  "---\nshortlist-answers: 1\nid: a\nvendor: A\n"
                  "answers: {waived: yes, waived_points: no, flags_score: yes}\n");
    assert_text(report_score(&fixture, "csv", (struct report){.wide = true}),
                "rank,id,vendor,status,score,low,high,flags_score_,"
                "notes,warnings,criticals,knockouts,unresolved,flags,"
                "waived_points_,waived_points,flags_score\r\n"
                "1,a,A,ranked,66.67,66.67,66.67,66.67,0,0,0,0,0,,100,0,100\r\n");
    fixture_release(&fixture);
}

static void score_guards_unless_raw(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, false);
    struct text text = report_score(&fixture, "csv", (struct report){.raw = true, .excel = true});
    assert_says(text, "\xef\xbb\xbfrank,");
    assert_says(text, "2,b,=Brio,ranked,");
    assert_says(text, ",,=fit\r\n");
    fixture_release(&fixture);
}

/* --- Explain ------------------------------------------------------------------------------- */

#define EXPLAIN_HEADER                                                                             \
    "id,vendor,row,category,criterion,question,state,answer,unit,points,weight,share,"             \
    "contribution,lost,low,high,evidence,expires,source,note,raters,rater_notes,rule,severity,"    \
    "message,advice,penalty,waived,waiting_for,decided,before,after,why,by,date\r\n"

static void explain_has_a_row_for_everything(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    assert_text(report_explain(&fixture, "csv", (struct report){0}, fixture_vendor(&fixture, "b")),
                EXPLAIN_HEADER
                "b,'=Brio,criterion,notes,price,Price?,answered,90,USD,10,1,0.375,3.75,33.75,10,10,"
                ",,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,criterion,notes,iso,\"ISO, now?\",open,,,,1,0.375,0,37.5,0,100,"
                ",,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,criterion,score,rank,Seats?,answered,5,,50,1,0.25,12.5,12.5,50,50,"
                ",,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,flag,,,,,,,,,,-5,,,,,,,,,,dear,critical,Dear,Ask,5,,,,,,,,\r\n"
                "b,'=Brio,floor,,,,,,,,,,0,,,,,,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,rounding,,,,,,,,,,0,,,,,,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,verdict,,,,,weak,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
                "b,'=Brio,unresolved,,,,,,,,,,,,,,,,,,,,no_iso,knockout,,,,,iso,,,,,,\r\n");
    fixture_release(&fixture);
}

static void explain_has_a_row_a_decision(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    struct text text =
        report_explain(&fixture, "csv", (struct report){0}, fixture_vendor(&fixture, "c"));
    /* A waived flag takes nothing off, and c has no rank with or without the waiver. */
    assert_says(text, "c,Cove,flag,,,,,,,,,,0,,,,,,,,,,few,note,Few seats,,0,they grow,,,,,,,\r\n");
    assert_says(text, "c,Cove,decision,,,,,,,,,,,,,,,,,,,,few,,,,,,,waiver,,,they grow,"
                      "'@panel,2026-11-18\r\n");
    text = report_explain(&fixture, "csv", (struct report){0}, fixture_vendor(&fixture, "d"));
    assert_says(text, "d,Dale,decision,,,,,,,,,,,,,,,,,,,,,,,,,,,exclusion,,excluded,"
                      "\"late, twice\",'@panel,2026-11-18\r\n");
    assert_silent(text, "rounding");
    assert_silent(text, "d,Dale,flag");
    fixture_release(&fixture);
}

/* --- Compare ------------------------------------------------------------------------------- */

#define COMPARE_HEADER                                                                             \
    "a,b,row,category,criterion,question,unit,weight,state_a,state_b,answer_a,answer_b,"           \
    "evidence_a,evidence_b,points_a,points_b,contribution_a,contribution_b,difference\r\n"

/* 37.5 + 26.25 + 12.5 + 5 = 81.25 = 92.5 - 11.25 */
static void compare_adds_up_to_the_difference(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    assert_text(
        report_compare(&fixture, "csv", (struct report){0}, fixture_vendor(&fixture, "a"),
                       fixture_vendor(&fixture, "b")),
        COMPARE_HEADER
        "a,b,criterion,notes,iso,\"ISO, now?\",,1,answered,open,yes,,,,100,,37.5,0,37.5\r\n"
        "a,b,criterion,notes,price,Price?,USD,1,answered,answered,20,90,,,80,10,30,3.75,26.25\r\n"
        "a,b,criterion,score,rank,Seats?,,1,answered,answered,10,5,,,100,50,25,12.5,12.5\r\n"
        "a,b,penalties,,,,,,,,,,,,,,0,-5,5\r\n"
        "a,b,floor,,,,,,,,,,,,,,0,0,0\r\n"
        "a,b,rounding,,,,,,,,,,,,,,0,0,0\r\n"
        "a,b,verdict,,,,,,,,'=fit,weak,,,,,0,0,0\r\n");
    fixture_release(&fixture);
}

static void compare_with_no_score_has_the_header_alone(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, true);
    assert_text(report_compare(&fixture, "csv", (struct report){0}, fixture_vendor(&fixture, "a"),
                               fixture_vendor(&fixture, "d")),
                COMPARE_HEADER);
    fixture_release(&fixture);
}

/* --- Panel --------------------------------------------------------------------------------- */

#define PANEL_HEADER                                                                               \
    "id,vendor,category,criterion,question,rater,value,evidence,note,distance,outlier,"            \
    "mean,lowest,highest,spread,spread_share,share,stakes,disagree,decided\r\n"

/*
 * On a scale from 0 to 4, alone in the total. Of a: the mean of 4, 1 and 1 is 2; the others of ana
 * have the mean 1, so that she lies 3 of 4 above them; those of ben and cy 2.5, 1.5 of 4 below.
 */
static void panel_has_a_row_a_judgement(void **state)
{
    (void)state;
    static const char rated[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n    weight: 1\n"
        "    criteria:\n      tone: {ask: How?, type: rating, scale: [0, 4]}\n";
    static const char vendors[] = "---\nshortlist-answers: 1\nid: a\nvendor: A\nanswers: {}\n"
                                  "---\nshortlist-answers: 1\nid: b\nvendor: B\nanswers: {}\n";
    static const char *const raters[] = {
        "shortlist-ratings: 1\nrater: =ana\nratings: {a: {tone: {value: 4, note: -loud}}}\n",
        "shortlist-ratings: 1\nrater: ben\nratings: {a: {tone: 1}, b: {tone: 2}}\n",
        "shortlist-ratings: 1\nrater: cy\nratings: {a: {tone: 1}, b: {tone: n/a}}\n",
        NULL,
    };
    struct fixture fixture;
    fixture_judge_panel(
        &fixture, rated, vendors, raters,
        "shortlist-decisions: 1\ndecisions: {a: {answers: {tone: {value: 3, why: w}}}}\n");
    assert_text(report_panel(&fixture, "csv", (struct report){0}), PANEL_HEADER
                "a,A,all,tone,How?,'=ana,4,,'-loud,0.75,yes,2,1,4,3,0.75,1,75,yes,3\r\n"
                "a,A,all,tone,How?,ben,1,,,-0.375,no,2,1,4,3,0.75,1,75,yes,3\r\n"
                "a,A,all,tone,How?,cy,1,,,-0.375,no,2,1,4,3,0.75,1,75,yes,3\r\n"
                "b,B,all,tone,How?,ben,2,,,,no,2,2,2,0,0,1,0,no,\r\n"
                "b,B,all,tone,How?,cy,n/a,,,,no,2,2,2,0,0,1,0,no,\r\n");
    fixture_release(&fixture);
}

static void panel_without_raters_has_the_header_alone(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture, false);
    assert_text(report_panel(&fixture, "csv", (struct report){0}), PANEL_HEADER);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(score_has_a_row_a_vendor),
        cmocka_unit_test(score_tells_waivers_apart),
        cmocka_unit_test(score_wide_has_the_points),
        cmocka_unit_test(score_top_shows_the_best),
        cmocka_unit_test(score_has_no_column_twice),
        cmocka_unit_test(score_guards_unless_raw),
        cmocka_unit_test(explain_has_a_row_for_everything),
        cmocka_unit_test(explain_has_a_row_a_decision),
        cmocka_unit_test(compare_adds_up_to_the_difference),
        cmocka_unit_test(compare_with_no_score_has_the_header_alone),
        cmocka_unit_test(panel_has_a_row_a_judgement),
        cmocka_unit_test(panel_without_raters_has_the_header_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
