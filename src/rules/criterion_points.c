/* One criterion seen close up: its points over all vendors. */
#include <math.h>

#include "close_up.h"

void evaluation_points(const struct evaluation *evaluation, uint32_t position, double *points)
{
    const struct criterion *criterion = &evaluation->criteria->criteria[position];
    const uint8_t *marks = evaluation->answers->columns[position].marks;
    enum missing missing = criterion_missing(evaluation->criteria, criterion);
    struct arena scratch = {0};
    struct close_up close_up;
    close_up_open(&close_up, evaluation, &scratch);
    for (size_t first = 0; first < evaluation->answers->count; first += CHUNK) {
        size_t left = evaluation->answers->count - first;
        size_t count = left < CHUNK ? left : CHUNK;
        points_by_form(position, &close_up.context, first, count, points + first);
        points_apply_evidence(position, &close_up.context, first, count, points + first);
        arena_clear(&scratch);
    }
    for (size_t v = 0; v < evaluation->answers->count; v++) {
        enum standing standing = cell_standing(criterion, missing, marks[v], points[v]);
        if (evaluation->results[v].status == STATUS_EXCLUDED)
            points[v] = (double)NAN;
        else if (standing != STANDING_COUNTS)
            points[v] = standing == STANDING_ZERO ? 0 : (double)NAN;
    }
    arena_release(&scratch);
}
