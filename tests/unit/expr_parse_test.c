/* How expressions are read: the tree of right ones, the exact place of what is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/expr/node.h"
#include "support/expr_world.h"

/* --- Trees ------------------------------------------------------------------------------------ */

static void show(struct text_buffer *buffer, const struct node *node)
{
    switch (node->kind) {
    case NODE_NUMBER:
        buffer_format(buffer, "%g", node->value);
        break;
    case NODE_DATE:
        buffer_format(buffer, "day %g", node->value);
        break;
    case NODE_STRING:
        buffer_format(buffer, "\"%.*s\"", TEXT_ARG(node->word));
        break;
    case NODE_WORD:
        buffer_add(buffer, node->word);
        break;
    case NODE_NEED:
        buffer_format(buffer, "needs.%.*s", TEXT_ARG(node->word));
        break;
    default:
        buffer_format(buffer, "%s", node->kind == NODE_LIST ? "[list" : "(");
        buffer_add(buffer, node->word);
        for (size_t i = 0; i < node->operand_count; i++) {
            buffer_add_char(buffer, ' ');
            show(buffer, node->operands[i]);
        }
        buffer_add_char(buffer, node->kind == NODE_LIST ? ']' : ')');
        break;
    }
}

static const struct node *parse(struct world *world, const char *text)
{
    struct phrase phrase = world_phrase(world, text);
    uint32_t count = 0;
    return parse_phrase(&world->arena, &phrase, 0, phrase.text.len, &world->problems, &count);
}

struct tree {
    const char *text;
    const char *tree;
};

static void check_trees(const struct tree *cases, size_t count)
{
    struct world world = {0};
    for (size_t i = 0; i < count; i++) {
        struct text_buffer buffer = {.arena = &world.arena};
        const struct node *node = parse(&world, cases[i].text);
        if (node == NULL)
            fail_msg("%s\n%s", cases[i].text, world_problems(&world));
        show(&buffer, node);
        assert_string_equal(buffer_text(&buffer).ptr, cases[i].tree);
    }
    arena_release(&world.arena);
}

#define CHECK_TREES(cases) check_trees(cases, sizeof(cases) / sizeof *(cases))

static void operators_bind_as_in_the_grammar(void **state)
{
    static const struct tree cases[] = {
        {"a or b and c", "(or a (and b c))"},
        {"a and b or c", "(or (and a b) c)"},
        {"(a or b) and c", "(and (or a b) c)"},
        {"a or b or c", "(or (or a b) c)"},
        {"not a and b", "(and (not a) b)"},
        {"not not a or b", "(or (not (not a)) b)"},
        {"a and not b", "(and a (not b))"},
        {"not a == b", "(not (== a b))"},
        {"not (a and b)", "(not (and a b))"},
        {"a + b < c * d", "(< (+ a b) (* c d))"},
        {"a < b and c >= d", "(and (< a b) (>= c d))"},
        {"(a < b) == yes", "(== (< a b) yes)"},
        {"1 - 2 - 3", "(- (- 1 2) 3)"},
        {"1 - (2 - 3)", "(- 1 (- 2 3))"},
        {"8 / 4 / 2", "(/ (/ 8 4) 2)"},
        {"1 + 2 * 3 - 4 / 5", "(- (+ 1 (* 2 3)) (/ 4 5))"},
        {"-a * b", "(* (- a) b)"},
        {"- -1", "(- (- 1))"},
        {"--1", "(- (- 1))"},
        {"2--1", "(- 2 (- 1))"},
        {"a - -b", "(- a (- b))"},
        {"-(a + b)", "(- (+ a b))"},
        {"a != b", "(!= a b)"},
        {"a <= b", "(<= a b)"},
        {"a > b", "(> a b)"},
        {"((((a))))", "a"},
    };
    (void)state;
    CHECK_TREES(cases);
}

