/* Ids in a row, for messages. */
#include "ids.h"

enum { NAMED = 6 };

static bool add(struct ids *ids, struct text id)
{
    ids->count++;
    if (ids->count > NAMED)
        return false;
    buffer_format(&ids->list, "%s`%.*s`", ids->count == 1 ? "" : ", ", TEXT_ARG(id));
    return true;
}

void ids_add(struct ids *ids, struct text id)
{
    add(ids, id);
}

void ids_add_with(struct ids *ids, struct text id, const char *word)
{
    if (add(ids, id))
        buffer_format(&ids->list, " (%s)", word);
}

struct text ids_text(struct ids *ids)
{
    if (ids->count <= NAMED)
        return buffer_text(&ids->list);
    return text_format(ids->list.arena, "%.*s and %zu more", TEXT_ARG(buffer_text(&ids->list)),
                       ids->count - NAMED);
}
