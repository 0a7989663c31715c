/*
 * Makes vendors that do not exist: one YAML document each on standard output, with legal answers to
 * every vendor's question of a criteria file. The same seed gives the same bytes.
 *
 * About one answer in twenty is open or n/a. Half the criteria that ask for proof are answered in
 * the long form, some with an expiry date, a source or a note. Standard error tells what the
 * columns of that many vendors take in memory.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "criteria_file.h"
#include "random.h"
#include "write_value.h"

/* --- Vendors ------------------------------------------------------------------------------ */

static void write_long_form(const struct criterion *criterion, int32_t as_of, struct random *random)
{
    fputs("{value: ", stdout);
    write_value(criterion, as_of, random);
    printf(", evidence: %s", random_one_in(random, 3) ? "claimed" : "documented");
    if (random_one_in(random, 4)) {
        fputs(", expires: ", stdout);
        write_date(as_of, random);
    }
    if (random_one_in(random, 8))
        printf(", source: %s.pdf", random_word(random));
    if (random_one_in(random, 16)) {
        fputs(", note: ", stdout);
        write_text(5, random);
    }
    putchar('}');
}

static void write_answer(const struct criterion *criterion, int32_t as_of, struct random *random)
{
    size_t chance = random_below(random, 1000);
    if (chance < 30)
        return;
    printf("  %.*s: ", TEXT_ARG(criterion->id.text));
    if (chance < 40)
        putchar('~');
    else if (chance < 45)
        fputs("n/a", stdout);
    else if (criterion->proof && random_one_in(random, 2))
        write_long_form(criterion, as_of, random);
    else
        write_value(criterion, as_of, random);
    putchar('\n');
}

static void write_vendor(const struct criteria *criteria, uint32_t number, int32_t as_of,
                         struct random *random)
{
    printf("---\nshortlist-answers: 1\nvendor: ");
    write_text(2, random);
    printf(" %" PRIu32 "\nid: " VENDOR_ID "\nanswers:\n", number, number);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (criteria->criteria[c].by == BY_VENDOR)
            write_answer(&criteria->criteria[c], as_of, random);
    }
}

static void write_vendors(const struct criteria *criteria, uint32_t count, int32_t as_of,
                          struct random *random)
{
    uint32_t *numbers = random_order(random, count);
    for (uint32_t i = 0; i < count; i++)
        write_vendor(criteria, numbers[i], as_of, random);
    free(numbers);
}

/* --- What the columns take ---------------------------------------------------------------- */

/* Bytes of a cell by type, with its mark. */
static const size_t cell_bytes[ANSWER_TYPES] = {
    [TYPE_YES_NO] = 1 + 1, [TYPE_CHOICE] = 1 + 1, [TYPE_SET] = 8 + 1,   [TYPE_NUMBER] = 8 + 1,
    [TYPE_RATING] = 8 + 1, [TYPE_DATE] = 4 + 1,   [TYPE_TEXT] = 16 + 1,
};

/* One column a criterion, the computed and the buyer's included. */
static void print_columns(const struct criteria *criteria, uint32_t vendors)
{
    size_t counts[ANSWER_TYPES] = {0};
    size_t bytes = 0;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        counts[criteria->criteria[c].type]++;
        bytes += cell_bytes[criteria->criteria[c].type];
    }
    fprintf(stderr, "columns %zu bytes: %" PRIu32 " vendors", bytes * vendors, vendors);
    for (int type = 0; type < ANSWER_TYPES; type++)
        fprintf(stderr, ", %s %zu x %zu", answer_type_words[type], counts[type], cell_bytes[type]);
    fputc('\n', stderr);
}

/* --- The command line --------------------------------------------------------------------- */

enum { VENDORS, SEED, COUNTS };

static const struct program program = {
    .usage = "make_vendors [-n VENDORS] [-s SEED] CRITERIA",
    .options = {[VENDORS] = {'n', 0, 999999}, [SEED] = {'s', 0, UINT32_MAX}},
    .operands = 1,
};

static bool run(struct inputs *inputs, const uint32_t *counts)
{
    struct random random = random_from(counts[SEED]);
    write_vendors(&inputs->criteria, counts[VENDORS], inputs->as_of, &random);
    print_columns(&inputs->criteria, counts[VENDORS]);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[VENDORS] = 20000, [SEED] = 1};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    return with_criteria_file(argv[optind], counts, run);
}