static void atoms_are_read_whole(void **state)
{
    static const struct tree cases[] = {
        {"0", "0"},
        {"12.5", "12.5"},
        {"1e3", "1000"},
        {"2.5E-1", "0.25"},
        {"1e+2", "100"},
        {"1970-01-02", "day 1"},
        {"1970-01-02 - 1", "(- day 1 1)"},
        {"1970 - 1 - 2", "(- (- 1970 1) 2)"},
        {"1970-1-2", "(- (- 1970 1) 2)"},
        {"\"\"", "\"\""},
        {"\"it's, a (text)\"", "\"it's, a (text)\""},
        {"attrition_pct_2", "attrition_pct_2"},
        {"needs.hours", "needs.hours"},
        {"needs . hours", "needs.hours"},
        {" \t\r\n a ", "a"},
        {"yes", "yes"},
        {"nota", "nota"},
        {"index", "index"},
    };
    (void)state;
    CHECK_TREES(cases);
}

static void lists_and_calls_take_any_number(void **state)
{
    static const struct tree cases[] = {
        {"[]", "[list]"},
        {"[1]", "[list 1]"},
        {"[1,5]", "[list 1 5]"},
        {"[1, -2.5, - 3]", "[list 1 -2.5 -3]"},
        {"[a, \"b c\", 1970-01-03]", "[list a \"b c\" day 2]"},
        {"x in [yes, no]", "(in x [list yes no])"},
        {"x has_any [in]", "(has_any x [list in])"},
        {"f()", "(f)"},
        {"min(1,5)", "(min 1 5)"},
        {"min (a, b or c, -d)", "(min a (or b c) (- d))"},
        {"max(1, 2, 3, 4, 5, 6, 7, 8, 9)", "(max 1 2 3 4 5 6 7 8 9)"},
        {"lowest(a) / abs(b - c)", "(/ (lowest a) (abs (- b c)))"},
        {"a has b", "(has a b)"},
        {"a has_all needs.b", "(has_all a needs.b)"},
        {"not (x in [a])", "(not (in x [list a]))"},
    };
    (void)state;
    CHECK_TREES(cases);
}

/* --- Errors ----------------------------------------------------------------------------------- */

struct wrong {
    const char *text;
    const char *problem;
};

static void check_wrong(const struct wrong *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct world world = {0};
        assert_null(parse(&world, cases[i].text));
        const char *problem = world_problems(&world);
        if (strcmp(problem, cases[i].problem) != 0)
            fail_msg("%s\n%s", cases[i].text, problem);
        arena_release(&world.arena);
    }
}

#define CHECK_WRONG(cases) check_wrong(cases, sizeof(cases) / sizeof *(cases))

