/* Problems in the formats text, json, github and junit, and what holds for all formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/drawn.h"
#include "support/problem_samples.h"
#include "support/reports.h"

/* The sample in a format is that text. */
static void assert_report(const char *sample_name, const char *format, const char *expected)
{
    struct problem_sample sample;
    sample_fill(&sample, sample_name);
    assert_string_equal(sample_report(&sample, format).ptr, expected);
    sample_release(&sample);
}

/* --- text ------------------------------------------------------------------------------------ */

static void text_closes_with_what_was_checked(void **state)
{
    (void)state;
    assert_report("nothing", "text", "no file checked: nothing wrong\n");
    assert_report("sound", "text", "2 files checked: nothing wrong\n");
    assert_report("no-file", "text",
                  "shortlist: error: no criteria file [no-criteria]\n"
                  "  hint: give one\n"
                  "no file checked: 1 error\n");
    assert_report("tender", "text",
                  "vendors/acme.yaml:3:1: error: `price` stands twice [duplicate-key]\n"
                  "vendors/acme.yaml:2:1: note: the first one\n"
                  "vendors/acme.yaml:3:8: error: EUR is not the unit [wrong-unit]\n"
                  "  hint: the unit is USD\n"
                  "vendors/bolt.yaml:1:8: warning: 12.000 is read as 12 [thousands]\n"
                  "3 files checked: 2 errors, 1 warning\n");
}

static void text_follows_its_style(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "tender");
    sample.report.style = (struct problem_style){.excerpts = true};
    assert_says(sample_report(&sample, "text"), "   1 | seats: 12.000\n     |        ^~~~~~\n");
    sample.report.style = (struct problem_style){.errors_only = true};
    assert_says(sample_report(&sample, "text"), "3 files checked: 2 errors\n");
    assert_silent(sample_report(&sample, "text"), "warning");
    sample_release(&sample);
}

/* One warning in one file. */
static void fill_warning(struct problem_sample *sample)
{
    sample_fill(sample, "nothing");
    struct source *file = sample_file(sample, "a.yaml", TEXT("a: 1.000\n"));
    problem_add(&sample->problems, PROBLEM_THOUSANDS, place_in(file, 1, 4, 9), "read as 1");
    problems_sort(&sample->problems);
}

/* Being quiet, it is silent on success; who fails a check is told why all the same. */
static void text_says_why_a_check_fails(void **state)
{
    (void)state;
    static const struct {
        bool quiet, strict;
        const char *expected;
    } cases[] = {
        {false, false,
         "a.yaml:1:4: warning: read as 1 [thousands]\n"
         "1 file checked: 1 warning\n"},
        {true, false, ""},
        {false, true,
         "a.yaml:1:4: warning: read as 1 [thousands]\n"
         "1 file checked: 1 warning, which --strict does not let pass\n"},
        {true, true,
         "a.yaml:1:4: warning: read as 1 [thousands]\n"
         "1 file checked: 1 warning, which --strict does not let pass\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problem_sample sample;
        fill_warning(&sample);
        sample.report.style.errors_only = cases[i].quiet;
        sample.report.strict = cases[i].strict;
        assert_string_equal(sample_report(&sample, "text").ptr, cases[i].expected);
        sample_release(&sample);
    }
}

static void counts_are_those_of_all_problems(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "many");
    assert_true(text_ends(sample_report(&sample, "text"),
                          TEXT("big.yaml: note: 19,800 more problems are not shown\n"
                               "1 file checked: 10,000 errors, 10,000 warnings\n")));
    struct text json = sample_report(&sample, "json");
    assert_says(json, "\"errors\": 10000,\n  \"warnings\": 10000,\n");
    sample_release(&sample);
}

/* --- json ------------------------------------------------------------------------------------ */

static void json_has_a_diagnostic_a_line(void **state)
{
    (void)state;
    assert_report("sound", "json",
                  "{\n"
                  "  \"files\": 2,\n"
                  "  \"errors\": 0,\n"
                  "  \"warnings\": 0,\n"
                  "  \"diagnostics\": []\n"
                  "}\n");
    assert_report(
        "tender", "json",
        "{\n"
        "  \"files\": 3,\n"
        "  \"errors\": 2,\n"
        "  \"warnings\": 1,\n"
        "  \"diagnostics\": [\n"
        "    {\"file\": \"vendors/acme.yaml\", \"line\": 3, \"column\": 1, \"severity\": "
        "\"error\", "
        "\"code\": \"duplicate-key\", \"message\": \"`price` stands twice\", \"notes\": "
        "[{\"file\": "
        "\"vendors/acme.yaml\", \"line\": 2, \"column\": 1, \"message\": \"the first one\"}]},\n"
        "    {\"file\": \"vendors/acme.yaml\", \"line\": 3, \"column\": 8, \"severity\": "
        "\"error\", "
        "\"code\": \"wrong-unit\", \"message\": \"EUR is not the unit\", \"notes\": [{\"file\": "
        "null, \"line\": null, \"column\": null, \"message\": \"the unit is USD\"}]},\n"
        "    {\"file\": \"vendors/bolt.yaml\", \"line\": 1, \"column\": 8, \"severity\": "
        "\"warning\", \"code\": \"thousands\", \"message\": \"12.000 is read as 12\", \"notes\": "
        "[]}\n"
        "  ]\n"
        "}\n");
}

