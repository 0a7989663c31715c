/*
 * JSON as a stream. Objects and arrays are written with a member a line, indented by two spaces,
 * or on one line where they are begun as compact; what is inside a compact one is compact too.
 * Keys and values must come in turn, as the text needs them: nothing checks that.
 */
#ifndef SHORTLIST_RENDER_JSON_WRITER_H
#define SHORTLIST_RENDER_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/sink.h"
#include "shortlist/text.h"

enum json_layout { JSON_LINES, JSON_COMPACT };

struct json_writer {
    struct sink *sink;
    size_t depth;   /* open objects and arrays that are not compact */
    size_t compact; /* open ones that are */
    bool filled;    /* the innermost open one has a member already */
    bool after_key; /* the next value belongs to the key just written */
};

/* `struct json_writer json = {.sink = sink};` is a writer at the start of a document. */
void json_begin_object(struct json_writer *json, enum json_layout layout);
void json_end_object(struct json_writer *json);
void json_begin_array(struct json_writer *json, enum json_layout layout);
void json_end_array(struct json_writer *json);

void json_key(struct json_writer *json, const char *key);

/*
 * A string. What unicode_visible escapes on a terminal (control, bidi and zero-width characters,
 * line separators, unassigned code points) is written as \uXXXX; a byte that is not UTF-8 as
 * U+FFFD. The output is valid UTF-8 whatever comes in.
 */
void json_text(struct json_writer *json, struct text text);
void json_string(struct json_writer *json, const char *string);

void json_number(struct json_writer *json, double number); /* null for NaN */
void json_count(struct json_writer *json, size_t count);
void json_truth(struct json_writer *json, bool truth);
void json_null(struct json_writer *json);

void json_text_or_null(struct json_writer *json, struct text text); /* null when it is empty */
void json_count_or_null(struct json_writer *json, size_t count);    /* null for 0 */

/* A key and its value. */
void json_key_text(struct json_writer *json, const char *key, struct text text);
void json_key_number(struct json_writer *json, const char *key, double number);

/* Ends the document with a line end. */
void json_finish(struct json_writer *json);

#endif
