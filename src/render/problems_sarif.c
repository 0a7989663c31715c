/*
 * Problems as SARIF 2.1.0, and as GitHub's code scanning asks for it: it refuses a whole file for
 * one result without a location or one rule without a help text.
 */
#include "problems.h"

#include <string.h>

#include "checkout.h"
#include "json_writer.h"
#include "sarif_message.h"
#include "shortlist/sha256.h"
#include "shortlist/unicode.h"

#define SARIF_SCHEMA                                                                               \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* The name that relative URIs are relative to, as other tools have it. */
#define SARIF_ROOT "%SRCROOT%"

enum {
    FINGERPRINT = 32, /* digits of the checksum: 128 bits tell a project's problems apart */
    FINGERPRINTS = PROBLEM_SEVERITIES * PROBLEMS_KEPT /* of a source, at most */
};

struct sarif_writer {
    const struct problem_report *report;
    struct json_writer json;
    struct arena scratch; /* for one problem */
    /* Of the source that is being written: */
    char fingerprints[FINGERPRINTS][FINGERPRINT + 1];
    size_t fingerprint_count;
};

static void key_string(struct json_writer *json, const char *key, const char *string)
{
    json_key_text(json, key, text_from(string));
}

static void key_count(struct json_writer *json, const char *key, size_t count)
{
    json_key(json, key);
    json_count(json, count);
}

/* "key": {"text": "…"} */
static void key_message(struct json_writer *json, const char *key, struct text text)
{
    json_key(json, key);
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "text", text);
    json_end_object(json);
}

/* --- The tool -------------------------------------------------------------------------------- */

static void write_rule(struct sarif_writer *writer, enum problem_code code)
{
    struct json_writer *json = &writer->json;
    const struct text meaning = text_from(problem_meaning(code));
    struct text help = text_format(
        &writer->scratch, "%.*s. docs/diagnostics.md has an example of %s, and what to do.",
        TEXT_ARG(meaning), problem_code_name(code));
    json_begin_object(json, JSON_COMPACT);
    key_string(json, "id", problem_code_name(code));
    key_message(json, "shortDescription", meaning);
    key_message(json, "fullDescription", meaning);
    key_message(json, "help", help);
    json_key(json, "defaultConfiguration");
    json_begin_object(json, JSON_COMPACT);
    key_string(json, "level", problem_severity_word(problem_severity(code)));
    json_end_object(json);
    json_end_object(json);
    arena_clear(&writer->scratch);
}

/* All rules, used or not: what was found may differ from run to run, they may not. */
static void write_tool(struct sarif_writer *writer)
{
    struct json_writer *json = &writer->json;
    json_key(json, "tool");
    json_begin_object(json, JSON_LINES);
    json_key(json, "driver");
    json_begin_object(json, JSON_LINES);
    key_string(json, "name", "shortlist");
    key_string(json, "version", writer->report->version);
    json_key(json, "rules");
    json_begin_array(json, JSON_LINES);
    for (int code = 0; code < PROBLEM_CODES; code++)
        write_rule(writer, (enum problem_code)code);
    json_end_array(json);
    json_end_object(json);
    json_end_object(json);
}

/* No address of the root: it differs from machine to machine. */
static void write_root(struct json_writer *json)
{
    json_key(json, "originalUriBaseIds");
    json_begin_object(json, JSON_COMPACT);
    json_key(json, SARIF_ROOT);
    json_begin_object(json, JSON_COMPACT);
    key_message(json, "description", TEXT("the folder that relative paths begin in"));
    json_end_object(json);
    json_end_object(json);
}

/* --- Locations ------------------------------------------------------------------------------- */

static void write_artifact(struct sarif_writer *writer, struct text name)
{
    struct json_writer *json = &writer->json;
    struct whereabouts found = checkout_find(writer->report, name, &writer->scratch);
    struct text uri = checkout_uri(found.path, &writer->scratch);
    if (found.lies == LIES_ELSEWHERE && text_starts(uri, TEXT("/")))
        uri = text_format(&writer->scratch, "file://%.*s", TEXT_ARG(uri));
    json_key(json, "artifactLocation");
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "uri", uri);
    if (found.lies == LIES_IN_CHECKOUT)
        key_string(json, "uriBaseId", SARIF_ROOT);
    json_end_object(json);
}

