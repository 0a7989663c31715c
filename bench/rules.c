/*
 * What a rule costs: judges 100,000 vendors in memory by each rule of a criteria file, CHUNK
 * vendors at a time, and prints the processor time in µs, rule by rule and in sum: the median of
 * several passes.
 *
 * As a check, the number of vendors that each rule fires for is compared with what `evaluate`
 * found; its own time is printed too.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "criteria_file.h"
#include "random.h"
#include "shortlist/evaluation.h"
#include "shortlist/memory.h"

enum { VENDORS = 100000, PASSES = 15 };

/* --- Vendors ------------------------------------------------------------------------------ */

static uint8_t random_mark(const struct criterion *criterion, struct random *random)
{
    if (random_one_in(random, 20))
        return STATE_OPEN;
    unsigned mark = STATE_ANSWERED;
    if (criterion->proof) {
        mark |= (unsigned)random_below(random, EVIDENCE_DOCUMENTED + 1) << MARK_EVIDENCE_SHIFT;
        mark |= random_one_in(random, 10) ? MARK_EXPIRED : 0u;
    }
    return (uint8_t)mark;
}

static void fill_cell(struct column *column, const struct criterion *criterion, size_t vendor,
                      int32_t as_of, struct random *random)
{
    const struct bounds *range = &criterion->range;
    size_t options = criterion->options.count;
    switch (column->type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        /* In quarters, so that answers equal the rules' constants now and then. */
        column->numbers[vendor] =
            range->low +
            0.25 * (double)random_below(random, 1 + (size_t)(4 * (range->high - range->low)));
        break;
    case TYPE_DATE:
        column->days[vendor] = as_of - 730 + (int32_t)random_below(random, 1460);
        break;
    case TYPE_YES_NO:
        column->options[vendor] = (uint8_t)random_below(random, 2);
        break;
    case TYPE_CHOICE:
        column->options[vendor] = (uint8_t)random_below(random, options);
        break;
    case TYPE_SET:
        column->sets[vendor] = random_bits(random) >> (OPTIONS_LIMIT - options);
        break;
    case TYPE_TEXT:
        column->texts[vendor] = TEXT("as agreed");
        break;
    case ANSWER_TYPES:
        break;
    }
}

static void make_vendors(struct answers *answers, const struct criteria *criteria, int32_t as_of)
{
    struct random random = random_from(1);
    answers_init(answers, criteria);
    for (uint32_t v = 0; v < VENDORS; v++) {
        char id[32];
        snprintf(id, sizeof(id), "vendor-%06" PRIu32, v);
        struct vendor vendor = {.id = text_from(id), .name = text_from(id)};
        answers_add_vendor(answers, &vendor);
        for (size_t c = 0; c < criteria->criterion_count; c++) {
            const struct criterion *criterion = &criteria->criteria[c];
            if (criterion->by != BY_VENDOR)
                continue;
            answers->columns[c].marks[v] = random_mark(criterion, &random);
            fill_cell(&answers->columns[c], criterion, v, as_of, &random);
        }
    }
}

/* --- Times -------------------------------------------------------------------------------- */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), compare_numbers);
    return values[count / 2];
}

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
            double begun = now();
            judge(&criteria->rules[r], context, truths);
            times[r][pass] = now() - begun;
            sums[pass] += times[r][pass];
        }
    }
    bool agreed = true;
    double slowest = 0;
    for (size_t r = 0; r < rules; r++) {
        judge(&criteria->rules[r], context, truths);
        size_t fired = count_true(truths);
        bool same = fired == count_flags(evaluation, r);
        double time = median(times[r], PASSES);
        printf("%-24.*s %8.1f us %8zu fired%s\n", TEXT_ARG(criteria->rules[r].id.text), time, fired,
               same ? "" : ", evaluate disagrees");
        slowest = time > slowest ? time : slowest;
        agreed = agreed && same;
    }
    double sum = median(sums, PASSES);
    printf("rules %zu, vendors %d, all %.1f us, a rule %.1f us, slowest %.1f us\n", rules, VENDORS,
           sum, sum / (double)rules, slowest);
    memory_free(truths);
    memory_free(times);
    return agreed;
}

static bool run(struct inputs *inputs)
{
    struct answers answers;
    make_vendors(&answers, &inputs->criteria, inputs->as_of);
    struct evaluation evaluation;
    double begun = now();
    evaluate(&evaluation, &inputs->criteria, &answers, inputs->as_of,
             &(struct evaluation_options){0});
    double evaluated = now() - begun;
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

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: rules CRITERIA\n", stderr);
        return 2;
    }
    struct inputs inputs = {0};
    bool done = criteria_file_read(&inputs, argv[1]) && run(&inputs);
    inputs_release(&inputs);
    return done && fflush(stdout) == 0 ? 0 : 1;
}
