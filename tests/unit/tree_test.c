/* YAML as trees: places, limits, what is refused, and syntax errors in plain words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/tree.h"
#include "support/told.h"

/* Reads all documents of a text; problems as told. */
static const char *read_all(struct text bytes, struct arena *arena,
                            const char *(*tell)(struct problems *, struct arena *))
{
    struct problems problems = {0};
    const struct source source = source_of_text(bytes);
    struct documents *documents = documents_open(&source, &problems);
    struct yaml_node *root;
    while (documents_next(documents, arena, &root) == DOCUMENT_READ)
        assert_non_null(root);
    documents_close(documents);
    const char *all = tell(&problems, arena);
    problems_release(&problems);
    return all;
}

/* The only document of a text that has no problems. */
static struct yaml_node *read_one(const struct source *source, struct arena *arena)
{
    struct problems problems = {0};
    struct documents *documents = documents_open(source, &problems);
    struct yaml_node *root = NULL;
    assert_int_equal(documents_next(documents, arena, &root), DOCUMENT_READ);
    assert_false(documents_more(documents));
    documents_close(documents);
    assert_int_equal(problems.count, 0);
    problems_release(&problems);
    return root;
}

static void assert_place(const struct yaml_node *node, unsigned line, unsigned column,
                         unsigned end_line, unsigned end_column)
{
    assert_int_equal(node->place.line, line);
    assert_int_equal(node->place.column, column);
    assert_int_equal(node->place.end_line, end_line);
    assert_int_equal(node->place.end_column, end_column);
}

static void test_a_tree(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct source source = source_of("a: [1, two]\n"
                                           "b:\n"
                                           "  c: \"x\\0y\"\n"
                                           "  d: |\n"
                                           "    text\n"
                                           "  h: >-\n"
                                           "    folded\n"
                                           "    text\n"
                                           "e: {f: ~, g: }\n");
    const struct yaml_node *root = read_one(&source, &arena);
    assert_int_equal(root->kind, YAML_MAP);
    assert_int_equal(root->count, 3);
    const struct yaml_node *list = node_find(root, TEXT("a"));
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->count, 2);
    assert_true(list->flow);
    assert_place(list, 1, 4, 1, 12);
    assert_true(text_equal(list->items[1].text, TEXT("two")));
    assert_place(&list->items[1], 1, 8, 1, 11);
    const struct yaml_node *map = node_find(root, TEXT("b"));
    assert_false(map->flow);
    assert_place(map, 3, 3, 3, 3);
    const struct yaml_node *quoted = node_find(map, TEXT("c"));
    assert_true(text_equal(quoted->text, TEXT("x\0y")));
    assert_int_equal(quoted->style, STYLE_DOUBLE);
    assert_place(quoted, 3, 6, 3, 12);
    assert_true(text_equal(node_find(map, TEXT("d"))->text, TEXT("text\n")));
    assert_int_equal(node_find(map, TEXT("d"))->style, STYLE_LITERAL);
    assert_true(text_equal(node_find(map, TEXT("h"))->text, TEXT("folded text")));
    assert_int_equal(node_find(map, TEXT("h"))->style, STYLE_FOLDED);
    const struct yaml_node *open = node_find(root, TEXT("e"));
    assert_true(node_is_open(node_find(open, TEXT("f"))));
    assert_true(node_is_open(node_find(open, TEXT("g"))));
    assert_null(node_find(open, TEXT("h")));
    arena_release(&arena);
}

static void test_places_count_code_points(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct source source = source_of("\xef\xbb\xbf"
                                           "\xc3\xa9: {\xe6\x9d\xb1\xe4\xba\xac: x}\r\n"
                                           "b: y\r"
                                           "c: z\xe2\x80\xa8"
                                           "d: w\n");
    const struct yaml_node *root = read_one(&source, &arena);
    assert_place(&node_value(root, 0)->items[1], 1, 9, 1, 10);
    assert_place(node_value(root, 1), 2, 4, 2, 5);
    assert_place(node_value(root, 2), 3, 4, 3, 5);
    assert_place(node_value(root, 3), 4, 4, 4, 5);
    arena_release(&arena);
}

