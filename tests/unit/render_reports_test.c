/*
 * The reports as a whole: what holds for every one of them, whatever the width, the colours and the
 * names in the files. What they say is in the golden cases.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/render.h"
#include "support/drawn.h"
#include "support/fixture.h"
#include "support/reports.h"

/* ESC, C1, a bidi override, quotes, a wide and a combining name, a very long one. */
#define HOSTILE "\"\\e[31mred\\e]0;title\\a \\x9b\\u202Eevil\\u2066 \\\"quoted\\\"\""
#define WIDE "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2 Cafe\xcc\x81"
#define LONG                                                                                       \
    "Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongname of "    \
    "a company that also has many words in its name because somebody could not stop"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: " HOSTILE "\n"
    "revision: 2\n"
    "ties: [price]\n"
    "needs: {hours: 98, remark: " HOSTILE ", words: [crm, " LONG "]}\n"
    "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
    "bands: {0: " HOSTILE ", 60: extend}\n"
    "categories:\n"
    "  quality:\n"
    "    title: " WIDE "\n"
    "    weight: 2\n"
    "    minimum: 10\n"
    "    criteria:\n"
    "      csat: {ask: " HOSTILE ", type: number, unit: \"%\","
    " why: " HOSTILE ", score: {best: 100, worst: 0}}\n"
    "      iso: {ask: " LONG ", type: yes_no, proof: yes}\n"
    "      tone: {ask: How do they sound?, type: rating}\n"
    "  cost:\n"
    "    title: Cost\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      price: {ask: q, type: number, score: {best: lowest, worst: 50}}\n"
    "      seats: {ask: q, type: number, weight: 0, score: {best: 9, worst: 0}}\n"
    "      cost_year: {type: number, computed: price * seats, weight: 0,"
    " score: {best: 0, worst: 9}}\n"
    "      tools: {ask: q, type: set, options: {crm: " HOSTILE ", bot: Chatbot}, weight: 0,"
    " score: {points: {crm: 10}}}\n"
    "      remarks: {ask: Anything else?, type: text}\n"
    "rules:\n"
    "  dear: {when: price > 20, severity: critical, message: \"{price} is dear, {tools}\","
    " advice: " HOSTILE ", penalty: 3}\n"
    "  no_iso: {when: iso == no, severity: knockout, message: No ISO, advice: Ask.}\n"
    "  slow: {when: csat < 5, severity: note, message: Slow, unknown: fire}\n";

static const char answers[] =
    "---\nshortlist-answers: 1\nid: a\nvendor: " HOSTILE "\nanswers: {csat: 90 %,"
    " iso: {value: yes, evidence: documented, expires: 2026-01-01, source: " HOSTILE
    ", note: " HOSTILE "}, price: 10, seats: 2, tools: [crm, bot], remarks: " HOSTILE "}\n"
    "---\nshortlist-answers: 1\nid: b\nvendor: " WIDE "\nanswers: {csat: 70, price: 25}\n"
    "---\nshortlist-answers: 1\nid: c\nvendor: " LONG "\nanswers: {csat: 70, price: 25}\n"
    "---\nshortlist-answers: 1\nid: d\nvendor: Out\nanswers: {csat: 1, iso: no, price: n/a}\n"
    "---\nshortlist-answers: 1\nid: e\nvendor: E\nanswers: {}\n"
    "---\nshortlist-answers: 1\nid: f\nvendor: F\nanswers: {}\n";

static const char *const ratings[] = {
    "shortlist-ratings: 1\nrater: " WIDE "\nratings:\n"
    "  a: {tone: {value: 5, note: " HOSTILE "}, csat: {value: 12, note: " HOSTILE "}}\n"
    "  b: {tone: 1, csat: {value: 1, evidence: verified, note: " LONG "}}\n"
    "  c: {csat: {value: 2, note: " HOSTILE "}}\n"
    "  d: {tone: n/a}\n"
    "  " HOSTILE ": {tone: 1}\n",
    "shortlist-ratings: 1\nrater: a rater of that long name who goes on about how he came by it\n"
    "ratings:\n"
    "  a: {tone: 1, iso: {evidence: verified, note: " LONG "}, remarks: " HOSTILE "}\n"
    "  c: {csat: 71}\n",
    NULL,
};

static const char decisions[] =
    "shortlist-decisions: 1\nby: " HOSTILE "\ndate: 2026-11-18\ndecisions:\n"
    "  a:\n"
    "    answers:\n"
    "      csat: {value: 80, why: " HOSTILE ", source: " HOSTILE "}\n"
    "      iso: {evidence: documented, why: " LONG "}\n"
    "      remarks: {value: " HOSTILE ", why: " LONG "}\n"
    "  b: {waive: {dear: " HOSTILE "}}\n"
    "  d:\n"
    "    answers: {price: {accept_na: yes, why: " HOSTILE "}}\n"
    "    waive: {no_iso: " LONG ", minimum_quality: " HOSTILE "}\n"
    "  e: {exclude: " HOSTILE "}\n";

static void judge(struct fixture *fixture)
{
    fixture_judge_panel(fixture, criteria, answers, ratings, decisions);
}

