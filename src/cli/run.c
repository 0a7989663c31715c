/* What score, explain, compare and panel have in common: read, link, judge, write one report. */
#include "run.h"

#include <unistd.h>

#include "messages.h"
#include "output.h"
#include "overwriting.h"
#include "shortlist/evaluators.h"
#include "shortlist/link.h"
#include "shortlist/names.h"
#include "terminal.h"

/* --- Reading ----------------------------------------------------------------------------- */

static void print_problems(struct run *run)
{
    struct sink sink;
    const char *reason;
    if (run->problems.count == 0)
        return;
    problems_sort(&run->problems);
    sink_open_fd(&sink, STDERR_FILENO);
    struct problem_style style = {
        .excerpts = terminal_is(STDERR_FILENO) || run->request->color == COLOR_ALWAYS,
        .color = terminal_color(STDERR_FILENO, run->request->color),
        .errors_only = run->request->quiet,
    };
    problems_print(&run->problems, &sink, style);
    sink_finish(&sink, &reason);
}

/* False after a message when the report would overwrite one of them. */
static bool open_inputs(struct run *run)
{
    inputs_open(&run->inputs, &run->request->input, &run->problems);
    if (would_overwrite(run->request, &run->inputs, &run->problems))
        return false;
    if (run->inputs.has_criteria)
        link_criteria(&run->inputs.criteria, run->inputs.as_of, &run->inputs.arena, &run->problems);
    return true;
}

enum exit_status run_read_criteria(struct run *run, const struct request *request)
{
    *run = (struct run){.request = request};
    if (!open_inputs(run))
        return EXIT_USAGE;
    print_problems(run);
    if (run->inputs.system_failed)
        return EXIT_SYSTEM;
    return run->problems.totals[PROBLEM_ERROR] == 0 ? EXIT_DONE : EXIT_INPUT;
}

static bool has_answers(const struct inputs *inputs)
{
    for (size_t f = 0; f < inputs->file_count; f++) {
        if (inputs->files[f].role == ROLE_ANSWERS)
            return true;
    }
    return false;
}

enum exit_status run_read_vendors(struct run *run, const struct request *request)
{
    *run = (struct run){.request = request};
    if (!open_inputs(run))
        return EXIT_USAGE;
    size_t before_answers = run->problems.totals[PROBLEM_ERROR];
    if (has_answers(&run->inputs))
        inputs_read_answers(&run->inputs, &request->input, &run->problems);
    print_problems(run);
    if (run->inputs.system_failed)
        return EXIT_SYSTEM;
    return before_answers == 0 ? EXIT_DONE : EXIT_INPUT;
}

static enum exit_status read_inputs(struct run *run)
{
    struct input_options input = run->request->input;
    input.progress = run->watcher;
    if (!open_inputs(run))
        return EXIT_USAGE;
    size_t before_answers = run->problems.totals[PROBLEM_ERROR];
    inputs_read_answers(&run->inputs, &input, &run->problems);
    if (run->inputs.system_failed)
        return EXIT_SYSTEM;
    if (run->problems.totals[PROBLEM_ERROR] == 0)
        return EXIT_DONE;
    bool others_can_be_ranked =
        before_answers == 0 && !run->inputs.buyer_faulty && run->inputs.answers.count > 0;
    return run->request->provisional && others_can_be_ranked ? EXIT_DONE : EXIT_INPUT;
}

/* --- The report -------------------------------------------------------------------------- */

static void list_files(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    struct report_file *files = arena_array(&run->arena, struct report_file, inputs->file_count);
    for (size_t f = 0; f < inputs->file_count; f++) {
        const struct input_file *file = &inputs->files[f];
        files[f] = (struct report_file){
            .role = file_role_words[file->role],
            .path = file->source->name,
            .sha256 = run->request->input.hash ? file->sha256 : NULL,
        };
    }
    run->report.files = files;
    run->report.file_count = inputs->file_count;
}

void run_list_profiles(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    struct text *titles = arena_array(&run->arena, struct text, inputs->profile_count);
    size_t count = 0;
    for (size_t p = 0; p < inputs->profile_count; p++) {
        if (inputs->profiles[p].title.len > 0)
            titles[count++] = inputs->profiles[p].title;
    }
    run->report.profile_titles = titles;
    run->report.profile_count = count;
}

/* The options that make a what-if, as they were typed. */
static void list_changes(struct run *run)
{
    const struct input_options *input = &run->request->input;
    struct paths changes = {0};
    for (size_t n = 0; n < input->needs.count; n++)
        paths_add(&changes, text_format(&run->arena, "--need %s", input->needs.items[n]).ptr,
                  &run->arena);
    for (size_t w = 0; w < input->weights.count; w++)
        paths_add(&changes, text_format(&run->arena, "--weight %s", input->weights.items[w]).ptr,
                  &run->arena);
    run->report.changes = changes.items;
    run->report.change_count = changes.count;
}

