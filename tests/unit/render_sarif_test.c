/* Problems as SARIF: places, messages, links, fingerprints. The schema is held to the whole of it
 * by tests/formats/validate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/sarif_message.h"
#include "support/fixture.h"
#include "support/problem_samples.h"
#include "support/reports.h"

static void says(const char *sample_name, const char *const *expected)
{
    struct problem_sample sample;
    sample_fill(&sample, sample_name);
    struct text sarif = sample_report(&sample, "sarif");
    for (; *expected != NULL; expected++)
        assert_says(sarif, *expected);
    sample_release(&sample);
}

static void the_log_names_its_version_its_tool_and_how_columns_count(void **state)
{
    (void)state;
    says("nothing", (const char *const[]){
                        "\"version\": \"2.1.0\",\n",
                        "\"name\": \"shortlist\",\n          \"version\": \"0\",\n",
                        "\"columnKind\": \"unicodeCodePoints\",\n",
                        "\"executionSuccessful\": true,\n",
                        "\"results\": []\n",
                        NULL,
                    });
}

/* Which code scanning wants of every rule: both descriptions, help, a level. */
static void every_code_is_a_rule_whether_used_or_not(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "nothing");
    struct text sarif = sample_report(&sample, "sarif");
    for (int code = 0; code < PROBLEM_CODES; code++)
        assert_says(sarif, text_format(&sample.arena, "{\"id\": \"%s\", \"shortDescription\": {",
                                       problem_code_name((enum problem_code)code))
                               .ptr);
    assert_says(sarif, "{\"id\": \"thousands\", \"shortDescription\": {\"text\": \"a number like "
                       "12.000, which is read as 12\"}, \"fullDescription\": {\"text\": \"a number "
                       "like 12.000, which is read as 12\"}, \"help\": {\"text\": \"a number like "
                       "12.000, which is read as 12. docs/diagnostics.md has an example of "
                       "thousands, and what to do.\"}, \"defaultConfiguration\": {\"level\": "
                       "\"warning\"}}");
    sample_release(&sample);
}

static void a_result_has_its_rule_its_place_and_its_second_place(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "tender");
    struct text sarif = sample_report(&sample, "sarif");
    assert_says(
        sarif,
        text_format(
            &sample.arena,
            "{\"ruleId\": \"duplicate-key\", \"ruleIndex\": %d, \"level\": \"error\", "
            "\"message\": {\"text\": \"`price` stands twice\\nnote: [the first one](1)\"}, "
            "\"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": "
            "\"vendors/acme.yaml\", \"uriBaseId\": \"%%SRCROOT%%\"}, \"region\": {\"startLine\": "
            "3, \"startColumn\": 1, \"endLine\": 3, \"endColumn\": 6}}}], \"relatedLocations\": "
            "[{\"id\": 1, \"physicalLocation\": {\"artifactLocation\": {\"uri\": "
            "\"vendors/acme.yaml\", \"uriBaseId\": \"%%SRCROOT%%\"}, \"region\": {\"startLine\": "
            "2, \"startColumn\": 1, \"endLine\": 2, \"endColumn\": 6}}, \"message\": {\"text\": "
            "\"the first one\"}}], \"partialFingerprints\": {\"shortlist/v1\": \"",
            PROBLEM_DUPLICATE_KEY)
            .ptr);
    assert_says(sarif, "\"message\": {\"text\": \"EUR is not the unit\\nhint: the unit is USD\"}");
    assert_silent(sarif, "primaryLocationLineHash");
    sample_release(&sample);
}

/* A result needs a place: that of all inputs is the first file, that of a file its first line. */
static void every_result_has_a_place(void **state)
{
    (void)state;
    says("places",
         (const char *const[]){
             "\"text\": \"no criteria file\"}, \"locations\": [{\"physicalLocation\": "
             "{\"artifactLocation\": {\"uri\": \"a.yaml\", \"uriBaseId\": \"%SRCROOT%\"}, "
             "\"region\": {\"startLine\": 1}}}]",
             "{\"uri\": \"vendors\", \"uriBaseId\": \"%SRCROOT%\"}, \"region\": {\"startLine\": 1}",
             "{\"uri\": \"--need%20hours_week%3Dx\"}, \"region\": {\"startLine\": 1, ",
             "{\"uri\": \"-\"}, \"region\": {\"startLine\": 1, ",
             "\"region\": {\"startLine\": 3}", /* a line without a column */
             "\"region\": {\"startLine\": 2, \"startColumn\": 3, \"endLine\": 2, \"endColumn\": 3}",
             "\"region\": {\"startLine\": 1, \"startColumn\": 4, \"endLine\": 2, \"endColumn\": 3}",
             "\"executionSuccessful\": false", /* a folder could not be read */
             NULL,
         });
    says("no-file", (const char *const[]){"{\"uri\": \".\", \"uriBaseId\": \"%SRCROOT%\"}", NULL});
}

static void what_lies_elsewhere_has_a_file_uri(void **state)
{
    (void)state;
    says("elsewhere", (const char *const[]){
                          "{\"uri\": \"file:///srv/b.yaml\"}",
                          "{\"uri\": \"a.yaml\", \"uriBaseId\": \"%SRCROOT%\"}",
                          "{\"uri\": \"below.yaml\", \"uriBaseId\": \"%SRCROOT%\"}",
                          "{\"uri\": \"file:///tmp/x%20y.yaml\"}",
                          NULL,
                      });
}

static void problems_that_are_not_shown_are_a_notification(void **state)
{
    (void)state;
    says("many", (const char *const[]){"{\"level\": \"note\", \"message\": {\"text\": \"19,800 "
                                       "more problems are not shown\"}, \"locations\": [",
                                       NULL});
    says("tender", (const char *const[]){"\"toolExecutionNotifications\": []", NULL});
}

