/* Criteria packs and profiles as text for people: a list of them, and one in full. */
#ifndef SHORTLIST_PACK_H
#define SHORTLIST_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/criteria.h"
#include "shortlist/profile.h"
#include "shortlist/sink.h"
#include "shortlist/text.h"

struct pack_format {
    const char *name;    /* of --format */
    const char *summary; /* one line, for help */
    bool markdown;
};

/* All formats; the first is the default. */
extern const struct pack_format pack_formats[];
extern const size_t pack_format_count;

struct pack_style {
    size_t width; /* columns of the terminal; 0: unlimited */
    bool color;
    bool ascii;
    bool markdown;
};

/* One entry of the list. */
struct pack_entry {
    struct text name; /* by which -c or -p finds it */
    struct text path; /* its file */
    struct text title;
    struct text revision;
    size_t categories, criteria, rules; /* of criteria */
    size_t needs, weights;              /* that a profile sets */
    struct text fits;                   /* of a profile: the names of the criteria it is for */
    bool faulty; /* it has errors: nothing else is known of it but name and path */
};

struct pack_entries {
    const struct pack_entry *items;
    size_t count;
};

/* The list: criteria packs, profiles, and what to do with them. */
void packs_print(const struct pack_entries *criteria, const struct pack_entries *profiles,
                 const struct pack_style *style, struct sink *sink);

/* A pack, and for whom: the titles of the profiles that were merged into it. */
struct pack {
    const struct criteria *criteria;
    const struct text *profile_titles;
    size_t profile_count;
};

/*
 * All of a pack: categories with their weights as bars, each criterion with its question and how
 * its points are earned, the rules in words; of needs also the comments above them in the file. The
 * criteria are linked and free of errors, and the bytes of their file are still there.
 */
void pack_print(const struct pack *pack, const struct pack_style *style, struct sink *sink);

/* All of a profile: the needs, weights and evidence factors that it sets, with the comments above
 * them in the file, whose bytes are still there. `fits` as in the list; may be empty. */
void profile_print(const struct profile *profile, struct text fits, const struct pack_style *style,
                   struct sink *sink);

#endif
