/* Names: found by binary search, and the nearest one when there is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/names.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct thing {
    int number;
    struct text id;
    char rest[5];
};

static void names_are_found_in_place(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct thing things[] = {
        {1, TEXT("price_hour"), ""}, {2, TEXT("attrition"), ""}, {3, TEXT("iso"), ""},
        {4, TEXT("attrition"), ""},  {5, TEXT(""), ""},          {6, TEXT("iso_27001"), ""},
    };
    struct names names = names_index(&arena, &things[0].id, COUNT(things), sizeof(things[0]));
    uint32_t position = 99;
    for (uint32_t i = 0; i < COUNT(things); i++) {
        assert_true(names_find(&names, things[i].id, &position));
        assert_int_equal(position, i == 3 ? 1 : i); /* of equals the earliest */
    }
    assert_false(names_find(&names, TEXT("is"), &position));
    assert_false(names_find(&names, TEXT("iso_"), &position));
    assert_false(names_find(&names, TEXT("zzz"), &position));
    assert_false(names_find(&names, TEXT("Iso"), &position));
    arena_release(&arena);
}

static void no_names_hold_none(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct names names = names_index(&arena, NULL, 0, sizeof(struct text));
    uint32_t position;
    assert_false(names_find(&names, TEXT("iso"), &position));
    assert_int_equal(names_nearest(&names, TEXT("iso")).len, 0);
    arena_release(&arena);
}

static void many_names_are_found_in_any_order(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct arena arena = {0};
    struct text *ids = arena_array(&arena, struct text, MANY);
    for (int descending = 0; descending < 2; descending++) {
        for (int i = 0; i < MANY; i++)
            ids[i] = text_format(&arena, "v%05d", descending ? MANY - i : i);
        struct names names = names_index(&arena, ids, MANY, sizeof(*ids));
        for (uint32_t i = 0; i < MANY; i++) {
            uint32_t position;
            assert_true(names_find(&names, ids[i], &position));
            assert_int_equal(position, i);
        }
    }
    arena_release(&arena);
}

/* Distances counted by hand; in brackets the limit, a third of the longer length. */
static void near_names_are_suggested(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        const char *candidate;
        bool near;
    } cases[] = {
        {"attrition_anual_pct", "attrition_annual_pct", true}, /* 1 letter missing (4) */
        {"atrition_anual_pct", "attrition_annual_pct", true},  /* 2 */
        {"emial", "email", true},                              /* 1 swap (1) */
        {"emiall", "email", true},                             /* a swap and a letter (2) */
        {"voise", "voice", true},
        {"viose", "voice", false}, /* 2 (1) */
        {"chat", "char", true},
        {"cat", "chat", true},
        {"act", "chat", false},                           /* 2 (1) */
        {"secu", "security", false},                      /* 4 (2) */
        {"kitten", "sitting", false},                     /* 3 (2) */
        {"language_coverage", "languages_covered", true}, /* 4 (4): +s, -a -g e, +d */
        {"abcdefghijklmnop", "abcdefghijkl", true},       /* 4 (4) */
        {"abcdefghijklmnopq", "abcdefghijkl", false},     /* 5 (4) */
        {"abcdefghijkl____mnop", "mnopabcdefghijkl____", false},
        {"ISO-27001", "iso_27001", true}, /* the same, as letters compare */
        {"Iso 27001", "iso_27001", true},
        {"A", "a", true},
        {"a", "b", false}, /* no letter in common */
        {"ab", "a", true},
        {"ab", "ac", true},
        {"ab", "cd", false},
        {"ab", "ba", true},
        {"price", "price_hour", true}, /* a suffix */
        {"price_hour", "price", true},
        {"price", "price-hour", true},
        {"hour", "price_hour", false},
        {"price", "pricehours", false},
        {"price", "prize_hours", false},
        {"price", "price_", true}, /* 1 (2) */
        {"", "a", false},
        {"a", "", false},
        {"", "", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct nearest nearest = {.word = text_from(cases[i].word)};
        struct text candidate = text_from(cases[i].candidate);
        nearest_offer(&nearest, candidate);
        if (text_equal(nearest.best, candidate) != (cases[i].near || candidate.len == 0))
            fail_msg("%s, %s", cases[i].word, cases[i].candidate);
    }
}

