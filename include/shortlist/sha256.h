/* SHA-256 of a text, as 64 lower-case hexadecimal digits and a NUL. */
#ifndef SHORTLIST_SHA256_H
#define SHORTLIST_SHA256_H

#include "shortlist/text.h"

enum { SHA256_SIZE = 65 };

void sha256_print(struct text text, char out[static SHA256_SIZE]);

#endif
