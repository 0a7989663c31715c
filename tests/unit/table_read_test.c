/* Answers of many vendors from a table: into the same columns, with the same words, as from YAML.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/csv_nodes.h"
#include "../../src/input/readers.h"
#include "support/chance.h"
#include "support/told.h"

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  c:\n"
    "    criteria:\n"
    "      sure: {ask: q, type: yes_no, proof: yes}\n"
    "      model: {ask: q, type: choice, options: {no: None, some: Some of them, all: All}, "
    "score: {points: {no: 0, some: 50, all: 100}}}\n"
    "      parts: {ask: q, type: set, options: {a: Ant, b: Bee, d: Dragonfly or damselfly}, "
    "score: {share_of: [a]}}\n"
    "      places: {ask: q, type: set, options: {none: Nowhere, us: 'Paris, Texas', fr: Paris}, "
    "score: {share_of: [us]}}\n"
    "      price: {ask: q, type: number, unit: USD, range: [0, 100], score: {best: 1, worst: 9}}\n"
    "      count: {ask: q, type: number, score: {best: 1, worst: 9}}\n"
    "      since: {ask: q, type: date, score: {curve: {-10: 1, 0: 2}}}\n"
    "      status: {ask: q, type: choice, options: {x: 'Null', y: '~', z: N/A, v: ' Vee '}, "
    "score: {points: {x: 0, y: 50, z: 90, v: 100}}}\n"
    "      kinds: {ask: q, type: set, options: {x: 'Null', y: '~', z: N/A, v: ' Vee '}, "
    "score: {share_of: [x]}}\n"
    "      note: {ask: q, type: text}\n"
    "      tone: {ask: q, type: rating}\n"
    "      cost: {type: number, computed: price * 2, score: {best: 1, worst: 9}}\n"
    "      gone: {ask: q, type: number, score: {best: 1, worst: 9}}\n";

enum { SURE, MODEL, PARTS, PLACES, PRICE, NUMBER, SINCE, STATUS, KINDS, NOTE, TONE, COST, GONE };

enum { AS_OF = 20778 }; /* 2026-11-21 */

struct read {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source source;
    struct criteria criteria;
    struct answers answers;
};

static void begin(struct read *read)
{
    memset(read, 0, sizeof *read);
    read->criteria_source = source_of(criteria_yaml);
    read->criteria_source.name = TEXT("criteria.yaml");
    assert_true(
        read_criteria(&read->criteria_source, &read->arena, &read->criteria, &read->problems));
    read->criteria.criteria[GONE].dropped = true;
}

/* Reads a table as of 2026-11-21; the criterion `gone` is dropped. */
static void read_bytes(struct read *read, struct text csv, bool unchecked)
{
    struct answer_reader reader;
    const struct criteria nothing = {0};
    begin(read);
    read->source = source_of_text(csv);
    read->source.name = TEXT("lists/bids.csv");
    answers_init(&read->answers, unchecked ? &nothing : &read->criteria);
    answer_reader_begin(&reader, unchecked ? NULL : &read->criteria, &read->answers, AS_OF,
                        &read->problems);
    read_answers_table(&reader, &read->source, '\0');
    answer_reader_end(&reader);
    answers_sort(&read->answers);
    if (refuse_two_vendors(&read->answers, &read->problems))
        answers_sort(&read->answers);
}

static void read_csv(struct read *read, const char *csv)
{
    read_bytes(read, text_from(csv), false);
}

static void release(struct read *read)
{
    answers_release(&read->answers);
    problems_release(&read->problems);
    arena_release(&read->arena);
}

/* --- Cells -------------------------------------------------------------------------------- */

