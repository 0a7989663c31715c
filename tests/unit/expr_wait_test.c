/*
 * What keeps a value unknown. Each case names the criteria that a vendor of the world (see
 * support/expr_world.h) waits for, then what else its doubt hangs on.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/expr_world.h"

enum { A, B, C, D, E };

static const char *show_wait(struct world *world, const uint8_t *open, const struct expr_wait *wait)
{
    struct text_buffer buffer = {.arena = &world->arena};
    bool any_open = false;
    for (size_t c = 0; c < world->criteria.criterion_count; c++) {
        if (open[c])
            buffer_format(&buffer, "%.*s ", TEXT_ARG(world->criteria.criteria[c].id.text));
        any_open |= open[c] != 0;
    }
    assert_int_equal(wait->any_open, any_open);
    if (wait->any_open_buyer)
        buffer_add(&buffer, TEXT("+buyer "));
    if (wait->any_excluded)
        buffer_add(&buffer, TEXT("+excluded "));
    if (wait->any_dropped)
        buffer_add(&buffer, TEXT("+dropped "));
    if (wait->any_other)
        buffer_add(&buffer, TEXT("+other "));
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

/* The scores of the world begin with vendor a, so a later vendor has a later index. */
static const char *waits_of(struct world *world, const char *text, uint32_t vendor)
{
    uint8_t *open = arena_array(&world->arena, uint8_t, world->criteria.criterion_count);
    struct expr_wait wait = {.open = open};
    expr_wait(world_expr(world, VALUE_TRUTH, text), &world->context, 0, vendor, &wait);
    return show_wait(world, open, &wait);
}

struct waiting {
    const char *text;
    uint32_t vendor;
    const char *waits;
};

static void check_in(struct world *world, const struct waiting *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *waits = waits_of(world, cases[i].text, cases[i].vendor);
        if (strcmp(waits, cases[i].waits) != 0)
            fail_msg("%s of %c: %s, not %s", cases[i].text, (char)('a' + cases[i].vendor), waits,
                     cases[i].waits);
    }
}

#define CHECK_IN(world, cases) check_in(world, cases, sizeof(cases) / sizeof *(cases))

