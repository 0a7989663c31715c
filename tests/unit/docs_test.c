/*
 * Holds the documents to the tables of the program. Sections between `<!-- NAME -->` and
 * `<!-- end -->` are made from tables: keys of the file formats, options, problems. A run with
 * UPDATE_DOCS=1 in the environment writes them anew. Every function and operator of the rule
 * language must have its row in docs/rule-language.md.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "shortlist/arena.h"
#include "shortlist/file.h"
#include "shortlist/keys.h"
#include "shortlist/number.h"
#include "shortlist/problem.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"
#include "../../src/cli/arguments.h"
#include "../../src/cli/request.h"
#include "../../src/expr/node.h"

#define FORMATS "docs/formats.md"
#define LANGUAGE "docs/rule-language.md"
#define CLI "docs/cli.md"

enum { DOCUMENT_LIMIT = 1024 * 1024 };

/* --- Documents and their sections ------------------------------------------------------------- */

static struct text read_document(const char *path)
{
    struct text bytes;
    const char *reason;
    if (!file_read(path, DOCUMENT_LIMIT, &bytes, &reason))
        fail_msg("%s: %s", path, reason);
    return bytes;
}

static void write_document(const char *path, struct text text)
{
    struct sink sink;
    const char *reason;
    if (!sink_open_file(&sink, path, &reason))
        fail_msg("%s: %s", path, reason);
    sink_text(&sink, text);
    if (!sink_finish(&sink, &reason))
        fail_msg("%s: %s", path, reason);
}

/* Where `part` begins in `text` from `from` on; the length of `text` when it is not there. */
static size_t find(struct text text, struct text part, size_t from)
{
    for (size_t at = from; at + part.len <= text.len; at++) {
        if (memcmp(text.ptr + at, part.ptr, part.len) == 0)
            return at;
    }
    return text.len;
}

/* How often it occurs. */
static size_t occurrences(struct text text, struct text part)
{
    size_t count = 0;
    for (size_t at = find(text, part, 0); at < text.len; at = find(text, part, at + part.len))
        count++;
    return count;
}

/* What stands between `<!-- name -->` and `<!-- end -->`, the line ends beside them left out. */
static struct text find_section(const char *path, struct text document, const char *name,
                                struct arena *arena)
{
    const struct text end = TEXT("\n<!-- end -->\n");
    struct text begin = text_format(arena, "<!-- %s -->\n", name);
    size_t count = occurrences(document, begin);
    if (count != 1)
        fail_msg("%s: %zu sections `<!-- %s -->`, expected one", path, count, name);
    size_t from = find(document, begin, 0) + begin.len;
    size_t to = find(document, end, from - 1);
    if (to == document.len)
        fail_msg("%s: no `<!-- end -->` after `<!-- %s -->`", path, name);
    return text_slice(document, from, to < from ? from : to);
}

static void replace_section(const char *path, struct text document, struct text section,
                            struct text by, struct arena *arena)
{
    size_t from = (size_t)(section.ptr - document.ptr);
    struct text_buffer buffer = {.arena = arena};
    buffer_add(&buffer, text_slice(document, 0, from));
    buffer_add(&buffer, by);
    if (section.len == 0)
        buffer_add_char(&buffer, '\n');
    buffer_add(&buffer, text_slice(document, from + section.len, document.len));
    write_document(path, buffer_text(&buffer));
}

/* Holds a section to what the program's tables say, or updates it. */
static void check_section(const char *path, const char *name, struct text expected,
                          struct arena *arena)
{
    struct text document = read_document(path);
    struct text section = find_section(path, document, name, arena);
    bool same = text_equal(section, expected);
    if (!same && getenv("UPDATE_DOCS") != NULL) {
        replace_section(path, document, section, expected, arena);
        same = true;
    }
    struct text found = text_copy(arena, section);
    file_free(document);
    if (!same)
        fail_msg("%s: the section `%s` is not what the program says; UPDATE_DOCS=1 updates it\n"
                 "--- the document\n%s\n--- the program\n%s\n",
                 path, name, found.ptr, expected.ptr);
}

/* --- Tables in Markdown ----------------------------------------------------------------------- */

/* A cell, with the one character that would end it escaped. */
static void add_cell(struct text_buffer *buffer, const char *text)
{
    buffer_add(buffer, TEXT(" "));
    for (; *text != '\0'; text++) {
        if (*text == '|')
            buffer_add_char(buffer, '\\');
        buffer_add_char(buffer, *text);
    }
    buffer_add(buffer, TEXT(" |"));
}

/* A row of up to four cells; NULL ends it early. */
static void add_row(struct text_buffer *buffer, const char *const cells[static 4])
{
    buffer_add(buffer, TEXT("|"));
    for (size_t i = 0; i < 4 && cells[i] != NULL; i++)
        add_cell(buffer, cells[i]);
    buffer_add_char(buffer, '\n');
}

