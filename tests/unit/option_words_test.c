/* Looking up the words of options: each is found, nothing else is, and soon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/option_words.h"
#include "shortlist/answers.h"
#include "shortlist/text.h"

/* As a cell lies in a file: with more bytes behind it. */
static const struct option_word *find(const struct option_words *words, struct text word)
{
    char bytes[64] = {0};
    assert_true(word.len + 8 <= sizeof(bytes));
    memcpy(bytes, word.ptr, word.len);
    memset(bytes + word.len, '#', 8);
    return option_words_find(words, bytes, word.len);
}

/* Options of which ids and labels begin with the same eight bytes, and end in the same. */
static struct options alike(struct arena *arena)
{
    struct options options = {.count = OPTIONS_LIMIT};
    options.items = arena_array(arena, struct option, options.count);
    for (size_t i = 0; i < options.count; i++) {
        options.items[i].id = text_format(arena, "certified_%02zu_by_others", i);
        options.items[i].label = text_format(arena, "certified (%02zu) by others", i);
    }
    return options;
}

static void test_words_that_begin_alike(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct options options = alike(&arena);
    const struct option_words words = option_words_make(&options, true, &arena);
    for (size_t i = 0; i < options.count; i++) {
        assert_int_equal(find(&words, options.items[i].id)->option, i);
        assert_int_equal(find(&words, options.items[i].label)->option, i);
    }
    assert_null(find(&words, TEXT("certified_64_by_others")));
    assert_null(find(&words, TEXT("certified_00_by_other")));
    assert_null(find(&words, TEXT("certifie")));
    arena_release(&arena);
}

/* A word stands at its slot or just behind it, however the words begin. */
static void test_how_far_words_stand(void **state)
{
    (void)state;
    enum { NEAR = 4 };
    struct arena arena = {0};
    const struct options options = alike(&arena);
    const struct option_words words = option_words_make(&options, false, &arena);
    for (size_t i = 0; i < options.count; i++) {
        const struct option_word *word = find(&words, options.items[i].id);
        const size_t slot = (size_t)(word - words.slots);
        assert_true(((slot - word_slot(&words, word->head)) & words.mask) <= NEAR);
    }
    arena_release(&arena);
}

static void test_words_without_answer(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        int taken; /* see option_word; 0: not found */
    } cases[] = {
        {"", 1 + STATE_OPEN},      {"~", 1 + STATE_OPEN}, {"null", 1 + STATE_OPEN},
        {"n/a", 1 + STATE_NA},     {"N/A", 1 + STATE_NA}, {"nULL", 0},
        {"x", 1 + STATE_ANSWERED},
    };
    struct arena arena = {0};
    struct option named_so[] = {
        {.id = TEXT("x"), .label = TEXT("null")},
        {.id = TEXT("y"), .label = TEXT("nULL")},
        {.id = TEXT("z"), .label = TEXT("N/A")},
    };
    const struct options options = {.items = named_so, .count = 3};
    const struct option_words words = option_words_make(&options, true, &arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct option_word *found = find(&words, text_from(cases[i].word));
        assert_int_equal(found == NULL ? 0 : found->taken, cases[i].taken);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_that_begin_alike),
        cmocka_unit_test(test_how_far_words_stand),
        cmocka_unit_test(test_words_without_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
