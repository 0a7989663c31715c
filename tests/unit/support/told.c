/* Problems as text. */
#include "told.h"

struct source source_of_text(struct text bytes)
{
    return (struct source){.name = TEXT("test"), .bytes = bytes};
}

struct source source_of(const char *bytes)
{
    return source_of_text(text_from(bytes));
}

const char *told(struct problems *problems, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    problems_sort(problems);
    for (size_t p = 0; p < problems->count; p++) {
        const struct problem *problem = &problems->items[p];
        buffer_format(&buffer, "%u:%u %s\n", problem->place.line, problem->place.column,
                      problem_code_name(problem->code));
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}

const char *told_whole(struct problems *problems, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    problems_sort(problems);
    for (size_t p = 0; p < problems->count; p++) {
        const struct problem *problem = &problems->items[p];
        buffer_format(&buffer, "%u:%u %.*s [%s]\n", problem->place.line, problem->place.column,
                      TEXT_ARG(problem->message), problem_code_name(problem->code));
        for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
            if (note->place.source == NULL)
                buffer_format(&buffer, "hint: %.*s\n", TEXT_ARG(note->message));
            else
                buffer_format(&buffer, "%u:%u note: %.*s\n", note->place.line, note->place.column,
                              TEXT_ARG(note->message));
        }
    }
    return buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
}
