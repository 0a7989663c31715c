/*
 * Where a part of a decoded YAML scalar stands in the source: the raw form is read again, as
 * libyaml read it, until the part is found. What stands in the raw form for each decoded
 * character is compared on the way, so that a wrong place is never given.
 */
#include "shortlist/source.h"

#include "lines.h"
#include "shortlist/unicode.h"

struct alignment {
    struct text raw;  /* the source up to the end of the scalar */
    size_t at;        /* the next raw byte */
    struct text text; /* the decoded value */
    size_t done;      /* how much of it has been met */
    size_t from;      /* the part of it that is looked for */
    size_t to;
    size_t start;  /* of the part in raw */
    size_t end;    /* just behind its last character in raw */
    size_t behind; /* just behind the raw form of the last character met */
    bool lost;     /* raw does not read as the text */
};

static bool is_blank_at(struct text bytes, size_t at)
{
    return at < bytes.len && (bytes.ptr[at] == ' ' || bytes.ptr[at] == '\t');
}

static size_t skip_blanks(struct text bytes, size_t at)
{
    while (is_blank_at(bytes, at))
        at++;
    return at;
}

/* True when nothing more has to be read. */
static bool is_settled(const struct alignment *alignment)
{
    return alignment->lost || alignment->done >= alignment->text.len ||
           (alignment->done > alignment->from && alignment->done >= alignment->to);
}

/* The next `count` decoded bytes stand in raw at [raw_from, raw_to). */
static void meet(struct alignment *alignment, size_t count, size_t raw_from, size_t raw_to)
{
    size_t next = alignment->done + count;
    if (alignment->done <= alignment->from && alignment->from < next)
        alignment->start = raw_from;
    if (alignment->done < alignment->to && alignment->to <= next)
        alignment->end = raw_to;
    alignment->done = next;
    alignment->behind = raw_to;
}

/* The same, where the decoded bytes are known. */
static void meet_bytes(struct alignment *alignment, struct text bytes, size_t raw_from,
                       size_t raw_to)
{
    struct text rest = text_slice(alignment->text, alignment->done, alignment->text.len);
    if (is_settled(alignment))
        return;
    if (!text_starts(rest, bytes)) {
        alignment->lost = true;
        return;
    }
    meet(alignment, bytes.len, raw_from, raw_to);
}

/* Raw bytes [from, to) that stand for themselves. */
static void meet_same(struct alignment *alignment, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        meet_bytes(alignment, text_slice(alignment->raw, at, at + 1), at, at + 1);
}

/* LS and PS are kept as they are, every other line end is read as a newline. */
static bool reads_as_newline(size_t line_end)
{
    return line_end > 0 && line_end < 3;
}

static void meet_line_end(struct alignment *alignment, size_t at)
{
    size_t size = line_end_size(alignment->raw, at);
    struct text read =
        reads_as_newline(size) ? TEXT("\n") : text_slice(alignment->raw, at, at + size);
    meet_bytes(alignment, read, at, at + size);
}

/* The line ends in [from, to), whatever blanks stand between them; how many there are. */
static size_t meet_line_ends(struct alignment *alignment, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t at = from; at < to;) {
        size_t size = line_end_size(alignment->raw, at);
        if (size > 0) {
            meet_line_end(alignment, at);
            count++;
        }
        at += size > 0 ? size : 1;
    }
    return count;
}

/*
 * What stands between two lines of a folded text: the first line end at `first` (size 0 for none)
 * and blank lines in [further, next). A single newline folds into a space.
 */
static void meet_fold(struct alignment *alignment, size_t raw_from, size_t first, size_t further,
                      size_t next)
{
    size_t size = further - first;
    if (size > 0 && !reads_as_newline(size))
        meet_line_end(alignment, first);
    if (meet_line_ends(alignment, further, next) == 0 && reads_as_newline(size))
        meet_bytes(alignment, TEXT(" "), raw_from, next);
}

/* Blanks and line ends within a plain or quoted scalar; `escaped`: behind an escaped line end. */
static void align_blanks(struct alignment *alignment, bool escaped)
{
    struct text raw = alignment->raw;
    size_t from = alignment->at;
    size_t first = escaped ? from : skip_blanks(raw, from);
    size_t further = escaped ? from : first + line_end_size(raw, first);
    if (further == first && !escaped) {
        meet_same(alignment, from, first);
        alignment->at = first;
        return;
    }
    size_t next = further;
    while (is_blank_at(raw, next) || line_end_size(raw, next) > 0)
        next += is_blank_at(raw, next) ? 1 : line_end_size(raw, next);
    meet_fold(alignment, from, first, further, next);
    alignment->at = next;
}

/* An escape of a double-quoted scalar: an escaped line end, or one character. */
static void align_escape(struct alignment *alignment)
{
    struct text raw = alignment->raw;
    size_t from = alignment->at;
    size_t line_end = line_end_size(raw, from + 1);
    if (line_end > 0) {
        alignment->at = from + 1 + line_end;
        align_blanks(alignment, true);
        return;
    }
    size_t size = 2;
    char kind = from + 1 < raw.len ? raw.ptr[from + 1] : '\0';
    if (kind == 'x')
        size = 4;
    else if (kind == 'u')
        size = 6;
    else if (kind == 'U')
        size = 10;
    struct text rest = text_slice(alignment->text, alignment->done, alignment->text.len);
    meet(alignment, unicode_offset(rest, 1), from, from + size);
    alignment->at = from + size;
}

