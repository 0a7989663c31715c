/* shortlist init: a folder to begin an evaluation in, whole or not at all. */
#include <string.h>

#include "commands.h"
#include "messages.h"
#include "output.h"
#include "packs.h"
#include "packs_fit.h"
#include "run.h"
#include "shortlist/folder.h"
#include "shortlist/starter.h"

static const char default_pack[] = "bpo-support";

/* --- What is asked for --------------------------------------------------------------------- */

/* Whether something can be made there; else a message. That it cannot is what the user asked for,
 * as long as the system does not say so. */
static enum exit_status check_room(const char *path, struct arena *arena)
{
    const char *reason = "";
    switch (folder_room(path, &reason)) {
    case FOLDER_FREE:
    case FOLDER_EMPTY:
        return EXIT_DONE;
    case FOLDER_FILLED:
        usage_error("%s is not empty: `init` makes a new folder, and overwrites nothing",
                    visible(path, arena));
        return EXIT_USAGE;
    case FOLDER_TAKEN:
        usage_error("%s is there already, and is no folder", visible(path, arena));
        return EXIT_USAGE;
    case FOLDER_UNKNOWN:
        break;
    }
    program_error("cannot make %s: %s", visible(path, arena), reason);
    return EXIT_SYSTEM;
}

/* The folder that is asked for, or NULL after a message. */
static const char *asked_folder(const struct request *request)
{
    const struct paths *words = &request->positional;
    if (words->count != 1 || *words->items[0] == '\0') {
        usage_error(words->count > 1 ? "`init` makes one folder at a time"
                                     : "`init` needs the name of the folder to make");
        return NULL;
    }
    if (request->input.profiles.count > 1) {
        usage_error("`init` takes one profile: the folder begins with one to edit");
        return NULL;
    }
    return words->items[0];
}

/* How a README names a file: an installed one by its name, else its path. */
static struct text pack_name(enum pack_kind kind, const char *path, struct arena *arena)
{
    const struct pack_files files = packs_installed(kind, arena);
    for (size_t f = 0; f < files.count; f++) {
        if (strcmp(files.items[f].path, path) == 0)
            return text_from(files.items[f].name);
    }
    return text_from(path);
}

/* --- Making it ----------------------------------------------------------------------------- */

static struct text made_profile(const struct inputs *inputs, struct arena *arena)
{
    struct sink sink;
    const char *reason;
    sink_open_memory(&sink, arena);
    if (inputs->profile_count > 0)
        starter_profile_copy(&inputs->criteria, &inputs->profiles[0], &sink);
    else
        starter_profile(&inputs->criteria, &sink);
    sink_finish(&sink, &reason);
    return buffer_text(&sink.text);
}

static struct text made_readme(const struct run *run, struct arena *arena)
{
    const struct input_options *input = &run->request->input;
    const struct starter starter = {
        .criteria = &run->inputs.criteria,
        .pack = pack_name(PACK_CRITERIA, input->criteria, arena),
        .profile = input->profiles.count > 0
                       ? pack_name(PACK_PROFILE, input->profiles.items[0], arena)
                       : TEXT(""),
        .today = input->today,
    };
    struct sink sink;
    const char *reason;
    sink_open_memory(&sink, arena);
    starter_readme(&starter, &sink);
    sink_finish(&sink, &reason);
    return buffer_text(&sink.text);
}

static enum exit_status make_folder(struct run *run, const char *path)
{
    struct inputs *inputs = &run->inputs;
    struct text profile = made_profile(inputs, &run->arena);
    struct text readme = made_readme(run, &run->arena);
    struct folder folder;
    const char *reason = "";
    if (folder_open(&folder, path, &reason)) {
        folder_add_file(&folder, "criteria.yaml", inputs->criteria.file->bytes);
        folder_add_file(&folder, "profile.yaml", profile);
        folder_add_folder(&folder, "vendors");
        folder_add_folder(&folder, "ratings");
        folder_add_file(&folder, "README.md", readme);
        if (folder_finish(&folder, &reason))
            return EXIT_DONE;
    }
    program_error("cannot make %s: %s", visible(path, &run->arena), reason);
    return EXIT_SYSTEM;
}

static void write_made(const struct run *run, const void *path, struct sink *sink)
{
    (void)run;
    sink_format(sink,
                "%s holds criteria.yaml and profile.yaml to edit, vendors/, ratings/, and\n"
                "README.md, which says what to do next.\n",
                (const char *)path);
}

/* Whether both are sound but for each other, and the profile goes with other packs: then that is
 * all there is to say. */
static bool refuse_misfit(const struct request *asked)
{
    struct arena *arena = asked->arena;
    const struct paths *profiles = &asked->input.profiles;
    const char *criteria = asked->input.criteria;
    const char *profile = profiles->count > 0 ? profiles->items[0] : "-";
    /* Standard input can be read once only. */
    if (strcmp(profile, "-") == 0 || strcmp(criteria, "-") == 0)
        return false;
    struct text fits = packs_instead(criteria, profile, asked->input.today, arena);
    if (fits.len == 0)
        return false;
    const char *pack_word = visible(pack_name(PACK_CRITERIA, criteria, arena).ptr, arena);
    const char *profile_word = visible(pack_name(PACK_PROFILE, profile, arena).ptr, arena);
    program_error("the profile %s goes with %.*s, not with %s\n"
                  "`shortlist check -c %s -p %s` tells why.",
                  profile_word, TEXT_ARG(fits), pack_word, pack_word, profile_word);
    return true;
}

enum exit_status command_init(const struct request *request)
{
    struct run run;
    struct request asked = *request;
    const char *reason = "";
    const char *path = asked_folder(request);
    if (path == NULL)
        return EXIT_USAGE;
    if (asked.input.criteria == NULL)
        asked.input.criteria = pack_find(PACK_CRITERIA, default_pack, request->arena, &reason);
    if (asked.input.criteria == NULL) {
        usage_error("the default, %s: %s; name another with -c", default_pack,
                    visible(reason, request->arena));
        return EXIT_USAGE;
    }
    enum exit_status status = check_room(path, request->arena);
    if (status != EXIT_DONE)
        return status;
    if (refuse_misfit(&asked))
        return EXIT_INPUT;
    status = run_read_criteria(&run, &asked);
    if (status == EXIT_DONE)
        status = make_folder(&run, path);
    if (status == EXIT_DONE && !request->quiet)
        status = run_write(&run, write_made, visible(path, &run.arena));
    run_release(&run);
    return status;
}
