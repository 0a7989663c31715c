/* Messages: what a template may hold, and what it shows for a vendor. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support/expr_world.h"

enum { A, B, C, D, E };

static const struct message *compile(struct world *world, const char *text)
{
    struct phrase phrase = world_phrase(world, text);
    return message_compile(&world->arena, &phrase, &world->criteria, &world->problems);
}

static const char *text_for(struct world *world, const char *text, uint32_t vendor)
{
    const struct message *message = compile(world, text);
    if (message == NULL)
        fail_msg("%s\n%s", text, world_problems(world));
    struct text shown = message_text(message, &world->context, 0, vendor, &world->arena);
    return shown.ptr == NULL ? "" : shown.ptr;
}

static void values_show_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        uint32_t vendor;
        const char *shown;
    } cases[] = {
        {"", A, ""},
        {"plain", A, "plain"},
        {"{price} a year", A, "490 a year"},
        {"{price} % of {size}", A, "490 % of 40"},
        {"{price}{size}", A, "49040"},
        {"{ price }", A, "490"},
        {"{price}", C, "?"},
        {"{price}", D, "?"},
        {"{gone}", A, "?"},
        {"{tone}", B, "2.5"},
        {"{cost}", B, "1400"},
        {"{iso} {iso}", A, "yes yes"},
        {"{iso}", B, "no"},
        {"{iso}", C, "?"},
        {"{tier}", A, "Gold plan"},
        {"{tier}", B, "bronze"},
        {"{tier}", C, "?"},
        {"{gone} {word}", A, "? no"},
        {"{channels}", A, "Telephone, E-mail"},
        {"{channels}", B, "none"},
        {"{channels}", C, "?"},
        {"{founded}", A, "2020-01-31"},
        {"{founded}", C, "?"},
        {"{country}!", A, "PT!"},
        {"{country}!", B, "!"},
        {"{country}!", C, "?!"},
        {"{total}, as of {as_of}", A, "63.33, as of 2026-11-21"},
        {"{total}", D, "?"},
        {"{needs.budget}", C, "15"},
        {"{needs.big}{needs.small}", C, "noyes"},
        {"{needs.start}", C, "2026-12-01"},
        {"{needs.city}", C, "Lisbon"},
        {"{needs.grade}", C, "Gold plan"},
        {"{needs.media}", C, "voice, chat"},
        {"{needs.zones}", C, "Europe, America"},
        {"{needs.nobody}", C, "none"},
        {"[{needs.blank}]", C, "[]"},
        {"{count(channels)} {days(founded)}", B, "0 1"},
        {"{lowest(price)} {others_lowest(price)}", B, "490 490"},
        {"{min(price, 0.1 + 0.2)}", A, "0.3"},
        {"{abs(1 / 0)}", A, "?"},
        {"{answered(price)} {documented(price)} {answered(gone)}", A, "yes no ?"},
        {"{points(price)} {score(people)}", E, "94 40"},
        {"a {{b}} {{{price}}}", A, "a {b} {490}"},
        {"}}{{", A, "}{"},
    };
    struct world world;
    (void)state;
    world_init(&world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *shown = text_for(&world, cases[i].text, cases[i].vendor);
        if (strcmp(shown, cases[i].shown) != 0)
            fail_msg("%s of %c: %s, not %s", cases[i].text, (char)('a' + cases[i].vendor), shown,
                     cases[i].shown);
    }
    world_release(&world);
}

/* Dropped criteria of every type; what is dropped does not show, whatever was answered. */
static void dropped_criteria_show_as_unknown(void **state)
{
    struct world world;
    (void)state;
    world_init(&world);
    for (size_t c = 0; c < world.criteria.criterion_count; c++)
        world.criteria.criteria[c].dropped = true;
    assert_string_equal(
        text_for(&world, "{iso} {tier} {channels} {price} {founded} {country} {cost}", A),
        "? ? ? ? ? ? ?");
    world_release(&world);
}

