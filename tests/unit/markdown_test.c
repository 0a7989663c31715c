/* Markdown: the escaper, and the lines, lists and tables of a document. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/markdown_table.h"
#include "../../src/render/markdown_text.h"
#include "../../src/render/page.h"

static void assert_written(struct sink *sink, const char *expected)
{
    const char *reason;
    assert_true(sink_finish(sink, &reason));
    struct text written = buffer_text(&sink->text);
    if (!text_equal(written, text_from(expected)))
        fail_msg("wrote:\n%.*s\nexpected:\n%s", TEXT_ARG(written), expected);
}

/* --- The escaper ---------------------------------------------------------------------------- */

static void assert_escaped(const char *text, struct markdown_place place, const char *expected)
{
    struct arena arena = {0};
    struct sink sink;
    sink_open_memory(&sink, &arena);
    markdown_escape(&sink, text_from(text), place);
    assert_written(&sink, expected);
    arena_release(&arena);
}

static void what_markdown_reads_is_set_off(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"plain words, 12.5 % (a) \"b\" 'c' = d / e!",
         "plain words, 12.5 % (a) \"b\" 'c' = d / e!"},
        {"*a* **b**", "\\*a\\* \\*\\*b\\*\\*"},
        {"`a` ~~b~~", "\\`a\\` \\~\\~b\\~\\~"},
        {"[a](b) ![c](d) [ ] [^1]", "\\[a\\](b) !\\[c\\](d) \\[ \\] \\[^1\\]"},
        {"a|b \\| c\\", "a\\|b \\\\\\| c\\\\"},
        {"{{x}}", "\\{\\{x\\}\\}"},
        {"<b>a</b> <!-- c -->", "&lt;b>a&lt;/b> &lt;!-- c -->"},
        /* an ampersand only where an entity could begin, also with the text that follows */
        {"A & B &amp; AT&T &", "A & B &amp;amp; AT&amp;T &amp;"},
        /* an underscore within a word is no emphasis */
        {"hours_week _a_ __b__ c_", "hours_week \\_a\\_ \\_\\_b\\_\\_ c\\_"},
        /* line ends cannot end a line */
        {"a\nb\r\nc\rd\te", "a<br>b<br>c<br>d e"},
        /* spaces beyond ASCII are none for the rules of emphasis: U+00A0, U+2003, U+3000 */
        {"\xc2\xa0"
         "a\xe2\x80\x83",
         "&#160;a&#8195;"},
        {"\xe3\x80\x80", "&#12288;"},
        /* other letters, U+2014 and U+2192 are as they are */
        {"Caf\xc3\xa9 \xe2\x80\x94 \xe2\x86\x92 \xe6\xbc\xa2",
         "Caf\xc3\xa9 \xe2\x80\x94 \xe2\x86\x92 "
         "\xe6\xbc\xa2"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_escaped(cases[i].text, (struct markdown_place){false, 'x'}, cases[i].expected);
}

static void what_github_links_is_parted(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"@octocat a@b.org", "<span>@</span>octocat a<span>@</span>b.org"},
        {"#1 user/repo#2 C#", "<span>#</span>1 user/repo<span>#</span>2 C<span>#</span>"},
        {"GH-1 gh-2 GH- high-1", "GH<span>-</span>1 gh<span>-</span>2 GH- high-1"},
        {"$1 + $2", "<span>$</span>1 + <span>$</span>2"},
        {"http://a ftp://b a: b", "http<span>:</span>//a ftp<span>:</span>//b a: b"},
        {"www.a.org WWW.b w.c", "www<span>.</span>a.org WWW<span>.</span>b w.c"},
        {":tada: :+1: a:b: 1:2 ::", "<span>:</span>tada: <span>:</span>+1: a<span>:</span>b: 1:2 "
                                    "::"},
        /* hashes of commits, from 7 to 40 digits */
        {"0a1b2c3 0a1b2c", "0a1b2c<span>3</span> 0a1b2c"},
        {"deadbeef.", "deadbe<span>e</span>f."},
        {"x0a1b2c3 0a1b2c3_", "x0a1b2c3 0a1b2c3\\_"},
        {"0123456789abcdef0123456789abcdef012345678",
         "0123456789abcdef0123456789abcdef012345678"}, /* 41 */
        /* a number is no hash */
        {"1234567 12345678.90", "1234567 12345678.90"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_escaped(cases[i].text, (struct markdown_place){false, ' '}, cases[i].expected);
}

