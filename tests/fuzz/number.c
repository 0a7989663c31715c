/* Bytes as a decimal number, held against strtod; and as a double, printed and read back. */
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "shortlist/number.h"

static bool is_same(double a, double b)
{
    return !(a < b) && !(a > b) && isfinite(a) && isfinite(b);
}

/* The number that is the whole of a text. */
static double read_whole(const char *text, size_t length)
{
    double value = 0;
    size_t used = 0;
    must(strlen(text) == length && length < NUMBER_SIZE, "a printed number has its length");
    must(number_parse((struct text){text, length}, &value, &used) == NUMBER_FINE && used == length,
         "a printed number can be read");
    return value;
}

static void check_printed(double value)
{
    char text[NUMBER_SIZE];
    size_t length = number_shortest(value, text);
    must(is_same(read_whole(text, length), value), "number_shortest reads back as it was");
    must(is_same(strtod(text, NULL), value), "strtod reads number_shortest as it was");
    length = number_plain(value, text);
    /* Rounded to 15 digits, the largest doubles lie beyond the range. */
    if (fabs(value) < 1e308)
        must(fabs(read_whole(text, length) - value) <= fabs(value) * 1e-14 + 1e-300,
             "number_plain is near");
    for (int decimals = 0; decimals <= 6; decimals++) {
        length = number_fixed(value, decimals, text);
        must(number_equal(read_whole(text, length), number_round(value, decimals)),
             "number_fixed is number_round");
    }
}

static void check_parsed(struct text text)
{
    double value = 0;
    size_t used = 0;
    enum number_fault fault = number_parse(text, &value, &used);
    if (fault != NUMBER_FINE) {
        must(is_same(value, 0), "a faulty number is 0");
        must(number_hint(fault) != NULL, "every fault has a hint");
        return;
    }
    must(used > 0 && used <= text.len, "a number lies within its text");
    char *copy = strndup(text.ptr, used);
    char *end = NULL;
    must(is_same(strtod(copy, &end), value), "number_parse agrees with strtod");
    must(end == copy + used, "strtod reads as far as number_parse");
    free(copy);
    check_printed(value);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    double value = 0;
    check_parsed(text_of_bytes(bytes, size));
    if (size >= sizeof value) {
        memcpy(&value, bytes, sizeof value);
        if (isfinite(value))
            check_printed(value);
    }
    return 0;
}