/* An answer as "open", "n/a" or its value: options and members by id. */
static const char *shown(struct arena *arena, const struct criterion *criterion,
                         const struct cell *cell)
{
    struct text_buffer buffer = {.arena = arena};
    const struct options *options =
        criterion->type == TYPE_YES_NO ? &yes_no_options : &criterion->options;
    if (mark_state(cell->mark) == STATE_OPEN)
        return "open";
    if (mark_state(cell->mark) == STATE_NA)
        return "n/a";
    switch (criterion->type) {
    case TYPE_YES_NO:
    case TYPE_CHOICE:
        buffer_add(&buffer, options->items[cell->value.option].id);
        break;
    case TYPE_SET:
        buffer_add_char(&buffer, '[');
        for (size_t i = 0; i < options->count; i++) {
            if (cell->value.set >> i & 1)
                buffer_format(&buffer, "%s%.*s", buffer.len > 1 ? " " : "",
                              TEXT_ARG(options->items[i].id));
        }
        buffer_add_char(&buffer, ']');
        break;
    case TYPE_DATE:
        buffer_format(&buffer, "day %d", (int)cell->value.day);
        break;
    case TYPE_TEXT:
        buffer_format(&buffer, "'%.*s'", TEXT_ARG(cell->value.text));
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
    case ANSWER_TYPES:
        buffer_format(&buffer, "%.17g", cell->value.number);
        break;
    }
    return buffer_text(&buffer).ptr;
}

static const struct {
    const char *column;
    uint32_t criterion;
    const char *cell; /* as it stands in the file */
    const char *value;
} right[] = {
    {"sure", SURE, "yes", "yes"},
    {"sure", SURE, "No", "no"},
    {"sure", SURE, "TRUE", "yes"},
    {"sure", SURE, "fAlSe", "no"},
    {"sure", SURE, "\"yes\"", "yes"},
    {"sure", SURE, " no ", "no"},
    {"sure", SURE, "", "open"},
    {"sure", SURE, "~", "open"},
    {"sure", SURE, "NULL", "open"},
    {"sure", SURE, "n/a", "n/a"},
    {"sure", SURE, "N/A", "n/a"},
    {"model", MODEL, "some", "some"},
    {"model", MODEL, "Some of them", "some"},
    /* Ids go before labels. */
    {"model", MODEL, "no", "no"},
    {"model", MODEL, "None", "no"},
    {"model", MODEL, "\" All \"", "all"},
    {"model", MODEL, "", "open"},
    {"model", MODEL, "n/A", "n/a"},
    {"parts", PARTS, "a", "[a]"},
    {"parts", PARTS, "\"a,b\"", "[a b]"},
    {"parts", PARTS, "d;a", "[a d]"},
    {"parts", PARTS, "d | a", "[a d]"},
    {"parts", PARTS, "a;a;a", "[a]"},
    {"parts", PARTS, "Bee;a", "[a b]"},
    {"parts", PARTS, "Dragonfly or damselfly", "[d]"},
    {"parts", PARTS, "a;;b;", "[a b]"},
    {"parts", PARTS, "none", "[]"},
    {"parts", PARTS, "None", "[]"},
    {"parts", PARTS, "[]", "[]"},
    {"parts", PARTS, "\"[a, b]\"", "[a b]"},
    {"parts", PARTS, "", "open"},
    {"parts", PARTS, "n/a", "n/a"},
    /* An option with this id wins; labels with a separator in them stay together. */
    {"places", PLACES, "none", "[none]"},
    {"places", PLACES, "\"Paris, Texas\"", "[us]"},
    {"places", PLACES, "\"Paris;Paris, Texas\"", "[us fr]"},
    {"places", PLACES, "Paris", "[fr]"},
    {"price", PRICE, "14.5", "14.5"},
    {"price", PRICE, "14.5 USD", "14.5"},
    {"price", PRICE, "14.5usd", "14.5"},
    {"price", PRICE, "14.5\xc2\xa0USD", "14.5"},
    {"price", PRICE, "100", "100"},
    {"price", PRICE, "+2", "2"},
    {"price", PRICE, "", "open"},
    {"price", PRICE, "n/a", "n/a"},
    {"count", NUMBER, "1e3", "1000"},
    {"count", NUMBER, "-0.5", "-0.5"},
    /* From strtod: the shortest decimal that reads back. */
    {"count", NUMBER, "123456789012345678", "1.2345678901234568e+17"},
    /* date -d 2020-02-29 +%s / 86400 */
    {"since", SINCE, "2020-02-29", "day 18321"},
    {"since", SINCE, "\" 2020-02-29\"", "day 18321"},
    {"since", SINCE, "", "open"},
    /* Words that say that nothing is known do so whatever options are called. */
    {"status", STATUS, "x", "x"},
    {"status", STATUS, "Null", "open"},
    {"status", STATUS, "nULL", "open"},
    {"status", STATUS, "~", "open"},
    {"status", STATUS, "N/A", "n/a"},
    {"status", STATUS, "n/a", "n/a"},
    {"kinds", KINDS, "Null", "open"},
    {"kinds", KINDS, "~", "open"},
    {"kinds", KINDS, "N/A", "n/a"},
    {"kinds", KINDS, "\"v, Null, ~, N/A\"", "[x y z v]"},
    {"note", NOTE, "Manila only", "'Manila only'"},
    {"note", NOTE, "\"a\r\nb, \"\"c\"\"\"", "'a\r\nb, \"c\"'"},
    {"note", NOTE, "\xc2\xa0M\xc3\xbcller \xc2\xa0", "'M\xc3\xbcller'"},
    {"note", NOTE, "~", "open"},
    /* Line ends and tabs around a cell count as little as blanks. */
    {"sure", SURE, "\"yes\n\"", "yes"},
    {"sure", SURE, "\"\n\"", "open"},
    {"model", MODEL, "\"\tSome of them\r\n\"", "some"},
    {"parts", PARTS, "\"a;\nb\n\"", "[a b]"},
    {"\"price\n\"", PRICE, "\"\n14.5\n\"", "14.5"},
    {"price", PRICE, "\"14.5 USD\r\n\"", "14.5"},
    {"price", PRICE, "\" \n\t \n\"", "open"},
    {"count", NUMBER, "\"1e3\n\"", "1000"},
    {"since", SINCE, "\"2020-02-29\n\"", "day 18321"},
    {"note", NOTE, "\"\n a\nb \n\n\"", "'a\nb'"},
    {"note", NOTE, "\"n/a\n\"", "n/a"},
    {"note", NOTE, "N/A", "n/a"},
    {"note", NOTE, "n/a in Manila", "'n/a in Manila'"},
};

