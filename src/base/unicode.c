/*
 * UTF-8 as terminals and people see it. The one place that knows utf8proc. Runs of ASCII, which
 * is most of what there is, never get that far.
 */
#include "shortlist/unicode.h"

#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

/* The first byte from `at` on that is not ASCII. */
static size_t skip_ascii(struct text text, size_t at)
{
    const uint64_t high_bits = UINT64_C(0x8080808080808080);

    for (uint64_t word; text.len - at >= sizeof(word); at += sizeof(word)) {
        memcpy(&word, text.ptr + at, sizeof(word));
        if ((word & high_bits) != 0)
            break;
    }
    while (at < text.len && ((unsigned char)text.ptr[at] & 0x80) == 0)
        at++;
    return at;
}

/* The code point at `at` and its size in bytes; size 0 when the bytes are not UTF-8. */
static int32_t decode(struct text text, size_t at, size_t *size)
{
    utf8proc_int32_t code = 0;
    const char *bytes = text.ptr + at;
    utf8proc_ssize_t got =
        utf8proc_iterate((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)(text.len - at), &code);
    *size = got > 0 ? (size_t)got : 0;
    return code;
}

/* The same in a valid text; a byte that is none counts for itself, so that no loop stands still. */
static int32_t decode_valid(struct text text, size_t at, size_t *size)
{
    int32_t code = decode(text, at, size);
    if (*size == 0)
        *size = 1;
    return code;
}

bool unicode_valid(struct text text, size_t *offset)
{
    size_t at = 0;
    while ((at = skip_ascii(text, at)) < text.len) {
        size_t size;
        (void)decode(text, at, &size);
        if (size == 0) {
            *offset = at;
            return false;
        }
        at += size;
    }
    return true;
}

/* Every code point has one byte that is not 10xxxxxx. */
static bool begins_code_point(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

size_t unicode_count(struct text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += begins_code_point(text.ptr[i]) ? 1 : 0;
    return count;
}

size_t unicode_offset(struct text text, size_t index)
{
    size_t at = 0;
    for (size_t seen = 0; at < text.len; at++) {
        seen += begins_code_point(text.ptr[at]) ? 1 : 0;
        if (seen > index)
            break;
    }
    return at;
}

/* The first byte from `at` on that is not a printable ASCII character. */
static size_t skip_printable(struct text text, size_t at)
{
    while (at < text.len && text.ptr[at] >= ' ' && text.ptr[at] <= '~')
        at++;
    return at;
}

size_t unicode_width(struct text text)
{
    size_t width = 0;
    for (size_t at = 0, size; at < text.len; at += size) {
        size = skip_printable(text, at) - at;
        width += size;
        if (size == 0)
            width += (size_t)utf8proc_charwidth(decode_valid(text, at, &size));
    }
    return width;
}

/* Letters, marks, and the symbols that emoji are made of. */
static bool is_joined(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) ||
           category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SK;
}

/* True when the joiner of `size` bytes at `at` stands between what scripts and emoji join by it. */
static bool joins(struct text text, size_t at, size_t size)
{
    size_t before = at;
    while (before > 0 && !begins_code_point(text.ptr[before - 1]))
        before--;
    if (before == 0 || at + size >= text.len)
        return false;
    size_t ignored;
    return is_joined(decode(text, before - 1, &ignored)) &&
           is_joined(decode(text, at + size, &ignored));
}

/* True for what a terminal shows as it is; `size` bytes at `at` are its code. */
static bool is_visible(struct text text, size_t at, int32_t code, size_t size)
{
    enum {
        ZERO_WIDTH_NON_JOINER = 0x200C,
        ZERO_WIDTH_JOINER = 0x200D,
        HANGUL_CHOSEONG_FILLER = 0x115F,
        HANGUL_FILLER = 0x3164,
        HALFWIDTH_HANGUL_FILLER = 0xFFA0
    };

    switch (code) {
    case ZERO_WIDTH_NON_JOINER:
    case ZERO_WIDTH_JOINER:
        return joins(text, at, size);
    case HANGUL_CHOSEONG_FILLER: /* letters by category, but blank */
    case HANGUL_FILLER:
    case HALFWIDTH_HANGUL_FILLER:
        return false;
    default:
        break;
    }
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_CN: /* unassigned */
    case UTF8PROC_CATEGORY_CC: /* control */
    case UTF8PROC_CATEGORY_CF: /* format: bidi controls, zero-width characters */
    case UTF8PROC_CATEGORY_CS: /* surrogate */
    case UTF8PROC_CATEGORY_ZL: /* line separator */
    case UTF8PROC_CATEGORY_ZP: /* paragraph separator */
        return false;
    default:
        return true;
    }
}

static void add_escape(struct text_buffer *buffer, int32_t code)
{
    switch (code) {
    case '\n':
        buffer_add(buffer, TEXT("\\n"));
        break;
    case '\r':
        buffer_add(buffer, TEXT("\\r"));
        break;
    case '\t':
        buffer_add(buffer, TEXT("\\t"));
        break;
    default:
        buffer_format(buffer, code < 0x100 ? "\\x%02x" : "\\u{%04x}", (unsigned)code);
        break;
    }
}

bool unicode_next_hidden(struct text text, size_t *at, size_t *size, int32_t *code)
{
    while ((*at = skip_printable(text, *at)) < text.len) {
        *code = decode(text, *at, size);
        if (*size == 0) {
            *code = -1;
            *size = 1;
            return true;
        }
        if (!is_visible(text, *at, *code, *size))
            return true;
        *at += *size;
    }
    return false;
}

struct text unicode_visible(struct arena *arena, struct text text)
{
    struct text_buffer buffer = {.arena = arena};
    size_t copied = 0; /* what is in the buffer already */
    size_t at = 0;
    size_t size;
    int32_t code;
    while (unicode_next_hidden(text, &at, &size, &code)) {
        buffer_add(&buffer, text_slice(text, copied, at));
        add_escape(&buffer, code < 0 ? (unsigned char)text.ptr[at] : code);
        at += size;
        copied = at;
    }
    if (copied == 0)
        return text;
    buffer_add(&buffer, text_slice(text, copied, text.len));
    return buffer_text(&buffer);
}

struct text unicode_fit(struct text text, size_t columns)
{
    if (text.len <= columns)
        return text; /* no character takes more columns than bytes */
    utf8proc_int32_t state = 0;
    int32_t last = 0;
    size_t fits = 0; /* the end of the last cluster that fits */
    size_t width = 0;
    for (size_t at = 0, size; at < text.len; at += size) {
        int32_t code = decode_valid(text, at, &size);
        if (at > 0 && utf8proc_grapheme_break_stateful(last, code, &state))
            fits = at;
        width += (size_t)utf8proc_charwidth(code);
        if (width > columns)
            return text_slice(text, 0, fits);
        last = code;
    }
    return text;
}
