/* The small parts that schemas are made of. */
#include "schema_writer.h"

/* --- Structure ---------------------------------------------------------------------------- */

void schema_begin(struct schema *schema, const char *key, enum json_layout layout)
{
    json_key(&schema->json, key);
    json_begin_object(&schema->json, layout);
}

void schema_begin_item(struct schema *schema)
{
    json_begin_object(&schema->json, JSON_COMPACT);
}

void schema_end(struct schema *schema)
{
    json_end_object(&schema->json);
}

void schema_begin_path(struct schema *schema, const char *path)
{
    struct text keys = text_from(path);
    for (size_t from = 0, at = 0; at <= keys.len; at++) {
        if (at < keys.len && keys.ptr[at] != '/')
            continue;
        struct text key = text_slice(keys, from, at);
        schema_begin(schema, text_copy(schema->arena, key).ptr, JSON_COMPACT);
        from = at + 1;
    }
}

void schema_end_path(struct schema *schema, const char *path)
{
    schema_end(schema);
    for (; *path != '\0'; path++) {
        if (*path == '/')
            schema_end(schema);
    }
}

void schema_begin_list(struct schema *schema, const char *key)
{
    json_key(&schema->json, key);
    json_begin_array(&schema->json, JSON_COMPACT);
}

void schema_end_list(struct schema *schema)
{
    json_end_array(&schema->json);
}

void schema_count(struct schema *schema, const char *key, size_t count)
{
    json_key(&schema->json, key);
    json_count(&schema->json, count);
}

void schema_const(struct schema *schema, const char *key, const char *value)
{
    schema_begin(schema, key, JSON_COMPACT);
    json_key_text(&schema->json, "const", text_from(value));
    schema_end(schema);
}

void schema_refuse(struct schema *schema, const char *key)
{
    json_key(&schema->json, key);
    json_truth(&schema->json, false);
}

void schema_require(struct schema *schema, const char *key)
{
    schema_begin_list(schema, "required");
    json_string(&schema->json, key);
    schema_end_list(schema);
}

/* --- Types and patterns ------------------------------------------------------------------- */

/* By their bits; what an editor is to begin with stands first. */
static const char *const type_words[] = {
    "object", "array", "number", "integer", "string", "boolean", "null",
};

enum { TYPE_COUNT = sizeof(type_words) / sizeof(type_words[0]) };

void schema_types(struct schema *schema, int types)
{
    struct json_writer *json = &schema->json;
    bool several = (types & (types - 1)) != 0;
    json_key(json, "type");
    if (several)
        json_begin_array(json, JSON_COMPACT);
    for (int i = 0; i < TYPE_COUNT; i++) {
        if (types & 1 << i)
            json_string(json, type_words[i]);
    }
    if (several)
        json_end_array(json);
}

void schema_no_types(struct schema *schema, int types)
{
    schema_begin(schema, "not", JSON_COMPACT);
    schema_types(schema, types);
    schema_end(schema);
}

void schema_pattern(struct schema *schema, const char *pattern)
{
    json_key(&schema->json, "pattern");
    json_string(&schema->json, pattern);
}

/* In Python a $ stands before a line end at the end too. */
void schema_exact_pattern(struct schema *schema, const char *pattern)
{
    schema_pattern(schema, pattern);
    schema_begin(schema, "not", JSON_COMPACT);
    schema_types(schema, IS_TEXT);
    schema_pattern(schema, "\\n");
    schema_end(schema);
}

static void write_truths(struct schema *schema, int truths)
{
    if (truths == (AS_FALSE | AS_TRUE)) {
        schema_types(schema, IS_TRUTH);
        return;
    }
    json_key(&schema->json, "const");
    json_truth(&schema->json, truths == AS_TRUE);
}

/* Editors offer what they find in alternatives, but not what they find in conditions. */
void schema_word_or_truth(struct schema *schema, const char *pattern, int truths)
{
    if (truths != 0) {
        schema_begin(schema, "if", JSON_COMPACT);
        write_truths(schema, truths);
        schema_end(schema);
        schema_begin(schema, "else", JSON_COMPACT);
    }
    schema_types(schema, IS_TEXT);
    schema_pattern(schema, pattern);
    if (truths != 0)
        schema_end(schema);
}

void schema_word_alternative(struct schema *schema, const char *pattern, int truths)
{
    schema_begin_item(schema);
    schema_word_or_truth(schema, pattern, truths);
    schema_end(schema);
}

/* --- Words -------------------------------------------------------------------------------- */

int schema_truth_of(struct text word)
{
    static const struct {
        const char *word;
        int truth;
    } words[] = {
        {"yes", AS_TRUE}, {"true", AS_TRUE},   {"on", AS_TRUE},   {"y", AS_TRUE},
        {"no", AS_FALSE}, {"false", AS_FALSE}, {"off", AS_FALSE}, {"n", AS_FALSE},
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (text_equal(word, text_from(words[i].word)))
            return words[i].truth;
    }
    return 0;
}

void schema_add_word(struct text_buffer *words, struct text word)
{
    if (words->len > 0)
        buffer_add_char(words, '|');
    buffer_add(words, word);
}

void schema_words_alternative(struct schema *schema, const char *const *words)
{
    schema_begin_item(schema);
    schema_words(schema, words);
    schema_end(schema);
}

void schema_words(struct schema *schema, const char *const *words)
{
    schema_begin_list(schema, "enum");
    for (size_t i = 0; words[i] != NULL; i++)
        json_string(&schema->json, words[i]);
    schema_end_list(schema);
}

/* --- Options ------------------------------------------------------------------------------ */

void schema_option_ids(struct schema *schema, const struct options *options)
{
    for (size_t i = 0; i < options->count; i++)
        json_text(&schema->json, options->items[i].id);
}

struct text schema_option_pattern(struct schema *schema, const struct options *options)
{
    struct text_buffer words = {.arena = schema->arena};
    for (size_t i = 0; i < options->count; i++)
        schema_add_word(&words, options->items[i].id);
    return buffer_text(&words);
}

int schema_option_truths(const struct options *options)
{
    int truths = 0;
    for (size_t i = 0; i < options->count; i++)
        truths |= schema_truth_of(options->items[i].id);
    return truths;
}

/* As it is offered, and in whatever other way it may be written. */
void schema_option_list_alternatives(struct schema *schema, const struct options *options,
                                     const char *pattern)
{
    schema_begin_item(schema);
    schema_types(schema, IS_LIST);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_begin_list(schema, "enum");
    schema_option_ids(schema, options);
    schema_end_list(schema);
    schema_end(schema);
    schema_end(schema);
    schema_begin_item(schema);
    schema_types(schema, IS_LIST);
    schema_begin(schema, "items", JSON_COMPACT);
    schema_word_or_truth(schema, pattern, schema_option_truths(options));
    schema_end(schema);
    schema_end(schema);
}

void schema_option_names(struct schema *schema)
{
    schema_begin(schema, "propertyNames", JSON_COMPACT);
    json_key_text(&schema->json, "title", TEXT("option"));
    schema_pattern(schema, "^" PATTERN_ID "$");
    schema_const(schema, "not", "null");
    schema_end(schema);
}
