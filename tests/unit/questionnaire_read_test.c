/* The CSV questionnaire: what is read, as from the YAML file that says the same, and what is
 * refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/readers.h"
#include "support/told.h"

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  a:\n"
    "    criteria:\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      model: {ask: q, type: choice, options: {no: None, script: By script, free: script}, "
    "score: {points: {no: 0, script: 50, free: 100}}}\n"
    "      parts: {ask: q, type: set, options: {a: Alpha, b: 'B, or b', c: 'x; y | z', d: a}, "
    "score: {share_of: [a]}}\n"
    "      empty: {ask: q, type: set, options: [none, some], score: {share_of: [some]}}\n"
    "      years: {ask: q, type: number, unit: '%', range: [0, 400], score: {best: 10, worst: 0}}\n"
    "      since: {ask: q, type: date, score: {curve: {-900: 100, 0: 0}}}\n"
    "      story: {ask: q, type: text}\n"
    "      tone: {ask: q, type: rating}\n"
    "      cost: {type: number, computed: years * 2, score: {best: 1, worst: 9}}\n"
    "      gone: {ask: q, type: number, score: {best: 1, worst: 9}}\n";

enum { ISO, MODEL, PARTS, EMPTY, YEARS, SINCE, STORY, TONE, COST, GONE };

static const char *const ids[] = {"iso",   "model", "parts", "empty", "years",
                                  "since", "story", "tone",  "cost",  "gone"};

/* One file read against these criteria, as of 2026-11-21. */
struct reading {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source source;
    struct criteria criteria;
    struct answers answers;
};

static void read_file(struct reading *reading, const char *name, const char *bytes, bool unchecked)
{
    enum { AS_OF = 20778 };
    struct answer_reader reader;
    *reading = (struct reading){
        .criteria_source = source_of(criteria_yaml),
        .source = {.name = text_from(name), .bytes = text_from(bytes)},
    };
    assert_true(read_criteria(&reading->criteria_source, &reading->arena, &reading->criteria,
                              &reading->problems));
    reading->criteria.criteria[GONE].dropped = true;
    answers_init(&reading->answers, &reading->criteria);
    answer_reader_begin(&reader, unchecked ? NULL : &reading->criteria, &reading->answers, AS_OF,
                        &reading->problems);
    if (strstr(name, "yaml") != NULL)
        read_answers(&reader, &reading->source);
    else
        read_questionnaire(&reader, &reading->source, 0);
    answer_reader_end(&reader);
    answers_sort(&reading->answers);
}

static void release(struct reading *reading)
{
    answers_release(&reading->answers);
    problems_release(&reading->problems);
    arena_release(&reading->arena);
}

static const char *told_of(struct reading *reading)
{
    return told_whole(&reading->problems, &reading->arena);
}

#define EACH(i, cases)                                                                             \
    size_t i = 0;                                                                                  \
    (i) < sizeof(cases) / sizeof *(cases);                                                         \
    (i)++

/* --- What is read ------------------------------------------------------------------------- */

