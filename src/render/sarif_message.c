/*
 * Messages as SARIF's plain text has them. Braces are left as they are: the standard would have
 * them doubled, but readers decode them only where a message has arguments.
 */
#include "sarif_message.h"

#include "problems.h"
#include "shortlist/unicode.h"

struct text sarif_words(struct text text, struct arena *arena)
{
    struct text_buffer words = {.arena = arena};
    struct text shown = unicode_visible(arena, text);
    for (size_t i = 0; i < shown.len; i++) {
        buffer_add_char(&words, shown.ptr[i]);
        if (text_starts(text_slice(shown, i, shown.len), TEXT("](")))
            buffer_add_char(&words, ' ');
    }
    return words.len > 0 ? buffer_text(&words) : TEXT("-");
}

/* "[text](2)" */
static void add_link(struct text_buffer *words, struct text text, size_t id)
{
    struct text shown = sarif_words(text, words->arena);
    buffer_add_char(words, '[');
    for (size_t i = 0; i < shown.len; i++) {
        const char c = shown.ptr[i];
        if (c == '[' || c == ']' || c == '\\')
            buffer_add_char(words, '\\');
        buffer_add_char(words, c);
    }
    buffer_format(words, "](%zu)", id);
}

struct text sarif_message(const struct problem *problem, struct arena *arena)
{
    struct text_buffer words = {.arena = arena};
    size_t id = 0;
    buffer_add(&words, sarif_words(problem->message, arena));
    for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
        if (note_has_place(note)) {
            buffer_add(&words, TEXT("\nnote: "));
            add_link(&words, note->message, ++id);
        } else {
            buffer_add(&words, TEXT("\nhint: "));
            buffer_add(&words, sarif_words(note->message, arena));
        }
    }
    return buffer_text(&words);
}
