/* The panel's report: what it says of a small panel, and how it is laid out for a large one. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/panel.h"
#include "shortlist/render.h"
#include "support/drawn.h"
#include "support/fixture.h"
#include "support/reports.h"

/*
 * Shares of the total: tone and clarity 0.25 each, price 0.5. Price earns Acme 62 points and Brio
 * 80, which are 31 and 40 points of the total.
 */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Help desk\n"
    "categories:\n"
    "  quality:\n"
    "    title: Quality\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      tone: {ask: How do they sound?, type: rating}\n"
    "      clarity: {ask: How clear are they?, type: rating, scale: [0, 10]}\n"
    "  cost:\n"
    "    title: Cost\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      price: {ask: Price?, type: number, score: {best: 0, worst: 100}}\n";

static const char answers[] = "---\nshortlist-answers: 1\nid: acme\nvendor: Acme Ltd\n"
                              "answers: {price: 38}\n"
                              "---\nshortlist-answers: 1\nid: brio\nvendor: Brio\n"
                              "answers: {price: 20}\n";

#define RATER(name, ratings) "shortlist-ratings: 1\nrater: " name "\nratings:\n" ratings

static const char *const three[] = {
    RATER("anna", "  acme: {tone: {value: 5, note: warm and quick}, clarity: 8}\n"
                  "  brio: {tone: 3, clarity: 9}\n"),
    RATER("ben", "  acme: {tone: {value: 2, note: cold on call 4}, clarity: 7}\n"
                 "  brio: {tone: 3, clarity: 4}\n"),
    RATER("chloe", "  acme: {tone: 5}\n"
                   "  brio: {tone: {value: n/a, note: I know the founder}, clarity: 9}\n"),
    NULL,
};

static const char decided[] = "shortlist-decisions: 1\nby: Panel\ndecisions:\n"
                              "  brio: {answers: {clarity: {value: 8, why: as heard again}}}\n";

/* A panel and the reports made of it, which live as long. */
struct shown {
    struct fixture fixture;
    struct panel panel;
};

static void show(struct shown *shown, const char *const *ratings, const char *decisions)
{
    fixture_judge_panel(&shown->fixture, criteria, answers, ratings, decisions);
    struct fixture *fixture = &shown->fixture;
    panel_make(&shown->panel, &fixture->evaluation, &fixture->inputs.answers,
               &fixture->inputs.decisions, &fixture->settlement, &fixture->arena);
}

static struct text drawn(struct shown *shown, const char *format, struct report report)
{
    struct sink sink;
    const char *reason;
    report.evaluation = &shown->fixture.evaluation;
    report.waivers = &(struct waivers){0};
    report.version = "0";
    sink_open_memory(&sink, &shown->fixture.arena);
    drawn_renderer(format)->panel(&report, &shown->panel, &sink);
    struct text text = text_copy(&shown->fixture.arena, buffer_text(&sink.text));
    assert_true(sink_finish(&sink, &reason));
    return text;
}

static struct text piped(struct shown *shown)
{
    return drawn(shown, "text", (struct report){0});
}

/* --- A small panel --------------------------------------------------------------------------- */

static void counts_what_was_judged(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    struct text text = piped(&shown);
    assert_says(text, "3 raters judged 2 vendors by 2 criteria: 10 values, 1 abstention.\n");
    /* chloe judges clarity, but has not said a word about Acme's */
    assert_says(text, "1 of their judgements is open.");
    fixture_release(&shown.fixture);
}

/* Tone of Acme: 3 of 5 apart, 100 * 0.6 * 0.25 = 15. Clarity: 1 of 10 apart, 100 * 0.1 * 0.25. */
static void moderation_names_stakes_values_and_notes(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    struct text text = piped(&shown);
    const char *tone = strstr(text.ptr, "   15.00      60.0     25.0  Acme Ltd (acme)\n");
    const char *clarity = strstr(text.ptr, "    2.50      10.0     25.0  Acme Ltd (acme)\n");
    assert_non_null(tone);
    assert_non_null(clarity);
    assert_true(tone < clarity);
    assert_says(text, " How do they sound? (tone)\n");
    assert_says(text, " anna 5, ben 2*, chloe 5; on 0 to 5 [raters_disagree]\n");
    assert_says(text, " ben: cold on call 4\n");
    assert_says(text, " anna 8, ben 7; on 0 to 10\n");
    assert_says(text, "1 disagreement is settled by a decision, and left out here.");
    assert_silent(text, "Brio (brio)");
    assert_silent(text, "I know the founder"); /* nobody disagrees on that item */
    fixture_release(&shown.fixture);
}

