/* The page: wrapping, cutting, padding and colours; and the bars drawn on it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/bar.h"
#include "../../src/render/page.h"

/* A page in memory, and what was written on it. */
struct sheet {
    struct arena arena;
    struct sink sink;
    struct page page;
};

static void open_sheet(struct sheet *sheet, size_t width, bool color, bool ascii)
{
    *sheet = (struct sheet){0};
    sink_open_memory(&sheet->sink, &sheet->arena);
    page_open(&sheet->page, &sheet->sink, width, color, ascii);
}

static void assert_sheet(struct sheet *sheet, const char *expected)
{
    const char *reason;
    page_close(&sheet->page);
    assert_true(sink_finish(&sheet->sink, &reason));
    struct text written = buffer_text(&sheet->sink.text);
    assert_int_equal(written.len, strlen(expected));
    if (written.len > 0)
        assert_memory_equal(written.ptr, expected, written.len);
    arena_release(&sheet->arena);
}

/* A wide character, four times. */
#define HAN4 "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2"

#define TEN_WORDS "one two three four five six seven eight nine ten"

static void paragraphs_wrap_with_a_hanging_indent(void **state)
{
    (void)state;
    static const struct {
        size_t width;
        const char *text, *expected;
    } cases[] = {
        {0, TEN_WORDS, "  " TEN_WORDS "\n"},
        {41, TEN_WORDS, "  one two three four five six seven eight\n    nine ten\n"},
        /* a word that ends exactly at the width stays */
        {40, "123456789 123456789 123456789 12345678 x",
         "  123456789 123456789 123456789 12345678\n    x\n"},
        /* one that no line can hold is broken where it stands */
        {40, "id 1234567890123456789012345678901234567890",
         "  id 12345678901234567890123456789012345\n    67890\n"},
        /* a path behind one of its slashes */
        {40, "in 1234567890/1234567890/1234567890/12345.yaml",
         "  in 1234567890/1234567890/1234567890/\n    12345.yaml\n"},
        /* wide characters take two columns */
        {40, HAN4 " " HAN4 HAN4 " " HAN4 HAN4, "  " HAN4 " " HAN4 HAN4 "\n    " HAN4 HAN4 "\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        open_sheet(&sheet, cases[i].width, false, false);
        page_to(&sheet.page, 2);
        page_flow(&sheet.page, 4, text_from(cases[i].text), INK_PLAIN);
        page_end(&sheet.page);
        assert_sheet(&sheet, cases[i].expected);
    }
}

static void a_paragraph_is_made_of_several_texts(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet, 40, true, false);
    page_flow(&sheet.page, 2, TEXT("Northwind Contact"), INK_STRONG);
    page_flow(&sheet.page, 2, TEXT(": "), INK_PLAIN);
    page_flow(&sheet.page, 2, TEXT("41 % of agents leave each year "), INK_PLAIN);
    page_flow(&sheet.page, 2, TEXT("[high]"), INK_FAINT);
    page_end(&sheet.page);
    assert_sheet(&sheet, "\033[1mNorthwind Contact\033[0m: 41 % of agents leave\n"
                         "  each year \033[2m[high]\033[0m\n");
}

/* What is kept together goes to the next line whole; what no line can hold stays where it is. */
static void parts_may_be_kept_together(void **state)
{
    (void)state;
    static const struct {
        size_t width, kept;
        const char *expected;
    } cases[] = {
        {42, 10, "  123456789 123456789 123456789 A = b c d.\n"},
        {41, 10, "  123456789 123456789 123456789\n    A = b c d.\n"},
        {0, 99, "  123456789 123456789 123456789 A = b c d.\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        open_sheet(&sheet, cases[i].width, false, false);
        page_to(&sheet.page, 2);
        page_flow(&sheet.page, 4, TEXT("123456789 123456789 123456789 "), INK_PLAIN);
        page_keep(&sheet.page, 4, cases[i].kept);
        page_flow(&sheet.page, 4, TEXT("A = b c d."), INK_PLAIN);
        page_end(&sheet.page);
        assert_sheet(&sheet, cases[i].expected);
    }
    struct sheet sheet;
    open_sheet(&sheet, 40, false, false);
    page_to(&sheet.page, 4);
    page_keep(&sheet.page, 4, 99); /* the line holds nothing yet */
    page_flow(&sheet.page, 4, TEXT("a"), INK_PLAIN);
    page_end(&sheet.page);
    assert_sheet(&sheet, "    a\n");
}

static void no_line_ends_in_spaces(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet, 60, false, false);
    page_to(&sheet.page, 2);
    page_cell(&sheet.page, TEXT("a"), 10, INK_PLAIN);
    page_right(&sheet.page, TEXT("b"), 20, INK_PLAIN);
    page_space(&sheet.page, 7);
    page_end(&sheet.page);
    page_to(&sheet.page, 9);
    page_end(&sheet.page);
    assert_sheet(&sheet, "  a                b\n\n");
}

