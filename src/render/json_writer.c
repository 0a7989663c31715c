/* The JSON writer. */
#include "json_writer.h"

#include <math.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/number.h"
#include "shortlist/unicode.h"

/* --- Structure ----------------------------------------------------------------------------- */

static void begin_line(struct json_writer *json)
{
    sink_char(json->sink, '\n');
    sink_repeat(json->sink, "  ", json->depth);
}

/* What stands before a key, or a value that has none. */
static void begin_member(struct json_writer *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->filled)
        sink_char(json->sink, ',');
    if (json->compact > 0) {
        if (json->filled)
            sink_char(json->sink, ' ');
    } else if (json->depth > 0) {
        begin_line(json);
    }
    json->filled = true;
}

static void begin(struct json_writer *json, enum json_layout layout, char bracket)
{
    begin_member(json);
    sink_char(json->sink, bracket);
    if (layout == JSON_COMPACT || json->compact > 0)
        json->compact++;
    else
        json->depth++;
    json->filled = false;
}

static void end(struct json_writer *json, char bracket)
{
    if (json->compact > 0) {
        json->compact--;
    } else {
        json->depth--;
        if (json->filled)
            begin_line(json);
    }
    sink_char(json->sink, bracket);
    json->filled = true; /* the one around has a member now: this one */
}

void json_begin_object(struct json_writer *json, enum json_layout layout)
{
    begin(json, layout, '{');
}

void json_end_object(struct json_writer *json)
{
    end(json, '}');
}

void json_begin_array(struct json_writer *json, enum json_layout layout)
{
    begin(json, layout, '[');
}

void json_end_array(struct json_writer *json)
{
    end(json, ']');
}

void json_finish(struct json_writer *json)
{
    sink_char(json->sink, '\n');
}

/* --- Strings ------------------------------------------------------------------------------- */

static void escape(struct sink *sink, uint32_t code)
{
    if (code == '\n')
        sink_string(sink, "\\n");
    else if (code == '\t')
        sink_string(sink, "\\t");
    else if (code > 0xffff)
        sink_format(sink, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((code - 0x10000) >> 10)),
                    (unsigned)(0xdc00 + ((code - 0x10000) & 0x3ff)));
    else
        sink_format(sink, "\\u%04x", (unsigned)code);
}

/* Bytes that a terminal shows as they are: JSON escapes quotes and backslashes. */
static void write_visible(struct sink *sink, struct text text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '"' && text.ptr[i] != '\\')
            continue;
        sink_text(sink, text_slice(text, from, i));
        sink_char(sink, '\\');
        from = i;
    }
    sink_text(sink, text_slice(text, from, text.len));
}

/* What would be escaped for a terminal is escaped here too; what is not UTF-8 becomes U+FFFD. */
void json_text(struct json_writer *json, struct text text)
{
    size_t from = 0;
    size_t at = 0;
    size_t size;
    int32_t code;
    begin_member(json);
    sink_char(json->sink, '"');
    while (unicode_next_hidden(text, &at, &size, &code)) {
        write_visible(json->sink, text_slice(text, from, at));
        escape(json->sink, code < 0 ? 0xfffd : (uint32_t)code);
        at += size;
        from = at;
    }
    write_visible(json->sink, text_slice(text, from, text.len));
    sink_char(json->sink, '"');
}

/* --- Other values -------------------------------------------------------------------------- */

void json_key(struct json_writer *json, const char *key)
{
    begin_member(json);
    sink_char(json->sink, '"');
    sink_string(json->sink, key);
    sink_string(json->sink, "\": ");
    json->after_key = true;
}

void json_string(struct json_writer *json, const char *string)
{
    json_text(json, text_from(string));
}

void json_number(struct json_writer *json, double number)
{
    char digits[NUMBER_SIZE];
    if (isnan(number)) {
        json_null(json);
        return;
    }
    size_t len = number_shortest(number, digits);
    begin_member(json);
    sink_text(json->sink, (struct text){digits, len});
}

void json_count(struct json_writer *json, size_t count)
{
    begin_member(json);
    sink_format(json->sink, "%zu", count);
}

void json_truth(struct json_writer *json, bool truth)
{
    begin_member(json);
    sink_string(json->sink, truth ? "true" : "false");
}

void json_null(struct json_writer *json)
{
    begin_member(json);
    sink_string(json->sink, "null");
}

void json_text_or_null(struct json_writer *json, struct text text)
{
    if (text.len > 0)
        json_text(json, text);
    else
        json_null(json);
}

void json_count_or_null(struct json_writer *json, size_t count)
{
    if (count > 0)
        json_count(json, count);
    else
        json_null(json);
}

void json_key_text(struct json_writer *json, const char *key, struct text text)
{
    json_key(json, key);
    json_text(json, text);
}

void json_key_number(struct json_writer *json, const char *key, double number)
{
    json_key(json, key);
    json_number(json, number);
}
