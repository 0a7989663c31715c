/* Templates: what they say of each kind of criterion, and what they never say. That they come back
 * filled in is the business of tests/template/run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/template.h"
#include "support/fixture.h"
#include "support/reports.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Night desk\n"
    "needs: {abroad: no}\n"
    "categories:\n"
    "  people:\n"
    "    title: People\n"
    "    weight: 3\n"
    "    criteria:\n"
    "      certified: {ask: Who is certified, type: yes_no, proof: yes, weight: 2}\n"
    "      left: {ask: Who left, type: number, unit: '%', range: [0, 400],\n"
    "             score: {steps: {0: 77, 9: 78}}}\n"
    "      tone: {ask: What is their tone, type: rating, levels: {0: cold, 5: warm}}\n"
    "      told: {ask: What were we told, type: text, by: buyer}\n"
    "      sites: {ask: Which sites, type: text, when: needs.abroad}\n"
    "  work:\n"
    "    title: Work\n"
    "    criteria:\n"
    "      languages: {ask: Which languages, type: set, options: {de: German, sv: sv},\n"
    "                  score: {points: {de: 76}}}\n"
    "      shifts: {ask: Which shifts, type: choice, options: {day: By day, night: At night},\n"
    "               score: {points: {day: 75, night: 79}}}\n"
    "      extras: {ask: Which extras, type: set, options: [none, some],\n"
    "               score: {points: {some: 74}}}\n"
    "      price: {ask: Which price, type: number, score: {best: 72, worst: 73}}\n"
    "      start: {ask: Which start, type: date, score: {curve: {7: 71, 70: 0}}}\n"
    "      cost: {type: number, computed: price * 2, score: {best: 71, worst: 73}}\n"
    "rules:\n"
    "  many_left: {when: left > 70, severity: note, message: too many left}\n";

/* --- Templates as texts ------------------------------------------------------------------- */

enum kind { QUESTIONS, RATINGS };

static const struct template_format *format_of(const char *name)
{
    for (size_t f = 0; f < template_format_count; f++) {
        if (strcmp(template_formats[f].name, name) == 0)
            return &template_formats[f];
    }
    fail_msg("no format %s", name);
    return &template_formats[0];
}

/* Lives in the fixture's arena and ends in a NUL. */
static struct text write(struct fixture *fixture, const char *format, enum kind kind,
                         struct template_options options)
{
    struct sink sink;
    const char *reason;
    const struct template_format *chosen = format_of(format);
    options.vendors = &fixture->inputs.answers;
    sink_open_memory(&sink, &fixture->arena);
    (kind == RATINGS ? chosen->ratings : chosen->questions)(&fixture->inputs.criteria, &options,
                                                            &sink);
    struct text text = text_copy(&fixture->arena, buffer_text(&sink.text));
    assert_true(sink_finish(&sink, &reason));
    return text;
}

struct example {
    const char *format;
    enum kind kind;
    const char *words;
};

typedef void (*assertion)(struct text text, const char *words);

static void check(const struct example *examples, size_t count, assertion holds)
{
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  "shortlist-answers: 1\nvendor: Acme Desk\nid: acme\n"
                  "answers: {}\n");
    for (size_t i = 0; i < count; i++) {
        struct text text =
            write(&fixture, examples[i].format, examples[i].kind, (struct template_options){0});
        holds(text, examples[i].words);
    }
    fixture_release(&fixture);
}

#define CHECK(examples, holds) check(examples, sizeof(examples) / sizeof((examples)[0]), holds)

/* --- What is asked ------------------------------------------------------------------------ */

static void test_what_may_be_answered_is_said_in_words(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"yaml", QUESTIONS, "# Who is certified\n  # Answer: yes or no\n"},
        {"yaml", QUESTIONS, "# Answer: a number in %, from 0 to 400\n  left:\n"},
        {"yaml", QUESTIONS,
         "# Answer: a list of any of these, such as [de, sv]; [] for none of them\n"
         "  #   de: German\n  #   sv\n  languages:\n"},
        {"yaml", QUESTIONS,
         "# Answer: one of these words\n  #   day: By day\n  #   night: At night\n  shifts:\n"},
        {"yaml", QUESTIONS, "# Answer: a number\n  price:\n"},
        {"yaml", QUESTIONS, "# Answer: a date, YYYY-MM-DD\n  start:\n"},
        {"yaml", RATINGS,
         "#     Answer: a number, from 0 to 5\n#       0: cold\n#       5: warm\n"},
        {"csv", QUESTIONS,
         "\r\ncertified,Who is certified,Evidence is wanted here.,yes_no,,"
         "yes or no,,,,,\r\n"},
        {"csv", QUESTIONS, "\r\nleft,Who left,,number,%,from 0 to 400,,,,,\r\n"},
        {"csv", QUESTIONS,
         "\r\nlanguages,Which languages,,set,,"
         "\"several, with ; between them, or none: de = German; sv\",,,,,\r\n"},
        {"csv", QUESTIONS,
         "\r\nshifts,Which shifts,,choice,,\"one of: day = By day; night = At night\",,,,,\r\n"},
        {"csv", QUESTIONS, "\r\nprice,Which price,,number,,a number,,,,,\r\n"},
        {"csv", QUESTIONS, "\r\nstart,Which start,,date,,YYYY-MM-DD,,,,,\r\n"},
    };
    CHECK(examples, assert_says);
}

