/*
 * The rows of CSV, read by libcsv, which knows no lines: it is given one line at a time, so that
 * each row knows its own. What libcsv refuses is told; what it swallowed then is read again.
 */
#include "csv_rows.h"

#include <string.h>

#include <csv.h>

#include "bytes.h"
#include "csv_faults.h"
#include "shortlist/memory.h"
#include "tree.h"

/* What libcsv gets at a time: a bound on what it may have to keep of a cell that never ends. */
enum { PIECE = SCALAR_LIMIT };

/* --- Lines -------------------------------------------------------------------------------- */

/* Behind the LF, CRLF or CR that ends the line. A stretch at a time, so that a file with line ends
 * of one kind is not looked through for the other. */
static size_t behind_line(struct text bytes, size_t at)
{
    enum { STRETCH = 4096 };
    while (at < bytes.len) {
        const char *from = bytes.ptr + at;
        size_t len = bytes.len - at < STRETCH ? bytes.len - at : STRETCH;
        const char *feed = memchr(from, '\n', len);
        if (feed != NULL)
            len = (size_t)(feed - from);
        const char *mark = memchr(from, '\r', len);
        if (mark != NULL) {
            at = (size_t)(mark - bytes.ptr) + 1;
            return at < bytes.len && bytes.ptr[at] == '\n' ? at + 1 : at;
        }
        if (feed != NULL)
            return at + len + 1;
        at += len;
    }
    return at;
}

/* The line behind the one at a spot. Other line ends than those of rows count too. */
static struct csv_spot next_line(const struct csv_stream *stream, struct csv_spot spot)
{
    const struct source *source = stream->source;
    struct csv_spot next = {behind_line(source->bytes, spot.offset), spot.line + 1};
    if (stream->is_ascii || is_ascii(text_slice(source->bytes, spot.offset, next.offset)))
        return next;
    struct line_finder finder = {source, spot.line, spot.offset};
    for (;;) {
        (void)line_finder_line(&finder, source, next.line);
        if (finder.start >= next.offset)
            return next;
        next.line++;
    }
}

/* --- The library -------------------------------------------------------------------------- */

static void *resize_cell(void *memory, size_t size)
{
    return memory_resize(memory, size, 1);
}

static void parser_begin(struct csv_parser *parser, char delimiter)
{
    csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_realloc_func(parser, resize_cell);
    csv_set_free_func(parser, memory_free);
    /* By default a cell grows 128 bytes at a time. */
    csv_set_blk_size(parser, PIECE);
    csv_set_delim(parser, (unsigned char)delimiter);
}

/* --- What it calls ------------------------------------------------------------------------ */

static void begin_row(struct csv_stream *stream)
{
    stream->next = stream->cells;
    stream->room_end = stream->cells + stream->room;
    stream->surplus = 0;
    stream->lengths = 0;
    stream->is_begun = false;
}

/* Whether there is room for one more cell. */
static bool make_room(struct csv_stream *stream)
{
    const size_t count = csv_stream_count(stream);
    if (!stream->owns_cells || count > COLUMNS_LIMIT)
        return false;
    stream->room = memory_grown(stream->room, count + 1);
    stream->cells = memory_resize(stream->cells, stream->room, sizeof(*stream->cells));
    stream->next = stream->cells + count;
    stream->room_end = stream->cells + stream->room;
    return true;
}

/* A cell that quotes or blanks may have changed, or that stands at the end of the source, or for
 * which there is no room. On its own, so that keep_cell saves no registers for it. */
__attribute__((noinline)) static void keep_copy(const void *bytes, size_t len,
                                                struct csv_stream *stream)
{
    const struct text all = stream->source->bytes;
    stream->lengths |= len;
    if (stream->next == stream->room_end && !make_room(stream)) {
        stream->surplus++;
        return;
    }
    char *copy = arena_alloc(stream->scratch, len + CELL_SLACK, 1, 1);
    memcpy(copy, bytes, len);
    *stream->next++ = (struct text){copy, len};
    size_t end = csv_cell_end(stream->source, stream->delimiter, (size_t)(stream->raw - all.ptr));
    stream->raw = all.ptr + (end < all.len ? end + 1 : end);
}

/*
 * Called by libcsv for each cell: some fifty million times a second, so that every instruction
 * counts. What libcsv gives is gone after the call, but most often it is what stands in the source.
 * That is so when the cell begins in the source with neither a quote nor a blank, both of which are
 * at most '"', and ends where libcsv says: blanks that libcsv took away would lie before that end.
 * Nothing at all stands in the source too when the cell ends where it begins.
 */
static void keep_cell(void *bytes, size_t len, void *to)
{
    struct csv_stream *stream = to;
    struct text *cell = stream->next;
    const char *raw = stream->raw;
    if (cell != stream->room_end && raw < stream->raw_end &&
        len < (size_t)(stream->raw_end - raw) && ((unsigned char)raw[0] > '"' || len == 0) &&
        (raw[len] == stream->delimiter || raw[len] == '\n' || raw[len] == '\r')) {
        stream->next = cell + 1;
        stream->raw = raw + len + 1;
        stream->lengths |= len;
        cell->ptr = raw;
        cell->len = len;
        return;
    }
    keep_copy(bytes, len, stream);
}

