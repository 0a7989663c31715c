/* JSON Schemas of the file kinds: the kinds, the document, and mappings by the key tables. */
#include "shortlist/schema.h"

#include <string.h>

#include "schema_writer.h"

const struct schema_kind schema_kinds[] = {
    {"criteria", &keys_criteria, NULL},
    {"profile", &keys_profile, &keys_need},
    {"answers", &keys_answers, &keys_answer},
    {"ratings", &keys_ratings, &keys_rating},
    {"decisions", &keys_decisions, &keys_decision},
};

const size_t schema_kind_count = sizeof(schema_kinds) / sizeof(schema_kinds[0]);

const struct schema_kind *schema_find(const char *word)
{
    for (size_t i = 0; i < schema_kind_count; i++) {
        if (strcmp(schema_kinds[i].word, word) == 0)
            return &schema_kinds[i];
    }
    return NULL;
}

/* --- Tables ------------------------------------------------------------------------------- */

/* What holds no other mapping stands on one line. */
static enum json_layout layout_of(const struct key *row)
{
    bool is_long = row->table != NULL || row->shape == SHAPE_WEIGHTS || row->shape == SHAPE_WAIVERS;
    return is_long ? JSON_LINES : JSON_COMPACT;
}

static void write_properties(struct schema *schema, const struct key_table *table)
{
    schema_begin(schema, "properties", JSON_LINES);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *row = &table->keys[i];
        schema_begin(schema, row->name, layout_of(row));
        json_key_text(&schema->json, "description", text_from(row->doc));
        schema_shape(schema, row);
        schema_end(schema);
    }
    schema_end(schema);
}

static void write_required(struct schema *schema, const struct key_table *table)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        count += table->keys[i].required;
    if (count == 0)
        return;
    schema_begin_list(schema, "required");
    for (size_t i = 0; i < table->count; i++) {
        if (table->keys[i].required)
            json_string(&schema->json, table->keys[i].name);
    }
    schema_end_list(schema);
}

static void write_table(struct schema *schema, const struct key_table *table, struct text title,
                        int types)
{
    json_key_text(&schema->json, "title", title);
    schema_types(schema, types);
    write_properties(schema, table);
    write_required(schema, table);
    schema_refuse(schema, "additionalProperties");
    schema_conditions(schema, table);
}

void schema_table(struct schema *schema, const struct key_table *table)
{
    write_table(schema, table, text_from(table->name), IS_MAP);
}

void schema_open_table(struct schema *schema, const struct key_table *table)
{
    write_table(schema, table, text_from(table->name), IS_MAP | IS_NULL);
}

/* --- The document ------------------------------------------------------------------------- */

/* "answer" of "an answer" */
static const char *definition_name(const struct key_table *table)
{
    return strchr(table->name, ' ') + 1;
}

void schema_long_form(struct schema *schema)
{
    const char *name = definition_name(schema->kind->long_form);
    schema_begin_list(schema, "allOf");
    schema_begin_item(schema);
    json_key_text(&schema->json, "$ref", text_format(schema->arena, "#/definitions/%s", name));
    schema_end(schema);
    schema_end_list(schema);
}

void schema_begin_long_form(struct schema *schema)
{
    schema_begin(schema, "if", JSON_COMPACT);
    schema_types(schema, IS_MAP);
    schema_end(schema);
    schema_begin(schema, "then", JSON_LINES);
    schema_long_form(schema);
    schema_begin(schema, "properties", JSON_LINES);
    schema_begin(schema, "value", JSON_COMPACT);
    schema_begin_list(schema, "anyOf");
}

void schema_end_long_form(struct schema *schema)
{
    schema_end_list(schema);
    schema_end(schema);
    schema_end(schema);
    schema_end(schema);
}

void schema_map_alternative(struct schema *schema)
{
    schema_begin_item(schema);
    schema_types(schema, IS_MAP);
    schema_end(schema);
}

static void write_definitions(struct schema *schema)
{
    const struct key_table *table = schema->kind->long_form;
    schema_begin(schema, "definitions", JSON_LINES);
    schema_begin(schema, definition_name(table), JSON_LINES);
    schema_table(schema, table);
    schema_end(schema);
    schema_end(schema);
}

static struct text title_of(const struct schema *schema)
{
    const char *name = schema->kind->table->name;
    if (schema->criteria == NULL)
        return text_from(name);
    return text_format(schema->arena, "%s for %.*s", name, TEXT_ARG(schema->criteria->title));
}

void schema_write(const struct schema_kind *kind, const struct criteria *criteria,
                  struct sink *sink)
{
    struct arena arena = {0};
    struct schema schema = {
        .json = {.sink = sink},
        .kind = kind,
        .criteria = kind->long_form != NULL ? criteria : NULL,
        .arena = &arena,
    };
    struct json_writer *json = &schema.json;
    json_begin_object(json, JSON_LINES);
    json_key_text(json, "$schema", TEXT("http://json-schema.org/draft-07/schema#"));
    write_table(&schema, kind->table, title_of(&schema), IS_MAP);
    if (schema.criteria != NULL)
        write_definitions(&schema);
    json_end_object(json);
    json_finish(json);
    arena_release(&arena);
}
