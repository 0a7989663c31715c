/* What the checks of src/check/ tell, one code at a time. */
#include "checked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "told.h"

/* Forgets the problems of the input, and lets only one code through. */
static void listen_for(struct fixture *fixture, enum problem_code code)
{
    bool *muted = arena_array(&fixture->arena, bool, PROBLEM_CODES);
    for (int c = 0; c < PROBLEM_CODES; c++)
        muted[c] = c != (int)code;
    assert_int_equal(fixture->problems.totals[PROBLEM_ERROR], 0);
    problems_release(&fixture->problems);
    fixture->problems.muted = muted;
}

static void check_linked(struct fixture *fixture, enum problem_code code)
{
    const struct check_subject subject = {.criteria = &fixture->inputs.criteria,
                                          .as_of = fixture->inputs.as_of};
    listen_for(fixture, code);
    check_criteria(&subject, &fixture->problems);
}

/* The line, and what stands at the place. */
static void add_place(struct text_buffer *places, const struct problem *problem)
{
    struct text line = problem->excerpt.text;
    size_t from = problem->place.column - 1;
    size_t to =
        problem->place.end_line == problem->place.line ? problem->place.end_column - 1 : line.len;
    struct text there = text_slice(line, from, to);
    buffer_format(places, "%s%u %.*s", places->len == 0 ? "" : ", ", problem->place.line,
                  TEXT_ARG(there));
}

void check_cases(enum problem_code code, const struct checked_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fixture fixture;
        struct arena arena = {0};
        struct text_buffer places = {.arena = &arena};
        print_message("%s\n", cases[i].about);
        fixture_link(&fixture,
                     text_format(&arena, "shortlist-criteria: 1\n%s", cases[i].criteria).ptr);
        check_linked(&fixture, code);
        problems_sort(&fixture.problems);
        for (size_t p = 0; p < fixture.problems.count; p++)
            add_place(&places, &fixture.problems.items[p]);
        assert_text(buffer_text(&places), cases[i].told);
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

const char *criteria_told(struct fixture *fixture, enum problem_code code)
{
    check_linked(fixture, code);
    return told_whole(&fixture->problems, &fixture->arena);
}

const char *answers_told(struct fixture *fixture, enum problem_code code)
{
    struct text_buffer lines = {.arena = &fixture->arena};
    listen_for(fixture, code);
    check_answers(&fixture->evaluation, &fixture->problems);
    problems_sort(&fixture->problems);
    for (size_t p = 0; p < fixture->problems.count; p++) {
        const struct problem *problem = &fixture->problems.items[p];
        buffer_format(&lines, "%u:%u %.*s\n", problem->place.line, problem->place.column,
                      TEXT_ARG(problem->message));
    }
    return lines.len == 0 ? "" : buffer_text(&lines).ptr;
}
