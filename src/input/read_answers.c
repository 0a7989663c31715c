/* Answers of vendors: one document each, into the columns. Nothing in them is trusted. */
#include "readers.h"

#include "hints.h"
#include "kinds.h"
#include "shortlist/file.h"
#include "shortlist/keys.h"
#include "shortlist/memory.h"

/* --- The reader --------------------------------------------------------------------------- */

static bool is_asked(const struct criterion *criterion)
{
    return criterion->by == BY_VENDOR && !criterion->dropped;
}

void answer_reader_begin(struct answer_reader *reader, const struct criteria *criteria,
                         struct answers *answers, int32_t as_of, struct problems *problems)
{
    size_t count = criteria == NULL ? 0 : criteria->criterion_count;
    *reader = (struct answer_reader){
        .criteria = criteria,
        .answers = answers,
        .problems = problems,
        .as_of = as_of,
        .unchecked = criteria == NULL,
        .next_asked = memory_new(count, sizeof(uint32_t)),
        .seen = memory_new(count, sizeof(struct seen)),
    };
    uint32_t next = 0;
    for (uint32_t c = (uint32_t)count; c > 0; c--) {
        reader->next_asked[c - 1] = next;
        if (is_asked(&criteria->criteria[c - 1]))
            next = c - 1;
    }
    reader->first_asked = next;
}

void answer_reader_end(struct answer_reader *reader)
{
    memory_free(reader->next_asked);
    memory_free(reader->seen);
    arena_release(&reader->scratch);
    *reader = (struct answer_reader){0};
}

/* --- Vendor ids --------------------------------------------------------------------------- */

static bool is_id_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* What is wrong with the id of a vendor, or NULL. */
static const char *vendor_id_fault(struct text id)
{
    if (id.len == 0)
        return "it is empty";
    if (id.len > ID_LIMIT)
        return "it is longer than 64 characters";
    if (!is_id_char(id.ptr[0]))
        return "it must begin with a small letter or a digit";
    for (size_t i = 1; i < id.len; i++) {
        if (!is_id_char(id.ptr[i]) && id.ptr[i] != '-' && id.ptr[i] != '_')
            return "it may hold small letters, digits, - and _ only";
    }
    return NULL;
}

/* An id from a name: in lower case, every other run of characters a dash, but none at the ends. */
static struct text slug(struct arena *arena, struct text name)
{
    struct text_buffer buffer = {.arena = arena};
    bool gap = false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (!is_id_char(c) && (c != '_' || buffer.len == 0)) {
            gap = true;
            continue;
        }
        if (gap && buffer.len > 0)
            buffer_add_char(&buffer, '-');
        buffer_add_char(&buffer, c);
        gap = false;
    }
    return buffer_text(&buffer);
}

/* The id that a document does not state; false, with a problem, when there is none: of the file
 * when it is the only one, else of the name. */
static bool default_id(struct answer_reader *reader, const struct yaml_node *root,
                       const struct vendor_header *header, bool is_single, struct text *id)
{
    const struct source *source = root->place.source;
    bool has_file = is_single && !text_equal(source->name, TEXT("-"));
    struct text from = has_file ? file_stem(source->name) : header->name;
    *id = slug(&reader->scratch, from);
    const char *fault = vendor_id_fault(*id);
    if (fault != NULL) {
        problem_add(reader->problems, PROBLEM_BAD_ID, root->place,
                    "no id can be made from the %s: %s", has_file ? "file's name" : "vendor's name",
                    fault);
        problem_hint(reader->problems, "state one: id: acme");
    }
    return fault == NULL;
}

/* --- Answers ------------------------------------------------------------------------------ */

/* The criterion that a key names, or NOWHERE. Most documents keep the order of the criteria. */
static uint32_t find_criterion(const struct answer_reader *reader, struct text id,
                               uint32_t expected)
{
    const struct criteria *criteria = reader->criteria;
    uint32_t position;
    if (expected < criteria->criterion_count &&
        text_equal(criteria->criteria[expected].id.text, id))
        return expected;
    return names_find(&criteria->criterion_names, id, &position) ? position : NOWHERE;
}

