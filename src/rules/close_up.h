/* A vendor seen close up: its chunk of one, with the context in which its expressions can be read
 * again. */
#ifndef SHORTLIST_RULES_CLOSE_UP_H
#define SHORTLIST_RULES_CLOSE_UP_H

#include "rules.h"

struct close_up {
    struct scoring scoring;
    struct chunk chunk;
    struct expr_context context;
};

/* Makes the context, without scores; `scratch` is for what expressions make on the way. */
void close_up_open(struct close_up *close_up, const struct evaluation *evaluation,
                   struct arena *scratch);

/* Adds points and scores. */
void close_up_score(struct close_up *close_up, const struct evaluation *evaluation, uint32_t vendor,
                    struct arena *arena);

/* The flags of the card's vendor, the rules that wait, and the decisions about it. */
void card_findings(struct card *card, const struct evaluation *evaluation,
                   const struct close_up *close_up, struct arena *arena);

#endif
