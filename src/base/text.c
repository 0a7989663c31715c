/* Slices of bytes: comparing, cutting, copying; and texts that grow in an arena. */
#include "shortlist/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "shortlist/memory.h"

struct text text_from(const char *string)
{
    return (struct text){string, strlen(string)};
}

bool text_equal(struct text a, struct text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_equal_fold(struct text a, struct text b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

bool text_starts(struct text text, struct text prefix)
{
    return text.len >= prefix.len && text_equal(text_slice(text, 0, prefix.len), prefix);
}

bool text_ends(struct text text, struct text suffix)
{
    return text.len >= suffix.len &&
           text_equal(text_slice(text, text.len - suffix.len, text.len), suffix);
}

int text_compare(struct text a, struct text b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.ptr, b.ptr, shared);
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

struct text text_slice(struct text text, size_t from, size_t to)
{
    if (to > text.len)
        to = text.len;
    if (from >= to)
        return (struct text){text.ptr ? text.ptr + (from < text.len ? from : text.len) : NULL, 0};
    return (struct text){text.ptr + from, to - from};
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct text text_trim(struct text text)
{
    size_t from = 0;
    size_t to = text.len;
    while (from < to && is_blank(text.ptr[from]))
        from++;
    while (to > from && is_blank(text.ptr[to - 1]))
        to--;
    return text_slice(text, from, to);
}

struct text text_copy(struct arena *arena, struct text text)
{
    if (text.len == SIZE_MAX)
        memory_fail();
    char *copy = arena_array(arena, char, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return (struct text){copy, text.len};
}

__attribute__((format(printf, 2, 0))) static struct text
format_text(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int needed = vsnprintf(NULL, 0, format, arguments);
    size_t len = needed > 0 ? (size_t)needed : 0;
    char *bytes = arena_array(arena, char, len + 1);
    if (len > 0)
        (void)vsnprintf(bytes, len + 1, format, again);
    va_end(again);
    return (struct text){bytes, len};
}

struct text text_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct text text = format_text(arena, format, arguments);
    va_end(arguments);
    return text;
}

static struct text thousands_apart(struct arena *arena, size_t count)
{
    if (count < 1000)
        return text_format(arena, "%zu", count);
    struct text thousands = thousands_apart(arena, count / 1000);
    return text_format(arena, "%.*s,%03zu", TEXT_ARG(thousands), count % 1000);
}

struct text text_count(struct arena *arena, size_t count, const char *one, const char *many)
{
    struct text digits = thousands_apart(arena, count);
    return text_format(arena, "%.*s %s", TEXT_ARG(digits), count == 1 ? one : many);
}

/* Makes room for `more` bytes and a NUL. */
static void reserve(struct text_buffer *buffer, size_t more)
{
    if (more >= SIZE_MAX - buffer->len)
        memory_fail();
    size_t needed = buffer->len + more + 1;
    if (needed <= buffer->capacity)
        return;
    size_t capacity = memory_grown(buffer->capacity, needed);
    char *bytes = arena_array(buffer->arena, char, capacity);
    if (buffer->len > 0)
        memcpy(bytes, buffer->bytes, buffer->len);
    buffer->bytes = bytes;
    buffer->capacity = capacity;
}

void buffer_add(struct text_buffer *buffer, struct text text)
{
    reserve(buffer, text.len);
    if (text.len > 0)
        memcpy(buffer->bytes + buffer->len, text.ptr, text.len);
    buffer->len += text.len;
    buffer->bytes[buffer->len] = '\0';
}

void buffer_add_char(struct text_buffer *buffer, char c)
{
    buffer_add(buffer, (struct text){&c, 1});
}

void buffer_format(struct text_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int needed = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (needed <= 0)
        return;
    reserve(buffer, (size_t)needed);
    va_start(arguments, format);
    (void)vsnprintf(buffer->bytes + buffer->len, (size_t)needed + 1, format, arguments);
    va_end(arguments);
    buffer->len += (size_t)needed;
}

struct text buffer_text(const struct text_buffer *buffer)
{
    return buffer->bytes ? (struct text){buffer->bytes, buffer->len} : TEXT("");
}
