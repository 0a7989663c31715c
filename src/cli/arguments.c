/* Reading options with getopt_long, and what to say where it finds something wrong. */
#include "arguments.h"

#include <getopt.h>
#include <string.h>

#include "messages.h"
#include "shortlist/names.h"

/* What getopt_long returns for row 0; the next row's is one more. */
enum { FIRST_CODE = 256 };

struct getopt_tables {
    struct option *longs;
    char *shorts;
};

/* ":" first: getopt tells a missing argument from an unknown option, and prints nothing. */
static struct getopt_tables make_tables(int command, struct arena *arena)
{
    struct getopt_tables tables = {
        .longs = arena_array(arena, struct option, option_row_count + 1),
        .shorts = arena_array(arena, char, 2 * option_row_count + 2),
    };
    size_t longs = 0;
    size_t shorts = 0;
    tables.shorts[shorts++] = ':';
    for (size_t row = 0; row < option_row_count; row++) {
        const struct option_row *option = &option_rows[row];
        if (!(option->commands & command))
            continue;
        tables.longs[longs++] =
            (struct option){.name = option->name,
                            .has_arg = option->argument ? required_argument : no_argument,
                            .val = FIRST_CODE + (int)row};
        if (option->letter == 0)
            continue;
        tables.shorts[shorts++] = option->letter;
        if (option->argument)
            tables.shorts[shorts++] = ':';
    }
    return tables;
}

/* Several commands may have options of one letter; `command` says whose is meant, if it has one. */
static const struct option_row *row_of(int code, int command)
{
    const struct option_row *other = NULL;
    for (size_t row = 0; row < option_row_count; row++) {
        const struct option_row *option = &option_rows[row];
        bool named = code == FIRST_CODE + (int)row || (code != 0 && code == option->letter);
        if (named && (option->commands & command))
            return option;
        other = named ? option : other;
    }
    return other;
}

/* Whether a row is an option of the command and its name begins with `name`. */
static bool is_meant(const struct option_row *row, int command, struct text name)
{
    return (row->commands & command) && text_starts(text_from(row->name), name);
}

/* An option that the command does not have, or that could be several of those it has. */
static void unknown_option(const char *word, int command, struct arena *arena)
{
    struct text name = {word + 2, strcspn(word + 2, "=")};
    struct nearest nearest = {.word = name};
    struct text_buffer meant = {.arena = arena};
    for (size_t row = 0; row < option_row_count; row++) {
        if (option_rows[row].commands & command)
            nearest_offer(&nearest, text_from(option_rows[row].name));
        if (is_meant(&option_rows[row], command, name))
            buffer_format(&meant, "%s--%s", meant.len == 0 ? "" : ", ", option_rows[row].name);
    }
    if (meant.len > 0)
        usage_error("`%s` could be any of %s", visible(word, arena), buffer_text(&meant).ptr);
    else if (nearest.best.len > 0)
        usage_error("unknown option `%s`; did you mean `--%s`?", visible(word, arena),
                    nearest.best.ptr);
    else
        usage_error("unknown option `%s`", visible(word, arena));
}

/* What getopt_long did not take: `code` is its answer, `word` the argument that it looked at. */
static void complain(int code, const char *word, int command, struct arena *arena)
{
    const struct option_row *row = row_of(optopt, command);
    char letter[] = {'-', (char)optopt, '\0'};
    if (row == NULL && optopt > 0)
        usage_error("unknown option `%s`", visible(letter, arena));
    else if (row == NULL)
        unknown_option(word, command, arena);
    else if (code == ':')
        usage_error("`--%s` needs its argument %s", row->name, row->argument);
    else if (row->commands & command)
        usage_error("`--%s` takes no argument", row->name);
    else
        usage_error("unknown option `%s`", visible(letter, arena));
}

int arguments_read(struct request *request, int command, int argc, char **argv, struct arena *arena)
{
    struct getopt_tables tables = make_tables(command, arena);
    optind = 1;
    for (;;) {
        int code = getopt_long(argc, argv, tables.shorts, tables.longs, NULL);
        if (code == -1)
            return optind;
        const struct option_row *row = row_of(code, command);
        if (row == NULL) {
            complain(code, argv[optind - 1], command, arena);
            return 0;
        }
        const char *reason = "";
        if (!row->apply(request, optarg, &reason)) {
            usage_error("`--%s %s`: %s", row->name, visible(optarg, arena), visible(reason, arena));
            return 0;
        }
    }
}
