/*
 * What expressions yield. Each case lists the values for the vendors a to e of the world (see
 * support/expr_world.h), `?` where they are unknown; all are worked out by hand from its table.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/number.h"
#include "support/expr_world.h"

/* --- The values of all vendors as one line ------------------------------------------------------
 */

static void add_number(struct text_buffer *buffer, double number)
{
    char digits[NUMBER_SIZE];
    if (isnan(number)) {
        buffer_add_char(buffer, '?');
        return;
    }
    number_plain(number, digits);
    buffer_add(buffer, text_from(digits));
}

static const char *values_of(struct world *world, enum value_type type, const char *text)
{
    static const char *const truths[] = {"no", "yes", "?"};
    const struct expr *expr = world_expr(world, type, text);
    struct text_buffer buffer = {.arena = &world->arena};
    double numbers[WORLD_VENDORS] = {0};
    uint8_t bytes[WORLD_VENDORS] = {0};
    if (type == VALUE_NUMBER)
        expr_numbers(expr, &world->context, 0, WORLD_VENDORS, numbers);
    else
        expr_truths(expr, &world->context, 0, WORLD_VENDORS, bytes);
    for (size_t i = 0; i < WORLD_VENDORS; i++) {
        if (i > 0)
            buffer_add_char(&buffer, ' ');
        if (type == VALUE_NUMBER)
            add_number(&buffer, numbers[i]);
        else
            buffer_add(&buffer, text_from(truths[bytes[i]]));
    }
    arena_clear(&world->scratch);
    return buffer_text(&buffer).ptr;
}

struct expected {
    const char *text;
    const char *values;
};

static void check_in(struct world *world, enum value_type type, const struct expected *cases,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *values = values_of(world, type, cases[i].text);
        if (strcmp(values, cases[i].values) != 0)
            fail_msg("%s\n%s, not %s", cases[i].text, values, cases[i].values);
    }
}

static void check(enum value_type type, const struct expected *cases, size_t count)
{
    struct world world;
    world_init(&world);
    check_in(&world, type, cases, count);
    world_release(&world);
}

#define CHECK(type, cases) check(type, cases, sizeof(cases) / sizeof *(cases))

/* The same value for every vendor. */
#define ALL(value) value " " value " " value " " value " " value

/* --- Numbers ---------------------------------------------------------------------------------- */

static void arithmetic_is_that_of_paper(void **state)
{
    static const struct expected cases[] = {
        {"3", ALL("3")},
        {"needs.budget", ALL("15")},
        {"needs.nothing", ALL("-1")},
        {"price", "490 700 ? ? 0"},
        {"tone", "4 2.5 ? ? ?"},
        {"cost", "980 1400 ? ? 0"},
        {"deep", "1020 1400 ? ? ?"},
        {"gone", ALL("?")},
        {"price + size", "530 700 ? ? ?"},
        {"price - 500", "-10 200 ? ? -500"},
        {"price * 2", "980 1400 ? ? 0"},
        {"price / 2", "245 350 ? ? 0"},
        {"-price", "-490 -700 ? ? 0"},
        {"-price - -price", "0 0 ? ? 0"},
        {"abs(size - 20)", "20 20 ? ? ?"},
        {"abs(price - 495)", "5 205 ? ? 495"},
        {"min(price, 500)", "490 500 ? ? 0"},
        {"min(500, price)", "490 500 ? ? 0"},
        {"min(price, size)", "40 0 ? ? ?"},
        {"min(size, price)", "40 0 ? ? ?"},
        {"max(price, size)", "490 700 ? ? ?"},
        {"max(price, 500, 600)", "600 700 ? ? 600"},
        {"max(1, 2, 3) + min(3, 2, 1)", ALL("4")},
        {"2 + 3 * 4 - 10 / 4", ALL("11.5")},
        {"10 - 4 - 3", ALL("3")},
        {"100 / 10 / 5", ALL("2")},
        {"0.1 + 0.2", ALL("0.3")},
        {"gone * 0", ALL("?")},
    };
    (void)state;
    CHECK(VALUE_NUMBER, cases);
}

