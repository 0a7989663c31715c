/* The points of single vendors, without the sums that a card needs. */
#include <math.h>

#include "close_up.h"
#include "shortlist/memory.h"

struct vendor_points {
    const struct evaluation *evaluation;
    struct close_up close_up;
    struct arena scratch;
};

struct vendor_points *vendor_points_open(const struct evaluation *evaluation)
{
    struct vendor_points *points = memory_new(1, sizeof *points);
    *points = (struct vendor_points){.evaluation = evaluation};
    close_up_open(&points->close_up, evaluation, &points->scratch);
    return points;
}

void vendor_points_close(struct vendor_points *points)
{
    arena_release(&points->scratch);
    memory_free(points);
}

void vendor_points_read(struct vendor_points *from, uint32_t vendor, double *points)
{
    const struct criteria *criteria = from->evaluation->criteria;
    const struct expr_context *context = &from->close_up.context;
    bool excluded = from->evaluation->results[vendor].status == STATUS_EXCLUDED;
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        points[c] = (double)NAN;
        if (excluded || criteria->criteria[c].dropped)
            continue;
        points_by_form(c, context, vendor, 1, &points[c]);
        points_apply_evidence(c, context, vendor, 1, &points[c]);
    }
    arena_clear(&from->scratch);
}
