/* The built-in flags: their ids are found, and nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "shortlist/flags.h"

static void built_in_flags_are_found_by_id(void **state)
{
    (void)state;
    for (int kind = FLAG_MINIMUM + 1; kind < FLAG_KINDS; kind++)
        assert_int_equal(flag_built_in_find(text_from(flag_ids[kind])), kind);
}

static void other_ids_are_not(void **state)
{
    (void)state;
    static const char *const others[] = {"", "minimum_price", "expired", "expired_evidence_",
                                         "Expired_evidence"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(flag_built_in_find(text_from(others[i])), FLAG_KINDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(built_in_flags_are_found_by_id),
        cmocka_unit_test(other_ids_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
