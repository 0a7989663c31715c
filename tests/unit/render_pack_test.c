/* Packs as pages: one in full, the list, what a new evaluation begins with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/remarks.h"
#include "shortlist/pack.h"
#include "shortlist/starter.h"
#include "support/drawn.h"
#include "support/fixture.h"
#include "support/reports.h"

static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Small\n"
    "revision: \"3\"\n"
    "weights_total: 100\n"
    "ties: [work, attrition]\n"
    "needs:\n"
    "  # At most this many.\n"
    "  limit: 40\n"
    "  # How we are\n"
    "  # to be served.\n"
    "  tier: {options: {gold: Gold, silver: Silver}, value: gold}\n"
    "  words: [a, \"b c\", \"yes\"]\n"
    "  city: New York\n"
    "  night: no\n"
    "evidence: {claimed: 0.5, documented: 0.75, verified: 1, expired: 0}\n"
    "bands: {0: stop, 60: go}\n"
    "categories:\n"
    "  people:\n"
    "    title: People\n"
    "    weight: 75\n"
    "    minimum: 20\n"
    "    criteria:\n"
    "      certified: {ask: \"Certified?\", type: yes_no, proof: yes, weight: 2}\n"
    "      attrition: {ask: \"How many left?\", help: In a year., type: number, unit: \"%\",\n"
    "        range: [0, 400], score: {curve: {10: 100, 60: 0}}, why: They know., source: A guide}\n"
    "      tone: {ask: \"What tone?\", type: rating, levels: {0: cold, 5: warm}}\n"
    "      at_night: {ask: \"Who?\", type: text, when: needs.night}\n"
    "  work:\n"
    "    title: Work\n"
    "    weight: 25\n"
    "    criteria:\n"
    "      hours: {ask: \"Hours?\", type: number, missing: exclude,\n"
    "        score: {formula: hours / needs.limit}}\n"
    "      tongues: {ask: \"Languages?\", type: set, options: {de: German, fr: French},\n"
    "        weight: 0, score: {share_of: [de]}}\n"
    "      twice: {type: number, computed: hours * 2, not_applicable: exclude,\n"
    "        score: {best: 10, worst: 0}}\n"
    "rules:\n"
    "  many_leave: {when: attrition > needs.limit and not certified, severity: critical,\n"
    "    message: \"{attrition} % leave\", advice: Ask why., penalty: 5}\n"
    "  mute: {when: tone < 2, severity: note, message: Cold, unknown: fire}\n";

static struct text pack_drawn(struct fixture *fixture, const char *text, struct pack_style style)
{
    const struct text profile = TEXT("Ours");
    struct sink sink;
    const char *reason;
    *fixture = (struct fixture){0};
    fixture_link(fixture, text);
    assert_int_equal(fixture->problems.totals[PROBLEM_ERROR], 0);
    sink_open_memory(&sink, &fixture->arena);
    pack_print(&(struct pack){&fixture->inputs.criteria, &profile, 1}, &style, &sink);
    sink_finish(&sink, &reason);
    return buffer_text(&sink.text);
}

/*
 * Shares: of four parts of weight among the people (2 for `certified`, 1 each for two others) a
 * half and two quarters of 75 %; of two among the work a half each of 25 %. The longest bar is the
 * largest share's; 25 of 75 is a third of its twenty columns.
 */
