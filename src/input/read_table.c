/* Answers of many vendors: a table with a row each, into the columns. */
#include "readers.h"

#include <stdlib.h>

#include "csv_nodes.h"
#include "shortlist/memory.h"
#include "table_reading.h"
#include "values.h"
#include "vendor_ids.h"

static struct place place_of(const struct table_reading *table, const struct csv_row *row,
                             size_t column)
{
    const struct source *source = table->source;
    /* Nobody will see it. */
    if (problems_full(table->reader->problems, source))
        return csv_row_place(source, row);
    return csv_cell_place(source, table->header.delimiter, row, column);
}

/* --- Who answers -------------------------------------------------------------------------- */

static void refuse_nobody(struct table_reading *table, const struct csv_row *row)
{
    struct problems *problems = table->reader->problems;
    bool has_id = table->id_column < table->header.count;
    problem_add(problems, PROBLEM_MISSING_KEY, csv_row_place(table->source, row),
                "this row does not say whose answers it holds");
    problem_hint(problems, "write the vendor's %s in the column `%s`", has_id ? "id" : "name",
                 has_id ? "id" : "vendor");
}

/* What is wrong with an id: the vendor's own, or the one made from its name. */
static void refuse_id(struct table_reading *table, const struct csv_row *row,
                      const struct vendor *vendor, bool is_made, const char *fault)
{
    struct problems *problems = table->reader->problems;
    if (is_made) {
        problem_add(problems, PROBLEM_BAD_ID, place_of(table, row, table->name_column),
                    "no id can be made from the vendor's name: %s", fault);
        problem_hint(problems, "write one in the column `id`");
    } else {
        refuse_vendor_id(problems, place_of(table, row, table->id_column), vendor->id, fault);
    }
}

/* Where the vendor is named: most often at the beginning of the row. */
static void find_vendor(const struct table_reading *table, const struct csv_row *row, size_t column,
                        struct vendor *vendor)
{
    const char first = table->source->bytes.ptr[row->offset];
    vendor->line = row->line;
    vendor->column = 1;
    if (column == 0 && first != ' ' && first != '\t')
        return;
    struct place place = csv_cell_place(table->source, table->header.delimiter, row, column);
    vendor->line = place.line;
    vendor->column = place.column;
}

/* The id and name in a row, each made from the other where it is missing. */
static void name_vendor(struct table_reading *table, struct text id, struct text name,
                        struct vendor *vendor)
{
    struct arena *texts = &table->reader->answers->texts;
    if (id.len == 0)
        id = vendor_id_from(&table->reader->scratch, name);
    vendor->id = text_copy(texts, id);
    /* Texts that are the same take memory once. */
    vendor->name = vendor->id;
    if (name.len > 0 && !text_equal(name, id))
        vendor->name = text_copy(texts, name);
}

static struct text name_in(const struct text *cells, size_t count, size_t column)
{
    if (column >= count || cells[column].len == 0)
        return TEXT("");
    return may_have_blanks(cells[column]) ? trim_space(cells[column]) : cells[column];
}

/* Who answers in a row of so many cells; what is wrong with that is told where the row is sound. */
static struct vendor read_vendor(struct table_reading *table, const struct csv_row *row,
                                 const struct text *cells, size_t count, bool is_sound)
{
    struct vendor vendor = {.file = table->source};
    const size_t id_column = table->id_column;
    const size_t name_column = table->name_column;
    struct text id = name_in(cells, count, id_column);
    struct text name = name_in(cells, count, name_column);
    name_vendor(table, id, name, &vendor);
    const char *fault = id.len == 0 ? made_id_fault(vendor.id, name) : vendor_id_fault(vendor.id);
    if (fault != NULL && is_sound && id.len == 0 && name.len == 0)
        refuse_nobody(table, row);
    else if (fault != NULL && is_sound)
        refuse_id(table, row, &vendor, id.len == 0, fault);
    /* A vendor without an id clashes with nobody: it has no place. */
    if (id.len > 0)
        find_vendor(table, row, id_column, &vendor);
    else if (fault == NULL)
        find_vendor(table, row, name_column, &vendor);
    return vendor;
}

/* --- Cells that are not plainly right ------------------------------------------------------ */

/* Most of them are right even so: each is read on trial before its place is looked for. */
static bool read_on_trial(struct table_reading *table, const struct criterion *asked,
                          struct text text, struct cell *cell)
{
    struct answer_reader *reader = table->reader;
    const struct value_reader trial = {&table->trial, &reader->scratch, ""};
    const struct yaml_node key = {.text = asked->id.text};
    struct yaml_node node;
    if (problems_full(reader->problems, table->source))
        return false;
    csv_node(&node, text, key.place, asked, &reader->scratch);
    *cell = read_value(&trial, asked, &key, &node);
    bool is_right = table->trial.count == 0;
    problems_release(&table->trial);
    return is_right;
}

