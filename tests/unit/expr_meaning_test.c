/* Which conditions say the same, over the tender (support/tender.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/tender.h"

struct pair {
    const char *left;
    const char *right;
};

static int compare(struct fixture *fixture, const char *left, const char *right)
{
    return meaning_compare(expr_meaning(tender_condition(fixture, left), &fixture->arena),
                           expr_meaning(tender_condition(fixture, right), &fixture->arena));
}

static void the_same_is_said_in_many_ways(void **state)
{
    static const struct pair cases[] = {
        {"iso", "(iso)"},
        {"price > 5 and iso", "iso and price > 5"},
        {"price > 5 and iso and seats < 3", "seats < 3 and (price > 5 and iso)"},
        {"iso or tier == gold", "gold == tier or iso"},
        {"price < seats", "seats > price"},
        {"price <= seats", "seats >= price"},
        {"price + seats + 1 > 2", "1 + (seats + price) > 2"},
        {"price * seats == 4", "4 == seats * price"},
        {"min(price, seats, 2) > 1", "min(2, min(seats, price)) > 1"},
        {"price in [1, 2, -3]", "price in [-3, 2, 1]"},
        {"tier in [gold, silver]", "tier in [silver, gold]"},
        {"country in [\"PT\", \"ES\"]", "country in [\"ES\", \"PT\"]"},
        {"channels has_all [voice, chat]", "channels has_all [chat, voice, chat]"},
        {"needs.media has_all [\"voice\", \"chat\"]", "needs.media has_all [\"chat\", \"voice\"]"},
        {"needs.budget > 3", "3 < needs.budget"},
        {"not (price < 5)", "price >= 5"},
        {"not (price == 5)", "5 != price"},
        {"not not iso", "iso"},
        {"iso == yes", "iso"},
        {"iso == no", "not iso"},
        {"no != iso", "iso"},
        {"(price > 5) == no", "price <= 5"},
        {"not (iso and price > 5)", "price <= 5 or not iso"},
        {"not (iso or not answered(price))", "answered(price) and iso == no"},
        {"needs.big == yes and iso", "iso and needs.big"},
        {"price > 5.0", "price > 5"},
        {"founded > as_of", "as_of < founded"},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s | %s\n", cases[i].left, cases[i].right);
        assert_int_equal(compare(&fixture, cases[i].left, cases[i].right), 0);
    }
    fixture_release(&fixture);
}

static void other_things_are_told_apart(void **state)
{
    static const struct pair cases[] = {
        {"iso", "not iso"},
        {"price > 5", "price >= 5"},
        {"price > 5", "price < 5"},
        {"price > 5", "price > 6"},
        {"price > 5", "seats > 5"},
        {"price - seats > 5", "seats - price > 5"},
        {"price / seats > 5", "seats / price > 5"},
        {"-price > 5", "price > 5"},
        {"price > 5 and iso", "price > 5 or iso"},
        {"price > 5 and iso", "price > 5"},
        {"min(price, seats) > 1", "max(price, seats) > 1"},
        {"lowest(price) > 1", "highest(price) > 1"},
        {"lowest(price) > 1", "lowest(seats) > 1"},
        {"points(price) > 1", "price > 1"},
        {"points(price) > 1", "score(commercial) > 1"},
        {"total > 1", "score(people) > 1"},
        {"answered(iso)", "documented(iso)"},
        {"tier == gold", "tier == silver"},
        {"tier in [gold]", "tier in [gold, silver]"},
        {"price in [1, 2]", "price in [1, 3]"},
        {"price in []", "price in [1]"},
        {"country == \"PT\"", "country == \"ES\""},
        {"country in [\"PT\"]", "country in [\"PT\", \"ES\"]"},
        {"channels has_all [voice]", "channels has_any [voice]"},
        {"channels has_all reach", "reach has_all channels"},
        /* A need says something else than the value it has now. */
        {"price > needs.budget", "price > 15"},
        {"tier == needs.grade", "tier == gold"},
        {"channels has_all needs.media", "channels has_all [voice, chat]"},
        {"iso == needs.big", "not iso"},
        {"founded > as_of", "founded > 2026-11-21"},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int order = compare(&fixture, cases[i].left, cases[i].right);
        print_message("%s | %s\n", cases[i].left, cases[i].right);
        assert_true(order != 0);
        /* An order, to sort by. */
        assert_int_equal(compare(&fixture, cases[i].right, cases[i].left) > 0, order < 0);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_is_said_in_many_ways),
        cmocka_unit_test(other_things_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
