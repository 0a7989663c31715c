/* What is said of ids of vendors that are none. */
#include "vendor_ids.h"

#include <stdbool.h>

const char *made_id_fault(struct text id, struct text name)
{
    return id.len == 0 && name.len > 0 ? "it has none of a-z and 0-9" : vendor_id_fault(id);
}

/* Whether nothing but visible ASCII and blanks stand in it: what would be left of other letters is
 * no name. */
static bool is_plain(struct text id)
{
    for (size_t i = 0; i < id.len; i++) {
        if (id.ptr[i] < ' ' || id.ptr[i] > '~')
            return false;
    }
    return true;
}

void refuse_vendor_id(struct problems *problems, struct place place, struct text id,
                      const char *fault)
{
    struct arena scratch = {0};
    const struct text meant = vendor_id_from(&scratch, id);
    problem_add(problems, PROBLEM_BAD_ID, place, "`%.*s` cannot be the id of a vendor: %s",
                TEXT_ARG(id), fault);
    if (is_plain(id) && vendor_id_fault(meant) == NULL)
        problem_hint(problems, "write %.*s", TEXT_ARG(meant));
    arena_release(&scratch);
}
