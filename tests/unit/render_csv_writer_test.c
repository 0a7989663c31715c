/* The CSV writer: quotes where RFC 4180 wants them, and texts that are no formula. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/sheet_row.h"

struct document {
    struct arena arena;
    struct sink sink;
    struct csv_writer csv;
};

static void open_document(struct document *document, struct csv_style style)
{
    document->arena = (struct arena){0};
    sink_open_memory(&document->sink, &document->arena);
    csv_begin(&document->csv, style, &document->sink);
}

static struct text written(struct document *document)
{
    csv_finish(&document->csv);
    return buffer_text(&document->sink.text);
}

static void assert_document(struct document *document, struct text expected)
{
    struct text found = written(document);
    assert_int_equal(found.len, expected.len);
    assert_memory_equal(found.ptr, expected.ptr, expected.len);
    arena_release(&document->arena);
}

static const struct {
    struct text text;
    const char *cell; /* as it is written */
    const char *raw;  /* the same with --raw, where it differs */
} texts[] = {
    {{"", 0}, "", NULL},
    {{"Acme Ltd", 8}, "Acme Ltd", NULL},
    {{"M\xc3\xbcller \xe6\xbc\xa2", 11}, "M\xc3\xbcller \xe6\xbc\xa2", NULL},
    /* Quotes. */
    {{"a,b", 3}, "\"a,b\"", NULL},
    {{"a;b", 3}, "\"a;b\"", NULL},
    {{"the \"best\"", 10}, "\"the \"\"best\"\"\"", NULL},
    {{"two\nlines", 9}, "\"two\nlines\"", NULL},
    {{"two\r\nlines", 10}, "\"two\r\nlines\"", NULL},
    {{"a\rb", 3}, "\"a\rb\"", NULL},
    {{"a\tb", 3}, "\"a\tb\"", NULL},
    {{" a", 2}, "\" a\"", NULL},
    {{"a ", 2}, "\"a \"", NULL},
    {{"a\t", 2}, "\"a\t\"", NULL},
    {{"\"", 1}, "\"\"\"\"", NULL},
    /* The guard. */
    {{"=1+1", 4}, "'=1+1", "=1+1"},
    {{"+44 20", 6}, "'+44 20", "+44 20"},
    {{"-5", 2}, "'-5", "-5"},
    {{"@sum", 4}, "'@sum", "@sum"},
    {{"\t=1", 3}, "\"'\t'=1\"", "\"\t=1\""},
    {{"\r=1", 3}, "\"'\r=1\"", "\"\r=1\""},
    {{"=a,b", 4}, "\"'=a,b\"", "\"=a,b\""},
    {{"=\"x\"", 4}, "\"'=\"\"x\"\"\"", "\"=\"\"x\"\"\""},
    {{"1=1", 3}, "1=1", NULL},
    {{"'=1", 3}, "'=1", NULL},
    {{"\n=1", 3}, "\"\n=1\"", NULL},
    /* Where a spreadsheet splits at semicolons or tabs, a cell may begin within the text, and
       quotes there are no part of it. */
    {{"Acme;=1+1;x", 11}, "\"Acme;'=1+1;x\"", "\"Acme;=1+1;x\""},
    {{"a\t@b;+1;-1", 10}, "\"a\t'@b;'+1;'-1\"", "\"a\t@b;+1;-1\""},
    {{"a;\"=1\"", 6}, "\"a;\"\"'=1\"\"\"", "\"a;\"\"=1\"\"\""},
    {{"a;b=1", 5}, "\"a;b=1\"", NULL},
    {{"a; =1", 5}, "\"a; =1\"", NULL},
    {{"a,=1", 4}, "\"a,=1\"", NULL},
    /* Control characters: C0, DEL, C1; what only begins with the same byte is none. */
    {{"a\x1b[31m", 6}, "a\\x1B[31m", "a\x1b[31m"},
    {{"\x7f", 1}, "\\x7F", "\x7f"},
    {{"\xc2\x80\xc2\x9f", 4}, "\\x80\\x9F", "\xc2\x80\xc2\x9f"},
    {{"\xc2\xa0\xc2\xbf", 4}, "\xc2\xa0\xc2\xbf", NULL},
    {{"\v,\f", 3}, "\"\\x0B,\\x0C\"", "\"\v,\f\""},
    /* The direction of text is a matter of the text. */
    {{"\xe2\x80\xae"
      "evil",
      7},
     "\xe2\x80\xae"
     "evil",
     NULL},
};

