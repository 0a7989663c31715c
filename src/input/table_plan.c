/* The columns of an answers table, from its header: which criteria they are, and what is wrong. */
#include "table_reading.h"

#include "csv_layouts.h"
#include "csv_nodes.h"
#include "shortlist/keys.h"

/* The place of a column that something may be wrong with. Finding it takes time, and of more than
 * PROBLEMS_KEPT nobody sees it. */
static struct place header_place(struct table_reading *table, size_t column)
{
    if (table->places++ >= PROBLEMS_KEPT)
        return csv_row_place(table->source, &table->header.row);
    return csv_cell_place(table->source, table->header.delimiter, &table->header.row, column);
}

/* Whether the column is called like a criterion that vendors are asked. */
static bool is_plainly_asked(const struct table_reading *table, size_t column)
{
    const struct criteria *criteria = table->reader->criteria;
    uint32_t criterion = 0;
    return names_find(&criteria->criterion_names, table->header.names[column], &criterion) &&
           criteria->criteria[criterion].by == BY_VENDOR;
}

static bool is_vendor_column(const struct table_reading *table, size_t column)
{
    return column == table->id_column || column == table->name_column;
}

/* --- Answers ------------------------------------------------------------------------------ */

static bool has_separator(struct text label)
{
    for (size_t i = 0; i < label.len; i++) {
        if (parts_members(label.ptr[i]))
            return true;
    }
    return false;
}

static void plan_words(struct table_column *column, struct arena *arena)
{
    const struct criterion *asked = column->asked;
    if (asked->type == TYPE_YES_NO)
        column->words = truth_words_make(arena);
    if (asked->type == TYPE_CHOICE || asked->type == TYPE_SET)
        column->words = option_words_make(&asked->options, asked->type == TYPE_CHOICE, arena);
    for (size_t i = 0; i < asked->options.count; i++)
        column->has_split_labels |= has_separator(asked->options.items[i].label);
}

/* Whether vendors are asked the criterion; else it is told. */
static bool is_asked(struct table_reading *table, uint32_t criterion, const struct yaml_node *key)
{
    const struct criterion *found = &table->reader->criteria->criteria[criterion];
    if (found->by != BY_VENDOR)
        refuse_unasked(table->reader, found, key);
    return found->by == BY_VENDOR && !found->dropped;
}

static void plan_answer(struct table_reading *table, struct table_column *column,
                        uint32_t criterion, const struct yaml_node *key, struct arena *arena)
{
    if (!is_asked(table, criterion, key))
        return;
    column->criterion = criterion;
    column->asked = &table->reader->criteria->criteria[criterion];
    plan_words(column, arena);
}

/* --- What is stated of answers ------------------------------------------------------------ */

/* A column NAME.part: its criterion, and what it says of the answer to it. */
struct part_name {
    struct text criterion;
    struct text part;
};

static struct part_name part_name(struct text name)
{
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    if (dot == 0)
        return (struct part_name){0};
    return (struct part_name){text_slice(name, 0, dot - 1), text_slice(name, dot, name.len)};
}

static enum stated_part find_part(struct text part)
{
    int found = 0;
    while (found < STATED_PARTS && !text_equal(part, text_from(stated_parts[found])))
        found++;
    return (enum stated_part)found;
}

static void refuse_part(struct table_reading *table, const struct part_name *name,
                        struct place place)
{
    struct nearest nearest = {.word = name->part};
    problem_add(table->reader->problems, PROBLEM_UNKNOWN_KEY, place,
                "`%.*s` is nothing that is stated of an answer", TEXT_ARG(name->part));
    for (size_t i = 0; i < STATED_PARTS; i++)
        nearest_offer(&nearest, text_from(stated_parts[i]));
    if (nearest.best.len > 0)
        problem_hint(table->reader->problems, "did you mean `%.*s.%.*s`?",
                     TEXT_ARG(name->criterion), TEXT_ARG(nearest.best));
    else
        problem_hint(table->reader->problems, "write evidence, expires, source or note");
}