/* `none` in a cell would be that option. */
static void test_an_option_called_none_is_told_from_none_of_them(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"csv", QUESTIONS, "\"several, with ; between them, or []: none; some\""},
    };
    CHECK(examples, assert_says);
}

static void test_evidence_is_asked_for_where_proof_is_wanted(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"yaml", QUESTIONS, "#   certified:\n#     value: yes\n#     evidence: documented"},
        {"yaml", QUESTIONS,
         "# Evidence: wanted here, in the longer form shown at the top\n"
         "  certified:\n"},
    };
    static const struct example never[] = {
        {"yaml", QUESTIONS, "at the top\n  left:\n"},
    };
    CHECK(examples, assert_says);
    CHECK(never, assert_silent);
}

static void test_vendors_and_evaluators_are_asked_their_own(void **state)
{
    (void)state;
    static const struct example never[] = {
        {"yaml", QUESTIONS, "tone"},      {"yaml", QUESTIONS, "told"}, {"yaml", QUESTIONS, "sites"},
        {"yaml", QUESTIONS, "cost"},      {"csv", QUESTIONS, "tone"},  {"csv", QUESTIONS, "told"},
        {"csv", QUESTIONS, "sites"},      {"csv", QUESTIONS, "cost"},  {"yaml", RATINGS, "sites"},
        {"yaml", RATINGS, "    left:\n"}, {"yaml", RATINGS, "cost"},   {"csv", RATINGS, "left"},
    };
    static const struct example asked[] = {
        {"yaml", RATINGS, "\n  # Acme Desk\n  acme:\n    tone:\n    told:\n"},
        {"csv", RATINGS, "rater,id,vendor,tone,told\r\n,acme,Acme Desk,,\r\n"},
    };
    CHECK(never, assert_silent);
    CHECK(asked, assert_says);
}

/* All points and thresholds of the criteria above begin with a 7. */
static void test_neither_points_nor_rules_are_shown(void **state)
{
    (void)state;
    static const struct example never[] = {
        {"yaml", QUESTIONS, "7"},         {"csv", QUESTIONS, "7"},
        {"yaml", RATINGS, "7"},           {"csv", RATINGS, "7"},
        {"yaml", QUESTIONS, "many_left"}, {"csv", QUESTIONS, "many_left"},
        {"yaml", QUESTIONS, "too many"},  {"yaml", QUESTIONS, " % of the total"},
        {"csv", QUESTIONS, "share"},
    };
    struct fixture fixture;
    fixture_link(&fixture, criteria);
    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++) {
        struct text text =
            write(&fixture, never[i].format, never[i].kind, (struct template_options){0});
        /* The dates of the examples are not points. */
        struct text_buffer rest = {.arena = &fixture.arena};
        for (size_t at = 0; at < text.len; at++) {
            if (!text_starts(text_slice(text, at, text.len), TEXT("2027-03-01")))
                buffer_add_char(&rest, text.ptr[at]);
            else
                at += strlen("2027-03-01") - 1;
        }
        assert_silent(buffer_text(&rest), never[i].words);
    }
    fixture_release(&fixture);
}

/* Weights 3 and 1 of 4. In people certified 2, left 1, tone 1 of 4: 0.75 * 2/4 and 0.75 * 1/4. In
 * work six criteria of weight 1: 0.25 / 6 = 4.1666 %. */
static void test_shares_are_shown_when_asked_for(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"yaml", QUESTIONS, "# People: 75 % of the total\n"},
        {"yaml", QUESTIONS, "# Weight: 37.5 % of the total\n  certified:\n"},
        {"yaml", QUESTIONS, "# Weight: 18.75 % of the total\n  left:\n"},
        {"yaml", QUESTIONS, "# Weight: 4.17 % of the total\n  start:\n"},
        {"csv", QUESTIONS, "allowed answers,share,answer,evidence"},
        {"csv", QUESTIONS, "\r\n,People,,,,,75 %,,,,,\r\n"},
        {"csv", QUESTIONS, "from 0 to 400,18.75 %,,,,,\r\n"},
    };
    struct fixture fixture;
    fixture_link(&fixture, criteria);
    for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
        assert_says(write(&fixture, examples[i].format, examples[i].kind,
                          (struct template_options){.weights = true}),
                    examples[i].words);
    fixture_release(&fixture);
}

/* --- Vendors ------------------------------------------------------------------------------ */

