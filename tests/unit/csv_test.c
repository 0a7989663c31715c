/* Rows of CSV: cells, lines and places, and what is told about broken ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/csv_rows.h"
#include "../../src/input/tree.h"
#include "support/chance.h"
#include "support/told.h"

#define BYTES(literal)                                                                             \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

struct read {
    struct arena arena;
    struct problems problems;
    struct source source;
    struct csv_table table;
    bool is_open;
};

static void read_csv(struct read *read, struct text bytes, char delimiter)
{
    memset(read, 0, sizeof *read);
    read->source = source_of_text(bytes);
    read->is_open =
        csv_table_read(&read->table, &read->source, delimiter, &read->arena, &read->problems);
}

static void release(struct read *read)
{
    problems_release(&read->problems);
    arena_release(&read->arena);
}

/* Each row as "LINE cell|cell". */
static const char *shown(struct read *read)
{
    struct text_buffer buffer = {.arena = &read->arena};
    for (size_t r = 0; r < read->table.count; r++) {
        const struct csv_row *row = &read->table.rows[r];
        buffer_format(&buffer, "%u ", (unsigned)row->line);
        for (size_t c = 0; c < read->table.header.count; c++)
            buffer_format(&buffer, "%s%.*s", c == 0 ? "" : "|", TEXT_ARG(row->cells[c]));
        buffer_add_char(&buffer, '\n');
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

/* --- Rows --------------------------------------------------------------------------------- */

static const struct {
    const char *about;
    const char *csv;
    const char *rows;
} sound[] = {
    {"line feeds", "a,b\n1,2\n3,4\n", "2 1|2\n3 3|4\n"},
    {"both", "a,b\r\n1,2\r\n3,4\r\n", "2 1|2\n3 3|4\n"},
    {"carriage returns alone", "a,b\r1,2\r3,4\r", "2 1|2\n3 3|4\n"},
    {"one after the other", "a,b\n1,2\r\n3,4\r5,6", "2 1|2\n3 3|4\n4 5|6\n"},
    {"no line end at the end", "a,b\n1,2", "2 1|2\n"},
    {"a byte order mark", "\xef\xbb\xbf\"a\",b\n1,2\n", "2 1|2\n"},
    {"semicolons, of which cells hold commas", "a;b\n1,5;2\n", "2 1,5|2\n"},
    {"tabs", "a\tb\n1\t2\n\t3\n", "2 1|2\n3 |3\n"},
    {"a line that names the separator", "sep=;\na,b;c\n1,2;3\n", "3 1,2|3\n"},
    {"the same as Excel writes it", "sep=,\r\na,b;c;d\r\n1,2\r\n", "3 1|2\n"},
    {"a tab", "sep=\t\ra,b\tc\r1,2\t3\r", "3 1,2|3\n"},
    {"in quotes, behind a byte order mark", "\xef\xbb\xbf\"SEP=;\"\na;b\n1;2\n", "3 1|2\n"},
    {"a cell like that", "sep=;,b\n1,2\n", "2 1|2\n"},
    {"a column of that name", "sep=\n1\n", "2 1\n"},
    {"of no separator", "sep=|\n1\n", "2 1\n"},
    {"below the first line", "a;b\nsep=;\n", "2 sep=|\n"},
    {"one column", "a\n1\n2\n", "2 1\n3 2\n"},
    {"separators in quotes do not tell", "\"a;b;c\",d\n1,2\n", "2 1|2\n"},
    {"blanks around cells", "a , b\n  1\t,  2 \n", "2 1|2\n"},
    {"blanks in quotes stay", "a,b\n\" 1 \" ,2\n", "2  1 |2\n"},
    {"quotes in quotes", "a,b\n\"5\"\" pipe\",\"\"\"\"\n", "2 5\" pipe|\"\n"},
    {"line ends in quotes", "a,b\n\"1\n2\",3\n4,5\n", "2 1\n2|3\n4 4|5\n"},
    {"all of them in quotes", "a,b\r\n\"1\r\n\r2\",3\r\n4,5\r\n", "2 1\r\n\r2|3\n5 4|5\n"},
    {"blank lines are no rows", "\n \na,b\n\n1,2\n\n\n3,4\n", "5 1|2\n8 3|4\n"},
    {"rows of empty cells are none", ",\na,b\n,\n1,\n\"\",\n,2\n,,,,\n", "4 1|\n6 |2\n"},
    /* NEL and LS, which are lines for everything that is told, but end no row. */
    {"other line ends in cells", "a,b\n1\xc2\x85,2\n3\xe2\x80\xa8,4\n5,6\n",
     "2 1\xc2\x85|2\n4 3\xe2\x80\xa8|4\n6 5|6\n"},
};

static void test_sound_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sound); i++) {
        struct read read;
        print_message("%s\n", sound[i].about);
        read_csv(&read, text_from(sound[i].csv), '\0');
        assert_string_equal(told_whole(&read.problems, &read.arena), "");
        assert_true(read.is_open);
        assert_string_equal(shown(&read), sound[i].rows);
        release(&read);
    }
}

