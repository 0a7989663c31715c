/* The CSV ratings table: what is read, as from the YAML files that say the same, and what is
 * refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/buyer_files.h"
#include "support/told.h"

/* Criteria and vendors as of buyer_files.h, YAML files of raters (NULL: none) and then tables,
 * which must live as long as the result; each list ends in NULL. */
static void read_tables(struct buyer_files *files, struct source *sources, const char *const *yaml,
                        const char *const *tables, struct buyer_setting setting)
{
    struct buyer_reader reader;
    read_buyer_files(files, setting, yaml, NULL);
    buyer_reader_begin(&reader, setting.unchecked ? NULL : &files->criteria, &files->answers,
                       !setting.not_all_taken, &files->problems);
    for (size_t i = 0; tables[i] != NULL; i++) {
        sources[i] = source_of(tables[i]);
        sources[i].name = text_format(&files->arena, "%zu.csv", i + 1);
        read_ratings_table(&reader, &sources[i], 0, &files->ratings);
    }
    ratings_sort(&files->ratings);
    buyer_reader_end(&reader);
}

static void read_one(struct buyer_files *files, struct source *source, const char *table)
{
    read_tables(files, source, NULL, (const char *const[]){table, NULL}, (struct buyer_setting){0});
}

#define EACH(i, cases)                                                                             \
    size_t i = 0;                                                                                  \
    (i) < sizeof(cases) / sizeof *(cases);                                                         \
    (i)++

/* --- What is read ------------------------------------------------------------------------- */

static void assert_same_ratings(const struct buyer_files *csv, const struct buyer_files *yaml)
{
    const struct ratings *a = &csv->ratings;
    const struct ratings *b = &yaml->ratings;
    assert_int_equal(a->rater_count, b->rater_count);
    for (size_t r = 0; r < a->rater_count; r++) {
        assert_true(text_equal(a->raters[r].name, b->raters[r].name));
        assert_int_equal(a->raters[r].has_spoken, b->raters[r].has_spoken);
    }
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const struct rating *left = &a->items[i];
        const struct rating *right = &b->items[i];
        assert_int_equal(left->vendor, right->vendor);
        assert_int_equal(left->criterion, right->criterion);
        assert_int_equal(left->rater, right->rater);
        assert_int_equal(left->cell.mark, right->cell.mark);
        assert_true(text_equal(left->note, right->note));
        if (mark_answered(left->cell.mark))
            assert_true(value_equal(csv->criteria.criteria[left->criterion].type, &left->cell.value,
                                    &right->cell.value));
    }
}

#define RATER(name, ratings) "shortlist-ratings: 1\nrater: " name "\nratings: {" ratings "}\n"

static void test_as_in_yaml(void **state)
{
    (void)state;
    static const struct {
        const char *table;
        const char *yaml[3]; /* a file a rater, in the order of the rows */
    } cases[] = {
        {"rater,id,vendor,tone,hours,remark\n"
         "ann,bolt,Bolt Ltd.,4,30,\"slow\nat first\"\n"
         "ann,acme,Acme,n/a,,\n",
         {RATER("ann",
                "bolt: {tone: 4, hours: 30, remark: \"slow\\nat first\"}, acme: {tone: n/a}")}},
        /* Rows of one rater need not stand together, and the columns in any order. */
        {"tone;ID;Rater\n4;bolt;zoe\n3;acme;' Ann '\n2;acme;zoe\n",
         {RATER("zoe", "bolt: {tone: 4}, acme: {tone: 2}"),
          RATER("\"' Ann '\"", "acme: {tone: 3}")}},
        {"rater\tid\tiso.evidence\tiso.note\n ann \tacme\tverified\tsaw it\n",
         {RATER("ann", "acme: {iso: {evidence: verified, note: saw it}}")}},
        {"rater,id,attrition.note,attrition.evidence,attrition\nann,acme,a call,claimed,41 %\n"
         "ann,bolt,will follow,,\n",
         {RATER("ann", "acme: {attrition: {value: 41, evidence: claimed, note: a call}}, "
                       "bolt: {attrition: {note: will follow}}")}},
        {"rater,id,model,parts,since\nann,acme,some,\"b,a\",2020-02-29\nann,bolt,~,none,\n",
         {RATER("ann", "acme: {model: some, parts: [a, b], since: 2020-02-29}, "
                       "bolt: {parts: []}")}},
        /* A template that is not filled in yet: nobody has rated. */
        {"rater,id,vendor,tone\n,acme,Acme,\n,bolt,Bolt,\nann,,,\n", {NULL}},
        {"rater,id,tone\nann,acme,\nben,acme,\nben,bolt,3\n",
         {RATER("ann", "acme: {}"), RATER("ben", "acme: {}, bolt: {tone: 3}")}},
        {"rater,id,gone,tone\nann,acme,3,\nben,acme,,\n",
         {RATER("ann", "acme: {gone: 3}"), RATER("ben", "acme: {}")}},
        {"rater,id,tone\nann,crash,3\n", {RATER("ann", "crash: {tone: 3}")}},
    };
    for (EACH(i, cases)) {
        struct buyer_files csv;
        struct buyer_files yaml;
        struct source source;
        print_message("%s\n", cases[i].table);
        read_one(&csv, &source, cases[i].table);
        assert_string_equal(told_whole(&csv.problems, &csv.arena), "");
        read_buyer_files(&yaml, (struct buyer_setting){0}, cases[i].yaml, NULL);
        assert_string_equal(told_whole(&yaml.problems, &yaml.arena), "");
        assert_same_ratings(&csv, &yaml);
        release_buyer_files(&csv);
        release_buyer_files(&yaml);
    }
}

