/* A whole evaluation from strings, through the real loader and linker. */
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
#include "shortlist/settle.h"

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

/* The strings of a fixture as files in a folder. */
enum { RATERS = 20, PATHS = 3 + RATERS };

struct files {
    const char *paths[PATHS];
    size_t count;
};

static void add_file(struct files *files, const char *path, const char *content)
{
    if (content == NULL)
        return;
    assert_true(files->count < PATHS);
    write_file(path, content);
    files->paths[files->count++] = path;
}

/* Answers may be NULL: then only criteria are read and linked. */
static void load(struct fixture *fixture, const char *criteria, const char *answers,
                 const char *const *ratings, const char *decisions)
{
    char folder[] = "/tmp/shortlist-test-XXXXXX";
    struct files files = {.count = 0};
    assert_non_null(mkdtemp(folder));
    *fixture = (struct fixture){0};
    struct arena *arena = &fixture->arena;
    add_file(&files, text_format(arena, "%s/criteria.yaml", folder).ptr, criteria);
    add_file(&files, text_format(arena, "%s/answers.yaml", folder).ptr, answers);
    add_file(&files, text_format(arena, "%s/decisions.yaml", folder).ptr, decisions);
    for (size_t i = 0; ratings != NULL && ratings[i] != NULL; i++)
        add_file(&files, text_format(arena, "%s/rater-%zu.yaml", folder, i).ptr, ratings[i]);
    struct input_options options = {.files = {files.paths, files.count}, .has_as_of = true};
    assert_int_equal(date_parse(TEXT("2026-11-21"), &options.as_of), DATE_FINE);
    inputs_open(&fixture->inputs, &options, &fixture->problems);
    if (fixture->inputs.has_criteria)
        link_criteria(&fixture->inputs.criteria, fixture->inputs.as_of, &fixture->inputs.arena,
                      &fixture->problems);
    if (answers != NULL)
        inputs_read_answers(&fixture->inputs, &options, &fixture->problems);
    for (size_t i = 0; i < files.count; i++)
        unlink(files.paths[i]);
    rmdir(folder);
}

void fixture_judge_panel(struct fixture *fixture, const char *criteria, const char *answers,
                         const char *const *ratings, const char *decisions)
{
    load(fixture, criteria, answers, ratings, decisions);
    assert_no_errors(fixture);
    struct inputs *inputs = &fixture->inputs;
    const struct evaluation_options options = {.ratings = &inputs->ratings,
                                               .decisions = &inputs->decisions,
                                               .settlement = &fixture->settlement};
    settle(&fixture->settlement, &inputs->answers, &inputs->criteria, &inputs->ratings,
           &inputs->decisions, NOWHERE);
    evaluate(&fixture->evaluation, &inputs->criteria, &inputs->answers, inputs->as_of, &options);
}

void fixture_judge(struct fixture *fixture, const char *criteria, const char *answers)
{
    fixture_judge_panel(fixture, criteria, answers, NULL, NULL);
}

void fixture_link(struct fixture *fixture, const char *criteria)
{
    load(fixture, criteria, NULL, NULL, NULL);
}

void fixture_release(struct fixture *fixture)
{
    evaluation_release(&fixture->evaluation);
    settlement_release(&fixture->settlement);
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
