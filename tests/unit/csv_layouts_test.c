/* Which layout a CSV file has, and whether a file is CSV at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/csv_layouts.h"
#include "support/told.h"

#define EACH(i, cases)                                                                             \
    size_t i = 0;                                                                                  \
    (i) < sizeof(cases) / sizeof *(cases);                                                         \
    (i)++

static void test_layouts(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        enum csv_layout layout;
    } cases[] = {
        {"id,iso", CSV_ANSWERS_TABLE},
        {"vendor;iso", CSV_ANSWERS_TABLE},
        {"iso\tid\tvendor", CSV_ANSWERS_TABLE},
        {"sep=;\nid;iso", CSV_ANSWERS_TABLE},
        {"\"\nID\t\",iso", CSV_ANSWERS_TABLE},
        {" Vendor ,iso", CSV_ANSWERS_TABLE},
        {"ID", CSV_ANSWERS_TABLE},
        {"id,criterion", CSV_ANSWERS_TABLE},
        {"id,answer", CSV_ANSWERS_TABLE},
        {"criterion,answer", CSV_QUESTIONNAIRE},
        {"\"Criterion\";question;\"ANSWER\"", CSV_QUESTIONNAIRE},
        {"answer,criterion,vendor", CSV_QUESTIONNAIRE},
        {"rater,id,tone", CSV_RATINGS_TABLE},
        {"tone;Rater;Vendor", CSV_RATINGS_TABLE},
        {"rater,tone", CSV_UNKNOWN},
        {"criterion,question", CSV_UNKNOWN},
        {"vendor_id,iso", CSV_UNKNOWN},
        {"name,iso", CSV_UNKNOWN},
    };
    for (EACH(i, cases)) {
        struct arena arena = {0};
        struct csv_header header = {0};
        const struct source source = source_of(cases[i].header);
        assert_true(csv_header_read(&source, 0, &arena, &header));
        assert_int_equal(csv_layout_of(&header), cases[i].layout);
        assert_int_equal(csv_layout_with(&source, 0), cases[i].layout);
        arena_release(&arena);
    }
}

static void test_columns(void **state)
{
    (void)state;
    static const struct text names[] = {{"a", 1}, {" Id\xc2\xa0", 5}, {"id", 2}};
    const struct csv_header header = {.names = names, .count = 3};
    assert_int_equal(csv_column(&header, TEXT("id")), 1);
    assert_int_equal(csv_column(&header, TEXT("vendor")), 3);
}

static void test_what_is_csv(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *bytes;
        bool is_csv;
    } cases[] = {
        {"a.csv", "", true},
        {"a.CSV", "shortlist-answers: 1\n", true},
        {"a.yaml", "id,iso\n", false},
        {"a.YML", "id,iso\n", false},
        {"-", "id,iso\nacme,yes\n", true},
        {"-",
         "\xef\xbb\xbf"
         "rater;id\r\n",
         true},
        {"answers.txt", "criterion\tanswer\n", true},
        {"-", "shortlist-answers: 1\nid: acme\n", false},
        {"-", "# id,vendor\nshortlist-answers: 1\n", false},
        {"-", "id: acme\n", false},
        {"-", "name,iso\n", false},
        {"-", "", false},
        {"-", "id,\"iso\n", false},
    };
    for (EACH(i, cases)) {
        struct source source = source_of(cases[i].bytes);
        source.name = text_from(cases[i].name);
        print_message("%s: %s\n", cases[i].name, cases[i].bytes);
        assert_int_equal(csv_is(&source, 0), cases[i].is_csv);
    }
    const struct source tabs = source_of("id,a\tiso\n");
    assert_true(csv_is(&tabs, ','));
    assert_false(csv_is(&tabs, '\t'));
}

#define LAYOUTS                                                                                    \
    "hint: answers of many vendors have a column id or vendor; a questionnaire the columns "       \
    "criterion and answer; ratings the columns rater and id\n"

#define REFUSED(place, line, names)                                                                \
    place " the columns do not say what this table is: the header is expected in line " line       \
          "; there stands " names " [unknown-kind]\n"

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        char delimiter;
        const char *problems;
    } cases[] = {
        {"name,iso\n", 0, REFUSED("1:1", "1", "`name`, `iso`") LAYOUTS},
        {"name,iso\n", ',', REFUSED("1:1", "1", "`name`, `iso`") LAYOUTS},
        {"id;iso\n", ',',
         REFUSED("1:1", "1", "`id;iso`") "hint: its columns seem to be separated otherwise: say "
                                         "--delimiter semicolon\n" LAYOUTS},
        {"", 0, "0:0 there is nothing in this file [empty-file]\n"},
        {"criterion,answer\n", '\t',
         REFUSED("1:1", "1", "`criterion,answer`") "hint: its columns seem to be separated "
                                                   "otherwise: say --delimiter comma\n" LAYOUTS},
        /* What its columns lack is not told. */
        {"\nOur questions,,\n,,\nid,b,c\n", 0, REFUSED("2:1", "2", "`Our questions`") LAYOUTS},
        {"a,a,c,d\n", 0, REFUSED("1:1", "1", "`a`, `a`, `c`, ...") LAYOUTS},
        {"name,\" \",c\n", 0, REFUSED("1:1", "1", "`name`, `c`") LAYOUTS},
        {"\" \",\"\t\"\n", 0, REFUSED("1:1", "1", "no name") LAYOUTS},
        /* Of forty characters, which may be of several bytes. */
        {"M\xc3\xbcller 890123456789012345678901234567890x,b\n", 0,
         REFUSED("1:1", "1", "`M\xc3\xbcller 890123456789012345678901234567890...`, `b`") LAYOUTS},
        {"M\xc3\xbcller 890123456789012345678901234567890\n", 0,
         REFUSED("1:1", "1", "`M\xc3\xbcller 890123456789012345678901234567890`") LAYOUTS},
        {"a\"b,c\n", 0,
         "1:2 a quote stands within a cell that does not begin with one [csv-syntax]\n"
         "hint: put the whole cell in quotes, and write the quote within it twice: \"5\"\" "
         "pipe\"\n"},
    };
    for (EACH(i, cases)) {
        struct arena arena = {0};
        struct problems problems = {0};
        struct source source = source_of(cases[i].bytes);
        assert_int_equal(csv_layout_with(&source, cases[i].delimiter), CSV_UNKNOWN);
        refuse_csv(&problems, &source, cases[i].delimiter);
        assert_string_equal(told_whole(&problems, &arena), cases[i].problems);
        problems_release(&problems);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layouts),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_what_is_csv),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
