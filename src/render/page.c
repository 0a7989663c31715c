/* The page: columns, wrapping and colours. */
#include "page.h"

#include <math.h>

#include "shortlist/unicode.h"

/* SGR sequences; the eight colours that every terminal lets its user choose. */
static const char *const ink_codes[INKS] = {
    [INK_PLAIN] = "",           [INK_STRONG] = "\033[1m",    [INK_FAINT] = "\033[2m",
    [INK_BAR] = "\033[36m",     [INK_GOOD] = "\033[32m",     [INK_NOTE] = "\033[34m",
    [INK_WARNING] = "\033[33m", [INK_CRITICAL] = "\033[31m", [INK_KNOCKOUT] = "\033[1;31m",
};

enum { WORDS_LEAST = 16 }; /* columns that are left for words behind any indent */

static const char ink_end[] = "\033[0m";

void page_open(struct page *page, struct sink *sink, size_t width, bool color, bool ascii)
{
    if (width > 0 && width < PAGE_LEAST)
        width = PAGE_LEAST;
    *page = (struct page){
        .sink = sink,
        .width = width,
        .columns = width > 0 ? width : PAGE_NATURAL,
        .color = color,
        .ascii = ascii,
    };
}

void page_open_markdown(struct page *page, struct sink *sink, bool ascii)
{
    page_open(page, sink, 0, false, ascii);
    page->markdown.sink = sink;
}

static bool is_markdown(const struct page *page)
{
    return page->markdown.sink != NULL;
}

void page_close(struct page *page)
{
    arena_release(&page->scratch);
}

void page_forget(struct page *page)
{
    arena_clear(&page->scratch);
}

struct text page_visible(struct page *page, struct text text)
{
    return unicode_visible(&page->scratch, text);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Printable ASCII with single spaces, as most texts are: nothing to be done about it. */
static bool is_plain(struct text text)
{
    char before = ' ';
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c < ' ' || c > '~' || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return text.len == 0 || before != ' ';
}

struct text page_prose(struct page *page, struct text text)
{
    if (is_plain(text))
        return text;
    char *copy = arena_array(&page->scratch, char, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_blank(text.ptr[i]))
            copy[len++] = text.ptr[i];
        else if (len > 0 && copy[len - 1] != ' ')
            copy[len++] = ' ';
    }
    if (len > 0 && copy[len - 1] == ' ')
        len--;
    return page_visible(page, (struct text){copy, len});
}

struct text page_cut(struct page *page, struct text text, size_t columns)
{
    if (unicode_width(text) <= columns)
        return text;
    const char *ellipsis = page->ascii ? "~" : "\xe2\x80\xa6";
    struct text kept = unicode_fit(text, columns > 0 ? columns - 1 : 0);
    return text_format(&page->scratch, "%.*s%s", TEXT_ARG(kept), ellipsis);
}

size_t page_position(const struct page *page)
{
    return page->at + page->gap;
}

void page_to(struct page *page, size_t column)
{
    if (column > page_position(page))
        page->gap = column - page->at;
}

void page_to_paragraph(struct page *page, size_t column)
{
    if (!is_markdown(page))
        page_to(page, column);
}

void page_to_bullet(struct page *page, size_t column)
{
    page_to(page, column);
    if (is_markdown(page))
        return;
    page_write(page, TEXT("- "), INK_FAINT);
    page_to(page, column + 2);
}

void page_space(struct page *page, size_t columns)
{
    page->gap += columns;
}

void page_end(struct page *page)
{
    if (is_markdown(page))
        markdown_end_line(&page->markdown);
    else
        sink_char(page->sink, '\n');
    page->at = 0;
    page->gap = 0;
}

void page_blank(struct page *page)
{
    page_end(page);
}

/* What stands before the next text: its padding, and the colour that was asked for. */
static void begin_text(struct page *page)
{
    if (page->gap > 0) {
        sink_repeat(page->sink, " ", page->gap);
        page->at += page->gap;
        page->gap = 0;
    }
    if (page->next_ink != INK_PLAIN) {
        sink_string(page->sink, ink_codes[page->next_ink]);
        page->next_ink = INK_PLAIN;
        page->inked = true;
    }
}

