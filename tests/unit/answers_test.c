/* Columns of answers: growing, dropping, sorting, removing, and finding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/answers.h"

enum { TRUTH, SET, PRICE, SINCE, REMARK, CRITERIA };

/* One criterion of each size of cell. */
static void begin(struct answers *answers)
{
    static struct criterion items[] = {
        [TRUTH] = {.type = TYPE_YES_NO}, [SET] = {.type = TYPE_SET},
        [PRICE] = {.type = TYPE_NUMBER}, [SINCE] = {.type = TYPE_DATE},
        [REMARK] = {.type = TYPE_TEXT},
    };
    const struct criteria criteria = {.criteria = items, .criterion_count = CRITERIA};
    answers_init(answers, &criteria);
}

static uint32_t add(struct answers *answers, const char *id)
{
    const struct vendor vendor = {.id = text_from(id), .name = TEXT("Name")};
    return answers_add_vendor(answers, &vendor);
}

static void answer_all(struct answers *answers, uint32_t vendor, int number)
{
    for (size_t c = 0; c < CRITERIA; c++)
        answers->columns[c].marks[vendor] = STATE_ANSWERED;
    answers->columns[TRUTH].options[vendor] = (uint8_t)(number % 2);
    answers->columns[SET].sets[vendor] = (uint64_t)number << 40;
    answers->columns[PRICE].numbers[vendor] = number + 0.5;
    answers->columns[SINCE].days[vendor] = -number;
    answers->columns[REMARK].texts[vendor] = TEXT("remark");
}

static void test_new_vendors_are_open(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    for (uint32_t v = 0; v < 1000; v++) {
        assert_int_equal(add(&answers, "a"), v);
        for (size_t c = 0; c < CRITERIA; c++)
            assert_int_equal(mark_state(answers.columns[c].marks[v]), STATE_OPEN);
        answer_all(&answers, v, (int)v);
    }
    assert_true(answers.columns[PRICE].numbers[0] == 0.5);
    assert_true(answers.columns[PRICE].numbers[999] == 999.5);
    answers_release(&answers);
}

static void test_texts_are_copied(void **state)
{
    (void)state;
    struct answers answers;
    char id[] = "acme";
    begin(&answers);
    add(&answers, id);
    memset(id, 'x', 4);
    assert_true(text_equal(answers.vendors[0].id, TEXT("acme")));
    answers_release(&answers);
}

static void test_dropping_the_last(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    add(&answers, "kept");
    uint32_t vendor = add(&answers, "gone");
    answer_all(&answers, vendor, 7);
    answers_add_statement(&answers, &(struct statement){.vendor = vendor, .note = TEXT("n")});
    answers_drop_last(&answers);
    assert_int_equal(answers.count, 1);
    assert_int_equal(answers.statement_count, 0);
    vendor = add(&answers, "next");
    assert_int_equal(vendor, 1);
    for (size_t c = 0; c < CRITERIA; c++)
        assert_int_equal(answers.columns[c].marks[vendor], STATE_OPEN);
    answers_release(&answers);
}

/* 997 is a prime, so that v * 31 % 997 goes through all ids in no order. */
static void test_sorting_takes_cells_along(void **state)
{
    (void)state;
    enum { VENDORS = 997 };
    struct answers answers;
    begin(&answers);
    for (int v = 0; v < VENDORS; v++) {
        char id[8];
        int number = v * 31 % VENDORS;
        (void)snprintf(id, sizeof id, "v%03d", number);
        uint32_t vendor = add(&answers, id);
        answer_all(&answers, vendor, number);
        for (uint32_t c = CRITERIA; c-- > 3;)
            answers_add_statement(
                &answers, &(struct statement){.vendor = vendor, .criterion = c, .expires = number});
    }
    answers_sort(&answers);
    assert_int_equal(answers.capacity, VENDORS);
    for (uint32_t v = 0; v < VENDORS; v++) {
        char id[8];
        (void)snprintf(id, sizeof id, "v%03u", v);
        assert_true(text_equal(answers.vendors[v].id, text_from(id)));
        assert_int_equal(answers_vendor(&answers, text_from(id)), v);
        assert_int_equal(answers.columns[TRUTH].options[v], v % 2);
        assert_int_equal(answers.columns[SET].sets[v], (uint64_t)v << 40);
        assert_true(answers.columns[PRICE].numbers[v] == v + 0.5);
        assert_int_equal(answers.columns[SINCE].days[v], -(int)v);
        for (uint32_t c = 3; c < CRITERIA; c++)
            assert_int_equal(answers_statement(&answers, v, c)->expires, v);
        assert_null(answers_statement(&answers, v, 2));
    }
    assert_int_equal(answers_vendor(&answers, TEXT("v")), NOWHERE);
    assert_int_equal(answers_vendor(&answers, TEXT("v997")), NOWHERE);
    answers_release(&answers);
}

static void test_equal_ids_keep_their_order(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    add(&answers, "b");
    answer_all(&answers, add(&answers, "a"), 1);
    answer_all(&answers, add(&answers, "a"), 2);
    answers_sort(&answers);
    assert_true(answers.columns[PRICE].numbers[0] == 1.5);
    assert_true(answers.columns[PRICE].numbers[1] == 2.5);
    answers_release(&answers);
}

/* By the bytes of whole ids: whatever they have in common at the beginning, wherever they differ
 * first, and where one ends in another. */
