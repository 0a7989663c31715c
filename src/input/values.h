/* Values as people write them: units, dates and words of other habits, and what to write instead.
 */
#ifndef SHORTLIST_INPUT_VALUES_H
#define SHORTLIST_INPUT_VALUES_H

#include <stdbool.h>

#include "shortlist/date.h"
#include "shortlist/problem.h"
#include "shortlist/text.h"

/* Without blanks at both ends, of which U+00A0 and U+202F, as word processors set before a unit,
 * are some too. */
struct text trim_blanks(struct text text);

/* The same without line ends at both ends. */
struct text trim_space(struct text text);

/* Whether two names are the same but for the case of ASCII letters and the width of blanks. */
bool is_same_name(struct text a, struct text b);

/* Whether a number is written as 12.000, which may have been meant as twelve thousand. */
bool looks_like_thousands(struct text number);

/* The warning of such a number, which was read as a small one. */
void warn_of_thousands(struct problems *problems, struct text number, struct place place);

/* Whether letters or a sign stand behind a number, as a unit does; not 12-14, 1.4.0. */
bool is_unit(struct text rest);

/* Whether a word says that there is no answer: n.a., none. */
bool means_not_applicable(struct text text);

/* A hint at the very day where a text can be read as one day only (31.12.2026), else at the form.
 */
void hint_date(struct problems *problems, struct text text);

/* A hint where a word says yes or no in another way: Ja, y, on. */
void hint_truth(struct problems *problems, struct text text);

#endif
