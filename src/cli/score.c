/* shortlist score: ranks the vendors. */
#include "commands.h"
#include "run.h"

static void write_score(const struct run *run, const void *subject, struct sink *sink)
{
    (void)subject;
    run->request->renderer->score(&run->report, sink);
}

/* A vendor that could not be read could not be judged: a gate does not let it through. */
static bool passes_gate(const struct run *run)
{
    return evaluation_worst(&run->evaluation) < run->request->fail_on &&
           run->inputs.answers.unread_count == 0;
}

enum exit_status command_score(const struct request *request)
{
    struct run run;
    enum exit_status status = run_begin(&run, request);
    if (status == EXIT_DONE) {
        run_note_all_stamps(&run);
        status = run_write(&run, write_score, NULL);
    }
    if (status == EXIT_DONE && request->fail_on >= 0 && !passes_gate(&run))
        status = EXIT_GATE;
    run_release(&run);
    return status;
}
