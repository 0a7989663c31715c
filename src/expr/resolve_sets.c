/*
 * Resolving the operators over lists and sets: in, has, has_all, has_any. What a bare word beside
 * them means is told by the options of the other side.
 */
#include "node.h"

static bool is_bare(const struct node *node)
{
    return node->kind == NODE_WORD || node->kind == NODE_STRING;
}

static bool names_set(const struct linker *linker, const struct node *node)
{
    const struct criterion *criterion = named_criterion(linker, node);
    return criterion != NULL && criterion->type == TYPE_SET;
}

/* The right side of `in` is no list. */
static bool fail_in(struct linker *linker, const struct node *call)
{
    const struct node *left = call->operands[0];
    const struct node *right = call->operands[1];
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, right),
                "`in` needs a list on its right, or a need that is one");
    if (names_set(linker, right))
        problem_hint(linker->problems, "`%.*s` is a set: write `%.*s has %.*s`",
                     TEXT_ARG(right->word), TEXT_ARG(right->word),
                     TEXT_ARG(node_source(linker, left)));
    return false;
}

/* Whether a value of the type can stand left of `in`. */
static bool expect_item(struct linker *linker, const struct node *node)
{
    if (node->type == VALUE_NUMBER || node->type == VALUE_DATE || node->type == VALUE_TEXT ||
        node->type == VALUE_OPTION)
        return true;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, node),
                "`in` looks for a number, date, text or option, but `%.*s` is %s",
                TEXT_ARG(node_source(linker, node)), value_type_name(node->type));
    if (node->type == VALUE_SET || node->type == VALUE_WORDS)
        problem_hint(linker->problems, "write `has_any`, or `has_all`");
    return false;
}

bool resolve_in(struct linker *linker, struct node *call)
{
    struct node *left = call->operands[0];
    struct node *right = call->operands[1];
    struct bearer bearer = bearer_of(linker, left);
    struct bearer listed = bearer_of(linker, right);
    if (right->kind == NODE_NEED && named_need(linker, right) == NULL)
        return resolve_need(linker, right);
    if (!is_list(linker, right))
        return fail_in(linker, call);
    if (bearer.options != NULL) {
        resolve_node(linker, left);
        return expect_item(linker, left) && resolve_members(linker, right, &bearer);
    }
    if (listed.options != NULL && is_bare(left)) {
        resolve_need(linker, right);
        return resolve_beside(linker, left, &listed);
    }
    if (right->kind == NODE_NEED && left->kind == NODE_WORD &&
        !names_anything(linker, left->word)) {
        unquoted_word(linker, left);
        return false;
    }
    return resolve_node(linker, left) && expect_item(linker, left) &&
           resolve_list(linker, right, left->type);
}

/* The left side of `has`, `has_all`, `has_any`: a set or a need that is a list. */
static bool expect_holder(struct linker *linker, const struct node *call)
{
    struct node *left = call->operands[0];
    if (names_set(linker, left) || (left->kind == NODE_NEED && is_list(linker, left)))
        return true;
    if (left->kind != NODE_LIST && !resolve_node(linker, left))
        return false;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, left),
                "`%s` needs a set on its left, or a need that is a list", call->function->name);
    if (left->type == VALUE_OPTION)
        problem_hint(linker->problems, "`%.*s` is a choice: write `==`, or `in [a, b]`",
                     TEXT_ARG(node_source(linker, left)));
    return false;
}

/* The right side of `has` is no option. */
static bool fail_has(struct linker *linker, const struct node *call, const char *what)
{
    const struct node *right = call->operands[1];
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, right),
                "`has` looks for one option, but `%.*s` is %s",
                TEXT_ARG(node_source(linker, right)), what);
    return false;
}

/* One option of a need that declares none: a text, for nothing gives a bare word its meaning. */
static bool resolve_has_text(struct linker *linker, struct node *call)
{
    struct node *left = call->operands[0];
    struct node *right = call->operands[1];
    if (right->kind != NODE_WORD)
        return resolve_node(linker, right) &&
               (right->type == VALUE_TEXT || fail_has(linker, call, value_type_name(right->type)));
    if (named_criterion(linker, right) == NULL) {
        unquoted_word(linker, right);
        return false;
    }
    fail_has(linker, call, "a criterion");
    problem_hint(linker->problems, "write `%.*s in %.*s`", TEXT_ARG(right->word),
                 TEXT_ARG(node_source(linker, left)));
    return false;
}

bool resolve_has(struct linker *linker, struct node *call)
{
    struct node *left = call->operands[0];
    struct node *right = call->operands[1];
    struct bearer bearer = bearer_of(linker, left);
    if (!expect_holder(linker, call))
        return false;
    resolve_node(linker, left);
    if (is_list(linker, right)) {
        fail_has(linker, call, "a list");
        problem_hint(linker->problems, "for several write `has_all` or `has_any`");
        return false;
    }
    if (bearer.options == NULL)
        return resolve_has_text(linker, call);
    enum value_type wanted = left->type == VALUE_SET ? VALUE_OPTION : VALUE_TEXT;
    return resolve_beside(linker, right, &bearer) &&
           (right->type == wanted || fail_has(linker, call, value_type_name(right->type)));
}

/* How the options of the right set are found among those of the left; NULL where they are the same.
 */
static const uint8_t *translation_of(struct linker *linker, const struct options *left,
                                     const struct options *right)
{
    uint8_t *translation = arena_array(linker->arena, uint8_t, OPTIONS_LIMIT);
    bool same = true;
    for (size_t i = 0; i < right->count; i++) {
        translation[i] = options_find(left, right->items[i].id);
        same &= translation[i] == i;
    }
    return same ? NULL : translation;
}

/* The right side of has_all and has_any, where it is neither a list nor a set. */
static bool fail_members(struct linker *linker, const struct node *call)
{
    const struct node *right = call->operands[1];
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, right),
                "`%s` needs a list, a need that is one, or a set criterion on its right",
                call->function->name);
    if (is_bare(right) && named_criterion(linker, right) == NULL)
        problem_hint(linker->problems, "options stand in a list: `[%.*s]`",
                     TEXT_ARG(node_source(linker, right)));
    return false;
}

static bool resolve_member_sides(struct linker *linker, struct node *call)
{
    struct node *left = call->operands[0];
    struct node *right = call->operands[1];
    struct bearer bearer = bearer_of(linker, left);
    if (right->kind == NODE_NEED && named_need(linker, right) == NULL)
        return resolve_need(linker, right);
    if (names_set(linker, right)) {
        struct bearer other = bearer_of(linker, right);
        resolve_node(linker, right);
        if (left->kind == NODE_NEED)
            return resolve_members(linker, left, &other);
        call->translation = translation_of(linker, bearer.options, other.options);
        return resolve_node(linker, left);
    }
    if (!is_list(linker, right))
        return fail_members(linker, call);
    resolve_node(linker, left);
    return bearer.options != NULL ? resolve_members(linker, right, &bearer)
                                  : resolve_list(linker, right, VALUE_TEXT);
}

bool resolve_membership(struct linker *linker, struct node *call)
{
    return expect_holder(linker, call) && resolve_member_sides(linker, call);
}