static void test_a_file(void **state)
{
    (void)state;
    struct reading reading;
    read_file(&reading, "in/Northwind.csv",
              "\xef\xbb\xbf"
              "criterion;question;answer;evidence;expires;source;note\r\n"
              "vendor;Your name?;Northwind Contact;;;;\r\n"
              "id;;north_1;;;;\r\n"
              ";Certificates;;;;;\r\n"
              "iso;Certified?;Yes;documented;2026-11-20;iso.pdf;\"Manila\nonly\"\r\n"
              "years;Years?;28 %;;;;\r\n"
              "\r\n"
              "story;Tell us;\" two\nlines \";;;;\r\n"
              "since;Since?;;;;;follows\r\n",
              false);
    assert_string_equal(told_of(&reading), "");
    const struct answers *answers = &reading.answers;
    assert_int_equal(answers->count, 1);
    assert_true(text_equal(answers->vendors[0].name, TEXT("Northwind Contact")));
    assert_true(text_equal(answers->vendors[0].id, TEXT("north_1")));
    assert_int_equal(answers->vendors[0].line, 3);
    assert_int_equal(answers->vendors[0].column, 5);
    const struct cell iso = answers_cell(answers, 0, ISO);
    assert_int_equal(iso.value.option, 1);
    assert_int_equal(iso.mark,
                     STATE_ANSWERED | EVIDENCE_DOCUMENTED << MARK_EVIDENCE_SHIFT | MARK_EXPIRED);
    const struct statement *statement = answers_statement(answers, 0, ISO);
    assert_true(text_equal(statement->source, TEXT("iso.pdf")));
    assert_true(text_equal(statement->note, TEXT("Manila\nonly")));
    assert_true(statement->has_expires);
    assert_true(answers_cell(answers, 0, YEARS).value.number == 28);
    assert_true(text_equal(answers_cell(answers, 0, STORY).value.text, TEXT("two\nlines")));
    assert_int_equal(answers_cell(answers, 0, SINCE).mark, STATE_OPEN);
    assert_true(text_equal(answers_statement(answers, 0, SINCE)->note, TEXT("follows")));
    assert_int_equal(answers_cell(answers, 0, MODEL).mark, STATE_OPEN);
    release(&reading);
}

static void test_as_in_yaml(void **state)
{
    (void)state;
    static const struct {
        uint32_t criterion;
        const char *cell;
        const char *yaml;
    } cases[] = {
        {ISO, "yes", "yes"},
        {ISO, " TRUE ", "true"},
        {ISO, "n/a", "n/a"},
        {ISO, "N/A", "n/a"},
        {ISO, "", "~"},
        {ISO, "~", "~"},
        {ISO, "NULL", "~"},
        /* Ids go before labels: the label of `free` is the id of another option. */
        {MODEL, "no", "no"},
        {MODEL, "None", "no"},
        {MODEL, "By script", "script"},
        {MODEL, "script", "script"},
        {MODEL, "free", "free"},
        {MODEL, "n/a", "n/a"},
        {PARTS, "b", "[b]"},
        {PARTS, "\"a,b\"", "[a, b]"},
        {PARTS, "a; c", "[a, c]"},
        {PARTS, "a|b|a", "[a, b]"},
        {PARTS, "\" a ;b , c| d\"", "[a, b, c, d]"},
        {PARTS, "Alpha", "[a]"},
        {PARTS, "a;Alpha;;b;", "[a, b]"},
        {PARTS, "\"B, or b\"", "[b]"},
        {PARTS, "\"Alpha, B, or b, c\"", "[a, b, c]"},
        {PARTS, "d|x; y | z|a", "[a, c, d]"},
        {PARTS, "none", "[]"},
        {PARTS, "None", "[]"},
        {PARTS, "[]", "[]"},
        {PARTS, "[ ]", "[]"},
        {PARTS, "\"[a, b]\"", "[a, b]"},
        {PARTS, "n/a", "n/a"},
        {PARTS, "", "~"},
        {EMPTY, "none", "[none]"},
        {EMPTY, "some;none", "[some, none]"},
        {EMPTY, "[]", "[]"},
        {YEARS, "28 %", "28"},
        {YEARS, "1e2", "100"},
        {YEARS, "7\xc2\xa0%", "7"},
        {SINCE, " 2020-02-29 ", "2020-02-29"},
        {STORY, "a, b", "'a, b'"},
        {STORY, "\"a, \"\"b\"\"\"", "'a, \"b\"'"},
        {STORY, "a # b", "'a # b'"},
        {STORY, "[]", "'[]'"},
        {STORY, "=1+1", "=1+1"},
        {GONE, "anything", "anything"},
        /* Line ends and tabs around a cell count as little as blanks. */
        {ISO, "\"yes\n\"", "yes"},
        {ISO, "\"\n\"", "~"},
        {PARTS, "\"a,\nb\n\"", "[a, b]"},
        {YEARS, "\"\t28\r\n\"", "28"},
        {SINCE, "\"\n2020-02-29\"", "2020-02-29"},
        {STORY, "\"a\n\nb\n\"", "\"a\\n\\nb\""},
    };
    for (EACH(i, cases)) {
        struct reading csv;
        struct reading yaml;
        char bytes[200];
        char document[200];
        const uint32_t criterion = cases[i].criterion;
        print_message("%s\n", cases[i].cell);
        (void)snprintf(bytes, sizeof bytes, "criterion\tanswer\n%s\t%s\n", ids[criterion],
                       cases[i].cell);
        read_file(&csv, "a.csv", bytes, false);
        assert_string_equal(told_of(&csv), "");
        (void)snprintf(document, sizeof document, "shortlist-answers: 1\nanswers: {%s: %s}\n",
                       ids[criterion], cases[i].yaml);
        read_file(&yaml, "a.yaml", document, false);
        assert_string_equal(told_of(&yaml), "");
        const struct cell read = answers_cell(&csv.answers, 0, criterion);
        const struct cell expected = answers_cell(&yaml.answers, 0, criterion);
        assert_int_equal(read.mark, expected.mark);
        if (mark_answered(read.mark))
            assert_true(
                value_equal(csv.criteria.criteria[criterion].type, &read.value, &expected.value));
        release(&csv);
        release(&yaml);
    }
}

