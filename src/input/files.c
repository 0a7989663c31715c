/* Finding the input files. */
#include "files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes.h"
#include "shortlist/file.h"
#include "shortlist/memory.h"

static const char *const input_endings[] = {".yaml", ".yml", ".csv", NULL};

/* What editors make of them that hide the ending they add. */
static const char *const hidden_endings[] = {".yaml.txt", ".yml.txt", ".csv.txt", NULL};

/* Spreadsheets, and tables that need another name only. */
static const char *const sheet_endings[] = {".xlsx", ".xlsm", ".xls", ".ods", ".numbers", NULL};
static const char *const table_endings[] = {".tsv", NULL};

/* What a text is called by other habits. */
static const char *const text_endings[] = {".txt", ".text", NULL};

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

/* --- Files that are passed over ----------------------------------------------------------- */

/* The path without the last ending of its name. */
static struct text without_ending(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *point = strrchr(slash == NULL ? path : slash, '.');
    return point == NULL ? text_from(path) : (struct text){path, (size_t)(point - path)};
}

/* A slip in .yaml or .yml: letters that begin with a y. What editors keep for safety (.yaml~) is
 * none. */
static bool is_slip(const char *ending)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return (ending[0] == '.' && (ending[1] == 'y' || ending[1] == 'Y')) &&
           ending[1 + strspn(ending + 1, letters)] == '\0';
}

/* Whether a regular file begins as all kinds of files do. No more of it is read. */
static bool begins_with_a_kind(const char *path)
{
    const struct text mark = TEXT("\xef\xbb\xbf");
    const struct text kind = TEXT("shortlist-");
    char bytes[16];
    struct stat status;
    ssize_t got = 0;
    /* A pipe must not be waited for. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return false;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
        got = read(fd, bytes, mark.len + kind.len);
    (void)close(fd);
    struct text start = {bytes, got > 0 ? (size_t)got : 0};
    if (text_starts(start, mark))
        start = text_slice(start, mark.len, start.len);
    return text_starts(start, kind);
}

/* Whether a sheet was meant: not the mark of one that is open, nor one saved as CSV beside it. */
static bool is_only_sheet(const char *path)
{
    const struct text stem = without_ending(path);
    const char *slash = strrchr(path, '/');
    struct arena scratch = {0};
    bool is_mark = text_starts(text_from(slash == NULL ? path : slash + 1), TEXT("~$"));
    struct text saved = text_format(&scratch, "%.*s.csv", TEXT_ARG(stem));
    bool is_only = !is_mark && access(saved.ptr, F_OK) != 0;
    arena_release(&scratch);
    return is_only;
}

/* Whether a file that is passed over was probably meant to be read. */
static bool seems_meant(const char *path)
{
    const char *ending = path + without_ending(path).len;
    if (ends_in_one_of(path, sheet_endings) || ends_in_one_of(path, table_endings))
        return is_only_sheet(path);
    if (ends_in_one_of(path, hidden_endings))
        return true;
    return (ending[0] == '\0' || ends_in_one_of(path, text_endings) || is_slip(ending)) &&
           begins_with_a_kind(path);
}

static void warn_of_ending(const char *path, struct arena *arena, struct problems *problems)
{
    const struct text stem = without_ending(path);
    const char *wanted = ends_in_one_of(path, hidden_endings)  ? ""
                         : ends_in_one_of(path, table_endings) ? ".csv"
                                                               : ".yaml";
    problem_add(problems, PROBLEM_NOT_READ, source_whole(source_new(arena, path)),
                "this file is not read: its name does not end in .yaml, .yml or .csv");
    if (ends_in_one_of(path, sheet_endings))
        problem_hint(problems, "%s", SAVE_AS_CSV);
    else
        problem_hint(problems, "name it %.*s%s", TEXT_ARG(stem), wanted);
}

/* --- Folders ------------------------------------------------------------------------------ */

static void add_folder(struct found_files *found, struct found_file file, const char *path,
                       struct arena *arena, struct problems *problems)
{
    static const char *const any_ending[] = {"", NULL};
    file.in_answers_folder = file.answers_only;
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
        else if (seems_meant(list.paths[i]))
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
    file->in_answers_folder |= again->in_answers_folder;
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
