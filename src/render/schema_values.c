/* Schemas of values by the type of their criterion. */
#include "schema_writer.h"

#include <string.h>

/* What is offered of options: their ids, n/a and null. */
static void offer_options(struct schema *schema, const struct options *options, bool may_be_na)
{
    schema_begin_item(schema);
    schema_begin_list(schema, "enum");
    schema_option_ids(schema, options);
    if (may_be_na)
        json_string(&schema->json, "n/a");
    json_null(&schema->json);
    schema_end_list(schema);
    schema_end(schema);
}

/* n/a and null, beside values that cannot be listed: editors would take an enum for all there are.
 */
static void offer_silence(struct schema *schema, bool may_be_na)
{
    if (may_be_na) {
        schema_begin_item(schema);
        json_key_text(&schema->json, "const", TEXT("n/a"));
        schema_end(schema);
    }
    schema_begin_item(schema);
    schema_types(schema, IS_NULL);
    schema_end(schema);
}

/* The pattern of a value that is open, n/a, or what `core` says. */
static const char *value_pattern(struct schema *schema, struct text core, bool may_be_na)
{
    return text_format(schema->arena, "^" PATTERN_BLANK "(%.*s%s|%s)?" PATTERN_BLANK "$",
                       TEXT_ARG(core), may_be_na ? "|" PATTERN_NA : "", PATTERN_NULL)
        .ptr;
}

/* --- Sets --------------------------------------------------------------------------------- */

static void write_set(struct schema *schema, const struct options *options, bool may_be_na)
{
    struct text ids = schema_option_pattern(schema, options);
    struct text item =
        text_format(schema->arena, "^" PATTERN_BLANK "(%.*s)" PATTERN_BLANK "$", TEXT_ARG(ids));
    schema_option_list_alternatives(schema, options, item.ptr);
    offer_silence(schema, may_be_na);
    schema_word_alternative(schema, value_pattern(schema, ids, may_be_na),
                            schema_option_truths(options));
}

/* --- Units -------------------------------------------------------------------------------- */

static void add_letter(struct text_buffer *pattern, char letter)
{
    char upper = letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
    char lower = letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
    buffer_format(pattern, "[%c%c]", upper, lower);
}

/* The text itself, letters in any case. */
static void add_literal(struct text_buffer *pattern, struct text text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            add_letter(pattern, c);
        else if (c == '\0')
            buffer_add(pattern, TEXT("\\u0000"));
        else if (strchr("^$\\.*+?()[]{}|", c) != NULL)
            buffer_format(pattern, "\\%c", c);
        else
            buffer_add_char(pattern, c);
    }
}

/* Blanks of any width may stand before the unit and behind it. */
static struct text number_pattern(struct schema *schema, struct text unit)
{
    struct text_buffer pattern = {.arena = schema->arena};
    buffer_add(&pattern, TEXT(PATTERN_NUMBER "[" PATTERN_WIDE_BLANKS "]*"));
    if (unit.len > 0) {
        buffer_add(&pattern, TEXT("("));
        add_literal(&pattern, unit);
        buffer_add(&pattern, TEXT(")?[" PATTERN_WIDE_BLANKS "]*"));
    }
    return buffer_text(&pattern);
}

/* --- Values of criteria ------------------------------------------------------------------- */

static void write_free_text(struct schema *schema, bool may_be_na)
{
    schema_begin_item(schema);
    schema_types(schema, IS_TEXT);
    if (!may_be_na) {
        schema_begin(schema, "not", JSON_COMPACT);
        schema_exact_pattern(schema, "^" PATTERN_BLANK PATTERN_NA PATTERN_BLANK "$");
        schema_end(schema);
    }
    schema_end(schema);
    schema_begin_item(schema);
    schema_no_types(schema, IS_TEXT | IS_LIST | IS_MAP);
    schema_end(schema);
}

void schema_value_alternatives(struct schema *schema, const struct criterion *criterion,
                               bool may_be_na)
{
    const struct options *options = &criterion->options;
    const struct bounds *range = &criterion->range;
    switch (criterion->type) {
    case TYPE_YES_NO:
        offer_options(schema, &yes_no_options, may_be_na);
        schema_word_alternative(schema, value_pattern(schema, TEXT(PATTERN_TRUTH), may_be_na),
                                AS_FALSE | AS_TRUE);
        break;
    case TYPE_CHOICE:
        offer_options(schema, options, may_be_na);
        schema_word_alternative(
            schema, value_pattern(schema, schema_option_pattern(schema, options), may_be_na),
            schema_option_truths(options));
        break;
    case TYPE_SET:
        write_set(schema, options, may_be_na);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        schema_number_alternatives(
            schema, IS_NUMBER, range->low, range->high,
            value_pattern(schema, number_pattern(schema, criterion->unit), may_be_na));
        offer_silence(schema, may_be_na);
        break;
    case TYPE_DATE:
        schema_word_alternative(schema, value_pattern(schema, TEXT(PATTERN_DATE), may_be_na), 0);
        offer_silence(schema, may_be_na);
        break;
    case TYPE_TEXT:
        write_free_text(schema, may_be_na);
        break;
    case ANSWER_TYPES:
        break;
    }
}