static void test_given_delimiter(void **state)
{
    (void)state;
    struct read read;
    read_csv(&read, TEXT("a,b;c\n1,2;3\n"), ';');
    assert_int_equal(read.table.header.count, 2);
    assert_string_equal(shown(&read), "2 1,2|3\n");
    release(&read);
    /* It outdoes the line that names another. */
    read_csv(&read, TEXT("sep=,\na,b;c\n1,2;3\n"), ';');
    assert_int_equal(read.table.header.count, 2);
    assert_string_equal(shown(&read), "3 1,2|3\n");
    release(&read);
}

static const char *const pieces[] = {
    "a", "bc", "12.5", " ", "\t", ",", ",", ";", "'", "\xc3\xbc", "\xc2\x85", "a longer cell", "=",
};

/* A quote in a row changes nothing about its other cells: random rows, each once as it is and once
 * with a quoted cell behind it. */
static void test_quotes_beside(void **state)
{
    (void)state;
    enum { ROWS = 3000, COLUMNS = 3 };
    struct chance chance = {20261121};
    struct arena arena = {0};
    struct text_buffer plain = {.arena = &arena};
    struct text_buffer quoted = {.arena = &arena};
    buffer_add(&plain, TEXT("a,b,c\n"));
    buffer_add(&quoted, TEXT("a,b,c,d\n"));
    for (size_t r = 0; r < ROWS; r++) {
        struct text_buffer row = {.arena = &arena};
        for (size_t i = 0, n = below(&chance, 8); i < n; i++)
            buffer_add(&row, text_from(PICK(&chance, pieces)));
        struct text end = below(&chance, 2) == 0 ? TEXT("\n") : TEXT("\r\n");
        buffer_add(&plain, buffer_text(&row));
        buffer_add(&plain, end);
        buffer_add(&quoted, buffer_text(&row));
        buffer_add(&quoted, TEXT(",\"x\""));
        buffer_add(&quoted, end);
    }
    struct read one;
    struct read other;
    read_csv(&one, buffer_text(&plain), ',');
    read_csv(&other, buffer_text(&quoted), ',');
    assert_true(one.table.count > ROWS / 20);
    size_t o = 0;
    for (size_t r = 0; r < one.table.count; r++) {
        while (other.table.rows[o].line < one.table.rows[r].line)
            o++;
        assert_int_equal(other.table.rows[o].line, one.table.rows[r].line);
        for (size_t c = 0; c < COLUMNS; c++)
            assert_true(text_equal(one.table.rows[r].cells[c], other.table.rows[o].cells[c]));
    }
    release(&one);
    release(&other);
    arena_release(&arena);
}