static void test_right_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(right); i++) {
        struct read read;
        struct arena arena = {0};
        struct text csv = text_format(&arena, "id,%s\nx,%s\n", right[i].column, right[i].cell);
        print_message("%s: %s\n", right[i].column, right[i].cell);
        read_bytes(&read, csv, false);
        assert_string_equal(told_whole(&read.problems, &read.arena), "");
        assert_int_equal(read.answers.count, 1);
        const struct cell cell = answers_cell(&read.answers, 0, right[i].criterion);
        assert_string_equal(shown(&arena, &read.criteria.criteria[right[i].criterion], &cell),
                            right[i].value);
        release(&read);
        arena_release(&arena);
    }
}

/* The problem is told in the words of YAML, with line and column as a spreadsheet shows them. */
static const struct {
    const char *column;
    const char *cell;
    const char *told;
} wrong[] = {
    {"sure", "ja",
     "2:3 line 2, column sure: `sure` must be yes or no, not `ja` [wrong-type]\n"
     "hint: write yes\n"},
    {"model", "sume",
     "2:3 line 2, column model: `sume` is not an option of `model` [unknown-option]\n"
     "hint: did you mean `some`?\n"},
    {"model", "none",
     "2:3 line 2, column model: `none` is not an option of `model` [unknown-option]\n"
     "hint: write n/a where the question does not apply\n"},
    {"parts", "\"a, x\"",
     "2:3 line 2, column parts: `x` is not an option of `parts` [unknown-option]\n"
     "hint: the options are a, b, d\n"},
    {"status", "\" Vee \"",
     "2:3 line 2, column status: `Vee` is not an option of `status` [unknown-option]\n"
     "hint: the options are x, y, z, v\n"},
    {"parts", "a/b",
     "2:3 line 2, column parts: `a/b` is not an option of `parts` [unknown-option]\n"
     "hint: the options are a, b, d\n"},
    {"price", "\"14,5\"",
     "2:3 line 2, column price: `14,5` is not written as a decimal number [bad-number]\n"
     "hint: write 1.5 for a fraction, and 1500 without a sign between thousands\n"},
    {"price", "100.5",
     "2:3 line 2, column price: `price` must be between 0 and 100, not 100.5 [out-of-range]\n"},
    {"price", "14 EUR",
     "2:3 line 2, column price: `price` is asked in USD, not in `EUR` [wrong-unit]\n"
     "hint: behind the number may stand USD, or nothing\n"},
    {"count", "12.000",
     "2:3 line 2, column count: `12.000` is read as 12 [thousands]\n"
     "hint: write 12000 if thousands are meant, or 12\n"},
    {"count", "#REF!",
     "2:3 line 2, column count: `#REF!` is not a number [bad-number]\n"
     "hint: write a decimal number, as in 12 or 1.5\n"},
    {"since", "29.02.2020",
     "2:3 line 2, column since: `29.02.2020` is not a date [bad-date]\n"
     "hint: write 2020-02-29\n"},
    {"since", "2021-02-29",
     "2:3 line 2, column since: `2021-02-29` is not in the calendar [bad-date]\n"},
    {"sure.evidence", "verified",
     "2:3 line 2, column sure.evidence: `verified` is the buyer's word: nobody grades himself "
     "[self-verified]\n"
     "hint: write documented and name the document as its source\n"},
    {"sure.evidence", "documentd",
     "2:3 line 2, column sure.evidence: `evidence` must be claimed or documented, not `documentd` "
     "[unknown-option]\n"
     "hint: did you mean `documented`?\n"},
    {"sure.expires", "soon",
     "2:3 line 2, column sure.expires: `soon` is not a date [bad-date]\n"
     "hint: write YYYY-MM-DD: 2026-11-21\n"},
};

