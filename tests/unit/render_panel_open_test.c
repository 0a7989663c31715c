/* What the panel's report says of what is left to do: flags that wait for a decision, and what
 * there is to rate where nobody has rated anything. */
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

static struct text piped(struct fixture *fixture)
{
    return report_panel(fixture, "text", (struct report){0});
}

static struct text on_terminal(struct fixture *fixture)
{
    return report_panel(fixture, "text", (struct report){.width = 60});
}

static struct text json(struct fixture *fixture)
{
    return report_panel(fixture, "json", (struct report){0});
}

/* Fifteen vendors with the same answers. */
static struct text many_vendors(struct arena *arena, const char *answers)
{
    struct text_buffer vendors = {.arena = arena};
    for (int v = 10; v < 25; v++)
        buffer_format(&vendors, "---\nshortlist-answers: 1\nid: v%d\nanswers: %s\n", v, answers);
    return buffer_text(&vendors);
}

#define RATER(name, ratings) "shortlist-ratings: 1\nrater: " name "\nratings:\n" ratings
#define EXCLUDES_COVE "shortlist-decisions: 1\ndecisions:\n  cove: {exclude: withdrew}\n"

/* --- What else to decide -------------------------------------------------------------------- */

static const char criteria[] =
    "shortlist-criteria: 1\ntitle: Help desk\ncategories:\n  all:\n    title: All\n    weight: 1\n"
    "    criteria:\n"
    "      price: {ask: Price?, type: number, score: {best: 0, worst: 100}}\n"
    "      iso: {ask: ISO?, type: yes_no}\n"
    "      seats: {ask: Seats?, type: number, by: buyer, score: {best: 9, worst: 0}}\n"
    "      tone: {ask: Tone?, type: rating}\n"
    "rules: {dear: {when: price > 30, severity: critical, message: Dear}}\n";

static const char answers[] =
    "---\nshortlist-answers: 1\nid: acme\n"
    "answers: {price: 38, iso: {value: yes, expires: 2026-01-01}}\n"
    "---\nshortlist-answers: 1\nid: brio\nanswers: {price: 20, iso: n/a}\n"
    "---\nshortlist-answers: 1\nid: cove\nanswers: {price: 20, iso: n/a}\n";

static const char *const ratings[] = {
    RATER("anna", "  acme: {tone: 5, price: {value: 50, note: first call},"
                  " iso: {note: the new one is due}}\n"
                  "  brio: {seats: 3}\n"),
    RATER("ben", "  acme: {tone: 1}\n  brio: {seats: {value: 4, note: counted}}\n"), NULL};

/* Worst first, then in the order of the report: Acme's 62, 100 and 60 points lead Brio's 80 and 0.
 * That Acme is dear is no question, and the raters of its tone stand on the sheet above. */
static void what_waits_for_a_decision_is_listed(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, ratings, EXCLUDES_COVE);
    assert_says(piped(&fixture),
                "\nWhat else to decide\n"
                "  ~ acme: the evidence for iso expired on 2026-01-01 [expired_evidence]\n"
                "      anna: the new one is due\n"
                "  ~ acme: price is 38 by the vendor, but raters found: anna 50 "
                "[answer_disputed]\n"
                "      anna: first call\n"
                "  ~ brio: raters found different values of seats: anna 3, ben 4 "
                "[raters_conflict]\n"
                "      ben: counted\n"
                "  i brio: says that iso does not apply [not_applicable_claimed]\n"
                "\nAll values\n");
    fixture_release(&fixture);
}

static void json_lists_the_same(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, criteria, answers, ratings, EXCLUDES_COVE);
    assert_says(json(&fixture),
                "\"stakes\": 20}\n  ],\n"
                "  \"to_decide\": [\n"
                "    {\"vendor\": \"acme\", \"criterion\": \"iso\", \"flag\": "
                "\"expired_evidence\", \"message\": \"the evidence for iso expired on "
                "2026-01-01\"},\n"
                "    {\"vendor\": \"acme\", \"criterion\": \"price\", \"flag\": "
                "\"answer_disputed\", \"message\": \"price is 38 by the vendor, but raters found: "
                "anna 50\"},\n"
                "    {\"vendor\": \"brio\", \"criterion\": \"seats\", \"flag\": "
                "\"raters_conflict\", \"message\": \"raters found different values of seats: anna "
                "3, ben 4\"},\n"
                "    {\"vendor\": \"brio\", \"criterion\": \"iso\", \"flag\": "
                "\"not_applicable_claimed\", \"message\": \"says that iso does not apply\"}\n"
                "  ],\n  \"agreement\"");
    fixture_release(&fixture);
}

