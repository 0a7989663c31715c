/*
 * Packs are looked up in $SHORTLIST_CRITERIA, then in the install's data folder, then in criteria/
 * beside the build; profiles in the folder profiles/ of each.
 */
#include "packs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shortlist/file.h"
#include "shortlist/memory.h"
#include "shortlist/names.h"
#include "shortlist/text.h"

enum { FOLDERS = 3, PATH_SIZE = 4096 };

/* A path as it is named from here, where it lies below the current folder: reports show it. */
static struct text below_here(struct text path)
{
    char here[PATH_SIZE];
    if (getcwd(here, sizeof here - 1) == NULL)
        return path;
    strcat(here, "/");
    struct text prefix = text_from(here);
    return text_starts(path, prefix) ? text_slice(path, prefix.len, path.len) : path;
}

static struct text folder_of(struct text path)
{
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    path.len -= path.len > 0;
    return path;
}

/* The folder criteria/ of the checkout that build/VARIANT/shortlist was made in; empty if unknown.
 */
static struct text folder_beside_build(struct arena *arena)
{
    char program[PATH_SIZE];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    if (length <= 0 || length >= PATH_SIZE)
        return TEXT("");
    struct text path = folder_of(folder_of((struct text){program, (size_t)length}));
    if (!text_ends(path, TEXT("/build")))
        return TEXT("");
    path = folder_of(path);
    return below_here(text_format(arena, "%.*s/criteria", TEXT_ARG(path)));
}

static void find_folders(struct text folders[FOLDERS], enum pack_kind kind, struct arena *arena)
{
    const char *own = getenv("SHORTLIST_CRITERIA");
    folders[0] = text_from(own == NULL ? "" : own);
    while (folders[0].len > 1 && folders[0].ptr[folders[0].len - 1] == '/')
        folders[0].len--;
    folders[0] = text_copy(arena, folders[0]);
    folders[1] = text_from(SHORTLIST_DATADIR "/criteria");
    folders[2] = folder_beside_build(arena);
    for (size_t i = 0; i < FOLDERS; i++) {
        if (kind == PACK_PROFILE && folders[i].len > 0)
            folders[i] = file_join(arena, folders[i], TEXT("profiles"));
    }
}

/* --- All of them --------------------------------------------------------------------------- */

/* One that was found, and in which folder: the first folder wins. */
struct found_pack {
    struct pack_file file;
    size_t folder;
};

struct found_packs {
    struct found_pack *items;
    size_t count;
};

static void add_folder(struct found_packs *found, struct text folder, size_t position,
                       struct arena *arena)
{
    static const char *const endings[] = {".yaml", NULL};
    struct file_list list;
    const char *reason;
    if (folder.len == 0 || !file_list_folder(arena, folder.ptr, endings, &list, &reason))
        return;
    found->items = memory_resize(found->items, found->count + list.count, sizeof *found->items);
    for (size_t f = 0; f < list.count; f++) {
        struct text path = text_from(list.paths[f]);
        struct text below = text_slice(path, folder.len + 1, path.len);
        if (memchr(below.ptr, '/', below.len) != NULL)
            continue;
        found->items[found->count++] = (struct found_pack){
            .file = {text_copy(arena, file_stem(path)).ptr, list.paths[f]},
            .folder = position,
        };
    }
}

static int compare_found(const void *left, const void *right)
{
    const struct found_pack *a = left;
    const struct found_pack *b = right;
    int by_name = strcmp(a->file.name, b->file.name);
    return by_name != 0 ? by_name : (a->folder > b->folder) - (a->folder < b->folder);
}

struct pack_files packs_installed(enum pack_kind kind, struct arena *arena)
{
    struct text folders[FOLDERS];
    struct found_packs found = {0};
    struct pack_files files = {0};
    find_folders(folders, kind, arena);
    for (size_t i = 0; i < FOLDERS; i++)
        add_folder(&found, folders[i], i, arena);
    if (found.count > 0)
        qsort(found.items, found.count, sizeof *found.items, compare_found);
    files.items = arena_array(arena, struct pack_file, found.count);
    for (size_t f = 0; f < found.count; f++) {
        const struct pack_file *file = &found.items[f].file;
        if (files.count == 0 || strcmp(file->name, files.items[files.count - 1].name) != 0)
            files.items[files.count++] = *file;
    }
    memory_free(found.items);
    return files;
}