static void wrong_templates_are_pointed_at(void **state)
{
    static const struct {
        const char *text;
        const char *problems;
    } cases[] = {
        {"a } b", "rule-syntax 3-4: this brace closes nothing (for a brace write }})"},
        {"a { b", "rule-syntax 3-4: this brace is never closed (for a brace write {{)"},
        {"a {", "rule-syntax 3-4: this brace is never closed (for a brace write {{)"},
        {"a {price", "rule-syntax 3-4: this brace is never closed (for a brace write {{)"},
        {"a {price {size}", "rule-syntax 3-4: this brace is never closed (for a brace write {{)"},
        {"{}", "rule-syntax 2-2: the expression is empty"},
        {"a {pricee} b", "unknown-name 4-10: unknown criterion `pricee` (did you mean `price`?)"},
        {"{pricee} and {sze}",
         "unknown-name 2-8: unknown criterion `pricee` (did you mean `price`?)\nunknown-name "
         "15-18: unknown criterion `sze` (did you mean `size`?)"},
        {"{price:1}", "rule-syntax 7-9: a message has no formats (write the name alone: numbers "
                      "show in their shortest form)"},
        {"{answered(price):d}", "rule-syntax 17-19: a message has no formats (write the name "
                                "alone: numbers show in their shortest form)"},
        {"{price > 1}",
         "rule-syntax 2-11: a message shows an answer, a need or a call (write {criterion}, "
         "{needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})"},
        {"{3}", "rule-syntax 2-3: a message shows an answer, a need or a call (write {criterion}, "
                "{needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})"},
        {"{yes}", "rule-syntax 2-5: a message shows an answer, a need or a call (write "
                  "{criterion}, {needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})"},
        {"{\"a\"}", "rule-syntax 2-5: a message shows an answer, a need or a call (write "
                    "{criterion}, {needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})"},
        {"{-price}",
         "rule-syntax 2-8: a message shows an answer, a need or a call (write {criterion}, "
         "{needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})"},
        {"{price + 1} {needs.nowhere}",
         "rule-syntax 2-11: a message shows an answer, a need or a call (write {criterion}, "
         "{needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})\nunknown-name 14-27: "
         "unknown need `nowhere`"},
        {"{tier == gold} {tier == platinum}",
         "rule-syntax 2-14: a message shows an answer, a need or a call (write {criterion}, "
         "{needs.name} or {function(\xe2\x80\xa6)}; for braces {{ and }})\nunknown-option 25-33: "
         "`platinum` is not an option of `tier`"},
        {"{price size}", "rule-syntax 8-12: an operator is missing before `size`"},
        {"{lowest(tier)}", "rule-type 9-13: `lowest` needs a criterion that is a number or rating, "
                           "but `tier` is a choice"},
        {"{[1, 2]}", "rule-type 2-8: a list stands only right of `in`, `has_all` and `has_any`"},
        {"{budget}",
         "unknown-name 2-8: unknown criterion `budget` (`budget` is a need: write `needs.budget`)"},
    };
    struct world world;
    (void)state;
    world_init(&world);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(compile(&world, cases[i].text));
        const char *problems = world_problems(&world);
        if (strcmp(problems, cases[i].problems) != 0)
            fail_msg("%s\n%s", cases[i].text, problems);
    }
    world_release(&world);
}

static void as_many_problems_are_found_as_are_kept(void **state)
{
    struct world world;
    (void)state;
    world_init(&world);
    struct text_buffer buffer = {.arena = &world.arena};
    for (int i = 0; i < 10000; i++)
        buffer_add(&buffer, TEXT("{xyzzy} "));
    struct phrase phrase = world_phrase(&world, buffer_text(&buffer).ptr);
    world.source.bytes = (struct text){0}; /* let go: no excerpts of a long line */
    assert_null(message_compile(&world.arena, &phrase, &world.criteria, &world.problems));
    assert_int_equal(world.problems.totals[PROBLEM_ERROR], PROBLEMS_KEPT);
    world_release(&world);
}

static void note_visit(void *context, uint32_t criterion)
{
    ((uint8_t *)context)[criterion] = 1;
}

static void what_a_message_asks_of_the_cohort_is_found(void **state)
{
    struct world world;
    uint8_t cohort[64] = {0};
    (void)state;
    world_init(&world);
    const struct message *message = compile(
        &world, "{price} {{x}} {max(points(size), lowest(cost))} {needs.city} {answered(iso)} "
                "{score(people)} {total} {abs(others_mean(spare))} {count(channels)}");
    static const char *const expected_cohort[] = {"cost", "spare"};
    uint8_t expected[64] = {0};
    message_visit_cohort(message, note_visit, cohort);
    for (size_t i = 0; i < 2; i++)
        expected[world_position(&world, expected_cohort[i])] = 1;
    assert_memory_equal(cohort, expected, sizeof cohort);
    world_release(&world);
}

/* A NUL, which YAML can decode from "\0", is a character like any other. */
static void a_nul_is_text(void **state)
{
    static const char bytes[] = "a\0{price}";
    struct world world;
    (void)state;
    world_init(&world);
    struct phrase phrase = world_phrase(&world, "");
    phrase.text = (struct text){bytes, sizeof bytes - 1};
    const struct message *message =
        message_compile(&world.arena, &phrase, &world.criteria, &world.problems);
    assert_non_null(message);
    struct text shown = message_text(message, &world.context, 0, A, &world.arena);
    assert_int_equal(shown.len, 5);
    assert_memory_equal(shown.ptr,
                        "a\0"
                        "490",
                        5);
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_show_as_people_write_them),
        cmocka_unit_test(dropped_criteria_show_as_unknown),
        cmocka_unit_test(wrong_templates_are_pointed_at),
        cmocka_unit_test(as_many_problems_are_found_as_are_kept),
        cmocka_unit_test(what_a_message_asks_of_the_cohort_is_found),
        cmocka_unit_test(a_nul_is_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
