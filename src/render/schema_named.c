/* Mappings whose keys are the names of criteria, categories and rules. */
#include "schema_writer.h"

#include "shortlist/flags.h"
#include "shortlist/number.h"

/* --- Names that are not offered ----------------------------------------------------------- */

void schema_allow_silently(struct text_buffer *names, struct text name)
{
    schema_add_word(names, name);
}

void schema_allow_truth(struct text_buffer *names, struct text name)
{
    int truth = schema_truth_of(name);
    if (truth != 0)
        schema_add_word(names, truth == AS_TRUE ? TEXT("true") : TEXT("false"));
}

/* The key of their schema: editors do not offer what only a pattern allows. */
static void begin_silent(struct schema *schema, const struct text_buffer *names)
{
    struct text all = buffer_text(names);
    schema_begin(schema, "patternProperties", JSON_COMPACT);
    json_key(&schema->json, text_format(schema->arena, "^(%.*s)$", TEXT_ARG(all)).ptr);
}

void schema_end_names(struct schema *schema, const struct text_buffer *silent)
{
    if (silent->len > 0) {
        begin_silent(schema, silent);
        json_truth(&schema->json, true);
        schema_end(schema);
    }
    schema_refuse(schema, "additionalProperties");
}

/* --- Criteria ----------------------------------------------------------------------------- */

typedef void write_criterion(struct schema *schema, const struct criterion *criterion);

/* Whose criteria are meant: vendors answer their own, the buyer speaks of all but the computed. */
static bool is_meant(const struct schema *schema, const struct criterion *criterion)
{
    return schema->kind->long_form == &keys_answer ? criterion->by == BY_VENDOR
                                                   : criterion->by != BY_NOBODY;
}

/* What is said of dropped criteria is passed over, whatever it is. */
static void write_criteria(struct schema *schema, write_criterion *write)
{
    const struct criteria *criteria = schema->criteria;
    struct text_buffer silent = {.arena = schema->arena};
    schema_begin(schema, "properties", JSON_LINES);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (!is_meant(schema, criterion))
            continue;
        schema_allow_truth(&silent, criterion->id.text);
        if (criterion->dropped) {
            schema_allow_silently(&silent, criterion->id.text);
            continue;
        }
        schema_begin(schema, text_copy(schema->arena, criterion->id.text).ptr, JSON_LINES);
        json_key_text(&schema->json, "description", schema_question(schema, criterion));
        write(schema, criterion);
        schema_end(schema);
    }
    schema_end(schema);
    schema_end_names(schema, &silent);
}

static void write_answer(struct schema *schema, const struct criterion *criterion)
{
    schema_begin_list(schema, "anyOf");
    schema_value_alternatives(schema, criterion, true);
    schema_map_alternative(schema);
    schema_end_list(schema);
    schema_begin_long_form(schema);
    schema_value_alternatives(schema, criterion, true);
    schema_end_long_form(schema);
}

void schema_named_answers(struct schema *schema)
{
    write_criteria(schema, write_answer);
}

/* No vendor can have said n/a to what the buyer answers. */
static void write_decision(struct schema *schema, const struct criterion *criterion)
{
    schema_long_form(schema);
    schema_begin(schema, "properties", JSON_LINES);
    schema_begin(schema, "value", JSON_COMPACT);
    schema_begin_list(schema, "anyOf");
    schema_value_alternatives(schema, criterion, false);
    schema_end_list(schema);
    schema_end(schema);
    if (criterion->by == BY_BUYER)
        schema_refuse(schema, "accept_na");
    schema_end(schema);
}

void schema_named_decisions(struct schema *schema)
{
    write_criteria(schema, write_decision);
}

/* --- Rules -------------------------------------------------------------------------------- */

static void write_waiver(struct schema *schema, struct text name, struct text description)
{
    schema_begin(schema, text_copy(schema->arena, name).ptr, JSON_COMPACT);
    json_key_text(&schema->json, "description", description);
    schema_reason(schema);
    schema_end(schema);
}

static void write_minimum(struct schema *schema, const struct category *category)
{
    char minimum[NUMBER_SIZE];
    struct arena *arena = schema->arena;
    number_plain(category->minimum.value, minimum);
    write_waiver(
        schema,
        text_format(arena, "%.*s%.*s", TEXT_ARG(minimum_prefix), TEXT_ARG(category->id.text)),
        text_format(arena, "the minimum of %.*s: %s", TEXT_ARG(category->title), minimum));
}

void schema_named_waivers(struct schema *schema)
{
    const struct criteria *criteria = schema->criteria;
    struct text_buffer silent = {.arena = schema->arena};
    schema_begin(schema, "properties", JSON_LINES);
    for (size_t r = 0; r < criteria->rule_count; r++) {
        const struct rule *rule = &criteria->rules[r];
        write_waiver(schema, rule->id.text, rule->message.text);
        schema_allow_truth(&silent, rule->id.text);
    }
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (criteria->categories[c].minimum.place.line != 0)
            write_minimum(schema, &criteria->categories[c]);
    }
    schema_end(schema);
    schema_end_names(schema, &silent);
}

/* --- Weights ------------------------------------------------------------------------------ */

static void write_weight(struct schema *schema, const struct key *row, const struct word *id,
                         const char *what, struct text name, double weight)
{
    char number[NUMBER_SIZE];
    number_plain(weight, number);
    schema_begin(schema, text_copy(schema->arena, id->text).ptr, JSON_COMPACT);
    json_key_text(&schema->json, "description",
                  text_format(schema->arena, "%s, so far %s: %.*s", what, number, TEXT_ARG(name)));
    schema_number(schema, IS_NUMBER, row->low, row->high);
    schema_end(schema);
}

/* category.criterion */
static void add_qualified(struct text_buffer *names, const struct criteria *criteria,
                          const struct category *category)
{
    size_t count = 0;
    for (size_t c = category->first; c < category->first + category->count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion->type == TYPE_TEXT)
            continue;
        if (count++ == 0) {
            schema_add_word(names, category->id.text);
            buffer_add(names, TEXT("[.]("));
        } else {
            buffer_add(names, TEXT("|"));
        }
        buffer_add(names, criterion->id.text);
    }
    if (count > 0)
        buffer_add(names, TEXT(")"));
}

void schema_named_weights(struct schema *schema, const struct key *row)
{
    const struct criteria *criteria = schema->criteria;
    struct text_buffer silent = {.arena = schema->arena};
    schema_begin(schema, "properties", JSON_LINES);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        write_weight(schema, row, &category->id, "a category's weight", category->title,
                     category->weight.value);
        schema_allow_truth(&silent, category->id.text);
        add_qualified(&silent, criteria, category);
    }
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion->type == TYPE_TEXT)
            continue;
        write_weight(schema, row, &criterion->id, "a criterion's weight", criterion->ask,
                     criterion->weight.value);
        schema_allow_truth(&silent, criterion->id.text);
    }
    schema_end(schema);
    if (silent.len > 0) {
        begin_silent(schema, &silent);
        schema_begin_item(schema);
        schema_number(schema, IS_NUMBER, row->low, row->high);
        schema_end(schema);
        schema_end(schema);
    }
    schema_refuse(schema, "additionalProperties");
}
