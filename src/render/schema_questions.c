/* What is asked and what may be answered, in words: the hover text of a criterion. */
#include "schema_writer.h"

#include <math.h>

#include "shortlist/number.h"

static void begin_part(struct text_buffer *text)
{
    if (text->len > 0)
        buffer_add(text, TEXT("\n\n"));
}

static void add_part(struct text_buffer *text, struct text part)
{
    if (part.len == 0)
        return;
    begin_part(text);
    buffer_add(text, part);
}

static void add_number(struct text_buffer *text, double number)
{
    char digits[NUMBER_SIZE];
    number_plain(number, digits);
    buffer_add(text, text_from(digits));
}

/* "id: label", a line each. */
void schema_add_options(struct text_buffer *text, const struct options *options)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        buffer_format(text, "\n- %.*s", TEXT_ARG(option->id));
        if (!text_equal(option->id, option->label))
            buffer_format(text, ": %.*s", TEXT_ARG(option->label));
    }
}

static void add_choices(struct text_buffer *text, const char *head, const struct options *options)
{
    begin_part(text);
    buffer_add(text, text_from(head));
    schema_add_options(text, options);
}

/* "A number in %, from 0 to 400." */
static void add_range(struct text_buffer *text, const struct criterion *criterion)
{
    const struct bounds *range = &criterion->range;
    begin_part(text);
    buffer_add(text, TEXT("A number"));
    if (criterion->unit.len > 0)
        buffer_format(text, " in %.*s", TEXT_ARG(criterion->unit));
    if (isfinite(range->low)) {
        buffer_add(text, TEXT(", from "));
        add_number(text, range->low);
        buffer_add(text, TEXT(" to "));
        add_number(text, range->high);
    }
    buffer_add(text, TEXT("."));
    for (size_t i = 0; i < criterion->levels.count; i++) {
        const struct level *level = &criterion->levels.items[i];
        buffer_add(text, TEXT("\n- "));
        add_number(text, level->value);
        buffer_format(text, ": %.*s", TEXT_ARG(level->text));
    }
}

struct text schema_question(struct schema *schema, const struct criterion *criterion)
{
    struct text_buffer text = {.arena = schema->arena};
    add_part(&text, criterion->ask);
    add_part(&text, criterion->help);
    switch (criterion->type) {
    case TYPE_YES_NO:
        add_part(&text, TEXT("Yes or no."));
        break;
    case TYPE_CHOICE:
        add_choices(&text, "One of:", &criterion->options);
        break;
    case TYPE_SET:
        add_choices(&text, "Any of, as a list:", &criterion->options);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        add_range(&text, criterion);
        break;
    case TYPE_DATE:
        add_part(&text, TEXT("A date: YYYY-MM-DD."));
        break;
    case TYPE_TEXT:
    case ANSWER_TYPES:
        break;
    }
    return buffer_text(&text);
}