static void what_is_not_finite_is_unknown(void **state)
{
    static const struct expected cases[] = {
        {"price / size", "12.25 ? ? ? ?"},
        {"price / 0", ALL("?")},
        {"0 / 0", ALL("?")},
        {"1 / needs.zero", ALL("?")},
        {"1 / -needs.zero", ALL("?")},
        {"0 / price", "0 0 ? ? ?"},
        {"1e308 * 10", ALL("?")},
        {"1e308 + 1e308", ALL("?")},
        {"-1e308 - 1e308", ALL("?")},
        {"1e308 / 1e-308", ALL("?")},
        {"1e308 * 10 * 0", ALL("?")},
        {"max(1e308 * 10, 1)", ALL("?")},
        {"min(1, 1e308 * 10)", ALL("?")},
        {"1e-308 / 1e308", ALL("0")},
    };
    (void)state;
    CHECK(VALUE_NUMBER, cases);
}

static void dates_and_sets_are_counted(void **state)
{
    static const struct expected cases[] = {
        /* 2020-01-31 to 2026-01-31 is 6 * 365 + 2 days, to 2026-11-21 another 294 */
        {"days(founded)", "-2486 1 ? ? ?"}, {"days(as_of)", ALL("0")},
        {"days(needs.start)", ALL("10")},   {"days(2026-11-20)", ALL("-1")},
        {"count(channels)", "2 0 ? ? ?"},   {"count(regions)", "2 1 ? ? ?"},
        {"count(needs.media)", ALL("2")},   {"count(needs.nobody)", ALL("0")},
    };
    (void)state;
    CHECK(VALUE_NUMBER, cases);
}

static void points_and_scores_are_those_of_the_chunk(void **state)
{
    static const struct expected cases[] = {
        {"points(iso)", "0 1 ? ? ?"},
        {"points(price)", "90 91 ? ? 94"},
        {"points(fair)", "? 131 ? ? ?"},
        {"points(gone)", ALL("?")},
        {"score(people)", "80 20 ? ? 40"},
        {"score(free)", ALL("?")},
        {"score(away)", ALL("?")},
        {"total", "63.33 50 ? ? 13.33"},
        {"total - score(people)", "-16.67 30 ? ? -26.67"},
    };
    (void)state;
    CHECK(VALUE_NUMBER, cases);
}

/* --- The cohort ------------------------------------------------------------------------------- */

/* Of a, b and c, which has not answered; e has, but stands outside. */
static void the_cohort_is_who_passes_and_answered(void **state)
{
    static const struct expected cases[] = {
        {"lowest(price)", ALL("490")},
        {"highest(price)", ALL("700")},
        {"mean(price)", ALL("595")},
        {"median(price)", ALL("595")},
        {"stddev(price)", ALL("105")},
        {"bids(price)", ALL("2")},
        {"bids(spare)", ALL("3")},
        {"mean(tone)", ALL("3.25")},
        {"highest(cost)", ALL("1400")},
        {"100 * lowest(cost) / cost", "100 70 ? ? ?"},
        {"others_lowest(price)", "700 490 490 490 490"},
        {"others_mean(price)", "700 490 595 595 595"},
        {"others_median(price)", "700 490 595 595 595"},
        {"others_lowest(spare)", ALL("7")},
        {"lowest(gone)", ALL("?")},
        {"highest(gone)", ALL("?")},
        {"mean(gone)", ALL("?")},
        {"median(gone)", ALL("?")},
        {"stddev(gone)", ALL("?")},
        {"bids(gone)", ALL("?")},
        {"others_lowest(gone)", ALL("?")},
        {"others_mean(gone)", ALL("?")},
        {"others_median(gone)", ALL("?")},
    };
    (void)state;
    CHECK(VALUE_NUMBER, cases);
}