static void refuse_part_of_unknown(struct table_reading *table, const struct part_name *name,
                                   struct place place)
{
    const struct criteria *criteria = table->reader->criteria;
    struct text nearest = names_nearest(&criteria->criterion_names, name->criterion);
    problem_add(table->reader->problems, PROBLEM_UNKNOWN_CRITERION, place,
                "`%.*s` is not asked in %.*s", TEXT_ARG(name->criterion),
                TEXT_ARG(criteria->file->name));
    if (nearest.len > 0)
        problem_hint(table->reader->problems, "did you mean `%.*s.%.*s`?", TEXT_ARG(nearest),
                     TEXT_ARG(name->part));
}

/* The position of a criterion among those of which something is stated; added when it is new. */
static size_t stated_position(struct table_reading *table, uint32_t criterion)
{
    size_t at = 0;
    while (at < table->stated_count && table->stated[at].criterion != criterion)
        at++;
    if (at == table->stated_count)
        table->stated[table->stated_count++].criterion = criterion;
    return at;
}

/* Whether a column is the part of a criterion, or meant as one; it is planned then. */
static bool plan_part(struct table_reading *table, size_t c)
{
    const struct part_name name = part_name(table->header.names[c]);
    const enum stated_part part = find_part(name.part);
    uint32_t criterion = 0;
    const bool is_known =
        names_find(&table->reader->criteria->criterion_names, name.criterion, &criterion);
    if (name.criterion.len == 0 || (part == STATED_PARTS && !is_known))
        return false;
    struct yaml_node key = {.text = name.criterion};
    if (!is_known || part == STATED_PARTS ||
        table->reader->criteria->criteria[criterion].by != BY_VENDOR)
        key.place = header_place(table, c);
    if (!is_known)
        refuse_part_of_unknown(table, &name, key.place);
    else if (part == STATED_PARTS)
        refuse_part(table, &name, key.place);
    else if (is_asked(table, criterion, &key))
        table->stated_columns[table->stated_column_count++] =
            (struct stated_column){c, part, stated_position(table, criterion)};
    return true;
}

/* --- The header --------------------------------------------------------------------------- */

static void refuse_foreign(struct table_reading *table)
{
    struct answer_reader *reader = table->reader;
    problem_add(reader->problems, PROBLEM_OTHER_CRITERIA,
                csv_row_place(table->source, &table->header.row),
                "%zu of %u columns are nothing that is asked in %.*s", reader->keys.unknown,
                (unsigned)reader->keys.map->count, TEXT_ARG(reader->criteria->file->name));
    problem_hint(reader->problems, "was the table written for other criteria?");
}

/* The columns that should be answers go the way of the keys of a YAML file. */
static void plan_answers(struct table_reading *table, struct arena *arena)
{
    struct criterion_keys *keys = &table->reader->keys;
    const struct csv_header *header = &table->header;
    size_t *columns = arena_array(arena, size_t, header->count);
    struct yaml_node map;
    struct yaml_node *key;
    uint32_t criterion = 0;
    map_make(&map, csv_row_place(table->source, &header->row), header->count, arena);
    for (size_t c = 0; c < header->count; c++) {
        if (header->faulty[c] || is_vendor_column(table, c) || plan_part(table, c))
            continue;
        columns[map.count] = c;
        map_add(&map, header->names[c],
                is_plainly_asked(table, c) ? map.place : header_place(table, c));
    }
    criterion_keys_open(keys, &map, arena);
    if (criterion_keys_foreign(keys)) {
        refuse_foreign(table);
        return;
    }
    while ((key = criterion_keys_next(keys, &criterion)) != NULL)
        plan_answer(table, &table->columns[columns[keys->pair - 1]], criterion, key, arena);
}

void table_plan(struct table_reading *table, struct arena *arena)
{
    const size_t count = table->header.count;
    table->columns = arena_array(arena, struct table_column, count);
    table->stated_columns = arena_array(arena, struct stated_column, count);
    table->stated = arena_array(arena, struct stated_answer, count);
    struct problems *problems = table->reader->problems;
    table->id_column = csv_own_column(&table->header, TEXT("id"), table->source, problems);
    table->name_column = csv_own_column(&table->header, TEXT("vendor"), table->source, problems);
    if (table->reader->criteria != NULL)
        plan_answers(table, arena);
}

void table_find_cells(struct table_reading *table)
{
    for (size_t c = 0; c < table->header.count; c++) {
        struct table_column *plan = &table->columns[c];
        if (plan->asked != NULL)
            plan->cells = table->reader->answers->columns[plan->criterion];
    }
}