/* What is strong on a terminal, whatever its colour. */
static bool is_strong(enum ink ink)
{
    return ink == INK_STRONG || ink == INK_CRITICAL || ink == INK_KNOCKOUT;
}

static void put_markdown(struct page *page, struct text text)
{
    markdown_write(&page->markdown, page->gap, text, is_strong(page->next_ink));
    page->at += page->gap + text.len;
    page->gap = 0;
}

static void put(struct page *page, struct text text)
{
    if (text.len > 0 && is_markdown(page)) {
        put_markdown(page, text);
    } else if (text.len > 0) {
        begin_text(page);
        sink_text(page->sink, text);
        page->at += unicode_width(text);
    }
}

static void ink_on(struct page *page, enum ink ink)
{
    if (page->color || is_markdown(page))
        page->next_ink = ink;
}

static void ink_off(struct page *page)
{
    if (page->inked)
        sink_string(page->sink, ink_end);
    page->inked = false;
    page->next_ink = INK_PLAIN;
}

void page_write(struct page *page, struct text text, enum ink ink)
{
    if (text.len > 0) {
        ink_on(page, ink);
        put(page, text);
        ink_off(page);
    }
}

void page_repeat(struct page *page, const char *symbol, size_t times, enum ink ink)
{
    if (times > 0) {
        ink_on(page, ink);
        begin_text(page);
        sink_repeat(page->sink, symbol, times);
        page->at += times;
        ink_off(page);
    }
}

void page_cell(struct page *page, struct text text, size_t columns, enum ink ink)
{
    size_t end = page_position(page) + columns;
    page_write(page, page->width > 0 ? page_cut(page, text, columns) : text, ink);
    page_to(page, end);
}

void page_right(struct page *page, struct text text, size_t end, enum ink ink)
{
    size_t columns = unicode_width(text);
    if (is_markdown(page))
        page_space(page, 1);
    else if (columns < end)
        page_to(page, end - columns);
    /* Where something wide stands in the way, a blank keeps the two apart. */
    if (page->at > 0 && page->gap == 0)
        page_space(page, 1);
    page_write(page, text, ink);
}

void page_number(struct page *page, double value, int decimals, size_t end, enum ink ink)
{
    char number[NUMBER_SIZE];
    if (isnan(value)) {
        page_right(page, TEXT("-"), end, INK_FAINT);
        return;
    }
    size_t len = number_fixed(value, decimals, number);
    page_right(page, (struct text){number, len}, end, ink);
}

void page_signed(struct page *page, double value, int decimals, size_t end, enum ink ink)
{
    char number[NUMBER_SIZE + 1] = "+";
    if (isnan(value) || !(number_round(value, decimals) > 0)) {
        page_number(page, value, decimals, end, ink);
        return;
    }
    size_t len = 1 + number_fixed(value, decimals, number + 1);
    page_right(page, (struct text){number, len}, end, ink);
}

/* The word at the start of a text that begins with no space. */
static struct text first_word(struct text text)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] != ' ')
        len++;
    return text_slice(text, 0, len);
}

static void continue_at(struct page *page, size_t hanging)
{
    page_end(page);
    page_to(page, hanging);
}

/* A path is broken behind a slash where there is one. */
static struct text whole_folders(struct text piece)
{
    size_t len = piece.len;
    while (len > 0 && piece.ptr[len - 1] != '/')
        len--;
    return len > 0 ? text_slice(piece, 0, len) : piece;
}

/* Writes a word that may be wider than a line: as much as fits on each, `spare` left free behind.
 */
static void put_broken(struct page *page, size_t hanging, struct text word, size_t spare)
{
    for (;;) {
        size_t position = page_position(page);
        size_t room = position < page->width ? page->width - position : 0;
        struct text piece = unicode_fit(word, room);
        if (piece.len == word.len && room > spare)
            piece = unicode_fit(word, room - spare);
        if (piece.len == word.len)
            break;
        if (piece.len == 0 && position <= hanging)
            break; /* not even one character fits a line: better too wide than never */
        piece = whole_folders(piece);
        put(page, piece);
        word = text_slice(word, piece.len, word.len);
        continue_at(page, hanging);
    }
    put(page, word);
}

