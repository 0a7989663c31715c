/*
 * Syntax errors in plain words. libyaml says what it expected; people want to know what they wrote.
 * Most of the errors come from texts and expressions that need quotes, so the raw line is looked
 * at.
 */
#include "hints.h"

#include <string.h>

#include "comments.h"
#include "kinds.h"
#include "shortlist/unicode.h"

#define QUOTE_HINT "if it is a text, put the whole of it in quotes"

/* --- The raw line ------------------------------------------------------------------------- */

/* The line of a place from its column on. */
static struct text line_from(struct place place)
{
    struct text line = source_line(place.source, place.line);
    return text_slice(line, unicode_offset(line, place.column - 1), line.len);
}

/* The line of a place up to its column, without the blanks at its end. */
static struct text line_before(struct place place)
{
    struct text line = source_line(place.source, place.line);
    return text_trim(text_slice(line, 0, unicode_offset(line, place.column - 1)));
}

static char first_char(struct text text)
{
    return text.len == 0 ? '\0' : text.ptr[0];
}

static char last_char(struct text text)
{
    return text.len == 0 ? '\0' : text.ptr[text.len - 1];
}

static bool ends_at(const struct yaml_node *scalar, const struct place *place)
{
    return scalar->kind == YAML_SCALAR && scalar->place.end_line == place->line &&
           scalar->place.end_column <= place->column;
}

static bool has_any(struct text text, const char *characters)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\0' && strchr(characters, text.ptr[i]) != NULL)
            return true;
    }
    return false;
}

static bool has_tight_colon(struct text text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.ptr[i] == ':' && text.ptr[i + 1] != ' ')
            return true;
    }
    return false;
}

/* --- One kind of error each --------------------------------------------------------------- */

static void add(struct problems *problems, struct place place, const char *message)
{
    problem_add(problems, PROBLEM_YAML_SYNTAX, place, "%s", message);
}

/* `when: "voice" in x`: the value ends with its quotes, and more follows. */
static void report_behind_quotes(struct problems *problems, const struct syntax_error *error)
{
    const struct yaml_node *scalar = error->scalar;
    if (scalar->place.line != scalar->place.end_line) {
        add(problems, error->place, "text goes on behind a closing quote");
        problem_note(problems, scalar->place, "the quotes open here: is a closing one missing?");
        return;
    }
    add(problems, error->place, "text goes on behind the closing quote");
    struct text raw = text_trim(line_from(scalar->place));
    if (scalar->style == STYLE_SINGLE && scalar->place.end_column == error->place.column)
        problem_hint(problems, "within single quotes an apostrophe is written twice: ''");
    else if (scalar->style == STYLE_DOUBLE && !has_any(raw, "'"))
        problem_hint(problems, "put the whole of it in single quotes: '%.*s'", TEXT_ARG(raw));
    else
        problem_hint(problems, QUOTE_HINT);
}

/* `message: {x} of agents`: the value ends with its bracket, and more follows. */
static void report_behind_bracket(struct problems *problems, const struct syntax_error *error,
                                  char bracket)
{
    const char *kind = bracket == '}' ? "mapping" : "list";
    problem_add(problems, PROBLEM_YAML_SYNTAX, error->place, "text goes on behind the closing %c",
                bracket);
    problem_hint(
        problems,
        "a value that begins with %c is read as a %s; if it is a text, put the whole of it "
        "in quotes",
        bracket == '}' ? '{' : '[', kind);
}

/* Something stands where the next key, item or document was due. */
static void report_misplaced(struct problems *problems, const struct syntax_error *error)
{
    struct text before = line_before(error->place);
    char here = first_char(line_from(error->place));
    char bracket = last_char(before);
    if (ends_at(error->scalar, &error->place) && error->scalar->style != STYLE_PLAIN) {
        report_behind_quotes(problems, error);
    } else if (here == ']' || here == '}') {
        problem_add(problems, PROBLEM_YAML_SYNTAX, error->place, "this %c closes nothing", here);
        problem_hint(problems, QUOTE_HINT);
    } else if (bracket == ']' || bracket == '}') {
        report_behind_bracket(problems, error, bracket);
    } else if (before.len == 0 && here == '-') {
        add(problems, error->place, "a list item does not fit here, among keys");
    } else if (before.len == 0 && error->context_place.line != 0) {
        add(problems, error->place, "the line is not indented like those it belongs to");
        hint_lost_line(problems, error->scalar);
        problem_note(problems, error->context_place, "they begin here, in column %u",
                     (unsigned)error->context_place.column);
    } else {
        add(problems, error->place, "a key was expected here");
    }
}

