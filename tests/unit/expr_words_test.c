/* Conditions and formulas in words, over the small world of support/expr_world.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/expr_world.h"
#include "support/fixture.h"

struct saying {
    const char *expression;
    const char *words;
};

static void check(enum value_type type, const struct saying *sayings, size_t count)
{
    struct world world;
    world_init(&world);
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        const struct expr *expr = world_expr(&world, type, sayings[i].expression);
        print_message("%s\n", sayings[i].expression);
        assert_text(expr_words(expr, world.context.criteria, &arena), sayings[i].words);
        arena_release(&arena);
    }
    world_release(&world);
}

#define CHECK(type, sayings) check(type, sayings, sizeof(sayings) / sizeof *(sayings))

static void every_comparison_has_words(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"price == 5", "price is 5"},
        {"price != 5", "price is not 5"},
        {"price < 5", "price is below 5"},
        {"price <= 5", "price is at most 5"},
        {"price > 5", "price is above 5"},
        {"price >= 5.5", "price is at least 5.5"},
        {"price in [1, -2, 3]", "price is one of 1, -2 or 3"},
        {"price in []", "price is one of nothing"},
        {"tier == gold", "tier is \"Gold plan\""},
        {"tier in [gold, silver]", "tier is one of silver or \"Gold plan\""},
        {"country == \"PT\"", "country is PT"},
        {"country == \"New Zealand\"", "country is \"New Zealand\""},
        {"country == \"\"", "country is \"\""},
        {"country in [\"PT\", \"ES\"]", "country is one of PT or ES"},
        {"channels has voice", "channels includes Telephone"},
        {"channels has chat", "channels includes \"Live chat\""},
        {"channels has_all [voice, email]", "channels includes all of Telephone and E-mail"},
        {"channels has_any [voice, email, chat]",
         "channels includes any of Telephone, E-mail or \"Live chat\""},
        {"channels has_all []", "channels includes all of nothing"},
        {"channels has_all reach", "channels includes all of reach"},
        {"founded < 2020-01-31", "founded is before 2020-01-31"},
        {"founded <= as_of", "founded is on or before the as-of date"},
        {"founded > as_of", "founded is after the as-of date"},
        {"founded >= needs.start", "founded is on or after our start"},
        {"founded == 2020-01-31", "founded is 2020-01-31"},
    };
    CHECK(VALUE_TRUTH, sayings);
}

static void every_function_has_words(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"abs(price)", "the size of price"},
        {"abs(price - size)", "the size of (price - size)"},
        {"min(price, size)", "the smallest of price and size"},
        {"min(price, size) * 2", "(the smallest of price and size) * 2"},
        {"min(price, size * 2)", "the smallest of price and size * 2"},
        {"abs(price) - size", "(the size of price) - size"},
        {"max(min(price, size), 3)", "the largest of (the smallest of price and size) and 3"},
        {"max(price, size + 1, 3)", "the largest of price, size + 1 and 3"},
        {"days(founded)", "the days from the as-of date to founded"},
        {"count(channels)", "the number of channels"},
        {"count(needs.media)", "the number of our media"},
        {"points(price)", "the points of price"},
        {"score(people)", "the score of people"},
        {"total", "the total"},
        {"lowest(price)", "the lowest price of all bids"},
        {"highest(price)", "the highest price of all bids"},
        {"mean(price)", "the mean price of all bids"},
        {"median(price)", "the median price of all bids"},
        {"stddev(price)", "the standard deviation of price over all bids"},
        {"bids(price)", "the number of bids with price"},
        {"others_lowest(price)", "the lowest price of the other bids"},
        {"others_mean(price)", "the mean price of the other bids"},
        {"others_median(price)", "the median price of the other bids"},
    };
    static const struct saying states[] = {
        {"answered(iso)", "iso is answered"},
        {"documented(iso)", "iso is documented"},
        {"verified(iso)", "iso is verified"},
        {"expired(iso)", "iso has expired evidence"},
        {"not answered(iso)", "iso is not answered"},
        {"not documented(iso)", "iso is not documented"},
        {"not verified(iso)", "iso is not verified"},
        {"not expired(iso)", "iso has no expired evidence"},
    };
    CHECK(VALUE_NUMBER, sayings);
    CHECK(VALUE_TRUTH, states);
}

static void parentheses_stand_where_they_are_needed(void **state)
{
    (void)state;
    static const struct saying sums[] = {
        {"price + size - 1", "price + size - 1"},
        {"price - (size - 1)", "price - (size - 1)"},
        {"price * size / 2", "price * size / 2"},
        {"price / (size * 2)", "price / (size * 2)"},
        {"(price + size) * 2", "(price + size) * 2"},
        {"price + size * 2", "price + size * 2"},
        {"-price", "-price"},
        {"-(price + 1)", "-(price + 1)"},
        {"2 - -price", "2 - -price"},
        {"needs.budget * 52", "our budget * 52"},
    };
    static const struct saying conditions[] = {
        {"iso and price > 5", "iso is yes, and price is above 5"},
        {"iso or price > 5 or size > 3", "iso is yes, or price is above 5, or size is above 3"},
        {"iso and price > 5 or size > 3", "(iso is yes, and price is above 5), or size is above 3"},
        {"iso and (price > 5 or size > 3)",
         "iso is yes, and (price is above 5, or size is above 3)"},
        {"price - size > 2 * size", "price - size is above 2 * size"},
    };
    CHECK(VALUE_NUMBER, sums);
    CHECK(VALUE_TRUTH, conditions);
}

/* What does not hold is said of the smallest part: Kleene's logic knows De Morgan's laws too. */
static void not_is_worked_inwards(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"iso", "iso is yes"},
        {"not iso", "iso is no"},
        {"not not iso", "iso is yes"},
        {"iso == no", "iso is no"},
        {"iso != no", "iso is yes"},
        {"yes == iso", "iso is yes"},
        {"answered(iso) == no", "iso is not answered"},
        {"(price > 5) != yes", "price is at most 5"},
        {"not price == 5", "price is not 5"},
        {"not price != 5", "price is 5"},
        {"not price < 5", "price is at least 5"},
        {"not price <= 5", "price is above 5"},
        {"not price > 5", "price is at most 5"},
        {"not price >= 5", "price is below 5"},
        {"not tier in [gold, silver]", "tier is none of silver or \"Gold plan\""},
        {"not channels has voice", "channels does not include Telephone"},
        {"not channels has_all [voice]", "channels does not include all of Telephone"},
        {"not channels has_any [voice]", "channels includes none of Telephone"},
        {"not founded < as_of", "founded is on or after the as-of date"},
        {"not founded <= as_of", "founded is after the as-of date"},
        {"not founded > as_of", "founded is on or before the as-of date"},
        {"not founded >= as_of", "founded is before the as-of date"},
        {"not (iso and price > 5)", "iso is no, or price is at most 5"},
        {"not (iso or price > 5) or size > 3",
         "(iso is no, and price is at most 5), or size is above 3"},
    };
    CHECK(VALUE_TRUTH, sayings);
}

static void needs_are_ours(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"price > needs.budget", "price is above our budget"},
        {"needs.budget > 10", "our budget is above 10"},
        {"needs.small", "our small is yes"},
        {"not needs.big", "our big is no"},
        {"iso == needs.small", "iso is our small"},
        {"needs.city == \"Lisbon\"", "our city is Lisbon"},
        {"needs.grade == gold", "our grade is \"Gold plan\""},
        {"needs.zones has eu", "our zones includes Europe"},
        {"needs.zones has_any [eu, us]", "our zones includes any of Europe or America"},
        {"channels has_all needs.media", "channels includes all of our media"},
        {"country in needs.media", "country is one of our media"},
        {"yes", "always"},
        {"not yes", "never"},
    };
    CHECK(VALUE_TRUTH, sayings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_comparison_has_words),
        cmocka_unit_test(every_function_has_words),
        cmocka_unit_test(parentheses_stand_where_they_are_needed),
        cmocka_unit_test(not_is_worked_inwards),
        cmocka_unit_test(needs_are_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
