/* The needs and criteria that conditions and messages read, over the tender (support/tender.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/tender.h"

struct shown {
    struct fixture *fixture;
    struct text_buffer buffer;
};

static void show(struct shown *shown, struct text id)
{
    buffer_format(&shown->buffer, "%s%.*s", shown->buffer.len == 0 ? "" : " ", TEXT_ARG(id));
}

static void show_need(void *context, const struct need *need)
{
    show(context, need->id.text);
}

static void show_criterion(void *context, uint32_t criterion)
{
    struct shown *shown = context;
    show(shown, tender_id(shown->fixture, criterion));
}

static void needs_are_found_in_conditions(void **state)
{
    static const struct {
        const char *text;
        const char *needs;
    } cases[] = {
        {"iso and price > 15", ""},
        {"price > needs.budget", "budget"},
        {"price > 0.9 * needs.budget and needs.budget < 20", "budget budget"},
        {"needs.big", "big"},
        {"iso == needs.big", "big"},
        {"founded < needs.start or days(needs.start) > 5", "start start"},
        {"country == needs.city", "city"},
        {"needs.city in [\"Lisbon\"]", "city"},
        /* Beside a criterion with options they turn into options. */
        {"tier == needs.grade", "grade"},
        {"needs.grade == silver", "grade"},
        {"channels has_all needs.media", "media"},
        {"needs.media has_any channels", "media"},
        {"needs.media has voice", "media"},
        {"count(needs.media) > 1", "media"},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shown shown = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        print_message("%s\n", cases[i].text);
        expr_visit_needs(tender_condition(&fixture, cases[i].text), show_need, &shown);
        assert_text(buffer_text(&shown.buffer), cases[i].needs);
    }
    fixture_release(&fixture);
}

static void what_is_only_asked_about_is_no_value(void **state)
{
    static const struct {
        const char *text;
        const char *criteria;
        const char *values;
    } cases[] = {
        {"price > 15", "price", "price"},
        {"not answered(price)", "price", ""},
        {"documented(iso) and not verified(iso) and not expired(iso)", "iso iso iso", ""},
        {"answered(price) and price > 15", "price price", "price"},
        {"answered(cost)", "cost attrition", ""}, /* attrition * 2 */
        {"points(tier) < 50 or lowest(seats) > 3", "tier seats", "tier seats"},
        {"count(channels) < 2", "channels", "channels"},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    const struct criteria *criteria = &fixture.inputs.criteria;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct expr *condition = tender_condition(&fixture, cases[i].text);
        struct shown all = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        struct shown values = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        print_message("%s\n", cases[i].text);
        expr_visit_criteria(condition, criteria, show_criterion, &all);
        expr_visit_values(condition, criteria, show_criterion, &values);
        assert_text(buffer_text(&all.buffer), cases[i].criteria);
        assert_text(buffer_text(&values.buffer), cases[i].values);
    }
    fixture_release(&fixture);
}

static const struct message *message_of(struct fixture *fixture, const char *text)
{
    struct source *source = arena_new(&fixture->arena, struct source);
    *source = (struct source){.name = TEXT("rule"), .bytes = text_from(text)};
    struct phrase phrase = {
        .text = text_from(text), .place = source_place(source, 0), .style = STYLE_PLAIN};
    const struct message *message = message_compile(&fixture->inputs.arena, &phrase,
                                                    &fixture->inputs.criteria, &fixture->problems);
    assert_non_null(message);
    return message;
}

static void messages_read_what_they_show(void **state)
{
    static const struct {
        const char *text;
        const char *criteria;
        const char *needs;
    } cases[] = {
        {"nothing, {{price}}", "", ""},
        {"{price} is more than {needs.budget}", "price", "budget"},
        {"{needs.media} and {needs.grade}", "", "media grade"},
        {"{cost}", "cost attrition", ""}, /* attrition * 2 */
        {"{price}, {lowest(price)}", "price price", ""},
        {"{points(fair)}", "fair fair", ""}, /* and its formula reads it again */
        {"{days(needs.start)} days", "", "start"},
    };
    struct fixture fixture;
    (void)state;
    tender_init(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct message *message = message_of(&fixture, cases[i].text);
        struct shown criteria = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        struct shown needs = {.fixture = &fixture, .buffer = {.arena = &fixture.arena}};
        print_message("%s\n", cases[i].text);
        message_visit_criteria(message, &fixture.inputs.criteria, show_criterion, &criteria);
        message_visit_needs(message, show_need, &needs);
        assert_text(buffer_text(&criteria.buffer), cases[i].criteria);
        assert_text(buffer_text(&needs.buffer), cases[i].needs);
    }
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needs_are_found_in_conditions),
        cmocka_unit_test(what_is_only_asked_about_is_no_value),
        cmocka_unit_test(messages_read_what_they_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
