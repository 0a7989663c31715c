/*
 * Flags: what the rules, the minimums of categories and the program itself raise about a vendor,
 * and the ids by which reports and waivers name them.
 */
#ifndef SHORTLIST_FLAGS_H
#define SHORTLIST_FLAGS_H

#include "shortlist/criteria.h"
#include "shortlist/text.h"

/* What a flag is about. All but the first two are built in, and fire once a criterion. */
enum flag_kind {
    FLAG_RULE,
    FLAG_MINIMUM,    /* minimum_CATEGORY */
    FLAG_EXPIRED,    /* expired_evidence */
    FLAG_CONFLICT,   /* raters_conflict */
    FLAG_DISPUTED,   /* answer_disputed */
    FLAG_DISAGREE,   /* raters_disagree */
    FLAG_NA_CLAIMED, /* not_applicable_claimed */
    FLAG_KINDS
};

/* The ids of the built-in flags, "" of the first two kinds. [flag_kind] */
extern const char *const flag_ids[FLAG_KINDS];

/* Their severities; that of FLAG_RULE is its rule's own, and not meant. [flag_kind] */
extern const enum severity flag_severities[FLAG_KINDS];

/* The built-in flag with this id, or FLAG_KINDS. */
enum flag_kind flag_built_in_find(struct text id);

/* What the id of a minimum's flag begins with; that of the category follows. */
extern const struct text minimum_prefix;

#endif