static void other_languages_are_corrected(void **state)
{
    static const struct wrong cases[] = {
        {"x = 3",
         "rule-syntax 3-4: `=` has no meaning in the rule language (write `==` to compare)"},
        {"x === 3", "rule-syntax 3-6: `===` has no meaning in the rule language (write `==`)"},
        {"x !== 3", "rule-syntax 3-6: `!==` has no meaning in the rule language (write `!=`)"},
        {"x => 3", "rule-syntax 3-5: `=>` has no meaning in the rule language (write `>=`)"},
        {"x =< 3", "rule-syntax 3-5: `=<` has no meaning in the rule language (write `<=`)"},
        {"x <> 3", "rule-syntax 3-5: `<>` has no meaning in the rule language (write `!=`)"},
        {"a && b", "rule-syntax 3-5: `&&` has no meaning in the rule language (write `and`)"},
        {"a & b", "rule-syntax 3-4: `&` has no meaning in the rule language (write `and`)"},
        {"a || b", "rule-syntax 3-5: `||` has no meaning in the rule language (write `or`)"},
        {"a | b", "rule-syntax 3-4: `|` has no meaning in the rule language (write `or`)"},
        {"!a", "rule-syntax 1-2: `!` has no meaning in the rule language (write `not`)"},
        {"a ** 2", "rule-syntax 3-5: `**` has no meaning in the rule language (there are no "
                   "powers: write `x * x`)"},
        {"x > 40 %", "rule-syntax 8-9: `%` has no meaning in the rule language (write the number "
                     "alone: 40 for 40 %, or 0.4 as a factor)"},
        {"x ^ 2", "rule-syntax 3-4: `^` has no meaning in the rule language (there are no powers: "
                  "write `x * x`)"},
        {"a ? b", "rule-syntax 3-4: `?` has no meaning in the rule language (there is no "
                  "conditional; write two rules)"},
        {"a; b", "rule-syntax 2-3: `;` has no meaning in the rule language (parts are joined by "
                 "`and` or `or`)"},
        {"x in {a}", "rule-syntax 6-7: `{` has no meaning in the rule language (lists stand in [ "
                     "], groups in ( ))"},
        {"x == 'gold'", "rule-syntax 6-7: `'` has no meaning in the rule language (write texts in "
                        "double quotes: \"\xe2\x80\xa6\")"},
        {"`x`", "rule-syntax 1-2: ``` has no meaning in the rule language (write names as they "
                "are, and texts in double quotes)"},
        {"$x > 1",
         "rule-syntax 1-2: `$` has no meaning in the rule language (write names as they are)"},
        {"x # y", "rule-syntax 3-4: `#` has no meaning in the rule language"},
        {"x \xe2\x89\xa5 1",
         "rule-syntax 3-4: `\xe2\x89\xa5` has no meaning in the rule language (write `>=`)"},
        {"x == \xe2\x80\x9cgold\xe2\x80\x9d", "rule-syntax 6-7: `\xe2\x80\x9c` has no meaning in "
                                              "the rule language (write plain double quotes: \")"},
        {"x\xc2\xa0> 1", "rule-syntax 2-3: `\xc2\xa0` has no meaning in the rule language (this is "
                         "a no-break space: write a plain one)"},
        {"x > \xe2\x82\xac 1",
         "rule-syntax 5-6: `\xe2\x82\xac` has no meaning in the rule language"},
        {"x > \xf0\x9f\x98\x80",
         "rule-syntax 5-6: `\xf0\x9f\x98\x80` has no meaning in the rule language"},
        {"x > \xc3\xa9", "rule-syntax 5-6: `\xc3\xa9` has no meaning in the rule language"},
        {"a AND b", "rule-syntax 3-6: `AND` is no word of the rule language (write `and`)"},
        {"NOT a", "rule-syntax 1-4: `NOT` is no word of the rule language (write `not`)"},
        {"a Or b", "rule-syntax 3-5: `Or` is no word of the rule language (write `or`)"},
        {"a ANDA b", "rule-syntax 3-7: `ANDA` is no word of the rule language (names and words are "
                     "in lower case and begin with a letter)"},
        {"x > 12 EUR", "rule-syntax 8-11: `EUR` is no word of the rule language (write the number "
                       "alone, without a unit)"},
        {"x > 12 eur",
         "rule-syntax 8-11: an operator is missing before `eur` (if it is a unit, write the number "
         "alone)"},
        {"x is open", "rule-syntax 3-5: an operator is missing before `is` (write `not "
                      "answered(x)`)"},
        {"x is not empty",
         "rule-syntax 3-5: an operator is missing before `is` (write `answered(x)`)"},
        {"x is not gold", "rule-syntax 3-5: an operator is missing before `is` (write `!=`)"},
        {"if x > 2", "rule-syntax 4-5: an operator is missing before `x` (`when` needs no `if`: "
                     "write the condition alone)"},
        {"_x > 1", "rule-syntax 1-3: `_x` is no word of the rule language (names and words are in "
                   "lower case and begin with a letter)"},
        {"x between 1 and 5",
         "rule-syntax 3-10: an operator is missing before `between` (write `x >= 1 and x <= 5`)"},
        {"x not in [a]",
         "rule-syntax 3-6: an operator is missing before `not` (write `not (x in [a, b])`)"},
        {"x is yes", "rule-syntax 3-5: an operator is missing before `is` (write `==`)"},
        {"x contains voice",
         "rule-syntax 3-11: an operator is missing before `contains` (write `has`)"},
        {"answers.x > 1",
         "rule-syntax 8-9: `.` cannot stand here (only `needs` is followed by a point)"},
    };
    (void)state;
    CHECK_WRONG(cases);
}

