/* Ids of vendors: what may be one, and what a name makes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "shortlist/vendor_id.h"

#define LETTERS_64 "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01"

static void test_what_may_be_an_id(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        const char *fault; /* NULL: none */
    } cases[] = {
        {"a", NULL},
        {"9", NULL},
        {"acme-bpo_2", NULL},
        {"a-", NULL},
        {LETTERS_64, NULL},
        {LETTERS_64 "2", "it is longer than 64 characters"},
        {"", "it is empty"},
        {"-acme", "it must begin with a small letter or a digit"},
        {"_acme", "it must begin with a small letter or a digit"},
        {"Acme", "it must begin with a small letter or a digit"},
        {"acMe", "it may hold small letters, digits, - and _ only"},
        {"acme bpo", "it may hold small letters, digits, - and _ only"},
        {"acm\xc3\xa9", "it may hold small letters, digits, - and _ only"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *fault = vendor_id_fault(text_from(cases[i].id));
        if (cases[i].fault == NULL && fault != NULL)
            fail_msg("`%s`: %s", cases[i].id, fault);
        if (cases[i].fault != NULL)
            assert_string_equal(fault == NULL ? "nothing" : fault, cases[i].fault);
    }
}

static void test_what_a_name_makes(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *id;
    } cases[] = {
        {"Acme", "acme"},        {"Acme BPO, Inc.", "acme-bpo-inc"},
        {"  R&D (3) ", "r-d-3"}, {"snake_case", "snake_case"},
        {"_edge", "edge"},       {"Caf\xc3\xa9 Uno", "caf-uno"},
        {"\xe5\xbc\xa0", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text id = vendor_id_from(&arena, text_from(cases[i].name));
        if (!text_equal(id, text_from(cases[i].id)))
            fail_msg("`%s` makes `%.*s`", cases[i].name, TEXT_ARG(id));
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_may_be_an_id),
        cmocka_unit_test(test_what_a_name_makes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