static void test_unread_vendors_are_judged_too_and_nobody_twice(void **state)
{
    (void)state;
    static const char *const unread[] = {"beech", "acme", "beech", "No id", "-", ""};
    struct fixture fixture;
    fixture_judge(&fixture, criteria,
                  "shortlist-answers: 1\nid: cedar\nanswers: {}\n---\n"
                  "shortlist-answers: 1\nid: acme\nanswers: {}\n");
    for (size_t i = 0; i < sizeof(unread) / sizeof(unread[0]); i++)
        answers_add_unread(
            &fixture.inputs.answers,
            &(struct unread_vendor){.id = text_from(unread[i]), .name = text_from(unread[i])});
    assert_text(write(&fixture, "csv", RATINGS, (struct template_options){0}),
                "rater,id,vendor,tone,told\r\n"
                ",acme,acme,,\r\n"
                ",beech,beech,,\r\n"
                ",cedar,cedar,,\r\n");
    fixture_release(&fixture);
}

static void test_without_vendors_the_sheet_shows_how_to_add_them(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_link(&fixture, criteria);
    assert_says(write(&fixture, "yaml", RATINGS, (struct template_options){0}),
                "#   northwind:\n#     tone:\n#     told:\nratings: {}\n");
    assert_text(write(&fixture, "csv", RATINGS, (struct template_options){0}),
                "rater,id,vendor,tone,told\r\n");
    fixture_release(&fixture);
}

/* --- Texts of any content ----------------------------------------------------------------- */

/* What a question says, as its comment. */
struct comment_case {
    const char *ask; /* in double quotes */
    const char *comment;
};

static void test_texts_become_comments(void **state)
{
    (void)state;
    static const struct comment_case cases[] = {
        {"  one \\t two  ", "  # one two\n"},
        {"one\\ntwo\\n", "  # one\n  # two\n"},
        {"one\\n\\n\\ntwo", "  # one\n  #\n  # two\n"},
        {"\\n\\none", "  # one\n"},
        {"one # two: {", "  # one # two: {\n"},
        {"a\\eb\\u202ec\\u0085d\\u2028e", "  # a\\x1bb\\u{202e}c\\x85d\\u{2028}e\n"},
        /* Not a comment that silences warnings. */
        {"shortlist: ignore", "  #  shortlist: ignore\n"},
        {"x # shortlist: ignore", "  # x #  shortlist: ignore\n"},
        /* 76 columns: 4 before the text, then 35 + 1 + 36. */
        {"aaaaaaaaaabbbbbbbbbbccccccccccddddd aaaaaaaaaabbbbbbbbbbccccccccccdddddd",
         "  # aaaaaaaaaabbbbbbbbbbccccccccccddddd aaaaaaaaaabbbbbbbbbbccccccccccdddddd\n"},
        {"aaaaaaaaaabbbbbbbbbbccccccccccddddd aaaaaaaaaabbbbbbbbbbccccccccccddddddd",
         "  # aaaaaaaaaabbbbbbbbbbccccccccccddddd\n"
         "  # aaaaaaaaaabbbbbbbbbbccccccccccddddddd\n"},
        /* A word is never cut. */
        {"x aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh y",
         "  # x\n"
         "  # aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh\n"
         "  # y\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct fixture fixture;
        char source[512];
        char expected[512];
        snprintf(source, sizeof(source),
                 "shortlist-criteria: 1\ncategories:\n  a: {title: A, criteria: {b: {ask: \"%s\", "
                 "type: yes_no}}}\n",
                 cases[i].ask);
        snprintf(expected, sizeof(expected), "\n\n%s  # Answer:", cases[i].comment);
        fixture_link(&fixture, source);
        assert_says(write(&fixture, "yaml", QUESTIONS, (struct template_options){0}), expected);
        fixture_release(&fixture);
    }
}

static void test_cells_are_trimmed_and_guarded(void **state)
{
    (void)state;
    static const char source[] =
        "shortlist-criteria: 1\ncategories:\n  a: {title: A, criteria: {b: {ask: \"\\n =1+1 \\n\", "
        "type: yes_no}}}\n";
    struct fixture fixture;
    fixture_link(&fixture, source);
    assert_says(write(&fixture, "csv", QUESTIONS, (struct template_options){0}),
                "\r\nb,'=1+1,,yes_no,");
    assert_says(write(&fixture, "csv", QUESTIONS, (struct template_options){.raw = true}),
                "\r\nb,=1+1,,yes_no,");
    assert_true(
        text_starts(write(&fixture, "csv", QUESTIONS, (struct template_options){.excel = true}),
                    TEXT("\xef\xbb\xbf"
                         "criterion,question,")));
    assert_says(write(&fixture, "csv", QUESTIONS, (struct template_options){.delimiter = ';'}),
                "\r\nb;'=1+1;;yes_no;");
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_may_be_answered_is_said_in_words),
        cmocka_unit_test(test_an_option_called_none_is_told_from_none_of_them),
        cmocka_unit_test(test_evidence_is_asked_for_where_proof_is_wanted),
        cmocka_unit_test(test_vendors_and_evaluators_are_asked_their_own),
        cmocka_unit_test(test_neither_points_nor_rules_are_shown),
        cmocka_unit_test(test_shares_are_shown_when_asked_for),
        cmocka_unit_test(test_unread_vendors_are_judged_too_and_nobody_twice),
        cmocka_unit_test(test_without_vendors_the_sheet_shows_how_to_add_them),
        cmocka_unit_test(test_texts_become_comments),
        cmocka_unit_test(test_cells_are_trimmed_and_guarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