static void read_odd_answer(struct table_reading *table, const struct odd_cell *odd,
                            uint32_t vendor)
{
    struct answer_reader *reader = table->reader;
    const struct table_column *column = &table->columns[odd->column];
    const struct text text = table_cell(table, odd->row, odd->column);
    struct cell cell;
    if (!read_on_trial(table, column->asked, text, &cell)) {
        const struct yaml_node key = {
            .text = column->asked->id.text,
            .place = place_of(table, &table->rows[odd->row], odd->column),
        };
        struct yaml_node node;
        csv_node(&node, text, key.place, column->asked, &reader->scratch);
        cell = read_value(&reader->values, column->asked, &key, &node);
    }
    keep_answer(reader, vendor, column->criterion, &cell);
}

static int compare_odd(const void *a, const void *b)
{
    const struct odd_cell *left = a;
    const struct odd_cell *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return (left->column > right->column) - (left->column < right->column);
}

/* They were found column by column, and are told row by row. */
static void sort_odd_cells(struct table_reading *table)
{
    if (table->odd_count > 1)
        qsort(table->odd, table->odd_count, sizeof(*table->odd), compare_odd);
}

/* --- What is stated of answers ------------------------------------------------------------ */

/* As the long form of a YAML file. */
static struct long_answer read_stated_part(struct answer_reader *reader, enum stated_part part,
                                           struct text cell, struct place place)
{
    const struct yaml_node key = {.place = place};
    struct yaml_node map;
    map_make(&map, place, 1, &reader->scratch);
    csv_node(map_add(&map, text_from(stated_parts[part]), place), cell, place, NULL,
             &reader->scratch);
    return read_statement(reader, &key, &map);
}

/* See read_on_trial. */
static bool read_part_on_trial(struct table_reading *table, enum stated_part part, struct text cell,
                               struct long_answer *read)
{
    struct answer_reader *reader = table->reader;
    struct problems *problems = reader->problems;
    if (problems_full(problems, table->source))
        return false;
    reader->problems = &table->trial;
    *read = read_stated_part(reader, part, cell, (struct place){0});
    reader->problems = problems;
    bool is_right = table->trial.count == 0;
    problems_release(&table->trial);
    return is_right;
}

/* One that is not plainly right. */
static void read_odd_statement(struct table_reading *table, const struct stated_column *column,
                               const struct csv_row *row, struct text cell,
                               struct long_answer *said)
{
    struct long_answer read;
    if (!read_part_on_trial(table, column->part, cell, &read))
        read = read_stated_part(table->reader, column->part, cell,
                                place_of(table, row, column->column));
    if (column->part == STATED_EVIDENCE)
        said->evidence = read.evidence;
    else if (column->part == STATED_EXPIRES)
        said->expires = read.expires;
    else if (column->part == STATED_SOURCE)
        said->source = read.source;
    else
        said->note = read.note;
}

static void read_statements(struct table_reading *table, size_t r)
{
    for (size_t i = 0; i < table->stated_count; i++)
        table->stated[i] = (struct stated_answer){.criterion = table->stated[i].criterion};
    for (size_t i = 0; i < table->stated_column_count; i++) {
        const struct stated_column *column = &table->stated_columns[i];
        struct stated_answer *stated = &table->stated[column->answer];
        const struct text cell = table_cell(table, r, column->column);
        if (cell.len == 0)
            continue;
        stated->is_said = true;
        if (!table_take_stated(column->part, cell, &stated->said))
            read_odd_statement(table, column, &table->rows[r], cell, &stated->said);
    }
}

static void keep_statements(struct table_reading *table, uint32_t vendor)
{
    struct answer_reader *reader = table->reader;
    for (size_t i = 0; i < table->stated_count; i++) {
        const struct stated_answer *stated = &table->stated[i];
        if (!stated->is_said)
            continue;
        uint8_t *mark = &reader->answers->columns[stated->criterion].marks[vendor];
        *mark = stated_mark(reader, *mark, &stated->said);
        keep_statement(reader, vendor, stated->criterion, &stated->said);
    }
}

/* --- Rows --------------------------------------------------------------------------------- */

/* How many errors were told since this was asked last, those of the header included. */
static size_t new_errors(struct table_reading *table)
{
    const size_t errors = table->reader->problems->totals[PROBLEM_ERROR];
    size_t found = errors - table->errors_before + table->header_errors;
    table->errors_before = errors;
    return found;
}

/* Adds the vendor of a row of the block, whose cells were written already at a row of the answers;
 * `*odd` is the first cell put aside that is not of a row before it. */
