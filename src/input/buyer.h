/*
 * What the buyer says about the vendors: ratings and decisions. Both name vendors and criteria, are
 * checked against criteria and answers, and are refused as a whole when anything in them is wrong.
 */
#ifndef SHORTLIST_INPUT_BUYER_H
#define SHORTLIST_INPUT_BUYER_H

#include <stdbool.h>
#include <stdint.h>

#include "readers.h"
#include "shortlist/decisions.h"
#include "shortlist/names.h"
#include "shortlist/ratings.h"

struct buyer_reader {
    const struct criteria *criteria; /* NULL: faulty, files are read by themselves only */
    const struct answers *answers;   /* sorted */
    struct problems *problems;
    bool has_all_vendors; /* no vendor can be missing because its answers were not read */
    struct arena scratch; /* of one file */
    struct value_reader values;
    struct criterion_keys keys;
    struct names rules; /* by id */
    struct arena arena;
};

/*
 * The reader keeps its place in memory; buyer_reader_end frees. `all_taken` is false when a file
 * was not taken, in which answers may stand.
 */
void buyer_reader_begin(struct buyer_reader *reader, const struct criteria *criteria,
                        const struct answers *answers, bool all_taken, struct problems *problems);
void buyer_reader_end(struct buyer_reader *reader);

/* --- Ratings (read_ratings.c) ------------------------------------------------------------- */

/* Adds a rater with all ratings of a file; those of unread vendors are checked only. */
void read_ratings(struct buyer_reader *reader, const struct source *source,
                  struct ratings *ratings);

/* Adds a rater with all ratings of a tree: what a document of the kind holds. */
void read_rater(struct buyer_reader *reader, struct yaml_node *root, struct ratings *ratings);

/*
 * The same as read_ratings of a CSV file with a row a rater and vendor, of as many raters as it
 * names (read_ratings_table.c). The delimiter is told from the header unless it is given (0: not).
 */
void read_ratings_table(struct buyer_reader *reader, struct source *source, char delimiter,
                        struct ratings *ratings);

/* --- Decisions (read_decisions.c) --------------------------------------------------------- */

/* Adds all decisions of a file; those about unread vendors are checked only. */
void read_decisions(struct buyer_reader *reader, const struct source *source,
                    struct decisions *decisions);

/* After decisions_sort: adds a problem for every decision on a thing that is decided already. */
void refuse_two_decisions(const struct buyer_reader *reader, const struct decisions *decisions);

/* Takes out, with a note, what changes nothing: evidence for an answer that is not there. Both are
 * sorted and without errors. */
void drop_idle_decisions(const struct buyer_reader *reader, const struct ratings *ratings,
                         struct decisions *decisions);

/* --- Parts -------------------------------------------------------------------------------- */

/* The map from vendor ids that belongs to a key of the root, without duplicates; NULL when there is
 * none, or it is empty. */
struct yaml_node *buyer_vendors(const struct buyer_reader *reader, const struct yaml_node *root,
                                struct text name);

/* Whether no answers are of the vendor with this id, read or unread. */
bool buyer_lacks_vendor(const struct buyer_reader *reader, struct text id);

/*
 * The vendor that a key of the map names, or NOWHERE: then what stands below it can only be checked
 * by itself. A vendor that is lacking is told as `code`.
 */
uint32_t buyer_vendor(const struct buyer_reader *reader, const struct yaml_node *map,
                      const struct yaml_node *key, enum problem_code code);

/* The problem of a word about a computed criterion, and what to do instead. */
void refuse_computed(const struct buyer_reader *reader, const struct yaml_node *key,
                     const char *hint);

/* The problem of a rating of one (read_ratings.c). */
void refuse_computed_rating(const struct buyer_reader *reader, const struct yaml_node *key);

/* The problem of ratings written for other criteria, by the keys that are open (read_ratings.c). */
void refuse_foreign_ratings(const struct buyer_reader *reader, struct place place);

/* Where a decision belongs, and what it has in common with the others of its file. */
struct deciding {
    struct buyer_reader *reader;
    struct decisions *decisions;
    const struct decisions_header *header;
    uint32_t vendor; /* NOWHERE: to be checked only */
    struct text vendor_id;
};

/* Adds a decision; of the vendor, the header and the place nothing needs to be filled in. */
void add_decision(const struct deciding *deciding, const struct yaml_node *key,
                  struct decision decision, enum answer_type type);

/* The reason behind a key; an empty text, with a problem, when there is none. `what` is decided
 * about `about`. */
struct text read_reason(const struct buyer_reader *reader, const struct yaml_node *key,
                        const char *what, struct text about);

/* The problem of a decision without one. */
void refuse_no_reason(const struct buyer_reader *reader, struct place place, const char *what,
                      struct text about);

/* One decision about an answer (read_decision.c); the criterion is NOWHERE where it is not known.
 */
void read_decision(const struct deciding *deciding, uint32_t criterion, struct yaml_node *key);

/* All waivers of a vendor (read_waivers.c). */
void read_waivers(const struct deciding *deciding, struct yaml_node *key);

#endif