static void a_pack_is_shown_in_full(void **state)
{
    struct fixture fixture;
    (void)state;
    struct text text = pack_drawn(&fixture, criteria, (struct pack_style){.ascii = true});
    assert_text(text,
                "Small, revision 3\n"
                "for: Ours\n"
                "2 categories, 2 rules, 7 criteria: 4 asked of vendors, 1 judged or found out "
                "by the buyer, 1 computed, 1 left out with these needs\n"
                "\n"
                "What counts\n"
                "  Category  Weight    Share\n"
                "  People        75   75.0 %  ####################\n"
                "  Work          25   25.0 %  #######-------------\n"
                "\n"
                "What the buyer needs\n"
                "  A profile or --need NAME=VALUE replaces these.\n"
                "  limit: 40\n"
                "    At most this many.\n"
                "  tier: Gold\n"
                "    How we are to be served.\n"
                "    Allowed: gold (Gold), silver (Silver)\n"
                "  words: a, b c, yes\n"
                "  city: New York\n"
                "  night: no\n"
                "\n"
                "How it counts\n"
                "  An open question: earns nothing, until it is answered\n"
                "  What evidence leaves of the points where proof is asked for: claimed "
                "50.0 %, documented 75.0 %, verified 100.0 %, expired 0.0 %\n"
                "  Equal totals are parted by: work, then attrition\n"
                "  Verdicts: from 0: stop; from 60: go\n"
                "\n"
                "People\n"
                "  people: weight 75, 75.0 % of the total; a score below 20 knocks the vendor "
                "out\n"
                "  Certified?\n"
                "    certified: yes or no; weight 2, 37.5 % of the total; proof is asked for\n"
                "    Points: yes 100, no 0\n"
                "  How many left?\n"
                "    attrition: a number (%), from 0 to 400; weight 1, 18.8 % of the total\n"
                "    Points: 10 -> 100, 60 -> 0, a straight line between\n"
                "    Help: In a year.\n"
                "    Why: They know.\n"
                "    Source: A guide\n"
                "  What tone?\n"
                "    tone: a rating, from 0 to 5; by our evaluators; weight 1, 18.8 % of the "
                "total\n"
                "    Steps: 0: cold; 5: warm\n"
                "    Points: 0 -> 0, 5 -> 100, a straight line between\n"
                "  Who?\n"
                "    at_night: a text; left out with these needs\n"
                "    Only where our night is yes\n"
                "\n"
                "Work\n"
                "  work: weight 25, 25.0 % of the total\n"
                "  Hours?\n"
                "    hours: a number; weight 1, 12.5 % of the total; open, it leaves the sums\n"
                "    Points: hours / our limit; at least 0, at most 100\n"
                "  Languages?\n"
                "    tongues: several of a list; for information\n"
                "    Of: German; French\n"
                "    Points: share of German\n"
                "  twice\n"
                "    twice: a number; computed; weight 1, 12.5 % of the total; n/a leaves the "
                "sums\n"
                "    It is hours * 2\n"
                "    Points: 100 at 10, 0 at 0, a straight line between\n"
                "\n"
                "Rules\n"
                "  ! CRITICAL many_leave (-5 points)\n"
                "    When attrition is above our limit, and certified is no\n"
                "    Says: {attrition} % leave\n"
                "    Advice: Ask why.\n"
                "  i NOTE mute\n"
                "    When tone is below 2; also while that is not known\n"
                "    Says: Cold\n");
    fixture_release(&fixture);
}

static void what_a_pack_has_not_is_not_shown(void **state)
{
    struct fixture fixture;
    (void)state;
    struct text text =
        pack_drawn(&fixture,
                   "shortlist-criteria: 1\ntitle: Bare\ncategories:\n"
                   "  c: {title: C, weight: 1, criteria: {a: {ask: q, type: yes_no}}}\n",
                   (struct pack_style){0});
    assert_says(text, "1 category, 0 rules, 1 criterion: 1 asked of vendors\n");
    assert_silent(text, "What the buyer needs");
    assert_silent(text, "evidence");
    assert_silent(text, "parted by");
    assert_silent(text, "Verdicts");
    assert_silent(text, "Rules\n");
    assert_silent(text, "revision");
    fixture_release(&fixture);
}

static void markdown_is_a_document(void **state)
{
    struct fixture fixture;
    (void)state;
    struct text text = pack_drawn(&fixture, criteria, (struct pack_style){.markdown = true});
    assert_says(text, "# Small, revision 3\n");
    assert_says(text, "\n## What counts\n\n| Category | Id | Weight | Share |\n"
                      "| --- | --- | ---: | ---: |\n| People | people | 75 | 75.0 % |\n");
    assert_says(text, "\n- **tier**: Gold\n  - How we are to be served.\n");
    assert_says(text, "\n- **Certified?**\n  - certified: yes or no");
    assert_says(text, "\n## Rules\n\n- ");
    assert_silent(text, "\n\n\n");
    assert_no_space_at_ends(text);
    fixture_release(&fixture);
}

