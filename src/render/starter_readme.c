/* What stands in a new evaluation folder, and what to do next. */
#include "markdown_text.h"
#include "subjects.h"
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

static void write_title(const struct starter *starter, const struct subject *subject,
                        struct sink *sink)
{
    sink_string(sink, "# ");
    write_escaped(sink, starter->criteria->title, ' ');
    sink_format(sink, "\n\n%sThe criteria began as a copy of ", subject->about);
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

static void write_contents(const struct subject *subject, struct sink *sink)
{
    sink_format(sink,
                "\n## What is here\n\n"
                "| file or folder | holds |\n"
                "| --- | --- |\n"
                "| `criteria.yaml` | what is asked, how answers earn points, the rules; yours to "
                "edit |\n"
                "| `profile.yaml` | %s, and the weights you change |\n"
                "| `vendors/` | %s |\n"
                "| `ratings/` | what your own people judged or found out, one file for each "
                "person |\n"
                "| `decisions.yaml` | what the panel decided; not here yet |\n",
                subject->needs, subject->answers);
}

static void write_needs_step(const struct subject *subject, struct sink *sink)
{
    sink_format(sink,
                "\n## 1. %s\n\n"
                "%sEdit `profile.yaml`, and `criteria.yaml` where the questions themselves should "
                "change. Look at\nwhat comes of it:\n\n"
                "```sh\n"
                "shortlist check .\n"
                "shortlist packs show criteria.yaml -p profile.yaml\n"
                "```\n",
                subject->step, subject->needed);
}

static void write_answers_step(const struct subject *subject, struct sink *sink)
{
    sink_format(sink,
                "\n## 2. %s\n\n"
                "Make the questionnaire, as a text file or for a spreadsheet, %s\n"
                "It is written outside this folder, so that it is not taken for answers.\n\n"
                "```sh\n"
                "shortlist template . -o ../questions.yaml\n"
                "shortlist template . --format csv -o ../questions.csv\n"
                "```\n\n"
                "%s\nWith `-a` nothing in there can be anything but "
                "answers:\n\n"
                "```sh\n"
                "shortlist check criteria.yaml -p profile.yaml -a vendors\n"
                "```\n",
                subject->asking, subject->send, subject->put);
}

/* What the criteria leave to the buyer's own people, the most first. */
static const char *ratings_words(const struct criteria *criteria)
{
    const int any = ON_SCORED | 1 << TYPE_TEXT;
    if (first_asked(criteria, BY_BUYER, ON_RATING, false) != NULL)
        return "Judge\n\n"
               "Once answers are in, make the sheet for your evaluators. Each fills in one, "
               "alone, and puts it\ninto `ratings/`: `ratings/ana.yaml`.";
    if (first_asked(criteria, BY_BUYER, any, false) != NULL)
        return "Add what only you know\n\n"
               "Once answers are in, make the sheet for your own people. Each fills in what he or "
               "she knows, and\nputs it into `ratings/`: `ratings/ana.yaml`.";
    if (first_asked(criteria, BY_VENDOR, any, true) != NULL)
        return "Look for proof\n\n"
               "These criteria leave nothing to be judged, but your people can state what "
               "evidence they have seen.\nEach fills in a sheet, and puts it into `ratings/`: "
               "`ratings/ana.yaml`.";
    return "Look at the answers again\n\n"
           "These criteria leave nothing to be judged, and no points depend on proof. Whoever "
           "finds something to\nbe otherwise than it was answered can say so in a sheet, and put "
           "it into `ratings/`:\n`ratings/ana.yaml`.";
}

static void write_ratings_step(const struct criteria *criteria, struct sink *sink)
{
    sink_format(sink,
                "\n## 3. %s\n\n"
                "```sh\n"
                "shortlist template . --ratings -o ../ratings.yaml\n"
                "```\n",
                ratings_words(criteria));
}

static void write_results_step(const struct subject *subject, struct sink *sink)
{
    sink_format(sink,
                "\n## 4. Read the result\n\n"
                "`VENDOR`, `A` and `B` are ids: the names of the files in `vendors/`, unless an "
                "answer says otherwise.%s\n\n"
                "```sh\n"
                "shortlist score .\n"
                "shortlist explain VENDOR .\n"
                "shortlist compare A B .\n"
                "shortlist panel .\n"
                "```\n",
                subject->read);
}

static void write_decisions_step(const struct subject *subject, int32_t day, struct sink *sink)
{
    char today[DATE_SIZE];
    date_print(day, today);
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
                "  %s:\n"
                "    exclude: %s\n"
                "```\n",
                today, subject->id, subject->excluded);
}

void starter_readme(const struct starter *starter, struct sink *sink)
{
    const struct subject *subject = subject_of(starter->pack);
    write_title(starter, subject, sink);
    write_contents(subject, sink);
    write_needs_step(subject, sink);
    write_answers_step(subject, sink);
    write_ratings_step(starter->criteria, sink);
    write_results_step(subject, sink);
    write_decisions_step(subject, starter->today, sink);
}
