/*
 * From libyaml's events to trees, within limits. What YAML offers beyond plain data (anchors,
 * aliases, merge keys, tags, mappings as keys) is refused at its place. The only file that knows
 * libyaml.
 */
#include "tree.h"

#include <string.h>

#include <yaml.h>

#include "bytes.h"
#include "comments.h"
#include "hints.h"
#include "shortlist/memory.h"

/* A collection whose end was not met yet; its children so far wait on the stack from `first` on. */
struct open_collection {
    struct yaml_node node;
    size_t first;
};

enum next { NEXT_DOCUMENT, NEXT_NOTHING, NEXT_FAILURE };

struct documents {
    yaml_parser_t parser;
    const struct source *source;
    struct problems *problems; /* NULL: nobody wants to know */
    enum next next;
    size_t given;            /* bytes of the source that the parser has got */
    size_t given_start;      /* the same when the document began */
    bool too_large;          /* the parser asked for more than a document may have */
    struct place start;      /* of the document */
    size_t node_count;       /* of the document */
    struct yaml_node *stack; /* finished nodes that wait for the end of their collection */
    size_t stack_count;
    size_t stack_capacity;
    struct open_collection open[DEPTH_LIMIT];
    size_t depth;
    struct yaml_node last_scalar; /* for hints */
    struct comment_finder comments;
    char *room; /* for texts of the document, in its arena; zeroed */
    size_t room_left;
};

/* --- The parser --------------------------------------------------------------------------- */

/* Gives the parser its bytes, as long as the document keeps its limit. */
static int give_bytes(void *context, unsigned char *buffer, size_t size, size_t *given)
{
    struct documents *documents = context;
    const struct text bytes = documents->source->bytes;
    size_t left = bytes.len - documents->given;
    if (documents->given - documents->given_start > DOCUMENT_LIMIT) {
        documents->too_large = true;
        return 0;
    }
    *given = left < size ? left : size;
    if (*given > 0)
        memcpy(buffer, bytes.ptr + documents->given, *given);
    documents->given += *given;
    return 1;
}

static struct place mark_place(const struct documents *documents, yaml_mark_t start,
                               yaml_mark_t end)
{
    return (struct place){
        .source = documents->source,
        .line = (uint32_t)start.line + 1,
        .column = (uint32_t)start.column + 1,
        .end_line = (uint32_t)end.line + 1,
        .end_column = (uint32_t)end.column + 1,
    };
}

static struct place event_place(const struct documents *documents, const yaml_event_t *event)
{
    return mark_place(documents, event->start_mark, event->end_mark);
}

/* Reader errors come without a mark. */
static void report_reader(const struct documents *documents)
{
    const yaml_parser_t *parser = &documents->parser;
    if (documents->too_large) {
        problem_add(documents->problems, PROBLEM_TOO_LARGE, documents->start,
                    "the document is larger than 10 MiB");
        return;
    }
    problem_add(documents->problems, PROBLEM_YAML_SYNTAX,
                source_place(documents->source, parser->problem_offset),
                "a control character (0x%02x) is not allowed here",
                (unsigned)parser->problem_value);
    problem_hint(documents->problems, "is this a text file?");
}

static void report_failure(struct documents *documents)
{
    const yaml_parser_t *parser = &documents->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_fail();
    documents->next = NEXT_FAILURE;
    if (documents->problems == NULL)
        return;
    if (parser->error == YAML_READER_ERROR) {
        report_reader(documents);
        return;
    }
    struct syntax_error error = {
        .problem = parser->problem,
        .context = parser->context == NULL ? "" : parser->context,
        .place = mark_place(documents, parser->problem_mark, parser->problem_mark),
        .scalar = &documents->last_scalar,
    };
    if (documents->depth > 0 && documents->open[documents->depth - 1].node.flow)
        error.bracket = documents->open[documents->depth - 1].node.place;
    if (parser->context != NULL)
        error.context_place = mark_place(documents, parser->context_mark, parser->context_mark);
    report_syntax(documents->problems, &error);
}

static bool next_event(struct documents *documents, yaml_event_t *event)
{
    if (yaml_parser_parse(&documents->parser, event))
        return true;
    report_failure(documents);
    return false;
}

/* --- Building ----------------------------------------------------------------------------- */

static void refuse_properties(struct documents *documents, const struct place *place,
                              const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL)
        refuse_feature(documents->problems, *place, "an anchor (&)");
    if (tag != NULL)
        refuse_tag(documents->problems,
                   documents->stack_count == 0 ? NULL
                                               : &documents->stack[documents->stack_count - 1],
                   *place);
}

/* Whether the next finished node will be a key of the innermost collection. */
static bool awaits_key(const struct documents *documents)
{
    if (documents->depth == 0)
        return false;
    const struct open_collection *inner = &documents->open[documents->depth - 1];
    return inner->node.kind == YAML_MAP && (documents->stack_count - inner->first) % 2 == 0;
}

