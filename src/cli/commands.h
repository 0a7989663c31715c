/* The commands: one file each, a table row each. */
#ifndef SHORTLIST_CLI_COMMANDS_H
#define SHORTLIST_CLI_COMMANDS_H

#include "arguments.h"
#include "request.h"

struct command {
    const char *name;
    const char *arguments; /* behind the name, for help */
    int bit;               /* FOR_SCORE, … */
    size_t vendors;        /* how many vendor ids come before the files */
    const char *summary;   /* one line */
    const char *more;      /* a paragraph or two for `help COMMAND` */
    enum exit_status (*run)(const struct request *request);
};

extern const struct command commands[];
extern const size_t command_count;

enum exit_status command_score(const struct request *request);
enum exit_status command_explain(const struct request *request);
enum exit_status command_compare(const struct request *request);
enum exit_status command_panel(const struct request *request);
enum exit_status command_check(const struct request *request);
enum exit_status command_schema(const struct request *request);
enum exit_status command_template(const struct request *request);
enum exit_status command_packs(const struct request *request);
enum exit_status command_init(const struct request *request);

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* All commands, or one with its options, to standard output. */
enum exit_status help_print(const struct command *command);

#endif