static void an_undecided_disagreement_is_not_left_out(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, NULL);
    struct text text = piped(&shown);
    /* 100 * 0.5 * 0.25 */
    assert_says(text, "   12.50      50.0     25.0  Brio\n");
    assert_silent(text, "settled by a decision");
    assert_silent(text, "decided");
    fixture_release(&shown.fixture);
}

static void every_value_stands_beside_mean_spread_and_decision(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    struct text text = piped(&shown);
    assert_says(text, "  How do they sound? (tone) 0 to 5, 25.0 % of the total\n");
    assert_says(text, "        anna  ben  chloe     mean  spread  decided\n"
                      "  acme     5    2*     5     4.00       3\n"
                      "  brio     3    3      x     3.00       0\n");
    assert_says(text, "  acme     8    7      -     7.50       1\n"
                      "  brio     9    4*     9     7.33       5        8\n");
    assert_says(text, "  x: abstained. -: has not judged this.\n");
    fixture_release(&shown.fixture);
}

/*
 * Distances from the others' mean, in shares of the scale. anna: 1.5/5, 0, 1/10, 2.5/10, on average
 * 0.1625; ben: -3/5, 0, -1/10, -5/10, -0.3; chloe: 1.5/5, 2.5/10, 0.275.
 */
static void each_rater_has_a_row(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    assert_says(piped(&shown), "         judged  n/a  open  outlier  leniency\n"
                               "  anna        4    0     0   0 of 2   +16.3 %  lenient\n"
                               "  ben         4    0     0   2 of 2   -30.0 %  severe\n"
                               "  chloe       2    1     1   0 of 2   +27.5 %  lenient\n");
    fixture_release(&shown.fixture);
}

/*
 * Alpha: observed disagreement (0.72 + 0 + 0.02 + 0.5) / 10, expected 9.22 / 90, so 1 - 0.124 /
 * 0.102444 = -0.210. W: two items, rank sums 5.5 and 3.5, one tie: 12 * 2 / (54 - 18) = 0.667.
 */
static void agreement_comes_with_words(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    struct text text = piped(&shown);
    assert_says(text, "  -0.210  Krippendorff's alpha, interval: not reliable, as the raters "
                      "disagree more than chance would have it\n");
    assert_says(text, "   0.667  Kendall's W, over the 2 items that all 3 raters judged\n");
    assert_says(text, "uncertain");
    fixture_release(&shown.fixture);
}

/*
 * Brio has 40 + 35 in every case, as its clarity is decided. Acme has 31 and half of the mean of
 * tone and clarity: (80 + 75) / 4 with all, (70 + 70) / 4 without anna, (100 + 80) / 4 without ben,
 * (70 + 75) / 4 without chloe.
 */
static void the_award_may_hang_on_one_rater(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    struct text text = piped(&shown);
    assert_says(text, "   score    lead\n"
                      "   75.00    5.25  with all raters: Brio\n"
                      "   75.00    9.00  without anna: Brio\n"
                      "   76.00    1.00  without ben: Acme Ltd CHANGED\n"
                      "   75.00    7.75  without chloe: Brio\n");
    assert_says(text, "The award hangs on ben: without this rater it would not be the same.");
    fixture_release(&shown.fixture);
}

/* The question stands with the first item of its criterion. */
static void moderation_asks_each_question_once(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, NULL);
    const char *text = piped(&shown).ptr;
    const char *values = strstr(text, "All values\n");
    const char *first = strstr(text, "  Acme Ltd (acme)\n                             How do they");
    const char *brio = strstr(text, "  Brio\n                             How clear are they? "
                                    "(clarity)\n");
    const char *again = strstr(text, "  Acme Ltd (acme)\n                             clarity\n");
    assert_non_null(first);
    assert_non_null(brio);
    assert_non_null(again);
    assert_true(first < brio && brio < again && again < values);
    fixture_release(&shown.fixture);
}