static void refuse_key(struct documents *documents, struct yaml_node *key)
{
    if (key->kind == YAML_LIST || key->kind == YAML_MAP) {
        problem_add(documents->problems, PROBLEM_YAML_FEATURE, key->place, "%s cannot be a key",
                    node_kind_name(key));
        problem_hint(documents->problems, "a text with brackets or braces needs quotes around it");
    } else if (key->kind == YAML_SCALAR && key->style == STYLE_PLAIN &&
               text_equal(key->text, TEXT("<<"))) {
        refuse_feature(documents->problems, key->place, "a merge key (<<)");
    } else if (key->kind == YAML_SCALAR && key->text.len > 0 &&
               memchr(key->text.ptr, '\0', key->text.len) != NULL) {
        problem_add(documents->problems, PROBLEM_YAML_SYNTAX, key->place,
                    "a key cannot hold a NUL character");
    } else {
        return;
    }
    key->kind = YAML_BAD;
}

static void push(struct documents *documents, const struct yaml_node *node)
{
    bool is_key = awaits_key(documents);
    if (documents->stack_count == documents->stack_capacity) {
        documents->stack_capacity =
            memory_grown(documents->stack_capacity, documents->stack_count + 1);
        documents->stack =
            memory_resize(documents->stack, documents->stack_capacity, sizeof(*documents->stack));
    }
    struct yaml_node *pushed = &documents->stack[documents->stack_count++];
    *pushed = *node;
    if (is_key)
        refuse_key(documents, pushed);
}

/*
 * A copy of a text for the document. A document has hundreds of short ones, so they share their
 * room; not where every object is to be watched by itself.
 */
static struct text keep_text(struct documents *documents, struct arena *arena, struct text text)
{
#ifndef SHORTLIST_SANITIZE
    enum { ROOM = 2048 };
    if (text.len < ROOM / 4) {
        if (text.len >= documents->room_left) {
            documents->room = arena_array(arena, char, ROOM);
            documents->room_left = ROOM;
        }
        char *copy = documents->room;
        memcpy(copy, text.ptr, text.len);
        documents->room += text.len + 1;
        documents->room_left -= text.len + 1;
        return (struct text){copy, text.len};
    }
#else
    (void)documents;
#endif
    return text_copy(arena, text);
}

static void add_scalar(struct documents *documents, const yaml_event_t *event, struct arena *arena)
{
    struct yaml_node node = {.kind = YAML_SCALAR, .place = event_place(documents, event)};
    const struct text text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    switch (event->data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        node.style = STYLE_SINGLE;
        break;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        node.style = STYLE_DOUBLE;
        break;
    case YAML_LITERAL_SCALAR_STYLE:
        node.style = STYLE_LITERAL;
        break;
    case YAML_FOLDED_SCALAR_STYLE:
        node.style = STYLE_FOLDED;
        break;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
        node.style = STYLE_PLAIN;
        break;
    }
    refuse_properties(documents, &node.place, event->data.scalar.anchor, event->data.scalar.tag);
    if (node.style == STYLE_PLAIN && !awaits_key(documents))
        node.before_comment = comment_follows(&documents->comments, &node.place);
    documents->last_scalar = node;
    if (text.len > SCALAR_LIMIT) {
        problem_add(documents->problems, PROBLEM_TOO_LARGE, node.place,
                    "the text is longer than 64 KiB");
        node.kind = YAML_BAD;
    } else if (event->data.scalar.tag != NULL) {
        node.kind = YAML_BAD;
    } else {
        node.text = keep_text(documents, arena, text);
    }
    push(documents, &node);
}

static void add_alias(struct documents *documents, const yaml_event_t *event)
{
    struct yaml_node node = {.kind = YAML_BAD, .place = event_place(documents, event)};
    refuse_feature(documents->problems, node.place, "an alias (*)");
    push(documents, &node);
}