/* True when the place says where it ends, at its beginning or behind that. */
static bool has_end(const struct place *place)
{
    bool same_line = place->end_line == place->line;
    return place->end_column > 0 &&
           (same_line ? place->end_column >= place->column : place->end_line > place->line);
}

/* Of a file as a whole, its beginning: not all readers do without a line. */
static void write_region(struct json_writer *json, const struct place *place)
{
    json_key(json, "region");
    json_begin_object(json, JSON_COMPACT);
    key_count(json, "startLine", place->line > 0 ? place->line : 1);
    if (place->line > 0 && place->column > 0) {
        key_count(json, "startColumn", place->column);
        key_count(json, "endLine", has_end(place) ? place->end_line : place->line);
        key_count(json, "endColumn", has_end(place) ? place->end_column : place->column);
    }
    json_end_object(json);
}

/* The name of where to show what has no source: the first file, or else the root. */
static struct text source_name(const struct problem_report *report, const struct place *place)
{
    if (place->source != NULL)
        return place->source->name;
    return report->file_count > 0 ? report->files[0] : TEXT(".");
}

static void write_physical(struct sarif_writer *writer, const struct place *place)
{
    json_key(&writer->json, "physicalLocation");
    json_begin_object(&writer->json, JSON_COMPACT);
    write_artifact(writer, source_name(writer->report, place));
    write_region(&writer->json, place);
    json_end_object(&writer->json);
}

static void write_locations(struct sarif_writer *writer, const struct place *place)
{
    struct json_writer *json = &writer->json;
    json_key(json, "locations");
    json_begin_array(json, JSON_COMPACT);
    json_begin_object(json, JSON_COMPACT);
    write_physical(writer, place);
    json_end_object(json);
    json_end_array(json);
}

/* The second places, with the numbers by which the message links to them. */
static void write_related(struct sarif_writer *writer, const struct problem *problem)
{
    struct json_writer *json = &writer->json;
    size_t id = 0;
    for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
        if (!note_has_place(note))
            continue;
        if (id++ == 0) {
            json_key(json, "relatedLocations");
            json_begin_array(json, JSON_COMPACT);
        }
        json_begin_object(json, JSON_COMPACT);
        key_count(json, "id", id);
        write_physical(writer, &note->place);
        key_message(json, "message", sarif_words(note->message, &writer->scratch));
        json_end_object(json);
    }
    if (id > 0)
        json_end_array(json);
}

/* --- Fingerprints ---------------------------------------------------------------------------- */

/* How many of the source bear it by now. */
static size_t count_fingerprint(struct sarif_writer *writer, const char *digits)
{
    size_t number = 1;
    for (size_t i = 0; i < writer->fingerprint_count; i++)
        number += strcmp(writer->fingerprints[i], digits) == 0 ? 1 : 0;
    if (writer->fingerprint_count < FINGERPRINTS)
        memcpy(writer->fingerprints[writer->fingerprint_count++], digits, FINGERPRINT + 1);
    return number;
}

/*
 * The same as long as the code, the file, the message and the text of the line are, wherever the
 * line stands; of several alike, the number tells which. Never primaryLocationLineHash: that is
 * for the uploading action to compute, from the file.
 */
