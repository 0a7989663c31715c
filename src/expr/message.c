/* Messages: text with the values of answers, needs and calls in it. */
#include "batch.h"
#include "show.h"

/* Literal text, or the value of an expression. */
struct part {
    struct text literal;
    const struct expr *expr; /* NULL for literal text */
    struct part *next;
};

struct message {
    struct part *parts;
};

/* --- Compiling -------------------------------------------------------------------------------- */

struct template_reader {
    struct linker linker;
    struct text text;
    struct part **end; /* where the next part goes */
    bool failed;
};

static void add_part(struct template_reader *reader, struct text literal, const struct expr *expr)
{
    struct part *part = arena_new(reader->linker.arena, struct part);
    part->literal = literal;
    part->expr = expr;
    *reader->end = part;
    reader->end = &part->next;
}

static void fail_at(struct template_reader *reader, size_t from, size_t to, const char *what,
                    const char *hint)
{
    reader->failed = true;
    problem_add(reader->linker.problems, PROBLEM_RULE_SYNTAX,
                problem_place(reader->linker.problems, reader->linker.phrase, from, to), "%s",
                what);
    problem_hint(reader->linker.problems, "%s", hint);
}

/* The first of two characters in [from, …), or the end of the text. */
static size_t find_either(struct text text, size_t from, char one, char other)
{
    size_t at = from;
    while (at < text.len && text.ptr[at] != one && text.ptr[at] != other)
        at++;
    return at;
}

/* Whether a compiled expression is one of what a message may show. */
static bool is_showable(const struct node *node, struct text source)
{
    bool call = node->kind == NODE_CALL && node->function->placing == CALL;
    bool need = node->kind == NODE_CONSTANT && text_starts(source, TEXT("needs"));
    return call || need || node->kind == NODE_ANSWER || node->kind == NODE_TOTAL ||
           node->kind == NODE_AS_OF;
}

/* The braces at [from, to), with a { at from and a } before to. */
static void add_value(struct template_reader *reader, size_t from, size_t to)
{
    size_t inside = from + 1;
    size_t close = to - 1;
    size_t colon = find_either(text_slice(reader->text, 0, close), inside, ':', ':');
    if (colon < close) {
        fail_at(reader, colon, close, "a message has no formats",
                "write the name alone: numbers show in their shortest form");
        return;
    }
    const struct expr *expr = compile_part(&reader->linker, inside, close, true);
    if (expr == NULL) {
        reader->failed = true;
        return;
    }
    struct text source = node_source(&reader->linker, expr->root);
    if (is_showable(expr->root, source))
        add_part(reader, (struct text){0}, expr);
    else
        fail_at(reader, inside, close, "a message shows an answer, a need or a call",
                "write {criterion}, {needs.name} or {function(…)}; for braces {{ and }}");
}

/* Reads what begins with the brace at `at`; returns where the text goes on. */
static size_t read_brace(struct template_reader *reader, size_t at)
{
    struct text text = reader->text;
    bool doubled = at + 1 < text.len && text.ptr[at + 1] == text.ptr[at];
    if (doubled) {
        add_part(reader, text_slice(text, at, at + 1), NULL);
        return at + 2;
    }
    if (text.ptr[at] == '}') {
        fail_at(reader, at, at + 1, "this brace closes nothing", "for a brace write }}");
        return at + 1;
    }
    size_t close = find_either(text, at + 1, '{', '}');
    if (close == text.len || text.ptr[close] == '{') {
        fail_at(reader, at, at + 1, "this brace is never closed", "for a brace write {{");
        return close;
    }
    add_value(reader, at, close + 1);
    return close + 1;
}

const struct message *message_compile(struct arena *arena, const struct phrase *phrase,
                                      const struct criteria *criteria, struct problems *problems)
{
    struct message *message = arena_new(arena, struct message);
    struct template_reader reader = {
        .linker =
            {
                .arena = arena,
                .phrase = phrase,
                .criteria = criteria,
                .rules = {.latest = STAGE_SCORES, .computed_before = NOWHERE, .what = "a message"},
                .problems = problems,
                .errors = problems->totals[PROBLEM_ERROR],
            },
        .text = phrase->text,
        .end = &message->parts,
    };
    for (size_t at = 0; at < phrase->text.len;) {
        size_t brace = find_either(phrase->text, at, '{', '}');
        if (brace > at)
            add_part(&reader, text_slice(phrase->text, at, brace), NULL);
        at = brace < phrase->text.len ? read_brace(&reader, brace) : brace;
    }
    return reader.failed ? NULL : message;
}

/* --- Showing ---------------------------------------------------------------------------------- */

static void show_value(struct text_buffer *buffer, const struct node *node,
                       const struct vector *vector)
{
    switch (node->type) {
    case VALUE_NUMBER:
        show_number(buffer, vector->numbers[0]);
        break;
    case VALUE_DATE:
        show_date(buffer, vector->numbers[0]);
        break;
    case VALUE_TRUTH:
        buffer_add(buffer, vector->bytes[0] == TRUTH_TRUE ? TEXT("yes") : TEXT("no"));
        break;
    case VALUE_OPTION:
        buffer_add(buffer, node->options->items[vector->bytes[0]].label);
        break;
    case VALUE_SET:
        show_set(buffer, node->options, vector->sets[0]);
        break;
    case VALUE_TEXT:
        buffer_add(buffer, node->kind == NODE_CONSTANT ? label_of(node->options, node->text)
                                                       : vector->texts[0]);
        break;
    case VALUE_WORDS:
        show_words(buffer, node->options, &node->words);
        break;
    }
}

enum stage message_stage(const struct message *message)
{
    enum stage stage = STAGE_NEEDS;
    for (const struct part *part = message->parts; part != NULL; part = part->next) {
        if (part->expr != NULL && part->expr->stage > stage)
            stage = part->expr->stage;
    }
    return stage;
}

struct text message_text(const struct message *message, const struct expr_context *context,
                         size_t first, size_t index, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (const struct part *part = message->parts; part != NULL; part = part->next) {
        if (part->expr == NULL) {
            buffer_add(&buffer, part->literal);
            continue;
        }
        const struct node *root = part->expr->root;
        struct batch batch = batch_of(context, first, index, 1);
        struct vector vector = {0};
        if (root->type != VALUE_WORDS)
            vector = node_values(&batch, root);
        if (root->type != VALUE_WORDS && is_unknown(&vector, root->type))
            buffer_add_char(&buffer, '?');
        else
            show_value(&buffer, root, &vector);
    }
    return buffer_text(&buffer);
}

/* --- Visiting --------------------------------------------------------------------------------- */

void message_visit_criteria(const struct message *message, const struct criteria *criteria,
                            void (*found)(void *context, uint32_t criterion), void *context)
{
    for (const struct part *part = message->parts; part != NULL; part = part->next) {
        if (part->expr != NULL)
            expr_visit_criteria(part->expr, criteria, found, context);
    }
}

void message_visit_needs(const struct message *message,
                         void (*found)(void *context, const struct need *need), void *context)
{
    for (const struct part *part = message->parts; part != NULL; part = part->next) {
        if (part->expr != NULL)
            expr_visit_needs(part->expr, found, context);
    }
}

void message_visit_cohort(const struct message *message,
                          void (*visit)(void *context, uint32_t criterion), void *context)
{
    for (const struct part *part = message->parts; part != NULL; part = part->next) {
        if (part->expr != NULL)
            visit_cohort(part->expr->root, visit, context);
    }
}
