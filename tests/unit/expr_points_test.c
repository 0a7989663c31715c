/* What a condition takes from the points of criteria, and what it takes on trust: over the tender
 * (support/tender.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/tender.h"

struct shown {
    struct fixture *fixture;
    struct text_buffer buffer;
    const char *text;
};

struct reading {
    const char *text;
    const char *shows;
};

/* --- Points that are lost --------------------------------------------------------------------- */

static void show_lost(void *context, const struct lost_points *lost)
{
    struct shown *shown = context;
    buffer_format(&shown->buffer, "%s%.*s %.4g of %.4g", shown->buffer.len == 0 ? "" : ", ",
                  TEXT_ARG(tender_id(shown->fixture, lost->criterion)), lost->most, lost->whole);
}

static void check_lost(enum buyers buyers, const struct reading *cases, size_t count)
{
    struct fixture fixture;
    tender_init(&fixture);
    struct domains *domains = domains_new(&fixture.inputs.criteria, fixture.inputs.as_of, buyers);
    for (size_t i = 0; i < count; i++) {
        struct shown shown = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        print_message("%s\n", cases[i].text);
        expr_visit_lost_points(tender_condition(&fixture, cases[i].text), domains, show_lost,
                               &shown);
        assert_text(buffer_text(&shown.buffer), cases[i].shows);
    }
    domains_free(domains);
    fixture_release(&fixture);
}

#define CHECK_LOST(buyers, cases) check_lost(buyers, cases, sizeof(cases) / sizeof *(cases))

static void numbers_lose_by_their_form(void **state)
{
    static const struct reading cases[] = {
        /* Between 30 (50 points) and 60 (none): 50 - 50 * 10 / 30. */
        {"attrition > 40", "attrition 33.33 of 100"},
        {"attrition > 60", "attrition 0 of 100"},
        {"attrition > 400", ""}, /* never holds */
        {"attrition > 5", ""},   /* 100 up to 10 */
        {"attrition < 40", ""},
        {"20 < attrition and attrition < 50", "attrition 75 of 100"},
        {"attrition > 40 or tier == bronze", ""}, /* it may hold through the other */
        {"attrition > 40 and tier == bronze", "attrition 33.33 of 100, tier 0 of 100"},
        {"(attrition > 50 and iso) or attrition > 40", "attrition 33.33 of 100"},
        {"price > 14", "price 50 of 100"}, /* halfway from 8 to 20 */
        {"price in [17, 20]", "price 25 of 100"},
        {"seats < 30", "seats 40 of 100"},
        {"seats < 10", "seats 0 of 100"},
        {"seats < 31", ""},
        {"site > 6", "site 80 of 100"},
        {"site > 4", ""}, /* 100 at 5 */
        {"cost > 400", "cost 50 of 100"},
        {"fair > 15", "fair 70 of 100"},
        {"fair > 15 and not documented(fair)", "fair 28 of 100"}, /* 0.4 of 70 */
        {"cheap > 9", ""}, /* it may be the lowest all the same */
        {"tone < 2.5", "tone 50 of 100"},
        {"days(founded) >= -730", "founded 20 of 100"}, /* 730 of 3650 days */
        {"founded > 2026-11-21", "founded 0 of 100"},   /* as-of */
        {"points(attrition) < 30", "attrition 30 of 100"},
        {"score(people) < 10 and total < 10", ""}, /* of these nothing is told apart */
        {"lowest(attrition) > 60", ""},            /* of others */
        {"country == \"PT\"", ""},
    };
    (void)state;
    CHECK_LOST(THIS_BUYER, cases);
}

