/* What several formats of problems ask of one. */
#include "problems.h"

struct text problem_source(const struct problem *problem)
{
    return problem->place.source != NULL ? problem->place.source->name : TEXT("");
}

bool problem_is_last(const struct problems *problems, size_t position)
{
    return position + 1 == problems->count ||
           !text_equal(problem_source(&problems->items[position]),
                       problem_source(&problems->items[position + 1]));
}

bool note_has_place(const struct problem_note *note)
{
    return note->place.source != NULL || note->place.line > 0;
}
