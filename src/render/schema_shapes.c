/* The schema of a key's value, by its shape: one function each. */
#include "schema_writer.h"

#include <math.h>

/* --- Scalars ------------------------------------------------------------------------------ */

static void write_kind(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    json_key_number(&schema->json, "const", 1);
    schema_end(schema);
    schema_word_alternative(schema, "^1$", 0);
    schema_end_list(schema);
    json_key_number(&schema->json, "default", 1);
}

static void write_text(struct schema *schema, const struct key *row)
{
    schema_text(schema, row->shape == SHAPE_TEXT);
}

static void write_truth(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_truth_alternatives(schema);
    schema_end_list(schema);
}

static void write_choice(struct schema *schema, const struct key *row)
{
    schema_choice(schema, row->words);
}

static void write_number(struct schema *schema, const struct key *row)
{
    schema_number(schema, row->shape == SHAPE_COUNT ? IS_WHOLE : IS_NUMBER, row->low, row->high);
}

static void write_date(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_word_or_truth(schema, "^" PATTERN_BLANK PATTERN_DATE PATTERN_BLANK "$", 0);
}

static void write_vendor_id(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_name(schema, "^[a-z0-9][a-z0-9_-]{0,63}" PATTERN_MIDNIGHT "$");
}

/* At most 64 characters, the blanks at both ends not counted. */
static void write_rater(struct schema *schema, const struct key *row)
{
#define BLANKS "[" PATTERN_WIDE_BLANKS "]*"
#define VISIBLE "[^" PATTERN_WIDE_BLANKS "]"
    (void)row;
    schema_name(schema, "^" BLANKS VISIBLE "(.{0,62}" VISIBLE ")?" BLANKS "$");
#undef BLANKS
#undef VISIBLE
}

static void write_reason(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_reason(schema);
}

/* Anything: of which type it must be only its criterion knows. Editors put a colon behind a key
 * when there is some type. */
static void write_answer(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    schema_types(schema, IS_TEXT);
    schema_end(schema);
    schema_begin_item(schema);
    schema_end(schema);
    schema_end_list(schema);
}

static void write_need(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_any_need(schema, 0);
}

/* --- Lists -------------------------------------------------------------------------------- */

static void write_word_list(struct schema *schema)
{
    schema_types(schema, IS_LIST);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_word_or_truth(schema, "^" PATTERN_ID "$", AS_FALSE | AS_TRUE);
    schema_end(schema);
}

/* Equal texts are equal words; what a parser took for truth values may be different words. */
static void write_unique(struct schema *schema)
{
    schema_begin(schema, "if", JSON_COMPACT);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_types(schema, IS_TEXT);
    schema_end(schema);
    schema_end(schema);
    schema_begin(schema, "then", JSON_COMPACT);
    json_key(&schema->json, "uniqueItems");
    json_truth(&schema->json, true);
    schema_end(schema);
}

static void write_ids(struct schema *schema, const struct key *row)
{
    (void)row;
    write_word_list(schema);
    write_unique(schema);
}

static void write_bounds(struct schema *schema, const struct key *row)
{
    const double infinite = (double)INFINITY;
    (void)row;
    schema_types(schema, IS_LIST);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_number(schema, IS_NUMBER, -infinite, infinite);
    schema_end(schema);
    schema_count(schema, "minItems", 2);
    schema_count(schema, "maxItems", 2);
}

static void write_options(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    write_word_list(schema);
    schema_count(schema, "minItems", 1);
    schema_count(schema, "maxItems", OPTIONS_LIMIT);
    write_unique(schema);
    schema_end(schema);
    schema_begin_item(schema);
    schema_types(schema, IS_MAP);
    schema_option_names(schema);
    schema_begin(schema, "additionalProperties", JSON_COMPACT);
    schema_text(schema, true);
    schema_end(schema);
    schema_count(schema, "minProperties", 1);
    schema_count(schema, "maxProperties", OPTIONS_LIMIT);
    schema_end(schema);
    schema_end_list(schema);
}

/* --- Parts of a score --------------------------------------------------------------------- */

#define PATTERN_NEED "needs[.]" PATTERN_ID

static void write_share(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    write_word_list(schema);
    schema_end(schema);
    schema_word_alternative(schema, "^" PATTERN_NEED "$", 0);
    schema_end_list(schema);
}

static void write_end(struct schema *schema, const struct key *row)
{
    static const char *const words[] = {"lowest", "highest", NULL};
    const double infinite = (double)INFINITY;
    (void)row;
    schema_begin_list(schema, "anyOf");
    schema_number_alternatives(schema, IS_NUMBER, -infinite, infinite,
                               "^(" PATTERN_NUMBER PATTERN_BLANK "|" PATTERN_NEED ")$");
    schema_words_alternative(schema, words);
    schema_end_list(schema);
}

/* --- Mappings with free keys -------------------------------------------------------------- */

static void write_numbers_below(struct schema *schema, double low, double high)
{
    schema_begin(schema, "additionalProperties", JSON_COMPACT);
    schema_number(schema, IS_NUMBER, low, high);
    schema_end(schema);
}

/* Of no type, as the names of ids. */
static void write_number_names(struct schema *schema)
{
    schema_begin(schema, "propertyNames", JSON_COMPACT);
    json_key_text(&schema->json, "title", TEXT("number"));
    schema_pattern(schema, "^" PATTERN_BLANK PATTERN_NUMBER PATTERN_BLANK "$");
    schema_end(schema);
}

static void write_points(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_types(schema, IS_MAP);
    write_numbers_below(schema, 0, 100);
}

