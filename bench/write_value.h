/* Writes legal values to the questions of a criteria file, on standard output. */
#ifndef BENCH_WRITE_VALUE_H
#define BENCH_WRITE_VALUE_H

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "random.h"
#include "shortlist/criteria.h"
#include "shortlist/date.h"

/* The id of a made vendor, for printf, by its number. */
#define VENDOR_ID "vendor-%06" PRIu32

/* Where the answers to a number lie: between its outer knots, else in its range. */
static inline struct bounds likely_bounds(const struct criterion *criterion)
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

/* Small numbers come more often than large ones, and whole ones more often than tenths. */
static inline double draw_number(const struct criterion *criterion, struct random *random)
{
    struct bounds likely = likely_bounds(criterion);
    double share = random_share(random);
    double value = likely.low + (likely.high - likely.low) * share * share;
    double unit = random_one_in(random, 4) ? 10 : 1;
    return fmax(likely.low, floor(value * unit) / unit);
}

static inline void write_number(const struct criterion *criterion, struct random *random)
{
    printf("%.15g", draw_number(criterion, random));
    if (criterion->unit.len > 0 && random_one_in(random, 8))
        printf(" %.*s", TEXT_ARG(criterion->unit));
}

static inline void write_option(const struct options *options, size_t option)
{
    printf("%.*s", TEXT_ARG(options->items[option].id));
}

/* A set drawn at random: its members with a separator between them, or what is written for none. */
static inline void write_members(const struct options *options, const char *separator,
                                 const char *none, struct random *random)
{
    uint64_t members = random_bits(random);
    const char *before = "";
    for (size_t o = 0; o < options->count; o++) {
        if ((members >> o & 1) == 0)
            continue;
        fputs(before, stdout);
        write_option(options, o);
        before = separator;
    }
    if (before[0] == '\0')
        fputs(none, stdout);
}

/* From two years before as-of to three years after. */
static inline void write_date(int32_t as_of, struct random *random)
{
    char date[DATE_SIZE];
    date_print(as_of - 730 + (int32_t)random_below(random, 1825), date);
    fputs(date, stdout);
}

static const char *const made_words[] = {"amber", "birch",  "cedar",  "delta", "ember", "fjord",
                                         "grove", "harbor", "island", "jade",  "knoll", "larch",
                                         "maple", "north",  "ocean",  "prime"};

static inline const char *random_word(struct random *random)
{
    return made_words[random_below(random, sizeof(made_words) / sizeof(made_words[0]))];
}

static inline void write_text(size_t count, struct random *random)
{
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i > 0 ? " " : "", random_word(random));
}

static inline void write_value(const struct criterion *criterion, int32_t as_of,
                               struct random *random)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
        fputs(random_one_in(random, 3) ? "no" : "yes", stdout);
        break;
    case TYPE_CHOICE:
        write_option(&criterion->options, random_below(random, criterion->options.count));
        break;
    case TYPE_SET:
        putchar('[');
        write_members(&criterion->options, ", ", "", random);
        putchar(']');
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

#endif
