/* Answers from YAML into columns; and from paths to the whole of the inputs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../src/input/readers.h"
#include "shortlist/load.h"
#include "support/told.h"

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  c:\n"
    "    criteria:\n"
    "      sure: {ask: q, type: yes_no, proof: yes}\n"
    "      model: {ask: q, type: choice, options: {no: None, some: Some of them, all: All}, "
    "score: {points: {no: 0, some: 50, all: 100}}}\n"
    "      parts: {ask: q, type: set, options: [a, b, d], score: {share_of: [a]}}\n"
    "      price: {ask: q, type: number, unit: USD, range: [0, 100], score: {best: 1, worst: 9}}\n"
    "      count: {ask: q, type: number, score: {best: 1, worst: 9}}\n"
    "      since: {ask: q, type: date, score: {curve: {-10: 1, 0: 2}}}\n"
    "      note: {ask: q, type: text}\n"
    "      tone: {ask: q, type: rating}\n"
    "      cost: {type: number, computed: price * 2, score: {best: 1, worst: 9}}\n"
    "      gone: {ask: q, type: number, score: {best: 1, worst: 9}}\n";

enum { SURE, MODEL, PARTS, PRICE, COUNT, SINCE, NOTE, TONE, COST, GONE };

struct read {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source source;
    struct criteria criteria;
    struct answers answers;
};

/* Reads answers as of 2026-11-21; the criterion `gone` is dropped. */
static void read_bytes(struct read *read, const char *name, struct text yaml, bool unchecked)
{
    struct answer_reader reader;
    const struct criteria nothing = {0};
    memset(read, 0, sizeof *read);
    read->criteria_source = source_of(criteria_yaml);
    read->source = source_of_text(yaml);
    read->source.name = text_from(name);
    assert_true(
        read_criteria(&read->criteria_source, &read->arena, &read->criteria, &read->problems));
    read->criteria.criteria[GONE].dropped = true;
    answers_init(&read->answers, unchecked ? &nothing : &read->criteria);
    answer_reader_begin(&reader, unchecked ? NULL : &read->criteria, &read->answers, 20778,
                        &read->problems);
    read_answers(&reader, &read->source);
    answer_reader_end(&reader);
    answers_sort(&read->answers);
    if (refuse_two_vendors(&read->answers, &read->problems))
        answers_sort(&read->answers);
}

static void read_yaml(struct read *read, const char *yaml)
{
    read_bytes(read, "vendors/Acme & Co.yaml", text_from(yaml), false);
}

static void release(struct read *read)
{
    answers_release(&read->answers);
    problems_release(&read->problems);
    arena_release(&read->arena);
}

#define HEAD "shortlist-answers: 1\nid: acme\n"
#define ANSWERS(text) HEAD "answers: {" text "}\n"

/* --- Values ------------------------------------------------------------------------------- */

static void test_a_vendor(void **state)
{
    (void)state;
    struct read read;
    read_yaml(&read, "shortlist-answers: 1\n"
                     "vendor: Acme & Co\n"
                     "id: acme\n"
                     "answers:\n"
                     "  sure:\n"
                     "    value: yes\n"
                     "    evidence: documented\n"
                     "    expires: 2026-11-20\n"
                     "    source: iso.pdf\n"
                     "    note: Manila only\n"
                     "  model: no\n"
                     "  parts: [d, a, d]\n"
                     "  price: 14.5 USD\n"
                     "  count: '1e3'\n"
                     "  since: 2020-02-29\n"
                     "  note: \"a\\nb\"\n"
                     "  gone: whatever\n");
    assert_string_equal(told_whole(&read.problems, &read.arena), "");
    const struct answers *answers = &read.answers;
    assert_int_equal(answers->count, 1);
    assert_int_equal(answers->unread_count, 0);
    assert_true(text_equal(answers->vendors[0].id, TEXT("acme")));
    assert_true(text_equal(answers->vendors[0].name, TEXT("Acme & Co")));
    assert_int_equal(answers->vendors[0].line, 3);
    assert_int_equal(answers->columns[SURE].options[0], 1);
    assert_int_equal(mark_state(answers->columns[SURE].marks[0]), STATE_ANSWERED);
    assert_int_equal(mark_evidence(answers->columns[SURE].marks[0]), EVIDENCE_DOCUMENTED);
    assert_true(answers->columns[SURE].marks[0] & MARK_EXPIRED);
    assert_int_equal(answers->columns[MODEL].options[0], 0);
    assert_int_equal(answers->columns[PARTS].sets[0], 5);
    assert_true(answers->columns[PRICE].numbers[0] == 14.5);
    assert_true(answers->columns[COUNT].numbers[0] == 1000);
    assert_int_equal(answers->columns[SINCE].days[0], 18321); /* date -d 2020-02-29 +%s / 86400 */
    assert_true(text_equal(answers->columns[NOTE].texts[0], TEXT("a\nb")));
    assert_int_equal(mark_state(answers->columns[GONE].marks[0]), STATE_OPEN);
    const struct statement *statement = answers_statement(answers, 0, SURE);
    assert_true(text_equal(statement->source, TEXT("iso.pdf")));
    assert_true(text_equal(statement->note, TEXT("Manila only")));
    assert_int_equal(statement->expires, 20777);
    assert_null(answers_statement(answers, 0, MODEL));
    release(&read);
}

