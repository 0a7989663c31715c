/*
 * Random expressions over random answers: the evaluator must agree with the plain reference, in
 * chunks of any size; and what is known must have no doubt.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support/chance.h"
#include "support/expr_reference.h"
#include "support/expr_world.h"

enum { VENDORS = 521, EXPRESSIONS = 400 };

/* --- Random expressions ------------------------------------------------------------------------
 */

struct writer {
    struct chance *chance;
    struct text_buffer buffer;
};

static void write_truth(struct writer *writer, size_t depth);

static void put(struct writer *writer, const char *text)
{
    buffer_add(&writer->buffer, text_from(text));
}

static void write_number(struct writer *writer, size_t depth)
{
    static const char *const atoms[] = {
        "price",
        "size",
        "tone",
        "cost",
        "deep",
        "fair",
        "spare",
        "gone",
        "0",
        "1",
        "2.5",
        "1e308",
        "490",
        "0.7 * 700",
        "needs.budget",
        "needs.zero",
        "total",
        "points(price)",
        "points(iso)",
        "points(gone)",
        "score(people)",
        "score(away)",
        "count(channels)",
        "count(needs.media)",
        "days(founded)",
        "days(as_of)",
        "lowest(price)",
        "highest(size)",
        "mean(price)",
        "median(size)",
        "bids(tone)",
        "stddev(spare)",
        "lowest(gone)",
        "others_mean(price)",
        "others_lowest(size)",
        "others_median(price)",
    };
    static const char *const infix[] = {" + ", " - ", " * ", " / "};
    static const char *const calls[] = {"min(", "max("};
    switch (depth == 0 ? 0 : below(writer->chance, 5)) {
    case 1:
    case 2:
        put(writer, "(");
        write_number(writer, depth - 1);
        put(writer, PICK(writer->chance, infix));
        write_number(writer, depth - 1);
        put(writer, ")");
        break;
    case 3:
        put(writer, PICK(writer->chance, calls));
        write_number(writer, depth - 1);
        for (size_t more = below(writer->chance, 2); more < 2; more++) {
            put(writer, ", ");
            write_number(writer, depth - 1);
        }
        put(writer, ")");
        break;
    case 4:
        put(writer, below(writer->chance, 2) ? "abs(" : "-(");
        write_number(writer, depth - 1);
        put(writer, ")");
        break;
    default:
        put(writer, PICK(writer->chance, atoms));
        break;
    }
}

static void write_date(struct writer *writer)
{
    static const char *const atoms[] = {"founded", "as_of", "needs.start", "2026-11-20",
                                        "2026-11-22"};
    put(writer, PICK(writer->chance, atoms));
}

static void write_test(struct writer *writer)
{
    static const char *const atoms[] = {
        "iso",
        "iso == no",
        "yes != iso",
        "needs.big",
        "tier == gold",
        "silver != tier",
        "tier == needs.grade",
        "tier in [gold, bronze]",
        "word == no",
        "country == \"PT\"",
        "country != country",
        "country in [\"ES\", \"\"]",
        "channels has voice",
        "channels has_all [voice, chat]",
        "channels has_any needs.media",
        "channels has_all reach",
        "reach has_any channels",
        "regions has_all needs.zones",
        "needs.zones has_all regions",
        "needs.zones has_any regions",
        "needs.media has \"voice\"",
        "regions has_all regions",
        "regions has_any []",
        "answered(price)",
        "documented(tier)",
        "verified(iso)",
        "expired(channels)",
        "answered(gone)",
        "founded in [2026-11-20, 2026-11-23]",
    };
    put(writer, PICK(writer->chance, atoms));
}

static void write_truth(struct writer *writer, size_t depth)
{
    static const char *const relations[] = {" == ", " != ", " < ", " <= ", " > ", " >= "};
    switch (below(writer->chance, depth == 0 ? 4 : 8)) {
    case 0:
        write_number(writer, depth);
        put(writer, " in [0, -1, 2.5, 490]");
        break;
    case 1:
        write_number(writer, depth);
        put(writer, PICK(writer->chance, relations));
        write_number(writer, depth);
        break;
    case 2:
        write_date(writer);
        put(writer, PICK(writer->chance, relations));
        write_date(writer);
        break;
    case 3:
        write_test(writer);
        break;
    case 4:
        put(writer, "not (");
        write_truth(writer, depth - 1);
        put(writer, ")");
        break;
    default:
        put(writer, "(");
        write_truth(writer, depth - 1);
        put(writer, below(writer->chance, 2) ? ") and (" : ") or (");
        write_truth(writer, depth - 1);
        put(writer, ")");
        break;
    }
}

