/* The files that a new evaluation begins with, beside its criteria. */
#ifndef SHORTLIST_STARTER_H
#define SHORTLIST_STARTER_H

#include <stdint.h>

#include "shortlist/criteria.h"
#include "shortlist/profile.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

/*
 * A profile to edit: each need with the value that it has, above it what the criteria file says
 * about it in a comment and what it may be; the weights of the categories as comments. The criteria
 * are as read, without errors; the bytes of their file are still there.
 */
void starter_profile(const struct criteria *criteria, struct sink *sink);

/*
 * A profile that is there, to edit: its bytes, and as comments the needs of the criteria that it
 * leaves alone, as above: below its own where these have lines of their own, so that taking away a
 * # states one; else at the end. The profile was merged into the criteria without errors; the bytes
 * of both files are still there.
 */
void starter_profile_copy(const struct criteria *criteria, const struct profile *profile,
                          struct sink *sink);

/* What the README is about. */
struct starter {
    const struct criteria *criteria; /* linked */
    struct text pack;                /* as the user named it; its name tells what is judged */
    struct text profile;             /* the same; empty: the profile was made by starter_profile */
    int32_t today;                   /* days since 1970-01-01 */
};

/* What is in the folder, and what to do next, with commands to copy; as Markdown. */
void starter_readme(const struct starter *starter, struct sink *sink);

#endif
