/* shortlist panel: how the raters differ, and what to talk about first. */
#include "commands.h"
#include "run.h"
#include "shortlist/panel.h"

static void write_panel(const struct run *run, const void *subject, struct sink *sink)
{
    run->request->renderer->panel(&run->report, subject, sink);
}

enum exit_status command_panel(const struct request *request)
{
    struct run run;
    enum exit_status status = run_begin(&run, request);
    if (status == EXIT_DONE) {
        struct panel panel;
        panel_make(&panel, &run.evaluation, &run.inputs.answers, &run.inputs.decisions,
                   &run.settlement, &run.arena);
        run_note_all_stamps(&run);
        status = run_write(&run, write_panel, &panel);
    }
    run_release(&run);
    return status;
}
