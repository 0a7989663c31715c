/* Text: slices with NUL bytes and without, and texts that grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/memory.h"
#include "shortlist/text.h"

static const struct text none = {0};

static void assert_text(struct text text, struct text expected)
{
    assert_int_equal(text.len, expected.len);
    if (text.len > 0)
        assert_memory_equal(text.ptr, expected.ptr, text.len);
}

static void equal_means_the_same_bytes(void **state)
{
    (void)state;
    assert_true(text_equal(TEXT("voice"), text_from("voice")));
    assert_false(text_equal(TEXT("voice"), TEXT("Voice")));
    assert_false(text_equal(TEXT("voice"), TEXT("voic")));
    assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
    assert_true(text_equal(none, TEXT("")));

    assert_true(text_equal_fold(TEXT("Yes"), TEXT("yES")));
    assert_false(text_equal_fold(TEXT("yes"), TEXT("yet")));
    assert_false(text_equal_fold(TEXT("yes"), TEXT("ye")));
    assert_false(text_equal_fold(TEXT("@["), TEXT("`{"))); /* the neighbours of the letters */
}

static void the_order_is_that_of_bytes(void **state)
{
    (void)state;
    static const struct text ascending[] = {{"", 0},     {"\0", 1}, {"B", 1}, {"a", 1},
                                            {"a\0b", 3}, {"aa", 2}, {"b", 1}, {"\xC3\xA9", 2}};
    for (size_t i = 0; i < 8; i++) {
        for (size_t j = 0; j < 8; j++) {
            int order = text_compare(ascending[i], ascending[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
    assert_int_equal(text_compare(none, none), 0);
}

static void starts_and_ends(void **state)
{
    (void)state;
    struct text path = TEXT("vendors/acme.yaml");
    assert_true(text_starts(path, TEXT("vendors/")));
    assert_true(text_starts(path, none));
    assert_false(text_starts(path, TEXT("vendor-")));
    assert_false(text_starts(TEXT("v"), path));
    assert_true(text_ends(path, TEXT(".yaml")));
    assert_true(text_ends(path, none));
    assert_false(text_ends(path, TEXT(".yml")));
    assert_false(text_ends(TEXT("yaml"), TEXT(".yaml")));
}

static void slices_stay_within_the_text(void **state)
{
    (void)state;
    struct text text = TEXT("abcdef");
    assert_text(text_slice(text, 1, 3), TEXT("bc"));
    assert_text(text_slice(text, 0, 6), text);
    assert_text(text_slice(text, 4, 100), TEXT("ef"));
    assert_text(text_slice(text, 4, 2), TEXT(""));
    assert_text(text_slice(text, 100, 200), TEXT(""));
    assert_ptr_equal(text_slice(text, 6, 6).ptr, text.ptr + 6);
    assert_text(text_slice(none, 0, 5), TEXT(""));
}

static void trimming_leaves_line_ends(void **state)
{
    (void)state;
    assert_text(text_trim(TEXT(" \t a b\t ")), TEXT("a b"));
    assert_text(text_trim(TEXT("\n a\n")), TEXT("\n a\n"));
    assert_text(text_trim(TEXT(" \t")), TEXT(""));
    assert_text(text_trim(none), TEXT(""));
}

static void copies_end_in_a_nul(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text copy = text_copy(&arena, TEXT("a\0b"));
    assert_text(copy, TEXT("a\0b"));
    assert_int_equal(copy.ptr[3], '\0');
    assert_string_equal(text_copy(&arena, none).ptr, "");

    struct text printed = text_format(&arena, "%.*s has %d", TEXT_ARG(TEXT("acme")), 7);
    assert_text(printed, TEXT("acme has 7"));
    assert_int_equal(printed.ptr[printed.len], '\0');
    assert_string_equal(text_format(&arena, "%s", "").ptr, "");
    arena_release(&arena);
}

static void a_buffer_grows(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_buffer buffer = {.arena = &arena};
    assert_text(buffer_text(&buffer), TEXT(""));
    buffer_format(&buffer, "%s", "");
    buffer_add(&buffer, none);
    assert_string_equal(buffer_text(&buffer).ptr, "");
    buffer_add(&buffer, TEXT("a\0"));
    buffer_add_char(&buffer, 'b');
    buffer_format(&buffer, "%d%%", 5);
    assert_text(buffer_text(&buffer), TEXT("a\0b5%"));
    buffer_add(&buffer, buffer_text(&buffer)); /* of itself */
    assert_text(buffer_text(&buffer), TEXT("a\0b5%a\0b5%"));

    for (int i = 0; i < 10000; i++)
        buffer_format(&buffer, "%04d", i);
    assert_int_equal(buffer.len, 40010);
    assert_memory_equal(buffer_text(&buffer).ptr + 10 + 4 * 9999, "9999", 5);
    arena_release(&arena);
}

static void counts_name_what_they_count(void **state)
{
    (void)state;
    const struct {
        size_t count;
        struct text expected;
    } cases[] = {
        {0, TEXT("0 files")},
        {1, TEXT("1 file")},
        {2, TEXT("2 files")},
        {999, TEXT("999 files")},
        {1000, TEXT("1,000 files")},
        {10234, TEXT("10,234 files")},
        {1000001, TEXT("1,000,001 files")},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(text_count(&arena, cases[i].count, "file", "files"), cases[i].expected);
    arena_release(&arena);
}

static jmp_buf out_of_memory;

static void jump_out(void)
{
    longjmp(out_of_memory, 1);
}

static void lengths_that_overflow_go_to_the_handler(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_buffer buffer = {.arena = &arena};
    struct text endless = {"", SIZE_MAX};
    volatile int failures = 0;
    memory_on_failure(jump_out);
    if (setjmp(out_of_memory) == 0)
        (void)text_copy(&arena, endless);
    else
        failures++;
    if (setjmp(out_of_memory) == 0)
        buffer_add(&buffer, endless);
    else
        failures++;
    memory_on_failure(NULL);
    assert_int_equal(failures, 2);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_means_the_same_bytes),
        cmocka_unit_test(the_order_is_that_of_bytes),
        cmocka_unit_test(starts_and_ends),
        cmocka_unit_test(slices_stay_within_the_text),
        cmocka_unit_test(trimming_leaves_line_ends),
        cmocka_unit_test(copies_end_in_a_nul),
        cmocka_unit_test(a_buffer_grows),
        cmocka_unit_test(counts_name_what_they_count),
        cmocka_unit_test(lengths_that_overflow_go_to_the_handler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