static void test_states(void **state)
{
    (void)state;
    static const struct {
        const char *answer;
        enum answer_state state;
    } cases[] = {
        {"price: 1", STATE_ANSWERED},
        {"price: ~", STATE_OPEN},
        {"price: ", STATE_OPEN},
        {"price: Null", STATE_OPEN},
        {"price: ''", STATE_OPEN},
        {"price: ' '", STATE_OPEN},
        {"price: 'null'", STATE_OPEN},
        {"price: n/a", STATE_NA},
        {"price: 'N/A'", STATE_NA},
        {"price: {value: n/a}", STATE_NA},
        {"price: {value: ~}", STATE_OPEN},
        {"price: {note: will follow}", STATE_OPEN},
        {"price: {value: 1}", STATE_ANSWERED},
        {"", STATE_OPEN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read read;
        char yaml[200];
        (void)snprintf(yaml, sizeof yaml, ANSWERS("%s"), cases[i].answer);
        read_yaml(&read, yaml);
        assert_string_equal(told_whole(&read.problems, &read.arena), "");
        assert_int_equal(mark_state(read.answers.columns[PRICE].marks[0]), cases[i].state);
        release(&read);
    }
}

/* Evidence and expiry count with an answer only; what else was said stays. */
static void test_evidence_marks(void **state)
{
    (void)state;
    static const struct {
        const char *answer;
        enum evidence_level evidence;
        bool expired;
        bool stated;
    } cases[] = {
        {"yes", EVIDENCE_UNSTATED, false, false},
        {"{value: yes, evidence: claimed}", EVIDENCE_CLAIMED, false, false},
        {"{value: yes, evidence: documented, expires: 2026-11-21}", EVIDENCE_DOCUMENTED, false,
         true},
        {"{value: yes, evidence: documented, expires: 2026-11-20}", EVIDENCE_DOCUMENTED, true,
         true},
        {"{value: ~, evidence: documented, expires: 2026-11-20}", EVIDENCE_UNSTATED, false, true},
        {"{value: n/a, evidence: documented, note: x}", EVIDENCE_UNSTATED, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read read;
        char yaml[200];
        (void)snprintf(yaml, sizeof yaml, ANSWERS("sure: %s"), cases[i].answer);
        read_yaml(&read, yaml);
        assert_string_equal(told_whole(&read.problems, &read.arena), "");
        uint8_t mark = read.answers.columns[SURE].marks[0];
        assert_int_equal(mark_evidence(mark), cases[i].evidence);
        assert_int_equal((mark & MARK_EXPIRED) != 0, cases[i].expired);
        assert_int_equal(answers_statement(&read.answers, 0, SURE) != NULL, cases[i].stated);
        release(&read);
    }
}

struct example {
    const char *yaml;
    const char *problems;
};

static void check_examples(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct read read;
        read_yaml(&read, examples[i].yaml);
        const char *problems = told_whole(&read.problems, &read.arena);
        if (strcmp(problems, examples[i].problems) != 0)
            print_message("in example %zu:\n%s", i, examples[i].yaml);
        assert_string_equal(problems, examples[i].problems);
        release(&read);
    }
}

#define CHECK(examples) check_examples(examples, sizeof examples / sizeof *examples)

static void test_refused_values(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {ANSWERS("sure: TRUE"), ""},
        {ANSWERS("sure: maybe"), "3:17 `sure` must be yes or no, not `maybe` [wrong-type]\n"},
        {ANSWERS("sure: [yes]"), "3:17 `sure` must be a single value, not a list [wrong-type]\n"},
        {ANSWERS("model: som"), "3:18 `som` is not an option of `model` [unknown-option]\n"
                                "hint: did you mean `some`?\n"},
        {ANSWERS("model: Some of them"),
         "3:18 `Some of them` is not an option of `model` [unknown-option]\n"
         "hint: did you mean `some`?\n"},
        {ANSWERS("model: false"), "3:18 `false` is not an option of `model` [unknown-option]\n"
                                  "hint: the options are no, some, all\n"},
        {ANSWERS("model: \"no\\0\""), "3:18 `model` holds a NUL character [wrong-type]\n"},
        {ANSWERS("parts: []"), ""},
        {ANSWERS("parts: a"), ""},
        {ANSWERS("parts: [a, x]"), "3:22 `x` is not an option of `parts` [unknown-option]\n"
                                   "hint: the options are a, b, d\n"},
        {ANSWERS("parts: 'a, b'"), "3:18 `parts` must be a list, not `a, b` [wrong-type]\n"
                                   "hint: put it in brackets, without quotes: [a, b]\n"},
        {ANSWERS("parts: none"), "3:18 `none` is not an option of `parts` [unknown-option]\n"
                                 "hint: the options are a, b, d\n"
                                 "hint: for none of the options write []\n"},
        {ANSWERS("parts: [[a], ~]"),
         "3:19 an item of `parts` must be an option, not a list [wrong-type]\n"
         "3:24 an item of `parts` must be an option, not nothing [wrong-type]\n"},
        {ANSWERS("price: 100"), ""},
        {ANSWERS("price: 28USD"), ""},
        {ANSWERS("price: 100.1"),
         "3:18 `price` must be between 0 and 100, not 100.1 [out-of-range]\n"},
        {ANSWERS("price: -1 USD"),
         "3:18 `price` must be between 0 and 100, not -1 USD [out-of-range]\n"},
        {ANSWERS("price: 14 EUR"), "3:18 `price` is asked in USD, not in `EUR` [wrong-unit]\n"
                                   "hint: behind the number may stand USD, or nothing\n"},
        {ANSWERS("price: 14 usd"), ""},
        {ANSWERS("price: 14\xc2\xa0USD"), ""},
        {ANSWERS("price: 14\xe2\x80\xafUSD"), ""},
        {ANSWERS("price: USD 14"), "3:18 `USD 14` is not a number [bad-number]\n"
                                   "hint: write a decimal number, as in 12 or 1.5\n"},
        {ANSWERS("price: 12-14"), "3:18 `12-14` is not a number [bad-number]\n"
                                  "hint: write the number alone\n"},
        {ANSWERS("price: '1,5'"),
         "3:18 `1,5` is not written as a decimal number [bad-number]\n"
         "hint: write 1.5 for a fraction, and 1500 without a sign between thousands\n"},
        {ANSWERS("count: 5 %"),
         "3:18 `count` is a number without a unit: `%` cannot stand behind it [wrong-unit]\n"
         "hint: write the number alone\n"},
        {ANSWERS("count: 4 of 5"),
         "3:18 `count` is a number without a unit: `of 5` cannot stand behind it [wrong-unit]\n"
         "hint: write the number alone\n"},
        {ANSWERS("count: 1e999"), "3:18 `1e999` is not written as a decimal number [bad-number]\n"
                                  "hint: write a number below 1e308\n"},
        {ANSWERS("since: 2026-02-30"), "3:18 `2026-02-30` is not in the calendar [bad-date]\n"},
        {ANSWERS("since: today"), "3:18 `today` is not a date [bad-date]\n"
                                  "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("note: [a]"), "3:17 `note` must be a single value, not a list [wrong-type]\n"},
        {ANSWERS("note: 17"), ""},
        {ANSWERS("note: \"a\\0b\""), ""},
        {ANSWERS("note: {value: {}}"), "3:25 `note` must be a value, not a mapping [wrong-type]\n"},
        {ANSWERS("sure: {value: yes, evidence: verified}"),
         "3:40 `verified` is the buyer's word: nobody grades himself [self-verified]\n"
         "hint: write documented and name the document as its source\n"},
        {ANSWERS("sure: {value: yes, proof: x}"),
         "3:30 `proof` is not a key of an answer [unknown-key]\n"},
        {ANSWERS("sure: {value: yes, expires: soon}"), "3:39 `soon` is not a date [bad-date]\n"
                                                       "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("sure: *x"), "3:17 an alias (*) cannot be used here [yaml-feature]\n"
                              "hint: write the value out; if it is a text, put it in quotes\n"},
    };
    CHECK(examples);
}

/* What vendors write by the habits of their own language or of a form. */
static void test_other_habits(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {ANSWERS("sure: Ja"), "3:17 `sure` must be yes or no, not `Ja` [wrong-type]\n"
                              "hint: write yes\n"},
        {ANSWERS("sure: n"), "3:17 `sure` must be yes or no, not `n` [wrong-type]\n"
                             "hint: write no\n"},
        {ANSWERS("sure: n.a."), "3:17 `sure` must be yes or no, not `n.a.` [wrong-type]\n"
                                "hint: write n/a where the question does not apply\n"},
        {ANSWERS("model: N.A."), "3:18 `N.A.` is not an option of `model` [unknown-option]\n"
                                 "hint: write n/a where the question does not apply\n"},
        {ANSWERS("price: None"), "3:18 `None` is not a number [bad-number]\n"
                                 "hint: write n/a where the question does not apply\n"},
        {ANSWERS("since: n.a."), "3:18 `n.a.` is not a date [bad-date]\n"
                                 "hint: write n/a where the question does not apply\n"},
        {ANSWERS("price: N/A, note: none"), ""},
        {ANSWERS("since: 31.12.2026"), "3:18 `31.12.2026` is not a date [bad-date]\n"
                                       "hint: write 2026-12-31\n"},
        {ANSWERS("since: 1.3.2027"), "3:18 `1.3.2027` is not a date [bad-date]\n"
                                     "hint: write 2027-03-01\n"},
        {ANSWERS("since: 2027-3-1"), "3:18 `2027-3-1` is not a date [bad-date]\n"
                                     "hint: write 2027-03-01\n"},
        {ANSWERS("since: 12/31/2026"), "3:18 `12/31/2026` is not a date [bad-date]\n"
                                       "hint: write 2026-12-31\n"},
        {ANSWERS("since: 2027-03-01 08.00"), "3:18 `2027-03-01 08.00` is not a date [bad-date]\n"
                                             "hint: write 2027-03-01\n"},
        /* Which is the month? And what cannot be a day. */
        {ANSWERS("since: 03/04/2027"), "3:18 `03/04/2027` is not a date [bad-date]\n"
                                       "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("since: 1.3.27"), "3:18 `1.3.27` is not a date [bad-date]\n"
                                   "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("since: 31.2.2027"), "3:18 `31.2.2027` is not a date [bad-date]\n"
                                      "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("since: 1.3-2027"), "3:18 `1.3-2027` is not a date [bad-date]\n"
                                     "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {ANSWERS("sure: {value: yes, evidence: verifed}"),
         "3:40 `evidence` must be claimed or documented, not `verifed` [unknown-option]\n"},
        {ANSWERS("sure: {value: yes, evidence: document}"),
         "3:40 `evidence` must be claimed or documented, not `document` [unknown-option]\n"
         "hint: did you mean `documented`?\n"},
    };
    CHECK(examples);
}

