/* The table of formats: a new one is a file of its own and a row here. */
#include "shortlist/render.h"

#include "json.h"
#include "print.h"

const struct renderer renderers[] = {
    {"text", "for people: a ranking, flags, questions", false, print_score, print_explain,
     print_compare, print_panel},
    {"json", "for programs: everything, in full precision", true, json_score, json_explain,
     json_compare, json_panel},
};

const size_t renderer_count = sizeof renderers / sizeof *renderers;
