/* What the user asked for, as the options fill it in. */
#ifndef SHORTLIST_CLI_REQUEST_H
#define SHORTLIST_CLI_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/arena.h"
#include "shortlist/load.h"
#include "shortlist/pack.h"
#include "shortlist/problem.h"
#include "shortlist/problem_formats.h"
#include "shortlist/render.h"
#include "shortlist/template.h"

/* Exit status; the worst of a run counts. */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_GATE = 1,   /* --fail-on was met; check found errors */
    EXIT_USAGE = 2,  /* wrong usage */
    EXIT_SYSTEM = 3, /* cannot read, cannot write, no memory */
    EXIT_INPUT = 4   /* the inputs have errors and nothing was scored */
};

/* The commands that an option belongs to, as bits. */
enum {
    FOR_SCORE = 1,
    FOR_EXPLAIN = 2,
    FOR_COMPARE = 4,
    FOR_PANEL = 8,
    FOR_REPORTS = 15,
    FOR_CHECK = 16,
    FOR_SCHEMA = 32,
    FOR_TEMPLATE = 64,
    FOR_PACKS = 128,
    FOR_INIT = 256,
    /* what is no option are words of their own */
    WITHOUT_FILES = FOR_SCHEMA | FOR_PACKS | FOR_INIT
};

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct request {
    struct arena *arena;
    int command; /* FOR_SCORE, … */
    struct input_options input;
    struct paths positional; /* what is no option: vendors first, then files */
    const struct renderer *renderer;
    const struct problem_format *problem_format; /* of check; NULL: as the environment wants */
    const struct template_format *template_format;
    const struct pack_format *pack_format;
    const char *output; /* -o, or NULL */
    enum color_choice color;
    bool ascii;
    bool quiet;
    bool cards;
    bool provisional;
    bool no_criteria;
    bool wide;
    bool excel;
    bool raw;
    bool delimits;  /* --delimiter of template was given: */
    char delimiter; /* what separates the cells of what is written; 0: a comma */
    bool weights;
    bool ratings;
    size_t top;
    int fail_on; /* enum severity, or -1 */
    bool strict;
    bool ignored[PROBLEM_CODES]; /* --ignore */
    bool only[PROBLEM_CODES];    /* --only */
    bool has_only;
    bool help;
    bool version;
};

/* Adds a path to a list. */
void paths_add(struct paths *paths, const char *path, struct arena *arena);

#endif