static void test_order_of_ids(void **state)
{
    (void)state;
    static const char *const sorted[] = {
        "v",
        "v-",
        "v-0",
        "v-00000000",
        "v-000000000",
        "v-000000001",
        "v-0000000010",
        "v-00000001",
        "v-1",
        "v-a",
        "v-a_long_one_that_differs_late_1",
        "v-a_long_one_that_differs_late_2",
        "v-b",
        "v-\xc3\xa4",
    };
    enum { IDS = sizeof(sorted) / sizeof(sorted[0]), STEP = 5 };
    struct answers answers;
    begin(&answers);
    for (size_t i = 0; i < IDS; i++)
        answer_all(&answers, add(&answers, sorted[i * STEP % IDS]), (int)(i * STEP % IDS));
    answers_sort(&answers);
    for (uint32_t v = 0; v < IDS; v++) {
        assert_true(text_equal(answers.vendors[v].id, text_from(sorted[v])));
        assert_true(answers.columns[PRICE].numbers[v] == v + 0.5);
        assert_int_equal(answers.columns[SET].sets[v], (uint64_t)v << 40);
    }
    answers_release(&answers);
}

/* Cells before their vendors: of 200 rows every third gets none. */
static void test_cells_before_vendors(void **state)
{
    (void)state;
    enum { ROWS = 200 };
    struct answers answers;
    begin(&answers);
    assert_int_equal(add(&answers, "first"), 0);
    assert_true(answers_make_room(&answers, ROWS));
    assert_false(answers_make_room(&answers, ROWS));
    const size_t first = answers.count;
    for (uint32_t r = 0; r < ROWS; r++)
        answer_all(&answers, (uint32_t)first + r, (int)r);
    for (uint32_t r = 0, next = (uint32_t)first; r < ROWS; r++) {
        const struct vendor vendor = {.id = TEXT("row")};
        if (r % 3 != 0)
            assert_int_equal(answers_add_written(&answers, &vendor, first + r), next++);
    }
    answers_open_written(&answers, first + ROWS);
    assert_int_equal(answers.count, 1 + 133);
    for (uint32_t v = 1; v < answers.count; v++) {
        uint32_t row = (v - 1) / 2 * 3 + 1 + (v - 1) % 2;
        assert_true(answers.columns[PRICE].numbers[v] == row + 0.5);
        assert_int_equal(answers.columns[SINCE].days[v], -(int)row);
        assert_true(mark_answered(answers.columns[REMARK].marks[v]));
    }
    for (uint32_t v = 0; v < ROWS - 133; v++)
        assert_int_equal(answers.columns[PRICE].marks[add(&answers, "open")], STATE_OPEN);
    answers_release(&answers);
}

static void test_a_name_that_is_the_id(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    add(&answers, "Name");
    assert_ptr_equal(answers.vendors[0].id.ptr, answers.vendors[0].name.ptr);
    answers_release(&answers);
}

static void test_removing(void **state)
{
    (void)state;
    static const uint8_t gone[] = {0, 1, 0, 1};
    static const char *const ids[] = {"a", "b", "c", "d"};
    struct answers answers;
    begin(&answers);
    for (int v = 0; v < 4; v++) {
        uint32_t vendor = add(&answers, ids[v]);
        answer_all(&answers, vendor, v);
        answers_add_statement(&answers, &(struct statement){.vendor = vendor, .expires = v});
    }
    answers_sort(&answers);
    answers_remove(&answers, gone);
    assert_int_equal(answers.count, 2);
    assert_true(text_equal(answers.vendors[1].id, TEXT("c")));
    assert_true(answers.columns[PRICE].numbers[1] == 2.5);
    assert_int_equal(answers.statement_count, 2);
    assert_int_equal(answers_statement(&answers, 1, 0)->expires, 2);
    assert_int_equal(answers_vendor(&answers, TEXT("b")), NOWHERE);
    answers_release(&answers);
}

static void test_unread_are_sorted(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    answers_add_unread(&answers, &(struct unread_vendor){.id = TEXT("z"), .errors = 1});
    answers_add_unread(&answers, &(struct unread_vendor){.id = TEXT("a"), .errors = 2});
    answers_sort(&answers);
    assert_int_equal(answers.unread_count, 2);
    assert_int_equal(answers.unread[0].errors, 2);
    answers_release(&answers);
}

static void test_nobody(void **state)
{
    (void)state;
    struct answers answers;
    begin(&answers);
    assert_int_equal(answers_vendor(&answers, TEXT("a")), NOWHERE);
    assert_null(answers_statement(&answers, 0, 0));
    answers_sort(&answers);
    assert_int_equal(answers_vendor(&answers, TEXT("a")), NOWHERE);
    assert_null(answers_statement(&answers, 0, 0));
    answers_release(&answers);
}

static void test_marks(void **state)
{
    (void)state;
    const uint8_t mark = STATE_ANSWERED | EVIDENCE_VERIFIED << MARK_EVIDENCE_SHIFT | MARK_EXPIRED;
    assert_int_equal(mark_state(mark), STATE_ANSWERED);
    assert_int_equal(mark_evidence(mark), EVIDENCE_VERIFIED);
    assert_int_equal(mark_state(0), STATE_OPEN);
    assert_int_equal(mark_evidence(0), EVIDENCE_UNSTATED);
    assert_string_equal(evidence_words[EVIDENCE_DOCUMENTED], "documented");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new_vendors_are_open),
        cmocka_unit_test(test_texts_are_copied),
        cmocka_unit_test(test_dropping_the_last),
        cmocka_unit_test(test_sorting_takes_cells_along),
        cmocka_unit_test(test_equal_ids_keep_their_order),
        cmocka_unit_test(test_order_of_ids),
        cmocka_unit_test(test_cells_before_vendors),
        cmocka_unit_test(test_a_name_that_is_the_id),
        cmocka_unit_test(test_removing),
        cmocka_unit_test(test_unread_are_sorted),
        cmocka_unit_test(test_nobody),
        cmocka_unit_test(test_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
