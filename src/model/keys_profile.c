/* The key table of profiles. */
#include "key_rows.h"

#include "shortlist/profile.h"

static const struct key profile_keys[] = {
    {
        .name = "shortlist-profile",
        .shape = SHAPE_KIND,
        .required = true,
        .doc = "the format version: 1; must be the first key",
    },
    {
        .name = "title",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct profile, title),
        .doc = "its name in reports; default: the file's name",
    },
    {
        .name = "needs",
        .shape = SHAPE_NEEDS,
        .table = &keys_need,
        .doc = "other values for needs, by id",
    },
    {
        .name = "weights",
        .shape = SHAPE_WEIGHTS,
        .offset = offsetof(struct profile, weights),
        .low = 0,
        .high = WEIGHT_LIMIT,
        .doc = "other weights, by category, criterion, or category.criterion",
    },
    {
        .name = "evidence",
        .shape = SHAPE_TABLE,
        .offset = offsetof(struct profile, evidence),
        .table = &keys_factors,
        .doc = "other evidence factors",
    },
};

const struct key_table keys_profile = {
    .name = "a profile",
    .keys = profile_keys,
    .count = KEY_COUNT(profile_keys),
    .place_offset = NO_PLACE,
};