/* --- Blanks and quotes -------------------------------------------------------------------- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* A cell of sound CSV as a loop over its characters finds it; `*at` goes to what ends it. */
static struct text plain_cell(struct arena *arena, struct text bytes, char delimiter, size_t *at)
{
    struct text_buffer cell = {.arena = arena};
    size_t blanks = 0; /* at the end of the cell so far */
    bool quoted = false;
    bool was_quoted = false;
    for (; *at < bytes.len; ++*at) {
        const char c = bytes.ptr[*at];
        const bool is_blank = (c == ' ' || c == '\t') && c != delimiter;
        if (quoted && c == '"' && *at + 1 < bytes.len && bytes.ptr[*at + 1] == '"') {
            buffer_add_char(&cell, bytes.ptr[++*at]);
        } else if (c == '"') {
            quoted = !quoted;
            was_quoted = true;
        } else if (quoted) {
            buffer_add_char(&cell, c);
        } else if (c == delimiter || is_line_end(c)) {
            break;
        } else if (!was_quoted && (cell.len > 0 || !is_blank)) {
            buffer_add_char(&cell, c);
            blanks = is_blank ? blanks + 1 : 0;
        }
    }
    const struct text whole = buffer_text(&cell);
    return text_slice(whole, 0, whole.len - blanks);
}

static void assert_as_plain(struct text bytes, char delimiter, size_t rows)
{
    struct read read;
    struct arena arena = {0};
    size_t at = 0;
    read_csv(&read, bytes, delimiter);
    assert_string_equal(told(&read.problems, &read.arena), "");
    assert_int_equal(read.table.count, rows);
    for (size_t r = 0; r < rows + 1; r++) {
        for (size_t c = 0; c < read.table.header.count; c++) {
            const struct text expected = plain_cell(&arena, bytes, delimiter, &at);
            const struct text found =
                r == 0 ? read.table.header.names[c] : read.table.rows[r - 1].cells[c];
            if (!text_equal(found, expected))
                print_message("row %zu, cell %zu: '%.*s'\n", r, c, TEXT_ARG(found));
            assert_true(text_equal(found, expected));
            at++;
        }
    }
    release(&read);
    arena_release(&arena);
}

/* Adds a cell `abcdefgh`, at one place of which something else stands, in quotes between blanks. */
static void add_quoted(struct text_buffer *csv, struct text inside, size_t place,
                       struct text before, struct text behind)
{
    const struct text letters = TEXT("abcdefgh");
    buffer_add(csv, before);
    buffer_add_char(csv, '"');
    buffer_add(csv, text_slice(letters, 0, place));
    buffer_add(csv, inside);
    buffer_add(csv, text_slice(letters, place, letters.len));
    buffer_add_char(csv, '"');
    buffer_add(csv, behind);
}

/* What libcsv takes away before a quote must not be taken for the cell, whatever stands in it. */
static void test_blanks_around_quotes(void **state)
{
    (void)state;
    static const struct text blanks = {" \t  \t\t \t \t", 10};
    static const char *const inside[] = {",", ";", "\t", "\n", "\r", "\r\n", "\"\"", "", ", ,"};
    enum { MOST = 5, LETTERS = 8, COLUMNS = 3 };
    for (const char *delimiter = ",;\t"; *delimiter != '\0'; delimiter++) {
        struct arena arena = {0};
        struct text_buffer csv = {.arena = &arena};
        size_t rows = 0;
        buffer_format(&csv, "a%cb%cc\n", *delimiter, *delimiter);
        for (size_t i = 0; i < COUNT(inside) * (LETTERS + 1) * COLUMNS; i++) {
            for (size_t n = 0; n < (MOST + 1) * (MOST + 1); n++, rows++) {
                /* With tabs between the cells blanks are spaces. */
                const struct text some = *delimiter == '\t' ? TEXT("     ") : blanks;
                const size_t first = *delimiter == '\t' ? 0 : rows % MOST;
                for (size_t c = 0; c < COLUMNS; c++) {
                    if (c == i % COLUMNS)
                        add_quoted(&csv, text_from(inside[i / COLUMNS / (LETTERS + 1)]),
                                   i / COLUMNS % (LETTERS + 1),
                                   text_slice(some, first, first + n % (MOST + 1)),
                                   text_slice(some, first, first + n / (MOST + 1)));
                    else
                        buffer_format(&csv, "%zu", rows);
                    buffer_add_char(&csv, c + 1 < COLUMNS ? *delimiter : '\n');
                }
            }
        }
        assert_as_plain(buffer_text(&csv), *delimiter, rows);
        arena_release(&arena);
    }
}

