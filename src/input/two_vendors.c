/* Two vendors with one id: nobody can tell which answers count, so none of them do. */
#include "readers.h"

#include <stdlib.h>

#include "shortlist/memory.h"

/* A document that claims an id. */
struct claim {
    struct text id;
    struct place place;
    uint32_t vendor; /* NOWHERE for an unread one */
    struct unread_vendor *unread;
};

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;
    int order = text_compare(a->id, b->id);
    return order != 0 ? order : place_compare(&a->place, &b->place);
}

static struct place point(const struct source *source, uint32_t line, uint32_t column)
{
    return (struct place){source, line, column, line, column, 0};
}

static struct claim *claims_make(struct answers *answers, size_t *count)
{
    struct claim *claims = memory_new(answers->count + answers->unread_count, sizeof(*claims));
    *count = 0;
    for (uint32_t v = 0; v < answers->count; v++) {
        const struct vendor *vendor = &answers->vendors[v];
        claims[(*count)++] =
            (struct claim){vendor->id, point(vendor->file, vendor->line, vendor->column), v, NULL};
    }
    for (size_t u = 0; u < answers->unread_count; u++) {
        struct unread_vendor *unread = &answers->unread[u];
        if (unread->line == 0)
            continue; /* its id is a guess by the name of the file */
        claims[(*count)++] = (struct claim){
            unread->id, point(unread->file, unread->line, unread->column), NOWHERE, unread};
    }
    qsort(claims, *count, sizeof(*claims), compare_claims);
    return claims;
}

/* Whether there is anything to look for: most often there is not. */
static bool may_clash(const struct answers *answers)
{
    for (size_t v = 1; v < answers->count; v++) {
        if (text_equal(answers->vendors[v - 1].id, answers->vendors[v].id))
            return true;
    }
    return answers->unread_count > 0;
}

static void refuse_claims(const struct claim *claims, size_t count, uint8_t *gone,
                          struct problems *problems)
{
    for (size_t i = 0; i < count; i++) {
        if (claims[i].vendor != NOWHERE)
            gone[claims[i].vendor] = 1;
        else
            claims[i].unread->errors++;
        if (i == 0)
            continue;
        problem_add(problems, PROBLEM_TWO_VENDORS, claims[i].place,
                    "the vendor `%.*s` has answered already", TEXT_ARG(claims[i].id));
        problem_note(problems, claims[0].place, "its first answers stand here");
    }
}

/* Vendors that are gone become unread ones, with the clash as their error. */
static void add_gone(struct answers *answers, const uint8_t *gone)
{
    for (size_t v = 0; v < answers->count; v++) {
        const struct vendor *vendor = &answers->vendors[v];
        const struct unread_vendor unread = {
            .id = vendor->id,
            .name = vendor->name,
            .file = vendor->file,
            .line = vendor->line,
            .column = vendor->column,
            .errors = 1,
        };
        if (gone[v])
            answers_add_unread(answers, &unread);
    }
}

bool refuse_two_vendors(struct answers *answers, struct problems *problems)
{
    bool any = false;
    size_t count = 0;
    if (!may_clash(answers))
        return false;
    struct claim *claims = claims_make(answers, &count);
    uint8_t *gone = memory_new(answers->count, sizeof(*gone));
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && text_equal(claims[next].id, claims[first].id))
            next++;
        if (next == first + 1)
            continue;
        refuse_claims(&claims[first], next - first, gone, problems);
        any = true;
    }
    memory_free(claims);
    if (any) {
        add_gone(answers, gone);
        answers_remove(answers, gone);
    }
    memory_free(gone);
    return any;
}
