/* Help, made from the tables of commands and options. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "output.h"
#include "shortlist/sink.h"

const struct command commands[] = {
    {"score", "FILE...", FOR_SCORE, 0, "rank the vendors: scores, red flags, what is open",
     "Reads criteria, profiles and answers in any order; a folder stands for the .yaml, .yml\n"
     "and .csv files in it, - for standard input. Exactly one criteria file must be among them, "
     "or\n"
     "-c.\n",
     command_score},
    {"explain", "VENDOR FILE...", FOR_EXPLAIN, 1, "show one vendor in full, criterion by criterion",
     "VENDOR is the id of a vendor among the answers.\n", command_explain},
    {"compare", "A B FILE...", FOR_COMPARE, 2, "show where A's lead over B comes from",
     "A and B are ids of vendors among the answers.\n", command_compare},
    {"panel", "FILE...", FOR_PANEL, 0, "show how the raters differ, and what to talk about first",
     "For the meeting that moderates the ratings: which disagreements matter most, what each\n"
     "rater said, how lenient each is, how well they agree, and who would win without each.\n"
     "Reads what `score` reads: the raters' files and the panel's decisions are among it.\n",
     command_panel},
    {"check", "FILE...", FOR_CHECK, 0, "tell every mistake in files, and what a reviewer would see",
     "Takes files of every kind, alone or together: criteria, profiles, answers, ratings,\n"
     "decisions. Exit status 1 when there are errors. The comment `# shortlist: ignore CODE` at\n"
     "the end of a line of the buyer's own files silences the warnings of that line.\n",
     command_check},
    {"schema", "KIND", FOR_SCHEMA, 0, "print the JSON Schema of a kind of file, for editors",
     "KIND is criteria, profile, answers, ratings or decisions. With -c it is the schema of the\n"
     "files for these criteria: their ids, types, options and ranges, the questions as texts to\n"
     "hover over. An editor is told of it in the first line of a file:\n\n"
     "  # yaml-language-server: $schema=answers.schema.json\n",
     command_schema},
    {"template", "FILE...", FOR_TEMPLATE, 0, "write an empty file for answers or ratings",
     "FILE is the criteria file; or name it with -c. The file is for a vendor to fill in: the\n"
     "questions, and what may be answered; no points and no rules. With --ratings it is the sheet\n"
     "for one of the buyer's own evaluators: name the answers too, and each vendor stands in it.\n",
     command_template},
    {"packs", "[show NAME]", FOR_PACKS, 0, "list criteria packs and profiles, or print one in full",
     "Without more it lists what is installed. NAME is a criteria pack, a profile, or a file of\n"
     "either kind. With -p or --need a pack is printed as it then is.\n",
     command_packs},
    {"init", "DIR", FOR_INIT, 0, "begin an evaluation in a new folder, from a criteria pack",
     "DIR is made with criteria.yaml and profile.yaml, which are yours to edit, folders for "
     "answers\n"
     "and ratings, and a README.md that says what to do next. It must not be there yet, or be\n"
     "empty.\n",
     command_init},
};

const size_t command_count = sizeof commands / sizeof *commands;

const struct command *command_find(const char *name)
{
    for (size_t c = 0; c < command_count; c++) {
        if (strcmp(commands[c].name, name) == 0)
            return &commands[c];
    }
    return NULL;
}

static void print_commands(struct sink *sink)
{
    sink_string(sink, "shortlist ranks vendors by a buyer's weighted criteria, and shows why.\n\n"
                      "Usage: shortlist COMMAND [OPTIONS] FILE...\n\n");
    for (size_t c = 0; c < command_count; c++) {
        char usage[64];
        snprintf(usage, sizeof usage, "%s %s", commands[c].name, commands[c].arguments);
        sink_format(sink, "  %-24s %s\n", usage, commands[c].summary);
    }
    sink_format(sink, "  %-24s %s\n  %-24s %s\n", "help [COMMAND]", "list commands, explain one",
                "--version", "print the version");
    sink_string(
        sink, "\nTry it: shortlist score -c bpo-support examples/helpdesk\n"
              "\nExit status: 0 done; 1 --fail-on was met, or check found errors; 2 wrong usage;\n"
              "3 cannot read or write; 4 the inputs have errors and nothing was scored.\n");
}

static void print_option(const struct option_row *row, struct sink *sink)
{
    char usage[64];
    char letter[8] = "   ";
    if (row->letter != 0)
        snprintf(letter, sizeof letter, "-%c,", row->letter);
    snprintf(usage, sizeof usage, "%s --%s%s%s", letter, row->name, row->argument ? " " : "",
             row->argument ? row->argument : "");
    if (strlen(usage) > 26)
        sink_format(sink, "  %s\n  %-26s %s\n", usage, "", row->doc);
    else
        sink_format(sink, "  %-26s %s\n", usage, row->doc);
}

static void print_command(const struct command *command, struct sink *sink)
{
    sink_format(sink, "shortlist %s [OPTIONS] %s: %s\n\n%s\n", command->name, command->arguments,
                command->summary, command->more);
    for (size_t row = 0; row < option_row_count; row++) {
        if (option_rows[row].commands & command->bit)
            print_option(&option_rows[row], sink);
    }
    if (command->bit & (FOR_SCHEMA | FOR_INIT))
        return;
    if (command->bit & FOR_PACKS) {
        sink_string(sink, "\nFormats, the first being the default:\n");
        for (size_t f = 0; f < pack_format_count; f++)
            sink_format(sink, "  %-26s %s\n", pack_formats[f].name, pack_formats[f].summary);
    } else if (command->bit & FOR_REPORTS) {
        sink_string(sink, "\nFormats, the first being the default:\n");
        for (size_t r = 0; r < renderer_count; r++)
            sink_format(sink, "  %-26s %s\n", renderers[r].name, renderers[r].summary);
    } else if (command->bit & FOR_TEMPLATE) {
        sink_string(sink, "\nFormats:\n");
        for (size_t f = 0; f < template_format_count; f++)
            sink_format(sink, "  %-26s %s\n", template_formats[f].name,
                        template_formats[f].summary);
    } else {
        sink_string(sink, "\nFormats (text is the default, github within its workflows):\n");
        for (size_t f = 0; f < problem_format_count; f++)
            sink_format(sink, "  %-26s %s\n", problem_formats[f].name, problem_formats[f].summary);
    }
}

enum exit_status help_print(const struct command *command)
{
    struct sink sink;
    sink_open_fd(&sink, STDOUT_FILENO);
    if (command == NULL)
        print_commands(&sink);
    else
        print_command(command, &sink);
    return finish_output(&sink);
}
