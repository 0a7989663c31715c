/*
 * What conditions over the tender (support/tender.h) can come out as, and which of their parts are
 * certain.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/tender.h"

struct condition {
    const char *text;
    const char *outcome; /* "never", "always", "sometimes", "unknown" */
    const char *certain; /* the parts that are: "never `a > 1`, always `b > 2`" */
};

struct parts {
    struct text_buffer buffer;
    const char *text;
};

static void show_certain(void *context, const struct certainty *certainty)
{
    struct parts *parts = context;
    buffer_format(&parts->buffer, "%s%s `%.*s`", parts->buffer.len == 0 ? "" : ", ",
                  certainty->holds ? "always" : "never", (int)(certainty->to - certainty->from),
                  parts->text + certainty->from);
}

static void keep_certain(void *context, const struct certainty *certainty)
{
    *(struct certainty *)context = *certainty;
}

static const char *outcome_of(struct outcomes outcomes)
{
    if (outcomes.may_hold)
        return outcomes.may_fail ? "sometimes" : "always";
    return outcomes.may_fail ? "never" : "unknown";
}

static void check_for(enum buyers buyers, const struct condition *cases, size_t count)
{
    struct fixture fixture;
    tender_init(&fixture);
    struct domains *domains = domains_new(&fixture.inputs.criteria, fixture.inputs.as_of, buyers);
    for (size_t i = 0; i < count; i++) {
        const struct expr *condition = tender_condition(&fixture, cases[i].text);
        struct parts parts = {.buffer = {.arena = &fixture.arena}, .text = cases[i].text};
        print_message("%s\n", cases[i].text);
        assert_string_equal(outcome_of(expr_outcomes(condition, domains)), cases[i].outcome);
        expr_visit_certain(condition, domains, show_certain, &parts);
        assert_text(buffer_text(&parts.buffer), cases[i].certain);
    }
    domains_free(domains);
    fixture_release(&fixture);
}

#define CHECK(buyers, cases) check_for(buyers, cases, sizeof(cases) / sizeof *(cases))

/* --- One comparison --------------------------------------------------------------------------- */

#define NEVER(text)                                                                                \
    {                                                                                              \
        text, "never", "never `" text "`"                                                          \
    }
#define ALWAYS(text)                                                                               \
    {                                                                                              \
        text, "always", "always `" text "`"                                                        \
    }
#define SOMETIMES(text)                                                                            \
    {                                                                                              \
        text, "sometimes", ""                                                                      \
    }