static void json_says_null_for_what_a_place_lacks(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "places");
    struct text json = sample_report(&sample, "json");
    assert_says(json, "{\"file\": null, \"line\": null, \"column\": null, \"severity\": \"error\", "
                      "\"code\": \"no-criteria\"");
    assert_says(json, "{\"file\": \"a.yaml\", \"line\": null, \"column\": null, \"severity\": "
                      "\"error\", \"code\": \"empty-file\"");
    assert_says(json, "{\"file\": \"a.yaml\", \"line\": 3, \"column\": null, \"severity\": "
                      "\"note\", \"code\": \"idle-waiver\"");
    assert_says(json, "{\"file\": \"-\", \"line\": 1, \"column\": 1,");
    sample_release(&sample);
}

/* --- github ---------------------------------------------------------------------------------- */

static void github_has_a_command_a_problem(void **state)
{
    (void)state;
    assert_report("sound", "github", "2 files checked: nothing wrong\n");
    assert_report("tender", "github",
                  "::error file=vendors/acme.yaml,line=3,endLine=3,col=1,endColumn=5,"
                  "title=duplicate-key::vendors/acme.yaml:3:1: `price` stands twice"
                  "%0Avendors/acme.yaml:2:1: note: the first one\n"
                  "::error file=vendors/acme.yaml,line=3,endLine=3,col=8,endColumn=14,"
                  "title=wrong-unit::vendors/acme.yaml:3:8: EUR is not the unit"
                  "%0Ahint: the unit is USD\n"
                  "::warning file=vendors/bolt.yaml,line=1,endLine=1,col=8,endColumn=13,"
                  "title=thousands::vendors/bolt.yaml:1:8: 12.000 is read as 12\n"
                  "3 files checked: 2 errors, 1 warning\n");
}

/* The runner takes columns only within one line, and there is no file where none is at fault. */
static void github_says_what_a_place_has(void **state)
{
    (void)state;
    assert_report("places", "github",
                  "::error title=no-criteria::no criteria file\n"
                  "::error title=unknown-key::-:1:1: unknown key\n"
                  "::error title=need-type::--need hours_week=x:1:1: no number\n"
                  "::error file=a.yaml,title=empty-file::a.yaml: it is empty"
                  "%0Avendors: note: its folder\n"
                  "::error file=a.yaml,line=1,endLine=2,title=bad-form::"
                  "a.yaml:1:1: lines, their ends\n"
                  "::error file=a.yaml,line=1,endLine=2,title=wrong-type::a.yaml:1:4: two lines\n"
                  "::error file=a.yaml,line=2,endLine=2,col=3,endColumn=3,title=missing-key::"
                  "a.yaml:2:3: a point\n"
                  "::notice file=a.yaml,line=3,endLine=3,title=idle-waiver::a.yaml:3: a line\n"
                  "::error file=vendors,title=cannot-read::vendors: permission denied\n"
                  "1 file checked: 8 errors, 1 note\n");
}

static void github_gives_paths_from_the_root_of_the_checkout(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "elsewhere"); /* in /srv/tender */
    sample.report.root = TEXT("/srv");
    struct text commands = sample_report(&sample, "github");
    assert_says(commands, "::error file=b.yaml,line=1,");
    assert_says(commands, "::error file=tender/a.yaml,line=1,");
    assert_says(commands, "::error file=tender/below.yaml,line=1,");
    assert_says(commands, "::error file=/tmp/x y.yaml,line=1,");
    sample_release(&sample);
}