/* Where nothing limits the line: no words to be told apart, and no columns to be counted, since
 * what is flown goes on to the end of its line. */
static void put_unlimited(struct page *page, struct text text)
{
    size_t begin = 0;
    size_t end = text.len;
    while (begin < end && text.ptr[begin] == ' ')
        begin++;
    while (end > begin && text.ptr[end - 1] == ' ')
        end--;
    if (page->at > 0 || !is_markdown(page))
        page_space(page, begin);
    struct text words = text_slice(text, begin, end);
    if (words.len > 0 && is_markdown(page)) {
        put_markdown(page, words);
    } else if (words.len > 0) {
        begin_text(page);
        sink_text(page->sink, words);
        page->at += words.len;
    }
    page_space(page, text.len - end);
}

/* Leaves `spare` columns free behind the last word. */
static void put_wrapped(struct page *page, size_t hanging, struct text text, size_t spare)
{
    bool spaced = false; /* a space waits before the next word */
    for (size_t i = 0; i < text.len;) {
        if (text.ptr[i] == ' ') {
            spaced = true;
            i++;
            continue;
        }
        struct text word = first_word(text_slice(text, i, text.len));
        size_t columns = unicode_width(word);
        size_t behind = i + word.len == text.len ? spare : 0;
        bool passes = page_position(page) + spaced + columns + behind > page->width;
        /* A word that no line can hold is broken where it stands. */
        if (passes && page_position(page) > hanging && columns <= page->width - hanging)
            continue_at(page, hanging);
        else if (spaced)
            page_space(page, 1);
        put_broken(page, hanging, word, behind);
        spaced = false;
        i += word.len;
    }
    if (spaced)
        page_space(page, 1);
}

static void flow(struct page *page, size_t hanging, struct text text, enum ink ink, size_t spare)
{
    if (text.len == 0)
        return;
    ink_on(page, ink);
    if (page->width == 0)
        put_unlimited(page, text);
    else if (hanging + WORDS_LEAST > page->width)
        put_wrapped(page, page->width - WORDS_LEAST, text, spare);
    else
        put_wrapped(page, hanging, text, spare);
    ink_off(page);
}

void page_flow(struct page *page, size_t hanging, struct text text, enum ink ink)
{
    flow(page, hanging, text, ink, 0);
}

void page_flow_marked(struct page *page, size_t hanging, struct text text, enum ink ink)
{
    flow(page, hanging, text, ink, 1);
}

void page_keep(struct page *page, size_t hanging, size_t columns)
{
    size_t position = page_position(page);
    if (page->width > 0 && position + columns > page->width && position > hanging)
        continue_at(page, hanging);
}

void page_label(struct page *page, struct text label, size_t columns)
{
    if (is_markdown(page)) {
        page_space(page, 1);
        page_write(page, label, INK_STRONG);
        page_write(page, TEXT(":"), INK_STRONG);
        page_space(page, 1);
    } else {
        page_cell(page, label, columns, INK_STRONG);
    }
}

void page_begin_code(struct page *page, const char *language)
{
    if (is_markdown(page))
        markdown_begin_code(&page->markdown, language);
}

void page_end_code(struct page *page)
{
    if (is_markdown(page))
        markdown_end_code(&page->markdown);
}

void page_heading(struct page *page, const char *title)
{
    page_begin_heading(page, 2);
    page_write(page, text_from(title), is_markdown(page) ? INK_PLAIN : INK_STRONG);
    page_end(page);
}

void page_quiet_heading(struct page *page, const char *title)
{
    if (is_markdown(page))
        page_heading(page, title);
    else
        page_blank(page);
}

void page_begin_heading(struct page *page, int level)
{
    if (is_markdown(page))
        markdown_heading(&page->markdown, level);
    else if (level > 1)
        page_blank(page);
}