static void cells_are_cut_only_on_a_terminal(void **state)
{
    (void)state;
    static const struct {
        size_t width;
        bool ascii;
        const char *text, *expected;
    } cases[] = {
        {60, false, "Northwind", "Northwind |\n"},
        {60, false, "Northwind Contact", "Northwind\xe2\x80\xa6|\n"},
        {60, true, "Northwind Contact", "Northwind~|\n"},
        {0, false, "Northwind Contact", "Northwind Contact|\n"},
        /* no half of a wide character, no letter without its accent */
        {60, false, "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2",
         "\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe6\xbc\xa2\xe2\x80\xa6 |\n"},
        {60, false, "Cafe\xcc\x81 Cafe\xcc\x81 Cafe\xcc\x81",
         "Cafe\xcc\x81 Cafe\xcc\x81\xe2\x80\xa6|\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        open_sheet(&sheet, cases[i].width, false, cases[i].ascii);
        page_cell(&sheet.page, text_from(cases[i].text), 10, INK_PLAIN);
        page_write(&sheet.page, TEXT("|"), INK_PLAIN);
        page_end(&sheet.page);
        assert_sheet(&sheet, cases[i].expected);
    }
}

static void numbers_end_at_their_column(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet, 0, false, false);
    page_number(&sheet.page, 4.015, 2, 8, INK_PLAIN);
    page_number(&sheet.page, (double)NAN, 2, 12, INK_PLAIN);
    page_signed(&sheet.page, 1.7, 1, 20, INK_PLAIN);
    page_signed(&sheet.page, -1.7, 1, 28, INK_PLAIN);
    page_signed(&sheet.page, 0.04, 1, 34, INK_PLAIN);
    page_signed(&sheet.page, -0.04, 1, 40, INK_PLAIN);
    page_end(&sheet.page);
    assert_sheet(&sheet, "    4.02   -    +1.7    -1.7   0.0   0.0\n");
}

static void texts_from_files_are_made_harmless(void **state)
{
    (void)state;
    struct sheet sheet;
    open_sheet(&sheet, 0, false, false);
    page_write(&sheet.page, page_visible(&sheet.page, TEXT("\033[31mred")), INK_PLAIN);
    page_end(&sheet.page);
    page_write(&sheet.page, page_prose(&sheet.page, TEXT(" a\n\tb  c\033 \n")), INK_PLAIN);
    page_end(&sheet.page);
    assert_sheet(&sheet, "\\x1b[31mred\na b c\\x1b\n");
}

static void bars_are_drawn_in_eighths(void **state)
{
    (void)state;
    static const struct {
        double fraction;
        bool ascii;
        const char *expected;
    } cases[] = {
        {0, false, "\xe2\x96\x91\xe2\x96\x91\xe2\x96\x91\xe2\x96\x91|\n"},
        {1, false, "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88|\n"},
        {2, false, "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88|\n"},
        {-1, false, "\xe2\x96\x91\xe2\x96\x91\xe2\x96\x91\xe2\x96\x91|\n"},
        {0.5, false, "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x91\xe2\x96\x91|\n"},
        /* 17 of 32 eighths */
        {0.53125, false, "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x8f\xe2\x96\x91|\n"},
        {0.001, false, "\xe2\x96\x8f\xe2\x96\x91\xe2\x96\x91\xe2\x96\x91|\n"},
        {0.5, true, "##--|\n"},
        {0.001, true, "#---|\n"},
        {1, true, "####|\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        open_sheet(&sheet, 60, false, cases[i].ascii);
        bar_draw(&sheet.page, cases[i].fraction, 4, INK_BAR);
        page_write(&sheet.page, TEXT("|"), INK_PLAIN);
        page_end(&sheet.page);
        assert_sheet(&sheet, cases[i].expected);
    }
    struct sheet sheet;
    open_sheet(&sheet, 60, false, true);
    bar_draw(&sheet.page, (double)NAN, 3, INK_BAR);
    page_end(&sheet.page);
    assert_sheet(&sheet, "---\n");
}

static void bars_grow_from_the_middle_to_both_sides(void **state)
{
    (void)state;
    static const struct {
        double fraction;
        bool ascii;
        const char *expected;
    } cases[] = {
        {1, true, "    |++++.\n"},
        {-1, true, "----|    .\n"},
        {0.5, true, "    |++  .\n"},
        {-0.5, true, "  --|    .\n"},
        {0, true, "    |    .\n"},
        /* three halves of a column */
        {0.375, false, "    \xe2\x94\x82\xe2\x96\x88\xe2\x96\x8c  .\n"},
        {-0.375, false, "  \xe2\x96\x90\xe2\x96\x88\xe2\x94\x82    .\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        open_sheet(&sheet, 60, false, cases[i].ascii);
        bar_draw_from_middle(&sheet.page, cases[i].fraction, 4);
        page_write(&sheet.page, TEXT("."), INK_PLAIN);
        page_end(&sheet.page);
        assert_sheet(&sheet, cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_wrap_with_a_hanging_indent),
        cmocka_unit_test(a_paragraph_is_made_of_several_texts),
        cmocka_unit_test(parts_may_be_kept_together),
        cmocka_unit_test(no_line_ends_in_spaces),
        cmocka_unit_test(cells_are_cut_only_on_a_terminal),
        cmocka_unit_test(numbers_end_at_their_column),
        cmocka_unit_test(texts_from_files_are_made_harmless),
        cmocka_unit_test(bars_are_drawn_in_eighths),
        cmocka_unit_test(bars_grow_from_the_middle_to_both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
