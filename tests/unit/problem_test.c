/* Problems: the catalogue, what is kept of them, and how they are printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/problem.h"

static const struct problem_style bare = {.excerpts = false, .color = false};
static const struct problem_style full = {.excerpts = true, .color = false};
static const struct problem_style colored = {.excerpts = true, .color = true};

static struct place place_at(const struct source *source, uint32_t line, uint32_t column,
                             uint32_t end_column)
{
    return (struct place){source, line, column, line, end_column, 0};
}

static void assert_prints(const struct problems *problems, struct problem_style style,
                          const char *expected)
{
    struct arena arena = {0};
    struct sink sink;
    sink_open_memory(&sink, &arena);
    problems_print(problems, &sink, style);
    struct text printed = buffer_text(&sink.text);
    if (!text_equal(printed, text_from(expected)))
        fail_msg("printed\n%.*sinstead of\n%s", TEXT_ARG(printed), expected);
    arena_release(&arena);
}

static void every_code_has_a_name_and_a_meaning_of_its_own(void **state)
{
    (void)state;
    assert_string_equal(problem_code_name(PROBLEM_UNKNOWN_KEY), "unknown-key");
    assert_int_equal(problem_severity(PROBLEM_UNKNOWN_KEY), PROBLEM_ERROR);
    assert_string_equal(problem_meaning(PROBLEM_UNKNOWN_KEY),
                        "a key that the format does not have");
    for (int a = 0; a < PROBLEM_CODES; a++) {
        const char *name = problem_code_name((enum problem_code)a);
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(name));
        assert_true(strlen(problem_meaning((enum problem_code)a)) > 0);
        assert_true(problem_severity((enum problem_code)a) <= PROBLEM_NOTE);
        for (int b = 0; b < a; b++)
            assert_string_not_equal(name, problem_code_name((enum problem_code)b));
    }
}

static void no_problems_print_nothing(void **state)
{
    (void)state;
    struct problems problems = {0};
    problems_sort(&problems);
    assert_prints(&problems, full, "");
    problem_hint(&problems, "to nothing");
    problems_release(&problems);
}

static void a_line_says_where_and_what(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("vendors/acme.yaml"), .bytes = TEXT("a: 1\nb: 2\n")};
    struct problems problems = {0};
    problem_add(&problems, PROBLEM_NO_CRITERIA, (struct place){0}, "no criteria");
    problem_add(&problems, PROBLEM_EMPTY_FILE, source_whole(&source), "it is empty");
    problem_add(&problems, PROBLEM_BAD_NUMBER, (struct place){&source, 2, 0, 2, 0, 0}, "in %s",
                "b");
    problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, 2, 4, 5), "%d is too small", 2);
    problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, source_whole(&source), "not yet");
    assert_prints(&problems, bare,
                  "shortlist: error: no criteria [no-criteria]\n"
                  "vendors/acme.yaml: error: it is empty [empty-file]\n"
                  "vendors/acme.yaml:2: error: in b [bad-number]\n"
                  "vendors/acme.yaml:2:4: error: 2 is too small [bad-number]\n"
                  "vendors/acme.yaml: warning: not yet [comment-in-text]\n"
                  "4 errors, 1 warning\n");
    problems_release(&problems);
}

static void notes_and_hints_follow_their_problem(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("bpo.yaml"), .bytes = TEXT("weight: 1\nweigth: 2\n")};
    struct problems problems = {0};
    problem_add(&problems, PROBLEM_UNKNOWN_KEY, place_at(&source, 2, 1, 7), "unknown key");
    problem_note(&problems, place_at(&source, 1, 1, 7), "a key of the %s stands here", "format");
    problem_note(&problems, source_whole(&source), "in this file");
    problem_suggest(&problems, TEXT("weight"));
    problem_suggest(&problems, TEXT(""));
    problem_hint(&problems, "see %s", "docs");
    assert_prints(&problems, bare,
                  "bpo.yaml:2:1: error: unknown key [unknown-key]\n"
                  "bpo.yaml:1:1: note: a key of the format stands here\n"
                  "bpo.yaml: note: in this file\n"
                  "  hint: did you mean `weight`?\n"
                  "  hint: see docs\n");
    assert_prints(&problems, full,
                  "bpo.yaml:2:1: error: unknown key [unknown-key]\n"
                  "   2 | weigth: 2\n"
                  "     | ^~~~~~\n"
                  "bpo.yaml:1:1: note: a key of the format stands here\n"
                  "   1 | weight: 1\n"
                  "     | ^~~~~~\n"
                  "bpo.yaml: note: in this file\n"
                  "  hint: did you mean `weight`?\n"
                  "  hint: see docs\n");
    problems_release(&problems);
}

static void colour_marks_place_and_severity(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("a"), .bytes = TEXT("b: x")};
    struct problems problems = {0};
    problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, 1, 4, 5), "no number");
    problem_hint(&problems, "write one");
    problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, source_whole(&source), "later");
    problem_note(&problems, source_whole(&source), "much");
    assert_prints(&problems, colored,
                  "\033[1ma:1:4:\033[0m \033[1;31merror\033[0m: no number [bad-number]\n"
                  "   1 | b: x\n"
                  "     |    \033[1;31m^\033[0m\n"
                  "  \033[1;36mhint\033[0m: write one\n"
                  "\033[1ma:\033[0m \033[1;33mwarning\033[0m: later [comment-in-text]\n"
                  "\033[1ma:\033[0m \033[1;36mnote\033[0m: much\n");
    problems_release(&problems);
}

/* One problem with its line; what is printed below the first line. */
static void assert_excerpt(const char *line, struct place place, const char *expected)
{
    struct source source = {.name = TEXT("f"), .bytes = text_from(line)};
    struct problems problems = {0};
    struct arena arena = {0};
    struct sink sink;
    place.source = &source;
    problem_add(&problems, PROBLEM_RULE_SYNTAX, place, "x");
    source.bytes = (struct text){0}; /* the line was copied */
    sink_open_memory(&sink, &arena);
    problems_print(&problems, &sink, full);
    const char *printed = strchr(buffer_text(&sink.text).ptr, '\n') + 1;
    assert_string_equal(printed, expected);
    problems_release(&problems);
    arena_release(&arena);
}