/* The criterion of every pair, in the scratch arena; how many are unknown. */
static uint32_t *find_criteria(struct answer_reader *reader, const struct yaml_node *map,
                               size_t *unknown)
{
    uint32_t *positions = arena_array(&reader->scratch, uint32_t, map->count);
    uint32_t expected = reader->first_asked;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml_node *key = node_key(map, i);
        positions[i] = NOWHERE;
        if (key->kind != YAML_SCALAR)
            continue;
        positions[i] = find_criterion(reader, key->text, expected);
        if (positions[i] == NOWHERE)
            ++*unknown;
        else
            expected = reader->next_asked[positions[i]];
    }
    return positions;
}

static void refuse_unknown(struct answer_reader *reader, const struct yaml_node *map,
                           const struct yaml_node *key)
{
    problem_add(reader->problems, PROBLEM_UNKNOWN_CRITERION, key->place,
                "`%.*s` is not asked in %.*s", TEXT_ARG(key->text),
                TEXT_ARG(reader->criteria->file->name));
    /* Looking for the nearest takes its time, and nobody sees it when the problem is not kept. */
    if (reader->problems->last_kept && !hint_odd_key(reader->problems, map, key))
        problem_suggest(reader->problems,
                        names_nearest(&reader->criteria->criterion_names, key->text));
}

static void refuse_unasked(struct answer_reader *reader, const struct criterion *criterion,
                           const struct yaml_node *key)
{
    problem_add(reader->problems, PROBLEM_NOT_ASKED, key->place, "`%.*s` is %s",
                TEXT_ARG(key->text),
                criterion->by == BY_BUYER ? "answered by the buyer, not by vendors"
                                          : "computed from other answers");
}

static void read_pair(struct answer_reader *reader, uint32_t vendor, uint32_t position,
                      struct yaml_node *map, size_t pair)
{
    struct yaml_node *key = node_key(map, pair);
    if (position == NOWHERE) {
        refuse_unknown(reader, map, key);
        return;
    }
    const struct criterion *criterion = &reader->criteria->criteria[position];
    struct seen *seen = &reader->seen[position];
    if (seen->document == reader->document) {
        refuse_duplicate(reader->problems, seen->key, key);
        return;
    }
    *seen = (struct seen){reader->document, key};
    if (criterion->by != BY_VENDOR)
        refuse_unasked(reader, criterion, key);
    else if (!criterion->dropped)
        read_answer(reader, vendor, position, key, node_value(map, pair));
}

static void read_pairs(struct answer_reader *reader, uint32_t vendor, const struct yaml_node *owner,
                       struct yaml_node *map)
{
    enum { FEW = 4 };
    size_t unknown = 0;
    const uint32_t *positions = find_criteria(reader, map, &unknown);
    if (map->count >= FEW && unknown > map->count / 2) {
        problem_add(reader->problems, PROBLEM_OTHER_CRITERIA, owner->place,
                    "%zu of %u answers are to nothing that is asked in %.*s", unknown,
                    (unsigned)map->count, TEXT_ARG(reader->criteria->file->name));
        problem_hint(reader->problems, "were they written for other criteria?");
        return;
    }
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            read_pair(reader, vendor, positions[i], map, i);
    }
}

static void check_pairs(struct answer_reader *reader, struct yaml_node *map)
{
    node_refuse_duplicates(map, reader->problems);
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            check_answer(reader, node_key(map, i), node_value(map, i));
    }
}

static void read_all(struct answer_reader *reader, uint32_t vendor, const struct yaml_node *root)
{
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    struct yaml_node *key = node_find_key(root, TEXT("answers"));
    if (key == NULL || node_is_open(node_value_of(key)) ||
        !decode_collection(&decoder, key, node_value_of(key), YAML_MAP, "a mapping"))
        return;
    if (reader->unchecked)
        check_pairs(reader, node_value_of(key));
    else
        read_pairs(reader, vendor, key, node_value_of(key));
}

/* --- Documents ---------------------------------------------------------------------------- */

