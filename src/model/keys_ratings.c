/* The key tables of ratings files. */
#include "key_rows.h"

#include "shortlist/ratings.h"

static const struct key rating_keys[] = {
    {
        .name = "value",
        .shape = SHAPE_ANSWER,
        .doc = "what was judged or found; n/a: this rater abstains",
    },
    {
        .name = "evidence",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct long_rating, evidence),
        .words = &evidence_words[EVIDENCE_CLAIMED],
        .first_choice = EVIDENCE_CLAIMED,
        .doc = "what this rater has seen of it",
    },
    {
        .name = "note",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct long_rating, note),
        .doc = "a remark",
    },
};

const struct key_table keys_rating = {
    .name = "a rating",
    .keys = rating_keys,
    .count = KEY_COUNT(rating_keys),
    .place_offset = NO_PLACE,
};

static const struct key ratings_keys[] = {
    {
        .name = "shortlist-ratings",
        .shape = SHAPE_KIND,
        .required = true,
        .doc = "the format version: 1; must be the first key",
    },
    {
        .name = "rater",
        .shape = SHAPE_WORD,
        .offset = offsetof(struct ratings_header, rater),
        .required = true,
        .doc = "who rates: a name or a role, at most 64 characters; one file a person",
    },
    {
        .name = "ratings",
        .shape = SHAPE_RATINGS,
        .required = true,
        .table = &keys_rating,
        .doc = "the ratings by vendor id and criterion id",
    },
};

const struct key_table keys_ratings = {
    .name = "a ratings file",
    .keys = ratings_keys,
    .count = KEY_COUNT(ratings_keys),
    .place_offset = NO_PLACE,
};
