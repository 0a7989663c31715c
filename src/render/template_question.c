/* A question as comments of YAML: what is asked, why, and what may be answered. */
#include "template_yaml.h"

#include "shortlist/number.h"
#include "template_words.h"

/* Of a list of what an answer can be. */
enum { LIST_INDENT = 2, LIST_HANGING = 6 };

void yaml_title(const struct comment *comment, const struct criteria *criteria)
{
    struct text title = criteria_words_of(criteria, comment->arena);
    if (title.len == 0)
        return;
    comment_text(comment, 0, 0, title);
    comment_gap(comment);
}

/* --- What may be answered ------------------------------------------------------------------ */

static void write_options(const struct comment *comment, size_t further,
                          const struct options *options)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        struct text words = option->id;
        if (!text_equal(option->id, option->label))
            words = text_format(comment->arena, "%.*s: %.*s", TEXT_ARG(option->id),
                                TEXT_ARG(option->label));
        comment_text(comment, further + LIST_INDENT, further + LIST_HANGING, words);
    }
}

static void write_levels(const struct comment *comment, size_t further, const struct levels *levels)
{
    for (size_t i = 0; i < levels->count; i++) {
        char value[NUMBER_SIZE];
        number_plain(levels->items[i].value, value);
        comment_text(
            comment, further + LIST_INDENT, further + LIST_HANGING,
            text_format(comment->arena, "%s: %.*s", value, TEXT_ARG(levels->items[i].text)));
    }
}

/* "a list of these, such as [voice, email]; [] for none of them" */
static struct text set_words(struct arena *arena, const struct options *options)
{
    struct text_buffer words = {.arena = arena};
    buffer_add(&words, TEXT("a list of any of these, such as ["));
    for (size_t i = 0; i < options->count && i < 2; i++)
        buffer_format(&words, "%s%.*s", i > 0 ? ", " : "", TEXT_ARG(options->items[i].id));
    buffer_add(&words, TEXT("]; [] for none of them"));
    return buffer_text(&words);
}

/* "a number in %, from 0 to 400" */
static struct text number_words(struct arena *arena, const struct criterion *criterion)
{
    struct text_buffer words = {.arena = arena};
    struct text bounds = bounds_words(&criterion->range, arena);
    buffer_add(&words, TEXT("a number"));
    if (criterion->unit.len > 0)
        buffer_format(&words, " in %.*s", TEXT_ARG(criterion->unit));
    if (bounds.len > 0)
        buffer_format(&words, ", %.*s", TEXT_ARG(bounds));
    return buffer_text(&words);
}

static struct text answer_words_of(struct arena *arena, const struct criterion *criterion)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
        return TEXT("yes or no");
    case TYPE_CHOICE:
        return TEXT("one of these words");
    case TYPE_SET:
        return set_words(arena, &criterion->options);
    case TYPE_NUMBER:
    case TYPE_RATING:
        return number_words(arena, criterion);
    case TYPE_DATE:
        return TEXT("a date, YYYY-MM-DD");
    case TYPE_TEXT:
    case ANSWER_TYPES:
        break;
    }
    return TEXT("in your own words, in double quotes");
}

/* --- The question -------------------------------------------------------------------------- */

void yaml_question(const struct comment *comment, size_t further, const struct criterion *criterion)
{
    struct arena *arena = comment->arena;
    comment_text(comment, further, further, criterion->ask);
    comment_text(comment, further, further, criterion->help);
    if (criterion->why.len > 0)
        comment_text(comment, further, further,
                     text_format(arena, "Why it matters: %.*s", TEXT_ARG(criterion->why)));
    comment_text(comment, further, further,
                 text_format(arena, "Answer: %.*s", TEXT_ARG(answer_words_of(arena, criterion))));
    if (criterion->type == TYPE_CHOICE || criterion->type == TYPE_SET)
        write_options(comment, further, &criterion->options);
    if (criterion->type == TYPE_RATING)
        write_levels(comment, further, &criterion->levels);
}
