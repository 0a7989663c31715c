/* The reports of a fixture as texts. */
#include "reports.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "drawn.h"

enum kind { SCORE, EXPLAIN, COMPARE, PANEL };

/* A report and the vendors that it is about, as far as its kind has any. */
struct request {
    enum kind kind;
    uint32_t a, b;
};

static struct text drawn(struct fixture *fixture, const char *format, struct report report,
                         struct request request)
{
    const struct renderer *renderer = drawn_renderer(format);
    struct comparison comparison;
    struct panel panel;
    struct waivers waivers;
    struct sink sink;
    const char *reason;
    waivers_make(&waivers, &fixture->evaluation, &fixture->inputs.answers, &fixture->arena);
    report.evaluation = &fixture->evaluation;
    report.waivers = &waivers;
    report.version = "0";
    sink_open_memory(&sink, &fixture->arena);
    switch (request.kind) {
    case SCORE:
        renderer->score(&report, &sink);
        break;
    case EXPLAIN:
        renderer->explain(&report, request.a, &sink);
        break;
    case COMPARE:
        compare_vendors(&comparison, &fixture->evaluation, request.a, request.b, &fixture->arena);
        renderer->compare(&report, &comparison, &sink);
        break;
    case PANEL:
        panel_make(&panel, &fixture->evaluation, &fixture->inputs.answers,
                   &fixture->inputs.decisions, &fixture->settlement, &fixture->arena);
        renderer->panel(&report, &panel, &sink);
        break;
    }
    struct text text = text_copy(&fixture->arena, buffer_text(&sink.text));
    assert_true(sink_finish(&sink, &reason));
    waivers_release(&waivers);
    return text;
}

struct text report_score(struct fixture *fixture, const char *format, struct report report)
{
    return drawn(fixture, format, report, (struct request){.kind = SCORE});
}

struct text report_explain(struct fixture *fixture, const char *format, struct report report,
                           uint32_t vendor)
{
    return drawn(fixture, format, report, (struct request){.kind = EXPLAIN, .a = vendor});
}

struct text report_compare(struct fixture *fixture, const char *format, struct report report,
                           uint32_t a, uint32_t b)
{
    return drawn(fixture, format, report, (struct request){.kind = COMPARE, .a = a, .b = b});
}

struct text report_panel(struct fixture *fixture, const char *format, struct report report)
{
    return drawn(fixture, format, report, (struct request){.kind = PANEL});
}

void assert_says(struct text text, const char *words)
{
    if (strstr(text.ptr, words) == NULL)
        fail_msg("does not say `%s`:\n%s", words, text.ptr);
}

void assert_silent(struct text text, const char *words)
{
    if (strstr(text.ptr, words) != NULL)
        fail_msg("says `%s`:\n%s", words, text.ptr);
}
