/*
 * Evaluation as a whole: the size of the chunks changes nothing, and the totals equal those of a
 * tiny evaluator that takes one vendor and one criterion at a time.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/number.h"
#include "support/fixture.h"

enum { VENDORS = 700 };

static const char criteria[] =
    "shortlist-criteria: 1\nneeds: {wanted: [a, c]}\nties: [base, x]\n"
    "evidence: {claimed: 0.5, documented: 0.8, verified: 1, expired: 0}\n"
    "categories:\n"
    "  base:\n    weight: 3\n    criteria:\n"
    "      x: {ask: q, type: number, score: {curve: {0: 0, 40: 90, 100: 10}}}\n"
    "      pick: {ask: q, type: choice, weight: 2, score: {points: {low: 10, mid: 50, top: 95}}}\n"
    "      some: {ask: q, type: set, options: [a, b, c], score: {share_of: needs.wanted}}\n"
    "  proof:\n    weight: 2\n    minimum: 5\n    criteria:\n"
    "      iso: {ask: q, type: yes_no, proof: yes, not_applicable: exclude}\n"
    "      since: {ask: q, type: date, missing: exclude, score: {curve: {-50: 100, 50: 0}}}\n"
    "  money:\n    weight: 5\n    criteria:\n"
    "      price: {ask: q, type: number, score: {best: lowest, worst: highest}}\n"
    "      year: {type: number, computed: price * x, score: {formula: 100 - year / 60}}\n"
    "rules:\n"
    "  cheap: {when: price < 0.5 * others_median(price), severity: warning, message: m,"
    " penalty: 2}\n"
    "  weak: {when: score(base) < 20 or not answered(x), severity: critical, message: m}\n"
    "  top_pick: {when: 'pick == top and some has_all [a, b]', severity: note, message: m}\n"
    "  no_iso: {when: iso == no and x < 5, severity: knockout, message: m}\n"
    "  far: {when: total > mean(x) + stddev(x), severity: note, message: m}\n";

/* A linear congruential generator of 32 bits (Numerical Recipes), so that the test is the same
 * everywhere; computed in 64 bits, where nothing wraps. */
static unsigned random_below(uint64_t *state, unsigned limit)
{
    *state = (*state * 1664525 + 1013904223) & UINT32_MAX;
    return (unsigned)(*state >> 8) % limit;
}

static struct text make_answers(struct arena *arena)
{
    static const char *const picks[] = {"low", "mid", "top", "~"};
    static const char *const sets[] = {"[a]", "[a, b]", "[]", "[a, b, c]", "~", "[c]"};
    static const char *const proofs[] = {"yes",
                                         "no",
                                         "n/a",
                                         "~",
                                         "{value: yes, evidence: documented}",
                                         "{value: yes, evidence: documented, expires: 2026-01-01}"};
    struct text_buffer buffer = {.arena = arena};
    uint64_t state = 42;
    for (int v = 0; v < VENDORS; v++) {
        buffer_format(&buffer, "---\nshortlist-answers: 1\nid: v%03d\nanswers:\n", v);
        if (random_below(&state, 10) > 0)
            buffer_format(&buffer, "  x: %u.%u\n", random_below(&state, 110),
                          random_below(&state, 100));
        buffer_format(&buffer, "  pick: %s\n", picks[random_below(&state, 4)]);
        buffer_format(&buffer, "  some: %s\n", sets[random_below(&state, 6)]);
        buffer_format(&buffer, "  iso: %s\n", proofs[random_below(&state, 6)]);
        if (random_below(&state, 3) > 0)
            buffer_format(&buffer, "  since: 2026-%02u-%02u\n", 9 + random_below(&state, 4),
                          1 + random_below(&state, 28));
        if (random_below(&state, 12) > 0)
            buffer_format(&buffer, "  price: %u\n", 5 + random_below(&state, 30));
    }
    return buffer_text(&buffer);
}

