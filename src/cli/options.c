/* The table of options: one row and one function each. */
#include "arguments.h"

#include <stdlib.h>
#include <string.h>

#include "packs.h"
#include "request.h"
#include "shortlist/date.h"

void paths_add(struct paths *paths, const char *path, struct arena *arena)
{
    /* Doubles at powers of two, so that the capacity need not be kept. */
    if (paths->count == 0 || (paths->count & (paths->count - 1)) == 0) {
        size_t capacity = paths->count == 0 ? 1 : 2 * paths->count;
        const char **items = arena_array(arena, const char *, capacity);
        for (size_t i = 0; i < paths->count; i++)
            items[i] = paths->items[i];
        paths->items = items;
    }
    paths->items[paths->count++] = path;
}

/* --- One function an option -------------------------------------------------------------- */

static bool set_criteria(struct request *request, const char *argument, const char **reason)
{
    if (request->input.criteria != NULL) {
        *reason = "only one criteria file can be given";
        return false;
    }
    request->input.criteria = pack_find(PACK_CRITERIA, argument, request->arena, reason);
    return request->input.criteria != NULL;
}

static bool add_profile(struct request *request, const char *argument, const char **reason)
{
    const char *path = pack_find(PACK_PROFILE, argument, request->arena, reason);
    if (path != NULL)
        paths_add(&request->input.profiles, path, request->arena);
    return path != NULL;
}

static bool add_answers(struct request *request, const char *argument, const char **reason)
{
    (void)reason;
    paths_add(&request->input.answers, argument, request->arena);
    return true;
}

/* The character that is meant; 0 and a reason for none. */
static char find_delimiter(const char *argument, const char **reason)
{
    static const char *const words[] = {"comma", "semicolon", "tab"};
    static const char signs[] = {',', ';', '\t'};
    for (size_t i = 0; i < sizeof signs; i++) {
        if (strcmp(argument, words[i]) == 0 || (argument[0] == signs[i] && argument[1] == '\0'))
            return signs[i];
    }
    *reason = "choose one of comma, semicolon, tab";
    return 0;
}

static bool set_read_delimiter(struct request *request, const char *argument, const char **reason)
{
    request->input.delimiter = find_delimiter(argument, reason);
    return request->input.delimiter != 0;
}

static bool set_written_delimiter(struct request *request, const char *argument,
                                  const char **reason)
{
    request->delimits = true;
    request->delimiter = find_delimiter(argument, reason);
    return request->delimiter != 0;
}

static bool add_change(struct paths *paths, const char *argument, struct arena *arena,
                       const char **reason)
{
    const char *equals = strchr(argument, '=');
    if (equals == NULL || equals == argument) {
        *reason = "write NAME=VALUE";
        return false;
    }
    paths_add(paths, argument, arena);
    return true;
}

static bool add_need(struct request *request, const char *argument, const char **reason)
{
    return add_change(&request->input.needs, argument, request->arena, reason);
}

static bool add_weight(struct request *request, const char *argument, const char **reason)
{
    return add_change(&request->input.weights, argument, request->arena, reason);
}

static bool set_as_of(struct request *request, const char *argument, const char **reason)
{
    request->input.has_as_of = true;
    switch (date_parse(text_from(argument), &request->input.as_of)) {
    case DATE_FINE:
        return true;
    case DATE_SHAPE:
        *reason = "write a date as YYYY-MM-DD";
        break;
    case DATE_CALENDAR:
        *reason = "there is no such day";
        break;
    }
    return false;
}

static bool set_output(struct request *request, const char *argument, const char **reason)
{
    *reason = "name a file";
    request->output = argument;
    return *argument != '\0';
}

/* The position of a word in a NULL-terminated list, or -1 and the words as the reason. */
static int choose(const char *const *words, const char *argument, struct arena *arena,
                  const char **reason)
{
    struct text_buffer choices = {.arena = arena};
    buffer_add(&choices, TEXT("choose one of"));
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], argument) == 0)
            return i;
        buffer_format(&choices, "%s %s", i == 0 ? "" : ",", words[i]);
    }
    *reason = buffer_text(&choices).ptr;
    return -1;
}

static bool set_format(struct request *request, const char *argument, const char **reason)
{
    const char **names = arena_array(request->arena, const char *, renderer_count + 1);
    for (size_t i = 0; i < renderer_count; i++)
        names[i] = renderers[i].name;
    int chosen = choose(names, argument, request->arena, reason);
    if (chosen >= 0)
        request->renderer = &renderers[chosen];
    return chosen >= 0;
}

