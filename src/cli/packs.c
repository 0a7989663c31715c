/*
 * Packs are looked up in $SHORTLIST_CRITERIA, then in the install's data folder, then in criteria/
 * beside the build; profiles in the folder profiles/ of each.
 */
#include "packs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "request.h"
#include "shortlist/file.h"
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

/* Calls `visit` for each pack, a name that stands in several folders once a folder. */
static void visit_packs(enum pack_kind kind, struct arena *arena,
                        void (*visit)(void *context, struct text name), void *context)
{
    static const char *const endings[] = {".yaml", NULL};
    struct text folders[FOLDERS];
    find_folders(folders, kind, arena);
    for (size_t i = 0; i < FOLDERS; i++) {
        struct file_list list;
        const char *reason;
        if (folders[i].len == 0 ||
            !file_list_folder(arena, folders[i].ptr, endings, &list, &reason))
            continue;
        for (size_t f = 0; f < list.count; f++) {
            struct text path = text_from(list.paths[f]);
            struct text below = text_slice(path, folders[i].len + 1, path.len);
            if (memchr(below.ptr, '/', below.len) == NULL)
                visit(context, file_stem(path));
        }
    }
}

static void offer_name(void *context, struct text name)
{
    nearest_offer(context, name);
}

struct name_list {
    struct paths names;
    struct arena *arena;
};

static void list_name(void *context, struct text name)
{
    struct name_list *list = context;
    paths_add(&list->names, text_copy(list->arena, name).ptr, list->arena);
}

static int compare_strings(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The installed packs as "a, b, c", each once; empty when there are none. */
static struct text pack_names(enum pack_kind kind, struct arena *arena)
{
    struct name_list list = {.arena = arena};
    struct text_buffer buffer = {.arena = arena};
    visit_packs(kind, arena, list_name, &list);
    if (list.names.count > 0)
        qsort(list.names.items, list.names.count, sizeof *list.names.items, compare_strings);
    for (size_t n = 0; n < list.names.count; n++) {
        const char *name = list.names.items[n];
        if (n == 0 || strcmp(name, list.names.items[n - 1]) != 0)
            buffer_format(&buffer, "%s%s", n == 0 ? "" : ", ", name);
    }
    return buffer_text(&buffer);
}

static const char *unknown_pack(enum pack_kind kind, const char *argument, struct arena *arena)
{
    const char *what = kind == PACK_CRITERIA ? "criteria pack" : "profile";
    struct nearest nearest = {.word = text_from(argument)};
    visit_packs(kind, arena, offer_name, &nearest);
    struct text names = pack_names(kind, arena);
    if (nearest.best.len > 0)
        return text_format(arena, "no %s or file of that name; did you mean `%.*s`?", what,
                           TEXT_ARG(nearest.best))
            .ptr;
    if (names.len == 0)
        return text_format(arena, "no %s or file of that name; none is installed", what).ptr;
    return text_format(arena, "no %s or file of that name; installed: %.*s", what, TEXT_ARG(names))
        .ptr;
}

const char *pack_find(enum pack_kind kind, const char *argument, struct arena *arena,
                      const char **reason)
{
    struct text name = text_from(argument);
    if (strchr(argument, '/') != NULL || strcmp(argument, "-") == 0 ||
        text_ends(name, TEXT(".yaml")) || text_ends(name, TEXT(".yml")))
        return argument;
    struct text folders[FOLDERS];
    find_folders(folders, kind, arena);
    for (size_t i = 0; i < FOLDERS; i++) {
        if (folders[i].len == 0)
            continue;
        struct text path = file_join(arena, folders[i], text_format(arena, "%s.yaml", argument));
        if (access(path.ptr, F_OK) == 0)
            return path.ptr;
    }
    if (access(argument, F_OK) == 0)
        return argument;
    *reason = unknown_pack(kind, argument, arena);
    return NULL;
}
