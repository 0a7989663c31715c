/* Problems for people: as standard error has them, and a line that says how much was checked. */
#include "problems.h"

/* Under --strict they are why the check failed: nobody is left without a reason. */
static bool leaves_out_warnings(const struct problem_report *report)
{
    return report->style.errors_only && !report->strict;
}

void problems_close(const struct problem_report *report, struct sink *sink)
{
    const size_t *totals = report->problems->totals;
    const bool errors_only = leaves_out_warnings(report);
    const size_t counts[PROBLEM_SEVERITIES] = {
        [PROBLEM_ERROR] = totals[PROBLEM_ERROR],
        [PROBLEM_WARNING] = errors_only ? 0 : totals[PROBLEM_WARNING],
        [PROBLEM_NOTE] = errors_only ? 0 : totals[PROBLEM_NOTE],
    };
    struct arena scratch = {0};
    struct text found = problem_counts(counts, &scratch);
    if (report->file_count == 0)
        sink_string(sink, "no file");
    else
        sink_text(sink, text_count(&scratch, report->file_count, "file", "files"));
    sink_string(sink, " checked: ");
    sink_text(sink, found.len > 0 ? found : TEXT("nothing wrong"));
    if (report->strict && counts[PROBLEM_ERROR] == 0 && counts[PROBLEM_WARNING] > 0)
        sink_string(sink, ", which --strict does not let pass");
    sink_char(sink, '\n');
    arena_release(&scratch);
}

void problems_text(const struct problem_report *report, struct sink *sink)
{
    struct problem_style style = report->style;
    style.no_totals = true;
    style.errors_only = leaves_out_warnings(report);
    problems_print(report->problems, sink, style);
    if (!style.errors_only || report->problems->totals[PROBLEM_ERROR] > 0)
        problems_close(report, sink);
}
