/* What stands in a new evaluation folder, and what to do next. */
#include "markdown_text.h"
#include "template_words.h"
#include "shortlist/date.h"
#include "shortlist/starter.h"
#include "shortlist/unicode.h"

static void write_escaped(struct sink *sink, struct text text, char before)
{
    struct arena arena = {0};
    markdown_escape(sink, unicode_visible(&arena, text),
                    (struct markdown_place){before == '\0', before});
    arena_release(&arena);
}

static void write_title(const struct starter *starter, struct sink *sink)
{
    sink_string(sink, "# ");
    write_escaped(sink, starter->criteria->title, ' ');
    sink_string(sink, "\n\nAn evaluation of vendors. The criteria began as a copy of ");
    write_escaped(sink, starter->pack, ' ');
    if (starter->criteria->revision.len > 0)
        sink_string(sink, ", revision ");
    write_escaped(sink, starter->criteria->revision, ' ');
    if (starter->profile.len > 0) {
        sink_string(sink, ", the profile as a copy of ");
        write_escaped(sink, starter->profile, ' ');
    }
    sink_string(sink, ".\nRun the commands below in this folder.\n");
}

static void write_contents(struct sink *sink)
{
    sink_string(sink,
                "\n## What is here\n\n"
                "| file or folder | holds |\n"
                "| --- | --- |\n"
                "| `criteria.yaml` | what is asked, how answers earn points, the rules; yours to "
                "edit |\n"
                "| `profile.yaml` | what you need, and the weights you change |\n"
                "| `vendors/` | the answers, one file for each vendor |\n"
                "| `ratings/` | what your own people judged, one file for each person |\n"
                "| `decisions.yaml` | what the panel decided; not here yet |\n");
}

static void write_needs_step(struct sink *sink)
{
    sink_string(sink,
                "\n## 1. Say what you need\n\n"
                "Edit `profile.yaml`, and `criteria.yaml` where the questions themselves should "
                "change. Look at\nwhat comes of it:\n\n"
                "```sh\n"
                "shortlist check .\n"
                "shortlist packs show criteria.yaml -p profile.yaml\n"
                "```\n");
}

static void write_vendors_step(struct sink *sink)
{
    sink_string(sink,
                "\n## 2. Ask the vendors\n\n"
                "Make the questionnaire, as a text file or for a spreadsheet, and send it out. It "
                "is written outside\nthis folder, so that it is not taken for answers.\n\n"
                "```sh\n"
                "shortlist template . -o ../questions.yaml\n"
                "shortlist template . --format csv -o ../questions.csv\n"
                "```\n\n"
                "Put what comes back into `vendors/`, each file named for its vendor: "
                "`vendors/northwind.yaml`.\nWith `-a` nothing in there can be anything but "
                "answers:\n\n"
                "```sh\n"
                "shortlist check criteria.yaml -p profile.yaml -a vendors\n"
                "```\n");
}

static void write_ratings_step(const struct criteria *criteria, struct sink *sink)
{
    bool judged = first_asked(criteria, BY_BUYER, ON_SCORED | 1 << TYPE_TEXT, false) != NULL;
    sink_string(sink, judged
                          ? "\n## 3. Judge\n\n"
                            "Once answers are in, make the sheet for your evaluators. Each fills "
                            "in one, alone, and puts it\ninto `ratings/`: "
                            "`ratings/ana.yaml`.\n\n"
                          : "\n## 3. Look for proof\n\n"
                            "These criteria leave nothing to be judged, but your people can "
                            "state what evidence they have seen.\nEach fills in a sheet, and "
                            "puts it into `ratings/`: `ratings/ana.yaml`.\n\n");
    sink_string(sink, "```sh\n"
                      "shortlist template . --ratings -o ../ratings.yaml\n"
                      "```\n");
}

static void write_results_step(struct sink *sink)
{
    sink_string(sink,
                "\n## 4. Read the result\n\n"
                "`VENDOR`, `A` and `B` are ids: the names of the files in `vendors/`, unless an "
                "answer says otherwise.\n\n"
                "```sh\n"
                "shortlist score .\n"
                "shortlist explain VENDOR .\n"
                "shortlist compare A B .\n"
                "shortlist panel .\n"
                "```\n");
}

static void write_decisions_step(const struct starter *starter, struct sink *sink)
{
    char today[DATE_SIZE];
    date_print(starter->today, today);
    sink_format(sink,
                "\n## 5. Decide\n\n"
                "`shortlist panel .` shows where raters differ and what is to be decided. Write "
                "each decision, with its\nreason, into `decisions.yaml` in this folder. Every "
                "report then lists it.\n\n"
                "```yaml\n"
                "shortlist-decisions: 1\n"
                "by: Evaluation panel\n"
                "date: %s\n"
                "decisions:\n"
                "  northwind:\n"
                "    exclude: withdrew its bid\n"
                "```\n",
                today);
}

void starter_readme(const struct starter *starter, struct sink *sink)
{
    write_title(starter, sink);
    write_contents(sink);
    write_needs_step(sink);
    write_vendors_step(sink);
    write_ratings_step(starter->criteria, sink);
    write_results_step(sink);
    write_decisions_step(starter, sink);
}