static void nobody_has_no_figures(void **state)
{
    static const struct expected cases[] = {
        {"bids(price)", ALL("0")},          {"lowest(price)", ALL("?")},
        {"highest(price)", ALL("?")},       {"mean(price)", ALL("?")},
        {"median(price)", ALL("?")},        {"stddev(price)", ALL("?")},
        {"others_lowest(price)", ALL("?")}, {"others_mean(price)", ALL("?")},
        {"others_median(price)", ALL("?")},
    };
    static const uint8_t members[WORLD_VENDORS] = {0};
    struct world world;
    (void)state;
    world_init(&world);
    world.cohort.members = members;
    world_measure(&world);
    check_in(&world, VALUE_NUMBER, cases, sizeof cases / sizeof *cases);
    world_release(&world);
}

/* a, b, d, e bid; c has not answered; d is outside. What is left without a is b, e; and so on. */
static void others_are_all_but_this_vendor(void **state)
{
    static const struct {
        double price[WORLD_VENDORS];
        struct expected values[4];
    } cases[] = {
        {{10, 40, 0, 5, 20},
         {{"lowest(price)", ALL("10")},
          {"others_lowest(price)", "20 10 10 10 10"},
          {"others_mean(price)", "30 15 23.3333333333333 23.3333333333333 25"},
          {"others_median(price)", "30 15 20 20 25"}}},
        {{7, 7, 0, 5, 7},
         {{"lowest(price)", ALL("7")},
          {"others_lowest(price)", ALL("7")},
          {"others_mean(price)", ALL("7")},
          {"others_median(price)", ALL("7")}}},
        {{-1, 1, 0, 5, 0},
         {{"lowest(price)", ALL("-1")},
          {"others_lowest(price)", "0 -1 -1 -1 -1"},
          {"others_mean(price)", "0.5 -0.5 0 0 0"},
          {"others_median(price)", "0.5 -0.5 0 0 0"}}},
    };
    static const uint8_t members[WORLD_VENDORS] = {1, 1, 1, 0, 1};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world world;
        world_init(&world);
        struct column *price = &world.answers.columns[world_position(&world, "price")];
        for (size_t vendor = 0; vendor < WORLD_VENDORS; vendor++) {
            price->numbers[vendor] = cases[i].price[vendor];
            price->marks[vendor] = vendor == 2 ? STATE_OPEN : STATE_ANSWERED;
        }
        world.cohort.members = members;
        world_measure(&world);
        check_in(&world, VALUE_NUMBER, cases[i].values, 4);
        world_release(&world);
    }
}

static void a_lone_bidder_has_no_others(void **state)
{
    static const struct expected cases[] = {
        {"lowest(price)", ALL("490")},
        {"stddev(price)", ALL("0")},
        {"others_lowest(price)", "? 490 490 490 490"},
        {"others_mean(price)", "? 490 490 490 490"},
        {"others_median(price)", "? 490 490 490 490"},
    };
    static const uint8_t members[WORLD_VENDORS] = {1, 0, 0, 0, 0};
    struct world world;
    (void)state;
    world_init(&world);
    world.cohort.members = members;
    world_measure(&world);
    check_in(&world, VALUE_NUMBER, cases, sizeof cases / sizeof *cases);
    world_release(&world);
}

/* Sums that overflow: the mean is not finite, the median is. */
static void figures_that_overflow_are_unknown(void **state)
{
    static const struct expected cases[] = {
        {"mean(price)", ALL("?")},
        {"median(price)", ALL("1e308")},
        {"others_mean(price)", ALL("?")},
        {"others_median(price)", ALL("1e308")},
    };
    static const uint8_t members[WORLD_VENDORS] = {1, 1, 1, 1, 1};
    struct world world;
    (void)state;
    world_init(&world);
    struct column *price = &world.answers.columns[world_position(&world, "price")];
    for (size_t vendor = 0; vendor < WORLD_VENDORS; vendor++) {
        price->numbers[vendor] = 1e308;
        price->marks[vendor] = STATE_ANSWERED;
    }
    world.cohort.members = members;
    world_measure(&world);
    check_in(&world, VALUE_NUMBER, cases, sizeof cases / sizeof *cases);
    world_release(&world);
}

/* --- Truths ----------------------------------------------------------------------------------- */

