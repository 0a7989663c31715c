/* What is possible of every criterion before anything is assumed. */
#include <string.h>

#include "outcomes.h"
#include "shortlist/memory.h"

static struct possible possible_of(struct domains *domains, const struct criterion *criterion)
{
    struct possible possible = {
        .answer = domain_of(criterion),
        .points = span_all,
        .proofs = PROOFS_ALL,
    };
    struct span *numbers = &possible.answer.numbers;
    if (criterion->computed_expr != NULL)
        *numbers = span_of(domains, criterion->computed_expr->root);
    else if (criterion->type == TYPE_RATING)
        *numbers = span_rounded(*numbers); /* the mean of several raters */
    return possible;
}

/* A computed criterion reads only those above it; formulas read what all may be. */
static void fill_domains(struct domains *domains)
{
    const struct criteria *criteria = domains->criteria;
    size_t count = criteria->criterion_count;
    for (size_t c = 0; c < count; c++)
        domains->now[c] = possible_of(domains, &criteria->criteria[c]);
    if (count > 0)
        memcpy(domains->whole, domains->now, count * sizeof *domains->whole);
    for (size_t c = 0; c < count; c++) {
        domains->whole[c].formula = formula_points(domains, &criteria->criteria[c]);
        domains->now[c].formula = domains->whole[c].formula;
    }
}

struct domains *domains_new(const struct criteria *criteria, int32_t as_of, enum buyers buyers)
{
    size_t count = criteria->criterion_count;
    struct domains *domains = memory_new(1, sizeof *domains);
    *domains = (struct domains){
        .criteria = criteria,
        .as_of = as_of,
        .buyers = buyers,
        .whole = memory_new(count, sizeof *domains->whole),
        .now = memory_new(count, sizeof *domains->now),
        .told = memory_new(count, 1),
    };
    fill_domains(domains);
    return domains;
}

void domains_free(struct domains *domains)
{
    if (domains == NULL)
        return;
    arena_release(&domains->scratch);
    memory_free(domains->changes);
    memory_free(domains->told);
    memory_free(domains->now);
    memory_free(domains->whole);
    memory_free(domains);
}
