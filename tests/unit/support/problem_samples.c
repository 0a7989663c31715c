/* Reports of problems, filled by hand. */
#include "problem_samples.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* --- Parts ----------------------------------------------------------------------------------- */

static struct source *add_source(struct problem_sample *sample, const char *name, struct text bytes)
{
    assert_true(sample->source_count < SAMPLE_SOURCES);
    struct source *source = &sample->sources[sample->source_count++];
    *source = (struct source){.name = text_from(name), .bytes = bytes};
    return source;
}

struct source *sample_file(struct problem_sample *sample, const char *path, struct text bytes)
{
    struct source *source = add_source(sample, path, bytes);
    sample->files[sample->report.file_count++] = source->name;
    return source;
}

struct place place_in(const struct source *source, uint32_t line, uint32_t column,
                      uint32_t end_column)
{
    return (struct place){source, line, column, line, end_column, 0};
}

/* --- Samples --------------------------------------------------------------------------------- */

static void fill_nothing(struct problem_sample *sample)
{
    (void)sample;
}

static void fill_sound(struct problem_sample *sample)
{
    (void)sample_file(sample, "criteria.yaml", TEXT("shortlist-criteria: 1\n"));
    (void)sample_file(sample, "vendors/acme.yaml", TEXT("shortlist-answers: 1\n"));
}

/* An error with a hint, one with a second place, a warning; acme fails, bolt and cedar pass. */
static void fill_tender(struct problem_sample *sample)
{
    struct problems *problems = &sample->problems;
    struct source *acme =
        sample_file(sample, "vendors/acme.yaml", TEXT("vendor: Acme\nprice: 9\nprice: 9.5 EUR\n"));
    struct source *bolt = sample_file(sample, "vendors/bolt.yaml", TEXT("seats: 12.000\n"));
    (void)sample_file(sample, "vendors/cedar.yaml", TEXT("vendor: Cedar\n"));
    problem_add(problems, PROBLEM_DUPLICATE_KEY, place_in(acme, 3, 1, 6), "`price` stands twice");
    problem_note(problems, place_in(acme, 2, 1, 6), "the first one");
    problem_add(problems, PROBLEM_WRONG_UNIT, place_in(acme, 3, 8, 15), "EUR is not the unit");
    problem_hint(problems, "the unit is USD");
    problem_add(problems, PROBLEM_THOUSANDS, place_in(bolt, 1, 8, 14), "12.000 is read as 12");
}

/* Problems of everything but a piece of a line. */
static void fill_places(struct problem_sample *sample)
{
    struct problems *problems = &sample->problems;
    struct source *file = sample_file(sample, "a.yaml", TEXT("a: \"b\nc\"\nd: e\n"));
    struct source *folder = add_source(sample, "vendors", TEXT(""));
    struct source *option = add_source(sample, "--need hours_week=x", TEXT("x"));
    struct source *input = add_source(sample, "-", TEXT("a: b\n"));
    problem_add(problems, PROBLEM_NO_CRITERIA, (struct place){0}, "no criteria file");
    problem_add(problems, PROBLEM_EMPTY_FILE, source_whole(file), "it is empty");
    problem_note(problems, source_whole(folder), "its folder");
    problem_add(problems, PROBLEM_IDLE_WAIVER, (struct place){file, 3, 0, 3, 0, 0}, "a line");
    problem_add(problems, PROBLEM_WRONG_TYPE, (struct place){file, 1, 4, 2, 3, 0}, "two lines");
    problem_add(problems, PROBLEM_MISSING_KEY, place_in(file, 2, 3, 3), "a point");
    problem_add(problems, PROBLEM_BAD_FORM, (struct place){file, 1, 1, 3, 1, 0},
                "lines, their ends");
    problem_add(problems, PROBLEM_CANNOT_READ, source_whole(folder), "permission denied");
    problem_add(problems, PROBLEM_NEED_TYPE, place_in(option, 1, 1, 2), "no number");
    problem_add(problems, PROBLEM_UNKNOWN_KEY, place_in(input, 1, 1, 2), "unknown key");
}

/* Nothing but what belongs to no file. */
static void fill_no_file(struct problem_sample *sample)
{
    problem_add(&sample->problems, PROBLEM_NO_CRITERIA, (struct place){0}, "no criteria file");
    problem_hint(&sample->problems, "give one");
}