/* Reserved words are known in any case, as spreadsheets capitalise what heads a column. */
static void test_who_answers(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        const char *bytes;
        const char *id;
        const char *name;
        uint32_t line;
    } cases[] = {
        {"in/Acme Corp.csv", "criterion,answer\niso,\n", "acme-corp", "acme-corp", 1},
        {"in/Acme Corp.csv", "criterion,answer\nvendor,ACME\n", "acme-corp", "ACME", 1},
        {"in/Acme Corp.csv", "criterion,answer\nvendor,\nid,\n", "acme-corp", "acme-corp", 1},
        {"in/Acme Corp.csv", "criterion,answer\nid,a1\nvendor,A One\n", "a1", "A One", 2},
        {"a.csv", " Criterion ,ANSWER\nVendor,A One\nID,a1\n", "a1", "A One", 3},
        {"-", "criterion,answer\nvendor,Zo\xc3\xab & Co.\n", "zo-co", "Zo\xc3\xab & Co.", 1},
        {"a.csv", "note,answer,criterion\nx,a1,id\n", "a1", "a1", 2},
    };
    for (EACH(i, cases)) {
        struct reading reading;
        read_file(&reading, cases[i].file, cases[i].bytes, false);
        assert_string_equal(told_of(&reading), "");
        assert_int_equal(reading.answers.count, 1);
        const struct vendor *vendor = &reading.answers.vendors[0];
        assert_true(text_equal(vendor->id, text_from(cases[i].id)));
        assert_true(text_equal(vendor->name, text_from(cases[i].name)));
        assert_int_equal(vendor->line, cases[i].line);
        release(&reading);
    }
}

/* --- What is refused ---------------------------------------------------------------------- */

struct refusal {
    const char *rows;
    const char *problems;
};

static void check_refusals(const char *file, const struct refusal *cases, size_t count,
                           bool unchecked)
{
    for (size_t i = 0; i < count; i++) {
        struct reading reading;
        struct text bytes;
        struct arena arena = {0};
        bytes = text_format(&arena, "criterion,answer,evidence,expires\n%s", cases[i].rows);
        read_file(&reading, file, bytes.ptr, unchecked);
        const char *problems = told_of(&reading);
        if (strcmp(problems, cases[i].problems) != 0)
            print_message("in example %zu:\n%s", i, cases[i].rows);
        assert_string_equal(problems, cases[i].problems);
        bool is_refused = reading.problems.totals[PROBLEM_ERROR] > 0;
        assert_int_equal(reading.answers.count, is_refused ? 0 : 1);
        assert_int_equal(reading.answers.unread_count, is_refused ? 1 : 0);
        release(&reading);
        arena_release(&arena);
    }
}