static void test_where_raters_are_named(void **state)
{
    (void)state;
    struct buyer_files files;
    struct source source;
    read_one(&files, &source, "id,rater,tone\nacme,ann,3\nbolt,ann,3\n");
    const struct place *place = &files.ratings.raters[0].place;
    assert_int_equal(place->line, 2);
    assert_int_equal(place->column, 6);
    assert_true(text_equal(source.columns[place->cell - 1], TEXT("rater")));
    release_buyer_files(&files);
}

/* --- What is refused ---------------------------------------------------------------------- */

struct refusal {
    const char *table;
    const char *problems;
};

static void check_refusals(const struct refusal *cases, size_t count, struct buyer_setting setting)
{
    for (size_t i = 0; i < count; i++) {
        struct buyer_files files;
        struct source source;
        read_tables(&files, &source, NULL, (const char *const[]){cases[i].table, NULL}, setting);
        const char *problems = told_whole(&files.problems, &files.arena);
        if (strcmp(problems, cases[i].problems) != 0)
            print_message("in example %zu:\n%s", i, cases[i].table);
        assert_string_equal(problems, cases[i].problems);
        release_buyer_files(&files);
    }
}

#define CHECK_IN(cases, ...)                                                                       \
    check_refusals(cases, sizeof(cases) / sizeof *(cases), (struct buyer_setting){__VA_ARGS__})
#define CHECK(cases) CHECK_IN(cases, 0)

/* What is wrong with a column is told once, however many rows there are. */
static void test_columns(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"rater,vendor,tone\nann,acme,3\n",
         "1:1 a table of ratings needs a column `id` [missing-key]\n"
         "hint: ratings name vendors by their ids\n"},
        {"rater,id,tonne\nann,acme,3\nann,bolt,4\n",
         "1:10 line 1, column tonne: `tonne` is no criterion of test [unknown-criterion]\n"
         "hint: did you mean `tone`?\n"},
        {"rater,id,tonne.note,tonne\nann,acme,x,\n",
         "1:10 line 1, column tonne.note: `tonne` is no criterion of test [unknown-criterion]\n"
         "hint: did you mean `tone`?\n"},
        {"rater,id,cost\nann,acme,3\nann,bolt,4\n",
         "1:10 line 1, column cost: `cost` is computed from other answers [not-asked]\n"
         "hint: rate the answers that it is computed from\n"},
        {"rater,id,tone.expires\nann,acme,2026-11-21\nann,bolt,2026-11-21\n",
         "1:10 line 1, column tone.expires: a rating has no `expires` [unknown-key]\n"
         "hint: beside the column tone may stand tone.evidence and tone.note\n"},
        {"rater,id,tone.value\nann,acme,3\n",
         "1:10 line 1, column tone.value: a rating has no `value` [unknown-key]\n"
         "hint: beside the column tone may stand tone.evidence and tone.note\n"},
        {"rater,id,tone,tone.\nann,acme,3,4\n",
         "1:15 line 1, column tone.: a rating has no `` [unknown-key]\n"
         "hint: beside the column tone may stand tone.evidence and tone.note\n"},
        {"rater,id,Rater,ID,vendor,Vendor,tone\nann,acme,ben,bolt,,,3\n",
         "1:10 line 1, column Rater: `Rater` stands twice [duplicate-key]\n"
         "1:1 note: line 1, column rater: first written here\n"
         "1:16 line 1, column ID: `ID` stands twice [duplicate-key]\n"
         "1:7 note: line 1, column id: first written here\n"
         "1:26 line 1, column Vendor: `Vendor` stands twice [duplicate-key]\n"
         "1:19 note: line 1, column vendor: first written here\n"},
        {"rater,id,tone,one,two,three\nann,acme,1,2,3,4\nann,bolt,1,2,3,4\n",
         "1:1 3 of 4 ratings are of no criterion of test [other-criteria]\n"
         "hint: were they written for other criteria?\n"},
        {"rater,id,tone,tone\nann,acme,3,4\n",
         "1:15 line 1, column tone: `tone` stands twice [duplicate-key]\n"
         "1:10 note: line 1, column tone: first written here\n"},
    };
    CHECK(cases);
}

