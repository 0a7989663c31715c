/* The kinds of files and their versions. */
#include "kinds.h"

#include <string.h>

#include "shortlist/keys.h"
#include "shortlist/names.h"

const char *const file_role_words[] = {
    "criteria", "profile", "answers", "ratings", "decisions", NULL,
};

static const char *const kind_names[FILE_ROLES] = {
    "a criteria file", "a profile", "an answers file", "a ratings file", "a decisions file",
};

const char *kind_name(enum file_role kind)
{
    return kind == FILE_ROLES ? "a file of no known kind" : kind_names[kind];
}

static enum file_role kind_of_key(struct text key)
{
    int kind = 0;
    while (kind < FILE_ROLES && !text_equal(key, text_from(file_kind_keys[kind])))
        kind++;
    return (enum file_role)kind;
}

/* --- Peeking ------------------------------------------------------------------------------ */

/* The kind whose key stands at the beginning of a text, with its colon, or FILE_ROLES. */
static enum file_role kind_at(struct text text)
{
    for (int kind = 0; kind < FILE_ROLES; kind++) {
        struct text key = text_from(file_kind_keys[kind]);
        if (text.len > key.len && text.ptr[key.len] == ':' && text_starts(text, key))
            return (enum file_role)kind;
    }
    return FILE_ROLES;
}

/* The first byte behind the next line feed. */
static size_t next_line(struct text bytes, size_t at)
{
    const char *feed = at == bytes.len ? NULL : memchr(bytes.ptr + at, '\n', bytes.len - at);
    return feed == NULL ? bytes.len : (size_t)(feed - bytes.ptr) + 1;
}

enum file_role kind_peek(const struct source *source)
{
    const struct text bytes = source->bytes;
    size_t start = text_starts(bytes, TEXT("\xef\xbb\xbf")) ? 3 : 0;
    /* Most files begin with their key, or with comments: no parser is needed. */
    size_t at = start;
    while (at < bytes.len && (bytes.ptr[at] == '#' || bytes.ptr[at] == '\n'))
        at = next_line(bytes, at);
    enum file_role kind = kind_at(text_slice(bytes, at, bytes.len));
    if (kind != FILE_ROLES)
        return kind;
    struct arena scratch = {0};
    struct text key = {0};
    if (documents_first_key(source, &scratch, &key)) {
        kind = kind_of_key(key);
    } else {
        for (at = start; kind == FILE_ROLES && at < bytes.len; at = next_line(bytes, at))
            kind = kind_at(text_slice(bytes, at, bytes.len));
    }
    arena_release(&scratch);
    return kind;
}

/* --- Checking ----------------------------------------------------------------------------- */

/* The kind that a document begins with, or FILE_ROLES. */
static enum file_role kind_of_document(const struct yaml_node *root)
{
    if (root->kind != YAML_MAP || root->count == 0 || node_key(root, 0)->kind != YAML_SCALAR)
        return FILE_ROLES;
    return kind_of_key(node_key(root, 0)->text);
}

/* The key of a kind that stands further below, or NULL. */
static const struct yaml_node *late_kind(const struct yaml_node *root)
{
    for (size_t i = 1; root->kind == YAML_MAP && i < root->count; i++) {
        const struct yaml_node *key = node_key(root, i);
        if (key->kind == YAML_SCALAR && kind_of_key(key->text) != FILE_ROLES)
            return key;
    }
    return NULL;
}

bool refuse_kind_without_colon(struct problems *problems, const struct yaml_node *scalar)
{
    for (int kind = 0; kind < FILE_ROLES; kind++) {
        struct text key = text_from(file_kind_keys[kind]);
        if (!text_starts(scalar->text, key) || scalar->text.len == key.len ||
            scalar->text.ptr[key.len] != ' ')
            continue;
        struct place place = scalar->place;
        place.end_line = place.line;
        place.end_column = place.column + (uint32_t)key.len;
        problem_add(problems, PROBLEM_YAML_SYNTAX, place, "behind `%s` a colon is missing",
                    file_kind_keys[kind]);
        problem_hint(problems, "write %s: 1", file_kind_keys[kind]);
        return true;
    }
    return false;
}

static void refuse_kind(struct problems *problems, const struct yaml_node *root)
{
    struct nearest nearest = {0};
    const struct yaml_node *late = late_kind(root);
    if (node_is_open(root)) {
        problem_add(problems, PROBLEM_EMPTY_FILE, root->place, "there is nothing in this document");
        return;
    }
    if (root->kind == YAML_SCALAR && refuse_kind_without_colon(problems, root))
        return;
    if (late != NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_KIND, late->place,
                    "`%.*s` must be the first key of the file", TEXT_ARG(late->text));
        return;
    }
    problem_add(problems, PROBLEM_UNKNOWN_KIND, root->place,
                "the first key does not say what this file is");
    if (root->kind == YAML_MAP && root->count > 0)
        nearest.word = node_key(root, 0)->text;
    for (size_t i = 0; file_kind_keys[i] != NULL; i++)
        nearest_offer(&nearest, text_from(file_kind_keys[i]));
    if (nearest.best.len > 0)
        problem_suggest(problems, nearest.best);
    else
        problem_hint(problems, "begin it with shortlist-answers: 1, shortlist-criteria: 1, "
                               "shortlist-profile: 1, shortlist-ratings: 1 or "
                               "shortlist-decisions: 1");
}

/* Whether it can be the version of a later format: then its 1 would be a lie. */
static bool is_version(const struct yaml_node *version)
{
    bool digits = version->kind == YAML_SCALAR && version->text.len > 0;
    for (size_t i = 0; digits && i < version->text.len; i++)
        digits = version->text.ptr[i] >= '0' && version->text.ptr[i] <= '9';
    return digits;
}

/* All formats are at their first version. */
static bool check_version(struct problems *problems, const struct yaml_node *key)
{
    const struct yaml_node *version = node_value_of(key);
    if (version->kind == YAML_SCALAR && text_equal(version->text, TEXT("1")))
        return true;
    if (version->kind == YAML_SCALAR && !node_is_open(version))
        problem_add(problems, PROBLEM_UNKNOWN_VERSION, version->place,
                    "`%.*s` of version %.*s cannot be read", TEXT_ARG(key->text),
                    TEXT_ARG(version->text));
    else
        problem_add(problems, PROBLEM_UNKNOWN_VERSION, key->place, "`%.*s` needs its version",
                    TEXT_ARG(key->text));
    if (is_version(version))
        problem_hint(problems, "this program reads version 1; a later one may read this file");
    else
        problem_hint(problems, "this program reads version 1: write %.*s: 1", TEXT_ARG(key->text));
    return false;
}

bool kind_check(struct problems *problems, const struct yaml_node *root, enum file_role kind)
{
    enum file_role found = kind_of_document(root);
    if (found == FILE_ROLES) {
        refuse_kind(problems, root);
        return false;
    }
    if (found != kind) {
        problem_add(problems, PROBLEM_KIND_CHANGES, root->place, "this document is %s, in %s",
                    kind_name(found), kind_name(kind));
        return false;
    }
    return check_version(problems, node_key(root, 0));
}
