/*
 * Whether numbers are read as the C library reads them, and how fast: ten million random decimals
 * of many shapes through number_parse and through strtod, compared bit by bit. Prints the time of a
 * number by shape, and ends with 1 when any differs.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "processor_time.h"
#include "program.h"
#include "random.h"
#include "shortlist/memory.h"
#include "shortlist/number.h"

enum { ROOM = 128, BATCH = 10000 };

/* --- Shapes: each writes one decimal, with a NUL, and returns its length ------------------ */

static uint64_t whole_number(struct random *random, int most_digits)
{
    uint64_t number = random_bits(random);
    for (size_t digits = random_below(random, (size_t)most_digits) + 1; digits < 20; digits++)
        number /= 10;
    return number;
}

static int write_whole(char *out, struct random *random)
{
    return snprintf(out, ROOM, "%s%" PRIu64, random_one_in(random, 8) ? "-" : "",
                    whole_number(random, 6));
}

static int write_places(char *out, struct random *random)
{
    int places = 1 + (int)random_below(random, 6);
    return snprintf(out, ROOM, "%" PRIu64 ".%0*" PRIu64, whole_number(random, 8), places,
                    random_bits(random) % (uint64_t)pow(10, places));
}

/* So many digits, the point and an exponent anywhere. */
static int write_digits(char *out, size_t digits, int most_exponent, struct random *random)
{
    size_t len = 0;
    size_t point = random_below(random, digits);
    out[len++] = (char)('1' + random_below(random, 9));
    for (size_t d = 1; d < digits; d++) {
        if (d == point)
            out[len++] = '.';
        out[len++] = (char)('0' + random_below(random, 10));
    }
    int exponent = (int)random_below(random, (size_t)most_exponent * 2 + 1) - most_exponent;
    return (int)len + snprintf(out + len, ROOM - len, "e%+d", exponent);
}

static int write_exact(char *out, struct random *random)
{
    return write_digits(out, 1 + random_below(random, 15), 22, random);
}

static int write_17_digits(char *out, struct random *random)
{
    return write_digits(out, 16 + random_below(random, 3), 30, random);
}

static int write_long(char *out, struct random *random)
{
    return write_digits(out, 19 + random_below(random, 60), 60, random);
}

static int write_any_exponent(char *out, struct random *random)
{
    return write_digits(out, 1 + random_below(random, 20), 330, random);
}

static int write_denormal(char *out, struct random *random)
{
    return snprintf(out, ROOM, "%" PRIu64 ".%" PRIu64 "e-%zu", 1 + random_bits(random) % 9,
                    random_bits(random), 305 + random_below(random, 22));
}

/* Any double, as it is printed to be read again. */
static int write_double(char *out, struct random *random)
{
    double number;
    do {
        uint64_t bits = random_bits(random);
        memcpy(&number, &bits, sizeof number);
    } while (!isfinite(number));
    return snprintf(out, ROOM, "%.17g", number);
}

/* In the middle between two doubles, or a hair beside it: 54 bits, the last of which is set, as
 * whole numbers and with a fraction of eight bits. */
static int write_halfway(char *out, struct random *random)
{
    uint64_t middle = (UINT64_C(1) << 53) | random_bits(random) >> 11 | 1;
    int len;
    if (random_one_in(random, 2))
        len = snprintf(out, ROOM, "%" PRIu64 ".%s", middle, "00000000");
    else
        len = snprintf(out, ROOM, "%" PRIu64 ".%08" PRIu64, middle >> 8,
                       (middle & 255) * 390625); /* 10^8 / 2^8 */
    if (random_one_in(random, 3))
        len += snprintf(out + len, (size_t)(ROOM - len), "%s1", "0000000000000000");
    return len;
}

static const struct shape {
    const char *name;
    int (*write)(char *out, struct random *random);
} shapes[] = {
    {"whole, to 6 digits", write_whole},
    {"1 to 6 places", write_places},
    {"to 15 digits, e-22 to e+22", write_exact},
    {"16 to 18 digits", write_17_digits},
    {"19 to 78 digits", write_long},
    {"to 20 digits, e-330 to e+330", write_any_exponent},
    {"denormal", write_denormal},
    {"any double, %.17g", write_double},
    {"halfway between two doubles", write_halfway},
};

enum { SHAPES = sizeof shapes / sizeof shapes[0] };

/* --- Both readers ------------------------------------------------------------------------- */

struct written {
    char bytes[ROOM];
    size_t len;
    double by_us, by_library;
    enum number_fault fault;
};

/* What overflows is a fault here and infinite there. */
static bool is_same(const struct written *number)
{
    if (!isfinite(number->by_library))
        return number->fault == NUMBER_TOO_LARGE;
    return number->fault == NUMBER_FINE &&
           memcmp(&number->by_us, &number->by_library, sizeof(double)) == 0;
}

struct tally {
    size_t count, different;
    double us, library; /* µs */
};

static void read_batch(struct written *batch, size_t count, struct tally *tally)
{
    double begun = processor_time();
    for (size_t i = 0; i < count; i++) {
        struct text text = {batch[i].bytes, batch[i].len};
        size_t used;
        batch[i].fault = number_parse(text, &batch[i].by_us, &used);
    }
    double between = processor_time();
    for (size_t i = 0; i < count; i++)
        batch[i].by_library = strtod(batch[i].bytes, NULL);
    tally->library += processor_time() - between;
    tally->us += between - begun;
    for (size_t i = 0; i < count; i++) {
        if (is_same(&batch[i]))
            continue;
        if (tally->different++ == 0)
            printf("%s: %a, strtod %a\n", batch[i].bytes, batch[i].by_us, batch[i].by_library);
    }
    tally->count += count;
}

/* How many differ. */
static size_t compare_shape(const struct shape *shape, size_t count, struct random *random)
{
    struct written *batch = memory_new(BATCH, sizeof *batch);
    struct tally tally = {0};
    while (tally.count < count) {
        size_t left = count - tally.count;
        size_t now = left < BATCH ? left : BATCH;
        for (size_t i = 0; i < now; i++)
            batch[i].len = (size_t)shape->write(batch[i].bytes, random);
        read_batch(batch, now, &tally);
    }
    printf("%-30s %9zu numbers %6.1f ns, strtod %6.1f ns, %zu different\n", shape->name,
           tally.count, 1e3 * tally.us / (double)count, 1e3 * tally.library / (double)count,
           tally.different);
    memory_free(batch);
    return tally.different;
}

/* --- The command line --------------------------------------------------------------------- */

enum { NUMBERS, SEED, COUNTS };

static const struct program program = {
    .usage = "numbers [-n NUMBERS] [-s SEED]",
    .options = {[NUMBERS] = {'n', 0, 999999999}, [SEED] = {'s', 0, UINT32_MAX}},
};

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[NUMBERS] = 10000000, [SEED] = 1};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    struct random random = random_from(counts[SEED]);
    size_t different = 0;
    for (size_t s = 0; s < SHAPES; s++)
        different += compare_shape(&shapes[s], (counts[NUMBERS] + SHAPES - 1) / SHAPES, &random);
    printf("%zu different\n", different);
    return exit_status(different == 0);
}