/* --- Broken rows -------------------------------------------------------------------------- */

static const struct {
    const char *about;
    struct text csv;
    const char *told;
    const char *rows;
} broken[] = {
    {"a quote that is never closed; the rows behind it are read", BYTES("a,b\n1,\"2\n3,4\n5,6\n"),
     "2:3 line 2, column b: the quote that opens here is never closed [csv-syntax]\n"
     "hint: close the cell with a quote; a quote within it is written twice\n",
     "3 3|4\n4 5|6\n"},
    /* What lies between may be a text, of which nobody may make vendors. */
    {"a quote that the next quote does not close", BYTES("a,b\n1,\"2\n3,4\n\"5\",6\n7,8\n"),
     "2:3 line 2, column b: the quote that opens here is not closed where its cell ends "
     "[csv-syntax]\n"
     "4:2 note: the next quote stands here, and text behind it\n"
     "hint: close the cell with a quote; a quote within it is written twice\n",
     "5 7|8\n"},
    {"the same where that plainly opens a cell", BYTES("a,b\n1,\"2\n3,4\n5, \"6\"\n7,8\n"),
     "2:3 line 2, column b: the quote that opens here is not closed where its cell ends "
     "[csv-syntax]\n"
     "4:5 note: the next quote stands here, and text behind it\n"
     "hint: close the cell with a quote; a quote within it is written twice\n",
     "3 3|4\n4 5|6\n5 7|8\n"},
    {"text behind a text of several lines", BYTES("a,b\n1,\"x\nzz,2\nmore\" tail\n3,4\n"),
     "2:3 line 2, column b: the quote that opens here is not closed where its cell ends "
     "[csv-syntax]\n"
     "4:7 note: the next quote stands here, and text behind it\n"
     "hint: close the cell with a quote; a quote within it is written twice\n",
     "5 3|4\n"},
    {"text behind a quote", BYTES("a,b\n1,\"2\"x\n3,4\n"),
     "2:6 line 2, column b: text stands behind the quote that closes the cell [csv-syntax]\n"
     "hint: write a quote within a cell twice: \"5\"\" pipe\"\n",
     "3 3|4\n"},
    {"a quote behind a blank behind a quote", BYTES("a,b\n1,\"2\" \"\n3,4\n"),
     "2:7 line 2, column b: text stands behind the quote that closes the cell [csv-syntax]\n"
     "hint: write a quote within a cell twice: \"5\"\" pipe\"\n",
     "3 3|4\n"},
    {"a quote within a cell without quotes", BYTES("a,b\n5\" pipe,2\n3,4\n"),
     "2:2 line 2, column a: a quote stands within a cell that does not begin with one "
     "[csv-syntax]\n"
     "hint: put the whole cell in quotes, and write the quote within it twice: \"5\"\" pipe\"\n",
     "3 3|4\n"},
    {"a NUL", BYTES("a,b\n1,2\0\n3,4\n"),
     "2:4 line 2, column b: a NUL character stands here [csv-syntax]\n"
     "hint: take it out: no spreadsheet writes one\n",
     "3 3|4\n"},
    {"a NUL in a text of several lines", BYTES("a,b\n1,\"x\0\nzz,2\nmore\"\n3,4\n"),
     "2:5 line 2, column b: a NUL character stands here [csv-syntax]\n"
     "hint: take it out: no spreadsheet writes one\n",
     "5 3|4\n"},
    {"a NUL in a text of several lines at the end", BYTES("a,b\n1,\"x\0\nzz,2\""),
     "2:5 line 2, column b: a NUL character stands here [csv-syntax]\n"
     "hint: take it out: no spreadsheet writes one\n",
     ""},
    {"a NUL behind a quote that is never closed", BYTES("a,b\n1,\"x\0\n3,4\n"),
     "2:5 line 2, column b: a NUL character stands here [csv-syntax]\n"
     "hint: take it out: no spreadsheet writes one\n",
     "3 3|4\n"},
    {"too few cells", BYTES("a,b,c\n1\n3,4,5\n"),
     "2:2 this row has 1 cell, the header has 3 [ragged-row]\n"
     "hint: `b` is the first column without a cell\n",
     "3 3|4|5\n"},
    {"too many cells", BYTES("a,b\n1,5,6,7\n3,4\n"),
     "2:5 this row has 4 cells, the header has 2 [ragged-row]\n"
     "hint: no column is left for this cell: a cell that holds a comma stands in quotes\n",
     "3 3|4\n"},
    {"behind a cell of several lines", BYTES("a,b\r\n\"1\r\n2\",3\r\n4\r\n"),
     "4:2 this row has 1 cell, the header has 2 [ragged-row]\n"
     "hint: `b` is the first column without a cell\n",
     "2 1\r\n2|3\n"},
    {"a column that stands twice", BYTES("a,b,a\n1,2,3\n"),
     "1:5 line 1, column a: `a` stands twice [duplicate-key]\n"
     "1:1 note: line 1, column a: first written here\n",
     "2 1|2|3\n"},
    {"a column without a name", BYTES("a,\" \",b\n1,2,3\n"),
     "1:3 column 2 has no name [missing-key]\n"
     "hint: name it in the first row, or delete it\n",
     "2 1|2|3\n"},
    {"columns without a name, as empty ones of a sheet", BYTES("a,b,,,\n1,2,,,\n"),
     "1:5 columns 3 to 5 have no name [missing-key]\n"
     "hint: name them in the first row, or delete them\n",
     "2 1|2|||\n"},
    {"a header only", BYTES("a,b\n,\n\n"), "1:1 there is no row below the header [empty-file]\n",
     ""},
};