static void write_knots(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP);
    write_number_names(schema);
    write_numbers_below(schema, 0, 100);
    schema_count(schema, "minProperties", (size_t)row->low);
}

/* Levels, or bands, of which there must be one. */
static void write_levels(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP);
    write_number_names(schema);
    schema_begin(schema, "additionalProperties", JSON_COMPACT);
    schema_text(schema, false);
    schema_end(schema);
    if (row->shape == SHAPE_BANDS)
        schema_count(schema, "minProperties", 1);
}

static void write_weights(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP);
    if (schema->criteria != NULL)
        schema_named_weights(schema, row);
    else
        write_numbers_below(schema, row->low, row->high);
}

static void write_waivers(struct schema *schema, const struct key *row)
{
    (void)row;
    schema_types(schema, IS_MAP | IS_NULL);
    if (schema->criteria != NULL) {
        schema_named_waivers(schema);
        return;
    }
    schema_begin(schema, "additionalProperties", JSON_COMPACT);
    schema_reason(schema);
    schema_end(schema);
}

/* --- Mappings by the key tables ----------------------------------------------------------- */

static void write_inner_table(struct schema *schema, const struct key *row)
{
    schema_table(schema, row->table);
}

/* What holds for entries beyond their keys. */
static const struct {
    const struct key_table *table;
    bool have_ids;       /* their names are ids */
    const char *refused; /* what their names must not match */
    bool needed;         /* there must be one */
    bool may_be_open;
} entry_rules[] = {
    {&keys_category, true, NULL, true, false},     {&keys_criterion, true, NULL, true, false},
    {&keys_rule, true, "^minimum_", false, false}, {&keys_decided, false, NULL, false, true},
    {&keys_decision, false, NULL, false, false},
};

static void write_entries(struct schema *schema, const struct key *row)
{
    size_t rule = 0;
    while (entry_rules[rule].table != row->table)
        rule++;
    schema_types(schema, IS_MAP | (entry_rules[rule].needed ? 0 : IS_NULL));
    if (row->table == &keys_decision && schema->criteria != NULL) {
        schema_named_decisions(schema);
        return;
    }
    if (entry_rules[rule].have_ids)
        schema_id_names(schema, entry_rules[rule].refused);
    if (entry_rules[rule].needed)
        schema_count(schema, "minProperties", 1);
    schema_begin(schema, "additionalProperties", JSON_LINES);
    if (entry_rules[rule].may_be_open)
        schema_open_table(schema, row->table);
    else
        schema_table(schema, row->table);
    schema_end(schema);
}

/* A mapping has the keys of the table; of anything else only its criterion or need knows. */
static void write_table_if_map(struct schema *schema, const struct key_table *table)
{
    schema_begin(schema, "if", JSON_COMPACT);
    schema_types(schema, IS_MAP);
    schema_end(schema);
    schema_begin(schema, "then", JSON_LINES);
    schema_table(schema, table);
    schema_end(schema);
}

static void write_answers(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP | IS_NULL);
    if (schema->criteria != NULL) {
        schema_named_answers(schema);
        return;
    }
    schema_begin(schema, "additionalProperties", JSON_LINES);
    write_table_if_map(schema, row->table);
    schema_end(schema);
}

static void write_ratings(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP | IS_NULL);
    schema_begin(schema, "additionalProperties", JSON_LINES);
    write_answers(schema, row);
    schema_end(schema);
}

static void write_needs(struct schema *schema, const struct key *row)
{
    schema_types(schema, IS_MAP | IS_NULL);
    if (schema->criteria != NULL) {
        schema_named_needs(schema);
        return;
    }
    schema_id_names(schema, NULL);
    schema_begin(schema, "additionalProperties", JSON_LINES);
    schema_any_need(schema, IS_MAP);
    write_table_if_map(schema, row->table);
    schema_end(schema);
}

/* --- All shapes --------------------------------------------------------------------------- */

typedef void write_shape(struct schema *schema, const struct key *row);

static write_shape *const writers[] = {
    [SHAPE_KIND] = write_kind,       [SHAPE_TEXT] = write_text,
    [SHAPE_PHRASE] = write_text,     [SHAPE_TRUTH] = write_truth,
    [SHAPE_FLAG] = write_choice,     [SHAPE_NUMBER] = write_number,
    [SHAPE_COUNT] = write_number,    [SHAPE_DATE] = write_date,
    [SHAPE_CHOICE] = write_choice,   [SHAPE_ID] = write_vendor_id,
    [SHAPE_WORD] = write_rater,      [SHAPE_IDS] = write_ids,
    [SHAPE_BOUNDS] = write_bounds,   [SHAPE_LEVELS] = write_levels,
    [SHAPE_OPTIONS] = write_options, [SHAPE_POINTS] = write_points,
    [SHAPE_KNOTS] = write_knots,     [SHAPE_SHARE] = write_share,
    [SHAPE_END] = write_end,         [SHAPE_BANDS] = write_levels,
    [SHAPE_WEIGHTS] = write_weights, [SHAPE_TABLE] = write_inner_table,
    [SHAPE_NEEDS] = write_needs,     [SHAPE_NEED] = write_need,
    [SHAPE_ENTRIES] = write_entries, [SHAPE_ANSWERS] = write_answers,
    [SHAPE_ANSWER] = write_answer,   [SHAPE_RATINGS] = write_ratings,
    [SHAPE_REASON] = write_reason,   [SHAPE_WAIVERS] = write_waivers,
};

void schema_shape(struct schema *schema, const struct key *row)
{
    writers[row->shape](schema, row);
}
