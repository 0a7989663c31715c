/* Problems in each format: the entries of the table of formats, and what several of them share. */
#ifndef SHORTLIST_RENDER_PROBLEMS_H
#define SHORTLIST_RENDER_PROBLEMS_H

#include "shortlist/problem_formats.h"

void problems_text(const struct problem_report *report, struct sink *sink);
void problems_json(const struct problem_report *report, struct sink *sink);
void problems_github(const struct problem_report *report, struct sink *sink);
void problems_sarif(const struct problem_report *report, struct sink *sink);
void problems_junit(const struct problem_report *report, struct sink *sink);

/* The line that closes a report for people: "7 files checked: 3 errors, 2 warnings". */
void problems_close(const struct problem_report *report, struct sink *sink);

/* The name of the problem's source; empty when it has none. */
struct text problem_source(const struct problem *problem);

/* True for the last problem of its source. */
bool problem_is_last(const struct problems *problems, size_t position);

/* True for a second place, false for a hint. */
bool note_has_place(const struct problem_note *note);

#endif
