/*
 * Ratings as CSV, a row a rater and vendor: each rater's rows become the tree of the YAML file that
 * says the same, every node with the place of its cell.
 */
#include "buyer.h"

#include "csv_layouts.h"
#include "csv_nodes.h"
#include "csv_sheet.h"

/* The keys of the long form of a rating that may have a column, beside the value. */
static const char *const more_keys[] = {"evidence", "note"};

enum { MORE = sizeof(more_keys) / sizeof(more_keys[0]) };

/* What is rated: the columns of one name. */
struct rated {
    struct text name;
    const struct criterion *criterion; /* NULL: none is known */
    bool is_left_out;                  /* a problem was added */
    size_t first;                      /* the first of its columns */
    size_t value;                      /* the count of columns where there is none */
    size_t more[MORE];                 /* the same */
};

/* The rows of one rater, in a chain. */
struct rater_rows {
    struct text name;
    uint32_t first;
    uint32_t last;
    uint32_t count;
};

struct ratings_table {
    struct buyer_reader *reader;
    struct arena arena; /* of the file */
    struct csv_table sheet;
    size_t rater; /* columns */
    size_t id;
    size_t vendor;       /* its name, for people; the count of columns where there is none */
    struct rated *rated; /* in the order of the columns */
    size_t rated_count;
    struct rater_rows *raters; /* in the order of the rows */
    size_t rater_count;
    size_t last_rater;            /* of the row before */
    uint32_t *next;               /* [row]: the next one of its rater, or NOWHERE */
    const struct place *headings; /* [column] */
    struct place *places;         /* [column]: of the row that becomes a tree */
};

/* --- Columns ------------------------------------------------------------------------------ */

/* "NAME.KEY": the name; `*key` is empty where there is no point. */
static struct text split_column(struct text column, struct text *key)
{
    size_t point = 0;
    while (point < column.len && column.ptr[point] != '.')
        point++;
    *key = text_slice(column, point < column.len ? point + 1 : point, column.len);
    return text_slice(column, 0, point);
}

/* The places of all cells of a row, one a column. */
static void find_places(const struct ratings_table *table, const struct csv_row *row,
                        struct place *places)
{
    const struct csv_header *header = &table->sheet.header;
    csv_cell_places(table->sheet.source, header->delimiter, row, header->count, places);
}

static void find_headings(struct ratings_table *table)
{
    const struct csv_header *header = &table->sheet.header;
    struct place *headings = arena_array(&table->arena, struct place, header->count);
    find_places(table, &header->row, headings);
    table->headings = headings;
    table->places = arena_array(&table->arena, struct place, header->count);
}

static void refuse_key(const struct ratings_table *table, size_t column)
{
    struct problems *problems = table->reader->problems;
    struct text key;
    const struct text name = split_column(table->sheet.header.names[column], &key);
    problem_add(problems, PROBLEM_UNKNOWN_KEY, table->headings[column], "a rating has no `%.*s`",
                TEXT_ARG(key));
    problem_hint(problems, "beside the column %.*s may stand %.*s.evidence and %.*s.note",
                 TEXT_ARG(name), TEXT_ARG(name), TEXT_ARG(name));
}

/* Where the column is kept that has the value, or is about a key of the long form; NULL: there is
 * no such key. */
static size_t *place_of_column(struct rated *rated, struct text column)
{
    struct text key;
    (void)split_column(column, &key);
    for (size_t i = 0; i < MORE; i++) {
        if (text_equal(key, text_from(more_keys[i])))
            return &rated->more[i];
    }
    return column.len == rated->name.len ? &rated->value : NULL;
}

static struct rated *new_rated(struct ratings_table *table, struct text name, size_t column)
{
    const size_t none = table->sheet.header.count;
    struct rated *rated = &table->rated[table->rated_count++];
    *rated = (struct rated){.name = name, .first = column, .value = none};
    for (size_t i = 0; i < MORE; i++)
        rated->more[i] = none;
    return rated;
}

/* Whether the column says whose row this is, or nothing that can be read. */
static bool is_no_rating(const struct ratings_table *table, size_t column)
{
    return column == table->rater || column == table->id || column == table->vendor ||
           table->sheet.header.faulty[column];
}

/* Brings the columns of one name together. */
static void gather_columns(struct ratings_table *table)
{
    const struct csv_header *header = &table->sheet.header;
    struct text *names = arena_array(&table->arena, struct text, header->count);
    struct rated **rated = arena_array(&table->arena, struct rated *, header->count);
    struct text key;
    table->rated = arena_array(&table->arena, struct rated, header->count);
    for (size_t c = 0; c < header->count; c++)
        names[c] = is_no_rating(table, c) ? TEXT("") : split_column(header->names[c], &key);
    const struct names index = names_index(&table->arena, names, header->count, sizeof(*names));
    for (size_t c = 0; c < header->count; c++) {
        uint32_t first = 0;
        if (is_no_rating(table, c))
            continue;
        (void)names_find(&index, names[c], &first);
        if (rated[first] == NULL)
            rated[first] = new_rated(table, names[c], c);
        size_t *place = place_of_column(rated[first], header->names[c]);
        if (place == NULL)
            refuse_key(table, c);
        else if (*place == header->count)
            *place = c;
    }
}

