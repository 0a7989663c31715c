/* What the templates have in common: who is asked what, and what may be answered, in words. */
#include "template_words.h"

#include <math.h>
#include <stdlib.h>

#include "form_words.h"
#include "shortlist/number.h"
#include "shortlist/vendor_id.h"

/* --- Who is asked -------------------------------------------------------------------------- */

bool is_asked(const struct criterion *criterion, enum party party)
{
    return criterion->by == party && !criterion->dropped;
}

bool category_is_asked(const struct criteria *criteria, const struct category *category,
                       enum party party)
{
    for (size_t c = category->first; c < category->first + category->count; c++) {
        if (is_asked(&criteria->criteria[c], party))
            return true;
    }
    return false;
}

const struct criterion *first_asked(const struct criteria *criteria, enum party party, int types,
                                    bool proof)
{
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        bool fits = (1 << criterion->type & types) != 0 && (criterion->proof || !proof);
        if (fits && is_asked(criterion, party))
            return criterion;
    }
    return NULL;
}

/* --- Words --------------------------------------------------------------------------------- */

struct text criteria_words_of(const struct criteria *criteria, struct arena *arena)
{
    if (criteria->revision.len == 0)
        return criteria->title;
    return text_format(arena, "%.*s%srevision %.*s", TEXT_ARG(criteria->title),
                       criteria->title.len > 0 ? ", " : "", TEXT_ARG(criteria->revision));
}

struct text bounds_words(const struct bounds *bounds, struct arena *arena)
{
    char low[NUMBER_SIZE];
    char high[NUMBER_SIZE];
    if (!isfinite(bounds->low))
        return TEXT("");
    number_plain(bounds->low, low);
    number_plain(bounds->high, high);
    return text_format(arena, "from %s to %s", low, high);
}

struct text percent_words(double share, struct arena *arena)
{
    return text_format(arena, "%.*s %%", TEXT_ARG(brief_number(arena, 100 * share)));
}

/* In the middle, so that it tempts nobody. */
static struct text example_number(const struct bounds *bounds, struct arena *arena)
{
    char number[NUMBER_SIZE];
    bool is_bound = isfinite(bounds->low);
    number_plain(is_bound ? bounds->low / 2 + bounds->high / 2 : 41, number);
    return text_copy(arena, text_from(number));
}

struct text example_answer(const struct criterion *criterion, struct arena *arena)
{
    switch (criterion->type) {
    case TYPE_YES_NO:
        return TEXT("yes");
    case TYPE_CHOICE:
        return criterion->options.items[0].id;
    case TYPE_SET:
        return text_format(arena, "[%.*s]", TEXT_ARG(criterion->options.items[0].id));
    case TYPE_NUMBER:
    case TYPE_RATING:
        return example_number(&criterion->range, arena);
    case TYPE_DATE:
        return TEXT("2026-11-21");
    case TYPE_TEXT:
    case ANSWER_TYPES:
        break;
    }
    return TEXT("\"in your own words\"");
}

/* --- Vendors ------------------------------------------------------------------------------- */

static int compare_judged(const void *left, const void *right)
{
    const struct judged *a = left;
    const struct judged *b = right;
    int by_id = text_compare(a->id, b->id);
    return by_id != 0 ? by_id : text_compare(a->name, b->name);
}

struct judged *judged_vendors(const struct answers *answers, struct arena *arena, size_t *count)
{
    size_t found = 0;
    struct judged *all = arena_array(arena, struct judged, answers->count + answers->unread_count);
    for (size_t v = 0; v < answers->count; v++)
        all[found++] = (struct judged){answers->vendors[v].id, answers->vendors[v].name};
    for (size_t u = 0; u < answers->unread_count; u++) {
        /* What stands for the id of a file that says none need not be one. */
        if (vendor_id_fault(answers->unread[u].id) == NULL)
            all[found++] = (struct judged){answers->unread[u].id, answers->unread[u].name};
    }
    if (found > 0)
        qsort(all, found, sizeof(*all), compare_judged);
    *count = 0;
    for (size_t i = 0; i < found; i++) {
        if (*count == 0 || !text_equal(all[i].id, all[*count - 1].id))
            all[(*count)++] = all[i];
    }
    return all;
}
