/* What the files of key tables share. */
#ifndef SHORTLIST_MODEL_KEY_ROWS_H
#define SHORTLIST_MODEL_KEY_ROWS_H

#include "shortlist/keys.h"

#define KEY_COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#endif