static void every_page_fits_and_is_harmless(void **state)
{
    static const char hostile[] =
        "shortlist-criteria: 1\n"
        "title: \"T \\e[31m\\u202E *x* <b> `c`\"\n"
        "needs:\n"
        "  # red \xe2\x80\xae comment\n"
        "  words: [\"\\e[1m\", \"a\\nb\"]\n"
        "categories:\n"
        "  c:\n"
        "    title: \"C \\e[2J\"\n"
        "    criteria:\n"
        "      a: {ask: \"q \\e]0;x\\a\", type: choice, options: {x: \"\\e[31m red\"},\n"
        "        score: {points: {x: 5}}, help: \"h\\nline\", why: \"\\u200Bw\", source: "
        "\"\\x7f\"}\n"
        "rules:\n"
        "  r: {when: a == x, severity: note, message: \"m \\e[0m\", advice: \"\\u2066\"}\n";
    static const size_t widths[] = {0, 40, 60, 80, 100, 200};
    (void)state;
    for (size_t i = 0; i < 2 * sizeof widths / sizeof *widths; i++) {
        struct pack_style style = {.width = widths[i / 2], .ascii = i % 2 == 0};
        struct fixture fixture;
        struct text text = pack_drawn(&fixture, criteria, style);
        assert_fits(text, style.width);
        assert_no_space_at_ends(text);
        if (style.ascii)
            assert_ascii(text);
        fixture_release(&fixture);
        text = pack_drawn(&fixture, hostile, style);
        assert_fits(text, style.width);
        assert_harmless(text);
        fixture_release(&fixture);
    }
    struct fixture fixture;
    assert_harmless(pack_drawn(&fixture, hostile, (struct pack_style){.markdown = true}));
    fixture_release(&fixture);
}

/* --- The list ------------------------------------------------------------------------------ */

