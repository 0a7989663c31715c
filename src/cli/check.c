/* shortlist check: every problem of files of every kind, in one of the formats for problems. */
#include "shortlist/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "output.h"
#include "overwriting.h"
#include "run.h"
#include "shortlist/ignore.h"
#include "shortlist/link.h"
#include "terminal.h"

/* --- Reading and judging ------------------------------------------------------------------- */

/* One run of the check. */
struct checking {
    struct run run;
    bool looked_for[PROBLEM_CODES]; /* warnings that somebody looked for, so that a comment about
                                       one of them may be unused */
};

/* Which warnings and notes nobody wants to know. */
static const bool *muted_codes(const struct request *request, struct arena *arena)
{
    bool *muted = arena_array(arena, bool, PROBLEM_CODES);
    for (int code = 0; code < PROBLEM_CODES; code++)
        muted[code] = request->ignored[code] || (request->has_only && !request->only[code]) ||
                      (request->quiet && !request->strict);
    return muted;
}

/* Reading looks for all but what review and judging find. */
static void begin_looking(bool *looked_for)
{
    for (int code = 0; code < PROBLEM_CODES; code++)
        looked_for[code] = !check_is_of_criteria((enum problem_code)code) &&
                           !check_is_of_answers((enum problem_code)code);
    looked_for[PROBLEM_DIFFERENT_RATERS] = looked_for[PROBLEM_IDLE_WAIVER] = false;
}

static void now_looked(bool *looked_for, bool (*is_of)(enum problem_code code))
{
    for (int code = 0; code < PROBLEM_CODES; code++)
        looked_for[code] = looked_for[code] || is_of((enum problem_code)code);
}

/* Looks at criteria that are linked, where they have no errors; false where they have. */
static bool review(struct checking *checking, const struct check_subject *subject)
{
    if (problems_errors(&checking->run.problems, subject->criteria->file) > 0)
        return false;
    check_criteria(subject, &checking->run.problems);
    now_looked(checking->looked_for, check_is_of_criteria);
    if (!check_has_own_weights(subject))
        checking->looked_for[PROBLEM_TINY_WEIGHT] = false;
    return true;
}

static void check_alone(struct checking *checking, struct criteria *criteria)
{
    struct run *run = &checking->run;
    const struct input_options *input = &run->request->input;
    int32_t as_of = criteria->as_of.place.line != 0 ? criteria->as_of.day : input->today;
    as_of = input->has_as_of ? input->as_of : as_of;
    link_criteria(criteria, as_of, &run->inputs.arena, &run->problems);
    review(checking, &(struct check_subject){.criteria = criteria, .as_of = as_of});
}

/* Whether what was merged into the criteria is sound. */
static bool is_merged(const struct run *run)
{
    size_t errors = 0;
    for (size_t p = 0; p < run->inputs.profile_count; p++)
        errors += problems_errors(&run->problems, run->inputs.profiles[p].file);
    return errors == 0 && (!run->inputs.what_if || run->problems.totals[PROBLEM_ERROR] == 0);
}

/* Judges the vendors that could be read, for what only their results show. */
static void check_vendors(struct checking *checking)
{
    struct run *run = &checking->run;
    if (run->inputs.answers.count == 0 || run->inputs.buyer_faulty)
        return;
    run_judge(run);
    check_answers(&run->evaluation, &run->problems);
    now_looked(checking->looked_for, check_is_of_answers);
    checking->looked_for[PROBLEM_DIFFERENT_RATERS] = true;
    checking->looked_for[PROBLEM_IDLE_WAIVER] = true;
}

static void check_together(struct checking *checking)
{
    struct run *run = &checking->run;
    struct inputs *inputs = &run->inputs;
    if (inputs->has_criteria)
        link_criteria(&inputs->criteria, inputs->as_of, &inputs->arena, &run->problems);
    bool merged = is_merged(run);
    inputs_read_answers(inputs, &run->request->input, &run->problems);
    const struct check_subject subject = {
        .criteria = &inputs->criteria,
        .profiles = inputs->profiles,
        .profile_count = merged ? inputs->profile_count : 0,
        .as_of = inputs->as_of,
    };
    if (inputs->has_criteria && review(checking, &subject) && merged)
        check_vendors(checking);
}

/* Where there are several criteria files, nobody can tell which the others belong to. */
static void check_apart(struct checking *checking)
{
    struct inputs *inputs = &checking->run.inputs;
    check_alone(checking, &inputs->criteria);
    for (size_t i = 0; i < inputs->other_count; i++)
        check_alone(checking, &inputs->others[i]);
    inputs_read_answers(inputs, &checking->run.request->input, &checking->run.problems);
}

