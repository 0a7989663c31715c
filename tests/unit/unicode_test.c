/* Unicode: validity, columns, and what must never reach a terminal as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/unicode.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void validity_is_that_of_the_standard(void **state)
{
    (void)state;
    static const struct {
        struct text text;
        size_t bad; /* SIZE_MAX when all is well */
    } cases[] = {
        {{NULL, 0}, SIZE_MAX},
        {{"plain", 5}, SIZE_MAX},
        {{"a\0b", 3}, SIZE_MAX},
        {{"Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9F\x98\x80", 16}, SIZE_MAX},
        {{"\xF4\x8F\xBF\xBF", 4}, SIZE_MAX}, /* U+10FFFF, the last */
        {{"12345678abc\xFF", 12}, 11},       /* behind a whole word of ASCII */
        {{"12345678\x80", 9}, 8},            /* a lone continuation */
        {{"a\xC3", 2}, 1},                   /* cut off */
        {{"a\xE2\x82", 3}, 1},
        {{"\xC0\xAF", 2}, 0},         /* "/" in two bytes */
        {{"\xE0\x80\xAF", 3}, 0},     /* in three */
        {{"\xED\xA0\x80", 3}, 0},     /* a surrogate */
        {{"\xF4\x90\x80\x80", 4}, 0}, /* beyond U+10FFFF */
        {{"\xC3\x28", 2}, 0},
        {{"\xFE", 1}, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t offset = SIZE_MAX;
        assert_int_equal(unicode_valid(cases[i].text, &offset), cases[i].bad == SIZE_MAX);
        assert_int_equal(offset, cases[i].bad);
    }
}

static void code_points_are_counted_and_found(void **state)
{
    (void)state;
    struct text text = TEXT("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z"); /* a é € 😀 z */
    static const size_t offsets[] = {0, 1, 3, 6, 10, 11, 11};
    assert_int_equal(unicode_count(text), 5);
    assert_int_equal(unicode_count((struct text){0}), 0);
    for (size_t i = 0; i < COUNT(offsets); i++)
        assert_int_equal(unicode_offset(text, i), offsets[i]);
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width;
    } cases[] = {
        {"", 0},
        {"voice", 5},
        {"Z\xC3\xBCrich", 6},
        {"e\xCC\x81", 1},                /* e with a combining accent */
        {"\xE6\x97\xA5\xE6\x9C\xAC", 4}, /* two ideographs */
        {"a\xF0\x9F\x98\x80z", 4},       /* an emoji takes two */
        {"\xEF\xBD\xB1", 1},             /* halfwidth katakana */
        {"\xEF\xBC\xA1", 2},             /* fullwidth A */
        {"a\n", 1},                      /* a control character takes none */
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(unicode_width(text_from(cases[i].text)), cases[i].width);
}

