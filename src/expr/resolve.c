/*
 * Resolving: every name becomes a position, every word a value, every operator is held to its
 * types. One function for each way of taking operands; the tree is completed in place.
 */
#include "node.h"

const char *value_type_name(enum value_type type)
{
    static const char *const names[] = {
        [VALUE_NUMBER] = "a number", [VALUE_TRUTH] = "a condition (yes or no)",
        [VALUE_DATE] = "a date",     [VALUE_TEXT] = "a text",
        [VALUE_OPTION] = "a choice", [VALUE_SET] = "a set",
        [VALUE_WORDS] = "a list",
    };
    return names[type];
}

/* What to do about a value of one type where another is wanted. */
static void hint_at_type(struct linker *linker, const struct node *node, enum value_type wanted)
{
    struct problems *problems = linker->problems;
    struct text source = node_source(linker, node);
    if (node->type == VALUE_SET || node->type == VALUE_WORDS)
        problem_hint(problems, "ask `%.*s has …`, or how many: `count(%.*s)`", TEXT_ARG(source),
                     TEXT_ARG(source));
    else if (node->type == VALUE_DATE && wanted == VALUE_NUMBER)
        problem_hint(problems, "`days(%.*s)` is how many days it lies after as-of",
                     TEXT_ARG(source));
    else if (node->type == VALUE_OPTION && wanted == VALUE_TRUTH)
        problem_hint(problems, "compare it with an option: `%.*s == …`", TEXT_ARG(source));
    else if (node->type == VALUE_NUMBER && wanted == VALUE_TRUTH)
        problem_hint(problems, "compare it: `%.*s > …`", TEXT_ARG(source));
}

/* A literal that should not be in quotes. */
static void hint_at_quotes(struct linker *linker, const struct node *node)
{
    if (text_starts(node_source(linker, node), TEXT("\"")))
        problem_hint(linker->problems, "numbers, dates, yes and no are written without quotes");
}

/* Where a need has the value whose type is wrong. */
static void note_need(struct linker *linker, const struct node *node)
{
    bool is_need =
        node->kind == NODE_CONSTANT && text_starts(node_source(linker, node), TEXT("needs"));
    const struct need *need = is_need ? criteria_need(linker->criteria, node->word) : NULL;
    if (need != NULL)
        problem_note(linker->problems, need->place, "the need has its value here");
}

/* 2026-2-3, which is read as two differences: true when it was meant as a date, with a hint. */
static bool hint_at_date(struct linker *linker, const struct node *node)
{
    struct text text = node_source(linker, node);
    int parts[3] = {0};
    size_t digits[3] = {0};
    size_t part = 0;
    if (node->type != VALUE_NUMBER)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c >= '0' && c <= '9' && digits[part]++ < 4)
            parts[part] = parts[part] * 10 + (c - '0');
        else if (c != '-' || ++part == 3)
            return false;
    }
    bool is_day = parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
    if (part != 2 || digits[0] != 4 || digits[1] > 2 || digits[2] > 2 || !is_day)
        return false;
    problem_hint(linker->problems, "a date is written %04d-%02d-%02d", parts[0], parts[1],
                 parts[2]);
    return true;
}

bool expect_type(struct linker *linker, const struct node *node, enum value_type wanted,
                 const char *who)
{
    if (node->type == wanted)
        return true;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, node),
                "%s needs %s, but `%.*s` is %s", who, value_type_name(wanted),
                TEXT_ARG(node_source(linker, node)), value_type_name(node->type));
    hint_at_type(linker, node, wanted);
    note_need(linker, node);
    return false;
}

/* The same of an operand; the operator or function is who needs it. */
static bool expect_operand(struct linker *linker, const struct node *call,
                           const struct node *operand, enum value_type wanted)
{
    if (operand->type == wanted)
        return true;
    struct text who = text_format(linker->arena, "`%s`", call->function->name);
    return expect_type(linker, operand, wanted, who.ptr);
}

/* --- Operands of one type --------------------------------------------------------------------- */

static bool resolve_all(struct linker *linker, struct node *call, enum value_type type)
{
    bool good = true;
    for (size_t i = 0; i < call->operand_count; i++) {
        struct node *operand = call->operands[i];
        good &= resolve_node(linker, operand) && expect_operand(linker, call, operand, type);
    }
    return good;
}

static bool resolve_truths(struct linker *linker, struct node *call)
{
    return resolve_all(linker, call, VALUE_TRUTH);
}

static bool resolve_numbers(struct linker *linker, struct node *call)
{
    return resolve_all(linker, call, VALUE_NUMBER);
}