/* Whoever sees nothing wrong with answers must know what they were held to. */
static void note_not_compared(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    size_t apart = 0;
    for (size_t f = 0; f < inputs->file_count; f++)
        apart += inputs->files[f].role != ROLE_CRITERIA;
    bool faulty =
        inputs->has_criteria && problems_errors(&run->problems, inputs->criteria.file) > 0;
    const char *why = inputs->other_count > 0 ? "there are several criteria files"
                      : faulty                ? "the criteria have errors"
                                              : "no criteria are among the files";
    bool compared = inputs->has_criteria && inputs->other_count == 0 && !faulty;
    if (apart == 0 || compared || (!inputs->has_criteria && inputs->files_refused))
        return;
    problem_add(&run->problems, PROBLEM_NOT_COMPARED, (struct place){0},
                "%s checked by %s only: %s", apart == 1 ? "one file was" : "some files were",
                apart == 1 ? "itself" : "themselves", why);
    problem_hint(&run->problems, faulty && inputs->other_count == 0
                                     ? "mend the criteria, and check again"
                                     : "name the criteria to compare with: -c NAME|FILE");
}

static void tell_unused_ignores(struct checking *checking)
{
    const struct inputs *inputs = &checking->run.inputs;
    for (size_t f = 0; f < inputs->file_count; f++)
        ignores_tell_unused(&checking->run.problems, inputs->files[f].source, checking->looked_for);
}

/* --- Reporting ----------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The files that were read, also those of no kind, each once. */
static void list_files(struct run *run, struct problem_report *report)
{
    const struct inputs *inputs = &run->inputs;
    const struct problems *problems = &run->problems;
    size_t count = 0;
    struct text *files =
        arena_array(&run->arena, struct text, inputs->file_count + problems->count);
    for (size_t f = 0; f < inputs->file_count; f++)
        files[count++] = inputs->files[f].source->name;
    for (size_t p = 0; p < problems->count; p++) {
        const struct source *source = problems->items[p].place.source;
        if (source != NULL && source->from_file)
            files[count++] = source->name;
    }
    if (count > 0)
        qsort(files, count, sizeof *files, compare_texts);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !text_equal(files[i], files[i - 1]))
            files[report->file_count++] = files[i];
    }
    report->files = files;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && *value != '\0';
}

static const struct problem_format *chosen_format(const struct request *request)
{
    bool in_workflow = is_set("GITHUB_ACTIONS") && is_set("GITHUB_WORKFLOW");
    if (request->problem_format != NULL)
        return request->problem_format;
    for (size_t f = 0; f < problem_format_count && in_workflow; f++) {
        if (strcmp(problem_formats[f].name, "github") == 0)
            return &problem_formats[f];
    }
    return &problem_formats[0];
}

static void write_problems(const struct run *run, const void *subject, struct sink *sink)
{
    chosen_format(run->request)->write(subject, sink);
}

static enum exit_status report_problems(struct run *run)
{
    const struct request *request = run->request;
    bool to_file = request->output != NULL;
    const char *root = getenv("GITHUB_WORKSPACE");
    char folder[4096];
    problems_sort(&run->problems);
    struct problem_report report = {
        .problems = &run->problems,
        .version = SHORTLIST_VERSION,
        .folder = getcwd(folder, sizeof folder) != NULL ? text_from(folder) : TEXT(""),
        .root = root != NULL && *root == '/' ? text_from(root) : TEXT(""),
        .strict = request->strict,
        .style = {.excerpts =
                      request->color == COLOR_ALWAYS || (!to_file && terminal_is(STDOUT_FILENO)),
                  .color = to_file ? request->color == COLOR_ALWAYS
                                   : terminal_color(STDOUT_FILENO, request->color),
                  .errors_only = request->quiet},
    };
    list_files(run, &report);
    return run_write(run, write_problems, &report);
}

enum exit_status command_check(const struct request *request)
{
    struct request alone = *request;
    struct checking checking = {.run.request = &alone};
    struct run *run = &checking.run;
    alone.input.alone = true;
    run->problems.muted = muted_codes(request, &run->arena);
    begin_looking(checking.looked_for);
    inputs_open(&run->inputs, &alone.input, &run->problems);
    if (would_overwrite(request, &run->inputs, &run->problems)) {
        run_release(run);
        return EXIT_USAGE;
    }
    if (run->inputs.other_count > 0)
        check_apart(&checking);
    else
        check_together(&checking);
    note_not_compared(run);
    tell_unused_ignores(&checking);
    enum exit_status status = report_problems(run);
    const size_t *totals = run->problems.totals;
    bool failed = totals[PROBLEM_ERROR] > 0 || (request->strict && totals[PROBLEM_WARNING] > 0);
    if (status == EXIT_DONE && failed)
        status = EXIT_GATE;
    if (run->inputs.system_failed)
        status = EXIT_SYSTEM;
    run_release(run);
    return status;
}