static void numbers_and_dates_are_strict(void **state)
{
    static const struct wrong cases[] = {
        {"x > 1,5", "rule-syntax 6-7: `,` cannot stand here (write a point for decimals: 1.5)"},
        {"x > 1, 5", "rule-syntax 6-7: `,` cannot stand here"},
        {"x > 017",
         "bad-number 5-8: `017` is not a number (leave out the leading zero, as in 17 for 017)"},
        {"x > 0x10",
         "bad-number 5-9: `0x10` is not a number (write a decimal number, as in 16 for 0x10)"},
        {"x > 1_000", "bad-number 5-10: `1_000` is not a number (leave out the underscore, as in "
                      "1000 for 1_000)"},
        {"x > 1:30",
         "bad-number 5-9: `1:30` is not a number (write one decimal number, as in 1.5 for 1:30)"},
        {"x > 1e999", "bad-number 5-10: `1e999` is not a number (write a number below 1e308)"},
        {"x > .5", "bad-number 5-7: `.5` is not a number (write a digit on both sides of the "
                   "point, as in 0.5)"},
        {"x > 5.", "bad-number 5-7: `5.` is not a number (write a digit on both sides of the "
                   "point, as in 0.5)"},
        {"x > 10k",
         "bad-number 5-8: `10k` is not a number (write the number alone, without a unit)"},
        {"x > 1.2.3", "bad-number 5-10: `1.2.3` is not a number"},
        {"x > 1e", "bad-number 5-7: `1e` is not a number"},
        {"x > 1e+", "bad-number 5-8: `1e+` is not a number"},
        {"x > 1e-", "bad-number 5-8: `1e-` is not a number"},
        {"x > 1E+y", "bad-number 5-9: `1E+y` is not a number"},
        {"x > 1,y", "rule-syntax 6-7: `,` cannot stand here"},
        {"x > 1 ,5", "rule-syntax 7-8: `,` cannot stand here"},
        {"x > 2026-02-30", "bad-date 5-15: there is no day 2026-02-30 in the calendar"},
        {"x > 2026-11-211", "bad-date 5-16: `2026-11-211` is not a date (a date is written "
                            "YYYY-MM-DD, without a time of day)"},
        {"x > 2026-11-21T10", "bad-date 5-18: `2026-11-21T10` is not a date (a date is written "
                              "YYYY-MM-DD, without a time of day)"},
        {"x > \"abc",
         "rule-syntax 5-6: the text that begins here is never closed (end it with a double quote)"},
    };
    (void)state;
    CHECK_WRONG(cases);
}