static void test_quotes_make_a_text_of_null(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct source source = source_of("[~, null, NULL, '', '~', \"null\", nul]");
    const struct yaml_node *list = read_one(&source, &arena);
    for (size_t i = 0; i < list->count; i++)
        assert_int_equal(node_is_open(&list->items[i]), i < 3);
    arena_release(&arena);
}

static void test_several_documents(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct problems problems = {0};
    const struct source source = source_of("a: 1\n---\nb: 2\n...\n---\n# nothing\n");
    struct documents *documents = documents_open(&source, &problems);
    struct yaml_node *root;
    assert_int_equal(documents_next(documents, &arena, &root), DOCUMENT_READ);
    assert_true(documents_more(documents));
    assert_int_equal(documents_start(documents).line, 2);
    assert_int_equal(documents_next(documents, &arena, &root), DOCUMENT_READ);
    assert_non_null(node_find(root, TEXT("b")));
    assert_int_equal(documents_next(documents, &arena, &root), DOCUMENT_READ);
    assert_true(node_is_open(root));
    assert_false(documents_more(documents));
    assert_int_equal(documents_next(documents, &arena, &root), DOCUMENTS_END);
    documents_close(documents);
    assert_int_equal(problems.count, 0);
    arena_release(&arena);
}

static void test_the_first_key(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *key; /* NULL: there is none */
    } cases[] = {
        {"a: 1\n", "a"},
        {"{\"a b\": 1}", "a b"},
        {"# c\n---\na: 1\n: [", "a"},
        {"a: 1\nb: @\n", "a"},
        {"- a\n", NULL},
        {"a\n", NULL},
        {"", NULL},
        {"? [a]\n: b\n", NULL},
        {"@", NULL},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct source source = source_of(cases[i].bytes);
        struct text key = {0};
        assert_int_equal(documents_first_key(&source, &arena, &key), cases[i].key != NULL);
        if (cases[i].key != NULL)
            assert_true(text_equal(key, text_from(cases[i].key)));
    }
    arena_release(&arena);
}

/* --- What is refused ---------------------------------------------------------------------- */

static void test_features(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *problems;
    } cases[] = {
        {"a: b & c * d ! e\n", ""},
        {"a: &x 1\nb: *x\n", "1:4 yaml-feature\n2:4 yaml-feature\n"},
        {"a: &x [1]\n", "1:4 yaml-feature\n"},
        {"a: &x {b: 1}\n", "1:4 yaml-feature\n"},
        {"a: *nothing\n", "1:4 yaml-feature\n"},
        {"*x : 1\n", "1:1 yaml-feature\n"},
        {"a: !!python/object:os.system x\n", "1:4 yaml-feature\n"},
        {"a: ! x\n", "1:4 yaml-feature\n"},
        {"a: !!map {b: 1}\n", "1:4 yaml-feature\n"},
        {"a: !!seq [1]\n", "1:4 yaml-feature\n"},
        {"a: !local x\n", "1:4 yaml-feature\n"},
        {"a: !undeclared!x y\n", "1:4 yaml-feature\n"},
        {"a: '<<'\n\"<<\": 1\n", ""},
        {"<<: {a: 1}\n", "1:1 yaml-feature\n"},
        {"? [a]\n: b\n", "1:3 yaml-feature\n"},
        {"{{a}}\n", "1:2 yaml-feature\n"},
        {"\"a\\0\": 1\n", "1:1 yaml-syntax\n"},
        {"%YAML 1.1\n---\na: 1\n", ""},
        {"%YAML 1.2\n---\na: 1\n", ""},
        {"%YAML 1.3\n---\na: 1\n", "1:1 yaml-syntax\n"},
        {"%TAG ! tag:x:\n---\na: 1\n", "1:1 yaml-feature\n"},
        {"a: \"\n%TAG ! b\"\n", "2:1 yaml-feature\n"},
        {"a: 100 %TAG\n", ""},
        {"%FOO\n---\na: 1\n", "1:5 yaml-syntax\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        assert_string_equal(read_all(text_from(cases[i].bytes), &arena, told), cases[i].problems);
        arena_release(&arena);
    }
}

