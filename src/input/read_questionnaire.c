/*
 * A questionnaire: the answers of one vendor as CSV, a row a question. It becomes the tree of the
 * YAML file that says the same, every node with the place of its cell.
 */
#include "readers.h"

#include "csv_layouts.h"
#include "csv_nodes.h"
#include "csv_sheet.h"

/* The keys of the long form of an answer that may have a column, beside the value. */
static const char *const more_keys[] = {"evidence", "expires", "source", "note"};

enum { MORE = sizeof(more_keys) / sizeof(more_keys[0]) };

struct questionnaire {
    struct answer_reader *reader;
    struct csv_table sheet;
    /* Its columns: the count of columns where there is none. */
    size_t criterion;
    size_t answer;
    size_t more[MORE];
    struct yaml_node *root;    /* a map */
    struct yaml_node *answers; /* a map in it */
};

/* --- Answers ------------------------------------------------------------------------------ */

static bool says_more(const struct questionnaire *form, const struct csv_row *row)
{
    bool any = false;
    for (size_t i = 0; i < MORE; i++)
        any = any || !sheet_is_open(&form->sheet, row, form->more[i]);
    return any;
}

/* What a row says beside the answer. */
static void add_more(const struct questionnaire *form, const struct csv_row *row,
                     struct yaml_node *map)
{
    for (size_t i = 0; i < MORE; i++) {
        const size_t column = form->more[i];
        if (sheet_is_open(&form->sheet, row, column))
            continue;
        struct place place = sheet_place(&form->sheet, row, column);
        csv_node(map_add(map, text_from(more_keys[i]), place), row->cells[column], place, NULL,
                 &form->reader->scratch);
    }
}

static void add_answer(struct questionnaire *form, const struct csv_row *row, struct text id)
{
    struct arena *arena = &form->reader->scratch;
    const struct criteria *criteria = form->reader->criteria;
    struct place place = sheet_place(&form->sheet, row, form->answer);
    struct yaml_node *value =
        map_add(form->answers, id, sheet_place(&form->sheet, row, form->criterion));
    if (says_more(form, row)) {
        struct yaml_node *map = value;
        map_make(map, place, 1 + MORE, arena);
        value = map_add(map, TEXT("value"), place);
        add_more(form, row, map);
    }
    csv_node(value, row->cells[form->answer], place,
             criteria == NULL ? NULL : criteria_criterion(criteria, id), arena);
}

/* --- Rows --------------------------------------------------------------------------------- */

static void refuse_nameless(const struct questionnaire *form, const struct csv_row *row)
{
    struct problems *problems = form->reader->problems;
    problem_add(problems, PROBLEM_MISSING_KEY, sheet_place(&form->sheet, row, form->criterion),
                "this row has an answer, but does not say to which criterion");
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
             sheet_place(&form->sheet, row, form->answer), NULL, &form->reader->scratch);
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
    else if (!sheet_is_open(&form->sheet, row, form->answer))
        refuse_nameless(form, row);
}

/* --- Files -------------------------------------------------------------------------------- */

static void find_columns(struct questionnaire *form)
{
    const struct csv_header *header = &form->sheet.header;
    form->criterion = csv_column(header, TEXT("criterion"));
    form->answer = csv_column(header, TEXT("answer"));
    for (size_t i = 0; i < MORE; i++)
        form->more[i] = csv_column(header, text_from(more_keys[i]));
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
