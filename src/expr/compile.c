/* Compiling an expression: parsing, resolving, and the check of what it yields. */
#include "node.h"

bool enough_problems(const struct linker *linker)
{
    return linker->problems->totals[PROBLEM_ERROR] - linker->errors >= PROBLEMS_KEPT;
}

const struct expr *compile_part(struct linker *linker, size_t from, size_t to, bool any_type)
{
    uint32_t count = 0;
    if (enough_problems(linker))
        return NULL;
    struct node *root =
        parse_phrase(linker->arena, linker->phrase, from, to, linker->problems, &count);
    if (root == NULL || !resolve_node(linker, root) || linker->failed)
        return NULL;
    if (!any_type && !expect_type(linker, root, linker->rules.type, linker->rules.what))
        return NULL;
    struct expr *expr = arena_new(linker->arena, struct expr);
    *expr = (struct expr){.root = root, .stage = linker->stage, .node_count = count};
    return expr;
}

const struct expr *expr_compile(struct arena *arena, const struct phrase *phrase,
                                const struct criteria *criteria, const struct expr_rules *rules,
                                struct problems *problems)
{
    struct linker linker = {
        .arena = arena,
        .phrase = phrase,
        .criteria = criteria,
        .rules = *rules,
        .problems = problems,
        .stage = STAGE_NEEDS,
        .errors = problems->totals[PROBLEM_ERROR],
    };
    return compile_part(&linker, 0, phrase->text.len, false);
}

enum stage expr_stage(const struct expr *expr)
{
    return expr->stage;
}