static void numbers_are_held_to_their_range(void **state)
{
    static const struct condition cases[] = {
        NEVER("attrition > 400"),
        SOMETIMES("attrition >= 400"),
        NEVER("attrition < 0"),
        SOMETIMES("attrition <= 0"),
        ALWAYS("attrition <= 400"),
        SOMETIMES("attrition < 400"),
        NEVER("401 <= attrition"),
        NEVER("attrition == 500"),
        SOMETIMES("attrition == 400"),
        ALWAYS("attrition != -1"),
        NEVER("attrition in [-1, 500]"),
        SOMETIMES("attrition in [400, 500]"),
        NEVER("attrition in []"),
        ALWAYS("seats >= 1"),
        NEVER("tone > 5"),
        ALWAYS("tone >= 0"),
        SOMETIMES("price > 1e300"), /* has no range */
        /* 400 equals 399.9999999 in a comparison: the tolerance there is 4e-7. */
        NEVER("attrition > 399.9999999"),
        SOMETIMES("attrition > 399.999"),
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void arithmetic_is_bounded(void **state)
{
    static const struct condition cases[] = {
        NEVER("attrition + seats > 450"),
        SOMETIMES("attrition + seats > 449"),
        NEVER("seats - attrition < -399"),
        NEVER("attrition * -2 > 0"),
        NEVER("attrition / seats > 400"),
        SOMETIMES("attrition / (seats - 1) > 1e6"),
        NEVER("1 / seats > 1"),
        SOMETIMES("1 / (seats - 10) < 0"),
        NEVER("-attrition > 0"),
        NEVER("abs(attrition - 100) > 300"),
        NEVER("abs(attrition - 100) < 0"),
        ALWAYS("min(attrition, seats, 9) <= 9"),
        NEVER("max(attrition, 500) < 500"),
        NEVER("cost > 800"),            /* computed: attrition * 2 */
        SOMETIMES("price - price > 5"), /* they are looked at apart */
        ALWAYS("price * 0 == 0"),
        {"1 / 0 > 1", "unknown", "never `1 / 0 > 1`"},
        {"1e308 * 10 > 1", "unknown", "never `1e308 * 10 > 1`"},
        {"price / 0 > 1 and iso", "never", "never `price / 0 > 1`"},
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void figures_and_points_are_bounded(void **state)
{
    static const struct condition cases[] = {
        NEVER("lowest(attrition) > 400"),
        NEVER("mean(attrition) > 400"),
        ALWAYS("others_median(seats) >= 1"),
        NEVER("stddev(attrition) > 200"), /* half at 0, half at 400 */
        SOMETIMES("stddev(attrition) > 199"),
        NEVER("bids(price) < 0"),
        SOMETIMES("bids(price) >= 3"),
        NEVER("highest(cost) > 800"),
        NEVER("points(tier) > 100"),
        NEVER("points(reach) > 100"), /* capped */
        NEVER("points(site) < 0"),
        NEVER("points(fair) < 0"), /* 60 to 100 by its formula, of which evidence keeps 0 to 1 */
        SOMETIMES("points(fair) < 30"),
        NEVER("verified(fair) and points(fair) < 60"),
        NEVER("not documented(fair) and points(fair) > 40"),
        NEVER("score(people) > 100"),
        ALWAYS("total >= 0"),
        SOMETIMES("total > 99"),
        ALWAYS("count(channels) >= 0"),
        NEVER("count(channels) > 3"),
        SOMETIMES("count(channels) == 3"),
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void other_types_are_held_to_their_options(void **state)
{
    static const struct condition cases[] = {
        SOMETIMES("iso"),
        SOMETIMES("iso == no"),
        SOMETIMES("tier == gold"),
        ALWAYS("tier in [gold, silver, bronze]"),
        NEVER("tier in []"),
        SOMETIMES("tier in [gold, silver]"),
        SOMETIMES("channels has voice"),
        ALWAYS("channels has_all []"),
        NEVER("channels has_any []"),
        ALWAYS("channels has_all channels"),
        SOMETIMES("channels has_any channels"), /* not where it is empty */
        SOMETIMES("channels has_all reach"),
        SOMETIMES("founded > 2026-01-01"),
        SOMETIMES("days(founded) > 36500"),
        SOMETIMES("country == \"PT\""),
        ALWAYS("country == country"),
        NEVER("country in []"),
        NEVER("price > price"),
        ALWAYS("mean(price) <= mean(price)"),
        ALWAYS("total == total"),
        SOMETIMES("answered(price)"),
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void constants_are_folded(void **state)
{
    static const struct condition cases[] = {
        ALWAYS("yes"),
        NEVER("no"),
        ALWAYS("1 < 2"),
        ALWAYS("0.1 + 0.2 == 0.3"),
        NEVER("2026-01-02 in [2026-01-01]"),
        ALWAYS("\"a\" == \"a\""),
        {"1 < 2 and iso", "sometimes", "always `1 < 2`"},
        {"iso and not (2 < 1)", "sometimes", "never `2 < 1`"},
        {"yes == no", "never", "always `yes`"},
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

/* --- Several of one criterion ----------------------------------------------------------------- */

static void one_number_is_narrowed(void **state)
{
    static const struct condition cases[] = {
        NEVER("attrition > 50 and attrition < 20"),
        ALWAYS("attrition > 50 or attrition < 60"),
        SOMETIMES("attrition > 20 and attrition < 50"),
        SOMETIMES("attrition > 50 or attrition < 20"),
        NEVER("attrition >= 50 and attrition < 50"),
        ALWAYS("attrition >= 50 or attrition < 50"),
        SOMETIMES("attrition >= 50 and attrition <= 50"),
        NEVER("attrition == 50 and attrition == 51"),
        ALWAYS("attrition != 50 or attrition != 51"),
        NEVER("attrition in [10, 20] and attrition > 20"),
        NEVER("50 < attrition and 20 > attrition"),
        NEVER("not (attrition <= 50) and attrition < 20"),
        NEVER("(attrition > 50) == yes and (attrition < 20) != no"),
        NEVER("attrition > 50 and iso and attrition < 20"),
        NEVER("(attrition < 10 or attrition < 20) and attrition > 30"),
        {"(attrition > 50 and attrition < 20) or iso", "sometimes",
         "never `attrition > 50 and attrition < 20`"},
        {"not (attrition > 50 and attrition < 20)", "always",
         "never `attrition > 50 and attrition < 20`"},
        {"attrition > 400 and attrition < 20", "never", "never `attrition > 400`"},
        NEVER("attrition != 0 and attrition <= 0"),
        NEVER("points(tier) < 20 and points(tier) > 30"),
        NEVER("tier == bronze and points(tier) > 30"),
        /* Between what two sides of `or` leave possible, everything is taken as possible. */
        SOMETIMES("(attrition < 10 or attrition > 90) and attrition > 20 and attrition < 50"),
        /* Of two criteria together nothing is kept. */
        SOMETIMES("attrition > seats and attrition < seats"),
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void other_answers_are_narrowed(void **state)
{
    static const struct condition cases[] = {
        NEVER("iso and not iso"),
        ALWAYS("iso or iso == no"),
        NEVER("tier == gold and tier == silver"),
        ALWAYS("tier != gold or tier != silver"),
        NEVER("tier in [gold, silver] and tier == bronze"),
        NEVER("not (tier == gold or tier == silver or tier != bronze) and tier == gold"),
        NEVER("country == \"PT\" and country == \"ES\""),
        ALWAYS("country != \"PT\" or country != \"ES\""),
        NEVER("country in [\"PT\"] and country == \"ES\""),
        NEVER("country == \"PT\" and country in [\"ES\", \"FR\"]"),
        SOMETIMES("country == \"PT\" or country == \"ES\""),
        NEVER("founded >= 2026-01-01 and founded < 2026-01-01"),
        NEVER("founded > 2026-01-01 and founded < 2026-01-02"),
        NEVER("days(founded) > 0 and founded < as_of"),
        NEVER("days(founded) >= 0 and days(founded) < 0"),
        NEVER("channels has voice and not (channels has_any [voice, email])"),
        NEVER("channels has_all [voice, chat] and not (channels has chat)"),
        NEVER("channels has_any [chat] and not (channels has chat)"),
        NEVER("channels has voice and not (channels has_all [voice])"),
        NEVER("count(channels) == 0 and channels has_any [voice, chat]"),
        NEVER("channels has_all [voice, email, chat] and count(channels) < 3"),
        NEVER("count(channels) > 2 and not (channels has email)"),
        NEVER("count(channels) > 1 and count(channels) < 2"),
        NEVER("reach has fax and channels has_all reach"), /* channels has no fax */
        NEVER("reach has voice and not (channels has voice) and channels has_all reach"),
        SOMETIMES("reach has voice and channels has_any reach"),
        SOMETIMES("channels has_all [voice, chat] and not (channels has_all reach)"), /* fax */
        SOMETIMES("channels has voice and not (channels has_all reach) and channels has chat"),
        /* What only one side of `or` says is not kept. */
        SOMETIMES("(country == \"PT\" or iso) and country == \"ES\""),
        SOMETIMES("(tier == gold or iso) and tier == silver"),
        SOMETIMES("(channels has voice or iso) and not (channels has voice)"),
        SOMETIMES("(verified(iso) or iso) and expired(iso)"),
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void evidence_is_narrowed(void **state)
{
    static const struct condition cases[] = {
        NEVER("documented(iso) and expired(iso)"),
        NEVER("verified(iso) and not documented(iso)"),
        SOMETIMES("documented(iso) and not verified(iso)"),
        NEVER("expired(price) and not answered(price)"),
        NEVER("not answered(price) and price > 5"),
        NEVER("not answered(price) and max(seats, -price) > 5"),
        NEVER("points(price) > 5 and not answered(price)"),
        SOMETIMES("not answered(price) and lowest(price) > 5"),
        ALWAYS("answered(price) or not answered(price)"),
        SOMETIMES("not answered(price) or price > 5"),
        NEVER("not documented(iso) and points(iso) > 40"), /* claimed keeps 0.4 */
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

/* --- Needs ------------------------------------------------------------------------------------ */

static void needs_are_as_they_are(void **state)
{
    static const struct condition cases[] = {
        NEVER("needs.big"),
        NEVER("needs.budget > 20"),
        {"needs.budget > 20 and iso", "never", "never `needs.budget > 20`"},
        ALWAYS("needs.start == 2026-12-01"),
        ALWAYS("needs.city == \"Lisbon\""),
        NEVER("needs.grade == silver"),
        ALWAYS("needs.media has voice"),
        NEVER("needs.media has_all [email]"),
        ALWAYS("count(needs.media) == 2"),
        ALWAYS("as_of == 2026-11-21"),
        ALWAYS("days(needs.start) == 10"),
        NEVER("attrition < needs.budget - 16"),
        NEVER("channels has_all needs.media and not (channels has voice)"),
        NEVER("tier == needs.grade and tier == silver"),
        NEVER("tier in [silver] and tier == needs.grade"),
        NEVER("iso == needs.big and iso"),
        NEVER("points(channels) > 50 and not (channels has voice)"), /* half of needs.media */
    };
    (void)state;
    CHECK(THIS_BUYER, cases);
}

static void other_buyers_have_other_needs(void **state)
{
    static const struct condition cases[] = {
        SOMETIMES("needs.big"),
        SOMETIMES("needs.budget > 20"),
        SOMETIMES("needs.start == 2026-12-01"),
        SOMETIMES("needs.city == \"Lisbon\""),
        SOMETIMES("needs.city in [\"Lisbon\"]"),
        SOMETIMES("needs.grade == silver"),
        SOMETIMES("needs.media has voice"),
        SOMETIMES("needs.media has_all [email]"),
        SOMETIMES("count(needs.media) == 2"),
        NEVER("count(needs.media) < 0"),
        SOMETIMES("as_of == 2026-11-21"),
        SOMETIMES("days(needs.start) == 10"),
        SOMETIMES("attrition < needs.budget - 16"),
        SOMETIMES("channels has_all needs.media and not (channels has voice)"),
        SOMETIMES("needs.media has_any channels"),
        SOMETIMES("tier == needs.grade and tier == silver"),
        SOMETIMES("iso == needs.big and iso"),
        SOMETIMES("points(channels) > 50 and not (channels has voice)"),
        SOMETIMES("days(founded) > 0 and founded < 2026-11-21"),
        /* Whatever the needs, what is certain without them stays so. */
        {"needs.big and attrition > 400", "never", "never `attrition > 400`"},
        NEVER("needs.big and attrition > 50 and attrition < 20"),
        {"(attrition > 400) == needs.big", "sometimes", "never `attrition > 400`"},
        ALWAYS("1 < 2"),
    };
    (void)state;
    CHECK(ANY_BUYER, cases);
}

static void the_first_criterion_is_named(void **state)
{
    static const struct {
        const char *text;
        const char *criterion;
    } cases[] = {
        {"500 < attrition + seats", "attrition"},
        {"lowest(seats) < 0", "seats"},
        {"documented(iso) and expired(iso)", "iso"},
        {"score(people) < 0", ""},
        {"1 < 2", ""},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    struct domains *domains =
        domains_new(&fixture.inputs.criteria, fixture.inputs.as_of, THIS_BUYER);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct certainty certainty = {0};
        expr_visit_certain(tender_condition(&fixture, cases[i].text), domains, keep_certain,
                           &certainty);
        assert_text(certainty.criterion == NOWHERE ? TEXT("")
                                                   : tender_id(&fixture, certainty.criterion),
                    cases[i].criterion);
    }
    domains_free(domains);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_held_to_their_range),
        cmocka_unit_test(arithmetic_is_bounded),
        cmocka_unit_test(figures_and_points_are_bounded),
        cmocka_unit_test(other_types_are_held_to_their_options),
        cmocka_unit_test(constants_are_folded),
        cmocka_unit_test(one_number_is_narrowed),
        cmocka_unit_test(other_answers_are_narrowed),
        cmocka_unit_test(evidence_is_narrowed),
        cmocka_unit_test(needs_are_as_they_are),
        cmocka_unit_test(other_buyers_have_other_needs),
        cmocka_unit_test(the_first_criterion_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