/* Finds the criteria, and tells the columns of none: once a file, not once a row. */
static void find_criteria(struct ratings_table *table)
{
    struct buyer_reader *reader = table->reader;
    struct yaml_node headings;
    struct yaml_node *key;
    uint32_t position;
    map_make(&headings, source_place(table->sheet.source, 0), table->rated_count, &table->arena);
    for (size_t i = 0; i < table->rated_count; i++) {
        table->rated[i].is_left_out = true;
        (void)map_add(&headings, table->rated[i].name, table->headings[table->rated[i].first]);
    }
    criterion_keys_open(&reader->keys, &headings, &table->arena);
    if (criterion_keys_foreign(&reader->keys)) {
        refuse_foreign_ratings(reader, headings.place);
        return;
    }
    while ((key = criterion_keys_next(&reader->keys, &position)) != NULL) {
        struct rated *rated = &table->rated[(size_t)(key - headings.items) / 2];
        rated->criterion = &reader->criteria->criteria[position];
        rated->is_left_out = rated->criterion->by == BY_NOBODY;
        if (rated->is_left_out)
            refuse_computed_rating(reader, key);
    }
}

/* False, with a problem, where the rows cannot be read. */
static bool find_columns(struct ratings_table *table)
{
    struct problems *problems = table->reader->problems;
    struct csv_header *header = &table->sheet.header;
    const struct source *source = table->sheet.source;
    table->rater = csv_own_column(header, TEXT("rater"), source, problems);
    table->id = csv_own_column(header, TEXT("id"), source, problems);
    table->vendor = csv_own_column(header, TEXT("vendor"), source, problems);
    if (table->id == header->count) {
        problem_add(problems, PROBLEM_MISSING_KEY, source_place(source, 0),
                    "a table of ratings needs a column `id`");
        problem_hint(problems, "ratings name vendors by their ids");
        return false;
    }
    find_headings(table);
    gather_columns(table);
    if (table->reader->criteria != NULL)
        find_criteria(table);
    return true;
}

/* --- Trees -------------------------------------------------------------------------------- */

/* Whether a row says anything about it. */
static bool says(const struct ratings_table *table, const struct csv_row *row,
                 const struct rated *rated)
{
    bool any = !sheet_is_open(&table->sheet, row, rated->value);
    for (size_t i = 0; i < MORE; i++)
        any = any || !sheet_is_open(&table->sheet, row, rated->more[i]);
    return any && !rated->is_left_out;
}

static void add_cell(const struct ratings_table *table, const struct csv_row *row, size_t column,
                     const struct criterion *criterion, struct yaml_node *node)
{
    csv_node(node, row->cells[column], table->places[column], criterion, &table->reader->scratch);
}

/* The long form: a value, where there is one, and what stands beside it. */
static void add_long(const struct ratings_table *table, const struct csv_row *row,
                     const struct rated *rated, struct yaml_node *map)
{
    map_make(map, table->places[rated->first], 1 + MORE, &table->reader->scratch);
    if (!sheet_is_open(&table->sheet, row, rated->value))
        add_cell(table, row, rated->value, rated->criterion,
                 map_add(map, TEXT("value"), map->place));
    for (size_t i = 0; i < MORE; i++) {
        const size_t column = rated->more[i];
        if (!sheet_is_open(&table->sheet, row, column))
            add_cell(table, row, column, NULL,
                     map_add(map, text_from(more_keys[i]), table->places[column]));
    }
}

static void add_rating(const struct ratings_table *table, const struct csv_row *row,
                       const struct rated *rated, struct yaml_node *ratings)
{
    bool is_long = false;
    for (size_t i = 0; i < MORE; i++)
        is_long = is_long || !sheet_is_open(&table->sheet, row, rated->more[i]);
    struct yaml_node *node = map_add(ratings, rated->name, table->places[rated->first]);
    if (is_long)
        add_long(table, row, rated, node);
    else
        add_cell(table, row, rated->value, rated->criterion, node);
}

/* The ratings of a row, below the vendor's id. */
static void add_row(const struct ratings_table *table, const struct csv_row *row,
                    struct yaml_node *vendors)
{
    find_places(table, row, table->places);
    const struct place place = table->places[table->id];
    size_t count = 0;
    for (size_t i = 0; i < table->rated_count; i++)
        count += says(table, row, &table->rated[i]);
    struct yaml_node *ratings = map_add(vendors, sheet_cell(&table->sheet, row, table->id), place);
    map_make(ratings, place, count, &table->reader->scratch);
    for (size_t i = 0; i < table->rated_count; i++) {
        if (says(table, row, &table->rated[i]))
            add_rating(table, row, &table->rated[i], ratings);
    }
}

