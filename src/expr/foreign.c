/* What other languages write between two values, and how it is written here. */
#include "foreign.h"

/* Words that other languages have between two values. */
static const struct {
    const char *word;
    const char *hint;
} foreign_operators[] = {
    {"not", "write `not (x in [a, b])`"},
    {"between", "write `x >= 1 and x <= 5`"},
    {"equals", "write `==`"},
    {"contains", "write `has`"},
    {"includes", "write `has`"},
    {"any", "write `has_any`"},
    {"all", "write `has_all`"},
    {"xor", "write `(a and not b) or (b and not a)`"},
    {"if", "there is no conditional; write two rules"},
};

static bool is_one_of(const struct token *token, const char *const *words)
{
    while (*words != NULL && !token_is_word(token, *words))
        words++;
    return *words != NULL;
}

/* `price is open`, `tier is not gold`: by what follows the `is`, which is the next token. */
static void hint_at_is(const struct lexer *lexer, const struct token *left)
{
    static const char *const open[] = {"open",    "empty", "null",       "none",
                                       "missing", "blank", "unanswered", NULL};
    struct problems unheard = {0};
    struct lexer ahead = *lexer;
    ahead.problems = &unheard;
    struct token next = lexer_next(&ahead);
    bool negated = token_is_word(&next, "not");
    if (negated)
        next = lexer_next(&ahead);
    problems_release(&unheard);
    if (left->kind == TOKEN_WORD && is_one_of(&next, open))
        problem_hint(lexer->problems, "write `%sanswered(%.*s)`", negated ? "" : "not ",
                     TEXT_ARG(left->text));
    else
        problem_hint(lexer->problems, "write `%s`", negated ? "!=" : "==");
}

void hint_at_operator(const struct lexer *lexer, const struct token *previous,
                      const struct token *token)
{
    struct problems *problems = lexer->problems;
    struct text text = lexer->phrase->text;
    for (size_t i = 0; i < sizeof foreign_operators / sizeof *foreign_operators; i++) {
        if (!token_is_word(token, foreign_operators[i].word))
            continue;
        problem_hint(problems, "%s", foreign_operators[i].hint);
        return;
    }
    if (token_is_word(previous, "if")) {
        problem_hint(problems, "`when` needs no `if`: write the condition alone");
        return;
    }
    if (token_is_word(token, "is")) {
        hint_at_is(lexer, previous);
        return;
    }
    if (token->kind == TOKEN_WORD && previous->kind == TOKEN_NUMBER)
        problem_hint(problems, "if it is a unit, write the number alone");
    bool digit_follows =
        token->to < text.len && text.ptr[token->to] >= '0' && text.ptr[token->to] <= '9';
    if (token_is_symbol(token, ",") && previous->kind == TOKEN_NUMBER &&
        previous->to == token->from && digit_follows)
        problem_hint(problems, "write a point for decimals: 1.5");
    if (token_is_symbol(token, ".") && token_is_word(previous, "needs"))
        problem_hint(problems, "a list holds its words itself; a need stands alone: `in needs.x`");
    else if (token_is_symbol(token, ".") && previous->kind == TOKEN_WORD)
        problem_hint(problems, "only `needs` is followed by a point");
}