static void test_thousands(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {ANSWERS("count: 12.000"), "3:18 `12.000` is read as 12 [thousands]\n"
                                   "hint: write 12000 if thousands are meant, or 12\n"},
        {ANSWERS("count: '-1.000'"), "3:18 `-1.000` is read as -1 [thousands]\n"
                                     "hint: write -1000 if thousands are meant, or -1\n"},
        {ANSWERS("price: 100.000 USD"), "3:18 `100.000` is read as 100 [thousands]\n"
                                        "hint: write 100000 if thousands are meant, or 100\n"},
        {ANSWERS("price: 120.000"),
         "3:18 `price` must be between 0 and 100, not 120.000 [out-of-range]\n"
         "hint: it is read as 120\n"},
        {ANSWERS("count: 12.00"), ""},
        {ANSWERS("count: 12.0000"), ""},
        {ANSWERS("count: 12.500"), ""},
        {ANSWERS("count: 1234.000"), ""},
        {ANSWERS("count: 0.000"), ""},
        {ANSWERS("note: 12.000"), ""},
    };
    CHECK(examples);
}

/* Of texts alone: a comment behind any other answer cuts nothing. */
static void test_comments(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {HEAD "answers:\n  note: Building #3\n  price: 4 # a day\n  model: some # of them\n",
         "4:17 what follows the # is a comment, no part of the value [comment-in-text]\n"
         "hint: put the whole value in quotes, or set the comment off by two blanks\n"},
        {HEAD "vendor: Acme  # to be\nanswers:\n  note: 'Building #3'\n", ""},
    };
    CHECK(examples);
}

static void test_refused_keys(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {ANSWERS("prices: 1"), "3:11 `prices` is not asked in test [unknown-criterion]\n"
                               "hint: did you mean `price`?\n"},
        {ANSWERS("price: 1,5"),
         "3:20 `5` is not asked in test [unknown-criterion]\n"
         "hint: a comma ends a value between { and }: if it belongs to the value, put the whole of "
         "that in quotes\n"},
        {ANSWERS("price:1"), "3:11 `price:1` is not asked in test [unknown-criterion]\n"
                             "hint: behind the colon of a key stands a space\n"},
        {ANSWERS("price: 1, price: 2"), "3:21 `price` stands twice [duplicate-key]\n"
                                        "3:11 note: first written here\n"},
        {ANSWERS("price: 1, sure: yes, price: 2"), "3:32 `price` stands twice [duplicate-key]\n"
                                                   "3:11 note: first written here\n"},
        {ANSWERS("tone: 4"), "3:11 `tone` is answered by the buyer, not by vendors [not-asked]\n"},
        {ANSWERS("cost: 4"), "3:11 `cost` is computed from other answers [not-asked]\n"},
        {ANSWERS("gone: [{}]"), ""},
        {ANSWERS("x: 1, y: 2, price: 3"), "3:11 `x` is not asked in test [unknown-criterion]\n"
                                          "3:17 `y` is not asked in test [unknown-criterion]\n"},
        {ANSWERS("x: 1, y: 2, price: 3, sure: yes"),
         "3:11 `x` is not asked in test [unknown-criterion]\n"
         "3:17 `y` is not asked in test [unknown-criterion]\n"},
        {ANSWERS("x: 1, y: 2, z: 2, price: wrong"),
         "3:1 3 of 4 answers are to nothing that is asked in test [other-criteria]\n"
         "hint: were they written for other criteria?\n"},
        {HEAD "answers: [price]\n", "3:10 `answers` must be a mapping, not a list [wrong-type]\n"},
        {HEAD "answers:\n", ""},
        {HEAD, "1:1 an answers file needs `answers` [missing-key]\n"},
        {HEAD "answers: {}\nweights: {}\n",
         "4:1 `weights` is not a key of an answers file [unknown-key]\n"},
    };
    CHECK(examples);
}

