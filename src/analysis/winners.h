/* Who wins, with all raters and without each of them. */
#ifndef SHORTLIST_ANALYSIS_WINNERS_H
#define SHORTLIST_ANALYSIS_WINNERS_H

#include "shortlist/panel.h"

/* The best ranked vendors. In `arena`. */
struct winners winners_of(const struct evaluation *evaluation, struct arena *arena);

/* Fills panel->without, from panel->winners; leaves the other three as they were, but moves what
 * the settlement holds. */
void panel_leave_out(struct panel *panel, struct answers *answers, struct decisions *decisions,
                     struct settlement *settlement, struct arena *arena);

#endif