static void the_caret_stands_below_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        struct place place;
        const char *expected;
    } cases[] = {
        {"when: a > 40", {NULL, 1, 11, 1, 13}, "   1 | when: a > 40\n     |           ^~\n"},
        {"when: a >", {NULL, 1, 10, 1, 10}, "   1 | when: a >\n     |          ^\n"}, /* a point */
        {"when: a", {NULL, 1, 7, 1, 99}, "   1 | when: a\n     |       ^\n"},
        {"a: \"x\n  y\"", {NULL, 1, 4, 2, 5}, "   1 | a: \"x\n     |    ^~\n"}, /* two lines */
        {"a\n\nb", {NULL, 3, 1, 3, 2}, "   3 | b\n     | ^\n"},
        {"a\n\nb", {NULL, 2, 1, 2, 1}, ""}, /* nothing stands there */
        {"a", {NULL, 7, 1, 7, 1}, ""},
        /* columns are code points, carets stand in terminal columns */
        {"\xE6\x97\xA5\xE6\x9C\xAC: x",
         {NULL, 1, 5, 1, 6},
         "   1 | \xE6\x97\xA5\xE6\x9C\xAC: x\n     |       ^\n"},
        {"\xE6\x97\xA5\xE6\x9C\xAC: x",
         {NULL, 1, 2, 1, 3},
         "   1 | \xE6\x97\xA5\xE6\x9C\xAC: x\n     |   ^~\n"},
        {"e\xCC\x81: x", {NULL, 1, 5, 1, 6}, "   1 | e\xCC\x81: x\n     |    ^\n"},
        /* what is made visible takes the columns that it shows */
        {"\ta: x", {NULL, 1, 5, 1, 6}, "   1 | \\ta: x\n     |      ^\n"},
        {"\x1b[1m: x", {NULL, 1, 7, 1, 8}, "   1 | \\x1b[1m: x\n     |          ^\n"},
        {"a\x9B: x", {NULL, 1, 3, 1, 4}, "   1 | a\\x9b: x\n     |       ^\n"}, /* not UTF-8 */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_excerpt(cases[i].line, cases[i].place, cases[i].expected);
}

