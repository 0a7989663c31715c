/* Comments that silence warnings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/arena.h"
#include "shortlist/ignore.h"

/* A file of four lines, each with a warning, and an error and a note on the third. */
static const char *remaining(const char *bytes, const bool *muted, struct arena *arena)
{
    bool looked_for[PROBLEM_CODES];
    struct problems problems = {.muted = muted};
    const struct source source = {
        .name = TEXT("c.yaml"), .bytes = text_from(bytes), .may_ignore = true};
    for (int code = 0; code < PROBLEM_CODES; code++)
        looked_for[code] = code != PROBLEM_NO_DIFFERENCE;
    for (uint32_t line = 1; line <= 4; line++)
        problem_add(&problems, PROBLEM_THOUSANDS, (struct place){&source, line, 1, line, 2, 0},
                    "odd");
    const struct place third = {&source, 3, 1, 3, 2, 0};
    problem_add(&problems, PROBLEM_BAD_NUMBER, third, "wrong");
    problem_add(&problems, PROBLEM_IDLE_WAIVER, third, "idle");
    ignores_tell_unused(&problems, &source, looked_for);
    problems_sort(&problems);
    struct text_buffer told = {.arena = arena};
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.items[i];
        buffer_format(&told, "%s%u:%u %s", i > 0 ? ", " : "", (unsigned)problem->place.line,
                      (unsigned)problem->place.column, problem_code_name(problem->code));
        if (problem->code == PROBLEM_UNUSED_IGNORE)
            buffer_format(&told, " (%.*s)", TEXT_ARG(problem->message));
    }
    size_t all = problems.totals[PROBLEM_ERROR] + problems.totals[PROBLEM_WARNING] +
                 problems.totals[PROBLEM_NOTE];
    assert_int_equal(problems.count, all);
    problems_release(&problems);
    return buffer_text(&told).ptr;
}

#define THIRD "3:1 thousands, 3:1 bad-number, 3:1 idle-waiver"

static void comments_silence_their_line(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *told;
    } cases[] = {
        {"a\nb\nc\nd\n", "1:1 thousands, 2:1 thousands, " THIRD ", 4:1 thousands"},
        {"a\nb # shortlist: ignore thousands\nc\nd\n", "1:1 thousands, " THIRD ", 4:1 thousands"},
        {"a # shortlist:  ignore\tthousands\r\nb\r\nc\r\nd",
         "2:1 thousands, " THIRD ", 4:1 thousands"},
        {"# shortlist: ignore thousands\nb\nc\nd", "2:1 thousands, " THIRD ", 4:1 thousands"},
        /* Several codes; what follows without a comma is a remark. */
        {"a\nb\nc # shortlist: ignore thousands, idle-waiver we know\nd",
         "1:1 thousands, 2:1 thousands, 3:1 bad-number, 4:1 thousands"},
        /* Errors are never silenced. */
        {"a\nb\nc # shortlist: ignore bad-number\nd",
         "1:1 thousands, 2:1 thousands, " THIRD
         ", 3:23 unused-ignore (`bad-number` is ignored here, but errors are never silenced)"
         ", 4:1 thousands"},
        {"a\nb # shortlist: ignore idle-waiver\nc\nd",
         "1:1 thousands, 2:1 thousands, 2:23 unused-ignore (`idle-waiver` is ignored here, but no "
         "such warning is on this line), " THIRD ", 4:1 thousands"},
        {"a\nb # shortlist: ignore thousand\nc\nd",
         "1:1 thousands, 2:1 thousands, 2:23 unused-ignore (`thousand` is ignored here, but there "
         "is no such code), " THIRD ", 4:1 thousands"},
        /* What nobody looked for cannot be found. */
        {"a\nb\nc\nd # shortlist: ignore no-difference, thousands",
         "1:1 thousands, 2:1 thousands, " THIRD},
        /* No comments of ours. */
        {"a\nb# shortlist: ignore thousands\nc\nd # ignore thousands",
         "1:1 thousands, 2:1 thousands, " THIRD ", 4:1 thousands"},
        /* Slips. */
        {"a\nb # shortlist: ignore\nc\nd",
         "1:1 thousands, 2:1 thousands, 2:3 unused-ignore (this comment names nothing to "
         "ignore), " THIRD ", 4:1 thousands"},
        {"a\nb\nc\nd # shortlist: ignored thousands",
         "1:1 thousands, 2:1 thousands, " THIRD
         ", 4:1 thousands, 4:3 unused-ignore (this comment names nothing to ignore)"},
        {"a\nb\nc\nd # shortlist: ignore Thousands",
         "1:1 thousands, 2:1 thousands, " THIRD
         ", 4:1 thousands, 4:23 unused-ignore (`Thousands` is "
         "ignored here, but there is no such code)"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(remaining(cases[i].bytes, NULL, &arena), cases[i].told);
    arena_release(&arena);
}

/* Warnings that are silenced take up no room among those that are kept. */
static void many_comments_silence_many(void **state)
{
    (void)state;
    struct problems problems = {0};
    struct text_buffer bytes = {.arena = &problems.arena};
    for (int line = 0; line < 2 * PROBLEMS_KEPT; line++)
        buffer_add(&bytes, TEXT("a # shortlist: ignore thousands\n"));
    const struct source source = {
        .name = TEXT("c.yaml"), .bytes = buffer_text(&bytes), .may_ignore = true};
    for (uint32_t line = 1; line <= 2 * PROBLEMS_KEPT; line++)
        problem_add(&problems, PROBLEM_THOUSANDS, (struct place){&source, line, 1, line, 2, 0},
                    "odd");
    bool looked_for[PROBLEM_CODES] = {[PROBLEM_THOUSANDS] = true};
    ignores_tell_unused(&problems, &source, looked_for);
    assert_int_equal(problems.totals[PROBLEM_WARNING], 0);
    problems_release(&problems);
}

static void muted_codes_are_not_added(void **state)
{
    (void)state;
    struct arena arena = {0};
    bool muted[PROBLEM_CODES] = {[PROBLEM_THOUSANDS] = true, [PROBLEM_BAD_NUMBER] = true};
    assert_string_equal(remaining("a\nb\nc\nd", muted, &arena), "3:1 bad-number, 3:1 idle-waiver");
    /* A comment about what nobody wants to know is not unused. */
    assert_string_equal(remaining("a # shortlist: ignore thousands\nb\nc\nd", muted, &arena),
                        "3:1 bad-number, 3:1 idle-waiver");
    arena_release(&arena);
}

static void codes_are_found_by_name(void **state)
{
    (void)state;
    assert_int_equal(problem_code_find(TEXT("rule-syntax")), PROBLEM_RULE_SYNTAX);
    assert_int_equal(problem_code_find(TEXT("rule")), PROBLEM_CODES);
    assert_true(text_equal(problem_code_nearest(TEXT("rule-sintax")), TEXT("rule-syntax")));
    assert_int_equal(problem_code_nearest(TEXT("xyz")).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_silence_their_line),
        cmocka_unit_test(many_comments_silence_many),
        cmocka_unit_test(muted_codes_are_not_added),
        cmocka_unit_test(codes_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
