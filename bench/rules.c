/*
 * What a rule costs: judges 100,000 vendors in memory by each rule of a criteria file, CHUNK
 * vendors at a time, and prints the processor time in µs, rule by rule and in sum: the median of
 * several passes.
 *
 * As a check, the number of vendors that each rule fires for is compared with what `evaluate`
 * found; its own time is printed too.
 */
#include <stdio.h>

#include "criteria_file.h"
#include "made_answers.h"
#include "processor_time.h"
#include "shortlist/evaluation.h"
#include "shortlist/memory.h"

enum { VENDORS = 100000, PASSES = 15 };

/* --- Times -------------------------------------------------------------------------------- */

/* Judges everybody by one rule; `truths` takes all of them. */
static void judge(const struct rule *rule, const struct expr_context *context, uint8_t *truths)
{
    for (size_t first = 0; first < VENDORS; first += CHUNK) {
        size_t count = VENDORS - first < CHUNK ? VENDORS - first : CHUNK;
        expr_truths(rule->condition, context, first, count, truths + first);
        arena_clear(context->scratch);
    }
}

static size_t count_true(const uint8_t *truths)
{
    size_t count = 0;
    for (size_t v = 0; v < VENDORS; v++)
        count += truths[v] == TRUTH_TRUE;
    return count;
}

static size_t count_flags(const struct evaluation *evaluation, size_t rule)
{
    size_t count = 0;
    for (size_t f = 0; f < evaluation->flag_count; f++) {
        const struct flag *flag = &evaluation->flags[f];
        count += flag->kind == FLAG_RULE && flag->subject == rule;
    }
    return count;
}

/* False when the truths are not those that `evaluate` found. */
static bool time_rules(const struct evaluation *evaluation, const struct expr_context *context)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t rules = criteria->rule_count;
    double(*times)[PASSES] = memory_new(rules, sizeof(*times));
    double sums[PASSES] = {0};
    uint8_t *truths = memory_new(VENDORS, sizeof(*truths));
    for (size_t pass = 0; pass < PASSES; pass++) {
        for (size_t r = 0; r < rules; r++) {
            double begun = processor_time();
            judge(&criteria->rules[r], context, truths);
            times[r][pass] = processor_time() - begun;
            sums[pass] += times[r][pass];
        }
    }
    bool agreed = true;
    double slowest = 0;
    for (size_t r = 0; r < rules; r++) {
        judge(&criteria->rules[r], context, truths);
        size_t fired = count_true(truths);
        bool same = fired == count_flags(evaluation, r);
        double time = median_time(times[r], PASSES);
        printf("%-24.*s %8.1f us %8zu fired%s\n", TEXT_ARG(criteria->rules[r].id.text), time, fired,
               same ? "" : ", evaluate disagrees");
        slowest = time > slowest ? time : slowest;
        agreed = agreed && same;
    }
    double sum = median_time(sums, PASSES);
    printf("rules %zu, vendors %d, all %.1f us, a rule %.1f us, slowest %.1f us\n", rules, VENDORS,
           sum, sum / (double)rules, slowest);
    memory_free(truths);
    memory_free(times);
    return agreed;
}

static bool run(struct inputs *inputs, const uint32_t *counts)
{
    (void)counts;
    struct answers answers;
    make_answers(&answers, &inputs->criteria, VENDORS, inputs->as_of);
    struct evaluation evaluation;
    double begun = processor_time();
    evaluate(&evaluation, &inputs->criteria, &answers, inputs->as_of,
             &(struct evaluation_options){0});
    double evaluated = processor_time() - begun;
    struct arena scratch = {0};
    struct expr_context context = {.criteria = &inputs->criteria,
                                   .answers = &answers,
                                   .as_of = inputs->as_of,
                                   .cohort = &evaluation.cohort,
                                   .scratch = &scratch};
    bool agreed = time_rules(&evaluation, &context);
    printf("evaluate, points, flags and ranks included: %.1f us\n", evaluated);
    arena_release(&scratch);
    evaluation_release(&evaluation);
    answers_release(&answers);
    return agreed;
}

/* --- The command line --------------------------------------------------------------------- */

static const struct program program = {.usage = "rules CRITERIA", .operands = 1};

int main(int argc, char **argv)
{
    uint32_t counts[COUNT_OPTIONS] = {0};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    return with_criteria_file(argv[optind], counts, run);
}
