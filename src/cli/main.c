/* shortlist: finds the command, reads its options, runs it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "messages.h"
#include "option_formats.h"
#include "output.h"
#include "shortlist/folder.h"
#include "shortlist/memory.h"
#include "shortlist/names.h"
#include "terminal.h"

static void out_of_memory(void)
{
    static const char message[] = "shortlist: out of memory\n";
    sink_discard_open();
    folder_discard_open();
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written; /* there is nobody left to tell */
    _exit(EXIT_SYSTEM);
}

/* What is interrupted leaves nothing behind. */
static void interrupted(int signal_number)
{
    sink_discard_open();
    folder_discard_open();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static enum exit_status print_version(void)
{
    struct sink sink;
    sink_open_fd(&sink, STDOUT_FILENO);
    sink_string(&sink, "shortlist " SHORTLIST_VERSION "\n");
    return finish_output(&sink);
}

static enum exit_status unknown_command(const char *name, struct arena *arena)
{
    struct nearest nearest = {.word = text_from(name)};
    for (size_t c = 0; c < command_count; c++)
        nearest_offer(&nearest, text_from(commands[c].name));
    if (nearest.best.len > 0)
        usage_error("unknown command `%s`; did you mean `%s`?", visible(name, arena),
                    nearest.best.ptr);
    else
        usage_error("unknown command `%s`", visible(name, arena));
    return EXIT_USAGE;
}

static const char *needed_files(const struct command *command)
{
    if (command->bit == FOR_CHECK)
        return "files: name what is to be checked";
    if (command->bit == FOR_TEMPLATE)
        return "criteria: name their file, or an installed pack with -c";
    return "files: name the criteria and the folder with the answers";
}

/* The ids of vendors come first among what is no option; the rest are files. */
static bool split_positional(struct request *request, const struct command *command)
{
    if (request->positional.count < command->vendors) {
        usage_error("`%s` needs %s", command->name,
                    command->vendors == 1 ? "the id of a vendor" : "the ids of two vendors");
        return false;
    }
    for (size_t i = command->vendors; i < request->positional.count; i++)
        paths_add(&request->input.files, request->positional.items[i], request->arena);
    bool is_pack_enough =
        command->bit & (FOR_CHECK | FOR_TEMPLATE) && request->input.criteria != NULL;
    if (request->input.files.count + request->input.answers.count > 0 || is_pack_enough)
        return true;
    usage_error("`%s` needs %s", command->name, needed_files(command));
    return false;
}

static enum exit_status run_command(const struct command *command, struct arena *arena, int argc,
                                    char **argv)
{
    struct request request = {
        .arena = arena,
        .command = command->bit,
        .renderer = &renderers[0],
        .template_format = &template_formats[0],
        .fail_on = -1,
    };
    int rest = arguments_read(&request, command->bit, argc, argv, arena);
    if (rest == 0)
        return EXIT_USAGE;
    for (int i = rest; i < argc; i++)
        paths_add(&request.positional, argv[i], arena);
    if (request.help)
        return help_print(command);
    if (request.version)
        return print_version();
    if (!options_suit_format(&request))
        return EXIT_USAGE;
    if (!(command->bit & WITHOUT_FILES) && !split_positional(&request, command))
        return EXIT_USAGE;
    if (!terminal_today(&request.input.today)) {
        usage_error("SOURCE_DATE_EPOCH is not a time: write whole seconds since 1970");
        return EXIT_USAGE;
    }
    request.input.hash = request.renderer->hashes;
    return command->run(&request);
}

/* `help`, `help COMMAND`. */
static enum exit_status help(int count, char **names, struct arena *arena)
{
    if (count == 0 || strcmp(names[0], "help") == 0)
        return help_print(NULL);
    if (count > 1) {
        usage_error("`help` explains one command at a time");
        return EXIT_USAGE;
    }
    const struct command *command = command_find(names[0]);
    return command != NULL ? help_print(command) : unknown_command(names[0], arena);
}

static enum exit_status dispatch(struct arena *arena, int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    if (argc < 2) {
        usage_error("name a command");
        return EXIT_USAGE;
    }
    if (strcmp(name, "--version") == 0)
        return print_version();
    const struct command *command = command_find(name);
    if (command != NULL)
        return run_command(command, arena, argc - 1, argv + 1);
    if (strcmp(name, "help") != 0 && strcmp(name, "--help") != 0 && strcmp(name, "-h") != 0)
        return unknown_command(name, arena);
    return help(argc - 2, argv + 2, arena);
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    memory_on_failure(out_of_memory);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* the write fails, and that is told */
    signal(SIGINT, interrupted);
    signal(SIGTERM, interrupted);
    signal(SIGHUP, interrupted);
    signal(SIGQUIT, interrupted);
    enum exit_status status = dispatch(&arena, argc, argv);
    arena_release(&arena);
    return (int)status;
}
