/* Arenas: objects are zeroed, aligned, apart from each other, and end together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/arena.h"
#include "shortlist/memory.h"

static jmp_buf out_of_memory;

static void jump_out(void)
{
    longjmp(out_of_memory, 1);
}

static int is_zero(const unsigned char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] != 0)
            return 0;
    }
    return 1;
}

/* Sizes around every border: empty, odd, of a first block, of an own block, beyond the largest. */
static const size_t sizes[] = {0,    1,    3,      8,      24,     100,     4000,    4080,
                               4096, 5000, 100000, 262143, 262144, 1048576, 3000000, 7};
enum { SIZES = sizeof(sizes) / sizeof(*sizes), ROUNDS = 3 };

static void objects_are_zeroed_and_do_not_overlap(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (int pass = 0; pass < 2; pass++) { /* the second time in what arena_clear kept */
        unsigned char *objects[ROUNDS * SIZES];
        for (size_t i = 0; i < ROUNDS * SIZES; i++) {
            objects[i] = arena_alloc(&arena, sizes[i % SIZES], 1, 1);
            assert_true(is_zero(objects[i], sizes[i % SIZES]));
            memset(objects[i], (int)i + 1, sizes[i % SIZES]);
        }
        for (size_t i = 0; i < ROUNDS * SIZES; i++) {
            for (size_t at = 0; at < sizes[i % SIZES]; at++)
                assert_int_equal(objects[i][at], i + 1);
        }
        arena_clear(&arena);
    }
    arena_release(&arena);
}

static void objects_are_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < 2000; i++) {
        size_t alignment = (size_t)1 << (i % 8); /* 1 .. 128 */
        const char *object = arena_alloc(&arena, i % 7 == 0 ? 300000 : 1 + i % 13, 1, alignment);
        assert_int_equal((uintptr_t)object % alignment, 0);
        if (i % 100 == 0)
            arena_clear(&arena);
    }
    assert_int_equal((uintptr_t)arena_new(&arena, double) % alignof(double), 0);
    arena_release(&arena);
}

static void an_array_holds_its_objects(void **state)
{
    (void)state;
    struct arena arena = {0};
    uint64_t *numbers = arena_array(&arena, uint64_t, 50000);
    for (uint64_t i = 0; i < 50000; i++)
        numbers[i] = i;
    assert_int_equal(numbers[49999], 49999);
    arena_release(&arena);
}

static void a_cleared_arena_is_as_new(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_clear(&arena); /* of nothing */
    memset(arena_alloc(&arena, 2 * 1024 * 1024, 1, 1), 1, 2 * 1024 * 1024);
    arena_clear(&arena); /* of one block too large to keep */
    assert_null(arena.blocks);
    for (int i = 0; i < 1000; i++) {
        unsigned char *scratch = arena_alloc(&arena, 3000, 1, 1);
        assert_true(is_zero(scratch, 3000));
        memset(scratch, 0xFF, 3000);
        arena_clear(&arena);
    }
    arena_release(&arena);
    arena_release(&arena);
    assert_null(arena.blocks);
}

static void sizes_that_overflow_go_to_the_handler(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        size_t size;
        size_t alignment;
    } cases[] = {{SIZE_MAX / 2, 3, 1}, {SIZE_MAX, 1, 1}, {SIZE_MAX, 1, 64}, {SIZE_MAX - 40, 1, 64}};
    memory_on_failure(jump_out);
    for (volatile size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = {0};
        if (setjmp(out_of_memory) == 0) {
            (void)arena_alloc(&arena, cases[i].count, cases[i].size, cases[i].alignment);
            fail();
        }
    }
    memory_on_failure(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_are_zeroed_and_do_not_overlap),
        cmocka_unit_test(objects_are_aligned),
        cmocka_unit_test(an_array_holds_its_objects),
        cmocka_unit_test(a_cleared_arena_is_as_new),
        cmocka_unit_test(sizes_that_overflow_go_to_the_handler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