#define CHECK(cases) check_refusals("acme.csv", cases, sizeof(cases) / sizeof *(cases), false)

static void test_rows(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {",,,\n,~,,\nyears,,,\n", ""},
        {",yes,,\n", "2:1 line 2, column criterion: this row has an answer, but does not say to "
                     "which criterion "
                     "[missing-key]\n"
                     "hint: write the id of the criterion beside it\n"},
        {",,claimed,\n",
         "2:1 line 2, column criterion: this row has a cell in the column `evidence`, "
         "but does not say of which criterion [missing-key]\n"
         "hint: write the id of the criterion beside it\n"},
        {",~,,2027-06-30\n", "2:1 line 2, column criterion: this row has a cell in the column "
                             "`expires`, but does not say of which criterion [missing-key]\n"
                             "hint: write the id of the criterion beside it\n"},
        {"years,3,,\niso,yes,,\nyears,4,,\n",
         "4:1 line 4, column criterion: `years` stands twice [duplicate-key]\n"
         "2:1 note: line 2, column criterion: first written here\n"},
        {"years,,,\nyears,,,\n",
         "3:1 line 3, column criterion: `years` stands twice [duplicate-key]\n"
         "2:1 note: line 2, column criterion: first written here\n"},
        {"yeers,3,,\n", "2:1 line 2, column criterion: `yeers` is not asked in test "
                        "[unknown-criterion]\n"
                        "hint: did you mean `years`?\n"},
        {"Years,,,\n", "2:1 line 2, column criterion: `Years` is not asked in test "
                       "[unknown-criterion]\n"
                       "hint: did you mean `years`?\n"},
        {"tone,3,,\n",
         "2:1 line 2, column criterion: `tone` is answered by the buyer, not by vendors "
         "[not-asked]\n"},
        {"cost,3,,\n", "2:1 line 2, column criterion: `cost` is computed from other answers "
                       "[not-asked]\n"},
        {"one,1,,\ntwo,2,,\niso,yes,,\nthree,3,,\n",
         "1:1 3 of 4 answers are to nothing that is asked in test [other-criteria]\n"
         "hint: were they written for other criteria?\n"},
    };
    CHECK(cases);
}

