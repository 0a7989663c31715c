/* The JSON writer: layout, numbers, and strings that are valid and harmless whatever comes in. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/json_writer.h"

struct document {
    struct arena arena;
    struct sink sink;
    struct json_writer json;
};

static void open_document(struct document *document)
{
    *document = (struct document){0};
    sink_open_memory(&document->sink, &document->arena);
    document->json.sink = &document->sink;
}

static void assert_document(struct document *document, const char *expected)
{
    const char *reason;
    assert_true(sink_finish(&document->sink, &reason));
    struct text written = buffer_text(&document->sink.text);
    assert_int_equal(written.len, strlen(expected));
    assert_memory_equal(written.ptr, expected, written.len);
    arena_release(&document->arena);
}

static void members_stand_on_lines_or_on_one_line(void **state)
{
    (void)state;
    struct document document;
    open_document(&document);
    struct json_writer *json = &document.json;
    json_begin_object(json, JSON_LINES);
    json_key(json, "a");
    json_count(json, 1);
    json_key(json, "empty");
    json_begin_array(json, JSON_LINES);
    json_end_array(json);
    json_key(json, "rows");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 0; i < 2; i++) {
        json_begin_object(json, JSON_COMPACT);
        json_key(json, "i");
        json_count(json, i);
        json_key(json, "list");
        json_begin_array(json, JSON_LINES); /* compact all the same: what is around it is */
        json_truth(json, true);
        json_null(json);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
    json_key(json, "last");
    json_begin_object(json, JSON_COMPACT);
    json_end_object(json);
    json_end_object(json);
    json_finish(json);
    assert_document(&document, "{\n"
                               "  \"a\": 1,\n"
                               "  \"empty\": [],\n"
                               "  \"rows\": [\n"
                               "    {\"i\": 0, \"list\": [true, null]},\n"
                               "    {\"i\": 1, \"list\": [true, null]}\n"
                               "  ],\n"
                               "  \"last\": {}\n"
                               "}\n");
}

static void numbers_are_the_shortest_that_read_back(void **state)
{
    (void)state;
    struct document document;
    open_document(&document);
    json_begin_array(&document.json, JSON_COMPACT);
    json_number(&document.json, 0.1);
    json_number(&document.json, 74);
    json_number(&document.json, -0.0);
    json_number(&document.json, 0.1 + 0.2);
    json_number(&document.json, (double)NAN);
    json_end_array(&document.json);
    assert_document(&document, "[0.1, 74, 0, 0.30000000000000004, null]");
}

static void strings_are_escaped(void **state)
{
    (void)state;
    const struct {
        struct text text;
        const char *expected;
    } cases[] = {
        {TEXT(""), "\"\""},
        {TEXT("plain /text"), "\"plain /text\""},
        {TEXT("say \"hi\" \\ there"), "\"say \\\"hi\\\" \\\\ there\""},
        {TEXT("a\nb\tc\r"), "\"a\\nb\\tc\\u000d\""},
        {TEXT("\0\033[31m\x7f"), "\"\\u0000\\u001b[31m\\u007f\""},
        {TEXT("\xc2\x9b"), "\"\\u009b\""},                /* C1 */
        {TEXT("\xe2\x80\xae"), "\"\\u202e\""},            /* right-to-left override */
        {TEXT("\xe2\x81\xa6"), "\"\\u2066\""},            /* left-to-right isolate */
        {TEXT("\xe2\x80\xa8"), "\"\\u2028\""},            /* line separator */
        {TEXT("\xef\xbb\xbf"), "\"\\ufeff\""},            /* byte order mark */
        {TEXT("\xf3\xa0\x81\x81"), "\"\\udb40\\udc41\""}, /* a tag */
        {TEXT("\xe3\x85\xa4"), "\"\\u3164\""},            /* Hangul filler, as on a terminal */
        {TEXT("\xe1\xa0\x8e"), "\"\\u180e\""},            /* Mongolian vowel separator */
        {TEXT("a\\x1b\\n\033\\"), "\"a\\\\x1b\\\\n\\u001b\\\\\""}, /* escapes typed stay so */
        {TEXT("\xc2\xc2\x85\xc2"), "\"\\ufffd\\u0085\\ufffd\""},
        /* what is none of these stays */
        {TEXT("Caf\xc3\xa9 \xe6\xbc\xa2 \xf0\x9f\x98\x80"),
         "\"Caf\xc3\xa9 \xe6\xbc\xa2 \xf0\x9f\x98\x80\""},
        /* not UTF-8: a stray byte, an overlong form, a surrogate, too high, cut off */
        {TEXT("a\xff"
              "b"),
         "\"a\\ufffdb\""},
        {TEXT("\xc0\xaf"), "\"\\ufffd\\ufffd\""},
        {TEXT("\xed\xa0\x80"), "\"\\ufffd\\ufffd\\ufffd\""},
        {TEXT("\xf4\x90\x80\x80"), "\"\\ufffd\\ufffd\\ufffd\\ufffd\""},
        {TEXT("\xe6\xbc"), "\"\\ufffd\\ufffd\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        open_document(&document);
        json_text(&document.json, cases[i].text);
        assert_document(&document, cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_stand_on_lines_or_on_one_line),
        cmocka_unit_test(numbers_are_the_shortest_that_read_back),
        cmocka_unit_test(strings_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
