/*
 * Random conditions over random answers to the tender (support/tender.h): what is said to be
 * certain must hold for every vendor, through the real evaluation of answers, computed criteria,
 * cohort and points.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/rules/rules.h"
#include "support/conditions.h"
#include "support/tender.h"

enum { CONDITIONS = 4000, ROUNDS = 12, VENDORS = CHUNK, PARTS = 32, CRITERIA = 32 };

/* --- Random answers --------------------------------------------------------------------------- */

static double random_number(const struct criterion *criterion, struct chance *chance)
{
    static const double numbers[] = {0,  1,  2,  2.5, 5,     8,  10,  14,          20,
                                     30, 50, 60, 100, 399.5, -1, 400, 50.00000001, 1e9};
    double number = PICK(chance, numbers);
    while (number < criterion->range.low || number > criterion->range.high)
        number = PICK(chance, numbers);
    return number;
}

static void fill_cell(struct column *column, const struct criterion *criterion, size_t vendor,
                      struct chance *chance)
{
    static const char *const texts[] = {"PT", "ES", "", "Lisbon"};
    uint8_t proof = (uint8_t)(below(chance, 4) << MARK_EVIDENCE_SHIFT);
    column->marks[vendor] = below(chance, 5) == 0 ? (uint8_t)below(chance, 2) : STATE_ANSWERED;
    column->marks[vendor] |= proof | (below(chance, 3) == 0 ? MARK_EXPIRED : 0);
    switch (column->type) {
    case TYPE_YES_NO:
        column->options[vendor] = (uint8_t)below(chance, 2);
        break;
    case TYPE_CHOICE:
        column->options[vendor] = (uint8_t)below(chance, criterion->options.count);
        break;
    case TYPE_SET:
        column->sets[vendor] = below(chance, (size_t)1 << criterion->options.count);
        break;
    case TYPE_DATE:
        column->days[vendor] = 20778 + (int32_t)below(chance, 6); /* about as-of */
        if (below(chance, 2))
            column->days[vendor] -= (int32_t)below(chance, 4000);
        break;
    case TYPE_TEXT:
        column->texts[vendor] = text_from(PICK(chance, texts));
        break;
    default:
        column->numbers[vendor] = random_number(criterion, chance);
        break;
    }
}

static void fill_answers(struct answers *answers, const struct criteria *criteria,
                         struct chance *chance)
{
    answers_init(answers, criteria);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        answers_add_vendor(answers, &(struct vendor){.id = TEXT("v"), .name = TEXT("v")});
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        for (size_t vendor = 0; vendor < VENDORS; vendor++)
            fill_cell(&answers->columns[c], &criteria->criteria[c], vendor, chance);
    }
}

/* --- One round of vendors --------------------------------------------------------------------- */

struct round {
    struct arena arena;
    struct arena scratch;
    struct answers answers;
    struct cohort cohort;
    struct chunk chunk;
    struct expr_context context;
};

/* A cohort of few has others that differ more. */
static void judge_round(struct round *round, const struct criteria *criteria, int32_t as_of,
                        struct chance *chance)
{
    struct scoring scoring;
    size_t share = 1 + below(chance, 60);
    *round = (struct round){0};
    fill_answers(&round->answers, criteria, chance);
    round->context = (struct expr_context){.criteria = criteria,
                                           .answers = &round->answers,
                                           .as_of = as_of,
                                           .scratch = &round->scratch};
    compute_columns(criteria, &round->answers, &round->context, CHUNK);
    uint8_t *members = arena_array(&round->arena, uint8_t, VENDORS);
    for (size_t vendor = 0; vendor < VENDORS; vendor++)
        members[vendor] = below(chance, share) == 0;
    cohort_measure(&round->cohort, criteria, &round->answers, members, &round->arena);
    round->context.cohort = &round->cohort;
    scoring_init(&scoring, criteria, &round->answers, &round->arena);
    chunk_init(&round->chunk, criteria, CHUNK, &round->arena);
    chunk_score(&round->chunk, &scoring, &round->context, 0, VENDORS);
}

static void release_round(struct round *round)
{
    answers_release(&round->answers);
    arena_release(&round->scratch);
    arena_release(&round->arena);
}

/* --- What is said of a condition -------------------------------------------------------------- */

struct part {
    const struct expr *expr;
    const char *text;
    bool holds;
};

struct said {
    struct fixture *fixture;
    const char *text;
    struct outcomes outcomes;
    struct part parts[PARTS];
    size_t part_count;
    struct lost_points lost[CRITERIA];
    size_t lost_count;
};

static void keep_part(void *context, const struct certainty *certainty)
{
    struct said *said = context;
    int length = (int)(certainty->to - certainty->from);
    struct text text =
        text_format(&said->fixture->arena, "%.*s", length, said->text + certainty->from);
    assert_true(said->part_count < PARTS);
    said->parts[said->part_count++] = (struct part){
        .expr = tender_condition(said->fixture, text.ptr),
        .text = text.ptr,
        .holds = certainty->holds,
    };
}

static void keep_lost(void *context, const struct lost_points *lost)
{
    struct said *said = context;
    assert_true(said->lost_count < CRITERIA);
    said->lost[said->lost_count++] = *lost;
}

