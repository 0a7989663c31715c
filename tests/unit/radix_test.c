/* Sorting byte by byte, beside the sort of the C library. */
#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/radix.h"
#include "support/chance.h"

enum { MOST = 3000 };

static const size_t sizes[] = {0, 1, 2, 3, 64, 65, 255, 256, 257, MOST};

/* --- Keys ------------------------------------------------------------------------------------- */

static int compare_words(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Positions are the lowest part of a word, so that keeping their order is the order of the words.
 */
static void test_equal_keys_keep_their_order(void **state)
{
    (void)state;
    static const uint64_t different_keys[] = {1, 3, 300, 70000, UINT32_MAX};
    struct chance chance = {7};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (size_t d = 0; d < sizeof different_keys / sizeof *different_keys; d++) {
            static uint32_t key[MOST];
            static uint64_t expected[MOST];
            for (size_t i = 0; i < sizes[s]; i++) {
                key[i] = (uint32_t)below(&chance, different_keys[d]);
                expected[i] = (uint64_t)key[i] << 32 | i;
            }
            qsort(expected, sizes[s], sizeof *expected, compare_words);
            struct arena arena = {0};
            const uint32_t *order = radix_order(&arena, sizes[s], (uint32_t *[]){key}, 1);
            for (size_t i = 0; i < sizes[s]; i++)
                assert_int_equal(order[i], expected[i] & UINT32_MAX);
            arena_release(&arena);
        }
    }
}

static void test_the_first_key_counts_most(void **state)
{
    (void)state;
    uint32_t first[] = {2, 1, 2, 1, UINT32_MAX, 1};
    uint32_t second[] = {0, 9, UINT32_MAX, 5, 3, 5};
    const uint32_t expected[] = {3, 5, 1, 0, 2, 4};
    struct arena arena = {0};
    const uint32_t *order = radix_order(&arena, 6, (uint32_t *[]){first, second}, 2);
    assert_memory_equal(order, expected, sizeof expected);
    arena_release(&arena);
}

static void test_without_a_key_positions_rise(void **state)
{
    (void)state;
    const uint32_t expected[] = {0, 1, 2};
    struct arena arena = {0};
    const uint32_t *order = radix_order(&arena, 3, NULL, 0);
    assert_memory_equal(order, expected, sizeof expected);
    arena_release(&arena);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static void test_numbers_of_all_sizes(void **state)
{
    (void)state;
    double numbers[] = {1, -1, DBL_MAX, 0, -DBL_MAX, DBL_MIN, 0.1, -0.1, 1e300, -1e-300, 5e-324};
    const double expected[] = {-DBL_MAX, -1,  -0.1, -1e-300, 0,      5e-324,
                               DBL_MIN,  0.1, 1,    1e300,   DBL_MAX};
    radix_sort_numbers(numbers, sizeof numbers / sizeof *numbers);
    assert_memory_equal(numbers, expected, sizeof expected);
}

static void test_many_numbers(void **state)
{
    (void)state;
    struct chance chance = {11};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        static double numbers[MOST];
        static double expected[MOST];
        for (size_t i = 0; i < sizes[s]; i++)
            numbers[i] = (double)(below(&chance, 20001)) / 10 - 1000;
        memcpy(expected, numbers, sizeof numbers);
        qsort(expected, sizes[s], sizeof *expected, compare_numbers);
        radix_sort_numbers(numbers, sizes[s]);
        assert_memory_equal(numbers, expected, sizes[s] * sizeof *numbers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_keys_keep_their_order),
        cmocka_unit_test(test_the_first_key_counts_most),
        cmocka_unit_test(test_without_a_key_positions_rise),
        cmocka_unit_test(test_numbers_of_all_sizes),
        cmocka_unit_test(test_many_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
