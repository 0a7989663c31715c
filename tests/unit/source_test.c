/*
 * Sources: lines and places; and phrases, whose places are held against what libyaml makes of the
 * same bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <yaml.h>

#include <cmocka.h>

#include "shortlist/file.h"
#include "shortlist/memory.h"
#include "shortlist/source.h"
#include "shortlist/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct source source_from(const char *bytes)
{
    return (struct source){.name = TEXT("test.yaml"), .bytes = text_from(bytes)};
}

static void assert_text(struct text text, const char *expected)
{
    if (!text_equal(text, text_from(expected)))
        fail_msg("\"%.*s\" instead of \"%s\"", TEXT_ARG(text), expected);
}

static void lines_end_as_in_yaml(void **state)
{
    (void)state;
    struct source source = source_from("LF\nCR\rCRLF\r\nNEL\xC2\x85LS\xE2\x80\xA8PS\xE2\x80\xA9\n"
                                       "long line without an end\xC2\xA0\xE2\x82\xAC");
    static const char *const lines[] = {
        "",     "LF",  "CR",
        "CRLF", "NEL", "LS",
        "PS",   "",    "long line without an end\xC2\xA0\xE2\x82\xAC",
        "",     ""};
    for (uint32_t line = 0; line < COUNT(lines); line++)
        assert_text(source_line(&source, line), lines[line]);
    assert_text(source_line(&source, UINT32_MAX), "");
}

static void a_line_end_may_be_cut_off(void **state)
{
    (void)state;
    static const char *const cases[] = {"a\xC2", "a\xE2", "a\xE2\x80", "a\xE2\x80\xAA",
                                        "a\xC2\xA0"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source source = source_from(cases[i]);
        assert_text(source_line(&source, 1), cases[i]);
        assert_text(source_line(&source, 2), "");
    }
    struct source source = source_from("a\r");
    assert_text(source_line(&source, 1), "a");
}

static void a_source_let_go_has_no_lines(void **state)
{
    (void)state;
    struct source source = {.name = TEXT("gone.csv"), .bytes = {NULL, 0}};
    assert_int_equal(source_line(&source, 1).len, 0);
    assert_int_equal(source_offset(&source, 3, 4), 0);
    assert_int_equal(source_place(&source, 0).column, 1);
    struct place whole = source_whole(&source);
    assert_ptr_equal(whole.source, &source);
    assert_int_equal(whole.line, 0);
}

static void places_are_counted_in_code_points(void **state)
{
    (void)state;
    struct source source = source_from("title: Z\xC3\xBCrich\r\n\n  \xE2\x82\xAC: 5\xE2\x80\xA8x");
    static const struct {
        size_t offset;
        uint32_t line;
        uint32_t column;
    } cases[] = {
        {0, 1, 1},  {8, 1, 9},  {10, 1, 10}, {14, 1, 14}, {16, 2, 1}, {17, 3, 1},
        {19, 3, 3}, {22, 3, 4}, {25, 3, 7},  {28, 4, 1},  {29, 4, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct place place = source_place(&source, cases[i].offset);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
        assert_int_equal(place.end_line, place.line);
        assert_int_equal(place.end_column, place.column);
        assert_int_equal(source_offset(&source, place.line, place.column), cases[i].offset);
    }
    assert_int_equal(source_place(&source, 15).column, 14); /* within CRLF: where the line ends */
    assert_int_equal(source_place(&source, 1000).column, 2);
    assert_int_equal(source_offset(&source, 1, 99), 14); /* not beyond the line */
    assert_int_equal(source_offset(&source, 9, 1), 29);
    assert_int_equal(source_offset(&source, 1, 0), 0);
}

static void a_byte_order_mark_takes_no_column(void **state)
{
    (void)state;
    struct source source = source_from("\xEF\xBB\xBFid: x\n");
    assert_text(source_line(&source, 1), "id: x");
    assert_int_equal(source_place(&source, 3).column, 1);
    assert_int_equal(source_place(&source, 7).column, 5);
    assert_int_equal(source_offset(&source, 1, 5), 7);
}