static void what_begins_a_line_begins_no_block(void **state)
{
    (void)state;
    static const struct {
        const char *text, *beginning, *within;
    } cases[] = {
        {"- a", "\\- a", "- a"},       {"+ a", "\\+ a", "+ a"}, {"> a", "\\> a", "> a"},
        {"===", "\\===", "==="},       {"---", "\\---", "---"}, {"1. a", "1\\. a", "1. a"},
        {"12) a", "12\\) a", "12) a"}, {"3.", "3\\.", "3."},    {"0.5 a", "0.5 a", "0.5 a"},
        {"-1.5", "-1.5", "-1.5"},      {"-", "\\-", "-"},       {"+", "\\+", "+"},

        {"a - b", "a - b", "a - b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_escaped(cases[i].text, (struct markdown_place){true, '\0'}, cases[i].beginning);
        assert_escaped(cases[i].text, (struct markdown_place){false, ' '}, cases[i].within);
    }
}

/* What stands before a text decides whether its first underscore or word is within another. */
static void the_byte_before_counts(void **state)
{
    (void)state;
    assert_escaped("_b", (struct markdown_place){false, 'a'}, "_b");
    assert_escaped("_b", (struct markdown_place){false, ' '}, "\\_b");
    assert_escaped("0a1b2c3", (struct markdown_place){false, 'x'}, "0a1b2c3");
}

/* --- The document --------------------------------------------------------------------------- */

struct document {
    struct arena arena;
    struct sink sink;
    struct page page;
};

static void open_document(struct document *document)
{
    *document = (struct document){0};
    sink_open_memory(&document->sink, &document->arena);
    page_open_markdown(&document->page, &document->sink, false);
}

static void assert_document(struct document *document, const char *expected)
{
    page_close(&document->page);
    assert_written(&document->sink, expected);
    arena_release(&document->arena);
}

static void line(struct page *page, size_t indent, struct text words)
{
    page_to(page, indent);
    page_flow(page, indent + 2, words, INK_PLAIN);
    page_end(page);
}

static void indents_make_lists(void **state)
{
    (void)state;
    struct document document;
    struct page *page = &document.page;
    open_document(&document);
    line(page, 0, TEXT("A paragraph"));
    line(page, 0, TEXT("Another"));
    page_heading(page, "Heading");
    line(page, 4, TEXT("first, wherever it begins"));
    line(page, 6, TEXT("within"));
    line(page, 6, TEXT("beside"));
    line(page, 4, TEXT("second"));
    page_to_bullet(page, 4);
    page_flow(page, 6, TEXT("third"), INK_PLAIN);
    page_end(page);
    page_to_paragraph(page, 2);
    page_flow(page, 2, TEXT("No entry"), INK_PLAIN);
    page_end(page);
    page_label(page, TEXT("As of"), 13);
    page_flow(page, 13, TEXT("2026-11-21"), INK_PLAIN);
    page_end(page);
    assert_document(&document, "A paragraph\n\nAnother\n\n## Heading\n\n"
                               "- first, wherever it begins\n  - within\n  - beside\n- second\n"
                               "- third\n\nNo entry\n\n- **As of:** 2026-11-21\n");
}

/* A name cannot move its entry, nor be taken for code. */
static void spaces_of_a_text_say_nothing_of_its_line(void **state)
{
    (void)state;
    struct document document;
    struct page *page = &document.page;
    open_document(&document);
    line(page, 2, TEXT("first"));
    line(page, 2, TEXT("      second  "));
    page_to(page, 2);
    page_write(page, TEXT("    third"), INK_STRONG);
    page_write(page, TEXT(" more "), INK_STRONG);
    page_write(page, TEXT("and more"), INK_PLAIN);
    page_end(page);
    page_right(page, TEXT("-"), 8, INK_FAINT);
    page_right(page, TEXT("7"), 9, INK_FAINT);
    page_end(page);
    assert_document(&document, "- first\n- second\n- **third more** and more\n- \\- 7\n");
}

static void strong_texts_are_parted_from_letters(void **state)
{
    (void)state;
    static const struct {
        const char *before, *strong, *behind, *expected;
    } cases[] = {
        {"a ", "b", " c", "a **b** c\n"},
        {"", "b.", ": c", "**b.**: c\n"},
        {"a", "b", "c", "a**b**c\n"},
        /* between punctuation inside and a letter outside asterisks would be asterisks */
        {"a", "(b)", "", "a<!-- -->**(b)**\n"},
        {"", "b.", "c", "**b.**<!-- -->c\n"},
        {"a ", "(b)", " c", "a **(b)** c\n"},
        /* a mark belongs to what stands before it */
        {"a", ": b", "", "a: **b**\n"},
        {"a", ", b", " c", "a, **b** c\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        open_document(&document);
        page_flow(&document.page, 0, text_from(cases[i].before), INK_PLAIN);
        page_flow(&document.page, 0, text_from(cases[i].strong), INK_STRONG);
        page_flow(&document.page, 0, text_from(cases[i].behind), INK_PLAIN);
        page_end(&document.page);
        assert_document(&document, cases[i].expected);
    }
}

static void tables_hold_their_cells(void **state)
{
    (void)state;
    struct document document;
    struct page *page = &document.page;
    open_document(&document);
    struct table table = table_begin(page);
    table_head(&table, TEXT("a|b"));
    table_number_head(&table, TEXT("n"));
    table_number_head(&table, TEXT("d"));
    table_end_heads(&table);
    table_cell(&table);
    line(page, 4, TEXT("- one"));
    line(page, 6, TEXT("two"));
    table_number(&table, 1.5, 2, INK_STRONG);
    table_signed(&table, 0.25, 2, INK_PLAIN);
    table_end_row(&table);
    table_text(&table, TEXT(""), INK_PLAIN);
    table_number(&table, (double)NAN, 2, INK_PLAIN);
    table_signed(&table, -1, 1, INK_PLAIN);
    table_end_row(&table);
    line(page, 0, TEXT("Behind"));
    assert_document(&document, "| a\\|b | n | d |\n| --- | ---: | ---: |\n"
                               "| - one<br>two | **1.50** | +0.25 |\n|  | - | -1.0 |\n"
                               "\nBehind\n");
}

static void code_stands_as_it_is(void **state)
{
    (void)state;
    struct document document;
    struct page *page = &document.page;
    open_document(&document);
    line(page, 2, TEXT("entry"));
    page_begin_code(page, "yaml");
    line(page, 4, TEXT("rater: NAME"));
    page_to(page, 4);
    page_write(page, TEXT("  a_: ~ # 0 to 5"), INK_PLAIN);
    page_end(page);
    page_end_code(page);
    line(page, 0, TEXT("Behind"));
    assert_document(&document,
                    "- entry\n\n```yaml\nrater: NAME\n  a_: ~ # 0 to 5\n```\n\nBehind\n");
}

/* Deeper than any report goes: the lists stay lists. */
static void lists_end_at_a_depth(void **state)
{
    (void)state;
    struct document document;
    open_document(&document);
    for (size_t depth = 1; depth <= MARKDOWN_DEPTH + 2; depth++)
        line(&document.page, depth, TEXT("x"));
    line(&document.page, 1, TEXT("y"));
    assert_document(&document, "- x\n  - x\n    - x\n      - x\n        - x\n          - x\n"
                               "            - x\n              - x\n                - x\n"
                               "                - x\n- y\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_markdown_reads_is_set_off),
        cmocka_unit_test(what_github_links_is_parted),
        cmocka_unit_test(what_begins_a_line_begins_no_block),
        cmocka_unit_test(the_byte_before_counts),
        cmocka_unit_test(indents_make_lists),
        cmocka_unit_test(spaces_of_a_text_say_nothing_of_its_line),
        cmocka_unit_test(strong_texts_are_parted_from_letters),
        cmocka_unit_test(tables_hold_their_cells),
        cmocka_unit_test(code_stands_as_it_is),
        cmocka_unit_test(lists_end_at_a_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
