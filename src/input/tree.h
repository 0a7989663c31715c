/*
 * One YAML document as a small tree of nodes, each with its place: what the decoding works on.
 * Nodes and their texts live in the arena that the document was read into.
 */
#ifndef SHORTLIST_INPUT_TREE_H
#define SHORTLIST_INPUT_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

enum yaml_kind {
    YAML_SCALAR,
    YAML_LIST,
    YAML_MAP,
    YAML_BAD /* its problem was told already: to be passed over in silence */
};

struct yaml_node {
    struct text text;        /* of a scalar, decoded */
    struct place place;      /* of a block collection only its beginning */
    struct yaml_node *items; /* list: its items; map: key, value, key, value, … */
    uint32_t count;          /* of items, or of pairs */
    uint8_t kind;            /* enum yaml_kind */
    uint8_t style;           /* enum scalar_style */
    bool flow;               /* a collection in brackets or braces */
    bool before_comment;     /* a plain value that a comment may have cut short: see comments.h */
};

/* --- Reading (yaml.c) --------------------------------------------------------------------- */

/* What a file may hold; more is a problem, and but for SCALAR_LIMIT the end of the reading. */
enum {
    DEPTH_LIMIT = 64,                  /* collections in collections */
    NODE_LIMIT = 200 * 1000,           /* of a document */
    DOCUMENT_LIMIT = 10 * 1024 * 1024, /* bytes of a document */
    SCALAR_LIMIT = 64 * 1024,          /* bytes of a scalar */
    FILE_LIMIT = 1024 * 1024 * 1024,   /* bytes of a file */
    DOCUMENTS_LIMIT = 1000 * 1000      /* documents of a file */
};

/* The documents of a source, read one after the other. */
struct documents;

enum document_result {
    DOCUMENT_READ,
    DOCUMENT_FAILED, /* with a problem; nothing more can be read */
    DOCUMENTS_END
};

/* The source's bytes must stay until documents_close. */
struct documents *documents_open(const struct source *source, struct problems *problems);

/* The next document into `arena`; `*root` is set when one was read (problems of anchors, tags and
 * the like may have been added even so). */
enum document_result documents_next(struct documents *documents, struct arena *arena,
                                    struct yaml_node **root);

/* Whether another document follows the one read last; whether what follows cannot be read, of which
 * the problem was added already. */
bool documents_more(const struct documents *documents);
bool documents_failed(const struct documents *documents);

/* Where the document that follows begins. */
struct place documents_start(const struct documents *documents);

/* How many bytes of the source were taken so far; a little more than the documents read. */
size_t documents_given(const struct documents *documents);

void documents_close(struct documents *documents);

/* The first key of the first document, without a word about problems; false when there is none. */
bool documents_first_key(const struct source *source, struct arena *arena, struct text *key);

/* --- Looking at nodes (tree.c) ------------------------------------------------------------ */

static inline struct yaml_node *node_key(const struct yaml_node *map, size_t pair)
{
    return &map->items[2 * pair];
}

static inline struct yaml_node *node_value(const struct yaml_node *map, size_t pair)
{
    return &map->items[2 * pair + 1];
}

/* The value that stands behind a key of a map; as constant as the key is. */
#define node_value_of(key) ((key) + 1)

/* The value of a key, or NULL. */
struct yaml_node *node_find(const struct yaml_node *map, struct text key);

/* The key itself, or NULL. */
struct yaml_node *node_find_key(const struct yaml_node *map, struct text key);

/* A plain ~ or null, or nothing. Quotes make a text of it. */
bool node_is_open(const struct yaml_node *node);

/* "a list", "a mapping", "a text": for messages. */
const char *node_kind_name(const struct yaml_node *node);

/*
 * Adds a problem for every key that stands twice in a map whose keys are free, and makes all but
 * the first of them YAML_BAD. O(n log n).
 */
void node_refuse_duplicates(struct yaml_node *map, struct problems *problems);

/* The problem of a key that stands twice. */
void refuse_duplicate(struct problems *problems, const struct yaml_node *first,
                      const struct yaml_node *second);

#endif