static void test_values(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"iso,maybe,,\n",
         "2:5 line 2, column answer of iso: `iso` must be yes or no, not `maybe` [wrong-type]\n"},
        {"iso,x,,\n",
         "2:5 line 2, column answer of iso: `iso` must be yes or no, not `x` [wrong-type]\n"
         "hint: write yes\n"},
        {"years,\"1,5\",,\n",
         "2:7 line 2, column answer of years: `1,5` is not written as a decimal number "
         "[bad-number]\n"
         "hint: write 1.5 for a fraction, and 1500 without a sign between thousands\n"},
        {"years,401,,\n",
         "2:7 line 2, column answer of years: `years` must be between 0 and 400, not 401 "
         "[out-of-range]\n"},
        {"years,3 USD,,\n",
         "2:7 line 2, column answer of years: `years` is asked in %, not in `USD` [wrong-unit]\n"
         "hint: behind the number may stand %, or nothing\n"},
        {"since,31.12.2026,,\n",
         "2:7 line 2, column answer of since: `31.12.2026` is not a date [bad-date]\n"
         "hint: write 2026-12-31\n"},
        {"model,by script,,\n", "2:7 line 2, column answer of model: `by script` is not an option "
                                "of `model` [unknown-option]\n"
                                "hint: did you mean `script`?\n"},
        {"model,\"no, free\",,\n", "2:7 line 2, column answer of model: `no, free` is not an "
                                   "option of `model` [unknown-option]\n"
                                   "hint: the options are no, script, free\n"},
        {"parts,a/b,,\n",
         "2:7 line 2, column answer of parts: `a/b` is not an option of `parts` [unknown-option]\n"
         "hint: the options are a, b, c, d\n"},
        {"parts,a;alpha,,\n", "2:7 line 2, column answer of parts: `alpha` is not an option of "
                              "`parts` [unknown-option]\n"
                              "hint: did you mean `a`?\n"},
        {"parts,a;none,,\n",
         "2:7 line 2, column answer of parts: `none` is not an option of `parts` [unknown-option]\n"
         "hint: the options are a, b, c, d\n"},
        {"parts,;,,\n",
         "2:7 line 2, column answer of parts: `;` is not an option of `parts` [unknown-option]\n"
         "hint: the options are a, b, c, d\n"},
        {"iso,yes,verified,\n", "2:9 line 2, column evidence of iso: `verified` is the buyer's "
                                "word: nobody grades himself "
                                "[self-verified]\n"
                                "hint: write documented and name the document as its source\n"},
        {"iso,yes,documentd,\n", "2:9 line 2, column evidence of iso: `evidence` must be claimed "
                                 "or documented, not `documentd` "
                                 "[unknown-option]\n"
                                 "hint: did you mean `documented`?\n"},
        {"iso,yes,documented,2027-02-29\n",
         "2:20 line 2, column expires of iso: `2027-02-29` is not in the calendar [bad-date]\n"},
        {"story,\"two\nlines\",,\niso,ja,,\n",
         "4:5 line 4, column answer of iso: `iso` must be yes or no, not `ja` [wrong-type]\n"
         "hint: write yes\n"},
    };
    CHECK(cases);
}

static void test_vendor_rows(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"vendor,A,,\nvendor,B,,\n",
         "3:1 line 3, column criterion: `vendor` stands twice [duplicate-key]\n"
         "2:1 note: line 2, column criterion: first written here\n"
         "hint: a questionnaire holds the answers of one vendor\n"},
        {"id,a,,\nID,b,,\n", "3:1 line 3, column criterion: `id` stands twice [duplicate-key]\n"
                             "2:1 note: line 2, column criterion: first written here\n"
                             "hint: a questionnaire holds the answers of one vendor\n"},
        {"id,Acme,,\n",
         "2:4 line 2, column answer of id: `Acme` cannot be the id of a vendor: it must "
         "begin with a small letter or a digit [bad-id]\n"
         "hint: write acme\n"},
    };
    CHECK(cases);
    static const struct refusal nameless[] = {
        {"years,3,,\n",
         "1:1 no id can be made from the file's name: it has none of a-z and 0-9 [bad-id]\n"
         "hint: state one in a row: id as the criterion, acme as its answer\n"},
    };
    check_refusals("\xe6\x97\xa5.csv", nameless, 1, false);
}

/* Columns for people are passed over; what is nearly called like another one is told. */
static void test_unread_columns(void **state)
{
    (void)state;
    static const struct {
        const char *header;
        const char *problems;
    } cases[] = {
        {"criterion,question,help,type,unit,allowed "
         "answers,share,answer,evidence,expires,source,note",
         ""},
        {"Criterion,Question,Allowed  Answers,Answer,EVIDENCE,\"note\n\"", ""},
        {"criterion,answer,Remarks,done", ""},
        {"criterion,answer,expire", "1:18 the column `expire` is passed over [unread-column]\n"
                                    "hint: did you mean `expires`?\n"},
        {"criterion,answers,answer,Notes",
         "1:11 the column `answers` is passed over [unread-column]\n"
         "hint: did you mean `answer`?\n"
         "1:26 the column `Notes` is passed over [unread-column]\n"
         "hint: did you mean `note`?\n"},
        {"criterion,answer,Answer,Note,note",
         "1:18 line 1, column Answer: `Answer` stands twice [duplicate-key]\n"
         "1:11 note: line 1, column answer: first written here\n"
         "1:30 line 1, column note: `note` stands twice [duplicate-key]\n"
         "1:25 note: line 1, column Note: first written here\n"},
        {"criterion,answer,note,note",
         "1:23 line 1, column note: `note` stands twice [duplicate-key]\n"
         "1:18 note: line 1, column note: first written here\n"},
    };
    for (EACH(i, cases)) {
        struct reading reading;
        struct arena arena = {0};
        size_t columns = 1;
        for (const char *c = cases[i].header; *c != '\0'; c++)
            columns += *c == ',';
        struct text_buffer bytes = {.arena = &arena};
        buffer_format(&bytes, "%s\niso", cases[i].header);
        for (size_t c = 1; c < columns; c++)
            buffer_add_char(&bytes, ',');
        print_message("%s\n", cases[i].header);
        read_file(&reading, "acme.csv", buffer_text(&bytes).ptr, false);
        assert_string_equal(told_of(&reading), cases[i].problems);
        release(&reading);
        arena_release(&arena);
    }
}