static void test_wrong_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct read read;
        struct arena arena = {0};
        read_bytes(&read, text_format(&arena, "id,%s\nx,%s\n", wrong[i].column, wrong[i].cell),
                   false);
        assert_string_equal(told_whole(&read.problems, &read.arena), wrong[i].told);
        release(&read);
        arena_release(&arena);
    }
}

/* --- Fast and slow ------------------------------------------------------------------------ */

static const char *const pieces[] = {
    "yes",     "no",
    "true",    "some",
    "all",     "None",
    "a",       "b",
    "Bee",     "d",
    "none",    "[",
    "]",       ";",
    "|",       ";",
    " ",       "2026-11-21",
    "1",       "12",
    "0",       "5",
    ".",       ".000",
    "-",       "+",
    "e",       "USD",
    " USD",    "n/a",
    "N/A",     "~",
    "x",       "/",
    ":",       "00",
    "%",       "Some of them",
    "Nowhere", "us",
    "Paris",   "Texas",
    "null",    "\xc2\xa0",
    "\t",      "2020-02-29",
    "#",       "9999999999",
    ",",       "\"",
    "Null",    ";",
    "Vee",     "z",
    "\n",      "\r\n",
};

/* A cell in quotes, as in RFC 4180, and with blanks around them as people type them. */
static void add_cell(struct text_buffer *csv, struct chance *chance, struct text text)
{
    static const char *const blanks[] = {"", "", " ", "\t", "  ", " \t ", "    ", "     "};
    buffer_add(csv, text_from(PICK(chance, blanks)));
    buffer_add_char(csv, '"');
    for (size_t i = 0; i < text.len; i++)
        buffer_format(csv, "%s%c", text.ptr[i] == '"' ? "\"" : "", text.ptr[i]);
    buffer_add_char(csv, '"');
    buffer_add(csv, text_from(PICK(chance, blanks)));
}

/* What the reader of YAML values makes of a cell. */
static struct cell by_the_long_way(struct read *read, const struct criterion *criterion,
                                   struct text text)
{
    const struct value_reader reader = {&read->problems, &read->arena, ""};
    const struct yaml_node key = {.text = criterion->id.text};
    struct yaml_node node;
    csv_node(&node, text, key.place, criterion, &read->arena);
    return read_value(&reader, criterion, &key, &node);
}

/* Random cells, one a row, of each column: what is told, and what is read, is the same by the way
 * for millions of cells as by the way of YAML. */
