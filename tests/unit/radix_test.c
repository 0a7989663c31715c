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

/* Positions rise in the lower half, so that keeping their order is the order of the whole words. */
static void test_equal_keys_keep_their_order(void **state)
{
    (void)state;
    static const uint64_t different_keys[] = {1, 3, 300, 70000, UINT32_MAX};
    struct chance chance = {7};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        for (size_t d = 0; d < sizeof different_keys / sizeof *different_keys; d++) {
            static uint64_t keys[MOST];
            static uint64_t expected[MOST];
            for (size_t i = 0; i < sizes[s]; i++)
                keys[i] = (uint64_t)below(&chance, different_keys[d]) << 32 | i;
            memcpy(expected, keys, sizeof keys);
            qsort(expected, sizes[s], sizeof *expected, compare_words);
            radix_sort_keys(keys, sizes[s]);
            assert_memory_equal(keys, expected, sizes[s] * sizeof *keys);
        }
    }
}

/* The lower half is no part of the key. */
static void test_only_the_upper_half_counts(void **state)
{
    (void)state;
    uint64_t keys[] = {UINT64_C(2) << 32 | 1, UINT64_C(1) << 32 | 9, UINT64_C(1) << 32 | 5};
    const uint64_t expected[] = {UINT64_C(1) << 32 | 9, UINT64_C(1) << 32 | 5,
                                 UINT64_C(2) << 32 | 1};
    radix_sort_keys(keys, 3);
    assert_memory_equal(keys, expected, sizeof keys);
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
        cmocka_unit_test(test_only_the_upper_half_counts),
        cmocka_unit_test(test_numbers_of_all_sizes),
        cmocka_unit_test(test_many_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
