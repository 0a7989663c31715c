/* Ids of vendors. */
#include "shortlist/vendor_id.h"

#include <stdbool.h>

#include "shortlist/criteria.h"

static bool is_id_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

const char *vendor_id_fault(struct text id)
{
    if (id.len == 0)
        return "it is empty";
    if (id.len > ID_LIMIT)
        return "it is longer than 64 characters";
    if (!is_id_char(id.ptr[0]))
        return "it must begin with a small letter or a digit";
    for (size_t i = 1; i < id.len; i++) {
        if (!is_id_char(id.ptr[i]) && id.ptr[i] != '-' && id.ptr[i] != '_')
            return "it may hold small letters, digits, - and _ only";
    }
    return NULL;
}

struct text vendor_id_from(struct arena *arena, struct text name)
{
    struct text_buffer buffer = {.arena = arena};
    bool gap = false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (!is_id_char(c) && (c != '_' || buffer.len == 0)) {
            gap = true;
            continue;
        }
        if (gap && buffer.len > 0)
            buffer_add_char(&buffer, '-');
        buffer_add_char(&buffer, c);
        gap = false;
    }
    return buffer_text(&buffer);
}