static void test_fast_is_slow(void **state)
{
    (void)state;
    enum { ROWS = 3000, MOST = 4 };
    struct chance chance = {20261121};
    for (uint32_t c = SURE; c <= NOTE; c++) {
        struct read read;
        struct read reference;
        struct arena arena = {0};
        struct text *cells = arena_array(&arena, struct text, ROWS);
        struct text_buffer csv = {.arena = &arena};
        begin(&reference);
        const struct criterion *criterion = &reference.criteria.criteria[c];
        buffer_format(&csv, "id,%.*s\n", TEXT_ARG(criterion->id.text));
        for (size_t r = 0; r < ROWS; r++) {
            struct text_buffer cell = {.arena = &arena};
            for (size_t i = 0, n = below(&chance, MOST + 1); i < n; i++)
                buffer_add(&cell, text_from(PICK(&chance, pieces)));
            cells[r] = buffer_text(&cell);
            buffer_format(&csv, "v%04u,", (unsigned)r);
            add_cell(&csv, &chance, cells[r]);
            buffer_add_char(&csv, '\n');
        }
        read_bytes(&read, buffer_text(&csv), false);
        size_t next = 0;
        for (size_t r = 0; r < ROWS; r++) {
            size_t errors_before = reference.problems.totals[PROBLEM_ERROR];
            struct cell expected = by_the_long_way(&reference, criterion, cells[r]);
            if (reference.problems.totals[PROBLEM_ERROR] > errors_before)
                continue; /* unread */
            const struct cell found = answers_cell(&read.answers, (uint32_t)next, c);
            assert_int_equal(strtoul(read.answers.vendors[next++].id.ptr + 1, NULL, 10), r);
            assert_string_equal(shown(&arena, criterion, &found),
                                shown(&arena, criterion, &expected));
        }
        assert_int_equal(next, read.answers.count);
        assert_int_equal(read.answers.unread_count, ROWS - next);
        for (int s = 0; s < PROBLEM_SEVERITIES; s++)
            assert_int_equal(read.problems.totals[s], reference.problems.totals[s]);
        print_message("column %u: %zu right, %zu wrong\n", (unsigned)c, next, ROWS - next);
        release(&read);
        release(&reference);
        arena_release(&arena);
    }
}

/* --- Vendors ------------------------------------------------------------------------------ */

