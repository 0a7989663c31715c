/* Reading files and folders whole, and taking paths apart. */
#define _DEFAULT_SOURCE /* madvise */
#include "shortlist/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shortlist/memory.h"

enum {
    FIRST_READ = 64 * 1024,          /* room at first where the size is not known before */
    DEVICE_LIMIT = 16 * 1024 * 1024, /* /dev/zero never ends */
    FOLDER_DEPTH = 64,               /* folders in folders */
    FOLDER_ENTRIES = 1000 * 1000     /* links can make few folders look like very many */
};

static const char too_large[] = "is too large";
static const char is_folder[] = "is a folder";

/* Reads until the end; NULL, or why not. `capacity` is the room to begin with. */
static const char *read_all(int fd, size_t capacity, size_t limit, char **bytes, size_t *len)
{
    *len = 0;
    *bytes = memory_resize(NULL, capacity, 1);
    for (;;) {
        ssize_t got = read(fd, *bytes + *len, capacity - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return strerror(errno);
        if (got == 0)
            return NULL;
        *len += (size_t)got;
        if (*len > limit)
            return too_large;
        if (*len == capacity) {
            capacity = memory_grown(capacity, capacity + 1);
            *bytes = memory_resize(*bytes, capacity, 1);
        }
    }
}

/* The same for an open file of any kind. */
static const char *read_open(int fd, size_t limit, struct text *bytes)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return strerror(errno);
    if (S_ISDIR(status.st_mode))
        return is_folder;
    size_t capacity = FIRST_READ;
    if (S_ISREG(status.st_mode)) {
        if ((uintmax_t)status.st_size > limit)
            return too_large;
        /* One byte more, so that the end is seen without growing; files in /proc have size 0. */
        if (status.st_size > 0)
            capacity = (size_t)status.st_size + 1;
    } else if (!S_ISFIFO(status.st_mode) && !S_ISSOCK(status.st_mode) && limit > DEVICE_LIMIT) {
        limit = DEVICE_LIMIT;
    }
    char *read_bytes;
    size_t len;
    const char *reason = read_all(fd, capacity, limit, &read_bytes, &len);
    if (reason) {
        memory_free(read_bytes);
        return reason;
    }
    *bytes = (struct text){read_bytes, len};
    return NULL;
}

bool file_read(const char *path, size_t limit, struct text *bytes, const char **reason)
{
    *bytes = (struct text){0};
    if (strcmp(path, "-") == 0) {
        *reason = read_open(STDIN_FILENO, limit, bytes);
        return !*reason;
    }
    int fd;
    do {
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        *reason = strerror(errno);
        return false;
    }
    *reason = read_open(fd, limit, bytes);
    (void)close(fd);
    return !*reason;
}

void file_free(struct text bytes)
{
    memory_free((void *)(uintptr_t)bytes.ptr);
}

void file_forget(struct text bytes, size_t from, size_t to)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)bytes.ptr + from + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)bytes.ptr + to) / page * page;
    /* Advice: where it is not taken, the memory stays until the file is freed. */
    if (start < end)
        (void)madvise((void *)start, end - start, MADV_DONTNEED);
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A folder that is being listed, and the ones that it lies in. */
struct open_folder {
    dev_t device;
    ino_t inode;
    int depth;
    const struct open_folder *outer;
};

struct listing {
    struct arena *arena;
    const char *const *endings;
    const char **paths;
    size_t count;
    size_t capacity;
    size_t entries;
    const char *reason; /* of the first failure */
};

static bool ends_in_one_of(const char *name, const char *const *endings)
{
    for (; *endings; endings++)
        if (text_ends(text_from(name), text_from(*endings)))
            return true;
    return false;
}

static void list_folder(struct listing *listing, const char *path, const struct open_folder *outer);

static void list_entry(struct listing *listing, const char *path, const char *name, int folder_fd,
                       const struct open_folder *folder)
{
    if (name[0] == '.')
        return;
    if (++listing->entries > FOLDER_ENTRIES) {
        listing->reason = "holds too many files";
        return;
    }
    struct stat status;
    bool known = fstatat(folder_fd, name, &status, 0) == 0;
    bool wanted = ends_in_one_of(name, listing->endings);
    /* A link to nowhere is listed, so that reading it says what is wrong. */
    bool is_file = known ? S_ISREG(status.st_mode) : true;
    bool is_inner = known && S_ISDIR(status.st_mode);
    if (!is_inner && !(wanted && is_file))
        return;
    struct text joined = file_join(listing->arena, text_from(path), text_from(name));
    if (is_inner) {
        list_folder(listing, joined.ptr, folder);
        return;
    }
    if (listing->count == listing->capacity) {
        listing->capacity = memory_grown(listing->capacity, listing->count + 1);
        listing->paths = memory_resize(listing->paths, listing->capacity, sizeof(*listing->paths));
    }
    listing->paths[listing->count++] = joined.ptr;
}

static void list_entries(struct listing *listing, DIR *directory, const char *path,
                         const struct open_folder *folder)
{
    while (!listing->reason) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (!entry) {
            listing->reason = errno != 0 ? strerror(errno) : NULL;
            return;
        }
        list_entry(listing, path, entry->d_name, dirfd(directory), folder);
    }
}

static void list_folder(struct listing *listing, const char *path, const struct open_folder *outer)
{
    DIR *directory = opendir(path);
    struct stat status;
    if (!directory || fstat(dirfd(directory), &status) != 0) {
        listing->reason = strerror(errno);
    } else {
        struct open_folder folder = {status.st_dev, status.st_ino, outer ? outer->depth + 1 : 1,
                                     outer};
        for (; outer && !listing->reason; outer = outer->outer)
            if (outer->device == folder.device && outer->inode == folder.inode)
                listing->reason = "contains itself";
        if (folder.depth > FOLDER_DEPTH)
            listing->reason = "holds folders too deep";
        list_entries(listing, directory, path, &folder);
    }
    if (directory)
        (void)closedir(directory);
}

static int compare_paths(const void *left, const void *right)
{
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

bool file_list_folder(struct arena *arena, const char *folder, const char *const *endings,
                      struct file_list *list, const char **reason)
{
    struct listing listing = {.arena = arena, .endings = endings};
    list_folder(&listing, folder, NULL);
    *list = (struct file_list){0};
    *reason = listing.reason;
    if (!listing.reason) {
        list->count = listing.count;
        list->paths = arena_array(arena, const char *, listing.count);
        for (size_t i = 0; i < listing.count; i++)
            list->paths[i] = listing.paths[i];
        qsort(list->paths, list->count, sizeof(*list->paths), compare_paths);
    }
    memory_free(listing.paths);
    return !*reason;
}

struct text file_stem(struct text path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    /* The point that begins a name begins no ending. */
    for (size_t to = path.len; to > from + 1; to--)
        if (path.ptr[to - 1] == '.')
            return text_slice(path, from, to - 1);
    return text_slice(path, from, path.len);
}

struct text file_join(struct arena *arena, struct text folder, struct text name)
{
    if (folder.len == 0 || text_starts(name, TEXT("/")))
        return text_copy(arena, name);
    while (text_ends(folder, TEXT("/")))
        folder.len--;
    struct text_buffer joined = {.arena = arena};
    buffer_add(&joined, folder);
    buffer_add_char(&joined, '/');
    buffer_add(&joined, name);
    return buffer_text(&joined);
}