static const struct expr *random_expr(struct world *world, struct chance *chance,
                                      enum value_type type)
{
    struct writer writer = {.chance = chance, .buffer = {.arena = &world->arena}};
    if (type == VALUE_NUMBER)
        write_number(&writer, 4);
    else
        write_truth(&writer, 4);
    return world_expr(world, type, buffer_text(&writer.buffer).ptr);
}

/* --- Random answers ----------------------------------------------------------------------------
 */

/* Quarters are exact in doubles, whatever the order they are added in. */
static double random_number(struct chance *chance)
{
    static const double numbers[] = {0, 1, 2.5, 490, 700, -3.25, 12, 0.25};
    return PICK(chance, numbers);
}

static uint8_t random_mark(struct chance *chance, bool gaps)
{
    uint8_t state = gaps && below(chance, 4) == 0 ? (uint8_t)below(chance, 2) : STATE_ANSWERED;
    uint8_t evidence = (uint8_t)(below(chance, 4) << MARK_EVIDENCE_SHIFT);
    return state | evidence | (below(chance, 3) == 0 ? MARK_EXPIRED : 0);
}

static void fill_cell(struct column *column, const struct criterion *criterion, size_t vendor,
                      struct chance *chance)
{
    static const char *const texts[] = {"PT", "ES", "", "Lisbon"};
    size_t options = criterion->options.count;
    switch (column->type) {
    case TYPE_YES_NO:
        column->options[vendor] = (uint8_t)below(chance, 2);
        break;
    case TYPE_CHOICE:
        column->options[vendor] = (uint8_t)below(chance, options);
        break;
    case TYPE_SET:
        column->sets[vendor] = below(chance, (size_t)1 << options);
        break;
    case TYPE_DATE:
        column->days[vendor] = 20778 + (int32_t)below(chance, 6); /* about as-of */
        break;
    case TYPE_TEXT:
        column->texts[vendor] = text_from(PICK(chance, texts));
        break;
    default:
        column->numbers[vendor] = random_number(chance);
        break;
    }
}

static void fill_answers(struct world *world, struct chance *chance)
{
    struct answers *answers = &world->answers;
    answers_release(answers);
    answers_init(answers, &world->criteria);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        answers_add_vendor(answers, &(struct vendor){.id = TEXT("v"), .name = TEXT("v")});
    for (size_t c = 0; c < world->criteria.criterion_count; c++) {
        bool gaps = strcmp(world->criteria.criteria[c].id.text.ptr, "size") != 0;
        for (size_t vendor = 0; vendor < VENDORS; vendor++) {
            answers->columns[c].marks[vendor] = random_mark(chance, gaps);
            fill_cell(&answers->columns[c], &world->criteria.criteria[c], vendor, chance);
        }
    }
}

static const double *random_column(struct world *world, struct chance *chance)
{
    double *values = arena_array(&world->arena, double, VENDORS);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        values[vendor] = below(chance, 4) == 0 ? (double)NAN : random_number(chance);
    return values;
}

/* Points and scores of [first, …) of those of all. */
struct table {
    const double *points[64];
    const double *scores[64];
    const double *totals;
};

static struct chunk_scores scores_from(const struct table *all, struct table *chunk, size_t first)
{
    for (size_t i = 0; i < 64; i++) {
        chunk->points[i] = all->points[i] == NULL ? NULL : all->points[i] + first;
        chunk->scores[i] = all->scores[i] == NULL ? NULL : all->scores[i] + first;
    }
    return (struct chunk_scores){chunk->points, chunk->scores, all->totals + first};
}

static void random_world(struct world *world, struct table *table, struct chance *chance)
{
    world_init(world);
    fill_answers(world, chance);
    uint8_t *members = arena_array(&world->arena, uint8_t, VENDORS);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        members[vendor] = below(chance, 3) > 0;
    world->cohort.members = members;
    world_measure(world);
    *table = (struct table){.totals = random_column(world, chance)};
    for (size_t c = 0; c < world->criteria.criterion_count; c++)
        table->points[c] = random_column(world, chance);
    for (size_t c = 0; c < world->criteria.category_count; c++)
        table->scores[c] = random_column(world, chance);
}