static void what_is_decided_waits_no_longer(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(
        &fixture, criteria, answers, ratings,
        EXCLUDES_COVE
        "  acme: {answers: {price: {value: 50, why: w}, iso: {evidence: verified, why: w}}}\n"
        "  brio: {answers: {seats: {value: 4, why: w}, iso: {accept_na: yes, why: w}}}\n");
    assert_silent(piped(&fixture), "What else to decide");
    assert_says(json(&fixture), "\"to_decide\": [],\n");
    fixture_release(&fixture);
}

static void a_long_list_is_cut_on_a_terminal(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct fixture fixture;
    struct text vendors =
        many_vendors(&arena, "{price: 9, iso: {value: yes, expires: 2026-01-01}}");
    fixture_judge_panel(&fixture, criteria, vendors.ptr, NULL, NULL);
    struct text narrow = on_terminal(&fixture);
    assert_says(narrow, "  ~ v21: the evidence for iso expired");
    assert_silent(narrow, "  ~ v22: the evidence");
    assert_says(narrow, "  And 3 more: `-o FILE` writes all of them.\n");
    assert_fits(narrow, 60);
    struct text whole = piped(&fixture);
    assert_says(whole, "  ~ v24: the evidence for iso expired");
    assert_silent(whole, "more: `-o FILE`");
    fixture_release(&fixture);
    arena_release(&arena);
}

/* --- Without ratings ------------------------------------------------------------------------- */

static const char unrated[] =
    "shortlist-criteria: 1\ntitle: Help desk\n"
    "needs: {chat: no}\n"
    "categories:\n  all:\n    title: All\n    weight: 1\n    criteria:\n"
    "      tone: {ask: How do they sound?, type: rating, levels: {0: Rude, 5: Kind}}\n"
    "      clarity: {ask: How clear are they?, type: rating, scale: [1, 10]}\n"
    "      chats: {ask: How do they chat?, type: rating, when: needs.chat}\n"
    "      price: {ask: Price?, type: number, score: {best: 0, worst: 100}}\n"
    "      visit: {ask: The visit?, type: text, by: buyer}\n";

static const char three_vendors[] = "---\nshortlist-answers: 1\nid: acme\nanswers: {price: 38}\n"
                                    "---\nshortlist-answers: 1\nid: brio\nanswers: {price: 20}\n"
                                    "---\nshortlist-answers: 1\nid: cove\nanswers: {price: 20}\n";

/* Cove is excluded, and nobody is to chat. */
static void all_that_there_is_to_rate_is_shown(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge_panel(&fixture, unrated, three_vendors, NULL, EXCLUDES_COVE);
    assert_says(piped(&fixture),
                "\nNo ratings are among the files, so there is nothing to compare.\n"
                "\nWhat there is to judge\n"
                "  How do they sound? (tone) 0 to 5\n"
                "    0: Rude\n"
                "    5: Kind\n"
                "  How clear are they? (clarity) 1 to 10\n"
                "\nA file of ratings\n"
                "  Each rater writes one like this: a value in place of each ~, or n/a to abstain. "
                "Name the files with the others, or put them in their folder.\n"
                "    shortlist-ratings: 1\n"
                "    rater: NAME\n"
                "    ratings:\n"
                "      acme:\n"
                "        tone: ~   # 0 to 5\n"
                "        clarity: ~   # 1 to 10\n"
                "      brio:\n"
                "        tone: ~   # 0 to 5\n"
                "        clarity: ~   # 1 to 10\n"
                "  What raters find out besides stands there too: visit.\n"
                "\n");
    fixture_release(&fixture);
}