/* --- Messages -------------------------------------------------------------------------------- */

/* Section 3.11.6 of SARIF: [text](destination) is a link wherever it stands in a message. */
static void nothing_from_a_file_is_a_link(void **state)
{
    (void)state;
    const struct {
        struct text text;
        const char *expected;
    } cases[] = {
        {TEXT("plain"), "plain"},
        {TEXT("options [a, b] (two)"), "options [a, b] (two)"},
        {TEXT("[here](http://x) and [there](1)"), "[here] (http://x) and [there] (1)"},
        {TEXT("]]("), "]] ("},
        {TEXT("{0} {name}"), "{0} {name}"},
        {TEXT("a\nb \x1b \xE2\x80\xAE \xFF"), "a\\nb \\x1b \\u{202e} \\xff"},
        {TEXT(""), "-"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        assert_text(sarif_words(cases[i].text, &arena), cases[i].expected);
        arena_release(&arena);
    }
}

static void second_places_are_links_by_number(void **state)
{
    (void)state;
    struct problem_sample sample;
    sample_fill(&sample, "nothing");
    struct source *file = sample_file(&sample, "a.yaml", TEXT("a: b\n"));
    problem_add(&sample.problems, PROBLEM_BAD_ID, place_in(file, 1, 1, 2), "m");
    problem_hint(&sample.problems, "see [docs](x)");
    problem_note(&sample.problems, place_in(file, 1, 1, 2), "a [b](c) \\ d");
    problem_note(&sample.problems, source_whole(file), "e");
    assert_text(sarif_message(&sample.problems.items[0], &sample.arena),
                "m\nhint: see [docs] (x)\nnote: [a \\[b\\] (c) \\\\ d](1)\nnote: [e](2)");
    sample_release(&sample);
}

/* --- Fingerprints ---------------------------------------------------------------------------- */

enum { FINGERPRINT_SIZE = 48 };

/* The fingerprints of a file with these lines, and a problem at each line that begins with "!". */
static size_t fingerprints_of(const char *path, const char *message, const char *lines,
                              char found[][FINGERPRINT_SIZE])
{
    static const char key[] = "\"shortlist/v1\": \"";
    struct problem_sample sample;
    sample_fill(&sample, "nothing");
    struct source *file = sample_file(&sample, path, text_from(lines));
    uint32_t line = 1;
    for (const char *at = lines; *at != '\0'; at = strchr(at, '\n') + 1, line++) {
        if (at[strspn(at, " ")] == '!')
            problem_add(&sample.problems, PROBLEM_BAD_ID, place_in(file, line, 1, 2), "%s",
                        message);
    }
    problems_sort(&sample.problems);
    size_t count = 0;
    const char *at = sample_report(&sample, "sarif").ptr;
    while ((at = strstr(at, key)) != NULL) {
        at += strlen(key);
        size_t len = strcspn(at, "\"");
        assert_true(len < FINGERPRINT_SIZE);
        memcpy(found[count], at, len);
        found[count++][len] = '\0';
    }
    sample_release(&sample);
    return count;
}

static void fingerprints_stay_when_lines_move(void **state)
{
    (void)state;
    char before[4][FINGERPRINT_SIZE], after[4][FINGERPRINT_SIZE];
    assert_int_equal(fingerprints_of("a.yaml", "m", "! x\n", before), 1);
    assert_int_equal(fingerprints_of("a.yaml", "m", "one\ntwo\n  ! x \n", after), 1);
    assert_string_equal(after[0], before[0]);
    assert_int_equal(strlen(before[0]), 34); /* 32 digits, a colon, the number */
    assert_string_equal(before[0] + 32, ":1");
}

static void fingerprints_differ_where_problems_do(void **state)
{
    (void)state;
    char one[4][FINGERPRINT_SIZE], other[4][FINGERPRINT_SIZE];
    (void)fingerprints_of("a.yaml", "m", "! x\n", one);
    (void)fingerprints_of("b.yaml", "m", "! x\n", other);
    assert_string_not_equal(one[0], other[0]);
    (void)fingerprints_of("a.yaml", "n", "! x\n", other);
    assert_string_not_equal(one[0], other[0]);
    (void)fingerprints_of("a.yaml", "m", "! y\n", other);
    assert_string_not_equal(one[0], other[0]);
}

static void equal_problems_are_numbered(void **state)
{
    (void)state;
    char found[4][FINGERPRINT_SIZE];
    assert_int_equal(fingerprints_of("a.yaml", "m", "! x\n! y\n! x\n", found), 3);
    assert_memory_equal(found[0], found[2], 32);
    assert_string_equal(found[0] + 32, ":1");
    assert_string_equal(found[1] + 32, ":1");
    assert_string_equal(found[2] + 32, ":2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_log_names_its_version_its_tool_and_how_columns_count),
        cmocka_unit_test(every_code_is_a_rule_whether_used_or_not),
        cmocka_unit_test(a_result_has_its_rule_its_place_and_its_second_place),
        cmocka_unit_test(every_result_has_a_place),
        cmocka_unit_test(what_lies_elsewhere_has_a_file_uri),
        cmocka_unit_test(problems_that_are_not_shown_are_a_notification),
        cmocka_unit_test(nothing_from_a_file_is_a_link),
        cmocka_unit_test(second_places_are_links_by_number),
        cmocka_unit_test(fingerprints_stay_when_lines_move),
        cmocka_unit_test(fingerprints_differ_where_problems_do),
        cmocka_unit_test(equal_problems_are_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