/* S. C. Kleene, Introduction to Metamathematics, 1952, §64: the strong tables, all of them. */
static void logic_is_kleenes(void **state)
{
    static const char *const words[] = {"no", "yes", "(1 / 0 > 0)"};
    static const char *const shown[] = {"no", "yes", "?"};
    enum { F, T, U };
    static const int both[3][3] = {{F, F, F}, {F, T, U}, {F, U, U}};
    static const int either[3][3] = {{F, T, U}, {T, T, T}, {U, T, U}};
    static const int opposite[3] = {T, F, U};
    struct world world;
    char text[64];
    (void)state;
    world_init(&world);
    for (size_t left = 0; left < 3; left++) {
        snprintf(text, sizeof text, "not %s", words[left]);
        assert_memory_equal(values_of(&world, VALUE_TRUTH, text), shown[opposite[left]],
                            strlen(shown[opposite[left]]));
        for (size_t right = 0; right < 3; right++) {
            snprintf(text, sizeof text, "%s and %s", words[left], words[right]);
            assert_memory_equal(values_of(&world, VALUE_TRUTH, text), shown[both[left][right]],
                                strlen(shown[both[left][right]]));
            snprintf(text, sizeof text, "%s or %s", words[left], words[right]);
            assert_memory_equal(values_of(&world, VALUE_TRUTH, text), shown[either[left][right]],
                                strlen(shown[either[left][right]]));
        }
    }
    world_release(&world);
}

