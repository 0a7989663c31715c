/*
 * Lexing: numbers, dates, strings, words and symbols. What other languages write differently is
 * recognised, so that the error can say how it is written here.
 */
#include "lex.h"

#include <string.h>

#include "shortlist/date.h"
#include "shortlist/number.h"

/* --- Characters ------------------------------------------------------------------------------- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_' || is_digit(c);
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_word(char c)
{
    return is_lower(c) || is_upper(c);
}

/* How many bytes the character at the start of a valid UTF-8 text has. */
static size_t character_length(struct text text)
{
    unsigned char lead = (unsigned char)text.ptr[0];
    size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return length < text.len ? length : text.len;
}

/* What is left to read, from an offset on. */
static struct text rest(const struct lexer *lexer, size_t from)
{
    return text_slice(lexer->phrase->text, from, lexer->to);
}

/* How many characters of a kind stand at the start. */
static size_t run_length(struct text text, bool (*belongs)(char))
{
    size_t length = 0;
    while (length < text.len && belongs(text.ptr[length]))
        length++;
    return length;
}

/* --- Tokens ----------------------------------------------------------------------------------- */

static struct token make_token(const struct lexer *lexer, enum token_kind kind, size_t length)
{
    return (struct token){
        .kind = kind,
        .text = text_slice(lexer->phrase->text, lexer->at, lexer->at + length),
        .from = lexer->at,
        .to = lexer->at + length,
    };
}

static struct place token_place(const struct lexer *lexer, const struct token *token)
{
    return problem_place(lexer->problems, lexer->phrase, token->from, token->to);
}

/* What someone may have meant as part of a number: 12abc, 1.2.3, 1:30. */
static bool is_number_like(char c)
{
    return is_word(c) || c == '.' || c == ':';
}

/* The whole run that someone meant as a number, with the sign of its exponent. */
static size_t number_length(struct text text)
{
    size_t length = run_length(text, is_number_like);
    bool exponent = text.ptr[length - 1] == 'e' || text.ptr[length - 1] == 'E';
    if (exponent && length < text.len && (text.ptr[length] == '+' || text.ptr[length] == '-')) {
        length++;
        length += run_length(text_slice(text, length, text.len), is_number_like);
    }
    return length;
}

static bool looks_like_date(struct text text)
{
    static const char shape[] = "dddd-dd-dd";
    if (text.len < sizeof shape - 1)
        return false;
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        if (shape[i] == 'd' ? !is_digit(text.ptr[i]) : text.ptr[i] != shape[i])
            return false;
    }
    return true;
}

static struct token lex_date(struct lexer *lexer)
{
    enum { LENGTH = DATE_SIZE - 1 };
    struct text text = rest(lexer, lexer->at);
    size_t excess = run_length(text_slice(text, LENGTH, text.len), is_word);
    struct token token = make_token(lexer, TOKEN_DATE, LENGTH + excess);
    int32_t day = 0;
    if (excess > 0) {
        token.kind = TOKEN_BAD;
        problem_add(lexer->problems, PROBLEM_BAD_DATE, token_place(lexer, &token),
                    "`%.*s` is not a date", TEXT_ARG(token.text));
        problem_hint(lexer->problems, "a date is written YYYY-MM-DD, without a time of day");
    } else if (date_parse(token.text, &day) != DATE_FINE) {
        token.kind = TOKEN_BAD;
        problem_add(lexer->problems, PROBLEM_BAD_DATE, token_place(lexer, &token),
                    "there is no day %.*s in the calendar", TEXT_ARG(token.text));
    }
    token.value = day;
    return token;
}

/* Up to the next comma, which in an expression parts two values: `min(1,5)`. */
static struct text until_comma(struct text text)
{
    const char *comma = memchr(text.ptr, ',', text.len);
    return comma == NULL ? text : text_slice(text, 0, (size_t)(comma - text.ptr));
}

