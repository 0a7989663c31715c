/*
 * A questionnaire: the answers of one vendor as CSV, a row a question. It becomes the tree of the
 * YAML file that says the same, every node with the place of its cell.
 */
#include "readers.h"

#include <string.h>

#include "csv_layouts.h"
#include "csv_nodes.h"
#include "csv_sheet.h"
#include "shortlist/names.h"
#include "values.h"

/* The columns that `template` writes for those who fill it in. */
static const char *const reading_aids[] = {"question",        "help",  "type", "unit",
                                           "allowed answers", "share", NULL};

struct questionnaire {
    struct answer_reader *reader;
    struct csv_table sheet;
    /* Its columns: the count of columns where there is none. */
    size_t criterion;
    size_t answer;
    size_t more[STATED_PARTS];
    struct text *cell_names;   /* the source's columns, with room for those of single cells */
    struct yaml_node *root;    /* a map */
    struct yaml_node *answers; /* a map in it */
};

/* --- Places ------------------------------------------------------------------------------- */

/* The place of a cell that says something of a criterion, which messages are to name. */
static struct place named_place(const struct questionnaire *form, const struct csv_row *row,
                                size_t column, struct text id)
{
    struct source *source = form->sheet.source;
    struct place place = sheet_place(&form->sheet, row, column);
    if (id.len > ID_LIMIT)
        return place;
    form->cell_names[source->column_count] =
        text_format(&form->reader->scratch, "%.*s of %.*s",
                    TEXT_ARG(form->sheet.header.names[column]), TEXT_ARG(id));
    place.cell = (uint32_t)++source->column_count;
    return place;
}

/* --- Answers ------------------------------------------------------------------------------ */

/* The first column that says something beside the answer; the count of columns when none does. */
static size_t says_more(const struct questionnaire *form, const struct csv_row *row)
{
    size_t i = 0;
    while (i < STATED_PARTS && sheet_is_open(&form->sheet, row, form->more[i]))
        i++;
    return i < STATED_PARTS ? form->more[i] : form->sheet.header.count;
}

/* What a row says beside the answer. */
static void add_more(const struct questionnaire *form, const struct csv_row *row, struct text id,
                     struct yaml_node *map)
{
    for (size_t i = 0; i < STATED_PARTS; i++) {
        const size_t column = form->more[i];
        if (sheet_is_open(&form->sheet, row, column))
            continue;
        struct place place = named_place(form, row, column, id);
        csv_node(map_add(map, text_from(stated_parts[i]), place), row->cells[column], place, NULL,
                 &form->reader->scratch);
    }
}

static void add_answer(struct questionnaire *form, const struct csv_row *row, struct text id)
{
    struct arena *arena = &form->reader->scratch;
    const struct criteria *criteria = form->reader->criteria;
    struct place place = named_place(form, row, form->answer, id);
    struct yaml_node *value =
        map_add(form->answers, id, sheet_place(&form->sheet, row, form->criterion));
    if (says_more(form, row) < form->sheet.header.count) {
        struct yaml_node *map = value;
        map_make(map, place, 1 + STATED_PARTS, arena);
        value = map_add(map, TEXT("value"), place);
        add_more(form, row, id, map);
    }
    csv_node(value, row->cells[form->answer], place,
             criteria == NULL ? NULL : criteria_criterion(criteria, id), arena);
}

/* --- Rows --------------------------------------------------------------------------------- */

/* Nothing at all is a heading. */
static void refuse_nameless(const struct questionnaire *form, const struct csv_row *row)
{
    struct problems *problems = form->reader->problems;
    const size_t more = says_more(form, row);
    struct place place = sheet_place(&form->sheet, row, form->criterion);
    if (!sheet_is_open(&form->sheet, row, form->answer))
        problem_add(problems, PROBLEM_MISSING_KEY, place,
                    "this row has an answer, but does not say to which criterion");
    else if (more < form->sheet.header.count)
        problem_add(problems, PROBLEM_MISSING_KEY, place,
                    "this row has a cell in the column `%.*s`, but does not say of which criterion",
                    TEXT_ARG(form->sheet.header.names[more]));
    else
        return;
    problem_hint(problems, "write the id of the criterion beside it");
}

/* Says who answers, in a row of its own; one that was left open says nothing. */
static void add_vendor(struct questionnaire *form, const struct csv_row *row, struct text key)
{
    const struct yaml_node *first = node_find_key(form->root, key);
    struct yaml_node named = {.text = key,
                              .place = sheet_place(&form->sheet, row, form->criterion)};
    if (sheet_is_open(&form->sheet, row, form->answer))
        return;
    if (first != NULL) {
        refuse_duplicate(form->reader->problems, first, &named);
        problem_hint(form->reader->problems, "a questionnaire holds the answers of one vendor");
        return;
    }
    csv_node(map_add(form->root, key, named.place), row->cells[form->answer],
             named_place(form, row, form->answer, key), NULL, &form->reader->scratch);
}

