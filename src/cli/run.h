/* What score, explain, compare and panel have in common: read, link, judge, write one report. */
#ifndef SHORTLIST_CLI_RUN_H
#define SHORTLIST_CLI_RUN_H

#include "progress_line.h"
#include "request.h"
#include "shortlist/evaluation.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"
#include "shortlist/render.h"
#include "shortlist/settle.h"
#include "shortlist/waivers.h"

struct run {
    const struct request *request;
    struct arena arena;
    struct problems problems;
    struct inputs inputs;
    struct settlement settlement;
    struct evaluation evaluation;
    struct waivers waivers;
    struct report report;
    struct progress_line line;
    struct progress *watcher; /* of it, or NULL: nobody watches */
};

/*
 * Reads all inputs, prints what is wrong with them, and judges the vendors. EXIT_DONE when there
 * is something to report; EXIT_USAGE after a message when the report would overwrite an input;
 * run_release in every case.
 */
enum exit_status run_begin(struct run *run, const struct request *request);

/* Settles and judges what was read, and adds what only that shows to the problems. */
void run_judge(struct run *run);

/* The same of the criteria and profiles alone: EXIT_DONE when they have no errors. */
enum exit_status run_read_criteria(struct run *run, const struct request *request);

/* The same, and whose answers are among the files: nobody's may be, and errors in answers, ratings
 * or decisions are only told. */
enum exit_status run_read_vendors(struct run *run, const struct request *request);

/* Fills in the titles of the profiles that were read, in run->report. */
void run_list_profiles(struct run *run);

void run_release(struct run *run);

/* A vendor by its id; NULL result (NOWHERE) after a message that names the near ones. */
uint32_t run_vendor(struct run *run, const char *id);

/* A note that names the stamps of the report, about these vendors, where its format has no place
 * for them. */
void run_note_stamps(struct run *run, const uint32_t *vendors, size_t count);

/* The same of a report about all of them. */
void run_note_all_stamps(struct run *run);

/* Writes a report to standard output or -o by calling `write`. */
enum exit_status run_write(struct run *run,
                           void (*write)(const struct run *run, const void *subject,
                                         struct sink *sink),
                           const void *subject);

#endif
