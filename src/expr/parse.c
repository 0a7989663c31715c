/*
 * Parsing by the binding of the operators (V. R. Pratt, Top Down Operator Precedence, 1973): an
 * expression of a binding is a prefix and then every operator that binds at least as tightly, each
 * with a right operand that binds more tightly still. The operators are rows of functions.c.
 *
 * After the first problem nothing more is read: what follows a wrong symbol is guesswork.
 */
#include "foreign.h"
#include "lex.h"
#include "node.h"

#include "shortlist/memory.h"

/* Parentheses and operands nest at most so deep in the parser; the tree itself is lower. */
enum { NESTING_LIMIT = 2 * EXPR_HEIGHT_LIMIT };

struct parser {
    struct arena *arena;
    struct lexer lexer;
    struct token token;    /* the one to be read */
    struct token previous; /* the one read last; TOKEN_END before the first */
    uint32_t nodes;
    uint32_t depth;
    bool failed;
};

static struct node *parse_binding(struct parser *parser, enum binding least);

/* --- Tokens and problems ---------------------------------------------------------------------- */

static void advance(struct parser *parser)
{
    parser->previous = parser->token;
    parser->token = lexer_next(&parser->lexer);
    if (parser->token.kind == TOKEN_BAD)
        parser->failed = true;
}

/* A token as it is written. */
static struct text token_source(const struct parser *parser, const struct token *token)
{
    return text_slice(parser->lexer.phrase->text, token->from, token->to);
}

static struct place token_place(const struct parser *parser, const struct token *token)
{
    return problem_place(parser->lexer.problems, parser->lexer.phrase, token->from, token->to);
}

static const struct function *operator_at(const struct parser *parser, enum placing placing)
{
    bool possible = parser->token.kind == TOKEN_SYMBOL || parser->token.kind == TOKEN_WORD;
    return possible ? function_find(placing, parser->token.text) : NULL;
}

static void *fail_missing_value(struct parser *parser)
{
    struct problems *problems = parser->lexer.problems;
    struct place place = token_place(parser, &parser->token);
    struct text found = token_source(parser, &parser->token);
    parser->failed = true;
    if (operator_at(parser, PREFIX) != NULL) {
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "`%.*s` cannot stand here",
                    TEXT_ARG(found));
        problem_hint(problems, "put `%.*s` and its operand in parentheses", TEXT_ARG(found));
    } else if (parser->token.kind != TOKEN_END)
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "a value is missing before `%.*s`",
                    TEXT_ARG(found));
    else if (parser->previous.kind == TOKEN_END)
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "the expression is empty");
    else
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "a value is missing at the end");
    return NULL;
}

/* Something stands where the expression should go on with what is missing, or end. */
static void *fail_unexpected(struct parser *parser, const char *missing)
{
    struct problems *problems = parser->lexer.problems;
    const struct token *token = &parser->token;
    struct text found = token_source(parser, token);
    struct place place = token_place(parser, token);
    parser->failed = true;
    if (token_is_symbol(token, ")") || token_is_symbol(token, "]"))
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "`%.*s` closes nothing", TEXT_ARG(found));
    else if (token->kind == TOKEN_SYMBOL)
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "`%.*s` cannot stand here",
                    TEXT_ARG(found));
    else
        problem_add(problems, PROBLEM_RULE_SYNTAX, place, "%s is missing before `%.*s`", missing,
                    TEXT_ARG(found));
    hint_at_operator(&parser->lexer, &parser->previous, token);
    return NULL;
}