static void write_fingerprint(struct sarif_writer *writer, const struct problem *problem)
{
    struct text name = source_name(writer->report, &problem->place);
    struct text_buffer mark = {.arena = &writer->scratch};
    buffer_add(&mark, text_from(problem_code_name(problem->code)));
    buffer_add_char(&mark, '\0');
    buffer_add(&mark, problem->place.source != NULL
                          ? checkout_find(writer->report, name, &writer->scratch).path
                          : TEXT(""));
    buffer_add_char(&mark, '\0');
    buffer_add(&mark, problem->message);
    buffer_add_char(&mark, '\0');
    buffer_add(&mark, text_trim(problem->excerpt.text));

    char digits[SHA256_SIZE];
    sha256_print(buffer_text(&mark), digits);
    digits[FINGERPRINT] = '\0';
    size_t number = count_fingerprint(writer, digits);
    json_key(&writer->json, "partialFingerprints");
    json_begin_object(&writer->json, JSON_COMPACT);
    json_key_text(&writer->json, "shortlist/v1",
                  text_format(&writer->scratch, "%s:%zu", digits, number));
    json_end_object(&writer->json);
}

/* --- Results --------------------------------------------------------------------------------- */

static void write_result(struct sarif_writer *writer, const struct problem *problem)
{
    struct json_writer *json = &writer->json;
    json_begin_object(json, JSON_COMPACT);
    key_string(json, "ruleId", problem_code_name(problem->code));
    key_count(json, "ruleIndex", (size_t)problem->code);
    key_string(json, "level", problem_severity_word(problem_severity(problem->code)));
    key_message(json, "message", sarif_message(problem, &writer->scratch));
    write_locations(writer, &problem->place);
    write_related(writer, problem);
    write_fingerprint(writer, problem);
    json_end_object(json);
}

static void write_results(struct sarif_writer *writer)
{
    const struct problems *problems = writer->report->problems;
    json_key(&writer->json, "results");
    json_begin_array(&writer->json, JSON_LINES);
    for (size_t p = 0; p < problems->count; p++) {
        write_result(writer, &problems->items[p]);
        if (problem_is_last(problems, p))
            writer->fingerprint_count = 0;
        arena_clear(&writer->scratch);
    }
    json_end_array(&writer->json);
}

/* --- The run --------------------------------------------------------------------------------- */

static void write_not_shown(struct sarif_writer *writer)
{
    struct json_writer *json = &writer->json;
    const struct problems *problems = writer->report->problems;
    json_key(json, "toolExecutionNotifications");
    json_begin_array(json, JSON_LINES);
    for (size_t p = 0; p < problems->count; p++) {
        const struct place whole = {.source = problems->items[p].place.source};
        struct text words = TEXT("");
        if (problem_is_last(problems, p))
            words = problems_not_shown(problems, whole.source, false, &writer->scratch);
        if (words.len > 0) {
            json_begin_object(json, JSON_COMPACT);
            key_string(json, "level", problem_severity_word(PROBLEM_NOTE));
            key_message(json, "message", words);
            write_locations(writer, &whole);
            json_end_object(json);
        }
        arena_clear(&writer->scratch);
    }
    json_end_array(json);
}

/* Unsuccessful is what could not look at everything, not what found something. */
static void write_invocation(struct sarif_writer *writer)
{
    struct json_writer *json = &writer->json;
    const struct problems *problems = writer->report->problems;
    bool read_all = true;
    for (size_t p = 0; p < problems->count; p++)
        read_all = read_all && problems->items[p].code != PROBLEM_CANNOT_READ;
    json_key(json, "invocations");
    json_begin_array(json, JSON_LINES);
    json_begin_object(json, JSON_LINES);
    json_key(json, "executionSuccessful");
    json_truth(json, read_all);
    write_not_shown(writer);
    json_end_object(json);
    json_end_array(json);
}

void problems_sarif(const struct problem_report *report, struct sink *sink)
{
    struct sarif_writer writer = {.report = report, .json = {.sink = sink}};
    struct json_writer *json = &writer.json;
    json_begin_object(json, JSON_LINES);
    key_string(json, "$schema", SARIF_SCHEMA);
    key_string(json, "version", "2.1.0");
    json_key(json, "runs");
    json_begin_array(json, JSON_LINES);
    json_begin_object(json, JSON_LINES);
    write_tool(&writer);
    write_invocation(&writer);
    write_root(json);
    key_string(json, "columnKind", "unicodeCodePoints");
    write_results(&writer);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
    json_finish(json);
    arena_release(&writer.scratch);
}