static void prepare_report(struct run *run)
{
    const struct request *request = run->request;
    bool to_file = request->output != NULL;
    run->report = (struct report){
        .evaluation = &run->evaluation,
        .waivers = &run->waivers,
        .version = SHORTLIST_VERSION,
        .what_if = run->inputs.what_if,
        .provisional = request->provisional,
        .width = terminal_width(to_file ? -1 : STDOUT_FILENO),
        .color = to_file ? request->color == COLOR_ALWAYS
                         : terminal_color(STDOUT_FILENO, request->color),
        .ascii = request->ascii,
        .cards = request->cards,
        .no_criteria = request->no_criteria,
        .wide = request->wide,
        .excel = request->excel,
        .raw = request->raw,
        .top = request->top,
        /* Two things at once would be written to one terminal. */
        .progress = to_file || !terminal_is(STDOUT_FILENO) ? run->watcher : NULL,
    };
    list_files(run);
    run_list_profiles(run);
    list_changes(run);
}

/* --- Judging ----------------------------------------------------------------------------- */

/* The text report says it too, but other formats have no room for it. */
static void warn_of_raters(struct run *run)
{
    enum { NAMED = 12 };
    const struct evaluation *evaluation = &run->evaluation;
    struct evaluators evaluators;
    if (!(run->request->command & (FOR_SCORE | FOR_CHECK)) || run->inputs.ratings.count == 0)
        return;
    struct text_buffer ids = {.arena = &run->arena};
    evaluators_make(&evaluators, evaluation, evaluation->order, evaluation->answers->count,
                    &run->arena);
    if (evaluators.uneven_count == 0)
        return;
    for (size_t u = 0; u < evaluators.uneven_count && u < NAMED; u++)
        buffer_format(&ids, "%s%.*s", u > 0 ? ", " : "",
                      TEXT_ARG(evaluation->criteria->criteria[evaluators.uneven[u]].id.text));
    if (evaluators.uneven_count > NAMED)
        buffer_format(&ids, " and %zu more", evaluators.uneven_count - NAMED);
    problem_add(&run->problems, PROBLEM_DIFFERENT_RATERS, (struct place){0},
                "vendors were judged by different raters: %.*s", TEXT_ARG(buffer_text(&ids)));
    problem_hint(&run->problems, "a lenient rater lifts those that he or she judged; `shortlist "
                                 "panel` shows who is lenient");
}

void run_judge(struct run *run)
{
    struct inputs *inputs = &run->inputs;
    settle(&run->settlement, &inputs->answers, &inputs->criteria, &inputs->ratings,
           &inputs->decisions, NOWHERE);
    evaluate(&run->evaluation, &inputs->criteria, &inputs->answers, inputs->as_of,
             &(struct evaluation_options){.ratings = &inputs->ratings,
                                          .decisions = &inputs->decisions,
                                          .settlement = &run->settlement,
                                          .progress = run->watcher});
    waivers_make(&run->waivers, &run->evaluation, &inputs->answers, &run->arena);
    evaluation_note_waivers(&run->evaluation, &run->problems);
    warn_of_raters(run);
}

/* Whoever sits at a terminal is told how far a long run has come. */
static void watch(struct run *run)
{
    progress_line_begin(&run->line);
    if (terminal_is(STDERR_FILENO) && !run->request->quiet)
        run->watcher = &run->line.progress;
}

enum exit_status run_begin(struct run *run, const struct request *request)
{
    *run = (struct run){.request = request};
    watch(run);
    enum exit_status status = read_inputs(run);
    if (status == EXIT_DONE) {
        run_judge(run);
        prepare_report(run);
    }
    progress_line_clear(&run->line);
    if (status != EXIT_USAGE)
        print_problems(run);
    return status;
}

void run_release(struct run *run)
{
    waivers_release(&run->waivers);
    evaluation_release(&run->evaluation);
    settlement_release(&run->settlement);
    inputs_release(&run->inputs);
    problems_release(&run->problems);
    arena_release(&run->arena);
}

uint32_t run_vendor(struct run *run, const char *id)
{
    const struct answers *answers = &run->inputs.answers;
    uint32_t vendor = answers_vendor(answers, text_from(id));
    if (vendor != NOWHERE)
        return vendor;
    for (size_t u = 0; u < answers->unread_count; u++) {
        if (text_equal(answers->unread[u].id, text_from(id))) {
            program_error("vendor `%s` could not be read: its answers have errors",
                          visible(id, &run->arena));
            return NOWHERE;
        }
    }
    struct nearest nearest = {.word = text_from(id)};
    for (size_t v = 0; v < answers->count; v++)
        nearest_offer(&nearest, answers->vendors[v].id);
    if (nearest.best.len > 0)
        program_error("no vendor `%s` among the answers; did you mean `%.*s`?",
                      visible(id, &run->arena), TEXT_ARG(nearest.best));
    else
        program_error("no vendor `%s` among the answers", visible(id, &run->arena));
    return NOWHERE;
}

void run_note_stamps(struct run *run, const uint32_t *vendors, size_t count)
{
    if (!run->request->renderer->unstamped || run->request->quiet)
        return;
    struct text stamps = report_stamps(&run->report, vendors, count, &run->arena);
    if (stamps.len > 0)
        program_note("this report is stamped %.*s; CSV has no place for it", TEXT_ARG(stamps));
}

void run_note_all_stamps(struct run *run)
{
    run_note_stamps(run, run->evaluation.order, run->evaluation.answers->count);
}

enum exit_status run_write(struct run *run,
                           void (*write)(const struct run *run, const void *subject,
                                         struct sink *sink),
                           const void *subject)
{
    struct sink sink;
    enum exit_status status = open_output(&sink, run->request->output);
    if (status != EXIT_DONE)
        return status;
    write(run, subject, &sink);
    progress_line_clear(&run->line);
    return finish_output(&sink);
}