static void long_line_numbers_widen_the_margin(void **state)
{
    (void)state;
    char lines[2000];
    memset(lines, '\n', sizeof(lines) - 1);
    memcpy(lines + 1233, "x", 2); /* line 1234 */
    assert_excerpt(lines, (struct place){NULL, 1234, 1, 1234, 2, 0}, "  1234 | x\n       | ^\n");
}

/* Of 1,000 characters the 400 bytes around the place are shown, whole characters only. */
static void long_lines_are_cut_around_the_place(void **state)
{
    (void)state;
    char line[1001];
    char expected[2000];
    memset(line, '.', 1000);
    line[1000] = '\0';
    memcpy(line, "BEGIN", 5);
    memcpy(line + 500, "HERE", 4);
    memcpy(line + 995, "THEND", 5);

    (void)snprintf(expected, sizeof(expected), "   1 | ...%.400s...\n     | %*s^~~~\n", line + 300,
                   203, "");
    assert_excerpt(line, (struct place){NULL, 1, 501, 1, 505, 0}, expected);
    (void)snprintf(expected, sizeof(expected), "   1 | %.400s...\n     | ^~~~~\n", line);
    assert_excerpt(line, (struct place){NULL, 1, 1, 1, 6, 0}, expected);
    (void)snprintf(expected, sizeof(expected), "   1 | ...%.400s\n     | %*s^~~~~\n", line + 600,
                   398, "");
    assert_excerpt(line, (struct place){NULL, 1, 996, 1, 1001, 0}, expected);
    (void)snprintf(expected, sizeof(expected), "   1 | %.400s...\n     | ^\n", line);
    assert_excerpt(line, (struct place){NULL, 1, 0, 1, 0, 0}, expected);

    /* Two characters too many: they are shown rather than replaced by three dots. */
    line[402] = '\0';
    (void)snprintf(expected, sizeof(expected), "   1 | %s\n     | %*s^~~~\n", line, 398, "");
    assert_excerpt(line, (struct place){NULL, 1, 399, 1, 403, 0}, expected);

    /* 150 two-byte characters before and behind: the cut at 200 bytes falls between them. */
    for (size_t i = 0; i < 500; i++)
        memcpy(line + 2 * i, "\xC3\xA9", 2);
    line[499] = 'x'; /* breaks one: what is cut must still be shown */
    assert_excerpt(line, (struct place){NULL, 2, 1, 2, 1, 0}, "");
    struct source source = {.name = TEXT("f"), .bytes = {line, 1000}};
    struct problems problems = {0};
    for (uint32_t column = 1; column < 510; column += 50)
        problem_add(&problems, PROBLEM_RULE_SYNTAX, place_at(&source, 1, column, column), "x");
    for (size_t i = 0; i < problems.count; i++) {
        const struct excerpt *excerpt = &problems.items[i].excerpt;
        assert_true(excerpt->text.len <= 407);
        assert_true(excerpt->column <= problems.items[i].place.column);
    }
    problems_release(&problems);
}