/* Every offset of a long source of random lines there and back, and as counted byte by byte. */
static void places_and_offsets_are_inverse(void **state)
{
    (void)state;
    static const char *const pieces[] = {"word",
                                         "\t",
                                         "\xC3\xA9",
                                         "\xE2\x82\xAC",
                                         "\n",
                                         "\r\n",
                                         "a longer piece of text ",
                                         "\xF0\x9F\x98\x80",
                                         "\x0B",
                                         "\xC2\x85",
                                         "\xE2\x80\xA9"};
    struct arena arena = {0};
    struct text_buffer buffer = {.arena = &arena};
    uint32_t seed = 3;
    for (int i = 0; i < 400; i++) {
        seed = (uint32_t)((uint64_t)seed * 48271 % 2147483647);
        buffer_add(&buffer, text_from(pieces[(seed >> 8) % COUNT(pieces)]));
    }
    struct source source = {.name = TEXT("test"), .bytes = buffer_text(&buffer)};
    uint32_t line = 1;
    uint32_t column = 1;
    for (size_t at = 0; at < source.bytes.len;) {
        struct place place = source_place(&source, at);
        assert_int_equal(place.line, line);
        assert_int_equal(place.column, column);
        assert_int_equal(source_offset(&source, line, column), at);
        const char *here = source.bytes.ptr + at;
        bool crlf = here[0] == '\r' && here[1] == '\n';
        bool ends = here[0] == '\n' || here[0] == '\r' || memcmp(here, "\xC2\x85", 2) == 0 ||
                    strncmp(here, "\xE2\x80\xA9", 3) == 0;
        line += ends;
        column = ends ? 1 : column + 1;
        at += crlf ? 2 : unicode_offset(text_slice(source.bytes, at, at + 4), 1);
    }
    arena_release(&arena);
}

