/* The escaper of Markdown. */
#include "markdown_text.h"

#include <string.h>

enum {
    HASH_LEAST = 7, /* digits of a commit's hash that GitHub takes for one */
    HASH_MOST = 40
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static char byte_at(struct text text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

/* The text from `at` on begins like this, in any case. */
static bool continues(struct text text, size_t at, const char *with)
{
    size_t len = strlen(with);
    return at + len <= text.len &&
           text_equal_fold(text_slice(text, at, at + len), (struct text){with, len});
}

/* --- What GitHub finds in the rendered page ------------------------------------------------- */

/* ":name:" begins at the colon. */
static bool is_emoji(struct text text, size_t colon)
{
    size_t at = colon + 1;
    while (is_alnum(byte_at(text, at)) || (at < text.len && strchr("_+-", text.ptr[at]) != NULL))
        at++;
    return at > colon + 1 && byte_at(text, at) == ':';
}

/* Whether the character is what makes an address, a mention, a number, an emoji or a formula. */
static bool makes_link(struct text text, size_t at)
{
    switch (text.ptr[at]) {
    case '@':
    case '#':
    case '$':
        return true;
    case ':':
        return continues(text, at, "://") || is_emoji(text, at);
    case '.':
        return at >= 3 && continues(text, at - 3, "www.");
    case '-':
        return at >= 2 && continues(text, at - 2, "gh-") && is_digit(byte_at(text, at + 1)) &&
               !(at >= 3 && is_alnum(text.ptr[at - 3]));
    default:
        return false;
    }
}

/* How many bytes from `at` on a word has that looks like the hash of a commit; else 0. */
static size_t hash_length(struct text text, size_t at, char before)
{
    size_t len = 0;
    size_t digits = 0;
    if (is_alnum(before) || before == '_')
        return 0;
    for (; is_hex(byte_at(text, at + len)); len++)
        digits += is_digit(text.ptr[at + len]);
    char behind = byte_at(text, at + len);
    bool whole = !is_alnum(behind) && behind != '_';
    return whole && len >= HASH_LEAST && len <= HASH_MOST && digits < len ? len : 0;
}

static void set_apart(struct sink *sink, char c)
{
    sink_string(sink, "<span>");
    sink_char(sink, c);
    sink_string(sink, "</span>");
}

/* In pieces that are too short for a hash. */
static void write_hash(struct sink *sink, struct text hash)
{
    for (size_t i = 0; i < hash.len; i++) {
        if (i % HASH_LEAST == HASH_LEAST - 1)
            set_apart(sink, hash.ptr[i]);
        else
            sink_char(sink, hash.ptr[i]);
    }
}

/* --- What Markdown reads -------------------------------------------------------------------- */

/* An underscore within a word means nothing. */
static bool is_within_word(struct text text, size_t at, char before)
{
    return is_alnum(before) && is_alnum(byte_at(text, at + 1));
}

static bool takes_backslash(struct text text, size_t at, char before)
{
    char c = text.ptr[at];
    if (c == '_')
        return !is_within_word(text, at, before);
    return c != '\0' && strchr("\\`*[]{}|~", c) != NULL;
}

/* What stands for the character; NULL for itself. */
static const char *entity(struct text text, size_t at)
{
    char behind = byte_at(text, at + 1);
    switch (text.ptr[at]) {
    case '<':
        return "&lt;";
    case '&':
        return behind == '\0' || behind == '#' || is_alnum(behind) ? "&amp;" : NULL;
    case '\r':
        return behind == '\n' ? "" : "<br>";
    case '\n':
        return "<br>";
    case '\t':
        return " ";
    default:
        return NULL;
    }
}

/* A mark stands alone, or with a space behind it. */
static bool ends_mark(char behind)
{
    return behind == '\0' || behind == ' ';
}

/* Where the mark of a list, a quote, a rule or an underline begins the line, its last character;
 * else the length of the text. */
static size_t line_mark(struct text text)
{
    char first = byte_at(text, 0);
    char second = byte_at(text, 1);
    size_t at = 0;
    if (first == '>' || first == '=' || (first == '-' && second == '-') ||
        ((first == '-' || first == '+') && ends_mark(second)))
        return 0;
    while (is_digit(byte_at(text, at)))
        at++;
    bool dotted = at > 0 && (byte_at(text, at) == '.' || byte_at(text, at) == ')');
    return dotted && ends_mark(byte_at(text, at + 1)) ? at : text.len;
}

/*
 * The size of a space beyond ASCII that begins at `at` and its code point; else 0. As an entity it
 * is no space for the rules of emphasis, so that a name may begin or end with one.
 */
static size_t wide_space(struct text text, size_t at, unsigned *code)
{
    const unsigned char a = (unsigned char)byte_at(text, at);
    const unsigned char b = (unsigned char)byte_at(text, at + 1);
    const unsigned char c = (unsigned char)byte_at(text, at + 2);
    if (a == 0xC2 && b == 0xA0) {
        *code = 0xA0;
        return 2;
    }
    if (a < 0xE1 || a > 0xE3)
        return 0;
    *code = (a & 0x0Fu) << 12 | (b & 0x3Fu) << 6 | (c & 0x3Fu);
    bool space = *code == 0x1680 || (*code >= 0x2000 && *code <= 0x200A) || *code == 0x202F ||
                 *code == 0x205F || *code == 0x3000;
    return space ? 3 : 0;
}

/* Writes what stands at `at`; returns how many bytes that was. */
static size_t write_next(struct sink *sink, struct text text, size_t at, char before)
{
    unsigned code = 0;
    size_t hash = hash_length(text, at, before);
    size_t space = wide_space(text, at, &code);
    const char *instead = entity(text, at);
    if (hash > 0) {
        write_hash(sink, text_slice(text, at, at + hash));
        return hash;
    }
    if (space > 0) {
        sink_format(sink, "&#%u;", code);
        return space;
    }
    if (instead != NULL) {
        sink_string(sink, instead);
        return 1;
    }
    if (makes_link(text, at)) {
        set_apart(sink, text.ptr[at]);
        return 1;
    }
    if (takes_backslash(text, at, before))
        sink_char(sink, '\\');
    sink_char(sink, text.ptr[at]);
    return 1;
}

void markdown_escape(struct sink *sink, struct text text, struct markdown_place place)
{
    size_t mark = place.begins_line ? line_mark(text) : text.len;
    for (size_t at = 0; at < text.len;) {
        char before = at > 0 ? text.ptr[at - 1] : place.before;
        if (at == mark)
            sink_char(sink, '\\');
        at += write_next(sink, text, at, before);
    }
}
