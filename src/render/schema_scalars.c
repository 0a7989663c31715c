/* Schemas of scalars: what parsers of YAML make of a number, a text, yes and no. */
#include "schema_writer.h"

#include <math.h>

/* --- Numbers ------------------------------------------------------------------------------ */

static void write_end(struct schema *schema, const char *key, double end)
{
    const double exact = 9007199254740992; /* 2^53: up to here whole numbers are doubles */
    if (fabs(end) < exact)
        json_key_number(&schema->json, key, end);
}

void schema_number_alternatives(struct schema *schema, int type, double low, double high,
                                const char *pattern)
{
    schema_begin_item(schema);
    schema_types(schema, type);
    write_end(schema, "minimum", low);
    write_end(schema, "maximum", high);
    schema_end(schema);
    schema_word_alternative(schema, pattern, 0);
}

/* With the types in front: editors put a colon behind a key only where they see one. */
void schema_number(struct schema *schema, int type, double low, double high)
{
    schema_types(schema, type | IS_TEXT);
    schema_begin_list(schema, "oneOf");
    schema_number_alternatives(schema, type, low, high,
                               "^" PATTERN_BLANK PATTERN_NUMBER PATTERN_BLANK "$");
    schema_end_list(schema);
}

/* --- Yes and no --------------------------------------------------------------------------- */

void schema_truth_alternatives(struct schema *schema)
{
    static const char *const words[] = {"yes", "no", NULL};
    schema_words_alternative(schema, words);
    schema_word_alternative(schema, "^" PATTERN_TRUTH "$", AS_FALSE | AS_TRUE);
}

/* --- Texts -------------------------------------------------------------------------------- */

/* A text is asked for, though any scalar that is not refused will do. */
static void write_scalar(struct schema *schema, const char *pattern, int refused)
{
    schema_begin_list(schema, "anyOf");
    schema_begin_item(schema);
    schema_types(schema, IS_TEXT);
    if (pattern != NULL)
        schema_pattern(schema, pattern);
    schema_end(schema);
    schema_begin_item(schema);
    schema_no_types(schema, refused);
    schema_end(schema);
    schema_end_list(schema);
}

void schema_text(struct schema *schema, bool may_be_open)
{
    write_scalar(schema, NULL, IS_LIST | IS_MAP | (may_be_open ? 0 : IS_NULL));
}

void schema_name(struct schema *schema, const char *pattern)
{
    write_scalar(schema, pattern, IS_NULL | IS_TEXT | IS_LIST | IS_MAP);
}

void schema_filled_alternatives(struct schema *schema)
{
    schema_begin_item(schema);
    schema_types(schema, IS_TEXT);
    schema_count(schema, "minLength", 1);
    schema_end(schema);
    schema_begin_item(schema);
    schema_no_types(schema, IS_NULL | IS_TEXT | IS_LIST | IS_MAP);
    schema_end(schema);
}

void schema_reason(struct schema *schema)
{
    schema_name(schema, "[^\\n" PATTERN_WIDE_BLANKS "]");
    schema_begin(schema, "not", JSON_COMPACT);
    schema_types(schema, IS_TEXT);
    schema_pattern(schema,
                   "^[" PATTERN_WIDE_BLANKS "]*" PATTERN_TRUTH "[\\n" PATTERN_WIDE_BLANKS "]*$");
    schema_end(schema);
}

/* --- Words -------------------------------------------------------------------------------- */

void schema_choice(struct schema *schema, const char *const *words)
{
    struct text_buffer pattern = {.arena = schema->arena};
    int truths = 0;
    for (size_t i = 0; words[i] != NULL; i++) {
        schema_add_word(&pattern, text_from(words[i]));
        truths |= schema_truth_of(text_from(words[i]));
    }
    if (truths == 0) {
        schema_words(schema, words);
        return;
    }
    schema_begin_list(schema, "anyOf");
    schema_words_alternative(schema, words);
    schema_word_alternative(
        schema, text_format(schema->arena, "^(%s)$", buffer_text(&pattern).ptr).ptr, truths);
    schema_end_list(schema);
}

/* Of no type: some editors hand over a name that looks like a number as a number. */
void schema_id_names(struct schema *schema, const char *refused)
{
    schema_begin(schema, "propertyNames", JSON_COMPACT);
    json_key_text(&schema->json, "title", TEXT("id"));
    schema_pattern(schema, "^" PATTERN_ID "$");
    schema_begin(schema, "not", JSON_COMPACT);
    schema_begin_list(schema, "anyOf");
    schema_words_alternative(schema, reserved_words);
    if (refused != NULL)
        schema_word_alternative(schema, refused, 0);
    schema_end_list(schema);
    schema_end(schema);
    schema_end(schema);
}
