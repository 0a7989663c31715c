/* What an evaluation judges: vendors, or what a pack puts in their place. */
#ifndef SHORTLIST_RENDER_SUBJECTS_H
#define SHORTLIST_RENDER_SUBJECTS_H

#include "shortlist/text.h"

/* How to speak of it, to the people who begin an evaluation. All are Markdown. */
struct subject {
    const char *pack; /* the criteria pack that judges it; NULL: all others */
    const char
        *about; /* what the evaluation is, and what "vendor" stands for; with a blank behind it */
    const char *needs;    /* what profile.yaml says beside weights */
    const char *answers;  /* what lies in vendors/ */
    const char *step;     /* the heading over what to do first */
    const char *needed;   /* what to know of the needs, as a line; may be empty */
    const char *asking;   /* the heading over the questionnaire */
    const char *send;     /* what to do with it: "and send it out." */
    const char *put;      /* how its file is named in vendors/, and what else to see to */
    const char *read;     /* what the reports are good for, on a line of its own; may be empty */
    const char *id;       /* of an example */
    const char *excluded; /* why the example may be set aside */
};

/* By the name of a pack, or the path of its file. */
const struct subject *subject_of(struct text pack);

#endif
