/* Whether -o names a file that is read: a report must not take the place of a vendor's answers. */
#include "overwriting.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "messages.h"
#include "shortlist/text.h"

static bool is_file(const struct stat *file, const char *path)
{
    struct stat other;
    int failed = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &other) : stat(path, &other);
    return failed == 0 && other.st_dev == file->st_dev && other.st_ino == file->st_ino;
}

static bool is_opened(const struct stat *file, const struct inputs *inputs)
{
    for (size_t f = 0; f < inputs->file_count; f++) {
        if (is_file(file, inputs->files[f].path))
            return true;
    }
    return false;
}

/* A file that is not taken is worth as much to its owner. */
static bool is_refused(const struct stat *file, const struct problems *problems,
                       struct arena *arena)
{
    for (size_t p = 0; p < problems->count; p++) {
        const struct source *source = problems->items[p].place.source;
        if (source != NULL && is_file(file, text_copy(arena, source->name).ptr))
            return true;
    }
    return false;
}

bool would_overwrite(const struct request *request, const struct inputs *inputs,
                     const struct problems *problems)
{
    struct stat file;
    /* Only of a regular file there is something to lose. */
    if (request->output == NULL || stat(request->output, &file) != 0 || !S_ISREG(file.st_mode))
        return false;
    if (!is_opened(&file, inputs) && !is_refused(&file, problems, request->arena))
        return false;
    usage_error("`-o %s` would overwrite an input", visible(request->output, request->arena));
    return true;
}