/* --- Documents ---------------------------------------------------------------------------- */

#define ONE "shortlist-answers: 1\n"

static void test_ids(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        const char *yaml;
        const char *id; /* of the first vendor; NULL: refused */
    } cases[] = {
        {"v/Acme & Co.yaml", ONE "answers: {}\n", "acme-co"},
        {"v/--x_1--.yaml", ONE "answers: {}\n", "x_1"},
        {"v/_x.yaml", ONE "answers: {}\n", "x"},
        {"\xc3\x9c"
         "ber.yaml",
         ONE "answers: {}\n", "ber"},
        {"\xe6\x9d\xb1.yaml", ONE "answers: {}\n", NULL},
        {"a.yaml", ONE "id: 1_b-c\nanswers: {}\n", "1_b-c"},
        {"a.yaml", ONE "id: B\nanswers: {}\n", NULL},
        {"a.yaml", ONE "id: -b\nanswers: {}\n", NULL},
        {"a.yaml", ONE "id: a/b\nanswers: {}\n", NULL},
        {"a.yaml", ONE "id: ''\nanswers: {}\n", NULL},
        {"a.yaml", ONE "id: ~\nanswers: {}\n", NULL},
        {"a.yaml", ONE "vendor: B\nanswers: {}\n", "a"},
        {"-", ONE "vendor: B b\nanswers: {}\n", "b-b"},
        {"-", ONE "answers: {}\n", NULL},
        {"a.yaml", ONE "vendor: B\nanswers: {}\n---\n" ONE "id: c\nanswers: {}\n", "b"},
        {"a.yaml", ONE "answers: {}\n---\n" ONE "id: c\nanswers: {}\n", "c"},
        {"a23456789a123456789a123456789a123456789a123456789a123456789a12345.yaml",
         ONE "answers: {}\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read read;
        read_bytes(&read, cases[i].path, text_from(cases[i].yaml), false);
        if (cases[i].id != NULL) {
            assert_true(text_equal(read.answers.vendors[0].id, text_from(cases[i].id)));
        } else {
            assert_int_equal(read.answers.count, 0);
            assert_int_equal(read.problems.items[0].code, strstr(cases[i].yaml, "id: ~") != NULL
                                                              ? PROBLEM_WRONG_TYPE
                                                              : PROBLEM_BAD_ID);
        }
        release(&read);
    }
}

/* The document with an error is unread, the others stay. */
static void test_unread(void **state)
{
    (void)state;
    struct read read;
    read_yaml(&read, ONE "id: a\nvendor: A\nanswers: {price: 1, count: 1}\n---\n" ONE
                         "id: b\nvendor: B\nanswers: {price: x, sure: x, note: n}\n---\n" ONE
                         "id: c\nanswers: {price: 3}\n");
    assert_string_equal(told(&read.problems, &read.arena), "9:18 bad-number\n9:27 wrong-type\n");
    assert_int_equal(read.answers.count, 2);
    assert_true(text_equal(read.answers.vendors[1].id, TEXT("c")));
    assert_true(read.answers.columns[PRICE].numbers[1] == 3);
    assert_int_equal(mark_state(read.answers.columns[COUNT].marks[1]), STATE_OPEN);
    assert_int_equal(mark_state(read.answers.columns[NOTE].marks[1]), STATE_OPEN);
    assert_int_equal(read.answers.unread_count, 1);
    assert_true(text_equal(read.answers.unread[0].id, TEXT("b")));
    assert_true(text_equal(read.answers.unread[0].name, TEXT("B")));
    assert_int_equal(read.answers.unread[0].errors, 2);
    release(&read);
}

