/* shortlist check: every problem of files of every kind, in one of the formats for problems. */
#include "shortlist/check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "output.h"
#include "run.h"
#include "shortlist/ignore.h"
#include "shortlist/link.h"
#include "terminal.h"

/* --- Reading and judging ------------------------------------------------------------------- */

/* Which warnings and notes nobody wants to know. */
static const bool *muted_codes(const struct request *request, struct arena *arena)
{
    bool *muted = arena_array(arena, bool, PROBLEM_CODES);
    for (int code = 0; code < PROBLEM_CODES; code++)
        muted[code] = request->ignored[code] || (request->has_only && !request->only[code]);
    return muted;
}

/* Links criteria that stand alone, and looks at them where they have no errors. */
static void check_alone(struct run *run, struct criteria *criteria)
{
    const struct input_options *input = &run->request->input;
    int32_t as_of = criteria->as_of.place.line != 0 ? criteria->as_of.day : input->today;
    link_criteria(criteria, input->has_as_of ? input->as_of : as_of, &run->inputs.arena,
                  &run->problems);
    if (problems_errors(&run->problems, criteria->file) == 0)
        check_criteria(&(struct check_subject){.criteria = criteria, .as_of = as_of},
                       &run->problems);
}

/* Judges the vendors that could be read, for what only their results show. */
static void check_vendors(struct run *run)
{
    if (run->inputs.answers.count == 0 || run->inputs.buyer_faulty)
        return;
    run_judge(run);
    check_answers(&run->evaluation, &run->problems);
}

static void check_together(struct run *run)
{
    struct inputs *inputs = &run->inputs;
    const struct input_options *input = &run->request->input;
    if (inputs->has_criteria)
        link_criteria(&inputs->criteria, inputs->as_of, &inputs->arena, &run->problems);
    bool sound = inputs->has_criteria && run->problems.totals[PROBLEM_ERROR] == 0;
    inputs_read_answers(inputs, input, &run->problems);
    if (!sound)
        return;
    check_criteria(&(struct check_subject){.criteria = &inputs->criteria,
                                           .profiles = inputs->profiles,
                                           .profile_count = inputs->profile_count,
                                           .as_of = inputs->as_of},
                   &run->problems);
    check_vendors(run);
}

/* Where there are several criteria files, nobody can tell which the others belong to. */
static void check_apart(struct run *run)
{
    struct inputs *inputs = &run->inputs;
    check_alone(run, &inputs->criteria);
    for (size_t i = 0; i < inputs->other_count; i++)
        check_alone(run, &inputs->others[i]);
    inputs_read_answers(inputs, &run->request->input, &run->problems);
}

/* Whoever sees nothing wrong with answers must know what they were held to. */
static void note_not_compared(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    size_t apart = 0;
    for (size_t f = 0; f < inputs->file_count; f++)
        apart += inputs->files[f].role != ROLE_CRITERIA;
    if (apart == 0 || (inputs->has_criteria && inputs->other_count == 0) || inputs->files_refused)
        return;
    problem_add(&run->problems, PROBLEM_NOT_COMPARED, (struct place){0},
                "%s checked by %s only: %s", apart == 1 ? "one file was" : "some files were",
                apart == 1 ? "itself" : "themselves",
                inputs->has_criteria ? "there are several criteria files"
                                     : "no criteria are among the files");
    problem_hint(&run->problems, "name the criteria to compare with: -c NAME|FILE");
}

/* Only the buyer's own files may silence anything. */
static void apply_ignores(struct run *run)
{
    for (size_t f = 0; f < run->inputs.file_count; f++) {
        const struct input_file *file = &run->inputs.files[f];
        if (file->role != ROLE_ANSWERS && !file->answers_only)
            ignores_apply(&run->problems, file->source);
    }
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
    struct run run = {.request = &alone};
    alone.input.alone = true;
    run.problems.muted = muted_codes(request, &run.arena);
    inputs_open(&run.inputs, &alone.input, &run.problems);
    if (run.inputs.other_count > 0)
        check_apart(&run);
    else
        check_together(&run);
    note_not_compared(&run);
    apply_ignores(&run);
    enum exit_status status = report_problems(&run);
    const size_t *totals = run.problems.totals;
    bool failed = totals[PROBLEM_ERROR] > 0 || (request->strict && totals[PROBLEM_WARNING] > 0);
    if (status == EXIT_DONE && failed)
        status = EXIT_GATE;
    if (run.inputs.system_failed)
        status = EXIT_SYSTEM;
    run_release(&run);
    return status;
}
