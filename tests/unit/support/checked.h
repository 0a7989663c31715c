/* What the checks of src/check/ tell, one code at a time. */
#ifndef SUPPORT_CHECKED_H
#define SUPPORT_CHECKED_H

#include "shortlist/check.h"
#include "fixture.h"

/* Some criteria, and where a check tells something about them. */
struct checked_case {
    const char *about;
    const char *criteria; /* the file after its first line */
    const char
        *told; /* "LINE text, LINE text": the places, of the whole file; "" where it is sound */
};

/* Checks each case alone, for one code; fails the test where another place is told. */
void check_cases(enum problem_code code, const struct checked_case *cases, size_t count);

#define CHECK_CASES(code, cases) check_cases(code, cases, sizeof(cases) / sizeof *(cases))

/* The problems of one code that check_criteria adds to a fixture that is linked, with messages,
 * notes and hints: see told_whole. */
const char *criteria_told(struct fixture *fixture, enum problem_code code);

/* The same of check_answers, of a fixture that is judged; "LINE:COLUMN message" without notes. */
const char *answers_told(struct fixture *fixture, enum problem_code code);

#endif
