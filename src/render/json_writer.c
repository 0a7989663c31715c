/* The JSON writer. */
#include "json_writer.h"

#include <math.h>
#include <stdint.h>

#include "shortlist/number.h"

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

/*
 * The code point at the start of `text`, and how many bytes it takes; 0 bytes when they are not
 * UTF-8 (The Unicode Standard, table 3-7: no overlong forms, no surrogates, nothing above
 * U+10FFFF).
 */
static uint32_t decode(struct text text, size_t *size)
{
    static const struct {
        unsigned char first_low, first_high;   /* of the first byte */
        unsigned char second_low, second_high; /* of the second; all others are 80..BF */
        unsigned char size, bits;              /* bytes, and the bits of the first that count */
    } forms[] = {
        {0x00, 0x7f, 0x00, 0x00, 1, 0x7f}, {0xc2, 0xdf, 0x80, 0xbf, 2, 0x1f},
        {0xe0, 0xe0, 0xa0, 0xbf, 3, 0x0f}, {0xe1, 0xec, 0x80, 0xbf, 3, 0x0f},
        {0xed, 0xed, 0x80, 0x9f, 3, 0x0f}, {0xee, 0xef, 0x80, 0xbf, 3, 0x0f},
        {0xf0, 0xf0, 0x90, 0xbf, 4, 0x07}, {0xf1, 0xf3, 0x80, 0xbf, 4, 0x07},
        {0xf4, 0xf4, 0x80, 0x8f, 4, 0x07},
    };
    unsigned char first = (unsigned char)text.ptr[0];
    size_t form = 0;
    *size = 0;
    while (first < forms[form].first_low || first > forms[form].first_high) {
        if (++form == sizeof forms / sizeof *forms)
            return 0;
    }
    if (text.len < forms[form].size)
        return 0;
    uint32_t code = first & forms[form].bits;
    for (size_t i = 1; i < forms[form].size; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        unsigned char low = i == 1 ? forms[form].second_low : 0x80;
        unsigned char high = i == 1 ? forms[form].second_high : 0xbf;
        if (byte < low || byte > high)
            return 0;
        code = code << 6 | (byte & 0x3f);
    }
    *size = forms[form].size;
    return code;
}

/* What a reader would not see, or see in another order than it stands. */
static bool is_hidden(uint32_t code)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        {0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},
        {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
        {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xfffe, 0xffff}, {0xe0000, 0xe007f},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (code >= ranges[i].from && code <= ranges[i].to)
            return true;
    }
    return false;
}

static void escape(struct sink *sink, uint32_t code)
{
    if (code == '"' || code == '\\')
        sink_format(sink, "\\%c", (int)code);
    else if (code == '\n')
        sink_string(sink, "\\n");
    else if (code == '\t')
        sink_string(sink, "\\t");
    else if (code > 0xffff)
        sink_format(sink, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((code - 0x10000) >> 10)),
                    (unsigned)(0xdc00 + ((code - 0x10000) & 0x3ff)));
    else
        sink_format(sink, "\\u%04x", (unsigned)code);
}

void json_text(struct json_writer *json, struct text text)
{
    size_t written = 0;
    begin_member(json);
    sink_char(json->sink, '"');
    for (size_t at = 0; at < text.len;) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\') {
            at++;
            continue;
        }
        size_t size;
        uint32_t code = decode(text_slice(text, at, text.len), &size);
        if (size > 0 && code != '"' && code != '\\' && !is_hidden(code)) {
            at += size;
            continue;
        }
        sink_text(json->sink, text_slice(text, written, at));
        escape(json->sink, size > 0 ? code : 0xfffd);
        at += size > 0 ? size : 1;
        written = at;
    }
    sink_text(json->sink, text_slice(text, written, text.len));
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
