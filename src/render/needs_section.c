/* Where the needs stand in the file of a profile. */
#include "needs_section.h"

#include "yaml_line.h"

/* `needs:`, and nothing behind it but a comment. */
static bool is_heading(struct text line)
{
    struct text rest = text_trim(line);
    if (!text_starts(rest, TEXT("needs:")))
        return false;
    rest = text_slice(rest, sizeof "needs:" - 1, rest.len);
    return line_is_blank(rest) || line_is_comment(rest);
}

/* Whether the first need begins its line, and the line `needs:` stands before it. */
static bool stands_in_lines(const struct source *source, const struct place *first)
{
    uint32_t line = first->line;
    if (line_indent(source_line(source, line)) + 1 != first->column)
        return false;
    do
        line--;
    while (line > 0 && (line_is_blank(source_line(source, line)) ||
                        line_is_comment(source_line(source, line))));
    return line > 0 && is_heading(source_line(source, line));
}

static uint32_t last_line_of(const struct place *place)
{
    bool at_begin = place->end_line > place->line && place->end_column == 1;
    return at_begin ? place->end_line - 1 : place->end_line;
}

/* Where a need ends, as far as that is known: of lists and mappings in lines it is not. */
static uint32_t last_known_line(const struct need *need)
{
    uint32_t value = last_line_of(&need->place);
    uint32_t options = last_line_of(&need->options.place);
    return value > options ? value : options;
}

/* Whether a line that is no comment still belongs to a need that is so far in. */
static bool goes_on(struct text line, size_t indent)
{
    size_t further = line_indent(line);
    char first = text_trim(line).ptr[0];
    return further > indent || (further == indent && first == '-') || first == '}' || first == ']';
}

static uint32_t last_line(const struct source *source, const struct need *last, size_t indent)
{
    uint32_t end = last_known_line(last);
    for (uint32_t line = end + 1; source_offset(source, line, 1) < source->bytes.len; line++) {
        struct text text = source_line(source, line);
        if (line_is_blank(text) || line_is_comment(text))
            continue;
        if (!goes_on(text, indent))
            break;
        end = line;
    }
    while (line_is_comment(source_line(source, end + 1)) &&
           line_indent(source_line(source, end + 1)) >= indent)
        end++;
    return end;
}

struct needs_section needs_section_of(const struct profile *profile)
{
    const struct needs_list *needs = &profile->needs;
    const struct source *source = profile->file;
    if (needs->count == 0 || !stands_in_lines(source, &needs->items[0].id.place))
        return (struct needs_section){.in_lines = false};
    size_t indent = needs->items[0].id.place.column - 1;
    uint32_t last = last_line(source, &needs->items[needs->count - 1], indent);
    return (struct needs_section){true, indent, source_offset(source, last + 1, 1)};
}