/* `a: b: c`, or a key under a line that is a text already. */
static void report_inner_colon(struct problems *problems, const struct syntax_error *error)
{
    const struct yaml_node *scalar = error->scalar;
    bool over_lines = ends_at(scalar, &error->place) && scalar->style == STYLE_PLAIN &&
                      scalar->place.line != scalar->place.end_line;
    struct yaml_node first = *scalar;
    if (over_lines)
        first.text = line_from(scalar->place);
    if (over_lines && refuse_kind_without_colon(problems, &first))
        return;
    if (!over_lines) {
        add(problems, error->place, "a colon begins a second value within a value");
        problem_hint(problems, QUOTE_HINT);
        return;
    }
    add(problems, error->place, "a key cannot stand here: the lines above belong to one text");
    if (has_tight_colon(line_from(scalar->place)))
        problem_hint(problems, "behind the colon of a key stands a space");
    else
        problem_hint(problems, "begin it in the column of the keys that it belongs to");
    problem_note(problems, scalar->place, "the text begins here");
}

/* `{site:}`: in brackets a colon needs its space. */
static void report_flow_colon(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->place, "a colon without a space behind it");
    problem_hint(problems, "write a space, or put the text that it belongs to in quotes");
}

static void report_bad_start(struct problems *problems, const struct syntax_error *error)
{
    char here = first_char(line_from(error->place));
    if (here == '\0' && error->bracket.line != 0) {
        problem_add(problems, PROBLEM_YAML_SYNTAX, error->bracket,
                    "the %c that opens here is not closed", first_char(line_from(error->bracket)));
        hint_lost_bracket(problems, error->bracket, error->scalar);
        return;
    }
    if (here == '\0') {
        add(problems, error->place, "a value is missing here");
        return;
    }
    if (here == '\t') {
        add(problems, error->place, "a tab cannot indent a line");
        problem_hint(problems, "use spaces");
        return;
    }
    problem_add(problems, PROBLEM_YAML_SYNTAX, error->place, "a value cannot begin with %c", here);
    problem_hint(problems, QUOTE_HINT);
}

/* `> 5`, `| x`, `*x` and `& x`: the marks of blocks, aliases and anchors. */
static void report_bad_mark(struct problems *problems, const struct syntax_error *error)
{
    struct syntax_error begun = *error;
    if (error->context_place.line != 0)
        begun.place = error->context_place;
    report_bad_start(problems, &begun);
}

static void report_no_colon(struct problems *problems, const struct syntax_error *error)
{
    struct place place = error->context_place.line != 0 ? error->context_place : error->place;
    struct text line = line_from(place);
    add(problems, place, "a key and a colon were expected here");
    if (line.len > 1 && line.ptr[0] == '-' && line.ptr[1] != ' ')
        problem_hint(problems, "behind the dash of a list item stands a space");
    else if (has_tight_colon(line))
        problem_hint(problems, "behind the colon of a key stands a space");
    else
        problem_hint(problems, "the further lines of a text begin deeper than its key");
}

static void report_open_quotes(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->context_place.line != 0 ? error->context_place : error->place,
        "the quote that opens here is never closed");
}

static void report_open_bracket(struct problems *problems, const struct syntax_error *error)
{
    const struct place *opening = &error->context_place;
    char bracket = opening->line == 0 ? '[' : first_char(line_from(*opening));
    char closing = bracket == '{' ? '}' : ']';
    if (opening->line != 0 && opening->line != error->place.line) {
        problem_add(problems, PROBLEM_YAML_SYNTAX, *opening, "the %c that opens here is not closed",
                    bracket);
        problem_note(problems, error->place, "a comma or %c was expected here", closing);
        hint_lost_bracket(problems, *opening, error->scalar);
        return;
    }
    problem_add(problems, PROBLEM_YAML_SYNTAX, error->place, "a comma or %c was expected here",
                closing);
    problem_hint(problems, "a text that holds , [ ] { or } needs quotes here");
}

static void report_list_start(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->place, "a list cannot begin here");
    problem_hint(problems, "write it below its key, or as [a, b]; a text that begins with - needs "
                           "quotes");
}

static void report_escape(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->place, "an unknown escape behind a backslash in double quotes");
    problem_hint(problems, "write a backslash twice, or use single quotes");
}

static void report_directive(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->place,
        "a line that begins with % is a directive, and this one cannot be "
        "read");
}

static void report_version(struct problems *problems, const struct syntax_error *error)
{
    add(problems, error->place, "another version of YAML than 1.1 and 1.2");
}

/* Whether a plain scalar is this word. */
static bool is_written(const struct yaml_node *scalar, struct text word)
{
    return text_starts(line_from(scalar->place), word) &&
           scalar->place.end_line == scalar->place.line &&
           scalar->place.end_column - scalar->place.column == word.len;
}

/* The name behind the ! of a condition, or an empty text. */
static struct text negated_name(const struct yaml_node *before, struct place place)
{
    struct text line = line_from(place);
    size_t end = 1;
    if (before == NULL || before->kind != YAML_SCALAR || !is_written(before, TEXT("when")) ||
        first_char(line) != '!')
        return TEXT("");
    while (end < line.len &&
           ((line.ptr[end] >= 'a' && line.ptr[end] <= 'z') ||
            (line.ptr[end] >= '0' && line.ptr[end] <= '9') || line.ptr[end] == '_'))
        end++;
    return text_slice(line, 1, end);
}