static void test_broken_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct read read;
        print_message("%s\n", broken[i].about);
        read_csv(&read, broken[i].csv, '\0');
        assert_string_equal(told_whole(&read.problems, &read.arena), broken[i].told);
        assert_true(read.is_open);
        assert_string_equal(shown(&read), broken[i].rows);
        release(&read);
    }
}

/* --- Files that cannot be read ------------------------------------------------------------ */

static const struct {
    const char *about;
    struct text csv;
    const char *told;
} refused[] = {
    {"nothing", BYTES(""), "0:0 there is nothing in this file [empty-file]\n"},
    {"nothing but a separator", BYTES("sep=;"), "0:0 there is nothing in this file [empty-file]\n"},
    {"nothing but blank lines", BYTES("\n,,\n\r\n"),
     "0:0 there is nothing in this file [empty-file]\n"},
    {"a broken header", BYTES("a,b\"\n1,2\n"),
     "1:4 a quote stands within a cell that does not begin with one [csv-syntax]\n"
     "hint: put the whole cell in quotes, and write the quote within it twice: \"5\"\" pipe\"\n"},
    {"UTF-16",
     BYTES("\xff\xfe"
           "a\0,\0b\0\n\0"),
     "0:0 the file is not UTF-8 but, it seems, UTF-16 [not-utf8]\n"
     "hint: save the sheet as \"CSV UTF-8\"\n"},
    {"Latin-1", BYTES("a,b\nM\xfcller,1\n"),
     "2:2 the byte 0xfc is not UTF-8 [not-utf8]\n"
     "hint: save the sheet as \"CSV UTF-8\"\n"},
    {"a workbook", BYTES("PK\003\004..."),
     "0:0 this is not a text file: it is a spreadsheet, a document or a ZIP archive [not-text]\n"
     "hint: save the sheet as \"CSV UTF-8\", or its content as YAML\n"},
};

static void test_refused_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct read read;
        print_message("%s\n", refused[i].about);
        read_csv(&read, refused[i].csv, '\0');
        assert_string_equal(told_whole(&read.problems, &read.arena), refused[i].told);
        assert_false(read.is_open);
        release(&read);
    }
}

/* --- Sizes -------------------------------------------------------------------------------- */

/* `before`, then `count` times `repeated`, then `after`. */
static struct text repeated(struct arena *arena, const char *before, const char *repeated,
                            size_t count, const char *after)
{
    struct text_buffer buffer = {.arena = arena};
    buffer_add(&buffer, text_from(before));
    for (size_t i = 0; i < count; i++)
        buffer_add(&buffer, text_from(repeated));
    buffer_add(&buffer, text_from(after));
    return buffer_text(&buffer);
}

