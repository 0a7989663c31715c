/* What an expression reads, told without evaluating it. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/expr/node.h"
#include "support/expr_world.h"

/* How often each criterion was visited. */
struct visits {
    unsigned counts[64];
};

static void count_visit(void *context, uint32_t criterion)
{
    struct visits *visits = context;
    assert_true(criterion < 64);
    visits->counts[criterion]++;
}

/* "price*2 size": in the order of the file. */
static const char *show_visits(struct world *world, const struct visits *visits)
{
    struct text_buffer buffer = {.arena = &world->arena};
    for (size_t c = 0; c < world->criteria.criterion_count; c++) {
        if (visits->counts[c] == 0)
            continue;
        if (buffer.len > 0)
            buffer_add_char(&buffer, ' ');
        buffer_add(&buffer, world->criteria.criteria[c].id.text);
        if (visits->counts[c] > 1)
            buffer_format(&buffer, "*%u", visits->counts[c]);
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

struct reading {
    const char *text;
    const char *reads;
    const char *cohort; /* of what the cohort is asked */
    bool uses_cohort;
    bool may_be_silent;
};

static void everything_read_is_found(void **state)
{
#define PEOPLE "iso tier channels regions reach tone founded word"
    static const struct reading cases[] = {
        {"1 < 2 and needs.small and as_of > 2026-01-01", "", "", false, false},
        {"iso", "iso", "", false, false},
        {"price > 1 and price < 9 or not iso", "iso price*2", "", false, false},
        {"tier in [gold] or channels has_all reach", "tier channels reach", "", false, false},
        {"answered(price) and expired(iso)", "iso price", "", false, false},
        {"size > 1", "size", "", false, true}, /* its n/a is excluded */
        {"gone > 1", "gone", "", false, true}, /* dropped */
        {"cost > 1", "price cost", "", false, false},
        {"deep > 1 and deep < 9", "price size cost deep*2", "", false, true},
        {"max(price, lowest(price)) > 1", "price*2", "price", true, false},
        {"bids(tone) > others_mean(spare)", "tone spare", "tone spare", true, false},
        {"stddev(cost) > 1", "price cost", "cost", true, false},
        {"points(price) > 1", "price", "", false, false},
        {"points(cost) > 1", "price cost", "", false, false},
        {"points(fair) > points(fair)", "price size fair*2", "", true, true},
        {"points(cheap) > 1", "cheap", "", true, false},
        {"score(people) > 1", PEOPLE, "", false, false},
        {"score(free) > 1", "", "", false, false},
        {"score(away) > 1", "gone", "", false, true},
        {"score(commercial) > 1", "price*3 size*3 cost*2 deep fair cheap", "", true, true},
        {"total > 1", PEOPLE " price*3 size*3 cost*2 deep fair cheap gone", "", true, true},
        {"total > 1 and lowest(price) > 1", PEOPLE " price*4 size*3 cost*2 deep fair cheap gone",
         "price", true, true},
    };
    struct world world;
    (void)state;
    world_init(&world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct expr *expr = world_expr(&world, VALUE_TRUTH, cases[i].text);
        struct visits reads = {0};
        struct visits cohort = {0};
        print_message("%s\n", cases[i].text);
        expr_visit_criteria(expr, &world.criteria, count_visit, &reads);
        assert_string_equal(show_visits(&world, &reads), cases[i].reads);
        expr_visit_cohort(expr, count_visit, &cohort);
        assert_string_equal(show_visits(&world, &cohort), cases[i].cohort);
        assert_int_equal(expr_uses_cohort(expr, &world.criteria), cases[i].uses_cohort);
        assert_int_equal(expr_may_be_silent(expr, &world.criteria), cases[i].may_be_silent);
    }
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_read_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
