/*
 * Sources and places. Lines are found by scanning: places are asked for only when something is
 * wrong, and a table of lines would cost every run.
 */
#include "shortlist/source.h"

#include <string.h>

#include "lines.h"
#include "shortlist/file.h"
#include "shortlist/unicode.h"

size_t line_end_size(struct text bytes, size_t at)
{
    if (at >= bytes.len)
        return 0;
    size_t left = bytes.len - at;
    const unsigned char *here = (const unsigned char *)bytes.ptr + at;
    switch (here[0]) {
    case '\n':
        return 1;
    case '\r':
        return left > 1 && here[1] == '\n' ? 2 : 1;
    case 0xC2: /* NEL is C2 85 */
        return left > 1 && here[1] == 0x85 ? 2 : 0;
    case 0xE2: /* LS is E2 80 A8, PS is E2 80 A9 */
        return left > 2 && here[1] == 0x80 && (here[2] == 0xA8 || here[2] == 0xA9) ? 3 : 0;
    default:
        return 0;
    }
}

/* Skips eight bytes at a time while none of them can begin a line end. */
static size_t skip_plain(struct text bytes, size_t at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t high_bits = ones * 0x80;

    for (uint64_t word; bytes.len - at >= sizeof(word); at += sizeof(word)) {
        memcpy(&word, bytes.ptr + at, sizeof(word));
        /* A high bit that stays means a byte of at least 0x0E: beyond LF and CR. */
        uint64_t beyond = ((word | high_bits) - ones * 0x0E) & high_bits;
        if ((word & high_bits) != 0 || beyond != high_bits)
            break;
    }
    return at;
}

size_t line_end_next(struct text bytes, size_t at)
{
    while (at < bytes.len) {
        at = skip_plain(bytes, at);
        size_t stop = bytes.len - at < sizeof(uint64_t) ? bytes.len : at + sizeof(uint64_t);
        for (; at < stop; at++)
            if (line_end_size(bytes, at) > 0)
                return at;
    }
    return bytes.len;
}

/* The first byte of the content: a byte order mark takes no column. */
static size_t content_start(struct text bytes)
{
    return text_starts(bytes, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
}

/* The first line that is still there. */
static struct line_finder first_line(const struct source *source)
{
    size_t start = source->gone > 0 ? source->gone : content_start(source->bytes);
    return (struct line_finder){source, source->gone_lines + 1, start};
}

/* The first byte of a line, or bytes.len when there are fewer lines, or it was given back. */
static size_t find_line(struct line_finder *finder, const struct source *source, uint32_t line)
{
    const struct text bytes = source->bytes;
    if (line <= source->gone_lines)
        return bytes.len;
    if (finder->source != source || finder->line > line || finder->start < source->gone)
        *finder = first_line(source);
    for (; finder->line < line && finder->start < bytes.len; finder->line++) {
        finder->start = line_end_next(bytes, finder->start);
        finder->start += line_end_size(bytes, finder->start);
    }
    return finder->start;
}

struct text line_finder_line(struct line_finder *finder, const struct source *source, uint32_t line)
{
    if (line == 0)
        return (struct text){0};
    size_t start = find_line(finder, source, line);
    return text_slice(source->bytes, start, line_end_next(source->bytes, start));
}

struct text source_line(const struct source *source, uint32_t line)
{
    struct line_finder finder = {0};
    return line_finder_line(&finder, source, line);
}

void lines_advance(struct text bytes, size_t from, size_t to, uint32_t *line, uint32_t *column)
{
    for (;;) {
        size_t end = line_end_next(bytes, from);
        size_t next = end + line_end_size(bytes, end);
        if (to < next || next == end) {
            *column += (uint32_t)unicode_count(text_slice(bytes, from, to < end ? to : end));
            return;
        }
        ++*line;
        *column = 1;
        from = next;
    }
}

struct place source_place(const struct source *source, size_t offset)
{
    struct line_finder first = first_line(source);
    struct place place = {.source = source, .line = first.line, .column = 1};
    lines_advance(source->bytes, first.start, offset, &place.line, &place.column);
    place.end_line = place.line;
    place.end_column = place.column;
    return place;
}

size_t source_offset(const struct source *source, uint32_t line, uint32_t column)
{
    struct line_finder finder = {0};
    size_t start = find_line(&finder, source, line);
    struct text rest = text_slice(source->bytes, start, line_end_next(source->bytes, start));
    return start + (column > 1 ? unicode_offset(rest, column - 1) : 0);
}

void source_forget_before(struct source *source, uint32_t line)
{
    struct line_finder finder = {0};
    source_forget_to(source, find_line(&finder, source, line), line);
}

void source_forget_to(struct source *source, size_t start, uint32_t line)
{
    enum { WORTH_IT = 1024 * 1024 };
    if (!source->from_file || start == source->bytes.len || start - source->gone < WORTH_IT)
        return;
    file_forget(source->bytes, source->gone, start);
    source->gone = start;
    source->gone_lines = line - 1;
}

struct place source_whole(const struct source *source)
{
    return (struct place){.source = source};
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

int place_compare(const struct place *a, const struct place *b)
{
    struct text name_a = a->source ? a->source->name : TEXT("");
    struct text name_b = b->source ? b->source->name : TEXT("");
    int order = text_compare(name_a, name_b);
    if (order == 0)
        order = compare_numbers(a->line, b->line);
    return order != 0 ? order : compare_numbers(a->column, b->column);
}
