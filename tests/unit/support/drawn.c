/* What holds for every report that is drawn, whatever it says. */
#include "drawn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/unicode.h"

const struct renderer *drawn_renderer(const char *name)
{
    for (size_t i = 0; i < renderer_count; i++) {
        if (strcmp(renderers[i].name, name) == 0)
            return &renderers[i];
    }
    fail_msg("no format %s", name);
    return NULL;
}

/* The next line, without its end; the last line must have one too. */
static bool next_line(struct text text, size_t *at, struct text *line)
{
    size_t from = *at;
    if (from == text.len)
        return false;
    const char *end = memchr(text.ptr + from, '\n', text.len - from);
    assert_non_null(end);
    *line = text_slice(text, from, (size_t)(end - text.ptr));
    *at = from + line->len + 1;
    return true;
}

void assert_fits(struct text text, size_t width)
{
    struct text line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (width > 0 && unicode_width(line) > width)
            fail_msg("wider than %zu: %.*s", width, TEXT_ARG(line));
    }
}

void assert_no_space_at_ends(struct text text)
{
    struct text line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        if (line.len > 0 && line.ptr[line.len - 1] == ' ')
            fail_msg("ends in a space: %.*s", TEXT_ARG(line));
    }
}

void assert_harmless(struct text text)
{
    size_t offset;
    struct text line;
    struct arena arena = {0};
    assert_true(unicode_valid(text, &offset));
    for (size_t at = 0; next_line(text, &at, &line);)
        assert_true(text_equal(unicode_visible(&arena, line), line));
    arena_release(&arena);
}

void assert_ascii(struct text text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] >= 0x80)
            fail_msg("not ASCII: %.*s", TEXT_ARG(text));
    }
}

struct text drawn_without_colour(struct arena *arena, struct text text)
{
    struct text_buffer plain = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\033') {
            buffer_add_char(&plain, text.ptr[i]);
            continue;
        }
        while (text.ptr[i] != 'm')
            i++;
    }
    return buffer_text(&plain);
}
