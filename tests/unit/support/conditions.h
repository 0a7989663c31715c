/* Random conditions over the tender (tender.h), about few criteria each. */
#ifndef SUPPORT_CONDITIONS_H
#define SUPPORT_CONDITIONS_H

#include "chance.h"
#include "shortlist/arena.h"

/* Lives in the arena. */
const char *random_condition(struct chance *chance, struct arena *arena);

#endif