static void the_file_that_is_shown_can_be_read(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct fixture fixture;
    fixture_judge_panel(&fixture, unrated, three_vendors, NULL, EXCLUDES_COVE);
    struct text text = piped(&fixture);
    const char *begin = strstr(text.ptr, "    shortlist-ratings: 1\n");
    const char *end = strstr(text.ptr, "  What raters find out");
    assert_true(begin != NULL && end != NULL);
    struct text file = text_copy(&arena, (struct text){begin, (size_t)(end - begin)});
    fixture_release(&fixture);
    const char *const files[] = {file.ptr, NULL};
    fixture_judge_panel(&fixture, unrated, three_vendors, files, NULL);
    assert_int_equal(fixture.problems.count, 0);
    assert_int_equal(fixture.inputs.ratings.rater_count, 1);
    assert_int_equal(fixture.inputs.ratings.count, 0); /* everything is open */
    fixture_release(&fixture);
    arena_release(&arena);
}

static void a_long_file_is_cut_on_a_terminal(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct fixture fixture;
    fixture_judge(&fixture, unrated, many_vendors(&arena, "{price: 9}").ptr);
    struct text narrow = on_terminal(&fixture);
    assert_says(narrow, "      v21:\n");
    assert_silent(narrow, "      v22:\n");
    assert_says(narrow, "      # and 3 more: `-o FILE` writes them all\n");
    assert_fits(narrow, 60);
    struct text whole = piped(&fixture);
    assert_says(whole, "      v24:\n");
    assert_silent(whole, "# and");
    fixture_release(&fixture);
    arena_release(&arena);
}

/* Where the id takes nearly the whole line, the scale stands above alone. */
static void a_scale_that_has_no_room_is_left_out(void **state)
{
    (void)state;
    static const char wordy[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n    weight: 1\n"
        "    criteria:\n"
        "      judgement_of_the_sample_replies_on_all_media: {ask: q, type: rating}\n";
    struct fixture fixture;
    fixture_judge(&fixture, wordy, "shortlist-answers: 1\nid: acme\nanswers: {}\n");
    assert_says(on_terminal(&fixture), "        judgement_of_the_sample_replies_on_all_media: ~\n");
    assert_says(piped(&fixture), "judgement_of_the_sample_replies_on_all_media: ~   # 0 to 5\n");
    fixture_release(&fixture);
}

static void what_there_is_to_rate_fits_and_is_harmless(void **state)
{
    (void)state;
    static const char strange[] =
        "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n    weight: 1\n"
        "    criteria:\n"
        "      tone:\n"
        "        ask: \"How do \\e[31mthey\\u202E sound, to a caller who has waited?\"\n"
        "        type: rating\n"
        "        levels:\n"
        "          0: \"Rude\\a, \\x9band so very, very, very, very, very, very, very long\"\n"
        "          5: Averyveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword\n";
    static const size_t widths[] = {0, 40, 60, 80, 100};
    struct arena arena = {0};
    struct fixture fixture;
    fixture_judge(&fixture, strange, many_vendors(&arena, "{}").ptr);
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        struct text text = report_panel(&fixture, "text", (struct report){.width = widths[w]});
        assert_harmless(text);
        assert_fits(text, widths[w] < 60 ? 0 : widths[w]);
        assert_no_space_at_ends(text);
    }
    fixture_release(&fixture);
    arena_release(&arena);
}

static void criteria_may_ask_for_no_ratings(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_judge(&fixture,
                  "shortlist-criteria: 1\ntitle: T\ncategories:\n  all:\n    title: All\n"
                  "    weight: 1\n    criteria: {iso: {ask: q, type: yes_no}}\n",
                  "shortlist-answers: 1\nid: acme\nanswers: {iso: yes}\n");
    struct text text = piped(&fixture);
    assert_says(text, "The criteria ask for none either");
    assert_silent(text, "shortlist-ratings");
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_for_a_decision_is_listed),
        cmocka_unit_test(json_lists_the_same),
        cmocka_unit_test(what_is_decided_waits_no_longer),
        cmocka_unit_test(a_long_list_is_cut_on_a_terminal),
        cmocka_unit_test(all_that_there_is_to_rate_is_shown),
        cmocka_unit_test(the_file_that_is_shown_can_be_read),
        cmocka_unit_test(a_long_file_is_cut_on_a_terminal),
        cmocka_unit_test(a_scale_that_has_no_room_is_left_out),
        cmocka_unit_test(what_there_is_to_rate_fits_and_is_harmless),
        cmocka_unit_test(criteria_may_ask_for_no_ratings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
