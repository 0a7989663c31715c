/* The panel's decisions, in one order. */
#include "shortlist/decisions.h"

#include <stdlib.h>

#include "shortlist/memory.h"

void decisions_release(struct decisions *decisions)
{
    memory_free(decisions->items);
    arena_release(&decisions->texts);
    *decisions = (struct decisions){0};
}

void decisions_add(struct decisions *decisions, const struct decision *decision,
                   enum answer_type type)
{
    if (decisions->count == decisions->capacity) {
        decisions->capacity = memory_grown(decisions->capacity, decisions->count + 1);
        decisions->items =
            memory_resize(decisions->items, decisions->capacity, sizeof(*decisions->items));
    }
    struct decision *added = &decisions->items[decisions->count++];
    *added = *decision;
    added->why = text_copy(&decisions->texts, decision->why);
    added->source = text_copy(&decisions->texts, decision->source);
    added->by = text_copy(&decisions->texts, decision->by);
    if (decision->kind != DECIDED_ANSWER)
        return;
    decisions->accepts_na |= mark_state(decision->cell.mark) == STATE_NA;
    if (type == TYPE_TEXT && mark_answered(decision->cell.mark))
        added->cell.value.text = text_copy(&decisions->texts, decision->cell.value.text);
}

/* --- Order -------------------------------------------------------------------------------- */

static int compare_subjects(const struct decision *decision, uint32_t vendor,
                            enum decision_kind kind, uint32_t subject)
{
    if (decision->vendor != vendor)
        return decision->vendor < vendor ? -1 : 1;
    if (decision->kind != kind)
        return decision->kind < kind ? -1 : 1;
    return (decision->subject > subject) - (decision->subject < subject);
}

static int compare_decisions(const void *left, const void *right)
{
    const struct decision *a = left;
    const struct decision *b = right;
    int order = compare_subjects(a, b->vendor, b->kind, b->subject);
    return order != 0 ? order : place_compare(&a->place, &b->place);
}

void decisions_sort(struct decisions *decisions)
{
    if (decisions->count > 0)
        qsort(decisions->items, decisions->count, sizeof(*decisions->items), compare_decisions);
}

/* --- Finding ------------------------------------------------------------------------------ */

/* The first decision that does not stand before such a one. */
static size_t first_from(const struct decisions *decisions, uint32_t vendor,
                         enum decision_kind kind, uint32_t subject)
{
    size_t from = 0;
    size_t to = decisions->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare_subjects(&decisions->items[middle], vendor, kind, subject) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

const struct decision *decisions_find(const struct decisions *decisions, uint32_t vendor,
                                      enum decision_kind kind, uint32_t subject)
{
    size_t at = first_from(decisions, vendor, kind, subject);
    if (at == decisions->count ||
        compare_subjects(&decisions->items[at], vendor, kind, subject) != 0)
        return NULL;
    return &decisions->items[at];
}

const struct decision *decisions_of(const struct decisions *decisions, uint32_t vendor,
                                    size_t *count)
{
    size_t from = first_from(decisions, vendor, DECIDED_ANSWER, 0);
    size_t to = from;
    while (to < decisions->count && decisions->items[to].vendor == vendor)
        to++;
    *count = to - from;
    return *count > 0 ? &decisions->items[from] : NULL;
}