/* Reads what closes a parenthesis or bracket; `missing` is what else could have stood there. */
static bool expect_closing(struct parser *parser, const struct token *open, const char *closing,
                           const char *missing)
{
    if (parser->failed)
        return false;
    if (token_is_symbol(&parser->token, closing)) {
        advance(parser);
        return !parser->failed;
    }
    bool ends = parser->token.kind == TOKEN_END || token_is_symbol(&parser->token, ")") ||
                token_is_symbol(&parser->token, "]");
    if (!ends)
        return fail_unexpected(parser, missing) != NULL;
    struct place end = token_place(parser, &parser->token);
    parser->failed = true;
    problem_add(parser->lexer.problems, PROBLEM_RULE_SYNTAX, token_place(parser, open),
                "`%.*s` is never closed", TEXT_ARG(open->text));
    problem_note(parser->lexer.problems, end, "`%s` is missing here", closing);
    return false;
}

/* --- Nodes ------------------------------------------------------------------------------------ */

static struct node *make_node(struct parser *parser, enum node_kind kind, size_t from)
{
    struct node *node = arena_new(parser->arena, struct node);
    node->kind = kind;
    node->number = parser->nodes++;
    node->height = 1;
    node->from = from;
    node->to = parser->previous.to;
    return node;
}

/* Gives a new node its operands, unless that makes the tree too high. */
static struct node *give_operands(struct parser *parser, struct node *node,
                                  struct node *const *operands, size_t count)
{
    node->operands = arena_array(parser->arena, struct node *, count);
    node->operand_count = count;
    for (size_t i = 0; i < count; i++) {
        node->operands[i] = operands[i];
        if (node->height <= operands[i]->height)
            node->height = operands[i]->height + 1;
    }
    if (node->height <= EXPR_HEIGHT_LIMIT)
        return node;
    parser->failed = true;
    problem_add(parser->lexer.problems, PROBLEM_TOO_LARGE,
                problem_place(parser->lexer.problems, parser->lexer.phrase, node->from, node->to),
                "the expression is higher than %d operations", EXPR_HEIGHT_LIMIT);
    problem_hint(parser->lexer.problems,
                 "group long chains in parentheses, or write several rules");
    return NULL;
}

static struct node *make_operation(struct parser *parser, const struct function *function,
                                   size_t from, struct node *const *operands, size_t count)
{
    struct node *node = make_node(parser, NODE_CALL, from);
    node->word = text_from(function->name);
    node->function = function;
    return give_operands(parser, node, operands, count);
}

/* --- Lists and calls -------------------------------------------------------------------------- */

/* The values between two brackets, as many as stand there. */
struct series {
    struct node **items;
    size_t count;
    size_t capacity;
};

static void series_add(struct parser *parser, struct series *series, struct node *node)
{
    if (series->count == series->capacity) {
        series->capacity = memory_grown(series->capacity, series->count + 1);
        struct node **items = arena_array(parser->arena, struct node *, series->capacity);
        for (size_t i = 0; i < series->count; i++)
            items[i] = series->items[i];
        series->items = items;
    }
    series->items[series->count++] = node;
}

/* Reads up to the closing bracket, which may follow at once; a comma parts every two values. */
static bool parse_series(struct parser *parser, struct series *series,
                         struct node *(*parse_item)(struct parser *), const char *closing,
                         const char *missing)
{
    struct token open = parser->previous;
    if (!token_is_symbol(&parser->token, closing)) {
        for (;;) {
            struct node *item = parse_item(parser);
            if (item == NULL)
                return false;
            series_add(parser, series, item);
            if (!token_is_symbol(&parser->token, ","))
                break;
            advance(parser);
        }
    }
    return expect_closing(parser, &open, closing, missing);
}

static struct node *parse_argument(struct parser *parser)
{
    return parse_binding(parser, BINDS_OR);
}

static struct node *parse_call(struct parser *parser)
{
    struct token name = parser->previous;
    struct series arguments = {0};
    advance(parser);
    if (!parse_series(parser, &arguments, parse_argument, ")", "an operator or comma"))
        return NULL;
    struct node *node = make_node(parser, NODE_CALL, name.from);
    node->word = name.text;
    node->function = function_find(CALL, name.text);
    return give_operands(parser, node, arguments.items, arguments.count);
}

