/* The header of a table, and whole tables in memory. */
#include "csv_rows.h"

#include <string.h>

#include "bytes.h"
#include "csv_faults.h"
#include "shortlist/memory.h"
#include "tree.h"
#include "values.h"

/* --- Keeping rows ------------------------------------------------------------------------- */

/* Keeps the rows it reads in an arena. */
struct keeper {
    struct csv_stream stream;
    struct csv_row *rows;
    size_t count;
    size_t capacity;
    size_t width; /* cells of the row kept last */
};

static const struct text *copy_cells(const struct csv_stream *stream)
{
    struct text *cells = arena_array(stream->scratch, struct text, csv_stream_count(stream));
    for (size_t c = 0; c < csv_stream_count(stream); c++)
        cells[c] = text_copy(stream->scratch, stream->cells[c]);
    return cells;
}

static void keep_row(struct csv_stream *stream, bool is_sound)
{
    struct keeper *keeper = (struct keeper *)stream;
    if (!is_sound)
        return;
    if (keeper->count == keeper->capacity) {
        keeper->capacity = memory_grown(keeper->capacity, keeper->count + 1);
        keeper->rows = memory_resize(keeper->rows, keeper->capacity, sizeof(*keeper->rows));
    }
    struct csv_row *row = &keeper->rows[keeper->count++];
    *row = stream->row;
    row->cells = copy_cells(stream);
    keeper->width = csv_stream_count(stream);
}

static void tell_too_many_columns(const struct csv_stream *stream)
{
    if (stream->problems != NULL)
        problem_add(stream->problems, PROBLEM_TOO_LARGE,
                    csv_row_place(stream->source, &stream->row),
                    "there are more than 20,000 columns");
}

/* The first row alone. */
static void keep_first(struct csv_stream *stream, bool is_sound)
{
    bool is_wide = csv_stream_count(stream) > COLUMNS_LIMIT;
    if (is_wide)
        tell_too_many_columns(stream);
    keep_row(stream, is_sound && !is_wide);
    stream->is_stopped = true;
}

/* --- The header --------------------------------------------------------------------------- */

static const char delimiters[] = {',', ';', '\t'};

/* The delimiter that a line `sep=;` names, as Excel writes and reads it before a header; else 0. */
static char named_delimiter(struct text line)
{
    const struct text name = TEXT("sep=");
    if (line.len == name.len + 3 && text_starts(line, TEXT("\"")) && text_ends(line, TEXT("\"")))
        line = text_slice(line, 1, line.len - 1);
    if (line.len != name.len + 1 || !text_equal_fold(text_slice(line, 0, name.len), name))
        return '\0';
    const char last = line.ptr[name.len];
    return memchr(delimiters, last, sizeof(delimiters)) != NULL ? last : '\0';
}

/* Goes behind such a line at the beginning; its delimiter, or 0 where there is none. */
static char take_delimiter_line(const struct source *source, struct csv_spot *spot)
{
    enum { LONGEST = 16 };
    const struct text bytes = source->bytes;
    const struct text head =
        text_slice(bytes, spot->offset,
                   bytes.len - spot->offset < LONGEST ? bytes.len : spot->offset + LONGEST);
    size_t len = 0;
    while (len < head.len && head.ptr[len] != '\n' && head.ptr[len] != '\r')
        len++;
    const char delimiter = named_delimiter(text_slice(head, 0, len));
    if (delimiter == '\0')
        return '\0';
    const struct text end = text_slice(head, len, head.len);
    spot->offset += len + (text_starts(end, TEXT("\r\n")) ? 2 : end.len > 0 ? 1 : 0);
    spot->line++;
    return delimiter;
}

/* Whichever stands most often outside of quotes in the first line with anything in it; of equals
 * the comma before the semicolon before the tab. */
static char told_delimiter(struct text bytes, size_t at)
{
    size_t counts[sizeof(delimiters)] = {0};
    bool quoted = false;
    bool is_blank = true;
    size_t best = 0;
    for (; at < bytes.len; at++) {
        char c = bytes.ptr[at];
        if (!quoted && !is_blank && (c == '\n' || c == '\r'))
            break;
        is_blank = is_blank && (c == '\n' || c == '\r' || c == ' ');
        quoted = quoted != (c == '"');
        for (size_t i = 0; i < sizeof(delimiters) && !quoted; i++)
            counts[i] += c == delimiters[i] ? 1 : 0;
    }
    for (size_t i = 1; i < sizeof(delimiters); i++) {
        if (counts[i] > counts[best])
            best = i;
    }
    return delimiters[best];
}