static void test_unreadable_documents(void **state)
{
    (void)state;
    static const struct {
        const char *yaml;
        const char *problems;
        size_t vendors;
        size_t unread;
    } cases[] = {
        {"", "0:0 empty-file\n", 0, 1},
        {"# nothing\n", "0:0 empty-file\n", 0, 1},
        {"--- \n", "2:1 empty-file\n", 0, 1},
        {ONE "answers: {a", "2:10 yaml-syntax\n", 0, 1},
        {ONE "id: a\nanswers: {}\n---\n" ONE "id: b\nanswers: {", "7:10 yaml-syntax\n", 1, 1},
        {ONE "id: a\nanswers: {}\n---\n", "5:1 empty-file\n", 1, 1},
        {ONE "id: a\nanswers: {}\n...\nid: b\n", "5:1 yaml-syntax\n", 0, 1},
        {ONE "id: a\nanswers: {}\n---\nshortlist-criteria: 1\n", "5:1 kind-changes\n", 1, 1},
        {ONE "id: a\nanswers: {}\n---\nid: b\nshortlist-answers: 1\n", "6:1 unknown-kind\n", 1, 1},
        {"shortlist-answers: 2\n", "1:20 unknown-version\n", 0, 1},
        {"\xff", "1:1 not-utf8\n", 0, 1},
        {"%PDF-1.7", "0:0 not-text\n", 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read read;
        read_yaml(&read, cases[i].yaml);
        assert_string_equal(told(&read.problems, &read.arena), cases[i].problems);
        assert_int_equal(read.answers.count, cases[i].vendors);
        assert_int_equal(read.answers.unread_count, cases[i].unread);
        if (cases[i].vendors == 0 && strstr(cases[i].yaml, "id: a") == NULL)
            assert_true(text_equal(read.answers.unread[0].id, TEXT("acme-co")));
        release(&read);
    }
}

static void test_two_vendors(void **state)
{
    (void)state;
    struct read read;
    read_yaml(&read,
              ONE "id: a\nanswers: {price: 1}\n---\n" ONE "id: b\nanswers: {price: 2}\n---\n" ONE
                  "id: a\nanswers: {price: 3}\n---\n" ONE "id: a\nanswers: {price: x}\n");
    assert_string_equal(told_whole(&read.problems, &read.arena),
                        "10:5 the vendor `a` has answered already [two-vendors]\n"
                        "2:5 note: its first answers stand here\n"
                        "14:5 the vendor `a` has answered already [two-vendors]\n"
                        "2:5 note: its first answers stand here\n"
                        "15:18 `x` is not a number [bad-number]\n"
                        "hint: write a decimal number, as in 12 or 1.5\n");
    assert_int_equal(read.answers.count, 1);
    assert_true(read.answers.columns[PRICE].numbers[0] == 2);
    assert_int_equal(read.answers.unread_count, 3);
    assert_int_equal(read.answers.unread[2].errors, 2);
    release(&read);
}

/* Documents that have no id do not have the same one. */
static void test_two_vendors_without_an_id(void **state)
{
    (void)state;
    struct read read;
    read_yaml(&read, ONE "answers: {price: 1}\n---\n" ONE "vendor: \xe6\x9d\xb1\nanswers: {}\n");
    assert_string_equal(told(&read.problems, &read.arena), "1:1 bad-id\n4:1 bad-id\n");
    assert_int_equal(read.answers.count, 0);
    assert_int_equal(read.answers.unread_count, 2);
    release(&read);
}

/* Without criteria to check against, a document is read by itself. */
static void test_unchecked(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {ANSWERS("anything: goes, price: x"), ""},
        {ANSWERS("x: 1, x: 2"), "3:17 duplicate-key\n"},
        {ANSWERS("x: {valu: 1}"), "3:15 unknown-key\n"},
        {ANSWERS("x: {value: 1, evidence: verified}"), "3:35 self-verified\n"},
        {ONE "id: A\nanswers: {}\n", "2:5 bad-id\n"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct read read;
        read_bytes(&read, "a.yaml", text_from(examples[i].yaml), true);
        assert_string_equal(told(&read.problems, &read.arena), examples[i].problems);
        assert_int_equal(read.answers.count, examples[i].problems[0] == '\0');
        release(&read);
    }
}

/* A name that is looked for among ten thousand takes its time: but not a thousand times. */
static void test_many_unknown_keys(void **state)
{
    (void)state;
    struct read read;
    struct arena arena = {0};
    struct text_buffer yaml = {.arena = &arena};
    for (int document = 0; document < 5000; document++)
        buffer_format(&yaml, "---\n" ONE "id: v%d\nanswers: {a_word_that_is_near_nothing: 1}\n",
                      document);
    read_bytes(&read, "a.yaml", buffer_text(&yaml), false);
    assert_int_equal(read.problems.totals[PROBLEM_ERROR], 5000);
    assert_int_equal(read.problems.count, PROBLEMS_KEPT);
    assert_int_equal(read.answers.unread_count, 5000);
    release(&read);
    arena_release(&arena);
}

/* --- Files -------------------------------------------------------------------------------- */

static char folder[] = "/tmp/shortlist-load-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[60];
    (void)snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") != 0 || system(command) != 0;
}