/* "id name LINE:COLUMN", one a line; the unread behind a minus. */
static const char *vendors(struct read *read)
{
    struct text_buffer buffer = {.arena = &read->arena};
    for (size_t v = 0; v < read->answers.count; v++) {
        const struct vendor *vendor = &read->answers.vendors[v];
        buffer_format(&buffer, "%.*s '%.*s' %u:%u\n", TEXT_ARG(vendor->id), TEXT_ARG(vendor->name),
                      (unsigned)vendor->line, (unsigned)vendor->column);
    }
    for (size_t u = 0; u < read->answers.unread_count; u++) {
        const struct unread_vendor *unread = &read->answers.unread[u];
        buffer_format(&buffer, "- %.*s '%.*s' %u:%u, %zu\n", TEXT_ARG(unread->id),
                      TEXT_ARG(unread->name), (unsigned)unread->line, (unsigned)unread->column,
                      unread->errors);
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

static const struct {
    const char *about;
    const char *csv;
    const char *vendors;
    const char *told;
} naming[] = {
    {"by id and name", "id,vendor,sure\nacme,Acme Inc.,yes\n", "acme 'Acme Inc.' 2:1\n", ""},
    {"in any column", "sure,vendor,id\nyes,Acme Inc.,acme\n", "acme 'Acme Inc.' 2:15\n", ""},
    {"in any case of the header", "ID,Vendor,sure\nacme,Acme,yes\n", "acme 'Acme' 2:1\n", ""},
    {"with a name behind a blank and a quote",
     "id,vendor,sure,price,count\na, \"Acme,Y\",yes,28,35\nb,\t \"Be;,\",no,1,2\n",
     "a 'Acme,Y' 2:1\nb 'Be;,' 3:1\n", ""},
    {"with a text of several lines that text follows",
     "id,vendor,sure\na,\"x\nzz,Evil,yes\nmore\" tail,no\nb,Beta,no\n",
     "b 'Beta' 5:1\n- a 'a' 2:1, 1\n",
     "2:3 line 2, column vendor: the quote that opens here is not closed where its cell ends "
     "[csv-syntax]\n"
     "4:7 note: the next quote stands here, and text behind it\n"
     "hint: close the cell with a quote; a quote within it is written twice\n"},
    {"by id alone", "id,sure\nacme,yes\n", "acme 'acme' 2:1\n", ""},
    {"by name alone", "vendor,sure\nAcme Inc.,yes\n", "acme-inc 'Acme Inc.' 2:1\n", ""},
    {"where one is missing, by the other", "id,vendor,sure\n,Beta,yes\nacme,,no\n",
     "acme 'acme' 3:1\nbeta 'Beta' 2:2\n", ""},
    {"in quotes, behind a cell of two lines",
     "note,id,vendor\n\"a\nb\",\" acme\",\"Acme, Inc.\"\n\"c\",beta,Beta\n",
     "acme 'Acme, Inc.' 3:4\nbeta 'Beta' 4:5\n", ""},
    {"by nothing", "id,vendor,sure\n,,yes\nacme,Acme,no\n",
     "acme 'Acme' 3:1\n- bids 'bids' 0:0, 1\n",
     "2:1 this row does not say whose answers it holds [missing-key]\n"
     "hint: write the vendor's id in the column `id`\n"},
    {"by nothing, where there is no id", "vendor,sure\n,yes\n", "- bids 'bids' 0:0, 1\n",
     "2:1 this row does not say whose answers it holds [missing-key]\n"
     "hint: write the vendor's name in the column `vendor`\n"},
    {"by an id that is none", "id,sure\nAcme Inc,yes\n", "- Acme Inc 'Acme Inc' 2:1, 1\n",
     "2:1 line 2, column id: `Acme Inc` cannot be the id of a vendor: it must begin with a small "
     "letter or a digit [bad-id]\n"
     "hint: write acme-inc\n"},
    {"by an id of other letters", "id,sure\nM\xc3\xbcller,yes\n",
     "- M\xc3\xbcller 'M\xc3\xbcller' 2:1, 1\n",
     "2:1 line 2, column id: `M\xc3\xbcller` cannot be the id of a vendor: it must begin with a "
     "small "
     "letter or a digit [bad-id]\n"},
    {"by a name that makes no id", "vendor,sure\n!!!,yes\n", "- bids '!!!' 0:0, 1\n",
     "2:1 line 2, column vendor: no id can be made from the vendor's name: it has none of a-z and "
     "0-9 [bad-id]\n"
     "hint: write one in the column `id`\n"},
    {"with line ends around them", "\"id\n\",\"\nvendor\",sure\n\"acme\n\",\"\t\r\nAcme \n\",yes\n",
     "acme 'Acme' 4:1\n", ""},
    {"twice", "id,sure\nacme,yes\nbeta,no\nacme,no\n",
     "beta 'beta' 3:1\n- acme 'acme' 2:1, 1\n- acme 'acme' 4:1, 1\n",
     "4:1 the vendor `acme` has answered already [two-vendors]\n"
     "2:1 note: its first answers stand here\n"},
    {"in broken rows as far as they go", "id,vendor,sure\nacme,Acme\nbeta,Beta,yes,no\n\"x,y,z\n",
     "- acme 'Acme' 2:1, 1\n- beta 'Beta' 3:1, 1\n- bids 'bids' 0:0, 1\n",
     "2:10 this row has 2 cells, the header has 3 [ragged-row]\n"
     "hint: `sure` is the first column without a cell\n"
     "3:15 this row has 4 cells, the header has 3 [ragged-row]\n"
     "hint: no column is left for this cell: a cell that holds a comma stands in quotes\n"
     "4:1 line 4, column id: the quote that opens here is never closed [csv-syntax]\n"
     "hint: close the cell with a quote; a quote within it is written twice\n"},
    {"not below the header", "id,sure\n", "- bids 'bids' 0:0, 1\n",
     "1:1 there is no row below the header [empty-file]\n"},
};

static void test_vendors(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(naming); i++) {
        struct read read;
        print_message("%s\n", naming[i].about);
        read_csv(&read, naming[i].csv);
        assert_string_equal(vendors(&read), naming[i].vendors);
        assert_string_equal(told_whole(&read.problems, &read.arena), naming[i].told);
        release(&read);
    }
}

/* A name that is the id is no second text. */
static void test_names_share_bytes(void **state)
{
    (void)state;
    struct read read;
    read_csv(&read, "id,vendor,sure\nacme,acme,yes\n,beta,no\n");
    for (size_t v = 0; v < 2; v++)
        assert_ptr_equal(read.answers.vendors[v].id.ptr, read.answers.vendors[v].name.ptr);
    release(&read);
}

/* --- What is stated beside answers -------------------------------------------------------- */

static void test_statements(void **state)
{
    (void)state;
    struct read read;
    read_csv(&read, "sure.source,id,sure.expires,sure,sure.evidence,price.note\n"
                    "iso.pdf,acme,2026-11-20,yes,documented,\n"
                    ",beta,2026-11-21,no,claimed,\"until \"\"May\"\"\"\n"
                    ",cat,2026-11-20,,documented,\n"
                    ",dog,,yes,,\n"
                    ",eel,,,,\"\xc3\x9c"
                    "bergang \"\n");
    assert_string_equal(told_whole(&read.problems, &read.arena), "");
    const uint8_t *marks = read.answers.columns[SURE].marks;
    assert_int_equal(mark_evidence(marks[0]), EVIDENCE_DOCUMENTED);
    assert_true(marks[0] & MARK_EXPIRED);
    assert_int_equal(mark_evidence(marks[1]), EVIDENCE_CLAIMED);
    assert_false(marks[1] & MARK_EXPIRED);
    assert_int_equal(marks[2], STATE_OPEN);
    assert_int_equal(marks[3], STATE_ANSWERED);
    const struct statement *statement = answers_statement(&read.answers, 0, SURE);
    assert_true(text_equal(statement->source, TEXT("iso.pdf")));
    assert_int_equal(statement->expires, AS_OF - 1);
    assert_true(
        text_equal(answers_statement(&read.answers, 1, PRICE)->note, TEXT("until \"May\"")));
    assert_true(text_equal(answers_statement(&read.answers, 4, PRICE)->note, TEXT("\xc3\x9c"
                                                                                  "bergang")));
    assert_null(answers_statement(&read.answers, 0, PRICE));
    assert_null(answers_statement(&read.answers, 3, SURE));
    release(&read);
}

/* --- Columns ------------------------------------------------------------------------------ */

static const struct {
    const char *about;
    const char *header;
    const char *told;
} headers[] = {
    {"all there is", "id,vendor,sure,model,parts,places,price,count,since,note", ""},
    {"a dropped criterion is passed over, whatever is said of it", "id,gone,gone.note", ""},
    {"a criterion that is not asked", "id,prise",
     "1:4 line 1, column prise: `prise` is not asked in criteria.yaml [unknown-criterion]\n"
     "hint: did you mean `price`?\n"},
    {"one like nothing that is asked", "id,elephants",
     "1:4 line 1, column elephants: `elephants` is not asked in criteria.yaml "
     "[unknown-criterion]\n"},
    {"one of the buyer's", "id,tone",
     "1:4 line 1, column tone: `tone` is answered by the buyer, not by vendors [not-asked]\n"},
    {"one that is computed, and its note", "id,cost,cost.note",
     "1:4 line 1, column cost: `cost` is computed from other answers [not-asked]\n"
     "1:9 line 1, column cost.note: `cost` is computed from other answers [not-asked]\n"},
    {"twice the same", "id,sure,sure",
     "1:9 line 1, column sure: `sure` stands twice [duplicate-key]\n"
     "1:4 note: line 1, column sure: first written here\n"},
    {"the same in another case", "id,vendor,Id,VENDOR",
     "1:11 line 1, column Id: `Id` stands twice [duplicate-key]\n"
     "1:1 note: line 1, column id: first written here\n"
     "1:14 line 1, column VENDOR: `VENDOR` stands twice [duplicate-key]\n"
     "1:4 note: line 1, column vendor: first written here\n"},
    {"three of them", "id,ID,id",
     "1:4 line 1, column ID: `ID` stands twice [duplicate-key]\n"
     "1:1 note: line 1, column id: first written here\n"
     "1:7 line 1, column id: `id` stands twice [duplicate-key]\n"
     "1:1 note: line 1, column id: first written here\n"},
    {"the proof of something else", "id,prise.expires",
     "1:4 line 1, column prise.expires: `prise` is not asked in criteria.yaml "
     "[unknown-criterion]\n"
     "hint: did you mean `price.expires`?\n"},
    {"something else about it", "id,sure.expiry",
     "1:4 line 1, column sure.expiry: `expiry` is nothing that is stated of an answer "
     "[unknown-key]\n"
     "hint: did you mean `sure.expires`?\n"},
    {"far from anything stated", "id,sure.zzz",
     "1:4 line 1, column sure.zzz: `zzz` is nothing that is stated of an answer [unknown-key]\n"
     "hint: write evidence, expires, source or note\n"},
    {"other criteria", "id,e,f,g,sure",
     "1:1 3 of 4 columns are nothing that is asked in criteria.yaml [other-criteria]\n"
     "hint: was the table written for other criteria?\n"},
};

static void test_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(headers); i++) {
        struct read read;
        struct arena arena = {0};
        struct text_buffer csv = {.arena = &arena};
        print_message("%s\n", headers[i].about);
        buffer_format(&csv, "%s\nacme", headers[i].header);
        for (const char *at = headers[i].header; *at != '\0'; at++)
            buffer_add(&csv, *at == ',' ? TEXT(",") : TEXT(""));
        read_bytes(&read, buffer_text(&csv), false);
        assert_string_equal(told_whole(&read.problems, &read.arena), headers[i].told);
        /* Of a table with a wrong column nobody is read. */
        assert_int_equal(read.answers.count, headers[i].told[0] == '\0' ? 1 : 0);
        assert_int_equal(read.answers.unread_count, headers[i].told[0] == '\0' ? 0 : 1);
        release(&read);
        arena_release(&arena);
    }
}