static void places_are_ordered_by_name_line_and_column(void **state)
{
    (void)state;
    struct source a = {.name = TEXT("a"), .bytes = {0}};
    struct source b = {.name = TEXT("b"), .bytes = {0}};
    const struct place ascending[] = {
        {NULL, 0, 0, 0, 0}, {&a, 0, 0, 0, 0}, {&a, 1, 1, 9, 9},
        {&a, 1, 2, 1, 1},   {&a, 2, 1, 0, 0}, {&b, 1, 1, 0, 0},
    };
    for (size_t i = 0; i < COUNT(ascending); i++) {
        for (size_t j = 0; j < COUNT(ascending); j++) {
            int order = place_compare(&ascending[i], &ascending[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

/* The phrase of the first scalar in `bytes` that is not plain "key"; false when it is not YAML. */
static bool read_phrase(const struct source *source, struct arena *arena, struct phrase *phrase)
{
    static const enum scalar_style styles[] = {
        [YAML_PLAIN_SCALAR_STYLE] = STYLE_PLAIN,
        [YAML_SINGLE_QUOTED_SCALAR_STYLE] = STYLE_SINGLE,
        [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = STYLE_DOUBLE,
        [YAML_LITERAL_SCALAR_STYLE] = STYLE_LITERAL,
        [YAML_FOLDED_SCALAR_STYLE] = STYLE_FOLDED,
    };
    yaml_parser_t parser;
    assert_true(yaml_parser_initialize(&parser));
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->bytes.ptr,
                                 source->bytes.len);
    bool found = false;
    bool done = false;
    bool good = true;
    while (!done && good) {
        yaml_event_t event;
        good = yaml_parser_parse(&parser, &event);
        if (!good)
            break;
        done = event.type == YAML_STREAM_END_EVENT;
        if (!found && event.type == YAML_SCALAR_EVENT &&
            strcmp((const char *)event.data.scalar.value, "key") != 0) {
            found = true;
            struct text value = {(const char *)event.data.scalar.value, event.data.scalar.length};
            *phrase = (struct phrase){
                text_copy(arena, value),
                {source, (uint32_t)event.start_mark.line + 1, (uint32_t)event.start_mark.column + 1,
                 (uint32_t)event.end_mark.line + 1, (uint32_t)event.end_mark.column + 1},
                styles[event.data.scalar.style],
            };
        }
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return found && good;
}

static bool same_place(struct place a, struct place b)
{
    return a.line == b.line && a.column == b.column && a.end_line == b.end_line &&
           a.end_column == b.end_column;
}

/*
 * Each case: a document, a part of the decoded value, and the line and column of its beginning
 * and of just behind its end, counted by hand in the document.
 */
static void phrases_are_found_in_every_style(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        const char *part;
        uint32_t line;
        uint32_t column;
        uint32_t end_line;
        uint32_t end_column;
    } cases[] = {
        /* plain */
        {"key: a > 40\n", "40", 1, 10, 1, 12},
        {"key:   a  >  40   # note\n", ">", 1, 11, 1, 12},
        {"key: a > 40\n  and b\n", "b", 2, 7, 2, 8},
        {"key: a > 40\n  and b\n", "40 and", 1, 10, 2, 6},
        {"key: a > 40\t \n \t\n  \t and b\n", "\nand", 2, 3, 3, 8},
        {"key: a\r\n  b\r\n\r\n  c\r\n", "c", 4, 3, 4, 4},
        {"key: Z\xC3\xBCrich > 3\n", "> 3", 1, 13, 1, 16},
        {"{key: [a\n  b, c]}\n", "b", 2, 3, 2, 4},
        {"key: a\xC2\x85  b\n", "a b", 1, 6, 2, 4},
        {"key: a\xE2\x80\xA8  b\n",
         "a\xE2\x80\xA8"
         "b",
         1, 6, 2, 4},
        /* single-quoted */
        {"key: 'a > 40'\n", "40", 1, 11, 1, 13},
        {"key: 'it''s > 4'\n", "'", 1, 9, 1, 11},
        {"key: 'it''s > 4'\n", "> 4", 1, 13, 1, 16},
        {"key: 'one\n  two''\n\n\n three  '\n", "two'\n\nth", 2, 3, 5, 4},
        {"key: ' a '\n", " a ", 1, 7, 1, 10},
        {"key: 'a\n\n  '\n", "a\n", 1, 7, 3, 1},
        /* double-quoted */
        {"key: \"a > 40\"\n", "40", 1, 11, 1, 13},
        {"key: \"a \\\"b\\\" c\"\n", "\"b\"", 1, 9, 1, 14},
        {"key: \"\\x41\\u00e9\\U0001F600\\t!\"\n", "A", 1, 7, 1, 11},
        {"key: \"\\x41\\u00e9\\U0001F600\\t!\"\n", "\xC3\xA9", 1, 11, 1, 17},
        {"key: \"\\x41\\u00e9\\U0001F600\\t!\"\n", "\xF0\x9F\x98\x80", 1, 17, 1, 27},
        {"key: \"\\x41\\u00e9\\U0001F600\\t!\"\n", "!", 1, 29, 1, 30},
        {"key: \"\\0\\a\\b\\e\\f\\n\\r\\t\\v\\\\\\/\\ \\N\\_\\L\\P end\"\n", "end", 1, 40, 1, 43},
        {"key: \"one \\\n   two\"\n", "one two", 1, 7, 2, 7},
        {"key: \"one\\\n\n   two\"\n", "two", 3, 4, 3, 7},
        {"key: \"one\\\n   \\  two\"\n", "  two", 2, 4, 2, 10},
        {"key: \"one  \n\n  two\"\n", "one\ntwo", 1, 7, 3, 6},
        {"key: \"one\n  two\"\n", "two", 2, 3, 2, 6},
        {"key: \"a\\u2028b\n c\"\n", "c", 2, 2, 2, 3},
        /* literal */
        {"key: |\n  a > 40\n  and b\n", "40", 2, 7, 2, 9},
        {"key: |\n  a > 40\n  and b\n", "b", 3, 7, 3, 8},
        {"key: |- # note\n  a\n\n    b\n   \n  c", "b", 4, 5, 4, 6},
        {"key: |- # note\n  a\n\n    b\n   \n  c", "c", 6, 3, 6, 4},
        {"key: |2+\n\n    a\n  b\n\n", "b\n\n", 4, 3, 6, 1},
        {"key: |\r\n  a\r\n  b\r\n", "b", 3, 3, 3, 4},
        {"key: |\n  \n  \xE2\x82\xAC 5\n", "5", 3, 5, 3, 6},
        {"- |\n a\n b\n", "b", 3, 2, 3, 3},
        {"key: |\n  b\n  \ta\n", "\ta", 3, 3, 3, 5},
        {"key: |\n  a\xE2\x80\xA8  b\n", "b", 3, 3, 3, 4},
        /* folded */
        {"key: >\n  a > 40\n  and b\n", "and", 3, 3, 3, 6},
        {"key: >\n  a > 40\n  and b\n", "40 and", 2, 7, 3, 6},
        {"key: >-\n  a\n\n\n  b\n", "\n\nb", 3, 1, 5, 4},
        {"key: >\n  a\n    b\n  c\n  d\n", "  b\nc d", 3, 3, 5, 4},
        {"key: >\n  a\n\n    b\n\n  c\n", "c", 6, 3, 6, 4},
        {"key: >1\n   a\n b\n", "b", 3, 2, 3, 3},
        {"key: >+\n\n  a\n\n", "a\n\n", 3, 3, 5, 1},
        {"key: >\n  a\r\n  b\n", "b", 3, 3, 3, 4},
        {"key: >\n  a\xE2\x80\xA8  b\n",
         "\xE2\x80\xA8"
         "b",
         2, 4, 3, 4},
        {"key: >\n  a\n  \tb\n  c\n", "c", 4, 3, 4, 4},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct source source = source_from(cases[i].yaml);
        struct phrase phrase;
        if (!read_phrase(&source, &arena, &phrase))
            fail_msg("not YAML: %s", cases[i].yaml);
        size_t len = strlen(cases[i].part);
        size_t from = 0;
        while (from + len <= phrase.text.len &&
               memcmp(phrase.text.ptr + from, cases[i].part, len) != 0)
            from++;
        if (from + len > phrase.text.len)
            fail_msg("\"%s\" is not in \"%.*s\"", cases[i].part, TEXT_ARG(phrase.text));
        struct place place = phrase_place(&phrase, from, from + len);
        struct place expected = {&source,           cases[i].line,       cases[i].column,
                                 cases[i].end_line, cases[i].end_column, 0};
        if (!same_place(place, expected))
            fail_msg("%s\"%s\": %u:%u to %u:%u", cases[i].yaml, cases[i].part, place.line,
                     place.column, place.end_line, place.end_column);
        arena_release(&arena);
    }
}

static void the_end_of_a_phrase_is_behind_its_last_character(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        uint32_t line;
        uint32_t column;
    } cases[] = {
        {"key: a >\n", 1, 9},          {"key: a\n  >   # note\n", 2, 4},
        {"key: 'a >'\n", 1, 10},       {"key: 'it'''\n", 1, 11},
        {"key: ''\n", 1, 7},           {"key: \"\"\n", 1, 7},
        {"key: \"a\\n\"\n", 1, 10},    {"key: |-\n  a >\n\n", 2, 6},
        {"key: |\n  a >\n", 3, 1}, /* behind the newline, which belongs to the value */
        {"key: >-\n  a\n  >\n", 3, 4},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct source source = source_from(cases[i].yaml);
        struct phrase phrase;
        assert_true(read_phrase(&source, &arena, &phrase));
        struct place place = phrase_place(&phrase, phrase.text.len, phrase.text.len);
        struct place expected = {&source,       cases[i].line,   cases[i].column,
                                 cases[i].line, cases[i].column, 0};
        if (!same_place(place, expected))
            fail_msg("%s: %u:%u", cases[i].yaml, place.line, place.column);
        arena_release(&arena);
    }
}

static void a_point_has_no_width(void **state)
{
    (void)state;
    struct source source = source_from("key: abc");
    struct phrase phrase = {TEXT("abc"), {&source, 1, 6, 1, 9}, STYLE_PLAIN};
    assert_true(same_place(phrase_place(&phrase, 1, 1), (struct place){&source, 1, 7, 1, 7, 0}));
    assert_true(same_place(phrase_place(&phrase, 0, 0), (struct place){&source, 1, 6, 1, 6, 0}));
}

/* Where the text and the source do not fit, the whole phrase is the best that can be said. */
static void what_cannot_be_aligned_is_the_whole_phrase(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *text;
        enum scalar_style style;
        struct place place; /* without its source */
        size_t from;
        size_t to;
    } cases[] = {
        {"", "abc", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 1, 2},
        {"abc", "abc", STYLE_PLAIN, {NULL, 0, 0, 0, 0}, 1, 2},
        {"abc", "abc", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 2, 1},
        {"abc", "abc", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 1, 4},
        {"abc", "abc", STYLE_PLAIN, {NULL, 2, 1, 1, 4}, 1, 2},
        {"abc", "abc", STYLE_PLAIN, {NULL, 1, 3, 1, 1}, 1, 2},
        {"abc", "xbc", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 1, 2},
        {"abc", "abcd", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 3, 4},
        {"abc", "abcd", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 3, 3},
        {"a b", "axb", STYLE_PLAIN, {NULL, 1, 1, 1, 4}, 2, 3},
        {"a\nb", "axb", STYLE_PLAIN, {NULL, 1, 1, 2, 2}, 2, 3},
        {"'", "a", STYLE_SINGLE, {NULL, 1, 1, 1, 2}, 0, 1},
        {"'''", "a", STYLE_SINGLE, {NULL, 1, 1, 1, 4}, 0, 1},
        {"\"\\", "ab", STYLE_DOUBLE, {NULL, 1, 1, 1, 3}, 1, 2},
        {"\"a\\\"", "ab", STYLE_DOUBLE, {NULL, 1, 1, 1, 5}, 1, 3},
        {"|", "a", STYLE_LITERAL, {NULL, 1, 1, 1, 2}, 0, 1},
        {"|\n a", "\n", STYLE_LITERAL, {NULL, 1, 1, 2, 3}, 0, 1},
        {"|\n a", "  a", STYLE_LITERAL, {NULL, 1, 1, 2, 3}, 0, 1},
        {"|\n a\n b", "a\nc", STYLE_LITERAL, {NULL, 1, 1, 3, 3}, 2, 3},
        {">\n a\n b", "a b c", STYLE_FOLDED, {NULL, 1, 1, 3, 3}, 4, 5},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct source source = source_from(cases[i].bytes);
        struct phrase phrase = {text_from(cases[i].text), cases[i].place, cases[i].style};
        phrase.place.source = &source;
        if (!same_place(phrase_place(&phrase, cases[i].from, cases[i].to), cases[i].place))
            fail_msg("case %zu: %s", i, cases[i].bytes);
    }
    struct phrase phrase = {TEXT("abc"), {NULL, 1, 1, 1, 4}, STYLE_PLAIN};
    assert_null(phrase_place(&phrase, 1, 2).source);
}

/* --- random scalars -----------------------------------------------------------------------------
 */

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed = (uint32_t)((uint64_t)*seed * 48271 % 2147483647); /* Park and Miller, 1988 */
    return (*seed >> 4) % limit;
}

static const char *one_of(uint32_t *seed, const char *const *choices)
{
    uint32_t count = 0;
    while (choices[count])
        count++;
    return choices[random_below(seed, count)];
}

static const char *const words[] = {
    "a",    "word",       "Z\xC3\xBCrich", "\xE2\x82\xAC",     "x>1", "{b}", "40",
    "it's", "say \"no\"", "c#d",           "\xF0\x9F\x98\x80", "-",   "\\",  "?q",
    NULL};
static const char *const gaps[] = {" ",
                                   " ",
                                   "  ",
                                   "\t",
                                   " \t ",
                                   "\n  ",
                                   "\n  ",
                                   "\n\n  ",
                                   "\n \n\n  ",
                                   "\r\n  ",
                                   " \n  ",
                                   "\t\n   ",
                                   "\r  ",
                                   "\xC2\x85  ",
                                   "\xE2\x80\xA8  ",
                                   "\n  \t",
                                   "\n\xE2\x80\xA9\n  ",
                                   "\r\n\r\n  ",
                                   "\n      \n  ",
                                   "",
                                   NULL};
static const char *const escapes[] = {
    "\\\"",    "\\\\",     "\\n",       "\\t",     "\\x41",        "\\u00e9", "\\ ",         "\\/",
    "\\0",     "\\e",      "\\N",       "\\_",     "\\L",          "\\P",     "\\U0001F600", "\\\n",
    "\\\n   ", "\\\r\n  ", " \\\n\n  ", "\\u2028", "\\\xC2\x85  ", NULL};

static void add_flow(struct text_buffer *yaml, uint32_t *seed, enum scalar_style style)
{
    const char *quote = style == STYLE_SINGLE ? "'" : style == STYLE_DOUBLE ? "\"" : "";
    buffer_add(yaml, text_from(quote));
    for (uint32_t left = 1 + random_below(seed, 8); left > 0; left--) {
        const char *word = one_of(seed, words);
        for (; *word != '\0'; word++) {
            if (style == STYLE_SINGLE && *word == '\'')
                buffer_add(yaml, TEXT("'"));
            if (style == STYLE_DOUBLE && (*word == '"' || *word == '\\'))
                buffer_add(yaml, TEXT("\\"));
            buffer_add_char(yaml, *word);
        }
        if (style == STYLE_DOUBLE && random_below(seed, 2) == 0)
            buffer_add(yaml, text_from(one_of(seed, escapes)));
        if (left > 1 || (style != STYLE_PLAIN && random_below(seed, 3) == 0))
            buffer_add(yaml, text_from(one_of(seed, gaps)));
    }
    buffer_add(yaml, text_from(quote));
}

static void add_block(struct text_buffer *yaml, uint32_t *seed, enum scalar_style style)
{
    static const char *const headers[] = {"",   "",   "-",       "+",      "2",
                                          "1-", "+2", " # note", "-  # x", NULL};
    static const char *const ends[] = {"\n", "\n",       "\n",           "\r\n",
                                       "\r", "\xC2\x85", "\xE2\x80\xA8", NULL};
    static const char *const indents[] = {"  ", "  ", "  ", "    ", "   ", "  \t", NULL};
    static const char *const blanks[] = {"", "", " ", "  ", "    ", "  \t", NULL};
    buffer_add(yaml, style == STYLE_LITERAL ? TEXT("|") : TEXT(">"));
    buffer_add(yaml, text_from(one_of(seed, headers)));
    buffer_add(yaml, text_from(one_of(seed, ends)));
    for (uint32_t left = 1 + random_below(seed, 7); left > 0; left--) {
        if (random_below(seed, 3) == 0) {
            buffer_add(yaml, text_from(one_of(seed, blanks)));
        } else {
            buffer_add(yaml, text_from(one_of(seed, indents)));
            buffer_add(yaml, text_from(one_of(seed, words)));
            buffer_add(yaml, random_below(seed, 4) == 0 ? TEXT("  ") : TEXT(""));
            buffer_add(yaml, text_from(one_of(seed, words)));
        }
        if (left > 1 || random_below(seed, 4) > 0)
            buffer_add(yaml, text_from(one_of(seed, ends)));
    }
}

static bool is_space_or_end(struct text raw, size_t at)
{
    return at >= raw.len || strchr(" \t\r\n", raw.ptr[at]) ||
           text_starts(text_slice(raw, at, raw.len), TEXT("\xC2\x85")) ||
           text_starts(text_slice(raw, at, raw.len), TEXT("\xE2\x80\xA8")) ||
           text_starts(text_slice(raw, at, raw.len), TEXT("\xE2\x80\xA9"));
}

/* The raw character at the place of each decoded one is that one, an escape, or white space. */
static void assert_aligned(const struct phrase *phrase)
{
    const struct source *source = phrase->place.source;
    size_t last = 0;
    for (size_t at = 0, size; at < phrase->text.len; at += size) {
        size = unicode_offset(text_slice(phrase->text, at, phrase->text.len), 1);
        struct text decoded = text_slice(phrase->text, at, at + size);
        struct place place = phrase_place(phrase, at, at + size);
        size_t raw = source_offset(source, place.line, place.column);
        size_t raw_end = source_offset(source, place.end_line, place.end_column);
        struct text found = text_slice(source->bytes, raw, raw_end);
        bool itself = text_equal(found, decoded);
        bool escape = phrase->style == STYLE_DOUBLE && source->bytes.ptr[raw] == '\\';
        bool quote = phrase->style == STYLE_SINGLE && text_equal(found, TEXT("''")) &&
                     decoded.ptr[0] == '\'';
        bool white = is_space_or_end(decoded, 0) && is_space_or_end(source->bytes, raw);
        bool forward = raw_end > raw && (at == 0 || raw >= last);
        if (!(itself || escape || quote || white) || !forward)
            fail_msg("%.*s\nbyte %zu, %u:%u", TEXT_ARG(source->bytes), at, place.line,
                     place.column);
        last = raw_end;
    }
}

static bool is_blank_text(struct text text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (!is_space_or_end(text, at) && ((unsigned char)text.ptr[at] & 0xC0) != 0x80)
            return false;
    }
    return true;
}

static void random_phrases_are_aligned_with_what_libyaml_read(void **state)
{
    (void)state;
    uint32_t seed = 11;
    int tested[5] = {0};
    for (int i = 0; i < 40000; i++) {
        struct arena arena = {0};
        enum scalar_style style = (enum scalar_style)(i % 5);
        struct text_buffer yaml = {.arena = &arena};
        buffer_add(&yaml, i % 3 == 0 ? TEXT("\xEF\xBB\xBF# \xC3\xA9\nkey: ") : TEXT("key: "));
        if (style == STYLE_LITERAL || style == STYLE_FOLDED)
            add_block(&yaml, &seed, style);
        else
            add_flow(&yaml, &seed, style);
        buffer_add(&yaml, i % 2 == 0 ? TEXT("\n") : TEXT(""));
        struct source source = {.name = TEXT("random"), .bytes = buffer_text(&yaml)};
        struct phrase phrase;
        if (read_phrase(&source, &arena, &phrase) && phrase.style == style &&
            !is_blank_text(phrase.text)) {
            assert_aligned(&phrase);
            tested[style]++;
        }
        arena_release(&arena);
    }
    for (int style = 0; style < 5; style++)
        assert_true(tested[style] > 2000);
}

static void damaged_phrases_do_no_harm(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (int i = 0; i < 40000; i++) {
        struct arena arena = {0};
        enum scalar_style style = (enum scalar_style)(i % 5);
        struct text_buffer yaml = {.arena = &arena};
        if (style == STYLE_LITERAL || style == STYLE_FOLDED)
            add_block(&yaml, &seed, style);
        else
            add_flow(&yaml, &seed, style);
        struct text bytes = buffer_text(&yaml);
        char *exact = memory_new(bytes.len, 1); /* the sanitizer sees a read behind it */
        memcpy(exact, bytes.ptr, bytes.len);
        struct source source = {.name = TEXT("random"), .bytes = {exact, bytes.len}};
        struct place place = {&source,
                              1 + random_below(&seed, 3),
                              random_below(&seed, 9),
                              1 + random_below(&seed, 9),
                              random_below(&seed, 30),
                              0};
        struct phrase phrase = {bytes, place, (enum scalar_style)random_below(&seed, 5)};
        size_t from = random_below(&seed, (uint32_t)bytes.len + 2);
        struct place found = phrase_place(&phrase, from, from + random_below(&seed, 4));
        assert_ptr_equal(found.source, &source);
        memory_free(exact);
        arena_release(&arena);
    }
}

/* Of a long file the lines before the one at hand are given back; places stay right. */
static void what_was_read_of_a_file_can_be_forgotten(void **state)
{
    (void)state;
    enum { LINES = 300 * 1000 };
    char path[] = "/tmp/shortlist-source-XXXXXX";
    const char *reason;
    struct source source = {.name = TEXT("long"), .from_file = true};
    FILE *file = fdopen(mkstemp(path), "w");
    assert_non_null(file);
    for (int line = 1; line <= LINES; line++)
        assert_int_equal(fprintf(file, "%09d\n", line), 10);
    assert_int_equal(fclose(file), 0);
    assert_true(file_read(path, 1 << 30, &source.bytes, &reason));
    unlink(path);

    source_forget_before(&source, 1000); /* not worth it: 10 kB */
    assert_int_equal(source.gone_lines, 0);
    source_forget_before(&source, 200001);
    assert_int_equal(source.gone_lines, 200000);
    assert_int_equal(source_line(&source, 200000).len, 0);
    assert_memory_equal(source_line(&source, 200001).ptr, "000200001", 9);
    assert_memory_equal(source_line(&source, LINES).ptr, "000300000", 9);
    assert_int_equal(source_place(&source, 2500003).line, 250001);
    assert_int_equal(source_place(&source, 2500003).column, 4);
    assert_int_equal(source_offset(&source, 250001, 4), 2500003);

    struct source literal = {.name = TEXT("x"), .bytes = source.bytes};
    source_forget_before(&literal, 250000); /* not from a file: not ours to give back */
    assert_int_equal(literal.gone_lines, 0);
    file_free(source.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_as_in_yaml),
        cmocka_unit_test(what_was_read_of_a_file_can_be_forgotten),
        cmocka_unit_test(a_line_end_may_be_cut_off),
        cmocka_unit_test(a_source_let_go_has_no_lines),
        cmocka_unit_test(places_are_counted_in_code_points),
        cmocka_unit_test(a_byte_order_mark_takes_no_column),
        cmocka_unit_test(places_and_offsets_are_inverse),
        cmocka_unit_test(places_are_ordered_by_name_line_and_column),
        cmocka_unit_test(phrases_are_found_in_every_style),
        cmocka_unit_test(the_end_of_a_phrase_is_behind_its_last_character),
        cmocka_unit_test(a_point_has_no_width),
        cmocka_unit_test(what_cannot_be_aligned_is_the_whole_phrase),
        cmocka_unit_test(random_phrases_are_aligned_with_what_libyaml_read),
        cmocka_unit_test(damaged_phrases_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
