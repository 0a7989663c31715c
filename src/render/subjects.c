/* What an evaluation judges: vendors, or what a pack puts in their place. */
#include "subjects.h"

#include <stddef.h>

#include "shortlist/file.h"

/* The last one is for every pack that is not named. */
static const struct subject subjects[] = {
    {
        .pack = "readiness",
        .about = "An evaluation of your own firm: your own people answer, and nobody else is "
                 "asked. Where commands and\nreports say vendor, it is one answers file of "
                 "yours.\n",
        .needs = "what the search for a partner will be about",
        .answers = "your own answers, one file for the firm, or one for each of you who answers",
        .step = "Say what the search will be about",
        .needed = "",
        .asking = "Answer for yourselves",
        .send = "and fill it in: once\nfor the whole firm, or each head of department alone, to "
                "see where you differ.",
        .put = "Put what is filled in into `vendors/`, each file named for whoever answered: "
               "`vendors/support.yaml`.",
        .read = "\nOf one file, `score` and `explain` say all. Of several, `compare` shows the "
                "questions on which two of\nyou differ.",
        .id = "support",
        .excluded = "answered before the budget was known",
    },
    {
        .pack = "pilot-exit",
        .about = "An evaluation of pilots. Where commands and reports say vendor, it is one "
                 "pilot.\n",
        .needs = "the targets and the size that were agreed for the pilot",
        .answers = "the figures, one file for each pilot",
        .step = "Agree on the targets",
        .needed = "Agree on the needs with the vendor before the pilot begins, not afterwards.\n",
        .asking = "Collect the figures",
        .send = "and send it to the\nvendor of each pilot at its end.",
        .put = "Put what comes back into `vendors/`, one file for each pilot, named for it: "
               "`vendors/northwind.yaml`.",
        .read = "\nOne pilot alone is scored for a decision, several together for a choice.",
        .id = "northwind",
        .excluded = "ended after a week, before there were figures",
    },
    {
        .pack = "quarterly-review",
        .about = "A review of a partner, quarter by quarter. Where commands and reports say "
                 "vendor, it is one quarter.\n",
        .needs = "what the contract says",
        .answers = "the partner's figures, one file for each quarter",
        .step = "Enter what the contract says",
        .needed = "",
        .asking = "Collect the figures of a quarter",
        .send = "and send it to the\npartner at the end of each quarter.",
        .put = "Put what comes back into `vendors/`, one file for each quarter, named for it: "
               "`vendors/2026-q3.yaml`.\nIts line `vendor:` should name the quarter too: that is "
               "what reports show.",
        .read = "\nOnce there are two quarters, `compare` shows what moved between them.",
        .id = "2026-q3",
        .excluded = "the partner is counting again",
    },
    {
        .pack = NULL,
        .about = "An evaluation of vendors. ",
        .needs = "what you need",
        .answers = "the answers, one file for each vendor",
        .step = "Say what you need",
        .needed = "",
        .asking = "Ask the vendors",
        .send = "and send it out.",
        .put = "Put what comes back into `vendors/`, each file named for its vendor: "
               "`vendors/northwind.yaml`.",
        .read = "",
        .id = "northwind",
        .excluded = "withdrew its bid",
    },
};

const struct subject *subject_of(struct text pack)
{
    const struct subject *subject = subjects;
    while (subject->pack != NULL && !text_equal(file_stem(pack), text_from(subject->pack)))
        subject++;
    return subject;
}