static bool set_problem_format(struct request *request, const char *argument, const char **reason)
{
    const char **names = arena_array(request->arena, const char *, problem_format_count + 1);
    for (size_t i = 0; i < problem_format_count; i++)
        names[i] = problem_formats[i].name;
    int chosen = choose(names, argument, request->arena, reason);
    if (chosen >= 0)
        request->problem_format = &problem_formats[chosen];
    return chosen >= 0;
}

static bool set_template_format(struct request *request, const char *argument, const char **reason)
{
    const char **names = arena_array(request->arena, const char *, template_format_count + 1);
    for (size_t i = 0; i < template_format_count; i++)
        names[i] = template_formats[i].name;
    int chosen = choose(names, argument, request->arena, reason);
    if (chosen >= 0)
        request->template_format = &template_formats[chosen];
    return chosen >= 0;
}

static bool set_pack_format(struct request *request, const char *argument, const char **reason)
{
    const char **names = arena_array(request->arena, const char *, pack_format_count + 1);
    for (size_t i = 0; i < pack_format_count; i++)
        names[i] = pack_formats[i].name;
    int chosen = choose(names, argument, request->arena, reason);
    if (chosen >= 0)
        request->pack_format = &pack_formats[chosen];
    return chosen >= 0;
}

/* The code that an argument names; PROBLEM_CODES and a reason when there is none. */
static enum problem_code find_code(const char *argument, struct arena *arena, const char **reason)
{
    enum problem_code code = problem_code_find(text_from(argument));
    struct text nearest = problem_code_nearest(text_from(argument));
    if (code != PROBLEM_CODES)
        return code;
    *reason = "there is no such code";
    if (nearest.len > 0)
        *reason =
            text_format(arena, "there is no such code; did you mean `%.*s`?", TEXT_ARG(nearest))
                .ptr;
    return code;
}

static bool add_ignore(struct request *request, const char *argument, const char **reason)
{
    enum problem_code code = find_code(argument, request->arena, reason);
    if (code == PROBLEM_CODES)
        return false;
    *reason = "errors are never silenced";
    request->ignored[code] = true;
    return problem_severity(code) != PROBLEM_ERROR;
}

static bool add_only(struct request *request, const char *argument, const char **reason)
{
    enum problem_code code = find_code(argument, request->arena, reason);
    if (code == PROBLEM_CODES)
        return false;
    request->has_only = true;
    request->only[code] = true;
    return true;
}

static bool set_color(struct request *request, const char *argument, const char **reason)
{
    static const char *const choices[] = {"auto", "always", "never", NULL};
    int chosen = choose(choices, argument, request->arena, reason);
    request->color = chosen < 0 ? COLOR_AUTO : (enum color_choice)chosen;
    return chosen >= 0;
}

static bool set_fail_on(struct request *request, const char *argument, const char **reason)
{
    request->fail_on = choose(severity_words, argument, request->arena, reason);
    return request->fail_on >= 0;
}

static bool set_top(struct request *request, const char *argument, const char **reason)
{
    *reason = "write a whole number above 0";
    size_t digits = strspn(argument, "0123456789");
    if (digits == 0 || digits > 9 || argument[digits] != '\0')
        return false;
    request->top = (size_t)strtoul(argument, NULL, 10);
    return request->top > 0;
}

#define SWITCH(function, member)                                                                   \
    static bool function(struct request *request, const char *argument, const char **reason)       \
    {                                                                                              \
        (void)argument;                                                                            \
        (void)reason;                                                                              \
        request->member = true;                                                                    \
        return true;                                                                               \
    }
SWITCH(set_ascii, ascii)
SWITCH(set_quiet, quiet)
SWITCH(set_cards, cards)
SWITCH(set_provisional, provisional)
SWITCH(set_no_criteria, no_criteria)
SWITCH(set_wide, wide)
SWITCH(set_excel, excel)
SWITCH(set_raw, raw)
SWITCH(set_weights, weights)
SWITCH(set_ratings, ratings)
SWITCH(set_strict, strict)
SWITCH(set_help, help)
SWITCH(set_version, version)
#undef SWITCH

/* --- The table --------------------------------------------------------------------------- */

/* Options that reports and check have alike; those that schema and template have too; those that
 * any command has. */
enum {
    FOR_INPUTS = FOR_REPORTS | FOR_CHECK,
    FOR_CRITERIA = FOR_INPUTS | FOR_SCHEMA | FOR_TEMPLATE,
    FOR_ALL = FOR_CRITERIA | FOR_PACKS | FOR_INIT
};