static void what_came_from_a_file_is_made_visible(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("a\x1b[2J.yaml"),
                            .bytes = TEXT("k: \"\x1b[31m\xE2\x80\xAE\"")};
    struct problems problems = {0};
    problem_add(&problems, PROBLEM_BAD_ID, place_at(&source, 1, 4, 5), "bad \"%s\"", "\x1b[31m\n");
    problem_note(&problems, place_at(&source, 1, 4, 5), "\xE2\x80\xAE");
    problem_hint(&problems, "not \a");
    assert_prints(&problems, full,
                  "a\\x1b[2J.yaml:1:4: error: bad \"\\x1b[31m\\n\" [bad-id]\n"
                  "   1 | k: \"\\x1b[31m\\u{202e}\"\n"
                  "     |    ^\n"
                  "a\\x1b[2J.yaml:1:4: note: \\u{202e}\n"
                  "   1 | k: \"\\x1b[31m\\u{202e}\"\n"
                  "     |    ^\n"
                  "  hint: not \\x07\n");
    problems_release(&problems);
}

static void problems_are_told_in_order_of_place(void **state)
{
    (void)state;
    struct source a = {.name = TEXT("a"), .bytes = {0}};
    struct source b = {.name = TEXT("b"), .bytes = {0}};
    struct problems problems = {0};
    problem_add(&problems, PROBLEM_BAD_ID, place_at(&b, 1, 1, 1), "4");
    problem_add(&problems, PROBLEM_BAD_ID, place_at(&a, 2, 9, 9), "2");
    problem_add(&problems, PROBLEM_BAD_ID, place_at(&a, 2, 9, 9), "3");
    problem_add(&problems, PROBLEM_BAD_ID, place_at(&a, 2, 1, 1), "1");
    problem_add(&problems, PROBLEM_BAD_ID, (struct place){0}, "0");
    problems_sort(&problems);
    problem_hint(&problems, "which is the newest now?"); /* ignored */
    assert_prints(&problems, bare,
                  "shortlist: error: 0 [bad-id]\n"
                  "a:2:1: error: 1 [bad-id]\n"
                  "a:2:9: error: 2 [bad-id]\n"
                  "a:2:9: error: 3 [bad-id]\n"
                  "b:1:1: error: 4 [bad-id]\n"
                  "5 errors\n");
    problems_release(&problems);
}

/* The last lines of what is printed. */
static void assert_ends(const struct problems *problems, const char *expected)
{
    struct arena arena = {0};
    struct sink sink;
    sink_open_memory(&sink, &arena);
    problems_print(problems, &sink, bare);
    if (!text_ends(buffer_text(&sink.text), text_from(expected)))
        fail_msg("%.*s", TEXT_ARG(buffer_text(&sink.text)));
    arena_release(&arena);
}

static void of_a_source_only_so_many_are_kept(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("big.csv"), .bytes = {0}};
    struct source other = {.name = TEXT("a.yaml"), .bytes = {0}};
    struct problems problems = {0};
    assert_false(problems_full(&problems, &source));
    for (uint32_t i = 1; i <= PROBLEMS_KEPT; i++)
        problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, i, 1, 1), "no number");
    assert_true(problems_full(&problems, &source));
    problem_hint(&problems, "the last one kept");
    assert_int_equal(problems.count, PROBLEMS_KEPT);
    assert_ends(&problems, "hint: the last one kept\n100 errors\n");

    problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, 101, 1, 1), "no number");
    problem_hint(&problems, "not kept");
    problem_note(&problems, source_whole(&source), "neither");
    assert_ends(&problems, "big.csv:100:1: error: no number [bad-number]\n"
                           "  hint: the last one kept\n"
                           "big.csv: note: 1 more problem is not shown\n"
                           "101 errors\n");
    assert_false(problems_full(&problems, &other));

    problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, source_whole(&other), "later");
    problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, (struct place){0}, "later");
    problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, place_at(&source, 3, 1, 1), "later");
    assert_false(problems_full(&problems, &other));
    assert_false(problems_full(&problems, NULL));
    problems_sort(&problems);
    assert_ends(&problems, "big.csv: note: 1 more problem is not shown\n101 errors, 3 warnings\n");
    assert_int_equal(problems.count, PROBLEMS_KEPT + 3);
    problems_release(&problems);
}