static void missing_and_misplaced_parts_are_pointed_at(void **state)
{
    static const struct wrong cases[] = {
        {"", "rule-syntax 1-1: the expression is empty"},
        {"   ", "rule-syntax 1-1: the expression is empty"},
        {"x >", "rule-syntax 4-4: a value is missing at the end"},
        {"x > ", "rule-syntax 4-4: a value is missing at the end"},
        {"> 3", "rule-syntax 1-2: a value is missing before `>`"},
        {"x and", "rule-syntax 6-6: a value is missing at the end"},
        {"x and or y", "rule-syntax 7-9: a value is missing before `or`"},
        {"1 + not x",
         "rule-syntax 5-8: `not` cannot stand here (put `not` and its operand in parentheses)"},
        {"x == not y",
         "rule-syntax 6-9: `not` cannot stand here (put `not` and its operand in parentheses)"},
        {"x y", "rule-syntax 3-4: an operator is missing before `y`"},
        {"x 3", "rule-syntax 3-4: an operator is missing before `3`"},
        {"x \"y\"", "rule-syntax 3-6: an operator is missing before `\"y\"`"},
        {"3 (y)", "rule-syntax 3-4: `(` cannot stand here"},
        {"x)", "rule-syntax 2-3: `)` closes nothing"},
        {"x]", "rule-syntax 2-3: `]` closes nothing"},
        {"(x", "rule-syntax 1-2: `(` is never closed [1:3 `)` is missing here]"},
        {"(x > 1 and (y > 2)", "rule-syntax 1-2: `(` is never closed [1:19 `)` is missing here]"},
        {"(x > 1]", "rule-syntax 1-2: `(` is never closed [1:7 `)` is missing here]"},
        {"(x y)", "rule-syntax 4-5: an operator is missing before `y`"},
        {"()", "rule-syntax 2-3: a value is missing before `)`"},
        {"min(a, b", "rule-syntax 4-5: `(` is never closed [1:9 `)` is missing here]"},
        {"min(a,)", "rule-syntax 7-8: a value is missing before `)`"},
        {"min(a b)", "rule-syntax 7-8: an operator or comma is missing before `b`"},
        {"min(", "rule-syntax 5-5: a value is missing at the end"},
        {"x in [a, b", "rule-syntax 6-7: `[` is never closed [1:11 `]` is missing here]"},
        {"(x in [a, b)", "rule-syntax 7-8: `[` is never closed [1:12 `]` is missing here]"},
        {"x in [a,]", "rule-syntax 9-10: a value is missing before `]`"},
        {"x in [,a]", "rule-syntax 7-8: a value is missing before `,`"},
        {"x in [", "rule-syntax 7-7: a value is missing at the end"},
        {"x in [a b]", "rule-syntax 9-10: a comma is missing before `b`"},
        {"x in [(a)]", "rule-syntax 7-8: `(` cannot stand in a list (a list holds numbers, dates, "
                       "texts or options)"},
        {"x in [-a]", "rule-syntax 8-9: `a` cannot stand in a list (a list holds numbers, dates, "
                      "texts or options)"},
        {"x in [-", "rule-syntax 8-8: a value is missing at the end"},
        {"x in [a, =]",
         "rule-syntax 10-11: `=` has no meaning in the rule language (write `==` to compare)"},
        {"x in [needs.a]", "rule-syntax 12-13: `.` cannot stand here (a list holds its words "
                           "itself; a need stands alone: `in needs.x`)"},
        {"needs", "rule-syntax 1-6: `needs` is followed by a point and the name of a need"},
        {"needs > 3", "rule-syntax 1-6: `needs` is followed by a point and the name of a need"},
        {"needs.", "rule-syntax 1-7: `needs` is followed by a point and the name of a need"},
        {"needs.3", "bad-number 6-8: `.3` is not a number (write a digit on both sides of the "
                    "point, as in 0.5)"},
        {"needs.=",
         "rule-syntax 7-8: `=` has no meaning in the rule language (write `==` to compare)"},
        {"needs.a = 3",
         "rule-syntax 9-10: `=` has no meaning in the rule language (write `==` to compare)"},
        {"x in [a = b]",
         "rule-syntax 9-10: `=` has no meaning in the rule language (write `==` to compare)"},
        {"3 .y", "rule-syntax 3-4: `.` cannot stand here"},
        {"x + + y", "rule-syntax 5-6: a value is missing before `+`"},
        {"x , y", "rule-syntax 3-4: `,` cannot stand here"},
        {"has(x)", "rule-syntax 1-4: a value is missing before `has`"},
    };
    (void)state;
    CHECK_WRONG(cases);
}

static void comparisons_never_chain(void **state)
{
    static const struct wrong cases[] = {
        {"1 < x < 3", "rule-syntax 7-8: comparisons do not chain (write `1 < x and x < 3`)"},
        {"0.5 <= a + b <= 2 * (c - 1) and d", "rule-syntax 14-16: comparisons do not chain (write "
                                              "`0.5 <= a + b and a + b <= 2 * (c - 1)`)"},
        {"a == b == c", "rule-syntax 8-10: comparisons do not chain (write `a == b and b == c`)"},
        {"(a) < (b) < (c)",
         "rule-syntax 11-12: comparisons do not chain (write `(a) < (b) and (b) < (c)`)"},
        {"not a < b < c", "rule-syntax 11-12: comparisons do not chain (write `a < b and b < c`)"},
        {"a < b <", "rule-syntax 7-8: comparisons do not chain (join two comparisons with `and`)"},
        {"a < b < =",
         "rule-syntax 7-8: comparisons do not chain (join two comparisons with `and`)"},
    };
    (void)state;
    CHECK_WRONG(cases);
}

/* --- Limits ----------------------------------------------------------------------------------- */