/* --- Panels that have little to compare ------------------------------------------------------- */

static void little_to_compare_is_said_so(void **state)
{
    (void)state;
    static const struct {
        const char *ratings[3];
        const char *told[3], *not_told[3];
    } cases[] = {
        {{NULL},
         {"No ratings are among the files", "    acme:\n", "tone: ~   # 0 to 5\n"},
         {"To talk about first", "The raters", "The winner"}},
        {{RATER("anna", "  acme: {tone: 3}\n")},
         {"1 rater judged 1 vendor by 1 criterion: 1 value.", "Nothing to compare: no two raters",
          "Kendall's W: undefined, as only one rater judged"},
         {"stakes", "lenient\n", "Alpha: 1 is perfect"}},
        {{RATER("anna", "  acme: {tone: 3}\n"), RATER("ben", "  brio: {tone: 3}\n")},
         {"Nothing to compare: no two raters", "undefined, as no two raters judged the same item",
          "and there is none"},
         {"* of three raters", "settled"}},
        {{RATER("anna", "  acme: {tone: 3}\n"), RATER("ben", "  acme: {tone: 3}\n")},
         {"Nothing: the raters agree", "undefined, as all values that can be compared are equal",
          "and there is one"},
         {"Nothing to compare"}},
        {{RATER("anna", "  acme: {tone: n/a}\n")},
         {"1 rater, but no vendor was given a value on a scale, 1 abstention.", "The raters",
          "does not hang on one rater"},
         {"To talk about first", "All values", "How well they agree"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shown shown;
        show(&shown, cases[i].ratings, NULL);
        struct text text = piped(&shown);
        for (size_t t = 0; t < 3 && cases[i].told[t] != NULL; t++)
            assert_says(text, cases[i].told[t]);
        for (size_t t = 0; t < 3 && cases[i].not_told[t] != NULL; t++)
            assert_silent(text, cases[i].not_told[t]);
        fixture_release(&shown.fixture);
    }
}

/* --- What figures are called ------------------------------------------------------------------ */

static void leniency_is_called_so_from_five_percent_on(void **state)
{
    (void)state;
    static const struct {
        double leniency;
        const char *told;
    } cases[] = {
        {0.05, "+5.0 %  lenient\n"},
        {0.0496, "+5.0 %  lenient\n"}, /* as it is printed */
        {0.0494, "+4.9 %\n"},
        {0, "0.0 %\n"},
        {-0.0494, "-4.9 %\n"},
        {-0.05, "-5.0 %  severe\n"},
        {(double)NAN, "0 of 2         -\n"},
    };
    struct shown shown;
    show(&shown, three, decided);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        shown.panel.raters[0].leniency = cases[i].leniency;
        assert_says(piped(&shown), cases[i].told);
    }
    fixture_release(&shown.fixture);
}

static void alpha_is_called_as_its_author_does(void **state)
{
    (void)state;
    static const struct {
        double alpha;
        const char *told, *meaning;
    } cases[] = {
        {1, "1.000  Krippendorff's alpha, interval: reliable\n", "reliable"},
        {0.8, "0.800  Krippendorff's alpha, interval: reliable\n", "reliable"},
        {0.799, "interval: good for tentative conclusions only\n", "tentative"},
        {0.667, "interval: good for tentative conclusions only\n", "tentative"},
        {0.666, "interval: not reliable\n", "unreliable"},
        {0, "interval: not reliable\n", "unreliable"},
        {-0.1, "interval: not reliable, as the raters disagree more than chance", "unreliable"},
        {(double)NAN, "       -  Krippendorff's alpha, interval: undefined", "undefined"},
    };
    struct shown shown;
    show(&shown, three, decided);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        shown.panel.alpha_interval = cases[i].alpha;
        assert_says(piped(&shown), cases[i].told);
        struct text meaning =
            text_format(&shown.fixture.arena, "\"meaning\": \"%s\"", cases[i].meaning);
        assert_says(drawn(&shown, "json", (struct report){0}), meaning.ptr);
    }
    fixture_release(&shown.fixture);
}

