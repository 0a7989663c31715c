/*
 * Makes vendors that do not exist: one YAML document each on standard output, with legal answers to
 * every vendor's question of a criteria file. The same seed gives the same bytes.
 *
 * About one answer in twenty is open or n/a. Half the criteria that ask for proof are answered in
 * the long form, some with an expiry date, a source or a note. Standard error tells what the
 * columns of that many vendors take in memory.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "criteria_file.h"
#include "random.h"

/* --- Values ------------------------------------------------------------------------------- */

/* Where the answers to a number lie: between its outer knots, else in its range. */
static struct bounds likely_bounds(const struct criterion *criterion)
{
    const struct score *score = &criterion->score;
    const struct knots *knots = score->form == FORM_STEPS ? &score->steps : &score->curve;
    struct bounds likely = criterion->range;
    if (knots->count > 0) {
        likely.low = fmax(likely.low, knots->items[0].x);
        likely.high = fmin(likely.high, knots->items[knots->count - 1].x);
    }
    if (!isfinite(likely.low))
        likely.low = isfinite(likely.high) ? likely.high - 100 : 0;
    if (!isfinite(likely.high))
        likely.high = likely.low + 100;
    return likely;
}

/* Small numbers come more often than large ones, and whole ones more often than others. */
static void write_number(const struct criterion *criterion, struct random *random)
{
    struct bounds likely = likely_bounds(criterion);
    double share = random_share(random);
    double value = likely.low + (likely.high - likely.low) * share * share;
    double unit = random_one_in(random, 4) ? 10 : 1;
    printf("%.15g", fmax(likely.low, floor(value * unit) / unit));
    if (criterion->unit.len > 0 && random_one_in(random, 8))
        printf(" %.*s", TEXT_ARG(criterion->unit));
}

static void write_option(const struct options *options, size_t option)
{
    printf("%.*s", TEXT_ARG(options->items[option].id));
}

static void write_set(const struct options *options, struct random *random)
{
    uint64_t members = random_bits(random);
    const char *separator = "";
    putchar('[');
    for (size_t o = 0; o < options->count; o++) {
        if ((members >> o & 1) == 0)
            continue;
        fputs(separator, stdout);
        write_option(options, o);
        separator = ", ";
    }
    putchar(']');
}

/* From two years before as-of to three years after. */
static void write_date(int32_t as_of, struct random *random)
{
    char date[DATE_SIZE];
    date_print(as_of - 730 + (int32_t)random_below(random, 1825), date);
    fputs(date, stdout);
}

static const char *const words[] = {"amber", "birch",  "cedar",  "delta", "ember", "fjord",
                                    "grove", "harbor", "island", "jade",  "knoll", "larch",
                                    "maple", "north",  "ocean",  "prime"};

static const char *random_word(struct random *random)
{
    return words[random_below(random, sizeof(words) / sizeof(words[0]))];
}

static void write_text(size_t count, struct random *random)
{
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i > 0 ? " " : "", random_word(random));
}

static void write_value(const struct criterion *criterion, int32_t as_of, struct random *random)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
        fputs(random_one_in(random, 3) ? "no" : "yes", stdout);
        break;
    case TYPE_CHOICE:
        write_option(&criterion->options, random_below(random, criterion->options.count));
        break;
    case TYPE_SET:
        write_set(&criterion->options, random);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        write_number(criterion, random);
        break;
    case TYPE_DATE:
        write_date(as_of, random);
        break;
    case TYPE_TEXT:
    case ANSWER_TYPES:
        write_text(4 + random_below(random, 8), random);
        break;
    }
}

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
    printf(" %" PRIu32 "\nid: vendor-%06" PRIu32 "\nanswers:\n", number, number);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (criteria->criteria[c].by == BY_VENDOR)
            write_answer(&criteria->criteria[c], as_of, random);
    }
}

/* The vendors in an order that is not that of their ids. */
static void write_vendors(const struct criteria *criteria, uint32_t count, int32_t as_of,
                          struct random *random)
{
    uint32_t *numbers = calloc(count, sizeof(*numbers));
    if (numbers == NULL)
        exit(3);
    for (uint32_t i = 0; i < count; i++) {
        size_t at = random_below(random, i + (size_t)1);
        numbers[i] = numbers[at];
        numbers[at] = i;
    }
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

static bool read_count(const char *argument, unsigned long most, unsigned long *count)
{
    char *end;
    errno = 0;
    *count = strtoul(argument, &end, 10);
    return errno == 0 && argument[0] >= '0' && argument[0] <= '9' && *end == '\0' && *count <= most;
}

static int usage(void)
{
    fputs("usage: make_vendors [-n VENDORS] [-s SEED] CRITERIA\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    unsigned long count = 20000;
    unsigned long seed = 1;
    int option;
    while ((option = getopt(argc, argv, "n:s:")) != -1) {
        if (!(option == 'n' && read_count(optarg, 999999, &count)) &&
            !(option == 's' && read_count(optarg, UINT32_MAX, &seed)))
            return usage();
    }
    if (optind + 1 != argc)
        return usage();
    struct inputs inputs = {0};
    bool done = criteria_file_read(&inputs, argv[optind]);
    if (done) {
        struct random random = random_from((uint32_t)seed);
        write_vendors(&inputs.criteria, (uint32_t)count, inputs.as_of, &random);
        print_columns(&inputs.criteria, (uint32_t)count);
        done = fflush(stdout) == 0 && !ferror(stdout);
    }
    inputs_release(&inputs);
    return done ? 0 : 1;
}
