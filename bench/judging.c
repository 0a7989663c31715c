/*
 * What judging costs: scores, judges and ranks 100,000 vendors in memory by a criteria file, and
 * prints the processor time in ms, the best and the median of several passes, and what the results
 * take in memory beside the columns of answers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "arguments.h"
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

static void run(struct inputs *inputs, uint32_t vendors, size_t passes)
{
    struct answers answers;
    make_answers(&answers, &inputs->criteria, vendors, inputs->as_of);
    double *times = memory_new(passes, sizeof *times);
    for (size_t pass = 0; pass < passes; pass++) {
        struct evaluation evaluation;
        double begun = processor_time();
        evaluate(&evaluation, &inputs->criteria, &answers, inputs->as_of,
                 &(struct evaluation_options){0});
        times[pass] = processor_time() - begun;
        if (pass == 0)
            print_results(&evaluation);
        evaluation_release(&evaluation);
    }
    double median = median_time(times, passes);
    printf("evaluate: best %.2f ms, median %.2f ms\n", times[0] / 1e3, median / 1e3);
    memory_free(times);
    answers_release(&answers);
}

static int usage(void)
{
    fputs("usage: judging [-n VENDORS] [-p PASSES] CRITERIA\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    unsigned long vendors = 100000;
    unsigned long passes = 15;
    int option;
    while ((option = getopt(argc, argv, "n:p:")) != -1) {
        if (!(option == 'n' && read_count(optarg, 9999999, &vendors)) &&
            !(option == 'p' && read_count(optarg, 999, &passes)))
            return usage();
    }
    if (optind + 1 != argc || passes == 0)
        return usage();
    struct inputs inputs = {0};
    bool done = criteria_file_read(&inputs, argv[optind]);
    if (done)
        run(&inputs, (uint32_t)vendors, passes);
    inputs_release(&inputs);
    return done && fflush(stdout) == 0 ? 0 : 1;
}