static void an_award_is_called_safe_only_when_it_is(void **state)
{
    (void)state;
    static const struct {
        bool changes[3];
        size_t winners;
        const char *told;
    } cases[] = {
        {{false, false, false}, 1, "The award does not hang on one rater"},
        {{false, false, false}, 0, "Nobody is ranked, so there is no award to change."},
        {{true, false, false}, 0, "That nobody is ranked hangs on anna: without this rater"},
        {{true, false, true}, 1, "The award hangs on anna and chloe: without any one of them"},
        {{true, true, true}, 1, "The award hangs on anna, ben and chloe: without any one of them"},
    };
    struct shown shown;
    show(&shown, three, decided);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t r = 0; r < 3; r++)
            shown.panel.without[r].changes = cases[i].changes[r];
        shown.panel.winners.count = cases[i].winners;
        assert_says(piped(&shown), cases[i].told);
    }
    fixture_release(&shown.fixture);
}

/* --- Layout ----------------------------------------------------------------------------------- */

/* ESC, C1, a bidi override; a wide and a combining name; a very long one. */
#define HOSTILE "\"\\e[31mred\\a \\x9b\\u202Eevil \\\"quoted\\\"\""
#define WIDE "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2 Cafe\xcc\x81"
#define LONG "Averyveryveryveryveryveryveryveryverylongname of many words"

static const char *const strange[] = {
    RATER(WIDE, "  acme: {tone: {value: 5, note: " HOSTILE "}, clarity: 8}\n"
                "  brio: {tone: 3, clarity: 9.25}\n"),
    RATER(LONG, "  acme: {tone: {value: 2, note: " LONG LONG LONG
                "}, clarity: 7}\n  brio: {tone: n/a}\n"),
    RATER("chloe", "  acme: {tone: 5}\n  brio: {tone: 1, clarity: 9}\n"),
    NULL,
};

static void fits_every_width_and_is_harmless(void **state)
{
    (void)state;
    static const size_t widths[] = {0, 40, 60, 61, 80, 100, 160, 200};
    const char *const *const panels[] = {three, strange};
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++) {
        struct shown shown;
        show(&shown, panels[p], decided);
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
            struct text text = drawn(&shown, "text", (struct report){.width = widths[w]});
            assert_harmless(text);
            assert_fits(text, widths[w] < 60 ? 0 : widths[w]);
            assert_no_space_at_ends(text);
            struct text colored =
                drawn(&shown, "text", (struct report){.width = widths[w], .color = true});
            assert_true(colored.len > text.len);
            assert_true(text_equal(drawn_without_colour(&shown.fixture.arena, colored), text));
        }
        struct text json = drawn(&shown, "json", (struct report){0});
        assert_harmless(json);
        assert_no_space_at_ends(json);
        fixture_release(&shown.fixture);
    }
}

static void ascii_draws_nothing_else(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, three, decided);
    assert_ascii(drawn(&shown, "text", (struct report){.width = 60, .ascii = true}));
    fixture_release(&shown.fixture);
}

/* A panel of so many raters with names of 26 characters that begin alike; each gives Acme's tone a
 * value from 0 to 4. */
static void show_many(struct shown *shown, size_t raters)
{
    enum { MOST = 20 };
    char files[MOST][128];
    const char *paths[MOST + 1] = {NULL};
    assert_true(raters <= MOST);
    for (size_t r = 0; r < raters; r++) {
        snprintf(files[r], sizeof files[r],
                 RATER("head-of-customer-service-%c", "  acme: {tone: %zu}\n"), (char)('a' + r),
                 r % 5);
        paths[r] = files[r];
    }
    show(shown, paths, NULL);
}

/* The names of three come to 3 * 28 columns, behind "  acme " and before the 16 of mean and spread.
 */
