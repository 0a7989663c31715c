/* Which options go with which formats. */
#ifndef SHORTLIST_CLI_OPTION_FORMATS_H
#define SHORTLIST_CLI_OPTION_FORMATS_H

#include <stdbool.h>

#include "request.h"

/* Whether all options that were given say something in the format; else a message. */
bool options_suit_format(const struct request *request);

#endif