static void texts_are_quoted_and_guarded(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (int raw = 0; raw < 2; raw++) {
            const char *cell = raw && texts[i].raw != NULL ? texts[i].raw : texts[i].cell;
            struct document document;
            open_document(&document, (struct csv_style){.raw = raw});
            csv_text(&document.csv, texts[i].text);
            csv_word(&document.csv, TEXT("x"));
            csv_end_row(&document.csv);
            struct text row = text_format(&document.arena, "%s,x\r\n", cell);
            assert_document(&document, row);
        }
    }
}

static void nul_is_a_control_character(void **state)
{
    (void)state;
    struct document document;
    open_document(&document, (struct csv_style){0});
    csv_text(&document.csv, TEXT("\0a\0"));
    csv_end_row(&document.csv);
    assert_document(&document, TEXT("\\x00a\\x00\r\n"));
    open_document(&document, (struct csv_style){.raw = true});
    csv_text(&document.csv, TEXT("\0a\0"));
    csv_end_row(&document.csv);
    assert_document(&document, TEXT("\0a\0\r\n"));
}

static void numbers_are_never_guarded(void **state)
{
    (void)state;
    struct document document;
    open_document(&document, (struct csv_style){0});
    csv_number(&document.csv, -1.5);
    csv_number(&document.csv, 81.4);
    csv_number(&document.csv, 1e300);
    csv_number(&document.csv, -0.0);
    csv_number(&document.csv, (double)NAN);
    csv_count(&document.csv, 0);
    csv_count(&document.csv, 1234567890);
    csv_empty(&document.csv, 2);
    csv_end_row(&document.csv);
    assert_document(&document, TEXT("-1.5,81.4,1e300,0,,0,1234567890,,\r\n"));
}

static void lists_are_parted_by_semicolons(void **state)
{
    (void)state;
    struct document document;
    open_document(&document, (struct csv_style){0});
    for (size_t count = 0; count < 3; count++) {
        csv_begin_list(&document.csv, count);
        for (size_t i = 0; i < count; i++)
            csv_item(&document.csv, i == 0 ? TEXT("dear") : TEXT("late"));
        csv_end_list(&document.csv);
    }
    csv_end_row(&document.csv);
    assert_document(&document, TEXT(",dear,\"dear;late\"\r\n"));
}

/* Cells that hold any of the three are quoted; behind those that do not separate the cells of this
 * file, a formula is guarded. */