static void raters_become_letters_and_then_words(void **state)
{
    (void)state;
    static const struct {
        size_t raters, width;
        const char *told, *not_told;
    } cases[] = {
        {3, 107, "  head-of-customer-service-a  head-of-customer-service-b", "B = "},
        {3, 106, "        A  B  C     mean  spread\n", "service-a  head-of"},
        {3, 106, "  A = head-of-customer-service-a, B = head-of-customer-service-b,", "\x80\xa6"},
        {3, 0, "  A = head-of-customer-service-a, B = head-of-customer-service-b,", "\x80\xa6"},
        {20, 60, "  acme     2.00       4\n", "A = "}, /* 20 * 3 columns have no room */
        {20, 60, "    head-of-customer-service-a 0,\n      head-of-customer-service-b 1,", "A = "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shown shown;
        show_many(&shown, cases[i].raters);
        struct text text = drawn(&shown, "text", (struct report){.width = cases[i].width});
        assert_says(text, cases[i].told);
        assert_silent(text, cases[i].not_told);
        assert_fits(text, cases[i].width);
        fixture_release(&shown.fixture);
    }
}

/* "A = head of customer care a," takes 28 columns: two and the indent have room in 60. */
static void a_letter_stays_with_its_name(void **state)
{
    (void)state;
    static const char *const many_words[] = {
        RATER("head of customer care a", "  acme: {tone: 1}\n"),
        RATER("head of customer care b", "  acme: {tone: 2}\n"),
        RATER("head of customer care c", "  acme: {tone: 3}\n"), NULL};
    struct shown shown;
    show(&shown, many_words, NULL);
    assert_says(drawn(&shown, "text", (struct report){.width = 60}),
                "  A = head of customer care a, B = head of customer care b,\n"
                "  C = head of customer care c\n");
    assert_says(drawn(&shown, "text", (struct report){.width = 58}),
                "  A = head of customer care a,\n"
                "  B = head of customer care b, C = head of customer care c\n");
    fixture_release(&shown.fixture);
}

/* Twenty disagreements: a terminal shows the first twelve. */
static void a_terminal_shows_what_matters_most(void **state)
{
    (void)state;
    enum { ITEMS = 20, SHOWN = 12 };
    uint32_t moderation[ITEMS] = {0};
    struct shown shown;
    show(&shown, three, decided);
    shown.panel.moderation = moderation;
    shown.panel.moderation_count = ITEMS;
    static const struct {
        size_t width, told;
    } cases[] = {{100, SHOWN}, {0, ITEMS}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = drawn(&shown, "text", (struct report){.width = cases[i].width}).ptr;
        size_t told = 0;
        for (const char *at = text; (at = strstr(at, "cold on call 4")) != NULL; at++)
            told++;
        assert_int_equal(told, cases[i].told);
        assert_int_equal(strstr(text, "And 8 more, of lower stakes") != NULL, told < ITEMS);
    }
    fixture_release(&shown.fixture);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void json_has_everything_in_order(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "{\n  \"shortlist\": \"0\",\n  \"criteria\": {\"title\": \"Help desk\", \"revision\": null",
        "\"inputs\": [",
        "\"as_of\": \"2026-11-21\",\n  \"stamps\": [",
        "\"raters\": [\n    {\"rater\": \"anna\", \"judged\": 4, \"abstained\": 0, \"open\": 0, "
        "\"compared\": 4, \"leniency\": 0.",
        "{\"rater\": \"chloe\", \"judged\": 2, \"abstained\": 1, \"open\": 1, \"compared\": 2, "
        "\"leniency\": 0.",
        "\"outlier\": 0, \"outlier_of\": 2}\n  ],\n  \"items\": [",
        "{\"vendor\": \"acme\", \"criterion\": \"tone\", \"values\": [{\"rater\": \"anna\", "
        "\"value\": 5, \"note\": \"warm and quick\"}, {\"rater\": \"ben\", \"value\": 2, \"note\": "
        "\"cold on call 4\"}, {\"rater\": \"chloe\", \"value\": 5, \"note\": null}], \"mean\": 4, "
        "\"lowest\": 2, \"highest\": 5, \"spread\": 3, \"spread_share\": 0.6, \"share\": 0.25, "
        "\"stakes\": 15, \"outlier\": \"ben\", \"disagree\": true, \"decided\": null}",
        "{\"rater\": \"chloe\", \"value\": \"n/a\", \"note\": \"I know the founder\"}], \"mean\": "
        "3,",
        "\"spread\": 0, \"spread_share\": 0, \"share\": 0.25, \"stakes\": 0, \"outlier\": null, "
        "\"disagree\": false, \"decided\": null}",
        "\"spread\": 5, \"spread_share\": 0.5, \"share\": 0.25, \"stakes\": 12.5, "
        "\"outlier\": \"ben\", \"disagree\": true, \"decided\": 8}",
        "\"moderation\": [\n    {\"vendor\": \"acme\", \"criterion\": \"tone\", \"stakes\": 15},\n"
        "    {\"vendor\": \"acme\", \"criterion\": \"clarity\", \"stakes\": 2.5}\n  ]",
        "\"agreement\": {\"alpha_interval\": -0.2",
        "\"alpha_ordinal\": ",
        "\"meaning\": \"unreliable\", \"kendall_w\": 0.66",
        "\"kendall_items\": 2}",
        "\"winner\": {\"vendors\": [\"brio\"], \"score\": 75, \"lead\": 5.25}",
        "\"without\": [\n    {\"rater\": \"anna\", \"vendors\": [\"brio\"], \"score\": 75, "
        "\"lead\": 9, \"changes\": false},\n"
        "    {\"rater\": \"ben\", \"vendors\": [\"acme\"], \"score\": 76, \"lead\": 1, "
        "\"changes\": true},\n",
    };
    struct shown shown;
    show(&shown, three, decided);
    const char *at = drawn(&shown, "json", (struct report){0}).ptr;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = strstr(at, parts[i]);
        if (part == NULL)
            fail_msg("does not go on with `%s`:\n%s", parts[i], at);
        at = part + strlen(parts[i]);
    }
    fixture_release(&shown.fixture);
}

