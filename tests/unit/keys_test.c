/* The key tables hold together: what the loader, the documents and the schemas rely on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/criteria.h"
#include "shortlist/keys.h"
#include "shortlist/profile.h"

#define EACH_KEY(table, key)                                                                       \
    for (const struct key_table *const *table = all_key_tables; *table != NULL; table++)           \
        for (const struct key *key = (*table)->keys; key < (*table)->keys + (*table)->count; key++)

static void test_every_key_is_documented(void **state)
{
    (void)state;
    EACH_KEY(table, key)
    {
        assert_non_null(key->name);
        assert_non_null(key->doc);
        assert_true(strlen(key->doc) > 0);
        assert_null(strchr(key->doc, '\n'));
    }
}

static void test_names_are_unique_in_a_table(void **state)
{
    (void)state;
    EACH_KEY(table, key)
    {
        for (const struct key *other = (*table)->keys; other < key; other++)
            assert_string_not_equal(other->name, key->name);
    }
}

static void test_shapes_have_what_they_need(void **state)
{
    (void)state;
    EACH_KEY(table, key)
    {
        bool worded = key->shape == SHAPE_CHOICE || key->shape == SHAPE_FLAG;
        bool tabled = key->shape == SHAPE_TABLE || key->shape == SHAPE_ENTRIES ||
                      key->shape == SHAPE_NEEDS || key->shape == SHAPE_ANSWERS ||
                      key->shape == SHAPE_RATINGS;
        bool bounded =
            key->shape == SHAPE_NUMBER || key->shape == SHAPE_COUNT || key->shape == SHAPE_WEIGHTS;
        assert_int_equal(key->words != NULL, worded);
        assert_int_equal(key->table != NULL, tabled);
        if (key->shape != SHAPE_BOUNDS) /* of which some have limits */
            assert_int_equal(key->low < key->high, bounded);
        assert_int_equal(key->shape == SHAPE_KIND, strncmp(key->name, "shortlist-", 10) == 0);
    }
}

/* What is meant by a word must be clear: it is no key of the table, nor meant by it twice. */
static void test_other_words_are_no_keys(void **state)
{
    (void)state;
    EACH_KEY(table, key)
    {
        for (const char *const *word = key->meant_by; word != NULL && *word != NULL; word++) {
            size_t meanings = 0;
            for (size_t i = 0; i < (*table)->count; i++) {
                const struct key *other = &(*table)->keys[i];
                const char *const *same = other->meant_by;
                assert_string_not_equal(other->name, *word);
                for (; same != NULL && *same != NULL; same++)
                    meanings += strcmp(*same, *word) == 0;
            }
            assert_int_equal(meanings, 1);
        }
    }
}

/* A choice is written as an int, whatever the enum. */
static void test_enums_have_the_size_of_an_int(void **state)
{
    (void)state;
    assert_int_equal(sizeof(enum answer_type), sizeof(int));
    assert_int_equal(sizeof(enum missing), sizeof(int));
    assert_int_equal(sizeof(enum party), sizeof(int));
    assert_int_equal(sizeof(enum severity), sizeof(int));
}

static void test_a_table_fits_the_loader(void **state)
{
    (void)state;
    for (const struct key_table *const *table = all_key_tables; *table != NULL; table++)
        assert_in_range((*table)->count, 1, 32);
}

static void test_each_kind_begins_a_table(void **state)
{
    (void)state;
    static const struct key_table *const tables[] = {
        &keys_criteria, &keys_profile, &keys_answers, &keys_ratings, &keys_decisions,
    };
    for (size_t i = 0; file_kind_keys[i] != NULL; i++) {
        assert_string_equal(tables[i]->keys[0].name, file_kind_keys[i]);
        assert_int_equal(tables[i]->keys[0].shape, SHAPE_KIND);
        assert_true(tables[i]->keys[0].required);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_is_documented),
        cmocka_unit_test(test_names_are_unique_in_a_table),
        cmocka_unit_test(test_shapes_have_what_they_need),
        cmocka_unit_test(test_other_words_are_no_keys),
        cmocka_unit_test(test_enums_have_the_size_of_an_int),
        cmocka_unit_test(test_a_table_fits_the_loader),
        cmocka_unit_test(test_each_kind_begins_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