static const struct {
    const char *about;
    const char *before;
    const char *repeated;
    size_t count;
    const char *after;
    const char *told;
    size_t rows;
} sizes[] = {
    {"64 KiB in a cell", "a,b\n", "x", 65536, ",1\n2,3\n", "", 2},
    {"a byte more", "a,b\n", "x", 65537, ",1\n2,3\n", "2:1 too-large\n", 1},
    {"64 KiB in quotes", "a,b\n1,\"", "x", 65536, "\"\n2,3\n", "", 2},
    {"a byte more in quotes", "a,b\n1,\"", "x", 65537, "\"\n2,3\n", "2:3 too-large\n", 1},
    {"64 KiB of quotes", "a,b\n1,\"", "\"\"", 65536, "\"\n2,3\n", "", 2},
    {"a quote more", "a,b\n1,\"", "\"\"", 65537, "\"\n2,3\n", "2:3 too-large\n", 1},
    {"much more", "a,b\n", "x", 1000000, ",1\n2,3\n", "2:1 too-large\n", 1},
    {"the last cell", "a,b\n1,", "x", 65537, "\n2,3\n", "2:3 too-large\n", 1},
    {"a quote open over many lines", "a,b\n1,\"2\n", "3,4\n", 100000, "", "2:3 too-large\n",
     100000},
    {"a wide row that is none too long", "a,b\n", "x,", 100000, "\n2,3\n", "2:5 ragged-row\n", 1},
    {"20,000 columns", "a", ",", 19999, "\n1\n", "1:3 missing-key\n2:2 ragged-row\n", 0},
    {"more columns than may be", "a", ",a", 20000, "\n1\n", "1:1 too-large\n", 0},
};

static void test_sizes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct read read;
        struct arena arena = {0};
        print_message("%s\n", sizes[i].about);
        read_csv(
            &read,
            repeated(&arena, sizes[i].before, sizes[i].repeated, sizes[i].count, sizes[i].after),
            '\0');
        assert_string_equal(told(&read.problems, &read.arena), sizes[i].told);
        assert_int_equal(read.table.count, sizes[i].rows);
        release(&read);
        arena_release(&arena);
    }
}

/* The limit is that of the cell, wherever in the row it stands: libcsv gets 64 KiB at a time, and
 * here the quote that closes the second cell is the last of 128. */
static void test_longest_cells_together(void **state)
{
    (void)state;
    enum { FIRST = 65533 };
    struct read read;
    struct arena arena = {0};
    const struct text first = repeated(&arena, "a,b\n", "x", FIRST, ",\"");
    read_csv(&read, repeated(&arena, first.ptr, "y", SCALAR_LIMIT, "\"\n"), '\0');
    assert_string_equal(told(&read.problems, &read.arena), "");
    assert_int_equal(read.table.rows[0].cells[0].len, FIRST);
    assert_int_equal(read.table.rows[0].cells[1].len, SCALAR_LIMIT);
    release(&read);
    arena_release(&arena);
}

/* The lengths of a wide row may look like those of longer cells; to find out takes one look. */
static void test_wide_rows(void **state)
{
    (void)state;
    enum { COLUMNS = 20000, ROWS = 20 };
    struct read read;
    struct arena arena = {0};
    struct text_buffer csv = {.arena = &arena};
    const struct text longest = repeated(&arena, "", "x", SCALAR_LIMIT, "");
    for (size_t c = 0; c < COLUMNS; c++)
        buffer_format(&csv, "%sc%zu", c == 0 ? "" : ",", c);
    for (size_t r = 0; r < ROWS; r++) {
        buffer_add_char(&csv, '\n');
        buffer_add(&csv, longest);
        buffer_add(&csv, repeated(&arena, "", ",7", COLUMNS - 1, ""));
    }
    read_csv(&read, buffer_text(&csv), '\0');
    assert_string_equal(told(&read.problems, &read.arena), "");
    assert_int_equal(read.table.count, ROWS);
    release(&read);
    arena_release(&arena);
}

