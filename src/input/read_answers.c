/* Answers of vendors: one document each, into the columns. Nothing in them is trusted. */
#include "readers.h"

#include "kinds.h"
#include "shortlist/file.h"
#include "shortlist/keys.h"
#include "vendor_ids.h"

/* --- The reader --------------------------------------------------------------------------- */

void answer_reader_begin(struct answer_reader *reader, const struct criteria *criteria,
                         struct answers *answers, int32_t as_of, struct problems *problems)
{
    *reader = (struct answer_reader){
        .criteria = criteria,
        .answers = answers,
        .problems = problems,
        .as_of = as_of,
        .values = {problems, &reader->scratch, "write n/a where the question does not apply"},
    };
    criterion_keys_begin(&reader->keys, criteria, BY_VENDOR, problems);
}

void answer_reader_end(struct answer_reader *reader)
{
    criterion_keys_end(&reader->keys);
    arena_release(&reader->scratch);
    *reader = (struct answer_reader){0};
}

/* --- Vendor ids --------------------------------------------------------------------------- */

/* The id that a document does not state; false, with a problem, when there is none: of the file
 * when it is the only one, else of the name. */
static bool default_id(struct answer_reader *reader, const struct answers_document *document,
                       const struct vendor_header *header, struct text *id)
{
    const struct place place = document->root->place;
    bool has_file = document->is_single && !text_equal(place.source->name, TEXT("-"));
    struct text from = has_file ? file_stem(place.source->name) : header->name;
    *id = vendor_id_from(&reader->scratch, from);
    const char *fault = made_id_fault(*id, from);
    if (fault != NULL) {
        problem_add(reader->problems, PROBLEM_BAD_ID, place, "no id can be made from the %s: %s",
                    has_file ? "file's name" : "vendor's name", fault);
        problem_hint(reader->problems, "%s", document->id_hint);
    }
    return fault == NULL;
}

/* --- Answers ------------------------------------------------------------------------------ */

void refuse_unasked(struct answer_reader *reader, const struct criterion *criterion,
                    const struct yaml_node *key)
{
    problem_add(reader->problems, PROBLEM_NOT_ASKED, key->place, "`%.*s` is %s",
                TEXT_ARG(key->text),
                criterion->by == BY_BUYER ? "answered by the buyer, not by vendors"
                                          : "computed from other answers");
}

static void refuse_foreign(struct answer_reader *reader, const struct yaml_node *owner)
{
    problem_add(reader->problems, PROBLEM_OTHER_CRITERIA, owner->place,
                "%zu of %u answers are to nothing that is asked in %.*s", reader->keys.unknown,
                (unsigned)reader->keys.map->count, TEXT_ARG(reader->criteria->file->name));
    problem_hint(reader->problems, "were they written for other criteria?");
}

static void read_pairs(struct answer_reader *reader, uint32_t vendor, const struct yaml_node *owner,
                       struct yaml_node *map)
{
    uint32_t position;
    struct yaml_node *key;
    criterion_keys_open(&reader->keys, map, &reader->scratch);
    if (criterion_keys_foreign(&reader->keys)) {
        refuse_foreign(reader, owner);
        return;
    }
    while ((key = criterion_keys_next(&reader->keys, &position)) != NULL) {
        const struct criterion *criterion = &reader->criteria->criteria[position];
        if (criterion->by != BY_VENDOR)
            refuse_unasked(reader, criterion, key);
        else if (!criterion->dropped)
            read_answer(reader, vendor, position, key, node_value_of(key));
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
    if (reader->criteria == NULL)
        check_pairs(reader, node_value_of(key));
    else
        read_pairs(reader, vendor, key, node_value_of(key));
}

/* --- Documents ---------------------------------------------------------------------------- */

void add_unread_vendor(struct answer_reader *reader, const struct source *source,
                       const struct vendor *vendor, size_t errors)
{
    static const struct vendor nobody;
    if (vendor == NULL)
        vendor = &nobody;
    struct unread_vendor unread = {
        .id = vendor->id,
        .name = vendor->name,
        .file = source,
        .line = vendor->line,
        .column = vendor->column,
        .errors = errors,
    };
    if (unread.id.len == 0)
        unread.id = vendor_id_from(&reader->scratch, file_stem(source->name));
    if (unread.id.len == 0)
        unread.id = source->name;
    if (unread.name.len == 0)
        unread.name = unread.id;
    answers_add_unread(reader->answers, &unread);
}

/* The vendor of a document, with its answers: added, also when there are errors. */
static struct vendor read_vendor(struct answer_reader *reader,
                                 const struct answers_document *document)
{
    struct yaml_node *root = document->root;
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
            refuse_vendor_id(reader->problems, header.id.place, vendor.id, fault);
    } else if (node_find_key(root, TEXT("id")) == NULL) {
        /* Without one it clashes with nobody. */
        if (!default_id(reader, document, &header, &vendor.id))
            vendor.line = vendor.column = 0;
    }
    vendor.name = header.name.len > 0 ? header.name : vendor.id;
    read_all(reader, answers_add_vendor(reader->answers, &vendor), root);
    return vendor;
}

void read_answers_document(struct answer_reader *reader, const struct answers_document *document)
{
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    struct vendor vendor = read_vendor(reader, document);
    if (*errors == document->errors_before)
        return;
    answers_drop_last(reader->answers);
    add_unread_vendor(reader, vendor.file, &vendor, *errors - document->errors_before);
}

static void read_document(struct answer_reader *reader, struct yaml_node *root, bool is_single,
                          size_t errors_before)
{
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    const struct answers_document document = {root, is_single, "state one: id: acme",
                                              errors_before};
    if (kind_check(reader->problems, root, ROLE_ANSWERS))
        read_answers_document(reader, &document);
    else
        add_unread_vendor(reader, root->place.source, NULL, *errors - errors_before);
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
                add_unread_vendor(reader, source, NULL, *errors - errors_before);
            break;
        }
        if (count == DOCUMENTS_LIMIT) {
            problem_add(reader->problems, PROBLEM_TOO_LARGE, root->place,
                        "there are more than 1,000,000 documents in this file");
            break;
        }
        bool is_single = count++ == 0 && !documents_more(documents);
        read_document(reader, root, is_single, errors_before);
        errors_before = *errors;
        if (documents_failed(documents))
            break;
        if (count == SAMPLE)
            expect_vendors(reader, source, count, documents_given(documents));
        if (count % FORGET_EVERY == 0) {
            progress_tell(reader->progress, "reading", documents_given(documents),
                          source->bytes.len);
            source_forget_before(source, documents_start(documents).line);
        }
    }
    documents_close(documents);
}
