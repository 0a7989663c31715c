/* CSV as a stream of cells. */
#include "csv_writer.h"

#include <math.h>
#include <string.h>

#include "shortlist/number.h"

/* --- Bytes -------------------------------------------------------------------------------- */

/* A flush comes before what has no room, never behind what was written: csv_end_row relies on it.
 */
static void flush(struct csv_writer *csv)
{
    sink_text(csv->sink, (struct text){csv->waiting, csv->used});
    csv->used = 0;
}

/* Where up to `room` bytes can be written. */
static char *reserve(struct csv_writer *csv, size_t room)
{
    if (CSV_WAITING - csv->used < room)
        flush(csv);
    return csv->waiting + csv->used;
}

static void put(struct csv_writer *csv, char c)
{
    *reserve(csv, 1) = c;
    csv->used++;
}

static void put_bytes(struct csv_writer *csv, struct text text)
{
    if (text.len > CSV_WAITING) {
        flush(csv);
        sink_text(csv->sink, text);
        return;
    }
    char *room = reserve(csv, text.len);
    if (text.len > 0)
        memcpy(room, text.ptr, text.len);
    csv->used += text.len;
}

struct csv_style csv_style_of(const struct report *report)
{
    return (struct csv_style){.excel = report->excel, .raw = report->raw};
}

void csv_begin(struct csv_writer *csv, struct csv_style style, struct sink *sink)
{
    csv->sink = sink;
    csv->raw = style.raw;
    csv->delimiter = style.delimiter != 0 ? style.delimiter : ',';
    csv->used = 0;
    if (style.excel)
        put_bytes(csv, TEXT("\xef\xbb\xbf"));
}

void csv_finish(struct csv_writer *csv)
{
    flush(csv);
}

void csv_end_row(struct csv_writer *csv)
{
    csv->waiting[csv->used - 1] = '\r';
    put(csv, '\n');
}

/* --- Texts -------------------------------------------------------------------------------- */

/* What the bytes of a text ask for. */
enum { ASKS_QUOTES = 1, ASKS_CARE = 2 };

enum { C1_LEAD = 0xc2 }; /* the first byte of a C1 control, and of other characters */

/* What spreadsheets split at, each in some countries. */
static bool is_delimiter(unsigned char byte)
{
    return byte == ',' || byte == ';' || byte == '\t';
}

static bool asks_quotes(unsigned char byte)
{
    return is_delimiter(byte) || byte == '"' || byte == '\n' || byte == '\r';
}

static bool is_control(unsigned char byte)
{
    return (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

static unsigned asks_of(struct text text, unsigned char own_delimiter)
{
    unsigned all = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        all |= asks_quotes(byte) ? ASKS_QUOTES : 0;
        all |= byte == '"' || byte == C1_LEAD || is_control(byte) ||
                       (is_delimiter(byte) && byte != own_delimiter)
                   ? ASKS_CARE
                   : 0;
    }
    return all;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool begins_formula(unsigned char byte)
{
    return byte == '=' || byte == '+' || byte == '-' || byte == '@';
}

static bool is_formula(struct text text)
{
    unsigned char first = text.len > 0 ? (unsigned char)text.ptr[0] : '\0';
    return begins_formula(first) || first == '\t' || first == '\r';
}

static void put_visible(struct csv_writer *csv, unsigned char control)
{
    static const char digits[] = "0123456789ABCDEF";
    put_bytes(csv, TEXT("\\x"));
    put(csv, digits[control >> 4]);
    put(csv, digits[control & 15]);
}

/* Byte by byte: quotes are doubled; and unless the writer is raw, control characters are shown, and
 * what a spreadsheet with another delimiter would take for a formula is guarded. */
static void put_with_care(struct csv_writer *csv, struct text text)
{
    bool may_begin_cell = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        unsigned char next = i + 1 < text.len ? (unsigned char)text.ptr[i + 1] : 0;
        bool is_c1 = byte == C1_LEAD && next >= 0x80 && next < 0xa0;
        if (!csv->raw && is_c1) {
            put_visible(csv, next);
            i++;
        } else if (!csv->raw && is_control(byte)) {
            put_visible(csv, byte);
        } else {
            if (!csv->raw && may_begin_cell && begins_formula(byte))
                put(csv, '\'');
            put(csv, text.ptr[i]);
            if (byte == '"')
                put(csv, '"');
        }
        /* Quotes at the beginning of a cell are no part of it. */
        if (byte != '"')
            may_begin_cell = is_delimiter(byte) && byte != (unsigned char)csv->delimiter;
    }
}

void csv_text(struct csv_writer *csv, struct text text)
{
    unsigned needs = asks_of(text, (unsigned char)csv->delimiter);
    /* Some readers cut off blanks that stand outside of quotes. */
    bool quoted = needs & ASKS_QUOTES ||
                  (text.len > 0 && (is_blank(text.ptr[0]) || is_blank(text.ptr[text.len - 1])));
    if (quoted)
        put(csv, '"');
    if (!csv->raw && is_formula(text))
        put(csv, '\'');
    if (needs & ASKS_CARE)
        put_with_care(csv, text);
    else
        put_bytes(csv, text);
    if (quoted)
        put(csv, '"');
    put(csv, csv->delimiter);
}

/* --- What is harmless --------------------------------------------------------------------- */

void csv_word(struct csv_writer *csv, struct text word)
{
    put_bytes(csv, word);
    put(csv, csv->delimiter);
}

void csv_number(struct csv_writer *csv, double number)
{
    if (!isnan(number))
        csv->used += number_shortest(number, reserve(csv, NUMBER_SIZE));
    put(csv, csv->delimiter);
}

void csv_count(struct csv_writer *csv, size_t count)
{
    enum { MOST_DIGITS = 20 };
    char *room = reserve(csv, MOST_DIGITS + 1);
    char digits[MOST_DIGITS];
    size_t len = 0;
    do {
        digits[len++] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    csv->used += len + 1;
    while (len > 0)
        *room++ = digits[--len];
    *room = csv->delimiter;
}

void csv_empty(struct csv_writer *csv, size_t cells)
{
    for (size_t i = 0; i < cells; i++)
        put(csv, csv->delimiter);
}

void csv_begin_list(struct csv_writer *csv, size_t items)
{
    csv->listed = false;
    csv->quoted = items > 1;
    if (csv->quoted)
        put(csv, '"');
}

void csv_item(struct csv_writer *csv, struct text word)
{
    if (csv->listed)
        put(csv, ';');
    put_bytes(csv, word);
    csv->listed = true;
}

void csv_end_list(struct csv_writer *csv)
{
    if (csv->quoted)
        put(csv, '"');
    put(csv, csv->delimiter);
}