/* A number, date, string or word; the token was read. */
static struct node *make_leaf(struct parser *parser, size_t from)
{
    static const enum node_kind kinds[] = {
        [TOKEN_NUMBER] = NODE_NUMBER,
        [TOKEN_DATE] = NODE_DATE,
        [TOKEN_STRING] = NODE_STRING,
        [TOKEN_WORD] = NODE_WORD,
    };
    struct node *node = make_node(parser, kinds[parser->previous.kind], from);
    node->word = parser->previous.text;
    node->value = parser->previous.value;
    return node;
}

static void *fail_item(struct parser *parser)
{
    const struct token *token = &parser->token;
    struct text found = token_source(parser, token);
    if (parser->failed)
        return NULL;
    if (token->kind == TOKEN_END || token_is_symbol(token, "]") || token_is_symbol(token, ","))
        return fail_missing_value(parser);
    parser->failed = true;
    problem_add(parser->lexer.problems, PROBLEM_RULE_SYNTAX, token_place(parser, token),
                "`%.*s` cannot stand in a list", TEXT_ARG(found));
    problem_hint(parser->lexer.problems, "a list holds numbers, dates, texts or options");
    return NULL;
}

static struct node *parse_item(struct parser *parser)
{
    size_t from = parser->token.from;
    bool negative = token_is_symbol(&parser->token, "-");
    if (negative)
        advance(parser);
    bool fits = negative ? parser->token.kind == TOKEN_NUMBER
                         : parser->token.kind != TOKEN_SYMBOL && parser->token.kind != TOKEN_END;
    if (parser->failed || !fits)
        return fail_item(parser);
    advance(parser);
    struct node *node = make_leaf(parser, from);
    if (negative)
        node->value = -node->value;
    return parser->failed ? NULL : node;
}

static struct node *parse_list(struct parser *parser)
{
    size_t from = parser->previous.from;
    struct series items = {0};
    if (!parse_series(parser, &items, parse_item, "]", "a comma"))
        return NULL;
    return give_operands(parser, make_node(parser, NODE_LIST, from), items.items, items.count);
}

/* --- Atoms and operators ---------------------------------------------------------------------- */

static struct node *parse_group(struct parser *parser)
{
    struct token open = parser->previous;
    struct node *node = parse_binding(parser, BINDS_OR);
    return expect_closing(parser, &open, ")", "an operator") ? node : NULL;
}

static struct node *parse_need(struct parser *parser)
{
    size_t from = parser->previous.from;
    if (token_is_symbol(&parser->token, ".")) {
        advance(parser);
        if (parser->token.kind == TOKEN_WORD) {
            advance(parser);
            struct node *node = make_node(parser, NODE_NEED, from);
            node->word = parser->previous.text;
            return node;
        }
    }
    if (parser->failed)
        return NULL;
    parser->failed = true;
    problem_add(
        parser->lexer.problems, PROBLEM_RULE_SYNTAX,
        problem_place(parser->lexer.problems, parser->lexer.phrase, from, parser->previous.to),
        "`needs` is followed by a point and the name of a need");
    return NULL;
}

static struct node *parse_atom(struct parser *parser)
{
    advance(parser);
    if (parser->failed)
        return NULL;
    if (token_is_symbol(&parser->previous, "("))
        return parse_group(parser);
    if (token_is_symbol(&parser->previous, "["))
        return parse_list(parser);
    if (token_is_word(&parser->previous, "needs"))
        return parse_need(parser);
    if (parser->previous.kind == TOKEN_WORD && token_is_symbol(&parser->token, "("))
        return parse_call(parser);
    return make_leaf(parser, parser->previous.from);
}

static bool begins_atom(const struct parser *parser)
{
    const struct token *token = &parser->token;
    if (token->kind == TOKEN_SYMBOL)
        return token_is_symbol(token, "(") || token_is_symbol(token, "[");
    return token->kind != TOKEN_END && operator_at(parser, INFIX) == NULL;
}

