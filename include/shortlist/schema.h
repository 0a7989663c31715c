/*
 * JSON Schemas (draft-07) of the file kinds, made from the key tables: for completion, hover texts
 * and errors in editors. They are one-sided: what a schema rejects the loader rejects, while much
 * that the loader rejects a schema cannot see. Scalars are read by their declared type, so a schema
 * takes whatever parsers of YAML 1.1 and 1.2 make of them: `no` may come as a text or as false.
 */
#ifndef SHORTLIST_SCHEMA_H
#define SHORTLIST_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "shortlist/criteria.h"
#include "shortlist/keys.h"
#include "shortlist/sink.h"

struct schema_kind {
    const char *word; /* "criteria", "profile", … */
    const struct key_table *table;
    const struct key_table *long_form; /* of what criteria give names and types to; NULL: of
                                          nothing, the schema is the same for all criteria */
};

/* In the order of file_kind_keys. */
extern const struct schema_kind schema_kinds[];
extern const size_t schema_kind_count;

/* The kind of that word, or NULL. */
const struct schema_kind *schema_find(const char *word);

/*
 * Writes the schema of a kind; with criteria (not NULL), linked and free of errors, that of the
 * files that go with them: their ids, types, options and ranges, with the questions as
 * descriptions.
 */
void schema_write(const struct schema_kind *kind, const struct criteria *criteria,
                  struct sink *sink);

#endif