static void github_escapes_what_the_runner_decodes(void **state)
{
    (void)state;
    static const struct {
        const char *name, *message;
        const char *expected;
    } cases[] = {
        {"a.yaml", "100 %", "::error file=a.yaml,title=bad-id::a.yaml: 100 %25\n"},
        {"a.yaml", "a%0A::error::b",
         "::error file=a.yaml,title=bad-id::a.yaml: a%250A::error::b\n"},
        {"a.yaml", "a\r\n::error::b",
         "::error file=a.yaml,title=bad-id::a.yaml: a\\r\\n::error::b\n"},
        {"a.yaml", "x: y, z", "::error file=a.yaml,title=bad-id::a.yaml: x: y, z\n"},
        {"a,b:c.yaml", "x", "::error file=a%2Cb%3Ac.yaml,title=bad-id::a,b:c.yaml: x\n"},
        {"a%2C\n.yaml", "x", "::error file=a%252C\\n.yaml,title=bad-id::a%252C\\n.yaml: x\n"},
        {"a.yaml", "\x1b[31m\xE2\x80\xAE",
         "::error file=a.yaml,title=bad-id::a.yaml: \\x1b[31m\\u{202e}\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problem_sample sample;
        sample_fill(&sample, "nothing");
        struct source *file = sample_file(&sample, cases[i].name, TEXT(""));
        problem_add(&sample.problems, PROBLEM_BAD_ID, source_whole(file), "%s", cases[i].message);
        struct text commands = sample_report(&sample, "github");
        assert_true(text_ends(commands, TEXT("\n1 file checked: 1 error\n")));
        assert_true(text_starts(commands, text_from(cases[i].expected)));
        sample_release(&sample);
    }
}

static void github_tells_of_problems_that_are_not_shown(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "many");
    assert_says(sample_report(&sample, "github"),
                "::notice file=big.yaml,title=and more::big.yaml: 19,800 more problems are not "
                "shown\n");
    sample_release(&sample);
}

/* --- junit ----------------------------------------------------------------------------------- */

static void junit_has_a_case_a_file(void **state)
{
    (void)state;
    assert_report("nothing", "junit",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<testsuites name=\"shortlist check\" tests=\"0\" failures=\"0\" errors=\"0\">\n"
                  "  <testsuite name=\"shortlist check\" tests=\"0\" failures=\"0\" errors=\"0\">\n"
                  "  </testsuite>\n"
                  "</testsuites>\n");
    assert_report(
        "tender", "junit",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"shortlist check\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
        "  <testsuite name=\"shortlist check\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
        "    <testcase classname=\"shortlist check\" name=\"vendors/acme.yaml\">\n"
        "      <failure type=\"error\" message=\"3:1: `price` stands twice [duplicate-key], and "
        "more\">"
        "vendors/acme.yaml:3:1: error: `price` stands twice [duplicate-key]\n"
        "   3 | price: 9.5 EUR\n"
        "     | ^~~~~\n"
        "vendors/acme.yaml:2:1: note: the first one\n"
        "   2 | price: 9\n"
        "     | ^~~~~\n"
        "vendors/acme.yaml:3:8: error: EUR is not the unit [wrong-unit]\n"
        "   3 | price: 9.5 EUR\n"
        "     |        ^~~~~~~\n"
        "  hint: the unit is USD\n"
        "</failure>\n"
        "    </testcase>\n"
        "    <testcase classname=\"shortlist check\" name=\"vendors/bolt.yaml\">\n"
        "      <system-out>"
        "vendors/bolt.yaml:1:8: warning: 12.000 is read as 12 [thousands]\n"
        "   1 | seats: 12.000\n"
        "     |        ^~~~~~\n"
        "</system-out>\n"
        "    </testcase>\n"
        "    <testcase classname=\"shortlist check\" name=\"vendors/cedar.yaml\"/>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
}

static void junit_has_a_case_for_whatever_else_has_problems(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "places");
    struct text xml = sample_report(&sample, "junit");
    assert_says(xml, "<testsuite name=\"shortlist check\" tests=\"5\" failures=\"5\"");
    assert_says(xml, "name=\"all inputs together\">\n"
                     "      <failure type=\"error\" message=\"no criteria file [no-criteria]\">"
                     "shortlist: error: no criteria file [no-criteria]\n</failure>");
    assert_says(xml, "name=\"-\">\n");
    assert_says(xml, "name=\"--need hours_week=x\">\n");
    assert_says(xml, "name=\"a.yaml\">\n");
    assert_says(xml, "name=\"vendors\">\n");
    sample_release(&sample);
}

static void junit_fails_for_warnings_when_strict(void **state)
{
    (void)state;
    struct problem_sample sample;
    fill_warning(&sample);
    assert_says(sample_report(&sample, "junit"), " tests=\"1\" failures=\"0\"");
    assert_says(sample_report(&sample, "junit"), "<system-out>a.yaml:1:4: warning: read as 1");
    sample.report.strict = true;
    assert_says(sample_report(&sample, "junit"), " tests=\"1\" failures=\"1\"");
    assert_says(sample_report(&sample, "junit"),
                "<failure type=\"warning\" message=\"1:4: read as 1 [thousands]\">");
    sample_release(&sample);

    sample_fill(&sample, "nothing"); /* notes never fail */
    problem_add(&sample.problems, PROBLEM_IDLE_WAIVER, (struct place){0}, "idle");
    sample.report.strict = true;
    assert_says(sample_report(&sample, "junit"), " tests=\"1\" failures=\"0\"");
    sample_release(&sample);
}