/* Every other line has a quote that is open: the reading must not begin anew at each of them with
 * the whole rest of the file. */
static void test_many_open_quotes(void **state)
{
    (void)state;
    struct read read;
    struct arena arena = {0};
    read_csv(&read, repeated(&arena, "a,b\n", "1,\"2\n3\"4,\n", 50000, ""), '\0');
    assert_int_equal(read.problems.totals[PROBLEM_ERROR], 50000);
    release(&read);
    arena_release(&arena);
}

/* --- Places ------------------------------------------------------------------------------- */

static void assert_place(const struct read *read, size_t row, size_t column, const char *expected)
{
    char found[64];
    struct place place =
        csv_cell_place(&read->source, read->table.header.delimiter, &read->table.rows[row], column);
    (void)snprintf(found, sizeof(found), "%u:%u-%u:%u", (unsigned)place.line,
                   (unsigned)place.column, (unsigned)place.end_line, (unsigned)place.end_column);
    assert_string_equal(found, expected);
    assert_int_equal(place.cell, column + 1);
}

/* Columns count characters; a cell's place is that of its quotes too, not of blanks around it. */
static void test_places_of_cells(void **state)
{
    (void)state;
    struct read read;
    read_csv(&read,
             TEXT("\xef\xbb\xbf"
                  "a,b,c\r\nM\xc3\xbcller, \"1\r\n,2\" ,3\r\n,,x"),
             '\0');
    assert_string_equal(told_whole(&read.problems, &read.arena), "");
    assert_place(&read, 0, 0, "2:1-2:7");
    assert_place(&read, 0, 1, "2:9-3:4");
    assert_place(&read, 0, 2, "3:6-3:7");
    assert_place(&read, 1, 0, "4:1-4:1");
    assert_place(&read, 1, 1, "4:2-4:2");
    assert_place(&read, 1, 2, "4:3-4:4");
    release(&read);
}

static void assert_same_place(const struct place *a, const struct place *b)
{
    assert_ptr_equal(a->source, b->source);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->column, b->column);
    assert_int_equal(a->end_line, b->end_line);
    assert_int_equal(a->end_column, b->end_column);
    assert_int_equal(a->cell, b->cell);
}

/* All places of a row at once are those of its cells one by one, those it does not have included.
 */
static void test_places_of_rows(void **state)
{
    (void)state;
    enum { COLUMNS = 5, PLACES = COLUMNS + 2 };
    struct read read;
    read_csv(&read,
             TEXT("\xef\xbb\xbf"
                  "a,b,c,d,e\r\nM\xc3\xbcller, \"1\r\n,2\" ,3\xc2\x85,\xc3\xa4,\"\n\"\r\n"
                  ",, x ,\"\xe2\x80\xa8\"\"\",y"),
             '\0');
    assert_string_equal(told_whole(&read.problems, &read.arena), "");
    assert_int_equal(read.table.count, 2);
    for (size_t r = 0; r < read.table.count; r++) {
        struct place places[PLACES];
        csv_cell_places(&read.source, ',', &read.table.rows[r], PLACES, places);
        for (size_t c = 0; c < PLACES; c++) {
            const struct place alone = csv_cell_place(&read.source, ',', &read.table.rows[r], c);
            assert_same_place(&places[c], &alone);
        }
    }
    assert_place(&read, 0, 2, "3:6-4:1");
    assert_place(&read, 0, 3, "4:2-4:3");
    assert_place(&read, 0, 4, "4:4-5:2");
    assert_place(&read, 1, 4, "7:5-7:6");
    release(&read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound_rows),
        cmocka_unit_test(test_given_delimiter),
        cmocka_unit_test(test_quotes_beside),
        cmocka_unit_test(test_broken_rows),
        cmocka_unit_test(test_refused_files),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_many_open_quotes),
        cmocka_unit_test(test_places_of_cells),
        cmocka_unit_test(test_places_of_rows),
        cmocka_unit_test(test_blanks_around_quotes),
        cmocka_unit_test(test_longest_cells_together),
        cmocka_unit_test(test_wide_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