/* --- The comparison ----------------------------------------------------------------------------
 */

static const size_t chunk_sizes[] = {1, 16, 255, 256, 257, VENDORS};

static void evaluate_in_chunks(struct world *world, const struct table *table,
                               const struct expr *expr, enum value_type type, size_t size,
                               double *numbers, uint8_t *truths)
{
    for (size_t first = 0; first < VENDORS; first += size) {
        struct table chunk;
        size_t count = VENDORS - first < size ? VENDORS - first : size;
        world->scores = scores_from(table, &chunk, first);
        if (type == VALUE_NUMBER)
            expr_numbers(expr, &world->context, first, count, numbers + first);
        else
            expr_truths(expr, &world->context, first, count, truths + first);
        arena_clear(&world->scratch);
    }
}

static void check_value(const struct world *world, struct reference expected, double number,
                        uint8_t truth, enum value_type type, size_t vendor)
{
    bool known = type == VALUE_NUMBER ? !isnan(number) : truth != TRUTH_UNKNOWN;
    bool same = known == expected.known;
    if (same && known)
        same = type == VALUE_NUMBER ? !(number < expected.number) && !(number > expected.number)
                                    : truth == expected.truth;
    if (!same)
        fail_msg("%.*s, vendor %zu: %g or %d; expected %d, %.17g, %d",
                 TEXT_ARG(world->source.bytes), vendor, number, truth, expected.known,
                 expected.number, expected.truth);
}

static void check_expr(struct world *world, const struct table *table, const struct expr *expr,
                       enum value_type type)
{
    static struct reference expected[VENDORS];
    struct table all;
    world->scores = scores_from(table, &all, 0);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        expected[vendor] = reference_value(expr, &world->context, vendor);
    for (size_t s = 0; s < sizeof chunk_sizes / sizeof *chunk_sizes; s++) {
        double numbers[VENDORS] = {0};
        uint8_t truths[VENDORS] = {0};
        evaluate_in_chunks(world, table, expr, type, chunk_sizes[s], numbers, truths);
        for (size_t vendor = 0; vendor < VENDORS; vendor++)
            check_value(world, expected[vendor], numbers[vendor], truths[vendor], type, vendor);
    }
}

static void the_evaluator_agrees_with_the_reference(void **state)
{
    struct chance chance = {.state = 20261121};
    struct world world;
    struct table table;
    (void)state;
    random_world(&world, &table, &chance);
    for (size_t i = 0; i < EXPRESSIONS; i++) {
        enum value_type type = i % 2 == 0 ? VALUE_NUMBER : VALUE_TRUTH;
        check_expr(&world, &table, random_expr(&world, &chance, type), type);
    }
    world_release(&world);
}

/* Known values wait for nothing, and only open answers are waited for. */
static void nothing_known_is_waited_for(void **state)
{
    struct chance chance = {.state = 1952};
    struct world world;
    struct table table;
    struct table all;
    (void)state;
    random_world(&world, &table, &chance);
    world.scores = scores_from(&table, &all, 0);
    for (size_t i = 0; i < EXPRESSIONS; i++) {
        const struct expr *expr = random_expr(&world, &chance, VALUE_TRUTH);
        for (size_t vendor = i; vendor < VENDORS; vendor += 40) {
            uint8_t *open = arena_array(&world.arena, uint8_t, world.criteria.criterion_count);
            struct expr_wait wait = {.open = open};
            bool known = reference_value(expr, &world.context, vendor).known;
            expr_wait(expr, &world.context, 0, vendor, &wait);
            bool any = wait.any_open || wait.any_excluded || wait.any_dropped || wait.any_other;
            if (known && any)
                fail_msg("%.*s, vendor %zu: known", TEXT_ARG(world.source.bytes), vendor);
            for (size_t c = 0; c < world.criteria.criterion_count; c++) {
                uint8_t mark = world.answers.columns[c].marks[vendor];
                if (open[c] && mark_state(mark) == STATE_ANSWERED)
                    fail_msg("%.*s, vendor %zu: waits for an answer it has",
                             TEXT_ARG(world.source.bytes), vendor);
            }
            arena_clear(&world.scratch);
        }
    }
    world_release(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_evaluator_agrees_with_the_reference),
        cmocka_unit_test(nothing_known_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
