/*
 * Makes what one rater says of vendors that do not exist, those of make_vendors: a ratings file on
 * standard output. The same seed and rater give the same bytes; the raters of one seed judge the
 * same vendors, so they agree more or less.
 *
 * Of a hundred judgements about three are missing and three are abstentions; one in ten has the
 * long form with a note. Of the vendors' questions that ask for proof a rater has looked at one in
 * six, and says what was seen, now and then also what was found instead.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "criteria_file.h"
#include "random.h"
#include "write_value.h"

/* One rater at work. */
struct sheet {
    const struct criteria *criteria;
    int32_t as_of;
    uint32_t seed;
    double leniency; /* as a share of the scale */
    struct random random;
};

static void write_note(struct sheet *sheet)
{
    fputs(", note: ", stdout);
    write_text(3 + random_below(&sheet->random, 6), &sheet->random);
}

/* --- Judgements --------------------------------------------------------------------------- */

/* How good a vendor is by a criterion, for every rater alike: 0 .. 1. */
static double quality(const struct sheet *sheet, uint32_t vendor, size_t criterion)
{
    uint32_t cell = vendor * (uint32_t)sheet->criteria->criterion_count + (uint32_t)criterion;
    struct random random = random_from(sheet->seed + cell);
    return 0.5 * (random_share(&random) + random_share(&random));
}

/* In halves of a step of the scale, near the vendor's quality. */
static double judgement(struct sheet *sheet, uint32_t vendor, size_t criterion)
{
    const struct bounds *scale = &sheet->criteria->criteria[criterion].range;
    double share = quality(sheet, vendor, criterion) + sheet->leniency +
                   0.3 * (random_share(&sheet->random) - 0.5);
    double steps = 2 * (scale->high - scale->low);
    return scale->low + round(fmin(fmax(share, 0), 1) * steps) / 2;
}

static void write_judgement(struct sheet *sheet, uint32_t vendor, size_t criterion)
{
    size_t chance = random_below(&sheet->random, 100);
    if (chance < 3)
        return;
    printf("    %.*s: ", TEXT_ARG(sheet->criteria->criteria[criterion].id.text));
    if (chance < 6) {
        puts("n/a");
    } else if (chance < 16) {
        printf("{value: %g", judgement(sheet, vendor, criterion));
        write_note(sheet);
        puts("}");
    } else {
        printf("%g\n", judgement(sheet, vendor, criterion));
    }
}

/* --- Findings ----------------------------------------------------------------------------- */

static void write_finding(struct sheet *sheet, size_t criterion)
{
    const struct criterion *asked = &sheet->criteria->criteria[criterion];
    if (!random_one_in(&sheet->random, 6))
        return;
    printf("    %.*s: {evidence: %s", TEXT_ARG(asked->id.text),
           random_one_in(&sheet->random, 3) ? "documented" : "verified");
    if (random_one_in(&sheet->random, 8)) {
        fputs(", value: ", stdout);
        write_value(asked, sheet->as_of, &sheet->random);
    }
    write_note(sheet);
    puts("}");
}

static void write_ratings(struct sheet *sheet, uint32_t vendor)
{
    const struct criteria *criteria = sheet->criteria;
    printf("  " VENDOR_ID ":\n", vendor);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (criteria->criteria[c].type == TYPE_RATING)
            write_judgement(sheet, vendor, c);
        else if (criteria->criteria[c].proof)
            write_finding(sheet, c);
    }
}

static void write_sheet(struct sheet *sheet, uint32_t number, uint32_t vendors)
{
    uint32_t *order = random_order(&sheet->random, vendors);
    printf("shortlist-ratings: 1\nrater: rater-%02" PRIu32 "\nratings:\n", number);
    for (uint32_t i = 0; i < vendors; i++)
        write_ratings(sheet, order[i]);
    free(order);
}

/* --- The command line --------------------------------------------------------------------- */

enum { VENDORS, SEED, RATER, COUNTS };

static const struct program program = {
    .usage = "make_ratings [-n VENDORS] [-s SEED] [-r RATER] CRITERIA",
    .options = {[VENDORS] = {'n', 0, 999999}, [SEED] = {'s', 0, 999999}, [RATER] = {'r', 0, 999}},
    .operands = 1,
};

static bool run(struct inputs *inputs, const uint32_t *counts)
{
    struct sheet sheet = {
        .criteria = &inputs->criteria,
        .as_of = inputs->as_of,
        .seed = counts[SEED],
        .random = random_from(counts[SEED] * 1000 + counts[RATER]),
    };
    sheet.leniency = 0.2 * (random_share(&sheet.random) - 0.5);
    write_sheet(&sheet, counts[RATER], counts[VENDORS]);
    return true;
}

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[VENDORS] = 200, [SEED] = 1, [RATER] = 1};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    return with_criteria_file(argv[optind], counts, run);
}