static void test_rows(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"rater,id,tone\n,acme,3\n",
         "2:1 line 2, column rater: this row does not say who rates [bad-rater]\n"
         "hint: write a name or a role, as head-of-support, in every row\n"},
        {"rater,id,tone\nann,,3\n",
         "2:5 line 2, column id: this row does not say which vendor it rates [missing-key]\n"
         "hint: write the vendor's id\n"},
        {"rater,id,tone\nann,acme,3\nben,acme,4\nann,acme,5\n",
         "4:5 line 4, column id: `acme` stands twice [duplicate-key]\n"
         "2:5 note: line 2, column id: first written here\n"},
        {"rater,id,tone\nann,acmee,3\n",
         "2:5 line 2, column id: no vendor `acmee` is among the answers: what is said of it is "
         "left out [rated-unknown]\n"
         "hint: did you mean `acme`?\n"},
        {"rater,id,tone\na\xe2\x80\x8b,acme,3\n",
         "2:2 line 2, column rater: the rater's name holds U+200B, which cannot be seen "
         "[bad-rater]\n"
         "hint: type the name anew, in letters and signs that can be seen\n"},
    };
    static const struct refusal unsure[] = {{"rater,id,tone\nann,acmee,3\n", ""}};
    CHECK(cases);
    CHECK_IN(unsure, .not_all_taken = true);
}

static void test_values(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"rater,id,tone\nann,acme,6\nann,bolt,seven\n",
         "2:10 line 2, column tone: `tone` must be between 0 and 5, not 6 [out-of-range]\n"
         "3:10 line 3, column tone: `seven` is not a number [bad-number]\n"
         "hint: write a decimal number, as in 12 or 1.5\n"},
        {"rater,id,tone,hours\nann,acme,none,\n",
         "2:10 line 2, column tone: `none` is not a number [bad-number]\n"
         "hint: write n/a to abstain\n"},
        {"rater,id,iso.evidence\nann,acme,seen\n",
         "2:10 line 2, column iso.evidence: `evidence` must be claimed, documented or verified, "
         "not `seen` [unknown-option]\n"},
    };
    CHECK(cases);
}

/* One rater, in one file, under one name. */
static void test_two_raters(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"rater,id,tone\nAnn,acme,3\nann,bolt,4\n",
         "3:1 line 3, column rater: the rater `ann` stands in this file already, as `Ann` "
         "[two-raters]\n"
         "2:1 note: line 2, column rater: the first one is named here\n"
         "hint: write the name alike in every row\n"},
    };
    struct buyer_files files;
    struct source sources[2];
    CHECK(cases);
    read_tables(&files, sources, (const char *const[]){RATER("ann", "acme: {tone: 3}"), NULL},
                (const char *const[]){"rater,id,tone\nben,acme,1\n",
                                      "id,tone,rater\nacme,1,ann\nacme,2,Ben\n", NULL},
                (struct buyer_setting){0});
    assert_string_equal(told_whole(&files.problems, &files.arena),
                        "2:8 line 2, column rater: the rater `ann` has a file already "
                        "[two-raters]\n"
                        "2:8 note: the first one is named here\n"
                        "hint: a rater appears once: put both in one file, or name the other\n"
                        "3:8 line 3, column rater: the rater `Ben` has a file already, as `ben` "
                        "[two-raters]\n"
                        "2:1 note: line 2, column rater: the first one is named here\n"
                        "hint: a rater appears once: put both in one file, or name the other\n");
    release_buyer_files(&files);
}

static void test_too_many_raters(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_buffer rows = {.arena = &arena};
    buffer_add(&rows, TEXT("rater,id,tone\n"));
    for (int i = 1; i <= 1010; i++)
        buffer_format(&rows, "rater %d,acme,3\n", i);
    const struct refusal cases[] = {
        {buffer_text(&rows).ptr,
         "1002:1 line 1002, column rater: there are more than 1000 raters [too-large]\n"},
    };
    CHECK(cases);
    arena_release(&arena);
}

/* Without criteria: what can be told of the file alone. */
static void test_without_criteria(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"rater,id,anything,more.evidence\nann,nobody,3,claimed\n", ""},
        {"rater,id,anything.evidence\nann,nobody,seen\n",
         "2:12 line 2, column anything.evidence: `evidence` must be claimed, documented or "
         "verified, not `seen` [unknown-option]\n"},
        {"rater,id,x.expires\nann,nobody,2026-11-21\n",
         "1:10 line 1, column x.expires: a rating has no `expires` [unknown-key]\n"
         "hint: beside the column x may stand x.evidence and x.note\n"},
        {"rater,id,tone\nann,a,1\nann,a,1\n",
         "3:5 line 3, column id: `a` stands twice [duplicate-key]\n"
         "2:5 note: line 2, column id: first written here\n"},
    };
    CHECK_IN(cases, .unchecked = true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_in_yaml),      cmocka_unit_test(test_where_raters_are_named),
        cmocka_unit_test(test_columns),         cmocka_unit_test(test_rows),
        cmocka_unit_test(test_values),          cmocka_unit_test(test_two_raters),
        cmocka_unit_test(test_too_many_raters), cmocka_unit_test(test_without_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