/* Whether letters follow a number at once; an exponent without its digits is no unit. */
static bool begins_unit(struct text text)
{
    bool letter = text.len > 0 && is_word(text.ptr[0]) && !is_digit(text.ptr[0]);
    bool exponent = letter && (text.ptr[0] == 'e' || text.ptr[0] == 'E') &&
                    (text.len == 1 || !is_word(text.ptr[1]));
    return letter && !exponent;
}

static struct token lex_number(struct lexer *lexer)
{
    struct text text = until_comma(rest(lexer, lexer->at));
    double value = 0;
    size_t used = 0;
    enum number_fault fault = number_parse(text, &value, &used);
    if (fault == NUMBER_FINE && (used == text.len || !is_number_like(text.ptr[used]))) {
        struct token token = make_token(lexer, TOKEN_NUMBER, used);
        token.value = value;
        return token;
    }
    struct token token = make_token(lexer, TOKEN_BAD, number_length(text));
    problem_add(lexer->problems, PROBLEM_BAD_NUMBER, token_place(lexer, &token),
                "`%.*s` is not a number", TEXT_ARG(token.text));
    if (fault != NUMBER_FINE)
        problem_hint(lexer->problems, "%s", number_hint(fault));
    else if (begins_unit(text_slice(text, used, text.len)))
        problem_hint(lexer->problems, "write the number alone, without a unit");
    return token;
}

static struct token lex_string(struct lexer *lexer)
{
    struct text text = rest(lexer, lexer->at);
    const char *end = memchr(text.ptr + 1, '"', text.len - 1);
    if (end == NULL) {
        struct token token = make_token(lexer, TOKEN_BAD, 1);
        problem_add(lexer->problems, PROBLEM_RULE_SYNTAX, token_place(lexer, &token),
                    "the text that begins here is never closed");
        problem_hint(lexer->problems, "end it with a double quote");
        return token;
    }
    struct token token = make_token(lexer, TOKEN_STRING, (size_t)(end - text.ptr) + 1);
    token.text = text_slice(token.text, 1, token.text.len - 1);
    return token;
}

/* A word of the language that was written with capitals, as it should be; or NULL. */
static const char *lower_case(struct text word)
{
    static const char *const words[] = {
        "and", "or", "not", "in", "has", "has_all", "has_any", "yes", "no", "as_of", "total",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_equal_fold(word, text_from(words[i])))
            return words[i];
    }
    return NULL;
}

static struct token lex_word(struct lexer *lexer)
{
    size_t length = run_length(rest(lexer, lexer->at), is_word);
    struct token token = make_token(lexer, TOKEN_WORD, length);
    if (token.text.ptr[0] != '_' && run_length(token.text, is_lower) == length)
        return token;
    token.kind = TOKEN_BAD;
    problem_add(lexer->problems, PROBLEM_RULE_SYNTAX, token_place(lexer, &token),
                "`%.*s` is no word of the rule language", TEXT_ARG(token.text));
    const char *spelling = lower_case(token.text);
    if (spelling != NULL)
        problem_hint(lexer->problems, "write `%s`", spelling);
    else if (lexer->after_number)
        problem_hint(lexer->problems, "write the number alone, without a unit");
    else
        problem_hint(lexer->problems, "names and words are in lower case and begin with a letter");
    return token;
}

/* --- Symbols ---------------------------------------------------------------------------------- */

