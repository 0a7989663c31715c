/*
 * What the fuzz targets share: one trial takes bytes through the readers, linking, judging and
 * rendering, as the program does but for the disk; and what must hold of what comes out.
 */
#ifndef FUZZ_SUPPORT_H
#define FUZZ_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/decisions.h"
#include "shortlist/evaluation.h"
#include "shortlist/problem.h"
#include "shortlist/ratings.h"
#include "shortlist/settle.h"

/* The one entry of a target; libFuzzer and replay.c call it. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { BUYER_FILES = 2 }; /* of ratings, in a trial */

/* `struct trial trial = {0};` is none; trial_release frees. */
struct trial {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source answers_source;
    struct source ratings_sources[BUYER_FILES];
    struct source decisions_source;
    struct criteria criteria;
    struct answers answers;
    struct ratings ratings;
    struct decisions decisions;
    struct settlement settlement;
};

/* Criteria of every type, form, stage and kind of rule. */
extern const char fixed_criteria[];

/* For these criteria: three vendors, of which `full` answers everything, `partly` some and `silent`
 * nothing; a rater; and a panel's decisions. All without errors. */
extern const char fixed_vendors[];
extern const char fixed_ratings[];
extern const char fixed_decisions[];

/* 2026-11-21, which every trial is judged as of. */
enum { AS_OF = 20778 };

struct text text_of_bytes(const uint8_t *bytes, size_t size);

/* Each is false when there were errors. The bytes must stay until trial_release. */
bool trial_read_criteria(struct trial *trial, struct text bytes);
bool trial_link(struct trial *trial);

/* After trial_link; call it once. Vendors whose document has errors are unread. */
void trial_read_answers(struct trial *trial, struct text bytes);

/* After trial_read_answers; call it once. At most BUYER_FILES ratings files; no decisions file
 * where that is empty. What it adds with errors cannot be reported. */
bool trial_read_buyer(struct trial *trial, const struct text *ratings, size_t count,
                      struct text decisions);

/* Judges, in chunks of the size (0: the usual one), and renders every report in every format. */
void trial_report(struct trial *trial, size_t chunk);

/* Prints the problems into nothing, and frees. */
void trial_release(struct trial *trial);

/* Ends the program with the words unless the condition holds. */
void must(bool holds, const char *words);

#endif