static void write_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(bytes, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void write_folder(void)
{
    (void)mkdir("v", 0700);
    (void)mkdir("v/deep", 0700);
    (void)mkdir("empty", 0700);
    write_file("criteria.yaml", criteria_yaml);
    write_file("other.yaml", criteria_yaml);
    write_file("v/b.yaml", ONE "answers: {price: 2}\n");
    write_file("v/a.yml", ONE "answers: {price: 1}\n");
    write_file("v/deep/c.yaml", ONE "answers: {price: 3}\n");
    write_file("v/.hidden.yaml", "x");
    write_file("v/notes.txt", "x");
    write_file("p1.yaml", "shortlist-profile: 1\nweights: {sure: 1, c: 5}\n");
    write_file("p2.yaml", "shortlist-profile: 1\nweights: {sure: 2}\n");
    write_file("ann.yaml", "shortlist-ratings: 1\nrater: ann\nratings: {b: {tone: 4}}\n");
    write_file("ben.yaml", "shortlist-ratings: 1\nrater: ben\nratings: {a: {tone: 3}, z: {}}\n");
    write_file("ann2.yaml", "shortlist-ratings: 1\nrater: ann\nratings: {}\n");
    write_file("badly.yaml", "shortlist-ratings: 1\nrater: eve\nratings: {b: {tone: 9}}\n");
    write_file("cut.yaml", "shortlist-ratings: 1\nrater: eve\nratings: {b\n");
    write_file("panel.yaml", "shortlist-decisions: 1\ndecisions: {b: {exclude: withdrew}}\n");
    write_file("panel2.yaml", "shortlist-decisions: 1\ndecisions: {b: {exclude: withdrew}}\n");
    write_file("unsaid.yaml", "shortlist-decisions: 1\ndecisions: {b: {exclude: }}\n");
    write_file("idle.yaml", "shortlist-decisions: 1\ndecisions: {b: {answers: {sure: "
                            "{evidence: verified, why: seen}}}}\n");
    write_file("table.csv", "price,cost\n");
    write_file("prose.yaml", "hello\n");
    write_file("late.yaml", "# a comment\n---\n{\"id\": x, \"shortlist-answers\": 1}\n");
    write_file("broken.yaml", "shortlist-answers: 1\nanswers: {x\n");
    write_file("twice.yaml", ONE "id: b\nanswers: {}\n");
    write_file("faulty.yaml", "shortlist-criteria: 1\n");
}

struct loaded {
    struct problems problems;
    struct inputs inputs;
    struct arena arena;
};

/* Paths are words; "" gives none. */
static struct paths paths_of(struct arena *arena, const char *words)
{
    struct paths paths = {.items = arena_array(arena, const char *, 20)};
    char *copy = arena_array(arena, char, strlen(words) + 1);
    memcpy(copy, words, strlen(words));
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        paths.items[paths.count++] = word;
    return paths;
}

static void load(struct loaded *loaded, const char *files, const char *answers,
                 const char *profiles, struct input_options options)
{
    memset(loaded, 0, sizeof *loaded);
    write_folder();
    options.files = paths_of(&loaded->arena, files);
    options.answers = paths_of(&loaded->arena, answers);
    options.profiles = paths_of(&loaded->arena, profiles);
    options.today = 20000;
    inputs_open(&loaded->inputs, &options, &loaded->problems);
    inputs_read_answers(&loaded->inputs, &options, &loaded->problems);
}

static void unload(struct loaded *loaded)
{
    inputs_release(&loaded->inputs);
    problems_release(&loaded->problems);
    arena_release(&loaded->arena);
}

/* "name code" for each problem, sorted. */
static const char *told_by_name(struct loaded *loaded)
{
    struct text_buffer buffer = {.arena = &loaded->arena};
    problems_sort(&loaded->problems);
    for (size_t p = 0; p < loaded->problems.count; p++) {
        const struct problem *problem = &loaded->problems.items[p];
        const struct source *source = problem->place.source;
        buffer_format(&buffer, "%.*s %s\n", TEXT_ARG(source == NULL ? TEXT("?") : source->name),
                      problem_code_name(problem->code));
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

/* The ids of the vendors, and the files by role. */
static const char *summary(struct loaded *loaded)
{
    struct text_buffer buffer = {.arena = &loaded->arena};
    const struct inputs *inputs = &loaded->inputs;
    for (size_t v = 0; v < inputs->answers.count; v++)
        buffer_format(&buffer, "%.*s ", TEXT_ARG(inputs->answers.vendors[v].id));
    buffer_add_char(&buffer, '|');
    for (size_t f = 0; f < inputs->file_count; f++)
        buffer_format(&buffer, " %s:%.*s", file_role_words[inputs->files[f].role],
                      TEXT_ARG(inputs->files[f].source->name));
    return buffer_text(&buffer).ptr;
}

static void test_files(void **state)
{
    (void)state;
    static const struct {
        const char *files;
        const char *answers;
        const char *profiles;
        const char *summary;
    } cases[] = {
        {"criteria.yaml v", "", "",
         "a b c | criteria:criteria.yaml answers:v/a.yml answers:v/b.yaml answers:v/deep/c.yaml"},
        {"v/b.yaml criteria.yaml v/a.yml", "", "",
         "a b | criteria:criteria.yaml answers:v/a.yml answers:v/b.yaml"},
        {"criteria.yaml v/b.yaml ./v/b.yaml v//b.yaml", "v/b.yaml", "",
         "b | criteria:criteria.yaml answers:./v/b.yaml"},
        {"criteria.yaml", "v/deep", "", "c | criteria:criteria.yaml answers:v/deep/c.yaml"},
        {"p2.yaml v/b.yaml criteria.yaml p1.yaml", "", "",
         "b | criteria:criteria.yaml profile:p2.yaml profile:p1.yaml answers:v/b.yaml"},
        {"criteria.yaml v/b.yaml p2.yaml p1.yaml", "", "p2.yaml",
         "b | criteria:criteria.yaml profile:p1.yaml profile:p2.yaml answers:v/b.yaml"},
        {"criteria.yaml v/b.yaml", "", "p2.yaml p1.yaml p2.yaml",
         "b | criteria:criteria.yaml profile:p1.yaml profile:p2.yaml answers:v/b.yaml"},
        {"panel.yaml ann.yaml v/b.yaml criteria.yaml", "", "",
         "b | criteria:criteria.yaml answers:v/b.yaml ratings:ann.yaml decisions:panel.yaml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        load(&loaded, cases[i].files, cases[i].answers, cases[i].profiles,
             (struct input_options){0});
        assert_string_equal(told_by_name(&loaded), "");
        assert_string_equal(summary(&loaded), cases[i].summary);
        unload(&loaded);
    }
}

static void test_endings(void **state)
{
    (void)state;
    struct loaded loaded;
    (void)mkdir("endings", 0700);
    write_file("endings/a.YAML", ONE "answers: {price: 1}\n");
    write_file("endings/b.Yml", ONE "answers: {price: 1}\n");
    write_file("endings/c.yaml.txt", "x");
    write_file("endings/d.YML.Txt", "x");
    write_file("endings/e.txt", "x");
    write_file("endings/yaml", "x");
    load(&loaded, "criteria.yaml endings", "", "", (struct input_options){0});
    assert_string_equal(told_by_name(&loaded),
                        "endings/c.yaml.txt not-read\nendings/d.YML.Txt not-read\n");
    assert_int_equal(loaded.problems.totals[PROBLEM_ERROR], 0);
    assert_string_equal(summary(&loaded), "a b | criteria:criteria.yaml answers:endings/a.YAML "
                                          "answers:endings/b.Yml");
    unload(&loaded);
}

/* Of other names only what begins as a file of ours is pointed out, and only where the name may be
 * a slip. */
static void test_misnamed_files(void **state)
{
    (void)state;
#define PASSED_OVER                                                                                \
    "0:0 this file is not read: its name does not end in .yaml, .yml or .csv [not-read]\n"
    struct loaded loaded;
    (void)mkdir("misnamed", 0700);
    (void)mkdir("misnamed/v1.2", 0700);
    (void)mkfifo("misnamed/pipe", 0700);
    write_file("misnamed/a.yaml", ONE "answers: {price: 1}\n");
    write_file("misnamed/b.TXT", ONE "answers: {price: 1}\n");
    write_file("misnamed/c.text", "\xef\xbb\xbfshortlist-ratings: 1\n");
    write_file("misnamed/d.ymal", "shortlist-decisions: 1\n");
    write_file("misnamed/v1.2/e", "shortlist-criteria: 1\n");
    write_file("misnamed/f.yaml.txt", "# answers\n");
    write_file("misnamed/a.yaml~", ONE "answers: {price: 2}\n");
    write_file("misnamed/g.bak", ONE "answers: {price: 2}\n");
    write_file("misnamed/h.txt", "shortlist\n");
    write_file("misnamed/i.txt", "");
    write_file("misnamed/j.txt", "see shortlist-answers: 1\n");
    write_file("misnamed/k.yuv", "x");
    load(&loaded, "criteria.yaml", "misnamed", "", (struct input_options){0});
    assert_string_equal(
        told_whole(&loaded.problems, &loaded.arena), PASSED_OVER
        "hint: name it misnamed/b.yaml\n" PASSED_OVER "hint: name it misnamed/c.yaml\n" PASSED_OVER
        "hint: name it misnamed/d.yaml\n" PASSED_OVER "hint: name it misnamed/f.yaml\n" PASSED_OVER
        "hint: name it misnamed/v1.2/e.yaml\n");
    assert_int_equal(loaded.problems.totals[PROBLEM_ERROR], 0);
    assert_string_equal(summary(&loaded), "a | criteria:criteria.yaml answers:misnamed/a.yaml");
    unload(&loaded);
}

/* Spreadsheets are pointed out; not those that were saved as CSV, or are open in another program.
 */
static void test_sheets(void **state)
{
    (void)state;
    static const char *const sheets[] = {
        "a.xlsx", "b.XLSM", "c.Xls", "d.ods",    "e.numbers",
        "f.tsv",  "g.xlsx", "g.csv", "~$a.xlsx", "h.csv.bak",
    };
    struct loaded loaded;
    (void)mkdir("sheets", 0700);
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        struct arena arena = {0};
        write_file(text_format(&arena, "sheets/%s", sheets[i]).ptr, "id,price\nacme,1\n");
        arena_release(&arena);
    }
    load(&loaded, "criteria.yaml", "sheets", "", (struct input_options){0});
#define SHEET PASSED_OVER "hint: save the sheet as \"CSV UTF-8\"\n"
    assert_string_equal(told_whole(&loaded.problems, &loaded.arena),
                        SHEET SHEET SHEET SHEET SHEET PASSED_OVER "hint: name it sheets/f.csv\n");
    assert_string_equal(summary(&loaded), "acme | criteria:criteria.yaml answers:sheets/g.csv");
    unload(&loaded);
}

/* Of a need that is a number; by the value that counts. */
static void test_thousands_in_needs(void **state)
{
    (void)state;
    struct loaded loaded;
    write_file("needs.yaml", "shortlist-criteria: 1\nneeds: {n: 12.000, t: Acme}\n"
                             "categories: {c: {criteria: {x: {ask: q, type: yes_no}}}}\n");
    write_file("t.yaml", "shortlist-profile: 1\nneeds: {t: 12.000}\n");
    write_file("n.yaml", "shortlist-profile: 1\nneeds: {n: 12}\n");
    write_file("x.yaml", "shortlist-answers: 1\nanswers: {x: yes}\n");
    write_file("n0.yaml", "shortlist-profile: 1\nneeds: {n: '13.000'}\n");
    load(&loaded, "needs.yaml t.yaml x.yaml", "", "", (struct input_options){0});
    assert_int_equal(loaded.problems.totals[PROBLEM_WARNING], 1);
    unload(&loaded);
    load(&loaded, "needs.yaml n.yaml x.yaml", "", "", (struct input_options){0});
    assert_string_equal(told_by_name(&loaded), "");
    unload(&loaded);
    load(&loaded, "needs.yaml n0.yaml x.yaml", "", "", (struct input_options){0});
    assert_string_equal(told_by_name(&loaded), "n0.yaml thousands\n");
    unload(&loaded);
}

static void test_refused_files(void **state)
{
    (void)state;
    static const struct {
        const char *files;
        const char *answers;
        const char *profiles;
        const char *criteria;
        const char *problems;
    } cases[] = {
        {"", "", "", NULL, "? no-criteria\n? no-answers\n"},
        {"criteria.yaml", "", "", NULL, "? no-answers\n"},
        {"v", "", "", NULL, "? no-criteria\n"},
        {"v", "", "", "criteria.yaml", ""},
        {"v criteria.yaml", "", "", "./criteria.yaml", ""},
        {"v other.yaml", "", "", "criteria.yaml", "other.yaml two-criteria\n"},
        {"v other.yaml criteria.yaml", "", "", NULL, "other.yaml two-criteria\n"},
        {"criteria.yaml empty", "", "", NULL, "empty no-answers\n"},
        {"criteria.yaml v", "empty", "", NULL, "empty no-answers\n"},
        {"criteria.yaml v nowhere.yaml", "", "", NULL, "nowhere.yaml cannot-read\n"},
        {"criteria.yaml v", "p1.yaml", "", NULL, "p1.yaml not-answers\n"},
        {"criteria.yaml v p1.yaml", "p1.yaml", "", NULL, "p1.yaml not-answers\n"},
        {"criteria.yaml v", "prose.yaml", "", NULL, "prose.yaml unknown-kind\n"},
        {"criteria.yaml v prose.yaml", "", "", NULL, "prose.yaml unknown-kind\n"},
        {"criteria.yaml v late.yaml", "", "", NULL, "late.yaml unknown-kind\n"},
        {"criteria.yaml v", "ann.yaml panel.yaml", "", NULL,
         "ann.yaml not-answers\npanel.yaml not-answers\n"},
        {"criteria.yaml v ann.yaml", "ann.yaml", "", NULL, "ann.yaml not-answers\n"},
        {"criteria.yaml v table.csv", "", "", NULL, "table.csv unknown-kind\n"},
        {"criteria.yaml v broken.yaml", "", "", NULL, "broken.yaml yaml-syntax\n"},
        {"faulty.yaml v", "", "", NULL, "faulty.yaml missing-key\n"},
        {"criteria.yaml v twice.yaml", "", "", NULL, "v/b.yaml two-vendors\n"},
        {"v", "", "", "p1.yaml", "p1.yaml unknown-kind\n"},
        {"criteria.yaml v", "", "v/b.yaml", NULL, "v/b.yaml unknown-kind\n"},
        {"criteria.yaml v", "", "v", NULL, "v cannot-read\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        load(&loaded, cases[i].files, cases[i].answers, cases[i].profiles,
             (struct input_options){.criteria = cases[i].criteria});
        assert_string_equal(told_by_name(&loaded), cases[i].problems);
        assert_int_equal(loaded.inputs.system_failed,
                         strstr(cases[i].problems, "cannot-read") != NULL);
        unload(&loaded);
    }
}

static void test_hints_at_refused_files(void **state)
{
    (void)state;
#define AMONG_ANSWERS(kind)                                                                        \
    "0:0 this is " kind ": among answers (-a) nothing else is read [not-answers]\n"
    static const struct {
        const char *files;
        const char *answers;
        const char *problems;
    } cases[] = {
        {"criteria.yaml v", "ann.yaml",
         AMONG_ANSWERS("a ratings file") "hint: if it is your own, name it without -a\n"},
        {"criteria.yaml v", "theirs",
         AMONG_ANSWERS(
             "a decisions file") "hint: if it is your own, move it out of that folder and "
                                 "name it without -a\n"},
        {"criteria.yaml v theirs/panel.yaml", "theirs",
         AMONG_ANSWERS(
             "a decisions file") "hint: if it is your own, move it out of that folder and "
                                 "name it without -a\n"},
        {"criteria.yaml v", "p1.yaml", AMONG_ANSWERS("a profile")},
        {"criteria.yaml v table.csv", "",
         "1:1 the columns do not say what this table is: the header is expected in line 1; there "
         "stands `price`, `cost` [unknown-kind]\n"
         "hint: answers of many vendors have a column id or vendor; a questionnaire the columns "
         "criterion and answer; ratings the columns rater and id\n"},
        {"criteria.yaml v empty", "",
         "0:0 there is no .yaml, .yml or .csv file in this folder [no-answers]\n"},
    };
    (void)mkdir("theirs", 0700);
    write_file("theirs/panel.yaml", "shortlist-decisions: 1\ndecisions: {}\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        load(&loaded, cases[i].files, cases[i].answers, "", (struct input_options){0});
        assert_string_equal(told_whole(&loaded.problems, &loaded.arena), cases[i].problems);
        unload(&loaded);
    }
}

static void test_merging_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *files;
        const char *profiles;
        double sure;
    } cases[] = {
        {"criteria.yaml v p1.yaml p2.yaml", "", 2},
        {"criteria.yaml v p2.yaml p1.yaml", "", 1},
        {"criteria.yaml v p2.yaml", "p1.yaml", 1},
        {"criteria.yaml v p1.yaml", "p2.yaml", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        load(&loaded, cases[i].files, "", cases[i].profiles, (struct input_options){0});
        assert_true(loaded.inputs.criteria.criteria[SURE].weight.value == cases[i].sure);
        assert_false(loaded.inputs.what_if);
        unload(&loaded);
    }
    struct loaded loaded;
    static const char *weights[] = {"sure=7"};
    static const char *needs[] = {"hours=8"};
    load(&loaded, "criteria.yaml v p1.yaml", "", "",
         (struct input_options){.weights = {weights, 1}, .needs = {needs, 1}});
    assert_string_equal(told_by_name(&loaded), "--need hours=8 unknown-name\n");
    assert_true(loaded.inputs.criteria.criteria[SURE].weight.value == 7);
    assert_true(loaded.inputs.what_if);
    unload(&loaded);
}

static void test_the_date(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "criteria.yaml v", "", "", (struct input_options){0});
    assert_int_equal(loaded.inputs.as_of, 20000);
    unload(&loaded);
    write_file("dated.yaml", "shortlist-criteria: 1\nas_of: 2026-11-21\n"
                             "categories: {c: {criteria: {x: {ask: q, type: yes_no}}}}\n");
    load(&loaded, "dated.yaml", "", "", (struct input_options){0});
    assert_int_equal(loaded.inputs.as_of, 20778);
    unload(&loaded);
    load(&loaded, "dated.yaml", "", "", (struct input_options){.has_as_of = true, .as_of = 5});
    assert_int_equal(loaded.inputs.as_of, 5);
    unload(&loaded);
}