/* The rows between empty lines, as a section holds them. */
static struct text finished_rows(const struct text_buffer *buffer)
{
    return text_format(buffer->arena, "\n%.*s", TEXT_ARG(buffer_text(buffer)));
}

/* --- Keys ------------------------------------------------------------------------------------- */

static const char *words_value(const struct key *key, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (size_t i = 0; key->words[i] != NULL; i++)
        buffer_format(&buffer, "%s`%s`", i > 0 ? ", " : "", key->words[i]);
    return buffer_text(&buffer).ptr;
}

static const char *number_value(const struct key *key, const char *what, struct arena *arena)
{
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    number_shortest(key->low, low);
    number_shortest(key->high, high);
    /* The highest weight is there to keep sums finite, and nothing to remember. */
    if (key->high >= WEIGHT_LIMIT)
        return text_format(arena, "%s, %s or more", what, low).ptr;
    return text_format(arena, "%s, %s to %s", what, low, high).ptr;
}

static const char *value_of(const struct key *key, struct arena *arena)
{
    const char *table = key->table != NULL ? key->table->name : "";
    switch (key->shape) {
    case SHAPE_KIND:
        return "`1`";
    case SHAPE_TEXT:
        return "text";
    case SHAPE_PHRASE:
        return strcmp(key->name, "message") == 0 ? "template" : "expression";
    case SHAPE_TRUTH:
        return "`yes`, `no`";
    case SHAPE_FLAG:
    case SHAPE_CHOICE:
        return words_value(key, arena);
    case SHAPE_NUMBER:
        return number_value(key, "number", arena);
    case SHAPE_COUNT:
        return number_value(key, "whole number", arena);
    case SHAPE_DATE:
        return "date";
    case SHAPE_WORD:
    case SHAPE_REASON:
        return "text";
    case SHAPE_ID:
        return "id";
    case SHAPE_IDS:
        return "list of ids";
    case SHAPE_BOUNDS:
        return "`[low, high]`";
    case SHAPE_LEVELS:
        return "number: text";
    case SHAPE_OPTIONS:
        return "list of ids, or id: label";
    case SHAPE_POINTS:
        return "answer: points";
    case SHAPE_KNOTS:
        return "number: points";
    case SHAPE_SHARE:
        return "list, or `needs.NAME`";
    case SHAPE_END:
        return "number, `needs.NAME`, `lowest`, `highest`";
    case SHAPE_BANDS:
        return "number: text";
    case SHAPE_WEIGHTS:
        return "id: number";
    case SHAPE_TABLE:
        return text_format(arena, "the keys of %s", table).ptr;
    case SHAPE_NEEDS:
        return text_format(arena, "id: value, or id: the keys of %s", table).ptr;
    case SHAPE_NEED:
        return "word, or list of words";
    case SHAPE_ENTRIES:
        return text_format(arena, "id: the keys of %s", table).ptr;
    case SHAPE_ANSWERS:
        return text_format(arena, "id: answer, or id: the keys of %s", table).ptr;
    case SHAPE_ANSWER:
        return "answer";
    case SHAPE_RATINGS:
        return text_format(arena, "id: id: rating, or id: id: the keys of %s", table).ptr;
    case SHAPE_WAIVERS:
        return "id: reason";
    }
    return "";
}

static struct text render_keys(const struct key_table *table, struct arena *arena)
{
    struct text_buffer rows = {.arena = arena};
    add_row(&rows, (const char *const[4]){"key", "value", "required", "meaning"});
    add_row(&rows, (const char *const[4]){"---", "---", "---", "---"});
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        add_row(&rows, (const char *const[4]){text_format(arena, "`%s`", key->name).ptr,
                                              value_of(key, arena), key->required ? "yes" : "no",
                                              key->doc});
    }
    return finished_rows(&rows);
}

static void test_keys_are_documented(void **state)
{
    (void)state;
    struct arena arena = {0};
    size_t tables = 0;
    for (; all_key_tables[tables] != NULL; tables++) {
        const struct key_table *table = all_key_tables[tables];
        check_section(FORMATS, text_format(&arena, "keys: %s", table->name).ptr,
                      render_keys(table, &arena), &arena);
    }
    struct text document = read_document(FORMATS);
    assert_int_equal(occurrences(document, TEXT("<!-- keys: ")), tables);
    file_free(document);
    arena_release(&arena);
}

/* --- The rule language ------------------------------------------------------------------------ */

/* How many rows of a section begin with a text. */
static size_t rows_that_begin(struct text section, struct text with, struct arena *arena)
{
    return occurrences(section, text_format(arena, "\n| `%.*s", TEXT_ARG(with)));
}

