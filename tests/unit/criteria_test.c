/* What an id may be, and how words, options and defaults are looked up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"

static void test_ids(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        bool fine;        /* as the id of a need, category, criterion or rule */
        bool fine_option; /* as the id of an option */
    } cases[] = {
        {"a", true, true},
        {"price_hour", true, true},
        {"soc_2", true, true},
        {"", false, false},
        {"2_soc", false, false},
        {"_a", false, false},
        {"Price", false, false},
        {"price-hour", false, false},
        {"pr\xc3\xa9mium", false, false},
        {"no", false, true},
        {"total", false, true},
        {"has_any", false, true},
        {"nothing", true, true},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true, true},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(id_fault(text_from(cases[i].id)) == NULL, cases[i].fine);
        assert_int_equal(id_shape_fault(text_from(cases[i].id)) == NULL, cases[i].fine_option);
    }
    /* A NUL does not end the id. */
    assert_non_null(id_fault(TEXT("a\0b")));
}

static void test_every_reserved_word(void **state)
{
    (void)state;
    static const char *const words[] = {"and",     "or",      "not",   "in",    "has",
                                        "has_all", "has_any", "needs", "as_of", "total",
                                        "yes",     "no",      "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_non_null(id_fault(text_from(words[i])));
    assert_null(id_fault(TEXT("true")));
}

static void test_truths_and_open_words(void **state)
{
    (void)state;
    assert_int_equal(truth_parse(TEXT("yes")), 1);
    assert_int_equal(truth_parse(TEXT("True")), 1);
    assert_int_equal(truth_parse(TEXT("NO")), 0);
    assert_int_equal(truth_parse(TEXT("false")), 0);
    assert_int_equal(truth_parse(TEXT("y")), -1);
    assert_int_equal(truth_parse(TEXT("on")), -1);
    assert_int_equal(truth_parse(TEXT("")), -1);
    assert_true(is_open_word(TEXT("")));
    assert_true(is_open_word(TEXT("~")));
    assert_true(is_open_word(TEXT("Null")));
    assert_false(is_open_word(TEXT("none")));
    assert_false(is_open_word(TEXT("n/a")));
}

static void test_options(void **state)
{
    (void)state;
    struct option items[] = {
        {.id = TEXT("voice"), .label = TEXT("Telephone")},
        {.id = TEXT("email"), .label = TEXT("E-mail")},
        {.id = TEXT("no"), .label = TEXT("None of these")},
    };
    const struct options options = {.items = items, .count = 3};
    assert_int_equal(options_find(&options, TEXT("email")), 1);
    assert_int_equal(options_find(&options, TEXT("Email")), NO_OPTION);
    assert_int_equal(options_find(&options, TEXT("e-mail")), NO_OPTION);
    assert_int_equal(options_find_label(&options, TEXT("e-mail")), 1);
    assert_int_equal(options_find_label(&options, TEXT("email")), NO_OPTION);
    assert_true(text_equal(options_nearest(&options, TEXT("emial")), TEXT("email")));
    assert_int_equal(options_nearest(&options, TEXT("pigeon")).len, 0);
    assert_int_equal(options_find(&yes_no_options, TEXT("no")), 0);
    assert_int_equal(options_find(&yes_no_options, TEXT("yes")), 1);
}

static void test_what_silence_does(void **state)
{
    (void)state;
    struct criteria criteria = {.missing = MISSING_ZERO};
    struct criterion criterion = {.by = BY_VENDOR};
    assert_int_equal(criterion_missing(&criteria, &criterion), MISSING_ZERO);
    criterion.by = BY_BUYER;
    assert_int_equal(criterion_missing(&criteria, &criterion), MISSING_EXCLUDE);
    criterion.missing = MISSING_ZERO;
    assert_int_equal(criterion_missing(&criteria, &criterion), MISSING_ZERO);
    criteria.missing = MISSING_EXCLUDE;
    criterion = (struct criterion){.by = BY_NOBODY};
    assert_int_equal(criterion_missing(&criteria, &criterion), MISSING_EXCLUDE);
}

static void test_whether_anything_counts(void **state)
{
    (void)state;
    struct category categories[] = {{.weight.value = 0, .first = 0, .count = 1},
                                    {.weight.value = 1, .first = 1, .count = 1}};
    struct criterion items[] = {{.category = 0, .weight.value = 1},
                                {.category = 1, .weight.value = 0}};
    struct criteria criteria = {
        .categories = categories, .category_count = 2, .criteria = items, .criterion_count = 2};
    assert_false(criteria_count(&criteria));
    items[1].weight.value = 0.1;
    assert_true(criteria_count(&criteria));
    categories[1].weight.value = 0;
    assert_false(criteria_count(&criteria));
}

static void test_lookups(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct need needs[] = {{.id.text = TEXT("hours")}, {.id.text = TEXT("channels")}};
    struct criteria criteria = {.needs = needs, .need_count = 2};
    criteria.need_names = names_index(&arena, &needs->id.text, 2, sizeof *needs);
    assert_ptr_equal(criteria_need(&criteria, TEXT("channels")), &needs[1]);
    assert_null(criteria_need(&criteria, TEXT("channel")));
    assert_null(criteria_criterion(&criteria, TEXT("hours")));
    assert_null(criteria_category(&criteria, TEXT("hours")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_every_reserved_word),
        cmocka_unit_test(test_truths_and_open_words),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_what_silence_does),
        cmocka_unit_test(test_whether_anything_counts),
        cmocka_unit_test(test_lookups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