static void read_row(struct questionnaire *form, const struct csv_row *row)
{
    const struct text name = sheet_cell(&form->sheet, row, form->criterion);
    if (text_equal_fold(name, TEXT("vendor")))
        add_vendor(form, row, TEXT("vendor"));
    else if (text_equal_fold(name, TEXT("id")))
        add_vendor(form, row, TEXT("id"));
    else if (name.len > 0)
        add_answer(form, row, name);
    else
        refuse_nameless(form, row);
}

/* --- Files -------------------------------------------------------------------------------- */

static void find_columns(struct questionnaire *form)
{
    struct csv_header *header = &form->sheet.header;
    const struct source *source = form->sheet.source;
    struct problems *problems = form->reader->problems;
    form->criterion = csv_own_column(header, TEXT("criterion"), source, problems);
    form->answer = csv_own_column(header, TEXT("answer"), source, problems);
    for (size_t i = 0; i < STATED_PARTS; i++)
        form->more[i] = csv_own_column(header, text_from(stated_parts[i]), source, problems);
}

/* Whether a column is read, or was told already. */
static bool is_known_column(const struct questionnaire *form, size_t column)
{
    const struct csv_header *header = &form->sheet.header;
    bool is_known = header->faulty[column] || column == form->criterion || column == form->answer;
    for (size_t i = 0; i < STATED_PARTS; i++)
        is_known = is_known || column == form->more[i];
    return is_known;
}

/* Tells a column that is nearly one of those read: what stands in it is most likely meant.
 * `warnings_before` is how many there were before the first column. */
static void warn_of_column(const struct questionnaire *form, size_t column, size_t warnings_before)
{
    struct problems *problems = form->reader->problems;
    const struct csv_header *header = &form->sheet.header;
    struct nearest nearest = {.word = header->names[column]};
    nearest_offer(&nearest, TEXT("criterion"));
    nearest_offer(&nearest, TEXT("answer"));
    for (size_t i = 0; i < STATED_PARTS; i++)
        nearest_offer(&nearest, text_from(stated_parts[i]));
    if (nearest.best.len == 0)
        return;
    /* To find it takes time, and of more than these nobody sees it. */
    struct place place = csv_row_place(form->sheet.source, &header->row);
    if (problems->totals[PROBLEM_WARNING] < warnings_before + PROBLEMS_KEPT)
        place = sheet_place(&form->sheet, &header->row, column);
    place.cell = 0;
    problem_add(problems, PROBLEM_UNREAD_COLUMN, place, "the column `%.*s` is passed over",
                TEXT_ARG(header->names[column]));
    problem_suggest(problems, nearest.best);
}

static void warn_of_columns(const struct questionnaire *form)
{
    const struct csv_header *header = &form->sheet.header;
    const size_t warnings_before = form->reader->problems->totals[PROBLEM_WARNING];
    for (size_t c = 0; c < header->count; c++) {
        size_t aid = 0;
        while (reading_aids[aid] != NULL &&
               !is_same_name(header->names[c], text_from(reading_aids[aid])))
            aid++;
        if (reading_aids[aid] == NULL && !is_known_column(form, c))
            warn_of_column(form, c, warnings_before);
    }
}

static void make_room_for_names(struct questionnaire *form)
{
    const struct csv_header *header = &form->sheet.header;
    const size_t most = header->count + form->sheet.count * (1 + STATED_PARTS);
    form->cell_names = arena_array(&form->reader->scratch, struct text, most);
    memcpy(form->cell_names, header->names, header->count * sizeof(*header->names));
    form->sheet.source->columns = form->cell_names;
}

static void make_tree(struct questionnaire *form)
{
    enum { ROOT_PAIRS = 3 }; /* vendor, id, answers */
    struct arena *arena = &form->reader->scratch;
    const struct place start = source_place(form->sheet.source, 0);
    form->root = arena_new(arena, struct yaml_node);
    map_make(form->root, start, ROOT_PAIRS, arena);
    form->answers = map_add(form->root, TEXT("answers"), start);
    map_make(form->answers, start, form->sheet.count, arena);
    for (size_t i = 0; i < form->sheet.count; i++)
        read_row(form, &form->sheet.rows[i]);
}

void read_questionnaire(struct answer_reader *reader, struct source *source, char delimiter)
{
    struct questionnaire form = {.reader = reader};
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    const size_t errors_before = *errors;
    arena_clear(&reader->scratch);
    if (sheet_read(&form.sheet, source, delimiter, &reader->scratch, reader->problems)) {
        find_columns(&form);
        warn_of_columns(&form);
        make_room_for_names(&form);
        make_tree(&form);
        read_answers_document(reader, &(struct answers_document){
                                          .root = form.root,
                                          .is_single = true,
                                          .id_hint = "state one in a row: id as the criterion, "
                                                     "acme as its answer",
                                          .errors_before = errors_before,
                                      });
    } else {
        add_unread_vendor(reader, source, NULL, *errors - errors_before);
    }
    source->columns = NULL; /* they lie in the scratch */
    source->column_count = 0;
}