/* Without criteria: what can be told of the file alone. */
static void test_without_criteria(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        {"vendor,A,,\nanything,3,,\n", ""},
        {"anything,3,,\nanything,4,,\n",
         "3:1 line 3, column criterion: `anything` stands twice [duplicate-key]\n"
         "2:1 note: line 2, column criterion: first written here\n"},
        {"anything,3,guessed,\n", "2:12 line 2, column evidence of anything: `evidence` must be "
                                  "claimed or documented, not `guessed` "
                                  "[unknown-option]\n"},
    };
    check_refusals("acme.csv", cases, sizeof cases / sizeof *cases, true);
}

/* Rows that cannot be read are the errors of their vendor. */
static void test_broken(void **state)
{
    (void)state;
    struct reading reading;
    read_file(&reading, "acme.csv", "criterion,answer\nid,a1\nyears\niso,yes\n", false);
    assert_string_equal(told(&reading.problems, &reading.arena), "3:6 ragged-row\n");
    assert_int_equal(reading.answers.count, 0);
    assert_int_equal(reading.answers.unread_count, 1);
    assert_true(text_equal(reading.answers.unread[0].id, TEXT("a1")));
    assert_int_equal(reading.answers.unread[0].errors, 1);
    release(&reading);
    static const char *const nothing[] = {"", "\n", "criterion,answer\n", "criterion,answer\n,\n"};
    for (EACH(i, nothing)) {
        read_file(&reading, "acme.csv", nothing[i], false);
        assert_non_null(strstr(told_of(&reading), "[empty-file]"));
        assert_int_equal(reading.answers.count, 0);
        assert_int_equal(reading.answers.unread_count, 1);
        assert_true(text_equal(reading.answers.unread[0].id, TEXT("acme")));
        release(&reading);
    }
}

static void test_limits(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_buffer rows = {.arena = &arena};
    struct reading reading;
    buffer_add(&rows, TEXT("criterion,answer\n"));
    for (size_t i = 0; i < 100001; i++)
        buffer_add(&rows, TEXT("a,\n"));
    read_file(&reading, "acme.csv", buffer_text(&rows).ptr, false);
    assert_string_equal(told_of(&reading),
                        "0:0 the sheet has more than 100,000 rows [too-large]\n");
    release(&reading);
    while (rows.len <= 10 * 1024 * 1024)
        buffer_add(&rows,
                   TEXT(",                                                              \n"));
    read_file(&reading, "acme.csv", buffer_text(&rows).ptr, false);
    assert_string_equal(told_of(&reading), "0:0 the sheet is larger than 10 MiB [too-large]\n");
    release(&reading);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file),         cmocka_unit_test(test_as_in_yaml),
        cmocka_unit_test(test_who_answers),    cmocka_unit_test(test_rows),
        cmocka_unit_test(test_values),         cmocka_unit_test(test_vendor_rows),
        cmocka_unit_test(test_unread_columns), cmocka_unit_test(test_without_criteria),
        cmocka_unit_test(test_broken),         cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
