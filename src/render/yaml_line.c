/* What a line of a YAML file looks like, outside of texts. */
#include "yaml_line.h"

bool line_is_blank(struct text line)
{
    struct text trimmed = text_trim(line);
    return trimmed.len == 0 || (trimmed.len == 1 && trimmed.ptr[0] == '\r');
}

bool line_is_comment(struct text line)
{
    return text_starts(text_trim(line), TEXT("#"));
}

size_t line_indent(struct text line)
{
    size_t indent = 0;
    while (indent < line.len && line.ptr[indent] == ' ')
        indent++;
    return indent;
}