/* The bytes of a phrase are looked for as long as problems of its source are kept. */
static void places_are_found_for_what_is_kept(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("f"), .bytes = TEXT("a: b + c\n")};
    struct phrase phrase = {
        .text = TEXT("b + c"),
        .place = place_at(&source, 1, 4, 9),
        .style = STYLE_PLAIN,
    };
    struct problems problems = {0};
    for (uint32_t i = 1; i <= PROBLEMS_KEPT; i++) {
        struct place place = problem_place(&problems, &phrase, 4, 5);
        assert_int_equal(place.column, 8);
        problem_add(&problems, PROBLEM_UNKNOWN_NAME, place, "x");
    }
    assert_int_equal(problem_place(&problems, &phrase, 4, 5).column, 4);
    problems_release(&problems);
}

/* However many warnings a source has, its errors are told. */
static void warnings_do_not_push_errors_out(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("a.yaml")};
    struct problems problems = {0};
    for (uint32_t i = 1; i <= PROBLEMS_KEPT + 5; i++)
        problem_add(&problems, PROBLEM_COMMENT_IN_TEXT, place_at(&source, i, 1, 1), "odd");
    problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, 900, 1, 1), "no number");
    problems_sort(&problems);
    assert_ends(&problems, "a.yaml:900:1: error: no number [bad-number]\n"
                           "a.yaml: note: 5 more problems are not shown\n");
    struct problem_style quiet = {.errors_only = true};
    assert_prints(&problems, quiet, "a.yaml:900:1: error: no number [bad-number]\n");
    problems_release(&problems);
}

static void millions_of_problems_cost_little(void **state)
{
    (void)state;
    enum { SOURCES = 50, EACH = 30000 };
    struct arena arena = {0};
    struct source *sources = arena_array(&arena, struct source, SOURCES);
    struct problems problems = {0};
    for (size_t i = 0; i < SOURCES; i++) /* met in no order */
        sources[i].name = text_format(&arena, "vendors/%02zu.yaml", i * 37 % SOURCES);
    for (uint32_t i = 0; i < EACH; i++) {
        for (size_t k = 0; k < SOURCES; k++) {
            problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&sources[k], i, 1, 1), "no number");
            problem_hint(&problems, "write one");
        }
    }
    assert_int_equal(problems.count, SOURCES * PROBLEMS_KEPT);
    assert_int_equal(problems.totals[PROBLEM_ERROR], SOURCES * EACH);
    problems_sort(&problems);
    assert_ends(&problems, "vendors/49.yaml: note: 29,900 more problems are not shown\n"
                           "1,500,000 errors\n");
    problems_release(&problems);
    arena_release(&arena);
}

/* Two sources may bear one name, as two options do: they count as one. */
static void sources_of_one_name_share_their_limit(void **state)
{
    (void)state;
    struct source a = {.name = TEXT("--need x=1"), .bytes = {0}};
    struct source b = {.name = TEXT("--need x=1"), .bytes = {0}};
    struct problems problems = {0};
    for (uint32_t i = 0; i < PROBLEMS_KEPT; i++) {
        problem_add(&problems, PROBLEM_NEED_TYPE, place_at(&a, 1, 1, 1), "wrong");
        problem_add(&problems, PROBLEM_NEED_TYPE, place_at(&b, 1, 1, 1), "wrong");
    }
    problems_sort(&problems);
    assert_int_equal(problems.count, PROBLEMS_KEPT);
    assert_ends(&problems, "wrong [need-type]\n"
                           "--need x=1: note: 100 more problems are not shown\n"
                           "200 errors\n");
    problems_release(&problems);
}

static void assert_words(struct text words, const char *expected)
{
    if (!text_equal(words, text_from(expected)))
        fail_msg("%.*s instead of %s", TEXT_ARG(words), expected);
}