static bool resolve_date(struct linker *linker, struct node *call)
{
    return resolve_all(linker, call, VALUE_DATE);
}

static bool resolve_countable(struct linker *linker, struct node *call)
{
    struct node *operand = call->operands[0];
    return resolve_node(linker, operand) &&
           (operand->type == VALUE_WORDS || expect_operand(linker, call, operand, VALUE_SET));
}

/* --- Comparisons ------------------------------------------------------------------------------ */

/* Two resolved operands of different types. */
static bool fail_mixed(struct linker *linker, const struct node *call)
{
    const struct node *left = call->operands[0];
    const struct node *right = call->operands[1];
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, right),
                "`%s` compares two values of one type, but `%.*s` is %s and `%.*s` is %s",
                call->function->name, TEXT_ARG(node_source(linker, left)),
                value_type_name(left->type), TEXT_ARG(node_source(linker, right)),
                value_type_name(right->type));
    if (hint_at_date(linker, left) || hint_at_date(linker, right))
        return false;
    for (size_t i = 0; i < 2; i++) {
        const struct node *operand = call->operands[i];
        note_need(linker, operand);
        if (operand->type == VALUE_DATE)
            hint_at_type(linker, operand, VALUE_NUMBER);
        hint_at_quotes(linker, operand);
        if (operand->type == VALUE_TRUTH)
            problem_hint(linker->problems, "a condition is compared with `yes` or `no`");
    }
    return false;
}

/* An operand of a type that the operator does not take at all. */
static bool fail_operand(struct linker *linker, const struct node *call, const struct node *operand,
                         const char *takes)
{
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, operand),
                "`%s` compares %s, but `%.*s` is %s", call->function->name, takes,
                TEXT_ARG(node_source(linker, operand)), value_type_name(operand->type));
    if (operand->type == VALUE_OPTION)
        problem_hint(linker->problems, "options have no order: write `==`, or `in [a, b]`");
    else
        hint_at_type(linker, operand, VALUE_NUMBER);
    hint_at_quotes(linker, operand);
    note_need(linker, operand);
    return false;
}

/*
 * Both sides as values. A word on the right that means nothing is passed over when the left side is
 * wrong: it may be an option of what the left was to be.
 */
static bool resolve_pair(struct linker *linker, struct node *call)
{
    struct node *right = call->operands[1];
    bool good = resolve_node(linker, call->operands[0]);
    if (!good && right->kind == NODE_WORD && !names_anything(linker, right->word))
        return false;
    return resolve_node(linker, right) && good;
}

/* The operand that gives the other its meaning, the left one first. That it is a bearer says that
 * its name is known: it can be resolved. */
static struct bearer bearer_among(const struct linker *linker, const struct node *call,
                                  size_t *side)
{
    struct bearer bearer = bearer_of(linker, call->operands[0]);
    *side = 0;
    if (bearer.options == NULL) {
        bearer = bearer_of(linker, call->operands[1]);
        *side = 1;
    }
    return bearer;
}

static bool has_order(const struct node *node)
{
    return node->type == VALUE_NUMBER || node->type == VALUE_DATE;
}

static bool resolve_order(struct linker *linker, struct node *call)
{
    static const char takes[] = "two numbers or two dates";
    size_t side = 0;
    if (bearer_among(linker, call, &side).options != NULL) {
        resolve_node(linker, call->operands[side]);
        return fail_operand(linker, call, call->operands[side], takes);
    }
    if (!resolve_pair(linker, call))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (!has_order(call->operands[i]))
            return fail_operand(linker, call, call->operands[i], takes);
    }
    return call->operands[0]->type == call->operands[1]->type || fail_mixed(linker, call);
}

static bool has_equality(const struct node *node)
{
    return node->type != VALUE_SET && node->type != VALUE_WORDS;
}

static bool resolve_equal_sides(struct linker *linker, struct node *call)
{
    static const char takes[] = "single values";
    size_t side = 0;
    struct bearer bearer = bearer_among(linker, call, &side);
    if (bearer.options != NULL) {
        struct node *chosen = call->operands[side];
        resolve_node(linker, chosen);
        if (!has_equality(chosen))
            return fail_operand(linker, call, chosen, takes);
        return resolve_beside(linker, call->operands[1 - side], &bearer);
    }
    if (!resolve_pair(linker, call))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (!has_equality(call->operands[i]))
            return fail_operand(linker, call, call->operands[i], takes);
    }
    return true;
}