/* A function has a row that begins with its call, an operator one that begins with its name. */
static void test_functions_are_documented(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text document = read_document(LANGUAGE);
    struct text operators = find_section(LANGUAGE, document, "operators", &arena);
    struct text own = find_section(LANGUAGE, document, "check: conditions functions", &arena);
    struct text cohort = find_section(LANGUAGE, document, "check: conditions cohort", &arena);
    size_t wrong = 0;
    for (size_t i = 0; i < function_count; i++) {
        const struct function *function = &function_table[i];
        bool is_call = function->placing == CALL;
        struct text begin = text_format(&arena, is_call ? "%s(" : "%s`", function->name);
        size_t found =
            is_call ? rows_that_begin(own, begin, &arena) + rows_that_begin(cohort, begin, &arena)
                    : rows_that_begin(operators, begin, &arena);
        /* The minus stands between two numbers and before one. */
        size_t expected = text_equal(begin, TEXT("-`")) ? 2 : 1;
        if (found != expected)
            print_error("%s: %zu rows for `%s`, expected %zu\n", LANGUAGE, found, function->name,
                        expected);
        wrong += found != expected;
    }
    file_free(document);
    arena_release(&arena);
    assert_int_equal(wrong, 0);
}

/* --- Options and problems --------------------------------------------------------------------- */

/* The options that all of some commands have, of those of `among`. */
static struct text render_options(int among, int available_to, struct arena *arena)
{
    struct text_buffer rows = {.arena = arena};
    add_row(&rows, (const char *const[4]){"option", "meaning", NULL, NULL});
    add_row(&rows, (const char *const[4]){"---", "---", NULL, NULL});
    for (size_t i = 0; i < option_row_count; i++) {
        const struct option_row *option = &option_rows[i];
        if ((option->commands & among) != available_to)
            continue;
        struct text_buffer name = {.arena = arena};
        if (option->letter != 0)
            buffer_format(&name, "`-%c`, ", option->letter);
        buffer_format(&name, "`--%s%s%s`", option->name, option->argument != NULL ? " " : "",
                      option->argument != NULL ? option->argument : "");
        add_row(&rows, (const char *const[4]){buffer_text(&name).ptr, option->doc, NULL, NULL});
    }
    return finished_rows(&rows);
}

static void test_options_are_documented(void **state)
{
    (void)state;
    struct arena arena = {0};
    check_section(CLI, "options: all commands", render_options(FOR_REPORTS, FOR_REPORTS, &arena),
                  &arena);
    check_section(CLI, "options: score", render_options(FOR_REPORTS, FOR_SCORE, &arena), &arena);
    check_section(CLI, "options: check", render_options(~0, FOR_CHECK, &arena), &arena);
    check_section(CLI, "options: template", render_options(~0, FOR_TEMPLATE, &arena), &arena);
    check_section(CLI, "options: packs", render_options(~0, FOR_PACKS, &arena), &arena);
    check_section(CLI, "options: init", render_options(~0, FOR_INIT, &arena), &arena);
    for (size_t i = 0; i < option_row_count; i++) {
        int commands = option_rows[i].commands;
        bool of_reports = (commands & FOR_REPORTS) == FOR_REPORTS;
        assert_true(of_reports || commands == FOR_SCORE || commands == FOR_CHECK ||
                    commands == FOR_TEMPLATE || commands == FOR_PACKS || commands == FOR_INIT);
    }
    arena_release(&arena);
}

static struct text render_problems(struct arena *arena)
{
    static const char *const severities[] = {"error", "warning", "note"};
    struct text_buffer rows = {.arena = arena};
    add_row(&rows, (const char *const[4]){"code", "severity", "meaning", NULL});
    add_row(&rows, (const char *const[4]){"---", "---", "---", NULL});
    for (int i = 0; i < PROBLEM_CODES; i++) {
        enum problem_code code = (enum problem_code)i;
        add_row(&rows, (const char *const[4]){
                           text_format(arena, "`%s`", problem_code_name(code)).ptr,
                           severities[problem_severity(code)], problem_meaning(code), NULL});
    }
    return finished_rows(&rows);
}

static void test_problems_are_documented(void **state)
{
    (void)state;
    struct arena arena = {0};
    check_section(CLI, "problems", render_problems(&arena), &arena);
    arena_release(&arena);
}

/* --- What the checks themselves must see ------------------------------------------------------ */

static void test_a_changed_section_is_seen(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text document = TEXT("text\n<!-- keys: a -->\n| one |\n<!-- end -->\n"
                                "<!-- keys: b -->\n<!-- end -->\n");
    assert_true(text_equal(find_section("test", document, "keys: a", &arena), TEXT("| one |")));
    assert_int_equal(find_section("test", document, "keys: b", &arena).len, 0);
    arena_release(&arena);
}

static void test_a_bar_does_not_end_a_cell(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text_buffer rows = {.arena = &arena};
    add_row(&rows, (const char *const[4]){"a|b", "c", NULL, NULL});
    assert_true(text_equal(finished_rows(&rows), TEXT("\n| a\\|b | c |\n")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_documented),
        cmocka_unit_test(test_functions_are_documented),
        cmocka_unit_test(test_options_are_documented),
        cmocka_unit_test(test_problems_are_documented),
        cmocka_unit_test(test_a_changed_section_is_seen),
        cmocka_unit_test(test_a_bar_does_not_end_a_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