static void junit_escapes_for_xml_and_its_readers(void **state)
{
    (void)state;
    static const struct {
        const char *message;
        const char *expected;
    } cases[] = {
        {"<b> & \"c\" 'd'", ": &lt;b&gt; &amp; &quot;c&quot; 'd' [bad-id]"},
        {"]]>", ": ]]&gt; [bad-id]"},
        {"</failure>", ": &lt;/failure&gt; [bad-id]"},
        {"&#0;", ": &amp;#0; [bad-id]"},
        {"\x01\x1b\x7f\n\t", ": \\x01\\x1b\\x7f\\n\\t [bad-id]"},
        {"\xEF\xBF\xBE \xEF\xBF\xBF", ": \\u{fffe} \\u{ffff} [bad-id]"}, /* XML has no such */
        {"\xED\xA0\x80 \xFF", ": \\xed\\xa0\\x80 \\xff [bad-id]"},       /* not UTF-8 */
        {"\xE2\x80\xAE", ": \\u{202e} [bad-id]"},
        {"Caf\xC3\xA9 \xF0\x9F\x98\x80", ": Caf\xC3\xA9 \xF0\x9F\x98\x80 [bad-id]"},
        /* Jenkins and GitLab attach the file that such a mark names */
        {"[[ATTACHMENT|/etc/passwd]]", ": [\\[ATTACHMENT|/etc/passwd]] [bad-id]"},
        {"[[1, 2]]", ": [[1, 2]] [bad-id]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problem_sample sample;
        sample_fill(&sample, "nothing");
        struct source *file = sample_file(&sample, "a.yaml", TEXT(""));
        problem_add(&sample.problems, PROBLEM_BAD_ID, source_whole(file), "%s", cases[i].message);
        assert_says(sample_report(&sample, "junit"), cases[i].expected);
        sample_release(&sample);
    }
}

/* --- All formats ----------------------------------------------------------------------------- */

/* Every sample in every format is clean text, and says of each problem that was kept what it is. */
static void nothing_from_a_file_gets_through_as_it_is(void **state)
{
    (void)state;
    for (size_t s = 0; s < sample_row_count; s++) {
        struct problem_sample sample;
        sample_fill(&sample, sample_rows[s].name);
        for (size_t f = 0; f < problem_format_count; f++) {
            struct text report = sample_report(&sample, problem_formats[f].name);
            assert_harmless(report);
            for (size_t p = 0; p < sample.problems.count; p++)
                assert_says(report, problem_code_name(sample.problems.items[p].code));
        }
        sample_release(&sample);
    }
}

/* With FORMATS_TO=FOLDER in the environment every sample is written there as NAME.FORMAT, for
 * tests/formats/validate. */
static void samples_are_written_for_validators(void **state)
{
    (void)state;
    const char *folder = getenv("FORMATS_TO");
    if (folder == NULL)
        return;
    for (size_t s = 0; s < sample_row_count; s++) {
        struct problem_sample sample;
        sample_fill(&sample, sample_rows[s].name);
        for (size_t f = 0; f < problem_format_count; f++) {
            struct text path = text_format(&sample.arena, "%s/%s.%s", folder, sample_rows[s].name,
                                           problem_formats[f].name);
            const char *reason;
            struct sink sink;
            assert_true(sink_open_file(&sink, path.ptr, &reason));
            problem_formats[f].write(&sample.report, &sink);
            assert_true(sink_finish(&sink, &reason));
        }
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_closes_with_what_was_checked),
        cmocka_unit_test(text_follows_its_style),
        cmocka_unit_test(text_says_why_a_check_fails),
        cmocka_unit_test(counts_are_those_of_all_problems),
        cmocka_unit_test(json_has_a_diagnostic_a_line),
        cmocka_unit_test(json_says_null_for_what_a_place_lacks),
        cmocka_unit_test(github_has_a_command_a_problem),
        cmocka_unit_test(github_says_what_a_place_has),
        cmocka_unit_test(github_gives_paths_from_the_root_of_the_checkout),
        cmocka_unit_test(github_escapes_what_the_runner_decodes),
        cmocka_unit_test(github_tells_of_problems_that_are_not_shown),
        cmocka_unit_test(junit_has_a_case_a_file),
        cmocka_unit_test(junit_has_a_case_for_whatever_else_has_problems),
        cmocka_unit_test(junit_fails_for_warnings_when_strict),
        cmocka_unit_test(junit_escapes_for_xml_and_its_readers),
        cmocka_unit_test(nothing_from_a_file_gets_through_as_it_is),
        cmocka_unit_test(samples_are_written_for_validators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