static void options_lose_by_their_points(void **state)
{
    static const struct reading cases[] = {
        {"not iso", "iso 0 of 100"},
        {"tier != gold", "tier 50 of 100"},
        {"tier in [bronze, gold]", ""},
        {"not (channels has voice)", "channels 50 of 100"}, /* the need is voice and chat */
        {"not (channels has email)", ""},
        {"count(channels) < 2", "channels 50 of 100"},
        {"count(channels) == 0", "channels 0 of 100"},
        {"not (channels has_any needs.media)", "channels 0 of 100"},
        /* chat 70, voice 40, fax 20: the whole set is capped at 100. */
        {"not (reach has chat)", "reach 60 of 100"},
        {"not (reach has voice)", "reach 90 of 100"},
        {"count(reach) == 1", "reach 70 of 100"},
        {"count(reach) < 3", ""},
        {"count(reach) < 2 and reach has fax", "reach 20 of 100"},
    };
    (void)state;
    CHECK_LOST(THIS_BUYER, cases);
}

static void proof_and_silence_cost_points(void **state)
{
    static const struct reading cases[] = {
        {"not documented(iso)", "iso 40 of 100"}, /* claimed 0.4, expired 0 */
        {"expired(iso)", "iso 0 of 100"},
        {"not verified(iso)", "iso 80 of 100"},
        {"documented(iso)", ""},       /* verified too */
        {"not documented(price)", ""}, /* without `proof` */
        {"not answered(price)", "price 0 of 100"},
        {"not answered(site)", ""}, /* excluded where it is missing */
        {"not answered(tone)", ""}, /* the buyer's */
        {"site < 2", "site 40 of 100"},
    };
    (void)state;
    CHECK_LOST(THIS_BUYER, cases);
}

static void other_needs_give_other_points(void **state)
{
    static const struct reading cases[] = {
        {"not (channels has voice)", ""},
        {"days(founded) > -730", ""},
        {"attrition > 60", "attrition 0 of 100"},
    };
    (void)state;
    CHECK_LOST(ANY_BUYER, cases);
}

/* --- Answers on trust ------------------------------------------------------------------------- */

static void show_unproven(void *context, const struct unproven *unproven)
{
    struct shown *shown = context;
    buffer_format(&shown->buffer, "%s%.*s in `%.*s`", shown->buffer.len == 0 ? "" : ", ",
                  TEXT_ARG(tender_id(shown->fixture, unproven->criterion)),
                  (int)(unproven->to - unproven->from), shown->text + unproven->from);
}

static void unproven_answers_are_found(void **state)
{
    static const struct reading cases[] = {
        {"iso", ""}, /* has `proof` */
        {"price > 5", "price in `price`"},
        {"price > 5 and (seats < 2 or price > 9)", "price in `price`, seats in `seats`"},
        {"price > 5 and documented(price)", ""},
        {"not verified(price) or price > 5", ""},
        {"price > 5 and documented(seats)", "price in `price`"},
        {"price > 5 and not expired(price)", "price in `price`"},
        {"answered(price)", ""},
        {"lowest(price) > 5", ""},
        {"tone < 2", ""}, /* the buyer's */
        {"points(price) < 5", "price in `points(price)`"},
        {"points(tone) < 5", ""},
        {"1 < cost", "attrition in `cost`"}, /* attrition * 2 */
        {"cost > 1 and attrition > 1", "attrition in `attrition`"},
        {"cost > 1 and documented(attrition)", ""},
        {"channels has voice", "channels in `channels`"},
        {"score(people) < 5 and total < 5", ""},
        {"needs.big and 1 < 2", ""},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shown shown = {
            .fixture = &fixture, .buffer = {.arena = &fixture.arena}, .text = cases[i].text};
        print_message("%s\n", cases[i].text);
        expr_visit_unproven(tender_condition(&fixture, cases[i].text), &fixture.inputs.criteria,
                            show_unproven, &shown);
        assert_text(buffer_text(&shown.buffer), cases[i].shows);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_lose_by_their_form),
        cmocka_unit_test(options_lose_by_their_points),
        cmocka_unit_test(proof_and_silence_cost_points),
        cmocka_unit_test(other_needs_give_other_points),
        cmocka_unit_test(unproven_answers_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
