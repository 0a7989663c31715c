/* Shares in words. */
#include "shares.h"

#include <math.h>
#include <stdio.h>

#include "shortlist/number.h"

const char *share_print(double share, char out[static SHARE_SIZE])
{
    char number[NUMBER_SIZE];
    number_plain(floor(share * 1e4 + 1e-6) / 100, number);
    (void)snprintf(out, SHARE_SIZE, "%.50s %%", number);
    return out;
}
