/*
 * What judging costs: scores, judges and ranks 100,000 vendors in memory by a criteria file, and
 * prints the processor time in ms, the best and the median of several passes, and what the results
 * take in memory beside the columns of answers.
 */
#include <stdio.h>

#include "criteria_file.h"
#include "made_answers.h"
#include "processor_time.h"
#include "shortlist/evaluation.h"
#include "shortlist/memory.h"

static void print_results(const struct evaluation *evaluation)
{
    size_t vendors = evaluation->answers->count;
    size_t categories = evaluation->criteria->category_count;
    size_t bytes = vendors * sizeof *evaluation->results +
                   vendors * categories * sizeof *evaluation->category_scores +
                   vendors * sizeof *evaluation->order +
                   evaluation->flag_count * sizeof *evaluation->flags +
                   evaluation->unresolved_count * sizeof *evaluation->unresolved;
    printf("ranked %" PRIu32 ", knocked out %" PRIu32 ", unscored %" PRIu32
           ", flags %zu, unresolved %zu\n",
           evaluation->ranked, evaluation->knocked_out, evaluation->unscored,
           evaluation->flag_count, evaluation->unresolved_count);
    printf("results %.1f bytes a vendor\n", (double)bytes / (double)vendors);
}

/* --- The command line --------------------------------------------------------------------- */

enum { VENDORS, PASSES, COUNTS };

static const struct program program = {
    .usage = "judging [-n VENDORS] [-p PASSES] CRITERIA",
    .options = {[VENDORS] = {'n', 0, 9999999}, [PASSES] = {'p', 1, 999}},
    .operands = 1,
};

static bool run(struct inputs *inputs, const uint32_t *counts)
{
    struct answers answers;
    make_answers(&answers, &inputs->criteria, counts[VENDORS], inputs->as_of);
    double *times = memory_new(counts[PASSES], sizeof *times);
    for (size_t pass = 0; pass < counts[PASSES]; pass++) {
        struct evaluation evaluation;
        double begun = processor_time();
        evaluate(&evaluation, &inputs->criteria, &answers, inputs->as_of,
                 &(struct evaluation_options){0});
        times[pass] = processor_time() - begun;
        if (pass == 0)
            print_results(&evaluation);
        evaluation_release(&evaluation);
    }
    double median = median_time(times, counts[PASSES]);
    printf("evaluate: best %.2f ms, median %.2f ms\n", times[0] / 1e3, median / 1e3);
    memory_free(times);
    answers_release(&answers);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[VENDORS] = 100000, [PASSES] = 15};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    return with_criteria_file(argv[optind], counts, run);
}
