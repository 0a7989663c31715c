/* What is no text, or no UTF-8, is told before a parser stumbles over it. */
#include "bytes.h"

#include <stdint.h>
#include <string.h>

#include "shortlist/unicode.h"

/* What to do with a spreadsheet, wherever it stands. */
#define SAVE_SHEET SAVE_AS_CSV ", or its content as YAML"

/* How files begin that people send in the place of a text, and what to do then: in general, and
 * where CSV is wanted. */
static const struct {
    struct text bytes;
    const char *what;
    const char *hint;
    const char *csv_hint;
} signatures[] = {
    {{"%PDF", 4}, "a PDF", "copy its text into a YAML file", "copy its text into a spreadsheet"},
    {{"PK\003\004", 4}, "a spreadsheet, a document or a ZIP archive", SAVE_SHEET, SAVE_SHEET},
    {{"\xd0\xcf\x11\xe0", 4}, "an old spreadsheet or document", SAVE_SHEET, SAVE_SHEET},
    {{"{\\rtf", 5},
     "a word processor's document",
     "save it as plain text",
     "save it as plain text"},
    {{"\x1f\x8b", 2}, "compressed", "unpack it first", "unpack it first"},
    {{"\x89PNG", 4}, "a picture", NULL, NULL},
    {{"\xff\xd8\xff", 3}, "a picture", NULL, NULL},
};

bool is_ascii(struct text bytes)
{
    enum { WORDS = 4 };
    const uint64_t high_bits = UINT64_C(0x8080808080808080);
    uint64_t words[WORDS];
    size_t at = 0;
    for (; bytes.len - at >= sizeof(words); at += sizeof(words)) {
        memcpy(words, bytes.ptr + at, sizeof(words));
        if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0)
            return false;
    }
    for (; at < bytes.len; at++) {
        if ((unsigned char)bytes.ptr[at] > 0x7f)
            return false;
    }
    return true;
}

bool is_utf16(struct text bytes)
{
    if (text_starts(bytes, TEXT("\xff\xfe")) || text_starts(bytes, TEXT("\xfe\xff")))
        return true;
    return bytes.len >= 2 && (bytes.ptr[0] == '\0') != (bytes.ptr[1] == '\0');
}

static bool refuse_signature(struct problems *problems, const struct source *source, bool is_csv)
{
    for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
        if (!text_starts(source->bytes, signatures[i].bytes))
            continue;
        problem_add(problems, PROBLEM_NOT_TEXT, source_whole(source),
                    "this is not a text file: it is %s", signatures[i].what);
        const char *hint = is_csv ? signatures[i].csv_hint : signatures[i].hint;
        if (hint != NULL)
            problem_hint(problems, "%s", hint);
        return true;
    }
    return false;
}

/* Whether a line begins at `at`: behind LF, CR, NEL, LS, PS, or the byte order mark. */
static bool begins_line(struct text bytes, size_t at)
{
    struct text before = text_slice(bytes, 0, at);
    return at == 0 || text_ends(before, TEXT("\n")) || text_ends(before, TEXT("\r")) ||
           text_ends(before, TEXT("\xc2\x85")) || text_ends(before, TEXT("\xe2\x80\xa8")) ||
           text_ends(before, TEXT("\xe2\x80\xa9")) || text_equal(before, TEXT("\xef\xbb\xbf"));
}

/* libyaml compares each %TAG directive with all before it: many of them would take for ever. */
static bool refuse_tag_directive(struct problems *problems, const struct source *source)
{
    const struct text bytes = source->bytes;
    const struct text tag = TEXT("%TAG");
    const char *next = bytes.len == 0 ? NULL : memchr(bytes.ptr, '%', bytes.len);
    while (next != NULL) {
        size_t at = (size_t)(next - bytes.ptr);
        if (begins_line(bytes, at) && text_starts(text_slice(bytes, at, bytes.len), tag)) {
            problem_add(problems, PROBLEM_YAML_FEATURE, source_place(source, at),
                        "a %%TAG directive cannot be used here");
            return true;
        }
        next = memchr(next + 1, '%', bytes.len - at - 1);
    }
    return false;
}

/* What is no text, and text that is not UTF-8. */
static bool refuse_encoding(struct problems *problems, const struct source *source, bool is_csv)
{
    size_t offset = 0;
    if (refuse_signature(problems, source, is_csv))
        return true;
    if (is_utf16(source->bytes)) {
        problem_add(problems, PROBLEM_NOT_UTF8, source_whole(source),
                    "the file is not UTF-8 but, it seems, UTF-16");
        problem_hint(problems, "%s", is_csv ? SAVE_AS_CSV : "save it as UTF-8");
        return true;
    }
    if (!is_ascii(source->bytes) && !unicode_valid(source->bytes, &offset)) {
        problem_add(problems, PROBLEM_NOT_UTF8, source_place(source, offset),
                    "the byte 0x%02x is not UTF-8", (unsigned char)source->bytes.ptr[offset]);
        problem_hint(problems, "%s", is_csv ? SAVE_AS_CSV : "save the file as UTF-8");
        return true;
    }
    return false;
}

bool refuse_bytes(struct problems *problems, const struct source *source)
{
    return refuse_encoding(problems, source, false) || refuse_tag_directive(problems, source);
}

bool refuse_csv_bytes(struct problems *problems, const struct source *source)
{
    return refuse_encoding(problems, source, true);
}