static void test_bytes(void **state)
{
    (void)state;
    static const struct {
        struct text bytes;
        const char *problems;
    } cases[] = {
        {{"a: \xc3\xa9\n", 6}, ""},
        {{"a: 1\nb: \xe9\n", 10}, "2:4 not-utf8\n"},
        {{"a: \xc0\x80\n", 6}, "1:4 not-utf8\n"},
        {{"a: \xed\xa0\x80\n", 7}, "1:4 not-utf8\n"},
        {{"a: \xc3", 4}, "1:4 not-utf8\n"},
        {{"\xff\xfe"
          "a\0:\0",
          6},
         "0:0 not-utf8\n"},
        {{"\xfe\xff\0a\0:", 6}, "0:0 not-utf8\n"},
        {{"a\0:\0 \0", 6}, "0:0 not-utf8\n"},
        {{"a: x\ty\n", 7}, ""},
        {{"a: \x07\n", 5}, "1:4 yaml-syntax\n"},
        {{"a: b\0c\n", 7}, "1:5 yaml-syntax\n"},
        {{"a: \x7f\n", 5}, "1:4 yaml-syntax\n"},
        {{"\xef\xbb\xbf"
          "b: \x01\n",
          8},
         "1:4 yaml-syntax\n"},
        {{"%PDF-1.7\n", 9}, "0:0 not-text\n"},
        {{"PK\003\004\0\0", 6}, "0:0 not-text\n"},
        {{"PK: 1\n", 6}, ""},
        {{"\xd0\xcf\x11\xe0\xa1", 5}, "0:0 not-text\n"},
        {{"", 0}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        assert_string_equal(read_all(cases[i].bytes, &arena, told), cases[i].problems);
        arena_release(&arena);
    }
}

/* `count` times the text, after a beginning. */
static struct text repeat(struct arena *arena, const char *begin, const char *text, size_t count)
{
    struct text_buffer buffer = {.arena = arena};
    buffer_add(&buffer, text_from(begin));
    for (size_t i = 0; i < count; i++)
        buffer_add(&buffer, text_from(text));
    return buffer_text(&buffer);
}

static void test_limits(void **state)
{
    (void)state;
    static const struct {
        const char *begin;
        const char *text;
        size_t count;
        const char *problems;
    } cases[] = {
        {"a: ", "x", 64 * 1024, ""},
        {"a: ", "x", 64 * 1024 + 1, "1:4 too-large\n"},
        {"", "[", 10000, "1:65 too-large\n"},
        {"", "{a: ", 10000, "1:257 too-large\n"},
        {"", "- ", 10000, "1:129 too-large\n"},
        {"", "- a\n", 200 * 1000 - 1, ""},
        {"", "- a\n", 200 * 1000, "200000:3 too-large\n"},
        {"a: 1\n", "# comment\n", 1024 * 1024 - 1, ""},
        {"a: 1\n", "# comment\n", 1024 * 1024 + 50 * 1024, "1:1 too-large\n"},
        {"a: 1\n", "---\nb: 1\n", 3 * 1024 * 1024 / 2, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct text bytes = repeat(&arena, cases[i].begin, cases[i].text, cases[i].count);
        assert_string_equal(read_all(bytes, &arena, told), cases[i].problems);
        arena_release(&arena);
    }
}

/* --- Comments that may be none ------------------------------------------------------------ */

static void test_comments(void **state)
{
    (void)state;
    static const struct {
        const char *bytes; /* of a mapping: the value of its first key is looked at */
        bool before_comment;
    } cases[] = {
        {"a: letter #18 of November\n", true},
        {"a: letter\t#18\n", true},
        {"a: letter # 18\n", true},
        {"a: \xc3\xa9\xe6\x9d\xb1 #18\n", true},
        {"\xef\xbb\xbf"
         "a: letter #18\n",
         true},
        {"a:\n  a letter\n  of it #18\n", true},
        {"a: {b: c, d: letter #18\n  }\n", false},
        {"a: #18\n", true},
        {"{a: letter #18\n  }\n", true},
        /* Set off by two blanks, or on a line of its own, it is meant as a comment. */
        {"a: letter  #18\n", false},
        {"a: letter \t#18\n", false},
        {"a: letter\n# 18\n", false},
        {"a: letter\n  #18\n", false},
        /* Where there is no value, a remark in its place. */
        {"a: # to come\n", false},
        {"a: ## to come\n", false},
        {"a: #\n", false},
        {"a: letter#18\n", false},
        {"a: 'letter' #18\n", false},
        {"a: \"letter #18\"\n", false},
        {"a: |\n  letter #18\n", false},
        {"a: [letter #18\n  ]\n", false},
        {"a: letter\nb: x #18\n", false},
        {"a: letter", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        const struct source source = source_of(cases[i].bytes);
        const struct yaml_node *value = node_value(read_one(&source, &arena), 0);
        if (value->before_comment != cases[i].before_comment)
            print_message("in %s\n", cases[i].bytes);
        assert_int_equal(value->before_comment, cases[i].before_comment);
        arena_release(&arena);
    }
}

/* Several in one line, and in several lines. */
static void test_comments_behind_each_value(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct source source = source_of("- [a, b, 'c #', d #1\n  , e #2\n  ]\n"
                                           "- f #3\n"
                                           "- g\n"
                                           "- h #4\n");
    const struct yaml_node *root = read_one(&source, &arena);
    static const bool inner[] = {false, false, false, true, true};
    static const bool outer[] = {false, true, false, true};
    for (size_t i = 0; i < root->items[0].count; i++)
        assert_int_equal(root->items[0].items[i].before_comment, inner[i]);
    for (size_t i = 0; i < root->count; i++)
        assert_int_equal(root->items[i].before_comment, outer[i]);
    arena_release(&arena);
}

/* Each of these costs a parser without limits minutes. */
static void test_hostile_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *begin;
        const char *text;
        size_t count;
        const char *problems;
    } cases[] = {
        {"", "[", 1000 * 1000, "1:65 too-large\n"},
        {"", "%TAG !a! b\n", 100 * 1000, "1:1 yaml-feature\n"},
        {"", "? ", 1000 * 1000, "1:129 too-large\n"},
        /* A single line, in which each value is looked for behind all others. */
        {"['#', ", "\xc3\xa9                                       ,", 199 * 1000,
         "1:1 yaml-syntax\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct text bytes = repeat(&arena, cases[i].begin, cases[i].text, cases[i].count);
        assert_string_equal(read_all(bytes, &arena, told), cases[i].problems);
        arena_release(&arena);
    }
}

/* --- Duplicates --------------------------------------------------------------------------- */

static void test_duplicates(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct problems problems = {0};
    const struct source source = source_of("{b: 1, a: 2, 'b': 3, c: 4, b: 5}");
    struct yaml_node *root = read_one(&source, &arena);
    node_refuse_duplicates(root, &problems);
    assert_string_equal(told_whole(&problems, &arena), "1:14 `b` stands twice [duplicate-key]\n"
                                                       "1:2 note: first written here\n"
                                                       "1:28 `b` stands twice [duplicate-key]\n"
                                                       "1:2 note: first written here\n");
    for (size_t i = 0; i < root->count; i++)
        assert_int_equal(node_key(root, i)->kind, i == 2 || i == 4 ? YAML_BAD : YAML_SCALAR);
    problems_release(&problems);
    arena_release(&arena);
}

/* --- Syntax errors ------------------------------------------------------------------------ */

static void test_syntax(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *problem;
    } cases[] = {
        {"r:\n  when: '\"voice\" in x'\n", ""},
        {"r:\n  when: \"voice\" in x\n",
         "2:17 text goes on behind the closing quote [yaml-syntax]\n"
         "hint: put the whole of it in single quotes: '\"voice\" in x'\n"},
        {"a: 'it's'\n", "1:8 text goes on behind the closing quote [yaml-syntax]\n"
                        "hint: within single quotes an apostrophe is written twice: ''\n"},
        {"a: 'b' c\n", "1:8 text goes on behind the closing quote [yaml-syntax]\n"
                       "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: \"b\nc: \"d\"\n", "2:5 text goes on behind a closing quote [yaml-syntax]\n"
                               "1:4 note: the quotes open here: is a closing one missing?\n"},
        {"a: \"b\nc: d\n", "1:4 the quote that opens here is never closed [yaml-syntax]\n"},
        {"message: {x} of agents\n",
         "1:14 text goes on behind the closing } [yaml-syntax]\n"
         "hint: a value that begins with { is read as a mapping; if it is a text, put the whole of "
         "it in quotes\n"},
        {"a: [b] c\n", "1:8 text goes on behind the closing ] [yaml-syntax]\n"
                       "hint: a value that begins with [ is read as a list; if it is a text, put "
                       "the whole of it in quotes\n"},
        {"a: [b]]\n", "1:7 this ] closes nothing [yaml-syntax]\n"
                      "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: b ]\n", ""},
        {"a: @b\n", "1:4 a value cannot begin with @ [yaml-syntax]\n"
                    "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: `b`\n", "1:4 a value cannot begin with ` [yaml-syntax]\n"
                     "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: %b\n", "1:4 a value cannot begin with % [yaml-syntax]\n"
                    "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: > 5\n", "1:4 a value cannot begin with > [yaml-syntax]\n"
                     "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: * b\n", "1:4 a value cannot begin with * [yaml-syntax]\n"
                     "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: }\n", "1:4 a value cannot begin with } [yaml-syntax]\n"
                   "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: ? b\n", "1:4 a value cannot begin with ? [yaml-syntax]\n"
                     "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: - b\n", "1:4 a list cannot begin here [yaml-syntax]\n"
                     "hint: write it below its key, or as [a, b]; a text that begins with - needs "
                     "quotes\n"},
        {"a: b: c\n", "1:5 a colon begins a second value within a value [yaml-syntax]\n"
                      "hint: if it is a text, put the whole of it in quotes\n"},
        {"a: b:c\n", ""},
        {"a: b\n  c: d\n",
         "2:4 a key cannot stand here: the lines above belong to one text [yaml-syntax]\n"
         "hint: begin it in the column of the keys that it belongs to\n"
         "1:4 note: the text begins here\n"},
        {"a:b\nc: d\n",
         "2:2 a key cannot stand here: the lines above belong to one text [yaml-syntax]\n"
         "hint: behind the colon of a key stands a space\n"
         "1:1 note: the text begins here\n"},
        {"a:\n\tb: 1\n", "2:1 a tab cannot indent a line [yaml-syntax]\nhint: use spaces\n"},
        {"a:\n  b: 1\n\tc: 2\n",
         "3:1 a tab cannot indent a line [yaml-syntax]\nhint: use spaces\n"},
        {"a:\n  b: 1\n c: 2\n",
         "3:2 the line is not indented like those it belongs to [yaml-syntax]\n"
         "1:1 note: they begin here, in column 1\n"},
        {"a: 1\n- b\n", "2:1 a list item does not fit here, among keys [yaml-syntax]\n"},
        {"a: 1\nb\n", "2:1 a key and a colon were expected here [yaml-syntax]\n"
                      "hint: the further lines of a text begin deeper than its key\n"},
        {"a: 1\nb:2\n", "2:1 a key and a colon were expected here [yaml-syntax]\n"
                        "hint: behind the colon of a key stands a space\n"},
        {"a:\n- b\n-c\n", "3:1 a key and a colon were expected here [yaml-syntax]\n"
                          "hint: behind the dash of a list item stands a space\n"},
        {"a: [b\nc: d\n", "1:4 the [ that opens here is not closed [yaml-syntax]\n"
                          "2:2 note: a comma or ] was expected here\n"},
        {"a: {b: c\nd: e\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                             "2:2 note: a comma or } was expected here\n"},
        {"a: {b: c [d]}\n", "1:10 a comma or } was expected here [yaml-syntax]\n"
                            "hint: a text that holds , [ ] { or } needs quotes here\n"},
        {"a: {b:, c: d}\n", "1:6 a colon without a space behind it [yaml-syntax]\n"
                            "hint: write a space, or put the text that it belongs to in quotes\n"},
        {"a: [\n", "1:4 the [ that opens here is not closed [yaml-syntax]\n"},
    /* A comment took the bracket, or the comma. */
#define LOST "hint: a # behind a blank begins a comment: put the text that holds it in quotes\n"
        {"a: {b: c #3 d}\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                             "2:1 note: a comma or } was expected here\n" LOST},
        {"a: {b: c #3 d}\ne: {f: g}\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                                        "2:1 note: a comma or } was expected here\n" LOST},
        {"a: {b: #3 d}\n", "1:4 the { that opens here is not closed [yaml-syntax]\n" LOST},
        {"a: {b: it's #3 d}\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                                "2:1 note: a comma or } was expected here\n" LOST},
        {"a: {b: 'c' #3 d}\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                               "2:1 note: a comma or } was expected here\n" LOST},
        {"a: [b #3, c]\n", "1:4 the [ that opens here is not closed [yaml-syntax]\n"
                           "2:1 note: a comma or ] was expected here\n" LOST},
        {"a: {b: c,\n  d: e #3,\n  f: g}\n",
         "1:4 the { that opens here is not closed [yaml-syntax]\n"
         "3:3 note: a comma or } was expected here\n" LOST},
        /* A # in quotes, and a comment that holds nothing of it. */
        {"a: {b: [\"\\\" #3 }\"], c: d\ne: f\n",
         "1:4 the { that opens here is not closed [yaml-syntax]\n"
         "2:2 note: a comma or } was expected here\n"},
        {"a: {b: 'it''s #3 }', c: d\ne: f\n",
         "1:4 the { that opens here is not closed [yaml-syntax]\n"
         "2:2 note: a comma or } was expected here\n"},
        {"a: {b: c # d\ne: f\n", "1:4 the { that opens here is not closed [yaml-syntax]\n"
                                 "2:1 note: a comma or } was expected here\n"},
        {"a:\n  b: letter #18 of\n    November\n",
         "3:5 the line is not indented like those it belongs to [yaml-syntax]\n"
         "hint: the text above ends at its #, which begins a comment: put the whole text in "
         "quotes, "
         "or the comment elsewhere\n"
         "2:3 note: they begin here, in column 3\n"},
        {"a: {b: [c], d: \n", "1:4 the { that opens here is not closed [yaml-syntax]\n"},
        {"a: \"x\\q\"\n",
         "1:6 an unknown escape behind a backslash in double quotes [yaml-syntax]\n"
         "hint: write a backslash twice, or use single quotes\n"},
        {"a: '\\q'\n", ""},
        {"a: 1\n...\nb: 2\n", "3:1 a document must begin with --- here [yaml-syntax]\n"},
        {"a: |0\n  b\n", "1:5 the YAML cannot be read: found an indentation indicator equal to 0 "
                         "[yaml-syntax]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        assert_string_equal(read_all(text_from(cases[i].bytes), &arena, told_whole),
                            cases[i].problem);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tree),
        cmocka_unit_test(test_places_count_code_points),
        cmocka_unit_test(test_quotes_make_a_text_of_null),
        cmocka_unit_test(test_several_documents),
        cmocka_unit_test(test_the_first_key),
        cmocka_unit_test(test_features),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_comments_behind_each_value),
        cmocka_unit_test(test_hostile_shapes),
        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_syntax),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
