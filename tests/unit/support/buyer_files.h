/*
 * Ratings and decisions from strings, checked against fixed criteria and answers, without a disk:
 * for tests of what is read and what is refused.
 */
#ifndef SUPPORT_BUYER_FILES_H
#define SUPPORT_BUYER_FILES_H

#include "../../../src/input/buyer.h"

/*
 * The criteria. Of the buyer: `tone` (rating), `hours` (number), `remark` (text). Of the vendor:
 * `iso` (yes_no, proof), `attrition` (number, %, 0..400), `model` (choice: none, some, all),
 * `parts` (set: a, b), `since` (date), `gone` (number, dropped). `cost` is computed. A rule
 * `high_attrition`; category `c` has a minimum, category `d` has none.
 */
enum { TONE, HOURS, REMARK, ISO, ATTRITION, MODEL, PARTS, SINCE, GONE, COST };

/* The vendors that were read, in their order: `acme` (iso n/a, attrition 28) and `bolt` (nothing).
 * `crash` is unread. */
enum { ACME, BOLT };

enum { BUYER_FILES = 4 };

struct buyer_files {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source answers_source;
    struct source sources[2 * BUYER_FILES]; /* named 1.yaml, 2.yaml, … */
    struct criteria criteria;
    struct answers answers;
    struct ratings ratings;
    struct decisions decisions;
};

/* What is not as usual. */
struct buyer_setting {
    const char *answers; /* other answers files, as one */
    bool unchecked;      /* the criteria have errors */
    bool not_all_taken;  /* some file was not taken */
};

/* Reads ratings files, then decisions files; each list ends in NULL and may be NULL. All is sorted.
 */
void read_buyer_files(struct buyer_files *files, struct buyer_setting setting,
                      const char *const *ratings, const char *const *decisions);
void release_buyer_files(struct buyer_files *files);

/* One file, and what is told of it: see told_whole. */
struct buyer_example {
    const char *yaml;
    const char *problems;
};

enum buyer_kind { AS_RATINGS, AS_DECISIONS };

/* Fails the test when anything else is told of one of the files. */
void check_buyer_examples(enum buyer_kind kind, const struct buyer_example *examples, size_t count,
                          struct buyer_setting setting);

#endif
