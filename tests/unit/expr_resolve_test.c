/* What names, words and types mean in an expression, and what is said when they are wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support/expr_world.h"

struct wrong {
    const char *text;
    const char *problems;
};

static void check_wrong(const struct expr_rules *rules, const struct wrong *cases, size_t count)
{
    struct world world;
    world_init(&world);
    for (size_t i = 0; i < count; i++) {
        assert_null(world_compile_as(&world, rules, cases[i].text));
        const char *problems = world_problems(&world);
        if (strcmp(problems, cases[i].problems) != 0)
            fail_msg("%s\n%s", cases[i].text, problems);
    }
    world_release(&world);
}

static const struct expr_rules condition = {VALUE_TRUTH, STAGE_SCORES, NOWHERE, "the rule"};

#define CHECK_WRONG(rules, cases) check_wrong(&(rules), cases, sizeof(cases) / sizeof *(cases))

/* --- Names ------------------------------------------------------------------------------------ */

static void unknown_names_get_suggestions(void **state)
{
    static const struct wrong cases[] = {
        {"pricee > 1", "unknown-name 1-7: unknown criterion `pricee` (did you mean `price`?)"},
        {"xyzzy > 1", "unknown-name 1-6: unknown criterion `xyzzy`"},
        {"totl > 1", "unknown-name 1-5: unknown criterion `totl` (did you mean `total`?)"},
        {"asof > founded", "unknown-name 1-5: unknown criterion `asof` (did you mean `as_of`?)"},
        {"budget > 1",
         "unknown-name 1-7: unknown criterion `budget` (`budget` is a need: write `needs.budget`)"},
        {"people > 1", "unknown-name 1-7: unknown criterion `people` (`people` is a category: "
                       "write `score(people)`)"},
        {"count > 1", "unknown-name 1-6: unknown criterion `count` (`count` is a function: write "
                      "`count(\xe2\x80\xa6)`)"},
        {"voice",
         "unknown-name 1-6: unknown criterion `voice` [1002:1 `voice` is an option of `channels`]"},
        {"true", "unknown-name 1-5: unknown criterion `true` (write `yes`)"},
        {"iso == false", "unknown-name 8-13: unknown criterion `false` (write `no`)"},
        {"price == null",
         "unknown-name 10-14: unknown criterion `null` (an open answer is `not answered(id)`)"},
        {"channels == none", "rule-type 1-9: `==` compares single values, but `channels` is a set "
                             "(ask `channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"founded < today", "unknown-name 11-16: unknown criterion `today` (write `as_of`)"},
        {"needs.budgte > 1", "unknown-name 1-13: unknown need `budgte` (did you mean `budget`?)"},
        {"needs.xyzzy > 1", "unknown-name 1-12: unknown need `xyzzy`"},
        {"needs.price > 1", "unknown-name 1-12: unknown need `price` (`price` is a criterion: "
                            "write it without `needs.`)"},
        {"averge(price) > 1", "unknown-name 1-7: unknown function `averge` (did you mean `mean`?)"},
        {"average(price) > 1",
         "unknown-name 1-8: unknown function `average` (did you mean `mean`?)"},
        {"len(channels) > 1", "unknown-name 1-4: unknown function `len` (did you mean `count`?)"},
        {"price(1) > 1",
         "unknown-name 1-6: unknown function `price` (`price` stands without parentheses)"},
        {"xyzzy(1) > 1", "unknown-name 1-6: unknown function `xyzzy`"},
        {"answered(pricee)",
         "unknown-name 10-16: unknown criterion `pricee` (did you mean `price`?)"},
        {"answered(people)", "unknown-name 10-16: unknown criterion `people` (`people` is a "
                             "category: write `score(people)`)"},
        {"answered(budget)", "unknown-name 10-16: unknown criterion `budget` (`budget` is a need: "
                             "write `needs.budget`)"},
        {"points(xyzzy) > 1", "unknown-name 8-13: unknown criterion `xyzzy`"},
        {"lowest(xyzzy) > 1", "unknown-name 8-13: unknown criterion `xyzzy`"},
        {"count(xyzzy) > 1", "unknown-name 7-12: unknown criterion `xyzzy`"},
        {"score(peeple) > 1",
         "unknown-name 7-13: unknown category `peeple` (did you mean `people`?)"},
        {"score(price) > 1", "unknown-name 7-12: unknown category `price` (`price` is a criterion: "
                             "write `points(price)`)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

static void all_wrong_names_are_told_at_once(void **state)
{
    static const struct wrong cases[] = {
        {"pricee > 1 and sze < 2 or abs(tonne) > needs.budgte",
         "unknown-name 1-7: unknown criterion `pricee` (did you mean `price`?)\nunknown-name "
         "16-19: unknown criterion `sze` (did you mean `size`?)\nunknown-name 31-36: unknown "
         "criterion `tonne` (did you mean `tone`?)\nunknown-name 40-52: unknown need `budgte` (did "
         "you mean `budget`?)"},
        {"teir == platinum", "unknown-name 1-5: unknown criterion `teir` (did you mean `tier`?)"},
        {"teir == price", "unknown-name 1-5: unknown criterion `teir` (did you mean `tier`?)"},
        {"teir in [gold, platinum]",
         "unknown-name 1-5: unknown criterion `teir` (did you mean `tier`?)"},
        {"channells has voice",
         "unknown-name 1-10: unknown criterion `channells` (did you mean `channels`?)"},
        {"price > 1 and 3", "rule-type 15-16: `and` needs a condition (yes or no), but `3` is a "
                            "number (compare it: `3 > \xe2\x80\xa6`)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

/* --- Options ---------------------------------------------------------------------------------- */

static void words_beside_a_choice_are_its_options(void **state)
{
    static const struct wrong cases[] = {
        {"tier == gld",
         "unknown-option 9-12: `gld` is not an option of `tier` (did you mean `gold`?)"},
        {"tier == \"Gold plan\"",
         "unknown-option 9-20: `Gold plan` is not an option of `tier` (did you mean `gold`?)"},
        {"tier == voice", "unknown-option 9-14: `voice` is not an option of `tier` [1002:1 `voice` "
                          "is an option of `channels`]"},
        {"tier == word", "unknown-option 9-13: `word` is not an option of `tier` (`word` is a "
                         "criterion, and two of them cannot be compared)"},
        {"tier == channels", "unknown-option 9-17: `channels` is not an option of `tier` "
                             "(`channels` is a criterion, and two of them cannot be compared)"},
        {"tier == price", "unknown-option 9-14: `price` is not an option of `tier` (`price` is a "
                          "criterion, but beside `tier` a word is an option)"},
        {"price == tier", "unknown-option 1-6: `price` is not an option of `tier` (`price` is a "
                          "criterion, but beside `tier` a word is an option)"},
        {"tier in [gold, sliver]",
         "unknown-option 16-22: `sliver` is not an option of `tier` (did you mean `silver`?)"},
        {"tier in [gold, 3]", "rule-type 16-17: `3` is not an option of `tier` (an option that "
                              "looks like a number stands in quotes)"},
        {"regions has voice", "unknown-option 13-18: `voice` is not an option of `regions` [1002:1 "
                              "`voice` is an option of `channels`]"},
        {"regions has_all [us, voice, 2026-11-21]",
         "unknown-option 22-27: `voice` is not an option of `regions` [1002:1 `voice` is an option "
         "of `channels`]\nrule-type 29-39: `2026-11-21` is not an option of `regions` (an option "
         "that looks like a number stands in quotes)"},
        {"channels has chatt",
         "unknown-option 14-19: `chatt` is not an option of `channels` (did you mean `chat`?)"},
        {"needs.grade == bronze", "unknown-option 16-22: `bronze` is not an option of "
                                  "`needs.grade` [1001:1 `bronze` is an option of `tier`]"},
        {"needs.zones has mars", "unknown-option 17-21: `mars` is not an option of `needs.zones` "
                                 "[1003:3 `mars` is an option of `regions`]"},
        {"mars in needs.zones", "unknown-option 1-5: `mars` is not an option of `needs.zones` "
                                "[1003:3 `mars` is an option of `regions`]"},
        {"tier in needs.zones", "unknown-option 9-20: `eu` in needs.zones is not an option of "
                                "`tier` [109:1 `eu` stands here]\nunknown-option 9-20: `us` in "
                                "needs.zones is not an option of `tier` [109:2 `us` stands here]"},
        {"tier == needs.city", "unknown-option 9-19: `Lisbon` in needs.city is not an option of "
                               "`tier` [106:1 `Lisbon` stands here]"},
        {"needs.city == tier", "unknown-option 1-11: `Lisbon` in needs.city is not an option of "
                               "`tier` [106:1 `Lisbon` stands here]"},
        {"channels has_all needs.faxes", "unknown-option 18-29: `fax` in needs.faxes is not an "
                                         "option of `channels` [110:2 `fax` stands here]"},
        {"needs.faxes has_any channels", "unknown-option 1-12: `fax` in needs.faxes is not an "
                                         "option of `channels` [110:2 `fax` stands here]"},
        {"needs.zones has_any [mars]", "unknown-option 22-26: `mars` is not an option of "
                                       "`needs.zones` [1003:3 `mars` is an option of `regions`]"},
        {"country in needs.zones",
         "unknown-option 1-8: `country` is not an option of `needs.zones` (`country` is a "
         "criterion, but beside `needs.zones` a word is an option)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

static void words_beside_free_texts_are_quoted(void **state)
{
    static const struct wrong cases[] = {
        {"needs.media has voice",
         "rule-type 17-22: nothing says what the word `voice` means here (quote it to compare it "
         "as a text: \"voice\"; or declare the options of the need)"},
        {"needs.media has tier", "rule-type 17-21: `has` looks for one option, but `tier` is a "
                                 "criterion (write `tier in needs.media`)"},
        {"voice in needs.media",
         "rule-type 1-6: nothing says what the word `voice` means here (quote it to compare it as "
         "a text: \"voice\"; or declare the options of the need)"},
        {"needs.media has_all [voice]",
         "rule-type 22-27: nothing says what the word `voice` means here (quote it to compare it "
         "as a text: \"voice\"; or declare the options of the need)"},
        {"country in [PT, \"ES\"]", "rule-syntax 13-15: `PT` is no word of the rule language "
                                    "(names and words are in lower case and begin with a letter)"},
        {"country in [portugal, \"ES\"]",
         "rule-type 13-21: nothing says what the word `portugal` means here (quote it to compare "
         "it as a text: \"portugal\"; or declare the options of the need)"},
        {"country == portugal", "unknown-name 12-20: unknown criterion `portugal`"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

/* --- Types ------------------------------------------------------------------------------------ */

static void operands_have_their_types(void **state)
{
    static const struct wrong cases[] = {
        {"price", "rule-type 1-6: the rule needs a condition (yes or no), but `price` is a number "
                  "(compare it: `price > \xe2\x80\xa6`)"},
        {"founded",
         "rule-type 1-8: the rule needs a condition (yes or no), but `founded` is a date"},
        {"tier", "rule-type 1-5: the rule needs a condition (yes or no), but `tier` is a choice "
                 "(compare it with an option: `tier == \xe2\x80\xa6`)"},
        {"channels", "rule-type 1-9: the rule needs a condition (yes or no), but `channels` is a "
                     "set (ask `channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"country",
         "rule-type 1-8: the rule needs a condition (yes or no), but `country` is a text"},
        {"needs.media",
         "rule-type 1-12: the rule needs a condition (yes or no), but `needs.media` is a list (ask "
         "`needs.media has \xe2\x80\xa6`, or how many: `count(needs.media)`) [108:1 the need has "
         "its value here]"},
        {"if(price > 2)",
         "unknown-name 1-3: unknown function `if` (`when` needs no `if`: write the "
         "condition alone)"},
        {"price == open",
         "unknown-name 10-14: unknown criterion `open` (an open answer is `not answered(id)`)"},
        {"founded > 2026-2-3",
         "rule-type 11-19: `>` compares two values of one type, but `founded` is a date and "
         "`2026-2-3` is a number (a date is written 2026-02-03)"},
        {"founded > 2026-13-3",
         "rule-type 11-20: `>` compares two values of one type, but `founded` is a date and "
         "`2026-13-3` is a number (`days(founded)` is how many days it lies after as-of)"},
        {"founded > 2026 - 2 - 3",
         "rule-type 11-23: `>` compares two values of one type, but `founded` is a date and "
         "`2026 - 2 - 3` is a number (`days(founded)` is how many days it lies after as-of)"},
        {"as_of", "rule-type 1-6: the rule needs a condition (yes or no), but `as_of` is a date"},
        {"3", "rule-type 1-2: the rule needs a condition (yes or no), but `3` is a number (compare "
              "it: `3 > \xe2\x80\xa6`)"},
        {"\"yes\"",
         "rule-type 1-6: the rule needs a condition (yes or no), but `\"yes\"` is a text"},
        {"[1, 2]", "rule-type 1-7: a list stands only right of `in`, `has_all` and `has_any`"},
        {"not price", "rule-type 5-10: `not` needs a condition (yes or no), but `price` is a "
                      "number (compare it: `price > \xe2\x80\xa6`)"},
        {"iso and tier", "rule-type 9-13: `and` needs a condition (yes or no), but `tier` is a "
                         "choice (compare it with an option: `tier == \xe2\x80\xa6`)"},
        {"iso or channels",
         "rule-type 8-16: `or` needs a condition (yes or no), but `channels` is a set (ask "
         "`channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"price + founded > 1", "rule-type 9-16: `+` needs a number, but `founded` is a date "
                                "(`days(founded)` is how many days it lies after as-of)"},
        {"-tier > 1", "rule-type 2-6: `-` needs a number, but `tier` is a choice"},
        {"abs(channels) > 1", "rule-type 5-13: `abs` needs a number, but `channels` is a set (ask "
                              "`channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"min(1, iso) > 1",
         "rule-type 8-11: `min` needs a number, but `iso` is a condition (yes or no)"},
        {"days(price) > 1", "rule-type 6-11: `days` needs a date, but `price` is a number"},
        {"count(tier) > 1", "rule-type 7-11: `count` needs a set, but `tier` is a choice"},
        {"count(needs.budget) > 1", "rule-type 7-19: `count` needs a set, but `needs.budget` is a "
                                    "number [100:1 the need has its value here]"},
        {"price + [1] > 2",
         "rule-type 9-12: a list stands only right of `in`, `has_all` and `has_any`"},
        {"1 + price > xyzzy + iso",
         "unknown-name 13-18: unknown criterion `xyzzy`\nrule-type 21-24: `+` needs a number, but "
         "`iso` is a condition (yes or no)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

static void comparisons_are_of_one_type(void **state)
{
    static const struct wrong cases[] = {
        {"price > founded",
         "rule-type 9-16: `>` compares two values of one type, but `price` is a number and "
         "`founded` is a date (`days(founded)` is how many days it lies after as-of)"},
        {"founded < 30",
         "rule-type 11-13: `<` compares two values of one type, but `founded` is a date and `30` "
         "is a number (`days(founded)` is how many days it lies after as-of)"},
        {"founded > \"2026-01-01\"",
         "rule-type 11-23: `>` compares two numbers or two dates, but `\"2026-01-01\"` is a text "
         "(numbers, dates, yes and no are written without quotes)"},
        {"tier > gold", "rule-type 1-5: `>` compares two numbers or two dates, but `tier` is a "
                        "choice (options have no order: write `==`, or `in [a, b]`)"},
        {"gold < tier", "rule-type 8-12: `<` compares two numbers or two dates, but `tier` is a "
                        "choice (options have no order: write `==`, or `in [a, b]`)"},
        {"channels > 2", "rule-type 1-9: `>` compares two numbers or two dates, but `channels` is "
                         "a set (ask `channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"needs.grade >= gold", "rule-type 1-12: `>=` compares two numbers or two dates, but "
                                "`needs.grade` is a text [107:1 "
                                "the need has its value here]"},
        {"iso > no", "rule-type 1-4: `>` compares two numbers or two dates, but `iso` is a "
                     "condition (yes or no)"},
        {"country < \"b\"",
         "rule-type 1-8: `<` compares two numbers or two dates, but `country` is a text"},
        {"price == \"490\"",
         "rule-type 10-15: `==` compares two values of one type, but `price` is a number and "
         "`\"490\"` is a text (numbers, dates, yes and no are written without quotes)"},
        {"iso == \"yes\"",
         "rule-type 8-13: `==` compares two values of one type, but `iso` is a condition (yes or "
         "no) and `\"yes\"` is a text (a condition is compared with `yes` or `no`) (numbers, "
         "dates, yes and no are written without quotes)"},
        {"founded == 3",
         "rule-type 12-13: `==` compares two values of one type, but `founded` is a date and `3` "
         "is a number (`days(founded)` is how many days it lies after as-of)"},
        {"iso == 1",
         "rule-type 8-9: `==` compares two values of one type, but `iso` is a condition (yes or "
         "no) and `1` is a number (a condition is compared with `yes` or `no`)"},
        {"iso == needs.budget",
         "rule-type 8-20: `==` compares two values of one type, but `iso` is a condition (yes or "
         "no) and `needs.budget` is a number (a condition is compared with `yes` or `no`) [100:1 "
         "the need has its value here]"},
        {"iso == answered(price)",
         "rule-type 1-23: two conditions cannot be compared with each other (a condition stands "
         "alone or is compared with yes or no: `a == yes and b == no`)"},
        {"channels == voice", "rule-type 1-9: `==` compares single values, but `channels` is a set "
                              "(ask `channels has \xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"voice == channels",
         "rule-type 10-18: `==` compares single values, but `channels` is a set (ask `channels has "
         "\xe2\x80\xa6`, or how many: `count(channels)`)"},
        {"needs.media == \"voice\"",
         "rule-type 1-12: `==` compares single values, but `needs.media` is a list (ask "
         "`needs.media has \xe2\x80\xa6"
         "`, or how many: `count(needs.media)`) [108:1 the need has its value here]"},
        {"price != needs.media",
         "rule-type 10-21: `!=` compares single values, but `needs.media` is a list (ask "
         "`needs.media has \xe2\x80\xa6"
         "`, or how many: `count(needs.media)`) [108:1 the need has its value here]"},
        {"tier == 3", "rule-type 9-10: `==` compares two values of one type, but `tier` is a "
                      "choice and `3` is a number"},
        {"tier == needs.budget",
         "rule-type 9-21: `==` compares two values of one type, but `tier` is a choice and "
         "`needs.budget` is a number [100:1 the need has its value here]"},
        {"tier == needs.xyzzy", "unknown-name 9-20: unknown need `xyzzy`"},
        {"tier == total", "unknown-option 9-14: `total` is not an option of `tier`"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

static void lists_and_sets_stand_where_they_may(void **state)
{
    static const struct wrong cases[] = {
        {"price in 3", "rule-type 10-11: `in` needs a list on its right, or a need that is one"},
        {"voice in channels", "rule-type 10-18: `in` needs a list on its right, or a need that is "
                              "one (`channels` is a set: write `channels has voice`)"},
        {"price in size", "rule-type 10-14: `in` needs a list on its right, or a need that is one"},
        {"price in needs.budget",
         "rule-type 10-22: `in` needs a list on its right, or a need that is one"},
        {"price in needs.media",
         "rule-type 10-21: `needs.media` is a list of words, which a number cannot be in"},
        {"price in needs.zones",
         "unknown-option 1-6: `price` is not an option of `needs.zones` (`price` is a criterion, "
         "but beside `needs.zones` a word is an option)"},
        {"needs.media has xyzzy(1)", "unknown-name 17-22: unknown function `xyzzy`"},
        {"price + 1 in needs.zones",
         "rule-type 14-25: `needs.zones` is a list of words, which a number cannot be in"},
        {"price in needs.xyzzy", "unknown-name 10-21: unknown need `xyzzy`"},
        {"iso in [yes, no]", "rule-type 1-4: `in` looks for a number, date, text or option, but "
                             "`iso` is a condition (yes or no)"},
        {"channels in [voice]", "rule-type 1-9: `in` looks for a number, date, text or option, but "
                                "`channels` is a set (write `has_any`, or `has_all`)"},
        {"needs.zones in [eu]", "rule-type 1-12: `in` looks for a number, date, text or option, "
                                "but `needs.zones` is a list (write `has_any`, or `has_all`)"},
        {"needs.media in [\"eu\"]",
         "rule-type 1-12: `in` looks for a number, date, text or option, but `needs.media` is a "
         "list (write `has_any`, or `has_all`)"},
        {"pricee in [1]", "unknown-name 1-7: unknown criterion `pricee` (did you mean `price`?)"},
        {"price in [1, \"2\"]",
         "rule-type 14-17: `\"2\"` cannot be an item here: each must be a number"},
        {"price in [1, size]", "rule-type 14-18: `size` cannot be an item here: each must be a "
                               "number (a list holds literals; join comparisons with `or`)"},
        {"price in [1, 2026-11-21]",
         "rule-type 14-24: `2026-11-21` cannot be an item here: each must be a number"},
        {"founded in [2026-11-21, 3]",
         "rule-type 25-26: `3` cannot be an item here: each must be a date"},
        {"tier has gold", "rule-type 1-5: `has` needs a set on its left, or a need that is a list "
                          "(`tier` is a choice: write `==`, or `in [a, b]`)"},
        {"price has 3", "rule-type 1-6: `has` needs a set on its left, or a need that is a list"},
        {"[voice] has voice",
         "rule-type 1-8: `has` needs a set on its left, or a need that is a list"},
        {"needs.xyzzy has voice", "unknown-name 1-12: unknown need `xyzzy`"},
        {"needs.budget has voice",
         "rule-type 1-13: `has` needs a set on its left, or a need that is a list"},
        {"channels has [voice]", "rule-type 14-21: `has` looks for one option, but `[voice]` is a "
                                 "list (for several write `has_all` or `has_any`)"},
        {"channels has needs.media",
         "rule-type 14-25: `has` looks for one option, but `needs.media` is a list (for several "
         "write `has_all` or `has_any`)"},
        {"channels has 3", "rule-type 14-15: `has` looks for one option, but `3` is a number"},
        {"needs.media has 3", "rule-type 17-18: `has` looks for one option, but `3` is a number"},
        {"needs.zones has 3", "rule-type 17-18: `has` looks for one option, but `3` is a number"},
        {"channels has_all voice",
         "rule-type 18-23: `has_all` needs a list, a need that is one, or a set criterion on its "
         "right (options stand in a list: `[voice]`)"},
        {"channels has_any \"voice\"",
         "rule-type 18-25: `has_any` needs a list, a need that is one, or a set criterion on its "
         "right (options stand in a list: `[\"voice\"]`)"},
        {"channels has_any price", "rule-type 18-23: `has_any` needs a list, a need that is one, "
                                   "or a set criterion on its right"},
        {"channels has_any tier", "rule-type 18-22: `has_any` needs a list, a need that is one, or "
                                  "a set criterion on its right"},
        {"channels has_any 3", "rule-type 18-19: `has_any` needs a list, a need that is one, or a "
                               "set criterion on its right"},
        {"channels has_any needs.budget", "rule-type 18-30: `has_any` needs a list, a need that is "
                                          "one, or a set criterion on its right"},
        {"channels has_any needs.xyzzy", "unknown-name 18-29: unknown need `xyzzy`"},
        {"[voice] has_all channels",
         "rule-type 1-8: `has_all` needs a set on its left, or a need that is a list"},
        {"tier has_any [gold]", "rule-type 1-5: `has_any` needs a set on its left, or a need that "
                                "is a list (`tier` is a choice: write `==`, or `in [a, b]`)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

static void calls_take_what_they_need(void **state)
{
    static const struct wrong cases[] = {
        {"abs() > 1", "rule-type 1-6: `abs` takes 1 value, not 0"},
        {"abs(1, 2) > 1", "rule-type 1-10: `abs` takes 1 value, not 2"},
        {"min(price) > 1",
         "rule-type 1-11: `min` takes at least 2 values, not 1 (over all vendors it is `lowest`)"},
        {"max(price) > 1",
         "rule-type 1-11: `max` takes at least 2 values, not 1 (over all vendors it is `highest`)"},
        {"max() > 1", "rule-type 1-6: `max` takes at least 2 values, not 0"},
        {"answered()", "rule-type 1-11: `answered` takes 1 value, not 0"},
        {"answered(price, size)", "rule-type 1-22: `answered` takes 1 value, not 2"},
        {"answered(3)", "rule-type 10-11: `answered` takes the id of a criterion"},
        {"answered(needs.budget)", "rule-type 10-22: `answered` takes the id of a criterion (needs "
                                   "are the buyer's own and always known)"},
        {"score(\"people\") > 1", "rule-type 7-15: `score` takes the id of a category"},
        {"points(country) > 1", "rule-type 8-15: `country` is a text, which earns no points"},
        {"lowest(tier) > 1", "rule-type 8-12: `lowest` needs a criterion that is a number or "
                             "rating, but `tier` is a choice"},
        {"lowest(founded) > founded", "rule-type 8-15: `lowest` needs a criterion that is a number "
                                      "or rating, but `founded` is a date"},
        {"mean(price + 1) > 1", "rule-type 6-15: `mean` takes the id of a criterion"},
        {"bids(country) > 1", "rule-type 6-13: `bids` needs a criterion that is a number or "
                              "rating, but `country` is a text"},
        {"total(1) > 1",
         "unknown-name 1-6: unknown function `total` (`total` stands without parentheses)"},
    };
    (void)state;
    CHECK_WRONG(condition, cases);
}

/* --- Stages ----------------------------------------------------------------------------------- */

static void what_is_known_later_cannot_be_read(void **state)
{
    static const struct expr_rules when = {VALUE_TRUTH, STAGE_NEEDS, NOWHERE,
                                           "a criterion's `when`"};
    static const struct expr_rules formula = {VALUE_NUMBER, STAGE_COHORT, NOWHERE,
                                              "a score's `formula`"};
    static const struct wrong whens[] = {
        {"price > needs.budget",
         "rule-stage 1-6: a criterion's `when` may read only needs, but `price` reads answers"},
        {"answered(price) and lowest(size) > 1",
         "rule-stage 1-16: a criterion's `when` may read only needs, but `answered(price)` reads "
         "answers\nrule-stage 21-33: a criterion's `when` may read only needs, but `lowest(size)` "
         "reads the cohort"},
    };
    static const struct wrong formulas[] = {
        {"points(price)", "rule-stage 1-14: a score's `formula` may read only needs, answers and "
                          "the cohort, but `points(price)` reads points and scores"},
        {"score(people) + total + lowest(price)",
         "rule-stage 1-14: a score's `formula` may read only needs, answers and the cohort, but "
         "`score(people)` reads points and scores\nrule-stage 17-22: a score's `formula` may read "
         "only needs, answers and the cohort, but `total` reads points and scores"},
        {"price > 1", "rule-type 1-10: a score's `formula` needs a number, but `price > 1` is a "
                      "condition (yes or no)"},
    };
    (void)state;
    CHECK_WRONG(when, whens);
    CHECK_WRONG(formula, formulas);
}

static void computed_criteria_read_those_above(void **state)
{
    struct world world;
    world_init(&world);
    struct expr_rules rules = {VALUE_NUMBER, STAGE_ANSWERS, world_position(&world, "cost"),
                               "`computed`"};
    static const struct wrong cases[] = {
        {"cost + 1", "rule-stage 1-5: `cost` cannot be computed from itself"},
        {"deep + 1", "rule-stage 1-5: `deep` is computed further down [1012:1 `computed` may use "
                     "only computed criteria above its own]"},
        {"1 + lowest(price)", "rule-stage 5-18: `computed` may read only needs and answers, but "
                              "`lowest(price)` reads the cohort"},
    };
    (void)state;
    CHECK_WRONG(rules, cases);
    assert_non_null(world_compile_as(&world, &rules, "price + size + fair"));
    world_release(&world);
}

static void the_stage_is_the_latest_thing_read(void **state)
{
    static const struct {
        enum value_type type;
        const char *text;
        enum stage stage;
    } cases[] = {
        {VALUE_TRUTH, "needs.big or as_of > 2026-01-01 or 1 < 2", STAGE_NEEDS},
        {VALUE_TRUTH, "needs.zones has eu and count(needs.media) > 1", STAGE_NEEDS},
        {VALUE_NUMBER, "price", STAGE_ANSWERS},
        {VALUE_TRUTH, "needs.big or verified(price)", STAGE_ANSWERS},
        {VALUE_NUMBER, "price / mean(price) + days(founded)", STAGE_COHORT},
        {VALUE_NUMBER, "others_mean(price)", STAGE_COHORT},
        {VALUE_NUMBER, "points(price) + lowest(price)", STAGE_SCORES},
        {VALUE_NUMBER, "score(people)", STAGE_SCORES},
        {VALUE_TRUTH, "total < 50 and iso", STAGE_SCORES},
    };
    struct world world;
    (void)state;
    world_init(&world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(expr_stage(world_expr(&world, cases[i].type, cases[i].text)),
                         cases[i].stage);
    world_release(&world);
}

/* --- Many problems ---------------------------------------------------------------------------- */

/* `count` wrong names between two texts. */
static const char *wrong_names(struct world *world, const char *before, int count, const char *name,
                               const char *after)
{
    struct text_buffer buffer = {.arena = &world->arena};
    buffer_add(&buffer, text_from(before));
    for (int i = 0; i < count; i++)
        buffer_format(&buffer, "%s%s%d", i == 0 ? "" : ", ", name, i);
    buffer_add(&buffer, text_from(after));
    return buffer_text(&buffer).ptr;
}

static void as_many_problems_are_found_as_are_kept(void **state)
{
    static const struct {
        const char *before;
        const char *name;
        const char *after;
    } cases[] = {
        {"min(", "x", ") > 0"},
        {"tier in [", "x", "]"},
        {"needs.media has_all [", "x", "]"},
        {"price in [", "x", "]"},
        {"needs.zones has_any [", "x", "]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const size_t counts[][2] = {{99, 99}, {20000, PROBLEMS_KEPT}};
        for (size_t k = 0; k < 2; k++) {
            struct world world;
            world_init(&world);
            const char *text = wrong_names(&world, cases[i].before, (int)counts[k][0],
                                           cases[i].name, cases[i].after);
            struct phrase phrase = world_phrase(&world, text);
            world.source.bytes = (struct text){0}; /* let go: no excerpts of a long line */
            assert_null(
                expr_compile(&world.arena, &phrase, &world.criteria, &condition, &world.problems));
            assert_int_equal(world.problems.totals[PROBLEM_ERROR], counts[k][1]);
            world_release(&world);
        }
    }
}

/* A need of many words beside a criterion that has none of them as an option. */
static void a_need_may_be_wrong_word_by_word(void **state)
{
    struct world world;
    struct word words[300];
    (void)state;
    world_init(&world);
    for (size_t i = 0; i < 300; i++)
        words[i] = (struct word){.text = text_format(&world.arena, "w%zu", i)};
    struct need *media = criteria_need(&world.criteria, TEXT("media"));
    media->words = (struct words){words, 2};
    assert_null(world_compile(&world, VALUE_TRUTH, "channels has_any needs.media"));
    assert_string_equal(world_problems(&world),
                        "unknown-option 18-29: `w0` in needs.media is not an option of `channels` "
                        "[108:1 `w0` stands here]\n"
                        "unknown-option 18-29: `w1` in needs.media is not an option of `channels` "
                        "[108:1 `w1` stands here]");
    media->words.count = 300;
    assert_null(world_compile(&world, VALUE_TRUTH, "channels has_any needs.media"));
    assert_int_equal(world.problems.totals[PROBLEM_ERROR], PROBLEMS_KEPT);
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_names_get_suggestions),
        cmocka_unit_test(all_wrong_names_are_told_at_once),
        cmocka_unit_test(words_beside_a_choice_are_its_options),
        cmocka_unit_test(words_beside_free_texts_are_quoted),
        cmocka_unit_test(operands_have_their_types),
        cmocka_unit_test(comparisons_are_of_one_type),
        cmocka_unit_test(lists_and_sets_stand_where_they_may),
        cmocka_unit_test(calls_take_what_they_need),
        cmocka_unit_test(what_is_known_later_cannot_be_read),
        cmocka_unit_test(computed_criteria_read_those_above),
        cmocka_unit_test(the_stage_is_the_latest_thing_read),
        cmocka_unit_test(as_many_problems_are_found_as_are_kept),
        cmocka_unit_test(a_need_may_be_wrong_word_by_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
