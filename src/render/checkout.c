/* Where a source lies, seen from the root of a checkout. */
#include "checkout.h"

#include <string.h>

static bool is_absolute(struct text path)
{
    return text_starts(path, TEXT("/"));
}

/* Standard input, or an option: no path begins like one, for it would be taken for one. */
static bool is_no_file(struct text name)
{
    return text_equal(name, TEXT("-")) || text_starts(name, TEXT("--"));
}

/* --- Paths without "." and ".." -------------------------------------------------------------- */

/* The last segment of a path that is made of such, without the slash before it. */
static struct text last_segment(struct text path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    return text_slice(path, from, path.len);
}

/* Goes up one folder; what stands before the root is the root. */
static void add_parent(struct text_buffer *clean, bool absolute)
{
    struct text last = last_segment(buffer_text(clean));
    if (last.len > 0 && !text_equal(last, TEXT(".."))) {
        clean->len -= last.len;
        clean->len -= clean->len > 0 ? 1 : 0;
    } else if (!absolute) {
        buffer_add(clean, clean->len > 0 ? TEXT("/..") : TEXT(".."));
    }
}

/* The path with single slashes between its segments and, when absolute, one before the first; empty
 * for the root of the file system and for the folder that a relative path begins in. */
static struct text clean_path(struct text path, struct arena *arena)
{
    struct text_buffer clean = {.arena = arena};
    const bool absolute = is_absolute(path);
    for (size_t from = 0, to; from < path.len; from = to + 1) {
        const char *slash = memchr(path.ptr + from, '/', path.len - from);
        to = slash != NULL ? (size_t)(slash - path.ptr) : path.len;
        struct text segment = text_slice(path, from, to);
        if (segment.len == 0 || text_equal(segment, TEXT(".")))
            continue;
        if (text_equal(segment, TEXT(".."))) {
            add_parent(&clean, absolute);
            continue;
        }
        buffer_add(&clean, absolute || clean.len > 0 ? TEXT("/") : TEXT(""));
        buffer_add(&clean, segment);
    }
    return text_slice(buffer_text(&clean), 0, clean.len);
}

/* --- Below the root -------------------------------------------------------------------------- */

/* True, and the path from there, when the clean path is the clean folder or lies below it. */
static bool lies_below(struct text path, struct text folder, struct text *rest)
{
    bool inside =
        text_starts(path, folder) && (path.len == folder.len || path.ptr[folder.len] == '/');
    if (inside)
        *rest = text_slice(path, folder.len + 1, path.len);
    return inside;
}

/* Where the current folder is unknown, so is the root: what does not lead upwards is taken to lie
 * below it. */
static bool stays_below(struct text path)
{
    return !is_absolute(path) && !text_equal(path, TEXT("..")) && !text_starts(path, TEXT("../"));
}

struct whereabouts checkout_find(const struct problem_report *report, struct text name,
                                 struct arena *arena)
{
    if (is_no_file(name))
        return (struct whereabouts){LIES_NOWHERE, name};
    const bool known = report->folder.len > 0;
    struct text path = name;
    if (known && !is_absolute(name))
        path = text_format(arena, "%.*s/%.*s", TEXT_ARG(report->folder), TEXT_ARG(name));
    path = clean_path(path, arena);
    struct text rest = path;
    struct text root = clean_path(report->root.len > 0 ? report->root : report->folder, arena);
    if (known ? !lies_below(path, root, &rest) : !stays_below(path))
        return (struct whereabouts){LIES_ELSEWHERE, path.len > 0 ? path : TEXT("/")};
    return (struct whereabouts){LIES_IN_CHECKOUT, rest.len > 0 ? rest : TEXT(".")};
}

/* --- URIs ------------------------------------------------------------------------------------ */

/* RFC 3986, section 2.3, and the slash between segments. */
static bool stands_for_itself(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-._~/", c) != NULL);
}

struct text checkout_uri(struct text path, struct arena *arena)
{
    struct text_buffer uri = {.arena = arena};
    for (size_t i = 0; i < path.len; i++) {
        if (stands_for_itself(path.ptr[i]))
            buffer_add_char(&uri, path.ptr[i]);
        else
            buffer_format(&uri, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
    }
    return buffer_text(&uri);
}
