/* Problems as text, for tests of what is told about an input; and sources from strings. */
#ifndef SUPPORT_TOLD_H
#define SUPPORT_TOLD_H

#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"

/* A source of these bytes, named "test". */
struct source source_of(const char *bytes);
struct source source_of_text(struct text bytes);

/* Each problem as "LINE:COLUMN code", one a line, sorted; notes and hints are left out. */
const char *told(struct problems *problems, struct arena *arena);

/* The same with messages, and with notes and hints on lines of their own. */
const char *told_whole(struct problems *problems, struct arena *arena);

#endif
