/* shortlist compare: where one vendor's lead over another comes from. */
#include "commands.h"
#include "run.h"
#include "shortlist/compare.h"

static void write_comparison(const struct run *run, const void *subject, struct sink *sink)
{
    run->request->renderer->compare(&run->report, subject, sink);
}

enum exit_status command_compare(const struct request *request)
{
    struct run run;
    enum exit_status status = run_begin(&run, request);
    if (status == EXIT_DONE) {
        uint32_t a = run_vendor(&run, request->positional.items[0]);
        uint32_t b = run_vendor(&run, request->positional.items[1]);
        status = a == NOWHERE || b == NOWHERE ? EXIT_USAGE : EXIT_DONE;
        if (status == EXIT_DONE) {
            struct comparison comparison;
            compare_vendors(&comparison, &run.evaluation, a, b, &run.arena);
            run_note_stamps(&run, (const uint32_t[]){a, b}, a == b ? 1 : 2);
            status = run_write(&run, write_comparison, &comparison);
        }
    }
    run_release(&run);
    return status;
}
