/* A whole evaluation from two strings, through the real loader and linker. */
#include "fixture.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "shortlist/date.h"
#include "shortlist/link.h"

static void write_file(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Prints the problems, so that a failing test says what the loader did not like. */
static void assert_no_errors(struct fixture *fixture)
{
    if (fixture->problems.totals[PROBLEM_ERROR] == 0)
        return;
    struct sink sink;
    const char *reason;
    sink_open_fd(&sink, STDERR_FILENO);
    problems_sort(&fixture->problems);
    problems_print(&fixture->problems, &sink, (struct problem_style){0});
    sink_finish(&sink, &reason);
    fail_msg("the input has errors");
}

static void load(struct fixture *fixture, const char *criteria, const char *answers)
{
    char folder[] = "/tmp/shortlist-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    *fixture = (struct fixture){0};
    const char *paths[2] = {text_format(&fixture->arena, "%s/criteria.yaml", folder).ptr,
                            text_format(&fixture->arena, "%s/answers.yaml", folder).ptr};
    struct input_options options = {.files = {paths, answers == NULL ? 1 : 2}, .has_as_of = true};
    assert_int_equal(date_parse(TEXT("2026-11-21"), &options.as_of), DATE_FINE);
    write_file(paths[0], criteria);
    if (answers != NULL)
        write_file(paths[1], answers);
    inputs_open(&fixture->inputs, &options, &fixture->problems);
    if (fixture->inputs.has_criteria)
        link_criteria(&fixture->inputs.criteria, fixture->inputs.as_of, &fixture->inputs.arena,
                      &fixture->problems);
    if (answers != NULL)
        inputs_read_answers(&fixture->inputs, &options, &fixture->problems);
    unlink(paths[0]);
    unlink(paths[1]);
    rmdir(folder);
}

void fixture_judge(struct fixture *fixture, const char *criteria, const char *answers)
{
    load(fixture, criteria, answers);
    assert_no_errors(fixture);
    evaluate(&fixture->evaluation, &fixture->inputs.criteria, &fixture->inputs.answers,
             fixture->inputs.as_of, &(struct evaluation_options){0});
}

void fixture_link(struct fixture *fixture, const char *criteria)
{
    load(fixture, criteria, NULL);
}

void fixture_release(struct fixture *fixture)
{
    evaluation_release(&fixture->evaluation);
    inputs_release(&fixture->inputs);
    problems_release(&fixture->problems);
    arena_release(&fixture->arena);
}

uint32_t fixture_vendor(const struct fixture *fixture, const char *id)
{
    uint32_t vendor = answers_vendor(&fixture->inputs.answers, text_from(id));
    assert_true(vendor != NOWHERE);
    return vendor;
}

uint32_t fixture_criterion(const struct fixture *fixture, const char *id)
{
    uint32_t position = NOWHERE;
    assert_true(names_find(&fixture->inputs.criteria.criterion_names, text_from(id), &position));
    return position;
}

const struct result *fixture_result(const struct fixture *fixture, const char *vendor)
{
    return &fixture->evaluation.results[fixture_vendor(fixture, vendor)];
}

struct text fixture_flags(struct fixture *fixture, const char *vendor)
{
    struct card card;
    struct text_buffer buffer = {.arena = &fixture->arena};
    card_make_flags(&card, &fixture->evaluation, fixture_vendor(fixture, vendor), &fixture->arena);
    for (uint32_t f = 0; f < card.result->flag_count; f++)
        buffer_format(&buffer, "%s%.*s", f == 0 ? "" : " ", TEXT_ARG(card.flags[f].rule));
    return buffer_text(&buffer);
}

struct text fixture_unresolved(struct fixture *fixture, const char *vendor)
{
    struct card card;
    struct text_buffer buffer = {.arena = &fixture->arena};
    card_make_flags(&card, &fixture->evaluation, fixture_vendor(fixture, vendor), &fixture->arena);
    for (uint32_t u = 0; u < card.result->unresolved_count; u++) {
        const struct card_unresolved *unresolved = &card.unresolved[u];
        buffer_format(&buffer, "%s%.*s(", u == 0 ? "" : " ", TEXT_ARG(unresolved->rule->id.text));
        for (size_t w = 0; w < unresolved->count; w++) {
            const struct criterion *criterion =
                &fixture->inputs.criteria.criteria[unresolved->waiting_for[w]];
            buffer_format(&buffer, "%s%.*s", w == 0 ? "" : ",", TEXT_ARG(criterion->id.text));
        }
        buffer_add_char(&buffer, ')');
    }
    return buffer_text(&buffer);
}

void assert_number(double actual, double expected)
{
    if (isnan(actual) && isnan(expected))
        return;
    if (!(fabs(actual - expected) <= 1e-9))
        fail_msg("%.17g is not %.17g", actual, expected);
}