static void assert_same_results(const struct evaluation *a, const struct evaluation *b)
{
    size_t categories = a->criteria->category_count;
    for (size_t v = 0; v < a->answers->count; v++) {
        const struct result *left = &a->results[v];
        const struct result *right = &b->results[v];
        assert_memory_equal(&left->unrounded, &right->unrounded, sizeof left->unrounded);
        assert_memory_equal(&left->low, &right->low, sizeof left->low);
        assert_memory_equal(&left->high, &right->high, sizeof left->high);
        assert_int_equal(left->rank, right->rank);
        assert_int_equal(left->status, right->status);
        assert_int_equal(left->flag_count, right->flag_count);
        assert_int_equal(left->unresolved_count, right->unresolved_count);
    }
    assert_memory_equal(a->category_scores, b->category_scores,
                        a->answers->count * categories * sizeof(double));
    assert_memory_equal(a->order, b->order, a->answers->count * sizeof *a->order);
    for (size_t f = 0; f < a->flag_count; f++) {
        assert_int_equal(a->flags[f].vendor, b->flags[f].vendor);
        assert_int_equal(a->flags[f].kind, b->flags[f].kind);
        assert_int_equal(a->flags[f].subject, b->flags[f].subject);
    }
}

static void test_chunk_sizes(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 255, 256, 257, 100000};
    struct fixture fixture;
    struct arena arena = {0};
    fixture_judge(&fixture, criteria, make_answers(&arena).ptr);
    assert_int_equal(fixture.evaluation.answers->count, VENDORS);
    assert_true(fixture.evaluation.knocked_out > 0);
    assert_true(fixture.evaluation.unresolved_count > 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct evaluation evaluation;
        evaluate(&evaluation, &fixture.inputs.criteria, &fixture.inputs.answers,
                 fixture.inputs.as_of, &(struct evaluation_options){.chunk = sizes[i]});
        assert_same_results(&fixture.evaluation, &evaluation);
        evaluation_release(&evaluation);
    }
    fixture_release(&fixture);
    arena_release(&arena);
}

/* The order that two vendors should stand in, told from their results: below 0 for `a` first. */
static int standing_of(const struct evaluation *evaluation, const double *ties, uint32_t a,
                       uint32_t b)
{
    const struct result *left = &evaluation->results[a];
    const struct result *right = &evaluation->results[b];
    size_t categories = evaluation->criteria->category_count;
    if (left->status != right->status)
        return left->status < right->status ? -1 : 1;
    if (left->total != right->total)
        return left->total > right->total ? -1 : 1;
    /* ties: [base, x]; base is the first category. */
    double first = evaluation->category_scores[a * categories];
    double second = evaluation->category_scores[b * categories];
    if (left->status != STATUS_RANKED)
        return 0;
    if (first != second)
        return first > second ? -1 : 1;
    return (ties[a] < ties[b]) - (ties[a] > ties[b]);
}

/* Each stands behind the one before it, or beside it in the order of their ids. */
static void test_order(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    fixture_judge(&fixture, criteria, make_answers(&arena).ptr);
    const struct evaluation *evaluation = &fixture.evaluation;
    double ties[VENDORS];
    evaluation_points(evaluation, fixture_criterion(&fixture, "x"), ties);
    for (uint32_t v = 0; v < VENDORS; v++) {
        bool answered = mark_answered(fixture.inputs.answers.columns[0].marks[v]);
        ties[v] = answered ? number_round(ties[v], evaluation->criteria->decimals) : -1;
    }
    for (uint32_t i = 1; i < VENDORS; i++) {
        uint32_t before = evaluation->order[i - 1];
        uint32_t after = evaluation->order[i];
        int standing = standing_of(evaluation, ties, before, after);
        assert_true(standing < 0 || (standing == 0 && before < after));
        if (evaluation->results[after].status == STATUS_RANKED)
            assert_int_equal(evaluation->results[after].rank,
                             standing < 0 ? i + 1 : evaluation->results[before].rank);
    }
    fixture_release(&fixture);
    arena_release(&arena);
}

/* --- The tiny evaluator ------------------------------------------------------------------------
 */