/* What the buyer says is read after the vendors, and must be without errors. */
static void test_ratings_and_decisions(void **state)
{
    (void)state;
    static const struct {
        const char *files;
        const char *problems;
        size_t raters, ratings, decisions;
        bool faulty;
    } cases[] = {
        {"criteria.yaml v", "", 0, 0, 0, false},
        {"criteria.yaml v ann.yaml panel.yaml", "", 1, 1, 1, false},
        {"criteria.yaml v broken.yaml ann.yaml", "broken.yaml yaml-syntax\n", 1, 1, 0, false},
        {"criteria.yaml v ben.yaml", "ben.yaml rated-unknown\n", 1, 1, 0, false},
        {"criteria.yaml v prose.yaml ben.yaml", "prose.yaml unknown-kind\n", 1, 1, 0, false},
        {"criteria.yaml ben.yaml", "? no-answers\n", 1, 0, 0, false},
        {"criteria.yaml v idle.yaml", "idle.yaml idle-decision\n", 0, 0, 0, false},
        {"criteria.yaml v badly.yaml", "badly.yaml out-of-range\n", 1, 0, 0, true},
        {"criteria.yaml v cut.yaml", "cut.yaml yaml-syntax\n", 0, 0, 0, true},
        {"criteria.yaml v ann.yaml ann2.yaml", "ann2.yaml two-raters\n", 1, 1, 0, true},
        {"criteria.yaml v unsaid.yaml", "unsaid.yaml no-reason\n", 0, 0, 0, true},
        {"criteria.yaml v panel.yaml panel2.yaml", "panel2.yaml two-decisions\n", 0, 0, 2, true},
        {"faulty.yaml v ben.yaml idle.yaml", "faulty.yaml missing-key\n", 1, 0, 0, false},
        {"v/b.yaml ann.yaml", "? no-criteria\n", 1, 0, 0, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded;
        load(&loaded, cases[i].files, "", "", (struct input_options){0});
        const struct inputs *inputs = &loaded.inputs;
        print_message("%s\n", cases[i].files);
        assert_string_equal(told_by_name(&loaded), cases[i].problems);
        assert_int_equal(inputs->ratings.rater_count, cases[i].raters);
        assert_int_equal(inputs->ratings.count, cases[i].ratings);
        assert_int_equal(inputs->decisions.count, cases[i].decisions);
        assert_int_equal(inputs->buyer_faulty, cases[i].faulty);
        unload(&loaded);
    }
}

static void test_hashes_and_bytes(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "p1.yaml criteria.yaml v ann.yaml panel.yaml", "", "",
         (struct input_options){.hash = true});
    for (size_t f = 0; f < loaded.inputs.file_count; f++) {
        const struct input_file *file = &loaded.inputs.files[f];
        assert_int_equal(strlen(file->sha256), 64);
        /* What may be large is let go, what problems may still point into is kept. */
        assert_int_equal(file->source->bytes.len == 0,
                         file->role == ROLE_ANSWERS || file->role == ROLE_RATINGS);
    }
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_vendor),
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_evidence_marks),
        cmocka_unit_test(test_refused_values),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_refused_keys),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_unread),
        cmocka_unit_test(test_unreadable_documents),
        cmocka_unit_test(test_two_vendors),
        cmocka_unit_test(test_two_vendors_without_an_id),
        cmocka_unit_test(test_other_habits),
        cmocka_unit_test(test_thousands),
        cmocka_unit_test(test_unchecked),
        cmocka_unit_test(test_many_unknown_keys),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_endings),
        cmocka_unit_test(test_misnamed_files),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_thousands_in_needs),
        cmocka_unit_test(test_refused_files),
        cmocka_unit_test(test_hints_at_refused_files),
        cmocka_unit_test(test_merging_in_order),
        cmocka_unit_test(test_the_date),
        cmocka_unit_test(test_ratings_and_decisions),
        cmocka_unit_test(test_hashes_and_bytes),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