static void counts_are_told_in_words(void **state)
{
    (void)state;
    const struct {
        size_t counts[PROBLEM_SEVERITIES]; /* errors, warnings, notes */
        const char *expected;
    } cases[] = {
        {{0, 0, 0}, ""},
        {{1, 0, 0}, "1 error"},
        {{0, 1, 0}, "1 warning"},
        {{3, 2, 1}, "3 errors, 2 warnings, 1 note"},
        {{10000, 0, 2}, "10,000 errors, 2 notes"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_words(problem_counts(cases[i].counts, &arena), cases[i].expected);
    assert_string_equal(problem_severity_word(PROBLEM_WARNING), "warning");
    arena_release(&arena);
}

/* The totals are left to those who close with a line of their own. */
static void what_is_not_shown_can_be_asked_for(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("a.yaml")};
    struct source other = {.name = TEXT("b.yaml")};
    struct problems problems = {0};
    struct arena arena = {0};
    for (uint32_t i = 1; i <= PROBLEMS_KEPT + 1; i++)
        problem_add(&problems, PROBLEM_BAD_NUMBER, place_at(&source, i, 1, 1), "no number");
    for (uint32_t i = 1; i <= PROBLEMS_KEPT + 2; i++)
        problem_add(&problems, PROBLEM_THOUSANDS, place_at(&source, i, 1, 1), "odd");
    problems_sort(&problems);
    assert_words(problems_not_shown(&problems, &source, false, &arena),
                 "3 more problems are not shown");
    assert_words(problems_not_shown(&problems, &source, true, &arena),
                 "1 more problem is not shown");
    assert_words(problems_not_shown(&problems, &other, false, &arena), "");
    assert_words(problems_not_shown(&problems, NULL, false, &arena), "");

    problems.count = 2;
    struct problem_style open_ended = {.no_totals = true};
    assert_prints(&problems, open_ended,
                  "a.yaml:1:1: error: no number [bad-number]\n"
                  "a.yaml:1:1: warning: odd [thousands]\n"
                  "a.yaml: note: 3 more problems are not shown\n");
    problems_release(&problems);
    arena_release(&arena);
}

static void messages_are_cut(void **state)
{
    (void)state;
    struct problems problems = {0};
    char text[5001];
    memset(text, 'x', 5000);
    text[5000] = '\0';
    problem_add(&problems, PROBLEM_BAD_ID, (struct place){0}, "%.2000s", text);
    problem_add(&problems, PROBLEM_BAD_ID, (struct place){0}, "%.2001s", text);
    assert_int_equal(problems.items[0].message.len, 2000);
    assert_int_equal(problems.items[1].message.len, 2000);
    assert_true(text_ends(problems.items[1].message, TEXT("x...")));
    for (size_t i = 0; i < 2500; i++)
        memcpy(text + 2 * i, "\xC3\xA9", 2);
    problem_add(&problems, PROBLEM_BAD_ID, (struct place){0}, "%s", text);
    assert_true(text_ends(problems.items[2].message, TEXT("\xA9...")));
    problem_add(&problems, PROBLEM_BAD_ID, (struct place){0}, "%s", "");
    assert_int_equal(problems.items[3].message.len, 0);
    problems_release(&problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_a_name_and_a_meaning_of_its_own),
        cmocka_unit_test(no_problems_print_nothing),
        cmocka_unit_test(a_line_says_where_and_what),
        cmocka_unit_test(notes_and_hints_follow_their_problem),
        cmocka_unit_test(colour_marks_place_and_severity),
        cmocka_unit_test(the_caret_stands_below_what_is_wrong),
        cmocka_unit_test(long_line_numbers_widen_the_margin),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(what_came_from_a_file_is_made_visible),
        cmocka_unit_test(problems_are_told_in_order_of_place),
        cmocka_unit_test(of_a_source_only_so_many_are_kept),
        cmocka_unit_test(places_are_found_for_what_is_kept),
        cmocka_unit_test(warnings_do_not_push_errors_out),
        cmocka_unit_test(millions_of_problems_cost_little),
        cmocka_unit_test(sources_of_one_name_share_their_limit),
        cmocka_unit_test(counts_are_told_in_words),
        cmocka_unit_test(what_is_not_shown_can_be_asked_for),
        cmocka_unit_test(messages_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
