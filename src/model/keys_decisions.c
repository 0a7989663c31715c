/* The key tables of decisions files. */
#include "key_rows.h"

#include "shortlist/decisions.h"

static const char *const reason_words[] = {
    "reason",  "reasons", "because", "rationale", "justification", "explanation",
    "grounds", "comment", "remark",  "note",      "notes",         NULL,
};

static const struct key decision_keys[] = {
    {
        .name = "value",
        .shape = SHAPE_ANSWER,
        .doc = "what counts from now on, in the place of answers and ratings",
    },
    {
        .name = "accept_na",
        .shape = SHAPE_TRUTH,
        .offset = offsetof(struct long_decision, accept_na),
        .doc = "yes: the vendor's n/a is accepted, and the criterion is left out",
    },
    {
        .name = "evidence",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct long_decision, evidence),
        .words = &evidence_words[EVIDENCE_CLAIMED],
        .first_choice = EVIDENCE_CLAIMED,
        .doc = "the evidence that counts from now on; it ends an expiry",
    },
    {
        .name = "source",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct long_decision, source),
        .doc = "where the proof lies",
    },
    {
        .name = "why",
        .shape = SHAPE_REASON,
        .required = true,
        .meant_by = reason_words,
        .doc = "the reason",
    },
};

const struct key_table keys_decision = {
    .name = "a decision",
    .keys = decision_keys,
    .count = KEY_COUNT(decision_keys),
    .place_offset = NO_PLACE,
};

static const struct key decided_keys[] = {
    {
        .name = "answers",
        .shape = SHAPE_ENTRIES,
        .table = &keys_decision,
        .doc = "decisions about answers, by criterion id",
    },
    {
        .name = "waive",
        .shape = SHAPE_WAIVERS,
        .doc = "rules that do not hold for this vendor, each with the reason; a minimum is waived "
               "as minimum_CATEGORY",
    },
    {
        .name = "exclude",
        .shape = SHAPE_REASON,
        .doc = "the vendor is out: the reason",
    },
};

const struct key_table keys_decided = {
    .name = "the decisions about a vendor",
    .keys = decided_keys,
    .count = KEY_COUNT(decided_keys),
    .place_offset = NO_PLACE,
};

static const struct key decisions_keys[] = {
    {
        .name = "shortlist-decisions",
        .shape = SHAPE_KIND,
        .required = true,
        .doc = "the format version: 1; must be the first key",
    },
    {
        .name = "by",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct decisions_header, by),
        .doc = "who decided",
    },
    {
        .name = "date",
        .shape = SHAPE_DATE,
        .offset = offsetof(struct decisions_header, date),
        .doc = "the day of the decisions",
    },
    {
        .name = "decisions",
        .shape = SHAPE_ENTRIES,
        .required = true,
        .table = &keys_decided,
        .doc = "the decisions by vendor id",
    },
};

const struct key_table keys_decisions = {
    .name = "a decisions file",
    .keys = decisions_keys,
    .count = KEY_COUNT(decisions_keys),
    .place_offset = NO_PLACE,
};
