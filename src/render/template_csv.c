/* The templates as CSV: a questionnaire with a row a question, and a table with a row a vendor. */
#include "template_csv.h"

#include <string.h>

#include "csv_writer.h"
#include "shortlist/shares.h"
#include "template_words.h"

/* What the writing of a questionnaire goes by. */
struct questionnaire {
    struct csv_writer csv;
    const struct criteria *criteria;
    const struct shares *shares; /* NULL: not to be shown */
    struct arena *arena;
};

static void begin(struct csv_writer *csv, const struct template_options *options, struct sink *sink)
{
    csv_begin(csv,
              (struct csv_style){
                  .excel = options->excel, .raw = options->raw, .delimiter = options->delimiter},
              sink);
}

/* --- What may be answered ------------------------------------------------------------------ */

/* "one of: a = Label; b" */
static struct text option_words(struct arena *arena, const char *head,
                                const struct options *options)
{
    struct text_buffer words = {.arena = arena};
    buffer_add(&words, text_from(head));
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        buffer_format(&words, "%s%.*s", i > 0 ? "; " : " ", TEXT_ARG(option->id));
        if (!text_equal(option->id, option->label))
            buffer_format(&words, " = %.*s", TEXT_ARG(option->label));
    }
    return buffer_text(&words);
}

/* Where an option is called so, `none` is that option. */
static const char *set_head(const struct options *options)
{
    return options_find(options, TEXT("none")) == NO_OPTION &&
                   options_find_label(options, TEXT("none")) == NO_OPTION
               ? "several, with ; between them, or none:"
               : "several, with ; between them, or []:";
}

static struct text number_words(struct arena *arena, const struct criterion *criterion)
{
    struct text bounds = bounds_words(&criterion->range, arena);
    return bounds.len > 0 ? bounds : TEXT("a number");
}

static struct text allowed_words(struct arena *arena, const struct criterion *criterion)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
        return TEXT("yes or no");
    case TYPE_CHOICE:
        return option_words(arena, "one of:", &criterion->options);
    case TYPE_SET:
        return option_words(arena, set_head(&criterion->options), &criterion->options);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_words(arena, criterion);
    case TYPE_DATE:
        return TEXT("YYYY-MM-DD");
    case TYPE_TEXT:
    case ANSWER_TYPES:
        break;
    }
    return TEXT("in your own words");
}

/* Without the blanks and line breaks at both ends, which would make rows of a sheet taller. */
static struct text trimmed(struct text text)
{
    static const char blanks[] = " \t\r\n";
    while (text.len > 0 && memchr(blanks, text.ptr[0], sizeof(blanks) - 1) != NULL)
        text = text_slice(text, 1, text.len);
    while (text.len > 0 && memchr(blanks, text.ptr[text.len - 1], sizeof(blanks) - 1) != NULL)
        text = text_slice(text, 0, text.len - 1);
    return text;
}

/* --- Rows of the questionnaire ------------------------------------------------------------- */

enum { TO_FILL_IN = 5 }; /* answer, evidence, expires, source, note */

static void write_header(struct questionnaire *sheet)
{
    static const char *const columns[] = {"criterion", "question", "help",
                                          "type",      "unit",     "allowed answers"};
    static const char *const to_fill_in[TO_FILL_IN] = {"answer", "evidence", "expires", "source",
                                                       "note"};
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        csv_word(&sheet->csv, text_from(columns[i]));
    if (sheet->shares != NULL)
        csv_word(&sheet->csv, TEXT("share"));
    for (size_t i = 0; i < TO_FILL_IN; i++)
        csv_word(&sheet->csv, text_from(to_fill_in[i]));
    csv_end_row(&sheet->csv);
}

/* A row with what has no type: who answers, and headings, which are rows of no criterion. */
static void write_words(struct questionnaire *sheet, struct text criterion, struct text question,
                        struct text help, const double *share)
{
    csv_word(&sheet->csv, criterion);
    csv_text(&sheet->csv, trimmed(question));
    csv_text(&sheet->csv, help);
    csv_empty(&sheet->csv, 3);
    if (sheet->shares != NULL && share == NULL)
        csv_empty(&sheet->csv, 1);
    if (sheet->shares != NULL && share != NULL)
        csv_word(&sheet->csv, percent_words(*share, sheet->arena));
    csv_empty(&sheet->csv, TO_FILL_IN);
    csv_end_row(&sheet->csv);
}