/* Points of one cell of `criteria` above, NaN when unknown; written for these criteria alone. */
static double tiny_points(const struct fixture *fixture, const char *id, uint32_t vendor,
                          double lowest, double highest)
{
    const struct column *column = &fixture->inputs.answers.columns[fixture_criterion(fixture, id)];
    uint8_t mark = column->marks[vendor];
    double price;
    if ((mark & MARK_STATE) != STATE_ANSWERED)
        return (double)NAN;
    switch (id[0]) {
    case 'x':
        if (column->numbers[vendor] <= 40)
            return column->numbers[vendor] * 90 / 40;
        return fmax(10, 90 - 80 * (column->numbers[vendor] - 40) / 60);
    case 'i':
        return (mark & MARK_EXPIRED                          ? 0
                : mark_evidence(mark) == EVIDENCE_DOCUMENTED ? 80
                                                             : 50) *
               column->options[vendor];
    case 'y':
        return fmin(100, fmax(0, 100 - column->numbers[vendor] / 60));
    default:
        break;
    }
    if (strcmp(id, "pick") == 0)
        return column->options[vendor] == 0 ? 10 : column->options[vendor] == 1 ? 50 : 95;
    if (strcmp(id, "some") == 0)
        return 50.0 * (double)((column->sets[vendor] & 1) + (column->sets[vendor] >> 2 & 1));
    if (strcmp(id, "since") == 0)
        return fmin(100, fmax(0, 50 - (column->days[vendor] - fixture->inputs.as_of)));
    price = (column->numbers[vendor] - highest) / (lowest - highest);
    return 100 * fmin(1, fmax(0, price));
}

/* One category: weights and points of its criteria; NaN points count as 0 unless left out. */
struct tiny_sum {
    double weight, points;
};

static void tiny_add(struct tiny_sum *sum, double weight, double points, bool leave_out)
{
    if (isnan(points) && leave_out)
        return;
    sum->weight += weight;
    sum->points += weight * (isnan(points) ? 0 : points);
}

static double tiny_total(const struct fixture *fixture, uint32_t vendor, double lowest,
                         double highest)
{
#define POINTS(id) tiny_points(fixture, id, vendor, lowest, highest)
    struct tiny_sum base = {0, 0};
    struct tiny_sum proof = {0, 0};
    struct tiny_sum money = {0, 0};
    uint8_t iso = fixture->inputs.answers.columns[fixture_criterion(fixture, "iso")].marks[vendor];
    tiny_add(&base, 1, POINTS("x"), false);
    tiny_add(&base, 2, POINTS("pick"), false);
    tiny_add(&base, 1, POINTS("some"), false);
    tiny_add(&proof, 1, POINTS("iso"), (iso & MARK_STATE) == STATE_NA);
    tiny_add(&proof, 1, POINTS("since"), true);
    tiny_add(&money, 1, POINTS("price"), false);
    tiny_add(&money, 1, POINTS("year"), false);
#undef POINTS
    double weight = 3 + (proof.weight > 0 ? 2 : 0) + 5;
    double sum = 3 * base.points / base.weight + 5 * money.points / money.weight;
    if (proof.weight > 0)
        sum += 2 * proof.points / proof.weight;
    return sum / weight;
}

/* Within 1e-9 of the tiny evaluator, for every vendor; penalties put back. */
static void test_against_the_tiny_evaluator(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    double lowest = (double)INFINITY;
    double highest = -(double)INFINITY;
    fixture_judge(&fixture, criteria, make_answers(&arena).ptr);
    const struct column *prices =
        &fixture.inputs.answers.columns[fixture_criterion(&fixture, "price")];
    for (uint32_t v = 0; v < VENDORS; v++) {
        if (!fixture.evaluation.cohort.members[v] || mark_state(prices->marks[v]) != STATE_ANSWERED)
            continue;
        lowest = fmin(lowest, prices->numbers[v]);
        highest = fmax(highest, prices->numbers[v]);
    }
    for (uint32_t v = 0; v < VENDORS; v++) {
        const struct result *result = &fixture.evaluation.results[v];
        double expected = fmax(0, tiny_total(&fixture, v, lowest, highest) - result->penalty);
        assert_number(result->unrounded, expected);
    }
    fixture_release(&fixture);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chunk_sizes),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_against_the_tiny_evaluator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
