/* shortlist packs: what is installed, and one of them in full. */
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "messages.h"
#include "packs.h"
#include "packs_fit.h"
#include "run.h"
#include "shortlist/file.h"
#include "shortlist/pack.h"
#include "terminal.h"

static struct pack_style style_of(const struct request *request)
{
    bool to_file = request->output != NULL;
    return (struct pack_style){
        .width = terminal_width(to_file ? -1 : STDOUT_FILENO),
        .color = to_file ? request->color == COLOR_ALWAYS
                         : terminal_color(STDOUT_FILENO, request->color),
        .ascii = request->ascii,
        .markdown = request->pack_format != NULL && request->pack_format->markdown,
    };
}

/* --- The list ------------------------------------------------------------------------------ */

static struct pack_entry describe_criteria(const struct pack_file *file,
                                           const struct request *request, struct arena *arena)
{
    struct inputs inputs = {0};
    struct pack_entry entry = {.name = text_from(file->name), .path = text_from(file->path)};
    entry.faulty = !pack_read(&inputs, file->path, NULL, request->input.today);
    if (!entry.faulty) {
        entry.title = text_copy(arena, inputs.criteria.title);
        entry.revision = text_copy(arena, inputs.criteria.revision);
        entry.categories = inputs.criteria.category_count;
        entry.criteria = inputs.criteria.criterion_count;
        entry.rules = inputs.criteria.rule_count;
    }
    inputs_release(&inputs);
    return entry;
}

static struct pack_entry describe_profile(const struct pack_file *file,
                                          const struct request *request, struct arena *arena)
{
    struct inputs inputs = {0};
    struct pack_entry entry = {.name = text_from(file->name), .path = text_from(file->path)};
    entry.faulty = !pack_read(&inputs, NULL, file->path, request->input.today);
    if (!entry.faulty) {
        entry.title = text_copy(arena, inputs.profiles[0].title);
        entry.needs = inputs.profiles[0].needs.count;
        entry.weights = inputs.profiles[0].weights.count;
        entry.fits = packs_fitted(file->path, request->input.today, arena);
    }
    inputs_release(&inputs);
    return entry;
}

static struct pack_entries describe_all(enum pack_kind kind, const struct request *request,
                                        struct arena *arena)
{
    struct pack_files files = packs_installed(kind, arena);
    struct pack_entry *entries = arena_array(arena, struct pack_entry, files.count);
    for (size_t f = 0; f < files.count; f++)
        entries[f] = kind == PACK_CRITERIA ? describe_criteria(&files.items[f], request, arena)
                                           : describe_profile(&files.items[f], request, arena);
    return (struct pack_entries){entries, files.count};
}

static void write_list(const struct run *run, const void *entries, struct sink *sink)
{
    const struct pack_entries *of = entries;
    const struct pack_style style = style_of(run->request);
    packs_print(&of[PACK_CRITERIA], &of[PACK_PROFILE], &style, sink);
}

static enum exit_status list_packs(const struct request *request)
{
    struct run run = {.request = request};
    struct pack_entries entries[PACK_KINDS];
    for (enum pack_kind kind = 0; kind < PACK_KINDS; kind++)
        entries[kind] = describe_all(kind, request, &run.arena);
    enum exit_status status = run_write(&run, write_list, entries);
    run_release(&run);
    return status;
}

/* --- One in full --------------------------------------------------------------------------- */

static void write_criteria(const struct run *run, const void *criteria, struct sink *sink)
{
    const struct pack_style style = style_of(run->request);
    const struct pack pack = {criteria, run->report.profile_titles, run->report.profile_count};
    pack_print(&pack, &style, sink);
}

static void write_profile(const struct run *run, const void *fits, struct sink *sink)
{
    const struct pack_style style = style_of(run->request);
    profile_print(&run->inputs.profiles[0], *(const struct text *)fits, &style, sink);
}

static enum exit_status show_criteria(struct run *run)
{
    run_list_profiles(run);
    return run_write(run, write_criteria, &run->inputs.criteria);
}

/* What goes with criteria only. */
static bool has_changes(const struct request *request)
{
    const struct input_options *input = &request->input;
    return input->profiles.count + input->needs.count > 0 || input->has_as_of;
}

static enum exit_status show_profile(struct run *run, const char *path)
{
    /* Standard input can be read once only. */
    struct text fits = strcmp(path, "-") == 0
                           ? TEXT("")
                           : packs_fitted(path, run->request->input.today, &run->arena);
    return run_write(run, write_profile, &fits);
}

static enum exit_status show_read(struct run *run, const struct request *request, const char *path,
                                  const char *name)
{
    if (run->inputs.has_criteria)
        return show_criteria(run);
    if (run->inputs.file_count == 0 || run->inputs.files[0].role != ROLE_PROFILE) {
        usage_error("`%s` is no criteria pack and no profile", visible(name, &run->arena));
        return EXIT_USAGE;
    }
    if (has_changes(request)) {
        usage_error("-p, --need and --as-of change a criteria pack; `%s` is a profile",
                    visible(name, &run->arena));
        return EXIT_USAGE;
    }
    return show_profile(run, path);
}

static enum exit_status show_pack(const struct request *request, const char *name)
{
    struct run run;
    struct request alone = *request;
    const char *reason = "";
    const char *path = pack_find_any(name, request->arena, &reason);
    if (path != NULL && file_is_folder(path)) {
        path = NULL;
        reason = "this is a folder; name a file in it";
    }
    if (path == NULL) {
        usage_error("`packs show %s`: %s", visible(name, request->arena),
                    visible(reason, request->arena));
        return EXIT_USAGE;
    }
    alone.input.alone = true;
    alone.input.files = (struct paths){&path, 1};
    enum exit_status status = run_read_criteria(&run, &alone);
    if (status == EXIT_DONE)
        status = show_read(&run, &alone, path, name);
    run_release(&run);
    return status;
}

enum exit_status command_packs(const struct request *request)
{
    const struct paths *words = &request->positional;
    if (words->count > 0 && strcmp(words->items[0], "show") != 0) {
        usage_error("`packs` is followed by nothing or by `show NAME`, not by `%s`",
                    visible(words->items[0], request->arena));
        return EXIT_USAGE;
    }
    if (words->count == 0 && has_changes(request)) {
        usage_error("-p, --need and --as-of go with `packs show NAME`");
        return EXIT_USAGE;
    }
    if (words->count == 0)
        return list_packs(request);
    if (words->count != 2) {
        usage_error("`packs show` takes one name: `packs` lists them");
        return EXIT_USAGE;
    }
    return show_pack(request, words->items[1]);
}