bool compares_truths(const struct node *node)
{
    return node->kind == NODE_CALL && node->function->operands == OPERANDS_EQUAL &&
           node->operands[0]->type == VALUE_TRUTH;
}

const struct node *constant_side(const struct node *node)
{
    return node->operands[node->operands[1]->kind == NODE_CONSTANT ? 1 : 0];
}

const struct node *other_side(const struct node *node)
{
    return node->operands[node->operands[1]->kind == NODE_CONSTANT ? 0 : 1];
}

static bool resolve_equal(struct linker *linker, struct node *call)
{
    const struct node *left = call->operands[0];
    const struct node *right = call->operands[1];
    if (!resolve_equal_sides(linker, call))
        return false;
    if (left->type != right->type)
        return fail_mixed(linker, call);
    if (left->type != VALUE_TRUTH || left->kind == NODE_CONSTANT || right->kind == NODE_CONSTANT)
        return true;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, call),
                "two conditions cannot be compared with each other");
    problem_hint(linker->problems,
                 "a condition stands alone or is compared with yes or no: `a == yes and b == no`");
    return false;
}

/* --- Calls over an id ------------------------------------------------------------------------- */

static bool resolve_answer_id(struct linker *linker, struct node *call)
{
    return resolve_criterion_id(linker, call) != NULL;
}

static bool resolve_points_id(struct linker *linker, struct node *call)
{
    const struct criterion *criterion = resolve_criterion_id(linker, call);
    if (criterion == NULL || criterion->type != TYPE_TEXT)
        return criterion != NULL;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, call->operands[0]),
                "`%.*s` is a text, which earns no points", TEXT_ARG(criterion->id.text));
    return false;
}

static bool resolve_cohort_id(struct linker *linker, struct node *call)
{
    const struct criterion *criterion = resolve_criterion_id(linker, call);
    if (criterion == NULL || criterion->type == TYPE_NUMBER || criterion->type == TYPE_RATING)
        return criterion != NULL;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, call->operands[0]),
                "`%s` needs a criterion that is a number or rating, but `%.*s` is a %s",
                call->function->name, TEXT_ARG(criterion->id.text),
                answer_type_words[criterion->type]);
    return false;
}

/* --- Any node --------------------------------------------------------------------------------- */

static bool expect_count(struct linker *linker, const struct node *call)
{
    const struct function *function = call->function;
    bool too_many = function->most != ANY_COUNT && call->operand_count > function->most;
    if (call->operand_count >= function->least && !too_many)
        return true;
    const char *plural = function->least == 1 ? "" : "s";
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, call),
                "`%s` takes %s%d value%s, not %zu", function->name,
                function->most == function->least ? "" : "at least ", function->least, plural,
                call->operand_count);
    if (function->most == ANY_COUNT && call->operand_count == 1)
        problem_hint(linker->problems, "over all vendors it is `%s`",
                     text_equal(call->word, TEXT("min")) ? "lowest" : "highest");
    return false;
}

static bool resolve_call(struct linker *linker, struct node *call)
{
    static bool (*const ways[])(struct linker *, struct node *) = {
        [OPERANDS_TRUTHS] = resolve_truths,
        [OPERANDS_NUMBERS] = resolve_numbers,
        [OPERANDS_EQUAL] = resolve_equal,
        [OPERANDS_ORDER] = resolve_order,
        [OPERANDS_IN] = resolve_in,
        [OPERANDS_HAS] = resolve_has,
        [OPERANDS_MEMBERS] = resolve_membership,
        [OPERANDS_DATE] = resolve_date,
        [OPERANDS_COUNTABLE] = resolve_countable,
        [OPERANDS_ANSWER] = resolve_answer_id,
        [OPERANDS_POINTS] = resolve_points_id,
        [OPERANDS_COHORT] = resolve_cohort_id,
        [OPERANDS_CATEGORY] = resolve_category_id,
    };
    if (call->function == NULL) {
        unknown_function(linker, call);
        return false;
    }
    call->type = call->function->result;
    read_stage(linker, call, call->function->stage);
    return expect_count(linker, call) && ways[call->function->operands](linker, call);
}

bool resolve_node(struct linker *linker, struct node *node)
{
    if (enough_problems(linker))
        return false;
    switch (node->kind) {
    case NODE_WORD:
        return resolve_word(linker, node);
    case NODE_NEED:
        return resolve_need(linker, node);
    case NODE_CALL:
        return resolve_call(linker, node);
    case NODE_LIST:
        problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, node),
                    "a list stands only right of `in`, `has_all` and `has_any`");
        return false;
    default:
        resolve_literal(node);
        return true;
    }
}