static void fill_elsewhere(struct problem_sample *sample)
{
    static const char *const paths[] = {
        "../b.yaml",
        "./vendors//../a.yaml",
        "/srv/tender/below.yaml",
        "/tmp/x y.yaml",
    };
    sample->report.folder = TEXT("/srv/tender");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct source *file = sample_file(sample, paths[i], TEXT("a: b\n"));
        problem_add(&sample->problems, PROBLEM_BAD_ID, place_in(file, 1, 1, 2), "bad id");
    }
}

static const char harm[] = "\x1b[31m ]]> </failure> \"'& %0A::error::x ##[error]y \xE2\x80\xAE"
                           "\xEF\xBF\xBF \r\n [here](http://x) {0} [[ATTACHMENT|/etc/passwd]]";

static void fill_hostile(struct problem_sample *sample)
{
    struct problems *problems = &sample->problems;
    struct source *file = sample_file(sample, "a,b:c%0A \x1b]\"<&>.yaml", text_from(harm));
    struct source *raw = sample_file(sample, "not\xFFutf8.yaml", TEXT("\xC2\x85 \xFF: x\n"));
    problem_add(problems, PROBLEM_BAD_ID, place_in(file, 1, 1, 4), "%s", harm);
    problem_note(problems, place_in(file, 1, 2, 3), "%s", harm);
    problem_note(problems, place_in(file, 1, 2, 3), "a [b] \\ c");
    problem_hint(problems, "%s", harm);
    problem_add(problems, PROBLEM_THOUSANDS, place_in(raw, 1, 1, 2), "%s", harm);
    problem_add(problems, PROBLEM_THOUSANDS, place_in(raw, 1, 1, 2), "not \xFF UTF-8");
    problem_add(problems, PROBLEM_THOUSANDS, place_in(raw, 1, 1, 2), "%s", "");
}

/* More than are kept, and as long as they may be. */
static void fill_many(struct problem_sample *sample)
{
    enum { MANY = 10000, LONG = 5000 };
    char *longest = arena_array(&sample->arena, char, LONG + 1);
    memset(longest, '<', LONG);
    struct source *file = sample_file(sample, "big.yaml", (struct text){longest, LONG});
    for (uint32_t i = 1; i <= MANY; i++) {
        problem_add(&sample->problems, PROBLEM_BAD_NUMBER, place_in(file, 1, i % LONG, i % LONG),
                    "%s", longest);
        problem_add(&sample->problems, PROBLEM_THOUSANDS, place_in(file, 1, 1, 2), "the same");
    }
}

const struct sample_row sample_rows[] = {
    {"nothing", fill_nothing}, {"sound", fill_sound},     {"tender", fill_tender},
    {"places", fill_places},   {"no-file", fill_no_file}, {"elsewhere", fill_elsewhere},
    {"hostile", fill_hostile}, {"many", fill_many},
};

const size_t sample_row_count = sizeof sample_rows / sizeof *sample_rows;

/* --- Reports --------------------------------------------------------------------------------- */

void sample_fill(struct problem_sample *sample, const char *name)
{
    *sample = (struct problem_sample){0};
    sample->report = (struct problem_report){
        .problems = &sample->problems, .files = sample->files, .version = "0"};
    for (size_t i = 0; i < sample_row_count; i++) {
        if (strcmp(sample_rows[i].name, name) != 0)
            continue;
        sample_rows[i].fill(sample);
        problems_sort(&sample->problems);
        return;
    }
    fail_msg("no sample %s", name);
}

void sample_release(struct problem_sample *sample)
{
    problems_release(&sample->problems);
    arena_release(&sample->arena);
}

struct text sample_report(struct problem_sample *sample, const char *format)
{
    struct sink sink;
    sink_open_memory(&sink, &sample->arena);
    for (size_t i = 0; i < problem_format_count; i++) {
        if (strcmp(problem_formats[i].name, format) != 0)
            continue;
        problem_formats[i].write(&sample->report, &sink);
        return buffer_text(&sink.text);
    }
    fail_msg("no format %s", format);
    return TEXT("");
}