/* `prefix` repeated, then `x`, then `suffix` repeated. */
static const char *repeated(struct world *world, const char *prefix, const char *suffix,
                            size_t times)
{
    struct text_buffer buffer = {.arena = &world->arena};
    for (size_t i = 0; i < times; i++)
        buffer_add(&buffer, text_from(prefix));
    buffer_add_char(&buffer, 'x');
    for (size_t i = 0; i < times; i++)
        buffer_add(&buffer, text_from(suffix));
    return buffer_text(&buffer).ptr;
}

#define HIGH                                                                                       \
    ": the expression is higher than 100 operations "                                              \
    "(group long chains in parentheses, or write several rules)"

static void height_is_limited(void **state)
{
    static const struct {
        const char *prefix;
        const char *suffix;
        size_t most; /* times that are still read */
        const char *problem;
    } cases[] = {
        {"", " + x", 99, "too-large 1-402" HIGH},
        {"", " or x", 99, "too-large 1-502" HIGH},
        {"-", "", 99, "too-large 1-102" HIGH},
        {"not ", "", 99, "too-large 1-402" HIGH},
        {"abs(", ")", 99, "too-large 1-502" HIGH},
        {"(", ")", 199, "too-large 201-202: the expression is nested more than 200 deep"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world world = {0};
        const char *most = repeated(&world, cases[i].prefix, cases[i].suffix, cases[i].most);
        const char *more = repeated(&world, cases[i].prefix, cases[i].suffix, cases[i].most + 1);
        const char *far_more = repeated(&world, cases[i].prefix, cases[i].suffix, 10000);
        assert_non_null(parse(&world, most));
        assert_string_equal(world_problems(&world), "");
        assert_null(parse(&world, more));
        const char *problem = world_problems(&world);
        if (strcmp(problem, cases[i].problem) != 0)
            fail_msg("%s", problem);
        assert_null(parse(&world, far_more));
        assert_memory_equal(world_problems(&world), "too-large ", 10);
        arena_release(&world.arena);
    }
}

static void width_is_not(void **state)
{
    struct world world = {0};
    struct text_buffer buffer = {.arena = &world.arena};
    (void)state;
    buffer_add(&buffer, TEXT("x in [0"));
    for (int i = 1; i < 10000; i++)
        buffer_format(&buffer, ", %d", i);
    buffer_add_char(&buffer, ']');
    const struct node *node = parse(&world, buffer_text(&buffer).ptr);
    assert_non_null(node);
    assert_int_equal(node->operands[1]->operand_count, 10000);
    assert_int_equal(node->height, 3);
    arena_release(&world.arena);
}

/* The place is exact in every style of YAML scalar; here a single-quoted one with a doubled quote.
 */
static void places_are_those_of_the_file(void **state)
{
    static const char bytes[] = "when: 'x == \"it''s\" and y = 3'\n";
    struct world world = {0};
    struct source source = {.name = TEXT("rules.yaml"), .bytes = text_from(bytes)};
    struct phrase phrase = {
        .text = TEXT("x == \"it's\" and y = 3"),
        .place = {.source = &source, .line = 1, .column = 7, .end_line = 1, .end_column = 31},
        .style = STYLE_SINGLE,
    };
    uint32_t count = 0;
    (void)state;
    assert_null(parse_phrase(&world.arena, &phrase, 0, phrase.text.len, &world.problems, &count));
    assert_string_equal(world_problems(&world),
                        "rule-syntax 27-28: `=` has no meaning in the rule language "
                        "(write `==` to compare)");
    arena_release(&world.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_bind_as_in_the_grammar),
        cmocka_unit_test(atoms_are_read_whole),
        cmocka_unit_test(lists_and_calls_take_any_number),
        cmocka_unit_test(other_languages_are_corrected),
        cmocka_unit_test(numbers_and_dates_are_strict),
        cmocka_unit_test(missing_and_misplaced_parts_are_pointed_at),
        cmocka_unit_test(comparisons_never_chain),
        cmocka_unit_test(height_is_limited),
        cmocka_unit_test(width_is_not),
        cmocka_unit_test(places_are_those_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