static struct node *parse_prefix(struct parser *parser, enum binding least)
{
    const struct function *prefix = operator_at(parser, PREFIX);
    if (prefix != NULL && prefix->binding >= least) {
        size_t from = parser->token.from;
        advance(parser);
        struct node *operand = parse_binding(parser, prefix->binding);
        return operand == NULL ? NULL : make_operation(parser, prefix, from, &operand, 1);
    }
    if (prefix != NULL || !begins_atom(parser))
        return fail_missing_value(parser);
    return parse_atom(parser);
}

/* The second of two comparisons in a row. Its right side is read for the hint alone. */
static void *fail_chain(struct parser *parser, const struct function *first, struct text left,
                        size_t middle_from)
{
    struct problems *problems = parser->lexer.problems;
    struct text source = parser->lexer.phrase->text;
    struct text middle = text_slice(source, middle_from, parser->previous.to);
    struct text second = parser->token.text;
    problem_add(problems, PROBLEM_RULE_SYNTAX, token_place(parser, &parser->token),
                "comparisons do not chain");
    struct problems unheard = {0};
    parser->lexer.problems = &unheard;
    advance(parser);
    size_t right_from = parser->token.from;
    if (parse_binding(parser, BINDS_SUM) != NULL) {
        struct text right = text_slice(source, right_from, parser->previous.to);
        problem_hint(problems, "write `%.*s %s %.*s and %.*s %.*s %.*s`", TEXT_ARG(left),
                     first->name, TEXT_ARG(middle), TEXT_ARG(middle), TEXT_ARG(second),
                     TEXT_ARG(right));
    } else {
        problem_hint(problems, "join two comparisons with `and`");
    }
    problems_release(&unheard);
    parser->lexer.problems = problems;
    parser->failed = true;
    return NULL;
}

static struct node *parse_operators(struct parser *parser, enum binding least)
{
    size_t from = parser->token.from;
    struct node *left = parse_prefix(parser, least);
    const struct function *compared = NULL; /* by which the left side is a comparison */
    struct text left_source = {0};
    size_t right_from = from;
    while (left != NULL) {
        const struct function *function = operator_at(parser, INFIX);
        if (parser->failed || function == NULL || function->binding < least)
            break;
        if (function->binding == BINDS_COMPARISON) {
            if (compared != NULL)
                return fail_chain(parser, compared, left_source, right_from);
            compared = function;
            left_source = text_slice(parser->lexer.phrase->text, from, parser->previous.to);
        }
        advance(parser);
        right_from = parser->token.from;
        struct node *operands[] = {left, parse_binding(parser, function->binding + 1)};
        left = operands[1] == NULL ? NULL : make_operation(parser, function, from, operands, 2);
    }
    return parser->failed ? NULL : left;
}

static struct node *parse_binding(struct parser *parser, enum binding least)
{
    if (parser->failed)
        return NULL;
    if (parser->depth == NESTING_LIMIT) {
        parser->failed = true;
        problem_add(parser->lexer.problems, PROBLEM_TOO_LARGE, token_place(parser, &parser->token),
                    "the expression is nested more than %d deep", NESTING_LIMIT);
        return NULL;
    }
    parser->depth++;
    struct node *node = parse_operators(parser, least);
    parser->depth--;
    return node;
}

struct node *parse_phrase(struct arena *arena, const struct phrase *phrase, size_t from, size_t to,
                          struct problems *problems, uint32_t *count)
{
    struct parser parser = {
        .arena = arena,
        .lexer = {.phrase = phrase, .at = from, .to = to, .problems = problems},
    };
    advance(&parser);
    parser.previous = (struct token){.kind = TOKEN_END};
    struct node *node = parse_binding(&parser, BINDS_OR);
    if (node != NULL && parser.token.kind != TOKEN_END)
        return fail_unexpected(&parser, "an operator");
    *count = parser.nodes;
    return node;
}