static void what_steers_or_hides_is_made_visible(void **state)
{
    (void)state;
    static const struct {
        struct text text;
        const char *visible;
    } cases[] = {
        {{"a\0b", 3}, "a\\x00b"},
        {{"\x1b[31mred", 8}, "\\x1b[31mred"},
        {{"tab\there", 8}, "tab\\there"},
        {{"two\r\nlines", 10}, "two\\r\\nlines"},
        {{"\x7F", 1}, "\\x7f"},
        {{"\xC2\x9B"
          "1m",
          4},
         "\\x9b1m"},                /* CSI as one character */
        {{"\xC2\x85", 2}, "\\x85"}, /* NEL */
        {{"a\x9B", 2}, "a\\x9b"},   /* the same byte, not UTF-8 */
        {{"\xE2\x82", 2}, "\\xe2\\x82"},
        {{"\xE2\x80\xAE"
          "cba",
          6},
         "\\u{202e}cba"}, /* right-to-left override */
        {{"\xE2\x80\x8E", 3}, "\\u{200e}"},
        {{"\xE2\x81\xA6x\xE2\x81\xA9", 7}, "\\u{2066}x\\u{2069}"},
        {{"\xD8\x9C", 2}, "\\u{061c}"}, /* Arabic letter mark */
        {{"a\xE2\x80\x8B"
          "b",
          5},
         "a\\u{200b}b"}, /* zero-width space */
        {{"\xEF\xBB\xBF"
          "a",
          4},
         "\\u{feff}a"},
        {{"\xE2\x80\xA8\xE2\x80\xA9", 6}, "\\u{2028}\\u{2029}"},
        {{"\xC2\xAD", 2}, "\\xad"},              /* soft hyphen */
        {{"\xCD\xB8", 2}, "\\u{0378}"},          /* unassigned */
        {{"\xF3\xA0\x81\x81", 4}, "\\u{e0041}"}, /* a tag character */
        {{"\xE3\x85\xA4", 3}, "\\u{3164}"},      /* a blank letter */
        {{"\xE1\x85\x9F", 3}, "\\u{115f}"},
        {{"\xEF\xBE\xA0", 3}, "\\u{ffa0}"},
        {{"\xE2\x80\x8C"
          "a",
          4},
         "\\u{200c}a"}, /* a joiner that joins nothing */
        {{"a\xE2\x80\x8D", 4}, "a\\u{200d}"},
        {{"1\xE2\x80\x8D"
          "2",
          5},
         "1\\u{200d}2"},
        {{"a\xE2\x80\x8D"
          "2",
          5},
         "a\\u{200d}2"},
        {{"a\xC3\xA9\n", 4}, "a\xC3\xA9\\n"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text visible = unicode_visible(&arena, cases[i].text);
        if (!text_equal(visible, text_from(cases[i].visible)))
            fail_msg("%s, not %.*s", cases[i].visible, TEXT_ARG(visible));
    }
    arena_release(&arena);
}

static void what_is_visible_is_not_copied(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",
        "Northwind Contact ~ \\x1b",
        "Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9F\x98\x80",
        "e\xCC\x81",
        "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE\xD9\x88\xD8\xA7\xD9\x87\xD9\x85", /* mi-khaham */
        "\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7", /* ka, virama, ZWJ, ssa */
        "\xC2\xA0",                                         /* a space that does not break */
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text text = text_from(cases[i]);
        struct text visible = unicode_visible(&arena, text);
        assert_ptr_equal(visible.ptr, text.ptr);
        assert_int_equal(visible.len, text.len);
    }
    assert_null(arena.blocks);
}

static void texts_are_cut_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t columns;
        size_t fits; /* bytes */
    } cases[] = {
        {"voice", 10, 5},
        {"voice", 5, 5},
        {"voice", 4, 4},
        {"voice", 0, 0},
        {"", 0, 0},
        {"\xE6\x97\xA5\xE6\x9C\xAC", 4, 6},
        {"\xE6\x97\xA5\xE6\x9C\xAC", 3, 3}, /* half an ideograph does not fit */
        {"\xE6\x97\xA5\xE6\x9C\xAC", 1, 0},
        {"ae\xCC\x81z", 2, 4}, /* the accent belongs to the e */
        {"ae\xCC\x81", 1, 1},
        {"\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA!", 1, 0}, /* a flag is one character of two */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text text = text_from(cases[i].text);
        struct text cut = unicode_fit(text, cases[i].columns);
        assert_ptr_equal(cut.ptr, text.ptr);
        assert_int_equal(cut.len, cases[i].fits);
    }
}

/* What is no text after all must not be read beyond its end, nor be shown as anything but ASCII. */
static void any_bytes_can_be_shown(void **state)
{
    (void)state;
    struct arena arena = {0};
    uint32_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        char *bytes = arena_array(&arena, char, 8);
        for (int at = 0; at < 8; at++) {
            seed = (uint32_t)((uint64_t)seed * 48271 % 2147483647);
            int byte =
                (seed & 1024) == 0 ? "\xE2\x80\xC2\xF0\x9F"[seed % 5] : (int)(seed >> 11) % 256;
            bytes[at] = (char)(byte < 128 ? byte : byte - 256);
        }
        struct text text = {bytes, 8};
        struct text visible = unicode_visible(&arena, text);
        size_t offset;
        assert_true(unicode_valid(visible, &offset));
        assert_true(unicode_width(visible) >= unicode_count(text) / 2);
        assert_true(unicode_fit(text, 3).len <= 8);
        assert_true(unicode_offset(text, unicode_count(text)) == 8);
        if (i % 1000 == 0)
            arena_clear(&arena);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(validity_is_that_of_the_standard),
        cmocka_unit_test(code_points_are_counted_and_found),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(what_steers_or_hides_is_made_visible),
        cmocka_unit_test(what_is_visible_is_not_copied),
        cmocka_unit_test(texts_are_cut_between_characters),
        cmocka_unit_test(any_bytes_can_be_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
