/* What must hold between the keys of a mapping: of a criterion, its score, a decision. */
#include "schema_writer.h"

/* A condition: where a key has this value, what is written until end_when must hold. */
static void begin_when(struct schema *schema, const char *name, const char *value)
{
    schema_begin_item(schema);
    schema_begin(schema, "if", JSON_COMPACT);
    schema_require(schema, name);
    schema_begin(schema, "properties", JSON_COMPACT);
    schema_const(schema, name, value);
    schema_end(schema);
    schema_end(schema);
    schema_begin(schema, "then", JSON_COMPACT);
}

static void end_when(struct schema *schema)
{
    schema_end(schema);
    schema_end(schema);
}

/* --- A score ------------------------------------------------------------------------------ */

static bool is_end(const struct key *row)
{
    return row->shape == SHAPE_END;
}

static void write_other_ends(struct schema *schema, const struct key *end)
{
    for (size_t i = 0; i < keys_score.count; i++) {
        const struct key *row = &keys_score.keys[i];
        if (row != end && is_end(row))
            json_string(&schema->json, row->name);
    }
}

/* One form: its key stands alone, but for best and worst, which stand together. */
static void write_score(struct schema *schema)
{
    schema_count(schema, "minProperties", 1);
    schema_begin(schema, "dependencies", JSON_COMPACT);
    for (size_t i = 0; i < keys_score.count; i++) {
        const struct key *row = &keys_score.keys[i];
        if (is_end(row)) {
            schema_begin_list(schema, row->name);
            write_other_ends(schema, row);
            schema_end_list(schema);
        } else {
            schema_begin(schema, row->name, JSON_COMPACT);
            schema_count(schema, "maxProperties", 1);
            schema_end(schema);
        }
    }
    schema_end(schema);
}

/* --- A criterion -------------------------------------------------------------------------- */

/* Keys that go with other types only. */
static void refuse_other_keys(struct schema *schema, const struct key_table *table, int type)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->keys[i].types != 0 && (table->keys[i].types & type) == 0)
            schema_refuse(schema, table->keys[i].name);
    }
}

static void write_points_of_type(struct schema *schema, int type)
{
    schema_begin(schema, "points", JSON_COMPACT);
    if (type == ON_YES_NO) {
        schema_begin(schema, "propertyNames", JSON_COMPACT);
        schema_pattern(schema, "^" PATTERN_TRUTH "$");
        schema_end(schema);
        schema_count(schema, "minProperties", 2);
        schema_count(schema, "maxProperties", 2);
    } else {
        schema_option_names(schema);
        schema_count(schema, "minProperties", type == ON_CHOICE);
        schema_count(schema, "maxProperties", OPTIONS_LIMIT);
    }
    schema_end(schema);
}

static void write_forms_of_type(struct schema *schema, int type)
{
    schema_begin_path(schema, "score/properties");
    refuse_other_keys(schema, &keys_score, type);
    if (type & (ON_YES_NO | ON_CHOICE | ON_SET))
        write_points_of_type(schema, type);
    schema_end_path(schema, "score/properties");
}

static void write_no_proof(struct schema *schema)
{
    schema_begin(schema, "proof", JSON_COMPACT);
    schema_word_or_truth(schema, "^([Nn][Oo]|[Ff][Aa][Ll][Ss][Ee])$", AS_FALSE);
    schema_end(schema);
}

/* Options are declared, or named by their points. */
static void write_options_or_points(struct schema *schema)
{
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    schema_require(schema, "options");
    schema_end(schema);
    schema_begin_item(schema);
    schema_begin_path(schema, "properties/score");
    schema_require(schema, "points");
    schema_end_path(schema, "properties/score");
    schema_end(schema);
    schema_end_list(schema);
}

static void write_type(struct schema *schema, enum answer_type answer_type)
{
    const int type = 1 << answer_type;
    const bool has_default = type == ON_YES_NO || type == ON_RATING;
    begin_when(schema, "type", answer_type_words[answer_type]);
    schema_begin(schema, "properties", JSON_COMPACT);
    refuse_other_keys(schema, &keys_criterion, type);
    if (type == ON_RATING) {
        schema_const(schema, "by", "buyer");
        write_no_proof(schema);
    }
    if (type & ON_SCORED)
        write_forms_of_type(schema, type);
    schema_end(schema);
    if ((type & ON_SCORED) && !has_default)
        schema_require(schema, "score");
    if (type & (ON_CHOICE | ON_SET))
        write_options_or_points(schema);
    end_when(schema);
}

static void write_by_buyer(struct schema *schema)
{
    begin_when(schema, "by", "buyer");
    schema_begin(schema, "properties", JSON_COMPACT);
    write_no_proof(schema);
    schema_end(schema);
    end_when(schema);
}

/* What is computed is a number that nobody is asked for; all else needs a question. */
static void write_computed_or_asked(struct schema *schema)
{
    schema_begin_item(schema);
    schema_begin(schema, "if", JSON_COMPACT);
    schema_require(schema, "computed");
    schema_end(schema);
    schema_begin_path(schema, "then/properties");
    schema_const(schema, "type", answer_type_words[TYPE_NUMBER]);
    schema_refuse(schema, "by");
    write_no_proof(schema);
    schema_end_path(schema, "then/properties");
    schema_begin(schema, "else", JSON_COMPACT);
    schema_require(schema, "ask");
    schema_begin_path(schema, "properties/ask/not");
    schema_begin_list(schema, "enum");
    json_null(&schema->json);
    json_string(&schema->json, "");
    schema_end_list(schema);
    schema_end_path(schema, "properties/ask/not");
    schema_end(schema);
    schema_end(schema);
}

static void write_criterion(struct schema *schema)
{
    json_key(&schema->json, "allOf");
    json_begin_array(&schema->json, JSON_LINES);
    for (int type = 0; type < ANSWER_TYPES; type++)
        write_type(schema, (enum answer_type)type);
    write_by_buyer(schema);
    write_computed_or_asked(schema);
    schema_end_list(schema);
}

/* --- A decision --------------------------------------------------------------------------- */

static void write_open_value(struct schema *schema)
{
    schema_types(schema, IS_NULL | IS_TEXT);
    schema_exact_pattern(schema, "^" PATTERN_BLANK PATTERN_NULL "?" PATTERN_BLANK "$");
}

/* It says something; and what accepts an n/a says nothing else. */
static void write_decision(struct schema *schema)
{
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    schema_require(schema, "value");
    schema_begin_path(schema, "not/properties/value");
    write_open_value(schema);
    schema_end_path(schema, "not/properties/value");
    schema_end(schema);
    schema_begin_item(schema);
    schema_require(schema, "accept_na");
    schema_end(schema);
    schema_begin_item(schema);
    schema_require(schema, "evidence");
    schema_end(schema);
    schema_end_list(schema);
    schema_begin_path(schema, "dependencies/accept_na/properties");
    schema_begin(schema, "value", JSON_COMPACT);
    write_open_value(schema);
    schema_end(schema);
    schema_refuse(schema, "evidence");
    schema_end_path(schema, "dependencies/accept_na/properties");
}

/* --- All ---------------------------------------------------------------------------------- */

void schema_conditions(struct schema *schema, const struct key_table *table)
{
    if (table == &keys_criterion)
        write_criterion(schema);
    else if (table == &keys_score)
        write_score(schema);
    else if (table == &keys_decision)
        write_decision(schema);
}
