/* An answers file to fill in, as YAML: the questions are comments. */
#include "template_yaml.h"

#include "shortlist/shares.h"
#include "template_words.h"

/* What the writing of a template goes by. */
struct questions {
    const struct criteria *criteria;
    const struct shares *shares; /* NULL: not to be shown */
    struct sink *sink;
    struct arena *arena;
};

/* --- What stands before the questions ------------------------------------------------------ */

/* The answer with all that can be said beside it; what is commented here is so in the file too. */
static void write_long_form(const struct comment *comment, const struct criterion *criterion)
{
    struct arena *arena = comment->arena;
    struct text answer = example_answer(criterion, arena);
    comment_gap(comment);
    comment_string(comment, "Any answer can be written in a longer form, which has room for the "
                            "evidence behind it and for a note:");
    comment_gap(comment);
    comment_text(comment, 2, 2, text_format(arena, "%.*s:", TEXT_ARG(criterion->id.text)));
    sink_format(comment->sink,
                "#     value: %.*s\n"
                "#     evidence: documented     # or claimed, where no document shows it\n"
                "#     expires: 2027-03-01      # the last day on which the document is valid\n"
                "#     source: certificate.pdf  # the document\n"
                "#     note: one site only      # a remark\n",
                TEXT_ARG(answer));
}

static void write_introduction(const struct questions *questions)
{
    const struct criteria *criteria = questions->criteria;
    const struct comment comment = {questions->sink, questions->arena, 0};
    const struct criterion *shown = first_asked(criteria, BY_VENDOR, ON_SCORED, true);
    if (shown == NULL)
        shown = first_asked(criteria, BY_VENDOR, ON_SCORED | 1 << TYPE_TEXT, false);
    sink_string(questions->sink, "shortlist-answers: 1\n\n");
    yaml_title(&comment, criteria);
    comment_string(&comment,
                   "Write each answer on the line of its question, after the colon and a space. "
                   "Leave it empty where you have no answer yet. Write n/a where a question does "
                   "not apply to you. What stands behind a # is for reading only.");
    if (shown != NULL)
        write_long_form(&comment, shown);
    sink_char(questions->sink, '\n');
    comment_string(&comment, "Your name, as reports are to show it, in double quotes.");
    sink_string(questions->sink, "vendor:\n\n");
    comment_string(&comment, "A short name of small letters, digits, - and _. It is made from the "
                             "name of the file; to state another one, take the # away.");
    sink_string(questions->sink, "# id: northwind-contact\n\n");
}

/* --- The questions ------------------------------------------------------------------------- */

static void write_heading(const struct questions *questions, size_t category)
{
    const struct comment comment = {questions->sink, questions->arena, 2};
    const struct category *shown = &questions->criteria->categories[category];
    struct text title = shown->title;
    if (questions->shares != NULL) {
        struct text share =
            percent_words(questions->shares->categories[category], questions->arena);
        title = text_format(questions->arena, "%.*s: %.*s of the total", TEXT_ARG(title),
                            TEXT_ARG(share));
    }
    sink_char(questions->sink, '\n');
    comment_rule(&comment);
    comment_text(&comment, 0, 0, title);
}

static void write_question(const struct questions *questions, size_t position)
{
    const struct comment comment = {questions->sink, questions->arena, 2};
    const struct criterion *criterion = &questions->criteria->criteria[position];
    sink_char(questions->sink, '\n');
    yaml_question(&comment, 0, criterion);
    if (criterion->proof)
        comment_string(&comment, "Evidence: wanted here, in the longer form shown at the top");
    if (questions->shares != NULL) {
        struct text share = percent_words(questions->shares->criteria[position], questions->arena);
        comment_text(&comment, 0, 0,
                     text_format(questions->arena, "Weight: %.*s of the total", TEXT_ARG(share)));
    }
    sink_format(questions->sink, "  %.*s:\n", TEXT_ARG(criterion->id.text));
}

static void write_category(const struct questions *questions, size_t position)
{
    const struct criteria *criteria = questions->criteria;
    const struct category *category = &criteria->categories[position];
    if (!category_is_asked(criteria, category, BY_VENDOR))
        return;
    write_heading(questions, position);
    for (size_t c = category->first; c < category->first + category->count; c++) {
        if (is_asked(&criteria->criteria[c], BY_VENDOR))
            write_question(questions, c);
    }
}

void yaml_questions(const struct criteria *criteria, const struct template_options *options,
                    struct sink *sink)
{
    struct arena arena = {0};
    struct shares shares = shares_of(criteria, &arena);
    const struct questions questions = {criteria, options->weights ? &shares : NULL, sink, &arena};
    write_introduction(&questions);
    if (first_asked(criteria, BY_VENDOR, ON_SCORED | 1 << TYPE_TEXT, false) == NULL)
        sink_string(sink, "# Nothing is asked of vendors.\nanswers: {}\n");
    else
        sink_string(sink, "answers:\n");
    for (size_t c = 0; c < criteria->category_count; c++)
        write_category(&questions, c);
    arena_release(&arena);
}