/* Called by libcsv behind each row. */
static void finish_row(int end, void *to)
{
    struct csv_stream *stream = to;
    (void)end;
    if (stream->lengths > 0) {
        bool is_sound = stream->columns == 0 || csv_stream_count(stream) == stream->columns;
        if (!is_sound)
            tell_ragged_row(stream);
        else if (stream->lengths > SCALAR_LIMIT)
            is_sound = !tell_long_cells(stream);
        stream->rows++;
        stream->end_row(stream, is_sound);
    }
    begin_row(stream);
}

/* --- Feeding it --------------------------------------------------------------------------- */

struct feeding {
    struct csv_stream *stream;
    struct csv_parser parser;
};

/* Whether a row has begun that is not finished. */
static bool in_row(const struct feeding *feeding)
{
    return csv_stream_count(feeding->stream) > 0 || feeding->parser.entry_pos > 0 ||
           feeding->parser.quoted != 0;
}

/* Feeds bytes of a line. False when the row is broken, which was told; `*from` is then where. */
static bool feed_line(struct feeding *feeding, size_t *from, size_t to)
{
    struct csv_stream *stream = feeding->stream;
    const char *bytes = stream->source->bytes.ptr;
    for (size_t at = *from; at < to;) {
        size_t len = to - at < PIECE ? to - at : PIECE;
        const char *nul = memchr(bytes + at, '\0', len);
        if (nul != NULL)
            len = (size_t)(nul - bytes) - at;
        size_t used = csv_parse(&feeding->parser, bytes + at, len, keep_cell, finish_row, stream);
        at += used;
        if (used < len && csv_error(&feeding->parser) != CSV_EPARSE)
            memory_fail();
        if (used < len)
            *from = tell_quote(stream, at);
        else if (nul != NULL)
            *from = tell_nul(stream, at);
        else if (feeding->parser.entry_pos > SCALAR_LIMIT + 1) /* the quote that closes it */
            *from = tell_long_cell(stream);
        else
            continue;
        return false;
    }
    return true;
}

/* Goes on behind the line of a byte of the broken row. */
static void drop_row(struct feeding *feeding, size_t broken)
{
    struct csv_stream *stream = feeding->stream;
    csv_free(&feeding->parser);
    parser_begin(&feeding->parser, stream->delimiter);
    stream->spot = (struct csv_spot){stream->row.offset, stream->row.line};
    do {
        stream->spot = next_line(stream, stream->spot);
    } while (stream->spot.offset <= broken);
    stream->rows++;
    stream->end_row(stream, false);
    begin_row(stream);
}

static void read_line(struct feeding *feeding)
{
    struct csv_stream *stream = feeding->stream;
    struct csv_spot begin = stream->spot;
    size_t at = begin.offset;
    stream->spot = next_line(stream, begin);
    if (!stream->is_begun) {
        stream->row = (struct csv_row){begin.line, begin.offset, NULL};
        stream->raw = stream->source->bytes.ptr + begin.offset;
    }
    if (feed_line(feeding, &at, stream->spot.offset))
        stream->is_begun = in_row(feeding);
    else
        drop_row(feeding, at);
}

void csv_stream_read(struct csv_stream *stream)
{
    struct feeding feeding = {.stream = stream};
    const size_t all = stream->source->bytes.len;
    stream->owns_cells = stream->cells == NULL;
    if (stream->owns_cells) {
        stream->room = memory_grown(0, 1);
        stream->cells = memory_new(stream->room, sizeof(*stream->cells));
    }
    begin_row(stream);
    parser_begin(&feeding.parser, stream->delimiter);
    while (!stream->is_stopped && stream->spot.offset < all) {
        read_line(&feeding);
        if (stream->spot.offset == all && stream->is_begun && !stream->is_stopped &&
            csv_fini(&feeding.parser, keep_cell, finish_row, stream) != 0)
            drop_row(&feeding, tell_quote(stream, all));
    }
    csv_free(&feeding.parser);
    if (stream->owns_cells)
        memory_free(stream->cells);
}

struct csv_stream csv_stream_at_start(const struct source *source, char delimiter,
                                      struct arena *scratch, struct problems *problems)
{
    const struct text bytes = source->bytes;
    bool has_mark = text_starts(bytes, TEXT("\xef\xbb\xbf"));
    return (struct csv_stream){
        .source = source,
        .problems = problems,
        .delimiter = delimiter,
        .scratch = scratch,
        .raw_end = bytes.len > CELL_SLACK ? bytes.ptr + bytes.len - CELL_SLACK : bytes.ptr,
        .spot = {.offset = has_mark ? 3 : 0, .line = 1},
    };
}