const struct option_row option_rows[] = {
    {"criteria", 'c', "NAME|FILE", FOR_CRITERIA, set_criteria,
     "the criteria: an installed pack by name, or a file"},
    {"criteria", 'c', "NAME|FILE", FOR_INIT, set_criteria,
     "the criteria to begin with: an installed pack by name, or a file (default: bpo-support)"},
    {"profile", 'p', "NAME|FILE", FOR_INIT, add_profile,
     "the profile to begin with (default: one made from what the criteria need)"},
    {"profile", 'p', "NAME|FILE", FOR_CRITERIA | FOR_PACKS, add_profile,
     "other needs and weights; may be repeated, later ones win"},
    {"answers", 'a', "PATH", FOR_INPUTS | FOR_TEMPLATE, add_answers,
     "a file or folder that may hold answers only; may be repeated"},
    {"delimiter", 0, "WORD", FOR_INPUTS, set_read_delimiter,
     "what separates the cells of CSV files that are read: comma, semicolon or tab; else the "
     "header tells"},
    {"delimiter", 0, "WORD", FOR_TEMPLATE, set_written_delimiter,
     "csv: what separates the cells that are written: comma (default), semicolon or tab"},
    {"need", 0, "NAME=VALUE", FOR_CRITERIA | FOR_PACKS, add_need,
     "what if a need were another (lists as a,b; [] for none)"},
    {"weight", 0, "ID=NUMBER", FOR_INPUTS, add_weight,
     "what if a category or criterion weighed this much"},
    {"as-of", 0, "YYYY-MM-DD", FOR_CRITERIA | FOR_PACKS, set_as_of,
     "the day on which evidence must be valid (default: the file's, else today)"},
    {"provisional", 0, NULL, FOR_REPORTS, set_provisional,
     "rank the vendors whose files have no errors, list the others as unread"},
    {"cards", 0, NULL, FOR_SCORE, set_cards,
     "text, markdown: add a scorecard for each vendor; json has all of it anyway"},
    {"top", 0, "N", FOR_SCORE, set_top, "show only the best N"},
    {"fail-on", 0, "SEVERITY", FOR_SCORE, set_fail_on,
     "exit 1 when a flag this bad fired: note, warning, critical or knockout"},
    {"no-criteria", 0, NULL, FOR_SCORE, set_no_criteria, "json: leave out the single criteria"},
    {"wide", 0, NULL, FOR_SCORE, set_wide, "csv: add a column for each criterion, with its points"},
    {"excel", 0, NULL, FOR_REPORTS | FOR_TEMPLATE, set_excel,
     "csv: begin with a byte order mark, by which Excel knows UTF-8"},
    {"raw", 0, NULL, FOR_REPORTS | FOR_TEMPLATE, set_raw,
     "csv: texts as they are; without it, what a spreadsheet would take for a formula gets a '"},
    {"ratings", 0, NULL, FOR_TEMPLATE, set_ratings,
     "write the sheet for an evaluator, with the vendors whose answers are among the files"},
    {"weights", 0, NULL, FOR_TEMPLATE, set_weights,
     "show the share of the total that each question carries"},
    {"strict", 0, NULL, FOR_CHECK, set_strict, "exit 1 also when there are warnings only"},
    {"ignore", 0, "CODE", FOR_CHECK, add_ignore,
     "leave out warnings of this code; may be repeated"},
    {"only", 0, "CODE", FOR_CHECK, add_only,
     "leave out all other warnings; may be repeated; errors are always told"},
    {"format", 0, "FORMAT", FOR_REPORTS, set_format, "how the report is written; see below"},
    {"format", 0, "FORMAT", FOR_TEMPLATE, set_template_format,
     "how the file is written; see below"},
    {"format", 0, "FORMAT", FOR_CHECK, set_problem_format, "how problems are written; see below"},
    {"format", 0, "FORMAT", FOR_PACKS, set_pack_format, "how it is written; see below"},
    {"output", 'o', "FILE", FOR_CRITERIA | FOR_PACKS, set_output,
     "write there instead of standard output; nothing is left half written"},
    {"color", 0, "WHEN", FOR_ALL, set_color, "auto (default), always or never"},
    {"ascii", 0, NULL, FOR_REPORTS | FOR_PACKS, set_ascii, "draw with ASCII characters only"},
    {"quiet", 'q', NULL, FOR_REPORTS | FOR_SCHEMA | FOR_TEMPLATE | FOR_PACKS, set_quiet,
     "no warnings and notes on standard error"},
    {"quiet", 'q', NULL, FOR_INIT, set_quiet, "nothing but errors"},
    {"quiet", 'q', NULL, FOR_CHECK, set_quiet, "errors only, and nothing when there are none"},
    {"help", 'h', NULL, FOR_ALL, set_help, "explain the command"},
    {"version", 0, NULL, FOR_ALL, set_version, "print the version"},
};

const size_t option_row_count = sizeof option_rows / sizeof *option_rows;