enum kind { SCORE, CARDS, TOP, PANEL, EXPLAIN, COMPARE, KINDS };

/* All reports of a kind, one behind the other: explain of every vendor, and so on. */
static struct text written(struct fixture *fixture, const char *format, struct report report,
                           enum kind kind)
{
    const struct report_file files[] = {
        {"criteria", TEXT("folder/\033[31mcriteria.yaml"), NULL},
        {"answers", TEXT("folder/a\xff.yaml"), NULL},
        {"answers", TEXT("folder/b.yaml"), NULL},
    };
    struct text_buffer all = {.arena = &fixture->arena};
    report.files = files;
    report.file_count = sizeof files / sizeof *files;
    report.cards = kind == CARDS;
    report.top = kind == TOP ? 1 : 0;
    if (kind == PANEL)
        return report_panel(fixture, format, report);
    if (kind != EXPLAIN && kind != COMPARE)
        return report_score(fixture, format, report);
    for (uint32_t vendor = 0; vendor < fixture->inputs.answers.count; vendor++)
        buffer_add(&all, kind == EXPLAIN ? report_explain(fixture, format, report, vendor)
                                         : report_compare(fixture, format, report, 0, vendor));
    return buffer_text(&all);
}

static void text_fits_every_width_and_is_harmless(void **state)
{
    (void)state;
    static const size_t widths[] = {0, 40, 60, 61, 80, 100, 140, 200};
    struct fixture fixture;
    judge(&fixture);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        for (int kind = 0; kind < KINDS; kind++) {
            struct report report = {.width = widths[w], .what_if = true};
            struct text text = written(&fixture, "text", report, (enum kind)kind);
            assert_harmless(text);
            assert_fits(text, widths[w] < 60 ? 0 : widths[w]);
            assert_no_space_at_ends(text);
        }
    }
    fixture_release(&fixture);
}

/* Without the sequences that colours are made of, both are the same. */
static void colour_adds_nothing_but_colour(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture);
    for (int kind = 0; kind < KINDS; kind++) {
        struct report report = {.width = 80};
        struct text plain = written(&fixture, "text", report, (enum kind)kind);
        report.color = true;
        struct text colored = written(&fixture, "text", report, (enum kind)kind);
        assert_true(colored.len > plain.len);
        assert_true(text_equal(drawn_without_colour(&fixture.arena, colored), plain));
    }
    fixture_release(&fixture);
}

static void ascii_draws_nothing_else(void **state)
{
    (void)state;
    static const char plain_criteria[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  c:\n    title: C\n    weight: 1\n"
        "    criteria:\n      n: {ask: q, type: number, score: {best: 9, worst: 0}}\n"
        "      m: {ask: q, type: number, proof: yes, score: {best: 9, worst: 0}}\n"
        "rules:\n  k: {when: n < 1, severity: knockout, message: m, advice: a}\n";
    static const char plain_answers[] =
        "---\nshortlist-answers: 1\nid: a\nanswers: {n: 4}\n"
        "---\nshortlist-answers: 1\nid: b\nanswers: {n: 0, m: {value: 2, evidence: claimed}}\n"
        "---\nshortlist-answers: 1\nid: a-long-id-that-has-to-be-cut-somewhere-in-the-table\n"
        "answers: {m: 1}\n";
    static const char *const plain_ratings[] = {
        "shortlist-ratings: 1\nrater: ana\nratings: {a: {n: {value: 3, note: heard so}}}\n", NULL};
    static const char plain_decisions[] =
        "shortlist-decisions: 1\nby: Panel\ndecisions:\n"
        "  a: {answers: {m: {value: 3, why: seen}}}\n"
        "  b: {waive: {k: paid}, answers: {m: {evidence: verified, why: seen}}}\n"
        "  a-long-id-that-has-to-be-cut-somewhere-in-the-table: {exclude: withdrew}\n";
    struct fixture fixture;
    fixture_judge_panel(&fixture, plain_criteria, plain_answers, plain_ratings, plain_decisions);
    for (int kind = 0; kind < KINDS; kind++) {
        struct report report = {.width = 60, .ascii = true};
        struct text text = written(&fixture, "text", report, (enum kind)kind);
        assert_ascii(text);
    }
    fixture_release(&fixture);
}

/* The id of one vendor begins as that of the other does, for longer than any head has room. */
static void heads_that_would_be_alike_become_letters(void **state)
{
    (void)state;
    static const char two_criteria[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  c:\n    title: C\n    weight: 1\n"
        "    criteria:\n      n: {ask: q, type: number, score: {best: 9, worst: 0}}\n";
    static const char two_answers[] =
        "---\nshortlist-answers: 1\nid: some-company-of-the-north-and-the-west\nanswers: {n: 4}\n"
        "---\nshortlist-answers: 1\nid: some-company-of-the-north-and-the-east\nanswers: {n: 2}\n";
    struct fixture fixture;
    fixture_judge(&fixture, two_criteria, two_answers);
    for (int kind = 0; kind < KINDS; kind++) {
        if (kind == TOP || kind == PANEL || kind == EXPLAIN)
            continue;
        struct report report = {.width = 60};
        struct text text = written(&fixture, "text", report, (enum kind)kind);
        assert_non_null(strstr(text_copy(&fixture.arena, text).ptr, "A = some-company"));
    }
    struct report report = {.width = 0};
    struct text text = written(&fixture, "text", report, COMPARE);
    assert_null(strstr(text_copy(&fixture.arena, text).ptr, "A = some-company"));
    fixture_release(&fixture);
}

static void reports_name_profiles_and_changes(void **state)
{
    (void)state;
    const struct text titles[] = {TEXT("Help desk of\nFernhollow"), TEXT(""), TEXT("\033Night")};
    const char *const changes[] = {"--need hours_week=168", "--weight cost=\xff"};
    struct fixture fixture;
    judge(&fixture);
    for (int kind = 0; kind < KINDS; kind++) {
        struct report report = {.profile_titles = titles,
                                .profile_count = 3,
                                .what_if = true,
                                .changes = changes,
                                .change_count = 2};
        struct text text = written(&fixture, "text", report, (enum kind)kind);
        const char *string = text_copy(&fixture.arena, text).ptr;
        assert_non_null(strstr(string, "for: Help desk of Fernhollow; \\x1bNight\n"));
        assert_non_null(strstr(string, "--need hours_week=168, --weight cost=\\xff. This is not"));
    }
    fixture_release(&fixture);
}

/* A division by zero waits for nobody, so the report must not say that it does. */
static void what_has_no_value_does_not_wait(void **state)
{
    (void)state;
    static const char zero_criteria[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  c:\n    title: C\n    weight: 1\n"
        "    criteria:\n      n: {ask: q, type: number, score: {formula: 100 / n}}\n"
        "      m: {ask: q, type: number, score: {best: 9, worst: 0}}\n"
        "      ratio: {type: number, computed: m / n, score: {best: 9, worst: 0}}\n";
    static const struct {
        const char *answers, *told, *not_told;
    } cases[] = {
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 0, m: 1}\n",
         "Open: its computation has no value", "waits for"},
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 0}\n",
         "Open: waits for the answers it is computed from", "computation has no value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_judge(&fixture, zero_criteria, cases[i].answers);
        struct report report = {0};
        struct text text = written(&fixture, "text", report, EXPLAIN);
        const char *string = text_copy(&fixture.arena, text).ptr;
        assert_non_null(strstr(string, "Answer: 0; no points, as its formula has no value"));
        assert_non_null(strstr(string, cases[i].told));
        assert_null(strstr(string, cases[i].not_told));
        fixture_release(&fixture);
    }
}

