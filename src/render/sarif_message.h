/* Messages as SARIF's plain text has them, in which `[text](where)` is a link. */
#ifndef SHORTLIST_RENDER_SARIF_MESSAGE_H
#define SHORTLIST_RENDER_SARIF_MESSAGE_H

#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/text.h"

/* A text from a file: nothing in it steers or hides text, or is a link. Never empty, for SARIF
 * knows no empty message. */
struct text sarif_words(struct text text, struct arena *arena);

/*
 * The message of a problem; below it each second place, as a link to the related location with its
 * number among the second places (from 1), and each hint.
 */
struct text sarif_message(const struct problem *problem, struct arena *arena);

#endif