static void report_tag(struct problems *problems, const struct syntax_error *error)
{
    struct place place = error->context_place.line != 0 ? error->context_place : error->place;
    struct text name = negated_name(error->scalar, place);
    problem_add(problems, PROBLEM_YAML_FEATURE, place, "a tag (!) cannot be used here");
    if (name.len > 0)
        problem_hint(problems, "write not %.*s", TEXT_ARG(name));
    else
        problem_hint(problems, QUOTE_HINT);
}

static void report_document(struct problems *problems, const struct syntax_error *error)
{
    if (first_char(line_before(error->place)) != '\0' || error->context_place.line != 0) {
        report_misplaced(problems, error);
        return;
    }
    add(problems, error->place, "a document must begin with --- here");
}

static void report_other(struct problems *problems, const struct syntax_error *error)
{
    problem_add(problems, PROBLEM_YAML_SYNTAX, error->place, "the YAML cannot be read: %s",
                error->problem == NULL ? "it is broken here" : error->problem);
}

/* By the words of libyaml 0.2; the first row that fits counts. */
static const struct {
    const char *problem; /* what its problem begins with; "" fits all */
    const char *context; /* what its context ends in */
    void (*report)(struct problems *problems, const struct syntax_error *error);
} explanations[] = {
    {"", " a tag", report_tag},
    {"found undefined tag handle", "", report_tag},
    {"", " a directive", report_directive},
    {"", " directive", report_directive},
    {"", " a %YAML directive", report_directive},
    {"found duplicate %YAML directive", "", report_directive},
    {"found incompatible YAML document", "", report_version},
    {"did not find expected key", "", report_misplaced},
    {"did not find expected '-' indicator", "", report_misplaced},
    {"did not find expected <document start>", "", report_document},
    {"did not find expected ',' or", "", report_open_bracket},
    {"did not find expected node content", "", report_bad_start},
    {"did not find expected comment or line break", " a block scalar", report_bad_mark},
    {"did not find expected alphabetic", "", report_bad_mark},
    {"mapping values are not allowed", "", report_inner_colon},
    {"mapping keys are not allowed", "", report_bad_start},
    {"block sequence entries are not allowed", "", report_list_start},
    {"found character that cannot start any token", "", report_bad_start},
    {"found a tab character", "", report_bad_start},
    {"found unexpected ':'", "", report_flow_colon},
    {"could not find expected ':'", "", report_no_colon},
    {"found unexpected end of stream", " a quoted scalar", report_open_quotes},
    {"found unexpected document indicator", " a quoted scalar", report_open_quotes},
    {"", "while parsing a quoted scalar", report_escape},
    {"", "", report_other},
};

void report_syntax(struct problems *problems, const struct syntax_error *error)
{
    struct text problem = text_from(error->problem == NULL ? "" : error->problem);
    struct text context = text_from(error->context);
    for (size_t i = 0; i < sizeof(explanations) / sizeof(explanations[0]); i++) {
        if (text_starts(problem, text_from(explanations[i].problem)) &&
            text_ends(context, text_from(explanations[i].context))) {
            explanations[i].report(problems, error);
            return;
        }
    }
}

/* --- What YAML reads without complaint ---------------------------------------------------- */

static bool has_no_value(const struct yaml_node *key)
{
    const struct yaml_node *value = node_value_of(key);
    return key->kind == YAML_SCALAR && value->kind == YAML_SCALAR && value->style == STYLE_PLAIN &&
           value->text.len == 0;
}

static const char value_hint[] = "write the value out; if it is a text, put it in quotes";

void refuse_feature(struct problems *problems, struct place place, const char *what)
{
    problem_add(problems, PROBLEM_YAML_FEATURE, place, "%s cannot be used here", what);
    problem_hint(problems, "%s", value_hint);
}

void refuse_tag(struct problems *problems, const struct yaml_node *before, struct place place)
{
    struct text name = negated_name(before, place);
    problem_add(problems, PROBLEM_YAML_FEATURE, place, "a tag (!) cannot be used here");
    if (name.len > 0)
        problem_hint(problems, "write not %.*s", TEXT_ARG(name));
    else
        problem_hint(problems, "%s", value_hint);
}

bool hint_odd_key(struct problems *problems, const struct yaml_node *map,
                  const struct yaml_node *key)
{
    if (!has_no_value(key))
        return false;
    if (has_tight_colon(key->text))
        problem_hint(problems, "behind the colon of a key stands a space");
    else if (map->flow && key > map->items)
        problem_hint(problems, "a comma ends a value between { and }: if it belongs to the value, "
                               "put the whole of that in quotes");
    else
        return false;
    return true;
}

void refuse_odd_keys(struct problems *problems, struct yaml_node *map)
{
    for (size_t i = 0; i < map->count; i++) {
        struct yaml_node *key = node_key(map, i);
        if (!has_no_value(key) || !(map->flow || has_tight_colon(key->text)))
            continue;
        problem_add(problems, PROBLEM_WRONG_TYPE, key->place, "`%.*s` has no value",
                    TEXT_ARG(key->text));
        hint_odd_key(problems, map, key);
        key->kind = YAML_BAD;
    }
}
