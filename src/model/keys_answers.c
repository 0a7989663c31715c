/* The key tables of answers files. */
#include "key_rows.h"

#include "shortlist/answers.h"

/* Nobody grades himself: `verified` is the buyer's word. */
static const char *const vendor_evidence_words[] = {"claimed", "documented", NULL};

static const struct key answer_keys[] = {
    {
        .name = "value",
        .shape = SHAPE_ANSWER,
        .doc = "the answer itself; open when it is left out",
    },
    {
        .name = "evidence",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct long_answer, evidence),
        .words = vendor_evidence_words,
        .first_choice = EVIDENCE_CLAIMED,
        .doc = "claimed (default) or documented; verified is the buyer's word",
    },
    {
        .name = "expires",
        .shape = SHAPE_DATE,
        .offset = offsetof(struct long_answer, expires),
        .doc = "the last day on which the evidence holds",
    },
    {
        .name = "source",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct long_answer, source),
        .doc = "where the evidence lies",
    },
    {
        .name = "note",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct long_answer, note),
        .doc = "a remark",
    },
};

const struct key_table keys_answer = {
    .name = "an answer",
    .keys = answer_keys,
    .count = KEY_COUNT(answer_keys),
    .place_offset = NO_PLACE,
};

static const struct key answers_keys[] = {
    {
        .name = "shortlist-answers",
        .shape = SHAPE_KIND,
        .required = true,
        .doc = "the format version: 1; must be the first key",
    },
    {
        .name = "vendor",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct vendor_header, name),
        .doc = "the vendor's name in reports; default: its id",
    },
    {
        .name = "id",
        .shape = SHAPE_ID,
        .offset = offsetof(struct vendor_header, id),
        .doc = "small letters, digits, - and _; default: made from the file's name",
    },
    {
        .name = "answers",
        .shape = SHAPE_ANSWERS,
        .required = true,
        .table = &keys_answer,
        .doc = "the answers by criterion id",
    },
};

const struct key_table keys_answers = {
    .name = "an answers file",
    .keys = answers_keys,
    .count = KEY_COUNT(answers_keys),
    .place_offset = NO_PLACE,
};
