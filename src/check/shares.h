/* Shares of the total, in words. */
#ifndef SHORTLIST_CHECK_SHARES_H
#define SHORTLIST_CHECK_SHARES_H

#include "shortlist/shares.h"

enum { SHARE_SIZE = 64 };

/* "0.95 %", rounded down, so that what lies under a limit is not shown as the limit. */
const char *share_print(double share, char out[static SHARE_SIZE]);

#endif