static void write_introduction(struct questionnaire *sheet)
{
    const struct text nothing = TEXT("");
    write_words(sheet, TEXT("vendor"), TEXT("What is your name, as reports are to show it?"),
                nothing, NULL);
    write_words(sheet, TEXT("id"), TEXT("What is a short name for it?"),
                TEXT("Small letters, digits, - and _, such as northwind-contact. Without an answer "
                     "it is made from the name of the file."),
                NULL);
    write_words(
        sheet, nothing, criteria_words_of(sheet->criteria, sheet->arena),
        TEXT("Please write in the columns from answer to note only, one answer a row. Leave an "
             "answer empty where you have none yet. Write n/a where a question does not apply to "
             "you. Under evidence, write documented where a document shows that the answer is "
             "true, else claimed; under expires, the last day on which it is valid (YYYY-MM-DD); "
             "under source, which document it is."),
        NULL);
}

/* The help, the reason, and whether evidence is wanted. */
static struct text help_words(struct arena *arena, const struct criterion *criterion)
{
    struct text_buffer words = {.arena = arena};
    buffer_add(&words, trimmed(criterion->help));
    if (criterion->why.len > 0)
        buffer_format(&words, "%sWhy it matters: %.*s", words.len > 0 ? "\n" : "",
                      TEXT_ARG(trimmed(criterion->why)));
    if (criterion->proof)
        buffer_format(&words, "%sEvidence is wanted here.", words.len > 0 ? "\n" : "");
    return buffer_text(&words);
}

static void write_question(struct questionnaire *sheet, size_t position)
{
    const struct criterion *criterion = &sheet->criteria->criteria[position];
    csv_word(&sheet->csv, criterion->id.text);
    csv_text(&sheet->csv, trimmed(criterion->ask));
    csv_text(&sheet->csv, help_words(sheet->arena, criterion));
    csv_word(&sheet->csv, text_from(answer_type_words[criterion->type]));
    csv_text(&sheet->csv, criterion->unit);
    csv_text(&sheet->csv, allowed_words(sheet->arena, criterion));
    if (sheet->shares != NULL)
        csv_word(&sheet->csv, percent_words(sheet->shares->criteria[position], sheet->arena));
    csv_empty(&sheet->csv, TO_FILL_IN);
    csv_end_row(&sheet->csv);
}

static void write_category(struct questionnaire *sheet, size_t position)
{
    const struct criteria *criteria = sheet->criteria;
    const struct category *category = &criteria->categories[position];
    if (!category_is_asked(criteria, category, BY_VENDOR))
        return;
    write_words(sheet, TEXT(""), category->title, TEXT(""),
                sheet->shares != NULL ? &sheet->shares->categories[position] : NULL);
    for (size_t c = category->first; c < category->first + category->count; c++) {
        if (is_asked(&criteria->criteria[c], BY_VENDOR))
            write_question(sheet, c);
    }
}

void csv_questions(const struct criteria *criteria, const struct template_options *options,
                   struct sink *sink)
{
    struct arena arena = {0};
    struct shares shares = shares_of(criteria, &arena);
    struct questionnaire sheet = {
        .criteria = criteria,
        .shares = options->weights ? &shares : NULL,
        .arena = &arena,
    };
    begin(&sheet.csv, options, sink);
    write_header(&sheet);
    write_introduction(&sheet);
    for (size_t c = 0; c < criteria->category_count; c++)
        write_category(&sheet, c);
    csv_finish(&sheet.csv);
    arena_release(&arena);
}

/* --- The sheet of an evaluator ------------------------------------------------------------- */

void csv_ratings(const struct criteria *criteria, const struct template_options *options,
                 struct sink *sink)
{
    struct arena arena = {0};
    struct csv_writer csv;
    size_t vendors = 0;
    size_t asked = 0;
    const struct judged *judged = judged_vendors(options->vendors, &arena, &vendors);
    begin(&csv, options, sink);
    csv_word(&csv, TEXT("rater"));
    csv_word(&csv, TEXT("id"));
    csv_word(&csv, TEXT("vendor"));
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (is_asked(&criteria->criteria[c], BY_BUYER)) {
            csv_word(&csv, criteria->criteria[c].id.text);
            asked++;
        }
    }
    csv_end_row(&csv);
    for (size_t v = 0; v < vendors; v++) {
        csv_empty(&csv, 1);
        csv_word(&csv, judged[v].id);
        csv_text(&csv, judged[v].name);
        csv_empty(&csv, asked);
        csv_end_row(&csv);
    }
    csv_finish(&csv);
    arena_release(&arena);
}
