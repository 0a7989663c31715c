/* The reports of a fixture as texts, and what they say. */
#ifndef SUPPORT_REPORTS_H
#define SUPPORT_REPORTS_H

#include <stdint.h>

#include "fixture.h"
#include "shortlist/render.h"
#include "shortlist/text.h"

/*
 * Each makes a report in a format. `report` says how to show it; the evaluation, its waivers and
 * the version are filled in. The text lives in the fixture's arena and ends in a NUL.
 */
struct text report_score(struct fixture *fixture, const char *format, struct report report);
struct text report_explain(struct fixture *fixture, const char *format, struct report report,
                           uint32_t vendor);
struct text report_compare(struct fixture *fixture, const char *format, struct report report,
                           uint32_t a, uint32_t b);
struct text report_panel(struct fixture *fixture, const char *format, struct report report);

/* Each fails the test, and shows the text, where it does not hold. */
void assert_says(struct text text, const char *words);
void assert_silent(struct text text, const char *words);

#endif
