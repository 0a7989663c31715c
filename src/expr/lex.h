/* The words and symbols of an expression, one at a time. */
#ifndef SHORTLIST_EXPR_LEX_H
#define SHORTLIST_EXPR_LEX_H

#include <stdbool.h>

#include "shortlist/arena.h"
#include "shortlist/problem.h"
#include "shortlist/source.h"

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_DATE,
    TOKEN_STRING, /* text: what stands between the quotes */
    TOKEN_WORD,
    TOKEN_SYMBOL, /* text: "==", "(", … */
    TOKEN_BAD,    /* a problem was added */
};

struct token {
    enum token_kind kind;
    struct text text;
    size_t from; /* bytes of the phrase, quotes included */
    size_t to;
    double value; /* of a number; of a date, in days */
};

static inline bool token_is_symbol(const struct token *token, const char *spelling)
{
    return token->kind == TOKEN_SYMBOL && text_equal(token->text, text_from(spelling));
}

static inline bool token_is_word(const struct token *token, const char *word)
{
    return token->kind == TOKEN_WORD && text_equal(token->text, text_from(word));
}

struct lexer {
    const struct phrase *phrase;
    size_t at; /* the next byte */
    size_t to; /* where to stop */
    struct problems *problems;
    bool after_number; /* the token read last was one: a word behind it is a unit */
};

/* The next token. The end stands just behind the last one, before trailing spaces. */
struct token lexer_next(struct lexer *lexer);

#endif
