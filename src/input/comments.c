/* Comments that may be none. */
#include "comments.h"

#include <string.h>

#include "shortlist/unicode.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* --- Behind scalars ----------------------------------------------------------------------- */

static bool holds_hash(struct text text)
{
    return text.len > 0 && memchr(text.ptr, '#', text.len) != NULL;
}

void comment_finder_begin(struct comment_finder *finder, const struct source *source)
{
    *finder = (struct comment_finder){.has_any = holds_hash(source->bytes)};
}

static void go_to_line(struct comment_finder *finder, const struct source *source, uint32_t number)
{
    finder->number = number;
    finder->line = line_finder_line(&finder->lines, source, number);
    finder->column = 1;
    finder->offset = 0;
    if (!holds_hash(finder->line))
        finder->line.len = 0;
}

/* What stands behind a place in its line; nothing when there is no # in the line. */
static struct text rest_of_line(struct comment_finder *finder, const struct source *source,
                                uint32_t number, uint32_t column)
{
    if (finder->number != number || finder->column > column)
        go_to_line(finder, source, number);
    struct text rest = text_slice(finder->line, finder->offset, finder->line.len);
    finder->offset += unicode_offset(rest, column - finder->column);
    finder->column = column;
    return text_slice(finder->line, finder->offset, finder->line.len);
}

bool comment_follows(struct comment_finder *finder, const struct place *scalar)
{
    if (!finder->has_any)
        return false;
    struct text rest = rest_of_line(finder, scalar->source, scalar->end_line, scalar->end_column);
    if (rest.len < 2 || !is_blank(rest.ptr[0]) || rest.ptr[1] != '#')
        return false;
    bool is_empty = scalar->line == scalar->end_line && scalar->column == scalar->end_column;
    return !is_empty || (rest.len > 2 && !is_blank(rest.ptr[2]) && rest.ptr[2] != '#');
}

/* Whether a comment may have been meant as a part of a scalar that was read. */
static bool is_cut(const struct yaml_node *node)
{
    return node->kind == YAML_SCALAR && node->before_comment;
}

void warn_of_comment(struct problems *problems, const struct yaml_node *scalar)
{
    bool is_null = node_is_open(scalar) && scalar->text.len > 0;
    if (!is_cut(scalar) || is_null)
        return;
    struct place end = scalar->place;
    end.line = end.end_line;
    end.column = end.end_column;
    problem_add(problems, PROBLEM_COMMENT_IN_TEXT, end,
                "what follows the # is a comment, no part of the value");
    problem_hint(problems, "put the whole value in quotes, or set the comment off by two blanks");
}

/* --- What is missing because of them ------------------------------------------------------- */

static void hint_quotes(struct problems *problems)
{
    problem_hint(problems,
                 "a # behind a blank begins a comment: put the text that holds it in quotes");
}

bool hint_lost_value(struct problems *problems, const struct yaml_node *scalar)
{
    if (!is_cut(scalar) || scalar->text.len > 0)
        return false;
    hint_quotes(problems);
    return true;
}

void hint_lost_line(struct problems *problems, const struct yaml_node *scalar)
{
    if (is_cut(scalar))
        problem_hint(problems,
                     "the text above ends at its #, which begins a comment: put the whole "
                     "text in quotes, or the comment elsewhere");
}

/* Whether a quote here begins a quoted text, and is no apostrophe. */
static bool begins_scalar(struct text line, size_t at)
{
    return at == 0 || (line.ptr[at - 1] != '\0' && strchr(" \t{[,:", line.ptr[at - 1]) != NULL);
}

/* Whether the character behind this one is none of the quotes' own: \" and ''. */
static bool is_escaped(struct text line, size_t at, char quote)
{
    bool is_doubled = at + 1 < line.len && line.ptr[at] == '\'' && line.ptr[at + 1] == '\'';
    return (quote == '"' && line.ptr[at] == '\\') || (quote == '\'' && is_doubled);
}

/* The comment in a part of a line within brackets, or an empty text. */
static struct text comment_in(struct text line)
{
    char quote = '\0';
    for (size_t at = 0; at < line.len; at++) {
        char here = line.ptr[at];
        if (is_escaped(line, at, quote))
            at++;
        else if (quote != '\0')
            quote = here == quote ? '\0' : quote;
        else if ((here == '"' || here == '\'') && begins_scalar(line, at))
            quote = here;
        else if (here == '#' && at > 0 && is_blank(line.ptr[at - 1]))
            return text_slice(line, at, line.len);
    }
    return TEXT("");
}

/* Whether the comment in a line from a column on holds what brackets need. */
static bool holds_marks(const struct source *source, uint32_t number, uint32_t column)
{
    struct text line = source_line(source, number);
    struct text rest = text_slice(line, unicode_offset(line, column - 1), line.len);
    struct text comment = comment_in(rest);
    bool any = false;
    for (size_t i = 0; i < comment.len; i++)
        any = any || (comment.ptr[i] != '\0' && strchr(",]}", comment.ptr[i]) != NULL);
    return any;
}

void hint_lost_bracket(struct problems *problems, struct place bracket,
                       const struct yaml_node *scalar)
{
    const struct place *last = &scalar->place;
    if (holds_marks(bracket.source, bracket.line, bracket.column) ||
        (scalar->kind == YAML_SCALAR &&
         holds_marks(last->source, last->end_line, last->end_column)))
        hint_quotes(problems);
}