/* Ranges that overlap are said once, and only where something is open. */
static void overlapping_ranges_are_said_once(void **state)
{
    (void)state;
    static const char said[] = "Ranges overlap";
    static const char plain_criteria[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  c:\n    title: C\n    weight: 1\n"
        "    criteria:\n      n: {ask: q, type: number, score: {best: 10, worst: 0}}\n"
        "      m: {ask: q, type: number, score: {best: 10, worst: 0}}\n";
    static const struct {
        const char *answers;
        bool overlap;
    } cases[] = {
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 10, m: 8}\n"
         "---\nshortlist-answers: 1\nid: b\nanswers: {n: 10, m: 8}\n",
         false}, /* a tie that is final */
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 10, m: 8}\n"
         "---\nshortlist-answers: 1\nid: b\nanswers: {n: 7}\n",
         false}, /* at most 85 against 90 */
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 10, m: 8}\n"
         "---\nshortlist-answers: 1\nid: b\nanswers: {n: 8}\n",
         true}, /* 90 would be a tie */
        {"---\nshortlist-answers: 1\nid: a\nanswers: {n: 10}\n"
         "---\nshortlist-answers: 1\nid: b\nanswers: {n: 8}\n"
         "---\nshortlist-answers: 1\nid: c\nanswers: {n: 6}\n",
         true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_judge(&fixture, plain_criteria, cases[i].answers);
        struct report report = {0};
        struct text text = written(&fixture, "text", report, SCORE);
        const char *first = strstr(text_copy(&fixture.arena, text).ptr, said);
        assert_int_equal(first != NULL, cases[i].overlap);
        if (first != NULL)
            assert_null(strstr(first + 1, said));
        fixture_release(&fixture);
    }
}

static void json_is_harmless(void **state)
{
    (void)state;
    struct fixture fixture;
    judge(&fixture);
    for (int kind = 0; kind < KINDS; kind++) {
        struct report report = {0};
        struct text text = written(&fixture, "json", report, (enum kind)kind);
        assert_harmless(text);
        assert_no_space_at_ends(text);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_fits_every_width_and_is_harmless),
        cmocka_unit_test(colour_adds_nothing_but_colour),
        cmocka_unit_test(ascii_draws_nothing_else),
        cmocka_unit_test(heads_that_would_be_alike_become_letters),
        cmocka_unit_test(reports_name_profiles_and_changes),
        cmocka_unit_test(what_has_no_value_does_not_wait),
        cmocka_unit_test(overlapping_ranges_are_said_once),
        cmocka_unit_test(json_is_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
