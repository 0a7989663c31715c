/*
 * Sources and places: where a piece of input stands, so that a problem can point at it. A source
 * is a file, standard input, or an option on the command line.
 */
#ifndef SHORTLIST_SOURCE_H
#define SHORTLIST_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "shortlist/text.h"

struct source {
    struct text name;  /* as the user gave it: "vendors/acme.yaml", "-", "--need hours_week=x" */
    struct text bytes; /* the whole content; empty once it was let go */
    bool from_file;    /* file_read made the bytes */
    bool may_ignore;   /* comments in it silence warnings: see ignore.h */
    /* Of a long file what was read is given back: bytes [0, gone), with the first gone_lines lines,
     * must not be looked at any more, and no line of them can be shown. */
    size_t gone;
    uint32_t gone_lines;
    /* Of a table (CSV): the names of its columns, for messages; else none. Behind them may stand
     * what single cells are called instead: "answer of price_hour". */
    const struct text *columns;
    size_t column_count;
};

/* Gives back the memory of the lines before `line` of a file, when that is worth it. */
void source_forget_before(struct source *source, uint32_t line);

/* The same where the offset of the line's first byte is known. */
void source_forget_to(struct source *source, size_t start, uint32_t line);

/*
 * A place in a source: 1-based, columns in code points; a byte order mark at the beginning takes
 * none. Line 0 means the source as a whole.
 */
struct place {
    const struct source *source;
    uint32_t line;
    uint32_t column;
    uint32_t end_line; /* just behind the last character; equal to line, column for a point */
    uint32_t end_column;
    uint32_t cell; /* 1-based, which of source.columns names it; 0: none */
};

/* A line (1-based) without its line end; empty when there is none. Lines end as in YAML 1.1: LF,
 * CR, CRLF, NEL, LS, PS. */
struct text source_line(const struct source *source, uint32_t line);

/*
 * Lines found one after the other: the search for a line goes on from the line found before, if
 * that is not behind it. `struct line_finder finder = {0};` begins at the beginning of any source.
 */
struct line_finder {
    const struct source *source;
    uint32_t line;
    size_t start; /* of the line */
};

/* The same as source_line. */
struct text line_finder_line(struct line_finder *finder, const struct source *source,
                             uint32_t line);

/* The place of a byte of the source. */
struct place source_place(const struct source *source, size_t offset);

/* The byte offset of a place's beginning; the length of the source when it lies beyond it. */
size_t source_offset(const struct source *source, uint32_t line, uint32_t column);

/* A place that is the source as a whole. */
struct place source_whole(const struct source *source);

/* By name of source, then line, then column: the order in which problems are told. */
int place_compare(const struct place *a, const struct place *b);

/* How a scalar was written, as far as it moves the characters of its value. */
enum scalar_style { STYLE_PLAIN, STYLE_SINGLE, STYLE_DOUBLE, STYLE_LITERAL, STYLE_FOLDED };

/*
 * A phrase: a text whose inside can be wrong (an expression, a template). `text` is the decoded
 * value, `place` spans its raw form, quotes or block header included.
 */
struct phrase {
    struct text text;
    struct place place;
    enum scalar_style style;
};

/*
 * The place of bytes [from, to) of the decoded text, found by aligning it with the raw source, in
 * any scalar style. Both may be text.len (just behind the last character). When the source was let
 * go, or the two cannot be aligned, the place of the whole phrase.
 */
struct place phrase_place(const struct phrase *phrase, size_t from, size_t to);

#endif
