/*
 * From files to the model, in two steps with the linking of expressions (link.h) between them:
 * inputs_open finds every file, tells its kind, reads criteria and profiles and merges them;
 * inputs_read_answers reads what vendors, raters and the panel say. Nothing stops at the first
 * problem.
 */
#ifndef SHORTLIST_LOAD_H
#define SHORTLIST_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/decisions.h"
#include "shortlist/problem.h"
#include "shortlist/profile.h"
#include "shortlist/progress.h"
#include "shortlist/ratings.h"
#include "shortlist/sha256.h"

struct paths {
    const char **items;
    size_t count;
};

struct input_options {
    struct paths files;    /* of any kind: files, folders, "-" */
    struct paths answers;  /* -a: answers only */
    struct paths profiles; /* -p, in order; after those among `files` */
    const char *criteria;  /* -c, or NULL */
    struct paths needs;    /* --need NAME=VALUE */
    struct paths weights;  /* --weight ID=N */
    bool has_as_of;        /* --as-of */
    int32_t as_of;
    int32_t today;             /* what as-of is when nobody says */
    bool hash;                 /* fill in input_file.sha256 */
    char delimiter;            /* --delimiter, of all CSV files; 0: told from the header of each */
    struct progress *progress; /* who watches, or NULL */
    /* Files are only checked: criteria and answers may be missing, and several criteria files are
     * read, each by itself. The bytes of all files but answers stay until inputs_release. */
    bool alone;
};

enum file_role {
    ROLE_CRITERIA,
    ROLE_PROFILE,
    ROLE_ANSWERS,
    ROLE_RATINGS,
    ROLE_DECISIONS,
    FILE_ROLES
};

/* "criteria", "profile", "answers", …; NULL-terminated. */
extern const char *const file_role_words[];

struct input_file {
    enum file_role role;
    const char *path;
    bool answers_only;     /* came by -a */
    size_t order;          /* in which profiles apply */
    struct source *source; /* bytes are empty while not needed */
    char sha256[SHA256_SIZE];
};

struct inputs {
    struct arena arena;
    struct input_file *files; /* criteria, profiles in the order applied, then answers, ratings and
                                 decisions, each by path */
    size_t file_count;
    struct criteria criteria;
    struct criteria *others; /* of further criteria files, where files are only checked */
    size_t other_count;
    struct profile *profiles; /* in the order applied */
    size_t profile_count;
    struct answers answers;
    struct ratings ratings;
    struct decisions decisions;
    int32_t as_of;
    bool what_if;         /* --need or --weight changed something */
    bool has_criteria;    /* a criteria file was read, with or without errors */
    bool criteria_faulty; /* it has errors: nothing else is checked against it */
    bool system_failed;   /* a file could not be read: exit status 3 */
    bool files_refused;   /* a file was not taken: what seems to be missing may be in it */
    bool buyer_faulty;    /* ratings or decisions have errors: nothing can be scored */
};

/* `inputs` is zeroed by the caller; inputs_release frees it in every case. */
void inputs_open(struct inputs *inputs, const struct input_options *options,
                 struct problems *problems);

/*
 * Reads all answers, checked against the criteria unless those have errors themselves (then only
 * by themselves). Vendors whose document has errors are kept as unread. Then ratings and decisions,
 * checked against both. All results are sorted; nothing is settled yet (settle.h).
 */
void inputs_read_answers(struct inputs *inputs, const struct input_options *options,
                         struct problems *problems);

void inputs_release(struct inputs *inputs);

#endif