/* Without ratings the lists are empty, and what cannot be computed is null. */
static void json_of_no_panel_is_empty(void **state)
{
    (void)state;
    static const char *const none[] = {NULL};
    struct shown shown;
    show(&shown, none, NULL);
    struct text json = drawn(&shown, "json", (struct report){0});
    assert_says(json, "\"raters\": [],\n  \"items\": [],\n  \"moderation\": [],\n"
                      "  \"to_decide\": [],\n  \"agreement\": {\"alpha_interval\": null, "
                      "\"alpha_ordinal\": null, "
                      "\"meaning\": \"undefined\", \"kendall_w\": null, \"kendall_items\": 0},\n"
                      "  \"winner\": {\"vendors\": [\"brio\"], ");
    assert_says(json, "\"without\": []\n}\n");
    fixture_release(&shown.fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_was_judged),
        cmocka_unit_test(moderation_names_stakes_values_and_notes),
        cmocka_unit_test(an_undecided_disagreement_is_not_left_out),
        cmocka_unit_test(every_value_stands_beside_mean_spread_and_decision),
        cmocka_unit_test(each_rater_has_a_row),
        cmocka_unit_test(agreement_comes_with_words),
        cmocka_unit_test(the_award_may_hang_on_one_rater),
        cmocka_unit_test(moderation_asks_each_question_once),
        cmocka_unit_test(little_to_compare_is_said_so),
        cmocka_unit_test(leniency_is_called_so_from_five_percent_on),
        cmocka_unit_test(alpha_is_called_as_its_author_does),
        cmocka_unit_test(an_award_is_called_safe_only_when_it_is),
        cmocka_unit_test(fits_every_width_and_is_harmless),
        cmocka_unit_test(ascii_draws_nothing_else),
        cmocka_unit_test(raters_become_letters_and_then_words),
        cmocka_unit_test(a_letter_stays_with_its_name),
        cmocka_unit_test(a_terminal_shows_what_matters_most),
        cmocka_unit_test(json_has_everything_in_order),
        cmocka_unit_test(json_of_no_panel_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