static void add_unread(struct answer_reader *reader, const struct source *source,
                       const struct vendor *vendor, size_t errors)
{
    struct unread_vendor unread = {
        .id = vendor->id,
        .name = vendor->name,
        .file = source,
        .line = vendor->line,
        .column = vendor->column,
        .errors = errors,
    };
    if (unread.id.len == 0)
        unread.id = slug(&reader->scratch, file_stem(source->name));
    if (unread.id.len == 0)
        unread.id = source->name;
    if (unread.name.len == 0)
        unread.name = unread.id;
    answers_add_unread(reader->answers, &unread);
}

/* The vendor of a document, with its answers: added, also when there are errors. */
static struct vendor read_vendor(struct answer_reader *reader, struct yaml_node *root,
                                 bool is_single)
{
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    struct vendor_header header = {0};
    struct vendor vendor = {
        .file = root->place.source,
        .line = root->place.line,
        .column = root->place.column,
    };
    decode_table(&decoder, &keys_answers, root->place, root, &header);
    vendor.id = header.id.text;
    if (header.id.place.line != 0) {
        const char *fault = vendor_id_fault(vendor.id);
        vendor.line = header.id.place.line;
        vendor.column = header.id.place.column;
        if (fault != NULL)
            problem_add(reader->problems, PROBLEM_BAD_ID, header.id.place,
                        "`%.*s` cannot be the id of a vendor: %s", TEXT_ARG(vendor.id), fault);
    } else if (node_find_key(root, TEXT("id")) == NULL) {
        /* Without one it clashes with nobody. */
        if (!default_id(reader, root, &header, is_single, &vendor.id))
            vendor.line = vendor.column = 0;
    }
    vendor.name = header.name.len > 0 ? header.name : vendor.id;
    read_all(reader, answers_add_vendor(reader->answers, &vendor), root);
    return vendor;
}

static void read_document(struct answer_reader *reader, const struct source *source,
                          struct yaml_node *root, bool is_single, size_t errors_before)
{
    struct vendor vendor = {0};
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    reader->document++;
    bool is_known = kind_check(reader->problems, root, ROLE_ANSWERS);
    if (is_known)
        vendor = read_vendor(reader, root, is_single);
    if (*errors == errors_before)
        return;
    if (is_known)
        answers_drop_last(reader->answers);
    add_unread(reader, source, &vendor, *errors - errors_before);
}

/*
 * Makes room for the vendors to come, as many as the bytes so far let expect and an eighth more.
 * Columns that grow step by step leave holes behind, half again as large as themselves.
 */
static void expect_vendors(struct answer_reader *reader, const struct source *source,
                           size_t documents, size_t bytes)
{
    size_t all = source->bytes.len / (bytes / documents + 1);
    answers_reserve(reader->answers, reader->answers->count + all + all / 8);
}

void read_answers(struct answer_reader *reader, struct source *source)
{
    enum { SAMPLE = 64, FORGET_EVERY = 1024 };
    const struct vendor nobody = {0};
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    size_t errors_before = *errors;
    struct documents *documents = documents_open(source, reader->problems);
    size_t count = 0;
    for (;;) {
        struct yaml_node *root = NULL;
        arena_clear(&reader->scratch);
        enum document_result result = documents_next(documents, &reader->scratch, &root);
        if (result == DOCUMENTS_END && count == 0)
            problem_add(reader->problems, PROBLEM_EMPTY_FILE, source_whole(source),
                        "there is nothing in this file");
        if (result != DOCUMENT_READ) {
            if (result == DOCUMENT_FAILED || count == 0)
                add_unread(reader, source, &nobody, *errors - errors_before);
            break;
        }
        if (count == DOCUMENTS_LIMIT) {
            problem_add(reader->problems, PROBLEM_TOO_LARGE, root->place,
                        "there are more than 1,000,000 documents in this file");
            break;
        }
        bool is_single = count++ == 0 && !documents_more(documents);
        read_document(reader, source, root, is_single, errors_before);
        errors_before = *errors;
        if (documents_failed(documents))
            break;
        if (count == SAMPLE)
            expect_vendors(reader, source, count, documents_given(documents));
        if (count % FORGET_EVERY == 0)
            source_forget_before(source, documents_start(documents).line);
    }
    documents_close(documents);
}