static void add_row(struct table_reading *table, size_t r, size_t written, size_t *odd)
{
    struct answer_reader *reader = table->reader;
    const struct text *cells = table->cells + r * table->header.count;
    const struct vendor vendor =
        read_vendor(table, &table->rows[r], cells, table->header.count, true);
    const uint32_t position = answers_add_written(reader->answers, &vendor, written);
    for (; *odd < table->odd_count && table->odd[*odd].row == r; ++*odd)
        read_odd_answer(table, &table->odd[*odd], position);
    if (table->stated_column_count > 0) {
        read_statements(table, r);
        keep_statements(table, position);
    }
    size_t errors = new_errors(table);
    if (errors == 0)
        return;
    answers_drop_last(reader->answers);
    add_unread_vendor(reader, table->source, &vendor, errors);
}

static void add_broken_row(struct table_reading *table)
{
    const struct csv_stream *stream = &table->stream;
    const size_t count = csv_stream_count(stream) < table->header.count ? csv_stream_count(stream)
                                                                        : table->header.count;
    const struct vendor vendor = read_vendor(table, &stream->row, stream->cells, count, false);
    add_unread_vendor(table->reader, table->source, &vendor, new_errors(table));
}

/* --- Blocks of rows ----------------------------------------------------------------------- */

static void begin_block(struct table_reading *table)
{
    struct answer_reader *reader = table->reader;
    if (answers_make_room(reader->answers, TABLE_BLOCK))
        table_find_cells(table);
    arena_clear(&reader->scratch);
    table->row_count = 0;
    table->odd_count = 0;
    table->stream.cells = table->cells;
}

static void end_block(struct table_reading *table)
{
    struct answers *answers = table->reader->answers;
    const size_t first = answers->count;
    size_t odd = 0;
    table_take_answers(table, (uint32_t)first);
    sort_odd_cells(table);
    for (size_t r = 0; r < table->row_count; r++)
        add_row(table, r, first + r, &odd);
    answers_open_written(answers, first + table->row_count);
}

/*
 * Makes room for the vendors to come, as many as the rows so far let expect and an eighth more.
 * Columns that grow step by step leave holes behind, half again as large as themselves.
 */
static void expect_rows(struct table_reading *table)
{
    enum { SAMPLE = 64 };
    const struct csv_stream *stream = &table->stream;
    struct answers *answers = table->reader->answers;
    if (table->is_reserved || stream->rows < SAMPLE)
        return;
    table->is_reserved = true;
    size_t all = stream->source->bytes.len / (stream->spot.offset / stream->rows + 1);
    answers_reserve(answers, answers->count + all + all / 8);
    table_find_cells(table);
}

static void end_row(struct csv_stream *stream, bool is_sound)
{
    struct table_reading *table = (struct table_reading *)stream;
    if (!is_sound) {
        add_broken_row(table);
        return;
    }
    table->rows[table->row_count++] = stream->row;
    stream->cells += table->header.count;
    if (table->row_count < TABLE_BLOCK)
        return;
    end_block(table);
    expect_rows(table);
    progress_tell(table->reader->progress, "reading", stream->spot.offset,
                  stream->source->bytes.len);
    source_forget_to(table->source, stream->spot.offset, stream->spot.line);
    begin_block(table);
}

static void read_rows(struct table_reading *table, struct arena *arena)
{
    struct answer_reader *reader = table->reader;
    csv_stream_open(&table->stream, table->source, &table->header, &reader->scratch,
                    reader->problems);
    table->cells = arena_array(arena, struct text, TABLE_BLOCK * table->header.count);
    table->stream.room = table->header.count;
    table->stream.end_row = end_row;
    begin_block(table);
    table_find_cells(table);
    csv_stream_read(&table->stream);
    end_block(table);
    csv_stream_close(&table->stream, &table->header);
    memory_free(table->odd);
}

void read_answers_table(struct answer_reader *reader, struct source *source, char delimiter)
{
    const size_t errors_before = reader->problems->totals[PROBLEM_ERROR];
    struct table_reading table = {.reader = reader, .source = source};
    struct arena arena = {0};
    /* The names of the columns stay with the source. */
    if (csv_header_open(source, delimiter, &reader->answers->texts, &table.header,
                        reader->problems)) {
        table_plan(&table, &arena);
        table.errors_before = reader->problems->totals[PROBLEM_ERROR];
        table.header_errors = table.errors_before - errors_before;
        read_rows(&table, &arena);
    }
    if (table.stream.rows == 0)
        add_unread_vendor(reader, source, NULL,
                          reader->problems->totals[PROBLEM_ERROR] - errors_before);
    arena_clear(&reader->scratch);
    arena_release(&arena);
}
