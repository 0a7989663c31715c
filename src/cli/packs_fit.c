/* Which profiles go with which criteria packs. */
#include "packs_fit.h"

#include "packs.h"
#include "shortlist/link.h"
#include "shortlist/problem.h"

bool pack_read(struct inputs *inputs, const char *criteria, const char *profile, int32_t today)
{
    struct problems problems = {0};
    struct input_options input = {.criteria = criteria, .today = today, .alone = true};
    if (profile != NULL)
        input.profiles = (struct paths){&profile, 1};
    inputs_open(inputs, &input, &problems);
    if (inputs->has_criteria)
        link_criteria(&inputs->criteria, inputs->as_of, &inputs->arena, &problems);
    bool sound = problems.totals[PROBLEM_ERROR] == 0;
    problems_release(&problems);
    return sound;
}

static bool is_sound(const char *criteria, const char *profile, int32_t today)
{
    struct inputs inputs = {0};
    bool sound = pack_read(&inputs, criteria, profile, today);
    inputs_release(&inputs);
    return sound;
}

struct text packs_fitted(const char *profile, int32_t today, struct arena *arena)
{
    struct pack_files packs = packs_installed(PACK_CRITERIA, arena);
    struct text_buffer names = {.arena = arena};
    for (size_t p = 0; p < packs.count; p++) {
        if (is_sound(packs.items[p].path, profile, today))
            buffer_format(&names, "%s%s", names.len > 0 ? ", " : "", packs.items[p].name);
    }
    return buffer_text(&names);
}

struct text packs_instead(const char *criteria, const char *profile, int32_t today,
                          struct arena *arena)
{
    if (!is_sound(criteria, NULL, today) || is_sound(criteria, profile, today))
        return TEXT("");
    return packs_fitted(profile, today, arena);
}
