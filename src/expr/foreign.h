/* Hints at what other languages write between two values. */
#ifndef SHORTLIST_EXPR_FOREIGN_H
#define SHORTLIST_EXPR_FOREIGN_H

#include "lex.h"

/*
 * Adds hints to the newest problem, of the token that stands where an operator was expected:
 * `previous` is what was read before it, the lexer is behind it.
 */
void hint_at_operator(const struct lexer *lexer, const struct token *previous,
                      const struct token *token);

#endif
