/*
 * Problems as JUnit XML: a test case a file, so that readers say which files pass. Readers show one
 * failure a case, so it tells all that the file has, as the text report does.
 */
#include "problems.h"

#include <inttypes.h>

#include "shortlist/unicode.h"

struct case_writer {
    const struct problem_report *report;
    struct sink *sink;
    struct arena scratch; /* for one case */
};

/* --- XML ------------------------------------------------------------------------------------- */

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;"; /* there may be no "]]>" */
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

/* Some readers copy the file that such a mark names into what they publish: no vendor's text may
 * reach for one. */
static bool attaches_file(struct text text, size_t at)
{
    return text_starts(text_slice(text, at, text.len), TEXT("[[ATTACHMENT|"));
}

/* What XML cannot hold has been made visible before. */
static void write_xml(struct sink *sink, struct text text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *replaced = attaches_file(text, i) ? "[\\" : entity(text.ptr[i]);
        if (replaced == NULL)
            continue;
        sink_text(sink, text_slice(text, from, i));
        sink_string(sink, replaced);
        from = i + 1;
    }
    sink_text(sink, text_slice(text, from, text.len));
}

/* --- Cases ----------------------------------------------------------------------------------- */

/* A file that was checked, or something else that has problems: a folder, an option, all inputs
 * together. */
struct file_case {
    struct text name; /* empty for all inputs together */
    size_t from;      /* its problems: [from, to) */
    size_t to;
};

/* Two sorted lists, of files and of problems, walked together. */
struct walk {
    const struct problem_report *report;
    size_t file;
    size_t problem;
};

static bool next_case(struct walk *walk, struct file_case *next)
{
    const struct problem_report *report = walk->report;
    const struct problems *problems = report->problems;
    const bool has_file = walk->file < report->file_count;
    const bool has_problem = walk->problem < problems->count;
    if (!has_file && !has_problem)
        return false;
    struct text file = has_file ? report->files[walk->file] : TEXT("");
    struct text source = has_problem ? problem_source(&problems->items[walk->problem]) : TEXT("");
    int order = text_compare(file, source);
    if (!has_file || !has_problem)
        order = has_file ? -1 : 1;
    *next = (struct file_case){order <= 0 ? file : source, walk->problem, walk->problem};
    walk->file += order <= 0 ? 1 : 0;
    while (order >= 0 && next->to < problems->count &&
           text_equal(problem_source(&problems->items[next->to]), source))
        next->to++;
    walk->problem = next->to;
    return true;
}

static bool fails(const struct problem_report *report, const struct problem *problem)
{
    enum problem_severity severity = problem_severity(problem->code);
    return severity == PROBLEM_ERROR || (severity == PROBLEM_WARNING && report->strict);
}

/* The problem for which the case fails, the first of them; NULL when it passes. */
static const struct problem *first_failure(const struct problem_report *report,
                                           const struct file_case *one)
{
    for (size_t p = one->from; p < one->to; p++) {
        if (fails(report, &report->problems->items[p]))
            return &report->problems->items[p];
    }
    return NULL;
}

/* --- Writing --------------------------------------------------------------------------------- */

/* "12:3: no number [bad-number], and more": one line for lists of failures; the case names the
 * file. */
static struct text failure_words(struct case_writer *writer, const struct file_case *one,
                                 const struct problem *first)
{
    struct text_buffer words = {.arena = &writer->scratch};
    if (first->place.line > 0)
        buffer_format(&words, "%" PRIu32 ":", first->place.line);
    if (first->place.line > 0 && first->place.column > 0)
        buffer_format(&words, "%" PRIu32 ":", first->place.column);
    buffer_add(&words, words.len > 0 ? TEXT(" ") : TEXT(""));
    buffer_add(&words, unicode_visible(&writer->scratch, first->message));
    buffer_format(&words, " [%s]", problem_code_name(first->code));
    buffer_add(&words, one->to - one->from > 1 ? TEXT(", and more") : TEXT(""));
    return buffer_text(&words);
}

/* All problems of the case as people read them. */
static struct text case_words(struct case_writer *writer, const struct file_case *one)
{
    const struct problem_style style = {.excerpts = true, .no_totals = true};
    struct problems problems = *writer->report->problems;
    struct sink words;
    problems.items += one->from;
    problems.count = one->to - one->from;
    sink_open_memory(&words, &writer->scratch);
    problems_print(&problems, &words, style);
    return buffer_text(&words.text);
}

static void write_case(struct case_writer *writer, const struct file_case *one)
{
    const struct problem *first = first_failure(writer->report, one);
    struct sink *sink = writer->sink;
    struct text name = one->name.len > 0 ? one->name : TEXT("all inputs together");
    sink_string(sink, "    <testcase classname=\"shortlist check\" name=\"");
    write_xml(sink, unicode_visible(&writer->scratch, name));
    if (one->from == one->to) {
        sink_string(sink, "\"/>\n");
        return;
    }
    sink_string(sink, "\">\n");
    if (first != NULL) {
        sink_format(sink, "      <failure type=\"%s\" message=\"",
                    problem_severity_word(problem_severity(first->code)));
        write_xml(sink, failure_words(writer, one, first));
        sink_string(sink, "\">");
    } else {
        sink_string(sink, "      <system-out>");
    }
    write_xml(sink, case_words(writer, one));
    sink_string(sink, first != NULL ? "</failure>\n" : "</system-out>\n");
    sink_string(sink, "    </testcase>\n");
}

/* The attributes of a suite, of which the only one is all there is. */
static void write_counts(struct sink *sink, size_t cases, size_t failures)
{
    sink_format(sink, " name=\"shortlist check\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n",
                cases, failures);
}

void problems_junit(const struct problem_report *report, struct sink *sink)
{
    struct case_writer writer = {.report = report, .sink = sink};
    struct file_case one;
    size_t cases = 0;
    size_t failures = 0;
    for (struct walk walk = {.report = report}; next_case(&walk, &one); cases++)
        failures += first_failure(report, &one) != NULL ? 1 : 0;
    sink_string(sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    write_counts(sink, cases, failures);
    sink_string(sink, "  <testsuite");
    write_counts(sink, cases, failures);
    for (struct walk walk = {.report = report}; next_case(&walk, &one);) {
        write_case(&writer, &one);
        arena_clear(&writer.scratch);
    }
    sink_string(sink, "  </testsuite>\n</testsuites>\n");
    arena_release(&writer.scratch);
}
