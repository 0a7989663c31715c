/* Schemas of needs: of any, and of those that criteria declare. */
#include "schema_writer.h"

#include <math.h>

/* --- Any need ----------------------------------------------------------------------------- */

static void write_list_of_scalars(struct schema *schema)
{
    schema_begin_item(schema);
    schema_types(schema, IS_LIST);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_no_types(schema, IS_NULL | IS_LIST | IS_MAP);
    schema_end(schema);
    schema_end(schema);
}

void schema_any_need(struct schema *schema, int also)
{
    schema_begin_list(schema, "anyOf");
    schema_filled_alternatives(schema);
    write_list_of_scalars(schema);
    if (also & IS_MAP)
        schema_map_alternative(schema);
    schema_end_list(schema);
}

/* --- A need of the criteria --------------------------------------------------------------- */

static const char *options_pattern(struct schema *schema, const struct options *options)
{
    struct text ids = schema_option_pattern(schema, options);
    return text_format(schema->arena, "^(%.*s)$", TEXT_ARG(ids)).ptr;
}

static void write_option(struct schema *schema, const struct options *options)
{
    schema_begin_item(schema);
    schema_begin_list(schema, "enum");
    schema_option_ids(schema, options);
    schema_end_list(schema);
    schema_end(schema);
    schema_word_alternative(schema, options_pattern(schema, options),
                            schema_option_truths(options));
}

static void write_alternatives(struct schema *schema, const struct need *need)
{
    const double infinite = (double)INFINITY;
    const struct options *options = &need->options;
    switch (need->type) {
    case NEED_NUMBER:
        schema_number_alternatives(schema, IS_NUMBER, -infinite, infinite, "^" PATTERN_NUMBER "$");
        break;
    case NEED_TRUTH:
        schema_truth_alternatives(schema);
        break;
    case NEED_DATE:
        schema_word_alternative(schema, "^" PATTERN_DATE "$", 0);
        break;
    case NEED_TEXT:
        if (options->count > 0)
            write_option(schema, options);
        else
            schema_filled_alternatives(schema);
        break;
    case NEED_WORDS:
        if (options->count > 0)
            schema_option_list_alternatives(schema, options, options_pattern(schema, options));
        else
            write_list_of_scalars(schema);
        break;
    }
}

/* "a number, so far 168" */
static struct text need_words(struct schema *schema, const struct need *need)
{
    struct text_buffer words = {.arena = schema->arena};
    buffer_format(&words, "%s, so far ", need_type_names[need->type]);
    if (need->type == NEED_WORDS) {
        buffer_add(&words, TEXT("["));
        for (size_t i = 0; i < need->words.count; i++)
            buffer_format(&words, "%s%.*s", i > 0 ? ", " : "", TEXT_ARG(need->words.items[i].text));
        buffer_add(&words, TEXT("]"));
    } else {
        buffer_add(&words, need->text);
    }
    if (need->options.count > 0)
        schema_add_options(&words, &need->options);
    return buffer_text(&words);
}

/* Only a need with options has a long form. */
static void write_need(struct schema *schema, const struct need *need)
{
    const bool has_long_form = need->options.count > 0;
    json_key_text(&schema->json, "description", need_words(schema, need));
    schema_begin_list(schema, "anyOf");
    write_alternatives(schema, need);
    if (has_long_form)
        schema_map_alternative(schema);
    schema_end_list(schema);
    if (!has_long_form)
        return;
    schema_begin_long_form(schema);
    write_alternatives(schema, need);
    schema_end_long_form(schema);
}

void schema_named_needs(struct schema *schema)
{
    const struct criteria *criteria = schema->criteria;
    struct text_buffer silent = {.arena = schema->arena};
    schema_begin(schema, "properties", JSON_LINES);
    for (size_t n = 0; n < criteria->need_count; n++) {
        const struct need *need = &criteria->needs[n];
        schema_begin(schema, text_copy(schema->arena, need->id.text).ptr, JSON_LINES);
        write_need(schema, need);
        schema_end(schema);
        schema_allow_truth(&silent, need->id.text);
    }
    schema_end(schema);
    schema_end_names(schema, &silent);
}
