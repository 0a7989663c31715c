/* The layouts of CSV files, by their header row. */
#include "csv_layouts.h"

#include <string.h>

#include "bytes.h"
#include "csv_faults.h"
#include "files.h"
#include "shortlist/arena.h"
#include "shortlist/unicode.h"
#include "values.h"

size_t csv_column(const struct csv_header *header, struct text name)
{
    size_t column = 0;
    while (column < header->count && !is_same_name(header->names[column], name))
        column++;
    return column;
}

size_t csv_own_column(struct csv_header *header, struct text name, const struct source *source,
                      struct problems *problems)
{
    const size_t first = csv_column(header, name);
    for (size_t c = first + 1; c < header->count; c++) {
        if (header->faulty[c] || !is_same_name(header->names[c], name))
            continue;
        header->faulty[c] = true;
        tell_repeated_column(source, header, first, c, problems);
    }
    return first;
}

static bool has_column(const struct csv_header *header, struct text name)
{
    return csv_column(header, name) < header->count;
}

enum csv_layout csv_layout_of(const struct csv_header *header)
{
    bool names_vendors = has_column(header, TEXT("id")) || has_column(header, TEXT("vendor"));
    if (has_column(header, TEXT("criterion")) && has_column(header, TEXT("answer")))
        return CSV_QUESTIONNAIRE;
    if (names_vendors && has_column(header, TEXT("rater")))
        return CSV_RATINGS_TABLE;
    return names_vendors ? CSV_ANSWERS_TABLE : CSV_UNKNOWN;
}

enum csv_layout csv_layout_with(const struct source *source, char delimiter)
{
    struct arena scratch = {0};
    struct csv_header header = {0};
    enum csv_layout layout = CSV_UNKNOWN;
    if (csv_header_read(source, delimiter, &scratch, &header))
        layout = csv_layout_of(&header);
    arena_release(&scratch);
    return layout;
}

bool csv_is(const struct source *source, char delimiter)
{
    if (name_ends(source->name, TEXT(".csv")))
        return true;
    /* A comment may hold anything. */
    return !name_ends(source->name, TEXT(".yaml")) && !name_ends(source->name, TEXT(".yml")) &&
           !text_starts(source->bytes, TEXT("#")) &&
           csv_layout_with(source, delimiter) != CSV_UNKNOWN;
}

/* --- Headers of no layout ----------------------------------------------------------------- */

static const struct {
    char delimiter;
    const char *name; /* as --delimiter takes it */
} delimiters[] = {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}};

enum { DELIMITERS = sizeof(delimiters) / sizeof(delimiters[0]) };

/* The hint that another delimiter makes a layout of the header. */
static void hint_delimiter(struct problems *problems, const struct source *source,
                           const struct csv_header *header, char given)
{
    for (size_t i = 0; i < DELIMITERS; i++) {
        if (delimiters[i].delimiter == header->delimiter ||
            csv_layout_with(source, delimiters[i].delimiter) == CSV_UNKNOWN)
            continue;
        if (given != 0)
            problem_hint(problems, "its columns seem to be separated otherwise: say --delimiter %s",
                         delimiters[i].name);
        else
            problem_hint(problems, "if its columns are separated so, say --delimiter %s",
                         delimiters[i].name);
        return;
    }
}

/* `a`, `b`, `c`, ...: the beginning of what stands in the header. */
static struct text first_names(const struct csv_header *header, struct arena *arena)
{
    enum { SHOWN = 3, LONGEST = 40 }; /* names, characters */
    struct text_buffer words = {.arena = arena};
    size_t shown = 0;
    for (size_t c = 0; c < header->count && shown <= SHOWN; c++) {
        const struct text name = header->names[c];
        const struct text cut = text_slice(name, 0, unicode_offset(name, LONGEST));
        if (name.len == 0)
            continue;
        buffer_add(&words, shown > 0 ? TEXT(", ") : TEXT(""));
        if (shown++ == SHOWN)
            buffer_add(&words, TEXT("..."));
        else
            buffer_format(&words, "`%.*s%s`", TEXT_ARG(cut), cut.len < name.len ? "..." : "");
    }
    return shown > 0 ? buffer_text(&words) : TEXT("no name");
}

void refuse_layout(struct problems *problems, const struct source *source,
                   const struct csv_header *header, char delimiter)
{
    struct arena scratch = {0};
    problem_add(problems, PROBLEM_UNKNOWN_KIND, csv_row_place(source, &header->row),
                "the columns do not say what this table is: the header is expected in line %u; "
                "there stands %.*s",
                (unsigned)header->row.line, TEXT_ARG(first_names(header, &scratch)));
    arena_release(&scratch);
    hint_delimiter(problems, source, header, delimiter);
    problem_hint(problems, "answers of many vendors have a column id or vendor; a questionnaire "
                           "the columns criterion and answer; ratings the columns rater and id");
}

void refuse_csv(struct problems *problems, struct source *source, char delimiter)
{
    struct arena scratch = {0};
    struct csv_header header = {0};
    const bool is_text = !refuse_csv_bytes(problems, source);
    /* What its columns lack is of no use before it is known what they are. */
    if (is_text && csv_header_read(source, delimiter, &scratch, &header))
        refuse_layout(problems, source, &header, delimiter);
    else if (is_text)
        (void)csv_header_open(source, delimiter, &scratch, &header, problems);
    arena_release(&scratch);
}
