/* The columns of computed criteria, filled before anything is scored. */
#include <math.h>

#include "rules.h"
#include "shortlist/memory.h"

/*
 * The mark of a computed criterion without a value. It is not applicable where its doubt hangs only
 * on what was dropped or excluded, and waits uncounted where it hangs on the buyer's open work; the
 * criterion's own `missing` outranks both.
 */
static uint8_t mark_of_doubt(const struct criterion *criterion, const struct expr_wait *wait)
{
    if (criterion->missing != MISSING_UNSTATED)
        return STATE_OPEN;
    if (wait->any_open_buyer)
        return STATE_OPEN | MARK_EXCLUDED;
    if (!wait->any_open && !wait->any_other && (wait->any_excluded || wait->any_dropped))
        return STATE_NA;
    return STATE_OPEN;
}

static void compute_chunk(const struct criterion *criterion, struct column *column,
                          struct expr_context *context, size_t first, size_t count, uint8_t *open)
{
    double *numbers = column->numbers + first;
    expr_numbers(criterion->computed_expr, context, first, count, numbers);
    for (size_t i = 0; i < count; i++) {
        if (!isnan(numbers[i])) {
            column->marks[first + i] = STATE_ANSWERED;
            continue;
        }
        struct expr_wait wait = {.open = open};
        expr_wait(criterion->computed_expr, context, first, i, &wait);
        column->marks[first + i] = mark_of_doubt(criterion, &wait);
        numbers[i] = 0;
    }
    arena_clear(context->scratch);
}

void compute_columns(const struct criteria *criteria, struct answers *answers,
                     struct expr_context *context, size_t chunk)
{
    uint8_t *open = memory_new(criteria->criterion_count, 1);
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        if (criterion->computed_expr == NULL || criterion->dropped)
            continue;
        for (size_t first = 0; first < answers->count; first += chunk) {
            size_t count = answers->count - first < chunk ? answers->count - first : chunk;
            compute_chunk(criterion, &answers->columns[c], context, first, count, open);
        }
    }
    memory_free(open);
}