static void the_nearest_wins_and_of_equals_the_first(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        const char *offers[4];
        const char *best;
    } cases[] = {
        {"price_hours", {"price", "price_house", "price_hour"}, "price_hour"},
        {"price_hour", {"price", "price_hours", "price_four"}, "price_hours"},
        {"prices", {"prices_year", "price", "prices_hour"}, "price"},
        {"need", {"need_year", "need_hour"}, "need_year"},
        {"emial", {"email_x", "voice", "email"}, "email"},
        {"nothing", {"like", "this"}, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct nearest nearest = {.word = text_from(cases[i].word)};
        for (size_t k = 0; k < 4 && cases[i].offers[k]; k++)
            nearest_offer(&nearest, text_from(cases[i].offers[k]));
        if (!text_equal(nearest.best, text_from(cases[i].best)))
            fail_msg("%s: %.*s", cases[i].word, TEXT_ARG(nearest.best));
    }
    struct arena arena = {0};
    const struct text ids[] = {TEXT("voice"), TEXT("email"), TEXT("chat")};
    struct names names = names_index(&arena, ids, COUNT(ids), sizeof(ids[0]));
    assert_true(text_equal(names_nearest(&names, TEXT("Voise")), TEXT("voice")));
    assert_int_equal(names_nearest(&names, TEXT("fax machine")).len, 0);
    arena_release(&arena);
}

static void long_words_get_no_suggestion(void **state)
{
    (void)state;
    char word[67];
    memset(word, 'a', sizeof(word));
    struct nearest nearest = {.word = {word, 64}};
    nearest_offer(&nearest, (struct text){word, 65});
    assert_int_equal(nearest.best.len, 0);
    nearest_offer(&nearest, (struct text){word, 61});
    assert_int_equal(nearest.best.len, 61);
    nearest.word.len = 65;
    nearest.best.len = 0;
    nearest_offer(&nearest, (struct text){word, 64});
    assert_int_equal(nearest.best.len, 0);
}

/* The textbook's table, to compare with: no limit, no band. */
static unsigned plain_distance(const char *a, const char *b)
{
    unsigned table[20][20];
    unsigned rows = (unsigned)strlen(a);
    unsigned columns = (unsigned)strlen(b);
    for (unsigned i = 0; i <= rows; i++) {
        for (unsigned j = 0; j <= columns; j++) {
            unsigned cell = i == 0 ? j : i;
            if (i > 0 && j > 0) {
                cell = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                cell = table[i - 1][j] + 1 < cell ? table[i - 1][j] + 1 : cell;
                cell = table[i][j - 1] + 1 < cell ? table[i][j - 1] + 1 : cell;
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cell = table[i - 2][j - 2] + 1 < cell ? table[i - 2][j - 2] + 1 : cell;
            }
            table[i][j] = cell;
        }
    }
    return table[rows][columns];
}

/* Words over two letters, as they have many ways into each other. */
static void distances_are_those_of_the_textbook(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 200000; i++) {
        char words[2][16];
        for (int k = 0; k < 2; k++) {
            seed = (uint32_t)((uint64_t)seed * 48271 % 2147483647); /* Park and Miller, 1988 */
            uint32_t bits = seed;
            int len = 1 + (int)(bits >> 8) % 15;
            for (int at = 0; at < len; at++)
                words[k][at] = (char)('a' + (bits >> (9 + at) & 1));
            words[k][len] = '\0';
        }
        unsigned longer =
            (unsigned)(strlen(words[0]) > strlen(words[1]) ? strlen(words[0]) : strlen(words[1]));
        unsigned limit = longer < 6 ? 1 : longer / 3 > 4 ? 4 : longer / 3;
        unsigned expected = plain_distance(words[0], words[1]);
        struct nearest nearest = {.word = text_from(words[0])};
        nearest_offer(&nearest, text_from(words[1]));
        bool near = expected <= limit && expected < longer;
        if ((nearest.best.len > 0) != near || (near && nearest.distance != expected))
            fail_msg("%s, %s: %u", words[0], words[1], nearest.distance);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_in_place),
        cmocka_unit_test(no_names_hold_none),
        cmocka_unit_test(many_names_are_found_in_any_order),
        cmocka_unit_test(near_names_are_suggested),
        cmocka_unit_test(the_nearest_wins_and_of_equals_the_first),
        cmocka_unit_test(long_words_get_no_suggestion),
        cmocka_unit_test(distances_are_those_of_the_textbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
