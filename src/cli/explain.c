/* shortlist explain: one vendor in full. */
#include "commands.h"
#include "run.h"

static void write_explanation(const struct run *run, const void *subject, struct sink *sink)
{
    run->request->renderer->explain(&run->report, *(const uint32_t *)subject, sink);
}

enum exit_status command_explain(const struct request *request)
{
    struct run run;
    enum exit_status status = run_begin(&run, request);
    if (status == EXIT_DONE) {
        uint32_t vendor = run_vendor(&run, request->positional.items[0]);
        status = vendor == NOWHERE ? EXIT_USAGE : EXIT_DONE;
        if (status == EXIT_DONE) {
            run_note_stamps(&run, &vendor, 1);
            status = run_write(&run, write_explanation, &vendor);
        }
    }
    run_release(&run);
    return status;
}