static void numbers_are_compared_with_tolerance(void **state)
{
    static const struct expected cases[] = {
        {"price < 500", "yes no ? ? yes"},
        {"price <= 490", "yes no ? ? yes"},
        {"price > 490", "no yes ? ? no"},
        {"price >= 490", "yes yes ? ? no"},
        {"price == 490", "yes no ? ? no"},
        {"price != 490", "no yes ? ? yes"},
        {"500 > price", "yes no ? ? yes"},
        {"price > size", "yes yes ? ? ?"},
        {"price == cost / 2", "yes yes ? ? yes"},
        {"price < gone", ALL("?")},
        {"price != gone", ALL("?")},
        {"1 / 0 == 1 / 0", ALL("?")},
        /* 0.7 * 700 is 489.99999999999994 in doubles */
        {"price <= 0.7 * 700", "yes no ? ? yes"},
        {"price == 0.7 * 700", "yes no ? ? no"},
        {"price > 0.7 * 700", "no yes ? ? no"},
        {"0.7 * 700 < 490", ALL("no")},
        {"0.1 + 0.2 == 0.3", ALL("yes")},
        {"0.1 + 0.2 != 0.3", ALL("no")},
        {"0.1 + 0.2 > 0.3", ALL("no")},
        {"0.1 + 0.2 <= 0.3", ALL("yes")},
        {"0.3 >= 0.1 + 0.2", ALL("yes")},
        {"0.3 < 0.1 + 0.2", ALL("no")},
        /* 1e-9 around 0 and 1, 1e-9 of the larger beyond */
        {"0 == 0.9e-9", ALL("yes")},
        {"0 == 1.1e-9", ALL("no")},
        {"0 < 1.1e-9", ALL("yes")},
        {"1 < 1.0000000009", ALL("no")},
        {"1 < 1.0000000011", ALL("yes")},
        {"1 >= 1.0000000009", ALL("yes")},
        {"1 >= 1.0000000011", ALL("no")},
        {"1e12 == 1000000000999", ALL("yes")},
        {"1e12 == 1000000001001", ALL("no")},
        {"-1e12 <= -1000000000999", ALL("yes")},
        {"-1e12 <= -1000000001001", ALL("no")},
        {"1e308 > -1e308", ALL("yes")},
        {"1e308 == -1e308", ALL("no")},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

static void dates_are_compared_exactly(void **state)
{
    static const struct expected cases[] = {
        {"founded < as_of", "yes no ? ? ?"},
        {"founded <= 2020-01-31", "yes no ? ? ?"},
        {"founded > 2020-01-31", "no yes ? ? ?"},
        {"founded >= 2020-01-31", "yes yes ? ? ?"},
        {"founded == 2020-01-31", "yes no ? ? ?"},
        {"founded != 2020-01-31", "no yes ? ? ?"},
        {"2026-11-22 == founded", "no yes ? ? ?"},
        {"needs.start > as_of", ALL("yes")},
        {"2026-11-21 == as_of", ALL("yes")},
        {"founded in [2020-01-31, 2026-11-21]", "yes no ? ? ?"},
        {"as_of in [2026-11-21]", ALL("yes")},
        {"as_of in [2026-11-22, 2026-11-20]", ALL("no")},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

static void conditions_stand_alone_or_beside_yes_and_no(void **state)
{
    static const struct expected cases[] = {
        {"iso", "yes no ? ? ?"},
        {"not iso", "no yes ? ? ?"},
        {"iso == yes", "yes no ? ? ?"},
        {"iso == no", "no yes ? ? ?"},
        {"iso != yes", "no yes ? ? ?"},
        {"no == iso", "no yes ? ? ?"},
        {"iso == needs.small", "yes no ? ? ?"},
        {"needs.big", ALL("no")},
        {"yes", ALL("yes")},
        {"yes != no", ALL("yes")},
        {"(price > 500) == no", "yes no ? ? yes"},
        {"iso and price < 500", "yes no ? ? ?"},
        {"iso or price < 500", "yes no ? ? yes"},
        {"price > 0 and size > 0", "yes no ? ? no"},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

static void choices_and_texts_are_equal_or_not(void **state)
{
    static const struct expected cases[] = {
        {"tier == gold", "yes no ? ? ?"},
        {"tier != gold", "no yes ? ? ?"},
        {"gold == tier", "yes no ? ? ?"},
        {"tier == \"gold\"", "yes no ? ? ?"},
        {"tier == needs.grade", "yes no ? ? ?"},
        {"tier in [gold, silver]", "yes no ? ? ?"},
        {"tier in [silver, \"bronze\"]", "no yes ? ? ?"},
        {"tier in []", "no no ? ? ?"},
        {"word == no", "yes no ? ? ?"},
        {"word == yes", "no no ? ? ?"},
        {"word in [yes, maybe]", "no yes ? ? ?"},
        {"needs.grade == gold", ALL("yes")},
        {"silver == needs.grade", ALL("no")},
        {"needs.grade in [silver, gold]", ALL("yes")},
        {"needs.grade in needs.zones", ALL("no")},
        {"country == \"PT\"", "yes no ? ? ?"},
        {"country != \"PT\"", "no yes ? ? ?"},
        {"country == \"\"", "no yes ? ? ?"},
        {"country == country", "yes yes ? ? ?"},
        {"\"PT\" == country", "yes no ? ? ?"},
        {"country in [\"ES\", \"PT\"]", "yes no ? ? ?"},
        {"country in []", "no no ? ? ?"},
        {"country in needs.media", "no no ? ? ?"},
        {"country == needs.city", "no no ? ? ?"},
        {"needs.city == \"Lisbon\"", ALL("yes")},
        {"needs.blank == \"\"", ALL("yes")},
        {"\"fax\" in needs.faxes", ALL("yes")},
        {"needs.city in [\"Porto\"]", ALL("no")},
        {"eu in needs.zones", ALL("yes")},
        {"needs.city in needs.zones", ALL("no")},
        {"needs.grade == needs.city", ALL("no")},
        {"\"apac\" in needs.zones", ALL("no")},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

static void lists_of_numbers_have_tolerance(void **state)
{
    static const struct expected cases[] = {
        {"price in [490, 700]", "yes yes ? ? no"},
        {"price in [-1, 0]", "no no ? ? yes"},
        {"price in []", "no no ? ? no"},
        {"0.1 + 0.2 in [1, 0.3]", ALL("yes")},
        {"-3 in [3, -3]", ALL("yes")},
        {"1 / 0 in [1]", ALL("?")},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

static void sets_have_options(void **state)
{
    static const struct expected cases[] = {
        {"channels has voice", "yes no ? ? ?"},
        {"channels has \"email\"", "yes no ? ? ?"},
        {"channels has chat", "no no ? ? ?"},
        {"regions has mars", "no yes ? ? ?"},
        {"channels has_all [voice, email]", "yes no ? ? ?"},
        {"channels has_all [voice, chat]", "no no ? ? ?"},
        {"channels has_any [chat, email]", "yes no ? ? ?"},
        {"channels has_any [chat]", "no no ? ? ?"},
        {"channels has_all []", "yes yes ? ? ?"},
        {"channels has_any []", "no no ? ? ?"},
        {"channels has_all needs.media", "no no ? ? ?"},
        {"channels has_any needs.media", "yes no ? ? ?"},
        {"channels has_all needs.nobody", "yes yes ? ? ?"},
        {"channels has_any needs.nobody", "no no ? ? ?"},
        /* needs.zones counts eu, us, apac; regions us, eu, mars */
        {"regions has_all needs.zones", "yes no ? ? ?"},
        {"regions has_any needs.zones", "yes no ? ? ?"},
        {"needs.zones has_all regions", "yes no ? ? ?"},
        {"needs.zones has_any regions", "yes no ? ? ?"},
        {"channels has_all channels", "yes yes ? ? ?"},
        {"channels has_any channels", "yes no ? ? ?"},
        /* reach counts chat, voice, email, fax: a chat, voice; b email */
        {"channels has_all reach", "no no ? ? ?"},
        {"channels has_any reach", "yes no ? ? ?"},
        {"reach has_all channels", "no yes ? ? ?"},
        {"reach has_any channels", "yes no ? ? ?"},
        {"needs.zones has eu", ALL("yes")},
        {"needs.zones has apac", ALL("no")},
        {"needs.zones has needs.grade", ALL("no")},
        {"needs.media has \"voice\"", ALL("yes")},
        {"needs.media has needs.city", ALL("no")},
        {"needs.media has_all [\"voice\"]", ALL("yes")},
        {"needs.media has_all needs.faxes", ALL("no")},
        {"needs.media has_any needs.faxes", ALL("yes")},
        {"needs.media has_any [\"fax\"]", ALL("no")},
        {"needs.zones has_all [eu, us]", ALL("yes")},
        {"needs.zones has_all [eu, apac]", ALL("no")},
        {"needs.zones has_all needs.nobody", ALL("yes")},
        {"needs.zones has_any needs.nobody", ALL("no")},
        {"needs.nobody has_all needs.nobody", ALL("yes")},
    };
    (void)state;
    CHECK(VALUE_TRUTH, cases);
}

/* A member for which the left set has no option at all. */
static void an_option_of_one_set_alone_is_never_held(void **state)
{
    static const struct expected cases[] = {
        {"channels has_all reach", "no no ? ? ?"},
        {"channels has_any reach", "yes no ? ? ?"},
    };
    struct world world;
    (void)state;
    world_init(&world);
    struct column *reach = &world.answers.columns[world_position(&world, "reach")];
    reach->sets[0] = 1 << 1 | 1 << 3; /* voice, fax */
    reach->sets[1] = 1 << 3;
    check_in(&world, VALUE_TRUTH, cases, sizeof cases / sizeof *cases);
    world_release(&world);
}

static void evidence_is_asked_for(void **state)
{
    static const struct expected cases[] = {
        {"answered(price)", "yes yes no no yes"},
        {"answered(country)", "yes yes no no no"},
        {"answered(cost)", "yes yes no no yes"},
        {"answered(channels)", "yes yes no no no"},
        {"documented(iso)", "yes no no no no"},
        {"documented(tier)", "yes no no no no"},
        {"documented(price)", "no no no no no"},
        {"verified(tier)", "yes no no no no"},
        {"verified(iso)", "no no no no no"},
        {"expired(iso)", "no yes no no no"},
        {"expired(tier)", "no yes no no no"},
        {"expired(size)", "no no no no no"},
        {"answered(gone)", ALL("?")},
        {"documented(gone)", ALL("?")},
        {"verified(gone)", ALL("?")},
        {"expired(gone)", ALL("?")},
    };
    struct world world;
    (void)state;
    world_init(&world);
    /* what a vendor says does not apply cannot expire */
    world.answers.columns[world_position(&world, "iso")].marks[3] = STATE_NA | MARK_EXPIRED;
    check_in(&world, VALUE_TRUTH, cases, sizeof cases / sizeof *cases);
    world_release(&world);
}

/* --- What is not needed need not be there ------------------------------------------------------
 */

static void early_stages_need_no_later_parts(void **state)
{
    struct world world;
    uint8_t truth = TRUTH_UNKNOWN;
    double number = 0;
    (void)state;
    world_init(&world);
    struct expr_context needs_only = {.criteria = &world.criteria, .scratch = &world.scratch};
    expr_truths(world_expr(&world, VALUE_TRUTH, "not needs.big and count(needs.media) > 1"),
                &needs_only, 0, 1, &truth);
    assert_int_equal(truth, TRUTH_TRUE);
    struct expr_context answers = {
        .criteria = &world.criteria, .answers = &world.answers, .scratch = &world.scratch};
    expr_numbers(world_expr(&world, VALUE_NUMBER, "price + 1"), &answers, 1, 1, &number);
    assert_true(number == 701);
    world_release(&world);
}

static void tolerance_is_that_of_number_equal(void **state)
{
    static const double numbers[] = {0,        1e-9,       -1e-9,      1.0000001e-9, 1,
                                     1 + 1e-9, 1 - 1e-9,   1 + 2e-9,   490,          0.7 * 700,
                                     1e12,     1e12 + 999, 1e12 + 1e3, 1e12 + 1001,  -1e12,
                                     1e308,    -1e308,     5e-324,     123456789.1,  123456789.2};
    enum { COUNT = sizeof numbers / sizeof *numbers };
    static const char *const texts[] = {"price == size", "price != size", "price < size",
                                        "price <= size", "price > size",  "price >= size"};
    struct world world;
    (void)state;
    world_init(&world);
    struct column *price = &world.answers.columns[world_position(&world, "price")];
    struct column *size = &world.answers.columns[world_position(&world, "size")];
    price->marks[0] = size->marks[0] = STATE_ANSWERED;
    for (size_t i = 0; i < COUNT * COUNT; i++) {
        double left = price->numbers[0] = numbers[i / COUNT];
        double right = size->numbers[0] = numbers[i % COUNT];
        bool equal = number_equal(left, right);
        const bool expected[] = {equal,
                                 !equal,
                                 left < right && !equal,
                                 left < right || equal,
                                 left > right && !equal,
                                 left > right || equal};
        for (size_t k = 0; k < 6; k++) {
            uint8_t truth = TRUTH_UNKNOWN;
            expr_truths(world_expr(&world, VALUE_TRUTH, texts[k]), &world.context, 0, 1, &truth);
            assert_int_equal(truth, expected[k]);
        }
    }
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_is_that_of_paper),
        cmocka_unit_test(what_is_not_finite_is_unknown),
        cmocka_unit_test(dates_and_sets_are_counted),
        cmocka_unit_test(points_and_scores_are_those_of_the_chunk),
        cmocka_unit_test(the_cohort_is_who_passes_and_answered),
        cmocka_unit_test(nobody_has_no_figures),
        cmocka_unit_test(others_are_all_but_this_vendor),
        cmocka_unit_test(a_lone_bidder_has_no_others),
        cmocka_unit_test(figures_that_overflow_are_unknown),
        cmocka_unit_test(logic_is_kleenes),
        cmocka_unit_test(numbers_are_compared_with_tolerance),
        cmocka_unit_test(dates_are_compared_exactly),
        cmocka_unit_test(conditions_stand_alone_or_beside_yes_and_no),
        cmocka_unit_test(choices_and_texts_are_equal_or_not),
        cmocka_unit_test(lists_of_numbers_have_tolerance),
        cmocka_unit_test(sets_have_options),
        cmocka_unit_test(an_option_of_one_set_alone_is_never_held),
        cmocka_unit_test(evidence_is_asked_for),
        cmocka_unit_test(early_stages_need_no_later_parts),
        cmocka_unit_test(tolerance_is_that_of_number_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
