/*
 * Makes a table of vendors that do not exist: a CSV file on standard output, one row a vendor and
 * one column for each question of a criteria file that vendors answer. The same seed gives the same
 * bytes; the rows do not stand in the order of the ids.
 *
 * About one cell in twenty is open: empty, now and then n/a. Questions that ask for proof have two
 * columns more, how it is documented and until when. One name in eight has a comma, and so quotes.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "criteria_file.h"
#include "random.h"
#include "write_value.h"

static bool is_asked(const struct criterion *criterion)
{
    return criterion->by == BY_VENDOR && !criterion->dropped;
}

/* --- Rows --------------------------------------------------------------------------------- */

static void write_header(const struct criteria *criteria)
{
    fputs("id,vendor", stdout);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (!is_asked(criterion))
            continue;
        printf(",%.*s", TEXT_ARG(criterion->id.text));
        if (criterion->proof)
            printf(",%.*s.evidence,%.*s.expires", TEXT_ARG(criterion->id.text),
                   TEXT_ARG(criterion->id.text));
    }
    putchar('\n');
}

static void write_name(uint32_t number, struct random *random)
{
    const char *word = random_word(random);
    if (random_one_in(random, 8))
        printf("\"%s, %" PRIu32 "\"", word, number);
    else
        printf("%s %" PRIu32, word, number);
}

/* How an answer is documented. */
static void write_proof(int32_t as_of, struct random *random)
{
    static const char *const levels[] = {"", "", "claimed", "documented"};
    printf(",%s,", levels[random_below(random, sizeof levels / sizeof levels[0])]);
    if (random_one_in(random, 4))
        write_date(as_of, random);
}

static void write_cell(const struct criterion *criterion, int32_t as_of, struct random *random)
{
    size_t chance = random_below(random, 1000);
    putchar(',');
    if (chance < 45) {
        fputs(criterion->proof ? ",," : "", stdout);
        return;
    }
    if (chance < 50)
        fputs("n/a", stdout);
    else if (criterion->type == TYPE_SET)
        write_members(&criterion->options, ";", "none", random);
    else if (criterion->type == TYPE_TEXT)
        fputs(random_word(random), stdout);
    else
        write_value(criterion, as_of, random);
    if (criterion->proof)
        write_proof(as_of, random);
}

static void write_row(const struct criteria *criteria, uint32_t number, int32_t as_of,
                      struct random *random)
{
    printf(VENDOR_ID ",", number);
    write_name(number, random);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (is_asked(&criteria->criteria[c]))
            write_cell(&criteria->criteria[c], as_of, random);
    }
    putchar('\n');
}

static void write_table(const struct criteria *criteria, uint32_t count, int32_t as_of,
                        struct random *random)
{
    uint32_t *numbers = random_order(random, count);
    write_header(criteria);
    for (uint32_t i = 0; i < count; i++)
        write_row(criteria, numbers[i], as_of, random);
    free(numbers);
}

/* --- The command line --------------------------------------------------------------------- */

enum { VENDORS, SEED, COUNTS };

static const struct program program = {
    .usage = "make_table [-n VENDORS] [-s SEED] CRITERIA",
    .options = {[VENDORS] = {'n', 0, 9999999}, [SEED] = {'s', 0, UINT32_MAX}},
    .operands = 1,
};

static bool run(struct inputs *inputs, const uint32_t *counts)
{
    struct random random = random_from(counts[SEED]);
    write_table(&inputs->criteria, counts[VENDORS], inputs->as_of, &random);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[VENDORS] = 100000, [SEED] = 1};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    return with_criteria_file(argv[optind], counts, run);
}