/* --- One by its name ----------------------------------------------------------------------- */

/* The kinds that a name is looked for in. */
struct wanted_packs {
    const char *what; /* "profile" */
    struct pack_files files[PACK_KINDS];
};

/* "a, b, c" in their order, each once; empty when there are none. */
static struct text installed_names(const struct wanted_packs *wanted, struct arena *arena)
{
    struct text_buffer buffer = {.arena = arena};
    for (size_t kind = 0; kind < PACK_KINDS; kind++) {
        for (size_t f = 0; f < wanted->files[kind].count; f++)
            buffer_format(&buffer, "%s%s", buffer.len == 0 ? "" : ", ",
                          wanted->files[kind].items[f].name);
    }
    return buffer_text(&buffer);
}

static const char *unknown_pack(const struct wanted_packs *wanted, const char *argument,
                                struct arena *arena)
{
    struct nearest nearest = {.word = text_from(argument)};
    for (size_t kind = 0; kind < PACK_KINDS; kind++) {
        for (size_t f = 0; f < wanted->files[kind].count; f++)
            nearest_offer(&nearest, text_from(wanted->files[kind].items[f].name));
    }
    struct text names = installed_names(wanted, arena);
    if (nearest.best.len > 0)
        return text_format(arena, "no %s or file of that name; did you mean `%.*s`?", wanted->what,
                           TEXT_ARG(nearest.best))
            .ptr;
    if (names.len == 0)
        return text_format(arena, "no %s or file of that name; none is installed", wanted->what)
            .ptr;
    return text_format(arena, "no %s or file of that name; installed: %.*s", wanted->what,
                       TEXT_ARG(names))
        .ptr;
}

static bool names_file(const char *argument)
{
    struct text name = text_from(argument);
    return strchr(argument, '/') != NULL || strcmp(argument, "-") == 0 ||
           text_ends(name, TEXT(".yaml")) || text_ends(name, TEXT(".yml"));
}

/* The path of the installed one, or NULL. */
static const char *find_installed(enum pack_kind kind, const char *name, struct arena *arena)
{
    struct text folders[FOLDERS];
    find_folders(folders, kind, arena);
    for (size_t i = 0; i < FOLDERS; i++) {
        if (folders[i].len == 0)
            continue;
        struct text path = file_join(arena, folders[i], text_format(arena, "%s.yaml", name));
        if (access(path.ptr, F_OK) == 0)
            return path.ptr;
    }
    return NULL;
}

const char *pack_find(enum pack_kind kind, const char *argument, struct arena *arena,
                      const char **reason)
{
    struct wanted_packs wanted = {.what = kind == PACK_CRITERIA ? "criteria pack" : "profile"};
    const char *path = names_file(argument) ? argument : find_installed(kind, argument, arena);
    if (path != NULL || access(argument, F_OK) == 0)
        return path != NULL ? path : argument;
    wanted.files[kind] = packs_installed(kind, arena);
    *reason = unknown_pack(&wanted, argument, arena);
    return NULL;
}

const char *pack_find_any(const char *argument, struct arena *arena, const char **reason)
{
    struct wanted_packs wanted = {.what = "criteria pack, profile"};
    if (names_file(argument))
        return argument;
    for (enum pack_kind kind = 0; kind < PACK_KINDS; kind++) {
        const char *path = find_installed(kind, argument, arena);
        if (path != NULL)
            return path;
        wanted.files[kind] = packs_installed(kind, arena);
    }
    if (access(argument, F_OK) == 0)
        return argument;
    *reason = unknown_pack(&wanted, argument, arena);
    return NULL;
}
