/* The table of formats: a new one is a file of its own and a row here. */
#include "shortlist/render.h"

#include "csv_reports.h"
#include "json.h"
#include "reports.h"

const struct renderer renderers[] = {
    {"text", "for people: a ranking, flags, questions", false, false, print_score, print_explain,
     print_compare, print_panel},
    {"csv", "for spreadsheets: a row a vendor, criterion or judgement", false, true, csv_score,
     csv_explain, csv_compare, csv_panel},
    {"json", "for programs: everything, in full precision", true, false, json_score, json_explain,
     json_compare, json_panel},
    {"markdown", "for issues, wikis and pull requests: tables that GitHub renders", false, false,
     markdown_score, markdown_explain, markdown_compare, markdown_panel},
};

const size_t renderer_count = sizeof renderers / sizeof *renderers;