static void check(const struct waiting *cases, size_t count)
{
    struct world world;
    world_init(&world);
    check_in(&world, cases, count);
    world_release(&world);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void answers_are_waited_for(void **state)
{
    static const struct waiting cases[] = {
        {"price > 1", A, ""},
        {"price > 1", C, "price "},
        {"price > 1", D, "price "}, /* n/a counts as open */
        {"size > 1", C, "size "},
        {"size > 1", D, "+excluded "}, /* unless the criterion excludes it */
        {"tone > 3", C, "tone +buyer "},
        {"price > 1 and tone > 3", C, "tone price +buyer "},
        {"channels has_all reach", C, "channels reach "},
        {"count(channels) > 1", C, "channels "},
        {"days(founded) > 1", C, "founded "},
        {"country in [\"PT\"]", C, "country "},
        {"tier == gold", C, "tier "},
        {"iso", C, "iso "},
    };
    (void)state;
    CHECK(cases);
}

static void only_what_matters_is_followed(void **state)
{
    static const struct waiting cases[] = {
        {"(price > 1 and size > 2) or tone > 3", C, "tone price size +buyer "},
        {"(price > 1 and size > 2) or tone > 3", E, "tone +buyer "}, /* price > 1 is false */
        {"price < 1 and size > 1", E, "size "},
        {"not (price > 1 or iso)", E, "iso "},
        {"not (price < 1 or iso)", E, ""}, /* known: price < 1 */
        {"min(price, tone, size) > 1", E, "tone size +buyer "},
        {"price in [1] or 1 + size * 2 > price", E, "size "},
    };
    (void)state;
    CHECK(cases);
}

static void other_doubts_are_told_apart(void **state)
{
    static const struct waiting cases[] = {
        {"price / size > 1", B, "+other "}, /* 700 / 0 */
        {"price / size > 1", E, "size "},
        {"1 / 0 > 1", A, "+other "},
        {"price > 1 and 1 / 0 > 1", C, "price +other "},
        {"min(price, tone, 1 / 0) > 1", E, "tone +buyer +other "},
        {"gone > 1", A, "+dropped "},
        {"answered(gone)", A, "+dropped "},
        {"lowest(gone) > 1", A, "+dropped "},
        {"bids(gone) > 1", A, "+dropped "},
        {"points(gone) > 1", A, "+dropped "},
        {"score(away) > 1", A, "+dropped "},
        {"answered(gone) or price > 1", C, "price +dropped "},
        {"gone > 1 and size > 1", D, "+excluded +dropped "},
    };
    (void)state;
    CHECK(cases);
}

static void computed_criteria_stand_for_their_inputs(void **state)
{
    static const struct waiting cases[] = {
        {"cost > 1", C, "price "},
        {"deep > 1", C, "price size "},
        {"deep > 1", D, "price +excluded "},
        {"deep > 1", E, "size "},
        {"cost > 1 and deep > 1 and price > 1", C, "price size "},
        {"points(cost) > 1", C, "price "},
        {"points(deep) > 1", E, "size "},
    };
    struct world world;
    (void)state;
    world_init(&world);
    CHECK_IN(&world, cases);
    /* whatever the state of the computed criterion says */
    world.answers.columns[world_position(&world, "deep")].marks[C] = STATE_NA;
    CHECK_IN(&world, cases);
    world_release(&world);
}

static void points_stand_for_their_forms(void **state)
{
    static const struct waiting cases[] = {
        {"points(price) > 1", A, ""},
        {"points(price) > 1", C, "price "},
        {"points(tone) > 1", C, "tone +buyer "},
        {"points(size) > 1", D, "+excluded "},
        {"points(fair) > 1", A, "+other "}, /* 490 - 490 divides */
        {"points(fair) > 1", C, "fair "},
        {"points(fair) > points(fair) + 1", C, "fair "},
    };
    static const struct waiting price_open[] = {{"points(fair) > 1", A, "price "}};
    struct world world;
    (void)state;
    world_init(&world);
    CHECK_IN(&world, cases);
    world.answers.columns[world_position(&world, "price")].marks[A] = STATE_OPEN;
    CHECK_IN(&world, price_open);
    world_release(&world);
}

static void scores_stand_for_all_that_does_not_count(void **state)
{
#define PEOPLE "iso tier channels regions reach tone founded word "
    static const struct waiting cases[] = {
        {"score(people) > 1", A, ""},
        {"score(people) > 1", C, PEOPLE "+buyer "},
        {"score(commercial) > 1", C, "price size fair cheap "},
        {"score(commercial) > 1", D, "price fair cheap +excluded "},
        {"score(free) > 1", A, "+other "}, /* nothing in it has a weight */
        {"total > 50", A, ""},
        {"total > 50", C, PEOPLE "price size fair cheap +buyer +dropped "},
    };
    static const struct waiting weightless[] = {{"total > 50", C, "+other "}};
    struct world world;
    (void)state;
    world_init(&world);
    CHECK_IN(&world, cases);
    for (size_t i = 0; i < world.criteria.category_count; i++)
        world.criteria.categories[i].weight.value = 0;
    CHECK_IN(&world, weightless);
    world_release(&world);
}

static void a_cohort_of_nobody_is_nobodys_open_question(void **state)
{
    static const struct waiting cases[] = {
        {"lowest(price) > 1", A, "+other "},
        {"others_mean(price) > 1", A, "+other "},
        {"price > 0.7 * others_lowest(price)", C, "price +other "},
    };
    static const uint8_t members[WORLD_VENDORS] = {0};
    struct world world;
    (void)state;
    world_init(&world);
    world.cohort.members = members;
    world_measure(&world);
    CHECK_IN(&world, cases);
    world_release(&world);
}

/* Whatever made its points unknown: an answer, nobody to compare with, or no cohort yet. */
static void points_of_best_and_worst_wait_for_the_cohort(void **state)
{
    static const struct waiting with_cohort[] = {
        {"points(cheap) > 1", A, ""},
        {"points(cheap) > 1", C, "cheap "},
        {"points(gone) > 1", A, "+dropped "},
    };
    static const struct waiting of_nobody[] = {
        {"points(cheap) > 1", A, "+other "},
        {"points(cheap) > 1", C, "cheap "},
    };
    static const struct waiting before_cohort[] = {
        {"points(fair) > 1", A, "+other "},
        {"points(fair) > 1", C, "fair "},
        {"points(price) > 1", C, "price "},
    };
    static const uint8_t members[WORLD_VENDORS] = {0};
    struct world world;
    (void)state;
    world_init(&world);
    size_t count = world.criteria.criterion_count;
    struct score *cheap = &world.criteria.criteria[world_position(&world, "cheap")].score;
    double *unknown = arena_array(&world.arena, double, WORLD_VENDORS);
    const double **points = arena_array(&world.arena, const double *, count);
    for (size_t v = 0; v < WORLD_VENDORS; v++)
        unknown[v] = (double)NAN;
    for (size_t c = 0; c < count; c++)
        points[c] = unknown;
    world.scores.points = points;
    CHECK_IN(&world, with_cohort);

    world.cohort.members = members;
    world_measure(&world);
    CHECK_IN(&world, of_nobody);
    cheap->best.kind = END_NUMBER;
    cheap->worst.kind = END_HIGHEST;
    CHECK_IN(&world, of_nobody);

    world.context.cohort = NULL;
    CHECK_IN(&world, before_cohort);
    world_release(&world);
}

/* --- Chains of computed criteria ----------------------------------------------------------------
 */

/* x, then 3000 criteria that each add the one before to itself: one by one it is a long chain, by
 * mention it would be 2 to the 3000. */
static void long_chains_are_followed_once(void **state)
{
    enum { CHAIN = 3000 };
    struct world world = {0};
    struct criterion *criteria = arena_array(&world.arena, struct criterion, CHAIN + 1);
    (void)state;
    for (size_t c = 0; c <= CHAIN; c++) {
        criteria[c].id.text = c == 0 ? TEXT("x") : text_format(&world.arena, "x%zu", c);
        criteria[c].type = TYPE_NUMBER;
        criteria[c].computed.place.line = c > 0;
    }
    world.criteria = (struct criteria){.criteria = criteria, .criterion_count = CHAIN + 1};
    world.criteria.criterion_names =
        names_index(&world.arena, &criteria->id.text, CHAIN + 1, sizeof *criteria);
    for (uint32_t c = 1; c <= CHAIN; c++) {
        struct expr_rules rules = {VALUE_NUMBER, STAGE_ANSWERS, c, "`computed`"};
        struct text before = criteria[c - 1].id.text;
        struct text text =
            text_format(&world.arena, "%.*s + %.*s", TEXT_ARG(before), TEXT_ARG(before));
        criteria[c].computed_expr = world_compile_as(&world, &rules, text.ptr);
        assert_non_null(criteria[c].computed_expr);
    }
    answers_init(&world.answers, &world.criteria);
    answers_add_vendor(&world.answers, &(struct vendor){.id = TEXT("v"), .name = TEXT("v")});
    world.context = (struct expr_context){
        .criteria = &world.criteria, .answers = &world.answers, .scratch = &world.scratch};
    assert_string_equal(waits_of(&world, "x3000 > 1", 0), "x ");
    assert_false(expr_may_be_silent(world_expr(&world, VALUE_TRUTH, "x3000 > 1"), &world.criteria));
    criteria[0].dropped = true;
    assert_true(expr_may_be_silent(world_expr(&world, VALUE_TRUTH, "x3000 > 1"), &world.criteria));
    assert_string_equal(waits_of(&world, "x3000 > 1", 0), "+dropped ");
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_waited_for),
        cmocka_unit_test(only_what_matters_is_followed),
        cmocka_unit_test(other_doubts_are_told_apart),
        cmocka_unit_test(computed_criteria_stand_for_their_inputs),
        cmocka_unit_test(points_stand_for_their_forms),
        cmocka_unit_test(scores_stand_for_all_that_does_not_count),
        cmocka_unit_test(a_cohort_of_nobody_is_nobodys_open_question),
        cmocka_unit_test(points_of_best_and_worst_wait_for_the_cohort),
        cmocka_unit_test(long_chains_are_followed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