/* While the criteria have errors, only the table itself is looked at. */
static void test_without_criteria(void **state)
{
    (void)state;
    struct read read;
    read_bytes(&read, TEXT("id,what,ever\nacme,1,2\nbeta,1\nNO,1,2\n"), true);
    assert_string_equal(told(&read.problems, &read.arena), "3:7 ragged-row\n4:1 bad-id\n");
    assert_int_equal(read.answers.count, 1);
    release(&read);
}

/* --- Many rows ---------------------------------------------------------------------------- */

/* Of rows 0 to 999 every seventh has an error and every eleventh is short; the price of the others
 * is their number modulo 100, their note its word, and what is stated stays with them. */
static void test_many_rows(void **state)
{
    (void)state;
    enum { ROWS = 1000 };
    struct read read;
    struct arena arena = {0};
    struct text_buffer csv = {.arena = &arena};
    buffer_add(&csv, TEXT("id,price,note,sure,sure.source\n"));
    for (unsigned r = 0; r < ROWS; r++) {
        if (r % 11 == 0)
            buffer_format(&csv, "v%04u,%u\n", r, r % 100);
        else
            buffer_format(&csv, "v%04u,%s%u,n%u,%s,s%u\n", r, r % 7 == 0 ? "x" : "", r % 100, r,
                          r % 3 == 0 ? "" : "yes", r);
    }
    read_bytes(&read, buffer_text(&csv), false);
    size_t v = 0;
    for (unsigned r = 0; r < ROWS; r++) {
        if (r % 11 == 0 || r % 7 == 0)
            continue;
        const struct vendor *vendor = &read.answers.vendors[v];
        assert_int_equal(vendor->line, r + 2);
        assert_int_equal(strtoul(vendor->id.ptr + 1, NULL, 10), r);
        assert_true(read.answers.columns[PRICE].numbers[v] == r % 100);
        assert_int_equal(strtoul(read.answers.columns[NOTE].texts[v].ptr + 1, NULL, 10), r);
        assert_int_equal(mark_answered(read.answers.columns[SURE].marks[v]), r % 3 != 0);
        const struct statement *statement = answers_statement(&read.answers, (uint32_t)v, SURE);
        assert_int_equal(strtoul(statement->source.ptr + 1, NULL, 10), r);
        v++;
    }
    assert_int_equal(read.answers.count, v);
    assert_int_equal(read.answers.unread_count, ROWS - v);
    release(&read);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right_cells),       cmocka_unit_test(test_wrong_cells),
        cmocka_unit_test(test_fast_is_slow),      cmocka_unit_test(test_vendors),
        cmocka_unit_test(test_names_share_bytes), cmocka_unit_test(test_statements),
        cmocka_unit_test(test_columns),           cmocka_unit_test(test_without_criteria),
        cmocka_unit_test(test_many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
