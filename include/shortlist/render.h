/*
 * Renderers: one file a format, a table row each. They compute nothing; they escape for their own
 * target everything that came from a file.
 */
#ifndef SHORTLIST_RENDER_H
#define SHORTLIST_RENDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/compare.h"
#include "shortlist/criteria.h"
#include "shortlist/evaluation.h"
#include "shortlist/evaluators.h"
#include "shortlist/panel.h"
#include "shortlist/progress.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"
#include "shortlist/waivers.h"

/* A file that the report is made from. */
struct report_file {
    const char *role; /* "criteria", "profile", "answers", … */
    struct text path;
    const char *sha256; /* or NULL */
};

struct report {
    const struct evaluation *evaluation;
    const struct waivers *waivers;   /* what they change; never NULL */
    const char *version;             /* of the program */
    const struct report_file *files; /* the criteria file first */
    size_t file_count;
    const struct text *profile_titles; /* of the profiles, in the order applied; may be empty */
    size_t profile_count;
    const char *const *changes; /* the what-if options as typed: "--need hours_week=168" */
    size_t change_count;
    bool what_if;
    bool provisional; /* --provisional was given */
    /* How to show it: */
    size_t width; /* columns of the terminal; 0: unlimited */
    bool color;
    bool ascii;       /* nothing but ASCII is drawn (texts from files are shown as they are) */
    bool cards;       /* score: a scorecard a vendor */
    bool no_criteria; /* json: leave the criteria out */
    bool wide;        /* csv, score: a column a criterion, with its points */
    bool excel;       /* csv: begin with a byte order mark */
    bool raw;         /* csv: texts as they are, also those that a spreadsheet takes for formulas */
    size_t top;       /* score: only the best N; 0: all */
    struct progress *progress; /* who watches, or NULL */
};

struct renderer {
    const char *name;    /* of --format */
    const char *summary; /* one line, for help */
    bool hashes;         /* shows the checksums of the inputs */
    bool unstamped;      /* has no place for stamps */
    void (*score)(const struct report *report, struct sink *sink);
    void (*explain)(const struct report *report, uint32_t vendor, struct sink *sink);
    void (*compare)(const struct report *report, const struct comparison *comparison,
                    struct sink *sink);
    void (*panel)(const struct report *report, const struct panel *panel, struct sink *sink);
};

/* All formats; the first is the default. */
extern const struct renderer renderers[];
extern const size_t renderer_count;

/* The stamps of a report about these vendors, as "what-if, conditional"; empty when it bears none.
 * Lives in the arena. */
struct text report_stamps(const struct report *report, const uint32_t *vendors, size_t count,
                          struct arena *arena);

#endif