/* False, with a problem, where the collection lies too deep. */
static bool open_collection(struct documents *documents, const yaml_event_t *event)
{
    struct yaml_node node = {.kind = YAML_LIST, .place = event_place(documents, event)};
    if (documents->depth == DEPTH_LIMIT) {
        problem_add(documents->problems, PROBLEM_TOO_LARGE, node.place,
                    "lists and mappings are nested more than %d deep", DEPTH_LIMIT);
        return false;
    }
    if (event->type == YAML_MAPPING_START_EVENT) {
        node.kind = YAML_MAP;
        node.flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        refuse_properties(documents, &node.place, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
    } else {
        node.flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        refuse_properties(documents, &node.place, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
    }
    documents->open[documents->depth++] =
        (struct open_collection){.node = node, .first = documents->stack_count};
    return true;
}

static void close_collection(struct documents *documents, const yaml_event_t *event,
                             struct arena *arena)
{
    struct open_collection *closed = &documents->open[--documents->depth];
    struct yaml_node node = closed->node;
    size_t count = documents->stack_count - closed->first;
    node.items = arena_array(arena, struct yaml_node, count);
    if (count > 0)
        memcpy(node.items, &documents->stack[closed->first], count * sizeof(*node.items));
    node.count = (uint32_t)(node.kind == YAML_MAP ? count / 2 : count);
    if (node.flow) {
        node.place.end_line = (uint32_t)event->end_mark.line + 1;
        node.place.end_column = (uint32_t)event->end_mark.column + 1;
    }
    documents->stack_count = closed->first;
    push(documents, &node);
}

static bool count_node(struct documents *documents, const yaml_event_t *event)
{
    if (++documents->node_count <= NODE_LIMIT)
        return true;
    problem_add(documents->problems, PROBLEM_TOO_LARGE, event_place(documents, event),
                "the document holds more than %d values", NODE_LIMIT);
    return false;
}

/* False when nothing more can be read. */
static bool add_event(struct documents *documents, const yaml_event_t *event, struct arena *arena)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        add_scalar(documents, event, arena);
        return count_node(documents, event);
    case YAML_ALIAS_EVENT:
        add_alias(documents, event);
        return count_node(documents, event);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return open_collection(documents, event) && count_node(documents, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(documents, event, arena);
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return true;
}

/* What the parser has got but not used yet, a few characters of look-ahead apart. */
static size_t waiting_bytes(const yaml_parser_t *parser)
{
    return (size_t)(parser->raw_buffer.last - parser->raw_buffer.pointer) +
           (size_t)(parser->buffer.last - parser->buffer.pointer);
}

/* --- Documents ---------------------------------------------------------------------------- */

/* Looks at what follows: the start of a document, or the end of them. */
static void look_ahead(struct documents *documents)
{
    yaml_event_t event;
    documents->next = NEXT_NOTHING;
    do {
        if (!next_event(documents, &event))
            return;
        if (event.type == YAML_DOCUMENT_START_EVENT) {
            documents->next = NEXT_DOCUMENT;
            documents->start = event_place(documents, &event);
            documents->given_start = documents->given - waiting_bytes(&documents->parser);
        }
        yaml_event_type_t type = event.type;
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT)
            return;
    } while (documents->next != NEXT_DOCUMENT);
}

struct documents *documents_open(const struct source *source, struct problems *problems)
{
    struct documents *documents = memory_new(1, sizeof(*documents));
    documents->source = source;
    documents->problems = problems;
    documents->start = (struct place){source, 1, 1, 1, 1, 0};
    documents->last_scalar.kind = YAML_BAD;
    comment_finder_begin(&documents->comments, source);
    if (!yaml_parser_initialize(&documents->parser))
        memory_fail();
    yaml_parser_set_input(&documents->parser, give_bytes, documents);
    /* libyaml would read UTF-16, and count it in UTF-8. */
    if (problems == NULL ? is_utf16(source->bytes) : refuse_bytes(problems, source))
        documents->next = NEXT_FAILURE;
    else
        look_ahead(documents);
    return documents;
}

enum document_result documents_next(struct documents *documents, struct arena *arena,
                                    struct yaml_node **root)
{
    if (documents->next != NEXT_DOCUMENT)
        return documents->next == NEXT_NOTHING ? DOCUMENTS_END : DOCUMENT_FAILED;
    documents->room_left = 0;
    documents->node_count = 0;
    documents->stack_count = 0;
    documents->depth = 0;
    yaml_event_type_t type = YAML_NO_EVENT;
    while (type != YAML_DOCUMENT_END_EVENT) {
        yaml_event_t event;
        if (!next_event(documents, &event))
            return DOCUMENT_FAILED;
        type = event.type;
        bool fine = add_event(documents, &event, arena);
        yaml_event_delete(&event);
        if (!fine) {
            documents->next = NEXT_FAILURE;
            return DOCUMENT_FAILED;
        }
    }
    *root = arena_new(arena, struct yaml_node);
    **root = documents->stack[0];
    look_ahead(documents);
    return DOCUMENT_READ;
}

bool documents_more(const struct documents *documents)
{
    return documents->next == NEXT_DOCUMENT;
}

bool documents_failed(const struct documents *documents)
{
    return documents->next == NEXT_FAILURE;
}

struct place documents_start(const struct documents *documents)
{
    return documents->start;
}

size_t documents_given(const struct documents *documents)
{
    return documents->given;
}

void documents_close(struct documents *documents)
{
    yaml_parser_delete(&documents->parser);
    memory_free(documents->stack);
    memory_free(documents);
}

bool documents_first_key(const struct source *source, struct arena *arena, struct text *key)
{
    bool found = false;
    struct documents *documents = documents_open(source, NULL);
    yaml_event_type_t types[2] = {YAML_NO_EVENT, YAML_NO_EVENT};
    for (size_t i = 0; i < 2 && documents->next == NEXT_DOCUMENT; i++) {
        yaml_event_t event;
        if (!next_event(documents, &event))
            break;
        types[i] = event.type;
        found = types[0] == YAML_MAPPING_START_EVENT && types[i] == YAML_SCALAR_EVENT;
        if (found) {
            *key = text_copy(arena, (struct text){(const char *)event.data.scalar.value,
                                                  event.data.scalar.length});
        }
        yaml_event_delete(&event);
    }
    documents_close(documents);
    return found;
}
