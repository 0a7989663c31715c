/* Options that say something in some formats only: in others they would do nothing, in silence. */
#include "option_formats.h"

#include <stddef.h>
#include <string.h>

#include "messages.h"

enum { MOST_FORMATS = 3 };

static const struct format_option {
    const char *name;
    size_t member;                     /* of struct request: whether it was given */
    const char *formats[MOST_FORMATS]; /* that it goes with */
    const char *told;                  /* the same for people */
} format_options[] = {
    {"wide", offsetof(struct request, wide), {"csv"}, "csv"},
    {"excel", offsetof(struct request, excel), {"csv"}, "csv"},
    {"raw", offsetof(struct request, raw), {"csv"}, "csv"},
    {"delimiter", offsetof(struct request, delimits), {"csv"}, "csv"},
    {"no-criteria", offsetof(struct request, no_criteria), {"json"}, "json"},
    /* JSON has all of the cards anyway. */
    {"cards", offsetof(struct request, cards), {"text", "markdown", "json"}, "text or markdown"},
};

static const char *format_name(const struct request *request)
{
    if (request->command != FOR_TEMPLATE)
        return request->renderer->name;
    return request->template_format->name;
}

static bool is_given(const struct request *request, const struct format_option *option)
{
    return *(const bool *)((const char *)request + option->member);
}

static bool suits(const struct format_option *option, const char *format)
{
    for (size_t i = 0; i < MOST_FORMATS && option->formats[i] != NULL; i++) {
        if (strcmp(option->formats[i], format) == 0)
            return true;
    }
    return false;
}

bool options_suit_format(const struct request *request)
{
    const char *format = format_name(request);
    for (size_t i = 0; i < sizeof format_options / sizeof *format_options; i++) {
        const struct format_option *option = &format_options[i];
        if (is_given(request, option) && !suits(option, format)) {
            usage_error("`--%s` goes with --format %s", option->name, option->told);
            return false;
        }
    }
    return true;
}