static void align_flow(struct alignment *alignment, enum scalar_style style)
{
    struct text raw = alignment->raw;
    while (!is_settled(alignment) && alignment->at < raw.len) {
        size_t at = alignment->at;
        if (is_blank_at(raw, at) || line_end_size(raw, at) > 0) {
            align_blanks(alignment, false);
        } else if (style == STYLE_DOUBLE && raw.ptr[at] == '\\') {
            align_escape(alignment);
        } else if (style == STYLE_SINGLE && raw.ptr[at] == '\'') {
            meet_bytes(alignment, TEXT("'"), at, at + 2);
            alignment->at = at + 2;
        } else {
            meet_same(alignment, at, at + 1);
            alignment->at = at + 1;
        }
    }
}

/* How many spaces the first line that holds more than spaces begins with; false without one. */
static bool leading_spaces(struct text bytes, size_t from, size_t *spaces)
{
    *spaces = 0;
    for (size_t at = from; at < bytes.len;) {
        size_t size = line_end_size(bytes, at);
        if (size == 0 && bytes.ptr[at] != ' ')
            return true;
        *spaces = size > 0 ? 0 : *spaces + 1;
        at += size > 0 ? size : 1;
    }
    return false;
}

/* The content of the next line of a block, `indent` deep, behind any blank lines. */
static size_t next_content(struct text raw, size_t at, size_t indent)
{
    for (;;) {
        size_t line = at;
        while (at < raw.len && at - line < indent && raw.ptr[at] == ' ')
            at++;
        size_t size = line_end_size(raw, at);
        if (size == 0)
            return at;
        at += size;
    }
}

/*
 * Literal and folded scalars. The indentation is what the decoded first line lacks of the raw
 * one, so that the header need not be understood.
 */
static void align_block(struct alignment *alignment, bool folded)
{
    struct text raw = alignment->raw;
    size_t header_end = line_end_next(raw, alignment->at);
    size_t further = header_end + line_end_size(raw, header_end);
    size_t first = further; /* the line end before the blank lines; none at first */
    size_t indent;
    size_t kept;
    alignment->behind = further;
    if (!leading_spaces(raw, further, &indent) || !leading_spaces(alignment->text, 0, &kept) ||
        kept > indent) {
        alignment->lost = true;
        return;
    }
    indent -= kept;
    bool may_fold = false; /* lines that begin with a blank are not folded to their neighbours */
    while (!is_settled(alignment) && further < raw.len) {
        size_t next = next_content(raw, further, indent);
        bool plain = next < raw.len && !is_blank_at(raw, next);
        if (folded && may_fold && plain)
            meet_fold(alignment, first, first, further, next);
        else
            (void)meet_line_ends(alignment, first, next);
        first = line_end_next(raw, next);
        meet_same(alignment, next, first);
        further = first + line_end_size(raw, first);
        may_fold = plain;
    }
    (void)meet_line_ends(alignment, first, further);
}

struct place phrase_place(const struct phrase *phrase, size_t from, size_t to)
{
    struct place place = phrase->place;
    const struct source *source = place.source;
    bool same_line = place.end_line == place.line;
    if (!source || source->bytes.len == 0 || place.line == 0 || from > to ||
        place.end_line < place.line || (same_line && place.end_column < place.column))
        return place;
    size_t begin = source_offset(source, place.line, place.column);
    struct text tail = text_slice(source->bytes, begin, source->bytes.len);
    struct source rest = {.bytes = tail};
    size_t length =
        source_offset(&rest, place.end_line - place.line + 1,
                      same_line ? place.end_column - place.column + 1 : place.end_column);
    bool quoted = phrase->style == STYLE_SINGLE || phrase->style == STYLE_DOUBLE;
    if (quoted && length < 2)
        return place;
    struct alignment alignment = {
        .raw = text_slice(tail, 0, quoted ? length - 1 : length),
        .at = quoted ? 1 : 0,
        .behind = quoted ? 1 : 0,
        .text = phrase->text,
        .from = from,
        .to = to,
    };
    if (phrase->style == STYLE_LITERAL || phrase->style == STYLE_FOLDED)
        align_block(&alignment, phrase->style == STYLE_FOLDED);
    else
        align_flow(&alignment, phrase->style);
    if (alignment.lost || !is_settled(&alignment) || alignment.done < to)
        return place;
    if (from >= alignment.done)
        alignment.start = alignment.behind;
    if (to <= from)
        alignment.end = alignment.start;
    struct place found = {source, place.line, place.column, 0, 0, place.cell};
    lines_advance(tail, 0, alignment.start, &found.line, &found.column);
    found.end_line = found.line;
    found.end_column = found.column;
    lines_advance(tail, alignment.start, alignment.end, &found.end_line, &found.end_column);
    return found;
}