static void the_list_says_what_is_faulty_and_what_fits(void **state)
{
    const struct pack_entry packs[] = {
        {.name = TEXT("big"),
         .path = TEXT("x/big.yaml"),
         .title = TEXT("Big one"),
         .revision = TEXT("2"),
         .categories = 1,
         .criteria = 20,
         .rules = 3},
        {.name = TEXT("broken"), .path = TEXT("x/broken.yaml"), .faulty = true},
    };
    const struct pack_entry profiles[] = {
        {.name = TEXT("cheap"),
         .path = TEXT("x/profiles/cheap.yaml"),
         .title = TEXT("Cheap"),
         .needs = 1,
         .weights = 4,
         .fits = TEXT("big")},
    };
    const struct {
        struct pack_entries criteria, profiles;
        const char *expected;
    } cases[] = {
        {{packs, 2},
         {profiles, 1},
         "Criteria packs\n"
         "  big     Big one, revision 2\n"
         "          1 category, 20 criteria, 3 rules\n"
         "  broken  has errors: shortlist check x/broken.yaml\n"
         "\n"
         "Profiles\n"
         "  cheap   Cheap\n"
         "          1 need, 4 weights; fits big\n"
         "\n"
         "`shortlist packs show NAME` prints one in full. `shortlist init DIR -c PACK -p PROFILE` "
         "starts an evaluation with them.\n"},
        {{packs, 0},
         {profiles, 0},
         "Criteria packs\n"
         "  None is installed.\n"
         "\n"
         "Profiles\n"
         "  None is installed.\n"
         "\n"
         "`shortlist packs show NAME` prints one in full. `shortlist init DIR -c PACK -p PROFILE` "
         "starts an evaluation with them.\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct sink sink;
        const char *reason;
        sink_open_memory(&sink, &arena);
        packs_print(&cases[i].criteria, &cases[i].profiles, &(struct pack_style){0}, &sink);
        sink_finish(&sink, &reason);
        assert_text(buffer_text(&sink.text), cases[i].expected);
        arena_release(&arena);
    }
}

/* --- Comments ------------------------------------------------------------------------------ */

static void comments_above_an_entry_are_read(void **state)
{
    static const struct {
        const char *file;
        const char *above; /* the last line */
        const char *top;
    } cases[] = {
        {"a: 1\nb: 2\n", "", ""},
        {"# one\nb: 2\n", "one", "one"},
        {"# one\n\nb: 2\n", "", "one"},
        {"a: 1 # beside\nb: 2\n", "", ""},
        {"a: 1\n  # one\n  #two\n  b: 2\n", "one two", "one two"},
        {"# one\n#\n# two\nb: 2\n", "one\ntwo", "one\ntwo"},
        {"# list\n#   x  one\n#      more\n#   y\n# end\nb: 2\n", "list\n  x  one more\n  y\nend",
         "list\n  x  one more\n  y\nend"},
        {"# ------\n# one\nb: 2\n", "one", "one"},
        {"# shortlist: ignore tiny-weight why\nb: 2\n", "", ""},
        {"# yaml-language-server: $schema=x\na: 1\n\n# why\n\n# more\n\nb: 2\n", "", ""},
        {"kind: 1\n# why\n\n# more\n\nb: 2\n", "", "why\nmore"},
        {"# one\r\nb: 2\r\n", "one", "one"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        const struct source source = {.name = TEXT("f"), .bytes = text_from(cases[i].file)};
        uint32_t last = 0;
        for (const char *c = cases[i].file; *c != '\0'; c++)
            last += *c == '\n';
        print_message("%s", cases[i].file);
        assert_text(remark_above(&source, last, &arena), cases[i].above);
        assert_text(remark_at_top(&source, &arena), cases[i].top);
        arena_release(&arena);
    }
}

/* --- What a new evaluation begins with ----------------------------------------------------- */

static void a_profile_repeats_the_needs(void **state)
{
    struct fixture fixture = {0};
    struct sink sink;
    const char *reason;
    (void)state;
    fixture_link(&fixture, criteria);
    sink_open_memory(&sink, &fixture.arena);
    starter_profile(&fixture.inputs.criteria, &sink);
    sink_finish(&sink, &reason);
    struct text text = buffer_text(&sink.text);
    assert_says(text, "shortlist-profile: 1\ntitle: Our needs\n");
    assert_says(text, "needs:\n"
                      "  # At most this many.\n"
                      "  limit: 40\n"
                      "  # How we are to be served.\n"
                      "  # Allowed: gold (Gold), silver (Silver)\n"
                      "  tier: gold\n"
                      "  words: [a, \"b c\", \"yes\"]\n"
                      "  city: \"New York\"\n"
                      "  night: no\n");
    assert_says(text, "# weights:\n#   people: 75  # People\n#   work: 25  # Work\n");
    fixture_release(&fixture);
}

static void the_readme_goes_by_the_criteria(void **state)
{
    struct fixture fixture = {0};
    struct sink sink;
    const char *reason;
    (void)state;
    fixture_link(&fixture, criteria);
    sink_open_memory(&sink, &fixture.arena);
    starter_readme(&(struct starter){.criteria = &fixture.inputs.criteria,
                                     .pack = TEXT("small"),
                                     .profile = TEXT("*ours*"),
                                     .today = 20778}, /* 2026-11-21: 56 years of 365 days, 14 of
                                                         366, then 324 days */
                   &sink);
    sink_finish(&sink, &reason);
    struct text text = buffer_text(&sink.text);
    assert_says(text, "# Small\n");
    assert_says(text, "a copy of small, revision 3, the profile as a copy of \\*ours\\*.");
    assert_says(text, "## 3. Judge\n");
    assert_says(text, "date: 2026-11-21\n");
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_is_shown_in_full),
        cmocka_unit_test(what_a_pack_has_not_is_not_shown),
        cmocka_unit_test(markdown_is_a_document),
        cmocka_unit_test(every_page_fits_and_is_harmless),
        cmocka_unit_test(the_list_says_what_is_faulty_and_what_fits),
        cmocka_unit_test(comments_above_an_entry_are_read),
        cmocka_unit_test(a_profile_repeats_the_needs),
        cmocka_unit_test(the_readme_goes_by_the_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