static void check_lost(const struct said *said, const struct round *round, size_t vendor)
{
    for (size_t i = 0; i < said->lost_count; i++) {
        const struct lost_points *lost = &said->lost[i];
        double points = round->chunk.points[lost->criterion][vendor];
        if (!isnan(points) && !(points <= lost->most + 1e-9))
            fail_msg("%s, vendor %zu: %.*s has %g, not at most %g", said->text, vendor,
                     TEXT_ARG(tender_id(said->fixture, lost->criterion)), points, lost->most);
    }
}

static void check_parts(const struct said *said, struct round *round)
{
    uint8_t truths[VENDORS];
    for (size_t i = 0; i < said->part_count; i++) {
        const struct part *part = &said->parts[i];
        expr_truths(part->expr, &round->context, 0, VENDORS, truths);
        for (size_t vendor = 0; vendor < VENDORS; vendor++) {
            if (truths[vendor] == (part->holds ? TRUTH_FALSE : TRUTH_TRUE))
                fail_msg("%s in %s, vendor %zu: not certain", part->text, said->text, vendor);
        }
    }
}

/* Returns what was seen. */
static struct outcomes check_round(const struct said *said, const struct expr *condition,
                                   struct round *round)
{
    uint8_t truths[VENDORS];
    struct outcomes seen = {0};
    expr_truths(condition, &round->context, 0, VENDORS, truths);
    for (size_t vendor = 0; vendor < VENDORS; vendor++) {
        seen.may_hold |= truths[vendor] == TRUTH_TRUE;
        seen.may_fail |= truths[vendor] == TRUTH_FALSE;
        if (truths[vendor] == TRUTH_TRUE)
            check_lost(said, round, vendor);
    }
    if ((seen.may_hold && !said->outcomes.may_hold) || (seen.may_fail && !said->outcomes.may_fail))
        fail_msg("%s: may%s hold, may%s fail", said->text, said->outcomes.may_hold ? "" : " not",
                 said->outcomes.may_fail ? "" : " not");
    check_parts(said, round);
    arena_clear(&round->scratch);
    return seen;
}

/* --- The comparison --------------------------------------------------------------------------- */

/* How often each was said, so that the test is seen to test something. */
struct tally {
    size_t never;
    size_t always;
    size_t seen; /* both outcomes, where both were said to be possible */
    size_t lost;
};

static void count(struct tally *tally, const struct said *said, struct outcomes seen)
{
    tally->never += !said->outcomes.may_hold;
    tally->always += said->outcomes.may_hold && !said->outcomes.may_fail;
    tally->seen += seen.may_hold && seen.may_fail;
    tally->lost += said->lost_count;
}

/* What is said of one tender, held against the answers to another, or to itself. */
static struct tally compare(struct fixture *told, enum buyers buyers, struct fixture *answered,
                            int32_t as_of, uint64_t seed)
{
    struct chance chance = {.state = seed};
    struct tally tally = {0};
    struct round *rounds = arena_array(&told->arena, struct round, ROUNDS);
    struct domains *domains = domains_new(&told->inputs.criteria, told->inputs.as_of, buyers);
    for (size_t r = 0; r < ROUNDS; r++)
        judge_round(&rounds[r], &answered->inputs.criteria, as_of, &chance);
    for (size_t i = 0; i < CONDITIONS; i++) {
        struct outcomes seen = {0};
        const char *text = random_condition(&chance, &told->arena);
        const struct expr *condition = tender_condition(told, text);
        struct said said = {.fixture = answered, .text = text};
        said.outcomes = expr_outcomes(condition, domains);
        expr_visit_certain(condition, domains, keep_part, &said);
        expr_visit_lost_points(condition, domains, keep_lost, &said);
        condition = tender_condition(answered, text);
        for (size_t r = 0; r < ROUNDS; r++) {
            struct outcomes more = check_round(&said, condition, &rounds[r]);
            seen.may_hold |= more.may_hold;
            seen.may_fail |= more.may_fail;
        }
        count(&tally, &said, seen);
    }
    for (size_t r = 0; r < ROUNDS; r++)
        release_round(&rounds[r]);
    domains_free(domains);
    print_message("never %zu, always %zu, both seen %zu, lost points %zu\n", tally.never,
                  tally.always, tally.seen, tally.lost);
    return tally;
}

static const char other_needs[] = "  budget: 450\n"
                                  "  big: yes\n"
                                  "  start: 2026-11-22\n"
                                  "  city: PT\n"
                                  "  grade: {options: [silver, gold], value: silver}\n"
                                  "  media: {options: [voice, email, chat], value: [voice]}\n";

static void what_is_certain_is_so(void **state)
{
    struct fixture tender;
    (void)state;
    tender_init(&tender);
    struct tally tally = compare(&tender, THIS_BUYER, &tender, tender.inputs.as_of, 1965);
    assert_true(tally.never > CONDITIONS / 20);
    assert_true(tally.always > CONDITIONS / 20);
    assert_true(tally.seen > CONDITIONS / 4);
    assert_true(tally.lost > CONDITIONS / 20);
    fixture_release(&tender);
}

static void what_is_certain_for_any_buyer_is_so_for_another(void **state)
{
    struct fixture tender;
    struct fixture other;
    (void)state;
    tender_init(&tender);
    tender_init_for(&other, other_needs);
    struct tally tally = compare(&tender, ANY_BUYER, &other, tender.inputs.as_of + 2, 1966);
    assert_true(tally.never > CONDITIONS / 20);
    assert_true(tally.lost > CONDITIONS / 20);
    fixture_release(&other);
    fixture_release(&tender);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_certain_is_so),
        cmocka_unit_test(what_is_certain_for_any_buyer_is_so_for_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
