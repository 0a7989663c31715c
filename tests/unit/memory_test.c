/* Memory: what runs out goes through the handler; arrays grow by half. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "shortlist/memory.h"

/* Under AddressSanitizer a request that is too large shall fail as it does without. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static jmp_buf out_of_memory;

static void jump_out(void)
{
    longjmp(out_of_memory, 1);
}

static void new_memory_is_zeroed(void **state)
{
    (void)state;
    const unsigned char zeros[12] = {0};
    unsigned char *memory = memory_new(3, 4);
    assert_memory_equal(memory, zeros, 12);
    memory_free(memory);
    memory_free(NULL);
}

static void no_bytes_are_still_an_allocation(void **state)
{
    (void)state;
    void *none = memory_new(0, 8);
    void *empty = memory_new(8, 0);
    void *resized = memory_resize(NULL, 0, 8);
    assert_non_null(none);
    assert_non_null(empty);
    assert_non_null(resized);
    memory_free(none);
    memory_free(empty);
    memory_free(memory_resize(resized, 1, 0));
}

static void resizing_keeps_what_was_there(void **state)
{
    (void)state;
    char *memory = memory_resize(NULL, 4, 1);
    memcpy(memory, "abc", 4);
    memory = memory_resize(memory, 100000, 1);
    assert_string_equal(memory, "abc");
    memory_free(memory);
}

static void capacities_grow_by_half(void **state)
{
    (void)state;
    static const struct {
        size_t capacity;
        size_t needed;
        size_t grown;
    } cases[] = {
        {0, 1, 16},
        {0, 100, 100},
        {16, 16, 16},
        {16, 17, 24},
        {1000, 1001, 1500},
        {1000, 5000, 5000},
        {SIZE_MAX - 1, SIZE_MAX, SIZE_MAX},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(memory_grown(cases[i].capacity, cases[i].needed), cases[i].grown);
}

/* The counts are volatile so that the compiler does not complain of what we do on purpose. */
static void what_cannot_be_had_goes_to_the_handler(void **state)
{
    (void)state;
    static volatile size_t counts[] = {SIZE_MAX / 2 + 1, SIZE_MAX / 2};
    static const size_t sizes[] = {2, 1}; /* the product overflows; no machine has as much */
    memory_on_failure(jump_out);
    for (volatile size_t i = 0; i < 2; i++) {
        volatile int failures = 0;
        if (setjmp(out_of_memory) == 0)
            memory_free(memory_new(counts[i], sizes[i]));
        else
            failures++;
        if (setjmp(out_of_memory) == 0)
            memory_free(memory_resize(NULL, counts[i], sizes[i]));
        else
            failures++;
        assert_int_equal(failures, 2);
    }
    memory_on_failure(NULL);
}

static void return_at_once(void)
{
}

/* How a child ends that runs out of memory under a handler. */
static int signal_of_failure(void (*handler)(void))
{
    pid_t child = fork();
    if (child == 0) {
        memory_on_failure(handler);
        memory_fail();
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void without_a_handler_that_ends_it_the_program_aborts(void **state)
{
    (void)state;
    assert_int_equal(signal_of_failure(NULL), SIGABRT);
    assert_int_equal(signal_of_failure(return_at_once), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_memory_is_zeroed),
        cmocka_unit_test(no_bytes_are_still_an_allocation),
        cmocka_unit_test(resizing_keeps_what_was_there),
        cmocka_unit_test(capacities_grow_by_half),
        cmocka_unit_test(what_cannot_be_had_goes_to_the_handler),
        cmocka_unit_test(without_a_handler_that_ends_it_the_program_aborts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