static void cells_may_be_separated_otherwise(void **state)
{
    (void)state;
    const struct {
        char delimiter;
        struct text row;
    } cases[] = {
        {0, TEXT("id,\"a,=1;'=2\t'=3\",0.5,7,,x,\"x;y\"\r\n")},
        {',', TEXT("id,\"a,=1;'=2\t'=3\",0.5,7,,x,\"x;y\"\r\n")},
        {';', TEXT("id;\"a,'=1;=2\t'=3\";0.5;7;;x;\"x;y\"\r\n")},
        {'\t', TEXT("id\t\"a,'=1;'=2\t=3\"\t0.5\t7\t\tx\t\"x;y\"\r\n")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        open_document(&document, (struct csv_style){.delimiter = cases[i].delimiter});
        csv_word(&document.csv, TEXT("id"));
        csv_text(&document.csv, TEXT("a,=1;=2\t=3"));
        csv_number(&document.csv, 0.5);
        csv_count(&document.csv, 7);
        csv_empty(&document.csv, 1);
        csv_begin_list(&document.csv, 1);
        csv_item(&document.csv, TEXT("x"));
        csv_end_list(&document.csv);
        csv_begin_list(&document.csv, 2);
        csv_item(&document.csv, TEXT("x"));
        csv_item(&document.csv, TEXT("y"));
        csv_end_list(&document.csv);
        csv_end_row(&document.csv);
        assert_document(&document, cases[i].row);
    }
}

static void excel_gets_a_byte_order_mark(void **state)
{
    (void)state;
    struct document document;
    open_document(&document, (struct csv_style){.excel = true});
    csv_word(&document.csv, TEXT("id"));
    csv_end_row(&document.csv);
    assert_document(&document, TEXT("\xef\xbb\xbf"
                                    "id\r\n"));
}

/* Rows end in CR LF wherever the writer's memory ends, also behind texts longer than all of it. */
static void rows_end_at_any_length(void **state)
{
    (void)state;
    static char name[2 * CSV_WAITING];
    memset(name, 'a', sizeof name);
    for (size_t len = CSV_WAITING - 12; len < CSV_WAITING + 12; len++) {
        struct document document;
        open_document(&document, (struct csv_style){0});
        for (size_t r = 0; r < 3; r++) {
            name[len - 1] = r == 1 ? ',' : 'a';
            csv_text(&document.csv, (struct text){name, len});
            csv_number(&document.csv, 0.5);
            csv_end_row(&document.csv);
        }
        struct text rows = written(&document);
        /* 3 * (len + ",0.5\r\n"), and the quotes of the second */
        assert_int_equal(rows.len, 3 * (len + 6) + 2);
        assert_memory_equal(rows.ptr + len, ",0.5\r\n\"aaa", 10);
        assert_memory_equal(rows.ptr + rows.len - 6, ",0.5\r\n", 6);
        arena_release(&document.arena);
    }
}

static void rows_are_filled_in_any_order(void **state)
{
    (void)state;
    static const char *const names[] = {"id", "name", "score", "on", "is", "unused"};
    struct document document;
    struct sheet_row row;
    open_document(&document, (struct csv_style){0});
    row_begin(&row, &document.csv, names, 6);
    row_truth(&row, 4, true);
    row_date(&row, 3, 20778); /* 2026-11-21 lies 20,778 days behind 1970-01-01 */
    row_number(&row, 2, -0.25);
    row_text(&row, 1, TEXT("-a, b"));
    row_string(&row, 0, "a");
    row_write(&row);
    row_number(&row, 2, (double)NAN);
    row_truth(&row, 4, false);
    row_write(&row);
    row_release(&row);
    assert_document(&document, TEXT("id,name,score,on,is,unused\r\n"
                                    "a,\"'-a, b\",-0.25,2026-11-21,yes,\r\n"
                                    ",,,,no,\r\n"));
}

static void values_stand_as_in_a_table_of_answers(void **state)
{
    (void)state;
    static struct option options[] = {{.id = {"a", 1}}, {.id = {"b", 1}}, {.id = {"c", 1}}};
    const struct options three = {.items = options, .count = 3};
    const struct {
        enum answer_type type;
        struct cell cell;
        const char *value;
    } cases[] = {
        {TYPE_YES_NO, {STATE_ANSWERED, {.option = 1}}, "yes"},
        {TYPE_YES_NO, {STATE_ANSWERED, {.option = 0}}, "no"},
        {TYPE_CHOICE, {STATE_ANSWERED, {.option = 2}}, "c"},
        {TYPE_SET, {STATE_ANSWERED, {.set = 5}}, "\"a;c\""},
        {TYPE_SET, {STATE_ANSWERED, {.set = 0}}, "[]"},
        {TYPE_NUMBER, {STATE_ANSWERED, {.number = -3.5}}, "-3.5"},
        {TYPE_DATE, {STATE_ANSWERED, {.day = 0}}, "1970-01-01"},
        {TYPE_TEXT, {STATE_ANSWERED, {.text = {"-3.5", 4}}}, "'-3.5"},
        {TYPE_NUMBER, {STATE_OPEN, {.number = 0}}, ""},
        {TYPE_NUMBER, {STATE_NA, {.number = 0}}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char *const names[] = {"value", "said"};
        struct criterion criterion = {.type = cases[i].type, .options = three};
        struct document document;
        struct sheet_row row;
        open_document(&document, (struct csv_style){0});
        row_begin(&row, &document.csv, names, 2);
        row_value(&row, 0, &criterion, &cases[i].cell);
        row_said(&row, 1, &criterion, &cases[i].cell);
        row_write(&row);
        row_release(&row);
        const char *said = cases[i].cell.mark == STATE_NA ? "n/a" : cases[i].value;
        struct text expected =
            text_format(&document.arena, "value,said\r\n%s,%s\r\n", cases[i].value, said);
        assert_document(&document, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_quoted_and_guarded),
        cmocka_unit_test(nul_is_a_control_character),
        cmocka_unit_test(numbers_are_never_guarded),
        cmocka_unit_test(lists_are_parted_by_semicolons),
        cmocka_unit_test(cells_may_be_separated_otherwise),
        cmocka_unit_test(excel_gets_a_byte_order_mark),
        cmocka_unit_test(rows_end_at_any_length),
        cmocka_unit_test(rows_are_filled_in_any_order),
        cmocka_unit_test(values_stand_as_in_a_table_of_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