static void learn_names(struct csv_header *header, const struct csv_row *row, size_t count,
                        struct arena *arena)
{
    struct text *names = arena_array(arena, struct text, count);
    for (size_t c = 0; c < count; c++)
        names[c] = trim_space(row->cells[c]);
    header->names = names;
    header->count = count;
    header->row = *row;
    header->row.cells = NULL;
}

/* Adds a problem where there is a row that cannot be read; `*has_row` whether there is one. */
static bool read_header(const struct source *source, char delimiter, struct arena *arena,
                        struct csv_header *header, struct problems *problems, bool *has_row)
{
    struct keeper keeper = {.stream = csv_stream_at_start(source, delimiter, arena, problems)};
    const char named = take_delimiter_line(source, &keeper.stream.spot);
    *header = (struct csv_header){.delimiter = delimiter != '\0' ? delimiter : named};
    if (header->delimiter == '\0')
        header->delimiter = told_delimiter(source->bytes, keeper.stream.spot.offset);
    keeper.stream.delimiter = header->delimiter;
    keeper.stream.end_row = keep_first;
    csv_stream_read(&keeper.stream);
    *has_row = keeper.stream.rows > 0;
    bool is_read = keeper.count > 0;
    if (is_read) {
        header->rows = keeper.stream.spot;
        learn_names(header, &keeper.rows[0], keeper.width, arena);
    }
    memory_free(keeper.rows);
    return is_read;
}

bool csv_header_read(const struct source *source, char delimiter, struct arena *arena,
                     struct csv_header *header)
{
    bool has_row = false;
    return read_header(source, delimiter, arena, header, NULL, &has_row);
}

bool csv_header_open(struct source *source, char delimiter, struct arena *arena,
                     struct csv_header *header, struct problems *problems)
{
    bool has_row = false;
    if (refuse_csv_bytes(problems, source))
        return false;
    if (!read_header(source, delimiter, arena, header, problems, &has_row)) {
        if (!has_row)
            problem_add(problems, PROBLEM_EMPTY_FILE, source_whole(source),
                        "there is nothing in this file");
        return false;
    }
    source->columns = header->names;
    source->column_count = header->count;
    bool *faulty = arena_array(arena, bool, header->count);
    header->faulty = faulty;
    tell_columns(source, header, faulty, arena, problems);
    return true;
}

/* --- All rows ----------------------------------------------------------------------------- */

void csv_stream_open(struct csv_stream *stream, const struct source *source,
                     const struct csv_header *header, struct arena *scratch,
                     struct problems *problems)
{
    *stream = csv_stream_at_start(source, header->delimiter, scratch, problems);
    stream->columns = header->count;
    stream->is_ascii = is_ascii(source->bytes);
    stream->spot = header->rows;
}

void csv_stream_close(const struct csv_stream *stream, const struct csv_header *header)
{
    if (stream->rows > 0)
        return;
    problem_add(stream->problems, PROBLEM_EMPTY_FILE, csv_row_place(stream->source, &header->row),
                "there is no row below the header");
}

bool csv_table_read(struct csv_table *table, struct source *source, char delimiter,
                    struct arena *arena, struct problems *problems)
{
    *table = (struct csv_table){.source = source};
    if (!csv_header_open(source, delimiter, arena, &table->header, problems))
        return false;
    struct keeper keeper = {0};
    csv_stream_open(&keeper.stream, source, &table->header, arena, problems);
    keeper.stream.end_row = keep_row;
    csv_stream_read(&keeper.stream);
    csv_stream_close(&keeper.stream, &table->header);
    struct csv_row *rows = arena_array(arena, struct csv_row, keeper.count);
    if (keeper.count > 0)
        memcpy(rows, keeper.rows, keeper.count * sizeof(*rows));
    table->rows = rows;
    table->count = keeper.count;
    memory_free(keeper.rows);
    return true;
}
