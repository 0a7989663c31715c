/* Finding the input files. */
#include "files.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "shortlist/file.h"
#include "shortlist/memory.h"

static const char *const input_endings[] = {".yaml", ".yml", ".csv", NULL};

/* What editors make of them that hide the ending they add. */
static const char *const hidden_endings[] = {".yaml.txt", ".yml.txt", NULL};

bool name_ends(struct text name, struct text ending)
{
    return name.len >= ending.len &&
           text_equal_fold(text_slice(name, name.len - ending.len, name.len), ending);
}

static bool ends_in_one_of(const char *path, const char *const *endings)
{
    for (; *endings != NULL; endings++) {
        if (name_ends(text_from(path), text_from(*endings)))
            return true;
    }
    return false;
}

struct source *source_new(struct arena *arena, const char *path)
{
    struct source *source = arena_new(arena, struct source);
    source->name = text_from(path);
    return source;
}

/* --- Collecting --------------------------------------------------------------------------- */

static void add_file(struct found_files *found, struct found_file file, const char *path)
{
    struct stat status;
    file.path = path;
    file.order = found->count;
    file.is_regular = strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode);
    if (file.is_regular) {
        file.device = (unsigned long long)status.st_dev;
        file.inode = (unsigned long long)status.st_ino;
    }
    if (found->count == found->capacity) {
        found->capacity = memory_grown(found->capacity, found->count + 1);
        found->items = memory_resize(found->items, found->capacity, sizeof(*found->items));
    }
    found->items[found->count++] = file;
}

static void warn_of_ending(const char *path, struct arena *arena, struct problems *problems)
{
    const struct text name = text_from(path);
    problem_add(problems, PROBLEM_NOT_READ, source_whole(source_new(arena, path)),
                "this file is not read: its name ends in .txt");
    problem_hint(problems, "name it %.*s", TEXT_ARG(text_slice(name, 0, name.len - 4)));
}

static void add_folder(struct found_files *found, struct found_file file, const char *path,
                       struct arena *arena, struct problems *problems)
{
    static const char *const any_ending[] = {"", NULL};
    struct file_list list = {0};
    size_t before = found->count;
    const char *reason = NULL;
    if (!file_list_folder(arena, path, any_ending, &list, &reason)) {
        problem_add(problems, PROBLEM_CANNOT_READ, source_whole(source_new(arena, path)),
                    "the folder cannot be read: %s", reason);
        found->failed = true;
        return;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (ends_in_one_of(list.paths[i], input_endings))
            add_file(found, file, list.paths[i]);
        else if (ends_in_one_of(list.paths[i], hidden_endings))
            warn_of_ending(list.paths[i], arena, problems);
    }
    if (found->count == before) {
        problem_add(problems, PROBLEM_NO_ANSWERS, source_whole(source_new(arena, path)),
                    "there is no .yaml, .yml or .csv file in this folder");
        found->has_empty_folder = true;
    }
}

static void add_paths(struct found_files *found, const struct paths *paths, struct found_file file,
                      struct arena *arena, struct problems *problems)
{
    for (size_t i = 0; i < paths->count; i++) {
        const char *path = paths->items[i];
        if (!file.as_profile && strcmp(path, "-") != 0 && file_is_folder(path))
            add_folder(found, file, path, arena, problems);
        else
            add_file(found, file, path);
    }
}

/* --- Each file once ----------------------------------------------------------------------- */

static int compare_numbers(unsigned long long a, unsigned long long b)
{
    return (a > b) - (a < b);
}

/* The same regular file, or the same path of what is none. */
static int compare_identity(const struct found_file *a, const struct found_file *b)
{
    if (a->is_regular != b->is_regular)
        return a->is_regular ? 1 : -1;
    if (!a->is_regular)
        return strcmp(a->path, b->path);
    int order = compare_numbers(a->device, b->device);
    return order != 0 ? order : compare_numbers(a->inode, b->inode);
}

static int compare_found(const void *left, const void *right)
{
    const struct found_file *a = left;
    const struct found_file *b = right;
    int order = compare_identity(a, b);
    if (order == 0)
        order = strcmp(a->path, b->path);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

static int compare_paths(const void *left, const void *right)
{
    const struct found_file *a = left;
    const struct found_file *b = right;
    return strcmp(a->path, b->path);
}

/* What was said of a file in one place goes for the other too; -p says when a profile applies. */
static void join(struct found_file *file, const struct found_file *again)
{
    bool later = again->as_profile && (!file->as_profile || again->order > file->order);
    bool earlier =
        again->as_profile == file->as_profile && !again->as_profile && again->order < file->order;
    if (later || earlier)
        file->order = again->order;
    file->answers_only |= again->answers_only;
    file->as_criteria |= again->as_criteria;
    file->as_profile |= again->as_profile;
}

static void keep_once(struct found_files *found)
{
    size_t kept = 0;
    if (found->count == 0)
        return;
    qsort(found->items, found->count, sizeof(*found->items), compare_found);
    for (size_t i = 1; i < found->count; i++) {
        struct found_file *last = &found->items[kept];
        if (compare_identity(last, &found->items[i]) == 0)
            join(last, &found->items[i]);
        else
            found->items[++kept] = found->items[i];
    }
    found->count = kept + 1;
    qsort(found->items, found->count, sizeof(*found->items), compare_paths);
}

void files_find(struct found_files *found, const struct input_options *options, struct arena *arena,
                struct problems *problems)
{
    *found = (struct found_files){0};
    add_paths(found, &options->files, (struct found_file){0}, arena, problems);
    add_paths(found, &options->answers, (struct found_file){.answers_only = true}, arena, problems);
    add_paths(found, &options->profiles, (struct found_file){.as_profile = true}, arena, problems);
    if (options->criteria != NULL)
        add_file(found, (struct found_file){.as_criteria = true}, options->criteria);
    keep_once(found);
}

void found_files_release(struct found_files *found)
{
    memory_free(found->items);
    *found = (struct found_files){0};
}