static void read_rows(const struct ratings_table *table, const struct rater_rows *rater,
                      struct ratings *ratings)
{
    enum { ROOT_PAIRS = 2 }; /* rater, ratings */
    struct arena *scratch = &table->reader->scratch;
    const struct csv_row *first = &table->sheet.rows[rater->first];
    const struct place place = sheet_place(&table->sheet, first, table->rater);
    struct yaml_node root;
    arena_clear(scratch);
    map_make(&root, place, ROOT_PAIRS, scratch);
    map_add(&root, TEXT("rater"), place)->text = rater->name;
    struct yaml_node *vendors = map_add(&root, TEXT("ratings"), place);
    map_make(vendors, place, rater->count, scratch);
    for (uint32_t row = rater->first; row != NOWHERE; row = table->next[row])
        add_row(table, &table->sheet.rows[row], vendors);
    read_rater(table->reader, &root, ratings);
}

/* --- Rows --------------------------------------------------------------------------------- */

static bool refuse_blank(const struct ratings_table *table, const struct csv_row *row)
{
    struct problems *problems = table->reader->problems;
    bool has_rater = sheet_cell(&table->sheet, row, table->rater).len > 0;
    bool has_id = sheet_cell(&table->sheet, row, table->id).len > 0;
    if (!has_rater) {
        problem_add(problems, PROBLEM_BAD_RATER, sheet_place(&table->sheet, row, table->rater),
                    "this row does not say who rates");
        problem_hint(problems, "write a name or a role, as head-of-support, in every row");
    }
    if (!has_id) {
        problem_add(problems, PROBLEM_MISSING_KEY, sheet_place(&table->sheet, row, table->id),
                    "this row does not say which vendor it rates");
        problem_hint(problems, "write the vendor's id");
    }
    return !has_rater || !has_id;
}

/* Whether nobody has filled in the row: it is one of a template's. */
static bool is_unused(const struct ratings_table *table, const struct csv_row *row)
{
    bool is_named = sheet_cell(&table->sheet, row, table->rater).len > 0 &&
                    sheet_cell(&table->sheet, row, table->id).len > 0;
    for (size_t i = 0; !is_named && i < table->rated_count; i++)
        is_named = says(table, row, &table->rated[i]);
    return !is_named;
}

/* The rows of a rater by name, begun when there are none; NULL when there are too many raters. */
static struct rater_rows *rows_of(struct ratings_table *table, struct text name)
{
    size_t found = table->last_rater;
    if (found < table->rater_count && text_equal(table->raters[found].name, name))
        return &table->raters[found];
    for (found = 0; found < table->rater_count; found++) {
        if (text_equal(table->raters[found].name, name))
            break;
    }
    if (found > RATERS_LIMIT)
        return NULL;
    table->last_rater = found;
    if (found == table->rater_count)
        table->raters[table->rater_count++] = (struct rater_rows){name, NOWHERE, NOWHERE, 0};
    return &table->raters[found];
}

/* Puts the rows of one rater together, wherever they stand. One rater too many is kept, to be
 * told. */
static void gather_rows(struct ratings_table *table)
{
    table->raters = arena_array(&table->arena, struct rater_rows, RATERS_LIMIT + 1);
    table->next = arena_array(&table->arena, uint32_t, table->sheet.count);
    for (uint32_t r = 0; r < table->sheet.count; r++) {
        const struct csv_row *row = &table->sheet.rows[r];
        if (is_unused(table, row) || refuse_blank(table, row))
            continue;
        struct rater_rows *rater = rows_of(table, sheet_cell(&table->sheet, row, table->rater));
        if (rater == NULL)
            continue;
        if (rater->last == NOWHERE)
            rater->first = r;
        else
            table->next[rater->last] = r;
        rater->last = r;
        rater->count++;
        table->next[r] = NOWHERE;
    }
}

/* --- Files -------------------------------------------------------------------------------- */

/* Problems to come may point at where a rater is named, and so name its column. */
static void keep_columns(struct source *source, struct arena *arena)
{
    struct text *columns = arena_array(arena, struct text, source->column_count);
    for (size_t i = 0; i < source->column_count; i++)
        columns[i] = text_copy(arena, source->columns[i]);
    source->columns = columns;
}

void read_ratings_table(struct buyer_reader *reader, struct source *source, char delimiter,
                        struct ratings *ratings)
{
    struct ratings_table table = {.reader = reader};
    if (sheet_read(&table.sheet, source, delimiter, &table.arena, reader->problems) &&
        find_columns(&table)) {
        gather_rows(&table);
        for (size_t i = 0; i < table.rater_count; i++)
            read_rows(&table, &table.raters[i], ratings);
    }
    keep_columns(source, &ratings->texts);
    arena_release(&table.arena);
}
