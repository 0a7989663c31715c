/* shortlist template: empty files to fill in, by vendors and by the buyer's evaluators. */
#include "shortlist/template.h"

#include "commands.h"
#include "messages.h"
#include "run.h"

/* Whether the options go together; else a message. */
static bool check_options(const struct request *request)
{
    if (!request->ratings && request->input.answers.count > 0) {
        usage_error("-a goes with --ratings only: a vendor is not told of others");
        return false;
    }
    if (request->ratings && request->weights) {
        usage_error("--weights goes with the questions for vendors, not with --ratings");
        return false;
    }
    return true;
}

static void write_template(const struct run *run, const void *subject, struct sink *sink)
{
    (void)subject;
    const struct request *request = run->request;
    const struct template_format *format = request->template_format;
    const struct template_options options = {
        .weights = request->weights,
        .vendors = &run->inputs.answers,
        .excel = request->excel,
        .raw = request->raw,
        .delimiter = request->delimiter,
    };
    if (request->ratings)
        format->ratings(&run->inputs.criteria, &options, sink);
    else
        format->questions(&run->inputs.criteria, &options, sink);
}

static void tell_of_nobody(const struct run *run)
{
    const struct answers *answers = &run->inputs.answers;
    if (answers->count + answers->unread_count == 0 && !run->request->quiet)
        program_error("there are no answers among the files, so no vendor stands in this sheet; "
                      "name the folder with the answers too");
}

enum exit_status command_template(const struct request *request)
{
    struct run run;
    if (!check_options(request))
        return EXIT_USAGE;
    enum exit_status status =
        request->ratings ? run_read_vendors(&run, request) : run_read_criteria(&run, request);
    if (status == EXIT_DONE && request->ratings)
        tell_of_nobody(&run);
    if (status == EXIT_DONE)
        status = run_write(&run, write_template, NULL);
    run_release(&run);
    return status;
}
