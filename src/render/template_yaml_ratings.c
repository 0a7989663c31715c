/* The sheet of an evaluator, as YAML: the criteria are explained once, then come the vendors. */
#include "template_yaml.h"

#include "template_words.h"

enum { ANY_TYPE = ON_SCORED | 1 << TYPE_TEXT };

/* What the writing of a sheet goes by. */
struct ratings_sheet {
    const struct criteria *criteria;
    struct sink *sink;
    struct arena *arena;
};

/* --- What stands before the vendors -------------------------------------------------------- */

static void write_guide(const struct comment *comment, const struct criteria *criteria)
{
    const struct criterion *judged = first_asked(criteria, BY_BUYER, ANY_TYPE, false);
    if (judged == NULL) {
        comment_string(comment, "The sheet of one person. No criterion asks for a judgement.");
        return;
    }
    comment_string(comment, "The sheet of one person. Write each judgement on the line of its "
                            "criterion, after the colon and a space. Leave it empty until you "
                            "have judged. Write n/a to abstain.");
    comment_gap(comment);
    comment_string(comment, "Say why in a note:");
    comment_gap(comment);
    sink_format(comment->sink, "#     %.*s: {value: %.*s, note: after the second call}\n",
                TEXT_ARG(judged->id.text), TEXT_ARG(example_answer(judged, comment->arena)));
}

/* What may be said of answers that are the vendor's own. */
static void write_findings(const struct comment *comment, const struct criteria *criteria)
{
    const struct criterion *proven = first_asked(criteria, BY_VENDOR, ON_SCORED, true);
    const struct criterion *found = first_asked(criteria, BY_VENDOR, ON_NUMBER, false);
    if (found == NULL)
        found = first_asked(criteria, BY_VENDOR, ANY_TYPE, false);
    if (found == NULL)
        return;
    comment_gap(comment);
    comment_string(comment, "You may add lines about the vendor's own answers: evidence that you "
                            "have seen (claimed, documented or verified), or what you found to be "
                            "true instead:");
    comment_gap(comment);
    if (proven != NULL && proven != found)
        sink_format(comment->sink, "#     %.*s: {evidence: verified, note: saw the document}\n",
                    TEXT_ARG(proven->id.text));
    sink_format(comment->sink, "#     %.*s: {value: %.*s, %snote: told by a reference}\n",
                TEXT_ARG(found->id.text), TEXT_ARG(example_answer(found, comment->arena)),
                proven != NULL && proven != found ? "" : "evidence: documented, ");
}

static void write_introduction(const struct ratings_sheet *sheet)
{
    const struct comment comment = {sheet->sink, sheet->arena, 0};
    sink_string(sheet->sink, "shortlist-ratings: 1\n\n");
    yaml_title(&comment, sheet->criteria);
    write_guide(&comment, sheet->criteria);
    write_findings(&comment, sheet->criteria);
    sink_char(sheet->sink, '\n');
    comment_string(&comment, "Your name or your role, such as head-of-support.");
    sink_string(sheet->sink, "rater:\n");
}

static void explain(const struct ratings_sheet *sheet, const struct category *category)
{
    const struct comment comment = {sheet->sink, sheet->arena, 0};
    if (!category_is_asked(sheet->criteria, category, BY_BUYER))
        return;
    sink_char(sheet->sink, '\n');
    comment_rule(&comment);
    comment_text(&comment, 0, 0, category->title);
    for (size_t c = category->first; c < category->first + category->count; c++) {
        const struct criterion *criterion = &sheet->criteria->criteria[c];
        if (!is_asked(criterion, BY_BUYER))
            continue;
        comment_gap(&comment);
        comment_text(&comment, 0, 0, criterion->id.text);
        yaml_question(&comment, 4, criterion);
    }
}

/* --- The vendors --------------------------------------------------------------------------- */

static void write_criteria(const struct ratings_sheet *sheet, const char *before)
{
    for (size_t c = 0; c < sheet->criteria->criterion_count; c++) {
        const struct criterion *criterion = &sheet->criteria->criteria[c];
        if (is_asked(criterion, BY_BUYER))
            sink_format(sheet->sink, "%s    %.*s:\n", before, TEXT_ARG(criterion->id.text));
    }
}

static void write_vendor(const struct ratings_sheet *sheet, const struct judged *vendor)
{
    const struct comment comment = {sheet->sink, sheet->arena, 2};
    sink_char(sheet->sink, '\n');
    if (!text_equal(vendor->id, vendor->name))
        comment_text(&comment, 0, 0, vendor->name);
    sink_format(sheet->sink, "  %.*s:\n", TEXT_ARG(vendor->id));
    write_criteria(sheet, "");
}

static void write_nobody(const struct ratings_sheet *sheet)
{
    const struct comment comment = {sheet->sink, sheet->arena, 0};
    sink_char(sheet->sink, '\n');
    comment_string(&comment, "For each vendor its id, and below it the criteria; take away the {} "
                             "then:");
    comment_gap(&comment);
    sink_string(sheet->sink, "#   northwind:\n");
    write_criteria(sheet, "# ");
    sink_string(sheet->sink, "ratings: {}\n");
}

void yaml_ratings(const struct criteria *criteria, const struct template_options *options,
                  struct sink *sink)
{
    struct arena arena = {0};
    size_t count = 0;
    const struct ratings_sheet sheet = {criteria, sink, &arena};
    const struct judged *vendors = judged_vendors(options->vendors, &arena, &count);
    write_introduction(&sheet);
    for (size_t c = 0; c < criteria->category_count; c++)
        explain(&sheet, &criteria->categories[c]);
    if (count == 0)
        write_nobody(&sheet);
    else
        sink_string(sink, "\nratings:\n");
    for (size_t v = 0; v < count; v++)
        write_vendor(&sheet, &vendors[v]);
    arena_release(&arena);
}