/* Of two that begin alike, the longer stands first. A hint marks what is no symbol here. */
static const struct symbol {
    const char *spelling;
    const char *hint;
} symbols[] = {
    {"===", "write `==`"},
    {"!==", "write `!=`"},
    {"==", NULL},
    {"=>", "write `>=`"},
    {"=<", "write `<=`"},
    {"=", "write `==` to compare"},
    {"!=", NULL},
    {"!", "write `not`"},
    {"<>", "write `!=`"},
    {"<=", NULL},
    {"<", NULL},
    {">=", NULL},
    {">", NULL},
    {"&&", "write `and`"},
    {"&", "write `and`"},
    {"||", "write `or`"},
    {"|", "write `or`"},
    {"+", NULL},
    {"-", NULL},
    {"**", "there are no powers: write `x * x`"},
    {"*", NULL},
    {"/", NULL},
    {"(", NULL},
    {")", NULL},
    {"[", NULL},
    {"]", NULL},
    {",", NULL},
    {".", NULL},
    {"'", "write texts in double quotes: \"…\""},
    {"`", "write names as they are, and texts in double quotes"},
    {"%", "write the number alone: 40 for 40 %, or 0.4 as a factor"},
    {"^", "there are no powers: write `x * x`"},
    {"?", "there is no conditional; write two rules"},
    {":", "nothing in an expression takes a colon"},
    {";", "parts are joined by `and` or `or`"},
    {"{", "lists stand in [ ], groups in ( )"},
    {"}", "lists stand in [ ], groups in ( )"},
    {"$", "write names as they are"},
    {"\xe2\x89\xa4", "write `<=`"},                              /* ≤ */
    {"\xe2\x89\xa5", "write `>=`"},                              /* ≥ */
    {"\xe2\x89\xa0", "write `!=`"},                              /* ≠ */
    {"\xc3\x97", "write `*`"},                                   /* × */
    {"\xc3\xb7", "write `/`"},                                   /* ÷ */
    {"\xe2\x88\x92", "write a plain `-`"},                       /* − */
    {"\xe2\x80\x93", "write a plain `-`"},                       /* – */
    {"\xe2\x80\x9c", "write plain double quotes: \""},           /* “ */
    {"\xe2\x80\x9d", "write plain double quotes: \""},           /* ” */
    {"\xe2\x80\x9e", "write plain double quotes: \""},           /* „ */
    {"\xc2\xa0", "this is a no-break space: write a plain one"}, /* no-break space */
};

static const struct symbol *find_symbol(struct text text)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        const char *spelling = symbols[i].spelling;
        if (text.len > 0 && spelling[0] == text.ptr[0] && text_starts(text, text_from(spelling)))
            return &symbols[i];
    }
    return NULL;
}

/* .5 and the like: a point with a digit behind it. */
static bool begins_fraction(struct text text)
{
    return text.len > 1 && text.ptr[0] == '.' && is_digit(text.ptr[1]);
}

static struct token lex_symbol(struct lexer *lexer)
{
    struct text text = rest(lexer, lexer->at);
    const struct symbol *symbol = find_symbol(text);
    size_t length = symbol == NULL ? character_length(text) : strlen(symbol->spelling);
    struct token token = make_token(lexer, TOKEN_SYMBOL, length);
    if (symbol != NULL && symbol->hint == NULL)
        return token;
    token.kind = TOKEN_BAD;
    problem_add(lexer->problems, PROBLEM_RULE_SYNTAX, token_place(lexer, &token),
                "`%.*s` has no meaning in the rule language", TEXT_ARG(token.text));
    if (symbol != NULL)
        problem_hint(lexer->problems, "%s", symbol->hint);
    return token;
}

struct token lexer_next(struct lexer *lexer)
{
    size_t before = lexer->at;
    lexer->at += run_length(rest(lexer, lexer->at), is_space);
    struct text text = rest(lexer, lexer->at);
    struct token token;
    if (text.len == 0)
        return (struct token){.kind = TOKEN_END, .from = before, .to = before};
    if (looks_like_date(text))
        token = lex_date(lexer);
    else if (is_digit(text.ptr[0]) || begins_fraction(text))
        token = lex_number(lexer);
    else if (text.ptr[0] == '"')
        token = lex_string(lexer);
    else if (is_word(text.ptr[0]))
        token = lex_word(lexer);
    else
        token = lex_symbol(lexer);
    lexer->at = token.to;
    lexer->after_number = token.kind == TOKEN_NUMBER;
    return token;
}
